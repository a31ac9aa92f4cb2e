"""What makes a block a heading, as rows of a table: the first that holds decides."""

from __future__ import annotations

import re

from .....text.decisions import Criterion
from .....text.patterns import any_of
from .....text.sentences import begins_small as starts_small
from .....text.vocabularies import words
from .... import rules
from ....wording import section_name, whole
from ..blocks.items import BULLET, NUMBERED
from ..layout.setting import begins_small
from .cases import CAPTION, HEADING_TAG, LARGER, LONGEST_PLAIN, MOST_LINES, QUESTION, SMALLER, THEOREM, Case

_LONGEST = 220
"""Characters of a heading."""
_KEYWORDS = re.compile(rf"{any_of(words('keywords'))}\s*:\s*\w", re.IGNORECASE)
_OTHER_TAGS = frozenset(("Caption", "TD", "TH", "Note", "FENote", "Code", "Formula", "BibEntry", "TOCI"))
"""Types of elements that hold no heading (ISO 32000-1, 14.8.4)."""
_ENTRY = re.compile(
    r"""[^\W\d_][\w’'-]+ (?:\s[^\W\d_][\w’'-]+)? ,     # Doe, van Berg,
        (?: \s? [^\W\d_a-zß-öø-ÿ] \. -? ){1,4}       # J.-P. M.
        (?: \s? [,;&(] | \s* $ )                    # and others, or a year
      | [^\W\d_][\w’'-]+ ,\s [^\W\d_][\w’'-]+ (?:\s[^\W\d_][\w’'-]+)? \s?/\s? [^\W\d_][\w’'-]+ ,   # Doe, Jane / Roe,
      | (?: (?: [A-Z]\.\s? ){1,3} [^\W\d_][\w’'-]+ ,\s ){2}   # J. Doe, R. Roe,
    """,
    re.VERBOSE,
)


_PLACE = re.compile(
    rf"""[^\w\s]* (?: insert | place ) \s+ (?: {any_of(words("captioned"))} ) \s*\.?\s* [A-Z]?\d{{1,2}} [a-z]?   # Insert Table 1
        (?: \s+ (?: about | approximately | near )? \s* here )? [^\w\s]* """,
    re.IGNORECASE | re.VERBOSE,
)
_PROMPT = re.compile(r"(?:R>|>>>|>|\$|\+)\s+\S|In \[\d+\]:")
"""What stands before a line that somebody types: of R, Python, a shell."""
_ADDRESS = re.compile(r"\S@\S+\.\w|\bhttps?://\S")
"""An address of electronic mail, or of a page."""
_BY = any_of(words("by"))
"""The word before the names of authors."""
_SECOND = re.compile(r"[a-z]\)\s")
"""The second part of a number: *3. b) Of trains*."""
_SIGN_FIRST = re.compile(r"\W*[^\W\d_][-‐‑–][A-Z]")
"""A letter that stands for something, before a name: *β-Carotene*."""
_SMALLER_SANS = 0.93
"""Of the size of the text: letters without serifs look as large."""

