"""Lists → blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from .elements import attributes, element, words
from .translation import block

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .elements import Element
    from .translation import Translation

NUMERALS = {
    "arabic": "Decimal",
    "loweralpha": "LowerAlpha",
    "upperalpha": "UpperAlpha",
    "lowerroman": "LowerRoman",
    "upperroman": "UpperRoman",
}
"""docutils' ``enumtype`` → pandoc's style of numbers."""


@block(nodes.bullet_list)
def bullet_list(node: nodes.bullet_list, translation: Translation) -> list[Element]:
    return [element("BulletList", _items(node, translation))]


@block(nodes.enumerated_list)
def enumerated_list(node: nodes.enumerated_list, translation: Translation) -> list[Element]:
    style = element(NUMERALS.get(node.get("enumtype", ""), "Decimal"))
    after, before = node.get("suffix", "."), node.get("prefix", "")
    delimiter = element(
        "TwoParens" if before == "(" else "OneParen" if after == ")" else "Period",
    )
    return [element("OrderedList", [node.get("start", 1), style, delimiter], _items(node, translation))]


def _items(node: nodes.Element, translation: Translation) -> list[list[Element]]:
    """Return the items. Where none has a second paragraph, all are set tight."""
    translation.wait(node["ids"])
    items = [translation.inside(item) for item in node.children if isinstance(item, nodes.Element)]
    return [tight(item) for item in items] if all(map(_is_short, items)) else items


def _is_short(blocks: list[Element]) -> bool:
    return sum(made["t"] not in {"BulletList", "OrderedList"} for made in blocks) <= 1


def tight(blocks: Iterable[Element]) -> list[Element]:
    """Return *blocks* with their paragraphs set without space between."""
    return [{**made, "t": "Plain"} if made["t"] == "Para" else made for made in blocks]


@block(nodes.definition_list)
def definition_list(node: nodes.definition_list, translation: Translation) -> list[Element]:
    translation.wait(node["ids"])
    return [
        element(
            "DefinitionList",
            [_definition(item, translation) for item in node.children if isinstance(item, nodes.Element)],
        )
    ]


def _definition(item: nodes.Element, translation: Translation) -> list[list[Element] | list[list[Element]]]:
    translation.wait(item["ids"])
    terms: list[Element] = []
    definitions: list[list[Element]] = []
    for child in item.children:
        if isinstance(child, nodes.term):
            terms += [element("LineBreak")] if terms else []
            terms += translation.content(child)
        elif isinstance(child, nodes.classifier):
            terms += [*words(" : "), element("Emph", translation.content(child))]
        elif isinstance(child, nodes.definition):
            definitions.append(translation.inside(child))
    return [terms, definitions]


@block(nodes.field_list)
def field_list(node: nodes.field_list, translation: Translation) -> list[Element]:
    translation.wait(node["ids"])
    fields = []
    for field in node.findall(nodes.field):
        if field.parent is node:
            name, body = field.findall(nodes.field_name), field.findall(nodes.field_body)
            fields.append([translation.content(next(name)), [tight(translation.inside(next(body)))]])
    return [element("DefinitionList", fields)] if fields else []


@block(nodes.option_list)
def option_list(node: nodes.option_list, translation: Translation) -> list[Element]:
    items = []
    for item in node.children:
        group = next(item.findall(nodes.option_group))
        options = element("Code", attributes(), ", ".join(option.astext() for option in group.children))
        description = next(item.findall(nodes.description))
        items.append([[options], [tight(translation.inside(description))]])
    return [element("DefinitionList", items)]


@block(addnodes.compact_paragraph)
def compact_paragraph(node: addnodes.compact_paragraph, translation: Translation) -> list[Element]:
    made = translation.inside(node)  # in a table of contents it holds a caption and lists
    return tight(made)
