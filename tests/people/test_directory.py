"""Whose name is it: by key, by ORCID iD, by name; and what is only near."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.growth import assert_linear

from sphinxext_eir.core.people import _lines_of, parsed
from sphinxext_eir.text.author_structures import read_authors
from sphinxext_eir.text.directory import Directory, is_shortened
from sphinxext_eir.text.light_markup import Run, plain, runs_of
from sphinxext_eir.text.people import read_people

ORCID = "0000-0002-1825-0097"
RAW = {
    "lindqvist": {
        "name": {"given": "Mara", "family": "Lindqvist"},
        "orcid": ORCID,
        "affiliation": "University of Northport",
        "also": "Mara Berg",
    },
    "munoz": {"name": "José Muñoz"},
    "smith-1": {"name": "Ann Smith"},
    "smith-2": {"name": "Ann Smith"},
}


@pytest.mark.parametrize(
    ("keys", "names"),
    [
        (["Doe", "roe"], ["Doe", "roe"]),
        (["Doe", "doe"], ["..44.oe", "doe"]),
        (["doe", "Doe", "DOE"], ["doe", "..44.oe", "..44...4f...45."]),
        (
            ["con", "Aux", "NUL", "console", "com1.x"],
            ["..63.on", "..41.ux", "..4e...55...4c.", "console", "..63.om1..2e.x"],
        ),
        (["con", "Con"], ["..63.on", "..43.on"]),
        (["Ödman", "ödman"], ["..d6.dman", "..f6.dman"]),
    ],
)
def test_each_has_a_file_also_where_capitals_make_no_difference(keys: list[str], names: list[str]) -> None:
    people, _ = read_people({key: {"name": key} for key in keys})
    assert list(Directory(people).file_names.values()) == names
    assert len({name.lower() for name in names}) == len(keys)


@pytest.mark.parametrize("key", [date(2020, 1, 1), (1, 2), b"given"])
def test_a_name_of_a_field_that_is_no_text_stops_nothing(key: object) -> None:
    people, _ = read_people(
        {"doe": {"name": {"given": "Jane", "family": "Doe", key: "x"}, "orcid": {key: 1}}}
    )
    assert people["doe"].author.name == "Jane Doe"


def credited(text: str, raw: object = RAW) -> tuple[list[str], tuple[str, ...]]:
    people, problems = read_people(raw)
    assert problems == []
    found = Directory(people).credit(read_authors(text), ())
    return [f"{author.name}{'*' if author.key else ''}" for author in found.printed[0]], found.doubts[0]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("lindqvist", ["Mara Lindqvist*"]),
        ("lindqvist; munoz", ["Mara Lindqvist*", "José Muñoz*"]),
        ("lindqvist, munoz", ["Mara Lindqvist*", "José Muñoz*"]),
        ("Lindqvist, Mara", ["Mara Lindqvist*"]),
        ("mara LINDQVIST", ["Mara Lindqvist*"]),
        ("Jose Munoz", ["José Muñoz*"]),
        (f"M. L. <https://orcid.org/{ORCID}>", ["Mara Lindqvist*"]),
        (f"José Muñoz; {ORCID}", ["José Muñoz*", "Mara Lindqvist*"]),
        ("Mara Berg", ["Mara Lindqvist*"]),
        ("smith-2; Ola Brandt", ["Ann Smith*", "Ola Brandt"]),
        ('["lindqvist", {"name": "Ola Brandt"}]', ["Mara Lindqvist*", "Ola Brandt"]),
        ("Mara Lindqvist <https://orcid.org/0000-0001-5109-3700>", ["Mara Lindqvist"]),  # somebody else
    ],
)
def test_a_name_is_found(typed: str, printed: list[str]) -> None:
    assert credited(typed) == (printed, ())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0000-0001-5109-3700", "nobody has the ORCID iD 0000-0001-5109-3700"),
        ("Mara Lindquist", "did you mean 'Mara Lindqvist' (lindqvist)?"),
        ("M. Lindqvist", "did you mean 'Mara Lindqvist' (lindqvist)?"),
        ("Mara Eva Lindqvist", "did you mean 'Mara Lindqvist' (lindqvist)?"),
        ("lindqvst", "did you mean 'Mara Lindqvist' (lindqvist)?"),
        (
            "Ann Smith",
            "is the name of several people; give the key of the one you mean, 'smith-1' or 'smith-2'",
        ),
    ],
)
def test_a_name_that_is_near_is_asked_about_and_left_as_it_is(typed: str, said: str) -> None:
    names, (doubt,) = credited(typed)
    assert names == [typed]
    assert said in doubt


@pytest.mark.parametrize("typed", ["Ola Brandt", "Eva Lindqvist", "Muñoz Marín, José", "Ann Smythe-Jones"])
def test_other_names_are_nobodys(typed: str) -> None:
    _names, doubts = credited(typed)
    assert doubts == ()


def test_what_the_article_says_of_its_author_stays() -> None:
    people, _ = read_people(RAW)
    found = Directory(people).credit(read_authors("Mara Lindqvist (Harbour School)"), ())
    ((author,), _translators) = found.printed
    assert (author.affiliation, author.orcid) == ("Harbour School", f"https://orcid.org/{ORCID}")


@pytest.mark.parametrize(
    ("typed", "known", "email"),
    [("", "m@a.org", "m@a.org"), ("o@a.org", "m@a.org", "o@a.org"), ("o@a.org", "", "o@a.org")],
)
def test_the_address_of_the_article_comes_before_that_of_the_person(
    typed: str, known: str, email: str
) -> None:
    people, _ = read_people({"lindqvist": {"name": "Mara Lindqvist", "email": known}})
    (author,) = read_authors(json.dumps([{"name": "Mara Lindqvist", "email": typed}]))
    ((printed,), _translators) = Directory(people).credit((author,), ()).printed
    assert printed.email == email


@pytest.mark.parametrize(
    ("one", "other", "shortened"),
    [
        ("m lindqvist", "mara lindqvist", True),
        ("mara lindqvist", "m lindqvist", True),
        ("mara berg lindqvist", "mara lindqvist", True),
        ("ma lindqvist", "mara lindqvist", False),
        ("e lindqvist", "mara lindqvist", False),
        ("m lindqvist", "mara berg", False),
        ("lindqvist", "mara lindqvist", False),
    ],
)
def test_a_name_is_shortened_by_an_initial_or_a_middle_name(one: str, other: str, *, shortened: bool) -> None:
    assert is_shortened(one, other) is shortened


BOMB = "a: &a [x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 8)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ([1], "expected people by their keys"),
        ({"a": {"orcid": ORCID}}, "a: expected a name before what follows it; the person is left out"),
        ({"a": {"name": "A B", "orcid": "0000-0002-1825-0098"}}, "a: expected the"),
        ({"a": {"name": "A B", "hobby": "sea"}}, "a: expected no 'hobby' in an author"),
        ({"a": {"name": "A B", "links": {"Home": "javascript:x"}}}, "a: links: expected a URL"),
        ({"a": {"name": "A B", "links": 5}}, "a: links: expected a URL"),
        ({"a": {"name": "A B"}, "a ": "C D"}, "a: two keys are the same but for their spaces or type"),
        (
            {1: "A B", "1": "C D"},
            "1: two keys are the same but for their spaces or type, and the last one counts",
        ),
        (
            {"a": {"name": "A B", "bio": "x", "Biography": "y"}},
            "a: biography is there twice, by two names, and the",
        ),
        ({"a": {"name": 16**5000}}, "a: expected no number of thousands of digits; the person is left out"),
    ],
)
def test_what_cannot_be_read_is_named(raw: object, problem: str) -> None:
    _people, problems = read_people(raw)
    assert [message for _key, message in problems if message.startswith(problem)], problems


@pytest.mark.parametrize("also", [5, True, {"5": "x"}, [5]])
def test_another_name_may_be_of_any_type_that_yaml_has(also: object) -> None:
    people, problems = read_people({"a": {"name": "A B", "also": also}})
    assert problems == []
    assert people["a"].also in (("5",), ("True",))


@pytest.mark.parametrize("text", [BOMB, "a: &a {name: A B, links: [*a]}"])
def test_a_file_whose_aliases_stand_for_too_much_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="its aliases stand for too much"):
        parsed(text, ".yaml")


def test_three_languages_say_the_same() -> None:
    yaml = "lindqvist:\n  name: {given: Mara, family: Lindqvist}\n  biography: |\n    One.\n\n    Two.\n"
    toml = '[lindqvist]\nname = {given = "Mara", family = "Lindqvist"}\nbiography = """One.\n\nTwo."""\n'
    pytest.importorskip("yaml")
    (one, _), (other, _) = parsed(yaml, ".yaml"), parsed(toml, ".toml")
    text = json.dumps(
        {"lindqvist": {"name": {"given": "Mara", "family": "Lindqvist"}, "biography": "One.\n\nTwo."}}
    )
    assert read_people(one) == read_people(other) == read_people(parsed(text, ".json")[0])
    assert read_people(one)[0]["lindqvist"].biography == ("One.", "Two.")


def test_a_key_that_stands_twice_is_named() -> None:
    pytest.importorskip("yaml")
    assert parsed("a: A B\nb: C D\na: E F\n", ".yaml")[1] == ["a"]
    assert parsed('{"a": "A B", "a": "C D"}', ".json")[1] == ["a"]


def test_a_field_that_stands_twice_in_yaml_is_named_with_its_person() -> None:
    pytest.importorskip("yaml")
    assert parsed("a: {name: A B, orcid: x, name: C D}\nb:\n  name: E F\n", ".yaml")[1] == ["a: name"]


KEYS = """\
# a: b
doe:
  name: Jane Doe
