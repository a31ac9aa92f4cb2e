"""Articles that are related to an article, by keywords and works that they share and by citation: plain records, without nodes."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from ...core.domain import eir_domain
from ...core.listed_works import References
from ...core.publication import listed_articles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.environment import BuildEnvironment

MOST = 3
"""Related articles of one article."""

COMMON = 100
"""What more articles than these share says nothing of any two of them."""

CITED = 4.0
"""The weight of a citation of the one article by the other, where that of a rare keyword is 1."""


@dataclass(frozen=True)
class Traits:
    """What relates an article to others."""

    shared: frozenset[str] = frozenset()
    """Keywords, and works that it cites, as words that are the same for the same thing."""
    names: frozenset[str] = frozenset()
    """The names by which others cite it: DOI, address."""


def related(traits: Mapping[str, Traits]) -> dict[str, tuple[str, ...]]:
    """Return the docnames of related articles, the nearest first. A trait that fewer articles share counts more."""
    near: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for one, other, weight in _ties(traits):
        near[one][other] += weight
        near[other][one] += weight
    return {
        docname: tuple(sorted(weights, key=lambda other: (-weights[other], other))[:MOST])
        for docname, weights in near.items()
    }


def _ties(traits: Mapping[str, Traits]) -> Iterator[tuple[str, str, float]]:
    """Yield pairs of articles that something relates, and its weight."""
    owners: dict[str, list[str]] = defaultdict(list)
    named: dict[str, str] = {}
    for docname in sorted(traits):
        named |= dict.fromkeys(traits[docname].names, docname)
        for trait in traits[docname].shared:
            owners[trait].append(docname)
    for trait, docnames in sorted(owners.items()):
        yield from ((one, named[trait], CITED) for one in docnames if named.get(trait, one) != one)
        if len(docnames) <= COMMON:
            yield from ((one, other, 1 / (len(docnames) - 1)) for one, other in combinations(docnames, 2))


def traits_of(env: BuildEnvironment) -> dict[str, Traits]:
    """Return the traits of the project's articles, from their records."""
    domain = eir_domain(env)
    return {
        docname: Traits(
            frozenset(f"keyword {keyword.casefold()}" for keyword in article.keywords)
            | _works(domain.find(docname, References)),
            frozenset(_names(article.doi, article.canonical)),
        )
        for docname, article in listed_articles(env)
    }


def _works(references: References | None) -> frozenset[str]:
    """Return each of the works listed by its DOI, its address or else its words."""
    works = references.works() if references else ()
    return frozenset(
        _names(work.doi, work.url)[0] if work.doi or work.url else re.sub(r"\W+", " ", work.text).casefold()
        for work in works
    )


def _names(doi: str, url: str) -> list[str]:
    """Return the names of a work, the DOI first; an address without its protocol."""
    found = [f"doi {doi.lower()}"] if doi else []
    if url:
        found.append(re.sub(r"^https?://(www\.)?|/$", "", url.casefold()))
    return found
