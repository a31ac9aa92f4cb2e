"""Citations and bibliographies in any CSL style, by pandoc: sources → items, contexts → inline trees. No Sphinx here."""

SHIPPED = "eir-harvard"
"""The name of the style that this package brings."""

SUFFIXES = (".bib", ".bibtex", ".biblatex", ".json", ".yaml", ".yml", ".ris", ".xml")
"""How the names of files end that references are read from."""
