"""Blocks → what they are: headings, quotations, items, captions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ....text.decisions import Criterion, decide
from ....text.patterns import any_of
from ....text.sentences import PARAGRAPH_END, STOPS
from ....text.sentences import begins_small as starts_small
from ....text.vocabularies import words
from ... import rules
from ...wording import section_name, whole
from .breaks import BULLET, DASH, NUMBERED
from .contents import key_of
from .labels import label_of
from .levels import known_level, with_chapters, with_levels
from .numbering import NUMBER, is_chapter
from .run_ins import with_run_ins
from .setting import INDENT, alike, begins_small, said_by

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .breaks import Block
    from .setting import Setting

_LARGER = 1.08
_SMALLER = 0.93
"""Of the size of the text."""
_MOST_LINES = 4
_LONGEST = 220
"""Characters of a heading."""
_LONGEST_PLAIN = 100
_LONGEST_TITLED = 180
"""Of a heading whose longer words have capitals, after a number."""
_LONG_WORD = 4
"""Letters: words of more have capitals in titles."""
_LITTLE_SMALLER = 0.85
_SMALL_CAPITALS = 0.7
"""Of the size of the text."""
_LONGEST_ALONE = 60
_SHORT_LINE = 0.6
_HALF = 0.5
_GAP = 1.5
"""Of the leading."""
_WHOLE = 3
"""Lines of a paragraph that is none of a list."""
"""Of the width of the column."""
_QUESTION = re.compile(r"[?!][\"'’”)]*$")
_WIDEST = 0.8
"""Of the width of the column: a line in the middle is shorter."""
_ITEM_NEAR = 10
"""Blocks among which the item before an item stands, and the one after it: items have paragraphs, and lists within them."""
_STOP = re.compile(rf"[{STOPS},;:][\"'’”»)\]]*$")
_CAPTIONED = any_of((*words("captioned"), "Plate", "Scheme", "Algorithm", "Listing", "Diagramm", "Übersicht"))
_CAPTION = re.compile(
    rf"(?i:(?:supplementary\s+|extended\s+data\s+)?{_CAPTIONED}\.?)"
    r"""\s* (?: (?:[A-Z][.-]?)?\d{1,3}(?:[.-]\d{1,3})*[a-z]? | [A-Z](?=[.:]) | [IVX]{1,5}(?=[.:]|\s*$) )
        (?: \s*[.:|–—](?!\d)\s* (?:\S|$)  # Figure 1.2: A map, but not: Figure 1.2 shows
          | \s*$                     # the name of the picture stands on the next line
          | \s+ [^\Wa-z_]            # Figure 1 A map, but not: Figure 1 shows
          | \s+ [(\["“‘] )""",
    re.VERBOSE,
)
_KEYWORDS = re.compile(rf"{any_of(words('keywords'))}\s*:\s*\w", re.IGNORECASE)
_HEADING_TAG = re.compile(r"H[1-6]?")
_OTHER_TAGS = frozenset(("Caption", "TD", "TH", "Note", "FENote", "Code", "Formula", "BibEntry", "TOCI"))
"""Types of elements that hold no heading (ISO 32000-1, 14.8.4)."""
_OPERATOR = re.compile(r"[−|+<>×·]")
_EAST = re.compile("[\u2e80-\ufaff]")
"""Characters that are words by themselves."""
_FORMULA = re.compile(r"[=≡≈≠≤≥∈∉⊂⊆∪∩∂∇∑∏∫√∞∝∀∃⇒⇔→←↔⟨⟩∗⊕⊗\uf8e6-\uf8ff]")
"""A sign that formulas have, and headings don't."""
_ENTRY = re.compile(
    r"""[^\W\d_][\w’'-]+ (?:\s[^\W\d_][\w’'-]+)? ,     # Doe, van Berg,
        (?: \s? [^\W\d_a-zß-öø-ÿ] \. -? ){1,4}       # J.-P. M.
        (?: \s? [,;&(] | \s* $ )                    # and others, or a year
    """,
    re.VERBOSE,
)
_THEOREM = re.compile(
    rf"""{any_of(words("set_apart"))} \s+
         (?: [A-Z]\.? )? \d{{1,3}} (?: \.\d{{1,3}} )*   # A.2, 1.2
         \s* (?: [(\[] .* [)\]] )? \s* [.:]?         # its name, in brackets
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The label of a theorem, with its name in brackets: text follows on the next line, and it is no section."""
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
        return _LONGEST_TITLED if titled else _LONGEST_PLAIN

    @cached_property
    def stop(self) -> bool:
        """True if it ends with a stop."""
        return bool(_STOP.search(self.text))

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
            return len(said) <= 3
        if _OPERATOR.search(self.text) and len(said) <= 1 and not self.number:
            return True
        return not self.number and not any(len(word) > 1 and word.isalpha() for word in self.words)

    @cached_property
    def tagged(self) -> str:
        """The type that its lines have in a structure that is believed: in all, or in its headings."""
        tags = {line.tag.kind if line.tag else "" for line in self.block.lines}
        kind = tags.pop() if len(tags) == 1 else ""
        believed = self.setting.headed if _HEADING_TAG.fullmatch(kind) else self.setting.tagged
        return kind if believed else ""

    @cached_property
    def under_number(self) -> bool:
        """True if it is italic, and the number of a table or a picture stands right above, with nothing beside (APA 7, 7.10)."""
        above = self.before
        return bool(
            above
            and above.kind == "caption"
            and len(above.lines) == 1
            and _CAPTION.fullmatch(above.text)
            and above.first.page == self.block.first.page
            and self.block.italic
        )

    @cached_property
    def parts(self) -> bool:
        """True if its number has several parts: ``2.1``."""
        return self.number is not None and "." in (self.number["decimal"] or "")

    @cached_property
    def unlike(self) -> bool:
        """True if it is set as none of the headings that the contents or the outline have: they may leave out chapters or lower levels."""
        size, bold, slant = _looks(self.block)
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
        row = after is not None and len(after.text.split()) > _FEW and not _is_said(after.text)
        return row or any(_DIGITS_ALONE.fullmatch(one.text) for one in near)

    @cached_property
    def sans(self) -> bool:
        """True if its letters have no serifs, and those of the text that follows have."""
        after = self.after
        return after is not None and all(line.sans for line in self.block.lines) and after.first.serifed

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
            return (self.block.bold and self.size >= _LARGER * self.setting.body) or (
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
            and _is_said(after.text)
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
        if _CAPTION.match(after.text):
            return self.parts and self.apart
        line = after.first
        return (
            self.apart
            and not _COUNTED.match(self.text)
            and not (after.bold or after.italic)
            and (not NUMBER.match(after.text) or bool(_COUNTED.match(after.text)))
            and alike(line.size, self.setting.body)
            and _is_said(after.text)
            and not begins_small(line)
            and (self.parts or line.x1 - line.x0 > max(_HALF * self.block.region.width, self.width))
        )

    @cached_property
    def of_chapter(self) -> bool:
        """True if it is the number of a chapter or an appendix, alone on its line, or the name right below one."""
        if len(self.block.lines) > 1 or self.stop or self.size < _SMALLER * self.setting.body:
            return False
        above = self.before
        if is_chapter(self.text):
            return self.apart and (self.text[:1].isupper() or self.block.bold)
        return bool(
            above
            and above.kind == "heading"
            and is_chapter(above.text)
            and above.first.page == self.block.first.page
            and _looks(above) == _looks(self.block)
            and len(self.text) < _LONGEST_PLAIN
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
            return not self.stop and len(self.text) < self.longest and len(self.block.lines) < _MOST_LINES
        return (
            _LITTLE_SMALLER * self.setting.body <= self.size < _SMALLER * self.setting.body
            and (bold or self.block.italic or bool(self.number))
            and (self.block.is_centred or (bold and bool(self.number)))
            and self.apart
            and len(self.block.lines) < _MOST_LINES
            and len(self.text) < self.longest
            and (not self.stop or bool(_QUESTION.search(self.text)))
            and (self.text[:1].isupper() or bool(self.number))
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
            and (above.kind == "heading" or bool(_STOP.search(above.text)))
            and not begins_small(after.first)
            and len(self.text) < _LONGEST_ALONE
            and line.x1 - line.x0 < _SHORT_LINE * self.block.region.width
            and self.text[:1].isupper()
        )

    @cached_property
    def between_gaps(self) -> bool:
        """True if it is one short line at the edge, without a stop, after a whole sentence and over a paragraph, where gaps part all."""
        line = self.block.first
        return (
            self.setting.spaced
            and len(self.block.lines) == 1
            and self.after_stop
            and self.apart
            and self.before is not None
            and self.after is not None
            and (self.before.kind == "heading" or len(self.before.lines) >= _WHOLE)
            and self.after.first.page == line.page
            and len(self.after.lines) >= _WHOLE
            and not begins_small(self.after.first)
            and not _THEOREM.match(self.text)
            and not self.stop
            and abs(self.block.region.indent(line)) < INDENT
            and len(self.text) < _LONGEST_ALONE
            and line.x1 - line.x0 < _SHORT_LINE * self.block.region.width
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
        ):
            return False
        gap = line.base - after.first.base > _GAP * self.setting.leading(self.setting.body)
        own = self.block.bold or not alike(self.size, self.setting.body)
        headed = self.before is not None and self.before.kind == "heading"
        return (
            (headed or (self.apart and (own or gap or not self.setting.spaced)))
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


def _is_said(text: str) -> bool:
    """Say if *text* has words, and isn't a row of numbers or of letters."""
    words = text.split()
    said = sum(sum(map(str.isalpha, word)) > 1 or bool(_EAST.match(word)) for word in words)
    return said >= _SAID * len(words)


def _in_capitals(text: str) -> bool:
    """Say if all letters of *text* are capitals, but for the German ß, which had none."""
    return text.replace("ß", "").isupper()


_SMALLER_SANS = 0.93
"""Of the size of the text: letters without serifs look as large."""

HEADINGS: tuple[Criterion[Case, bool], ...] = (
    Criterion("without a letter", lambda case: not case.words or len("".join(case.words)) < 2, then=False),
    Criterion(
        "longer than a heading",
        lambda case: not case.is_known and (len(case.block.lines) > _MOST_LINES or len(case.text) > _LONGEST),
        then=False,
    ),
    Criterion("tagged as a heading", lambda case: bool(_HEADING_TAG.fullmatch(case.tagged)), then=True),
    Criterion("tagged as a caption, a cell or a note", lambda case: case.tagged in _OTHER_TAGS, then=False),
    Criterion("nothing follows it", lambda case: not case.over_text, then=False),
    Criterion("a bullet is drawn before it", lambda case: case.block.first.dotted, then=False),
    Criterion("the caption of a table or picture", lambda case: bool(_CAPTION.match(case.text)), then=False),
    Criterion("italic, under the number of a table or picture", lambda case: case.under_number, then=False),
    Criterion("a formula", lambda case: case.formula and not case.is_known, then=False),
    Criterion(
        "the label of a theorem",
        lambda case: bool(_THEOREM.fullmatch(case.text)) and not case.is_known,
        then=False,
    ),
    Criterion(
        "beside the numbers of a chart",
        lambda case: case.in_chart and not case.number and not case.is_known,
        then=False,
    ),
    Criterion("in letters of one width", lambda case: case.mono and not case.is_known, then=False),
    Criterion(
        "the authors of an entry",
        lambda case: bool(_ENTRY.match(case.text)) and not case.is_known,
        then=False,
    ),
    Criterion("keywords after their name", lambda case: bool(_KEYWORDS.match(case.text)), then=False),
    Criterion("a line of a colophon", lambda case: bool(whole(rules.COLOPHON, case.text)), then=False),
    Criterion(
        "set as no heading of the contents or the outline is",
        lambda case: case.unlike and not case.is_known and section_name(case.text) not in rules.SECTION_NAMES,
        then=False,
    ),
    Criterion(
        "set larger than the text",
        lambda case: (
            case.size >= _LARGER * case.setting.body
            and not begins_small(case.block.first)
            and (not case.stop or bool(_QUESTION.search(case.text)) or (bool(case.number) and case.capitals))
        ),
        then=True,
    ),
    Criterion("stands in the contents or the outline", lambda case: case.is_known, then=True),
    Criterion(
        "the name of a section",
        lambda case: (
            section_name(case.text) in rules.SECTION_NAMES
            and len(case.block.lines) == 1
            and not (case.text.endswith(":") and case.size < _SMALLER * case.setting.body)
        ),
        then=True,
    ),
    Criterion("the number of a chapter, or its name below", lambda case: case.of_chapter, then=True),
    Criterion(
        "without serifs, over a paragraph with them",
        lambda case: (
            case.sans
            and case.size >= _SMALLER_SANS * case.setting.body
            and (case.apart or case.after_stop)
            and (case.over_words or case.over_slant)
            and len(case.text) < _LONGEST_PLAIN
            and len(case.block.lines) < _MOST_LINES
            and case.text[:1].isupper()
        ),
        then=True,
    ),
    Criterion(
        "little smaller than the text, bold, italic or numbered, in the middle or in capitals, apart from what follows",
        lambda case: case.little_smaller and (case.over_words or case.over_heading),
        then=True,
    ),
    Criterion("smaller than the text", lambda case: case.size < _SMALLER * case.setting.body, then=False),
    Criterion(
        "begins small, alone between gaps or in letters of its own, after a sentence and over another",
        lambda case: case.small_alone,
        then=True,
    ),
    Criterion(
        "begins small, or with a bullet",
        lambda case: (
            begins_small(case.block.first)
            or bool(BULLET.match(case.block.first.words[0].text))
            or starts_small(case.name)
        ),
        then=False,
    ),
    Criterion(
        "ends with a stop, and is no question",
        lambda case: (
            case.stop
            and not _QUESTION.search(case.text)
            and not (case.number and (case.block.bold or case.capitals))
        ),
        then=False,
    ),
    Criterion("bold", lambda case: case.block.bold and len(case.block.lines) < _MOST_LINES, then=True),
    Criterion(
        "in capitals, apart or in the middle",
        lambda case: case.capitals and (case.centred or case.apart),
        then=True,
    ),
    Criterion(
        "ends with a question, in letters of the text",
        lambda case: case.stop and not (case.apart and (case.centred or case.number)),
        then=False,
    ),
    Criterion(
        "italic, on lines of its own",
        lambda case: (
            case.block.italic
            and (case.over_words or case.over_heading)
            and len(case.text) < _LONGEST_PLAIN
            and len(case.block.lines) < 3
        ),
        then=True,
    ),
    Criterion(
        "numbered, apart from a paragraph that follows",
        lambda case: (
            bool(case.number)
            and case.apart
            and case.over_words
            and len(case.text) < case.longest
            and not _in_list(case)
        ),
        then=True,
    ),
    Criterion(
        "a short line with a gap above, where none parts paragraphs", lambda case: case.alone, then=True
    ),
    Criterion(
        "a short line between gaps, without a stop, after a sentence and over another",
        lambda case: case.between_gaps,
        then=True,
    ),
    Criterion(
        "short, in the middle, over a paragraph",
        lambda case: (
            case.centred
            and case.apart
            and (case.over_paragraph or (case.over_line and bool(case.number)))
            and len(case.text) < case.longest
            and len(case.words) > 0
            and case.before is not None
            and case.text[:1].isupper()
        ),
        then=True,
    ),
)
"""True if a block is a heading. If nothing holds, it isn't."""


def _in_list(case: Case) -> bool:
    """Say if a neighbour has a number like the block's own: they are a list."""
    return any(
        other is not None and NUMBERED.match(other.first.words[0].text) for other in (case.before, case.after)
    )


QUOTATIONS: tuple[Criterion[Case, bool], ...] = (
    Criterion("at the edge", lambda case: not case.narrow, then=False),
    Criterion(
        "begins with the label of a note",
        lambda case: label_of(case.block.first) is not None,
        then=False,
    ),
    Criterion(
        "an address",
        lambda case: all(word.target for word in case.block.first.words),
        then=False,
    ),
    Criterion(
        "set narrower than the text, on both sides",
        lambda case: case.short_right and len(case.block.lines) > 1 and _is_even(case.block),
        then=True,
    ),
    Criterion(
        "several lines, all indented alike",
        lambda case: len(case.block.lines) > 1 and _is_even(case.block) and not case.block.region.hanging,
        then=True,
    ),
    Criterion(
        "a line set narrower than the text, where gaps part paragraphs",
        lambda case: (
            case.short_right
            and case.setting.spaced
            and not case.centred
            and len(case.block.lines) == 1
            and not case.setting.indented
        ),
        then=True,
    ),
    Criterion(
        "smaller than the text, between paragraphs",
        lambda case: (
            case.block.size < 0.955 * case.setting.body
            and not case.centred
            and len(case.text) > _LONGEST_PLAIN
        ),
        then=True,
    ),
)
"""True if a block is a quotation."""


def _is_even(block: Block) -> bool:
    """Say if the lines of *block* after the first begin at one place."""
    rest = [line.x0 for line in block.lines[1:]]
    first = block.first.x0
    return max(rest) - min(rest) < 2 and abs(first - rest[0]) < 3 * block.size


def kinds_of(
    blocks: Sequence[Block], setting: Setting, known: Mapping[str, int]
) -> tuple[list[Block], dict[int, str]]:
    """Return *blocks* with their kinds, and the criteria that decided, by the identity of their first lines."""
    done: list[Block] = []
    decisions: dict[int, str] = {}
    looks = _looks_of(blocks, known)
    items = _items_in(blocks)
    for n, block in enumerate(blocks):
        before = done[-1] if done else None
        after = blocks[n + 1] if n + 1 < len(blocks) else None
        if block.kind != "paragraph":
            done.append(block)
            continue
        if before is not None and _caption_goes_on(before, block, setting):
            done[-1] = replace(before, lines=(*before.lines, *block.lines))
            continue
        item = _item_before(block, done)
        case = Case(block, before, after, setting, known, item, _has_next(blocks, n), n in items, looks)
        kind, name = _kind_of(case)
        if name:
            decisions[id(block.first)] = name
        done.append(replace(block, kind=kind))
    done, run_ins = with_run_ins(with_chapters(done), known)
    return with_levels(done, setting, known), decisions | run_ins


_CAPTION_SMALLER = 0.955
"""Of the size of the text."""
_CAPTION_LEADING = 1.35
"""Of the leading: lines of one caption stand no farther apart."""


def _caption_goes_on(caption: Block, block: Block, setting: Setting) -> bool:
    """Say if *block* is the rest of a *caption*: right below, as small as it is, and the text is larger."""
    one, two = caption.last, block.first
    distance = (one.base - two.base) / setting.leading(two.size)
    return (
        caption.kind == "caption"
        and (one.page, one.column) == (two.page, two.column)
        and block.size < _CAPTION_SMALLER * setting.body
        and alike(caption.size, block.size)
        and 0 < distance < _CAPTION_LEADING
    )


_ENOUGH_KNOWN = 4
_MOSTLY_KNOWN = 0.8
"""Of the headings that the contents or the outline have: so many are found in the text, each where it stands alone."""


def _looks(block: Block) -> tuple[float, bool, bool]:
    """Return size, weight and slant of a block, as they are compared."""
    return round(block.size), block.bold, block.italic


def _looks_of(blocks: Sequence[Block], known: Mapping[str, int]) -> frozenset[tuple[float, bool, bool]]:
    """Return the looks of the headings that the contents or the outline have; none, if they don't have most of the file's."""
    found: dict[str, tuple[float, bool, bool]] = {}
    for block in blocks:
        if block.kind == "paragraph" and len(block.lines) <= _MOST_LINES and known_level(block.text, known):
            found[key_of(block.text)] = _looks(block)
    if len(found) < max(_ENOUGH_KNOWN, _MOSTLY_KNOWN * len(known)):
        return frozenset()
    return frozenset(found.values())


def _kind_of(case: Case) -> tuple[str, str]:
    """Return the kind of a block, and the criterion that decided."""
    if _is_item(case):
        return "item", "a bullet, or a number in a row"
    heading = decide(HEADINGS, case)
    if heading and heading.then:
        return "heading", heading.name
    if _CAPTION.match(case.text) and len(case.block.lines) < 8:
        return "caption", "the caption of a table or picture"
    if case.under_number:
        return "caption", "italic, under the number of a table or picture"
    quotation = decide(QUOTATIONS, case)
    if quotation and quotation.then and alike_or_smaller(case):
        return "quotation", quotation.name
    return "paragraph", ""


def alike_or_smaller(case: Case) -> bool:
    """Say if a block is no larger than the text."""
    return case.block.size <= case.setting.body * 1.03


_SLANTED = 0.6
"""Of the words after its number: so many of a heading are slanted, but for names of cases."""
_ITEM_SIZE = 1.15
"""Of the size of the text: no item of a list is so large."""


def _is_item(case: Case) -> bool:
    """Say if a block is an item of a list: it has a bullet, or a number next to that of its neighbour."""
    first = case.block.first.words[0]
    if case.block.first.dotted:
        return True
    if BULLET.match(first.text) and len(case.block.first.words) > 1:
        return not DASH.fullmatch(first.text) or case.narrow
    number = _number_at(case.block)
    if number is None or case.block.bold or len(case.block.first.words) < 2:
        return False
    if case.block.size > _ITEM_SIZE * case.setting.body:
        return False  # a heading, as the ones before and after it
    slanted = [word.style.italic for line in case.block.lines for word in line.words][1:]
    if sum(slanted) > _SLANTED * len(slanted) and case.apart and case.over_paragraph:
        return False
    return case.counted or case.item is not None or (number == 1 and case.next_item)


_NUMBER_AT = re.compile(r"(\d{1,3})[.)](?=$|[^\W\d_a-zß-öø-ÿ])")


def _number_at(block: Block) -> int | None:
    """Return the number of an item that *block* begins with."""
    found = _NUMBER_AT.match(block.first.words[0].text)
    return int(found[1]) if found else None


_FEWEST_ITEMS = 3


def _items_in(blocks: Sequence[Block]) -> frozenset[int]:
    """Return which of *blocks* are items of long lists: their numbers count on at one place, and their lines hang under them."""
    chains: list[list[int]] = []
    for n, block in enumerate(blocks):
        number = _number_at(block) if block.kind == "paragraph" and not block.bold else None
        if number is None:
            continue
        for chain in reversed(chains):
            last = blocks[chain[-1]]
            place = abs((last.first.x0 - last.region.left) - (block.first.x0 - block.region.left))
            if n - chain[-1] <= _ITEM_NEAR and _number_at(last) == number - 1 and place < block.size / 2:
                chain.append(n)
                break
        else:
            chains.append([n])
    return frozenset(n for chain in chains if _is_list([blocks[k] for k in chain]) for n in chain)


def _is_list(chain: Sequence[Block]) -> bool:
    """Say if blocks with numbers that count on are items: they go on under their numbers. Headings are short; paragraphs go on at the edge."""
    longer = [block for block in chain if len(block.lines) > 1 and block.first.page == block.lines[1].page]
    hanging = [block for block in longer if block.lines[1].x0 - block.first.x0 > block.size / 2]
    return len(chain) >= _FEWEST_ITEMS and len(hanging) == len(longer) > len(chain) / 2


def _item_before(block: Block, done: Sequence[Block]) -> Block | None:
    """Return the item before *block* whose number its own comes after; a heading ends a list."""
    number = _number_at(block)
    if number is None:
        return None
    for one in reversed(done[-_ITEM_NEAR:]):
        if one.kind == "heading":
            return None
        if one.kind == "item" and _number_at(one) == number - 1:
            return one
    return None


def _has_next(blocks: Sequence[Block], n: int) -> bool:
    """Say if one of the blocks after the *n*-th has the number that comes after its own, at the same place of a column."""
    number, block = _number_at(blocks[n]), blocks[n]
    if number is None:
        return False
    words = block.first.words
    headed = len(words) > 1 and (words[1].style.italic or words[1].style.bold)
    near = (
        _ITEM_NEAR if _STOP.search(block.text) and not headed else 1
    )  # headings have numbers, and no stop, or run in
    return any(
        _number_at(one) == number + 1
        and abs((one.first.x0 - one.region.left) - (block.first.x0 - block.region.left)) < block.size
        for one in blocks[n + 1 : n + 1 + near]
    )
