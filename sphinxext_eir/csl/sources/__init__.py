"""Files of bibliographies, read entry by entry: a bad one costs only itself, and one that nobody cites costs nothing."""

from .source import Message, MessageKind, Source, read_source

__all__ = ["Message", "MessageKind", "Source", "read_source"]
