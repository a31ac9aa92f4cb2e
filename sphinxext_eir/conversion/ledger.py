"""The account of every word: printed, in order, or listed with a reason; held against the file that was written.

Two accounts must be even. Every character of the transcript is in the article, or among what was dropped; and what the
article says, read in the order of its blocks, is what the written source says when it is read back.
"""

from __future__ import annotations

import difflib
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..text.numerals import ROMAN
from .document import (
    Abstract,
    Bibliography,
    Biography,
    Document,
    Figure,
    Heading,
    Listing,
    Notes,
    Paragraph,
    PullQuote,
    Quote,
    Table,
    blocks_in,
    inlines_of,
    runs_in,
)
from .inlines import NOWHERE, Inline, Inlines, Kind, plain
from .leaving import doubtful, words_of
from .order import ADDED, MOVED, OUT_OF_ORDER, added, astray, cut_sentences
from .outcome import Reason
from .transcript import Source
from .writing.readback import read_myst, read_rst

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .document import Block
    from .outcome import Dropped
    from .transcript import Transcript

_DROPPED_AT_MOST = 0.02
"""The part of the words between title and biography that may be dropped and said nowhere else."""
_FEWEST_DROPPED = 12
"""The number of words that may always be dropped, even from the shortest text."""
_CUT_AT_MOST, _FEWEST_CUT = 0.05, 30
"""Sentences that are cut, for each word of the text, and at least: more make a salad. Lines of verse that begin small are longer."""

_RECAST = (Reason.BYLINE_RECAST, Reason.DATE_RECAST)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """Some words of the input that aren't in the output, or aren't in the same place."""

    reason: str
    """The reason, from the list in the reference of the command line; or the fault, for unexplained words."""
    source: Source
    """Their place in the input."""
    text: str
    """The words."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The account of one conversion."""

    words: int
    """Number of words in the input."""
    printed: int
    """Of these, the number that is in the output."""
    dropped: tuple[LedgerEntry, ...]
    """Words that were left out, with a reason, in the order of the input."""
    moved: tuple[LedgerEntry, ...]
    """Words that were set elsewhere: notes, and entries of the bibliography."""
    unexplained: tuple[LedgerEntry, ...]
    """Words that are missing without a reason, or were added, or are out of order."""
    text_words: int
    """Number of words between title and biography."""
    text_dropped: int
    """Of these, the number that was left out, for any reason."""
    text_lost: int
    """Of these, the number that is said nowhere else. A running head isn't counted for each page, nor where it repeats the title."""
    text_doubtful: int = 0
    """Of these, the number of which nothing shows that they are furniture."""
    doubtful: tuple[LedgerEntry, ...] = ()
    """What was left out, though nothing shows that it is furniture: one of each, where it returns."""
    cut: tuple[LedgerEntry, ...] = ()
    """Ends of paragraphs without a stop, before one that begins small: sentences that are cut, most likely."""

    @property
    def even(self) -> bool:
        """True if no word is unexplained, and few enough are doubtfully left out: at most 2 of 100, or 12 of a short text."""
        return not self.unexplained and self.text_doubtful <= max(
            _FEWEST_DROPPED, _DROPPED_AT_MOST * self.text_words
        )

    @property
    def is_salad(self) -> bool:
        """True if sentences are cut everywhere: the words stand in no order that can be read."""
        return len(self.cut) > max(_FEWEST_CUT, _CUT_AT_MOST * self.words)

    @property
    def out_of_order(self) -> int:
        """The number of words that left their place without a reason."""
        return sum(len(one.text.split()) for one in self.unexplained if one.reason == OUT_OF_ORDER)


