"""The looks of articles, as data. Add the forms that you meet; nothing here is of one article only.

Words come from the vocabularies, and are known in all languages at once.
"""

from __future__ import annotations

import re

from ..text.names import GLUED_PARTICLE, PARTICLE, UPPER
from ..text.numerals import YEAR
from ..text.patterns import any_of
from ..text.vocabularies import CODES, folded_words, patterns, words
from ..text.vocabularies.calendar import all_months
from .wording import folded

# Furniture, which a publisher's machine puts around the text

NOTICES = (
    r"This PDF is auto-?generated for reference only\b.{0,300}",
    r"This copy is for reference only\b.{0,200}",
    r"Downloaded from https?://.{1,250}",
    r"For all formal use please refer to the official version\b.{0,150}",
)
"""The notice on reference copies."""

_ISSN = r"ISSN:? \d{4}-\d{3}[\dX]"
_PAGE_OF = r"Page \d+ ?(?:/|of) ?\d+"
_DAY = r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?"

FEET = (
    rf"E-International Relations(?: {_ISSN})?(?: {_PAGE_OF})?",
    rf"{_ISSN}(?: {_PAGE_OF})?",
    rf"{_DAY},? {_TIME}(?: .{{0,150}})?",  # a browser's print
)
"""Lines at the foot, or the head, of each page, beside its number."""

PAGE_NUMBERS = (
    r"(?:Page|p\.) ?\d+(?: ?(?:/|of) ?\d+)?",
    r"\d+ ?/ ?\d+",
    r"[-–—] ?\d+ ?[-–—]",
    r"\d+ ?\| ?P ?a ?g ?e",
)
"""Forms of a page's number, in a block that says nothing else."""

BARE_PAGE_NUMBER = r"\d{1,4}"
"""A number that may be a page's, where it follows the one of the page before, or stands beside other furniture."""

WRITTEN_BY = r"Written by (?P<names>[^:]+)"
"""The second line of a running head. With a colon, ``Written by:``, it is the author's own."""

# Front matter

_MONTH = rf"(?P<month{{0}}>{any_of(all_months())}\.?)"
_YEAR = rf"(?P<year{{0}}>{YEAR}|[٠-٩۰-۹]{{{{4}}}})"
_DAY_OF = r"(?P<day{0}>\d{{1,2}})"
_ORDINAL = f"(?:{any_of(('.', 'º', '°', *words('ordinals')))})?"
_INNER = f"(?:{any_of(words('date_words'))} )?"
_AFTER_YEAR = "(?: ?(?:г|года)\\.?)?"
_DATES = (
    rf"{_MONTH.format(1)} {_DAY_OF.format(1)}{_ORDINAL},? {_YEAR.format(1)}",  # May 12th, 2012
    rf"{_DAY_OF.format(2)}{_ORDINAL} {_INNER}{_MONTH.format(2)},? {_INNER}{_YEAR.format(2)}{_AFTER_YEAR}",  # 12th May 2012, 12 de mayo de 2012
    rf"{_YEAR.format(3)}-(?P<month3>\d{{2}})-(?P<day3>\d{{2}})",
    rf"{_MONTH.format(4)},? {_INNER}{_YEAR.format(4)}{_AFTER_YEAR}",
    rf"{_YEAR.format(5)} ?年 ?(?P<month5>\d{{1,2}}) ?月 ?(?P<day5>\d{{1,2}}) ?日",
    rf"(?P<day6>[0-3]?\d)\.(?P<month6>[01]?\d)\.{_YEAR.format(6)}{_AFTER_YEAR}",  # 12.05.2012
)
DATE = f"(?:{'|'.join(_DATES)})"
"""A date in words, or in ISO 8601."""

MONTH_DATE = _DATES[3]
"""A month of a year, in words."""

AFFILIATIONS = rf".*(?<!\w){any_of(words('institutions'))}(?!\w).*"
"""Institutions among the names of a byline."""

NO_TITLES = patterns("no_titles_patterns")
"""Lines over the title of an article, which are larger at times: the journal, the volume, the section that it stands in."""

THESES = patterns("theses_patterns")
"""Lines of covers that say what a thesis is, and for which degree."""

