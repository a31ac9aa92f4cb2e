"""Blocks → what they are.

``kind``
   what each block is, by
``cases``
   what is known of it between its neighbours,
``peers``
   how those stand that are set like it, and
``headings``
   what makes it a heading;
``run_ins``
   headings at the heads of paragraphs, on one line with their text;
``levels``
   the levels of headings.
"""
