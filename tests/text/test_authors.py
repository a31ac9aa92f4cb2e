"""Authors as people type them, in a line and in the structures of mystmd and Quarto."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sphinxext_eir.text.article import Author
from sphinxext_eir.text.author_lines import with_semicolons
from sphinxext_eir.text.author_structures import read_authors
from sphinxext_eir.text.fields import FieldError
from sphinxext_eir.text.institutions import read_institutions

ORCID = "https://orcid.org/0000-0002-1825-0097"


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Nadia Quill and Ola Brandt", ["Nadia Quill", "Ola Brandt"]),
        ("Nadia Quill & Ola Brandt", ["Nadia Quill", "Ola Brandt"]),
        ("Nadia Quill, Ola Brandt and Per Lund", ["Nadia Quill", "Ola Brandt", "Per Lund"]),
        ("Nadia Quill, Ola Brandt, and Per Lund", ["Nadia Quill", "Ola Brandt", "Per Lund"]),
        ("Nadia Quill, Ola Brandt, Per Lund", ["Nadia Quill", "Ola Brandt", "Per Lund"]),
        ("Nadia Quill, Ola Brandt", ["Nadia Quill", "Ola Brandt"]),
        ("Nadia J. Quill, Ola van der Brandt", ["Nadia J. Quill", "Ola van der Brandt"]),
        ("María Quill, José Brandt", ["María Quill", "José Brandt"]),
        ("Wang Xiaoming، Li Hua", ["Wang Xiaoming", "Li Hua"]),
        ("Quill, Nadia and Brandt, Ola", ["Nadia Quill", "Ola Brandt"]),
        (
            "Nadia Quill (Institute of War and Peace) and Ola van der Brandt",
            ["Nadia Quill", "Ola van der Brandt"],
        ),
        ("Nadia Quill und Ola Brandt", ["Nadia Quill", "Ola Brandt"]),
        ("NADIA QUILL AND OLA BRANDT", ["NADIA QUILL", "OLA BRANDT"]),
        ("Nadia Quill &amp; Ola Brandt", ["Nadia Quill", "Ola Brandt"]),
        ("Nadia Quill / Ola Brandt", ["Nadia Quill", "Ola Brandt"]),
        ("Ana García, Rui Costa y Carlos Pérez", ["Ana García", "Rui Costa", "Carlos Pérez"]),
        ("Ana Lima e Silva, Rui Costa", ["Ana Lima e Silva", "Rui Costa"]),
        ("Jean-Paul Sartre, Simone de Beauvoir", ["Jean-Paul Sartre", "Simone de Beauvoir"]),
        ("Иван Петров, Анна Смирнова", ["Иван Петров", "Анна Смирнова"]),
        ("J. R. R. Tolkien, Xyla Lund", ["J. R. R. Tolkien", "Xyla Lund"]),
        ("Dr. Xyla Quill, Ola Brandt", ["Dr. Xyla Quill", "Ola Brandt"]),
        ("Martin Luther King Jr., Ola Brandt", ["Martin Luther King Jr.", "Ola Brandt"]),
        ("Martin Luther King, Jr. and Ola Brandt", ["Martin Luther King, Jr.", "Ola Brandt"]),
        ("Nadia Quill, PhD, and Ola Brandt, MD", ["Nadia Quill, PhD", "Ola Brandt, MD"]),
        ("Quill NB, Brandt OC", ["Quill NB", "Brandt OC"]),
        ("Петров И. А., Смирнова А. Б.", ["Петров И. А.", "Смирнова А. Б."]),
        ("Quill, N., & Brandt, O.", ["N. Quill", "O. Brandt"]),
        (
            "García Márquez, Gabriel José and Vargas Llosa, Jorge Mario",
            ["Gabriel José García Márquez", "Jorge Mario Vargas Llosa"],
        ),
        (
            "García Márquez, Gabriel José; Vargas Llosa, Jorge Mario",
            ["Gabriel José García Márquez", "Jorge Mario Vargas Llosa"],
        ),
        ("Nadia Quill; Ola Brandt and Per Lund", ["Nadia Quill", "Ola Brandt", "Per Lund"]),
        ('["Nadia Quill and Ola Brandt", "Per Lund"]', ["Nadia Quill", "Ola Brandt", "Per Lund"]),
        ("山田太郎、鈴木花子", ["山田太郎", "鈴木花子"]),
        ("王小明，李大伟", ["王小明", "李大伟"]),
        ("محمد علي؛ أحمد حسن", ["محمد علي", "أحمد حسن"]),
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
        "García Márquez, Gabriel",
        "García Márquez, Gabriel J.",
        "García y Vega, Diego López",
        "van der Berg, Jan Willem",
        "García Márquez, Gabriel José;",  # a semicolon says what sets authors apart
        "Marks and Spencer;",
        "José Ortega y Gasset",
        "[Anonymous]",
        "Amnesty International",
        "Ministry of Foreign Affairs and Trade",
        "Center for Strategic and International Studies",
        "Department of War Studies, King's College London",
        "Vargas Llosa, Mario",
        "Sousa Santos, Boaventura de",
        "King, Martin Luther, Jr.",
        "Nadia Quill, MD, PhD",
    ],
)
def test_one_name_stays_one(typed: str) -> None:
    assert len(read_authors(typed)) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "García Márquez, Gabriel José",
        "Quill and Brandt",
        "Quill & Brandt",
        "Nadia Quill and the crew",
        "Fernández de Kirchner, Cristina Elisabet",
        "Van der Berg, Jan Willem",
        "Bonham Carter, Helena Mary",
        "Lloyd George, David Owen",
        "Martín Gaite, Carmen Rosa",
        "Al Thani, Tamim Hamad",
        "García M., Gabriel J.",
        "García Márquez, Gabriel José, Vargas Llosa, Jorge Mario",
        "García Márquez, Gabriel José and Ola Brandt",
        "Quill, Nadia, and Ola Brandt",
        "Quill, Nadia, Brandt, Ola",
        "bell hooks, Ola Brandt",
        "Nadia Quill1, Ola Brandt2",
        "Nadia Quill, Ostwick",
        "محمد علي، أحمد حسن",
        "Santiago Ramón y Cajal Agüero",
        "Nadia Quill with Ola Brandt",
        "Nadia Quill\nOla Brandt",
        "Nadia Quill and Amnesty International",
        "World Bank and International Monetary Fund",
        "World Bank and IMF",
        "University of Ostwick and Brandt Institute",
        "Amnesty International, Human Rights Watch and Oxfam",
        "Nadia Quill, University of Ostwick",
        "Nadia Quill, Ostwick University and Ola Brandt, Brandt Institute",
    ],
)
def test_what_may_be_one_name_or_several_is_kept_and_pointed_out(typed: str) -> None:
    with pytest.raises(FieldError, match="semicolons") as error:
        read_authors(typed)
    assert [author.name for author in error.value.keep] == [" ".join(typed.split())]


@pytest.mark.parametrize(
    "typed",
    [
        "García Márquez, Gabriel José",
        "Nadia Quill, Ola Brandt and friends",
        "Per Lund; Nadia Quill, Ola Brandt",
        '["Per Lund", "Nadia Quill, Ola Brandt"]',
        '[{"name": "Nadia Quill, Ola Brandt"}]',
        "Nadia Quill, University of Ostwick; Ola Brandt, Brandt Institute",
    ],
)
def test_a_doubtful_name_is_printed_with_its_comma(typed: str) -> None:
    with pytest.raises(FieldError) as error:
        read_authors(typed)
    name = error.value.keep[-1].name
    assert name in typed
    assert "," in name


@pytest.mark.parametrize("typed", ["Martin Luther King, Jr.", "Nadia Quill, PhD", "Nadia Quill, Ph.D."])
def test_what_follows_a_whole_name_stays_behind_it(typed: str) -> None:
    assert read_authors(typed) == (Author(typed),)


def test_a_body_keeps_the_place_of_what_it_is_part_of() -> None:
    typed = "Department of Peace and Conflict Studies, University of Ostwick"
    assert read_authors(typed) == (Author(typed),)


def test_in_a_mapping_a_family_name_of_two_words_is_one_name() -> None:
    typed = json.dumps([{"name": "Fernández de Kirchner, Cristina Elisabet"}])
    (author,) = read_authors(typed)
    assert (author.family, author.given) == ("Fernández de Kirchner", "Cristina Elisabet")


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
        (  # the Journal of Open Source Software
            {
                "given-names": "Ludwig",
                "dropping-particle": "van",
                "surname": "Beethoven",
                "equal-contrib": True,
            },
            Author("Ludwig van Beethoven", "van Beethoven", "Ludwig", equal_contributor=True),
        ),
        (  # mystmd's other names of parts
            {"name": {"first": "Ludwig", "particle": "van", "last": "Beethoven"}},
            Author("Ludwig van Beethoven", "van Beethoven", "Ludwig"),
        ),
        (
            {"name": "N", "correspondence": "n@example.org"},
            Author("N", email="n@example.org", corresponding=True),
        ),
        (
            {"name": "N", "affiliation": {"name": "A", "province": "Ost", "ror": "x"}},
            Author("N", affiliation="A, Ost"),
        ),
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
        ({"name": "N", "affiliation": {"instituton": "A"}}, "no 'instituton' in an affiliation"),
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


def test_an_institution_that_one_author_defines_is_known_to_the_others() -> None:
    typed = [  # mystmd's own example
        {
            "name": "Marissa Myst",
            "affiliations": [
                {"id": "ubc", "institution": "University of Ostwick", "ror": "03rmrcq20"},
                "ACME Inc",
            ],
        },
        {"name": "Miles Mysterson", "affiliation": "ubc"},
        {"name": "Per Lund", "affiliations": [{"ref": "ubc"}]},
    ]
    assert [author.affiliation for author in read_authors(json.dumps(typed))] == [
        "University of Ostwick, ACME Inc",
        "University of Ostwick",
        "University of Ostwick",
    ]


@pytest.mark.parametrize(
    "institutions",
    [
        ["Port College", "Ostwick"],  # by their places
        [{"1": "Port College"}, {"2": "Ostwick"}],  # pandoc's filters
        {"1": "Port College", "2": {"name": "Ostwick"}},
        [{"number": 1, "name": "Port College"}, {"number": 2, "name": "Ostwick"}],
    ],
)
def test_numbers_lead_to_institutions_in_every_form_of_their_list(institutions: Any) -> None:
    known = read_institutions(json.dumps(institutions))
    (author,) = read_authors(json.dumps([{"name": "Nadia Quill", "affiliation": [1, 2]}]), known)
    assert author.affiliation == "Port College, Ostwick"


def test_authors_refer_to_people_that_are_listed_elsewhere() -> None:
    people = [
        {"id": "nadia", "name": "Nadia Quill", "orcid": "0000-0002-1825-0097"},
        {"id": "ola", "name": "Ola Brandt"},
    ]
    typed = json.dumps(["nadia", {"ref": "ola", "corresponding": True}, {"id": "nobody"}])
    with pytest.raises(FieldError, match="a name") as error:
        read_authors(typed, {}, people)
    assert error.value.keep == (Author("Nadia Quill", orcid=ORCID), Author("Ola Brandt", corresponding=True))
