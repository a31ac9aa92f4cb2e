"""Files of references, read entry by entry: a bad entry costs only itself, and one that nobody cites costs nothing.

``source`` is a file: the reader for its suffix (``bibtex``, ``csl_json``, ``csl_yaml``, ``ris`` or ``endnote``) splits it into
``entries``, and those that are asked for are converted into items.
"""

from .entries import Message, MessageKind
from .source import Source, read_source

__all__ = ["Message", "MessageKind", "Source", "read_source"]
