"""A PDF → blocks, by a page model of words, lines, regions and blocks.

``page``
   the file, page by page: words with their styles, and what else stands there;
``layout``
   words as lines, in columns, and how the document sets them;
``streams``
   what is the article's text, and what stands around it: furniture, covers, contents, notes;
``blocks``
   lines as blocks: paragraphs, items, tables and code, each whole;
``title``
   the title block;
``kinds``
   what each block is, and the levels of headings;
``writing``
   the transcript, and the blocks of the article;
``assembly``
   the reading: every line written down, in the order of the pages;
``doubts``
   what the file doesn't tell, and refusals;
``messages``
   what is said of that, and of what was left out;
``reader``
   all of these, one after the other.
"""

from __future__ import annotations

from .reader import read_pdf

__all__ = ["read_pdf"]
