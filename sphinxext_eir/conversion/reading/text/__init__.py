"""Extracted text → blocks, one by one.

``reader``
   a text as a whole; with
``typed_lines``
   what its lines tell: ends of paragraphs, quotations set in, columns,
``markdown``
   its inline markup, and
``pictures``
   the files that it refers to.
"""

from .reader import read_string, read_text

__all__ = ["read_string", "read_text"]
