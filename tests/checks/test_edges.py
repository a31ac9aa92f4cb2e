"""Where the rules of checks end: what they just find, and what they just leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sphinxext_eir.core.works import Work
from sphinxext_eir.features.checks.links import ARCHIVE, Asking, _addresses, archived
from sphinxext_eir.features.checks.prose import WORDS, words_in
from sphinxext_eir.features.checks.quotes import MOST_OF_A_TERM
from sphinxext_eir.features.checks.records import BODY, ENTRY, NOTE, OBJECT, Document, Text
from sphinxext_eir.features.checks.sources import is_page
from sphinxext_eir.features.checks.spelling import compared, folded, folded_name, is_slip
from sphinxext_eir.features.checks.table import RULES, lacking

if TYPE_CHECKING:
    from collections.abc import Callable

    Found = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("pp. 12-13", ["'12-13' has a hyphen"]),
        ("pp. 12-12", []),  # no range
        ("pp. 132-8", ["'132-8' has a hyphen"]),
        ("pp. 132-1", []),
        ("pp. 12-15, pp. 20-22", ["'12-15' has a hyphen, and 1 more here"]),
    ],
)
def test_ranges(found: Found, words: str, said: list[str]) -> None:
    assert found("range-hyphen", f"See Blank, {words}.") == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("They  waited.", ["several spaces in 'They  waited.'"]),
        ("They  waited  for trains.", ["several spaces in 'They  waited', and in 1 more places here"]),
        ("They waited.  And on.", []),
    ],
)
def test_spaces(found: Found, words: str, said: list[str]) -> None:
    assert found("double-space", words) == said


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("a b c", "en", 3),
        ("mother-in-law’s", "en", 1),
        ("一二三四五六", "zh", 2),
        ("一二三四五六七八", "ja", 2),
    ],
)
def test_words_are_counted_by_letters_where_no_space_parts_them(text: str, language: str, count: int) -> None:
    assert words_in(Text(text), language) == count


@pytest.mark.parametrize(("count", "long"), [(WORDS, False), (WORDS + 1, True)])
def test_a_long_paragraph_has_more_words_than_the_guide_says(found: Found, count: int, *, long: bool) -> None:
    assert bool(found("long-paragraph", "word " * count)) is long


@pytest.mark.parametrize(("count", "quotes"), [(MOST_OF_A_TERM, False), (MOST_OF_A_TERM + 1, True)])
def test_a_term_has_few_words(found: Found, count: int, *, quotes: bool) -> None:
    words = " ".join(["word"] * count)
    said = found(
        "quotes-double-single", f"“One thing”, “two things”, “three things that are said here” and ‘{words}’."
    )
    assert bool(said) is quotes


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("https://example.org/a", True),
        ("http://example.org/a", True),
        ("ftp://example.org/a", False),
        ("https://doi.org/10.1000/182", False),
        ("https://example", False),  # leads nowhere
    ],
)
def test_a_page_may_change(url: str, *, page: bool) -> None:
    assert is_page(url) is page


@pytest.mark.parametrize(
    ("urls", "said"),
    [
        (["https://bbc.co.uk/a"], "the one web page cited has no date of access"),
        (
            ["https://bbc.co.uk/a", "https://bbc.co.uk/b"],
            "none of the 2 web pages cited has a date of access",
        ),
    ],
)
def test_where_no_page_has_a_date_one_finding_says_so(found: Found, urls: list[str], said: str) -> None:
    texts = tuple(
        Text(f"BBC, News, {OBJECT}.", NOTE, "a.rst", n, (url,), group=n) for n, url in enumerate(urls)
    )
    assert found("access-date", texts=texts) == [said]


def entry(url: str) -> Work:
    """Return the entry of a file."""
    return Work("", url, "", {"id": "a", "URL": url})


def test_addresses_in_files_are_held_to_their_form(found: Found) -> None:
    (said,) = found("url-malformed", works=(entry("https://example"), entry("https://example.org/a")))
    assert said.startswith("https://example, of the entry 'a': ")
    assert found("url-malformed", works=(Work("", "https://example", "", None),)) == []


def asked(*texts: Text, works: tuple[Work, ...] = ()) -> list[tuple[str, str]]:
    """Return the addresses that are asked for, with the days on which they were seen."""
    return [(url, seen) for url, _, seen in _addresses(Document("a", texts=texts, works=works))]


@pytest.mark.parametrize(
    ("part", "words", "seen"),
    [
        (NOTE, "BBC (accessed 1 May 2012)", "20120501"),
        (ENTRY, "BBC (accessed 1 May 2012)", "20120501"),
        (BODY, "BBC (accessed 1 May 2012)", ""),  # a date in the text may be of anything
        (NOTE, "BBC", ""),
    ],
)
def test_sources_say_when_an_address_was_seen(part: str, words: str, seen: str) -> None:
    url = "https://bbc.co.uk/news"
    assert asked(Text(words, part, urls=(url, url))) == [(url, seen)]
    assert archived(url, seen) == f"{ARCHIVE}{seen or '2'}/{url}"


def test_only_pages_of_the_web_are_asked_for() -> None:
    urls = ("mailto:a@b.org", f"{ARCHIVE}2012/http://a.org", "http://a.org", "ftp://a.org")
    assert asked(Text("See", NOTE, urls=urls)) == [("http://a.org", "")]
    works = (entry("https://a.org/x"), entry("ftp://a.org"), Work("", "https://a.org/y", "", None))
    assert asked(works=works) == [("https://a.org/x", "")]


def test_addresses_that_lead_nowhere_or_are_ignored_arent_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    from sphinxext_eir.features.checks import links

    seen: list[str] = []
    monkeypatch.setattr(links, "what_is_amiss", lambda url, _: seen.append(url) or "404 Not Found")
    urls = ("https://example", "https://a.org/x#one", "https://a.org/x#two", "https://intern.org/y")
    document = Document("a", texts=(Text("See", NOTE, urls=urls),))
    told: list[Any] = []
    found = links.dead_links([document], Asking((r"https://intern\.",)), lambda *about: told.append(about))
    assert seen == ["https://a.org/x"]  # once for both of its places
    assert told == [(1, 1, "https://a.org/x")]
    assert [fault.message for _, fault in found] == [
        f"https://a.org/x: 404 Not Found; archived: {ARCHIVE}2/https://a.org/x"
    ] * 2


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ((("jats", ("a title", "a date")),), ["the article lacks a title; a date"]),
        ((("jats", ()),), []),
        ((("doaj", ("a title",)),), []),
    ],
)
def test_what_an_archive_asks_for_is_named(
    missing: tuple[tuple[str, tuple[str, ...]], ...], said: list[str]
) -> None:
    assert [fault.message for fault in lacking("jats")(Document("a", missing=missing))] == said


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("blankenship", "blankenshop", True),
        ("blankenship", "blankneship", True),  # two letters that changed places
        ("blankenship", "blakenship", True),
        ("blankenship", "clankenship", False),  # the first letter
        ("blankenship", "blankenships", False),  # a plural
        ("blankenship", "blonkonship", False),
        ("blankenship", "blnkenshp", False),
        ("anderson", "andersen", False),
        ("part1of", "part2of", False),
        ("blankensip", "blankenshiip", False),
        ("bllank", "blank", True),
    ],
)
def test_a_slip_is_of_one_letter(one: str, other: str, *, slip: bool) -> None:
    assert is_slip(one, other) is slip
    assert is_slip(other, one) is slip


@pytest.mark.parametrize(
    ("one", "other"),
    [("It’s ‘so’", "It's 'so'"), ("“So”", '"So"'), ("a\u2010b", "a-b"), ("a\u2011b", "a–b"), ("a—b", "a-b"), ("a  b.", "a b"), ("é", "e\u0301")],
)  # fmt: skip
def test_typesetting_makes_no_spelling(one: str, other: str) -> None:
    assert compared(one) == compared(other)


def test_names_and_titles_are_folded() -> None:
    assert folded("War & Peace, Émile_Straße") == folded("war and peace emile strasse")
    assert folded_name("Mueller") == folded_name("Müller")
    assert folded_name("Blank") != folded_name("Black")


@pytest.mark.parametrize(
    ("people", "found"),
    [((("Blank", "Jo"), ("Blank", "Joe")), 1), ((("Blank", "J."),), 0), ((("Blank", "Jane B."),), 0), ((("Blank", "Jane"),), 1)],
)  # fmt: skip
def test_initials_fit_several_people(people: tuple[tuple[str, str], ...], found: int) -> None:
    from sphinxext_eir.features.checks.spelling import _names

    assert len(list(_names(Document("a", texts=(Text("x", ENTRY, people=people),))))) == found


def test_particles_belong_to_names() -> None:
    from sphinxext_eir.features.checks.spelling import _names

    authors = [
        {"family": "Creveld", "given": "Dirk", "non-dropping-particle": "van"},
        {"family": "Goede", "given": "Marta", "dropping-particle": "de"},
        {"literal": "NATO"},
    ]
    works = (Work("", "", "", {"id": "a", "author": authors}),)
    assert [use.spelling for use in _names(Document("a", works=works))] == [
        "Dirk van Creveld",
        "Marta de Goede",
    ]


def test_rules_stand_by_the_alphabet() -> None:
    assert [rule.name for rule in RULES] == sorted(rule.name for rule in RULES)
