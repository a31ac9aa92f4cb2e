"""Bylines whose names have particles."""

from __future__ import annotations

import pytest

from sphinxext_eir.conversion.inlines import plain
from sphinxext_eir.conversion.pipeline import convert_reading
from sphinxext_eir.conversion.reading.text import read_string
from sphinxext_eir.text.names import PARTICLES, SMALL_PARTICLES

TEXT = "# On Slow Trains\n\n{byline}\n\nTrains are slow, and nobody is born with the patience that they ask for.\n"


def front(byline: str) -> tuple[tuple[str, ...], str]:
    front = convert_reading(read_string(TEXT.format(byline=byline)), "t", "rst", {}).value.document.front
    return front.authors, front.date


@pytest.mark.parametrize("particle", PARTICLES)
@pytest.mark.parametrize("form", ["{}, May 3 2015", "By {} on 3 May 2015", "By {}\n\n2015-05-03"])
def test_a_name_with_any_particle_is_an_author(form: str, particle: str) -> None:
    name = f"Karl {particle} Berg"
    assert front(form.format(name)) == ((name,), "2015-05-03")


@pytest.mark.parametrize("line", ["Thursday, May 19, 2022", "Donnerstag, 27. Januar 2022"])
def test_a_day_of_the_week_is_no_author(line: str) -> None:
    assert front(line)[0] == ()


UNDER = "{first}\n{second}\n\nTrains are slow, and nobody is born with the patience that they ask for.\n"


@pytest.mark.parametrize(
    ("first", "second", "title", "authors"),
    [
        ("Salt and Silence", "PÁL SZÉKELY, JUN 12 2021", "Salt and Silence", ("Pál Székely",)),
        ("Salt, Rope and Tar", "Ines Calder and Tom Reed, 12 June 2021", "Salt, Rope and Tar", ("Ines Calder", "Tom Reed")),
        ("ON SLOW TRAINS", "INES CALDER, JUN 12 2021", "ON SLOW TRAINS", ("Ines Calder",)),
        ("INES CALDER AND", "TOM REED, JUN 12 2021", "t", ("Ines Calder", "Tom Reed")),
        ("INES CALDER AND TOM", "REED, JUN 12 2021", "t", ("Ines Calder", "Tom Reed")),
    ],
)  # fmt: skip
def test_a_title_right_over_a_byline_is_no_name(
    first: str, second: str, title: str, authors: tuple[str, ...]
) -> None:
    reading = read_string(UNDER.format(first=first, second=second))
    found = convert_reading(reading, "t", "rst", {}).value.document.front
    assert (plain(found.title), found.authors, found.date) == (title, authors, "2021-06-12")


@pytest.mark.parametrize("particle", SMALL_PARTICLES)
def test_a_small_particle_is_small_again_in_a_name_in_capitals(particle: str) -> None:
    assert front(f"KARL {particle.upper()} BERG, May 3 2015")[0] == (f"Karl {particle} Berg",)


@pytest.mark.parametrize("name", ["Karl of Berg", "Karl is Berg", "Karl not Berg"])
def test_a_name_with_another_small_word_is_no_author(name: str) -> None:
    assert front(f"{name}, May 3 2015") == ((), "")


def test_a_heading_that_says_the_title_again_is_left_out_for_a_reason() -> None:
    text = "# On Slow Trains\n\n## On slow trains\n\nBy Jane Doe\n\nTrains are slow, and nobody is born patient.\n"
    result = convert_reading(read_string(text), "t", "rst", {}).value
    assert plain(result.document.front.title) == "On Slow Trains"
    assert result.document.front.authors == ("Jane Doe",)
    assert len(result.document.blocks) == 1
    first = result.ledger.dropped[0]
    assert (first.reason, first.text) == ("repeated title", "On slow trains")
    assert result.ledger.unexplained == ()


LATER = {
    "JANE DOE (UNIVERSITY OF LUND) AND TOM REED, TRANSLATED BY PER LUND, MARCH 3 2013, UPDATED MAY 2 2014": (
        "Per Lund",
        "2014-05-02",
    ),
    "Jane Doe and Tom Reed, March 3 2013, updated May 2 2014": ("", "2014-05-02"),
    "Jane Doe and Tom Reed, translated by Per Lund and Ann Lee, March 3 2013": ("Per Lund; Ann Lee", ""),
    "By Jane Doe and Tom Reed, 3 March 2013 | Last updated on 2 May 2014": ("", "2014-05-02"),
    "JANE DOE AND TOM REED, MARCH 3\n2013, UPDATED MAY 2 2014": ("", "2014-05-02"),
    "Jane Doe und Tom Reed, übersetzt von Per Lund, 3. März 2013, aktualisiert: 2. Mai 2014": (
        "Per Lund",
        "2014-05-02",
    ),
    "Jane Doe et Tom Reed, traduit par Per Lund, 3 mars 2013, mise à jour : 2 mai 2014": (
        "Per Lund",
        "2014-05-02",
    ),
    "By Jane Doe and Tom Reed\n\nMarch 3 2013, updated May 2 2014": ("", "2014-05-02"),
    "By Jane Doe and Tom Reed\n\ntranslated by Per Lund • March 3 2013 • updated May 2 2014": (
        "Per Lund",
        "2014-05-02",
    ),
}


@pytest.mark.parametrize("byline", LATER)
def test_a_byline_names_translators_and_the_date_of_the_last_change(byline: str) -> None:
    result = convert_reading(read_string(TEXT.format(byline=byline)), "t", "rst", {}).value
    front = result.document.front
    assert [name.partition(" (")[0] for name in front.authors] == ["Jane Doe", "Tom Reed"]
    assert ("; ".join(front.translators), front.date, front.updated) == (
        LATER[byline][0],
        "2013-03-03",
        LATER[byline][1],
    )
    assert len(result.document.blocks) == 1
    assert result.ledger.unexplained == ()


@pytest.mark.parametrize(
    "byline",
    [
        "Jane Doe, March 3 2013, updated by nobody at all",
        "Jane Doe, translated by a machine. It was bad, March 3 2013",
    ],
)
def test_what_only_begins_like_a_byline_is_text(byline: str) -> None:
    assert front(byline) == ((), "")
