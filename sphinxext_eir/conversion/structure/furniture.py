"""What a publisher's machine puts around the text: notices, running heads, feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from .. import rules
from ..document import Block, Heading, PageBreak, Paragraph, text_of
from ..inlines import Inlines, Kind, plain
from ..labels import note_marker
from ..outcome import Reason
from ..wording import any_whole, folded, whole
from .draft import FIRST_BLOCKS, Draft
from .lines import cut_at_lines
from .names import is_written_by, names_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..outcome import Dropped

_SHORT_TITLE = 2
"""Words. A heading that repeats so short a title may be a heading of the text."""


def drop_notice(draft: Draft) -> Draft:
    """Drop the notice on reference copies, which stands first."""
    first, rest = draft.blocks[:FIRST_BLOCKS], draft.blocks[FIRST_BLOCKS:]
    notices = [block for block in first if _is_notice(block)]
    kept = tuple(block for block in first if block not in notices)
    runs = [block.inlines for block in notices if isinstance(block, (Paragraph, Heading))]
    return replace(draft, blocks=(*kept, *rest), dropped=draft.without(runs, Reason.NOTICE))


def _is_notice(block: Block) -> bool:
    """Whether *block* is a notice on reference copies."""
    return any_whole(rules.NOTICES, text_of(block))


def split_lines_of_furniture(draft: Draft) -> Draft:
    """Cut paragraphs at lines that are furniture: text may come without a blank line around it."""
    title = _titles_of(draft)

    def is_furniture(line: Inlines) -> bool:
        text = plain(line)
        return bool(
            folded(text) in title
            or is_written_by(text)
            or any_whole((*rules.FEET, *rules.PAGE_NUMBERS), text)
        )

    return replace(draft, blocks=tuple(cut_at_lines(draft.blocks, is_furniture)))


def drop_running_heads(draft: Draft) -> Draft:
    """Drop what returns on each page, and leave page breaks in its place."""
    reasons = _reasons(draft)
    blocks: list[Block] = []
    written_by = draft.written_by
    dropped = draft.dropped
    for block, reason in zip(draft.blocks, reasons, strict=True):
        if reason is None:
            blocks.append(block)
            continue
        assert isinstance(block, (Paragraph, Heading))
        dropped = replace(draft, dropped=dropped).without([block.inlines], reason)
        if match := whole(rules.WRITTEN_BY, text_of(block)):
            written_by = written_by or names_in(match["names"])
        if blocks and not isinstance(blocks[-1], PageBreak):
            blocks.append(PageBreak())
    return replace(draft, blocks=tuple(blocks), dropped=dropped, written_by=written_by)


def written_by(dropped: Iterable[Dropped]) -> tuple[str, ...]:
    """Return the authors as the running heads have them that a reader has *dropped*, by their place on the page."""
    matches = (
        whole(rules.WRITTEN_BY, plain(drop.inlines)) for drop in dropped if drop.reason is Reason.RUNNING_HEAD
    )
    return next((names_in(match["names"]) for match in matches if match), ())


def _reasons(draft: Draft) -> list[Reason | None]:
    """Return for each block why it is furniture, if it is."""
    blocks = draft.blocks
    texts = [text_of(block) for block in blocks]
    titles = _titles_of(draft)
    reasons: list[Reason | None] = [None] * len(blocks)
    repeats = [
        n for n, text in enumerate(texts) if folded(text) in titles or _is_shortened(text, texts, n, titles)
    ]
    for n in repeats:
        written = any(is_written_by(text) for text in texts[n + 1 : n + len(titles) + 1])
        evident = written or _beside_a_break(blocks, n) or len(repeats) > len(titles)
        if evident or len(texts[n].split()) > _SHORT_TITLE:
            reasons[n] = Reason.RUNNING_HEAD
    for n, text in enumerate(texts):
        if any_whole(rules.FEET, text):
            reasons[n] = Reason.FOOT
        elif any_whole(rules.PAGE_NUMBERS, text):
            reasons[n] = Reason.PAGE_NUMBER
    for n in _repeated_at_breaks(blocks, texts):
        reasons[n] = reasons[n] or Reason.RUNNING_HEAD
    for n, text in enumerate(texts):
        if is_written_by(text) and (
            _beside_a_break(blocks, n) or (n and reasons[n - 1] is Reason.RUNNING_HEAD)
        ):
            reasons[n] = Reason.RUNNING_HEAD
    numbers = [n for n, text in enumerate(texts) if re.fullmatch(rules.BARE_PAGE_NUMBER, text)]
    counting = set(_page_numbers_that_count(numbers, texts))
    for n in numbers:
        beside = any(
            reasons[m] or isinstance(blocks[m], PageBreak) for m in (n - 1, n + 1) if 0 <= m < len(blocks)
        )
        if beside or n in counting:
            reasons[n] = Reason.PAGE_NUMBER
    return reasons


def _titles_of(draft: Draft) -> frozenset[str]:
    """Return what a running head may say of the title, folded."""
    return frozenset(part for part in (folded(plain(draft.front.title)), *draft.title_parts) if part)


_SHORTENED = 15
"""Characters of a title that are enough to know it by."""


def _is_shortened(text: str, texts: list[str], n: int, titles: frozenset[str]) -> bool:
    """Whether *text*, right over *Written by …*, is the beginning of the title."""
    short = folded(text).rstrip(" .…")
    return (
        len(short) >= _SHORTENED
        and is_written_by((*texts, "")[n + 1])
        and any(title.startswith(short) for title in titles)
    )


def _beside_a_break(blocks: tuple[Block, ...], n: int) -> bool:
    """Whether a block is the first or the last of a page."""
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
    """Whether *block* begins with a marker: *Ibid.* may stand at the foot of many pages."""
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
