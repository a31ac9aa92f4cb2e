"""Contexts, formatted: citations and lists in styles of all kinds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.csl_contexts import QUOTING, SEED, STYLES, book, context, formatted, in_mode, notes, texts, words

from sphinxext_eir.csl.formatting import Formatter
from sphinxext_eir.csl.locales import LOCALES
from sphinxext_eir.csl.model import Citation, Cite, CiteLink, Link, Mode, NoteNumber, Span, Text, plain_text
from sphinxext_eir.csl.quoting import STOPS_WITHIN
from sphinxext_eir.csl.styles import read_style

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.usefixtures("pandoc")


TYPED = {
    "Blank2000": "Blank, Stephen J. (2000) Threats to Russian Security: Views from Moscow. Carlisle: Strategic Studies "
    "Institute.",
    "Clark2001": "Clark, Wesley. (2001) Waging Modern War. Prishtina : PublicAffairs Ltd.",
    "Drachev2002": "Drachev, Viktor. (2002) 7 Questions to Paul Goble. "
    "http://www.foreignpolicy.com/articles/2008/08/26/seven_questions_russias_big_mistake (accessed February 29, 2012).",
    "FAS2000": "FAS. (2000) Federation of American Scientists. "
    "http://www.fas.org/nuke/guide/russia/doctrine/econcept.htm (accessed February 29, 2012).",
    "Fedenko2001": "Fedenko, Pavel. (2001) BBC. http://www.bbc.co.uk/news/world-europe-11688392 (accessed February 28, "
    "2012).",
    "NATO2000": "NATO. (2000) NATO. http://www.nato.int/kosovo/docu/a990609a.htm (accessed February 1, 2012).",
    "Ouimet2003": "Ouimet, Matthew. (2003) The Rise and Fall of the Brezhnev Doctrine in Soviet Foreign Policy. Chapel "
    "Hill and London: University of North Carolina Press.",
    "Petrovic2010": "Petrovic, Zarko (2010). Russia Serbia Relations at the beginning of XXI Century. ISAC Fund "
    "International and Security Affairs Centre",
}
"""The seed's list, as its author typed it."""


IRREGULAR = {
    "Clark2001": ("Prishtina : ", "Prishtina: "),
    "Petrovic2010": (
        TYPED["Petrovic2010"],
        TYPED["Petrovic2010"].replace("Zarko (2010).", "Zarko. (2010)") + ".",
    ),
}
"""What is typed otherwise than in the other entries, and how it would read as in those."""


# The shipped style


def test_the_shipped_style_prints_the_seeds_list_as_it_was_typed() -> None:
    answer = formatted(listed=SEED)
    printed = {entry.key: words(entry) for entry in answer.entries}
    assert printed == {key: typed.replace(*IRREGULAR.get(key, ("", ""))) for key, typed in TYPED.items()}
    assert sum(printed[key] == typed for key, typed in TYPED.items()) == 6
    assert not answer.messages