HEADINGS: tuple[Criterion[Case, bool], ...] = (
    Criterion("without a letter", lambda case: not case.words or len("".join(case.words)) < 2, then=False),
    Criterion(
        "longer than a heading",
        lambda case: not case.is_known and (len(case.block.lines) > MOST_LINES or len(case.text) > _LONGEST),
        then=False,
    ),
    Criterion("tagged as a heading", lambda case: bool(HEADING_TAG.fullmatch(case.tagged)), then=True),
    Criterion("tagged as a caption, a cell or a note", lambda case: case.tagged in _OTHER_TAGS, then=False),
    Criterion("nothing follows it", lambda case: not case.over_text, then=False),
    Criterion("a bullet is drawn before it", lambda case: case.block.first.dotted, then=False),
    Criterion("the caption of a table or picture", lambda case: bool(CAPTION.match(case.text)), then=False),
    Criterion(
        "the place that a manuscript leaves for a table or picture",
        lambda case: bool(_PLACE.fullmatch(case.text)),
        then=False,
    ),
    Criterion("italic, under the number of a table or picture", lambda case: case.under_number, then=False),
    Criterion("a formula", lambda case: case.formula and not case.is_known, then=False),
    Criterion(
        "the label of a theorem",
        lambda case: bool(THEOREM.fullmatch(case.text)) and not case.is_known,
        then=False,
    ),
    Criterion(
        "beside the numbers of a chart",
        lambda case: case.in_chart and not case.number and not case.is_known,
        then=False,
    ),
    Criterion(
        "right over the caption of a picture, neither bold nor numbered",
        lambda case: case.under_chart and not case.number and not case.is_known,
        then=False,
    ),
    Criterion("typed at a prompt", lambda case: bool(_PROMPT.match(case.text)), then=False),
    Criterion(
        "with an address of mail or a page, or the word before the names of authors",
        lambda case: bool(_ADDRESS.search(case.text) or whole(_BY, case.text)),
        then=False,
    ),
    Criterion(
        "an institution or a date right under the names of authors, or one of the names again",
        lambda case: case.of_title_block and not case.is_known,
        then=False,
    ),
    Criterion(
        "begins with a lowered sign, as what is called so at an axis does; numbers of lines stand before bold headings",
        lambda case: case.block.first.is_lowered(case.block.first.words[0]) and not case.block.bold,
        then=False,
    ),
    Criterion("one word again and again", lambda case: case.repeated and not case.is_known, then=False),
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
        "set as many blocks are, none of which stands as a heading does",
        lambda case: (
            case.of_none and not case.is_known and section_name(case.text) not in rules.SECTION_NAMES
        ),
        then=False,
    ),
    Criterion(
        "set larger than the text",
        lambda case: (
            case.size >= LARGER * case.setting.body
            and not begins_small(case.block.first)
            and (not case.stop or bool(QUESTION.search(case.text)) or (bool(case.number) and case.capitals))
        ),
        then=True,
    ),
    Criterion("stands in the contents or the outline", lambda case: case.is_known, then=True),
    Criterion(
        "the name of a section",
        lambda case: (
            section_name(case.text) in rules.SECTION_NAMES
            and len(case.block.lines) == 1
            and not (case.text.endswith(":") and (_of_table(case) or case.size < SMALLER * case.setting.body))
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
            and len(case.text) < LONGEST_PLAIN
            and len(case.block.lines) < MOST_LINES
            and case.text[:1].isupper()
        ),
        then=True,
    ),
    Criterion(
        "little smaller than the text, bold, italic or numbered, in the middle or in capitals, apart from what follows",
        lambda case: case.little_smaller and (case.over_words or case.over_heading),
        then=True,
    ),
    Criterion(
        "smaller than the text, bold or without serifs, after a sentence and over a paragraph of the text",
        lambda case: case.smaller_apart,
        then=True,
    ),
    Criterion("smaller than the text", lambda case: case.size < SMALLER * case.setting.body, then=False),
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
            or (
                starts_small(case.name)
                and not _SIGN_FIRST.match(case.name)
                and not (case.block.bold and _SECOND.match(case.name))
            )
        ),
        then=False,
    ),
    Criterion(
        "bold, with a colon, or larger with a stop, after a sentence and over a paragraph of the text",
        lambda case: case.bold_with_stop,
        then=True,
    ),
    Criterion(
        "ends with a stop, and is no question",
        lambda case: (
            case.stop
            and not QUESTION.search(case.text)
            and not (case.number and (case.block.bold or case.capitals))
        ),
        then=False,
    ),
    Criterion("bold", lambda case: case.block.bold and len(case.block.lines) < MOST_LINES, then=True),
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
            and len(case.text) < LONGEST_PLAIN
            and len(case.block.lines) < 3
        ),
        then=True,
    ),
    Criterion(
        "numbered, apart from a paragraph that follows",
        lambda case: (
            bool(case.number)
            and (case.apart or (case.parts and case.headed))
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
        "at the edge, apart, over a paragraph whose first line is indented",
        lambda case: case.over_indent,
        then=True,
    ),
    Criterion(
        "short, in the middle, over a paragraph",
        lambda case: (
            case.centred
            and case.apart
            and (case.over_paragraph or (case.over_line and bool(case.number)))
            and len(case.text) < case.longest
            and case.before is not None
            and case.text[:1].isupper()
        ),
        then=True,
    ),
)
"""True if a block is a heading. If nothing holds, it isn't."""


def _of_table(case: Case) -> bool:
    """Say if a block is the word that a note to a table begins with."""
    return case.under_table and section_name(case.text) in rules.NOTES


def _in_list(case: Case) -> bool:
    """Say if a neighbour has a number like the block's own: they are a list. Equations have numbers as well, of one part."""
    return not case.parts and any(
        other is not None and NUMBERED.match(other.first.words[0].text) for other in (case.before, case.after)
    )
