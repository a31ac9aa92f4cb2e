"""Nodes of ours → blocks and inlines, with the class that formats style them by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..nodes import (
    eir_about_author,
    eir_bibliography,
    eir_entry,
    eir_foot,
    eir_link,
    eir_pull_quote,
    eir_running_head,
    eir_standfirst,
)
from .elements import div, element, link, words
from .translation import block, inline

if TYPE_CHECKING:
    from .elements import Element
    from .translation import Translation

DASH = "—"


@block(eir_running_head)
def running_head(node: eir_running_head, translation: Translation) -> list[Element]:
    """Return the article within. The builder knows what stands at the head of its pages."""
    return translation.inside(node)


@block(eir_about_author)
def about_author(node: eir_about_author, translation: Translation) -> list[Element]:
    dash = div([element("Para", words(DASH))], classes=["eir-dash"])
    return [div([dash, *translation.inside(node)], classes=["eir-about-author"])]


@block(eir_pull_quote)
def pull_quote(node: eir_pull_quote, translation: Translation) -> list[Element]:
    """Say of a pull quote if all its words are those of the text."""
    repeats = node["repeats"] and not isinstance(node[-1], nodes.attribution)
    return [div(translation.inside(node), classes=["eir-pulled-words" if repeats else "eir-pull-quote"])]


CLASSES: dict[type[nodes.Node], str] = {
    eir_bibliography: "eir-bibliography",
    eir_entry: "eir-entry",
    eir_foot: "eir-foot",
    eir_standfirst: "eir-standfirst",
}


@block(*CLASSES)
def classed(node: nodes.Element, translation: Translation) -> list[Element]:
    translation.wait(node["ids"])
    identifier = translation.identifier()
    return [div(translation.blocks(node.children), identifier=identifier, classes=[CLASSES[type(node)]])]


@inline(eir_link)
def inline_link(node: eir_link, translation: Translation) -> list[Element]:
    return [link(translation.content(node), node.get("refuri") or f"#{node['refid']}")]
