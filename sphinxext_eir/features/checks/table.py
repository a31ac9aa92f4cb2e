"""The table of rules. Their reference is generated from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.warnings import Subtype
from .prose import (
    WORDS,
    double_spaces,
    hyphens_in_ranges,
    long_paragraphs,
    names_in_capitals,
    pictures_without_words,
)
from .quotes import MOST_OF_A_TERM, double_and_single, straight_and_curly
from .records import Fault, Rule, Severity
from .sources import bare_addresses, malformed_addresses, missing_access_dates
from .spelling import two_spellings_of_authors, two_spellings_of_titles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .records import Document

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def lacking(who: str) -> Callable[[Document], Iterator[Fault]]:
    """Return what finds the articles that lack something *who* asks for."""

    def find(document: Document) -> Iterator[Fault]:
        for name, missing in document.missing:
            if name == who and missing:
                yield Fault(f"the article lacks {'; '.join(missing)}")

    return find


RULES: tuple[Rule, ...] = (
    Rule(
        "access-date",
        INFO,
        "A note or entry names a web page and no date on which it was read, in a document that gives such dates; or no source has one.",
        "Pages change. Identifiers (DOI, handles), archives, publishers' articles and PDFs are left out.",
        "Add “(accessed 29 February 2012)” to the note or entry, or `accessed` to the entry of a file.",
        missing_access_dates,
    ),
    Rule(
        "author-spelling",
        WARNING,
        "The name of an author is spelt in two ways in the project: with and without an accent, a hyphen or a stop; or with a slip of one letter.",
        "Indexes and lists take them for two people.",
        "Spell the name in one way everywhere.",
        compare=two_spellings_of_authors,
    ),
    Rule(
        "capitals",
        WARNING,
        "An author's name is in capitals: in the byline, or in an entry where most names aren't.",
        "Machines copy it as it is typed, and capitals are lost on nobody who wants them: a style can set them.",
        "Type the name in small letters with capitals at the beginning.",
        names_in_capitals,
    ),
    Rule(
        "crossref",
        INFO,
        "An article of a journal lacks what Crossref asks for, and ``eir-crossref`` leaves it out.",
        "Without it, the DOI can't be registered.",
        "Give the field, or switch the rule off if you don't deposit.",
        lacking("crossref"),
    ),
    Rule(
        "doaj",
        INFO,
        "An article of a journal lacks what the Directory of Open Access Journals asks for, and ``eir-doaj`` leaves it out.",
        "DOAJ refuses the record.",
        "Give the field, or switch the rule off if the journal isn't in DOAJ.",
        lacking("doaj"),
    ),
    Rule(
        "double-space",
        INFO,
        "Several spaces stand between two words of a sentence. Two after a full stop aren't reported.",
        "Text copied from a PDF or a word processor often has them, and often lacks words beside them.",
        "Leave one space.",
        double_spaces,
    ),
    Rule(
        "google-scholar",
        WARNING,
        "An article lacks a title, an author or a date.",
        "Google Scholar doesn't index it.",
        "Give the field.",
        lacking("google-scholar"),
    ),
    Rule(
        "jats",
        INFO,
        "An article of a journal lacks what JATS 1.3 asks for.",
        "``eir-jats`` writes a file that isn't valid, or that archives refuse.",
        "Give the field.",
        lacking("jats"),
    ),
    Rule(
        "long-paragraph",
        INFO,
        f"A paragraph has more than {WORDS} words.",
        "It fills a page of a book and several screens of a phone.",
        "Begin a new paragraph where a new thought begins.",
        long_paragraphs,
    ),
    Rule(
        "note-bare-url",
        WARNING,
        "A note or entry is an address and nothing else.",
        "When the page is gone, nobody knows what was cited.",
        "Say who wrote what, where and when, before the address.",
        bare_addresses,
    ),
    Rule(
        "picture-alt",
        WARNING,
        "A picture has no alternative text, or one that is the name of its file.",
        "Readers who can't see it are told nothing (WCAG 1.1.1). A picture for decoration has an empty one in reStructuredText.",
        "Say in `:alt:`, or between the brackets of Markdown, what the picture shows.",
        pictures_without_words,
    ),
    Rule(
        "quotes-double-single",
        INFO,
        "Most quotations have double marks and some single ones, or the other way round; inside a quotation, the other kind is right. "
        f"Up to {MOST_OF_A_TERM} words in single marks are a term. The marks are those of the language: “…” and ‘…’, „…“ and »…«, «…».",
        "A reader takes the difference for a meaning.",
        "Use the marks that most quotations have.",
        double_and_single,
    ),
    Rule(
        "quotes-straight-curly",
        INFO,
        "Some quotation marks or apostrophes of a page are straight, and others curly, as readers see them, after Sphinx's smart quotes.",
        "Words pasted from elsewhere stand out, and a search for one misses the other.",
        "Type all of them in one way.",
        straight_and_curly,
    ),
    Rule(
        "range-hyphen",
        INFO,
        "Years or pages from one to another have a hyphen between them, in a language that sets an en dash there (English, German, "
        "Dutch, Russian, the Nordic and others).",
        "A hyphen joins; a dash means *to*. French, Spanish, Italian and Portuguese aren't held to it.",
        "Type an en dash (–) between the two.",
        hyphens_in_ranges,
    ),
    Rule(
        "title-spelling",
        INFO,
        "The title of a work is spelt in two ways in files of references: with other capitals, marks or accents, or a slip of one letter.",
        "One work is listed twice, or differently in two articles.",
        "Spell it in one way, or leave one of the two entries.",
        compare=two_spellings_of_titles,
    ),
    Rule(
        "url-dead",
        WARNING,
        "With ``--links``: nothing is found at an address, or nobody answers there. Sphinx's ``linkcheck_ignore`` leaves addresses out.",
        "Readers can't follow the source.",
        "Replace the address, or put the archived copy beside it.",
    ),
    Rule(
        "url-malformed",
        ERROR,
        "An address can't lead anywhere: it has no host, begins twice, was cut off, or ends with a stop that belongs to the sentence.",
        "The link is dead from the first day.",
        "Correct the address.",
        malformed_addresses,
    ),
)
"""The rules that look at texts and records, by name."""

_ERRORS = {Subtype.NOTE_MISSING, Subtype.CITATION_MISSING, Subtype.BIBLIOGRAPHY_FILE}
_INFO = {Subtype.CITATION_DOUBTFUL, Subtype.REFERENCE_UNUSED, Subtype.ENTRY_FIELD}

WARNINGS: tuple[Rule, ...] = tuple(
    Rule(
        f"eir.{subtype.label}",
        ERROR if subtype in _ERRORS else INFO if subtype in _INFO else WARNING,
        subtype.help,
        "",
        "See the reference of warnings.",
    )
    for subtype in Subtype
)
"""The warnings of this extension as rules."""

OTHERS = Rule(
    "sphinx",
    WARNING,
    "Another warning of the build, by Sphinx, docutils, MyST-Parser or another extension.",
    "",
    "See the message.",
)

BY_NAME: dict[str, Rule] = {rule.name: rule for rule in (*RULES, *WARNINGS, OTHERS)}
"""Every rule, by its name."""
