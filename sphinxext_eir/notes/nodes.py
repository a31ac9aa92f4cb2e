"""The nodes of notes.

When a document is read: ``eir_note``, from :mod:`..inline_note`, until it is claimed; then the list ``eir_notes`` of
``eir_note_item`` with their bodies, and a ``footnote_reference`` in each place that refers to one. When a page is
resolved, HTML and LaTeX get the others.
"""

from __future__ import annotations

from docutils import nodes


class footnote_reference(nodes.footnote_reference):  # noqa: N801
    """A reference to a note of ours, until the page is resolved.

    It bears docutils' name because what filters titles for contents, ``<title>`` and search goes by the bare class
    name, and drops it. ``docname``, ``number``, ``label`` and ``refid`` say whose it is
    and what it shows.
    """

    def astext(self) -> str:
        """Return nothing: a heading's note is no part of the title."""
        return ""


class eir_notes(nodes.General, nodes.Element):  # noqa: N801
    """The list of a document's notes, which ``docname`` names; it holds :class:`eir_note_item` alone."""


class eir_note_item(nodes.General, nodes.Element):  # noqa: N801
    """A note: its body, its ``number`` and its ``label`` as printed, brackets and all."""


class eir_noteref(nodes.Inline, nodes.Element):  # noqa: N801
    """A reference to the note ``refid``, showing ``label`` (HTML and LaTeX). No text: search has no use for it."""


class eir_footnote_labels(nodes.General, nodes.Element):  # noqa: N801
    """Around a document's section: how its page-foot notes are labelled (LaTeX). ``labels`` maps numbers to them."""
