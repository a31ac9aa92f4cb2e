"""Entries of bibliographies as they are typed."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.growth import assert_linear
from support.paths import DATA

from sphinxext_eir.typed.references import Reference, read_key, read_reference

ENTRIES = (DATA / "entries.txt").read_text(encoding="utf-8").splitlines()
"""Names, the year, and the entry in which they are to be read."""


def last_words(names: list[str]) -> list[str]:
    return [name.split()[-1].casefold() for name in names]


@pytest.mark.parametrize("line", ENTRIES, ids=lambda line: line.split(" | ")[2][:30])
def test_the_names_and_the_year_of_an_entry(line: str) -> None:
    names, year, text = line.split(" | ", 2)
    entry = read_reference(text)
    assert names in entry.also or last_words(list(entry.names)) == last_words(names.split(";"))
    assert entry.year == year.replace("in press", "forthcoming")


def test_a_name_that_begins_like_an_arabic_and_is_whole() -> None:
    entry = "الليثي، إبراهيم، والعتري، وليد، والبازي، ماهر (2015). الانتظار."
    assert read_reference(entry).names == ("الليثي", "العتري", "البازي")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Blank, S. and Clark, W., 2015. Oil (of nuts and seed). Leith: Quay.", "2015"),
        (
            "Egan, M.; Blank, S. Tar. Quays, v. 2, p. 125-137,1952. Available from: https://example.org.",
            "1952",
        ),
    ],
)
def test_a_year_is_found_where_it_stands_alone(text: str, year: str) -> None:
    assert read_reference(text).year == year


@pytest.mark.parametrize(
    ("text", "also"),
    [
        ("World Bank (2000) Report.", "WB"),
        ("Human Rights Watch (HRW) (2013) Drones.", "HRW"),
        (
            "International Commission on Intervention and State Sovereignty [ICISS] (2001) The Responsibility to Protect.",
            "ICISS",
        ),
        ("FAS. (2000) Federation of American Scientists.", "Federation of American Scientists"),
        ("United Nations Development Programme (2010) Report.", "UNDP"),
        ("United Nations, Security Council (1999) Resolution 1244.", "UN"),
    ],
)
def test_what_a_body_may_be_cited_as(text: str, also: str) -> None:
    assert also in read_reference(text).also


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (
            "Meyer, Konrad (1970a2), »Der Boden«, in: Handwörterbuch.",
            "1970a",
        ),  # the second edition, its number raised
        ("Meyer, Konrad (1970b¹²), »Der Boden«, in: Handwörterbuch.", "1970b"),
        ("Meyer, Konrad (19702), »Der Boden«, in: Handwörterbuch.", "1970"),
        ("Wasserman, R. Forthcoming a. Theories of Persistence. Mind.", "forthcominga"),
        ("Wasserman, R. (n.d.-b) Theories of Persistence.", "n.d.b"),
        ("Wasserman, R. (forthcoming) A Theory of Persistence.", "forthcoming"),
    ],
)
def test_the_letter_of_a_year(text: str, year: str) -> None:
    assert read_reference(text).year == year


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Polanyi, K. ([1944] 2001) The Great Transformation.", ("2001", "1944")),
        ("Fanon, F. (1963 [1961]) The Wretched of the Earth.", ("1963", "1961")),
        ("Said, E. (1978/2003) Orientalism.", ("1978", "2003")),
        ("Marx, K. 1867 [1976]. Capital.", ("1867", "1976")),
        ("Teschke, Benno, The Myth of 1648 (London: Verso, 2003).", ("2003",)),
        ("Annan, K. (18 September 1999) 'Two concepts of sovereignty'.", ("1999",)),
        ("Qutb, S. (n.d.) Milestones.", ("n.d.",)),
        ("Smith, S. D. (ed) (1982) Regimes.", ("1982",)),
        ("Blank, T. The Threat. Lines, v. 4, p. 249-283,1993.", ("1993",)),
        ("Blank, S. The Threat. https://example.org/2011/02/x.html (accessed 3 May 2012)", ()),
    ],
)
def test_the_years_of_an_entry(text: str, years: tuple[str, ...]) -> None:
    assert read_reference(text).years == years


@pytest.mark.parametrize(
    ("text", "url", "doi", "accessed"),
    [
        ("Blank, S. (2000) T. http://fas.org/a_b.html (accessed February 29, 2012)", "http://fas.org/a_b.html", "", (2012, 2, 29)),
        ("Blank, S. (2000) T. Available at: <http://fas.org/>. Last accessed 2nd Feb 2014.", "http://fas.org/", "", (2014, 2, 2)),
        ("Blank, S. (2000) T. www.fas.org/a#!b, retrieved on 10.10.2012", "www.fas.org/a#!b", "", (2012, 10, 10)),
        ("Blank, S. (2000) T. [Accessed 20 November 2016]. Available from: http://fas.org/a.pdf", "http://fas.org/a.pdf", "", (2016, 11, 20)),
        ("Blank, S. (2000) T. doi: 10.1126/science.1169467.", "", "10.1126/science.1169467", None),
        ("Blank, S. (2000) T. https://doi.org/10.1080/0149", "https://doi.org/10.1080/0149", "10.1080/0149", None),
        ("Blank, S. (2000) T. http://fas.org/cafe\u0301", "http://fas.org/cafe\u0301", "", None),  # an accent of its own, as typed
    ],
)  # fmt: skip
def test_where_an_entry_is_found(
    text: str, url: str, doi: str, accessed: tuple[int, int, int] | None
) -> None:
    entry = read_reference(text)
    assert (entry.url, entry.doi) == (url, doi)
    assert entry.accessed == (datetime.date(*accessed) if accessed else None)
    assert entry.years == ("2000",)


@pytest.mark.parametrize("dash", ["------.", "———.", "___,", "––– (2011)", "—"])
def test_a_dash_repeats_the_authors_before(dash: str) -> None:
    before = read_reference("Blank, S. and Clark, W. (2000) Threats.")
    entry = read_reference(f"{dash} 2001. Views.", before)
    assert entry.names == ("Blank", "Clark")


def test_the_key_of_an_entry() -> None:
    assert read_reference("Blank, S. (2000a) Threats.").key == "Blank2000a"
    assert read_reference("World Bank (2010) Report.").key == "WorldBank2010"
    assert read_key("[blank-threats] Blank, S. (2000)") == ("blank-threats", "Blank, S. (2000)")
    assert read_key("[1] Blank, S. (2000)") == ("", "[1] Blank, S. (2000)")
    assert read_reference("Blank, S. (2000) Threats.", None, "mine").given


@given(
    st.one_of(
        st.text(),
        st.lists(
            st.sampled_from(
                [
                    *"(),.;:[]&'-",
                    " ",
                    "Blank",
                    "S.",
                    "and",
                    "2000",
                    "eds",
                    "et al.",
                    "n.d.",
                    "UN",
                    "http://a.b",
                    "доклад",
                ]
            )
        ).map("".join),
    )
)
def test_any_text_is_an_entry(text: str) -> None:
    entry = read_reference(text)
    assert isinstance(entry, Reference)
    assert all(entry.names)


@pytest.mark.laws
@pytest.mark.parametrize(
    "unit",
    [
        "accessed ",
        "last ",
        "10.1000/",
        "http://",
        "(A 2000; ",
        "A and ",
        "A, ",
        "2000 ",
        "A.",
        "(",
        " ",
        "(   ",
        "et al. ",
    ],
)
def test_hostile_entries_take_linear_time(unit: str) -> None:
    def read(size: int) -> None:
        assert isinstance(read_reference((unit * size)[:size]), Reference)

    assert_linear(read, 100_000)
