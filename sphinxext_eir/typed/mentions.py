"""What else a text says of the names before years: ``(Katrina, 2005)`` is no author's where the text also says *in the Katrina*."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ..text.patterns import any_of
from .evidence import ELSEWHERE
from .words import words_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .citations import NamedCitation


def with_mentions(
    citations: Sequence[NamedCitation], texts: Iterable[str], language: str = "en"
) -> list[NamedCitation]:
    """Return *citations*, those with a sign more whose name stands for a thing or a place elsewhere in *texts*."""
    bare = {name for citation in citations for name in _bare_names(citation)}
    things = _things(bare, texts, language) if bare else set()
    return [
        citation._replace(signs=(*citation.signs, ELSEWHERE.name), weight=citation.weight + ELSEWHERE.weight)
        if things.intersection(_bare_names(citation))
        else citation
        for citation in citations
    ]


def _bare_names(citation: NamedCitation) -> Iterator[str]:
    """Yield the name of a *citation* that nothing but a year follows, if it is one word."""
    if citation.is_bare and citation.plausible:
        name = citation.readings[-1].names[0]
        if " " not in name:
            yield name


def _things(names: set[str], texts: Iterable[str], language: str) -> set[str]:
    """Return those of *names* that are written small, that an article stands before, or twice a word for a place.

    Once proves nothing: a thought is *in Blank*, too.
    """
    known = words_for(language)
    named = re.compile(
        rf"""(?<!\w) (?P<before>[^\W\d_]+)\s (?P<name>{any_of(names)})
             (?! [\w’'-] | [,.:]?\s?[(\d] )                            # and no year""",
        re.VERBOSE,
    )
    small = re.compile(rf"(?<![\w’'-]){any_of(name.lower() for name in names)}(?![\w’'-])")
    where: Counter[str] = Counter()
    found: set[str] = set()
    for text in texts:
        for match in named.finditer(text):
            before = match["before"].casefold()
            found |= {match["name"]} if before in known.definite else set()
            where[match["name"]] += before in known.where
        if not known.capitals:
            written = {match[0] for match in small.finditer(text)}
            found |= {name for name in names if name.lower() in written and name.lower() != name}
    return found | {name for name, times in where.items() if times > 1}
