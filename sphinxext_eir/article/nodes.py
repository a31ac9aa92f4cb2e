"""The nodes of an article's head. Only HTML and LaTeX see those after the placeholder."""

from __future__ import annotations

from docutils import nodes


class eir_article(nodes.General, nodes.Element):  # noqa: N801 - docutils' convention, here and below
    """Placeholder for the head of an article; it holds disclaimer and standfirst.

    ``docname`` says whose head it is, also where documents are joined.
    """


class eir_header(nodes.General, nodes.Element):  # noqa: N801
    """The head of an article, under its title."""


class eir_standfirst(nodes.General, nodes.Element):  # noqa: N801
    """The abstract or standfirst. In the placeholder, too; other builders get a block quote."""


class eir_running_head(nodes.General, nodes.Element):  # noqa: N801
    """Around an article's section: what its pages say at head and foot (LaTeX).

    ``title``, ``written_by``, ``notice`` and ``page`` are plain text. ``information`` is what a PDF of this article alone
    says of it: hyperref's option → plain text.
    """
