"""What authors type of citations and bibliography entries, read as text. No Sphinx here."""
