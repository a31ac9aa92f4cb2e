"""The fields of the front matter: what is read, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinxext_eir.text import fields, frontmatter
from sphinxext_eir.text.article import Author
from sphinxext_eir.text.author_structures import read_authors
from sphinxext_eir.text.authors import is_title
from sphinxext_eir.text.characters import writable
from sphinxext_eir.text.fields import Date, FieldError

if TYPE_CHECKING:
    import datetime


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2012-05-12", Date(2012, 5, 12)),
        ("2012-05", Date(2012, 5)),
        ("2012", Date(2012)),
        ("20120512", Date(2012, 5, 12)),
        ("2012-05-12T10:30:00Z", Date(2012, 5, 12)),
        ("2012-05-12 10:30:00", Date(2012, 5, 12)),  # as YAML's timestamps are handed on
        ("12 May 2012", Date(2012, 5, 12)),  # the Journal of Open Source Software
        ("Sat, 12 May 2012", Date(2012, 5, 12)),  # mystmd
    ],
)
def test_dates_are_iso_8601(typed: str, date: Date) -> None:
    assert fields.read_date(typed) == date


@pytest.mark.parametrize(
    "typed",
    [
        "May 12 2012",
        "2012-13",
        "2012-02-30",
        "12.05.2012",
        "0000",
        "today",
        "2012-05-12x",
        "31 Feb 2012",
        "1/2/2012",
    ],
)
def test_other_dates_are_refused(typed: str) -> None:
    with pytest.raises(FieldError, match="ISO 8601"):
        fields.read_date(typed)


@given(st.dates())
def test_a_printed_date_reads_back(day: datetime.date) -> None:
    date = Date(day.year, day.month, day.day)
    assert str(date) == day.isoformat()
    assert fields.read_date(str(date)) == date


def test_urls_of_web_pages_are_read() -> None:
    for url in (
        "https://www.e-ir.info/2012/05/12/x/",
        "http://a.example",
        "https://twitter.com/#!/x?y=1&z=ü",
    ):
        assert fields.read_url(url) == url


@pytest.mark.parametrize(
    "typed",
    ["www.e-ir.info", "javascript:alert(1)", "data:text/html,x", "https://", "https://a b", 'https://a/"onx="', "//a/b",
     "http://[", "mailto:a@b.example"],
)  # fmt: skip
def test_other_urls_are_refused(typed: str) -> None:
    with pytest.raises(FieldError, match="https://"):
        fields.read_url(typed)


def issn(digits: list[int]) -> str:
    check = -sum(weight * digit for weight, digit in zip(range(8, 1, -1), digits, strict=True)) % 11
    text = "".join(map(str, digits)) + ("X" if check == 10 else str(check))
    return f"{text[:4]}-{text[4:]}"


def orcid(digits: list[int]) -> str:
    # ISO 7064 MOD 11-2, by the definition: the whole is congruent to 1 modulo 11.
    weights = [2 ** (15 - place) % 11 for place in range(15)]
    check = (1 - sum(weight * digit for weight, digit in zip(weights, digits, strict=True))) % 11
    text = "".join(map(str, digits)) + ("X" if check == 10 else str(check))
    return "-".join(text[start : start + 4] for start in range(0, 16, 4))


def digits(count: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(0, 9), min_size=count, max_size=count)


@given(digits(7), st.integers(0, 6), st.integers(1, 9))
def test_an_issn_with_one_digit_wrong_is_refused(body: list[int], place: int, shift: int) -> None:
    good = issn(body)
    assert fields.read_issn(good) == fields.read_issn(good.replace("-", "")) == good
    body[place] = (body[place] + shift) % 10
    with pytest.raises(FieldError, match="check digit"):
        fields.read_issn(issn(body)[:-1] + good[-1])


@given(digits(15), st.integers(0, 14), st.integers(1, 9))
def test_an_orcid_with_one_digit_wrong_is_refused(body: list[int], place: int, shift: int) -> None:
    good = orcid(body)
    assert fields.read_orcid(good) == f"https://orcid.org/{good}"
    body[place] = (body[place] + shift) % 10
    with pytest.raises(FieldError, match="check digit"):
        fields.read_orcid(orcid(body)[:-1] + good[-1])


def test_known_numbers() -> None:
    assert fields.read_issn("2053-8626") == "2053-8626"  # E-International Relations
    assert fields.read_issn("ISSN 2434-561x") == "2434-561X"
    assert fields.read_orcid("0000-0002-1694-233X") == "https://orcid.org/0000-0002-1694-233X"


@pytest.mark.parametrize(
    "typed",
    ["10.1000/182", "doi:10.1000/182", "https://doi.org/10.1000/182", "http://dx.doi.org/10.1000/182"],
)
def test_dois_are_read_as_cited(typed: str) -> None:
    assert fields.read_doi(typed) == "10.1000/182"


@pytest.mark.parametrize(
    "typed", ["11.1000/182", "10.1000", "10.1000/", "https://example.org/10.1000/182", "10.1000/a b"]
)
def test_other_dois_are_refused(typed: str) -> None:
    with pytest.raises(FieldError, match="DOI"):
        fields.read_doi(typed)


ORCID = "https://orcid.org/0000-0002-1825-0097"


@pytest.mark.parametrize(
    ("typed", "authors"),
    [
        ("Abit Hoxha", [Author("Abit Hoxha")]),
        ("Hoxha, Abit", [Author("Abit Hoxha", "Hoxha", "Abit")]),
        ("Ann Lee; Ray, Bob;", [Author("Ann Lee"), Author("Bob Ray", "Ray", "Bob")]),
        ("King, Martin Luther, Jr.", [Author("Martin Luther King Jr.", "King Jr.", "Martin Luther")]),
        (f"Ann Lee <{ORCID}>", [Author("Ann Lee", orcid=ORCID)]),
        ("Ann Lee <0000-0002-1825-0097>", [Author("Ann Lee", orcid=ORCID)]),
        (f"Ann Lee {ORCID}", [Author("Ann Lee", orcid=ORCID)]),
        (
            f"Lee, Ann <{ORCID}> (University (of Leeds); UK); Bob Ray",
            [Author("Ann Lee", "Lee", "Ann", ORCID, "University (of Leeds); UK"), Author("Bob Ray")],
        ),
        ('["Lee, Ann", {"name": "Bob Ray", "orcid": "0000-0002-1825-0097", "affiliations": ["A", "B"]}]',
         [Author("Ann Lee", "Lee", "Ann"), Author("Bob Ray", orcid=ORCID, affiliation="A, B")]),
    ],
)  # fmt: skip
def test_authors(typed: str, authors: list[Author]) -> None:
    assert read_authors(typed) == tuple(authors)


def test_authors_set_apart_by_commas_are_pointed_out_and_kept() -> None:
    with pytest.raises(FieldError, match="semicolons") as error:
        read_authors("Lee, Ray, Cy Dee")
    assert error.value.keep == (Author("Lee, Ray, Cy Dee"),)


def test_a_bad_orcid_costs_the_link_and_not_the_author() -> None:
    with pytest.raises(FieldError, match="check digit") as error:
        read_authors("Ann Lee <0000-0002-1825-0098> (Leeds); Bob Ray")
    assert error.value.keep == (Author("Ann Lee", affiliation="Leeds"), Author("Bob Ray"))


def test_an_author_without_a_name_is_pointed_out() -> None:
    with pytest.raises(FieldError, match="a name"):
        read_authors(f"<{ORCID}>")


names = st.text(st.characters(categories=["L", "M"]) | st.sampled_from("-.' "), min_size=1).filter(
    lambda name: name.strip(" ") and all(word.strip("-.'") for word in name.split())
)
"""Words of a name, of which none is a mark alone."""


@pytest.mark.laws
@given(
    st.lists(
        st.builds(
            lambda family, given: (" ".join(family.split()), " ".join(given.split())), names, names
        ).filter(
            lambda person: (
                any(len(part.split()) == 1 for part in person) and not is_title(person[1], after=person[0])
            )
        ),
        min_size=1,
    )
)
def test_any_author_typed_family_first_reads_back(people: list[tuple[str, str]]) -> None:
    """Two words before the comma and two after it may be two persons, which is pointed out; a title after two is none's given name."""
    typed = "; ".join(f"{family}, {given} <{ORCID}> (Leeds)" for family, given in people)
    expected = tuple(Author(f"{given} {family}", family, given, ORCID, "Leeds") for family, given in people)
    assert read_authors(typed) == expected


