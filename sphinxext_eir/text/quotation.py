"""Comparison of a quotation with the text that it is from.

Both sides are brought into one form, in which a quotation that was merely restyled stands in the text
letter by letter, and any other doesn't:

- one quotation mark for all of them, apostrophes included; one dash for all of them, hyphens included;
- no soft hyphens, marks of notes or spaces but one between words; none of these tells words apart;
- characters composed (Unicode normalisation form C), and ligatures, presentation forms and widths undone (form KC).

The case of a quotation's first letter, and quotation marks and a full stop at its ends, are not compared. Everything
else is: commas, and quotation marks inside.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from itertools import product
from typing import TYPE_CHECKING, NamedTuple, Self

from .passages import BREAK, LETTERLIKE, NOTE_MARK
from .patterns import compile_later
from .sentences import FULL_STOPS

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator, Sequence

QUOTATION_MARKS = "\"'`´‘’‚‛“”„‟«»‹›′″ʼʻ〝〞〟⹂＂＇「」『』﹁﹂﹃﹄｢｣《》〈〉︽︾︿﹀❛❜❝❞❟❠׳״՚"
DASHES = "-‐‑‒–—―−⸺⸻﹘﹣－־֊"

# Private-use characters, in the form that is compared.
BOUND = "\ue000"
"""Stands for the space beside punctuation inside a word: ``Russia's``, ``well-being``, ``(mis)use``, ``1.5``."""
EITHER = "\ue001"
"""The next letter may have either case."""

# What Unicode lets every program pass over (Default_Ignorable_Code_Point: soft hyphen, zero-width spaces, joiners, directional marks,
# variation selectors, tags), Arabic's tatweel, and what would be taken for one of ours.
INVISIBLE = compile_later(
    "[\xad\u034f\u061c\u0640\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0000-\U000e0fff\0\ue000\ue001]"
)

DOTS = r"(?:…|\.(?:\s?\.){2,})"
ELLIPSIS = compile_later(rf"\[\s*{DOTS}\s*\]|\(\s*{DOTS}\s*\)|{DOTS}")

TWO_DOTS = compile_later(r"…|\.\s?\.")
"""A part of every ellipsis, which costs less to look for."""

COMPATIBLE = compile_later(
    "[\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\u0587\u0e33\u0eb3\u0edc\u0edd\u2e9f\u2ef3\u2f00-\u2fd5\ufb00-\ufb17\ufb50-\ufdff\ufe70-\ufefe\uff01-\uffef]+"
)
"""Ligatures, vowels of Thai and Lao in one piece, radicals of Han, forms that Arabic letters take in a word, and full and half widths: a
PDF or a keyboard makes them of ordinary letters."""

DASH_RUN = compile_later("--+")
MARK_RUN = compile_later("''+")
WORD = compile_later(r"\w")

UNSPACED = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts without spaces between words: Thai, Lao, Tibetan, Burmese, Khmer, Han, kana. Each letter counts as a word."""

FIRST_LETTER = compile_later(r"^([^\w]*)(?=[^\W\d_])")
INSERTION = compile_later(r"(?<=\w)\[[^\[\]]*\]|\[(?![^\W\d_]\]\w)[^\[\]]*\]")
"""``[word]`` and ``develop[ed]``, but not ``[T]he``, which is the text's word with a letter of another case."""
BRACKETED_LETTER = compile_later(rf"\[ ([^\W\d_]){BOUND}\]{BOUND}")
"""``[T]he``, in the form that is compared."""

MOST_BRACKETED_LETTERS = 4
"""As many in a segment may have either case; the others are taken as typed."""

MOST_ALIGNED = 300
"""Words of a quotation that are compared one by one: the time that takes grows with their square."""
MOST_PLACES = 50
"""Places of one word that are looked at; one that stands in more says little."""


class Verdict(Enum):
    """The relation of a quotation to the text."""

    EXACT = "exact"
    """It repeats the text."""
    ALTERED = "altered"
    """It says that words were left out (``…``) or put in (``[word]``); the others stand in the text, in order."""
    DIFFERENT = "different"
    """Its words don't stand in the text."""


class Difference(NamedTuple):
    """Words that the text and the quotation don't share, as typed; either may be empty."""

    text: str
    quotation: str

    def __str__(self) -> str:
        if not self.quotation:
            return f"'{self.text}' left out"
        if not self.text:
            return f"'{self.quotation}' added"
        return f"'{self.quotation}' for '{self.text}'"


class Comparison(NamedTuple):
    """A quotation, compared with a text. Only a different one has a nearest passage and differences."""

    verdict: Verdict
    nearest: str = ""
    """The passage that has most in common with it, as typed; it may be empty."""
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class Segment:
    """A part of a quotation between words that were left out."""

    typed: str
    """Without an editor's insertions."""
    words: str
    """In the form that is compared."""


