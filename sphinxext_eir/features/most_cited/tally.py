"""What the articles of a project cite, counted: plain records, without nodes.

A work counts once for an article, however often the article cites it. One work may be typed in one article and come from a file in
another: it is known by its DOI, else by its first author, its year and the first part of its title, as far as these are written alike. An
author whose given names are initials is the one author of that surname whom they fit.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from ...core.domain import eir_domain
from ...core.listed_works import References
from ...core.listing import alphabetical, title_of
from ...core.publication import listed_articles
from ...text.compared_names import normal
from ...text.dois import doi_name
from .records import Counted, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx.environment import BuildEnvironment

    from ...core.works import Work


def counted(env: BuildEnvironment) -> Counted:
    """Count what the listed articles of the project cite."""
    domain = eir_domain(env)
    titles: dict[str, str] = {}
    cited: dict[str, tuple[Work, ...]] = {}
    for docname, article in listed_articles(env):
        if references := domain.find(docname, References):
            titles[docname] = title_of(env, docname, article)
            cited[docname] = references.cited()
    return Counted(_rows(_works(cited), titles), _rows(_authors(cited), titles))


def _rows(found: Iterable[tuple[str, str, set[str]]], titles: Mapping[str, str]) -> tuple[Row, ...]:
    rows = [
        Row(words, url, tuple(sorted(((name, titles[name]) for name in citing), key=_by_title)))
        for words, url, citing in found
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row.citing), alphabetical(row.words), row.citing)))


def _by_title(article: tuple[str, str]) -> tuple[str, str]:
    docname, title = article
    return alphabetical(title), docname


# Works


def _works(cited: Mapping[str, tuple[Work, ...]]) -> Iterator[tuple[str, str, set[str]]]:
    """Yield each work in its fullest form, its address, and the articles that cite it."""
    groups = _Groups()
    for docname in sorted(cited):
        for work in cited[docname]:
            groups.add(work, docname)
    for works, citing in groups.found():
        fullest = max(works, key=lambda work: (bool(_doi(work)), bool(work.url), len(work.text), work.text))
        doi = doi_name(fullest.doi)
        yield fullest.text, f"https://doi.org/{doi}" if doi else fullest.url, citing


class _Groups:
    """Works that are the same: they share a name, and have no two DOIs."""

    def __init__(self) -> None:
        self._works: list[tuple[Work, str]] = []
        self._named: dict[str, list[int]] = defaultdict(list)

    def add(self, work: Work, docname: str) -> None:
        for name in names_of(work):
            self._named[name].append(len(self._works))
        self._works.append((work, docname))

    def found(self) -> Iterator[tuple[list[Work], set[str]]]:
        """Yield the works of each group, and the documents that they are of."""
        group = list(range(len(self._works)))
        members = {number: [number] for number in group}
        dois = {number: {_doi(work)} - {""} for number, (work, _docname) in enumerate(self._works)}
        for name in sorted(self._named):
            first, *others = self._named[name]
            for other in others:
                one, two = group[first], group[other]
                if one != two and len(dois[one] | dois[two]) < 2:
                    dois[one] |= dois[two]
                    for number in members[two]:
                        group[number] = one
                    members[one] += members.pop(two)
        for numbers in members.values():
            yield [self._works[number][0] for number in numbers], {self._works[n][1] for n in numbers}


def _doi(work: Work) -> str:
    """Return the DOI of *work* as it is compared; nothing if that field has other words, *in press*."""
    return doi_name(work.doi).lower()


def names_of(work: Work) -> list[str]:
    """Return what *work* is known by: its DOI; and first author, year and title, or its words where these aren't known."""
    found = [f"doi {doi}"] if (doi := _doi(work)) else []
    title = _first_part(work.title)
    if title and work.year:
        surname = normal(work.people[0][0]) if work.people else ""
        return [*found, f"work {surname}|{work.year}|{title}"]
    return [*found, f"words {_folded(work.text)}"]


_END = re.compile(r"[.,:;?!(\[<{“”\"„«»]|[‘’'](?!\w)|\s[-–—]")  # noqa: RUF001 - marks that end a title, or its first part


def _first_part(title: str) -> str:
    """Return the words of *title* before a subtitle, or what else follows it, as they are compared."""
    for part in _END.split(title.lstrip(" .,:;([\"'“‘„«")):  # noqa: RUF001
        if folded := _folded(part):
            return folded
    return ""


def _folded(words: str) -> str:
    return re.sub(r"\W+", " ", normal(re.sub(r"<[^<>]*>", "", words))).strip()


# Authors


def _authors(cited: Mapping[str, tuple[Work, ...]]) -> Iterator[tuple[str, str, set[str]]]:
    """Yield each author's name, inverted and as full as it is given anywhere, and the articles that cite a work of theirs."""
    spelt: dict[str, dict[tuple[str, str], set[str]]] = defaultdict(lambda: defaultdict(set))
    for docname, works in cited.items():
        for work in works:
            for surname, given in () if work.edited else work.people:
                spelt[normal(surname)][surname, given].add(docname)
    for names in spelt.values():
        for one in _people(sorted(names)):
            surname, given = max(one, key=lambda name: (len(name[1]), len(names[name]), name))
            citing = set().union(*(names[name] for name in one))
            yield ", ".join(part for part in (surname, given) if part), "", citing


def _people(names: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Put *names* of one surname together that are one person's: initials go with the only given names that they fit."""
    people: list[list[tuple[str, str]]] = []
    for name in sorted(names, key=lambda name: (-len(_given(name[1])), -len(name[1]), name)):
        fitting = [person for person in people if all(_fit(name[1], other) for _, other in person)]
        if len(fitting) == 1:
            fitting[0].append(name)
        else:
            people.append([name])
    return people


def _given(typed: str) -> list[str]:
    return normal(typed.replace(".", ". ")).split()


def _fit(one: str, other: str) -> bool:
    """Say if two ways to write given names may be of one person: each word is the other's, or the other's initial."""
    pairs = list(zip(_given(one), _given(other), strict=False))
    if not pairs:
        return not _given(one) and not _given(other)
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in pairs)
