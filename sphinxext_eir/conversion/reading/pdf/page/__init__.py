"""The file, page by page: words with their styles, and what else stands there.

``sheets``
   a file, page by page, with
``characters``
   the characters of a page, made words, and
``fonts``
   what fonts tell of the letters set in them;
``words``
   words with their styles, and what else stands on pages: what all other rooms are given;
``drawings``
   pictures, rules, bullets, and drawings that have words in them;
``elements``
   the structure of tagged files;
``accents``
   accents that stand over letters, and letters at places of their own, made letters;
``ligatures``
   ligatures at places of a font's own, told by the words that they make;
``narrow_spaces``
   spaces of tight lines, which are narrower than others;
``overprint``
   letters that are printed twice, read once.
"""
