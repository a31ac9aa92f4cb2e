"""Citations and bibliography entries as authors type them, read as text. No Sphinx here.

Entries:

``references``
   entries, with
``entry_authors``
   their authors.

Citations:

``paragraphs``
   which texts may have one;
``citations``
   the citations in a text, by what stands before each year:
``years``
   years with their locators,
``cited_names``
   the names before a year, read backwards, by the tables of
``words``
   words in citations;
``evidence``
   what speaks for a citation, and against it:
``plausible``
   whether its names are names,
``claims``
   the words around them,
``glosses``
   the name before a bracket;
``mentions``
   the same names elsewhere in the text.

Both:

``matching``
   which entry a citation means;
``verdicts``
   what a citation without an entry is, by all of its document.

Facts that others need as well, such as dates and particles, are in ``sphinxext_eir.text``.
"""
