"""What is left out: right drops cost nothing, and don't hide wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinxext_eir.conversion.batch import Outcome
from sphinxext_eir.conversion.document import (
    Bibliography,
    Biography,
    Document,
    Front,
    Heading,
    Notes,
    Paragraph,
    Table,
)
from sphinxext_eir.conversion.inlines import Inline
from sphinxext_eir.conversion.leaving import doubtful, left_out
from sphinxext_eir.conversion.outcome import Dropped, Reason
from sphinxext_eir.conversion.pipeline import convert_reading
from sphinxext_eir.conversion.reading.text import read_string
from sphinxext_eir.conversion.report import summary

DOCUMENT = Document(
    Front(
        title=(Inline("How the Harbour Was Built"),), authors=("Jane Doe",), given=(("publisher", "Quay"),)
    ),
    (
        Heading((Inline("Two Schools"),)),
        Bibliography((Inline("Works Cited"),), ()),
        Notes((Inline("Endnotes"),), ()),
        Paragraph((Inline("Figure 2: Ships that called\nat Skarre"),)),
        Table((), caption=(Inline("Table 1. Dues of the quay"),)),
        Biography((), (Inline("About the Author"),)),
    ),
)


def doubts(*pieces: str, reason: Reason = Reason.RUNNING_HEAD, pages: tuple[int, ...] = ()) -> list[str]:
    """Return which of *pieces*, left out for a *reason* on some *pages*, are doubtful."""
    dropped = [Dropped(reason, (Inline(text, n),)) for n, text in enumerate(pieces)]
    return [
        "".join(r.text for r in d.inlines)
        for d in doubtful(dropped, DOCUMENT, lambda at: (*pages, *[0] * 99)[at])
    ]


@pytest.mark.parametrize(
    ("piece", "reason"),
    [
        ("12", Reason.PAGE_NUMBER),
        ("—", Reason.RULE),
        ("-", Reason.JOINED_HYPHEN),
        ("12 May 2019", Reason.DATE_RECAST),
        ("Jane DOE, Somewhere", Reason.BYLINE_RECAST),
        ("About Her", Reason.SECTION_HEADING),
        ("E-International Relations ISSN 2053-8626 Page 2/3", Reason.FOOT),
        ("This PDF is auto-generated for reference only. As such, it may contain errors.", Reason.NOTICE),
        ("Written by Hanna Vesterlund", Reason.RUNNING_HEAD),
        ("HOW THE HARBOUR WAS BUILT 14", Reason.RUNNING_HEAD),
        ("2019] Jane Doe: Two Schools 14", Reason.RUNNING_HEAD),
        ("Quay 2019", Reason.FOOT),
        ("job of 17 May at the printer's", Reason.OUTSIDE),
        ("Two Schools . . . . 4 Works Cited . . . 9 Endnotes here . . . 10", Reason.CONTENTS),
        ("Figure 2: Ships that called at Skarre . . . . 7", Reason.CONTENTS),
        ("Table 1. Dues of the quay . . . . 9", Reason.CONTENTS),
        ("LIST OF FIGURES", Reason.CONTENTS),
        ("Abbildungsverzeichnis", Reason.CONTENTS),
    ],
)
def test_what_shows_itself_to_be_furniture_is_rightly_left_out(piece: str, reason: Reason) -> None:
    assert doubts(piece, reason=reason) == []


@pytest.mark.parametrize(
    ("piece", "reason"),
    [
        ("A heading of the text that is gone", Reason.RUNNING_HEAD),
        ("Conclusion", Reason.RUNNING_HEAD),
        ("The landscape table of figures", Reason.TURNED),
        ("Three chapters that are nowhere 4 and their sections 5", Reason.CONTENTS),
        ("Figure 3: Herring that were salted . . . . 8", Reason.CONTENTS),
        ("Figure 2: Ships that called at Skarre", Reason.RUNNING_HEAD),
        ("List of Figures", Reason.RUNNING_HEAD),
        ("A sentence of the text.", Reason.NOTICE),
    ],
)
def test_what_nothing_shows_to_be_furniture_is_doubtful(piece: str, reason: Reason) -> None:
    assert doubts(piece, reason=reason) == [piece]


def test_what_returns_on_three_pages_is_a_head() -> None:
    head = "Journal of Border Practice"
    assert doubts(head, head) == [head]
    assert doubts(head, head, head) == []


def test_the_name_of_a_section_is_no_head_however_often_it_returns() -> None:
    assert doubts(*["Conclusion"] * 4) == ["Conclusion"]


def test_numbers_in_a_head_count_its_pages() -> None:
    heads = [f"{page} Journal of Practice, vol. 12" for page in (98, 99, 100)]
    assert doubts(*heads, pages=(1, 2, 3)) == []
    headings = [f"Amendment {number}" for number in (14, 26, 31)]
    assert doubts(*headings, pages=(4, 5, 9)) == [headings[0]]


PAGES = "\n\n".join(
    f"The harbour of page {n} was built by the town, as all of them were at the time.\n\n"
    f"E-International Relations ISSN 2053-8626 Page {n}/9" for n in range(1, 10)
)  # fmt: skip


def test_a_short_text_does_not_fail_for_right_drops() -> None:
    result = convert_reading(read_string("# Of Harbours\n\n" + PAGES), "a", "rst", {})
    ledger = result.value.ledger
    assert (ledger.even, ledger.text_doubtful, ledger.doubtful) == (True, 0, ())
    assert ledger.text_dropped > 0.2 * ledger.text_words


def test_the_summary_says_how_many_words_were_left_out_and_why() -> None:
    result = convert_reading(read_string("# Of Harbours\n\nJANE DOE, MAY 1 2012\n\n" + PAGES), "a", "rst", {})
    *_, last = summary([Outcome(Path("a.txt"), "converted", "a.rst", "", result)])
    assert last == (
        "1 converted; 223 words, all accounted for; left out: 54 words in feet of pages, 5 words recast as fields"
    )


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("JANE DOE AND JOHN ROE (UNIVERSITY OF THE SEA)", "Jane Doe; John Roe (University of the Sea)"),
        ("JANE DOE (UNIVERSITY OF LUND) AND JOHN ROE (MIT)", "Jane Doe (University of Lund); John Roe (MIT)"),
        ("Jane Doe (Lund University) and John Roe (College of Art)", "Jane Doe (Lund University); John Roe (College of Art)"),
    ],
)  # fmt: skip
def test_the_institution_of_an_author_in_a_byline_stays_with_its_author(byline: str, authors: str) -> None:
    text = f"# Of Harbours\n\n{byline}, MAY 1 2012\n\nThe harbour is old, and it is deep.\n"
    article = convert_reading(read_string(text), "a", "rst", {}).value
    assert article.text.startswith(f":author: {authors}\n:date: 2012-05-01\n")


def test_reasons_are_said_in_words() -> None:
    said = left_out(
        [("running head", "One two"), ("foot", "three"), ("joined hyphen", "-"), ("new", "a b c")]
    )
    assert said == "3 words as new, 2 words in running heads, 1 word in feet of pages"
    assert left_out([]) == ""
