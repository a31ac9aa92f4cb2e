"""Title, byline, date, address and disclaimer: what stands before the text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...text.dates import month_number
from ...text.fields import FieldError, read_date, read_url
from ...text.names import PARTICLE, PARTICLES, SMALL_PARTICLES
from .. import rules
from ..document import Heading, PageBreak, Paragraph, Rule, text_of
from ..inlines import Inline, Inlines, Kind, joined, lines_of, plain, stripped
from ..outcome import Reason
from ..wording import any_whole, folded, whole
from .draft import FIRST_BLOCKS, Draft
from .lines import cut_at_lines
from .names import all_names, is_written_by, names_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..document import Block

_LONGEST_TITLE = 250
"""Characters."""
_LONGEST_BYLINE = 200
_LONGEST_INITIAL = 2
"""Letters before a full stop: *J.*, *Th.*, *Dr.*"""


def split_front_lines(draft: Draft) -> Draft:
    """Cut the first paragraphs at lines that are front matter: text may come without blank lines between them."""

    def stands_alone(line: Inlines) -> bool:
        text = plain(line)
        return _is_front(Paragraph(line)) or any_whole(rules.NOTICES, text) or is_written_by(text)

    blocks: list[Block] = []
    for n, block in enumerate(draft.blocks):
        whole_already = n >= FIRST_BLOCKS or stands_alone(getattr(block, "inlines", ()))
        blocks += [block] if whole_already else cut_at_lines((block,), stands_alone)
    return replace(draft, blocks=tuple(blocks))


def _is_front(block: Block) -> bool:
    """Whether *block* is front matter by its own looks, wherever it stands."""
    text = text_of(block)
    return bool(
        text
        and (
            _is_address(block)
            or _byline_in(text)
            or _date_in(text)
            or any_whole(rules.FEET, text)
            or any_whole(rules.DISCLAIMERS, text)
        )
    )


def _is_address(block: Block) -> bool:
    """Whether *block* is a URL and nothing else."""
    runs = (
        [run for run in block.inlines if run.text.strip()] if isinstance(block, (Paragraph, Heading)) else []
    )
    return len(runs) == 1 and runs[0].kind is Kind.LINK and runs[0].target.startswith(("http://", "https://"))


def _byline_in(text: str) -> re.Match[str] | None:
    """Find names and a date in *text*, if it is a byline: without a sentence in it."""
    match = whole(rules.BYLINE, text) if len(text) <= _LONGEST_BYLINE else None
    if not match or _iso_date(match) is None:
        return None
    names = match["names"]
    small = (
        {*PARTICLES, "and", "of", "the", "at", "for"}
        if whole(rules.AFFILIATIONS, names)
        else {*PARTICLES, "and"}
    )
    capital = all(part[:1].isupper() or part.lower() in small for part in re.findall(r"[^\W\d_]+", names))
    return match if capital and not _has_sentence(names) else None


def _has_sentence(names: str) -> bool:
    """Whether *names* are more than that: a number is in them, or a stop that ends no initial and no title."""
    ended = re.findall(r"([^\W\d_]*)[.!?:;]\s+\w", names)
    return bool(re.search(r"\d", names)) or any(
        len(word) > _LONGEST_INITIAL and word.lower() not in rules.ABBREVIATED for word in ended
    )


def _date_in(text: str) -> re.Match[str] | None:
    """Find the date in *text*, if it is nothing else."""
    match = whole(rules.DATE_LINE, text)
    return match if match and _iso_date(match) is not None else None


def _iso_date(match: re.Match[str]) -> str | None:
    """Return the date that a rule has found, or nothing if there is no such day."""
    groups = match.groupdict()
    for number in "1234":
        if groups.get(f"year{number}"):
            month = groups[f"month{number}"]
            number_of_month = int(month) if month.isdecimal() else month_number(month)
            day = groups.get(f"day{number}")
            written = f"{groups[f'year{number}']}-{number_of_month:02}" + (f"-{int(day):02}" if day else "")
            try:
                return str(read_date(written))
            except FieldError:
                return None
    return None


def find_title(draft: Draft) -> Draft:
    """Take the title out of the blocks: the first heading or, where none comes before the text, the first line."""
    for n, block in enumerate(draft.blocks[:FIRST_BLOCKS]):
        text = text_of(block)
        if not text or _is_front(block) or isinstance(block, Rule) or _is_first_head(draft.blocks, n):
            continue
        if not isinstance(block, (Heading, Paragraph)) or folded(text).rstrip(":") in rules.SECTION_NAMES:
            break
        if isinstance(block, Paragraph) and (len(text) > _LONGEST_TITLE or re.search(r"[^.]\.$", text)):
            break
        lines = [block.inlines, *_title_goes_on(draft.blocks, n)]
        title = tuple(
            replace(run, kind=Kind.TEXT) if run.kind is not Kind.NOTE else run for run in joined(lines)
        )
        blocks = (*draft.blocks[:n], *draft.blocks[n + len(lines) :])
        front = replace(draft.front, title=title, kind=_kind_of_article(plain(title)))
        parts = tuple(folded(plain(line)) for line in (title, *lines))
        return replace(draft, blocks=blocks, front=front, title_parts=parts)
    return _title_of_running_head(draft)


def _is_first_head(blocks: Sequence[Block], n: int) -> bool:
    """Whether a running head stands at *n*, over the title itself: the first page may have one as well."""
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
            return replace(draft, blocks=blocks, front=front)
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
            and not _is_front(block)
        ):
            lines.append(block.inlines)
            continue
        return lines if lines and _is_front(block) else []
    return []


def _kind_of_article(title: str) -> str:
    """Return what kind of article the *title* says it is, if it does."""
    return next((kind for pattern, kind in rules.KINDS if whole(pattern, title)), "")


def find_front_matter(draft: Draft) -> Draft:
    """Take address, byline, date and disclaimer out of the first blocks, up to the first that is text."""
    blocks = list(draft.blocks)
    n = 0
    while n < len(blocks):
        block = blocks[n]
        taken = _take(draft, block) or _take_names(draft, blocks, n)
        if taken is None:
            if text_of(block) or not isinstance(block, Rule):
                break
            n += 1  # a rule between the byline and the text
            continue
        draft = taken
        del blocks[n]
    return replace(draft, blocks=tuple(blocks))


_COLOPHON_AUTHOR = r"Written by ?: ?(?P<names>.+)"


def find_authors_elsewhere(draft: Draft) -> Draft:
    """Take the authors of an article without a byline from its running heads, or from its colophon, which stays."""
    names = draft.written_by if not draft.front.authors else ()
    for block in draft.blocks if not (names or draft.front.authors) else ():
        for line in lines_of(block.inlines) if isinstance(block, Paragraph) else ():
            match = whole(_COLOPHON_AUTHOR, plain(line))
            if match and not names and all_names(names_in(match["names"])):
                names = names_in(match["names"])
    return replace(draft, front=replace(draft.front, authors=names)) if names else draft


def _take(draft: Draft, block: Block) -> Draft | None:
    """Take *block* as front matter, or return nothing if it is text."""
    text = text_of(block)
    if not isinstance(block, (Paragraph, Heading)) or not text:
        return None
    front = draft.front
    if _is_address(block):
        return _take_address(draft, block.inlines)
    if any_whole(rules.FEET, text):
        return replace(draft, dropped=draft.without([block.inlines], Reason.FOOT))
    if any_whole(rules.DISCLAIMERS, text) and not front.disclaimer:
        flat = tuple(replace(run, kind=Kind.TEXT) for run in block.inlines)
        return replace(draft, front=replace(front, disclaimer=flat, kind=front.kind or "essay"))
    if (match := _byline_in(text)) and not front.authors:
        return _take_byline(draft, block.inlines, match["names"], _iso_date(match) or "")
    if (match := _date_in(text)) and not front.date:
        dropped = draft.without([block.inlines], Reason.DATE_RECAST)
        return replace(draft, front=replace(front, date=_iso_date(match) or ""), dropped=dropped)
    match = whole(rules.BYLINE_OF_NAMES, text)
    if match and not front.authors and all_names(names_in(match["names"])):
        return _take_byline(draft, block.inlines, match["names"], "")
    return None


def _take_names(draft: Draft, blocks: list[Block], n: int) -> Draft | None:
    """Take a line of nothing but names, where a date follows it or somebody is introduced by that name."""
    block = blocks[n]
    text = text_of(block)
    if not isinstance(block, Paragraph) or draft.front.authors or not all_names(names_in(text)):
        return None
    following = text_of(blocks[n + 1]) if n + 1 < len(blocks) else ""
    first = re.escape(folded(names_in(text)[0]))
    introduced = any(
        re.match(rf"(?:{first})\s+(?:{rules.VERBS})\b", folded(text_of(b))) for b in blocks[n + 1 :]
    )
    known = {folded(name) for name in names_in(text)} <= {folded(name) for name in draft.written_by}
    placed = text.isupper() and bool(draft.front.canonical)
    if not (_date_in(following) or introduced or known or placed):
        return None
    return _take_byline(draft, block.inlines, text, "")


def _take_address(draft: Draft, inlines: Inlines) -> Draft | None:
    """Take a URL as the address of the original: the first, where it can be read as one."""
    run = stripped(inlines)[0]
    try:
        read_url(run.text)
    except FieldError:
        return None
    if draft.front.canonical:
        same = folded(plain(draft.front.canonical)).rstrip("/") == folded(run.text).rstrip("/")
        return replace(draft, dropped=draft.without([inlines], Reason.REPEATED_LINK_TEXT)) if same else None
    return replace(draft, front=replace(draft.front, canonical=(Inline(run.text, run.at),)))


def _take_byline(draft: Draft, inlines: Inlines, names: str, date: str) -> Draft:
    """Take a byline. Names in capitals get their case from the text, where it has them."""
    authors: list[str] = []
    for name in names_in(names):
        if authors and whole(rules.AFFILIATIONS, name):
            draft = draft.say(
                f"the byline's {name!r} was taken for no author, and left out", inlines, doubtful=True
            )
            continue
        known = _known_case(name, draft)
        authors.append(known or (_recased(name) if name.isupper() else name))
        if not known and name.isupper():
            message = f"the byline has {name!r} in capitals, and it was written {authors[-1]!r}"
            draft = draft.say(message, inlines, doubtful=bool(_UNSURE_CASE.search(name)))
    front = replace(draft.front, authors=tuple(authors), date=draft.front.date or date)
    return replace(draft, front=front, dropped=draft.without([inlines], Reason.BYLINE_RECAST))


def _known_case(name: str, draft: Draft) -> str:
    """Return *name* as the running head or the text has it, in letters of both cases."""
    for written in draft.written_by:
        if folded(written) == folded(name):
            return written
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)", re.IGNORECASE)
    for block in draft.blocks:
        for match in pattern.finditer(text_of(block)):
            if not match[0].isupper() and not match[0].islower():
                return match[0]
    return ""


_UNSURE_CASE = re.compile(
    rf"['’-]|\bMA?C|\b{PARTICLE}\b",
    re.IGNORECASE,
)
"""Names that may have capitals elsewhere than at the beginnings of their parts."""


def _recased(name: str) -> str:
    """Return *name*, all in capitals, as names are mostly written: ``Mary-Ann O'Brien McDonald``."""
    words: list[str] = []
    parts = name.split()
    for n, word in enumerate(parts):
        if 0 < n < len(parts) - 1 and word.lower() in SMALL_PARTICLES:
            words.append(word.lower())
            continue
        cased = re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), word)
        cased = re.sub(r"(?<=['’])S$", "s", cased)
        words.append(re.sub(r"^Mc([a-z])", lambda match: "Mc" + match[1].upper(), cased))
    return " ".join(words)
