"""Pandoc's document tree → blocks, for the readers of all that pandoc reads.

``program``
   the program, asked for its tree;
``tree``
   that tree → blocks, whose
``runs``
   are made of pandoc's inlines; with
``words``
   the words of these,
``citations``
   citations by key,
``formulas``
   formulas in TeX,
``raw``
   markup of another program in it, and
``lines``
   places in the text;
``nodes``
   nodes that readers of other formats make for it.
"""
