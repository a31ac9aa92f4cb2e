"""Words that the end of a line has cut, made whole. The author's hyphens stay."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ...text.decisions import Criterion, decide
from .. import rules
from ..document import changed, inlines_of
from ..inlines import Inlines, cut, plain
from ..outcome import Dropped, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .draft import Draft

_SOFT_HYPHEN = "\u00ad"
_HYPHEN = "‐"
"""The character HYPHEN, U+2010; keyboards have HYPHEN-MINUS."""
_NO_BREAK_HYPHEN = "\u2011"
"""Some fonts have it for each hyphen, at the ends of lines as well."""

_WORD_CHARACTERS = r"[^\W_][\w'’]*"
_WORD = re.compile(rf"{_WORD_CHARACTERS}(?:[-{_HYPHEN}{_NO_BREAK_HYPHEN}]{_WORD_CHARACTERS})*")
_BROKEN_WORD = re.compile(
    rf"(?<![\w'’]) (?P<first>{_WORD_CHARACTERS}) [-{_HYPHEN}{_NO_BREAK_HYPHEN}{_SOFT_HYPHEN}]\n (?P<second>{_WORD_CHARACTERS})",
    re.VERBOSE,
)
_BREAK = re.compile(
    rf"""  (?P<mark>[-{_HYPHEN}{_NO_BREAK_HYPHEN}{_SOFT_HYPHEN}])\n    # a hyphen at the end of a line
         | (?P<soft>{_SOFT_HYPHEN})               # where a word may be cut, within a line
         | (?<=\w)[/–—]\n(?=\w)                  # a stroke or dash that a line ends with
    """,
    re.VERBOSE,
)
_LETTERS_OF_A_WORD = 4
_FEWEST_ENDS, _FEW = 100, 0.03
"""Ends of lines that tell, and the part of them that have a hyphen at most where lines aren't hyphenated: else, it is a tenth and more."""


@dataclass(frozen=True)
class Cut:
    """A hyphen at the end of a line, the parts of the word around it, and how often the text has which words."""

    first: str
    second: str
    vocabulary: Counter[str]
    language: str = ""
    """The code of the text's language, where it is known: parts of words are those of one language."""
    hyphenates: bool = True
    """True if its lines are hyphenated."""

    def begins_as(self, field: str) -> bool:
        """Say if its first part is among those of a *field* of the vocabularies."""
        return self.one in rules.parts_of_words(field, self.language)

    @cached_property
    def one(self) -> str:
        """The first part in small letters."""
        return self.first.lower()

    @cached_property
    def two(self) -> str:
        """The second part in small letters."""
        return self.second.lower()

    @property
    def is_compound_start(self) -> bool:
        """True if its first part mostly keeps its hyphen before a word."""
        return self.begins_as("compound_starts") or self.begins_as("always_compound")

    @property
    def hyphenated(self) -> int:
        """The number of times the word has its hyphen elsewhere."""
        return self.vocabulary[f"{self.one}-{self.two}"]

    @property
    def fused(self) -> int:
        """The number of times the word is written as one elsewhere."""
        return self.vocabulary[self.one + self.two]

    @property
    def holds_a_word(self) -> bool:
        """True if the text has one of its parts as a word: of *Commis-sion* it has neither."""
        return bool(self.vocabulary[self.one] or self.vocabulary[self.two])

    @property
    def are_words(self) -> bool:
        """True if the text has both parts as words, neither is short, and the language may write the two with a hyphen."""
        if self.language in rules.COMPOUNDS_AS_ONE:
            return False
        known = self.vocabulary[self.one] and self.vocabulary[self.two]
        return bool(known) and min(len(self.one), len(self.two)) >= _LETTERS_OF_A_WORD


KEEPS_HYPHEN: tuple[Criterion[Cut, bool], ...] = (
    Criterion("mostly hyphenated elsewhere", lambda cut: cut.hyphenated > cut.fused, then=True),
    Criterion("mostly one word elsewhere", lambda cut: cut.hyphenated < cut.fused, then=False),
    Criterion(
        "in a text whose lines aren't hyphenated",
        # Typesetters that part two words in a document are as sparing as writers are with hyphens.
        lambda cut: not cut.hyphenates and cut.holds_a_word,
        then=True,
    ),
    Criterion("a capital follows, as in Anglo-American", lambda cut: not cut.second.islower(), then=True),
    Criterion("a number stands before it, as in 21-year", lambda cut: cut.first[-1:].isdigit(), then=True),
    Criterion(
        "capitals stand before it, as in EU-led",
        lambda cut: len(cut.first) > 1 and cut.first.isupper(),
        then=True,
    ),
    Criterion(
        "ends as compounds do, as in state-led",
        lambda cut: (
            cut.two in rules.parts_of_words("compound_ends", cut.language)
            and (cut.vocabulary[cut.one] > 0 or cut.is_compound_start)
        ),
        then=True,
    ),
    Criterion(
        "begins as only compounds do, as in self-rule",
        lambda cut: cut.begins_as("always_compound"),
        then=True,
    ),
    Criterion(
        "begins as single words do, as in under-stand", lambda cut: cut.begins_as("fused_starts"), then=False
    ),
    Criterion(
        "begins as compounds do, and a word follows, as in nation-building",
        lambda cut: cut.is_compound_start and cut.vocabulary[cut.two] > 0,
        then=True,
    ),
    Criterion("both parts are words of the text", lambda cut: cut.are_words, then=True),
)
"""True if a hyphen at the end of a line is the author's. If nothing holds, it isn't."""


