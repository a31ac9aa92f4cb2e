"""Word and OpenDocument files → blocks, by pandoc.

``reader``
   a file as a whole; with
``nested_tables``
   tables in cells of OpenDocument.
"""

from .reader import read_word

__all__ = ["read_word"]
