"""What this library brings: a style by name, and readers for files by the end of their names. No import, so that settings are checked fast."""

SHIPPED = "eir-harvard"
"""The name of the style that this package brings."""

SUFFIXES = (".bib", ".bibtex", ".biblatex", ".json", ".yaml", ".yml", ".ris", ".xml")
"""Ends of the names of files that references are read from."""