def test_the_titles_of_books_are_in_italics_and_urls_are_links() -> None:
    answer = formatted("Blank2000", "FAS2000")
    assert (
        Span("emphasis", (Text("Threats to Russian Security: Views from Moscow"),)) in answer.entries[0].text
    )
    url = "http://www.fas.org/nuke/guide/russia/doctrine/econcept.htm"
    assert Link(url, (Text(url),)) in answer.entries[1].text


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        (in_mode(Mode.PARENTHETICAL, "Blank2000"), "(Blank 2000)"),
        (in_mode(Mode.PARENTHETICAL, Cite("Blank2000", locator="12")), "(Blank 2000, p. 12)"),
        (in_mode(Mode.PARENTHETICAL, Cite("Blank2000", "see", "12-15", "page", "and elsewhere")), "(see Blank 2000, pp. 12–15 and elsewhere)"),
        (in_mode(Mode.PARENTHETICAL, "Ouimet2003", "Blank2000"), "(Ouimet 2003; Blank 2000)"),
        (in_mode(Mode.PARENTHETICAL, Cite("Blank2000", suffix="and elsewhere")), "(Blank 2000 and elsewhere)"),
        (in_mode(Mode.PARENTHETICAL, Cite("Blank2000", suffix="(my emphasis)")), "(Blank 2000 (my emphasis))"),
        (in_mode(Mode.PARENTHETICAL, Cite("Blank2000", suffix=", my emphasis")), "(Blank 2000, my emphasis)"),
        (in_mode(Mode.PARENTHETICAL, Cite("Blank2000", locator="3", label="table")), "(Blank 2000, tbl. 3)"),
        (in_mode(Mode.NARRATIVE, "Blank2000"), "Blank (2000)"),
        (in_mode(Mode.NARRATIVE, Cite("Blank2000", "cf.", "12")), "cf. Blank (2000, p. 12)"),
        (in_mode(Mode.NARRATIVE, "Ouimet2003", "Blank2000"), "Ouimet (2003); Blank (2000)"),
        (in_mode(Mode.AUTHOR, "Blank2000"), "Blank"),
        (in_mode(Mode.AUTHOR, Cite("Blank2000", locator="12")), "Blank, p. 12"),
        (in_mode(Mode.YEAR, "Blank2000"), "2000"),
        (in_mode(Mode.YEAR, Cite("Blank2000", "in", "12")), "in 2000, p. 12"),
        (in_mode(Mode.BARE, "Blank2000", "Clark2001"), "Blank 2000; Clark 2001"),
    ],
)  # fmt: skip
def test_a_citation_reads_as_its_mode_asks(citation: Citation, expected: str) -> None:
    assert texts(formatted(citation)) == [expected]


def test_a_citation_links_to_each_of_its_entries_once() -> None:
    answer = formatted(in_mode(Mode.PARENTHETICAL, "Blank2000", Cite("Clark2001", "see", "12")))
    assert answer.citations[0].text == (
        Text("("),
        CiteLink("Blank2000", (Text("Blank 2000"),)),
        Text("; see "),
        CiteLink("Clark2001", (Text("Clark 2001, p. 12"),)),
        Text(")"),
    )


def test_years_of_one_author_are_told_apart() -> None:
    items = {"x": book("Wendt", 1999, title="A"), "y": book("Wendt", 1999, title="B")}
    answer = formatted(in_mode(Mode.PARENTHETICAL, "x", "y"), in_mode(Mode.NARRATIVE, "y"), items=items)
    assert texts(answer) == ["(Wendt 1999a, 1999b)", "Wendt (1999b)"]
    assert [words(entry) for entry in answer.entries] == ["Wendt, A. (1999a) A.", "Wendt, A. (1999b) B."]