@given(st.text())
@example("\x1b")
def test_no_text_breaks_a_field(text: str) -> None:
    is_empty = writable(text).strip() in ("", "null")
    for name in frontmatter.FIELDS:
        values, problems = frontmatter.read({name: text})
        assert values or problems or is_empty or name in ("author", "keywords")


def test_keywords() -> None:
    assert fields.read_keywords("Kosovo, Russia") == ("Kosovo", "Russia")
    assert fields.read_keywords("patience; time, its passing") == ("patience", "time, its passing")
    assert fields.read_keywords('["a", "b, c"]') == ("a", "b, c")


def test_yamls_nothing_is_nothing() -> None:
    values, problems = frontmatter.read({"author": "null", "kind": "null", "date": "null"})
    assert (values, problems) == ({}, [])
    assert read_authors('["Jane Doe", null]') == (Author("Jane Doe"),)


def test_one_author_may_be_a_mapping() -> None:
    assert read_authors('{"name": "Jane Doe", "orcid": "0000-0002-1825-0097"}') == (
        Author("Jane Doe", orcid=ORCID),
    )


@pytest.mark.parametrize(
    ("typed", "licence"),
    [
        ("CC BY 4.0", "CC BY 4.0"),
        (
            '{"text": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}',
            "CC BY 4.0",
        ),  # Quarto
        ('{"content": "CC-BY-4.0"}', "CC-BY-4.0"),  # mystmd
        ('{"content": {"id": "CC-BY-4.0", "name": "Creative Commons"}}', "Creative Commons"),
    ],
)
def test_a_licence_may_be_a_mapping(typed: str, licence: str) -> None:
    assert frontmatter.read({"license": typed}) == ({"license": licence}, [])


