"""The ends of articles as E-IR prints them, and other forms of its own: colophons, further reading, tags, markers, cut addresses."""

from __future__ import annotations

import pytest

from sphinxext_eir.conversion.document import Biography, Heading, Notes, Paragraph, text_of
from sphinxext_eir.conversion.inlines import Kind, plain
from sphinxext_eir.conversion.pipeline import Result, convert_reading
from sphinxext_eir.conversion.reading.text import read_string
from sphinxext_eir.features.article.colophon import lines_of
from sphinxext_eir.text.article import Article, Author, Date

HEAD = "Drones, Distance and the Unseen\n\nHanna Vesterlund\nJun 3 2014 • 4210 views\n\n"
BODY = "Remote warfare has been called a video game for adults. The phrase is unkind to video games.\n\n"


def converted(text: str, syntax: str = "rst") -> Result:
    result = convert_reading(read_string(text), "article", syntax, {})  # type: ignore[arg-type]
    assert result.value.ledger.unexplained == ()
    return result


def dropped(result: Result) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in result.value.ledger.dropped:
        found.setdefault(entry.reason, []).append(entry.text)
    return found


def paragraphs(result: Result) -> list[str]:
    return [text_of(block) for block in result.value.document.blocks if isinstance(block, Paragraph)]


def biographies(result: Result) -> list[list[str]]:
    blocks = result.value.document.blocks
    return [[text_of(inner) for inner in block.blocks] for block in blocks if isinstance(block, Biography)]


COLOPHON = (
    "Written by: Hanna Vesterlund\nWritten at: University of Kattegat\nWritten for: Dr. Paul Ostrander\n"
    "Date written: January 2019\n"
)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_colophon_fills_the_fields_of_its_facts(between: str) -> None:
    text = f"Drones, Distance and the Unseen\n\n{BODY}{COLOPHON.replace(chr(10), between)}"
    result = converted(text)
    assert result.value.text.startswith(
        ":author: Hanna Vesterlund (University of Kattegat)\n:date: 2019-01\n"
        ":written-for: Dr. Paul Ostrander\n:date-written: 2019-01\n"
    )
    assert paragraphs(result)[1:] == []
    assert dropped(result) == {
        "byline recast": [
            "Written by: Hanna Vesterlund",
            "Written at: University of Kattegat",
            "Written for: Dr. Paul Ostrander",
        ],
        "date recast": ["Date written: January 2019"],
    }


@pytest.mark.parametrize(("typed", "date"), [("05/2018", "2018-05"), ("5.2018", "2018-05"), ("13/2018", "")])
def test_a_month_in_numbers_is_a_date(typed: str, date: str) -> None:
    text = f"Drones, Distance and the Unseen\n\n{BODY}{COLOPHON.replace('January 2019', typed)}"
    result = converted(text)
    assert result.value.document.front.date == date
    assert (f"Date written: {typed}" in paragraphs(result)) is not bool(date)


def test_a_text_has_the_date_of_its_byline_and_that_of_its_colophon() -> None:
    front = converted(HEAD + BODY + COLOPHON).value.document.front
    assert (front.date, front.date_written) == ("2014-06-03", "2019-01")


def test_an_institution_is_that_of_every_author() -> None:
    byline = "Hanna Vesterlund and Ole Brandt\nJun 3 2014\n\n"
    result = converted(
        f"Drones, Distance and the Unseen\n\n{byline}{BODY}Written at: University of Kattegat\n"
    )
    author = ":author: Hanna Vesterlund (University of Kattegat); Ole Brandt (University of Kattegat)\n"
    assert result.value.text.startswith(author)


def test_an_institution_that_the_byline_has_is_said_once() -> None:
    byline = HEAD.replace("Hanna Vesterlund", "Hanna Vesterlund (University of Kattegat)")
    result = converted(byline + BODY + COLOPHON)
    assert paragraphs(result)[1:] == []
    assert result.value.text.startswith(":author: Hanna Vesterlund (University of Kattegat)\n")


