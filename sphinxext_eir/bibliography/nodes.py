"""The nodes of citations and bibliographies.

When a document is read: ``eir_typed_citation`` around the words of a typed citation, ``citation_reference`` for a role, and
the list ``eir_bibliography``, of ``eir_entry`` if it is typed. When a page is resolved, HTML and LaTeX get ``eir_biblioref``
for the links.
"""

from __future__ import annotations

from docutils import nodes

from ..links import eir_link


class eir_typed_citation(nodes.Inline, nodes.TextElement):  # noqa: N801 - docutils' convention, here and below
    """Words that may cite an entry: the citation ``number`` of ``docname``. They stay as they are."""


class citation_reference(nodes.Inline, nodes.TextElement):  # noqa: N801
    """A citation by key, until the page is resolved: the citation ``number`` of ``docname``.

    It bears docutils' name because what filters titles for contents, ``<title>`` and search goes by the bare class name,
    and drops it. ``part`` says whether it prints what stands in the ``text`` or in a ``note``; ``typed`` is what was typed.
    """

    resolved = True
    """To docutils, which looks at nodes of this name."""

    def astext(self) -> str:
        """Return nothing: what is printed isn't known yet."""
        return ""


class eir_bibliography(nodes.General, nodes.Element):  # noqa: N801
    """The place of a bibliography: the list ``number`` of ``docname``."""


class eir_entry(nodes.General, nodes.Element):  # noqa: N801
    """An entry: a paragraph, with its ``label`` if the style has a column of labels."""


class eir_biblioref(eir_link):  # noqa: N801
    """A link from a citation to its entry (HTML and LaTeX)."""
