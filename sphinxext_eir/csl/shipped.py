"""The style that this library brings, and the files that it reads. Without an import, so that settings are checked fast."""

SHIPPED = "eir-harvard"
"""The name of the style that this package brings."""

SUFFIXES = (".bib", ".bibtex", ".biblatex", ".json", ".yaml", ".yml", ".ris", ".xml")
"""Suffixes of files of references."""
