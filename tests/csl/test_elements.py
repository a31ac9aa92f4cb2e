"""Single elements of styles, which pandoc gets as the specification means them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from support.csl_contexts import words
from support.csl_made import made, work

from sphinxext_eir.csl.elements import repair_elements
from sphinxext_eir.csl.locales import read_locale

if TYPE_CHECKING:
    from pathlib import Path

    from sphinxext_eir.csl.model import Formatted

pytestmark = pytest.mark.pandoc

LETTERS = 'disambiguate-add-year-suffix="true"'


def entries(formatted: Formatted) -> list[str]:
    """Return the entries of *formatted* as text."""
    return [words(entry) for entry in formatted.entries]


# "year-suffix … is appended to the first year"; letters follow the order of the list.


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        ('<date variable="issued" delimiter=" "><date-part name="year"/></date>', "2004a"),
        ('<date variable="issued"><date-part name="year" suffix=". "/></date>', "2004a."),
        (
            '<date variable="issued" delimiter=" "><date-part name="year"/><date-part name="month"/></date>',
            "2004a May",
        ),
        (
            '<date variable="issued" prefix="(" suffix=")"><date-part name="year" suffix=","/>'
            '<date-part name="month" prefix=" "/></date>',
            "(2004a, May)",
        ),
        (
            '<date variable="issued" delimiter=" "><date-part name="month"/><date-part name="year"/></date>',
            "May 2004a",
        ),
    ],
)
def test_a_letter_stands_behind_its_year(tmp_path: Path, date: str, printed: str) -> None:
    issued = {"date-parts": [[2004, 5]]}
    works = {key: work(key, "Nye", issued=issued) for key in ("one", "two")}
    parts = {"options": LETTERS, "cite": '<names variable="author"/>' + date, "listed": date}
    assert entries(made(tmp_path, works, ["one", "two"], **parts))[0] == printed


def test_letters_follow_the_order_of_the_list_where_its_keys_leave_it_to_the_citations(
    tmp_path: Path,
) -> None:
    year = '<date variable="issued"><date-part name="year"/></date>'
    parts = {
        "options": LETTERS,
        "cite": '<names variable="author"/>' + year,
        "listed": year + '<text variable="title" prefix=" "/>',
        "sort": '<sort><key variable="author"/></sort>',
    }
    works = {
        "later": work("Later", "Nye", issued={"date-parts": [[2004, 8]]}),
        "earlier": work("Earlier", "Nye", issued={"date-parts": [[2004, 5]]}),
    }
    assert entries(made(tmp_path, works, ["later", "earlier"], **parts)) == ["2004a Later", "2004b Earlier"]


# Substitutes that have substitutes of their own

TITLE_FOR_AUTHOR = """<names variable="author"><name/><substitute>
    <text variable="title" font-style="italic"/></substitute></names>"""


@pytest.mark.parametrize(
    "substitute",
    [
        TITLE_FOR_AUTHOR,
        '<text macro="other"/>',
        '<text macro="by type"/>',
        '<names variable="translator"><name/><substitute><text variable="title"/></substitute></names>',
    ],
)
@pytest.mark.parametrize(
    ("more", "printed"), [({}, "Title, 9"), ({"editor": [{"family": "Ed"}]}, "Ed, Title, 9")]
)
def test_a_substitute_of_a_substitute_stands_in(
    tmp_path: Path, substitute: str, more: Any, printed: str
) -> None:
    listed = f"""<group delimiter=", "><names variable="author"><name/><substitute><names variable="editor"/>{substitute}
        </substitute></names><text variable="title"/><number variable="volume"/></group>"""
    macros = f"""<macro name="other">{TITLE_FOR_AUTHOR}</macro><macro name="by type"><choose>
        <if type="chapter"><text value="Never"/></if><else>{TITLE_FOR_AUTHOR}</else></choose></macro>"""
    works = {"one": work("Title", volume="9", **more)}
    assert entries(made(tmp_path, works, [], listed=listed, macros=macros)) == [printed]


def test_substitutes_of_a_substitute_are_tried_in_turn(tmp_path: Path) -> None:
    listed = '<names variable="author"><substitute><text macro="others"/></substitute></names>'
    macros = """<macro name="others"><names variable="editor"><name/><substitute><names variable="translator"/>
        <text variable="title"/></substitute></names></macro>"""
    works = {
        "editor": work("A", editor=[{"family": "Ed"}], translator=[{"family": "Tr"}]),
        "translator": work("B", translator=[{"family": "Tr"}]),
        "title": work("C"),
    }
    assert entries(made(tmp_path, works, [], listed=listed, macros=macros)) == ["Ed", "Tr", "C"]


# A group is left out if all variables that are called in it are empty.


def test_a_group_with_a_macro_of_which_no_branch_is_taken_is_left_out(tmp_path: Path) -> None:
    macros = """<macro name="editor"><choose><if type="chapter"><names variable="editor"/></if></choose></macro>
        <macro name="empty"><choose><if type="book"/><else><text variable="title"/></else></choose></macro>"""
    listed = """<text variable="title"/><group prefix=", "><text term="in"/><text variable="container-title"/>
        <text macro="editor"/></group><group prefix="; "><text value="no"/><text macro="empty"/></group>"""
    assert entries(made(tmp_path, {"one": work("Title")}, [], listed=listed, macros=macros)) == ["Title"]


def test_a_macro_of_words_alone_is_printed(tmp_path: Path) -> None:
    macros = '<macro name="words"><choose><if type="book"><text value="a book"/></if></choose></macro>'
    listed = '<group delimiter=", "><text variable="edition"/><text macro="words"/></group>'
    assert entries(made(tmp_path, {"one": work("Title")}, [], listed=listed, macros=macros)) == ["a book"]


# "the non-dropping particle is demoted" in sorts


@pytest.mark.parametrize("form", ["short", "long"])
def test_surnames_are_sorted_without_their_particles(tmp_path: Path, form: str) -> None:
    key = f'<names variable="author"><name form="{form}" name-as-sort-order="all"/></names>'
    macros = f'<macro name="inner">{key}</macro><macro name="key"><text macro="inner"/></macro>'
    van = {"family": "Creveld", "non-dropping-particle": "van"}
    works = {"d": work("D", "Doyle"), "c": {**work("C"), "author": [van]}, "b": work("B", "Brandt")}
    sort = '<sort><key macro="key"/></sort>'
    formatted = made(tmp_path, works, [], macros=macros, sort=sort, listed='<names variable="author"/>')
    assert entries(formatted) == ["Brandt", "van Creveld", "Doyle"]


def test_a_macro_is_copied_once_however_often_a_sort_calls_it() -> None:
    calls = "".join(
        f'<macro name="{place}"><text macro="{place + 1}"/><text macro="{place + 1}"/></macro>'
        for place in range(40)
    )
    names = '<macro name="40"><names variable="author"><name form="short"/></names></macro>'
    sort = '<sort><key macro="0"/></sort><layout/>'
    root = ET.fromstring(
        f'<style xmlns="http://purl.org/net/xbiblio/csl">{calls}{names}<citation>{sort}</citation></style>'
    )
    repair_elements(root)
    assert len(root) == 2 * 41 + 1


def test_stops_behind_a_macro_are_kept(tmp_path: Path) -> None:
    macros = '<macro name="where"><text variable="publisher" suffix="."/></macro>'
    listed = '<text macro="where" strip-periods="true"/><text variable="title" prefix=" "/>'
    assert entries(made(tmp_path, {"one": work("T", publisher="P")}, [], listed=listed, macros=macros)) == [
        "P. T"
    ]


def test_characters_that_were_escaped_twice_are_meant(tmp_path: Path) -> None:
    listed = '<text variable="title" prefix="&amp;#8211;&amp;nbsp;" suffix=" R&amp;amp;D"/>'
    assert entries(made(tmp_path, {"one": work("T")}, [], listed=listed)) == ["–\u00a0T R&amp;D"]


def test_parts_of_an_entry_that_stand_apart_have_a_space_between_them(tmp_path: Path) -> None:
    listed = """<text variable="title" display="block"/><text variable="volume" display="left-margin"/>
        <text variable="publisher" display="right-inline"/><text variable="edition"/>"""
    works = {"one": work("T", volume="9", publisher="P", edition="E")}
    assert entries(made(tmp_path, works, [], listed=listed)) == ["T 9 PE"]


# A language that only the style has


@pytest.mark.parametrize(
    ("given", "default", "own", "read"),
    [
        ("", "gx", ["gx"], ("gx", "")),
        ("eo", "", ["eo", "de"], ("eo", "")),
        ("eo-EO", "", ["eo"], ("eo-EO", "")),
        ("pt_BR", "gx", ["gx"], ("pt-BR", "")),
    ],
)
def test_a_style_may_bring_a_language(
    given: str, default: str, own: list[str], read: tuple[str, str]
) -> None:
    assert read_locale(given, default, own) == read


def test_a_language_that_neither_the_style_nor_pandoc_has_is_named() -> None:
    assert "no words for the language eo" in read_locale("eo", "", ["de"])[1]
