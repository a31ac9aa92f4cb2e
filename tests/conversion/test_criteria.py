"""Each criterion of each table of decisions has an example that it decides, and no example of it is decided before."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from support import pdf_criteria

from sphinxext_eir.conversion.document import Front, PageBreak, Paragraph, Table
from sphinxext_eir.conversion.inlines import Inline, Kind, plain
from sphinxext_eir.conversion.outcome import Dropped, Reason
from sphinxext_eir.conversion.structure import front, furniture, headings, hyphens, joining
from sphinxext_eir.conversion.structure.draft import Draft
from sphinxext_eir.text.decisions import Criterion, decide

LONG = "It takes years of very slow trains, and of diplomats who have nothing to say, until a state has learnt the art of waiting."


def paragraph(text: str, kind: Kind = Kind.TEXT) -> Paragraph:
    return Paragraph((Inline(text, 0, kind),))


# Headings


def line(
    text: str,
    kind: Kind = Kind.TEXT,
    *,
    before: str | Table = LONG,
    follows: Any = None,
    listed: bool = False,
    last: bool = False,
    numeral: bool = False,
) -> headings.Candidate:
    following = None if last else follows or paragraph(LONG)
    above = before if isinstance(before, Table) else paragraph(before)
    return headings.Candidate(paragraph(text, kind), above, following, listed, numeral)


LEVELS = {
    "longer than a heading": line(LONG * 2),
    "without a letter": line("* 12 *"),
    "the name of a part of the references": line("Primary Sources", listed=True),
    "the word that a note to a table begins with": line("Notes:", before=Table(((),))),
    "the name of a section": line("2. Conclusion:"),
    "bold, among the references": line("On Trains", Kind.STRONG, listed=True),
    "among references or notes": line("1. Blank, Jo", listed=True),
    "nothing follows it": line("The end", last=True),
    "a numeral that counts the sections": line("II.", numeral=True),
    "ends with a stop": line("They waited."),
    "ends with a dash, as the place of news does": line("LUND —", Kind.STRONG),
    "a line of a colophon": line("Word count: 2000"),
    "the caption of a table or picture": line("Table 1: Trains", Kind.STRONG),
    "bold": line("Of trains", Kind.STRONG),
    "italic": line("Of trains", Kind.EMPHASIS),
    "numbered, and the next block isn't, or is its first part": line("1.2 Of trains"),
    "in capitals": line("OF TRAINS"),
}
BY_PLACE = {
    "too long, or among references or notes": line(LONG),
    "begins without a capital": line("of trains"),
    "has numbers, brackets or stops": line("Trains of 1945"),
    "has markup": line("Of trains", Kind.CODE),
    "doesn't stand between two long paragraphs": line("Of Trains", before="They waited."),
    "between two long paragraphs, in title case": line("Slow Trains and Slower States at Last"),
    "between two long paragraphs, of few words": line("Waiting for trains"),
}

# The ends of pages


def page(before: str, after: str, *, listed: bool = False, certain: bool | None = None) -> joining.Break:
    return joining.Break(paragraph(before), paragraph(after), listed, certain)


GOES_ON = {
    "nothing to go on": joining.Break(paragraph("12", Kind.SUPERSCRIPT), paragraph("And on.")),
    "one is bold and the other isn't": joining.Break(paragraph("And"), paragraph("on", Kind.STRONG)),
    "a marker, and the sentence goes on behind it": page("They waited for", "[2] and in vain."),
    "a note begins": page("They waited for", "[2] Ibid."),
    "a line of a colophon follows": page("They waited for", "Written by: Jane Doe"),
    "beside the name of a section": page("They waited for", "References"),
    "the last line is short, or the next one indented": page("They waited", "On", certain=False),
    "a place before it lacks its publisher": page("Blank, Jo (2000) Trains. London:", "Routledge", listed=True),
    "an entry before it has only its author and year": page("Blank, Jo (2000).", "Trains.", listed=True),
    "place and publisher, after an entry": page("Blank, Jo (2000) Trains.", "London: Routledge.", listed=True),
    "begins with a small letter, though after a stop": page("They waited for the U.N.", "and waited."),
    "after a stop, but the last line is full": page("They waited.", "And waited.", certain=True),
    "inside brackets or quotation marks, which the next part closes": page("They (see Blank.", "And Doe) waited."),
    "a sentence has ended before it": page("They waited.", "And waited."),
    "after a comma, or inside brackets": page("They waited (see Blank", "2000)."),
    "the address of an entry": page("Blank, Jo (2000) Trains", "http://a.org", listed=True),
    "the entry before it has no year yet": page("Blank, Jo", "Trains", listed=True),
    "an entry begins": page("FAS 2000", "Clark, W. (2001) War.", listed=True),
    "no entry begins": page("FAS 2000", "On Trains", listed=True),
    "a small letter, or after a word that ends no sentence": page("They waited for the", "Russians."),
    "no stop before it, and both parts are long": page(LONG[:70], "Russians who waited."),
    "the last line is full": page("They waited", "On", certain=True),
}  # fmt: skip


def cut(first: str, second: str, *words: str, hyphenates: bool = True) -> hyphens.Cut:
    return hyphens.Cut(first, second, Counter(words), hyphenates=hyphenates)


KEEPS_HYPHEN = {
    "mostly hyphenated elsewhere": cut("inter", "national", "inter-national"),
    "mostly one word elsewhere": cut("self", "rule", "selfrule"),
    "in a text whose lines aren't hyphenated": cut("red", "tape", "tape", hyphenates=False),
    "a capital follows, as in Anglo-American": cut("Anglo", "American"),
    "a number stands before it, as in 21-year": cut("21", "year"),
    "capitals stand before it, as in EU-led": cut("EU", "wide"),
    "ends as compounds do, as in state-led": cut("state", "led"),
    "begins as only compounds do, as in self-rule": cut("self", "rule"),
    "begins as single words do, as in under-stand": cut("under", "stand"),
    "begins as compounds do, and a word follows, as in nation-building": cut("nation", "wideness", "wideness"),
    "both parts are words of the text": cut("train", "spotters", "train", "spotters"),
}  # fmt: skip

# Furniture


def furnished(n: int, *texts: str, title: str = "The Art of Waiting") -> furniture.SurveyedBlock:
    """Return the case of the block *n* of *texts*, where the end of a page is an empty one."""
    blocks = tuple(paragraph(text) if text else PageBreak() for text in texts)
    survey = furniture.survey(Draft(blocks, Front(title=(Inline(title),))))
    found: list[Any] = [None] * len(blocks)
    for number in range(n):
        found[number] = decide(furniture.EVIDENT, furniture.SurveyedBlock(survey, number, found))
    return furniture.SurveyedBlock(survey, n, found)


EVIDENT = {
    "'Written by', at the end of a page or under a running head": furnished(1, "", "Written by Jane Doe"),
    "a publisher's or a browser's line, as on each page": furnished(0, "E-International Relations ISSN 2053-8626"),
    "the number of a page, in the form of one": furnished(0, "Page 2/5"),
    "repeats the title": furnished(1, "", "The Art of Waiting"),
    "returns at the ends of several pages": furnished(0, "Essays 2014", "", LONG, "Essays 2014", ""),
}  # fmt: skip
NUMBERS = {
    "a number beside furniture or the end of a page": furnished(0, "2", "", LONG),
    "a number in a row that counts pages": furnished(0, "2", LONG, "3", LONG, "4"),
}


def front_line(
    text: str, *following: str, kind: Kind = Kind.TEXT, front_matter: Front | None = None, **known: Any
) -> front.FrontLine:
    draft = Draft((), front_matter or Front(), **known)
    block = Paragraph((Inline(text, 0, kind, text if kind is Kind.LINK else ""),))
    return front.FrontLine(draft, block, [paragraph(other) for other in following])


FRONT_MATTER = {
    "a DOI, alone on its line": front_line("https://doi.org/10.1000/182", kind=Kind.LINK),
    "an imprint beside the title, but for its dates": front_line(
        "Article reuse guidelines:", front_places=frozenset({0}), imprint_places=frozenset({0})
    ),
    "a web address, alone on its line": front_line("https://www.e-ir.info/2014/", kind=Kind.LINK),
    "a publisher's or a browser's line, as on each page": front_line("E-International Relations"),
    "a publisher's word on students' work": front_line("This essay was written for a course."),
    "names and a date": front_line("JANE DOE, FEB 9 2014"),
    "a date, alone on its line": front_line("9 February 2014"),
    "the title, said again": front_line(
        "The Art of Waiting",
        front_matter=Front(title=(Inline("The Art of Waiting"),)),
        front_places=frozenset({0}),
    ),
    "a date in numbers, in a language that has the day first": front_line(
        "12/05/2018", front_matter=Front(language="fr")
    ),
    "a line drawn across the title block": front_line("_______", front_places=frozenset({0})),
    "the journal's line, or the kind of article, in the title block": front_line(
        "Border Law Review", front_places=frozenset({0})
    ),
    "the name of the journal, in the title block": front_line(
        "Harbour Notes",
        front_places=frozenset({0}),
        dropped=(Dropped(Reason.FOOT, (Inline("Harbour Notes, 2020"),)),),
    ),
    "the heading of a box with days and keywords, in the title block": front_line(
        "ARTICLE HISTORY", front_places=frozenset({0})
    ),
    "what announces the names under it": front_line(
        "A master's thesis by", "Jane Doe", front_places=frozenset({0}), byline_places=frozenset({0})
    ),
    "what running heads say, in the title block: the journal": front_line(
        "HARBOUR STUDIES",
        front_places=frozenset({0}),
        byline_places=frozenset({9}),
        dropped=(Dropped(Reason.RUNNING_HEAD, (Inline("Harbour Studies 48"),)),),
    ),
    "names after 'by'": front_line("by Jane Doe"),
    "names over a date": front_line("Jane Doe", "9 February 2014"),
    "names of whom the text says who they are": front_line("Jane Doe", LONG, "Jane Doe is a lecturer."),
    "names as in a running head": front_line("Jane Doe", LONG, written_by=("Jane Doe",)),
    "names, in the title block": front_line("Jane Doe", LONG, front_places=frozenset({0})),
    "names in capitals, after the address": front_line(
        "JANE DOE", LONG, front_matter=Front(canonical=(Inline("https://a.org/"),))
    ),
}

TABLES: dict[str, tuple[tuple[Criterion[Any, Any], ...], dict[str, Any]]] = {
    "headings by looks": (headings.LEVELS, LEVELS),
    "headings by place": (headings.BY_PLACE, BY_PLACE),
    "ends of pages": (joining.GOES_ON, GOES_ON),
    "hyphens": (hyphens.KEEPS_HYPHEN, KEEPS_HYPHEN),
    "furniture": (furniture.EVIDENT, EVIDENT),
    "numbers of pages": (furniture.NUMBERS, NUMBERS),
    "front matter": (front.FRONT_MATTER, FRONT_MATTER),
} | {f"PDF: {name}": table for name, table in pdf_criteria.TABLES.items()}


@pytest.mark.parametrize("name", TABLES)
def test_each_criterion_has_an_example(name: str) -> None:
    criteria, examples = TABLES[name]
    assert list(examples) == [criterion.name for criterion in criteria]


@pytest.mark.parametrize(
    ("name", "criterion"),
    [(name, criterion) for name, (_, examples) in TABLES.items() for criterion in examples],
)
def test_the_criterion_decides_its_example(name: str, criterion: str) -> None:
    criteria, examples = TABLES[name]
    found = decide(criteria, examples[criterion])
    assert found
    assert found.name == criterion


@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("ends of pages", page("They waited", "On")),
        ("hyphens", cut("wait", "ing")),
        ("furniture", furnished(0, LONG)),
        ("numbers of pages", furnished(0, "2", LONG)),
        ("front matter", front_line(LONG)),
        (
            "front matter",
            front_line(
                "Skarre Bay",
                LONG,
                "Skarre Bay is small.",
                front_places=frozenset({0}),
                byline_places=frozenset({9}),
            ),
        ),
        *((f"PDF: {name}", case) for name, case in pdf_criteria.UNDECIDED),
    ],
)
def test_where_no_criterion_holds_nothing_is_decided(name: str, case: object) -> None:
    assert decide(TABLES[name][0], case) is None


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("2. Of Trains\n2.1 Of slow ones", ["2. Of Trains", "2.1 Of slow ones"]),
        (
            "2 Of Trains\n2.1 Of slow ones\n2.1.1 Of the last",
            ["2 Of Trains", "2.1 Of slow ones", "2.1.1 Of the last"],
        ),
        ("2. Of Trains\n2.2 Of slow ones", ["2. Of Trains\n2.2 Of slow ones"]),
        ("2. Of Trains\n3. Of slow ones", ["2. Of Trains\n3. Of slow ones"]),
        ("2. They waited.\n2.1 They waited on", ["2. They waited.\n2.1 They waited on"]),
        ("2. Of Trains\n2.1 Of slow ones\nwhich wait", ["2. Of Trains\n2.1 Of slow ones\nwhich wait"]),
    ],
)
def test_headings_line_under_line_are_cut_apart_where_each_is_the_first_part_of_the_one_above(
    typed: str, parts: list[str]
) -> None:
    draft = headings.part_headings(Draft((paragraph(typed),), Front()))
    assert [plain(block.inlines) for block in draft.blocks if isinstance(block, Paragraph)] == parts
