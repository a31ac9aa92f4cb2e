"""Institutions of authors in a title block: by the marks that names and institutions share, or on the lines under each name."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ...text.patterns import any_of
from ...text.vocabularies import folded_words, words
from .. import rules
from ..decisions import Taken
from ..document import Listing, Paragraph, inlines_of
from ..inlines import Kind, cut, joined, lines_of, place_of, plain, stripped
from ..names import all_names, names_in
from ..outcome import Reason
from ..wording import any_whole, folded, whole
from .bylines import date_in
from .draft import Draft, decision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..document import Block
    from ..inlines import Inlines

_RAISED = (Kind.NOTE, Kind.SUPERSCRIPT)
_MARK = re.compile(r"[*†‡§¶∗⁎#]+|[¹²³⁴⁵⁶⁷⁸⁹]|\d{1,2}|[a-z](?![\w])")
_TYPED_MARK = re.compile(r"\(?(\d{1,2}|[*†‡§¶∗⁎]+|[¹²³⁴⁵⁶⁷⁸⁹])\)?(?=\s*[^\W\d_a-z])")
_FIRST = 6
"""Blocks among which a byline without a word for it is looked for."""
_LONGEST = 200
"""Characters of a line that names an institution."""
_ADDRESS = re.compile(
    r"""(?: \(?\b e-?mail\b | ✉ | \bcorreo\b | \bcourriel\b )? [^\w]{0,9}
        \{?[\w.+-]{1,64}+ (?: ,\s{0,9}+[\w.+-]{1,64}+ ){0,20}+ \}?\s?@\S+ .*""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
"""An address for mail, and what stands before and after it: each part has an end (RFC 5321, 4.5.3.1), so that no text takes long."""
_NO_INSTITUTION = re.compile(
    rf"""@ | https?: | www\. | \b(?:doi|issn)\b | correspond
      | (?<!\w) {any_of(words("history"))} (?!\w)
      | [„“”"«»?] | \b(?:working|discussion)\s+papers?\b
      | [.?!]\s+\w+\s+\w+\s+\w+.*[.?!]$                     # sentences
      | (?<!\w){any_of(words("the_author"))}\s+{rules.VERBS}(?!\w)   # The authors are, respectively, …
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Signs of lines that name no institution."""
_LABELLED = re.compile(rf"{any_of((*words('keywords'), *words('summaries')))}\s*[:.–—]", re.IGNORECASE)
"""Keywords, or an abstract, after their name."""
_HEADINGS = folded_words("keywords") | folded_words("summaries") | folded_words("about_article")
_WHERE = re.compile(r"\d|,|^[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,3}$")
"""The rest of an address: a number, a list, or the name of a place."""


_WORD_END = re.compile(r"(?<=[^\W\d_])-\n(?=[a-zß-öø-ÿ])")
"""The end of a line within a word."""


class Byline(NamedTuple):
    """A line that names authors, with the marks after each name."""

    at: int
    marks: Mapping[str, tuple[str, ...]]
    """Author → marks."""


class Line(NamedTuple):
    """A line under the bylines that may name an institution."""

    block: Paragraph
    runs: Inlines
    """Those of its block that are the line's."""
    marks: tuple[str, ...]
    """Those that stand before it."""
    said: Inlines
    """Its words after these, without an address for mail."""
    rest: Inlines
    """The address for mail."""

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(_WORD_END.sub("", plain(self.said)).split()).strip(" ,;.")


_TYPED_MARKS = re.compile(r"[*†‡§¶∗⁎]+|[¹²³⁴⁵⁶⁷⁸⁹]+")
_TO_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def mark_affiliations(draft: Draft) -> Draft:
    """Find names and institutions that are typed with the same marks, where no word or date tells what the names are.

    Further passes then know both by their places: ``Jane Doe* and John Roe†``, ``* University of Somewhere``.
    """
    for n, block in enumerate(draft.blocks[:_FIRST] if draft.byline_places is None else ()):
        byline, *under = lines_of(block.inlines) if isinstance(block, Paragraph) else [()]
        typed = _typed(byline)
        names, marks = names_in(_TYPED_MARKS.sub("", typed)), set(_TYPED_MARKS.findall(typed))
        if not marks or not all_names(names):
            continue
        rest, end = _marked_lines(draft.blocks, n + 1)
        lines = [*under, *rest]
        said = [(_TYPED_MARKS.match(text), text) for text in map(_typed, lines)]
        named = any(whole(rules.AFFILIATIONS, text) for _, text in said)
        if named and all(mark and mark[0] in marks for mark, _ in said):
            places = [place_of(runs) for runs in (byline, *lines)]
            return replace(
                draft,
                blocks=(*draft.blocks[:n], *map(Paragraph, (byline, *lines)), *draft.blocks[end:]),
                byline_places=frozenset(places[:1]),
                front_places=draft.front_places | set(places),
            )
    return draft


def find_title_block(draft: Draft) -> Draft:
    """Find the lines of names with institutions under them, and of a date, that a text has under its title.

    Further passes then know them by their places, as those that the reader of a PDF finds.
    """
    if draft.byline_places is not None or draft.front_places or not draft.front.title:
        return draft
    firsts = [block.inlines for block in _short_ones(draft.blocks)]
    lines = [_line_of(Paragraph(line), line) for inlines in firsts for line in lines_of(inlines)]
    start = next((n for n, line in enumerate(lines[:2]) if _names_authors(line)), len(lines))
    bylines: list[Line] = []
    at = start
    while at + 1 < len(lines) and _names_authors(lines[at]) and _is_institution(lines[at + 1]):
        bylines.append(lines[at])
        at += 2
        while at < len(lines) and _goes_on(lines[at]) and not _names_authors(lines[at]):
            at += 1
    if not bylines:
        return draft
    while at < len(lines) and (date_in(lines[at].text) or (lines[at].rest and not lines[at].text)):
        at += 1
    return replace(
        draft,
        blocks=(*(line.block for line in lines), *draft.blocks[len(firsts) :]),
        byline_places=frozenset(place_of(line.runs) for line in bylines),
        front_places=frozenset(place_of(line.runs) for line in lines[:at]),
    )


def _short_ones(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Yield the first of *blocks*, up to one that is no paragraph or has a sentence."""
    for block in blocks[:_MOST_OF_BLOCK]:
        if not isinstance(block, Paragraph) or any(
            len(plain(line)) > _LONGEST or re.search(r"\w{3}[.!?]\W*$", plain(line))
            for line in lines_of(block.inlines)
        ):
            return
        yield block


_MOST_OF_BLOCK = 12
"""Paragraphs under a title among which its block ends."""
_MOST_WORDS = 5
"""Words of a name in a script without capitals, which tell it from other words."""


def _names_authors(line: Line) -> bool:
    """Say if *line* may be a byline by its words alone: an institution under it shows that it is one."""
    names = names_in(line.text)
    uncased = line.text.lower() == line.text.upper() and len(line.text.split()) <= _MOST_WORDS
    return bool(names) and all_names(names, announced=uncased) and not whole(rules.AFFILIATIONS, line.text)


def _is_institution(line: Line) -> bool:
    return bool(whole(rules.AFFILIATIONS, line.text)) and _may_be(line)


def _marked_lines(blocks: Sequence[Block], start: int) -> tuple[list[Inlines], int]:
    """Return the lines from *start* on that begin with marks, and where they end. A text's ``* `` was read as a bullet."""
    found: list[Inlines] = []
    for n, block in enumerate(blocks[start:], start):
        parts = [block.inlines] if isinstance(block, Paragraph) else []
        for item in block.items if isinstance(block, Listing) else ():
            parts += [joined((item.marker, *inlines_of(item.blocks)))]
        lines = [line for part in parts for line in lines_of(part)]
        if not lines or not all(_TYPED_MARKS.match(_typed(line)) for line in lines):
            return found, n
        found += lines
    return found, len(blocks)


def _typed(inlines: Inlines) -> str:
    """Return *inlines* on one line, with raised digits for the raised ones."""
    parts = (run.text.translate(_TO_RAISED) if run.kind in _RAISED else run.text for run in inlines)
    return " ".join("".join(parts).split())


def find_affiliations(draft: Draft) -> Draft:
    """Give authors their institutions, which the title block names, and take these out of it."""
    bylines = list(_bylines(draft))
    if not bylines or any("(" in author for author in draft.front.authors):
        return draft
    start = min(byline.at for byline in bylines)
    title = place_of(draft.front.title)
    end = (
        title if start < title else max(draft.front_places) + 1
    )  # a series stands under a title whose authors stand over it
    lines = [
        line
        for block in draft.blocks
        if isinstance(block, Paragraph)
        and place_of(block.inlines) in draft.front_places
        and start < place_of(block.inlines) < end
        for line in _lines_of(block)
    ]
    found, taken = _by_marks(bylines, lines)
    if not found:
        found, taken = _by_places(bylines, lines)
    authors = tuple(
        f"{name} ({'; '.join(places)})" if (places := found.get(name)) else name
        for name in draft.front.authors
    )
    return (
        _without(replace(draft, front=replace(draft.front, authors=authors)), lines, taken)
        if found
        else draft
    )


def _bylines(draft: Draft) -> Iterator[Byline]:
    """Yield the bylines that were taken, in their order."""
    for drop in draft.dropped:
        at = place_of(drop.inlines)
        if drop.reason is Reason.BYLINE_RECAST and at in (draft.byline_places or ()):
            marks = {
                name: marks
                for name in draft.front.authors
                if (marks := _marks_after(name, drop.inlines)) is not None
            }
            if marks:
                yield Byline(at, marks)


def _marks_after(name: str, byline: Inlines) -> tuple[str, ...] | None:
    """Return the marks right after *name* in a *byline*; nothing if it doesn't name them."""
    parts = name.split()
    forms = [parts, *([*parts[n:-1], f"{parts[-1]},", *parts[:n]] for n in range(1, len(parts)))]  # Doe, Jane
    pattern = "|".join(r"\s+".join(map(re.escape, form)) for form in forms)
    text = plain(byline)
    match = re.search(pattern, text, re.IGNORECASE)
    if not match:
        return None
    found: list[str] = []
    at = 0
    for run in byline:
        before, at = at, at + len(run.text)
        if before < match.end():
            continue
        if run.kind not in _RAISED and re.search(r"[^\W\d_]", run.text):
            typed = re.match(r"\s?([*†‡§¶∗⁎]|[¹²³⁴⁵⁶⁷⁸⁹]|\d{1,2}(?!\w))+", run.text) if not found else None
            found += _MARK.findall(typed[0]) if typed else []
            break
        found += _MARK.findall(run.text)
    return tuple(found)


def _lines_of(block: Paragraph) -> Iterator[Line]:
    """Yield the parts of a line: several institutions may stand on it, each after its mark."""
    runs = block.inlines
    starts = [
        n
        for n, run in enumerate(runs)
        if not n
        or (
            run.kind in _RAISED
            and _MARK.fullmatch(run.text.strip())
            and runs[n - 1].text.endswith((" ", "\n"))
        )
    ]
    if runs and runs[0].kind not in _RAISED:
        starts = [0]
    for start, end in pairwise((*starts, len(runs))):
        yield _line_of(block, runs[start:end])


def _line_of(block: Paragraph, runs: Inlines) -> Line:
    """Return the parts of *runs*, which *block* has: marks, words, an address for mail."""
    all_runs = runs
    marks: list[str] = []
    n = 0
    while n < len(runs) and runs[n].kind in _RAISED:
        marks += _MARK.findall(runs[n].text)
        n += 1
    said = runs[n:]
    typed = _TYPED_MARK.match(plain(said).lstrip()) if not marks else None
    if typed:
        marks = [typed[1]]
        said = cut(said, len(plain(said)) - len(plain(said).lstrip()) + typed.end())
    address = _ADDRESS.search(plain(said))
    end = address.start() if address else len(plain(said))
    return Line(block, all_runs, tuple(marks), stripped(cut(said, 0, end)), stripped(cut(said, end)))


def _by_marks(bylines: Sequence[Byline], lines: Sequence[Line]) -> tuple[dict[str, list[str]], list[Line]]:
    """Return the institutions of authors by the marks that both have, and the lines that say them."""
    wanted = {mark for byline in bylines for marks in byline.marks.values() for mark in marks}
    places: dict[str, str] = {}
    taken: list[Line] = []
    open_ = ""
    for line in lines:
        marks = [mark for mark in line.marks if mark in wanted]
        if marks and line.text and not _NO_INSTITUTION.search(line.text) and len(line.text) <= _LONGEST:
            open_ = marks[0]
            places |= dict.fromkeys(marks, line.text)
            taken.append(line)
        elif open_ and not line.marks and _goes_on(line):
            places = {m: _with(p, line.text) if p == places[open_] else p for m, p in places.items()}
            taken.append(line)
        else:
            open_ = ""
    numbered = {mark for mark in places if mark.isalnum()} or set(places)
    if not any(whole(rules.AFFILIATIONS, place) for place in places.values()):
        return {}, []
    found = {
        name: named
        for byline in bylines
        for name, marks in byline.marks.items()
        if (named := [places[mark] for mark in marks if mark in numbered])
    }
    return found, taken if found else []


def _with(place: str, more: str) -> str:
    """Return an institution with *more* of it from the next line."""
    return place + more if place.endswith("-") else f"{place}, {more}"


def _by_places(bylines: Sequence[Byline], lines: Sequence[Line]) -> tuple[dict[str, list[str]], list[Line]]:
    """Return the institutions of authors that stand under their names, and the lines that say them."""
    found: dict[str, list[str]] = {}
    taken: list[Line] = []
    groups: list[tuple[list[str], list[Line]]] = []
    for n, byline in enumerate(bylines):
        end = bylines[n + 1].at if n + 1 < len(bylines) else None
        under = [
            line
            for line in lines
            if place_of(line.block.inlines) > byline.at
            and (end is None or place_of(line.block.inlines) < end)
        ]
        if groups and not groups[-1][1]:  # names beside one another, or one under the other
            groups[-1] = ([*groups[-1][0], *byline.marks], _institution(under))
        else:
            groups.append((list(byline.marks), _institution(under)))
    for names, here in groups:
        named = [line for line in here if whole(rules.AFFILIATIONS, line.text)]
        if not here:
            continue
        if len(names) == len(here) == len(named) > 1:
            found |= {name: [line.text] for name, line in zip(names, here, strict=True)}
        else:
            found |= {name: [reduce(_with, (line.text for line in here))] for name in names}
        taken += here
    return found, taken


def _institution(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of an institution among *lines*: the first that names one, and the rest of its address."""
    found: list[Line] = []
    for n, line in enumerate(lines):
        if not found:
            if n < _NEAR and whole(rules.AFFILIATIONS, line.text) and _may_be(line):
                found.append(line)
        elif _goes_on(line) and len(found) <= _MOST_OF_ADDRESS:
            found.append(line)
        else:
            break
        if line.rest and (found or line.text):
            break
    return found


_MOST_OF_ADDRESS = 3
"""Lines after the first."""
_NEAR = 3
"""Lines under a name: its institution is among these."""


def _may_be(line: Line) -> bool:
    """Say if *line* may be an institution."""
    return (
        0 < len(line.text) <= _LONGEST
        and not _NO_INSTITUTION.search(line.text)
        and not any_whole(rules.NO_TITLES, line.text)
        and not date_in(line.text)
        and folded(line.text) not in rules.SECTION_NAMES
        and folded(line.text) not in _HEADINGS
        and line.text.count("(") == line.text.count(")")
        and not _LABELLED.match(line.text)
        and not (":" in line.text and rules.OTHER_PEOPLE.search(line.text))  # Faculty Advisor: Dr. Karl Berg
    )


def _goes_on(line: Line) -> bool:
    """Say if *line* is the rest of an institution or of its address."""
    return _may_be(line) and bool(_WHERE.search(line.text) or whole(rules.AFFILIATIONS, line.text))


def _without(draft: Draft, lines: Sequence[Line], taken: Sequence[Line]) -> Draft:
    """Return the draft without the *taken* of the *lines*, which name institutions; addresses for mail stay."""
    of_blocks = {id(line.block) for line in taken}
    gone = {id(line.runs) for line in taken}
    blocks: list[Block] = []
    dropped = draft.dropped
    for block in draft.blocks:
        if id(block) not in of_blocks:
            blocks.append(block)
            continue
        for line in (line for line in lines if line.block is block):
            if id(line.runs) not in gone:
                blocks.append(Paragraph(line.runs))
                continue
            if line.rest:
                blocks.append(Paragraph(line.rest))
            said = stripped(cut(line.runs, 0, len(plain(line.runs)) - len(plain(line.rest))))
            dropped = replace(draft, dropped=dropped).without([said], Reason.BYLINE_RECAST)
    draft = replace(draft, blocks=tuple(blocks), dropped=dropped)
    return draft.decided(
        *(decision(line.block.inlines, Taken.BYLINE, "an author's institution") for line in taken)
    )
