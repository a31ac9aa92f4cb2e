"""Years in citations, with their letters and locators: ``1999: 12``, ``2000a, b``, ``[1944] 2001``, ``n.d.``, ``2010, pp. 3-4``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..text.characters import EAST_ASIAN
from ..text.dates import SUFFIX, WITHOUT_YEAR, year_word
from ..text.numerals import ROMAN, YEAR
from ..text.patterns import any_of, compile_later
from ..text.vocabularies import all_vocabularies, listed, words

_ROMAN = rf"{ROMAN}\b"
_DASH = r"\s?[-‐‑–—]\s?"


def _terms() -> tuple[str, str, str]:
    """Return expressions for the terms of locators: before a number, for pages; for the rest; and after a number."""
    pages: set[str] = set()
    others = {*words("further_locators"), *words("laws")}
    behind: set[str] = set()
    for one in all_vocabularies():
        for term, said in one.locators.items():
            for word in listed(said):
                bare = word.rstrip(".")
                if bare[:1] >= "\u2e80":
                    behind.add(bare)
                elif len(bare) > 1 or term == "page" or not bare.isalpha():
                    (pages if term == "page" else others).add(bare)
                else:
                    others.add(word)  # a single letter needs its stop
    return any_of(pages), any_of(others - {"§", "§§", "¶", "¶¶"}), any_of(behind)


_AND = any_of(words("conjunctions"))


@cache
def _locator() -> str:
    """Return an expression for ``: 210``, ``, p.668``, ``; 166``, ``, pp. 3-4 and 12``; its tables take time to read."""
    pages, others, behind = _terms()
    term = rf"(?:(?:{pages}|{others})(?![^\W\d_])\.?|¶+|§+)"
    following = any_of(words("following"))
    to = rf"(?:{_DASH}(?:\d{{1,4}}|{_ROMAN}))?(?:\s?{following}\b\.?)?"  # -14; f.; ff
    number = rf"(?:第?\d{{1,4}}[a-eg-z]?|{_ROMAN}){to}(?:\s?{behind})?"
    bare_number = rf"(?!{YEAR}(?!{_DASH}\d))(?:\d{{1,4}}|{_ROMAN}){to}(?!\w)"
    first = rf"""(?: (?: (?P<colon> \s?:\s? ) | \s?[,;.]?\s{{0,3}} )
            (?: {term}\s? | (?(colon)|(?!)) ) {number}          # : 210, or with a term: , p. 668
        | \s?[,;]\s{{0,3}} 第?\d{{1,4}}{to}\s?{behind}         # , 12頁
        | \s?[,;:]\s{{0,3}} {behind}\s?\d{{1,4}}{to}          # , 頁 12
        | \s?[,;]\s{{0,3}} {bare_number}                      # ; 166
        | \s?,\s? {any_of(words("pages_without_number"))}(?!\w) )   # , n.p.
    """
    further = rf"(?:\s?(?:,|{_AND})\s?(?:{term}\s?{number}|{bare_number})){{0,20}}"
    return first + further


_OF_A_LAW = any_of(words("laws"))
LAW = compile_later(rf"\W*(?:{_OF_A_LAW}|§+)\b", re.IGNORECASE)
"""A locator of a law and not of a book: ``UNCLOS 1982, Art. 101``."""

_EARLIER = rf"(?:\[?{YEAR}\]?\s?/\s?|[\[(]{YEAR}[\])]\s?)"  # of a first edition: `1795/1983`, `[1944] 2001`
_SECOND_HAND = any_of(words("second_hand"))
"""Words after a year, with the case that they ask for perhaps: ``2001’den akt.``"""
_ONE = compile_later(
    rf"""(?<! (?!{EAST_ASIAN})\w ) (?<![/.-]) {_EARLIER}?            # 田中2001
         (?: (?P<year> {YEAR} ) (?P<suffix> [a-rt-zа-яأابجد](?![\w'’]) )?         # 2000a, and not 2000s
           | (?P<without> {WITHOUT_YEAR} ) (?: [-\s]?(?P<letter> {SUFFIX} )\b )? ) # n.d.-a, forthcoming b
         (?: /\d\d(?!\d) )?                                                  # 1994/95
         (?: \s?م(?!\w) | 年(?!\w) )?                                      # 2001م, of the Christian era; 2001年
         (?! \w | ['’](?!\w{{2,3}}\s{_SECOND_HAND}) | {_DASH}\d\d )              # not 1994–95, which is a time
         (?: \s?\[{YEAR}(?:{_DASH}{YEAR})?\] )?                             # 1963 [1961]; 2015 [1934-1935]""",
    re.IGNORECASE | re.VERBOSE,
)
_LETTER = compile_later(r"(?P<suffix>[b-rt-zб-яبجد])(?![\w'’.])")
_LOCATOR = compile_later(_locator, re.IGNORECASE | re.VERBOSE)
_NEXT = compile_later(rf"\s{{0,3}}(?:[,;]|,?\s{{1,3}}{_AND}(?!\w)|,?\s?&)\s{{0,3}}", re.IGNORECASE)


class Year(NamedTuple):
    """A year that is cited."""

    start: int
    end: int
    """The span of the year and its locator."""
    year: str
    suffix: str
    locator: str


def is_locator(text: str) -> bool:
    """Say if *text* is a locator and nothing else."""
    return bool(_LOCATOR.fullmatch(text))


def next_year(text: str, start: int, end: int) -> int:
    """Return where the next year in *text* begins, or -1."""
    match = _ONE.search(text, start, end)
    return match.start() if match else -1


def read_years(text: str, start: int, end: int) -> list[Year]:
    """Read years with their locators from *start* on: ``1999: 12, 2000a, b``."""
    years: list[Year] = []
    position = start
    while match := _ONE.match(text, position, end):
        year = match["year"] or year_word(match["without"])
        suffix = (match["suffix"] or match["letter"] or "").lower()
        stop = match.end()
        locator = _LOCATOR.match(text, stop, end) if stop < end else None
        stop = locator.end() if locator else stop
        years.append(Year(match.start(), stop, year, suffix, locator[0] if locator else ""))
        if stop == end:
            break
        separator = _NEXT.match(text, stop, end)
        while suffix and separator and (letter := _LETTER.match(text, separator.end(), end)):
            stop = letter.end()
            years.append(Year(letter.start(), stop, year, letter["suffix"].lower(), ""))
            separator = _NEXT.match(text, stop, end)
        if not separator:
            break
        position = separator.end()
    return years
