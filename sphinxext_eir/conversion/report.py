"""The account of a run: a few lines for people, JSON for programs, and the columns of an explanation."""

from __future__ import annotations

import json
import textwrap
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

from .leaving import left_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .batch import Outcome
    from .decisions import Pass
    from .explanation import Explained
    from .ledger import LedgerEntry
    from .transcript import Source

_VERSION = 1
"""The version of the report's form."""

_SHOWN = 5
"""Messages of one input in the summary; the report has all."""


def report(outcomes: Sequence[Outcome]) -> str:
    """Return the report as JSON."""
    counts = Counter(outcome.state for outcome in outcomes)
    inputs = [_account_of(outcome) for outcome in outcomes]
    return (
        json.dumps(
            {"version": _VERSION, "summary": dict(counts), "inputs": inputs}, ensure_ascii=False, indent=2
        )
        + "\n"
    )


def _account_of(outcome: Outcome) -> dict[str, Any]:
    """Return the account of one input."""
    said: dict[str, Any] = {"input": str(outcome.path), "state": outcome.state, "output": outcome.output}
    if outcome.error:
        said["error"] = outcome.error
    if outcome.result:
        ledger = outcome.result.value.ledger
        said |= {
            "words": ledger.words,
            "printed": ledger.printed,
            "even": ledger.even,
            "text": {
                "words": ledger.text_words,
                "dropped": ledger.text_dropped,
                "lost": ledger.text_lost,
                "doubtful": ledger.text_doubtful,
            },
            "order": {
                "moved": sum(len(one.text.split()) for one in ledger.moved),
                "out of order": ledger.out_of_order,
                "cut": len(ledger.cut),
            },
            "dropped": [_entry_fields(one) for one in ledger.dropped],
            "moved": [_entry_fields(one) for one in ledger.moved],
            "unexplained": [_entry_fields(one) for one in ledger.unexplained],
            "doubtful": [_entry_fields(one) for one in ledger.doubtful],
            "cut": [_entry_fields(one) for one in ledger.cut],
            "messages": [
                {"text": message.text, "doubtful": message.doubtful, **_source_fields(message.source)}
                for message in outcome.result.messages
            ],
        }
    return said


def _entry_fields(one: LedgerEntry) -> dict[str, Any]:
    """Return a line of the ledger."""
    return {
        "reason": one.reason,
        "text": one.text,
        "words": len(one.text.split()),
        **_source_fields(one.source),
    }


def _source_fields(source: Source) -> dict[str, int]:
    """Return a place in the input."""
    return {name: number for name, number in (("page", source.page), ("line", source.line)) if number}


def summary(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the lines of a summary; inputs that need a look come first."""
    yield from _lines_on_unread(outcomes)
    for outcome in sorted(outcomes, key=lambda outcome: -outcome.doubts):
        if outcome.doubts and outcome.state not in _UNREAD:
            yield from _lines_on(outcome)
    counts = Counter(outcome.state for outcome in outcomes)
    states = ("converted", "up to date", "kept", "failed", *_UNREAD)
    words = sum(outcome.result.value.ledger.words for outcome in outcomes if outcome.result)
    uneven = sum(not outcome.accounted for outcome in outcomes)
    line = ", ".join(f"{counts[state]} {state}" for state in states if counts[state]) or "nothing to do"
    if words:
        line += f"; {words} words, " + (f"not accounted for in {uneven}" if uneven else "all accounted for")
    ledgers = [outcome.result.value.ledger for outcome in outcomes if outcome.result]
    if said := left_out([(one.reason, one.text) for ledger in ledgers for one in ledger.dropped]):
        line += f"; left out: {said}"
    yield line
    if cut := sum(len(ledger.cut) for ledger in ledgers):
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
                names.setdefault((state, outcome.error), []).append(str(outcome.path))
    for (state, reason), files in names.items():
        more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
        yield f"{state} ({reason}): {', '.join(files[:_NAMED])}{more}"


def _lines_on(outcome: Outcome) -> Iterator[str]:
    """Yield the lines on one input."""
    name = f"{outcome.path} → {outcome.output}" if outcome.output else str(outcome.path)
    yield f"{name}: {outcome.state}" + (f": {outcome.error}" if outcome.error else "")
    if not outcome.result:
        return
    ledger = outcome.result.value.ledger
    lines = [f"unexplained: {one.reason}: {_place(one.source)}{one.text}" for one in ledger.unexplained]
    if not ledger.even and not ledger.unexplained:
        lines.append(
            f"{ledger.text_doubtful} of {ledger.text_words} words of the text were left out, and nothing shows that they are none of it"
        )
    lines += [
        f"{_place(message.source)}{message.text}" for message in outcome.result.messages if message.doubtful
    ]
    yield from (f"  {line}" for line in lines[:_SHOWN])
    if len(lines) > _SHOWN:
        yield f"  and {len(lines) - _SHOWN} more"


def _place(source: Source) -> str:
    """Return a place at the head of a message."""
    return f"{source}: " if str(source) else ""


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
