"""Writers: an article → a source.

``writer``
   the walk through the blocks, the same for both syntaxes;
``pieces``
   runs of text made ready for markup, and lines that no parser misreads;
``rst``
   reStructuredText;
``myst``
   MyST Markdown;
``readback``
   the words of a written source, read by code that shares nothing with the writers.
"""
