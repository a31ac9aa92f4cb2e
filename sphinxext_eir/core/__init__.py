"""What features share, and what needs Sphinx or docutils.

``registration`` tells Sphinx of all of it, much by the names that ``later`` imports when they are used, or ``steps`` when a document has nodes for them. ``warnings`` and ``config`` are the tables of warnings and settings. ``domain`` keeps the records of documents, some of them packed
by ``packing``; ``works`` is a record that one feature makes for others; ``publication`` tells
what is published from what isn't yet; ``people`` knows who is who, ``subjects`` what is about what, and ``issues`` what appeared together. ``nodes`` has every node class, and ``walks`` finds nodes in a tree.

When a document is read, ``parsing`` checks options and parses the text of roles, ``glued_markup`` reads what
docutils took for text, ``unwritable`` takes out characters that no page can hold, ``sections`` knows where lists may stand, ``said_languages`` reads the language of a document and ``languages`` has our words in it,
``translations`` knows the versions of an article,
``running_text`` tells the text from other parts, and ``archive`` adds links to archived pages. When a page is resolved and written,
``outputs`` says which builder gets which nodes; ``landmarks``, ``links``, ``dates`` and ``kinds`` are renderings that features share; ``listing`` makes
lists of articles, ``feeds`` their feeds, and ``made_pages`` pages that no document makes; ``page_urls`` has the addresses of pages. ``bridge`` makes pandoc's document tree of a resolved page.
"""
