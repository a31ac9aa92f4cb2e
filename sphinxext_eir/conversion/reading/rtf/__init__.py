"""RTF → blocks (Rich Text Format 1.9.1).

pandoc's reader passes over notes that another program may ignore, which is how Word and LibreOffice write all of theirs, over code pages,
formulas and lists in cells, and says nothing. So the file is read here, in the order of the flow:

``tokens``
   bytes → groups of control words and characters;
``characters``
   bytes → letters, by the font that they are set in;
``lines``
   groups → paragraphs with their looks, notes, and what else stands in the file;
``grid``
   rows of cells → tables with merged cells;
``flow``
   paragraphs → pandoc's document tree: headings, lists, quotes;
``reader``
   all of it → a reading.
"""

from .reader import read_rtf as read_rtf
