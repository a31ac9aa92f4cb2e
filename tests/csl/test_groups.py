"""Works whose authors read alike, in one group of a citation, as the specification says: held to citeproc-js in `test_oracle`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from support.csl_contexts import book, context, in_mode, texts, words

from sphinxext_eir.csl.formatting import Formatter
from sphinxext_eir.csl.model import Cite, Mode, plain_text
from sphinxext_eir.csl.styles import read_style

if TYPE_CHECKING:
    from pathlib import Path

    from sphinxext_eir.csl.model import Citation, Formatted

pytestmark = pytest.mark.pandoc

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Made</title><id>made</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <macro name="year"><date variable="issued"><date-part name="year"/></date></macro>
  <macro name="names"><names variable="author"><name form="short" initialize-with=". "/></names></macro>
  <citation et-al-min="3" et-al-use-first="1" disambiguate-add-year-suffix="true" {options}>{sort}
    <layout prefix="(" suffix=")" delimiter="; ">
      <group delimiter=" "><text macro="names"/><text macro="year"/></group><text variable="locator" prefix=":"/>
    </layout>
  </citation>
  <bibliography><sort><key variable="author"/><key variable="issued"/></sort>
    <layout><names variable="author"/><text macro="year" prefix=" "/></layout></bibliography>
</style>"""
YEAR = 'collapse="year"'
LETTERS = 'collapse="year-suffix" year-suffix-delimiter="," cite-group-delimiter=", "'
BY_NAME = '<sort><key macro="names"/><key macro="year"/></sort>'
GIVEN = 'disambiguate-add-givenname="true"'


def weber(given: str, year: int, **more: Any) -> dict[str, Any]:
    """Return a book of one of the Webers."""
    return book("Weber", year, author=[{"family": "Weber", "given": given}], **more)


ITEMS = {
    "max": weber("Max", 1978),
    "max2": weber("Max", 2001),
    "ida": weber("Ida", 2006),
    "kim": weber("Kim", 2006),
    "doe": book("Doe", 1999),
}


def made(tmp_path: Path, *citations: Citation, options: str = YEAR, sort: str = "") -> Formatted:
    """Return citations of the Webers in a style with *options*."""
    path = tmp_path / "made.csl"
    path.write_text(STYLE.format(options=options, sort=sort), "utf-8")
    with Formatter(None) as formatter:
        return formatter.format([replace(context(*citations, items=ITEMS), style=read_style(path))])[0]


@pytest.mark.parametrize(
    ("options", "cited", "expected"),
    [
        (YEAR, ["max", "ida"], "(Weber 1978, 2006)"),
        (YEAR, ["ida", "doe", "max"], "(Weber 2006, 1978; Doe 1999)"),
        (YEAR, [Cite("max", locator="3"), "ida"], "(Weber 1978:3, 2006)"),
        (YEAR, ["max", Cite("max2", locator="3"), "doe"], "(Weber 1978, 2001:3; Doe 1999)"),
        (f'{YEAR} after-collapse-delimiter="; "', ["max", Cite("max2", locator="3")], "(Weber 1978; 2001:3)"),
        (YEAR, ["ida", "kim"], "(Weber 2006a, 2006b)"),
        (LETTERS, ["ida", "kim", "doe"], "(Weber 2006a,b; Doe 1999)"),
        (f"{YEAR} {GIVEN}", ["ida", "kim"], "(I. Weber 2006; K. Weber 2006)"),
        (f"{YEAR} {GIVEN}", ["max", "ida"], "(Weber 1978, 2006)"),
        (YEAR, ["max", Cite("ida", "see")], "(Weber 1978; see Weber 2006)"),
        (YEAR, [Cite("max", suffix="(my emphasis)"), "ida"], "(Weber 1978 (my emphasis); Weber 2006)"),
        ("", ["max", "ida"], "(Weber 1978; Weber 2006)"),
    ],
)  # fmt: skip
def test_works_of_one_name_are_one_group(
    tmp_path: Path, options: str, cited: list[Any], expected: str
) -> None:
    answer = made(tmp_path, in_mode(Mode.PARENTHETICAL, *cited), options=options)
    assert texts(answer) == [expected]


def test_the_list_and_other_citations_name_each_person(tmp_path: Path) -> None:
    together = in_mode(Mode.PARENTHETICAL, "kim", "ida", "max")
    answer = made(tmp_path, together, in_mode(Mode.NARRATIVE, "kim"), sort=BY_NAME)
    assert texts(answer) == ["(Weber 1978, 2006b, 2006a)", "Weber (2006b)"]
    assert [words(entry) for entry in answer.entries] == [
        "Ida Weber 2006a",
        "Kim Weber 2006b",
        "Max Weber 1978",
    ]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("", "(Doe 1999; Weber 1978; I. Weber 2006; K. Weber 2006)"),
        (
            ' givenname-disambiguation-rule="all-names"',
            "(Doe 1999; I. Weber 2006; K. Weber 2006; M. Weber 1978)",
        ),
    ],
)
def test_given_names_that_are_printed_count_in_the_order(tmp_path: Path, rule: str, expected: str) -> None:
    cited = in_mode(Mode.PARENTHETICAL, "kim", "ida", "max", "doe")
    assert texts(made(tmp_path, cited, options=f"{GIVEN}{rule}", sort=BY_NAME)) == [expected]


def test_works_of_one_name_in_a_note_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "made.csl"
    path.write_text(STYLE.format(options=YEAR, sort="").replace("in-text", "note"), "utf-8")
    cited = in_mode(Mode.PARENTHETICAL, "max", "ida", note=1)
    with Formatter(None) as formatter:
        answer = formatter.format([replace(context(cited, items=ITEMS), style=read_style(path))])[0]
    assert [plain_text(citation.note) for citation in answer.citations] == ["(Weber 1978; Weber 2006)."]
