"""Lines → blocks: paragraphs, items, tables and code, each whole.

``regions``
   the blocks of a region, its tables and its code kept together; with
``breaks``
   where blocks begin, by
``pairs``
   two lines, one after the other, and
``items``
   the signs and numbers of lists;
``numbering``
   numbers before headings;
``tables``
   rows of cells;
``listings``
   code;
``captions``
   captions of tables, tied to them;
``joins``
   blocks that the end of a column or page parts, made whole.
"""
