"""The title: the first heading or line that is no front matter, or what a running head has for it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .. import rules
from ..decisions import Taken
from ..document import Heading, PageBreak, Paragraph, Rule, inlines_of, text_of
from ..inlines import NOWHERE, Kind, joined, lines_of, place_of, plain
from ..names import is_written_by
from ..outcome import Reason
from ..wording import folded, whole
from .draft import FIRST_BLOCKS, Draft, decision
from .front_lines import is_front

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..document import Block
    from ..inlines import Inlines

_LONGEST_TITLE = 250
"""Characters."""


def find_title(draft: Draft) -> Draft:
    """Take the title out of the blocks: the first heading or, where none comes before the text, the first line."""
    if draft.front.title:
        return draft
    told = [
        n
        for n, block in enumerate(draft.blocks)
        if draft.byline_places is not None and isinstance(block, Heading) and block.level == 1
    ]
    for n, block in enumerate(draft.blocks[:FIRST_BLOCKS] if not told else draft.blocks):
        text = text_of(block)
        if told and n != told[0]:
            continue
        if not text or is_front(block) or isinstance(block, Rule) or _is_first_head(draft.blocks, n):
            continue
        if not isinstance(block, (Heading, Paragraph)) or folded(text).rstrip(":") in rules.SECTION_NAMES:
            break
        if isinstance(block, Paragraph) and (len(text) > _LONGEST_TITLE or re.search(r"[^.]\.$", text)):
            break
        lines = [block.inlines, *_title_goes_on(draft.blocks, n)]
        draft, said = _without_mark(draft, joined(lines))
        title = tuple(replace(run, kind=Kind.TEXT) if run.kind is not Kind.NOTE else run for run in said)
        blocks = (*draft.blocks[:n], *draft.blocks[n + len(lines) :])
        if _is_said_again(title, blocks[n : n + 1]):  # by a style for titles, and as a heading
            again = blocks[n]
            assert isinstance(again, Heading)
            blocks = (*blocks[:n], *blocks[n + 1 :])
            draft = replace(draft, dropped=draft.without([again.inlines], Reason.REPEATED_TITLE))
        front = replace(draft.front, title=title, kind=_kind_of_article(plain(title)))
        parts = tuple(folded(plain(line)) for line in (title, *lines))
        named = (
            "the first heading" if isinstance(block, Heading) else "the first line that isn't front matter"
        )
        return replace(draft, blocks=blocks, front=front, title_parts=parts).decided(
            decision(block.inlines, Taken.TITLE, named),
            *(
                decision(line, Taken.CONTINUATION, "goes on the title, over the front matter")
                for line in lines[1:]
            ),
        )
    return _title_of_running_head(draft)


_MARK = re.compile(r"\s*(?:\d|[*†‡§])\s*")
"""The mark of a note."""
_ENDS_WITH_WORD = re.compile(r"[^\W\d_]{4,}\W*$")
"""The end of a title over which a mark may stand: letters of a formula are fewer."""


def _without_mark(draft: Draft, title: Inlines) -> tuple[Draft, Inlines]:
    """Return a *title* without the raised mark at its end, of a note that nobody has found, and the draft that says so."""
    *before, last = title
    is_mark = last.kind is Kind.SUPERSCRIPT and bool(_MARK.fullmatch(last.text))
    if not (is_mark and _ENDS_WITH_WORD.search(plain(before))):
        return draft, title
    draft = replace(draft, dropped=draft.without([(last,)], Reason.MARKUP))
    message = (
        f"the title ends with the mark {last.text.strip()!r} of a note that wasn't found, and it is left out"
    )
    return draft.say(message, title, doubtful=True), tuple(before)


def _is_said_again(title: Inlines, following: Sequence[Block]) -> bool:
    """Say if a heading right under the *title* says the same."""
    return any(
        isinstance(block, Heading) and folded(text_of(block)) == folded(plain(title)) for block in following
    )


def _is_first_head(blocks: Sequence[Block], n: int) -> bool:
    """Say if a running head stands at *n*, over the title itself: the first page may have one as well."""
    texts = [folded(text_of(block)) for block in blocks[n : FIRST_BLOCKS + 1]]
    if is_written_by(texts[0]):
        return n > 0 and _is_first_head(blocks, n - 1)
    return len(texts) > 1 and is_written_by(texts[1]) and texts[0] in texts[2:]


def _title_of_running_head(draft: Draft) -> Draft:
    """Take the title from the first running head: what stands over *Written by …*."""
    for n, block in enumerate(draft.blocks):
        if not isinstance(block, (Paragraph, Heading)):
            continue
        lines = lines_of(block.inlines)
        before = draft.blocks[n - 1] if n else None
        if len(lines) > 1 and is_written_by(plain(lines[1])):
            taken, blocks = lines[0], (*draft.blocks[:n], Paragraph(lines[1]), *draft.blocks[n + 1 :])
        elif is_written_by(text_of(block)) and isinstance(before, (Paragraph, Heading)):
            taken, blocks = before.inlines, (*draft.blocks[: n - 1], PageBreak(), *draft.blocks[n:])
        else:
            continue
        if len(plain(taken)) <= _LONGEST_TITLE and len(lines) <= 2:
            title = tuple(replace(run, kind=Kind.TEXT) for run in taken)
            front = replace(draft.front, title=title, kind=_kind_of_article(plain(taken)))
            return replace(draft, blocks=blocks, front=front).decided(
                decision(taken, Taken.TITLE, "over 'Written by' in a running head")
            )
    return draft


def _title_goes_on(blocks: Sequence[Block], n: int) -> list[Inlines]:
    """Return the further lines of the title at position *n*: headings of its level, right over the front matter."""
    lines: list[Inlines] = []
    first = blocks[n]
    for block in blocks[n + 1 :]:
        if (
            isinstance(first, Heading)
            and isinstance(block, Heading)
            and block.level == first.level
            and place_of(block.inlines) > place_of(first.inlines)  # a site's name may stand over the title
            and not is_front(block)
        ):
            lines.append(block.inlines)
            continue
        return lines if lines and is_front(block) else []
    return []


def say_title_moved(draft: Draft) -> Draft:
    """Say that the title was moved, if text stood before it: it is printed first."""
    title = draft.front.title
    firsts = (place_of(inlines) for inlines in inlines_of(draft.blocks))
    if any(NOWHERE < first < place_of(title) for first in firsts):
        return replace(draft, dropped=draft.without([title], Reason.MOVED_TO_TITLE))
    return draft


def _kind_of_article(title: str) -> str:
    """Return the kind of article that the *title* names, if it names one."""
    return next((kind for pattern, kind in rules.KINDS if whole(pattern, title)), "")