@pytest.mark.parametrize("language", ["ar", "de", "en", "es", "fr", "it", "ja", "pt", "ru", "tr", "zh-CN"])
def test_the_lines_that_close_an_essay_of_ours_are_read_back(language: str) -> None:
    authors = (Author("Hanna Vesterlund", affiliation="University of Kattegat"),)
    record = Article("", authors, written_for="Dr. Paul Ostrander", date_written=Date(2019, 1, 7))
    result = converted(f"Drones\n\n{BODY}" + "\n".join(lines_of(record, language)))
    assert paragraphs(result) == [BODY.strip()]
    assert result.value.text.startswith(
        ":author: Hanna Vesterlund (University of Kattegat)\n:date: 2019-01-07\n"
        ":written-for: Dr. Paul Ostrander\n:date-written: 2019-01-07\n"
    )


NOTES_UNDER_NAME = {
    "Notes\n[1] See the register.\n[2] Harbour books.": ("[1]", "[2]"),
    "Notes\n* See the register.\n† Harbour books.": ("*", "†"),
    "Endnotes:\n1. See the register.\n2. Harbour books.": (".1", ".2"),
}


@pytest.mark.parametrize("typed", NOTES_UNDER_NAME)
def test_notes_right_under_their_name_are_notes(typed: str) -> None:
    one, two = NOTES_UNDER_NAME[typed]
    text = f"{HEAD}Remote warfare is no game.{one.lstrip('.')} The phrase is unkind.{two.lstrip('.')}\n\n{typed}\n"
    result = converted(text)
    (notes,) = (block for block in result.value.document.blocks if isinstance(block, Notes))
    assert [text_of(note.blocks[0]) for note in notes.notes] == ["See the register.", "Harbour books."]
    assert "is no game.\\ [1]_ The phrase is unkind.\\ [2]_" in result.value.text


def test_entries_right_under_their_name_are_a_bibliography() -> None:
    entries = "Calder, I. (2004) Rope. Leith: Quay.\nDahl, P. (1999) Ports of the North. Oslo: Fjordheim.\n"
    text = converted(f"{HEAD}{BODY}Bibliography\n{entries}").value.text
    assert (
        ".. eir:bibliography::\n   :title: Bibliography\n\n   Calder, I. (2004) Rope. Leith: Quay.\n\n   Dahl, P."
        in text
    )


@pytest.mark.parametrize(
    "heading",
    ["Recent titles in this series", "In dieser Reihe sind erschienen:", "Déjà parus", "Títulos publicados"],
)
@pytest.mark.parametrize("typed", ["{}", "### {}"])
def test_other_books_of_a_series_are_no_part_of_the_bibliography_before_them(
    heading: str, typed: str
) -> None:
    entries = "Bibliography\n\nCalder, I. (2004) Rope. Leith: Quay.\n\n"
    series = f"{typed.format(heading)}\n\nDahl, P. (1999) Ports of the North. Oslo: Fjordheim.\n"
    text = converted(f"{HEAD}{BODY}{entries}{series}").value.text
    assert "   Calder, I. (2004) Rope. Leith: Quay.\n" in text
    assert "\nDahl, P. (1999) Ports of the North. Oslo: Fjordheim.\n" in text


def test_what_a_colophon_says_otherwise_than_the_byline_stays() -> None:
    result = converted(HEAD + BODY + COLOPHON.replace("Hanna Vesterlund", "Ole Brandt"))
    assert result.value.document.front.date == "2014-06-03"
    assert paragraphs(result)[1:] == ["Written by: Ole Brandt"]


@pytest.mark.parametrize("between", [" / ", " | ", ", ", " · ", " "])
def test_a_colophon_on_one_line_is_read_as_one_on_several(between: str) -> None:
    line = between.join(COLOPHON.strip().split("\n"))
    result = converted(f"Drones, Distance and the Unseen\n\n{BODY}{line}\n")
    assert result.value.text.startswith(
        ":author: Hanna Vesterlund (University of Kattegat)\n:date: 2019-01\n"
    )
    assert result.value.document.front.written_for == "Dr. Paul Ostrander"
    assert paragraphs(result)[1:] == []


def test_a_sentence_with_the_words_of_a_colophon_is_a_sentence() -> None:
    result = converted(f"{HEAD}{BODY}Two lines remain. Written by: nobody / Written at: nowhere.\n")
    assert paragraphs(result)[-1] == "Two lines remain. Written by: nobody / Written at: nowhere."


