"""Entries are read as far as they are plain, and no farther."""

from __future__ import annotations

import pytest

from sphinxext_eir.conversion.csl_items import items_of
from sphinxext_eir.conversion.document import Bibliography, Document
from sphinxext_eir.conversion.inlines import Inline, Kind
from sphinxext_eir.conversion.pipeline import convert_reading
from sphinxext_eir.conversion.reading.text import read_string


def read(*entries: str) -> list[dict[str, object]]:
    text = "# T\n\nText.\n\n## Bibliography\n\n" + "\n\n".join(entries)
    items = convert_reading(read_string(text), "t", "rst", {}).value.items
    return [{name: value for name, value in item.items() if name != "custom"} for item in items]


def issued(year: int) -> dict[str, list[list[int]]]:
    return {"date-parts": [[year]]}


@pytest.mark.parametrize(
    ("entry", "item"),
    [
        (
            "Blank, Stephen J. (2000) *Threats*. Carlisle: Strategic Studies Institute.",
            {
                "id": "Blank2000", "type": "book", "author": [{"family": "Blank", "given": "Stephen J."}], "issued": issued(2000),
                "title": "Threats", "publisher": "Strategic Studies Institute", "publisher-place": "Carlisle",
            },
        ),
        (
            "Gordon, P. and Shapiro, J. (2004) *Allies at War*.",
            {
                "id": "Gordon2004", "type": "document", "issued": issued(2004), "title": "Allies at War",
                "author": [{"family": "Gordon", "given": "P."}, {"family": "Shapiro", "given": "J."}],
            },
        ),
        (
            "Jones, A. & Brown, B. (1996). 'The Art of Bridges', *International Affairs*, 72(1), pp. 150–170.",
            {
                "id": "Jones1996", "type": "article-journal", "issued": issued(1996), "title": "The Art of Bridges",
                "author": [{"family": "Jones", "given": "A."}, {"family": "Brown", "given": "B."}],
                "container-title": "International Affairs", "volume": "72", "issue": "1", "page": "150–170",
            },
        ),
        (
            "FAS. (2000) Federation. <http://www.fas.org/x.htm> (accessed February 29, 2012).",
            {
                "id": "FAS2000", "type": "document", "author": [{"literal": "FAS"}], "issued": issued(2000),
                "URL": "http://www.fas.org/x.htm", "accessed": {"date-parts": [[2012, 2, 29]]},
            },
        ),
        (
            "Smith, A. et al. (2011a) “Power”, in Williams (ed.) *Handbook*, Oxford: OUP.",
            {
                "id": "Smith2011a", "type": "document", "issued": issued(2011), "year-suffix": "a", "title": "Power",
                "author": [{"family": "Smith", "given": "A."}, {"literal": "others"}],
            },
        ),
        ("An entry without anything to hold on to", {"type": "document"}),
    ],
)  # fmt: skip
def test_an_entry_is_read(entry: str, item: dict[str, object]) -> None:
    (found,) = read(entry)
    if "id" not in item:
        found.pop("id")
    assert found == item


def test_keys_are_unique_and_a_dash_repeats_the_author() -> None:
    keys = [item["id"] for item in read("Kagan, R. (2003) *A*.", "Kagan, R. (2003) *B*.", "———. (2008) *C*.")]
    assert keys == ["Kagan2003", "Kagan2003-2", "Kagan2008"]


def test_an_entry_in_brackets_is_no_key() -> None:
    reading = read_string("# T\n\nText.\n\n## Bibliography\n\n[UNGA] 1998, Resolution 1244, New York.")
    for syntax in ("rst", "myst"):
        value = convert_reading(reading, "t", syntax, {}).value  # type: ignore[arg-type]
        assert "\\[UNGA] 1998" in value.text
        assert value.ledger.unexplained == ()


def test_a_stop_alone_that_is_set_in_italics_is_no_title() -> None:
    before, stop, after = (
        Inline("Blank, S. (2000)"),
        Inline(" .", kind=Kind.EMPHASIS),
        Inline(" Lund: Skarre Press."),
    )
    (item,) = items_of(Document(blocks=(Bibliography((), ((before, stop, after),)),)))
    assert "title" not in item
