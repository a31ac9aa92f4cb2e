"""Each branch of a long expression has an example that it matches, and what it is not for isn't matched."""

from __future__ import annotations

import re

import pytest

from sphinxext_eir.conversion import labels, rules, wording
from sphinxext_eir.conversion.document import Paragraph
from sphinxext_eir.conversion.inlines import Inline
from sphinxext_eir.conversion.structure import biography, entries, headings, hyphens
from sphinxext_eir.conversion.writing import myst, rst

BRANCHES: dict[str, tuple[re.Pattern[str], dict[str, str]]] = {
    "special in MyST": (
        myst._SPECIAL,
        {"a*b": "*", "a`b": "`", "_a": "_", "a_ b": "_", "[a](b": "[", "<b>": "<", "&amp;": "&", "a@b": "@", "{sup}": "{"},
    ),
    "begins a block in MyST": (
        myst._BLOCK_START,
        {"- a": "-", "# a": "#", "(a)=": "(a)=", "[a]: b": "[a]:", "___": "___", "{a": "{"},
    ),
    "begins a line in MyST": (
        myst._LINE_START,
        {
            "- a": "- ", "12.": "12.", "##": "##", "> a": ">", "+++": "+++", "---": "---", "```": "```",
            "[a]: b": "[a]:", "(a)=": "(a)=", "{a": "{",
        },
    ),
    "a scalar of YAML": (myst._PLAIN_YAML, {"Jane Doe, of A": "Jane Doe, of A", "a:b": "a:b", "nullify": "nullify"}),
    "special in reST": (rst._SPECIAL, {"a*b": "*", "a|b": "|", "_a": "_", "a_ b": "_", "a@b": "@", "a:b": ":"}),
    "punctuation that begins a paragraph": (
        rst._SAFE_START,
        {"'(a": "'(a", "$1": "$1", "**a": "**a", "`a": "`a", ":sup:`a": ":sup:`", "\\a": "\\"},
    ),
    "begins a line in reST": (
        rst._LINE_START,
        {
            "- a": "- ", "12.": "12.", "b)": "b)", "xiv.": "xiv.", "IX.": "IX.", "===": "===", ".. a": ".. ",
            ":a:": ":a:", "| a": "|",
        },
    ),
    "a URL without markup": (
        rst._STANDALONE,
        {"http://a.org:80/b?c#d.": "http://a.org:80/b?c#d", "https://a.org": "https://a.org", "http://a.org/b_": "http://a.org/b"},
    ),
    "the number of a note in a list": (labels._LISTED, {"(1) a": "(1) ", "(ii) a": "(ii) ", "1. a": "1. ", "iv) a": "iv) ", "2 A": "2 ", "3A": "3"}),
    "the number of a section": (wording._NUMBER, {"7 literatur": "7 ", "7. notes": "7. ", "6.2 notes": "6.2 ", "2.1) notes": "2.1) ", "vii. notes": "vii. "}),
    "a line across the text": (rules.LINE_ACROSS, {"* * *": "* * *", "----": "----", "___": "___", "—": "—", "⁂": "⁂"}),
    "place and publisher": (
        entries._IMPRINT,
        {
            "London: Routledge.": "London: Routledge.", "Cambridge, MA: MIT Press.": "Cambridge, MA: MIT Press.",
            "Delhi, India: Sage": "Delhi, India: Sage",
        },
    ),
    "a biography that goes on": (
        biography._BIOGRAPHY_GOES_ON,
        {"The views are": "The views", "Views expressed here": "Views expressed", "She holds": "She"},
    ),
    "unlike a heading": (
        headings._UNLIKE_A_HEADING,
        {"In 1945": "1", "a/b": "/", "Of trains;": ";", "St. Petersburg": ". ", "E-IR": "", "Q: Why": "Q:"},
    ),
    "a break in a word": (hyphens._BREAK, {"de-\nmocracy": "-\n", "de\u00admocracy": "\u00ad", "either/\nor": "/\n"}),
}  # fmt: skip