def test_the_converter_says_what_of_a_colophon_has_no_field() -> None:
    result = converted(f"{HEAD}{BODY}Word count: 2,000\nDate written: in Lent\n")
    assert [message.text for message in result.messages] == [
        "what no field is free for stays in the text: 'Word count: 2,000', 'Date written: in Lent'"
    ]


BROKEN_BYLINES = {
    "By Hanna Vesterlund and\nOle Brandt, Jun 3 2014": ("Hanna Vesterlund", "Ole Brandt"),
    "WRITTEN BY HANNA VESTERLUND,\nOLE BRANDT, JUN 3 2014": ("Hanna Vesterlund", "Ole Brandt"),
    "Hanna Vesterlund* and\nOle Brandt†, Jun 3 2014": ("Hanna Vesterlund", "Ole Brandt"),
}


@pytest.mark.parametrize("byline", BROKEN_BYLINES)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_byline_over_two_lines_is_one(byline: str, between: str) -> None:
    result = converted(f"Drones, Distance and the Unseen{between}{byline}\n\n{BODY}")
    assert result.value.document.front.authors == BROKEN_BYLINES[byline]
    assert result.value.document.front.date == "2014-06-03"
    assert paragraphs(result) == [BODY.strip()]


MIXED_NOTES = {
    "Notes\n\n* I thank the harbour.\n\n1 See the register.\n\n2 Harbour books.": ".1 *2",
    "[1] See the register.\n\n[2] Harbour books.\n\n[*] I thank the harbour.": "[1] [*][2]",
    "† I thank the harbour.\n\n[1] See the register.\n\n[2] Harbour books.": "[1] †[2]",
    "(1) See the register.\n\n(2) Harbour books.\n\n† I thank the harbour.": "(1) †(2)",
    "Notes\n\n* I thank the harbour.\n[1] See the register.\n[2] Harbour books.": "[1] *[2]",
    "Notes\n\n† I thank the harbour.\n1 See the register.\n2 Harbour books.": ".1 †2",
    "Notes\n\n[1] See the register.\n[2] Harbour books.\n* I thank the harbour.": "[1] *[2]",
    "[1] See the register.\n[2] Harbour books.\n[†] I thank the harbour.": "[1] [†][2]",
}


@pytest.mark.parametrize("typed", MIXED_NOTES)
def test_notes_with_numbers_and_symbols_are_one_list(typed: str) -> None:
    one, _, two = MIXED_NOTES[typed].partition(" ")
    symbol, last = two[: two.index("2")].rstrip("[("), two[len(two[: two.index("2")].rstrip("[(")) :]
    text = (
        f"{HEAD}Remote warfare is no game.{one.lstrip('.')} The phrase{symbol} is unkind.{last}\n\n{typed}\n"
    )
    result = converted(text)
    (notes,) = (block for block in result.value.document.blocks if isinstance(block, Notes))
    assert [(note.label, text_of(note.blocks[0])) for note in notes.notes] == [
        ("1", "See the register."), ("2", "Harbour books."), ("3", "I thank the harbour."),
    ]  # fmt: skip
    flat = " ".join(result.value.text.split())
    assert "The phrase\\ [3]_ is unkind" in flat
    assert flat.count("[1]_") == flat.count("[2]_") == 1
    assert [m.text for m in result.messages if "number 3" in m.text]


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("One word.* Two words.†\n\n* See the register.\n\n† Harbour books.", ["See the register.", "Harbour books."]),
        ("One word.*\n\n* See the register.", ["See the register."]),
        ("One word (1). Two words (2).\n\n(1) See the register.\n\n(2) Harbour books.", ["See the register.", "Harbour books."]),
        ("One word.\n\n* See the register.", []),
        ("One word.* Two words.*\n\n* See the register.", []),
        ("One word.*\n\n* See the register.\n\nThree words more.", []),
    ],
)  # fmt: skip
def test_last_lines_are_notes_if_the_text_has_the_mark_of_each(text: str, notes: list[str]) -> None:
    result = converted(
        f"{HEAD}{BODY}{text}\n\nAbout the Author\n\nHanna Vesterlund teaches at the College.\n"
    )
    found = [block for block in result.value.document.blocks if isinstance(block, Notes)]
    assert [text_of(note.blocks[0]) for block in found for note in block.notes] == notes
    assert result.value.text.count("]_") == len(notes)
    assert biographies(result)


