"""Items of the converter take the place of the entries they were made of: typed citations find them."""

from __future__ import annotations

import pytest
from support.paths import DATA

from sphinxext_eir.conversion.csl_items import items_of
from sphinxext_eir.conversion.document import Bibliography, Document, Front
from sphinxext_eir.conversion.inlines import Inline
from sphinxext_eir.csl.items import clean_item
from sphinxext_eir.features.bibliography.library import citable
from sphinxext_eir.typed.citations import find_citations
from sphinxext_eir.typed.matching import Shelf

ENTRIES = [line.split(" | ", 2) for line in (DATA / "entries.txt").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("names", "year", "entry"), ENTRIES)
def test_a_typed_citation_finds_the_item(names: str, year: str, entry: str) -> None:
    (item,) = items_of(Document(Front(), (Bibliography((), ((Inline(entry),),)),)))
    found = citable("key", clean_item(item))
    first, *others = [name.rpartition(" ")[2] if len(found.names) > 1 else name for name in names.split(";")]
    said = f"{first} et al." if found.more or others[1:] else " and ".join([first, *others])
    assert [
        Shelf([found]).find(citation).entries for citation in find_citations(f"Words ({said} {year}).")
    ] == [(found,)]


def test_a_letter_after_the_year_tells_items_apart() -> None:
    entries = ("Smith, A. et al. (2011a) Power.", "Smith, A. et al. (2011b) Peace.")
    items = items_of(Document(Front(), (Bibliography((), tuple((Inline(entry),) for entry in entries)),)))
    first, second = (citable(str(item["id"]), clean_item(item)) for item in items)
    (citation,) = find_citations("Words (Smith et al. 2011b).")
    assert Shelf([first, second]).find(citation).entries == (second,)
