"""What authors type of citations and bibliography entries, read as text. No Sphinx here.

``names`` compares names, ``dates`` and ``years`` read when, ``entry_authors`` who → ``references`` reads entries; ``authors``
reads names backwards from a year, ``plausible`` judges them by the tables of ``words`` → ``citations`` finds what looks like a citation →
``matching`` says which entry it means.
"""
