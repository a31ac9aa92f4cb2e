"""What readers see of who wrote an article, when and under which terms: lines over its text, under it, and around it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ....text.patterns import any_of
from ....text.vocabularies import words
from ...names import people_in
from ...wording import folded
from . import naming
from .bylines import FIRST_WORDS, author_name, day_in, iso_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .tree import Node

_AUTHOR = re.compile(
    r"""(?<![\w-])
        (?: (?:\w[\w-]*__)?(?:authors?|byline|by-author|author-name|fn)       # BEM's as well: c-article__author
          | (?:\w[\w-]*-)?post-author(?:-name|__name)?                        # WordPress's blocks
        )
        (?![\w-])
    """,
    re.VERBOSE,
)
"""Classes of elements that name an author."""


def lines_of_front(nodes: Iterable[Node], authors: Sequence[str] = ()) -> list[Node]:
    """Return the elements among *nodes* that say who wrote the article, by *authors* that the head names, and when.

    Of each, the outermost.
    """
    found: list[Node] = []
    for node in nodes:
        if not node.tag or any(above in found for above in node.above()):
            continue
        by = (
            node.get("rel") == "author"
            or node.get("itemprop") in ("author", "datePublished")
            or node.tag == "time"
            or bool(naming.META.search(node.names))
            or _is_day(node)
        )
        of_head = _is_said_by_head(node, authors)
        if (
            (by or of_head)
            and node.tag not in ("html", "body", "main", "article", "section", "header")
            and 0 < len(node.said().split()) <= (_MOST_AUTHORS if of_head else 40)
        ):
            found.append(node)
    return found


_OF_PEOPLE = re.compile(r"View ORCID Profile|ORCID logo", re.IGNORECASE)
"""What buttons beside authors say."""


_LINES = frozenset("p div span li a ul h2 h3 h4 h5 address".split())
_MOST_AUTHORS = 400
"""Words of a line of nothing but names."""


def _is_said_by_head(node: Node, authors: Sequence[str]) -> bool:
    """Say if *node* is a line of nothing but the *authors* that the head of the page names."""
    if not authors or node.tag not in _LINES or node.last - node.order > _MOST_AUTHORS:
        return False
    known = _words_of_names(tuple(authors))
    line = _OF_PEOPLE.sub(" ", node.said())
    said = re.findall(r"[^\W\d_]{2,}", folded(line))
    return len(said) > 1 and known.issuperset(said) and not re.search(r"[^\W\d_]{3}[.!?]\s+\w", line)


@lru_cache(maxsize=16)
def _words_of_names(authors: tuple[str, ...]) -> frozenset[str]:
    """Return the words of the names of *authors*, and those that stand beside them."""
    return _BESIDE_NAMES.union(*(re.findall(r"[^\W\d_]{2,}", folded(name)) for name in authors))


_BESIDE_NAMES = frozenset(folded(word) for name in ("by", "conjunctions") for word in words(name))


def _is_day(node: Node) -> bool:
    """Say if *node* is a line with a date and nothing else but a name of a place, or what it is: ``Datum: 28.01.2022``."""
    if node.tag not in ("p", "div", "span", "li", "em") or any(child.tag for child in node.children):
        return False
    said = node.said()
    return (
        len(said) <= _LONGEST_DAY
        and said[-1:].isalnum()
        and said.count(" ") <= FIRST_WORDS
        and len(day_in(said)) == len("2019-03-14")
    )


_LONGEST_DAY = 40


def lines_under(nodes: Iterable[Node]) -> list[Node]:
    """Return the elements among *nodes* that say under the text who wrote it and when, as many blogs do; not those of comments."""
    return [
        node
        for node in nodes
        if node.attributes
        and (
            node.get("rel") == "author"
            or node.get("itemprop") in ("author", "datePublished")
            or _UNDER_TEXT.search(node.get("class"))
            or (
                _HEADS.fullmatch(node.tag) and any(naming.BIOGRAPHY.search(one.names) for one in node.above())
            )
        )
        and not any(_OF_OTHERS.search(one.names) for one in (node, *node.above()) if one.tag != "body")
    ]


def terms_of(nodes: Iterable[Node]) -> tuple[str, ...]:
    """Return the tags, and then the categories, that *nodes* say the article has (microformats.org, "rel-tag")."""
    links = [
        node
        for node in nodes
        if node.tag == "a"
        and "tag" in node.get("rel").lower().split()
        and not _UNSORTED.search(node.get("href"))
        and not any(_OF_OTHERS.search(one.names) for one in node.above() if one.tag != "body")
    ]
    links.sort(key=lambda link: "category" in link.get("rel"))
    return tuple(dict.fromkeys(said for link in links if (said := link.said().lstrip("#"))))


_UNSORTED = re.compile(r"/uncategorized/?$")
"""Where WordPress puts what nobody sorted."""
_HEADS = re.compile(r"h[1-6]")
_UNDER_TEXT = re.compile(
    r"""(?<!\S)
        (?: vcard | dt-published                                        # microformats
          | entry-date | (?:wp-block-)?post-(?:date|author|author-name) # WordPress
        )
        (?!\S)
    """,
    re.VERBOSE,
)
_OF_OTHERS = re.compile(
    r"comment | related | recent | respon(?:d|se) | popular | sidebar | widget | wp-block-post-template",
    re.IGNORECASE | re.VERBOSE,
)
"""Names of parts of a page that show other articles, and what readers wrote."""


def seen_authors(nodes: Sequence[Node]) -> tuple[str, ...]:
    """Return the authors that the byline names: by what elements are for, by their classes, or after *by*."""
    for test in (
        lambda n: n.get("rel") == "author" or n.get("itemprop") == "author",
        lambda n: bool(_AUTHOR.search(n.get("class"))),
    ):
        said_by = [n for n in nodes if n.attributes and test(n)]
        # Around the name may be more: *Posted by*, for those who listen.
        around = {above for n in said_by for above in n.above()}
        names = [author_name(said) for n in said_by if n not in around for said in _names_said(n)]
        names = [
            name
            for name in dict.fromkeys(names)
            if name and 1 < len(name.split()) <= 5 and not re.search(r"\d", name)
        ]
        if names:
            return tuple(names)
    return next((named for node in nodes if node.tag and (named := _announced(node.said()))), ())


def _names_said(node: Node) -> list[str]:
    """Return the names in an element that is for the author: each apart where the page tells them apart (schema.org/Person)."""
    said = [one.said() or one.get("content") for one in node.walk() if one.get("itemprop") == "name"]
    return said or [_shown(node)]


def _shown(node: Node) -> str:
    """Return what *node* says to those who see it, without what is written for those who listen: ``Post author``."""
    unseen = [one for one in node.walk() if one.tag and naming.FOR_LISTENERS.search(one.names)]
    if not unseen:
        return node.said()
    texts = (one for one in node.walk() if not one.tag and not any(above.holds(one) for above in unseen))
    return " ".join(" ".join(one.text for one in texts).split())


_BY = re.compile(
    rf"""{any_of(words("by"))}\s?:?\s+
        (?P<names>[^\d|•·]{{3,120}}?)
        \s*(?:[\d|•·(].*)?                # a date
    """,
    re.IGNORECASE | re.VERBOSE,
)


def _announced(text: str) -> tuple[str, ...]:
    """Return the people that a line names after *by*; a date may follow: ``By Jane Doe 10/04/2016 05:11 AM``."""
    match = _BY.fullmatch(text)
    if not match:
        return ()
    named = match["names"].strip(" ,|")
    return people_in(named) or people_in(_MONTH_AT_END.sub("", named))


_MONTH_AT_END = re.compile(r"[\s,]+(?:[^\W\d_]+day,?\s+)?[^\W\d_]{3,9}\.?$")
"""A month at the end of a line that a day follows, and the day of the week before it."""


def author_of_page(nodes: Iterable[Node]) -> str:
    """Return the one person that the whole page names as an author; nothing where several are named, as under other articles."""
    of_page = [
        node
        for node in nodes
        if node.attributes
        and (node.get("rel") == "author" or node.get("itemprop") == "author")
        and not any(_OF_OTHERS.search(one.names) for one in (node, *node.above()) if one.tag != "body")
    ]
    names = {name for node in of_page for name in seen_authors([node])}
    return names.pop() if len(names) == 1 else ""


def seen_date(nodes: Iterable[Node]) -> str:
    """Return the date that the page shows."""
    for node in nodes:
        dated = node.tag == "time" or node.get("itemprop") == "datePublished"
        if dated and not re.search(r"updated|modified", node.names):
            day = iso_day(node.get("datetime")) or iso_day(node.get("content")) or day_in(node.said())
            if day:
                return day
    for node in nodes:
        if (re.search(r"date|published|posted", node.names) or _is_day(node)) and (
            day := day_in(node.said())
        ):
            return day
    return ""
