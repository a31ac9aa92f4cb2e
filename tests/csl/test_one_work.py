"""One work written as BibTeX, RIS, EndNote XML and CSL-JSON is one item; and what Zotero exports of one library is one library.

The exports in ``tests/data/zotero`` were made once by Zotero's own translators (npm's zotero-translators), of works that don't exist.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.paths import DATA

from sphinxext_eir.csl.sources import read_source

if TYPE_CHECKING:
    from sphinxext_eir.csl.model import Item

ZOTERO = DATA / "zotero"
pytestmark = pytest.mark.usefixtures("pandoc")

SAID = (
    "type", "title", "author", "editor", "translator", "container-title", "collection-title", "collection-number", "volume", "issue",
    "page", "publisher", "publisher-place", "edition", "DOI", "URL", "issued", "accessed", "number", "number-of-pages",
)  # fmt: skip
"""Variables that all these formats have."""


def plainly(item: Item) -> dict[str, Any]:
    """Return what *item* says, without differences that no reader sees: LaTeX's apostrophe is a curved one."""
    said = json.loads(json.dumps({name: item[name] for name in SAID if name in item}).replace("\\u2019", "'"))
    if "page" in said:
        said["page"] = said["page"].replace("–", "-")
    return said


# Generated works

WORDS = st.lists(st.sampled_from(["Sea", "wall", "of the", "Quiet", "äöß", "Łódź", "& 5%", "#4", "A_B", "law:", "1914"]), min_size=1, max_size=4).map(" ".join).map(lambda text: f"X {text} Y")  # fmt: skip
PERSONS = st.lists(
    st.sampled_from([("Mertz", "Karl"), ("de Goede", "Marta"), ("O'Neill", "Ann B."), ("Núñez", "José"), ("Smith-Low", "Al")]),
    min_size=1, max_size=3, unique=True,
)  # fmt: skip
YEARS = st.sampled_from(["1999", "2001-05", "2012-02-29"])
NUMBERS = st.integers(1, 400).map(str)
PAGES = st.tuples(st.integers(1, 99), st.integers(100, 300)).map(lambda pair: f"{pair[0]}-{pair[1]}")
DOIS = st.sampled_from(
    ["{}", "https://doi.org/{}", "http://dx.doi.org/{}", "doi:{}", "DOI: {}", "doi.org/{}"]
)
"""The ways in which publishers write a DOI where its bare name should stand."""
DATES = {"1999": "1999///", "2001-05": "2001/05//", "2012-02-29": "February 29"}
"""Dates in RIS, the last as publishers write it beside ``PY``."""
SERIES = {"series": WORDS, "number": NUMBERS}
PLACE = {"publisher": WORDS, "place": WORDS}
FIELDS: dict[str, dict[str, Any]] = {
    "book": {"authors": PERSONS, "translators": PERSONS, "edition": NUMBERS, "volume": NUMBERS, **SERIES, **PLACE},
    "chapter": {"authors": PERSONS, "editors": PERSONS, "container": WORDS, "pages": PAGES, **PLACE},
    "article-journal": {"authors": PERSONS, "container": WORDS, "volume": NUMBERS, "issue": NUMBERS, "pages": PAGES, "doi": st.sampled_from(["10.1000/a_b.1", "10.1002/(SICI)1097<1::AID>3.0"]), "doi_as": DOIS},
    "report": {"authors": PERSONS, "number": NUMBERS, **PLACE},
    "thesis": {"authors": PERSONS, **PLACE},
    "webpage": {"authors": PERSONS, "url": st.just("https://example.org/a_b?c=1&d=2%20e"), "accessed": st.just("2016-01-02")},
}  # fmt: skip
WORKS = st.one_of(
    st.fixed_dictionaries({"kind": st.just(kind), "title": WORDS, "date": YEARS, **fields})
    for kind, fields in FIELDS.items()
)
BIBTEX = {"book": "book", "chapter": "incollection", "article-journal": "article", "report": "techreport", "thesis": "phdthesis", "webpage": "online"}  # fmt: skip
RIS = {
    "book": "BOOK",
    "chapter": "CHAP",
    "article-journal": "JOUR",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}
ENDNOTE = {"book": "Book", "chapter": "Book Section", "article-journal": "Journal Article", "report": "Report", "thesis": "Thesis", "webpage": "Web Page"}  # fmt: skip


