"""Citations and bibliography entries as authors type them, read as text. No Sphinx here.

Entries: ``entry_authors`` reads the authors of an entry → ``references`` reads entries.

Citations: ``paragraphs`` tells which texts may have one. ``years`` reads years with their locators → ``cited_names`` reads the names before a year, backwards → by the tables of ``words``,
as rows of a table, ``plausible`` judges these names, ``claims`` the words around them, and ``glosses`` the name before a bracket →
``evidence`` weighs what they say → ``citations`` finds citations → ``mentions`` looks for their names elsewhere in the text.

Both: ``matching`` says which entry a citation means; ``verdicts``, what one without an entry is, by all of its document. Facts that others need as well, such as dates and particles, are in
``sphinxext_eir.text``.
"""
