"""Headings that arrive as lines of bold or italic text, as numbered lines, or as nothing but their name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ...text.decisions import Criterion, decide
from ...text.numerals import SMALL_ROMAN, roman_value
from ...text.sentences import CLOSING, PARAGRAPH_END, PAUSES, STOPS
from .. import rules
from ..decisions import Taken
from ..document import Block, Heading, PageBreak, Paragraph, Rule, Table, text_of
from ..inlines import Inlines, Kind, lines_of, place_of, plain
from ..wording import folded, section_name, whole
from .draft import decision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..decisions import Decision
    from .draft import Draft

_LONGEST_HEADING = 120
_LONGEST_ITALIC_HEADING = 80
_LONGEST_NUMBERED_HEADING = 100
_LONGEST_PLAIN_HEADING = 70
"""Characters."""
_SHORTEST_PARAGRAPH = 120
"""Characters of the paragraphs around a heading that is one by its place alone."""
_FEWEST_WORDS_IN_CAPITALS = 2
_FEW_WORDS = 4
_SMALL_WORD = 4
"""Letters. A longer word has a capital in a title."""
_DEEP = 4
"""The level of a heading inside a list: under any that a line of bold letters makes."""

_NUMBERED = re.compile(
    rf"""(?: (\d{{1,2}}(?:\.\d{{1,2}})*)[.)]?                                                  # 2.1
          | {SMALL_ROMAN.upper()} (?: \. | (\.\d{{1,2}}(?:\.\d{{1,2}})*)\.? )                  # II., II.1
        )
        \s+["'“‘(]*[A-Z]
    """,
    re.VERBOSE,
)
_NUMERAL = re.compile(rf"({SMALL_ROMAN.upper()})\.?")
_STOP = re.compile(rf"[{STOPS}{PAUSES}][{CLOSING}]*$")
_QUESTION = re.compile(rf"\?[{CLOSING}]*$")
_UNLIKE_A_HEADING = re.compile(
    r"""  [\d\[\]/@|]      # numbers, markers of notes, addresses
        | [.,;:!]$        # a stop at its end
        | [.;][ ]         # a stop inside
        | ^\w{1,8}:       # a label: 'Q:', 'E-IR:'
    """,
    re.VERBOSE,
)
"""Signs that a line isn't a heading, unless something else makes it one."""


@dataclass(frozen=True)
class Candidate:
    """A paragraph that may be a heading, between its neighbours."""

    block: Paragraph
    before: Block | None
    follows: Block | None
    listed: bool
    """True if it stands under a heading of references or of notes."""
    numeral: bool = False
    """True if it is one of the Roman numerals that stand alone on their lines, from ``I`` on: sections without a name."""

    @cached_property
    def text(self) -> str:
        """Its words."""
        return text_of(self.block)

    @cached_property
    def section(self) -> str:
        """Its words as the name of a section."""
        return section_name(self.text)

    @cached_property
    def kinds(self) -> set[Kind]:
        """The kinds of its runs, but for markers of notes."""
        return {run.kind for run in self.block.inlines if run.text.strip()} - {Kind.SUPERSCRIPT, Kind.NOTE}

    @cached_property
    def number(self) -> re.Match[str] | None:
        """The number at its head."""
        return _NUMBERED.match(self.text)

    @cached_property
    def words(self) -> list[str]:
        """Its words without punctuation."""
        return re.findall(r"[^\W\d_]+", self.text)

    @property
    def has_part_below(self) -> bool:
        """True if the next block has the number of its first part: ``2.1`` below ``2``."""
        return bool(self.number and self.follows and _is_first_part(self.number, text_of(self.follows)))

    @property
    def between_paragraphs(self) -> bool:
        """True if a whole paragraph stands before it, and a paragraph follows: both too long to be headings."""
        return (
            isinstance(self.before, Paragraph)
            and isinstance(self.follows, Paragraph)
            and min(len(text_of(self.before)), len(text_of(self.follows))) > _SHORTEST_PARAGRAPH
            and bool(PARAGRAPH_END.search(text_of(self.before)))
            and text_of(self.follows)[:1] not in "—–-"
        )

    @property
    def in_title_case(self) -> bool:
        """True if each of its longer words has a capital."""
        return all(word[0].isupper() for word in self.words if len(word) > _SMALL_WORD)


NONE = 0
"""The level of a paragraph."""
AS_NUMBERED = -1
"""The level that the number at the head of a line tells: 2 for ``1.``, 3 for ``1.1``."""

NAMES: tuple[Criterion[Candidate, int], ...] = (
    Criterion("longer than a heading", lambda line: len(line.text) > _LONGEST_HEADING, NONE),
    Criterion("without a letter", lambda line: not line.words, NONE),
    Criterion(
        "the name of a part of the references",
        lambda line: line.listed and line.section in rules.PARTS_OF_BIBLIOGRAPHIES,
        _DEEP,
    ),
    Criterion(
        "the word that a note to a table begins with",
        lambda line: (
            isinstance(line.before, Table) and line.text.endswith(":") and line.section in rules.NOTES
        ),
        NONE,
    ),
    Criterion("the name of a section", lambda line: line.section in rules.SECTION_NAMES, 2),
)
"""The level of the heading that a line is by its words, whatever it looks like."""

LEVELS: tuple[Criterion[Candidate, int], ...] = (
    *NAMES,
    Criterion(
        "bold, among the references",
        lambda line: (
            line.listed
            and line.kinds == {Kind.STRONG}
            and isinstance(line.follows, Paragraph)
            and not re.search(r"[\d,.]", line.text)
        ),
        _DEEP,
    ),
    Criterion("among references or notes", lambda line: line.listed, NONE),
    Criterion(
        "nothing follows it", lambda line: line.follows is None or isinstance(line.follows, Rule), NONE
    ),
    Criterion("a numeral that counts the sections", lambda line: line.numeral, 2),
    Criterion(
        "ends with a stop",
        lambda line: bool(_STOP.search(line.text)) and not (line.number and _QUESTION.search(line.text)),
        NONE,
    ),
    Criterion("ends with a dash, as the place of news does", lambda line: line.text[-1:] in "—–", NONE),
    Criterion("a line of a colophon", lambda line: bool(whole(rules.COLOPHON, line.text)), NONE),
    Criterion("the caption of a table or picture", lambda line: bool(whole(rules.CAPTIONS, line.text)), NONE),
    Criterion("bold", lambda line: line.kinds == {Kind.STRONG}, 2),
    Criterion(
        "italic",
        lambda line: (
            line.kinds == {Kind.EMPHASIS}
            and len(line.text) <= _LONGEST_ITALIC_HEADING
            and not isinstance(line.follows, Heading)
        ),
        3,
    ),
    Criterion(
        "numbered, and the next block isn't, or is its first part",
        lambda line: (
            bool(line.number)
            and len(line.text) <= _LONGEST_NUMBERED_HEADING
            and not (line.follows and _NUMBERED.match(text_of(line.follows)) and not line.has_part_below)
        ),
        AS_NUMBERED,
    ),
    Criterion(
        "in capitals",
        lambda line: (
            line.text.isupper()
            and len(line.text.split()) >= _FEWEST_WORDS_IN_CAPITALS
            and not line.text[:1].isdigit()
        ),
        2,
    ),
)
"""The level of the heading that a line is. Bold stands above italic."""

BY_PLACE: tuple[Criterion[Candidate, int], ...] = (
    Criterion(
        "too long, or among references or notes",
        lambda line: line.listed or len(line.text) > _LONGEST_PLAIN_HEADING,
        NONE,
    ),
    Criterion("begins without a capital", lambda line: not line.text[:1].isupper(), NONE),
    Criterion("has numbers, brackets or stops", lambda line: bool(_UNLIKE_A_HEADING.search(line.text)), NONE),
    Criterion("has markup", lambda line: any(run.kind is not Kind.TEXT for run in line.block.inlines), NONE),
    Criterion("doesn't stand between two long paragraphs", lambda line: not line.between_paragraphs, NONE),
    Criterion("between two long paragraphs, in title case", lambda line: line.in_title_case, 2),
    Criterion("between two long paragraphs, of few words", lambda line: len(line.words) <= _FEW_WORDS, 2),
)
"""The level of a heading that is one by nothing but its place: a short line without a stop between two paragraphs."""


def _is_first_part(number: re.Match[str], text: str) -> bool:
    """Say if *text* has the number of the first part below a *number*: ``2.1`` below ``2``."""
    below = _NUMBERED.match(text)
    return bool(below and _numerals(below) == f"{_numerals(number)}.1")


def _numerals(number: re.Match[str]) -> str:
    """Return a number without what stands after it: ``2.1``, ``II``."""
    return number[0].split()[0].rstrip(".)")


def part_headings(draft: Draft) -> Draft:
    """Cut headings apart that stand line under line, each numbered as the first part of the one above."""
    return replace(draft, blocks=tuple(part for block in draft.blocks for part in _parted(block)))


def _parted(block: Block) -> Iterator[Block]:
    """Yield *block*, or each of its lines if all are numbered headings: ``2. Freedom`` over ``2.1 From want``."""
    lines = lines_of(block.inlines) if isinstance(block, Paragraph) else []
    texts = [plain(line) for line in lines]
    numbers = [_NUMBERED.match(text) for text in texts]
    if len(lines) > 1 and all(
        number
        and _is_first_part(number, below)
        and max(len(text), len(below)) <= _LONGEST_NUMBERED_HEADING
        and not _STOP.search(text)
        for number, text, below in zip(numbers, texts, texts[1:], strict=False)
    ):
        yield from map(Paragraph, lines)
    else:
        yield block


def find_headings(draft: Draft) -> Draft:
    """Make headings of the lines that look like headings."""
    blocks: list[Block] = []
    decisions: list[Decision] = []
    listed = False
    authors = {folded(name) for name in (*draft.front.authors, *draft.written_by)}
    numerals = set() if draft.laid_out else _numerals_in(draft.blocks)
    for n, block in enumerate(draft.blocks):
        new = block
        apart = isinstance(block, Paragraph) and place_of(block.inlines) in draft.front_places
        may_be_one = isinstance(block, Paragraph) and not (apart or block.is_term)
        if isinstance(block, Paragraph) and may_be_one and folded(text_of(block)) not in authors:
            before, after = blocks[-1] if blocks else None, _following(draft.blocks, n)
            line = Candidate(block, before, after, listed, n in numerals)
            level, criterion, by_place = _level(line, laid_out=draft.laid_out)
            taken = Taken.HEADING if level else Taken.PARAGRAPH
            decisions.append(
                decision(block.inlines, taken, criterion if level else f"no heading: {criterion}")
            )
            if by_place:
                draft = draft.say(f"{line.text!r} was read as a heading", block.inlines)
            new = Heading(_unstyled(block.inlines), level) if level else block
        if isinstance(new, Heading):
            lists = (*rules.BIBLIOGRAPHIES, *rules.INDEPENDENT_PARTS, *rules.NOTES)
            listed = section_name(text_of(new)) in lists or (listed and new.level == _DEEP)
        blocks.append(new)
    return replace(draft, blocks=tuple(blocks)).decided(*decisions)


def _numerals_in(blocks: Sequence[Block]) -> set[int]:
    """Return which *blocks* are Roman numerals alone, if they are all from I on, and several: they stand for headings."""
    found = {
        n: roman_value(match[1].lower())
        for n, block in enumerate(blocks)
        if isinstance(block, Paragraph) and (match := _NUMERAL.fullmatch(text_of(block)))
    }
    counted = list(found.values()) == list(range(1, len(found) + 1))
    return set(found) if counted and len(found) > 1 else set()


def _level(line: Candidate, *, laid_out: bool) -> tuple[int, str, bool]:
    """Return the level of *line*, 0 for a paragraph; the criterion that decided; and whether it is a heading by its place.

    If pages are *laid_out*, the reader knows better what looks like one.
    """
    by_looks = decide(NAMES if laid_out else LEVELS, line)
    if by_looks and by_looks.then == AS_NUMBERED:
        numerals = (line.number[1] or line.number[2] or "") if line.number else ""
        return 2 + numerals.count("."), by_looks.name, False
    if by_looks and by_looks.then:
        return by_looks.then, by_looks.name, False
    by_place = decide(BY_PLACE, line) if line.before and not laid_out else None
    if by_place and by_place.then:
        return by_place.then, by_place.name, True
    against = by_looks or by_place
    return NONE, against.name if against else "nothing speaks for one", False


def _following(blocks: tuple[Block, ...], n: int) -> Block | None:
    """Return the block after the one at *n*."""
    return next((block for block in blocks[n + 1 : n + 3] if not isinstance(block, PageBreak)), None)


def _unstyled(inlines: Inlines) -> Inlines:
    """Return *inlines* without the bold or italic letters that all of them have."""
    kinds = {run.kind for run in inlines if run.text.strip()}
    if len(kinds - {Kind.SUPERSCRIPT, Kind.NOTE}) != 1:
        return inlines
    return tuple(
        replace(run, kind=Kind.TEXT) if run.kind in (Kind.STRONG, Kind.EMPHASIS) else run for run in inlines
    )


def level_headings(draft: Draft) -> Draft:
    """Count the levels of headings from 2 without a gap: the title is the first, and no level may be left out."""
    open_levels: list[int] = []
    blocks: list[Block] = []
    for block in draft.blocks:
        if isinstance(block, Heading):
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
            open_levels.append(block.level)
            blocks.append(replace(block, level=len(open_levels) + 1))
        else:
            blocks.append(block)
    return replace(draft, blocks=tuple(blocks))


def drop_empty(draft: Draft) -> Draft:
    """Take out empty paragraphs and headings, which a parser would stumble over."""
    return replace(draft, blocks=tuple(block for block in draft.blocks if not _is_empty(block)))


def _is_empty(block: Block) -> bool:
    """Say if *block* is a paragraph or heading without text."""
    return isinstance(block, (Paragraph, Heading)) and not plain(block.inlines).strip()
