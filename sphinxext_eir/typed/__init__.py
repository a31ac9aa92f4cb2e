"""What authors type of citations and bibliography entries, read as text. No Sphinx here.

``names`` compares names and ``dates`` reads dates → ``references`` reads entries, ``citations`` finds what looks like a
citation, by the tables of ``words`` → ``matching`` says which entry a citation means.
"""
