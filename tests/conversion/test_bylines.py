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
    assert (first.reason, first.text) == ("byline recast", "On slow trains")
    assert result.ledger.unexplained == ()
