"""Scores of a conversion against a text whose truth is known: what was found whole, unbroken, in order, and as what.

Only letters are compared: hyphens, digits and spaces at the ends of lines can't lie then.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field, fields
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WHOLE, UNBROKEN, NOTE_WHOLE = 0.96, 0.965, 0.9
"""Likenesses from which a paragraph counts as whole, or as unbroken, and a note as whole."""
_SEED = 12
"""Letters by which places are found."""
SHORTEST = 40
"""Letters. Shorter paragraphs tell little."""


@dataclass(frozen=True)
class Text:
    """What an article says: the truth, or what was made of a PDF."""

    title: str = ""
    authors: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    """The text of the body, block by block; what precedes a marker of the note *n* ends with ``\\x01n\\x02``."""
    headings: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    """Labels and texts."""


@dataclass(frozen=True)
class Scores:
    """Counts, which can be added up over texts."""

    paragraphs: int = 0
    whole: int = 0
    unbroken: int = 0
    ordered: int = 0
    found: int = 0
    notes: int = 0
    notes_whole: int = 0
    """In whatever block."""
    notes_as_notes: int = 0
    markers: int = 0
    markers_right: int = 0
    headings: int = 0
    headings_exact: int = 0
    headings_false: int = 0
    fronts: int = 0
    titles: int = 0
    authors: int = 0
    words: int = 0
    words_lost: int = 0
    words_added: int = 0
    cut_sentences: int = 0
    """Blocks without a stop before one that begins small."""

    def __add__(self, other: Scores) -> Scores:
        return Scores(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Scores)))


def letters(text: str) -> str:
    """Return the letters of *text* in small letters."""
    return re.sub(r"[\W\d_]+", "", re.sub("\x01.*?\x02", "", text)).casefold()


def common(one: str, two: str) -> int:
    """Return the length of the longest common subsequence of two texts, by bits (Hyyrö 2004)."""
    masks: dict[str, int] = {}
    for n, letter in enumerate(one):
        masks[letter] = masks.get(letter, 0) | (1 << n)
    row = (1 << len(one)) - 1
    full = row
    for letter in two:
        mask = row & masks.get(letter, 0)
        row = ((row + mask) | (row - mask)) & full
    return len(one) - row.bit_count()


def likeness(one: str, two: str) -> float:
    """Return the part of two texts that they have in common, from 0 to 1."""
    if one == two:
        return 1.0
    if not one or not two or min(len(one), len(two)) * 2 < 0.9 * (len(one) + len(two)) * 0.9:
        return 0.0
    return 2 * common(one, two) / (len(one) + len(two))


@dataclass
class _Blocks:
    """Texts that can be looked up by their letters. Each is given away once."""

    texts: Sequence[str]
    seeds: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    same: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    given: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        for n, text in enumerate(self.texts):
            self.same[text].append(n)
            for place in range(0, max(len(text) - _SEED, 0) + 1, 3):
                self.seeds[text[place : place + _SEED]].add(n)

    def best(self, text: str, least: float) -> int | None:
        """Return the block that is most like *text*, if it is enough so."""
        exact = next((n for n in self.same.get(text, ()) if n not in self.given), None)
        if exact is not None:
            self.given.add(exact)
            return exact
        votes: Counter[int] = Counter()
        for place in range(max(len(text) - _SEED, 0) + 1):
            votes.update(self.seeds.get(text[place : place + _SEED], ()))
        likely = [(likeness(text, self.texts[n]), -n) for n, _ in votes.most_common(4) if n not in self.given]
        score, place = max(likely, default=(0.0, 0))
        if score < least:
            return None
        self.given.add(-place)
        return -place


class _Stream:
    """All letters of a text, one after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.seeds: defaultdict[str, list[int]] = defaultdict(list)
        for place in range(len(text) - _SEED + 1):
            self.seeds[text[place : place + _SEED]].append(place)

    def place_of(self, text: str) -> tuple[int, float]:
        """Return where *text* stands in one run, and how much of it is there."""
        votes: Counter[int] = Counter()
        for place in range(0, len(text) - _SEED + 1, 5):
            for found in self.seeds.get(text[place : place + _SEED], ())[:20]:
                votes[(found - place) // 8] += 1
        best = (0, 0.0)
        for start, _ in votes.most_common(2):
            begin = max(start * 8 - 8, 0)
            window = self.text[begin : begin + len(text) + 24]
            best = max(best, (begin, common(text, window) / len(text)), key=lambda item: item[1])
        return best


def score(truth: Text, made: Text) -> Scores:
    """Return the scores of what was *made* of a text against the *truth*."""
    bodies = [t for t in map(letters, truth.paragraphs) if len(t) >= SHORTEST]
    blocks = _Blocks([letters(text) for text in made.paragraphs])
    notes = _Blocks([letters(text) for _, text in made.notes])
    everything = [letters(text) for text in (*made.paragraphs, *(note for _, note in made.notes))]
    stream = _Stream("".join(letters(text) for text in made.paragraphs))
    whole = unbroken = 0
    places: list[int] = []
    for text in bodies:
        found = blocks.best(text, WHOLE)
        whole += found is not None
        place, share = stream.place_of(text)
        unbroken += share >= UNBROKEN or found is not None
        if share >= UNBROKEN:
            places.append(place)
    anywhere = _Blocks(everything)
    noted = [(label, letters(text)) for label, text in truth.notes if letters(text)]
    as_notes = {n: notes.best(text, NOTE_WHOLE) for n, (_, text) in enumerate(noted)}
    heads = Counter(map(letters, truth.headings))
    found_heads = Counter(map(letters, made.headings))
    true_words = Counter(_words(truth))
    made_words = Counter(_words(made))
    markers, right = _markers(truth, made, noted, as_notes)
    return Scores(
        paragraphs=len(bodies),
        whole=whole,
        unbroken=unbroken,
        found=len(places),
        ordered=_longest_rise(places),
        notes=len(noted),
        notes_whole=sum(anywhere.best(text, NOTE_WHOLE) is not None for _, text in noted),
        notes_as_notes=sum(place is not None for place in as_notes.values()),
        markers=markers,
        markers_right=right,
        headings=sum(heads.values()) if truth.headings else 0,
        headings_exact=sum((heads & found_heads).values()),
        headings_false=sum((found_heads - heads).values()) if truth.headings else 0,
        fronts=int(bool(truth.title)),
        titles=int(bool(truth.title) and letters(truth.title) == letters(made.title)),
        authors=int(
            bool(truth.title) and list(map(letters, truth.authors)) == list(map(letters, made.authors))
        ),
        words=sum(true_words.values()),
        words_lost=sum((true_words - made_words).values()),
        words_added=sum((made_words - true_words).values()),
        cut_sentences=cut_sentences(made.paragraphs),
    )


def _words(text: Text) -> list[str]:
    """Return the words of *text*, in small letters."""
    parts = (text.title, *text.paragraphs, *text.headings, *(note for _, note in text.notes))
    joined = " ".join(re.sub("\x01.*?\x02", "", part) for part in parts)
    return re.findall(r"[^\W\d_]+", joined.casefold())


def _longest_rise(places: Iterable[int]) -> int:
    """Return the length of the longest rising run within *places*."""
    tails: list[int] = []
    for place in places:
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)


