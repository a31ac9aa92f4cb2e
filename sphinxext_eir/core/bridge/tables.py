"""Tables → blocks, with spans, heads and widths as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from .elements import attributes, element
from .lists import tight
from .translation import block

if TYPE_CHECKING:
    from .elements import Element
    from .translation import Translation


@block(nodes.table)
def table(node: nodes.table, translation: Translation) -> list[Element]:
    translation.wait(node["ids"])
    identifier = translation.identifier()
    caption = [
        element("Plain", translation.content(child))
        for child in node.children
        if isinstance(child, nodes.title)
    ]
    made = []
    for position, group in enumerate(node.findall(nodes.tgroup)):
        if group.parent is node:
            attribute = attributes("" if position else identifier)
            made.append(
                element(
                    "Table", attribute, [None, [] if position else caption], *_group(group, node, translation)
                )
            )
    return made


def _group(group: nodes.tgroup, node: nodes.table, translation: Translation) -> list[Any]:
    columns = [child for child in group.children if isinstance(child, nodes.colspec)]
    heads = [child for child in group.children if isinstance(child, nodes.thead)]
    bodies = [child for child in group.children if isinstance(child, nodes.tbody)]
    stubs = sum(1 for column in columns if column.get("stub"))
    return [
        _columns(columns, given="colwidths-given" in node["classes"]),
        [attributes(), [row for head in heads for row in _rows(head, translation)]],
        [[attributes(), stubs, [], _rows(body, translation)] for body in bodies],
        [attributes(), []],
    ]


def _columns(columns: list[nodes.colspec], *, given: bool) -> list[list[Element]]:
    """Return alignment and width of each column. docutils counts characters where the author gave no width."""
    whole = sum(_number(column.get("colwidth")) for column in columns) or 1
    return [
        [
            element("AlignDefault"),
            element("ColWidth", _number(column.get("colwidth")) / whole)
            if given
            else element("ColWidthDefault"),
        ]
        for column in columns
    ]


def _number(width: Any) -> float:
    try:
        return float(str(width).removesuffix("*"))
    except ValueError:
        return 1.0


def _rows(part: nodes.Element, translation: Translation) -> list[Any]:
    return [
        [
            attributes(),
            [_cell(entry, translation) for entry in row.children if isinstance(entry, nodes.entry)],
        ]
        for row in part.children
        if isinstance(row, nodes.row)
    ]


def _cell(entry: nodes.entry, translation: Translation) -> list[Any]:
    content = translation.inside(entry)
    if len(content) == 1:
        content = tight(content)
    rows, columns = entry.get("morerows", 0) + 1, entry.get("morecols", 0) + 1
    return [attributes(), element("AlignDefault"), rows, columns, content]
