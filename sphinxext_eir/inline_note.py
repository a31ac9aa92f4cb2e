"""The node of an inline note as typed, which becomes one of the document's notes.

Whoever makes one, be it a role or a citation in a style of notes, leaves the rest to ``notes``.
"""

from __future__ import annotations

from docutils import nodes


class eir_note(nodes.Inline, nodes.TextElement):  # noqa: N801 - docutils' convention, here and below
    """An inline note: its children are its body. It is no part of the text around it."""

    def astext(self) -> str:
        """Return nothing: a section's id and title are made of its heading's text."""
        return ""
