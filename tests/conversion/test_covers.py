"""Covers of repositories: how they are told, and what they say of the articles under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.pdf_criteria import line

from sphinxext_eir.conversion.inlines import plain
from sphinxext_eir.conversion.pipeline import convert_reading
from sphinxext_eir.conversion.reading.pdf.layout.lines import Layout
from sphinxext_eir.conversion.reading.pdf.page.words import Page, Sheets
from sphinxext_eir.conversion.reading.pdf.reader import reading_of
from sphinxext_eir.conversion.reading.pdf.streams.covers import (
    ARCHIVES,
    archive_of,
    covers_in,
    said_by_covers,
)

if TYPE_CHECKING:
    from sphinxext_eir.conversion.reading.pdf.layout.lines import Line

FULL = "Waiting is an art of patient people, and patience is what the harbour of Skarre asks for"


def _page(number: int, *lines: Line) -> Page:
    """Return a page of *lines*."""
    return Page(number, 600, 800, tuple(word for one in lines for word in one.words))


@pytest.mark.parametrize(
    ("lines", "titles", "authors"),
    [
        (
            ("SSOAR", "Of Slow", "Trains", "Doe, Jane M.; Berg,", "Karl"),
            "Of Slow Trains",
            ("Jane M. Doe", "Karl Berg"),
        ),
        (
            ("Of Slow Trains", "Author(s): Jane Doe and Karl Berg", "Source: Harbour Notes"),
            "Of Slow Trains",
            ("Jane Doe", "Karl Berg"),
        ),
        (
            ("SSOAR", "Of Slow Trains and", "Patience", "Doe, Jane", "Published Version"),
            "Of Slow Trains and Patience",
            ("Jane Doe",),
        ),
        (
            ("SSOAR", "Of Slow Trains", "Doe, Jane;", "Berg, Karl"),
            "Of Slow Trains",
            ("Jane Doe", "Karl Berg"),
        ),
        (
            ("SSOAR", "Of Trains zu Trieste (Harbour,", "Skarre)", "Doe, Jane; Berg, Karl"),
            "Of Trains zu Trieste (Harbour, Skarre)",
            ("Jane Doe", "Karl Berg"),
        ),
        (("Of Slow Trains", "Jane Doe", "University of Skarre", "Karl Berg"), "Of Slow Trains", ()),
        (("Harbour Notes 12", "All rights reserved"), "", ()),
    ],
)
def test_a_cover_has_the_title_over_the_authors(
    lines: tuple[str, ...], titles: str, authors: tuple[str, ...]
) -> None:
    said = said_by_covers(line(text) for text in lines)
    assert titles in said.titles or not (titles or said.titles)
    assert said.authors == authors


def test_authors_whom_only_the_cover_names_are_the_authors() -> None:
    cover = ("www.ssoar.info", "Of Slow Trains", "Doe, Jane", "Empfohlene Zitierung / Suggested Citation")
    body = [line(FULL, base=600 - 12 * n) for n in range(20)]
    pages = (
        _page(1, *(line(text, base=700 - 30 * n, page=1) for n, text in enumerate(cover))),
        _page(2, line("Of Slow Trains", base=700, size=16), *body),
    )
    found = convert_reading(reading_of(Sheets(pages)), "t", "rst", {}).value.document.front
    assert (found.authors, plain(found.title)) == (("Jane Doe",), "Of Slow Trains")


COVERS = {
    "SSOAR": ["www.ssoar.info", "Empfohlene Zitierung / Suggested Citation:"],
    "EconStor": ["Provided in Cooperation with:", "Suggested Citation:"],
    "SSRN": ["This paper can be downloaded without charge from the", "Social Science Research Network Electronic Paper Collection"],
    "MPRA": ["Munich Personal RePEc Archive", "MPRA Paper No. 12345, posted 3 May 2015"],
    "White Rose Research Online": ["This is a repository copy of Of Slow Trains.", "White Rose Research Online URL for this paper:"],
    "an institutional repository": ["Citation for the original published paper (version of record):", "Permanent link"],
    "Ubiquity Press": ["How to Cite: Doe, J. (2018) Of Slow Trains.", "Peer Review:"],
    "eScholarship": ["Permalink", "Peer reviewed"],
    "OpenEdition": ["Édition électronique", "Référence électronique"],
    "Cairn": ["Article disponible en ligne à l'adresse", "Découvrir le sommaire de ce numéro"],
    "Persée": ["Citer ce document / Cite this document :", "Fichier pdf généré le 03/05/2015"],
    "Érudit": ["Citer cet article", "Découvrir la revue"],
    "Redalyc": ["Cómo citar el artículo", "Número completo"],
    "Project MUSE": ["For additional information about this article", "https://muse.jhu.edu/article/12345"],
    "SAGE": ["The online version of this article can be found at:", "Additional services and information for Border Studies"],
    "Emerald": ["To copy this document: permissions@border.example", "Users who downloaded this article also downloaded:"],
    "AgEcon Search": ["This document is discovered and free to researchers across the", "AESearch@umn.edu"],
    "Academia": ["Related Papers", "Download a PDF Pack of the best related papers"],
}  # fmt: skip


@pytest.mark.parametrize("name", COVERS)
def test_covers_are_told_by_two_of_their_lines(name: str) -> None:
    one, two = (line(text) for text in COVERS[name])
    assert archive_of([one, two]) == name
    assert archive_of([one, line(FULL)]) == ""


def test_the_cover_of_a_university_says_that_versions_differ() -> None:
    said = [
        "There may be differences between this version and the published version.",
        "Deposited on: 3 May 2019",
    ]
    assert archive_of([line(text) for text in said]) == "an institutional repository"


def test_a_cover_may_go_on_over_a_second_page() -> None:
    cover = ("Of Harbours", "Recommended Citation", "Part of the Law Commons")
    second = ("Of Harbours", "This article is available in Harbour Law Journal: https://harbours.example/1")
    first, more, text = (
        Layout(_page(n), tuple(line(one, base=700 - 20 * k, page=n) for k, one in enumerate(said)), None)
        for n, said in enumerate((cover, second, (FULL,)), 1)
    )
    assert covers_in([first, more, text]) == dict.fromkeys((*first.lines, *more.lines), "Digital Commons")
    assert covers_in([more, text]) == {}


def test_each_further_archive_has_an_example() -> None:
    seven = {"Digital Commons", "JSTOR", "HeinOnline", "HAL", "ResearchGate", "Taylor & Francis", "Pure"}
    assert {archive.name for archive in ARCHIVES} - seven == set(COVERS)