IMPRINT = re.compile(
    r"""© | \(c\)\s+(?:19|20)\d\d | \bcopyright\s+(?:©|19|20) | \ball\ rights\ reserved
      | \b(?:e-?)?issn\b | \bdoi\s*:?\s*10\. | doi\.org/10\. | ^\W*10\.\d{4,9}/\S+$
      | \bvol(?:ume|umen|\.)?\s*\d+ .* \d           # Vol. 6, No. 1
      | \b\d+\s?\(\d{1,4}(?:[-–/]\d+)?\)\s?[:,;]?\s*\d*,?\s*(?:pp?\.\s*)?\d+\s?[-–]\s?\d+   # 17 (2008) 461–472
      | \((?:19|20)\d\d\),?\s+\d+\s?[:,]\s?\d+      # (2010) 18:327–335
      | \b\d+/(?:19|20)\d\d\s?:\s?\d+ | \b(?:19|20)\d\d,\s\d+:\d   # 2/2011: 71–97; 2010, 4:1
      | ^\#\ \w.*(?:19|20)\d\d$                       # the sign of a right, as some fonts have it
      | \bopen\ access\ article\b | \bcreative\ commons\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Signs of a journal's imprint: whose rights, which volume, its numbers."""

NO_NAMES = frozenset(words("no_names"))
"""Words of lines in title blocks that look like names and aren't."""

AUTHOR_LABEL = rf"{any_of((*words('author_labels'), *words('by')))}\s?:?"
"""What stands over the names of authors, or before them, on a line or in a cell of its own: *Authors:*, *by*."""

OVER_NAMES = (AUTHOR_LABEL, r"(?:[\w’'.-]+ ){1,6}(?:by|par|por|von)\s?:?")
"""What stands over the names of authors, on a line of its own: a label, *A master's thesis by*."""

OTHER_PEOPLE = re.compile(rf"(?<!\w){any_of(words('other_people'))}", re.IGNORECASE)
"""Words before the names of people in title blocks that aren't authors, nor are those after them."""

ABBREVIATED = frozenset(words("abbreviated"))
"""Abbreviations in bylines that are longer than an initial."""

_VIEWS = r"[\d.,]+ ?views?"
"""The number of times a page was seen: furniture of the website."""

_PAUSE = r"[,،|•·–—]?"
_BY = any_of(words("by"))
_PUBLISHED = rf"(?:{any_of(words('published'))}:? )?"
_TRANSLATED = rf"{any_of(words('translated_by'))} ?:? (?P<translators>.+?)"
_UPDATED = rf"(?: ?{_PAUSE} {any_of(words('updated'))} ?:? (?P<updated>.{{4,40}}))?"
BYLINE = rf"(?:{_BY}:? )?(?P<names>.+?)(?: ?{_PAUSE} {_TRANSLATED})? ?{_PAUSE} {_PUBLISHED}(?P<date>{DATE}){_UPDATED}(?: ?{_PAUSE} {_VIEWS})?"
BYLINE_OF_NAMES = rf"(?:{_BY}):? (?P<names>[^.;:()\d]{{3,80}})"
_WHERE = rf"(?:[^\W\d_]{{2,}}(?:[ -][^\W\d_]{{2,}}){{0,2}}, {any_of(words('around_accessed', 'de', 'fr', 'es', 'pt', 'it'))} )?"
"""The place of writing before a date, as on letters: ``Bremen, den``, ``Paris, le``."""
DATE_LINE = rf"{_WHERE}(?:{_TRANSLATED} ?{_PAUSE} )?{_PUBLISHED}{_PUBLISHED}(?P<date>{DATE}){_UPDATED}(?:{_PAUSE} {_VIEWS})?"

DISCLAIMERS = patterns("disclaimers_patterns")
"""A publisher's words on a student's work, under its title."""

KINDS = tuple(
    (pattern, kind) for kind, _, pattern in (line.partition(": ") for line in patterns("kinds_patterns"))
)
"""Titles that say what an article is."""


# Sections


def _names(field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(folded, words(field))))


BIBLIOGRAPHIES = _names("bibliographies")
PARTS_OF_BIBLIOGRAPHIES = _names("parts_of_bibliographies")
"""Headings inside a bibliography."""
INDEPENDENT_PARTS = _names("independent_parts")
"""Those among them that may stand in the place of one."""

CONTENTS = frozenset((*_names("contents"), *_names("lists_of_pictures")))
"""Headings of tables of contents, and of lists of pictures and tables."""
NOTES = _names("notes")
BIOGRAPHIES = _names("biographies")
PUBLISHERS_LISTS = _names("publishers_lists")
"""Headings of the other books of a series: what stands under them is cited nowhere."""