NOT = {
    "special in MyST": ("a_b", "[in Kosovo] it", "a < b", "R&D"),
    "begins a line in MyST": ("-a", "12.5", "#a"),
    "a scalar of YAML": ("null", "yes", "1", "#a"),
    "special in reST": ("a_b", "12: a", "a : b"),
    "begins a line in reST": ("-a", "12.5", "..a"),
    "a URL without markup": ("ftp://a.org", "a.org"),
    "the number of a section": ("1999 notes", "i notes", "7 2 notes"),
    "a line across the text": ("* *", "——— a", "a"),
    "place and publisher": ("london: Routledge", "London"),
    "a biography that goes on": ("Here it is", "The view"),
    "a break in a word": ("a - b", "either/or"),
}


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, (_, found) in BRANCHES.items() for text in found]
)
def test_each_branch_matches_its_example(name: str, text: str) -> None:
    pattern, found = BRANCHES[name]
    match = pattern.search(text)
    assert (match[0] if match else "") == found[text]


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in NOT.items() for text in texts])
def test_what_it_is_not_for_is_not_matched(name: str, text: str) -> None:
    pattern = BRANCHES[name][0]
    match = (
        pattern.match(text) if name not in ("special in MyST", "special in reST") else pattern.search(text)
    )
    assert match is None


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        *(("NOTICES", text) for text in ("This PDF is auto-generated for reference only.", "This copy is for reference only.")),
        *(("FEET", text) for text in ("E-International Relations ISSN 2053-8626 Page 1/3", "ISSN: 2053-8626", "12/05/2012, 10:30 AM", "12.5.12 10:30:59 http://a.org")),
        *(("PAGE_NUMBERS", text) for text in ("Page 2 of 5", "p. 2", "2/5", "– 2 –", "2 | P a g e")),
        *(("DATE_LINE", text) for text in ("May 12th, 2012", "Published: 12 May 2012", "on 2012-05-12", "May 2012, 1,234 views")),
        *(("BYLINE", text) for text in ("by Jane Doe, May 12 2012", "JANE DOE | 12 MAY 2012 | 200 views")),
        *(("AFFILIATIONS", text) for text in ("Université de Genève", "Department of War Studies", "the Centre for Trains")),
        *(("DISCLAIMERS", text) for text in ("This essay was originally written for a course", "This is a master’s thesis", "Please note that a student wrote it")),
        *(("CAPTIONS", text) for text in ("Table 1: Trains", "Figs. 2 and 3", "Map 4")),
        *(("COLOPHON", text) for text in ("Written by: Jane Doe", "Word count : 2000", "University: Somewhere")),
    ],
)  # fmt: skip
def test_each_row_of_the_looks_fits_its_example(rule: str, text: str) -> None:
    patterns = getattr(rules, rule)
    assert wording.any_whole((patterns,) if isinstance(patterns, str) else patterns, text)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Jane Doe is a lecturer.", True),
        ("Dr. Jane Doe holds a chair.", True),
        ("Associate Prof. Jane Doe works.", True),
        ("Jane Doe, a lecturer in waiting, writes.", True),
        ("Jane Doe (PhD) teaches.", True),
        ("Jane Doe's main research focuses on trains.", True),
        ("The authors are lecturers.", True),
        ("Jane Doe waits.", False),
        ("John Roe is a lecturer.", False),
    ],
)
def test_a_biography_begins_with_a_name_and_a_verb(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert biography.starts_biography(Paragraph((Inline(text),)), ["Jane Doe"]) == is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Jane Doe, 5 Harbour Street, Skarre", True),
        ("Dr. rer. nat. Jane Doe (University of Skarre)", True),
        ("Jane Doe", True),
        ("Jane Doe, Trains, Skarre 2009.", False),  # an entry
        ("Jane Doe waits.", False),
        ("Doe, Jane: Trains", False),
        ("By trains of Jane Doe, Skarre", False),
    ],
)
def test_an_address_begins_with_a_name_and_has_no_year(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert biography.is_address(Paragraph((Inline(text),)), ["Jane Doe"]) == is_one


@pytest.mark.parametrize("words", rules._OF_COLOPHONS)
def test_each_line_of_a_colophon_is_known(words: str) -> None:
    for line in (f"{words}: Jane Doe", f"{words} : 2012"):
        assert re.fullmatch(rules.COLOPHON, line)
    assert not re.fullmatch(rules.COLOPHON, f"{words} Jane Doe")


@pytest.mark.parametrize(
    "address", ["jane@example.org", "jane.doe@example.org", "jane-doe@ex-ample.co.uk", "j2@e3.org"]
)
def test_an_address_that_rest_links_by_itself(address: str) -> None:
    assert rst._STANDALONE_MAIL.fullmatch(address)


@pytest.mark.parametrize(
    "text", ["jane@example", "@example.org", ".jane@example.org", "jane@example.org.", "jane_doe@example.org"]
)
def test_what_rest_links_in_part_or_not_at_all(text: str) -> None:
    assert not rst._STANDALONE_MAIL.fullmatch(text)
