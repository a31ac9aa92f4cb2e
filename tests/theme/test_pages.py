"""The theme's pages as markup: masthead, contents, neighbours, colophon, options."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import sphinxext_eir.theme

if TYPE_CHECKING:
    from support.sphinx_project import Build, Project

STATIC = Path(sphinxext_eir.theme.__file__).parent / "eir" / "static"

JOURNAL = {
    "index.rst": "The Harbour Review\n==================\n\n.. toctree::\n\n   essays/index\n   reviews/index\n   about\n",
    "essays/index.rst": "Essays\n======\n\n.. toctree::\n\n   tides\n   clocks\n",
    "essays/tides.rst": """\
Tides & “Clocks”
================

.. eir:article::
   :author: Mara Lindqvist
   :date: 2025-02-03

Text.

The *quay*
----------

Text.

Stones
^^^^^^

Text.

The ministry
------------

Text.
""",
    "essays/clocks.rst": "Clocks\n======\n\nText.\n\nAlone\n-----\n\nText.\n",
    "reviews/index.rst": "Reviews\n=======\n\n.. toctree::\n\n   ferry\n",
    "reviews/ferry.rst": "The Ferry\n=========\n\nText.\n",
    "about.rst": "About\n=====\n\nText.\n",
}


@pytest.fixture
def journal(project: Project) -> Project:
    """Return a journal of two sections that wears the theme."""
    project.settings |= {"html_theme": "eir", "project": "The Harbour Review"}
    return project.write(JOURNAL)


def texts(build: Build, page: str, selector: str) -> list[str]:
    return [" ".join(found.text.split()) for found in build.page(page).select(selector)]


def test_the_masthead_has_the_name_and_the_sections_and_marks_where_the_reader_is(journal: Project) -> None:
    build = journal.build()
    assert build.warnings == []
    assert texts(build, "essays/tides", ".eir-brand") == ["The Harbour Review"]
    # Pages that list pages are sections; "About" lists none.
    assert texts(build, "essays/tides", ".eir-sections a") == ["Essays", "Reviews"]
    assert texts(build, "essays/tides", "[aria-current=true]") == ["Essays"]
    assert texts(build, "essays/index", "[aria-current=page]") == ["Essays"]
    assert texts(build, "about", "[aria-current]") == []
    (link, _reviews) = build.page("essays/tides").select(".eir-sections a")
    assert link["href"] == "index.html"


def test_a_site_names_its_sections_masthead_tagline_links_and_footer(journal: Project) -> None:
    options = {
        "masthead": "HR",
        "tagline": "On waiting & ferries",
        "sections": "about, reviews/index",
        "links": [("Feed", "articles.atom"), ("Elsewhere", "https://example.org/")],
        "footer": 'Set in <a href="https://example.org/face">a face</a>.',
        "accent": "#123456",
    }
    page = journal.build(html_theme_options=options).page("essays/tides")
    assert [found.text for found in page.select(".eir-name, .eir-tagline")] == ["HR", "On waiting & ferries"]
    assert [found.text for found in page.select(".eir-sections a")] == ["About", "Reviews"]
    assert [(found.text, found["href"]) for found in page.select(".eir-colophon a")][:3] == [
        ("Feed", "../articles.atom"),
        ("Elsewhere", "https://example.org/"),
        ("a face", "https://example.org/face"),
    ]
    assert "--eir-accent-light: #123456" in page.select_one("head style").text


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"accent": "red; } body { display: none"}, "'accent'"),
        ({"accent_dark": "url(//example.org)"}, "'accent_dark'"),
        ({"links": ["Feed"]}, "'links'"),
        ({"sections": ["about", "nowhere"]}, "'nowhere'"),
    ],
)
def test_an_option_that_cant_be_used_is_named_and_left_out(
    journal: Project, options: dict[str, object], says: str
) -> None:
    build = journal.build(html_theme_options=options)
    (warning,) = build.warnings
    assert says in warning
    assert warning.endswith("[eir.config]")
    assert "display: none" not in build.page("about").select_one("head style").text


def test_a_page_with_sections_lists_them(journal: Project) -> None:
    build = journal.build()
    assert texts(build, "essays/tides", ".eir-contents a") == ["The quay", "Stones", "The ministry"]
    assert [link["href"] for link in build.page("essays/tides").select(".eir-contents a")] == [
        "#the-quay",
        "#stones",
        "#the-ministry",
    ]
    assert texts(build, "essays/clocks", ".eir-contents a") == []  # one section needs no list


def test_the_front_page_that_is_called_as_the_masthead_has_its_title_for_screen_readers_alone(
    journal: Project,
) -> None:
    build = journal.build()
    assert build.page("index").body["class"] == ["eir-front", "eir-untitled"]
    assert texts(build, "index", "h1") == ["The Harbour Review¶"]
    assert not build.page("about").body.get("class")


def test_pages_lead_on_to_their_neighbours(journal: Project) -> None:
    page = journal.build().page("essays/tides")
    assert [(link["rel"], link["href"]) for link in page.select(".eir-relbar a")] == [
        (["prev"], "index.html"),
        (["next"], "clocks.html"),
    ]


@pytest.mark.parametrize("page", ["search", "genindex"])
def test_sphinxs_own_pages_stand_in_the_same_frame(journal: Project, page: str) -> None:
    found = journal.build().page(page)
    assert found.select_one("main#eir-text h1")
    assert found.select_one(".eir-masthead .eir-brand")


def test_search_finds_its_scripts_in_their_order(journal: Project) -> None:
    names = [
        script.get("src", "").rpartition("/")[2].partition("?")[0]
        for script in journal.build().page("search").select("body script")
    ]
    assert names.index("doctools.js") < names.index("searchtools.js") < names.index("language_data.js")


def test_another_title_of_a_section_reaches_every_masthead(journal: Project) -> None:
    journal.build()
    journal.write({"reviews/index.rst": JOURNAL["reviews/index.rst"].replace("Reviews\n", "Notices\n")})
    build = journal.build()
    assert texts(build, "essays/tides", ".eir-sections a") == ["Essays", "Notices"]
    assert texts(build, "about", ".eir-sections a") == ["Essays", "Notices"]


def test_nothing_is_written_anew_where_the_masthead_stays(journal: Project) -> None:
    build = journal.build()
    before = (build.out / "about.html").stat().st_mtime_ns
    journal.write({"reviews/ferry.rst": "The Ferry\n=========\n\nOther text.\n"})
    again = journal.build()
    assert (again.out / "about.html").stat().st_mtime_ns == before
    assert "Other text." in again.page("reviews/ferry").text


def test_many_lists_of_pages_are_no_sections(project: Project) -> None:
    lists = {f"list{n}.rst": f"List {n}\n======\n\n.. toctree::\n\n   page{n}\n" for n in range(9)}
    pages = {f"page{n}.rst": f"Page {n}\n======\n\nText.\n" for n in range(9)}
    index = "Site\n====\n\n.. toctree::\n\n" + "".join(f"   list{n}\n" for n in range(9))
    build = project.write({"index.rst": index, **lists, **pages}).build(html_theme="eir")
    assert texts(build, "page1", ".eir-sections a") == []


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("de", "ltr"), ("zh_CN", "ltr")])
def test_a_page_runs_as_its_language_does(journal: Project, language: str, direction: str) -> None:
    page = journal.build(language=language).page("about")
    assert page.html["dir"] == direction
    assert page.html["lang"] == language.replace("_", "-")


def test_one_page_for_everything_has_no_masthead_links_into_itself(journal: Project) -> None:
    build = journal.build("singlehtml")
    assert build.warnings == []
    assert texts(build, "index", ".eir-brand") == ["The Harbour Review"]


def test_a_title_can_end_neither_the_style_sheet_nor_the_running_head(project: Project) -> None:
    title = 'A "quote", a \\\\ and </style>'
    build = project.write({"index.rst": f"{title}\n{'=' * len(title)}\n\nText.\n"}).build(
        html_theme="eir", smartquotes=False
    )
    (style,) = build.page("index").select("head style")
    assert r'content: "A \22 quote\22 , a \5c  and \3c \2f style\3e "' in style.text


def test_style_and_script_are_small() -> None:
    """The limits are the theme's promise: 25 kB of styles, 10 kB of scripts, compressed as servers do."""
    weights = {
        name: len(gzip.compress((STATIC / name).read_bytes())) for name in ("eir-theme.css", "eir-theme.js")
    }
    assert weights["eir-theme.css"] < 8_000
    assert weights["eir-theme.js"] < 2_000


def test_a_page_that_only_lists_pages_has_no_contents_of_its_own(journal: Project) -> None:
    lists = "\n.. toctree::\n   :caption: A\n\n   tides\n\n.. toctree::\n   :caption: B\n\n   clocks\n"
    build = journal.write({"essays/index.rst": f"Essays\n======\n{lists}"}).build()
    assert texts(build, "essays/index", ".eir-contents") == []
