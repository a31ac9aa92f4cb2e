"""Furniture, by its words: notices, running heads, feet, page numbers that stand among the blocks of the text.

This part of the decision is made for every input. A reader that knows where lines stand on their pages, ``pdf``, has
left out before what returns at one place of several pages; what it couldn't tell by place is told here by words and company.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from ...text.decisions import Criterion, decide
from .. import rules
from ..decisions import Taken
from ..document import Block, Heading, PageBreak, Paragraph, text_of
from ..inlines import Inlines, Kind, plain
from ..labels import note_marker
from ..names import is_written_by, names_in
from ..outcome import Dropped, Reason
from ..wording import any_whole, folded, whole
from .draft import FIRST_BLOCKS, Draft, decision
from .lines import cut_at_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..decisions import Decision
    from ..document import Blocks

_SHORT_TITLE = 2
"""Words. A heading that repeats so short a title may be a heading of the text."""


def drop_notice(draft: Draft) -> Draft:
    """Drop the notice on reference copies, which stands first."""
    first, rest = draft.blocks[:FIRST_BLOCKS], draft.blocks[FIRST_BLOCKS:]
    notices = [block for block in first if _is_notice(block)]
    kept = tuple(block for block in first if block not in notices)
    runs = [block.inlines for block in notices if isinstance(block, (Paragraph, Heading))]
    return replace(draft, blocks=(*kept, *rest), dropped=draft.without(runs, Reason.NOTICE)).decided(
        *(decision(run, Taken.FURNITURE, "the notice on reference copies") for run in runs)
    )


def _is_notice(block: Block) -> bool:
    """Say if *block* is a notice on reference copies."""
    return any_whole(rules.NOTICES, text_of(block))


def split_lines_of_furniture(draft: Draft) -> Draft:
    """Cut paragraphs at lines that are furniture: text may come without a blank line around it."""
    title = _titles_of(draft)

    def is_furniture(line: Inlines) -> bool:
        text = plain(line)
        return bool(
            folded(text) in title
            or (is_written_by(text) and not text[:1].islower())
            or any_whole((*rules.FEET, *rules.PAGE_NUMBERS), text)
        )

    return replace(draft, blocks=tuple(cut_at_lines(draft.blocks, is_furniture)))


def drop_running_heads(draft: Draft) -> Draft:
    """Drop running heads, feet and numbers of pages, and leave page breaks in their place."""
    blocks: list[Block] = []
    written_by = draft.written_by
    dropped: list[Dropped] = []
    decisions: list[Decision] = []
    for block, found in zip(draft.blocks, _found(draft), strict=True):
        if found is None:
            blocks.append(block)
            continue
        assert isinstance(block, (Paragraph, Heading))
        dropped.append(Dropped(found.then, block.inlines))
        decisions.append(decision(block.inlines, Taken.FURNITURE, found.name))
        if match := whole(rules.WRITTEN_BY, text_of(block)):
            written_by = written_by or names_in(match["names"])
        if blocks and not isinstance(blocks[-1], PageBreak):
            blocks.append(PageBreak())
    return replace(
        draft, blocks=tuple(blocks), dropped=(*draft.dropped, *dropped), written_by=written_by
    ).decided(*decisions)


def written_by(dropped: Iterable[Dropped]) -> tuple[str, ...]:
    """Return the authors as the running heads have them that a reader has *dropped*, by their place on the page."""
    matches = (
        whole(rules.WRITTEN_BY, plain(drop.inlines)) for drop in dropped if drop.reason is Reason.RUNNING_HEAD
    )
    return next((names_in(match["names"]) for match in matches if match), ())


def _found(draft: Draft) -> list[_Found | None]:
    """Return for each block the criterion by which it is furniture, or None."""
    page_by_page = survey(draft)
    found: list[_Found | None] = [None] * len(draft.blocks)
    for n in range(len(draft.blocks)):
        found[n] = decide(EVIDENT, SurveyedBlock(page_by_page, n, found))
    for n in page_by_page.numbers:
        found[n] = decide(NUMBERS, SurveyedBlock(page_by_page, n, found)) or found[n]
    return found


@dataclass(frozen=True, slots=True)
class _Survey:
    """All blocks, seen together: those that return, and those that count."""

    blocks: Blocks
    texts: Sequence[str]
    repeats_title: frozenset[int]
    returns: frozenset[int]
    numbers: Sequence[int]
    """Blocks that are nothing but a number."""
    counting: frozenset[int]
    """Of these, those that count pages."""


@dataclass(frozen=True, slots=True)
class SurveyedBlock:
    """A block that may be furniture, among all blocks and what was found of them so far."""

    survey: _Survey
    n: int
    found: Sequence[_Found | None]

    @property
    def text(self) -> str:
        """The words of the block."""
        return self.survey.texts[self.n]

    @property
    def at_break(self) -> bool:
        """True if the block is the first or the last of a page."""
        return _beside_a_break(self.survey.blocks, self.n)

    @property
    def under_head(self) -> bool:
        """True if a running head stands right over the block."""
        before = self.found[self.n - 1] if self.n else None
        return before is not None and before.then is Reason.RUNNING_HEAD

    @property
    def beside_furniture(self) -> bool:
        """True if a neighbour of the block is furniture, or the end of a page."""
        neighbours = (m for m in (self.n - 1, self.n + 1) if 0 <= m < len(self.found))
        return any(self.found[m] or isinstance(self.survey.blocks[m], PageBreak) for m in neighbours)


_Found: TypeAlias = Criterion[SurveyedBlock, Reason]

EVIDENT: tuple[_Found, ...] = (
    Criterion(
        "'Written by', at the end of a page or under a running head",
        lambda case: is_written_by(case.text) and (case.at_break or case.under_head),
        Reason.RUNNING_HEAD,
    ),
    Criterion(
        "a publisher's or a browser's line, as on each page",
        lambda case: any_whole(rules.FEET, case.text),
        Reason.FOOT,
    ),
    Criterion(
        "the number of a page, in the form of one",
        lambda case: any_whole(rules.PAGE_NUMBERS, case.text),
        Reason.PAGE_NUMBER,
    ),
    Criterion(
        "repeats the title",
        lambda case: case.n in case.survey.repeats_title,
        Reason.RUNNING_HEAD,
    ),
    Criterion(
        "returns at the ends of several pages",
        lambda case: case.n in case.survey.returns,
        Reason.RUNNING_HEAD,
    ),
)
"""Furniture by its own words and place."""

NUMBERS: tuple[_Found, ...] = (
    Criterion(
        "a number beside furniture or the end of a page",
        lambda case: case.beside_furniture,
        Reason.PAGE_NUMBER,
    ),
    Criterion(
        "a number in a row that counts pages",
        lambda case: case.n in case.survey.counting,
        Reason.PAGE_NUMBER,
    ),
)
"""Bare numbers, which are furniture by their company."""


def survey(draft: Draft) -> _Survey:
    """Return the survey of all blocks."""
    texts = [text_of(block) for block in draft.blocks]
    numbers = [n for n, text in enumerate(texts) if re.fullmatch(rules.BARE_PAGE_NUMBER, text)]
    return _Survey(
        draft.blocks,
        texts,
        frozenset(_repeats_of_title(draft.blocks, texts, _titles_of(draft))),
        frozenset(_repeated_at_breaks(draft.blocks, texts)),
        numbers,
        frozenset(_page_numbers_that_count(numbers, texts)),
    )


def _repeats_of_title(blocks: Blocks, texts: list[str], titles: frozenset[str]) -> Iterator[int]:
    """Yield the blocks that repeat the title on a page; a short title may be a heading of the text as well."""
    repeats = [
        n for n, text in enumerate(texts) if folded(text) in titles or _is_shortened(text, texts, n, titles)
    ]
    for n in repeats:
        written = any(is_written_by(text) for text in texts[n + 1 : n + len(titles) + 1])
        evident = written or _beside_a_break(blocks, n) or len(repeats) > len(titles)
        if evident or len(texts[n].split()) > _SHORT_TITLE:
            yield n


def _titles_of(draft: Draft) -> frozenset[str]:
    """Return the forms in which a running head may repeat the title, folded."""
    return frozenset(part for part in (folded(plain(draft.front.title)), *draft.title_parts) if part)


_SHORTENED = 15
"""Characters of a title that are enough to know it by."""


def _is_shortened(text: str, texts: list[str], n: int, titles: frozenset[str]) -> bool:
    """Say if *text*, right over *Written by …*, is the beginning of the title."""
    short = folded(text).rstrip(" .…")
    return (
        len(short) >= _SHORTENED
        and is_written_by((*texts, "")[n + 1])
        and any(title.startswith(short) for title in titles)
    )


def _beside_a_break(blocks: tuple[Block, ...], n: int) -> bool:
    """Say if a block is the first or the last of a page."""
    return any(isinstance(blocks[m], PageBreak) for m in (n - 1, n + 1) if 0 <= m < len(blocks))


_REPEATED = 2
_LONGEST_HEAD = 160


def _repeated_at_breaks(blocks: tuple[Block, ...], texts: list[str]) -> list[int]:
    """Return the blocks beside page breaks that say the same at several of them, but for numbers; notes excepted."""
    places = [
        n
        for n, text in enumerate(texts)
        if 0 < len(text) <= _LONGEST_HEAD and _beside_a_break(blocks, n) and not _may_be_note(blocks[n])
    ]
    said = Counter(re.sub(r"\d+", "#", folded(texts[n])) for n in places)
    return [n for n in places if said[re.sub(r"\d+", "#", folded(texts[n]))] >= _REPEATED]


def _may_be_note(block: Block) -> bool:
    """Say if *block* begins with a marker: *Ibid.* may stand at the foot of many pages."""
    if not isinstance(block, (Paragraph, Heading)) or not block.inlines:
        return False
    return block.inlines[0].kind is Kind.SUPERSCRIPT or note_marker(plain(block.inlines)) is not None


_COUNTED = 3


def _page_numbers_that_count(numbers: list[int], texts: list[str]) -> list[int]:
    """Return the bare numbers that count pages, one after the other."""
    run: list[int] = []
    for n in numbers:
        if not run or int(texts[n]) == int(texts[run[-1]]) + 1:
            run.append(n)
    return run if len(run) >= _COUNTED else []
