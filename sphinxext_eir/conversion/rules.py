"""The looks of articles, as data. Add the forms that you meet; nothing here is of one article only."""

from __future__ import annotations

import re

from ..text.dates import MONTH, YEAR
from ..text.names import GLUED_PARTICLE, PARTICLE, UPPER
from ..text.patterns import any_of

# Furniture, which a publisher's machine puts around the text

NOTICES = (
    r"This PDF is auto-?generated for reference only\b.{0,300}",
    r"This copy is for reference only\b.{0,200}",
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

_MONTH = rf"(?P<month{{0}}>{MONTH})"
_YEAR = rf"(?P<year{{0}}>{YEAR})"
_ORDINAL = r"(?:st|nd|rd|th)?"
_DATES = (
    rf"{_MONTH.format(1)} (?P<day1>\d{{1,2}}){_ORDINAL},? {_YEAR.format(1)}",  # May 12th, 2012
    rf"(?P<day2>\d{{1,2}}){_ORDINAL} {_MONTH.format(2)},? {_YEAR.format(2)}",  # 12th May 2012
    rf"{_YEAR.format(3)}-(?P<month3>\d{{2}})-(?P<day3>\d{{2}})",
    rf"{_MONTH.format(4)},? {_YEAR.format(4)}",
)
_DATE = f"(?:{'|'.join(_DATES)})"
"""A date in English, or in ISO 8601."""

_INSTITUTIONS = (
    "University", "Université", "Universität", "Università", "Universities", "Universidad", "Universitad", "Universidade",
    "College", "Institute", "Institution", "School", "Centre", "Center", "Department", "Faculty", "Academy", "Council",
    "Foundation", "Ministry",
)  # fmt: skip
AFFILIATIONS = rf".*\b{any_of(_INSTITUTIONS)}\b.*"
"""Institutions among the names of a byline."""

NO_TITLES = (
    r"articles?|notes?|essays?|comments?|commentary|foreword|preface|editorial|responses?|reply|case study|symposium",
    r"book reviews?|student (?:note|essay)|research article|original (?:article|research)|review article",
    r"vol(?:ume|\.)? ?[\divxl]+\b.*|issue \d+\b.*|no\. ?\d+\b.*|(?:19|20)\d\d",
    r"(?:the )?(?:[\w&’'-]+ ){1,6}(?:review|journal|quarterly|bulletin|annals|magazine)(?: forum| online)?",
    r"(?:the )?(?:[\w-]+ ){0,3}journal of .*",
    r"(?:©|copyright\b).*",
)
"""Lines over the title of an article, which are larger at times: the journal, the volume, the section that it stands in."""

NO_NAMES = frozenset(
    "abstract article articles chapter contents copyright december department citation discussion draft editor editors essay february "
    "institute introduction january journal keywords law manuscript november october paper part policy press preprint program "
    "project report research review school september series special study studies summary thesis version volume working dr prof "
    "professor student supervisor submitted course history issue notes note symposium".split()
)
"""Words of lines in title blocks that look like names and aren't."""

ABBREVIATED = frozenset("prof amb gen col capt rev hon assoc asst phil chr".split())
"""Abbreviations in bylines that are longer than an initial."""

_VIEWS = r"[\d.,]+ ?views?"
"""The number of times a page was seen: furniture of the website."""

_PAUSE = r"[,|•·–—]?"
BYLINE = rf"(?:by:? )?(?P<names>.+?) ?{_PAUSE} (?:on )?(?P<date>{_DATE})(?: ?{_PAUSE} {_VIEWS})?"
BYLINE_OF_NAMES = r"(?:by|written by):? (?P<names>[^.;:()\d]{3,80})"
_PUBLISHED = r"(?:(?:published|date|posted):? )?"
DATE_LINE = rf"{_PUBLISHED}(?:on )?(?P<date>{_DATE})(?:{_PAUSE} {_VIEWS})?"

_WORKS = any_of(("content", "essay", "article", "work", "paper", "dissertation", "thesis"))
_STUDENTS = any_of(("undergraduate", "student", "postgraduate", "masters", "master's", "master’s"))

DISCLAIMERS = (
    rf"This {_WORKS} (?:was|is|has been) (?:originally )?written (?:for|by|as)\b.*",
    rf"This is (?:a|an) {_STUDENTS}\b.*",
    r"(?:Disclaimer|Please note)\b.*\bstudent\b.*",
)
"""A publisher's words on a student's work, under its title."""

KINDS = (
    (r"(?:an )?interview\b(?: with\b|\s*[-–—:]).*", "interview"),
    (r"(?:book |feature )?review\b\s*[-–—:].*", "review"),
)
"""Titles that say what an article is."""


# Sections

BIBLIOGRAPHIES = (
    "bibliography", "references", "works cited", "reference list", "list of references", "references cited",
    "literature cited", "cited works", "sources", "select bibliography", "selected bibliography",
    "references and bibliography", "bibliography and references", "cited literature", "works referenced",
)  # fmt: skip
PARTS_OF_BIBLIOGRAPHIES = (
    "primary sources", "secondary sources", "primary literature", "secondary literature", "books", "book chapters",
    "books and articles", "books and journal articles", "journal articles", "articles", "websites", "internet sources",
    "online sources", "electronic sources", "web sources", "newspapers", "newspaper articles", "news articles",
    "official documents", "documents", "reports", "interviews", "speeches", "treaties", "legislation", "cases",
    "government documents", "official publications", "academic sources", "other sources", "theses", "films",
)  # fmt: skip
"""Headings inside a bibliography; the first four also in the place of one."""
INDEPENDENT_PARTS = PARTS_OF_BIBLIOGRAPHIES[:4]

NOTES = ("notes", "end notes", "endnotes", "end-notes", "footnotes", "foot notes", "notes and references")
BIOGRAPHIES = (
    "about the author", "about the authors", "about the author(s)", "author biography", "author bio",
    "about the contributor", "author’s note on the author", "biography", "the author",
)  # fmt: skip
_OTHER_SECTIONS = (
    "abstract", "introduction", "conclusion", "conclusions", "background", "methodology", "literature review",
    "discussion", "further reading", "acknowledgements", "acknowledgments", "appendix", "concluding remarks",
    "theoretical framework", "case study", "findings", "analysis", "recommendations", "summary",
)  # fmt: skip
"""Names that make a heading of a line without any markup."""

SECTION_NAMES = frozenset((*BIBLIOGRAPHIES, *INDEPENDENT_PARTS, *NOTES, *BIOGRAPHIES, *_OTHER_SECTIONS))
"""The names of all sections that are known by name."""

_CAPTIONED = ("Table", "Figure", "Fig", "Chart", "Graph", "Map", "Box", "Image", "Photo")
CAPTIONS = rf"{any_of(_CAPTIONED)}s?\.? ?\d+\b.*"
"""Captions of tables and pictures, which aren't headings, though they may be bold."""

_OF_COLOPHONS = (
    "Written by", "Written at", "Written for", "Date written", "Word count", "Supervisor", "Module", "Course",
    "Institution", "University",
)  # fmt: skip
COLOPHON = rf"{any_of(_OF_COLOPHONS)} ?:.*"
"""Lines that close students' essays."""

COLOPHON_FIELDS = {
    "author": r"Written by ?: ?(?P<said>.+)",
    "place": r"Written at ?: ?(?P<said>.+)",
    "date": r"Date written ?: ?(?P<said>.+)",
}
"""Lines of a colophon that say what a field of the front matter says."""

HEADED_BIOGRAPHY = r"\s*(About the authors?(?:\(s\))?)\s*[:–—]\s+(?=[A-Z])"
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
             | [—–―─]{1,3}                                      # a dash, which E-IR sets for it
             | ⁂ )\s*$""",
    re.VERBOSE,
)
"""A line across the text: a dash, asterisks, or the hyphens of Markdown."""

# Sentences

DANGLING = frozenset(
    "a an and as at but by for from in into nor of on or over per that the their this to under upon via was were "
    "which who whose with without between against is are be been has have had its his her our my your not no "
    "since because than if when while where whether these those such both every each will would could should may might "
    "must shall within among amongst through during despite although though unless until being whereas however our its "
    "do does did what how why".split()
)
"""Words that no sentence ends with."""

LOWER_NAMES = re.compile(rf"(?:{PARTICLE}\s+)+{UPPER}|(?:{GLUED_PARTICLE}|e-){UPPER}|bell hooks")
"""Beginnings of names that keep their small letter at the head of a sentence."""

# Hyphens at the ends of lines

COMPOUND_STARTS = frozenset(
    "self non well ex anti pro pre post quasi semi pan neo multi cross long short high low full half part so all ever "
    "far first second third two three four five six seven eight nine ten mid co sub de re trans inter intra counter "
    "vice cease peace state nation world anglo sino euro afro russo franco nato eu un us uk old new left right centre "
    "center middle large small hard soft free open policy decision law human war".split()
)
"""First parts that usually keep their hyphen before a whole word. ``FUSED_STARTS`` lists the exceptions."""

ALWAYS_COMPOUND = frozenset("self well quasi all cease vice anglo sino euro afro russo franco".split())
"""First parts that keep their hyphen before any word."""

FUSED_STARTS = frozenset(
    "de re co sub ex trans inter intra counter pre multi under over out up with on in for after back down some any every no "
    "may how what there where when while be there here to human law war open free part right ever all world hard so "
    "state non anti pro post semi pan neo new old large small us un mid peace second center centre middle policy".split()
)
"""First parts that also begin single words: ``inter-national``, ``under-stand``."""

COMPOUND_ENDS = frozenset(
    "based led making maker makers building keeping wide term scale level style like oriented driven related backed "
    "sponsored called century old year years up off in out state states party sided thinking being known defined "
    "established determination interest interests defence defense centred centered centric owned run held born".split()
)
"""Second parts that usually follow a hyphen."""

VERBS = any_of(
    "is was are were has have had holds hold works worked studied studies teaches taught received graduated "
    "completed serves served earned obtained specialises specializes writes researches joined currently "
    "recently became began read reads lectures leads directs focuses".split()
)
"""Verbs that follow a name at the beginning of a biography."""
