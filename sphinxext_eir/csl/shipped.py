"""The styles that this library brings, and the files that it reads. Without an import, so that settings are checked fast."""

SHIPPED = "eir-harvard"
"""The name of the style that counts where none is named: author and year."""

NUMERIC = "eir-numeric"
"""The name of the style that numbers its entries in the order of citing."""

NOTES = "eir-notes"
"""The name of the style whose citations are notes."""

NAMES = (SHIPPED, NUMERIC, NOTES)
"""The names of all styles that this library brings."""

SUFFIXES = (".bib", ".bibtex", ".biblatex", ".json", ".yaml", ".yml", ".ris", ".xml")
"""Suffixes of files of references."""
