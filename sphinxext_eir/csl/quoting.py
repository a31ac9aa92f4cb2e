"""Full stops and commas at the end of a quotation: some languages set them before the closing mark, as in “Anarchy.” here.

Pandoc sets them so, but not where the quotation ends a link, as every citation does here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .model import CiteLink, Link, Span, Text

if TYPE_CHECKING:
    from .model import Inline, Inlines
    from .styles import Style

STOPS_WITHIN = frozenset("bal-PK brh-PK en-US fa-IR hi-IN id-ID ms-MY pa-PK".split())
"""Locales of citeproc's library in which stops go before the mark (CSL 1.0.2, ``punctuation-in-quote``)."""

CLOSED = re.compile(r"(?P<said>.*?)(?P<marks>’?[”“])", re.DOTALL)
"""Text that ends with a quotation mark of these locales."""

STOPPED = {".": (".", ",", "?", "!", "…"), ",": (".", ",", "…")}
"""For each stop, what it isn't set behind. A comma stands behind a question: “What Is Peace?,” here."""


def stops_within(style: Style, locale: str) -> bool:
    """Say if *style* sets stops before a closing mark in *locale*. The style's own word counts first, then the locale's."""
    said = dict(style.stops_within)
    language = locale.partition("-")[0]
    return next((said[tag] for tag in (locale, language, "") if tag in said), locale in STOPS_WITHIN)


def with_stops_within(inlines: Inlines) -> Inlines:
    """Return *inlines*; each stop behind a link that ends with a quotation is moved into the quotation."""
    moved: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and inline.text[:1] in {".", ","} and moved:
            last = moved[-1]
            if isinstance(last, Link | CiteLink) and (children := _ended(last.children, inline.text[0])):
                moved[-1] = replace(last, children=children)
                moved += [Text(inline.text[1:])] if inline.text[1:] else []
                continue
        moved.append(inline)
    return tuple(moved)


def _ended(inlines: Inlines, stop: str) -> Inlines:
    """Return *inlines* with *stop* before the quotation mark at their end; nothing if they don't end with such a mark."""
    match inlines:
        case (*before, Text(text)) if closed := CLOSED.fullmatch(text):
            ended = closed["said"].endswith(STOPPED[stop])
            return (*before, Text(closed["said"] + ("" if ended else stop) + closed["marks"]))
        case (*before, Span(kind, children)) if ended_children := _ended(children, stop):
            return (*before, Span(kind, ended_children))
        case _:
            return ()
