"""What authors type of citations and bibliography entries, read as text. No Sphinx here.

``entry_authors`` reads the authors of an entry → ``references`` reads entries; ``years`` reads years with their locators,
``cited_names`` reads names backwards from a year, ``plausible`` judges these names, ``claims`` the words around them and ``glosses`` the name before a bracket, by the tables of ``words`` and
as rows of ``decisions`` → ``citations`` finds citations →
``matching`` says which entry a citation means. Dates, particles and other facts are in ``sphinxext_eir.text``.
"""