@pytest.mark.parametrize(
    ("item", "citation", "entry"),
    [
        (book("Doe", None), "(Doe n.d.)", "Doe, A. (n.d.) On Doe."),
        (book("Doe", issued={"date-parts": [[1990]], "circa": True}), "(Doe c. 1990)", "Doe, A. (c. 1990) On Doe."),
        (book("Doe", issued={"date-parts": [[1990], [1995]]}), "(Doe 1990–1995)", "Doe, A. (1990–1995) On Doe."),
        (book("Doe", issued={"date-parts": [[2001]], "season": 2}), "(Doe 2001)", "Doe, A. (2001) On Doe."),
        (book("Doe", issued={"literal": "forthcoming"}), "(Doe forthcoming)", "Doe, A. (forthcoming) On Doe."),
        (book("", title="T", author=[{"literal": "World Bank"}]), "(World Bank 2000)", "World Bank. (2000) T."),
        (
            book("", title="T", author=[{"family": "Berg", "given": "J.", "non-dropping-particle": "van den"}]),
            "(van den Berg 2000)",
            "van den Berg, J. (2000) T.",
        ),
        ({"type": "book", "title": "Beowulf", "issued": {"date-parts": [[2000]]}}, "(Beowulf 2000)", "Beowulf (2000)."),
        (
            book("Doe", type="article-journal", **{"container-title": "J", "volume": "3", "issue": "4", "page": "5-9"}),
            "(Doe 2000)",
            "Doe, A. (2000) ‘On Doe’. J, 3(4), pp. 5–9.",
        ),
        (
            book("Doe", type="chapter", editor=[{"family": "Ed", "given": "B."}], **{"container-title": "C"}),
            "(Doe 2000)",
            "Doe, A. (2000) ‘On Doe’. In B. Ed (ed.), C.",
        ),
        (
            {"type": "book", "title": "T", "editor": [{"family": "Ed", "given": "B."}], "issued": {"date-parts": [[1990]]}},
            "(Ed 1990)",
            "Ed, B. (ed.). (1990) T.",
        ),
        (book("Doe", DOI="10.1/x"), "(Doe 2000)", "Doe, A. (2000) On Doe. https://doi.org/10.1/x."),
    ],
)  # fmt: skip
def test_entries_of_many_kinds_read_well(item: dict[str, object], citation: str, entry: str) -> None:
    answer = formatted("x", items={"x": item})
    assert texts(answer) == [citation]
    assert [words(one) for one in answer.entries] == [entry]


def test_the_shipped_style_speaks_other_languages() -> None:
    answer = formatted(
        Cite("Blank2000", locator="12"), Cite("Drachev2002", locator="3", label="chapter"), locale="de"
    )
    assert texts(answer) == ["(Blank 2000, S. 12)", "(Drachev 2002, Kap. 3)"]
    assert "29. Februar 2012" in words(answer.entries[1])


# Notes


def test_in_a_note_style_a_parenthetical_citation_is_a_note() -> None:
    answer = formatted(
        in_mode(Mode.PARENTHETICAL, "Blank2000", note=1),
        in_mode(Mode.PARENTHETICAL, Cite("Blank2000", locator="12"), note=2),
        in_mode(Mode.BARE, Cite("Clark2001", "see"), note=3),
        in_mode(Mode.PARENTHETICAL, Cite("Blank2000", locator="14"), note=4),
        style="notes",
    )
    assert texts(answer) == [""] * 4
    assert notes(answer) == [
        "Stephen J. Blank, Threats to Russian Security: Views from Moscow, 2000.",
        "Ibid., p. 12.",
        "See Wesley Clark, Waging Modern War, 2001.",
        "Blank (n 1), p. 14.",
    ]


def test_the_number_of_an_earlier_note_is_known_as_one() -> None:
    answer = formatted(
        in_mode(Mode.PARENTHETICAL, "Blank2000", note=7),
        "Clark2001",
        in_mode(Mode.NARRATIVE, "Blank2000", note=9),
        style="notes",
    )
    (link,) = [part for part in answer.citations[2].note if isinstance(part, CiteLink)]
    assert link == CiteLink("Blank2000", (Text("(n "), NoteNumber(7), Text(")")))
    assert texts(answer)[2] == "Blank"


def test_a_name_or_a_year_alone_is_no_note_and_not_the_first_reference() -> None:
    answer = formatted(
        in_mode(Mode.AUTHOR, "Blank2000"),
        in_mode(Mode.YEAR, Cite("Blank2000", locator="12")),
        in_mode(Mode.PARENTHETICAL, "Blank2000", note=1),
        in_mode(Mode.AUTHOR, "Clark2001"),
        style="notes",
    )
    assert texts(answer) == ["Blank", "2000, p. 12", "", "Clark"]
    assert notes(answer)[2].startswith("Stephen J. Blank, Threats")
    assert {entry.key for entry in answer.entries} == {"Blank2000", "Clark2001"}


