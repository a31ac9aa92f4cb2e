"""The nodes of a citation on offer. Only HTML and EPUB see any but the placeholder."""

from __future__ import annotations

from docutils import nodes


class eir_cite_this(nodes.General, nodes.Element):  # noqa: N801 - docutils' convention, here and below
    """Placeholder for the citation of the article ``docname``; on a page, what stands in it."""


class eir_isolated(nodes.Inline, nodes.TextElement):  # noqa: N801
    """Words that may run the other way than the line they stand in."""


class eir_copied(nodes.General, nodes.FixedTextElement):  # noqa: N801
    """What a reference manager reads, to be copied; ``label`` names it. Without colours: it is no code to be read."""


class eir_copy_button(nodes.General, nodes.Element):  # noqa: N801
    """A button that copies the citation that stands before it; ``label`` says which."""