class RunningText:
    """A text that quotations are compared with. It is normalised once."""

    def __init__(self, passages: Iterable[str]) -> None:
        """Take the paragraphs of a text in order, and :data:`BREAK` where something else stands between them."""
        self.passages = [passage for passage in passages if passage]
        runs = "\n".join(self.passages).split(BREAK)
        self._bound = f" {f' {BREAK} '.join(map(normalised, runs))} "
        # The same length: a place in one is a place in the other.
        self._words = self._bound.replace(BOUND, " ")
        self._read: dict[int, _Said] = {}
        """The passages that a quotation was held against: number → words."""

    def compare(self, quotation: str) -> Comparison:
        """Return how *quotation* relates to the text."""
        words = _first_letter_in_either_case(_trimmed(normalised(quotation)))
        if not WORD.search(words):
            return Comparison(Verdict.DIFFERENT)
        if self._end_of(words):
            return Comparison(Verdict.EXACT)
        segments = segments_of(quotation)
        missing = self._first_missing(segments)
        if segments and missing is None:
            return Comparison(Verdict.ALTERED)
        return Comparison(Verdict.DIFFERENT, *self._nearest(missing.typed if missing else quotation))

    def _end_of(self, words: str, start: int = 0) -> int:
        """Return where *words* end that stand after *start* as whole words; 0 if they don't."""
        ends = []
        for variant in _variants(words):
            needle = f" {variant} ".replace(BOUND, " ")
            begin = self._words.find(needle, start)
            while begin >= 0:
                end = begin + len(needle) - 1
                if self._bound[begin] == self._bound[end] == " ":
                    ends.append(end)
                    break
                begin = self._words.find(needle, begin + 1)
        return min(ends, default=0)

    def _first_missing(self, segments: Iterable[Segment]) -> Segment | None:
        """Return the first of *segments* that doesn't stand in the text after the one before it.

        Each is looked for where it first occurs: that leaves most of the text to the others.
        """
        end = 0
        for segment in segments:
            end = self._end_of(segment.words, end)
            if not end:
                return segment
        return None

    # The nearest passage

    def _said(self, number: int) -> _Said:
        """Return the words of a passage and their places, which many quotations may be held against."""
        if number not in self._read:
            self._read[number] = _Said.of(self.passages[number])
        return self._read[number]

    @cached_property
    def _vocabularies(self) -> tuple[list[set[str]], Counter[str]]:
        """The words of each passage, and how many passages have each word."""
        vocabularies = [_vocabulary(passage) for passage in self.passages]
        return vocabularies, Counter(word for vocabulary in vocabularies for word in vocabulary)

    def _nearest(self, quotation: str) -> tuple[str, tuple[Difference, ...]]:
        """Return the passage nearest to *quotation*, and what differs.

        The paragraph is the one that shares most words with it, the rare ones counting most. Only one window of that
        is compared word by word.
        """
        vocabularies, frequencies = self._vocabularies
        wanted = _vocabulary(quotation) & frequencies.keys()
        if not any(map(WORD.search, wanted)):
            return "", ()
        scores = [sum(1 / frequencies[word] for word in wanted & words) for words in vocabularies]
        quoted = _typed_words(quotation.rstrip(f"{QUOTATION_MARKS}{FULL_STOPS}\n "))[:MOST_ALIGNED]
        said = _window(self._said(scores.index(max(scores))), quoted)
        for key in (_lenient, _strict, normalised):
            nearest, differences = _aligned(said, quoted, key)
            if differences or not nearest:
                break
        return _joined(nearest), differences


# The form that is compared


def normalised(text: str) -> str:
    """Return *text* in the form that is compared: words and punctuation, a space or :data:`BOUND` between them."""
    text = COMPATIBLE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), INVISIBLE.sub("", text))
    text = unicodedata.normalize("NFC", text)
    text = NOTE_MARK.sub("", _unified(text, LETTERLIKE, "'"))
    if TWO_DOTS.search(text):
        text = ELLIPSIS.sub("…", text)
    marks = "".join(sorted(char for char in set(text) if unicodedata.category(char)[0] == "M"))
    bound, punctuation, unspaced = _patterns(marks)
    text = bound.sub(rf"{BOUND}\1{BOUND}", text)
    text = MARK_RUN.sub("'", _unified(text, QUOTATION_MARKS, "'"))
    text = DASH_RUN.sub("-", _unified(text, DASHES, "-"))
    text = punctuation.sub(r" \1 ", text)
    text = unspaced.sub(r" \1 ", text)
    return " ".join(text.split())


def _unified(text: str, characters: str, one: str) -> str:
    """Return *text* with *one* for each of *characters*: in a long text that has few of them, faster than a pattern."""
    for character in characters:
        text = text.replace(character, one)
    return text


