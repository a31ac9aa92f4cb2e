"""The settings of a small journal that uses all that a journal has."""

project = "Harbour Review"
author = "the editors"
copyright = "2024, the authors"
version = "1"
language = "en"

extensions = ["sphinxext_eir", "myst_parser"]
exclude_patterns = ["_build"]
nitpicky = True
html_baseurl = "https://harbour-review.example/"

html_theme = "eir"
html_title = project
html_copy_source = False
html_theme_options = {
    "tagline": "Essays on coasts, and those who live by them",
    "sections": ["issues/index", "about"],
    "links": [("Most cited", "most-cited.html"), ("Feed", "articles.atom")],
    "accent": "#1f4e5f",
}

eir_people = "people.yaml"
eir_subjects = ["keywords", "kinds"]
eir_article_layout = "journal"
eir_article_pdfs = True
eir_issue_pdfs = True
eir_bibliography_files = ["references.bib"]
eir_article_defaults = {
    "journal": project,
    "publisher": "Harbour Press",
    "issn": "1234-5679",
    "license": "CC BY 4.0",
}
eir_crossref = {
    "depositor": "Harbour Press",
    "email": "deposits@harbour-review.example",
    "policy": "10.5555/harbour.policy",
}

# By LaTeX, one PDF of all.
latex_documents = [("index", "harbour-review.tex", project, author, "howto")]
