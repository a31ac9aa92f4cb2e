"""The bridge to pandoc: a resolved doctree → pandoc's document tree, as plain data.

The mirror of how the converter reads Word files. A builder's nodes come in, docutils', Sphinx's, and those of ours that say more;
pandoc's writers take what goes out. ``elements`` makes the parts of pandoc's tree. ``translation`` is one walk over a document, with
the two tables that say which function translates a class of nodes: ``inlines`` fills the one, ``blocks``, ``lists``, ``tables`` and
``own``, for nodes of ours, the other; ``structure`` says which trees are made as docutils makes them. ``anchors`` takes out the links and ids that lead nowhere. ``words`` counts what doctree and
tree say, so that both can be held against each other.
"""

from __future__ import annotations

from . import blocks, inlines, lists, own, tables  # noqa: F401 - they fill the tables
from .translation import Translation

__all__ = ["Translation"]
