"""Dates as they are typed, of access above all."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext_eir.text.dates import (
    MONTHS,
    SHORT_MONTHS,
    WITHOUT_YEAR,
    access_date,
    month_number,
    read_date,
    year_word,
)

DAY = datetime.date(2012, 2, 29)


@pytest.mark.parametrize(
    "typed",
    [
        "29 February 2012", "29th February 2012", "29th of February, 2012", "February 29, 2012", "Feb. 29th, 2012", "29 Feb 2012",
        "2012, February 29", "2012-02-29", "2012/02/29", "29/02/2012", "29.02.2012", "29-2-2012", "02/29/2012", "FEBRUARY 29 2012",
    ],
)  # fmt: skip
def test_each_form_of_a_date(typed: str) -> None:
    assert read_date(typed) == DAY


@pytest.mark.parametrize(
    ("typed", "date"),
    [("May 2012", (2012, 5, 1)), ("2012", (2012, 1, 1)), ("01/02/2012", (2012, 2, 1)), ("30 February 2012", None), ("soon", None), ("", None)],
)  # fmt: skip
def test_a_date_in_part(typed: str, date: tuple[int, int, int] | None) -> None:
    assert read_date(typed) == (datetime.date(*date) if date else None)


@pytest.mark.parametrize(
    "typed",
    [
        "(accessed February 29, 2012)", "[Accessed: 29 February 2012]", "Last accessed on 29th February 2012.", "accessed on the 29 February 2012",
        "Retrieved 29 February 2012 from http://a.org/2001", "viewed 29 February 2012, <http://a.org>", "(Accessed 29/02/2012)",
        "last visited: 29.02.2012", "[cited 2012 Feb 29]", "Retrieved from http://a.org/ on 29 February 2012; accessed 29 February 2012",
        "Date of access: 29 February 2012", "consulted 29 February 2012",
    ],
)  # fmt: skip
def test_each_form_of_saying_when_a_page_was_seen(typed: str) -> None:
    assert access_date(f"Blank, S. (2000) Threats. http://a.org/2001 {typed}") == DAY


@pytest.mark.parametrize(
    ("typed", "month"), [("3. Jänner 2020", 1), ("3. Feber 2020", 2), ("3. Jan. 2020", 1)]
)
def test_months_as_austrians_call_them(typed: str, month: int) -> None:
    assert read_date(typed, "de") == datetime.date(2020, month, 3)


def test_an_entry_that_does_not_say_when_was_not_seen() -> None:
    assert access_date("Blank, S. (2000) Threats Seen from Moscow, 3 May 2001.") is None


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_a_date_survives_being_typed(date: datetime.date) -> None:
    month = MONTHS[date.month - 1].capitalize()
    for typed in (
        f"{date.day} {month} {date.year}",
        f"{month} {date.day}, {date.year}",
        date.isoformat(),
        f"{date:%d/%m/%Y}",
    ):
        assert read_date(typed) == date


@pytest.mark.parametrize("month", ["sept.", "set.", "septiembre"])
def test_a_month_of_several_forms_is_one_month(month: str) -> None:
    assert read_date(f"3 de {month} de 2020", "es") == datetime.date(2020, 9, 3)


@given(st.text())
def test_any_text_may_be_asked(text: str) -> None:
    for found in (read_date(text), access_date(f"accessed {text}")):
        assert found is None or isinstance(found, datetime.date)


@pytest.mark.parametrize(("typed", "date"), [("12/13/2012", (2012, 12, 13)), ("13/12/2012", (2012, 12, 13)), ("13/13/2012", None)])  # fmt: skip
def test_of_two_numbers_the_one_over_twelve_is_the_day(typed: str, date: tuple[int, int, int] | None) -> None:
    assert read_date(typed) == (datetime.date(*date) if date else None)


def test_months_are_counted_from_one_and_abbreviated_to_three_letters() -> None:
    assert SHORT_MONTHS == (
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    )
    assert [month_number(name) for name in ("January", "Sept.", "DEC")] == [1, 9, 12]


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("n.d.", "n.d."), ("N. D.", "n.d."), ("n.d", "n.d."), ("nd", "n.d."), ("no date", "n.d."), ("o. J.", "n.d."), ("o.J.", "n.d."),
        ("o. J", "n.d."), ("s.d.", "n.d."), ("t. y.", "n.d."), ("forthcoming", "forthcoming"), ("in press", "forthcoming"),
        ("i. E.", "forthcoming"), ("im Druck", "forthcoming"), ("in Vorb.", "forthcoming"), ("à paraître", "forthcoming"),
    ],
)  # fmt: skip
def test_words_in_place_of_a_year_may_lack_a_space_or_their_last_stop(typed: str, word: str) -> None:
    assert re.fullmatch(WITHOUT_YEAR, typed, re.IGNORECASE)
    assert year_word(typed) == word


@pytest.mark.parametrize("typed", ["n.days", "ndo", "o. Jahre", "O. j.", "i. Eden"])
def test_other_words_stand_in_place_of_no_year(typed: str) -> None:
    assert not re.fullmatch(WITHOUT_YEAR, typed, re.IGNORECASE)
