"""Rules of notes, dates of access, addresses and spellings, and the rule that asks the network."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.core.works import Work
from sphinxext_eir.features.checks.links import Asking, archived, dead_links
from sphinxext_eir.features.checks.records import ENTRY, NOTE, OBJECT, Document, Text
from sphinxext_eir.features.checks.sources import what_is_wrong
from sphinxext_eir.features.checks.spelling import two_spellings_of_authors, two_spellings_of_titles
from sphinxext_eir.text.article import Article, Author

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Found = Callable[..., list[str]]

PAGE = "https://www.nato.int/kosovo/docu/u990610a.htm"


def note(words: str, *urls: str, part: str = NOTE, group: int = 1) -> Text:
    return Text(words.replace("@", OBJECT), part, "a.rst", group, urls, group=group)


@pytest.mark.parametrize(
    "words", ["@", "See @.", "Available at: @", "@ (accessed 1 May 2012)", "Siehe auch @"]
)
def test_a_note_that_is_an_address_is_found(found: Found, words: str) -> None:
    assert found("note-bare-url", texts=(note(words, PAGE),)) == [f"this note is an address alone: {PAGE}"]


@pytest.mark.parametrize("words", ["NATO (1999) @", "Resolution 1244: @", "See the briefing, @."])
def test_a_note_that_says_what_it_cites_is_left_alone(found: Found, words: str) -> None:
    assert found("note-bare-url", texts=(note(words, PAGE),)) == []


def test_an_access_date_is_missed_where_others_have_one(found: Found) -> None:
    dated = note("NATO, The Agreement, @ (accessed 1 May 2012).", PAGE, group=1)
    undated = note("BBC, The News, @.", "https://bbc.co.uk/news", group=2)
    identified = note("Blank, Threats, @.", "https://doi.org/10.1000/182", group=3)
    linked = note("Blank, Threats.", "https://example.org/behind-words", group=4)
    kept = note(
        "Tide, in: Wikipedia, @.", "https://en.wikipedia.org/w/index.php?title=Tide&oldid=199804860", group=6
    )
    committed = note("Tables, @.", "https://github.com/jane/tides/blob/4c1e67f97/tables.csv", group=7)
    assert found("access-date", texts=(dated, undated, identified, linked, kept, committed)) == [
        "no date of access for https://bbc.co.uk/news"
    ]
    other = note("The Times, @.", "https://thetimes.co.uk/a", group=5)
    assert found("access-date", texts=(undated, other)) == [
        "none of the 2 web pages cited has a date of access"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "abgerufen am 1. Mai 2012",
        "consulté le 1er mai 2012",
        "consultado el 1 de mayo",
        "дата обращения: 01.05.2012",
    ],
)
def test_an_access_date_may_be_in_another_language(found: Found, words: str) -> None:
    undated = note("BBC, The News, @.", "https://bbc.co.uk/news", group=2)
    assert found("access-date", texts=(note(f"NATO, @ ({words}).", PAGE), undated)) == [
        "no date of access for https://bbc.co.uk/news"
    ]


@pytest.mark.parametrize(
    "copy",
    [
        "https://perma.cc/4K7Q-9ZXB", "https://web.archive.org/web/2015/https://bbc.co.uk/news", "https://archive.ph/x1Y2z",
        "https://webarchive.nationalarchives.gov.uk/ukgwa/2012/http://www.fco.gov.uk/", "http://www.webcitation.org/6abc",
    ],
)  # fmt: skip
def test_a_page_that_is_cited_with_its_archived_copy_needs_no_date(found: Found, copy: str) -> None:
    dated = note("NATO, The Agreement, @ (accessed 1 May 2012).", PAGE, group=1)
    archived = note("BBC, The News, @ [@].", "https://bbc.co.uk/news", copy, group=2)
    alone = note("BBC, The News, @.", copy, group=3)
    as_words = note(f"BBC, The News, @, archived at {copy}.", "https://bbc.co.uk/news", group=4)
    assert found("access-date", texts=(dated, archived, alone, as_words)) == []
    near = note("BBC, The News, @.", "https://notperma.cc.example/a", group=5)
    assert found("access-date", texts=(dated, near)) == [
        "no date of access for https://notperma.cc.example/a"
    ]


COPY = "https://web.archive.org/web/2012/https://example.org/d"


def test_entries_of_files_are_held_to_it_too(found: Found) -> None:
    works = (
        Work(
            "",
            "https://example.org/a",
            "",
            {"id": "a", "URL": "https://example.org/a", "accessed": {"date-parts": [[2012]]}},
        ),
        Work("", "https://example.org/b", "", {"id": "b", "URL": "https://example.org/b"}),
        Work(
            "",
            "https://example.org/c",
            "10.1/c",
            {"id": "c", "URL": "https://example.org/c", "DOI": "10.1000/c"},
        ),
        *(
            Work(
                "",
                f"https://example.org/{name}",
                "",
                {"id": name, "URL": f"https://example.org/{name}", name: copy},
            )
            for name, copy in (
                ("note", COPY),
                ("archive", "Internet Archive, " + COPY),
                ("archive_location", COPY),
            )
        ),
    )
    assert found("access-date", works=works) == [
        "no date of access for https://example.org/b, of the entry 'b'"
    ]


@pytest.mark.parametrize(
    "url",
    [
        "http:///path", "https://http://example.org", "http://example", "http://exa mple.org", "https://example.org/a...",
        "https://example.org/a.", "https://example.org/a)", "http://[::1", "http://example.org/a%0Ab", "http://-.org",
    ],
)  # fmt: skip
def test_an_address_that_leads_nowhere_is_wrong(url: str) -> None:
    assert what_is_wrong(url)


@pytest.mark.parametrize(
    "url",
    [
        PAGE, "https://en.wikipedia.org/wiki/Norm_(law)", "http://localhost:8000/", "http://127.0.0.1/", "mailto:a@b", "a.rst",
        "https://twitter.com/#!/Rogozin/status/149", "http://www.mid.ru/bdomp/brp_4.nsf/e78!OpenDocument",
        "https://münchen.de/straße", "https://xn--mnchen-3ya.de", "https://web.archive.org/web/2012/http://example.org/",
        "https://example.org:8080/a?b=c;d", "https://example.org/#:~:text=cut%20...", "https://a_b.example.org/", "https://例え.テスト/",
        "https://example.org/a)b",
    ],
)  # fmt: skip
def test_an_address_that_may_lead_somewhere_is_right(url: str) -> None:
    assert what_is_wrong(url) == ""


@pytest.mark.parametrize(
    "typed", ["http:/example.org/a", "https//example.org", "htp://example.org", "http:// example.org"]
)
def test_an_address_that_is_no_link_is_found_in_the_text(found: Found, typed: str) -> None:
    (message,) = found("url-malformed", f"See {typed} and so on.")
    assert "isn't read as an address" in message


# Spellings


def by(name: str, docname: str = "a") -> Document:
    return Document(docname, article=Article("A", (Author(name),)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jürgen Habermas", "Jurgen Habermas"),
        ("Jürgen Habermas", "Juergen Habermas"),
        ("Jean-Paul Sartre", "Jean Paul Sartre"),
        ("J. K. Rowling", "JK Rowling"),
        ("Mara Lindqvist", "MARA LINDQVIST"),
        ("Rasmund Kierkegaard", "Rasmund Kirkegaard"),
        ("Rasmund Lindqvist", "Rasmund Lidnqvist"),
        ("Rasmund Lindqvist", "Rasmund Lindquist"),
    ],
)
def test_a_name_spelt_in_two_ways_is_found(one: str, other: str) -> None:
    documents = [by(one), by(one, "b"), by(other, "c")]
    ((where, fault),) = two_spellings_of_authors(documents)
    assert (where.name, fault.message) == ("c", f"the author {other!r} is spelt {one!r} in a")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Smith", "Jon Smith"),  # short names differ by a letter
        ("Kathryn O’Brien", "Kathryn O'Brien"),  # typesetting
        ("Christian Anderson", "Kristian Anderson"),
        ("Christian Anderson", "Christian Andersen"),
        ("Mario Rodriguez", "Maria Rodriguez"),
        ("Henry James IV", "Henry James III"),
        ("Mara Lindqvist", "Sara Lindqvist"),
    ],
)
def test_two_names_are_two_people(one: str, other: str) -> None:
    assert list(two_spellings_of_authors([by(one), by(other, "b")])) == []


def test_three_spellings_of_one_name_are_all_found() -> None:
    names = ("Margaretha Lindqvist", "Margaretha Lindqvist", "Margaretta Lindqvist", "Margarehta Lindqvist")
    documents = [by(name, docname) for name, docname in zip(names, "abcd", strict=True)]
    assert sorted(where.name for where, _ in two_spellings_of_authors(documents)) == ["c", "d"]


def test_names_of_works_are_compared_and_those_of_bodies_are_not() -> None:
    def work(*authors: object) -> Work:
        return Work("", item={"id": "1", "author": list(authors)})

    typed = {"family": "Habermas", "given": "Jürgen"}
    slip, bodies = {"family": "Habermas", "given": "Jurgen"}, ({"literal": "U. N."}, {"family": "UN"}, "UN")
    documents = [
        Document("a", works=(work(typed), Work(""))),
        Document("b", works=(work(typed, *bodies),)),
        Document("c", works=(work(slip),)),
    ]
    ((where, fault),) = two_spellings_of_authors(documents)
    assert (where.name, fault.message) == (
        "c",
        "the author 'Jurgen Habermas' is spelt 'Jürgen Habermas' in a",
    )


def cites(docname: str, *titles: str) -> Document:
    works = tuple(Work("", item={"id": str(n), "title": title}) for n, title in enumerate(titles))
    return Document(docname, works=works)


def test_a_title_spelt_in_two_ways_is_found_and_parts_of_a_work_are_works() -> None:
    found = two_spellings_of_titles(
        [
            cites("a", "On War and Peace", "Capital: Volume I"),
            cites("b", "On war and peace", "Capital: Volume II"),
        ]
    )
    assert [(where.name, fault.message) for where, fault in found] == [
        ("b", "the title 'On war and peace' is spelt 'On War and Peace' in a")
    ]


# Links

ANSWERS = {"/gone": 404, "/removed": 410, "/forbidden": 451, "/robots": 403, "/busy": 503, "/moving": 409}
"""What the site answers for pages that aren't there, or not for everybody."""


