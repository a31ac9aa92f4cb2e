"""Dates in EDTF, by the examples of its specification (Library of Congress, 2019, levels 0 to 2) and of its drafts, which programs still write."""

from __future__ import annotations

from typing import Any

import pytest

from sphinxext_eir.csl.edtf import csl_date, unsaid_of

FEBRUARY = [2004, 2, 1]


def days(*parts: list[int], **more: Any) -> dict[str, Any]:
    return {"date-parts": [*parts], **more}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        # Level 0
        ("1985-04-12", days([1985, 4, 12])),
        ("1985-04", days([1985, 4])),
        ("1985", days([1985])),
        ("1985-04-12T23:20:30", days([1985, 4, 12])),
        ("1985-04-12T23:20:30Z", days([1985, 4, 12])),
        ("1985-04-12T23:20:30-04", days([1985, 4, 12])),
        ("1985-04-12T23:20:30+04:30", days([1985, 4, 12])),
        ("1964/2008", days([1964], [2008])),
        ("2004-06/2006-08", days([2004, 6], [2006, 8])),
        ("2004-02-01/2005-02-08", days(FEBRUARY, [2005, 2, 8])),
        ("2004-02-01T10:00/2005-02", days(FEBRUARY, [2005, 2])),
        # Level 1
        ("Y170000002", {"literal": "170000002"}),
        ("Y-170000002", {"literal": "−170000002"}),
        ("2001-21", days([2001, 21])),
        ("1984?", days([1984], literal="1984?")),
        ("2004-06~", days([2004, 6], circa=True)),
        ("2004-06-11%", days([2004, 6, 11], circa=True)),
        ("201X", days([2010], [2019])),
        ("20XX", days([2000], [2099])),
        ("2004-XX", days([2004])),
        ("1985-04-XX", days([1985, 4])),
        ("1985-XX-XX", days([1985])),
        ("1985-04-12/..", days([1985, 4, 12], literal="1985–")),
        ("1985/", days([1985], literal="1985–")),
        ("../1985-04", days([1985, 4], literal="–1985")),
        ("/1985", days([1985], literal="–1985")),
        ("1984~/2004-06", days([1984], [2004, 6], circa=True)),
        ("1984?/2004%", days([1984], [2004], literal="1984?–2004?")),
        ("1984/2004?", days([1984], [2004], literal="1984–2004?")),
        ("-1985", days([-1986])),  # the year 0 of EDTF is the first before Christ, and CSL has none
        ("0000", days([-1])),
        # Level 2
        ("Y-17E7", {"literal": "−170000000"}),
        ("1950S2", days([1950], circa=True)),
        ("Y171010000S3", {"literal": "171010000"}),
        ("2001-25", days([2001, 21])),
        ("2001-32", days([2001, 24])),
        ("2001-34", days([2001])),
        ("[1667,1668,1670..1672]", days([1667], [1672], literal="[1667, 1668, 1670–1672]")),
        ("{1667,1668,1670..1672}", days([1667], [1672], literal="1667, 1668, 1670–1672")),
        ("[..1760-12-03]", days([1760], literal="[–1760-12-03]")),
        ("[1760-12..]", days([1760], literal="[1760-12–]")),
        ("2004-06~-11", days([2004, 6, 11], circa=True)),
        ("?2004-06-~11", days([2004, 6, 11], circa=True)),
        ("156X-12-25", {"literal": "156X-12-25"}),
        ("XXXX-12-XX", {"literal": "XXXX-12-XX"}),
        ("XXXX", {}),
        ("2004-06-~01/2004-06-~20", days([2004, 6, 1], [2004, 6, 20], circa=True)),
        ("2004-06-XX/2004-07-03", days([2004, 6], [2004, 7, 3])),
        # Drafts
        ("199u", days([1990], [1999])),
        ("199u/2005", days([1990], [2005])),
        ("1999-01-uu", days([1999, 1])),
        ("2004-06-01/unknown", days([2004, 6, 1], literal="2004–")),
        ("unknown/2006", days([2006], literal="–2006")),
        ("2004/open", days([2004], literal="2004–")),
        # As authors type them
        ("[1999]", days([1999], literal="[1999]")),
        ("c. 1999", days([1999], circa=True)),
        ("1999-2001", days([1999], [2001])),
        ("1999–2001", days([1999], [2001])),
        ("1999-", days([1999], literal="1999–")),
        ("3 May 1999", days([1999, 5, 3])),
        ("May 3rd, 1999", days([1999, 5, 3])),
        ("1999, September/October", days([1999, 9], [1999, 10])),
        ("Spring 1999", days([1999, 21])),
        ("1999-13", days([1999])),
        ("May 32, 1999", {"literal": "May 32, 1999"}),
        ("1999/05/01", days([1999, 5, 1])),
        ("1999-05-01/03", {"literal": "1999-05-01/03"}),
        ("Volume 1999", {"literal": "Volume 1999"}),
        ("in press", {"literal": "in press"}),
    ],
)
def test_a_date_says_what_is_typed(text: str, date: dict[str, Any]) -> None:
    assert csl_date(text) == date


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("1985-04-12T23:20:30Z", ""),
        ("2001-25", ""),
        ("-0379", ""),
        ("0000", ""),
        ("1950S2", ""),
        ("1985-00-00", ""),
        ("201X", ""),
        ("[1667,1670..1672]", ""),
        ("1985-04/..", "04"),
        ("2001-34", "34"),
        ("1999-13", "13"),
        ("1999-05-32", "32"),
    ],
)
def test_what_a_date_has_no_place_for_is_known(text: str, unsaid: str) -> None:
    assert unsaid_of(text, csl_date(text)) == unsaid
