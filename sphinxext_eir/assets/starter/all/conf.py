"""The settings of this journal. Sphinx explains its own: https://www.sphinx-doc.org/en/master/usage/configuration.html"""

import os

project = "@title@"
author = "the editors"
copyright = "%Y, the authors"
version = "1"  # e-books want one
language = "en"

extensions = ["@extensions@"]
exclude_patterns = ["_build", "wheels", ".github", "README*", "LICENSE*"]

# The address of the site, for the feed, canonical links and citations. Read the Docs gives it, and so does the workflow for
# GitHub Pages. Elsewhere, type it: "https://essays.example/".
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL") or os.environ.get("SITE_URL", "")

html_theme = "eir"
html_title = project
html_copy_source = False
html_theme_options = {
    "tagline": "Essays, at their own pace",
    "sections": ["essays/index", "about"],
    "links": [("About", "about.html"), ("Feed", "articles.atom")]
    if html_baseurl
    else [("About", "about.html")],
    "accent": "#7a2531",
}

# How essays look: a head with the authors and what else is known, a large first letter, notes beside their lines where a
# page has room.
eir_article_layout = "journal"
eir_opening = "drop-cap"
eir_reading_time = True
eir_note_placement = "margin"

# What all articles share. An article that says something else wins.
eir_article_defaults = {
    "journal": project,
    "license": "CC BY 4.0",
}