SECTION_NAMES = frozenset(
    (
        *BIBLIOGRAPHIES,
        *INDEPENDENT_PARTS,
        *NOTES,
        *BIOGRAPHIES,
        *PUBLISHERS_LISTS,
        *_names("sections"),
    )
)
"""The names of all sections that are known by name, which make a heading of a line without any markup."""

CAPTIONS = rf"{any_of(words('captioned'))}s?\.? ?\d+\b.*"
"""Captions of tables and pictures, which aren't headings, though they may be bold."""

_FACTS = {
    "author": words("written_by"),
    "place": words("written_at"),
    "reader": words("written_for"),
    "date": words("date_written"),
}
_OF_FACTS = tuple(label for labels in _FACTS.values() for label in labels)
_OF_COLOPHONS = (*_OF_FACTS, *words("colophon"))
COLOPHON = rf"{any_of(_OF_COLOPHONS)}\s?[:：].*"
"""Lines that close students' essays."""

COLOPHON_LABEL = (
    rf"(?:(?:^|\s*[/|·•,;–—-]\s*|\s*\n\s*){any_of(_OF_COLOPHONS)}|\s+{any_of(_OF_FACTS)})\s?[:：]"
)
"""What opens a part of a colophon that stands on one line: ``Written by: A / Written at: B``, ``Written by: A Written at: B``."""

COLOPHON_FIELDS = {fact: rf"{any_of(labels)}\s?[:：]\s?(?P<said>.+)" for fact, labels in _FACTS.items()}
"""Lines of a colophon that say what a field of the front matter says."""

HEADED_BIOGRAPHY = rf"\s*({any_of(words('biographies'))})\s*[:–—]\s+(?=[^\W\d_])"
"""The heading of a biography that stands on one line with it."""

_SITE = any_of(("E-IR", "E-International Relations"))
ENDINGS = (
    (rf"(?:Further|Related|Recommended) Reading (?:on|at|from) {_SITE} ?:?.{{0,20}}", "further reading"),
    (r"Tags? ?:?|Tags? ?: ?.{1,300}", "tags"),
    (r"Editorial Credit(?:s|\(s\))? ?:?|Editorial Credit(?:s|\(s\))? ?: ?.{1,200}", "credits"),
    (r"Before you download\b.*\bdonat.*", "publisher's appeal"),
    (rf"{_SITE} is an independent non-profit publisher\b.*", "publisher's appeal"),
    (r"(?:Your donations|Please consider donating|Any amount, in any currency)\b.*", "publisher's appeal"),
    (rf"Find out more about {_SITE}[’']s range of open access books here\.?", "publisher's appeal"),
)
"""What a website sets under an article, or around it, and the reason for which it is left out."""

LINE_ACROSS = re.compile(
    r"""\s*(?: (?:\*\s*){3,} | (?:-\s*){3,} | (?:_\s*){3,}      # Markdown
             | (?:[—–―─]\s*)+                                   # a dash, which E-IR sets for it, or a line of them
             | ⁂ )\s*$""",
    re.VERBOSE,
)
"""A line across the text: a dash, asterisks, or the hyphens of Markdown."""

# Sentences

DANGLING = frozenset(words("dangling"))
"""Words that no sentence ends with."""

LOWER_NAMES = re.compile(rf"(?:{PARTICLE}\s+)+{UPPER}|(?:{GLUED_PARTICLE}|e-){UPPER}|bell hooks")
"""Beginnings of names that keep their small letter at the head of a sentence."""

# Hyphens at the ends of lines


def parts_of_words(field: str, language: str) -> frozenset[str]:
    """Return the parts of compound words in a *field* of the vocabularies: those of a *language* that has one, else of all.

    First parts that keep their hyphen before any word are English ones then: those of others begin English words, too (``ex-amined``).
    """
    codes = (language,) if language in CODES else ("en",) if field == "always_compound" else ()
    return folded_words(field, *codes)


COMPOUNDS_AS_ONE = frozenset({"de"})
"""Codes of languages that write compounds as one word: two words around a hyphen at the end of a line are parts of one."""

VERBS = any_of(words("says_who"))
"""Verbs that follow a name at the beginning of a biography."""
