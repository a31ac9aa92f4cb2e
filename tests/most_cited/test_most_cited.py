"""What is most cited: works known again however they are written, authors, order, and pages that stay right."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support.sphinx_project import (
    STOCK_BUILDERS,
    Project,
    assert_incremental_equals_fresh,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
)

from sphinxext_eir.features.bibliography.kept_works import work_of_item, work_of_typed
from sphinxext_eir.features.most_cited.tally import _people, names_of
from sphinxext_eir.typed.references import read_reference

if TYPE_CHECKING:
    from support.sphinx_project import Build

    from sphinxext_eir.core.works import Work


def article(title: str, body: str, *entries: str, fields: str = "") -> str:
    listed = "".join(f"   {entry}\n\n" for entry in entries)
    bibliography = f".. eir:bibliography::\n\n{listed}" if entries else ""
    return f"{title}\n{'=' * 30}\n\n.. eir:article::\n{fields}\n{body}\n\n{bibliography}\n"


NYE = "Nye, Joseph S. (1990) *Bound to Lead*. New York: Basic Books."
BLANK = "Blank, Stephen J. (2000) *Threats to Russian Security: Views from Moscow*. Carlisle: SSI."
FILE: list[dict[str, Any]] = [
    {"id": "Nye", "type": "book", "title": "Bound to Lead: The Changing Nature of American Power",
     "author": [{"family": "Nye", "given": "J. S."}], "issued": {"date-parts": [[1990]]}},
    {"id": "Soft", "type": "book", "title": "Soft Power", "author": [{"family": "Nye", "given": "Joseph"}],
     "issued": {"date-parts": [[2004]]}, "DOI": "10.1000/soft"},
    {"id": "Never", "type": "book", "title": "Never cited", "author": [{"literal": "World Bank"}]},
]  # fmt: skip
SOURCES = {
    "quays.rst": article("Quays", "Power is hard (Nye 1990), says Nye (1990).", NYE, BLANK),
    "tides.rst": article("Tides", "Power is soft :eir:citep:`Soft; Nye`.\n\n.. eir:bibliography::"),
    "winds.md": "# Winds\n\n```{eir:article}\n```\n\nIn notes {eir:citep}`Nye`.\n\n```{eir:bibliography}\n:filter: all\n```\n",
    "late.rst": article("Late", "Soon (Blank 2000).", BLANK, fields="   :status: draft\n"),
    "plain.rst": f"Plain\n=====\n\nNo article (Blank 2000).\n\n.. eir:bibliography::\n\n   {BLANK}\n",
    "most.rst": "Most\n====\n\n.. eir:most-cited::\n",
    "some.md": "# Some\n\n```{eir:most-cited}\n:show: works\n:at-least: 2\n:limit: 1\n```\n",
    "refs.json": json.dumps(FILE),
}


@pytest.fixture
def journal(project: Project, request: pytest.FixtureRequest) -> Project:
    request.getfixturevalue("pandoc")
    project.settings["eir_bibliography_files"] = ["refs.json"]
    written = {name: text for name, text in SOURCES.items() if name != "refs.json"}
    (project.root / "refs.json").write_text(SOURCES["refs.json"], encoding="utf-8")
    return project.write(written)


def rows(build: Build, page: str = "most") -> list[tuple[str, str]]:
    found = build.page(page).select(".eir-most-cited > ol > li")
    return [(row.find("p").get_text(), row.select_one(".eir-citing").get_text()) for row in found]


def test_works_and_authors_are_counted_by_the_articles_that_cite_them(journal: Project) -> None:
    build = journal.build()
    assert build.warnings == []
    found = rows(build)
    assert [words.partition(".")[0][:24] for words, _citing in found] == [
        "Nye, J", "Blank, Stephen J", "Nye, Joseph", "Nye, Joseph S", "Blank, Stephen J",
    ]  # fmt: skip
    assert [citing for _words, citing in found] == [
        "Citing articles (3): Quays, Tides and Winds",
        "Citing articles (1): Quays",
        "Citing articles (1): Tides",
        "Citing articles (3): Quays, Tides and Winds",
        "Citing articles (1): Quays",
    ]
    page = build.page("most")
    assert [heading.get_text() for heading in page.select(".eir-most-cited .rubric")] == [
        "Most cited works", "Most cited authors",
    ]  # fmt: skip
    assert [link["href"] for link in page.select(".eir-citing a")][:3] == [
        "quays.html",
        "tides.html",
        "winds.html",
    ]
    assert page.select_one('a[href="https://doi.org/10.1000/soft"]')


def test_options_say_what_is_shown(journal: Project) -> None:
    build = journal.build()
    assert [citing for _words, citing in rows(build, "some")] == [
        "Citing articles (3): Quays, Tides and Winds"
    ]
    assert not build.page("some").select(".rubric")


@pytest.mark.parametrize("builder", sorted({*STOCK_BUILDERS} - {"gettext", "html", "dirhtml", "dummy"}))
def test_each_format_has_the_lists(journal: Project, builder: str) -> None:
    build = journal.build(builder)
    assert build.warnings == []
    if builder in ("text", "man", "texinfo", "latex"):
        file = {"text": "most.txt", "man": "essays.1", "texinfo": "essays.texi", "latex": "essays.tex"}[
            builder
        ]
        assert "Citing articles (3): " in build.read(file)


def test_edits_anywhere_are_seen(journal: Project) -> None:
    build = assert_incremental_equals_fresh(
        journal, {"tides.rst": article("Ebb", "Power (Blank 2000).", BLANK), "quays.rst": None}
    )
    assert rows(build)[0][1] == "Citing articles (1): Ebb"
    journal.write({"late.rst": SOURCES["late.rst"].replace(":status: draft", "")})
    assert rows(journal.build(out="incremental"))[0] == (
        "Blank, Stephen J. (2000) Threats to Russian Security: Views from Moscow. Carlisle: SSI.",
        "Citing articles (2): Ebb and Late",
    )
    (journal.root / "refs.json").write_text(json.dumps([FILE[0] | {"title": "Bound to Leave"}]))
    assert "Bound to Leave" in journal.build(out="incremental").read("most.html")


def test_laws(journal: Project) -> None:
    assert_resolving_twice_gives_equal_trees(journal.build())
    assert_parallel_equals_serial(journal)


def test_bad_options_and_empty_lists_are_named(project: Project) -> None:
    text = "Most\n====\n\n.. eir:most-cited::\n   :show: words\n   :limit: none\n   :least: 3\n\n   Words.\n"
    build = project.write({"most.rst": text}).build()
    assert [warning.partition("WARNING: ")[2].partition(";")[0] for warning in build.warnings] == [
        "eir:most-cited has no option 'least', so '3' is left out",
        "eir:most-cited: show is 'words'",
        "eir:most-cited: limit is 'none'",
        "eir:most-cited takes no content: it is printed before it [eir.config]",
        "eir:most-cited shows nothing: no article cites what its options ask for [eir.config]",
    ]
    assert "Words." in build.page("most").get_text()


# Works known again


def item(title: str, year: int = 2000, **more: Any) -> Work:
    fields = {
        "title": title,
        "author": [{"family": "Blank", "given": "Stephen J."}],
        "issued": {"date-parts": [[year]]},
    }
    return work_of_item("", fields | more)


@pytest.mark.parametrize(
    "typed",
    [
        BLANK.replace("*", ""),
        "Blank, S. (2000), Threats to Russian Security (Carlisle: SSI).",
        "Blank, S. J. 2000. “Threats to Russian Security: Views from Moscow.” Carlisle: SSI.",
        "Blank, Stephen (2000a) ‘Threats to Russian Security’, SSI.",
        "BLANK, Stephen J. (ed.) (2000). Threats to Russian security – Views. Carlisle.",
    ],
)
def test_a_typed_entry_and_one_of_a_file_are_one_work(typed: str) -> None:
    work = work_of_typed(read_reference(typed))
    assert set(names_of(work)) & set(names_of(item("Threats to Russian Security: Views from Moscow"))), (
        work.title
    )


@pytest.mark.parametrize(
    "typed",
    [
        "Blank, S. (2000) Threats to Russian Cities. Carlisle: SSI.",
        "Blank, S. (2001) Threats to Russian Security. Carlisle: SSI.",
        "Blind, S. (2000) Threats to Russian Security. Carlisle: SSI.",
    ],
)
def test_other_works_are_not(typed: str) -> None:
    work = work_of_typed(read_reference(typed))
    assert not set(names_of(work)) & set(names_of(item("Threats to Russian Security")))


def test_works_with_other_words_in_the_place_of_a_doi_are_not_one() -> None:
    one, other = (item(title, DOI="in press") for title in ("Power", "Glory"))
    assert not set(names_of(one)) & set(names_of(other))


@pytest.mark.parametrize(
    ("names", "people"),
    [
        (["Stephen J.", "S.", "Stephen", "S.J."], [{"Stephen J.", "S.", "Stephen", "S.J."}]),
        (["Jane", "John", "J."], [{"Jane"}, {"John"}, {"J."}]),
        (["Jane", "John", "John P.", "J.P."], [{"Jane"}, {"John", "John P.", "J.P."}]),
        (["", ""], [{""}]),
    ],
)
def test_initials_go_with_the_only_given_names_that_they_fit(
    names: list[str], people: list[set[str]]
) -> None:
    found = [{given for _, given in person} for person in _people([("Doe", name) for name in names])]
    assert sorted(found, key=sorted) == sorted(people, key=sorted)