def test_a_list_with_asterisks_in_a_note_is_a_list() -> None:
    text = (
        f"{HEAD}Remote warfare is no game.[1]\n\nNotes\n\n[1] See\n\n* the register\n\n* the harbour books\n"
    )
    (notes,) = (block for block in converted(text).value.document.blocks if isinstance(block, Notes))
    assert [note.label for note in notes.notes] == ["1"]


FURTHER = "Further Reading on E-IR\nCoasts and Their Discontents\nHow Small States Speak\n\n"
TAGS = "Tags\nDistance, Drones, Ethics\n"
CREDITS = "Editorial Credit(s)\nPaul Quist\n\n"
APPEAL = (
    "Before you download your free e-book, please consider donating to support open access publishing.\n\n"
    "E-IR is an independent non-profit publisher run by an all volunteer team. Your donations allow us to go on.\n"
)
ABOUT = "About The Author(s)\n\nHanna Vesterlund teaches at the Royal College of Distance.\n\n"


def test_what_a_website_sets_under_an_article_is_left_out_with_its_reason() -> None:
    result = converted(HEAD + BODY + FURTHER + ABOUT + TAGS + CREDITS + APPEAL)
    assert result.value.ledger.even
    assert result.value.ledger.doubtful == ()
    found = dropped(result)
    assert found["further reading"] == [
        "Further Reading on E-IR", "Coasts and Their Discontents How Small States Speak",
    ]  # fmt: skip
    assert found["tags"] == ["Tags", "Distance, Drones, Ethics"]
    assert found["credits"] == ["Editorial Credit(s)", "Paul Quist"]
    assert len(found["publisher's appeal"]) == 2
    assert paragraphs(result) == [BODY.strip()]
    assert biographies(result) == [["Hanna Vesterlund teaches at the Royal College of Distance."]]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Tags: Distance, Drones", "tags"),
        ("Editorial Credits: Paul Quist", "credits"),
        ("## Further Reading on E-International Relations\n\n- Coasts\n- Tides", "further reading"),
        ("**Further Reading on E-IR**\n\nCoasts\n\nTides", "further reading"),
    ],
)
def test_other_shapes_of_a_websites_lines(typed: str, reason: str) -> None:
    result = converted(HEAD + BODY + typed + "\n\n" + ABOUT)
    assert reason in dropped(result)
    assert paragraphs(result) == [BODY.strip()]
    assert len(biographies(result)) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "Further Reading\n\nBlank, S. (2000). Trains. London: Routledge.",
        "Tags are what a border hangs on its people, as every officer knows who has sat in one of its cars.",
        "Further reading on trains\n\nThe text goes on.",
    ],
)
def test_what_the_author_wrote_stays(typed: str) -> None:
    assert not {"tags", "further reading", "credits"} & dropped(converted(HEAD + BODY + typed)).keys()


@pytest.mark.parametrize(
    "about",
    [
        "About The Author(s)\nHanna Vesterlund is a candidate.",
        "About the Author\n\nHanna Vesterlund is a candidate.",
        "About the author: Hanna Vesterlund is a candidate.",
        "### About The Author(s)\n\nHanna Vesterlund is a candidate.",
        "**About the Authors**\n\nHanna Vesterlund is a candidate.",
        "ABOUT THE AUTHOR\n\nHanna Vesterlund is a candidate.",
    ],
)
def test_a_biography_in_all_its_shapes(about: str) -> None:
    assert biographies(converted(HEAD + BODY + about)) == [["Hanna Vesterlund is a candidate."]]


def test_a_number_over_its_first_part_is_a_heading() -> None:
    result = converted(
        HEAD
        + "1. Introduction\n\n"
        + BODY
        + "2. Freedom from Want\n\n2.1 The Broad School\n\n"
        + BODY
        + "3. The End\n\n"
        + BODY
    )
    headings = [
        (block.level, text_of(block)) for block in result.value.document.blocks if isinstance(block, Heading)
    ]
    assert headings == [
        (2, "1. Introduction"), (2, "2. Freedom from Want"), (3, "2.1 The Broad School"), (2, "3. The End"),
    ]  # fmt: skip


# Markers


