"""Word and OpenDocument files → blocks, by pandoc.

``reader``
   a file as a whole; with
``rewriting``
   what pandoc doesn't know in Word's files, in forms that it reads;
``nested_tables``
   tables in cells of OpenDocument;
``copies``
   a file in which such parts are changed;
``unread``
   the words that pandoc leaves out nevertheless.
"""

from .reader import read_word

__all__ = ["read_word"]
