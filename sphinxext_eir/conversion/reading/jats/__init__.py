"""Articles in JATS, the Journal Article Tag Suite (ANSI/NISO Z39.96), as OJS, SciELO and PubMed Central have them → blocks.

``reader``
   an article as a whole; with
``front``
   what it says of itself before its text: fields of the front matter,
``body``
   its elements as pandoc's, which the tree's reader takes, with
``references``
   entries of its list of references, printed or in fields.
"""

from .reader import read_jats

__all__ = ["read_jats"]
