"""Files of references, read entry by entry: a bad entry costs only itself, and one that nobody cites costs nothing.

``source`` is a file: the reader for its suffix (``bibtex``, ``csl_json``, ``csl_yaml``, ``ris`` or ``endnote``) splits it into
``entries``, and those that are asked for are converted into items.

In CSL-YAML, ``anchors`` knows what entries borrow of others. BibTeX has more rooms. ``blocks`` splits a file, ``inheritance`` puts in what an entry takes from its parents, ``written`` writes
it anew for pandoc, and the ``ledger`` compares what comes back: by the words that ``latex`` reads, with the ``letters`` that it names, in
the ``fields`` that there are, with ``bibtex_dates`` and ``bibtex_names``.
"""

from .entries import Message, MessageKind
from .source import Source, read_source

__all__ = ["Message", "MessageKind", "Source", "read_source"]
