"""The record of a document with an ``eir:cite-this``."""

# Without `annotations` of `__future__`, as in `text.article`: this is imported in each build.
from typing import NamedTuple


class CiteThis(NamedTuple):
    """The record of a document with an ``eir:cite-this``: files of its citation are written."""

    docname: str
