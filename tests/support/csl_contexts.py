"""Contexts to format, for the tests of the citation library."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sphinxext_eir.csl.formatting import Formatter
from sphinxext_eir.csl.model import Citation, Cite, Context, Formatted, FormattedCitation, Mode, plain_text
from sphinxext_eir.csl.shipped import NAMES, SHIPPED
from sphinxext_eir.csl.styles import read_style
from support.paths import DATA

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sphinxext_eir.csl.model import FormattedEntry, Item

STYLES = DATA / "csl"

SEED: dict[str, Item] = {
    item["id"]: item for item in json.loads((DATA / "seed-references.json").read_text("utf-8"))
}

QUOTING = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
  <info><title>Titles</title><id>titles</id><updated>2026-01-01T00:00:00+00:00</updated></info>{options}
  <citation><layout delimiter=", " suffix="."><text variable="title" quotes="true"/></layout></citation>
  <bibliography><layout suffix="."><text variable="title" quotes="true"/></layout></bibliography>
</style>"""
"""A style of notes that quotes titles, with *options* of its own."""


def style_file(name: str) -> Path | str:
    """Return where a style of the tests is; shipped ones go by their names."""
    return name if name in NAMES else STYLES / f"{name}.csl"


def book(family: str, year: int | None = 2000, **more: Any) -> Item:
    """Return a book."""
    issued = {"issued": {"date-parts": [[year]]}} if year else {}
    return {
        "type": "book",
        "title": f"On {family}",
        "author": [{"family": family, "given": "A."}],
        **issued,
        **more,
    }


def context(
    *citations: Citation | Cite | str,
    style: str = SHIPPED,
    items: dict[str, Item] | None = None,
    listed: Iterable[str] = (),
    locale: str = "en-GB",
    name: str = "article",
) -> Context:
    """Return a context; a mere key is a parenthetical citation of it."""
    made = []
    for citation in citations:
        cite = Cite(citation) if isinstance(citation, str) else citation
        made.append(Citation((cite,)) if isinstance(cite, Cite) else cite)
    return Context(items or SEED, tuple(made), read_style(style_file(style)), tuple(listed), locale, name)


def formatted(*citations: Citation | Cite | str, **more: Any) -> Formatted:
    """Return a context as it reads."""
    with Formatter(None) as formatter:
        return formatter.format([context(*citations, **more)])[0]


def texts(answer: Formatted) -> list[str]:
    """Return the words of each citation."""
    return [plain_text(citation.text) for citation in answer.citations]


def notes(answer: Formatted) -> list[str]:
    """Return the words of each citation's note."""
    return [plain_text(citation.note) for citation in answer.citations]


def words(part: FormattedCitation | FormattedEntry) -> str:
    """Return the words of a citation or an entry."""
    return plain_text(part.text)


def in_mode(mode: Mode, *cites: Cite | str, note: int | None = None) -> Citation:
    """Return a citation in a mode."""
    return Citation(tuple(Cite(cite) if isinstance(cite, str) else cite for cite in cites), mode, note)
