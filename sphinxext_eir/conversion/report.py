"""The account of a run: a few lines for people, JSON for programs, and the columns of an explanation."""

from __future__ import annotations

import json
import textwrap
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

from .leaving import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .batch import Outcome
    from .decisions import Pass
    from .explanation import Explained

_VERSION = 1
"""The version of the report's form."""


def report(outcomes: Sequence[Outcome]) -> str:
    """Return the report as JSON."""
    counts = _counts(outcomes)
    inputs = [_account_of(outcome) for outcome in outcomes]
    return (
        json.dumps(
            {"version": _VERSION, "summary": dict(counts), "inputs": inputs}, ensure_ascii=False, indent=2
        )
        + "\n"
    )


def _counts(outcomes: Sequence[Outcome]) -> Counter[str]:
    """Return how many inputs are in which state."""
    counts: Counter[str] = Counter()
    for outcome in outcomes:
        counts[outcome.state] += outcome.count
    return counts


def _account_of(outcome: Outcome) -> dict[str, Any]:
    """Return the account of one input."""
    said: dict[str, Any] = {"input": outcome.name, "state": outcome.state, "output": outcome.output}
    if outcome.error:
        said["error"] = outcome.error
    if account := outcome.account:
        said |= json.loads(account.said)
    return said


def summary(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the lines of a summary; inputs that need a look come first."""
    yield from _lines_on_unread(outcomes)
    for outcome in sorted(outcomes, key=lambda outcome: -outcome.doubts):
        if outcome.doubts and outcome.state not in _UNREAD:
            yield from _lines_on(outcome)
    counts = _counts(outcomes)
    states = ("converted", "up to date", "kept", "failed", *_UNREAD)
    accounts = [account for outcome in outcomes if (account := outcome.account)]
    words = sum(account.words for account in accounts)
    uneven = sum(not account.even for account in accounts)
    line = ", ".join(f"{counts[state]} {state}" for state in states if counts[state]) or "nothing to do"
    if words:
        line += f"; {words} words, " + (f"not accounted for in {uneven}" if uneven else "all accounted for")
    left: Counter[str] = Counter()
    for account in accounts:
        left.update(dict(account.left))
    if said := in_words(left):
        line += f"; left out: {said}"
    yield line
    if cut := sum(account.cut for account in accounts):
        yield f"{cut} paragraph{'s end' if cut > 1 else ' ends'} without a stop before one that begins small"


_UNREAD = ("not read", "passed over")
"""States of files that were found and aren't inputs."""
_NAMED = 50
"""Files left out for one reason that the summary names; the report has all."""


def _lines_on_unread(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield a line for each reason for which files weren't read, with their names."""
    names: dict[tuple[str, str], list[str]] = {}
    for state in _UNREAD:
        for outcome in outcomes:
            if outcome.state == state:
                names.setdefault((state, outcome.error), []).append(outcome.name)
    for (state, reason), files in names.items():
        more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
        yield f"{state} ({reason}): {', '.join(files[:_NAMED])}{more}"


def _lines_on(outcome: Outcome) -> Iterator[str]:
    """Yield the lines on one input."""
    name = f"{outcome.name} → {outcome.output}" if outcome.output else outcome.name
    yield f"{name}: {outcome.state}" + (f": {outcome.error}" if outcome.error else "")
    if account := outcome.account:
        yield from (f"  {line}" for line in account.lines)


# Explanations

_FIRST_WORDS = 40
"""Columns for the first words of what is explained."""
_NARROWEST = 24
"""Columns. With less room beside the words, the criterion has a line of its own."""


def explanation(explained: Sequence[Explained], width: int | None = None) -> Iterator[str]:
    """Yield the lines of an explanation in columns: place, what it was taken for, first words, criterion.

    Given the *width* of a terminal, in columns, the criteria are broken to fit; without, each part of the input has one line.
    """
    cells = [(str(part.source), part.taken, _first_words(part.text)) for part in explained]
    widths = [max(map(_columns, column)) for column in zip(*cells, strict=True)]
    left = sum(widths) + len(_GAP) * len(widths)
    indent = left if width is None or width - left >= _NARROWEST else widths[0] + len(_GAP)
    for part, cell in zip(explained, cells, strict=True):
        head = "".join(
            text + " " * (wide - _columns(text)) + _GAP for text, wide in zip(cell, widths, strict=True)
        )
        lines = textwrap.wrap(part.criterion, max(width - indent, 1)) if width else [part.criterion]
        first, rest = (head + "".join(lines[:1]), lines[1:]) if indent == left else (head, lines)
        yield first.rstrip()
        yield from (" " * indent + line for line in rest)


_GAP = "  "


def statistics(passes: Sequence[Pass]) -> Iterator[str]:
    """Yield a line for each pass that did something, with its numbers, and one that names the others."""
    busy = [done for done in passes if done.counts]
    width = max((len(done.name) for done in busy), default=0)
    yield "What each pass did:"
    for done in busy:
        said = ", ".join(
            f"{what} {count:+d}" if what == "blocks" else f"{what} {count}" for what, count in done.counts
        )
        yield f"  {done.name:{width}}{_GAP}{said}"
    if idle := [done.name for done in passes if not done.counts]:
        yield f"  nothing to do for: {', '.join(idle)}"


def _first_words(text: str) -> str:
    """Return the beginning of *text*, as much as there are columns for."""
    if _columns(text) <= _FIRST_WORDS:
        return text
    short = text[:_FIRST_WORDS]
    while _columns(short) >= _FIRST_WORDS:
        short = short[:-1]
    whole_words, space, _ = short.rpartition(" ")
    return (whole_words if space and len(whole_words) > _FIRST_WORDS // 2 else short.rstrip()) + "…"


def _columns(text: str) -> int:
    """Return how many columns *text* takes in a terminal: wide characters two, accents of their own none."""
    return sum(
        2 if unicodedata.east_asian_width(character) in "WF" else not unicodedata.combining(character)
        for character in text
    )
