"""Plain facts about typed text. Nothing here knows Sphinx or docutils."""
