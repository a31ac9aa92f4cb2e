"""Readers: an input → its transcript, and blocks whose runs know their place in it.

``text``
   extracted text, block by block; with
``markdown``
   its inline markup, and
``pictures``
   the files that it refers to;
``pdf_characters``
   a PDF as characters on pages, then
``pdf_lines``
   as lines, without those that return on each page, then
``pdf_setting``
   measured, to find where paragraphs begin, and
``pdf``
   as blocks;
``word``
   Word and OpenDocument files, through pandoc's tree.
"""