@pytest.fixture
def server() -> Iterator[str]:
    """Serve a site in which one page is gone, one is for people alone, and the others are there."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(ANSWERS.get(self.path, 200))
            self.end_headers()

        def do_HEAD(self) -> None:
            self.send_response(405 if self.path == "/get" else ANSWERS.get(self.path, 200))
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()


@pytest.mark.program
def test_addresses_that_are_gone_are_found_with_the_archived_copy(server: str) -> None:
    paths = ("/here", "/gone", "/robots", "/get", "/ignored/gone")
    texts = tuple(
        note(f"Somebody, Something, @{path} (accessed 29 February 2012).", server + path, part=ENTRY, group=n)
        for n, path in enumerate(paths)
    )
    asked: list[tuple[int, int, str]] = []
    document = Document("a", texts=texts)
    asking = Asking((r".*/ignored/",), timeout=5)
    ((where, fault),) = dead_links([document], asking, lambda *done: asked.append(done))
    assert (where, fault.place) == (document, texts[1])
    assert fault.message == (
        f"{server}/gone: 404 Not Found; archived: https://web.archive.org/web/20120229/{server}/gone"
    )
    assert [(count, total) for count, total, _ in asked] == [(n, 4) for n in range(1, 5)]
    assert archived("http://example.org/", "") == "https://web.archive.org/web/2/http://example.org/"


@pytest.mark.program
@pytest.mark.parametrize(
    ("path", "dead"), [("/removed", True), ("/forbidden", True), ("/busy", False), ("/moving", False)]
)
def test_only_an_answer_that_says_so_means_that_nothing_is_there(
    server: str, path: str, *, dead: bool
) -> None:
    texts = (note("Somebody, Something, @.", server + path),)
    assert bool(dead_links([Document("a", texts=texts)], Asking(timeout=5))) == dead


@pytest.mark.program
def test_a_host_where_nobody_answers_is_dead() -> None:
    texts = (note("Somebody, Something, @.", "http://127.0.0.1:9/"),)
    ((_, fault),) = dead_links([Document("a", texts=texts)], Asking(timeout=2))
    assert "nobody answers" in fault.message
