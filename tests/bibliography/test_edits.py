"""After an edit: every page as in a fresh build, and no page written for nothing."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.citing import BIB, ENTRIES, LIST, essay, style, times, written
from support.sphinx_project import ours

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.sphinx_project import Build, Project


# After an edit


def pages(build: Build) -> dict[str, list[str]]:
    return {docname: ours(build.page(docname)) for docname in build.app.env.found_docs}


SITE = {
    "one.rst": essay(":eir:citep:`Nye1990` (Blank 2000)", LIST, "One"),
    "two.rst": essay(":eir:citep:`Clark2001`", LIST, "Two"),
    "three.rst": essay("(Blank 2000)", ENTRIES, "Three"),
}


def edited(project: Project, name: str, old: str, new: str) -> None:
    path = project.root / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


@pytest.mark.parametrize(
    ("name", "old", "new", "touched"),
    [
        ("refs.bib", "Bound to Lead", "Bound to Lose", {"one"}),
        ("refs.bib", "@book{Waltz1979", "@book{Waltz1980", set()),
        ("refs.bib", "Stephen J.", "Stephen", {"one"}),
        ("two.rst", "Clark2001", "Waltz1979", {"two"}),
        ("three.rst", "*Waging", "*Raging", {"three"}),
    ],
)
def test_an_edit_writes_exactly_the_pages_it_touches(
    files: Project, name: str, old: str, new: str, touched: set[str]
) -> None:
    before = times(files.write(SITE).build())
    edited(files, name, old, new)
    build = files.build()
    assert written(build, before) == touched
    assert pages(build) == pages(files.build(out="fresh"))


def test_nothing_changed_writes_nothing(files: Project) -> None:
    before = times(files.write(SITE).build())
    assert written(files.build(), before) == set()


def test_another_style_writes_the_pages_it_changes(files: Project) -> None:
    before = times(files.write(SITE).build())
    build = files.build(eir_citation_style=style(files, "numbers"))
    assert written(build, before) == {"one", "two"}
    before = times(build)
    build = files.build(eir_citation_style=style(files, "notes"))
    assert written(build, before) == {"one", "two"}
    assert pages(build) == pages(files.build(out="fresh", eir_citation_style="notes.csl"))


def test_each_builder_knows_what_it_wrote_itself(files: Project) -> None:
    files.write(SITE)
    html, text = files.build("html", out="a"), files.build("text", out="a")
    assert "Bound to Lead" in html.read("one.html")
    assert "Bound to Lead" in text.read("one.txt")
    edited(files, "refs.bib", "Bound to Lead", "Bound to Lose")
    assert "Bound to Lose" in files.build("text", out="a").read("one.txt")
    assert "Bound to Lose" in files.build("html", out="a").read("one.html")


# Any sequence of edits


INDEX = "Index\n=====\n\n.. toctree::\n   :glob:\n\n   *\n"

COUNTER = count()


EDITS = [
    ("one.rst", essay("(Blank 2000) :eir:citep:`Nye1990`", LIST, "One")),
    ("one.rst", essay("(Blank 2000) :eir:citep:`Nye1990; Nye1990b` More.", LIST, "One")),
    ("one.rst", essay(":eir:citet:`Waltz1979`", "", "One")),
    ("two.rst", essay(":eir:citep:`Nye1990b`", "", "Two")),
    ("two.rst", essay("(Clark 2001), :eir:citep:`Clark2001`", ENTRIES, "Two")),
    ("two.rst", essay("Nothing.", "", "Two")),
    ("works.rst", f"Works\n=====\n\n{LIST}   :scope: project\n"),
    ("works.rst", f"Works\n=====\n\n{LIST}   :scope: project\n   :filter: all\n"),
    ("works.rst", "Works\n=====\n\nNone.\n"),
    ("works.rst", None),
    ("refs.bib", BIB),
    ("refs.bib", BIB.replace("Bound to Lead", "Bound to Lose")),
    ("refs.bib", BIB.replace("Nye1990b", "Nye1991").replace("Waltz, Kenneth", "Walt, Stephen")),
]


@pytest.mark.laws
@given(edits=st.lists(st.sampled_from(EDITS), min_size=1, max_size=6))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_edits_every_page_is_as_in_a_fresh_build(
    make_project: Callable[..., Project], edits: list[tuple[str, str | None]]
) -> None:
    project = make_project(f"site{next(COUNTER)}", eir_bibliography_files=["refs.bib"])
    (project.root / "refs.bib").write_text(BIB)
    project.write({"index.rst": INDEX, "one.rst": EDITS[0][1], "two.rst": EDITS[3][1]}).build()
    for name, text in edits:
        path = project.root / name
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.write_text(text)
        build = project.build()
    fresh = project.build(out="fresh")
    assert pages(build) == pages(fresh)
