project = "Essays"
extensions = ["sphinxcontrib.bibtex"]
html_theme = "furo"

bibtex_bibfiles = ["references.bib"]
bibtex_default_style = "plain"
bibtex_reference_style = "author_year"