@cache
def _patterns(marks: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of punctuation inside a word, of other punctuation, and of letters that are words.

    *marks* are the combining marks that occur. They belong to words, and :mod:`re` has no class for them.
    """
    letter = rf"\w{marks}"
    # The character comes first and what must stand before it second: a set of characters is searched for fast.
    return (
        compile_later(
            rf"([^{letter}\s…‒–—―/])(?<=[{letter}].)(?<![{UNSPACED}].)(?=[{letter}])(?![{UNSPACED}])"
        ),
        compile_later(rf"([^{letter}\s{BOUND}])(?<!{BOUND}.)(?!{BOUND})"),
        compile_later(rf"([{UNSPACED}][{marks}]*)" if marks else rf"([{UNSPACED}])"),
    )


def _trimmed(words: str) -> str:
    """Return normalised *words* without quotation marks and full stops at their ends."""
    return words.strip(f" '{FULL_STOPS}")


def _first_letter_in_either_case(words: str) -> str:
    return FIRST_LETTER.sub(rf"\1{EITHER}", words)


def _variants(words: str) -> Iterator[str]:
    """Yield normalised *words* with each letter that may have either case in both of them."""
    start, *rest = words.split(EITHER)
    rest[MOST_BRACKETED_LETTERS:] = ["".join(rest[MOST_BRACKETED_LETTERS:])]
    cases = [dict.fromkeys((part, *(case + part[1:] for case in _cases(part[:1])))) for part in rest]
    for variant in product(*cases):
        yield start + "".join(variant)


def _cases(letter: str) -> Iterator[str]:
    """Yield *letter* as a small and as a capital letter, unless that takes more than one (``ß``)."""
    yield from (case for case in (letter.lower(), letter.upper()) if len(case) == 1)


def segments_of(quotation: str) -> list[Segment]:
    """Return the parts of *quotation* between words left out, without what an editor put in."""
    segments: list[Segment] = []
    for part in ELLIPSIS.split(INVISIBLE.sub("", quotation)):
        typed = INSERTION.sub("", NOTE_MARK.sub("", part))
        words = BRACKETED_LETTER.sub(rf"{EITHER}\1", _trimmed(normalised(typed)))
        if words:
            segments.append(Segment(typed, words if segments else _first_letter_in_either_case(words)))
    return segments


# The nearest passage


_TYPED_WORD = compile_later(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")
_BETWEEN_UNSPACED = compile_later(rf"(?<=[{UNSPACED}]) | (?=[{UNSPACED}])")


def _vocabulary(text: str) -> set[str]:
    return set(normalised(text).replace(BOUND, " ").casefold().split())


def _typed_words(text: str) -> list[str]:
    """Return the words of *text* as typed, punctuation and all; of a script without spaces, the letters."""
    return [word for word in _TYPED_WORD.findall(text) if _lenient(word)]


def _joined(words: Sequence[str]) -> str:
    """Return *words* in one text, with spaces as their scripts have them."""
    return _BETWEEN_UNSPACED.sub("", " ".join(words))


def _lenient(word: str) -> str:
    """Return *word* without case and punctuation, which seldom make the difference."""
    return normalised(word).strip(f" ',;:{FULL_STOPS}").casefold()


def _strict(word: str) -> str:
    """Return *word* as it is compared inside a quotation."""
    return normalised(word).strip(" '")


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of a passage."""

    words: list[str]
    """As typed."""
    places: dict[str, list[int]]
    """The lenient form of a word → where it stands."""

    @classmethod
    def of(cls, passage: str) -> Self:
        """Return the words of *passage*."""
        places: dict[str, list[int]] = {}
        words = _TYPED_WORD.findall(passage)
        keys: dict[str, str] = {word: _lenient(word) for word in dict.fromkeys(words)}
        words = [word for word in words if keys[word]]
        for place, word in enumerate(words):
            places.setdefault(keys[word], []).append(place)
        return cls(words, places)


def _window(said: _Said, quoted: list[str]) -> list[str]:
    """Return the part of *said* that faces *quoted*, and some words around it.

    Each word that both have votes for how far apart they are, a rare word more than others; a word dropped or added
    moves the vote of those after it by one.
    """
    votes: defaultdict[int, float] = defaultdict(float)
    for position, word in enumerate(quoted):
        found = said.places.get(_lenient(word), [])[:MOST_PLACES]
        for place in found:
            for distance in range(place - position - 2, place - position + 3):
                votes[distance] += 1 / len(found)
    if not votes:
        return []
    distance = max(votes, key=lambda distance: votes[distance])
    around = len(quoted) // 3 + 3
    return said.words[max(0, distance - around) : distance + len(quoted) + around]


def _aligned(
    said: list[str], quoted: list[str], key: Callable[[str], str]
) -> tuple[list[str], tuple[Difference, ...]]:
    """Return the words of *said* that face *quoted*, and what differs. Words are compared by their *key*."""
    matcher = difflib.SequenceMatcher(None, list(map(key, said)), list(map(key, quoted)), autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return [], ()
    first, last = blocks[0], blocks[-1]
    # Words of the quotation beyond its ends that match face as many words of the text.
    start = max(0, first.a - first.b)
    end = last.a + last.size + len(quoted) - (last.b + last.size)
    differences = tuple(
        Difference(_joined(said[max(a, start) : min(b, end)]), _joined(quoted[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal" and (c < d or start < b <= end)
    )
    return said[start:end], differences
