"""What the build reads of a typed entry, the converter's item of CSL-JSON has."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.paths import DATA

from sphinxext_eir.conversion.csl_items import items_of
from sphinxext_eir.conversion.document import Bibliography, Document, Front
from sphinxext_eir.conversion.inlines import Inline
from sphinxext_eir.conversion.pipeline import convert_reading
from sphinxext_eir.conversion.reading.text import read_string
from sphinxext_eir.csl.items import clean_item
from sphinxext_eir.typed.references import Reference, read_reference


def item_of(entry: str) -> dict[str, Any]:
    (item,) = items_of(Document(Front(), (Bibliography((), ((Inline(entry),),)),)))
    return item


def assert_has(item: dict[str, Any], reference: Reference) -> None:
    """Hold *item* to all that was read of its entry."""
    people = item.get("editor" if reference.editors else "author", [])
    if reference.years or (reference.people and reference.people[0].given):
        assert len(people) == len(reference.names) + reference.more
        for name, person in zip(reference.names, people, strict=False):
            whole = f"{person.get('given', '')} {person.get('family', '')}".strip()
            assert name in (person.get("family"), person.get("literal"), whole)
    else:
        assert not people  # without a year, a title can't be told from a name
    year = reference.years[0] if reference.years else ""
    match item.get("issued"):
        case None:
            assert year in ("", "n.d.")
        case {"date-parts": [[number]]}:
            assert year == str(number)
        case {"literal": word}:
            assert year == word == "forthcoming"
    assert item.get("year-suffix", "") == reference.suffix
    assert item.get("DOI", "") == reference.doi
    assert item.get("URL", "").removeprefix("http://www.") == reference.url.removeprefix("www.").removeprefix(
        "http://www."
    )
    day = reference.accessed
    assert item.get("accessed") == (day and {"date-parts": [[day.year, day.month, day.day]]})
    said: list[str] = []
    clean = clean_item(item, said)
    assert not said
    assert clean == {name: value for name, value in item.items() if name not in ("id", "custom")}


ENTRIES = (DATA / "entries.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", ENTRIES, ids=lambda line: line.split(" | ")[2][:30])
def test_an_item_has_what_is_read_of_an_entry_of_the_corpus(line: str) -> None:
    entry = line.split(" | ", 2)[2]
    assert_has(item_of(entry), read_reference(entry))


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200))
def test_an_item_has_what_is_read_of_any_text(text: str) -> None:
    assert_has(item_of(text), read_reference(text))


SURNAMES = ("Blank", "van der Pijl", "O'Connell", "García Linera", "Doswald-Beck", "Li")
GIVEN = ("S.", "Stephen J.", "J.-P.", "Di", "Mary-Ellen")
BODIES = ("World Bank", "FAS", "Human Rights Watch", "Ministry of Defence")
WITHOUT_YEAR = ("n.d.", "forthcoming")
DAYS = (
    "{0:%B} {0.day}, {0.year}",
    "{0.day} {0:%b} {0.year}",
    "{0:%Y-%m-%d}",
    "{0.day}th of {0:%B} {0.year}",
    "{0:%d/%m/%Y}",
)
ADDRESSES = (
    "https://x.example/a_b?c=1",
    "http://www.fas.org/x.htm",
    "www.y.example/long/path",
    "doi:10.1000/abc.1",
    "https://doi.org/10.1093/ia/x",
)


@st.composite
def entries(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Draw an entry, and what it says in so many words."""
    surnames = draw(st.lists(st.sampled_from(SURNAMES), min_size=1, max_size=3, unique=True))
    people = [f"{surname}, {draw(st.sampled_from(GIVEN))}" for surname in surnames]
    body = draw(st.none() | st.sampled_from(BODIES))
    who = body or (f"{', '.join(people[:-1])} and {people[-1]}" if people[1:] else people[0])
    edited = draw(st.booleans())
    year = draw(st.integers(1900, 2029).map(str) | st.sampled_from(WITHOUT_YEAR))
    suffix = draw(st.sampled_from(["", "", "a", "b"])) if year.isdecimal() else ""
    when = draw(st.sampled_from([f"({year}{suffix})", f"{year}{suffix}."]))
    address = draw(st.none() | st.sampled_from(ADDRESSES))
    seen = draw(st.none() | st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 1, 1)))
    day = draw(st.sampled_from(DAYS)).format(seen) if seen else ""
    entry = " ".join(
        part
        for part in (
            f"{who} (ed.)" if edited else who if who.endswith(".") else f"{who}.",
            when,
            "Slow Trains.",
            "London: Rail.",
            address,
            f"(accessed {day})" if day else "",
        )
        if part
    )
    said = {
        "names": [body] if body else surnames,
        "editors": edited,
        "year": year,
        "suffix": suffix,
        "seen": seen,
    }
    return entry, said


