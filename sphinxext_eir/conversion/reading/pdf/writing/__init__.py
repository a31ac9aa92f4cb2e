"""Blocks of lines → the transcript, and the blocks of the article.

``writer``
   the transcript, in the order of the pages, and blocks of runs; with
``runs``
   lines as runs of text with markup and links,
``verse``
   the lines of verse in quotations, and
``small_capitals``
   capitals that stand for small letters.
"""
