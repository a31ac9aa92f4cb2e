"""Which language stands where: docutils' class for it when a document is read, and what HTML and LaTeX say when a page is resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from ...core.domain import eir_domain
from ...core.languages import MARK, Language, language_around, marked_language
from ...core.nodes import eir_directed, eir_directed_section, eir_in_language, eir_landmark
from ...core.walks import find_all, find_blocks
from ...text.languages import direction_of_language, language_tag

if TYPE_CHECKING:
    from collections.abc import Iterator


class MarkLanguage(SphinxTransform):
    """Puts docutils' class for a language on all that a document of another language than the project's consists of.

    After smart quotes (750), which have a way of their own; visitors write it as ``lang`` (HTML) without our doing.
    """

    default_priority = 760

    def apply(self, **kwargs: Any) -> None:
        """Mark the outermost elements."""
        own = eir_domain(self.env).find(self.env.docname, Language)
        if own is None or own.tag == language_tag(self.config.language):
            return
        for node in self.document.children:
            if isinstance(node, (nodes.section, nodes.Body)) and not isinstance(node, nodes.Invisible):
                cast("nodes.Element", node)["classes"].append(f"{MARK}{own.tag}")


class MarkInHtml(SphinxPostTransform):
    """Says which way a document, or a passage, runs, where that isn't the way around it: docutils' class says the language alone.

    After all that puts sections in the place of others.
    """

    default_priority = 910

    def run(self, **kwargs: Any) -> None:
        """Give sections of documents, and passages, the attribute ``dir``."""
        for section in list(self._sections()):
            direction = direction_of_language(language_around(section, self.config))
            if direction != "ltr" or marked_language(section):
                direct(section, direction)
        for node in _passages(self.document):
            direction = direction_of_language(marked_language(node))
            if direction != direction_of_language(language_around(node.parent, self.config)):
                tag = "span" if isinstance(node, nodes.inline) else "div"
                directed = eir_directed(
                    "", *node.children, ids=node["ids"], classes=node["classes"], tag=tag, direction=direction
                )
                node.parent.replace(node, directed)

    def _sections(self) -> Iterator[nodes.section]:
        """Yield the outermost sections of documents of ours on the page, which may join several."""
        ours = eir_domain(self.env).documents
        for section in find_blocks(self.document, nodes.section):
            around = section.parent
            docname = around["docname"] if isinstance(around, addnodes.start_of_file) else self.env.docname
            if isinstance(around, (nodes.document, addnodes.start_of_file)) and docname in ours:
                yield section


def direct(section: nodes.section, direction: str) -> None:
    """Have *section* say its *direction*."""
    if isinstance(section, eir_landmark):
        section["direction"] = direction
        return
    directed = eir_directed_section("", direction=direction)
    directed.update_basic_atts(section)
    directed.source, directed.line = section.source, section.line
    section.parent.replace(section, directed)
    directed += section.children


def _passages(document: nodes.document) -> list[nodes.Element]:
    """Return the passages that are marked, in lines and as blocks."""
    return [node for node in find_all(document, (nodes.inline, nodes.container)) if marked_language(node)]


class MarkInLatex(SphinxPostTransform):
    """Puts documents and passages in another language into a node that LaTeX switches the language at.

    After running heads (8), which stand around an article's section.
    """

    default_priority = 9

    def run(self, **kwargs: Any) -> None:
        """Wrap sections, and replace passages."""
        sections = [node for node in find_blocks(self.document, nodes.section) if marked_language(node)]
        for node in [*sections, *_passages(self.document)]:
            inline = isinstance(node, nodes.inline)
            wrapped = eir_in_language(language=marked_language(node), inline=inline)
            if isinstance(node, nodes.section):
                node.parent.replace(node, wrapped)
                wrapped += node
            else:
                node.parent.replace(node, wrapped)
                wrapped += node.children
                wrapped["ids"] = node["ids"]
