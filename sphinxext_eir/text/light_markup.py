"""Light inline markup in data that is written in no document, such as a person's biography.

``*emphasis*``, ``**strong**``, addresses, and links as both syntaxes have them: ```words <address>`_`` and ``[words](address)``. All
else stays as typed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .patterns import compile_later

if TYPE_CHECKING:
    from collections.abc import Iterator


class Run(NamedTuple):
    """Words that are set alike."""

    words: str
    kind: str = "text"
    """``text``, ``emphasis``, ``strong`` or ``link``."""
    address: str = ""
    """Where a link leads."""


_ADDRESS = r"(?:https?://|mailto:)"
_MARKUP = compile_later(
    rf"""(?<![\w*])\*\*(?P<strong>[^\s*](?:[^*]{{0,500}}[^\s*])?)\*\*(?![\w*])
       | (?<![\w*])\*(?P<emphasis>[^\s*](?:[^*]{{0,500}}[^\s*])?)\*(?![\w*])
       | \[(?P<words>[^\[\]]{{1,500}})\]\((?P<target>{_ADDRESS}[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)
       | `(?P<phrase>[^`<>]{{1,500}}?)\s*<(?P<uri>{_ADDRESS}[^<>`\s]+)>`__?
       | (?P<bare>https?://[^\s<>"]*[^\s<>".,;:!?)\]'’”])""",
    re.VERBOSE,
)


def runs_of(text: str) -> tuple[Run, ...]:
    """Return the runs of *text*, of which no word is lost."""
    return tuple(run for run in _runs(text) if run.words)


def _runs(text: str) -> Iterator[Run]:
    start = 0
    for match in _MARKUP.finditer(text):
        yield Run(text[start : match.start()])
        start = match.end()
        if match["bare"]:
            yield Run(match["bare"], "link", match["bare"])
        elif address := match["target"] or match["uri"]:
            yield Run((match["words"] or match["phrase"]).strip(), "link", address)
        else:
            yield Run(match[match.lastgroup or 0], str(match.lastgroup))
    yield Run(text[start:])


def plain(text: str) -> str:
    """Return the words of *text* without its markup."""
    return "".join(run.words for run in runs_of(text))