def bibtex(key: str, work: dict[str, Any]) -> str:
    publisher = {"report": "institution", "thesis": "school"}.get(work["kind"], "publisher")
    container = "booktitle" if work["kind"] == "chapter" else "journal"
    names = {"container": container, "publisher": publisher, "place": "address", "authors": "author", "editors": "editor", "translators": "translator", "issue": "number", "accessed": "urldate"}  # fmt: skip
    fields = [
        (names.get(name, name), " and ".join(map(", ".join, value)) if isinstance(value, list) else value)
        for name, value in work.items()
        if name not in ("kind", "doi_as")
    ]
    escaped = [
        (
            name,
            value if name == "url" else doi(work) if name == "doi" else re.sub(r"([&%#_])", r"\\\1", value),
        )
        for name, value in fields
    ]
    lines = ",\n".join(f"{name} = {{{value}}}" for name, value in escaped)
    return f"@{BIBTEX[work['kind']]}{{{key},\n{lines}}}\n"


def doi(work: dict[str, Any]) -> str:
    """Return the DOI of *work* as its publisher writes it; nothing if it has none."""
    return str(work["doi_as"].format(work["doi"])) if "doi" in work else ""


def ris(key: str, work: dict[str, Any]) -> str:
    first, _, last = work.get("pages", "").partition("-")
    whole = work["kind"] in ("book", "report")
    editors = "A2"
    tags = [
        ("TY", RIS[work["kind"]]), ("ID", key), ("TI", work["title"]), *(("AU", ", ".join(name)) for name in work.get("authors", ())),
        *((editors, ", ".join(name)) for name in work.get("editors", ())), *(("A4", ", ".join(name)) for name in work.get("translators", ())),
        ("DA", DATES[work["date"]]), ("PY", work["date"][:4]), ("T2", work.get("container", work.get("series", ""))), ("VL", work.get("volume", "")),
        ("IS", work.get("issue", "")), ("SP", first), ("EP", last), ("PB", work.get("publisher", "")), ("CY", work.get("place", "")),
        ("ET", work.get("edition", "")), ("DO", doi(work)), ("UR", work.get("url", "")), ("Y2", work.get("accessed", "")),
        ("SN" if work["kind"] == "report" else "M1", work.get("number", "") if whole else ""),
    ]  # fmt: skip
    return "".join(f"{tag}  - {value}\n" for tag, value in tags if value) + "ER  - \n"


def endnote(key: str, work: dict[str, Any]) -> str:
    def names(tag: str, people: list[tuple[str, str]]) -> str:
        authors = "".join(f"<author>{escape(', '.join(name))}</author>" for name in people)
        return f"<{tag}>{authors}</{tag}>" if people else ""

    texts = {
        "titles": f"<title>{escape(work['title'])}</title><secondary-title>{escape(work.get('container', work.get('series', '')))}</secondary-title>",
        "contributors": names("authors", work.get("authors", [])) + names("secondary-authors", work.get("editors", []))
        + names("subsidiary-authors", work.get("translators", [])),
        "dates": f"<year>{work['date'][:4]}</year><pub-dates><date>{work['date']}</date></pub-dates>",
        "urls": f"<web-urls><url>{escape(work.get('url', ''))}</url></web-urls>",
    }  # fmt: skip
    plain = {"pages": "pages", "volume": "volume", "number": "number", "issue": "number", "edition": "edition", "publisher": "publisher", "place": "pub-location", "accessed": "access-date"}  # fmt: skip
    texts |= {tag: escape(work[name]) for name, tag in plain.items() if name in work}
    texts["electronic-resource-num"] = escape(doi(work))
    body = "".join(f"<{tag}>{text}</{tag}>" for tag, text in texts.items() if text)
    return f'<record><ref-type name="{ENDNOTE[work["kind"]]}">0</ref-type><label>{key}</label>{body}</record>'


def csl(key: str, work: dict[str, Any]) -> Item:
    number = {"book": "collection-number"}.get(work["kind"], "number")
    texts = {"title": "title", "container": "container-title", "series": "collection-title", "number": number, "volume": "volume", "issue": "issue", "pages": "page", "publisher": "publisher", "place": "publisher-place", "edition": "edition", "doi": "DOI", "url": "URL"}  # fmt: skip
    roles = {"authors": "author", "editors": "editor", "translators": "translator"}
    dates = {"date": "issued", "accessed": "accessed"}
    item: Item = {"id": key, "type": work["kind"]}
    item |= {variable: work[name] for name, variable in texts.items() if name in work}
    item |= {
        role: [_csl_name(*name) for name in work[people]] for people, role in roles.items() if people in work
    }
    return item | {variable: {"date-parts": [list(map(int, work[name].split("-")))]} for name, variable in dates.items() if name in work}  # fmt: skip


