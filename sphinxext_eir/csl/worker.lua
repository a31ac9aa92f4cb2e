-- The program that a child runs: one request a line in, one answer a line out, until the input ends.
--
-- A request is a JSON list:
--   ["format", <items in CSL-JSON, in base64>, <document in pandoc's JSON>]   citations of the document, and its bibliography
--   ["convert", <name of a reader>, <text>]                        entries of a bibliography as CSL-JSON
-- An answer is "+", a JSON text; or "-", a JSON string that says what was wrong. No error ends the program, and
-- nothing goes to the terminal: messages are silenced and dropped.

local work = {}

function work.format(items, document)
  local doc = pandoc.read(document, 'json')
  -- Not as metadata: there, a date in words is no date.
  doc.meta.bibliography = 'data:application/vnd.citationstyles.csl+json;base64,' .. items
  doc = pandoc.utils.citeproc(doc)
  doc.meta = {}
  return pandoc.write(doc, 'json')
end

function work.convert(reader, text)
  local doc = pandoc.read(text, reader)
  if reader == 'markdown' then
    -- What else stands in the YAML may name files and sites, which the writer would read.
    doc = pandoc.Pandoc({}, {references = doc.meta.references})
  end
  return pandoc.write(doc, 'csljson')
end

local function answer(line)
  local request = pandoc.json.decode(line, false)
  return work[request[1]](request[2], request[3])
end

for line in io.lines() do
  local _, done, result = pandoc.log.silence(pcall, answer, line)
  if done then
    io.write('+', (result:gsub('[\r\n]+', ' ')), '\n')
  else
    io.write('-', pandoc.json.encode(tostring(result)), '\n')
  end
  io.flush()
end
