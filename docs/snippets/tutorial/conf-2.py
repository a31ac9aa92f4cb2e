import os

project = "Essays"
author = "Jane Doe"
language = "en"
extensions = ["sphinxext_eir"]
html_theme = "furo"
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
