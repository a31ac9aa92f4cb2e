"""The title block: all that stands before the first paragraph of the text.

``block``
   the title block as one group; with
``lines``
   the lines there that are the title, and
``credits``
   those that name the authors.
"""
