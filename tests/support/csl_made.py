"""Styles made of a few elements, and works that are formatted in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sphinxext_eir.csl.formatting import Formatter
from sphinxext_eir.csl.model import Citation, Cite
from sphinxext_eir.csl.styles import read_style
from support.csl_contexts import context

if TYPE_CHECKING:
    from pathlib import Path

    from sphinxext_eir.csl.model import Formatted, Item

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
  <info><title>Made</title><id>made</id><updated>2026-01-01T00:00:00+00:00</updated></info>{macros}
  <citation {options}><layout>{cite}</layout></citation>
  <bibliography>{sort}<layout>{listed}</layout></bibliography>
</style>"""
TITLE = '<text variable="title"/>'


def made(
    tmp_path: Path, items: dict[str, Item], cited: list[str], locale: str = "en-GB", **parts: str
) -> Formatted:
    """Return *items* in a style of *parts*, each of *cited* in a note of its own."""
    path = tmp_path / "made.csl"
    path.write_text(
        STYLE.format_map({"macros": "", "options": "", "cite": TITLE, "sort": "", "listed": TITLE, **parts}),
        "utf-8",
    )
    citations = [Citation((Cite(key),), note_number=number) for number, key in enumerate(cited, 1)]
    asked = replace(context(*citations, items=items, listed=items, locale=locale), style=read_style(path))
    with Formatter(None) as formatter:
        return formatter.format([asked])[0]


def work(title: str, family: str = "", **more: Any) -> Item:
    """Return a book."""
    named = {"author": [{"family": family}]} if family else {}
    return {"type": "book", "title": title, **named, **more}
