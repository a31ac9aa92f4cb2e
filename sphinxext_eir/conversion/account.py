"""The account of one conversion: what reports need of it, when the article is written and let go."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .inlines import plain
from .leaving import words_left

if TYPE_CHECKING:
    from .ledger import LedgerEntry
    from .pipeline import Result
    from .transcript import Source

SHOWN = 5
"""Messages of one input in the summary; the report has all."""


@dataclass(frozen=True, slots=True)
class Account:
    """What is kept of a conversion."""

    title: str
    words: int
    """Words of the input."""
    even: bool
    """True if each of them is accounted for."""
    unexplained: int
    cut: int
    """Paragraphs that end without a stop before one that begins small."""
    doubts: int
    """Messages on places that a person should look at."""
    left: tuple[tuple[str, int], ...]
    """Reason → words that were left out for it."""
    lines: tuple[str, ...]
    """What a summary says of it: the first few faults and doubts, and how many more there are."""
    said: str
    """All of it, as JSON."""


def account_of(result: Result) -> Account:
    """Return the account of a conversion."""
    ledger = result.value.ledger
    return Account(
        " ".join(plain(result.value.document.front.title).split()),
        ledger.words,
        ledger.even,
        len(ledger.unexplained),
        len(ledger.cut),
        sum(message.doubtful for message in result.messages),
        tuple(words_left([(one.reason, one.text) for one in ledger.dropped]).items()),
        _lines(result),
        json.dumps(_said(result), ensure_ascii=False, separators=(",", ":")),
    )


def _lines(result: Result) -> tuple[str, ...]:
    """Return the lines of a summary on one input."""
    ledger = result.value.ledger
    lines = [f"unexplained: {one.reason}: {_place(one.source)}{one.text}" for one in ledger.unexplained]
    if not ledger.even and not ledger.unexplained:
        lines.append(
            f"{ledger.text_doubtful} of {ledger.text_words} words of the text were left out, and nothing shows that they are none of it"
        )
    lines += [f"{_place(message.source)}{message.text}" for message in result.messages if message.doubtful]
    more = [f"and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
    return (*lines[:SHOWN], *more)


def _place(source: Source) -> str:
    """Return a place at the head of a message."""
    return f"{source}: " if str(source) else ""


def _said(result: Result) -> dict[str, Any]:
    """Return the account of a conversion in a report."""
    ledger = result.value.ledger
    return {
        "language": result.value.language,
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
            for message in result.messages
        ],
    }


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
