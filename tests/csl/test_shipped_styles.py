"""The styles that the package brings: entries of every kind and language, and citations; held to CSL's schema and to citeproc-js."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from support.csl_contexts import book, formatted, in_mode, notes, texts, words
from support.paths import DATA, ROOT

from sphinxext_eir.csl.model import Citation, Cite, Mode, Span, Text
from sphinxext_eir.csl.shipped import NAMES, NOTES, NUMERIC, SHIPPED
from sphinxext_eir.csl.styles import CSL, DIRECTORY, read_style, shipped_style

if TYPE_CHECKING:
    from sphinxext_eir.csl.model import Item

SCHEMA = DATA / "csl" / "schema" / "csl-repository.rng"


@pytest.mark.parametrize("name", NAMES)
def test_a_style_is_valid_for_the_repository_of_styles(name: str) -> None:
    etree = pytest.importorskip("lxml.etree")
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    schema.assertValid(etree.parse(DIRECTORY / f"{name}.csl"))


def macros(name: str) -> dict[str, str]:
    root = ET.parse(DIRECTORY / f"{name}.csl").getroot()
    return {
        macro.get("name", ""): ET.tostring(macro, encoding="unicode") for macro in root.iter(f"{CSL}macro")
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_style_uses_all_its_macros(name: str) -> None:
    text = (DIRECTORY / f"{name}.csl").read_text("utf-8")
    assert set(re.findall(r' macro="([^"]+)"', text)) == set(macros(name))


def test_the_styles_print_entries_by_the_same_macros() -> None:
    own = {"dates"}  # that of author and year has letters
    for name in (NUMERIC, NOTES):
        shared = macros(name).keys() & macros(SHIPPED).keys() - own
        assert "entry" in shared
        assert {macro: macros(name)[macro] for macro in shared} == {
            macro: macros(SHIPPED)[macro] for macro in shared
        }


def test_the_styles_go_by_their_names() -> None:
    assert [shipped_style(name).name for name in NAMES] == ["eir-harvard", "eir-numeric", "eir-notes"]
    assert [read_style(name).is_note for name in NAMES] == [False, False, True]
    assert [read_style(name).is_numeric for name in NAMES] == [False, True, False]
    assert all(read_style(name).prints_locators and read_style(name).has_bibliography for name in NAMES)


def test_given_names_tell_authors_apart_in_a_list_of_any_length() -> None:
    assert shipped_style().light == shipped_style().prepared


# citeproc-js, of npm, on the locales that pandoc has: made once, kept as it answered

KINDS: dict[str, Item] = {
    item["id"]: item for item in json.loads((ROOT / "docs" / "snippets" / "kinds.json").read_text("utf-8"))
}
ANSWERS = json.loads((DATA / "csl" / "by-citeproc-js.json").read_text("utf-8"))


def same(text: str) -> str:
    """Return *text* with one kind of space, and raised letters as letters: the processors bind words differently, and ours raise them."""
    return " ".join(text.translate(str.maketrans("ᵉʳᵒ", "ero")).split())


@pytest.mark.usefixtures("pandoc")
@pytest.mark.parametrize("case", [case for case in ANSWERS if case != "every field"])
def test_every_kind_reads_as_citeproc_js_has_it(case: str) -> None:
    name, locale = case.split()
    cites = [*(Cite(key) for key in KINDS), *(Cite(key, locator="3") for key in KINDS)]
    asked = [Citation((cite,), note_number=number) for number, cite in enumerate(cites, 1)]
    answer = formatted(*asked, style=name, items=KINDS, locale=locale)
    expected = ANSWERS[case]
    assert {entry.key: same(words(entry)) for entry in answer.entries} == {
        key: same(re.sub(r"^\[\d+\]", "", text)) for key, text in expected["entries"].items()
    }
    assert [entry.key for entry in answer.entries] == list(expected["entries"])
    if "citations" in expected:
        printed = notes(answer) if name == NOTES else texts(answer)
        assert list(map(same, printed)) == list(map(same, expected["citations"]))


# What the styles say that others don't


def person(family: str, given: str, **more: str) -> dict[str, str]:
    return {"family": family, "given": given, **more}


def entry_of(item: Item, **more: str) -> str:
    (entry,) = formatted("x", items={"x": item}, **more).entries
    return words(entry)


FOX = [person("Fox", "Ann")]


@pytest.mark.usefixtures("pandoc")
@pytest.mark.parametrize(
    ("item", "expected"),
    [
        # A volume has a title of its own; works without an author, too
        ({"type": "book", "author": FOX, "title": "Works", "volume": "2", "volume-title": "The Sea Wall"}, "Fox, Ann. (n.d.) Works, vol. 2: The Sea Wall."),
        ({"type": "book", "title": "Works", "volume": "2"}, "Works (n.d.), vol. 2."),
        # Nothing begins with a small letter behind a full stop
        ({"type": "book", "author": FOX, "title": "Sea", "edition": "2", "volume": "3"}, "Fox, Ann. (n.d.) Sea, vol. 3. 2nd edn."),
        ({"type": "report", "author": FOX, "title": "Sea", "genre": "research report", "number": "3"}, "Fox, Ann. (n.d.) Sea. Research report 3."),
        ({"type": "software", "author": FOX, "title": "Sea", "version": "1.2"}, "Fox, Ann. (n.d.) Sea. Version 1.2."),
        # Persons other than authors; one who did both is named once
        ({"type": "book", "author": FOX, "title": "Sea", "translator": [person("Low", "Ben")]}, "Fox, Ann. (n.d.) Sea. Translated by Ben Low."),
        ({"type": "book", "author": FOX, "title": "Sea", "editor": [person("Poe", "Ann")]}, "Fox, Ann. (n.d.) Sea. Edited by Ann Poe."),
        (
            {"type": "book", "author": FOX, "title": "Sea", "editor": [person("Poe", "Ann")], "translator": [person("Poe", "Ann")]},
            "Fox, Ann. (n.d.) Sea. Edited & translated by Ann Poe.",
        ),
        ({"type": "book", "author": [*FOX, {"literal": "others"}], "title": "Sea"}, "Fox, Ann et al. (n.d.) Sea."),
        # No publisher behind a journal; no "In" without a container
        ({"type": "article-journal", "author": FOX, "title": "Sea", "container-title": "Wall", "publisher": "P"}, "Fox, Ann. (n.d.) ‘Sea’. Wall."),
        ({"type": "article-journal", "author": FOX, "title": "Sea", "publisher": "P"}, "Fox, Ann. (n.d.) ‘Sea’. P."),
        ({"type": "chapter", "author": FOX, "title": "Sea", "chapter-number": "3", "page": "10-20"}, "Fox, Ann. (n.d.) Sea, ch. 3, pp. 10–20."),
        (
            {"type": "paper-conference", "author": FOX, "title": "Sea", "event-title": "Annual Meeting", "event-place": "Oslo"},
            "Fox, Ann. (n.d.) ‘Sea’. Presented at the Annual Meeting, Oslo.",
        ),
        ({"type": "review-book", "author": FOX, "reviewed-title": "Wall", "reviewed-author": [person("Low", "Ben")]}, "Fox, Ann. (n.d.) Review of Wall by Ben Low."),
        # Dates
        ({"type": "book", "author": FOX, "title": "Sea", "original-date": {"date-parts": [[1867]]}}, "Fox, Ann. ([1867] n.d.) Sea."),
        ({"type": "book", "author": FOX, "title": "Sea", "issued": {"literal": "to appear"}}, "Fox, Ann. (to appear) Sea."),
        ({"type": "book", "author": FOX, "title": "Sea", "issued": {"literal": "1998?"}}, "Fox, Ann. (1998?) Sea."),
        ({"type": "book", "author": FOX, "title": "Sea", "status": "in press"}, "Fox, Ann. (in press) Sea."),
        (
            {"type": "book", "author": FOX, "title": "Sea", "issued": {"date-parts": [[1999]], "circa": True}, "status": "withdrawn"},
            "Fox, Ann. (c. 1999) Sea. Withdrawn.",
        ),
        # A note stands as it was typed
        ({"type": "book", "author": FOX, "title": "Sea", "note": "iPad edition"}, "Fox, Ann. (n.d.) Sea. iPad edition."),
        ({"type": "book", "author": FOX, "title": "Sea", "DOI": "10.1/x", "URL": "https://e.org"}, "Fox, Ann. (n.d.) Sea. https://doi.org/10.1/x."),
    ],
)  # fmt: skip
def test_an_entry_is_printed_whole(item: Item, expected: str) -> None:
    assert entry_of(item) == expected


@pytest.mark.usefixtures("pandoc")
def test_et_al_is_in_italics_in_the_list() -> None:
    (entry,) = formatted("x", items={"x": book("Low", author=[*FOX, {"literal": "others"}])}).entries
    assert Span("emphasis", (Text("et al."),)) in entry.text


@pytest.mark.usefixtures("pandoc")
def test_the_list_goes_by_name_then_joint_works_and_by_title_where_nobody_is_named() -> None:
    jones, abel, zorn = (person(*name) for name in (("Jones", "Ann"), ("Abel", "Bo"), ("Zorn", "Cy")))
    items = {
        "zebra": {"type": "report", "title": "The Zebra Report", "issued": {"date-parts": [[2004]]}},
        "report": {"type": "report", "title": "An Anonymous Report", "issued": {"date-parts": [[2005]]}},
        "kosovo": {"type": "webpage", "title": "Kosovo", "issued": {"date-parts": [[2005]]}},
        "soon": book("", author=[jones], status="forthcoming", year=None),
        "solo": book("", author=[jones], year=2010),
        "with-zorn": book("", author=[jones, zorn], year=1999),
        "with-abel": book("", author=[jones, abel], year=2001),
        "edited": {"type": "book", "title": "E", "editor": [jones], "issued": {"date-parts": [[1990]]}},
        "annabel": book("", author=[person("Jones", "Annabel")], year=1998),
        "jonesborough": book("", author=[person("Jonesborough", "Al")], year=1998),
        "creveld": book("", author=[person("Creveld", "M.", **{"non-dropping-particle": "van"})], year=1998),
    }
    expected = ["report", "creveld", "edited", "solo", "soon", "with-abel", "with-zorn", "annabel", "jonesborough", "kosovo", "zebra"]  # fmt: skip
    for style in (SHIPPED, NOTES):
        assert [entry.key for entry in formatted(listed=items, items=items, style=style).entries] == expected


@pytest.mark.usefixtures("pandoc")
def test_persons_of_one_name_and_year_get_initials_and_one_persons_works_letters() -> None:
    items = {
        "a": book("", author=[person("Smith", "Adam")], year=2012),
        "z": book("", author=[person("Smith", "Zoe")], year=2012),
        "y": book("", author=[person("Smith", "Zoe")], year=2014),
        "r1": book("Reed", None, title="A", status="forthcoming"),
        "r2": book("Reed", issued={"literal": "forthcoming"}, title="B"),
        "n1": book("Reed", None, title="C"),
        "n2": book("Reed", None, title="D"),
        "d1": book("Reed", 2000, title="E"),
        "d2": book("Reed", 2000, title="F"),
    }
    answer = formatted(*items, items=items)
    assert texts(answer) == [
        "(A. Smith 2012)", "(Z. Smith 2012)", "(Smith 2014)",
        "(Reed forthcoming-a)", "(Reed forthcoming-b)", "(Reed n.d.-a)", "(Reed n.d.-b)", "(Reed 2000a)", "(Reed 2000b)",
    ]  # fmt: skip
    assert [words(entry) for entry in answer.entries[2:6]] == [
        "Reed, A. (forthcoming-a) A.", "Reed, A. (forthcoming-b) B.", "Reed, A. (n.d.-a) C.", "Reed, A. (n.d.-b) D.",
    ]  # fmt: skip


@pytest.mark.usefixtures("pandoc")
def test_several_works_of_one_author_keep_what_stands_for_their_year() -> None:
    items = {key: book("Reed", None, title=key.upper()) for key in "ab"}
    assert texts(formatted(in_mode(Mode.PARENTHETICAL, *items), items=items)) == ["(Reed n.d.-a, n.d.-b)"]


# Numbers


@pytest.mark.usefixtures("pandoc")
def test_numbers_stand_in_the_order_of_citing_and_pages_in_brackets_of_their_own() -> None:
    items = {key: book(key.upper()) for key in "abcd"}
    asked = [
        in_mode(Mode.PARENTHETICAL, Cite("c", locator="12")),
        in_mode(Mode.PARENTHETICAL, "a", "c", "d", "b"),
        in_mode(Mode.PARENTHETICAL, Cite("a", locator="1-2"), "d"),
        in_mode(Mode.NARRATIVE, Cite("b", locator="5")),
    ]
    answer = formatted(*asked, items=items, style=NUMERIC)
    assert texts(answer) == ["[1 (p. 12)]", "[1–4]", "[2 (pp. 1–2), 3]", "B [4 (p. 5)]"]
    assert [(words(entry), entry.label) for entry in answer.entries] == [
        (f"{key}, A. (2000) On {key}.", (Text(f"[{number}]"),)) for number, key in enumerate("CADB", 1)
    ]


# Notes


@pytest.mark.usefixtures("pandoc")
def test_a_work_is_cited_whole_then_short_and_the_work_of_the_note_before_as_ibid() -> None:
    fox = {
        "type": "article-journal", "author": FOX, "title": "Why? An Answer", "title-short": "Why?",
        "container-title": "Wall", "page": "10-20",
    }  # fmt: skip
    items = {"fox": fox, "low": book("Low"), "law": {"type": "legislation", "title": "Act"}}
    cites = ["fox", "fox", Cite("fox", locator="11"), "low", Cite("fox", locator="12"), Cite("low", locator="3"), "law", "low", Cite("law", "see", "4")]  # fmt: skip
    asked = [in_mode(Mode.PARENTHETICAL, cite, note=number) for number, cite in enumerate(cites, 1)]
    assert notes(formatted(*asked, items=items, style=NOTES)) == [
        "Ann Fox (n.d.) ‘Why? An Answer’. Wall, pp. 10–20.",
        "Ibid.",
        "Ibid., p. 11.",
        "A. Low (2000) On Low.",
        "Fox, ‘Why?’, p. 12.",
        "Low, On Low, p. 3.",
        "Act (n.d.).",
        "Low, On Low.",
        "See Act, p. 4.",
    ]


@pytest.mark.usefixtures("pandoc")
def test_the_page_cited_stands_in_the_place_of_all_pages() -> None:
    fox = {
        "type": "article-journal",
        "author": FOX,
        "title": "Why?",
        "container-title": "Wall",
        "page": "10-20",
    }
    asked = [in_mode(Mode.PARENTHETICAL, Cite("fox", "", "12"), note=1)]
    answer = formatted(*asked, items={"fox": fox}, style=NOTES)
    assert notes(answer) == ["Ann Fox (n.d.) ‘Why?’ Wall, p. 12."]
    assert words(answer.entries[0]) == "Fox, Ann. (n.d.) ‘Why?’ Wall, pp. 10–20."


@pytest.mark.usefixtures("pandoc")
def test_et_al_follows_two_names_without_a_comma() -> None:
    three = [*FOX, person("Low", "Ben"), {"literal": "others"}]
    assert texts(formatted("x", items={"x": book("", author=three)})) == ["(Fox, Low et al. 2000)"]
