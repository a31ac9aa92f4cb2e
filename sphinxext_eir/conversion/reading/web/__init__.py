"""Web pages → blocks: the article among all that stands around it, with its notes and its front matter.

``reader``
   a page as a whole; with
``head``
   what it says of its article where readers don't see it,
``seen``
   what readers see of who wrote it and when,
``bylines``
   names and days as both say them,
``blocks``
   its elements as blocks, with
``biographies``
   who the author is,
``runs``
   what stands in a paragraph, and
``tables``
   cells that span others;
``notes``
   its notes, their labels and what belongs to each; with
``linked_notes``
   those to which links lead,
``unlinked_notes``
   those in lists, by numbers, or in the sentence, and
``markers``
   what refers to them;
``article``
   where the article is, and what is furniture;
``standfirst``
   what of the article stands before it, under the title;
``widgets``
   what sites put between paragraphs, by its words;
``naming``
   the names that pages give to their parts, as tables;
``tree``
   HTML as browsers parse it.
"""

from .head import PageHead
from .reader import PicturesBeside, read_page, read_tree

__all__ = ["PageHead", "PicturesBeside", "read_page", "read_tree"]
