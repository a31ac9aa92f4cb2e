"""Each row of the decisions about names, by an example that it decides, and mostly a near miss that it doesn't."""

from __future__ import annotations

import pytest

from sphinxext_eir.text.decisions import Criterion, decide
from sphinxext_eir.typed.cited_names import Names, names_before
from sphinxext_eir.typed.claims import CLAIMED, _Sentence, claim
from sphinxext_eir.typed.plausible import (
    AUTHORS,
    LONG,
    ONE_AUTHOR,
    PLACE,
    _is_author,
    _one_name,
    _seen,
    authorship,
)
from sphinxext_eir.typed.plausible import (
    NONE as NO_AUTHOR,
)
from sphinxext_eir.typed.words import words_for
from sphinxext_eir.typed.years import Year, next_year, read_years

NONE = "none holds"

SEVERAL = {
    "only the beginning of a sentence": ["However 2000", "See 2000"],
    "a word of no author's name": ["Resolution 1973", "Vision 2030", "January 2012", "War-Time 1945", "NATO 1999"],
    "a court": ["Mass. 1997", "D. Mass. 1997", "E.D. Va. 2002", "W. Va. 1995", "C.D. Cal. 2015", "Wash. 2011", "Ont. 2004"],
    "a university press": ["Blank University Press 2001"],
    "an article, and no word of a body's name": ["The Origins 1951", "An Inquiry 1776"],
    "an event of long ago": ["Varennes 1791"],
    "an article of a law": ["Blank 1982, Art. 101"],
    "a list that isn't one body's name": ["Vienna, Austria 2001", "Blank, Clark 2001"],
    "a part that isn't a name": ["Star Trek 1979", "France 1958", "Blank and B52 1999"],
    "full names with an and, without a page": ["Stephen Blank and William Clark 2000"],
    NONE: [
        "However, Blank 2000", "Blank 1859: 3", "Blank and Clark 1859", "See Blank 2000", "Blank 1973", "University College 2001", "The Guardian 2001", "Blank 1982, p. 101",
        "United Nations, Security Council 2001", "Blank et al. 2001", "Blank and Clark 2001", "van der Berg 2001", "OECD 2001",
        "Stephen Blank and William Clark 2000: 12", "Stephen Blank and Clark 2000", "France 2006: 12",
    ],
}  # fmt: skip

ONE = {
    "a body of one word": ["Guardian", "Reuters"],
    "a word too general for a body": ["Council", "Bank"],
    "a body": ["World Bank", "Council of Europe", "The New York Times"],
    "a noun by its ending": ["Extension", "Expansion!"],
    "a surname like a place, and sure": ["France!", "London!"],
    "a place": ["France", "NEW YORK!", "Anatole France!"],
    "initials, and sure": ["S. J.!"],
    "initials alone": ["S. J.", "van!"],
    "too many words": ["Stephen Blank", "Mary Ellen Blank!"],
    "a word that isn't a surname": ["B52", "BlankClark", "EU", "X"],
    NONE: ["Blank", "Stephen Blank!", "van der Berg", "S. Blank", "McDonald", "O’Connell", "Doswald-Beck", "OECD", "Al-Rasheed"],
}  # fmt: skip
"""A name with ``!`` is one that something else shows to be an author's."""

