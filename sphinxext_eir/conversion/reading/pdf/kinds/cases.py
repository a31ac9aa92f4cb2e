"""A block between its neighbours: what decides of which kind it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from .....text.patterns import any_of
from .....text.sentences import PARAGRAPH_END, STOPS
from .....text.vocabularies import locator_words, words
from .... import rules
from ....wording import section_name, whole
from ..blocks.items import NUMBERED
from ..blocks.numbering import NUMBER, is_chapter
from ..layout.setting import INDENT, alike, begins_small, said_by
from ..streams.contents import key_of
from .levels import known_level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..blocks.breaks import Block
    from ..layout.setting import Setting

LARGER = 1.08
SMALLER = 0.93
"""Of the size of the text."""
MOST_LINES = 4
"""Of a heading."""
LONGEST_PLAIN = 100
"""Characters of a heading that nothing but its look tells."""
_LONGEST_TITLED = 180
"""Of a heading whose longer words have capitals, after a number."""
_LONG_WORD = 4
"""Letters: words of more have capitals in titles."""
_LARGER_BOLD = 1.05
_LITTLE_SMALLER = 0.85
_SMALL_CAPITALS = 0.7
"""Of the size of the text."""
_LONGEST_ALONE = 60
_SHORT_LINE = 0.6
_HALF = 0.5
"""Of the width of the column."""
_GAP = 1.5
"""Of the leading."""
_WIDEST_LAST = 0.9
"""Of the width of the column."""
_WHOLE = 3
"""Lines of a paragraph that is none of a list."""
QUESTION = re.compile(r"[?!][\"'’”)]*$")
_WIDEST = 0.8
"""Of the width of the column: a line in the middle is shorter."""
STOP = re.compile(rf"[{STOPS},;:]\s?[\"'’”»)\]]*$")
_CAPTIONED = any_of((*words("captioned"), "Plate", "Scheme", "Algorithm", "Listing", "Diagramm", "Übersicht"))
CAPTION = re.compile(
    rf"(?i:(?:supplementary\s+|extended\s+data\s+)?{_CAPTIONED}\.?)"
    r"""\s* (?: (?:[A-Z][.-]?)?\d{1,3}(?:[.-]\d{1,3})*[a-z]? | [A-Z](?=[.:]) | [IVX]{1,5}(?=[.:]|\s*$) )
        (?: \s*[.:|–—](?!\d)\s* (?:\S|$)  # Figure 1.2: A map, but not: Figure 1.2 shows
          | \s*$                     # the name of the picture stands on the next line
          | \s+ [^\Wa-z_]            # Figure 1 A map, but not: Figure 1 shows
          | \s+ [(\["“‘] )""",
    re.VERBOSE,
)
_PICTURE = re.compile(rf"{any_of(locator_words('figure', shortest=2))}\b", re.IGNORECASE)
_NEAR = 2.5
"""Of the leading."""
HEADING_TAG = re.compile(r"H[1-6]?")
_OPERATOR = re.compile(r"[−|+<>×·]")
_EAST = re.compile("[\u2e80-\ufaff]")
"""Characters that are words by themselves."""
_FORMULA = re.compile(r"[=≡≈≠≤≥∈∉⊂⊆∪∩∂∇∑∏∫√∞∝∀∃⇒⇔→←↔⟨⟩∗⊕⊗\uf8e6-\uf8ff]")
"""A sign that formulas have, and headings don't."""
_SUM = re.compile(r"=[^=]+\s[+−]\s")
"""An equation of several terms, however long their names are."""
THEOREM = re.compile(
    rf"""{any_of(words("set_apart"))} \s+
         (?: [A-Z]\.? )? \d{{1,3}} (?: \.\d{{1,3}} )*   # A.2, 1.2
         \s* (?: [(\[] .* [)\]] )? \s* [.:]?         # its name, in brackets
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The label of a theorem, with its name in brackets: text follows on the next line, and it is no section."""
_OMITTED = re.compile(r"[\"'“‘«„]?[\[(](?:…|\.\s?\.\s?\.)[\])]\s*[^\W\d_]")
"""Dots for words left out, at the head of a quotation: what stands before it leads up to it."""
_COUNTED = re.compile(r"\d+[.)]\s")
"""A number that an item may have."""
_NUMBER = r"[−–-]?\d+(?:[.,]\d+)?%?"
_DIGITS_ALONE = re.compile(
    rf"""  [−–-]?\d*[.,]\d+%?            # 0.5
         | [−–-]\d+%?                   # −2
         | {_NUMBER} (?: \s+ {_NUMBER} )+  # 0 5 10
    """,
    re.VERBOSE,
)
"""Numbers at the axis of a chart: a fraction, one below zero, or several."""
_EQUATION = re.compile(r"=(?![^(]*\))")
"""An equation of words: *Capital cost of the trains = the price of one*; but not *Study 2 (N = 240)*."""
_TERM = re.compile(r"[^\W\d_]{3,}(?:\s[^\W\d_]{3,})? \s (?:19|20)\d\d (?:[/–-]\d{2,4})?", re.VERBOSE)
"""A month or a term: *Winter 2013/14*."""
_NAMES_OF_FUNCTIONS = frozenset(
    "mod log sin cos tan exp max min arg lim det dim ker sup inf gcd for all and".split()
)


@dataclass(frozen=True)
class Case:
    """A block between its neighbours."""

    block: Block
    before: Block | None
    after: Block | None
    setting: Setting
    known: Mapping[str, int]
    """The headings of the contents and the outline."""
    item: Block | None = None
    """The item before it whose number its own comes after: more paragraphs of it may stand between, and lists within it."""
    next_item: bool = False
    """True if a block shortly after it has the number that comes next."""
    counted: bool = False
    """True if it is one of several blocks that hang under numbers which count on."""
    looks: frozenset[tuple[float, bool, bool]] = frozenset()
    """Sizes, weights and slants of the headings that the contents or the outline have, if they have most of the file's."""
    of_headings: bool = False
    """True if most of the blocks that are set like it stand as headings do."""
    of_none: bool = False
    """True if many blocks are set like it, and none of them stands as a heading does."""
    front: frozenset[str] = frozenset()
    """The lines under the title: names of authors, their institutions."""

    @cached_property
    def text(self) -> str:
        """Its words, without raised markers at their ends."""
        return (
            " ".join(
                word.text if word.spaced else f"\0{word.text}"
                for line in self.block.lines
                for word in line.words
                if not line.is_raised(word)
            )
            .replace(" \0", "")
            .lstrip("\0")
        )

    @cached_property
    def size(self) -> float:
        """The size of its letters; in capitals that of the larger ones, for small capitals are set as two sizes."""
        if not _in_capitals(self.text):
            return self.block.size
        sizes = [word.size for line in self.block.lines for word in line.words if not line.is_raised(word)]
        return max(sizes, default=self.block.size)

    @cached_property
    def words(self) -> list[str]:
        """Its words."""
        return re.findall(r"[^\W\d_]+", self.text)

    @cached_property
    def is_known(self) -> bool:
        """True if the contents or the outline have it."""
        return known_level(self.text, self.known) > 0

    @cached_property
    def longest(self) -> int:
        """How many letters a heading has at most that is known by its number or its place: more if it is a title after a number."""
        long = [word for word in self.words if len(word) > _LONG_WORD]
        titled = bool(self.number) and 2 * sum(word[0].isupper() for word in long) > len(long)
        return _LONGEST_TITLED if titled else LONGEST_PLAIN

    @cached_property
    def stop(self) -> bool:
        """True if it ends with a stop."""
        return bool(STOP.search(self.text))

    @cached_property
    def number(self) -> re.Match[str] | None:
        """The number at its head."""
        return NUMBER.match(self.text)

    @property
    def name(self) -> str:
        """Its words after the number at its head; nothing if it has none."""
        return self.text[self.number.end() - 1 :] if self.number else ""

    @cached_property
    def capitals(self) -> bool:
        """True if all of its letters are capitals."""
        return _in_capitals(self.text) and any(len(word) > 3 for word in self.words)

    @cached_property
    def centred(self) -> bool:
        """True if it stands in the middle, and is no line of a text that begins with an indent, and nearly fills the column."""
        widest = max(line.x1 - line.x0 for line in self.block.lines)
        return self.block.is_centred and (self.before is None or widest < _WIDEST * self.block.region.width)

    @cached_property
    def apart(self) -> bool:
        """True if a gap stands before it, or nothing."""
        if self.before is None or self.before.last.page != self.block.first.page:
            return True
        gap = self.before.last.base - self.block.first.base
        leading = min(self.setting.leading(self.block.first.size), self.setting.leading(self.setting.body))
        return gap > 1.25 * leading or gap < 0

    @cached_property
    def formula(self) -> bool:
        """True if it is a formula on lines of its own: signs, and no words but the names of functions."""
        said = [word for word in self.words if len(word) > 2 and word not in _NAMES_OF_FUNCTIONS]
        if (
            not said
            and not self.number
            and any(line.is_lowered(word) for line in self.block.lines for word in line.words)
        ):
            return True
        if not said and not self.number and len(self.text.split()) > 1 and not _EAST.search(self.text):
            return True
        if _FORMULA.search(self.text):
            return len(said) <= 3 or (bool(_SUM.search(self.text)) and not self.number)
        if _OPERATOR.search(self.text) and len(said) <= 1 and not self.number:
            return True
        return not self.number and not any(len(word) > 1 and word.isalpha() for word in self.words)

    @cached_property
    def tagged(self) -> str:
        """The type that its lines have in a structure that is believed: in all, or in its headings."""
        tags = {line.tag.kind if line.tag else "" for line in self.block.lines}
        kind = tags.pop() if len(tags) == 1 else ""
        believed = self.setting.headed if HEADING_TAG.fullmatch(kind) else self.setting.tagged
        return kind if believed else ""

    @cached_property
    def under_number(self) -> bool:
        """True if it is italic, and the number of a table or a picture stands right above, with nothing beside (APA 7, 7.10)."""
        above = self.before
        return bool(
            above
            and above.kind == "caption"
            and len(above.lines) == 1
            and CAPTION.fullmatch(above.text)
            and above.first.page == self.block.first.page
            and self.block.italic
        )

    @property
    def under_table(self) -> bool:
        """True if it stands right under a table or its caption, on its page: a note to it may begin so."""
        above = self.before
        return (
            above is not None
            and above.kind in ("table", "caption")
            and above.last.page == self.block.first.page
        )

    @cached_property
    def parts(self) -> bool:
        """True if its number has several parts: ``2.1``."""
        return self.number is not None and "." in (self.number["decimal"] or "")

    @cached_property
    def unlike(self) -> bool:
        """True if it is set as none of the headings that the contents or the outline have: they may leave out chapters or lower levels."""
        if self.of_headings:
            return False
        size, bold, slant = looks_of(self.block)
        chapter = bold and all(size > other for other, _, _ in self.looks)
        return bool(self.looks) and (size, bold, slant) not in self.looks and not chapter and not self.parts

    @cached_property
    def in_chart(self) -> bool:
        """True if numbers alone stand beside it on its page, as at the axes of a chart."""
        page, after = self.block.first.page, self.after
        near = (
            one for one in (self.before, after) if one and (one.kind, one.first.page) == ("paragraph", page)
        )
        if self.block.bold:
            return False
        row = after is not None and _is_row(after)
        beside = [one.text for one in near]
        between = len(beside) > 1 and all(re.fullmatch(_NUMBER, text) for text in beside)
        return row or between or any(map(_DIGITS_ALONE.fullmatch, beside))

    @cached_property
    def sans(self) -> bool:
        """True if its letters have no serifs, and those of the text have: what follows, or what stands before it and a line that follows."""
        text = self.before if self.over_slant else self.after
        return text is not None and all(line.sans for line in self.block.lines) and text.first.serifed

    @cached_property
    def under_chart(self) -> bool:
        """True if the caption of a picture stands right below, and no gap above, or the numbers of an axis: it is what a chart is called."""
        after, last = self.after, self.block.last
        return (
            after is not None
            and not self.block.bold
            and (not self.apart or (self.before is not None and _is_row(self.before)))
            and (after.first.page, after.first.column) == (last.page, last.column)
            and bool(CAPTION.match(after.text) and _PICTURE.match(after.text))
            and last.base - after.first.base < _NEAR * self.setting.leading(self.setting.body)
        )

    @cached_property
    def repeated(self) -> bool:
        """True if it says one or two words again and again, as labels of charts that stand side by side do."""
        words = self.words
        return len(words) > 1 and (
            len(set(words)) == 1 or (len(words) > 2 and words[:2] * (len(words) // 2) == words)
        )

    @cached_property
    def of_title_block(self) -> bool:
        """True if it is an institution close to the names of authors, or below another, or a date under them, or says again what a line under the title says."""
        above = self.before
        if section_name(self.text) in rules.SECTION_NAMES:
            return False
        if len(self.words) > 1 and key_of(self.text) in self.front:
            return True
        if above is None or above.last.page != self.block.first.page:
            return False
        if above.kind in ("front", "subtitle") and whole(rules.AFFILIATIONS, self.text):
            return not self.apart or bool(whole(rules.AFFILIATIONS, above.text))
        return above.kind == "front" and bool(_TERM.fullmatch(self.text))

    @property
    def headed(self) -> bool:
        """True if a heading stands before it."""
        return self.before is not None and self.before.kind == "heading"

    @cached_property
    def mono(self) -> bool:
        """True if all of its letters have one width."""
        return all(line.mono for line in self.block.lines)

    @cached_property
    def over_text(self) -> bool:
        """True if a block of text, or a heading, follows; or a table, and it is bold and larger than the text, or has a number of parts."""
        if self.after is None:
            return False
        if self.after.kind == "table":
            return (self.block.bold and self.size >= LARGER * self.setting.body) or (
                self.parts and self.apart
            )
        return self.after.kind in ("paragraph", "heading", "item", "quotation", "code")

    @cached_property
    def over_paragraph(self) -> bool:
        """True if a paragraph of several lines follows on its page: a heading doesn't stand at the foot of one."""
        after, page = self.after, self.block.last.page
        return (
            after is not None
            and len(after.lines) > 1
            and not after.bold
            and after.first.page == page
            and is_said(after.text)
        )

    @property
    def width(self) -> float:
        """The width of its last line."""
        return self.block.last.x1 - self.block.last.x0

    @cached_property
    def over_line(self) -> bool:
        """True if it stands apart from both, and one line follows that is no heading itself: a formula or a list may be next."""
        after = self.after
        if (
            after is None
            or len(after.lines) > 1
            or after.kind != "paragraph"
            or after.first.page != self.block.last.page
        ):
            return False
        if CAPTION.match(after.text):
            return self.parts and self.apart
        line = after.first
        return (
            self.apart
            and not _COUNTED.match(self.text)
            and not (after.bold or after.italic)
            and (not NUMBER.match(after.text) or bool(_COUNTED.match(after.text)))
            and alike(line.size, self.setting.body)
            and is_said(after.text)
            and not begins_small(line)
            and (self.parts or line.x1 - line.x0 > max(_HALF * self.block.region.width, self.width))
        )

    @cached_property
    def of_chapter(self) -> bool:
        """True if it is the number of a chapter or an appendix, alone on its line, or the name right below one."""
        if len(self.block.lines) > 1 or self.stop or self.size < SMALLER * self.setting.body:
            return False
        above = self.before
        if is_chapter(self.text):
            return self.apart and (self.text[:1].isupper() or self.block.bold)
        return bool(
            above
            and above.kind == "heading"
            and is_chapter(above.text)
            and above.first.page == self.block.first.page
            and looks_of(above) == looks_of(self.block)
            and len(self.text) < LONGEST_PLAIN
        )

    @cached_property
    def over_words(self) -> bool:
        """True if a paragraph follows, or a line of one; a table, if its number has several parts."""
        table = self.after is not None and self.after.kind == "table"
        return self.over_paragraph or self.over_line or (table and self.parts)

    @cached_property
    def over_slant(self) -> bool:
        """True if one line follows, bold or italic: a heading over another."""
        return (
            self.after is not None and len(self.after.lines) == 1 and (self.after.bold or self.after.italic)
        )

    @cached_property
    def over_heading(self) -> bool:
        """True if it is numbered, and bold letters or a number follow: a heading over another."""
        after = self.after
        return (
            bool(self.number)
            and after is not None
            and (after.bold or bool(NUMBER.match(after.text)) or bool(NUMBERED.match(after.text.split()[0])))
        )

    @cached_property
    def little_smaller(self) -> bool:
        """True if it looks like the headings of the American Economic Review, of physicists' journals (REVTeX), or of law reviews."""
        bold = self.block.bold
        if self.capitals and self.number and self.apart and self.size >= _SMALL_CAPITALS * self.setting.body:
            return not self.stop and len(self.text) < self.longest and len(self.block.lines) < MOST_LINES
        return (
            _LITTLE_SMALLER * self.setting.body <= self.size < SMALLER * self.setting.body
            and (bold or self.block.italic or bool(self.number))
            and (self.block.is_centred or (bold and bool(self.number)))
            and self.apart
            and len(self.block.lines) < MOST_LINES
            and len(self.text) < self.longest
            and (not self.stop or bool(QUESTION.search(self.text)))
            and (self.text[:1].isupper() or bool(self.number))
        )

    @cached_property
    def smaller_apart(self) -> bool:
        """True if it is bold, or has no serifs as the text has, on lines of its own over a paragraph of the text, though it is smaller."""
        after = self.after
        return (
            after is not None
            and self.size >= _SMALL_CAPITALS * self.setting.body
            and (self.block.bold or self.sans)
            and self.after_whole
            and (self.apart or self.headed)
            and self.over_paragraph
            and alike(after.size, self.setting.body)
            and len(self.block.lines) < MOST_LINES
            and (self.block.bold or len(self.text) < LONGEST_PLAIN)
            and not self.stop
            and self.text[:1].isupper()
        )

    @cached_property
    def bold_with_stop(self) -> bool:
        """True if it is bold, on lines of its own after a sentence and over a paragraph, and ends with a colon, or is larger and ends with a stop."""
        larger = self.size > _LARGER_BOLD * self.setting.body
        return (
            self.block.bold
            and (self.text.endswith(":") or (larger and self.text.endswith(".")))
            and (self.after_whole or (larger and self.of_headings and self.after_item))
            and (self.apart or self.headed)
            and (self.over_paragraph or (larger and self.of_headings and self.over_text))
            and self.after is not None
            and alike(self.after.size, self.setting.body)
            and len(self.text) < LONGEST_PLAIN
            and self.text[:1].isupper()
        )

    @cached_property
    def alone(self) -> bool:
        """True if it is one short line between paragraphs of its column, with a gap above, where none parts other paragraphs."""
        above, after, line = self.before, self.after, self.block.first
        if above is None or after is None or self.setting.spaced or len(self.block.lines) > 1:
            return False
        column = (line.page, line.column)
        return (
            (above.last.page, above.last.column) == column == (after.first.page, after.first.column)
            and self.apart
            and self.over_paragraph
            and (above.kind == "heading" or bool(STOP.search(above.text)))
            and not begins_small(after.first)
            and len(self.text) < _LONGEST_ALONE
            and line.x1 - line.x0 < _SHORT_LINE * self.block.region.width
            and self.text[:1].isupper()
        )

    @cached_property
    def between_gaps(self) -> bool:
        """True if it is short and at the edge, without a stop, after a whole sentence and over a paragraph, where gaps part all."""
        last = self.block.last
        if not self.setting.spaced or not self.apart or not self._is_plain_heading:
            return False
        assert self.after is not None
        if len(self.block.lines) == 1 and self.width < _SHORT_LINE * self.block.region.width:
            return len(self.text) < _LONGEST_ALONE
        below = last.base - self.after.first.base
        return (
            below > _GAP * self.setting.leading(self.setting.body)
            and self.after.first.column == last.column
            and len(self.block.lines) < _WHOLE
            and len(self.text) < LONGEST_PLAIN
            and last.x1 - last.x0 < _WIDEST_LAST * self.block.region.width
        )

    @cached_property
    def over_indent(self) -> bool:
        """True if it is at the edge, with a gap above, without a stop, after a whole sentence, and the first line of a paragraph is indented below."""
        after = self.after
        return (
            self.apart
            and self.setting.indented
            and self._is_plain_heading
            and after is not None
            and after.first.column == self.block.last.column
            and len(self.block.lines) < _WHOLE
            and len(self.text) < LONGEST_PLAIN
            and len(after.lines) > 1
            and after.region.indent(after.first) > INDENT
            and abs(after.region.indent(after.lines[1])) < INDENT / 2
        )

    @property
    def _is_plain_heading(self) -> bool:
        """True if nothing that it says, and none of its neighbours, keeps it from being a heading in letters of the text."""
        before, after, line = self.before, self.after, self.block.first
        return (
            self.after_stop
            and before is not None
            and after is not None
            and (before.kind == "heading" or len(before.lines) >= _WHOLE)
            and after.first.page == line.page
            and (len(after.lines) >= _WHOLE or (len(after.lines) == 1 and after.italic and not after.bold))
            and not (begins_small(after.first) or _OMITTED.match(after.text))
            and not THEOREM.match(self.text)
            and not _EQUATION.search(self.text)
            and not self.stop
            and abs(self.block.region.indent(line)) < INDENT
            and self.text[:1].isupper()
        )

    @cached_property
    def small_alone(self) -> bool:
        """True if it begins small, as small capitals may be read, and can't be the rest of a sentence, nor the first words of one."""
        line, after = self.block.first, self.after
        if (
            not begins_small(line)
            or len(self.block.lines) > 1
            or self.stop
            or not self.after_stop
            or after is None
            or not self.text[0].isalpha()
        ):
            return False
        gap = line.base - after.first.base > _GAP * self.setting.leading(self.setting.body)
        own = self.block.bold or not alike(self.size, self.setting.body)
        return (
            (self.headed or (self.apart and (own or gap or not self.setting.spaced)))
            and self.over_paragraph
            and not begins_small(after.first)
            and len(self.text) < _LONGEST_ALONE
            and line.x1 - line.x0 < _SHORT_LINE * self.block.region.width
            and not re.search(r"\d", self.text)
            and max(map(len, self.words), default=0) > _LONG_WORD
        )

    @cached_property
    def after_stop(self) -> bool:
        """True if a sentence ends before it, or a heading stands there."""
        above = self.before
        return above is not None and (
            above.kind == "heading"
            or (above.kind == "paragraph" and bool(PARAGRAPH_END.search(said_by(above.last))))
        )

    @property
    def after_whole(self) -> bool:
        """True if a sentence ends before it, a heading stands there, or a table, a picture."""
        return self.after_stop or (self.before is not None and self.before.kind in ("caption", "table"))

    @property
    def after_item(self) -> bool:
        """True if an item of a list stands before it."""
        return self.before is not None and self.before.kind == "item"

    @cached_property
    def narrow(self) -> bool:
        """True if all of its lines are indented."""
        region = self.block.region
        return all(region.indent(line) > INDENT for line in self.block.lines)

    @cached_property
    def short_right(self) -> bool:
        """True if none of its lines reaches the edge."""
        region = self.block.region
        return all(region.right - line.x1 > INDENT * line.size for line in self.block.lines)


_FEW = 3
"""Words."""
_SAID = 0.4
"""Of the words of a text: so many have two letters, or are a character that is a word."""


def _is_row(block: Block) -> bool:
    """Say if a *block* is several numbers, or signs, as at an axis."""
    return len(block.text.split()) > _FEW and not is_said(block.text)


def is_said(text: str) -> bool:
    """Say if *text* has words, and isn't a row of numbers or of letters."""
    words = text.split()
    said = sum(sum(map(str.isalpha, word)) > 1 or bool(_EAST.match(word)) for word in words)
    return said >= _SAID * len(words)


def _in_capitals(text: str) -> bool:
    """Say if all letters of *text* are capitals, but for the German ß, which had none."""
    return text.replace("ß", "").isupper()


def looks_of(block: Block) -> tuple[float, bool, bool]:
    """Return size, weight and slant of a block, as they are compared."""
    return round(block.size), block.bold, block.italic
