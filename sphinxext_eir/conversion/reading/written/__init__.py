"""Markdown as authors write it for programs → blocks, by pandoc.

``reader``
   a file as a whole, whose
``dialects``
   become pandoc's.
"""

from .reader import read_markdown

__all__ = ["read_markdown"]
