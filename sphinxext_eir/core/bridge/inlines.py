"""Nodes within a paragraph → inlines. One function for each kind; the table is :data:`.translation.INLINES`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from ..languages import marked_language
from ..nodes import is_decoration
from .elements import attributes, element, link, span, words
from .translation import inline

if TYPE_CHECKING:
    from .elements import Element
    from .translation import Translation

SET_OFF = {
    nodes.emphasis: "Emph",
    nodes.title_reference: "Emph",
    addnodes.literal_emphasis: "Emph",
    addnodes.manpage: "Emph",
    nodes.strong: "Strong",
    addnodes.literal_strong: "Strong",
    nodes.subscript: "Subscript",
    nodes.superscript: "Superscript",
}
"""Class → pandoc's element for what it holds."""

DECORATION = "decoration"
"""The class of a picture that shows nothing that isn't said beside it."""

ELSEWHERE = "eir-elsewhere:"
"""The beginning of an address of a document that has none."""


@inline(nodes.Text)
def text(node: nodes.Text, translation: Translation) -> list[Element]:
    return words(node.astext())


@inline(*SET_OFF)
def set_off(node: nodes.TextElement, translation: Translation) -> list[Element]:
    constructor = next(SET_OFF[each] for each in type(node).__mro__ if each in SET_OFF)
    return [element(constructor, translation.content(node))]


@inline(nodes.literal)
def literal(node: nodes.literal, translation: Translation) -> list[Element]:
    translation.wait(node["ids"])
    return [*translation.anchors(), element("Code", attributes(), " ".join(node.astext().split("\n")))]


@inline(nodes.math)
def math(node: nodes.math, translation: Translation) -> list[Element]:
    return [element("Math", element("InlineMath"), node.astext())]


@inline(nodes.inline, addnodes.pending_xref, addnodes.download_reference)
def inside(node: nodes.TextElement, translation: Translation) -> list[Element]:
    content = translation.content(node)
    if marked_language(node) and (pairs := translation.language(node)):
        return [span(content, pairs=pairs)]
    ours = [name for name in node["classes"] if name.startswith("eir-")]
    return [span(content, classes=ours)] if ours else content


@inline(
    nodes.acronym,
    nodes.citation_reference,
    nodes.generated,
    nodes.problematic,
    nodes.substitution_reference,
    addnodes.pending_xref_condition,
)
def words_alone(node: nodes.TextElement, translation: Translation) -> list[Element]:
    return translation.content(node)


@inline(nodes.abbreviation)
def abbreviation(node: nodes.abbreviation, translation: Translation) -> list[Element]:
    """Explain an abbreviation at its first place, as Sphinx's text and LaTeX builders do: paper has no titles to point at."""
    content = translation.content(node)
    explanation = node.get("explanation", "")
    if not explanation or node.astext() in translation.explained:
        return content
    translation.explained.add(node.astext())
    return [*content, *words(f" ({explanation})")]


@inline(nodes.reference)
def reference(node: nodes.reference, translation: Translation) -> list[Element]:
    content = translation.content(node)
    if node.get("refuri", "").startswith(ELSEWHERE):
        return content
    if node.get("refuri"):
        return [link(content, node["refuri"], node.get("reftitle", ""))]
    return [link(content, f"#{node['refid']}")] if node.get("refid") else content


@inline(nodes.target)
def target(node: nodes.target, translation: Translation) -> list[Element]:
    translation.wait(node["ids"] or [name for name in [node.get("refid")] if name])
    return translation.inlines(node.children) if node.children else translation.anchors()


@inline(nodes.image)
def image(node: nodes.image, translation: Translation) -> list[Element]:
    """Return a picture. Its size is the author's; a percentage is of the line."""
    translation.wait(node["ids"])
    sizes = [(name, _size(node[name])) for name in ("width", "height") if node.get(name)]
    classes = [DECORATION] if is_decoration(node) else []
    picture = element(
        "Image",
        attributes(classes=classes, pairs=sizes),
        words(node.get("alt", "")),
        [node["uri"], node.get("title", "")],
    )
    return [*translation.anchors(), picture]


def _size(typed: Any) -> str:
    size = str(typed)
    return f"{size}px" if size.isdigit() else size


@inline(nodes.raw)
def raw(node: nodes.raw, translation: Translation) -> list[Element]:
    """Leave it to pandoc's writer, which knows its format's name."""
    return [element("RawInline", form, node.astext()) for form in node.get("format", "").split()[:1]]


@inline(nodes.footnote_reference)
def footnote_reference(node: nodes.footnote_reference, translation: Translation) -> list[Element]:
    """Return the note itself at its first reference, and at others its number as a link to the first."""
    footnote = translation.footnotes.get(node.get("refid", ""))
    if footnote is None:
        return [element("Superscript", translation.content(node))]
    if id(footnote) in translation.noted:
        number = link(words(node.astext()), f"#{translation.noted[id(footnote)]}")
        return [element("Superscript", [number])]
    place = next(iter(node["ids"]), f"{footnote['ids'][0]}-place")
    translation.noted[id(footnote)] = place
    translation.wait(node["ids"][1:])
    before = translation.anchors()
    children = [child for child in footnote.children if not isinstance(child, nodes.label)]
    translation.wait(footnote["ids"])
    content = translation.blocks(children) or [element("Para", translation.anchors())]
    return [*before, span([element("Note", content)], identifier=place)]


@inline(
    addnodes.index,
    nodes.comment,
    nodes.substitution_definition,
    nodes.pending,
    nodes.meta,
)
def nothing(node: nodes.Node, translation: Translation) -> list[Element]:
    return []


@inline(addnodes.desc_signature, addnodes.desc_signature_line)
def signature(node: nodes.TextElement, translation: Translation) -> list[Element]:
    translation.wait(node["ids"])
    return [*translation.anchors(), element("Code", attributes(), node.astext())]