def _csl_name(family: str, given: str) -> dict[str, str]:
    particle, _, rest = family.rpartition(" ")
    return {"family": rest, "given": given, **({"non-dropping-particle": particle} if particle else {})}


@settings(max_examples=3)
@given(st.lists(WORKS, min_size=30, max_size=30))
def test_one_work_in_four_formats_is_one_item(
    tmp_path_factory: pytest.TempPathFactory, works: list[dict[str, Any]]
) -> None:
    keyed = {f"work{number}": work for number, work in enumerate(works)}
    written = {
        "a.bib": "".join(bibtex(key, work) for key, work in keyed.items()),
        "a.ris": "".join(ris(key, work) for key, work in keyed.items()),
        "a.xml": f"<xml><records>{''.join(endnote(key, work) for key, work in keyed.items())}</records></xml>",
        "a.json": json.dumps([csl(key, work) for key, work in keyed.items()]),
    }
    folder = tmp_path_factory.mktemp("works")
    read = {}
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")
        source = read_source(folder / name)
        items = source.items(source.keys)
        assert [message.text for message in source.messages] == []
        read[name] = {key: plainly(items[key]) for key in keyed}
    for name, found in read.items():
        assert found == read["a.json"], name


# Zotero's exports


def library(name: str) -> dict[str, Item]:
    """Return the items of an export, by their titles; nothing in it is a problem."""
    source = read_source(ZOTERO / name)
    items = source.items(source.keys)
    assert [message.text for message in source.messages] == []
    assert len(items) == 13
    return {item["title"].partition(". ")[0]: plainly(item) for item in items.values()}


IN_TAGS = {
    # What Zotero's BibLaTeX has no own kind for, and writes as an addition to a title, as an author, or as how it was published
    ("The Quiet Port", "type"), ("Talks Resume", "type"), ("How a Lock Works", "title"), ("How a Lock Works", "container-title"),
    ("The Long Pier", "author"), ("Notes on Ropes", "publisher"),
}  # fmt: skip
IN_BIBTEX = {
    # Zotero's BibTeX says neither days nor numbers of pages, knows no web pages, films and encyclopedias, and takes editors of series for editors
    *((title, "issued") for title in ("Tides & Treaties", "The Quiet Port", "Talks Resume", "How a Lock Works")),
    *((title, "number-of-pages") for title in ("Harbours of the North", "Winter Navigation")),
    *((title, "type") for title in ("How a Lock Works", "Dyke", "The Long Pier")),
    ("Harbours of the North", "editor"), ("How a Lock Works", "title"), ("How a Lock Works", "container-title"), ("Notes on Ropes", "publisher"),
}  # fmt: skip
"""Titles and variables that Zotero itself writes otherwise in BibLaTeX and in another format."""


@pytest.mark.parametrize(
    ("name", "otherwise"), [("library.ris", IN_TAGS), ("library.xml", IN_TAGS), ("bibtex.bib", IN_BIBTEX)]
)
def test_an_export_of_zotero_says_the_same_in_any_format(name: str, otherwise: set[tuple[str, str]]) -> None:
    expected, found = library("biblatex.bib"), library(name)
    different = {
        (title, variable)
        for title, item in expected.items()
        for variable in SAID
        if item.get(variable) != found[title].get(variable)
    }
    assert different == otherwise


@pytest.mark.parametrize("name", ["library.ris", "library.xml", "bibtex.bib", "biblatex.bib"])
def test_persons_of_an_export_have_their_roles(name: str) -> None:
    source = read_source(ZOTERO / name)
    items = {item["title"]: item for item in source.items(source.keys).values()}
    assert [one["family"] for one in items["Law at Sea: Essays"]["editor"]] == ["Poe", "Ito"]
    assert "author" not in items["Law at Sea: Essays"]
    chapter = items["Who Guards the Shore?"]
    assert [chapter[role][0]["family"] for role in ("author", "editor", "translator")] == [
        "Fox",
        "Poe",
        "Reed",
    ]
    series = {
        "library.ris": "collection-editor",
        "library.xml": "collection-editor",
        "bibtex.bib": "editor",
        "biblatex.bib": "contributor",
    }
    assert items["Harbours of the North"][series[name]][0]["family"] == "Vale"
    assert "page" not in items["Harbours of the North"]
