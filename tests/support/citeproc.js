// Formats contexts by citeproc-js, the reference implementation: a JSON list of jobs comes in, one of results goes out.
// node citeproc.js CITEPROC, where CITEPROC is the file of the npm package.
const CSL = require(require('path').resolve(process.argv[2]))
const jobs = JSON.parse(require('fs').readFileSync(0, 'utf8'))

function formatted({style, locales, locale, items, citations}) {
  const byId = Object.fromEntries(items.map(item => [item.id, item]))
  const system = {
    retrieveLocale: tag => locales[tag] || false,
    retrieveItem: id => byId[id],
  }
  const engine = new CSL.Engine(system, style, locale, Boolean(locale))
  const asked = citations.map(({citationItems, mode, noteIndex}, place) => ({
    citationID: String(place),
    citationItems,
    properties: mode ? {noteIndex, mode} : {noteIndex},
  }))
  const answers = engine.rebuildProcessorState(asked, 'html', [])
  const [about, texts] = engine.makeBibliography() || [{entry_ids: [], bibliography_errors: []}, []]
  // Entries that the style leaves out have an id and no text.
  const empty = new Set(about.bibliography_errors.map(({itemID}) => String(itemID)))
  const ids = about.entry_ids.map(String).filter(id => !empty.has(id))
  return {
    citations: answers.map(([, , text]) => text),
    entries: ids.map((id, place) => [id, texts[place]]),
  }
}

CSL.debug = () => {}
process.stdout.write(JSON.stringify(jobs.map(formatted)))