CLAIMS = {
    "a work": ["The film Troy (2004) shows"],
    "an article, and a page": ["It is the NIEO (1974: 3) that"],
    "an article": ["It is the NIEO (1974) that argues"],
    "et al.": ["Thus Blank et al. (2000) and so"],
    "a possessive": ["It is Blank's (2000) view", "It is Blank (2000)'s view"],
    "a page": ["Thus Blank (2000: 12) and so"],
    "a letter after the year": ["Thus Blank (2000a) and so"],
    "persons joined by and": ["Thus Blank and Clark (2000) and so"],
    "an ascribing beginning": ["For Blank (2000) it is"],
    "a verb left out": ["Clark (2000) speaks of a state; Blank (2001) of a nation", "fr: Clark parle d’un état ; Blank (2001) de nation"],
    "a verb of saying": ["Blank (2000) argues that", "Blank (2000) has also famously argued", "Blank (2000), Clark (2001), and Dole (2002) argue"],
    "a verb of saying before": ["es: Como escribe Blank (2000)", "ru: Так пишет Blank (2000)", "ar: يرى الخطيب (2000)"],
    "an ascribing word before": ["Power, according to Blank (2000)", "Power, as does Blank (2000)", "authors like Blank (2000)", "cf. Blank (2000)"],
    NONE: ["Since Blank (2000) it is", "Troy (2004) is a film", "Kosovo and Serbia (1999) were", "The war; Blank (2001) was", "Blank (2000) has a cat"],
}  # fmt: skip


def reason(rule: Criterion[object, bool] | None) -> str:
    return rule.name if rule else NONE


def cases(examples: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(text, why) for why, texts in examples.items() for text in texts]


def names_and_years(text: str) -> tuple[Names, list[Year]]:
    year = next_year(text, 0, len(text))
    names = names_before(text, year)
    assert names
    return names, read_years(text, year, len(text))


@pytest.mark.parametrize(("text", "why"), cases(SEVERAL))
def test_why_names_before_a_year_are_no_authors(text: str, why: str) -> None:
    names, years = names_and_years(text)
    assert reason(decide(AUTHORS, _seen(names, years, narrative=False))) == why
    assert (authorship(names, years) == 0) == (why == NONE)


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("In Kosovo, Blank 2000", True),
        ("Blank, Clark and Dole 2000", True),
        ("In Kosovo, Serbia 1999", False),
    ],
)
def test_a_place_before_the_names_of_a_sentence_is_none_of_them(text: str, *, authors: bool) -> None:
    assert (authorship(*names_and_years(text), narrative=True) == 0) == authors


@pytest.mark.parametrize(("name", "why"), cases(ONE))
def test_what_one_name_is(name: str, why: str) -> None:
    name, sure = name.rstrip("!"), name.endswith("!")
    rule = decide(ONE_AUTHOR, _one_name(name, sure=sure))
    assert reason(rule) == why
    assert _is_author(name, sure=sure) == (rule is None or rule.then == 0)


@pytest.mark.parametrize(("text", "why"), cases(CLAIMS))
def test_why_a_name_with_a_year_in_brackets_is_an_author(text: str, why: str) -> None:
    language, text = text.split(": ", 1) if text[2:4] == ": " else ("en", text)
    start = text.rindex("Blank") if text.startswith("Clark") else 0
    bracket = text.index("(", start)
    names = names_before(text, bracket)
    assert names
    end = text.index(")", bracket)
    years = read_years(text, bracket + 1, end)
    around = (text[: names.start], text[end + 1 :], names, years)
    rule = decide(CLAIMED, _Sentence(*around, words_for(language)))
    assert reason(rule) == why
    assert claim(*around, words_for(language)) == (0 if rule is None else 1 if rule.then else -1)


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Blank 2000", 0),
        ("Star Trek 1979", LONG),
        ("Blank, Clark 2000", LONG),
        ("Stephen Blank and William Clark 2000", LONG),
        ("France 1958", PLACE),
        ("Vienna, Austria 2001", PLACE),
        ("Varennes 1791", PLACE),
        ("Resolution 1973", NO_AUTHOR),
        ("Blank and B52 1999", NO_AUTHOR),
    ],
)
def test_how_much_speaks_against_names(text: str, weight: int) -> None:
    assert authorship(*names_and_years(text)) == weight


@pytest.mark.parametrize(("rules", "examples"), [(AUTHORS, SEVERAL), (ONE_AUTHOR, ONE), (CLAIMED, CLAIMS)])
def test_each_row_has_an_example(
    rules: tuple[Criterion[object, bool], ...], examples: dict[str, list[str]]
) -> None:
    assert [*[rule.name for rule in rules], NONE] == list(examples)