def markers(result: Result) -> list[tuple[str, str]]:
    blocks = result.value.document.blocks
    texts = [block.inlines for block in blocks if isinstance(block, Paragraph)]
    runs = [run for inlines in (result.value.document.front.title, *texts) for run in inlines]
    return [(run.text, run.target) for run in runs if run.kind is Kind.NOTE]


def notes(result: Result) -> list[str]:
    found = [note for b in result.value.document.blocks if isinstance(b, Notes) for note in b.notes]
    return [" ".join(text_of(inner) for inner in note.blocks) for note in found]


def doubts(result: Result) -> list[str]:
    return [message.text for message in result.messages if message.doubtful]


@pytest.mark.parametrize("syntax", ["rst", "myst"])
@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("States remember more than they should.1 It was put forward in 2004,2 and adopted.3\n\nNotes\n\n"
         "1. See Dahl.\n2. A letter.\n3. Ibid.\n", ["1", "2", "3"]),
        ("States remember what they should (1). It was put forward in 2004. (2) It was adopted (3).\n\nNotes\n\n"
         "(1) See Dahl.\n(2) A letter.\n(3) Ibid.\n", ["(1)", "(2)", "(3)"]),
        ("States remember.* It was so,† and it is.‡ It will be.\n\nNotes\n\n"
         "* See Dahl.\n\n† A letter.\n\n‡ Ibid.\n", ["*", "†", "‡"]),
    ],
)  # fmt: skip
def test_markers_that_are_typed_lead_to_their_notes(text: str, typed: list[str], syntax: str) -> None:
    result = converted(HEAD + text, syntax)
    assert markers(result) == [(marker, str(n)) for n, marker in enumerate(typed, 1)]
    assert notes(result) == ["See Dahl.", "A letter.", "Ibid."]
    assert doubts(result) == []


def test_a_symbol_at_the_title_leads_to_its_note() -> None:
    result = converted(
        "Borders at Work*\n\nBy Ole Brandt\n\n12 May 2012\n\n" + BODY + "Notes\n\n* Read at Lund.\n"
    )
    assert markers(result) == [("*", "1")]
    assert plain(result.value.document.front.title) == "Borders at Work*"


@pytest.mark.parametrize(
    "text",
    [
        "It was so in 1998.2 And it was.\n\nNotes\n\n1. See Dahl.\n2. A letter.\n",  # the first isn't there
        "The covid19 and the U2.1 are.\n\nNotes\n\n1. See Dahl.\n2. A letter.\n",
    ],
)
def test_numbers_that_are_none_of_all_the_notes_stay_text(text: str) -> None:
    assert markers(converted(HEAD + text)) == []


# Addresses


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("http://a.example/net-and-\nstate/one.html [Accessed 4 May 2019].", "http://a.example/net-and-state/one.html"),
        ("https://a.example/lund/\ninstructions-2001.pdf", "https://a.example/lund/instructions-2001.pdf"),
        ("https://a.example/?q=\na_b, and on.", "https://a.example/?q=a_b"),
        ("https:// www.a.example/x, and on.", "https://www.a.example/x"),
        ("https://a.example/lund/\nand so on.", "https://a.example/lund/"),
        ("https://a.example/lund/\nhttps://b.example/", "https://a.example/lund/"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_an_address_that_a_line_parts_is_one(typed: str, target: str, syntax: str) -> None:
    result = converted(HEAD + "The first paragraph says it.\n\nIt is found at " + typed + "\n", syntax)
    runs = [run for b in result.value.document.blocks if isinstance(b, Paragraph) for run in b.inlines]
    assert next(run.target for run in runs if run.kind is Kind.LINK) == target


def test_no_backslash_stands_where_none_is_needed() -> None:
    text = converted(
        HEAD + "1. Introduction\n\nAt 8:45 (1970:4) see http://a.example/A_-_b/c_d and note:this.\n\n" + BODY
    ).value.text
    assert "\n1. Introduction\n---" in text
    assert "At 8:45 (1970:4) see `http://a.example/A_-_b/c_d <http://a.example/A_-_b/c_d>`__" in text


# Pages


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It is a job (see the reports. The officers wrote them", "Lund agreed). It was so, and it is."),
        ("It is a job (see the reports of it.", "The officers wrote them). It was so, and it is."),
        ("They say that “nobody denies it.", "The Commission said so”. They went on to say it."),
        ("It was put forward at Lund", "[1] and adopted at Skarre, as nobody denies to this day."),
    ],
)
def test_what_a_page_cuts_is_joined(before: str, after: str) -> None:
    foot = "\n\nE-International Relations ISSN 2053-8626 Page 1/3\n\n"
    result = converted(HEAD + BODY + before + foot + after + "\n\nNotes\n\n[1] See Dahl.\n")
    assert paragraphs(result)[1] == f"{before} {after}"