def test_a_licence_of_code_is_named() -> None:
    values, problems = frontmatter.read({"license": '{"content": "CC-BY-4.0", "code": "MIT"}'})
    assert values == {"license": "CC-BY-4.0"}
    assert "MIT" in str(problems[0])


@pytest.mark.parametrize("field", ["license", "publisher", "keywords"])
def test_a_mapping_is_no_text(field: str) -> None:
    values, problems = frontmatter.read({field: '{"colour": "x"}'})
    assert values == {}
    assert len(problems) == 1


@pytest.mark.parametrize(
    "text", ["https://orcid.org/0000-0002-1825-0097", "(A University)", '[{"affiliation": "A"}]']
)
def test_who_has_no_name_is_no_author(text: str) -> None:
    values, (problem,) = frontmatter.read({"author": text})
    assert values == {"authors": ()}
    assert "a name before what follows it" in problem.expected
    assert problem.given == text


def test_an_institution_that_no_author_has_is_named() -> None:
    institutions = '[{"id": "ost", "name": "University of Ostwick"}, {"id": "port", "name": "Port College"}]'
    typed = {"affiliations": institutions, "author": '[{"name": "Nadia Quill", "affiliation": "ost"}]'}
    values, (problem,) = frontmatter.read(typed)
    assert values["authors"] == (Author("Nadia Quill", affiliation="University of Ostwick"),)
    assert "Port College" in str(problem)


@pytest.mark.parametrize("typed", ["12–31", "12-31", "12 -- 31", "12—31"])
def test_pages_are_the_first_and_the_last(typed: str) -> None:
    values, problems = frontmatter.read({"pages": typed})
    assert (values, problems) == ({"first_page": "12", "last_page": "31"}, [])


@pytest.mark.parametrize(
    ("typed", "last"),
    [("110–8", "118"), ("1002-17", "1017"), ("10–8", "18"), ("S12–S19", "S19"), ("ix–xi", "xi")],
)
def test_the_last_page_may_be_shortened(typed: str, last: str) -> None:
    values, problems = frontmatter.read({"pages": typed})
    assert (values["last_page"], problems) == (last, [])


def test_one_page_is_the_first_and_what_is_no_range_is_named() -> None:
    assert frontmatter.read({"pages": "iv"}) == ({"first_page": "iv"}, [])
    for typed in ("12–31–40", "12, 14", "–", "31–12", "18–3", "xi–ix", "V–IV"):
        values, (problem,) = frontmatter.read({"pages": typed})
        assert values == {}
        assert (
            str(problem)
            == f"pages: expected the first and the last page, as 12–31, or one page, not {typed!r}"
        )


def test_of_two_that_say_the_first_page_differently_its_own_field_counts() -> None:
    for names in (("pages", "first-page"), ("first-page", "pages")):
        values, (problem,) = frontmatter.read(
            {name: {"pages": "12–31", "first-page": "13"}[name] for name in names}
        )
        assert (values["first_page"], values["last_page"]) == ("13", "31")
        assert str(problem) == "pages: expected what first-page says, 13, not '12–31'"