@pytest.mark.laws
@settings(deadline=None, max_examples=300)
@given(entries())
def test_an_item_of_a_converted_article_has_what_its_entry_says(drawn: tuple[str, dict[str, Any]]) -> None:
    entry, said = drawn
    text = f"# T\n\nText.\n\n## Bibliography\n\n{entry}\n"
    (item,) = convert_reading(read_string(text), "t", "rst", {}).value.items
    assert_has(item, read_reference(entry))
    people = item["editor" if said["editors"] else "author"]
    assert [person.get("family") or person.get("literal") for person in people] == said["names"]
    if said["year"].isdecimal():
        assert item["issued"] == {"date-parts": [[int(said["year"])]]}
    assert item.get("year-suffix", "") == said["suffix"]
    if day := said["seen"]:
        assert item["accessed"] == {"date-parts": [[day.year, day.month, day.day]]}


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("Blank, Jo (2000) Slow Trains. doi:10.1000/abc.1.", {"DOI": "10.1000/abc.1"}),
        ("Clark, Al (2001) T. https://x.example/a (accessed 2012-03-03).", {"accessed": {"date-parts": [[2012, 3, 3]]}}),
        ("Dole, Bo (2002) T. https://x.example/b (accessed 3rd March 2012).", {"accessed": {"date-parts": [[2012, 3, 3]]}}),
        ("Dole, Bo (2002) T. https://x.example/b (accessed 03/03/2012).", {"accessed": {"date-parts": [[2012, 3, 3]]}}),
        (
            "Grey, Di. 2003. Trains of Thought. London: Rail.",
            {"author": [{"family": "Grey", "given": "Di"}], "issued": {"date-parts": [[2003]]}},
        ),
        ("Blank, Jo (n.d.) T.", {"author": [{"family": "Blank", "given": "Jo"}]}),
        ("Blank, Jo (ed.) (2000) T.", {"editor": [{"family": "Blank", "given": "Jo"}]}),
        ("Blank, J. & Clark, W., eds. 2000. T.", {"editor": [{"family": "Blank", "given": "J."}, {"family": "Clark", "given": "W."}]}),
        ("Miliband, Ed (2011) T.", {"author": [{"family": "Miliband", "given": "Ed"}]}),
        ("Blank, Jo (forthcoming) T.", {"issued": {"literal": "forthcoming"}}),
        ("Polanyi, K. ([1944] 2001) T.", {"issued": {"date-parts": [[2001]]}, "original-date": {"date-parts": [[1944]]}}),
        ("Pijl, K. van der (1984) T.", {"author": [{"family": "Pijl", "given": "K.", "dropping-particle": "van der"}]}),
        ("van der Pijl, K. (1984) T.", {"author": [{"family": "van der Pijl", "given": "K."}]}),
        (
            "Keohane, Robert O., and David G. Victor. 2011. T.",
            {"author": [{"family": "Keohane", "given": "Robert O."}, {"family": "Victor", "given": "David G."}]},
        ),
        ("Grix J, Lee D. Soft power. Society. 2013;27(4):521-36.", {"author": [{"family": "Grix", "given": "J"}, {"family": "Lee", "given": "D."}]}),
        ("World Bank (1981) T.", {"author": [{"literal": "World Bank"}]}),
    ],
)  # fmt: skip
def test_each_part_of_an_entry(entry: str, said: dict[str, object]) -> None:
    item = item_of(entry)
    assert {name: item.get(name) for name in said} == said


@pytest.mark.parametrize("entry", ["Slow Trains. London: Rail.", "An entry without anything to hold on to"])
def test_an_entry_without_a_year_may_begin_with_its_title(entry: str) -> None:
    assert "author" not in item_of(entry)
