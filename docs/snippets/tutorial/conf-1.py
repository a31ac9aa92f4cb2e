project = "Essays"
author = "Jane Doe"
language = "en"
extensions = ["sphinxext_eir"]
html_theme = "furo"
