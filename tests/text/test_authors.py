"""Authors as people type them, in a line and in the structures of mystmd and Quarto."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sphinxext_eir.text.authors import Author, read_authors, read_institutions, with_semicolons
from sphinxext_eir.text.fields import FieldError

ORCID = "https://orcid.org/0000-0002-1825-0097"


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Nadia Quill and Ola Brandt", ["Nadia Quill", "Ola Brandt"]),
        ("Nadia Quill & Ola Brandt", ["Nadia Quill", "Ola Brandt"]),
        ("Nadia Quill, Ola Brandt and Per Lund", ["Nadia Quill", "Ola Brandt", "Per Lund"]),
        ("Nadia Quill, Ola Brandt, and Per Lund", ["Nadia Quill", "Ola Brandt", "Per Lund"]),
        ("Nadia Quill, Ola Brandt, Per Lund", ["Nadia Quill", "Ola Brandt", "Per Lund"]),
        ("Quill, Nadia and Brandt, Ola", ["Nadia Quill", "Ola Brandt"]),
        (
            "Nadia Quill (Institute of War and Peace) and Ola van der Brandt",
            ["Nadia Quill", "Ola van der Brandt"],
        ),
        ("Nadia Quill und Ola Brandt", ["Nadia Quill", "Ola Brandt"]),
    ],
)
def test_names_are_told_apart_where_they_can_be_read_in_one_way_alone(typed: str, names: list[str]) -> None:
    assert [author.name for author in read_authors(typed)] == names


@pytest.mark.parametrize(
    "typed",
    [
        "Ministry of Trade and Industry",
        "Department of Peace and Conflict Studies, University of Ostwick",
        "The Editors and Friends",
        "Quill, Nadia",
        "Martin Luther King, Jr.",
        "García Márquez, Gabriel",
        "García Márquez, Gabriel José;",  # a semicolon says what sets authors apart
        "Marks and Spencer;",
        "José Ortega y Gasset",
        "[Anonymous]",
        "Amnesty International",
    ],
)
def test_one_name_stays_one(typed: str) -> None:
    assert len(read_authors(typed)) == 1


@pytest.mark.parametrize(
    "typed", ["Nadia Quill, Ola Brandt", "Quill and Brandt", "Quill & Brandt", "Nadia Quill and the crew"]
)
def test_what_may_be_one_name_or_several_is_kept_and_pointed_out(typed: str) -> None:
    with pytest.raises(FieldError, match="semicolons") as error:
        read_authors(typed)
    assert len(error.value.keep) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "[{“name”: “Mara Lindqvist”}]",
        "{name: Mara Lindqvist}",
        "[Mara Lindqvist, Ola Brandt]",
        '["Mara Lindqvist"',
    ],
)
def test_a_broken_structure_is_no_name(typed: str) -> None:
    with pytest.raises(FieldError, match="a list of names or mappings") as error:
        read_authors(typed)
    assert error.value.keep is None


@pytest.mark.parametrize(
    ("item", "author"),
    [
        ({"name": "Nadia Quill", "orcid": "0000-0002-1825-0097"}, Author("Nadia Quill", orcid=ORCID)),
        ({"name": "Quill, Nadia"}, Author("Nadia Quill", "Quill", "Nadia")),
        ({"name": {"given": "Nadia", "family": "Quill"}}, Author("Nadia Quill", "Quill", "Nadia")),
        ({"given": "Nadia", "family": "Quill"}, Author("Nadia Quill", "Quill", "Nadia")),
        (
            {
                "name": {
                    "given": "Joost",
                    "non-dropping-particle": "van der",
                    "family": "Meer",
                    "suffix": "Jr.",
                }
            },
            Author("Joost van der Meer Jr.", "van der Meer Jr.", "Joost"),
        ),
        ({"name": {"literal": "The Harbour Board"}}, Author("The Harbour Board")),
        ({"name": "N", "affiliation": "A"}, Author("N", affiliation="A")),
        (
            {"name": "N", "affiliations": ["A", {"name": "B", "city": "Ostwick"}]},
            Author("N", affiliation="A, B, Ostwick"),
        ),
        (
            {"name": "N", "affiliations": {"department": "D", "institution": "I"}},
            Author("N", affiliation="D, I"),
        ),
        (
            {"name": "N", "affiliations": [{"ref": "ost"}, "port"]},
            Author("N", affiliation="University of Ostwick, Port College"),
        ),
        (
            {"name": "N", "email": "n@example.org", "corresponding": True, "equal_contributor": True},
            Author("N", email="n@example.org", corresponding=True, equal_contributor=True),
        ),
        (
            {"name": "N", "attributes": {"equal-contributor": True}, "github": "n"},
            Author("N", equal_contributor=True),
        ),
        ("Nadia Quill", Author("Nadia Quill")),
    ],
)
def test_structures_of_mystmd_and_quarto_are_read(item: Any, author: Author) -> None:
    institutions = read_institutions(
        json.dumps(
            [{"id": "ost", "name": "University of Ostwick"}, {"id": "port", "institution": "Port College"}]
        )
    )
    assert read_authors(json.dumps([item]), institutions) == (author,)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"name": "N", "orcid": "0000-0002-1825-0098"}, "check digit"),
        ({"name": "N", "affiliations": [{"ref": "nowhere"}]}, "'nowhere'"),
        ({"name": "N", "afiliation": "A"}, "no 'afiliation' in an author"),
        ({"orcid": "0000-0002-1825-0097"}, "a name"),
    ],
)
def test_what_a_structure_lacks_is_pointed_out(item: Any, expected: str) -> None:
    with pytest.raises(FieldError, match=expected):
        read_authors(json.dumps(item))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Nadia Quill, Ola Brandt", "Nadia Quill; Ola Brandt"),
        ("Quill, Nadia; Brandt, Ola", "Quill, Nadia; Brandt, Ola"),
        ("Quill, Nadia", "Quill, Nadia"),
        ('["Quill", "Brandt"]', '["Quill", "Brandt"]'),
    ],
)
def test_commas_set_apart_whole_names_in_the_field_of_docutils(typed: str, read: str) -> None:
    assert with_semicolons(typed) == read


@pytest.mark.parametrize(
    ("typed", "printed"),
    [(1, "Port College"), ("1, 2", "Port College, Ostwick"), ("1 & 2", "Port College, Ostwick")],
)
def test_affiliations_by_number_as_papers_of_joss_have_them(typed: int | str, printed: str) -> None:
    institutions = read_institutions(
        json.dumps([{"name": "Port College", "index": 1}, {"name": "Ostwick", "index": 2}])
    )
    (author,) = read_authors(json.dumps([{"name": "Nadia Quill", "affiliation": typed}]), institutions)
    assert author.affiliation == printed


def test_a_number_that_no_affiliation_has_is_named_and_never_printed() -> None:
    with pytest.raises(FieldError, match="id '3' among 'affiliations'") as caught:
        read_authors(json.dumps([{"name": "Nadia Quill", "affiliation": "1,3"}]), {"1": "Port College"})
    assert [author.affiliation for author in caught.value.keep] == [""]
