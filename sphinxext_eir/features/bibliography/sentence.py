"""The words of a citation and the sentence around them: stops, spaces, notes, capitals."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from ...csl.model import CiteLink, Link, Span, Text, plain_text
from ...text.names import GLUED_PARTICLE, PARTICLES

if TYPE_CHECKING:
    from docutils.nodes import Node

    from ...core.nodes import citation_reference
    from ...csl.model import Inline, Inlines
    from .resolutions import KeyedText


def in_one(said: KeyedText) -> Inlines:
    """Join the in-text and the note part of a citation that itself stands in a footnote."""
    name, rest = plain_text(said.text), plain_text(said.note)
    if not name or not rest:
        return said.text or said.note
    if rest.startswith(name):
        return said.note
    return (*said.text, Text(" " if rest.startswith("(") else ", "), *said.note)


STOP = re.compile(r"\.(?P<marks>(?:’?[”“])?)$")
"""A full stop at the end, or before the quotation mark at the end."""


def without_stop(words: list[Node], before: citation_reference) -> list[Node]:
    """Return *words*, which stand in place of *before*, without their full stop if the author's text goes on after them.

    A stop of the author's own follows them, or they stand within an author's note.
    """
    position = before.parent.index(before) + 1
    after = before.parent[position].astext() if position < len(before.parent) else ""
    goes_on = after[:1] in {".", ",", ";", ":", ")"} or (before["part"] == "note" and after.strip())
    if not words or not goes_on:
        return words
    last = words[-1]
    while last.children:
        last = last.children[-1]
    if not isinstance(last, nodes.Text) or not (stop := STOP.search(last)):
        return words
    without = nodes.Text(last[: stop.start()] + stop["marks"])
    if last is words[-1]:
        return [*words[:-1], without]
    if stop["marks"]:  # within a link; otherwise the stop there is an abbreviation's
        last.parent.replace(last, without)
    return words


# Capitals

_PARTICLE = re.compile(rf"(?:{'|'.join(PARTICLES)})(?=\s)|{GLUED_PARTICLE}(?=[^\W\d_])")


def with_capital(said: Inlines, reference: citation_reference) -> Inlines:
    """Return *said*, the words of a narrative citation, with a capital particle if *reference* begins a sentence: *Van Creveld (1991)*.

    As natbib's command ``Citet``, which an author has to remember. Names that are written small for another reason stay so.
    """
    if reference.get("begins") and _PARTICLE.match(plain_text(said)):
        return _capital(said)
    return said


def _capital(inlines: Inlines) -> Inlines:
    """Return *inlines* with a capital at their beginning."""
    for number, inline in enumerate(inlines):
        if made := _capital_inline(inline):
            return (*inlines[:number], made, *inlines[number + 1 :])
    return inlines


def _capital_inline(inline: Inline) -> Inline | None:
    """Return *inline* with a capital at its beginning; None if it has no text."""
    match inline:
        case Text(text):
            return Text(text[0].upper() + text[1:]) if text else None
        case Span(_, children) | Link(_, children) | CiteLink(_, children) if plain_text(children):
            return replace(inline, children=_capital(children))
        case _:
            return None


def begins_raised(node: Node) -> bool:
    """Say if *node* is a raised number, or a link around one."""
    while not isinstance(node, (nodes.Text, nodes.superscript)) and node.children:
        node = node.children[0]
    return isinstance(node, nodes.superscript)