def test_a_colophon_may_be_a_list() -> None:
    listed = "".join(f"- {line}\n" for line in COLOPHON.splitlines())
    result = converted(f"{HEAD}{BODY}{listed}")
    assert paragraphs(result) == [BODY.strip()]
    assert result.value.document.front.written_for == "Dr. Paul Ostrander"
    kept = converted(f"{HEAD}{BODY}- Written by: nobody\n- The register\n")
    assert "- Written by: nobody\n- The register\n" in kept.value.text


MARKED = {
    "Hanna Vesterlund* and Ole Brandt†\n\n* University of Kattegat\n† University of Oslo": "*†",
    "Hanna Vesterlund* and Ole Brandt**\n* University of Kattegat\n** University of Oslo": "bullets",
    "Hanna Vesterlund† and Ole Brandt‡\n† University of Kattegat\n‡ University of Oslo": "one paragraph",
    "Hanna Vesterlund¹, Ole Brandt²\n\n¹ University of Kattegat\n² University of Oslo": "raised",
}


@pytest.mark.parametrize("typed", MARKED, ids=MARKED.values())
def test_institutions_have_the_marks_of_their_authors(typed: str) -> None:
    result = converted(f"Drones, Distance and the Unseen\n\n{typed}\n\n{BODY}")
    assert result.value.document.front.authors == (
        "Hanna Vesterlund (University of Kattegat)",
        "Ole Brandt (University of Oslo)",
    )
    assert paragraphs(result) == [BODY.strip()]


def test_a_list_under_names_without_its_marks_is_a_list() -> None:
    result = converted(f"Drones, Distance and the Unseen\n\nHanna Vesterlund†\n\n* Rope\n* Salt\n\n{BODY}")
    assert "- Rope\n- Salt\n" in result.value.text


def test_a_byline_may_break_off_in_an_institution() -> None:
    byline = "HANNA VESTERLUND (UNIVERSITY OF KATTEGAT) AND OLE BRANDT (UNIVERSITY\nOF OSLO), JUNE 3 2014"
    front = converted(f"Drones, Distance and the Unseen\n\n{byline}\n\n{BODY}").value.document.front
    assert front.date == "2014-06-03"
    assert [author.partition(" (")[0] for author in front.authors] == ["Hanna Vesterlund", "Ole Brandt"]


def test_an_address_that_the_end_of_a_page_cuts_is_whole() -> None:
    running = "\n\nDrones, Distance and the Unseen\nWritten by Hanna Vesterlund\n\n"
    entry = f"Calder, I. (2004) Rope. Available at: http://www.example.org/salt/{running}state/index.html [Accessed 4 May 2016]"
    text = converted(
        f"{HEAD}{BODY}Bibliography\n\n{entry}\n\nDahl, P. (1999) Ports. Oslo: Fjordheim.\n"
    ).value.text
    assert "http://www.example.org/salt/state/index.html" in text.replace("\n   ", "")


def test_an_author_s_address_after_the_bibliography_is_no_entry() -> None:
    entries = "References\n\nDahl, Ole (2009) Of Trains. Skarre: Quay.\n\nLund, Ida (2011) Of Mail. Skarre: Quay.\n\n"
    address = "Dr. Hanna Vesterlund, 5 Harbour Street, Skarre\n\nShe waits for trains in Skarre.\n"
    result = converted(HEAD + BODY + entries + address)
    assert biographies(result) == [
        ["Dr. Hanna Vesterlund, 5 Harbour Street, Skarre", "She waits for trains in Skarre."]
    ]
    other = converted(HEAD + BODY + entries + "Ole Dahl, 5 Harbour Street, Skarre\n")
    assert biographies(other) == []
