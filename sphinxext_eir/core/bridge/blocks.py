"""Nodes outside of paragraphs → blocks. One function for each kind; the table is :data:`.translation.BLOCKS`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import admonitionlabels

from .elements import attributes, div, element, span, words
from .inlines import image as inline_image
from .translation import block, titled

if TYPE_CHECKING:
    from .elements import Element
    from .translation import Translation

DEEPEST = 6
"""The deepest level of headings that formats have."""

ADMONITIONS: dict[type[nodes.Node], str] = {
    nodes.attention: "attention",
    nodes.caution: "caution",
    nodes.danger: "danger",
    nodes.error: "error",
    nodes.hint: "hint",
    nodes.important: "important",
    nodes.note: "note",
    nodes.tip: "tip",
    nodes.warning: "warning",
    addnodes.seealso: "seealso",
}
"""The ones that Sphinx gives their titles → the name of the title, which is the class as well."""

ASIDES: dict[type[nodes.Node], str] = {
    nodes.admonition: "admonition",
    nodes.topic: "topic",
    nodes.sidebar: "sidebar",
}
"""The ones that have titles of their own → their class."""


@block(nodes.paragraph)
def paragraph(node: nodes.paragraph, translation: Translation) -> list[Element]:
    ours = [name for name in node["classes"] if name.startswith("eir-")]
    made = element("Para", translation.content(node))
    return [div([made], classes=ours)] if ours else [made]


@block(nodes.section)
def section(node: nodes.section, translation: Translation) -> list[Element]:
    translation.wait(node["ids"])
    translation.level += 1
    made = translation.blocks(node.children)
    translation.level -= 1
    return made


@block(nodes.title)
def title(node: nodes.title, translation: Translation) -> list[Element]:
    """Return a heading of the section around it."""
    translation.wait(node["ids"])
    identifier = translation.identifier()
    content = translation.inlines(node.children)
    if pairs := translation.language(node):
        content = [span(content, pairs=pairs)]
    level = min(max(translation.level, 1), DEEPEST)
    return [element("Header", level, attributes(identifier), content)]


@block(nodes.subtitle, nodes.rubric, addnodes.centered)
def heading_of_no_section(node: nodes.TextElement, translation: Translation) -> list[Element]:
    return [div([element("Para", [element("Strong", translation.content(node))])], classes=["rubric"])]


@block(
    nodes.document,
    nodes.container,
    nodes.compound,
    nodes.legend,
    nodes.header,
    nodes.footer,
    nodes.decoration,
    nodes.system_message,
    addnodes.acks,
    addnodes.desc,
    addnodes.glossary,
    addnodes.hlist,
    addnodes.hlistcol,
    addnodes.only,
    addnodes.start_of_file,
    addnodes.versionmodified,
)
def inside(node: nodes.Element, translation: Translation) -> list[Element]:
    made = translation.inside(node)
    ours = [name for name in node["classes"] if name.startswith("eir-")]
    return [div(made, classes=ours)] if ours else made


@block(nodes.block_quote)
def block_quote(node: nodes.block_quote, translation: Translation) -> list[Element]:
    quote = element("BlockQuote", translation.inside(node))
    return [div([quote], classes=["eir-pull-quote"])] if "pull-quote" in node["classes"] else [quote]


@block(addnodes.desc_content)
def description(node: addnodes.desc_content, translation: Translation) -> list[Element]:
    content = translation.inside(node)
    return [element("BlockQuote", content)] if content else []


@block(nodes.attribution)
def attribution(node: nodes.attribution, translation: Translation) -> list[Element]:
    return [element("Para", [*words("— "), *translation.content(node)])]


@block(nodes.literal_block, nodes.doctest_block, addnodes.productionlist)
def code(node: nodes.Element, translation: Translation) -> list[Element]:
    translation.wait(node["ids"])
    language = node.get("language", "")
    identifier = translation.identifier()
    classes = [language] if language and language not in {"default", "none"} else []
    return [element("CodeBlock", attributes(identifier, classes), node.astext())]


@block(nodes.math_block)
def formula(node: nodes.math_block, translation: Translation) -> list[Element]:
    translation.wait(node["ids"])
    number = words(f" ({node['number']})") if node.get("number") else []
    made = element("Math", element("DisplayMath"), node.astext())
    return [element("Para", [*translation.anchors(), made, *number])]


@block(nodes.line_block)
def line_block(node: nodes.line_block, translation: Translation) -> list[Element]:
    translation.wait(node["ids"])
    return [element("LineBlock", _lines(node, translation, 0))]


def _lines(node: nodes.line_block, translation: Translation, depth: int) -> list[list[Element]]:
    lines = []
    for child in node.children:
        if isinstance(child, nodes.line_block):
            lines += _lines(child, translation, depth + 1)
        elif isinstance(child, nodes.line):
            indent = [element("Str", "\u00a0" * 4 * depth)] if depth else []
            lines.append([*indent, *translation.content(child)])
    return lines


@block(nodes.figure)
def figure(node: nodes.figure, translation: Translation) -> list[Element]:
    translation.wait(node["ids"])
    identifier = translation.identifier()
    under = (nodes.caption, nodes.legend)
    caption: list[Element] = []
    for child in node.children:
        if isinstance(child, nodes.caption):
            caption.append(element("Plain", translation.content(child)))
        elif isinstance(child, nodes.legend):
            caption += translation.inside(child)
    picture = translation.blocks(child for child in node.children if not isinstance(child, under))
    plain = [element("Plain", made["c"]) if made["t"] == "Para" else made for made in picture]
    return [element("Figure", attributes(identifier), [None, caption], plain)]


@block(nodes.caption)
def caption(node: nodes.caption, translation: Translation) -> list[Element]:
    """Return the caption of a listing, which stands before it."""
    return [element("Para", [element("Emph", translation.content(node))])]


@block(nodes.image)
def image(node: nodes.image, translation: Translation) -> list[Element]:
    return [element("Para", inline_image(node, translation))]


@block(nodes.transition)
def rule(node: nodes.transition, translation: Translation) -> list[Element]:
    return [element("HorizontalRule")]


@block(*ADMONITIONS)
def admonition(node: nodes.Element, translation: Translation) -> list[Element]:
    translation.wait(node["ids"])
    identifier = translation.identifier()
    name = ADMONITIONS[type(node)]
    label = words(str(admonitionlabels[name]))
    return [titled(label, translation.blocks(node.children), [name], identifier)]


@block(*ASIDES)
def aside(node: nodes.Element, translation: Translation) -> list[Element]:
    translation.wait(node["ids"])
    identifier = translation.identifier()
    heads = [child for child in node.children if isinstance(child, nodes.title)]
    label = [part for head in heads for part in translation.content(head)]
    rest = translation.blocks(child for child in node.children if child not in heads)
    return [titled(label, rest, [ASIDES[type(node)]], identifier)]


@block(nodes.footnote)
def footnote(node: nodes.footnote, translation: Translation) -> list[Element]:
    """Return nothing for a note that a reference holds; another begins with its label."""
    if translation.referred.intersection(node["ids"]):
        return []
    return _labelled(node, translation)


@block(nodes.citation)
def citation(node: nodes.citation, translation: Translation) -> list[Element]:
    return _labelled(node, translation)


def _labelled(node: nodes.Element, translation: Translation) -> list[Element]:
    translation.wait(node["ids"])
    labels = [child for child in node.children if isinstance(child, nodes.label)]
    rest = translation.blocks(child for child in node.children if child not in labels)
    head = words(f"[{labels[0].astext()}] ") if labels else []
    if rest and rest[0]["t"] == "Para":
        rest[0]["c"][:0] = head
        return rest
    return [element("Para", head), *rest]


@block(nodes.target)
def target(node: nodes.target, translation: Translation) -> list[Element]:
    """Have its ids lead to the next block; one that names a place has none of its own."""
    translation.wait(node["ids"])
    return [element("Para", translation.inlines(node.children))] if node.children else []


@block(nodes.raw)
def raw(node: nodes.raw, translation: Translation) -> list[Element]:
    return [element("RawBlock", form, node.astext()) for form in node.get("format", "").split()[:1]]


@block(addnodes.desc_signature)
def signature(node: addnodes.desc_signature, translation: Translation) -> list[Element]:
    translation.wait(node["ids"])
    code = element("Code", attributes(), node.astext())
    return [element("Para", [*translation.anchors(), code])]


@block(
    addnodes.highlightlang,
    addnodes.index,
    addnodes.tabular_col_spec,
    addnodes.toctree,
    nodes.comment,
    nodes.docinfo,
    nodes.meta,
    nodes.pending,
    nodes.substitution_definition,
)
def nothing(node: nodes.Node, translation: Translation) -> list[Element]:
    return []
