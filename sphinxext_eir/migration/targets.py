"""The text of a role: keys, and words before and after each, as sphinxcontrib-bibtex reads them and as ours are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..csl.citing import BARE_KEY, NARROW_KEY, read_cites

TARGET = re.compile(
    r"(?P<space>\s*)(?:\{(?P<before>[^{}]+)\})?\s*(?P<key>[^{}\s,]+)\s*(?:\{(?P<after>[^{}]+)\})?\s*"
)
"""sphinxcontrib-bibtex 2.7, ``parse_citation_targets``."""
TITLED = re.compile(r"(?P<title>.+?)\s*(?<!\\)<(?P<target>[^<>]*)>$", re.DOTALL)
"""Sphinx's roles of references: words, and the target in pointed brackets."""
SEPARATOR = re.compile(r"[;@]")


@dataclass(frozen=True)
class Target:
    """One work that is cited."""

    key: str
    before: str = ""
    after: str = ""
    space: str = " "
    """White space before it, where there may be the end of a line."""


def read_targets(text: str) -> list[Target]:
    """Return the works that a role ``cite`` cites. Raises :class:`ValueError` where sphinxcontrib-bibtex does."""
    titled = TITLED.match(text)
    if titled:
        text = titled["target"]
    targets: list[Target] = []
    at = 0
    while match := TARGET.match(text, at):
        space = match["space"] if "\n" in match["space"] or "\r" in match["space"] else " "
        targets.append(Target(match["key"], _words(match["before"]), _words(match["after"]), space))
        at = match.end()
        if at == len(text):
            return targets
        if text[at] != ",":
            break
        at += 1
    raise ValueError(f"{text!r} can't be read as keys, {{before}}key{{after}}, with commas between them")


def read_keys(text: str) -> list[Target]:
    """Return the works that a role ``footcite`` cites. Raises :class:`ValueError` if there are none, or more than keys."""
    targets = [Target(key.strip()) for key in text.split(",") if key.strip()]
    if not targets:
        raise ValueError(f"{text!r} names no work")
    if any(re.search(r"[{}\s]", target.key) for target in targets):
        raise ValueError(f"{text!r} can't be read: footcite takes keys alone, with commas between them")
    return targets


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def write_targets(targets: list[Target], *, bare: bool = True) -> str:
    """Return the text of a role of ours. It cites the same works, with the same words: see :func:`is_faithful`.

    Keys alone are written *bare*, ``Blank2000; Clark2001``, if none of them needs more.
    """
    bare = bare and all(
        not target.before and not target.after and BARE_KEY.fullmatch(target.key) for target in targets
    )
    written = [target.key if bare else _cite(target) for target in targets]
    return written[0] + "".join(
        f";{target.space}{text}" for target, text in zip(targets[1:], written[1:], strict=True)
    )


def _cite(target: Target) -> str:
    key = f"@{target.key}" if NARROW_KEY.fullmatch(target.key) else f"@{{{target.key}}}"
    before = f"{SEPARATOR.sub(',', target.before)} " if target.before else ""
    after = target.after
    if after:
        after = f", {SEPARATOR.sub(',', after)}" if after[0] not in ",.;:" else SEPARATOR.sub(",", after)
    return f"{before}{key}{after}"


def is_faithful(targets: list[Target], written: str) -> bool:
    """Tell whether our own reader finds in *written* what was meant: the same keys, and nothing of their words changed."""
    try:
        cites = read_cites(written)
    except ValueError:
        return False
    return [cite.key for cite in cites] == [target.key for target in targets] and not any(
        SEPARATOR.search(target.before + target.after) for target in targets
    )
