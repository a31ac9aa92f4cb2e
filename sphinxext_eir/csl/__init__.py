"""Citations and bibliographies in any CSL style, by pandoc: sources → items, contexts → inline trees. No Sphinx here.

What is read first: a file of a bibliography into items (:mod:`.sources`, made safe in :mod:`.items`), a style
(:mod:`.styles`), the text of a citation (:mod:`.citing`, with the words of :mod:`.terms`). From these a caller makes
contexts (:mod:`.model`), which :class:`.formatting.Formatter` formats:

context → :mod:`.request` → a child (:mod:`.pandoc`, :file:`worker.lua`) → :mod:`.answer` → :mod:`.compose` → formatted

with :mod:`.marks` to tell the parts of an answer, :mod:`.simple` for what pandoc can't do, and :mod:`.keeping` for what
was answered before.
"""

SHIPPED = "eir-harvard"
"""The name of the style that this package brings."""

SUFFIXES = (".bib", ".bibtex", ".biblatex", ".json", ".yaml", ".yml", ".ris", ".xml")
"""How the names of files end that references are read from."""
