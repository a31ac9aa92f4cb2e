"""LaTeX → blocks, by pandoc, with the front matter as classes of journals have it.

``reader``
   a document and its parts as a whole; with
``front``
   the front matter, and
``authors``
   the authors with their institutions, both by
``braces``
   braces and what stands in them; and
``references``
   references to sections, figures, tables and formulas.
"""

from .reader import parts_among, read_latex

__all__ = ["parts_among", "read_latex"]