def _markers(
    truth: Text, made: Text, noted: Sequence[tuple[str, str]], as_notes: dict[int, int | None]
) -> tuple[int, int]:
    """Return how many notes have a marker whose place is known, and how many have it there in what was made."""
    before_true = _before_markers(truth.paragraphs)
    before_made = _before_markers(made.paragraphs)
    count = right = 0
    for n, (label, _) in enumerate(noted):
        if label not in before_true:
            continue
        count += 1
        found = as_notes[n]
        if found is not None:
            right += before_made.get(made.notes[found][0], "")[-_SEED:] == before_true[label][-_SEED:]
    return count, right


def _before_markers(paragraphs: Iterable[str]) -> dict[str, str]:
    """Return the letters before the first marker of each note, by its label."""
    found: dict[str, str] = {}
    for text in paragraphs:
        for match in re.finditer("\x01(.*?)\x02", text):
            found.setdefault(match[1], letters(text[: match.start()]))
    return found


def cut_sentences(paragraphs: Sequence[str]) -> int:
    """Return how many blocks without a stop stand before one that begins small: sentences that were cut."""
    count = 0
    for before, text in pairwise(paragraphs):
        one = re.sub("\x01.*?\x02", "", before).rstrip()
        two = re.sub("\x01.*?\x02", "", text).lstrip("\"'“‘([ ")
        count += bool(re.search(r"[\w,]$", one)) and two[:1].islower()
    return count
