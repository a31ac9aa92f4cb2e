"""The documentation of sphinxext-eir, which is an example of its use as well."""

import os
import sys
from pathlib import Path

import sphinxext_eir

sys.path.append(str(Path(__file__).parent / "_ext"))

project = "sphinxext-eir"
author = "the sphinxext-eir developers"
copyright = "2026, the sphinxext-eir developers; the text of the article: Abit Hoxha, E-International Relations, CC BY-NC 4.0"
version = release = sphinxext_eir.__version__
language = "en"

extensions = ["sphinxext_eir", "sphinx_design", "myst_parser", "generated_tables", "style_tables", "examples"]
# The examples in reStructuredText are pages, which the pages about them show.
exclude_patterns = ["_build", "snippets/[!r]*"]
suppress_warnings = ["toc.not_included"]
eir_bibliography_files = ["snippets/references.bib", "snippets/harbours.bib"]
nitpicky = True
nitpick_ignore = [("py:class", "Path")]  # every other type that a public signature names is public
default_role = "any"
myst_enable_extensions = ["colon_fence"]

eir_article_pdfs = "READTHEDOCS" in os.environ  # as the guide says; elsewhere, nobody waits for them

html_theme = "eir"
html_theme_options = {
    "tagline": "Scholarly essays with Sphinx",
    "sections": ["tutorial/first-article", "how-to/index", "reference/index", "explanation/index", "gallery"],
    "links": [("Credits", "credits.html")],
}
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
html_title = "sphinxext-eir"
html_copy_source = False
html_static_path = ["_static"]
html_css_files = ["docs.css"]

latex_documents = [("index", "sphinxext-eir.tex", project, author, "manual")]
latex_elements = {"papersize": "a4paper", "extraclassoptions": "openany"}

epub_show_urls = "no"
# Browsers play it; e-books have no name for it.
epub_exclude_files = ["_static/horn.wav"]
