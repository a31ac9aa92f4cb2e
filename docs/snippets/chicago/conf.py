project = "Essays"
language = "en-US"
extensions = ["sphinxext_eir"]
html_theme = "furo"

eir_bibliography_files = ["references.bib"]
eir_citation_style = "chicago-notes-bibliography.csl"
eir_note_style = "arabic"