def test_links_in_notes_do_not_nest() -> None:
    answer = formatted(in_mode(Mode.PARENTHETICAL, Cite("FAS2000", locator="3"), note=1), style="notes")
    note = answer.citations[0].note
    assert [type(part) for part in note] == [CiteLink, Link, Text]
    assert plain_text(note) == f"FAS, 2000, {SEED['FAS2000']['URL']}, p. 3."


# Numbers


def test_numbers_collapse_and_the_list_has_a_column_of_labels() -> None:
    answer = formatted(
        in_mode(Mode.PARENTHETICAL, "Ouimet2003"),
        in_mode(Mode.PARENTHETICAL, "Blank2000", "Clark2001", "Ouimet2003"),
        style="numbers",
    )
    assert texts(answer) == ["[1]", "[1–3]"]
    assert [(plain_text(entry.label), entry.key) for entry in answer.entries] == [
        ("[1]", "Ouimet2003"),
        ("[2]", "Blank2000"),
        ("[3]", "Clark2001"),
    ]
    assert words(answer.entries[1]) == "Blank, Threats to Russian Security: Views from Moscow."


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (Mode.PARENTHETICAL, "[see 1, p. 12]"),
        (Mode.BARE, "see 1, p. 12"),
        (Mode.NARRATIVE, "see Blank [1, p. 12]"),
        (Mode.AUTHOR, "see Blank, p. 12"),
        (Mode.YEAR, "see 2000, p. 12"),
    ],
)
def test_numbers_get_names_and_years_from_elsewhere(mode: Mode, expected: str) -> None:
    assert texts(formatted(in_mode(mode, Cite("Blank2000", "see", "12")), style="numbers")) == [expected]


def test_a_raised_number_follows_the_name_without_a_space() -> None:
    answer = formatted(in_mode(Mode.NARRATIVE, "Blank2000"), style="raised")
    assert texts(answer) == ["Blank1"]
    assert answer.citations[0].text[1] == Span("superscript", (CiteLink("Blank2000", (Text("1"),)),))


# What a style doesn't do


def test_a_style_sorts_what_is_cited_together() -> None:
    three = in_mode(Mode.PARENTHETICAL, "Ouimet2003", "Clark2001", "Blank2000")
    prefixed = in_mode(Mode.PARENTHETICAL, "Ouimet2003", Cite("Blank2000", "see also"))
    answer = formatted(three, prefixed, style="sorted")
    assert texts(answer) == ["(Blank 2000; Clark 2001; Ouimet 2003)", "(Ouimet 2003; see also Blank 2000)"]
    assert answer.entries == ()


@pytest.mark.parametrize(
    ("name", "expected"), [("sorted", "(Ouimet 2003; Blank 2000)"), ("numbers", "[1, 2]")]
)
def test_the_authors_order_stands_if_the_caller_wants_it(name: str, expected: str) -> None:
    asked = context(
        in_mode(Mode.PARENTHETICAL, "Blank2000"), in_mode(Mode.PARENTHETICAL, "Ouimet2003", "Blank2000")
    )
    style = read_style(STYLES / f"{name}.csl", keep_order=True)
    with Formatter(None) as formatter:
        (answer,) = formatter.format([replace(asked, style=style)])
    assert texts(answer)[1] == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("en-GB", "(Blank 2000, p. 12)"), ("de-DE", "(Blank 2000, S. 12)"), ("fr", "(Blank 2000, p. 12)"), ("ja", "(Blank 2000年, p. 12)")],
)  # fmt: skip
def test_a_locator_is_printed_though_the_style_prints_none(locale: str, expected: str) -> None:
    assert texts(formatted(Cite("Blank2000", locator="12"), style="sorted", locale=locale)) == [expected]


def test_a_locator_is_printed_in_numbers_that_print_none() -> None:
    answer = formatted(
        in_mode(Mode.PARENTHETICAL, Cite("Blank2000", locator="12-13"), Cite("Clark2001")), style="raised"
    )
    assert texts(answer) == ["1(pp. 12–13),2"]


