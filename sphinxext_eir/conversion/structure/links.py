"""Addresses: those typed in running text become links, and every link gets a target that can be written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from ..document import changed
from ..inlines import Inline, Inlines, Kind
from ..urls import ADDRESS, quoted, trimmed_url
from .lines import with_whole_addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .draft import Draft


def link_addresses(draft: Draft) -> Draft:
    """Make links of URLs and mail addresses that are text: reStructuredText would, and MyST wouldn't."""

    def link(inlines: Inlines) -> Inlines:
        return tuple(with_whole_addresses([part for run in inlines for part in _cut_at_addresses(run)]))

    return replace(draft, blocks=changed(draft.blocks, link, notes=True))


_OF_TOOLS = ("https://www.zotero.org/google-docs/", "https://paperpile.com/c/")
"""The beginnings of links by which Zotero and Paperpile find their citations in a text from Google Docs. They lead readers nowhere."""


def _meant(target: str) -> str:
    """Return the address that a link from Google Docs leads to by a detour, or *target* itself."""
    url = urlsplit(target) if target.startswith("https://www.google.com/url?") else None
    return parse_qs(url.query).get("q", [target])[0] if url else target


def _cut_at_addresses(run: Inline) -> Iterator[Inline]:
    """Yield *run*, cut at the addresses in it. The target of a link is brought into a form that can be written."""
    start = 0
    if run.kind is Kind.LINK and run.target.startswith(_OF_TOOLS):
        run = replace(run, kind=Kind.TEXT, target="")
    if run.kind is Kind.LINK:
        target = quoted(_meant(run.target))
        run = run if target == run.target else replace(run, target=target)
    if run.kind is Kind.TEXT:
        for match in ADDRESS.finditer(run.text):
            address = match[0] if "://" not in match[0] else trimmed_url(match[0])
            end = match.start() + len(address)
            if match.start() > start:
                yield run.cut(start, match.start())
            target = address if "://" in address else f"mailto:{address}"
            yield replace(run.cut(match.start(), end), kind=Kind.LINK, target=quoted(target))
            start = end
    if start < len(run.text):
        yield run.cut(start, len(run.text)) if start else run
