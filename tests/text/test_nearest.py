"""The nearest of many names is found by comparing a few of them."""

from __future__ import annotations

import difflib
import random

import pytest
from support.growth import assert_linear

from sphinxext_eir.text.article import Author
from sphinxext_eir.text.directory import Directory
from sphinxext_eir.text.nearest import MOST, Nearest
from sphinxext_eir.text.people import read_people


def made(number: int, seed: int = 7) -> list[str]:
    """Return a *number* of names, no two of them alike."""
    chosen = random.Random(seed)
    words = (
        "".join(chosen.choices("abcdefghilmnoprstuvw", k=chosen.randint(4, 8))) for _ in range(number * 2)
    )
    return [f"{given} {next(words)}" for given in words]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("mara lindqvist", "mara lindqvist"),
        ("mara lindquist", "mara lindqvist"),
        ("mara lindqvists", "mara lindqvist"),
        ("maria quill", ""),
        ("x", ""),
        ("", ""),
    ],
)
@pytest.mark.parametrize("number", [0, MOST - 1, MOST, 5 * MOST])
def test_a_name_is_found_among_few_and_among_many(name: str, near: str, number: int) -> None:
    assert Nearest([*made(number), "mara lindqvist"]).to(name, 0.88) == near


def test_what_difflib_finds_among_many_is_found() -> None:
    names = made(4 * MOST)
    nearest = Nearest(names)
    for name in names[::40]:
        typed = name[:3] + name[4:]
        assert difflib.get_close_matches(typed, names, n=1, cutoff=0.88) == [nearest.to(typed, 0.88)]


def test_of_names_without_rare_pairs_some_are_compared() -> None:
    alike = [f"aa{n}" for n in range(MOST + 1)]
    assert Nearest(alike).to("aa0", 0.9) == "aa0"


@pytest.mark.laws
def test_time_grows_with_people_whom_nobody_knows() -> None:
    def read(size: int) -> None:
        names, others = made(size), made(size, seed=8)
        people = Directory(read_people({f"p{n}": name for n, name in enumerate(names)})[0])
        for name in others:
            people.doubt(Author(name))

    assert_linear(read, 1_600)


def test_of_many_with_one_family_name_a_shortened_one_is_found() -> None:
    people = Directory(
        read_people({f"p{n}": f"{name} Roe" for n, name in enumerate(["Jane", "Ola", "Wim"])})[0]
    )
    assert "did you mean 'Jane Roe' (p0)" in people.doubt(Author("J. Roe"))
    assert "did you mean 'Wim Roe' (p2)" in people.doubt(Author("Wim X. Roe"))
