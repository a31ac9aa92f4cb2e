project = "مقالات"
author = "المحرّرون"
language = "ar"

extensions = ["sphinxext_eir"]
templates_path = ["_templates"]
html_theme = "furo"
