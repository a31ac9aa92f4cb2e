"""What a title block says beside its title: subtitle, institutions, DOI, keywords, days; and the imprints around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.pdf_criteria import SETTING, block, line

from sphinxext_eir.conversion.document import Abstract, Heading
from sphinxext_eir.conversion.names import credited_in
from sphinxext_eir.conversion.pipeline import convert_reading
from sphinxext_eir.conversion.reading.pdf.page.words import Page, Sheets, Style, Word
from sphinxext_eir.conversion.reading.pdf.reader import reading_of
from sphinxext_eir.conversion.reading.pdf.title.block import with_title

if TYPE_CHECKING:
    from sphinxext_eir.conversion.document import Front
    from sphinxext_eir.conversion.pipeline import Converted
    from sphinxext_eir.conversion.reading.pdf.layout.lines import Line

FULL = "Waiting is an art of patient people, and patience is what the harbour of Skarre asks for"
TITLE = ("Of Slow Trains and Harbours", 18.0)


def head(text: str, base: float, size: float = 10.0, *, bold: bool = False, italic: bool = False) -> Line:
    """Return a line in the middle, whose marks, after ``^``, are raised."""
    found = line(
        text, x0=150, x1=150 + 0.5 * size * len(text), base=base, size=size, page=1, bold=bold, italic=italic
    )
    words: list[Word] = []
    for word in found.words:
        before, mark, after = word.text.partition("^")
        if mark and before:
            words.append(word._replace(text=before, x1=word.x1 - 6))
        if mark:
            raised, stop = after.rstrip(","), after[len(after.rstrip(",")) :]
            style = Style(size * 0.6)
            x0 = word.x1 - 5 if before else word.x0
            spaced = word.spaced and not before
            words.append(Word(raised, x0, x0 + 4, base + 0.4 * size, style, spaced=spaced))
            if stop:
                words.append(Word(stop, word.x1, word.x1 + 1, base, word.style, spaced=False))
        if not mark:
            words.append(word)
    return replace(found, words=tuple(words))


def converted(
    *lines: tuple[str, float] | str, under: tuple[Line, ...] = (), over: tuple[Line, ...] = ()
) -> Converted:
    """Return what is made of a page with a title block of *lines* over its text, and *under* that more."""
    heads = [head(text, 760 - 22 * n, size) for n, (text, size) in enumerate(map(_sized, lines))]
    body = [line(FULL, base=430 - 12 * n, page=1) for n in range(20)]
    last = line("It was built twice.", x1=180, base=430 - 12 * 20, page=1)
    pages = [_page(1, *over, *heads, *body, last, *under)]
    pages += [_page(n, *(line(FULL, base=700 - 12 * k, page=n) for k in range(30))) for n in (2, 3)]
    return convert_reading(reading_of(Sheets(tuple(pages))), "t", "rst", {}).value


def _sized(said: tuple[str, float] | str) -> tuple[str, float]:
    return (said, 10.0) if isinstance(said, str) else said


def _page(number: int, *lines: Line) -> Page:
    return Page(number, 600, 800, tuple(word for one in lines for word in one.words))


def front(*lines: tuple[str, float] | str) -> Front:
    """Return the front matter that is read from a title block of *lines*."""
    made = converted(*lines)
    assert made.ledger.even
    return made.document.front


# Subtitles


def test_lines_between_title_and_authors_are_the_subtitle() -> None:
    found = front(TITLE, ("What patience tells of the coast,", 13.0), ("and how", 13.0), "Jane Doe")
    assert found.subtitle == "What patience tells of the coast, and how"
    assert found.authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "between",
    [
        "Paper presented at the harbour",
        "Working Paper No. 12",
        "jane@example.org",
        "University of Skarre",
        "Report 2005/08",
        "May 2015",
        "HIS 4005 History of Waiting",
        "Master Thesis / Diploma Thesis II",
    ],
)
def test_what_else_stands_between_title_and_authors_is_no_subtitle(between: str) -> None:
    assert front(TITLE, between, "Jane Doe").subtitle == ""


def test_the_subtitle_ends_over_the_course_or_the_kind_of_thesis() -> None:
    for after in ("4DM475 History of Waiting II", "Bachelor Thesis II"):
        assert front(TITLE, "What patience tells", after, "Jane Doe").subtitle == "What patience tells"


def test_a_word_over_the_names_is_none_of_the_subtitle_and_a_university_in_small_letters_may_be() -> None:
    found = front(TITLE, "A history of the wired", "university", "présenté par", "Jane Doe")
    assert (found.subtitle, found.authors) == ("A history of the wired university", ("Jane Doe",))


# Institutions


def test_marks_give_authors_their_institutions() -> None:
    found = front(
        TITLE,
        "Jane Doe^1, and Karl van Berg^2",
        "^1 Institute of Trains, University of Skarre",
        "^2 Harbour College, Lund",
    )
    assert found.authors == (
        "Jane Doe (Institute of Trains, University of Skarre)", "Karl van Berg (Harbour College, Lund)",
    )  # fmt: skip


def test_what_an_article_was_published_in_and_when_names_no_author_beside_one_that_the_title_block_tells() -> (
    None
):
    found = front("La Espera, 2 de noviembre de 2022", TITLE, "Jane Doe")
    assert (found.authors, found.date) == (("Jane Doe",), "")
    dated = front("Mary Roe, 2 May 2022", TITLE)
    assert (dated.authors, dated.date) == (("Mary Roe",), "2022-05-02")


def test_an_author_may_have_two_institutions_and_two_authors_one() -> None:
    found = front(TITLE, "Jane Doe^a,b and Karl van Berg^a", "^a University of Skarre", "^b Harbour College")
    assert found.authors == (
        "Jane Doe (University of Skarre; Harbour College)",
        "Karl van Berg (University of Skarre)",
    )


def test_a_supervisor_of_a_faculty_is_no_institution() -> None:
    found = front(TITLE, "Author: Jane Doe", "Faculty Advisor: Dr. Karl Berg, Ph.D.", "Skarre, May 2021")
    assert found.authors == ("Jane Doe",)


def test_an_institution_stands_under_each_name() -> None:
    found = front(TITLE, "Jane Doe", "University of Skarre", "Karl van Berg", "Harbour College, Lund")
    assert found.authors == ("Jane Doe (University of Skarre)", "Karl van Berg (Harbour College, Lund)")


def test_an_institution_under_all_names_is_theirs_together_and_its_address_goes_on() -> None:
    found = front(
        TITLE, "Jane Doe and Karl van Berg", "Faculty of Trains, University of Skarre", "Pier 4, 12345 Skarre"
    )
    place = "Faculty of Trains, University of Skarre, Pier 4, 12345 Skarre"
    assert found.authors == (f"Jane Doe ({place})", f"Karl van Berg ({place})")


def test_an_address_for_mail_stays_in_the_text() -> None:
    made = converted(
        TITLE, "Jane Doe^1 and Karl van Berg^1", "^1 University of Skarre; E-Mail: jane@skarre.example"
    )
    assert made.document.front.authors[0] == "Jane Doe (University of Skarre)"
    assert "E-Mail: jane@skarre.example" in made.text


def test_what_names_no_institution_is_given_to_nobody() -> None:
    made = converted(TITLE, "Jane Doe", "For my mother")
    assert made.document.front.authors == ("Jane Doe",)
    assert "For my mother" in made.text


def test_a_series_under_the_title_is_no_institution_of_authors_over_it() -> None:
    lines = [
        head("Jane Doe", 740),
        head("Of Slow Trains", 715, 14.0),
        head("University Studies of Trains", 690),
    ]
    assert converted(over=tuple(lines)).document.front.authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "said",
    [
        "Border Studies 17 (2008) 461–472",
        "J Borders (2010) 18:327–335",
        "Border Studies (2025) 92, 299–338",
        "Borders 2/2011: 71–97",
        "Borders 2010, 4:1",
        "# Border-Verlag 2010",
        "ISSN 1234-5678",
        "Open Access",
        "© 2015 Border Press",
        "Advance access publication 30 January 2024",
    ],
)
def test_a_journal_s_imprint_in_the_title_block_is_furniture(said: str) -> None:
    made = converted(TITLE, "Jane Doe", said)
    assert said.split(maxsplit=1)[0] not in made.text.partition("eir:article")[2].split()
    assert made.ledger.even


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Doe (IAB)", ("Jane Doe (IAB)",)),
        (
            "Jane Doe (University of Skarre, Lund) and Mary Roe",
            ("Jane Doe (University of Skarre, Lund)", "Mary Roe"),
        ),
        ("Zur Wahrnehmung und Bewertung der Züge", ()),
    ],
)
def test_an_institution_in_brackets_stays_beside_its_name(text: str, names: tuple[str, ...]) -> None:
    assert credited_in(text) == names


def test_an_institution_may_stand_under_an_address_and_go_on_after_a_hyphen() -> None:
    made = converted(
        TITLE, "Doe, Jane", "jane@example.org", "Universität Skarre; Akademie der Züge-", "Gesellschaft, Lund"
    )
    assert made.document.front.authors == (
        "Jane Doe (Universität Skarre; Akademie der Züge-Gesellschaft, Lund)",
    )


def test_what_the_authors_say_of_themselves_is_no_institution() -> None:
    made = converted(
        TITLE, "Jane Doe^1", "^1 The authors are, respectively, Professors at the University of Skarre"
    )
    assert made.document.front.authors == ("Jane Doe",)


def test_the_title_said_again_is_left_out() -> None:
    made = converted(TITLE, "Jane Doe", TITLE, "Jane Doe^*")
    assert made.document.front.authors == ("Jane Doe",)
    assert made.text.count(TITLE[0]) == 1
    assert made.ledger.even


def test_a_hyphen_at_the_end_of_a_line_in_a_title_joins_its_word() -> None:
    made = converted(("Of Slow Trains in the har-", 18.0), ("bours of Skarre", 18.0), "Jane Doe")
    assert (
        "".join(run.text for run in made.document.front.title) == "Of Slow Trains in the harbours of Skarre"
    )
    assert made.ledger.even


# DOI, days, keywords


@pytest.mark.parametrize("said", ["DOI 10.1000/182", "doi:10.1000/182", "https://doi.org/10.1000/182"])
def test_a_doi_in_the_title_block_is_the_article_s(said: str) -> None:
    made = converted(TITLE, "Jane Doe", said)
    assert made.document.front.doi == "10.1000/182"
    assert said not in made.text.partition("eir:article")[2]


def test_a_doi_in_the_foot_of_a_first_page_is_the_article_s() -> None:
    made = converted(
        TITLE, "Jane Doe",
        under=(
            line("Border Studies 17 (2008) 461–472 © Border Press", base=60, size=8.0, page=1),
            line("DOI: 10.1000/182", base=50, size=8.0, page=1, x1=200),
        ),
    )  # fmt: skip
    assert made.document.front.doi == "10.1000/182"
    assert "Border Press" not in made.text


def test_a_doi_alone_at_the_foot_of_a_first_page_may_be_as_large_as_the_text() -> None:
    """Notes above it would be none of a foot of the page otherwise."""
    made = converted(TITLE, "Jane Doe", under=(line("DOI: 10.1000/182", base=50, size=10.0, page=1, x1=200),))
    assert made.document.front.doi == "10.1000/182"
    assert "DOI: 10" not in made.text


def test_a_doi_that_the_text_cites_is_not() -> None:
    cites = line("1 Doe, Trains, 2015, doi:10.1000/182, 12.", base=168, size=8.0, page=1)
    assert converted(TITLE, "Jane Doe", under=(cites,)).document.front.doi == ""


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("Received: 17 September 2009 / Accepted: 5 January 2010 / Published online: 5 February 2010", "2010-02-05"),
        ("Submitted: 15 May 2017 | Accepted: 23 August 2017 | Published: 27 September 2017", "2017-09-27"),
        ("Eingegangen: 3. März 2019 / Online veröffentlicht: 12. März 2019", "2019-03-12"),
        ("Reçu le 3 mars 2019, publié en ligne le 12 mars 2019", "2019-03-12"),
        ("Recibido: 3 de marzo de 2019. Publicado: 12 de marzo de 2019", "2019-03-12"),
        ("Поступила 3 марта 2019 г. Опубликована онлайн 12 марта 2019 г.", "2019-03-12"),
        ("Geliş: 3 Mart 2019. Yayımlanma tarihi: 12 Mart 2019", "2019-03-12"),
        ("Border Studies, Volume 5, No. 2, April 2016", "2016-04"),
        ("July 3, 2016. Forthcoming in the Journal of Harbours", "2016-07-03"),
        ("July 3, 2016 and no other day was the harbour of Skarre full", ""),
        ("Received: 17 September 2009 / Accepted: 5 January 2010", ""),
    ],
)  # fmt: skip
def test_of_several_days_that_of_publication_is_the_date(said: str, date: str) -> None:
    assert front(TITLE, "Jane Doe", said).date == date


def text_with_keywords(said: str) -> Converted:
    """Return what is made of an article with a line of keywords between its abstract and its text."""
    lines = [
        *(head(text, 760 - 22 * n, size) for n, (text, size) in enumerate((TITLE, ("Jane Doe", 10.0)))),
        *(line(FULL, base=680 - 12 * n, page=1) for n in range(4)),
        line("It was built twice.", x1=180, base=632, page=1),
        line(said, x1=440, base=600, page=1),
        line("Introduction", x1=150, base=560, page=1, size=13.0, bold=True),
        *(line(FULL, base=530 - 12 * n, page=1) for n in range(25)),
    ]
    pages = [_page(1, *lines), _page(2, *(line(FULL, base=700 - 12 * k) for k in range(30)))]
    return convert_reading(reading_of(Sheets(tuple(pages))), "t", "rst", {}).value


@pytest.mark.parametrize(
    ("said", "keywords"),
    [
        ("Keywords: trains, harbours, patience", "trains; harbours; patience"),
        ("Key words • slow trains • harbours", "slow trains; harbours"),
        ("Schlagwörter: Züge; Häfen", "Züge; Häfen"),
        ("Mots-clés : trains, ports", "trains; ports"),
        ("Palabras clave: trenes, puertos.", "trenes; puertos"),
        ("Ключевые слова: поезда, гавани", "поезда; гавани"),
        ("Keywords are what harbours have", ""),
    ],
)
def test_keywords_are_a_field(said: str, keywords: str) -> None:
    made = text_with_keywords(said)
    assert made.document.front.keywords == keywords
    assert (f":keywords: {keywords}" in made.text) == bool(keywords)
    assert made.ledger.even


def text_with_abstract(name: str, heading: str = "Introduction") -> Converted:
    """Return what is made of an article with a paragraph under a *name*, before a *heading* and its text."""
    over = [head(text, 760 - 22 * n, size) for n, (text, size) in enumerate((TITLE, ("Jane Doe", 10.0)))]
    named = line(name, x1=130, base=710, page=1, size=13.0, bold=True)
    under = [
        *(line(FULL, base=680 - 12 * n, page=1) for n in range(4)),
        line("It was built twice.", x1=180, base=632, page=1),
        line(heading, x1=150, base=602, page=1, size=13.0, bold=True),
        *(line(FULL, base=582 - 12 * n, page=1) for n in range(20)),
    ]
    pages = [_page(1, *over, named, *under), _page(2, *(line(FULL, base=700 - 12 * k) for k in range(30)))]
    return convert_reading(reading_of(Sheets(tuple(pages))), "t", "rst", {}).value


@pytest.mark.parametrize("name", ["Abstract", "SUMMARY", "Zusammenfassung", "Résumé"])
def test_what_stands_under_its_name_before_the_first_heading_is_the_abstract(name: str) -> None:
    made = text_with_abstract(name)
    assert isinstance(made.document.blocks[0], Abstract)
    assert f"\n{name}\n" not in made.text
    assert made.ledger.even


@pytest.mark.parametrize(("name", "heading"), [("Harbours", "Introduction"), ("Summary", "")])
def test_what_has_another_name_or_no_heading_after_it_is_a_section(name: str, heading: str) -> None:
    made = text_with_abstract(name, heading)
    assert isinstance(made.document.blocks[0], Heading)
    assert f"\n{name}\n" in made.text


# Titles among other lines


def test_the_number_of_a_series_is_no_title_though_it_is_the_largest() -> None:
    made = front("Jane Doe", ("Of Slow Trains", 14.0), ("TWP 6-2007", 18.0))
    assert "".join(run.text for run in made.title) == "Of Slow Trains"


def test_authors_over_a_title_in_letters_as_large_are_no_title() -> None:
    lines = [head("Jane Doe", 700, 14.0), head("Of Slow Trains", 680, 14.0, bold=True)]
    made = converted(over=tuple(lines)).document.front
    assert ("".join(run.text for run in made.title), made.authors) == ("Of Slow Trains", ("Jane Doe",))


def test_authors_in_lines_alike_over_a_title_are_told_by_their_number() -> None:
    lines = [
        head("Zvbqo Mayar", 700, 12.0, italic=True),
        head("Ingo Schalz-Schaffer", 680, 12.0, italic=True),
    ]
    title = head("Drei Formen von Geduld", 650, 14.0, bold=True)
    assert converted(over=(*lines, title)).document.front.authors == ("Zvbqo Mayar", "Ingo Schalz-Schaffer")
    assert converted(over=(lines[0], title)).document.front.authors == ()


def test_a_list_of_authors_that_ends_with_a_comma_goes_on_though_its_end_is_bold() -> None:
    names = [
        head("Jane Doe, Karl Berg,", 700, 11.0, bold=True),
        head("Clare Abbernethi and Colet Henri", 684, 11.0, bold=True),
    ]
    made = converted(over=(head("Of Slow Trains", 730, 18.0, bold=True), *names)).document.front
    assert made.authors == ("Jane Doe", "Karl Berg", "Clare Abbernethi", "Colet Henri")


def test_the_name_of_a_series_with_a_bullet_ends_no_title_block() -> None:
    series = replace(head("Analyse", 740, 11.0), dotted=True)
    lines = [
        head("Harbour Group, No. 3", 760),
        series,
        head("Jane Doe", 710),
        head("So klingt Skarre", 680, 30.0),
    ]
    made = converted(over=tuple(lines)).document.front
    assert "".join(run.text for run in made.title) == "So klingt Skarre"


@pytest.mark.parametrize(
    ("running", "title"),
    [("Doe · Waiting as an Art", "Waiting as an Art of Patient People"), ("Harbours", "Harbours")],
)
def test_the_name_of_a_section_over_the_byline_is_no_title_where_running_heads_say_another(
    running: str, title: str
) -> None:
    section, byline = head("Harbours", 760, 20.0), head("Prof. Dr. Jane Doe*", 730)
    below = head("Waiting as an Art of Patient People", 700, 13.0)
    prose = block(*(line(FULL, base=600 - 12 * n, page=1) for n in range(4)))
    blocks = with_title([block(section), block(byline), block(below), prose], SETTING, [running])
    assert next(one.text for one in blocks if one.kind == "title") == title


def test_the_entry_of_the_article_over_its_title_is_no_title() -> None:
    entry = head("Doe, J. & Berg, K. (2016). Waiting as an Art. Harbours, 20, 4-9.", 780, 13.0, bold=True)
    made = converted(over=(entry, head("Waiting as an Art", 730, 12.0, bold=True), head("Jane Doe", 700)))
    assert "".join(run.text for run in made.document.front.title) == "Waiting as an Art"


def test_a_subtitle_stands_right_under_a_title_whose_authors_stand_over_it() -> None:
    names = head("Jane Doe · University of Skarre · jane@skarre.example", 760)
    made = converted(
        over=(names, head("Of Slow Trains", 730, 24.0, bold=True), head("What the coast knows", 700, 13.0))
    )
    found = made.document.front
    assert (found.authors, found.subtitle) == (("Jane Doe (University of Skarre)",), "What the coast knows")


def test_a_subtitle_may_have_several_lines() -> None:
    over = (
        head("Of Slow Trains", 730, 30.0),
        head("What the coast of Skarre knows", 696, 20.0),
        head("of trains", 668, 20.0),
    )
    made = converted(over=(head("Jane Doe, Karl Berg", 760), *over))
    assert made.document.front.subtitle == "What the coast of Skarre knows of trains"


def test_institutions_after_their_marks_may_stand_on_one_line() -> None:
    found = front(TITLE, "Jane Doe^a, Karl van Berg^b", "^a University of Skarre. ^b Harbour College, Lund")
    assert found.authors == ("Jane Doe (University of Skarre)", "Karl van Berg (Harbour College, Lund)")


def test_an_institution_after_its_mark_is_no_heading_though_it_is_the_last_and_large() -> None:
    names, places = (
        ("Jane Doe^1, Karl van Berg^2", 11.5),
        (("^1 University of Skarre", 11.5), ("^2 Harbour College", 11.5)),
    )
    assert front(TITLE, names, *places).authors == (
        "Jane Doe (University of Skarre)",
        "Karl van Berg (Harbour College)",
    )


def test_keywords_are_none_of_an_institution() -> None:
    found = front(TITLE, "Jane Doe", "University of Skarre", "Keywords: trains, harbours, patience")
    assert found.authors == ("Jane Doe (University of Skarre)",)
