"""The parts that lists and tables are made of (docutils' document tree, ``docutils.dtd``).

Trees of other people's extensions may be made otherwise. What isn't whole is taken for its text, as a node that nobody knows is.
"""

from __future__ import annotations

from typing import TypeAlias

from docutils import nodes

Classes: TypeAlias = tuple[type[nodes.Node], ...]

PARTS: dict[type[nodes.Node], Classes] = {
    nodes.definition_list: (nodes.definition_list_item,),
    nodes.definition_list_item: (nodes.term, nodes.classifier, nodes.definition),
    nodes.field_list: (nodes.field,),
    nodes.field: (nodes.field_name, nodes.field_body),
    nodes.line_block: (nodes.line, nodes.line_block),
    nodes.option_list: (nodes.option_list_item,),
    nodes.option_list_item: (nodes.option_group, nodes.description),
    nodes.table: (nodes.title, nodes.tgroup),
    nodes.tgroup: (nodes.colspec, nodes.thead, nodes.tbody),
    nodes.thead: (nodes.row,),
    nodes.tbody: (nodes.row,),
    nodes.row: (nodes.entry,),
}
"""Class → the classes of what stands in it."""

NEEDED: dict[type[nodes.Node], Classes] = {
    nodes.field: (nodes.field_name, nodes.field_body),
    nodes.option_list_item: (nodes.option_group, nodes.description),
    nodes.tgroup: (nodes.colspec,),
}
"""Of these, the ones that can't be absent."""

SILENT = (nodes.comment, nodes.Invisible, nodes.raw)
"""What may stand anywhere."""


def is_whole(node: nodes.Node) -> bool:
    """Say if *node* is made of the parts that its class has, down to where text may stand."""
    parts = next((PARTS[each] for each in type(node).__mro__ if each in PARTS), None)
    if parts is None:
        return True
    needed = next((NEEDED[each] for each in type(node).__mro__ if each in NEEDED), ())
    children = [child for child in node.children if not isinstance(child, SILENT)]
    return all(isinstance(child, parts) and is_whole(child) for child in children) and all(
        any(isinstance(child, each) for child in children) for each in needed
    )
