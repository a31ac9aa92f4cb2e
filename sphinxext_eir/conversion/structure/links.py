"""Addresses: those typed in running text become links, and every link gets a target that can be written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..document import changed
from ..inlines import Inline, Inlines, Kind
from ..urls import ADDRESS, CUT_URL, REST_OF_URL, SPACED_URL, quoted, trimmed_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .draft import Draft


def link_addresses(draft: Draft) -> Draft:
    """Make links of URLs and mail addresses that are text: reStructuredText would, and MyST wouldn't."""

    def link(inlines: Inlines) -> Inlines:
        return tuple(_made_whole([part for run in inlines for part in _cut_at_addresses(run)]))

    return replace(draft, blocks=changed(draft.blocks, link, notes=True))


def _cut_at_addresses(run: Inline) -> Iterator[Inline]:
    """Yield *run*, cut at the addresses in it. The target of a link is brought into a form that can be written."""
    start = 0
    if run.kind is Kind.LINK:
        run = replace(run, target=quoted(run.target))
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
        yield run.cut(start, len(run.text))


def _made_whole(runs: list[Inline]) -> Iterator[Inline]:
    """Yield *runs*, in which a URL that a line's end parts, or a space after its scheme, is one link."""
    left = list(reversed(runs))
    while left:
        run = left.pop()
        following = left[-1] if left and left[-1].kind is Kind.TEXT else None
        if run.kind is Kind.LINK and run.text.strip() == run.target and following:
            match = REST_OF_URL.match(following.text) if CUT_URL.search(run.text) else None
            if match and (rest := trimmed_url(match["rest"])):
                left.pop()
                whole = run.target + quoted(rest)
                end = match.start("rest") + len(rest)
                yield replace(run, target=whole)
                yield replace(following.cut(match.start("rest"), end), kind=Kind.LINK, target=whole)
                if end < len(following.text):
                    left.append(following.cut(end, len(following.text)))
                continue
        if run.kind is Kind.TEXT and (match := SPACED_URL.search(run.text)):
            host = trimmed_url(match["host"])
            end = match.start("host") + len(host)
            target = quoted(match["scheme"] + host)
            if match.start():
                yield run.cut(0, match.start())
            yield replace(run.cut(match.start(), match.end("scheme")), kind=Kind.LINK, target=target)
            if end < len(run.text):
                left.append(run.cut(end, len(run.text)))
            yield replace(run.cut(match.start("host"), end), kind=Kind.LINK, target=target)
            continue
        yield run