@dataclass(frozen=True, slots=True)
class _Typography:
    """The ways in which a text uses the characters for hyphens."""

    automatic: str
    """The characters that stand for nothing but the end of a line."""
    told_apart: bool
    """True if the end of a line has a character of its own, so that a plain hyphen there is the author's."""
    language: str
    """The code of the text's language, where it is known."""
    hyphenates: bool
    """True if its lines are hyphenated: word processors leave that, and break a line after the author's hyphen alone."""


def mend_hyphens(draft: Draft) -> Draft:
    """Join words that the end of a line has cut, and keep the author's hyphens."""
    texts = [plain(inlines) for inlines in inlines_of(draft.blocks)]
    if not any("\n" in text or _SOFT_HYPHEN in text for text in texts):
        return draft
    vocabulary = Counter(
        word.lower().replace(_HYPHEN, "-").replace(_NO_BREAK_HYPHEN, "-")
        for text in texts
        for word in _WORD.findall(_BROKEN_WORD.sub(" ", text))
    )
    typography = _typography(texts, draft.language, vocabulary)
    dropped: list[Dropped] = []

    def mend(inlines: Inlines) -> Inlines:
        mended, hyphens = _mended(inlines, vocabulary, typography)
        dropped.extend(Dropped(Reason.JOINED_HYPHEN, hyphen) for hyphen in hyphens)
        return mended

    front = replace(draft.front, title=mend(draft.front.title))
    blocks = changed(draft.blocks, mend, notes=True)
    return replace(draft, front=front, blocks=blocks, dropped=(*draft.dropped, *dropped))


def _typography(texts: Sequence[str], language: str, vocabulary: Counter[str]) -> _Typography:
    """Return how *texts* in a *language* use hyphens."""
    # Typesetters that write U+2010 inside lines write it for the author's hyphens, others for nothing but the end of a line.
    typographic = any(re.search(rf"\w{_HYPHEN}\w", text) for text in texts)
    return _Typography(
        automatic=_SOFT_HYPHEN if typographic else _SOFT_HYPHEN + _HYPHEN,
        told_apart=not typographic and any(f"{_HYPHEN}\n" in text for text in texts),
        language=language,
        hyphenates=_hyphenates(texts, vocabulary),
    )


def _hyphenates(texts: Iterable[str], vocabulary: Counter[str]) -> bool:
    """Say if the lines of *texts* are hyphenated: many end with a hyphen, or one of them parts a word that is one elsewhere."""
    ends = cuts = 0
    for text in texts:
        ends += text.count("\n")
        for word in _BROKEN_WORD.finditer(text):
            cut = Cut(word["first"], word["second"], vocabulary)
            if cut.fused > cut.hyphenated:
                return True
            cuts += 1
    return ends < _FEWEST_ENDS or cuts > _FEW * ends


def _mended(
    inlines: Inlines, vocabulary: Counter[str], typography: _Typography
) -> tuple[Inlines, list[Inlines]]:
    """Return *inlines* without the breaks of lines in words, and the hyphens that are left out."""
    text = plain(inlines)
    if "\n" not in text and _SOFT_HYPHEN not in text:
        return inlines, []
    parts: list[Inlines] = []
    hyphens: list[Inlines] = []
    start = 0
    for match in _BREAK.finditer(text):
        hyphen = match.start()
        if (match["mark"] or match["soft"]) is None:
            keeps = True  # a stroke or dash: the words on both sides of it stood together
        elif _is_dash(text, match, typography) or _is_for_a_rest(text, match, typography):
            continue
        else:
            keeps = _is_kept(text, match, vocabulary, typography)
        parts.append(cut(inlines, start, hyphen + keeps))
        if not keeps:
            hyphens.append(cut(inlines, hyphen, hyphen + 1))
        start = match.end()
    return tuple(run for part in (*parts, cut(inlines, start)) for run in part), hyphens


def _word_around(text: str, hyphen: int) -> re.Match[str] | None:
    """Return the word that is cut at a *hyphen*, if one is."""
    return _BROKEN_WORD.match(text, _last_word_start(text, hyphen))


def _is_dash(text: str, match: re.Match[str], typography: _Typography) -> bool:
    """Say if a hyphen stands alone, after a space."""
    plain_hyphen = match[0][0] == "-" and typography.told_apart
    alone = text[match.start() - 1 : match.start()].isspace()
    automatic = match[0][0] in typography.automatic
    return alone and not plain_hyphen and not automatic and not _word_around(text, match.start())


def _is_for_a_rest(text: str, match: re.Match[str], typography: _Typography) -> bool:
    """Say if a hyphen stands for the rest of a word, as in *pre- and post-war*: a space follows."""
    if match[0][0] in typography.automatic:
        return False
    if not (word := _word_around(text, match.start())):
        return False
    return word["second"].lower() in rules.parts_of_words("after_hyphen", typography.language)


def _is_kept(text: str, match: re.Match[str], vocabulary: Counter[str], typography: _Typography) -> bool:
    """Say if the hyphen that was found is the author's."""
    if match[0][0] == "-" and typography.told_apart:
        return True
    if match[0][0] in typography.automatic:
        return False
    if word := _word_around(text, match.start()):
        decided = decide(KEEPS_HYPHEN, _cut_at(word, vocabulary, typography))
        return bool(decided and decided.then)
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return not (after.islower() and before.isalpha())


def _cut_at(word: re.Match[str], vocabulary: Counter[str], typography: _Typography) -> Cut:
    """Return what is known of a *word* that is cut."""
    return Cut(word["first"], word["second"], vocabulary, typography.language, typography.hyphenates)


def _last_word_start(text: str, end: int) -> int:
    """Return where the word begins that ends there."""
    start = end
    while start and (text[start - 1].isalnum() or text[start - 1] in "'’"):
        start -= 1
    return start
