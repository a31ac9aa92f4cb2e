"""Settings of this project: https://www.sphinx-doc.org/en/master/usage/configuration.html"""

project = "Essays"
author = "the editors"
extensions = ["sphinxext_eir"]
exclude_patterns = ["_build"]
language = "en"

# What all articles share. An article that says something else wins.
eir_article_defaults = {
    "license": "CC BY-NC 4.0",
}
