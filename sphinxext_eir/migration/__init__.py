"""Migration: a project that uses sphinxcontrib-bibtex becomes one that uses this extension. Plain Python; nothing of the project is run.

In the order that data takes:

- ``pipeline``: all of it, on one page
- ``project``: the files of a project, read; ``settings``: its ``conf.py``
- ``rest`` and ``myst``: where a source has running text; ``lines``, ``inline`` and ``directives``: what is in it
- ``plan``: what is decided for the project: style, scopes, how footnotes are said
- ``rewriting``: the edits of one file. ``roles`` and ``targets``: citations; ``lists`` and ``filters``: bibliographies;
  ``layout``: the tables and titles around them
- ``difference``: what changes, as a patch; ``writing``: files, whole or not at all
- ``records``: the classes that all of these share
"""

from .difference import coloured, difference
from .pipeline import migrate
from .records import Change, Message, Migration, MigrationError
from .writing import keep, uncommitted, write

__all__ = [
    "Change",
    "Message",
    "Migration",
    "MigrationError",
    "coloured",
    "difference",
    "keep",
    "migrate",
    "uncommitted",
    "write",
]
