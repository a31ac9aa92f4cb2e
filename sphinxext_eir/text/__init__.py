"""Plain facts about typed text, once for all who read it. Nothing here knows Sphinx or docutils.

The tables, by what they are of: ``characters`` that no page can hold, ``aliases`` of YAML, ``patterns`` made of words, ``decisions`` as tables, ``numerals``, ``sentences``, ``dates``
(years, months, dates of access), ``dois``, ``names``, ``languages``, the ``vocabularies`` of what authors type in them, ``guessing`` which one a text is in, ``identifiers`` of documents, ``files`` that authors name. From these: ``fields``, ``institutions``, ``language_tags`` and ``authors``
are read, in ``author_lines`` (by ``given_names`` that are known) or in ``author_structures``; ``frontmatter`` is made of them, and knows the ``foreign_fields`` of other programs, and the
``foreign_mappings`` that hold several. ``article`` is the record of what was read; ``bylines`` print it, ``name_parts`` tells given names from family names, ``quotation`` compares what is quoted, and ``description`` takes an article's opening.
``reading_time`` is what a text takes.
``language_codes`` are those of libraries. ``requirements`` says what indexes and archives ask of an article, and ``web_page`` is what
reports are written on. ``people`` finds out who is who, ``keywords`` what is the same subject, ``media`` what an address plays, ``light_markup`` reads what is said of them, ``atom`` writes feeds, and
``html_scripts`` JSON inside of pages.
"""
