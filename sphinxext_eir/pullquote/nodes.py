"""The nodes of pull quotes. The first two are stored; HTML and LaTeX see the first after the page is resolved, too."""

from __future__ import annotations

from docutils import nodes


class eir_pull_quote(nodes.General, nodes.Element):  # noqa: N801 - docutils' convention, here and below
    """A pull quote: its words, and last an ``attribution`` if there is one.

    ``align`` is as typed, if it was; ``repeats`` says whether the words are the text's own, so that nothing is lost
    where they are hidden or left out. ``number`` counts those on a page that don't (HTML). ``beside``: it stands first in
    an :class:`eir_beside` (LaTeX).
    """


class eir_pulled_words(nodes.Inline, nodes.TextElement):  # noqa: N801
    """Words of the running text of which a pull quote is made when the page is resolved."""


class eir_beside(nodes.General, nodes.Element):  # noqa: N801
    """A pull quote and the paragraphs that it may stand beside (LaTeX)."""