def test_numbers_stand_in_their_order_though_a_locator_is_added(tmp_path: Path) -> None:
    path = tmp_path / "numbers.csl"
    sort = '<sort><key variable="citation-number"/></sort><layout'
    path.write_text((STYLES / "raised.csl").read_text("utf-8").replace("<layout", sort, 1), "utf-8")
    several = Citation((Cite("Clark2001"), Cite("NATO2000", locator="4"), Cite("Blank2000")))
    with Formatter(None) as formatter:
        (answer,) = formatter.format([replace(context("Blank2000", several), style=read_style(path))])
    assert texts(answer)[1] == "1,2,3(p. 4)"


def test_an_entry_that_the_style_leaves_out_stays_out() -> None:
    answer = formatted("x", items={"x": book("Doe")}, style="silent")
    assert texts(answer) == ["(Doe 2000)"]
    assert answer.entries == ()
    assert answer.left_out == ("x",)


def test_a_style_that_prints_no_year_gets_it_from_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "mla.csl"
    text = (STYLES / "sorted.csl").read_text("utf-8")
    path.write_text(
        text.replace('date variable="issued" form="numeric" date-parts="year"', 'text variable="locator"'),
        "utf-8",
    )
    asked = context(Cite("Blank2000", locator="12"), in_mode(Mode.YEAR, Cite("Blank2000", locator="12")))
    with Formatter(None) as formatter:
        (answer,) = formatter.format([replace(asked, style=read_style(path))])
    assert texts(answer) == ["(Blank 12)", "2000, p. 12"]


def test_a_key_without_an_item_stands_for_itself() -> None:
    assert texts(formatted("Nobody2000", "Blank2000")) == ["(Nobody2000 n.d.)", "(Blank 2000)"]


def test_spaces_of_a_styles_affixes_stay_out(tmp_path: Path) -> None:
    path = tmp_path / "spaced.csl"
    text = (STYLES / "sorted.csl").read_text("utf-8").replace('prefix="("', 'prefix=" ("')
    path.write_text(text.replace('<date variable="issued"', '<date prefix=" " variable="issued"'), "utf-8")
    asked = context(*(in_mode(mode, "Blank2000") for mode in Mode))
    with Formatter(None) as formatter:
        (answer,) = formatter.format([replace(asked, style=read_style(path))])
    assert texts(answer) == ["(Blank 2000)", "Blank (2000)", "Blank", "2000", "Blank 2000"]


def test_of_many_entries_authors_are_not_told_apart_by_given_names() -> None:
    items = {f"k{n}": book(f"Doe{n}", given=str(n)) for n in range(201)}
    asked = context(listed=items, items=items)
    style = replace(asked.style, light=asked.style.prepared.replace("Views", "Views "), digest="1" * 64)
    with Formatter(None) as formatter:
        few, many = formatter.format(
            [replace(asked, listed=("k1",)), replace(asked, style=replace(style, light=style.light + " "))]
        )
    assert not few.messages
    assert many.messages == (
        "201 entries are too many to tell authors of one name apart by their given names",
    )
    assert len(many.entries) == 201


def test_a_language_that_csl_does_not_know_is_named() -> None:
    answer = formatted(Cite("Blank2000", locator="12"), locale="eo")
    assert texts(answer) == ["(Blank 2000, p. 12)"]
    assert answer.messages == ("CSL has no words for the language eo: citations are in American English",)


def test_a_style_that_pandoc_refuses_costs_no_words() -> None:
    asked = context(in_mode(Mode.NARRATIVE, Cite("Blank2000", "see", "12")), "Clark2001")
    broken = replace(asked.style, prepared="<style/>", digest="0" * 64)
    with Formatter(None) as formatter:
        answer, good = formatter.format([replace(asked, style=broken), asked])
    assert texts(answer) == ["see Blank (2000, p. 12)", "(Clark 2001)"]
    assert [entry.key for entry in answer.entries] == ["Blank2000", "Clark2001"]
    assert answer.messages[0].startswith("citations are set plainly: ")
    assert not good.messages


