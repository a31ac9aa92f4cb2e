"""Characters in a document that no page can hold: a file of XML or LaTeX that had one couldn't be read, and half a character ends a build.

Those that are typed are taken out of sources before they are parsed, wherever they stand. Others are spelled, as in docutils' directive
``unicode``, or come from files that are shown: these are taken out of the tree.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.nodes import traverse_parent

from ..text.characters import unwritable, writable
from .walks import find_all
from .warnings import Subtype, warn

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx

    from .warnings import Location

_ESCAPED = "\0"
"""Stands for a backslash in text that is parsed later (``docutils.utils.escape2null``)."""
_MOST_NAMED = 5


def clean_source(app: Sphinx, docname: str, content: list[str]) -> None:
    """Take such characters out of the source of a document."""
    content[0] = _cleaned(content[0], str(app.env.doc2path(docname)))


def clean_included(app: Sphinx, path: Path, parent: str, content: list[str]) -> None:
    """Take such characters out of a source that a document includes."""
    content[0] = _cleaned(content[0], str(app.srcdir / path))


def _cleaned(text: str, path: str) -> str:
    found = [match for match in unwritable(text) if match[0] not in "\x0b\x0c"]  # spaces to docutils, as well
    if not found and "\x0b" not in text and "\x0c" not in text:
        return text
    if found:
        line = text.count("\n", 0, found[0].start()) + 1
        _warn([match[0] for match in found], f"{path}:{line}")
    return writable(text)


class CleanText(SphinxTransform):
    """Takes such characters out of the texts of a document.

    After translation (20), which parses texts anew; before anything reads them, and before substitutions are made (220).
    """

    default_priority = 22

    def apply(self, **kwargs: Any) -> None:
        """Write each such text anew."""
        texts = find_all(self.document, nodes.Text)
        if next(unwritable("".join(texts)), None) is None:
            return
        for text in texts:
            found = [match[0] for match in unwritable(text) if match[0] != _ESCAPED]
            if found:
                # What front matter became may stand on no line.
                has_line = any(node.line for node in traverse_parent(text.parent))
                _warn(found, text.parent if has_line else self.env.docname)
                written = _ESCAPED.join(map(writable, text.split(_ESCAPED)))
                text.parent.replace(text, nodes.Text(written))


def _warn(found: list[str], location: Location) -> None:
    named = Counter(f"U+{ord(character):04X}" for character in found)
    shown = [
        f"{name} ({count} times)" if count > 1 else name for name, count in named.most_common(_MOST_NAMED)
    ]
    shown += ["others"] if len(named) > _MOST_NAMED else []
    message = (
        f"no page can hold such characters as stand here: {', '.join(shown)}. They are left out, or read as HTML reads them; type what is "
        "meant there"
    )
    warn(Subtype.MARKUP, message, location=location)
