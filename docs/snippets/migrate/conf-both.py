project = "Essays"
extensions = ["sphinxcontrib.bibtex", "sphinxext_eir"]
html_theme = "furo"

bibtex_bibfiles = ["references.bib"]
bibtex_default_style = "plain"
bibtex_reference_style = "author_year"

eir_bibliography_files = ["references.bib"]
