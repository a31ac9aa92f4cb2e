"""The check of pull quotes, when a document is read: of their place, and of their words against the text."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ...core.domain import eir_domain
from ...core.nodes import eir_pull_quote, eir_pulled_words
from ...core.running_text import (
    PULL_QUOTE,
    part_around,
    remove_mark,
    remove_typed_marks,
    running_text,
    words_of,
)
from ...core.walks import find_all
from ...core.warnings import Subtype, warn
from .words import words_alone

if TYPE_CHECKING:
    from ...text.quotation import Comparison

MOST_DIFFERENCES = 5
LONGEST_PASSAGE = 300
"""Characters of a passage, in a warning."""


OURS = (eir_pull_quote, eir_pulled_words)


class TidyPullQuotes(SphinxTransform):
    """Takes apart pull quotes that are out of place, and takes the marks of notes out of the words of the others.

    After translation (20), which parses roles anew; before notes are claimed and numbered (610), since marks in a pull quote
    only repeat those of the text; and before docutils copies headings into ``contents`` (720).
    """

    default_priority = 600

    def apply(self, **kwargs: Any) -> None:
        """Warn of each pull quote that is out of place, and keep its words."""
        for node in find_all(self.document, OURS):
            part = part_around(node)
            if isinstance(node, eir_pulled_words) and (part or not node.astext().strip()):
                where = f"these stand in {part.name}" if part else "there are none"
                message = f"the role eir:pull-quote marks words of the running text, and {where}: no pull quote is made"
                warn(Subtype.PULL_QUOTE, message, location=node)
                node.parent.replace(node, node.children)
            elif isinstance(node, eir_pull_quote) and part == PULL_QUOTE:
                message = "a pull quote stands in another: its words are kept there"
                warn(Subtype.PULL_QUOTE, message, location=node)
                node.parent.replace(node, [_as_paragraph(child) for child in node.children])
            elif isinstance(node, eir_pull_quote) and node.get("check", True):
                for block in words_alone(node):
                    self._take_marks_out(block)

    def _take_marks_out(self, block: nodes.Element) -> None:
        for reference in [*block.findall(nodes.footnote_reference), *block.findall(nodes.citation_reference)]:
            self._forget(reference)
            remove_mark(reference)
        remove_typed_marks(block)

    def _forget(self, reference: nodes.Element) -> None:
        """Take *reference* out of docutils' registries, or its note would link back to a reference that isn't there."""
        document = self.document
        registries: list[list[Any]] = [
            document.autofootnote_refs,
            document.symbol_footnote_refs,
            *document.footnote_refs.values(),
            *document.citation_refs.values(),
        ]
        for references in registries:
            if reference in references:
                references.remove(reference)


class CheckPullQuotes(SphinxTransform):
    """Compares pull quotes with the running text of their document, and notes which ones repeat it.

    After smart quotes (750), so that warnings show what readers see; before the document is stored (880).
    """

    default_priority = 800

    def apply(self, **kwargs: Any) -> None:
        """Compare the quotes that ask for it. Once a document: when a page is resolved, each builder would do it again."""
        found = find_all(self.document, OURS)
        if not found:
            return
        eir_domain(self.env).enter(self.env.docname)
        # Hardly any document has a pull quote, and the comparison takes time to import.
        from ...text.quotation import RunningText, Verdict

        checked = [
            node for node in found if isinstance(node, eir_pull_quote) and node.attributes.pop("check")
        ]
        text = RunningText(running_text(self.document) if checked else ())
        for quote in checked:
            comparison = text.compare(words_of(quote))
            quote["repeats"] = comparison.verdict is Verdict.EXACT
            if comparison.verdict is Verdict.DIFFERENT:
                warn(Subtype.PULL_QUOTE, _message(comparison), location=quote)


def _as_paragraph(child: nodes.Node) -> nodes.Node:
    """Return *child*; a paragraph in place of an attribution, which can't stand outside a quotation."""
    return nodes.paragraph("", "", *child.children) if isinstance(child, nodes.attribution) else child


def _message(comparison: Comparison) -> str:
    message = "the text doesn't say what this pull quote says"
    if not comparison.nearest:
        return f"{message}, or anything near it"
    passage = shorten(comparison.nearest, LONGEST_PASSAGE, placeholder=" …")
    message += f". The nearest passage is '{passage}'"
    if not comparison.differences:
        return f"{message}, which stands elsewhere or is no whole words"
    differences = [str(difference) for difference in comparison.differences]
    more = ["and more"] if len(differences) > MOST_DIFFERENCES else []
    return f"{message}; what differs: {', '.join([*differences[:MOST_DIFFERENCES], *more])}"
