project = "Essays"
extensions = ["sphinxext_eir"]
html_theme = "furo"
