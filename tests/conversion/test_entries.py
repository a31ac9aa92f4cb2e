"""Entries of a bibliography that no blank line parts."""

from __future__ import annotations

import pytest

from sphinxext_eir.conversion.document import Bibliography
from sphinxext_eir.conversion.inlines import Inline, plain
from sphinxext_eir.conversion.pipeline import convert_reading
from sphinxext_eir.conversion.reading.text import read_string
from sphinxext_eir.conversion.structure.sections import _entries_in

BLUM = "Blum, R. & Yilmaz, D. (2011). Silence at Sea. Journal of Coastal Studies, 4(2), pp. 1-19."
OSTRANDER = "Ostrander, P. (2004). Naming Threats: A Title That Goes On over the End of\nits Line. Aarhus: Nordhavn Press."
YILMAZ = (
    "Yilmaz, D. (2012). ‘Re-reading the Treaty’, in: Blum, R. (ed.) Treaties and Silences.\nLondon: Quay."
)
NATIONS = "United Nations (1948). Universal Declaration. Available at:\nhttps://www.un.example/declaration [Accessed 3 May 2014]."
CHICAGO = "Halloran, Ida. Two Harbours. Oslo:\nFjordheim, 2009."
MANY = (
    "Voss, Elin, Mats Hagberg, and Maria Emm.\n“‘The Rope of Trust’: Lives\non the Quay.” Harbour Studies 6, no. 1 (2013): 18. "
    "https://doi.org/10.3402/hs.6."
)
"""The word before the last name ends as *n.d.* may."""
READ = "Ships that wait (table). Data. (n.d.).\nRetrieved April 14, 2022, from\nhttps://data.example/ships"
OTHER = "Reiersen, Amund. Making the Line. Oslo: Fjordheim,\n2011."


def entries(*typed: str) -> list[str]:
    """Return the entries that are read of some that are *typed* one under the other."""
    text = "# Of Harbours\n\nThe harbour was built twice.\n\nReferences\n\n" + "\n".join(typed) + "\n"
    result = convert_reading(read_string(text), "a", "rst", {})
    assert result.value.ledger.unexplained == ()
    (found,) = (block for block in result.value.document.blocks if isinstance(block, Bibliography))
    return [" ".join(plain(entry).split()) for entry in found.entries]


@pytest.mark.parametrize(
    "typed",
    [(BLUM, OSTRANDER), (OSTRANDER, YILMAZ, NATIONS), (YILMAZ, BLUM), (NATIONS, OSTRANDER), (CHICAGO, OTHER)],
)
def test_each_is_an_entry(typed: tuple[str, ...]) -> None:
    assert entries(*typed) == [" ".join(one.split()) for one in typed]


@pytest.mark.parametrize("typed", [OSTRANDER, YILMAZ, NATIONS, CHICAGO, MANY])
def test_an_entry_on_several_lines_is_one(typed: str) -> None:
    assert entries(typed) == [" ".join(typed.split())]


def test_when_an_entry_was_read_is_no_entry_on_a_line_of_its_own() -> None:
    assert len(_entries_in((Inline(READ),))) == 1
    assert len(_entries_in((Inline(READ.replace("Retrieved", "Visited, A. B.")),))) == 2