# Stops and quotations


def quoted(tmp_path: Path, locale: str, options: str = "", title: str = "On Blank") -> str:
    """Return the note that cites two titles, in a style that quotes them."""
    path = tmp_path / "titles.csl"
    path.write_text(QUOTING.format(options=options), encoding="utf-8")
    items = {"a": book("Blank", title=title), "b": book("Clark")}
    asked = replace(context(in_mode(Mode.PARENTHETICAL, "a", "b", note=1), items=items), locale=locale)
    with Formatter(None) as formatter:
        return notes(formatter.format([replace(asked, style=read_style(path))])[0])[0]


OPTIONS = '<locale{lang}><style-options punctuation-in-quote="{value}"/></locale>'


def test_stops_stand_within_quotations_where_the_language_has_them_so(tmp_path: Path) -> None:
    assert quoted(tmp_path, "en-US") == "“On Blank,” “On Clark.”"
    assert quoted(tmp_path, "en-GB") == "‘On Blank’, ‘On Clark’."
    assert quoted(tmp_path, "en-US", title="Why?") == "“Why?,” “On Clark.”"
    assert quoted(tmp_path, "en-US", title="The 'State'") == "“The ‘State,’” “On Clark.”"


def test_a_style_says_itself_where_stops_stand(tmp_path: Path) -> None:
    outside = OPTIONS.format(lang="", value="false")
    assert quoted(tmp_path, "en-US", outside) == "“On Blank”, “On Clark”."
    here = OPTIONS.format(lang=' xml:lang="en"', value="true")
    assert quoted(tmp_path, "en-US", outside + here) == "“On Blank,” “On Clark.”"


def test_the_languages_with_stops_within_are_those_of_pandoc(tmp_path: Path) -> None:
    # Of a bibliography's entry nothing is a link: there pandoc does it itself
    path = tmp_path / "titles.csl"
    path.write_text(QUOTING.format(options=""), encoding="utf-8")
    asked = replace(context(items={"a": book("Blank")}, listed=["a"]), style=read_style(path))
    with Formatter(None, jobs=1) as formatter:
        answers = formatter.format([replace(asked, locale=locale) for locale in sorted(LOCALES)])
    within = {
        locale
        for locale, answer in zip(sorted(LOCALES), answers, strict=True)
        if not words(answer.entries[0]).endswith(".")
    }
    assert within == STOPS_WITHIN


SIGNED = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Signs</title><id>signs</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout prefix="(" suffix=")"><names variable="author"><name form="short" and="symbol"/></names>
    <date variable="issued" form="text" date-parts="year" prefix=" "/></layout></citation>
</style>"""
"""A style with the sign for *and*, as APA has it."""


@pytest.mark.parametrize(
    ("locale", "said", "in_brackets"),
    [
        ("en-GB", "Low and Poe (2000)", "(Low & Poe 2000)"),
        ("fr-FR", "Low et Poe (2000)", "(Low & Poe 2000)"),
        ("de-DE", "Low und Poe (2000)", "(Low & Poe 2000)"),
        ("es-ES", "Low y Poe (2000)", "(Low & Poe 2000)"),
        ("ru-RU", "Low и Poe (2000 г.)", "(Low & Poe 2000 г.)"),
    ],
)
def test_the_text_says_and_where_brackets_have_its_sign_in_every_language(
    tmp_path: Path, locale: str, said: str, in_brackets: str
) -> None:
    style = tmp_path / "signs.csl"
    style.write_text(SIGNED, encoding="utf-8")
    items = {"a": book("Low", author=[{"family": "Low"}, {"family": "Poe"}])}
    asked = replace(
        context(in_mode(Mode.NARRATIVE, "a"), in_mode(Mode.PARENTHETICAL, "a"), items=items, locale=locale),
        style=read_style(style),
    )
    with Formatter(None) as formatter:
        assert texts(formatter.format([asked])[0]) == [said, in_brackets]