def account(
    transcript: Transcript,
    document: Document,
    dropped: Iterable[Dropped],
    source: str,
    *,
    markup: str,
    embedded: bool,
    told: bool = False,
) -> Ledger:
    """Account for every word of *transcript*, given the article made of it and the *source* written.

    An *embedded* article has its front matter after its title. Where the file has *told* what its paragraphs are, none is cut.
    """
    dropped = sorted(dropped, key=lambda drop: _start_of(drop.inlines))
    covered = bytearray(len(transcript.text))
    for inlines in _runs_of(document):
        _cover(covered, inlines)
    printed = bytes(covered)
    for drop in dropped:
        if drop.reason not in MOVED:
            _cover(covered, drop.inlines)
    missing = [
        LedgerEntry("missing", transcript.source(start), text)
        for start, text in _uncovered(transcript.text, covered)
    ]
    start, end = _bounds_of_text(transcript, document)
    gone = [drop for drop in dropped if drop.reason not in MOVED]
    said = set(words_of(plain(document.front.title))) | {
        w for name in document.front.authors for w in words_of(name)
    }
    # Words that were recast are said in another form.
    said |= {w for drop in gone if drop.reason in _RECAST for w in words_of(plain(drop.inlines))}
    # What stands around an article in its page is none of its text, wherever it stands.
    inside = [
        drop
        for drop in gone
        if start <= _start_of(drop.inlines) < end and drop.reason is not Reason.PAGE_FURNITURE
    ]
    # Words that return on each page are lost once.
    shapes = {re.sub(r"\d+", "#", plain(drop.inlines)): drop for drop in inside if drop.reason not in _RECAST}
    lost = [w for drop in shapes.values() for w in words_of(plain(drop.inlines)) if w not in said]
    unsure = tuple(
        _entry_of(drop, transcript)
        for drop in doubtful(inside, document, lambda at: transcript.source(at).page)
    )
    words = _count_words(transcript.text)
    return Ledger(
        words=words,
        printed=words - _count_uncovered(transcript.text, printed),
        dropped=tuple(_entry_of(drop, transcript) for drop in gone),
        moved=tuple(_entry_of(drop, transcript) for drop in dropped if drop.reason in MOVED),
        unexplained=(
            *missing,
            *_disorder(transcript, document, dropped),
            *_differences(spoken(document, embedded=embedded), targets_of(document), source, markup),
        ),
        text_words=_count_words(transcript.text[start:end]),
        text_dropped=sum(len(words_of(plain(drop.inlines))) for drop in inside),
        text_lost=len(lost),
        text_doubtful=sum(len(words_of(one.text)) for one in unsure),
        doubtful=unsure,
        cut=tuple(
            LedgerEntry("cut sentence", transcript.source(at), text)
            for at, text in (() if told else cut_sentences(document))
        ),
    )


def _start_of(inlines: Inlines) -> int:
    """Return where *inlines* begin, or the end of everything."""
    return min((run.at for run in inlines if run.at != NOWHERE), default=1 << 60)


def _entry_of(drop: Dropped, transcript: Transcript) -> LedgerEntry:
    """Return the ledger's line for *drop*."""
    return LedgerEntry(
        drop.reason.value, transcript.source(_start_of(drop.inlines)), " ".join(plain(drop.inlines).split())
    )


def _runs_of(document: Document) -> Iterator[Inlines]:
    """Yield everything that *document* prints, in the order in which writers print it."""
    front = document.front
    given = dict(front.given)
    if "canonical" not in given:
        yield front.canonical
    if "disclaimer" not in given:
        yield front.disclaimer
    yield front.title
    yield from inlines_of(document.blocks)


def _cover(covered: bytearray, inlines: Inlines) -> None:
    """Mark the characters of *inlines* as accounted for."""
    for run in inlines:
        if run.at != NOWHERE:
            covered[run.at : run.at + len(run.text)] = b"\1" * len(run.text)


def _uncovered(text: str, covered: bytearray) -> Iterator[tuple[int, str]]:
    """Yield the parts of *text* that aren't accounted for, each with its place."""
    for match in re.finditer(rb"\x00+", covered):
        part = text[match.start() : match.end()]
        if part.strip():
            yield match.start() + len(part) - len(part.lstrip()), " ".join(part.split())


def _count_words(text: str) -> int:
    """Return how many words *text* has. A list of all of them would take more memory than all else, for a long file."""
    return sum([len(line.split()) for line in text.split("\n")])


def _count_uncovered(text: str, covered: bytes) -> int:
    """Return how many words of *text* aren't covered at all."""
    count = 0
    for match in re.finditer(rb"\x00+", covered):
        # The words at its ends may go on in what is covered.
        cut = [
            at
            for at in match.span()
            if 0 < at < len(text) and not any(map(str.isspace, text[at - 1 : at + 1]))
        ]
        count += max(_count_words(text[slice(*match.span())]) - len(cut), 0)
    return count


def _bounds_of_text(transcript: Transcript, document: Document) -> tuple[int, int]:
    """Return where in the transcript the title ends and the biography begins, or whatever comes after the text."""
    title = [run.at + len(run.text) for run in document.front.title if run.at != NOWHERE]
    start = max(title, default=NOWHERE)
    if start == NOWHERE:  # the title is the user's
        start = min((_start_of(i) for i in inlines_of(document.blocks)), default=0)
        start = min(start, len(transcript.text))
    ends = [
        _start_of(inlines)
        for block in document.blocks
        if isinstance(block, (Biography, Bibliography, Notes))
        for inlines in inlines_of([block])
        if start < _start_of(inlines) < len(transcript.text)
    ]
    body = [
        _start_of(i)
        for b in document.blocks
        if not isinstance(b, (Biography, Bibliography, Notes))
        for i in inlines_of([b])
    ]
    last = max((at for at in body if at < len(transcript.text)), default=start)
    return start, min((at for at in ends if at > last), default=len(transcript.text))


