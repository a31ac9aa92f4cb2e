project = "Essays"
extensions = ["sphinxext_eir"]
html_theme = "furo"

eir_bibliography_files = ["references.bib"]
