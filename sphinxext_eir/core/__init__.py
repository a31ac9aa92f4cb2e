"""The core: all that features share and that needs Sphinx or docutils.

``config`` and ``warnings`` are the tables of settings and warnings, ``domain`` keeps the records of documents, some of them
packed by ``packing``, and ``nodes`` has every node class. For a document that is read: ``parsing`` of options and roles, ``sections`` that hold a list, ``running_text`` and
what isn't, ``archive`` links. For a page that is resolved and written: ``outputs`` (which builder gets what), ``landmarks``, ``links``
and ``dates``, with ``page_urls`` for those who tell where a page is, and ``works`` for those who tell what it cites.
"""
