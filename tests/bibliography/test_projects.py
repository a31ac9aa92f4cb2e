"""Citations where documents meet: included files, lists of the whole project, several outputs, one build after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.citing import BIB, ENTRIES, LIST, body_of, entries, essay, style, times, written
from support.csl_contexts import STYLES
from support.sphinx_project import is_older, ours

if TYPE_CHECKING:
    from support.sphinx_project import Project


WORKS = f"Works\n=====\n\n{LIST}   :scope: project\n"


# Where a warning points


PART = "A part (Waltz 1979).\n\n:eir:citep:`Nobody`\n\n{}[x] Blank, S. (2000) One.\n\n{}[x] Clark, W. (2001) Two.\n{}"


@pytest.mark.filterwarnings("ignore:.*BuildEnvironment.app")  # MyST-Parser's `include`
@pytest.mark.parametrize(
    ("index", "part"),
    [
        (
            essay(".. include:: part.inc", ""),
            PART.format(".. eir:bibliography::\n   :filter: cited\n\n   ", "   ", ""),
        ),
        (
            "# Essay\n\n```{eir:article}\n```\n\n```{include} part.inc\n```\n",
            PART.format("```{eir:bibliography}\n:filter: cited\n\n", "", "```\n").replace(
                ":eir:citep:", "{eir:citep}"
            ),
        ),
    ],
    ids=["rst", "md"],
)
def test_a_warning_names_the_included_file_and_its_line(
    project: Project, index: str, part: str, request: pytest.FixtureRequest
) -> None:
    suffix = request.node.callspec.id
    project.write({f"index.{suffix}": index, "part.inc": part})
    build = project.build(exclude_patterns=["*.inc"])
    one_more = suffix == "md" and is_older(
        "myst-parser", 5, 2
    )  # it counts the lines of what is included from two
    assert sorted(warning.split(" WARNING: ")[0] for warning in build.warnings) == sorted(
        f"part.inc:{line + one_more}:" for line in (1, 3, 10)
    )


def test_every_warning_names_a_file(files: Project) -> None:
    source = essay(":eir:citep:`Blank2000`", f"{LIST}   :style: no.csl\n")
    build = files.write({"index.rst": source}).build(eir_bibliography_files=["refs.bib", "no.bib"])
    assert sorted(warning.split(" WARNING: ")[0] for warning in build.warnings) == ["no.bib:1:", "no.csl:1:"]


# What cites, and what is cited


@pytest.mark.parametrize("name", ["", "notes"])
def test_a_substitution_cites_where_it_is_used_alone(files: Project, name: str) -> None:
    source = essay("So |it|, and |it|.\n\n.. |it| replace:: :eir:citep:`Blank2000`", LIST)
    settings = {"eir_citation_style": style(files, name)} if name else {}
    build = files.write({"index.rst": source}).build(**settings)
    assert build.warnings == []
    back = build.page().select("section[role=doc-bibliography] a[role=doc-backlink]")
    assert len(back) == 2
    for link in back:
        assert build.page().find(id=link["href"].removeprefix("#"))


def test_nocite_takes_all(files: Project) -> None:
    build = files.write({"index.rst": essay("Text. :eir:nocite:`*`", LIST)}).build()
    assert build.warnings == []
    assert len(entries(build)) == 6
    assert "*" not in body_of(build.page())


@pytest.mark.parametrize("bibliography", [ENTRIES, LIST], ids=["typed", "files"])
def test_no_word_is_lost_in_notes(files: Project, bibliography: str) -> None:
    body = (
        "First :eir:citep:`Clark2001`. Again :eir:citet:`Clark2001`, and :eir:citet:`Blank2000, p. 3` [#x]_."
        "\n\n.. [#x] See :eir:citet:`Clark2001, p. 4` and :eir:citep:`Blank2000, p. 5` here. :eir:citet:`Clark2001`.\n"
    )
    build = files.write({"index.rst": essay(body, bibliography)}).build(
        eir_citation_style=style(files, "notes")
    )
    assert build.warnings == []
    items = build.page().select(".eir-notes li")
    notes = [" ".join(item.get_text().split("\N{LEFTWARDS ARROW WITH HOOK}")[0].split()) for item in items]
    typed = [
        "[i] Clark 2001.",
        "[ii] Clark 2001.",
        "[iii] Blank 2000, p. 3.",
        "[iv] See Clark 2001, p. 4 and Blank 2000, p. 5 here. Clark 2001.",
    ]
    formatted = [
        "[i] Wesley Clark, Waging Modern War, 2001.",
        "[ii] Clark 2001.",
        "[iii] Threats to Russian Security, 2000, p. 3.",
        "[iv] See Clark (n i), p. 4 and Blank (n iii), p. 5 here. Clark (n i).",
    ]
    assert notes == (typed if bibliography is ENTRIES else formatted)
    assert "Again Clark,[ii] and" in body_of(build.page())


def test_typed_citations_find_accented_and_undated_entries_of_files(files: Project) -> None:
    (files.root / "refs.bib").write_text(
        '@book{o, author={{\\"O}zt{\\"u}rk, A.}, year=2002, title={One}}\n@book{c, author={Cap\\v{c}, I.}, title={Two}}\n'
    )
    build = files.write({"index.rst": essay("(Öztürk 2002), (Capč n.d.)", LIST)}).build()
    assert build.warnings == []
    assert len(build.page().select("a[role=doc-biblioref]")) == 2


def test_an_entry_in_two_lists_is_one(project: Project) -> None:
    entry = "Blank, S. (2000) One."
    lists = f"{LIST}\n   {entry}\n\nMore\n----\n\n{LIST}\n   {entry}\n\n   Blank, S. (2001) Two.\n"
    build = project.write({"index.rst": essay("(Blank 2000) (Blank 2001)", lists)}).build()
    assert build.warnings == []
    assert len(build.page().select("a[role=doc-biblioref]")) == 2
    ids = [element["id"] for element in build.page().select("[id]")]
    assert len(ids) == len(set(ids))


# Lists of the project


def test_a_list_of_the_document_beside_one_of_the_project_stays_its_own(files: Project) -> None:
    lists = f"{LIST}   :scope: document\n\nAll\n---\n\n{LIST}   :scope: project\n"
    one, two = essay(":eir:citep:`Nye1990`", "", "One"), essay(":eir:citep:`Blank2000`", lists, "Two")
    build = files.write({"one.rst": one, "two.rst": two}).build()
    assert build.warnings == []
    own, whole = build.page("two").select("section[role=doc-bibliography]")
    assert (len(own.select("li")), len(whole.select("li"))) == (1, 2)


def test_pages_dont_link_to_a_list_that_may_be_left_out_of_another(files: Project) -> None:
    conditional = f"Works\n=====\n\n.. only:: latex\n\n   {LIST}      :scope: project\n"
    one = essay(":eir:citep:`Nye1990` (Blank 2000)", "", "One")
    build = files.write({"one.rst": one, "works.rst": conditional}).build()
    assert build.warnings == []
    assert build.page("one").select("a[role=doc-biblioref]") == []
    assert "(Nye 1990) (Blank 2000)" in body_of(build.page("one"))


@pytest.mark.parametrize(
    ("builder", "name"),
    [
        ("singlehtml", "index.html"),
        ("latex", "essays.tex"),
        ("text", "one.txt"),
        ("man", "essays.7"),
        ("texinfo", "essays.texi"),
    ],
)
def test_what_joins_documents_doesnt_link_to_a_list_that_it_leaves_out(
    files: Project, builder: str, name: str
) -> None:
    sources = {
        "index.rst": "Index\n=====\n\n.. toctree::\n\n   one\n",
        "one.rst": essay(":eir:citep:`Nye1990` (Blank 2000)", "", "One"),
        "works.rst": f":orphan:\n\n{WORKS}",
    }
    build = files.write(sources).build(builder, man_pages=[("index", "essays", "Essays", [], 7)])
    assert build.warnings == []
    assert "eir-ref" not in build.read(name)


def test_ways_back_name_pages_by_their_titles_of_today(files: Project) -> None:
    sources = {"one.rst": essay(":eir:citep:`Nye1990`", "", "One"), "works.rst": WORKS}
    files.write(sources).build()
    files.write({"one.rst": essay(":eir:citep:`Nye1990`", "", "Won")})
    build = files.build()
    (link,) = build.page("works").select("a[role=doc-backlink]")
    assert link["aria-label"] == "Back to citation 1 of Nye 1990, Won"


@pytest.mark.parametrize(("builder", "name"), [("html", "index.html"), ("latex", "essays.tex")])
def test_a_list_that_ifconfig_takes_out_leaves_no_dead_links(
    project: Project, builder: str, name: str
) -> None:
    inside = "\n".join(f"   {line}" for line in ENTRIES.splitlines())
    source = essay("So (Blank 2000), :eir:citep:`Clark2001`.", f".. ifconfig:: False\n\n{inside}\n")
    extensions = ["sphinxext_eir", "sphinx.ext.ifconfig"]
    build = project.write({"index.rst": source}).build(builder, extensions=extensions)
    assert build.warnings == []
    assert "eir-ref" not in build.read(name)
    assert "So (Blank 2000), " in build.read(name)


def test_an_empty_list_keeps_its_name(files: Project) -> None:
    source = essay("See :ref:`the list <works>`.", f".. _works:\n\n{LIST}")
    page = files.write({"index.rst": source}).build().page()
    assert page.find(id=page.select_one("a.internal[href^='#works']")["href"].removeprefix("#"))


# One build after another


def test_a_warning_comes_once_and_again_when_its_document_is_read(files: Project) -> None:
    sources = {f"{n}.rst": essay(f":eir:citep:`Nobody{n}`", "", n) for n in ("a", "b")}
    files.write({**sources, "works.rst": WORKS})
    assert len(files.build().warnings) == 2
    assert files.build().warnings == []
    files.write({"a.rst": sources["a.rst"] + "More.\n"})
    (warning,) = files.build().warnings
    assert warning.startswith("a.rst:6: WARNING: no entry has the key 'Nobodya'")
    (files.root / "refs.bib").write_text(BIB + "\n")
    assert files.build().warnings == []


DEPENDENT = """\
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>Child</title><id>http://example.org/child</id>
<link href="http://example.org/styles/parent" rel="independent-parent"/><updated>2026-01-01T00:00:00+00:00</updated></info>
</style>
"""


def test_a_style_changes_with_the_one_that_it_depends_on(files: Project) -> None:
    files.settings["eir_citation_style"] = "child.csl"
    (files.root / "child.csl").write_text(DEPENDENT)
    files.write({"one.rst": essay("So :eir:citep:`Nye1990`.", LIST, "One")})
    parent = files.root / "parent.csl"
    said = []
    for name in ("", "numbers", "notes", "", "numbers"):
        if name:
            parent.write_text((STYLES / f"{name}.csl").read_text())
        else:
            parent.unlink(missing_ok=True)
        build = files.build()
        assert [warning.endswith("[eir.style]") for warning in build.warnings] == ([] if name else [True])
        said.append(" ".join(build.page("one").select_one("h1 + p").get_text().split()))
    assert said == ["So (Nye 1990).", "So [1].", "So.[i]", "So (Nye 1990).", "So [1]."]


def test_a_pandoc_that_is_installed_later_is_used(files: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    files.write({"one.rst": essay("(Blank 2000)", LIST, "One"), "two.rst": essay("None.", ENTRIES, "Two")})
    with monkeypatch.context() as without:
        without.setattr("sphinxext_eir.csl.pandoc._packaged", lambda: None)
        without.setenv("PATH", "")
        for _ in range(2):
            build = files.build()
            (missing,) = [warning for warning in build.warnings if "pip install" in warning]
            assert missing.startswith("one.rst: WARNING: ")
    before = times(build)
    build = files.build()
    assert build.warnings == []
    assert written(build, before) == {"one"}
    assert len(build.page("one").select("a[role=doc-biblioref]")) == 1


def test_each_folder_knows_what_was_written_to_it(files: Project) -> None:
    files.write({"one.rst": essay(":eir:citep:`Nye1990`", LIST, "One")})
    doctrees = files.root.parent / "doctrees"
    for text in (BIB, BIB.replace("Bound to Lead", "Bound to Lose")):
        (files.root / "refs.bib").write_text(text)
        builds = [files.build(out=out, doctrees=doctrees) for out in ("a", "b")]
    first, second = (ours(build.page("one")) for build in builds)
    assert first == second
    assert "Bound to Lose" in str(first)
