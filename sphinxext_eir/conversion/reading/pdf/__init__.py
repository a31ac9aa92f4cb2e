"""A PDF → blocks, by a page model of words, lines, regions and blocks.

``words``
   words with their styles, and what else stands on pages: what all the others are given;
``sheets``
   the file, page by page, with
``characters``
   the characters of a page, made words, and
``fonts``
   what fonts tell of the letters set in them;
``drawings``
   pictures, rules, bullets, and drawings that have words in them;
``elements``
   the structure of tagged files;
``accents``
   accents that stand over letters, and letters at places of their own, made letters;
``narrow_spaces``
   spaces of tight lines, which are narrower than others;
``overprint``
   letters that are printed twice, read once;
``ligatures``
   ligatures at places of a font's own, told by the words that they make;
``margins``
   numbers of lines in the margin, told apart;
``pull_quotes``
   words of the text said again in boxes that it is set around, told apart;
``letterspacing``
   letters that stand apart, made words;
``initials``
   large initials beside several lines;
``asides``
   boxes beside the title and the abstract, which are read before these;
``grids``
   rules that part the cells of tables;
``gutters``
   stretches of words, and the gutters between columns;
``lines``
   words as lines, in columns;
``furniture``
   lines at the heads and feet of pages that are none of the text;
``covers``
   covers of repositories before the article, left out;
``issue_pages``
   what an issue has before an article, left out;
``contents``
   tables of contents, left out, and the true headings that they tell;
``labels``
   labels of notes, and markers in the text;
``zones``
   where notes begin at the feet of pages, and
``notes``
   the notes there, with the markers that refer to them;
``streams``
   furniture, contents, notes and the text, told apart;
``trust``
   whether the structure of a tagged file is believed;
``setting``
   the setting of the text: sizes, edges, leading;
``breaks``
   where blocks begin, by
``pairs``
   two lines, one after the other, and
``items``
   the signs and numbers of lists;
``tables``
   rows of cells;
``listings``
   code;
``blocks``
   the blocks of a region, its tables and its code kept together;
``titles``
   the title block, with
``title_lines``
   the lines there that are the title, and
``credits``
   those that name the authors;
``kinds``
   what each block is, by
``cases``
   what is known of it between its neighbours,
``peers``
   how those stand that are set like it, and
``headings``
   what makes it a heading;
``run_ins``
   headings at the heads of paragraphs, on one line with their text;
``numbering``
   numbers before headings, and
``levels``
   the levels of headings;
``captions``
   captions of tables, tied to them;
``joins``
   blocks that the end of a column or page parts, made whole;
``small_capitals``
   capitals that stand for small letters;
``runs``
   lines as runs of text with markup and links;
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