"roe: 1": {}
'poe' : {}
[lund]
brandt = "Ola"
{"berg": {}}
"""


def test_the_line_of_each_key_is_found_in_each_language() -> None:
    lines = _lines_of(KEYS)
    assert [lines[key] for key in ("doe", "name", "roe: 1", "poe", "lund", "brandt", "berg")] == [
        2,
        3,
        4,
        5,
        6,
        7,
        8,
    ]


@pytest.mark.laws
@pytest.mark.parametrize("suffix", [".json", ".yaml"])
def test_time_grows_with_the_people(suffix: str) -> None:
    def read(size: int) -> None:
        text = ",\n".join(f'"k{n}": {{"name": "Jane Doe {n}"}}' for n in range(size))
        raw, doubled = parsed(f"{{{text}}}", suffix)
        assert doubled == []
        Directory(read_people(raw)[0]).shared_names()
        assert _lines_of(text + "\n" * size)["k1"] == 2

    assert_linear(read, 2_000)


# Light markup


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Her *Tide Tables* (2020).", [Run("Her "), Run("Tide Tables", "emphasis"), Run(" (2020).")]),
        ("**Mara** is here.", [Run("Mara", "strong"), Run(" is here.")]),
        ("[Home](https://a.example/x_(y)).", [Run("Home", "link", "https://a.example/x_(y)"), Run(".")]),
        ("`Home <https://a.example>`_.", [Run("Home", "link", "https://a.example"), Run(".")]),
        (
            "See https://a.example/x.",
            [Run("See "), Run("https://a.example/x", "link", "https://a.example/x"), Run(".")],
        ),
        ("2 * 3 * 4, a*b*c and [x](javascript:y)", [Run("2 * 3 * 4, a*b*c and [x](javascript:y)")]),
    ],
)
def test_light_markup(text: str, runs: list[Run]) -> None:
    assert list(runs_of(text)) == runs


@given(st.text(alphabet="ab *[](`<>_.\\https:/", max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    assert [letter for letter in plain(text) if letter in "ab"] == [
        letter for letter in text if letter in "ab"
    ] or "http" in text
