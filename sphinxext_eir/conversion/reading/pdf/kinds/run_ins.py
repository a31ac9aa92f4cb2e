"""Headings at the heads of paragraphs, on the line on which their text begins: APA's levels 4 and 5, LaTeX's paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from .....text.decisions import Criterion, decide
from .....text.patterns import any_of
from .....text.sentences import begins_small
from .....text.vocabularies import folded_words, words
from .... import rules
from ....wording import section_name
from .levels import known_level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..blocks.breaks import Block
    from ..layout.lines import Line
    from ..page.words import Word

_LONGEST, _LONGEST_NUMBERED = 120, 200
"""Characters of a heading."""
_MOST_WORDS, _MOST_NUMBERED = 18, 30
_FEWEST_AFTER = 4
"""Words of the text after it."""
_FEWEST = 3
"""Headings of one weight and slant that a file has: one or two alone are stressed, as *First* and *Second* are, if no wide space follows."""
_AGAIN = 2
"""Times: a word before a colon or a dash that is said so often tells many things, *Founded:*, or who speaks, *Clerk –*."""
_MARGIN = 9
"""The column of what stands in the margin."""
_LINES = 3
"""Lines of the paragraphs under headings that end with a colon, half of them at least: shorter ones explain terms."""
_WIDE, _WIDER, _STRETCH = 0.85, 1.5, 0.01
"""Of the size, of the other spaces of the paragraph, and over those of its line, of the size: LaTeX sets 1 em after a ``\\paragraph``."""
_WIDEST = 4
"""Of the size: what stands farther off is in a column beside it, as two addresses under an essay are."""
_SAME_BASE = 0.25
"""Of the size."""
_STOP = re.compile(r"[.:?!]\W*$|[—–]$")
_DASHES = ("—", "–")
_NUMBER = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]$")
_ITEM = re.compile(r"\(?[a-z]{1,4}[.)]\s")
"""A small letter or numeral, as items have: headings after one have no colon after their words."""
_NO_HEADING = re.compile(
    rf"(?:{any_of((*words('set_apart'), *words('keywords'), *words('summaries')))}|[qas]\d*)\b", re.IGNORECASE
)
"""Beginnings of paragraphs that are set apart and are no headings: those of theorems, captions, lists of keywords, interviews,
files beside an article (*S1 Fig*)."""
_WHO_DID_WHAT = re.compile(
    r"""\b(?:author|auteur|autor|autore)\w*\W.*contribu    # Authors' contributions
        | \bcontribu\w+\s.*\b(?:author|auteur|autor)      # Contribuição dos autores
        | ^(?:contributors | colaborador\w* | autorenbeiträge)$""",
    re.IGNORECASE | re.VERBOSE,
)
"""The name of a section that says so: names or roles stand before what each did (ANSI/NISO Z39.104, CRediT)."""


_SUMMARIES = folded_words("summaries") | folded_words("keywords")
"""Headings under which such words part one paragraph: *Background*, *Methods*, *Results*."""


@dataclass(frozen=True)
class RunIn:
    """The words at the head of a paragraph that may be a heading."""

    block: Block
    lead: tuple[Word, ...]
    rest: tuple[Word, ...]
    known: Mapping[str, int]
    """The headings of the contents and the outline."""
    in_text: bool
    """True if a heading stands before it, and none of who did what: the summaries of journals have such words as well."""
    late: bool = False
    """True if it stands in the second half of the text, and not in the margin."""
    in_bibliography: bool = False
    """True if the heading before it is that of a bibliography: entries without an author begin with a title."""

    @cached_property
    def text(self) -> str:
        """Its words."""
        return "".join(f" {word.text}" if word.spaced else word.text for word in self.lead).strip()

    @cached_property
    def after(self) -> str:
        """The words of the paragraph after it."""
        return "".join(f" {word.text}" if word.spaced else word.text for word in self.rest).strip()

    @cached_property
    def bare(self) -> str:
        """Its words without number and stop."""
        words = self.text.split()
        return " ".join(words[1:] if len(words) > 1 and _NUMBER.match(words[0]) else words).rstrip(" .:—–")

    @cached_property
    def numbered(self) -> bool:
        """True if a number stands before it."""
        words = self.text.split()
        return len(words) > 1 and bool(_NUMBER.match(words[0]))

    @cached_property
    def parted(self) -> bool:
        """True if a space wider than the others of its line parts it from its text, which goes on at the edge: no row of a table."""
        first, lines = self.block.first, self.block.lines
        size, gap = self.lead[-1].size, _gap(self.lead[-1], self.rest[0])
        of_line, of_all = (median(self._spaces(some) or [0.0]) for some in ([first], lines))
        hangs = len(lines) < 2 or (
            lines[1].page == first.page and lines[1].x0 > self.lead[0].x0 + size * _SAME_BASE
        )
        return (
            not hangs
            and gap < _WIDEST * size
            and gap > max(_WIDE * size, _WIDER * of_all, of_line + _STRETCH * size)
        )

    def _spaces(self, lines: Iterable[Line]) -> list[float]:
        """Return the spaces between words of *lines*, but for that before its text."""
        pairs = (pair for line in lines for pair in pairwise(line.words))
        return [_gap(one, two) for one, two in pairs if two.spaced and two is not self.rest[0]]

    @property
    def look(self) -> str:
        """Its weight, its slant, or that it has no serifs as its text has; nothing where it is set like the text. A dash after it may be."""
        style = next(
            (word.style for word in reversed(self.lead) if re.search(r"\w", word.text)), self.lead[-1].style
        )
        if style.sans and not (style.bold or style.italic or self.rest[0].style.sans):
            return "sans"
        return "bold" if style.bold else "italic" if style.italic else ""

    @cached_property
    def of_list(self) -> bool:
        """True if the letter of an item stands before it, and a colon after it."""
        return bool(_ITEM.match(self.text)) and self.text.endswith(":")

    @cached_property
    def of_section(self) -> bool:
        """True if it is the name of a section at the end of an article, though nothing may part it from its text: *Funding*."""
        return self.late and section_name(self.bare) in rules.SECTION_NAMES and not begins_small(self.after)


CRITERIA: tuple[Criterion[RunIn, bool], ...] = (
    Criterion("too little text after it", lambda case: len(case.after.split()) < _FEWEST_AFTER, then=False),
    Criterion(
        "too long",
        lambda case: (
            len(case.text) > (_LONGEST_NUMBERED if case.numbered else _LONGEST)
            or len(case.text.split()) > (_MOST_NUMBERED if case.numbered else _MOST_WORDS)
        ),
        then=False,
    ),
    Criterion("says nothing", lambda case: sum(c.isalpha() for c in case.bare) < 3, then=False),
    Criterion(
        "a theorem, a caption, a list of keywords",
        lambda case: bool(_NO_HEADING.match(case.bare)),
        then=False,
    ),
    Criterion("within a summary, or a section of who did what", lambda case: not case.in_text, then=False),
    Criterion("begins small", lambda case: begins_small(case.bare), then=False),
    Criterion(
        "stands in the contents or the outline, at the head of its paragraph",
        lambda case: (
            known_level(case.text, case.known) > 0 and (bool(case.look) or bool(_STOP.search(case.text)))
        ),
        then=True,
    ),
    Criterion("set like the text", lambda case: not case.look, then=False),
    Criterion("a term after a letter, explained after a colon", lambda case: case.of_list, then=False),
    Criterion(
        "the name of a section, in letters of its own, late in the text",
        lambda case: case.of_section,
        then=True,
    ),
    Criterion("an entry of a bibliography", lambda case: case.in_bibliography, then=False),
    Criterion(
        "the sentence goes on",
        lambda case: (
            not (case.parted or _STOP.search(case.text) or case.after[:1] in _DASHES)
            or not re.match(r"\W*[^\W\d_a-zß-öø-ÿ]", case.after)
        ),
        then=False,
    ),
    Criterion("in letters of its own, at the head of its paragraph", lambda _: True, then=True),
)
"""True if the words are a heading."""


def with_run_ins(blocks: Sequence[Block], known: Mapping[str, int]) -> tuple[list[Block], dict[int, str]]:
    """Return *blocks* with those told that begin with a heading, and the criteria that decided, by the identity of their first lines."""
    told: dict[int, tuple[RunIn, str]] = {}
    for n, case in _cases(blocks, known):
        found = decide(CRITERIA, case)
        if found and found.then:
            told[n] = (case, found.name)
    said = Counter(case.text for case, _ in told.values() if case.text.endswith((":", *_DASHES)))
    told = {n: (case, name) for n, (case, name) in told.items() if said[case.text] < _AGAIN or case.parted}
    looks = Counter(case.look for case, name in told.values())
    colons = [case for case, _ in told.values() if case.text.endswith(":") and not case.numbered]
    terms = 2 * sum(len(case.block.lines) >= _LINES for case in colons) < len(colons)
    done, decisions = list(blocks), {}
    for n, (case, name) in told.items():
        sure = case.parted or case.of_section or known_level(case.text, known) > 0
        if sure or (looks[case.look] >= _FEWEST and not (terms and case in colons)):
            letters = sum(not c.isspace() for c in case.text)
            done[n] = replace(blocks[n], run_in=letters)
            decisions[id(blocks[n].first)] = name
    return done, decisions


def _cases(blocks: Sequence[Block], known: Mapping[str, int]) -> Iterator[tuple[int, RunIn]]:
    """Yield the paragraphs that begin with words set apart, or with a heading that is known, and their numbers."""
    in_text = listed = in_bibliography = False
    for n, block in enumerate(blocks):
        if block.kind == "heading":
            name = section_name(block.text)
            in_text = in_text or not _is_summary(name)
            listed = bool(_WHO_DID_WHAT.search(name))
            in_bibliography = name in rules.BIBLIOGRAPHIES
        if block.kind != "paragraph" or block.bold or block.italic:
            continue
        words = [word for line in block.lines for word in line.words]
        for lead in (_set_apart(words), _first_sentence(words) if known else 0):
            if 0 < lead < len(words):
                late = 2 * n > len(blocks) and block.first.column < _MARGIN
                parts = tuple(words[:lead]), tuple(words[lead:])
                case = RunIn(block, *parts, known, in_text and not listed, late, in_bibliography)
                if lead == _set_apart(words) or known_level(case.text, known):
                    yield n, case


def _is_summary(name: str) -> bool:
    """Say if *name* is that of a summary: *Abstract*, *Structured abstract*."""
    words = name.split()
    return name in _SUMMARIES or (len(words) == 2 and any(word in _SUMMARIES for word in words))


def _gap(one: Word, two: Word) -> float:
    """Return the space between two words of one line; none, if they stand on two."""
    return two.x0 - one.x1 if abs(one.base - two.base) < _SAME_BASE * one.size else 0.0


def _set_apart(words: Sequence[Word]) -> int:
    """Return how many first *words* are bold, or italic, or without serifs, and the next is not; a number before them may be neither."""
    start = 1 if len(words) > 1 and _NUMBER.match(words[0].text) else 0
    for look in ("bold", "italic", "sans"):
        end = start
        while end < len(words) and getattr(words[end].style, look):
            end += 1
        if start < end < len(words):
            while end < len(words) and re.fullmatch(r"[.:?!—–]+", words[end].text):
                end += 1
            return end
    return 0


def _first_sentence(words: Sequence[Word]) -> int:
    """Return how many first *words* end with a full stop, a colon or a question mark, a number before them left aside."""
    start = 1 if len(words) > 1 and _NUMBER.match(words[0].text) else 0
    return next(
        (n + 1 for n, word in enumerate(words[:30]) if n >= start and re.search(r"[.:?!]$", word.text)), 0
    )