def _disorder(
    transcript: Transcript, document: Document, dropped: Iterable[Dropped]
) -> Iterator[LedgerEntry]:
    """Yield words that left their place without a reason, or say something else than stands there, or were added."""
    for one in astray(transcript.text, document, dropped):
        yield LedgerEntry(one.fault, transcript.source(one.at), " ".join(one.text.split()))
    for text in added(document):
        yield LedgerEntry(ADDED, Source(), " ".join(text.split()))


# The written file


def _differences(words: Iterable[str], links: list[str], source: str, markup: str) -> Iterator[LedgerEntry]:
    """Yield the words and *links* in which the *source*, read back, differs from what it should say."""
    back = read_rst(source) if markup == "rst" else read_myst(source)
    expected, found = list(words), back.words
    if found != expected:
        one, two = trimmed(list(map(same_case, expected)), list(map(same_case, found)))
        for tag, a, b, c, d in difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
            if tag != "equal":
                said, written = " ".join(one[a:b]), " ".join(two[c:d])
                yield LedgerEntry("differs in the written file", Source(), f"{said!r} became {written!r}")
    if back.targets != links:
        wrong = sorted(set(links) ^ set(back.targets))
        yield LedgerEntry("differs in the written file", Source(), f"links: {', '.join(wrong)}")


def same_case(word: str) -> str:
    """Return *word* with a Roman label in small letters, as docutils wants the names of notes; one object for all that are the same."""
    return sys.intern(_ROMAN_LABEL.sub(lambda match: match[0].lower(), word) if "[" in word else word)


_ROMAN_LABEL = re.compile(rf"\[{ROMAN.upper()}\]")


_NEIGHBOURS = 2000
"""The number of words that are compared one by one where texts differ. More would take long and say no more."""


def trimmed(one: list[str], two: list[str]) -> tuple[list[str], list[str]]:
    """Return two lists of words without what both begin and end with."""
    start = 0
    while start < min(len(one), len(two)) and one[start] == two[start]:
        start += 1
    end = 0
    while end < min(len(one), len(two)) - start and one[-1 - end] == two[-1 - end]:
        end += 1
    one, two = one[start : len(one) - end], two[start : len(two) - end]
    return one[:_NEIGHBOURS], two[:_NEIGHBOURS]


def spoken(document: Document, *, embedded: bool) -> Iterator[str]:
    """Yield the words of *document* as its source has to say them."""
    given = dict(document.front.given)
    if embedded:
        yield from _said_by(document.front.title).split()
    for name, inlines in (("canonical", document.front.canonical), ("disclaimer", document.front.disclaimer)):
        text = given.get(name) or _said_by(inlines)
        yield from text.split()
    if not embedded:
        yield from _said_by(document.front.title).split()
    for block in document.blocks:
        yield from _spoken_by(block)


def _spoken_by(block: Block) -> Iterator[str]:
    """Yield the words of *block*."""
    match block:
        case Listing():
            for n, item in enumerate(block.items):
                if block.start is not None:
                    yield f"{block.start + n}."
                for inner in item.blocks:
                    yield from _spoken_by(inner)
        case Notes():
            yield from _said_by(block.title).split()
            for note in block.notes:
                yield f"[{note.label}]"
                for inner in note.blocks:
                    yield from _spoken_by(inner)
        case Bibliography() if block.keys:
            yield from _said_by(block.title).split()
            for key, entry in zip(block.keys, block.entries, strict=True):
                yield from f"[{key}] {_said_by(entry)}".split() if key else _said_by(entry).split()
        case Quote() | PullQuote():
            for inner in block.blocks:
                yield from _spoken_by(inner)
        case Abstract() | Biography():
            for inner in block.blocks:
                yield from _spoken_by(inner)
        case Table():
            yield from _said_by(block.caption).split()
            for cell in (cell for row in block.rows for cell in row):
                yield from _said_by(runs_in(cell)).split()
                for inner in blocks_in(cell):
                    yield from _spoken_by(inner)
        case Paragraph() | Heading() | Figure() | Bibliography() | _:
            for inlines in inlines_of([block]):
                yield from _said_by(inlines).split()


def _said_by(inlines: Inlines) -> str:
    """Return the text of *inlines*, a note's label in brackets."""
    return "".join(f"[{run.target}]" if run.kind is Kind.NOTE else run.text for run in inlines)


def targets_of(document: Document) -> list[str]:
    """Return the targets of links whose text is not their target, in order; one for a link in several runs."""
    targets: list[str] = []
    for inlines in (document.front.title, *(i for b in document.blocks for i in inlines_of([b]))):
        text = target = ""
        for run in (*inlines, Inline("", kind=Kind.NOTE)):
            if target and (run.target == target or (run.kind is not Kind.NOTE and not run.text.strip())):
                text += run.text
                continue
            said = " ".join(text.split())
            # A sign alone, as an arrow is, is written as text.
            if target and any(map(str.isalnum, said)) and target not in (said, f"mailto:{said}"):
                targets.append(target)
            text, target = (run.text, run.target) if run.kind is Kind.LINK else ("", "")
    return targets
