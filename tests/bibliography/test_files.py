"""Citations of entries in files: formatted by a style, filtered, reported where they stand."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import pytest
from support.citing import BIB, ENTRIES, LIST, body_of, entries, essay, links, style
from support.csl_contexts import QUOTING, STYLES

if TYPE_CHECKING:
    from support.sphinx_project import Project


# From files


def test_cited_entries_are_formatted(files: Project) -> None:
    body = ":eir:citep:`Nye1990b; Nye1990`, :eir:citet:`KeohaneNye1977`. :eir:nocite:`Waltz1979`"
    build = files.write({"index.rst": essay(body, LIST)}).build()
    assert build.warnings == []
    assert entries(build) == [
        "Keohane, Robert O. and Joseph S. Nye. (1977) Power and Interdependence.",
        "Nye, Joseph S. (1990a) Bound to Lead. http://example.org/nye (accessed February 29, 2012).",
        "Nye, Joseph S. (1990b) Soft Power.",
        "Waltz, Kenneth N. (1979) Theory of International Politics.",
    ]
    assert "(Nye 1990b, 1990a)" in body_of(build.page())
    assert "Keohane and Nye (1977)" in body_of(build.page())


def test_typed_citations_find_entries_of_files(files: Project) -> None:
    build = files.write(
        {"index.rst": essay("So (Blank 2000), Keohane and Nye (1977) and (Nye 1990).", LIST)}
    ).build()
    (warning,) = build.warnings
    assert "Nye 1990 may be Nye1990, Nye1990b" in warning
    assert [words for words, _ in links(build.page())] == ["(Blank 2000)", "Keohane and Nye (1977)"]
    assert len(entries(build)) == 2


@pytest.mark.parametrize("particles", ["bibtex", "biblatex"])
def test_particles_are_cited_or_not_and_typed_citations_may_have_them(files: Project, particles: str) -> None:
    files.write(
        {
            "names.bib": "@book{c, author={van Creveld, Dirk}, title={War}, year=1991}@book{g, author={Marta de la Goede}, title={M}, year=2012}"
        }
    )
    body = "So :eir:citet:`c`, :eir:citep:`g`, van Creveld (1991), (Creveld 1991), (de la Goede 2012), (Goede 2012)"
    build = files.write({"index.rst": essay(body, LIST)}).build(
        eir_bibliography_files=["names.bib"], eir_bibliography_particles=particles
    )
    assert build.warnings == []
    of_keys = {"bibtex": ["1991", "de la Goede 2012"], "biblatex": ["1991", "Goede 2012"]}
    typed = ["van Creveld (1991)", "(Creveld 1991)", "(de la Goede 2012)", "(Goede 2012)"]
    assert [words for words, _ in links(build.page())] == [*of_keys[particles], *typed]
    assert ("van Creveld (1991), (de" if particles == "bibtex" else " Creveld (1991), (G") in body_of(
        build.page()
    )


@pytest.mark.parametrize(("filter_", "count"), [("cited", 1), ("all", 6), ("uncited", 5)])
def test_a_filter_says_which_entries_are_printed(files: Project, filter_: str, count: int) -> None:
    source = essay(":eir:citep:`Blank2000`", f"{LIST}   :filter: {filter_}\n")
    assert len(entries(files.write({"index.rst": source}).build())) == count


def test_a_document_may_have_several_lists(files: Project) -> None:
    lists = f"{LIST}\nFurther reading\n---------------\n\n{LIST}   :filter: uncited\n"
    build = files.write({"index.rst": essay(":eir:citep:`Blank2000`", lists)}).build()
    first, second = build.page().select("section[role=doc-bibliography]")
    assert (len(first.select("li")), len(second.select("li"))) == (1, 5)
    ids = [element["id"] for element in build.page().select("[id]")]
    assert len(ids) == len(set(ids))


def test_documents_have_lists_of_their_own(files: Project) -> None:
    one = essay(":eir:citep:`Nye1990`", LIST, "One")
    two = essay(":eir:citep:`Nye1990b; Blank2000`", LIST, "Two")
    build = files.write({"one.rst": one, "two.rst": two}).build()
    assert (len(entries(build, "one")), len(entries(build, "two"))) == (1, 2)
    assert "(Nye 1990)" in body_of(build.page("one"))
    assert "(Nye 1990; Blank 2000)" in body_of(build.page("two"))


def test_a_project_may_have_one_list_with_ways_back_to_all_pages(files: Project) -> None:
    sources = {
        "one.rst": essay(":eir:citep:`Nye1990`", "", "One"),
        "two.rst": essay(":eir:citep:`Nye1990b` and Blank (2000)", "", "Two"),
        "works.rst": f"Works\n=====\n\n{LIST}   :scope: project\n",
    }
    build = files.write(sources).build()
    assert build.warnings == []
    assert len(entries(build, "works")) == 3
    assert "(Nye 1990b)" in body_of(build.page("two"))
    (link, other) = build.page("two").select("a[role=doc-biblioref]")
    assert link["href"] == "works.html#eir-ref-Nye1990b-works"
    assert other.get_text() == "Blank (2000)"
    back = build.page("works").select("#eir-ref-Nye1990b-works a[role=doc-backlink]")
    assert [(a["href"], a["aria-label"]) for a in back] == [
        ("two.html#eir-cite-1-two", "Back to citation 1 of Nye 1990, Two")
    ]
    assert build.page("two").find(id="eir-cite-1-two")
    single = files.build("singlehtml").page()
    for a in single.select("a[role=doc-biblioref], a[role=doc-backlink]"):
        assert single.find(id=a["href"].removeprefix("#")), a


def test_a_letter_stands_though_another_key_is_missing(files: Project) -> None:
    body = "One :eir:citep:`Nye1990; Nobody1999`, two :eir:citep:`Nobody1999; Nye1990b`."
    build = files.write({"index.rst": essay(body, LIST)}).build()
    assert len(build.warnings) == 1
    assert "One (Nye 1990a; Nobody1999 ?), two (Nobody1999 ?; Nye 1990b)." in body_of(build.page())


def test_an_entry_that_a_style_leaves_out_is_told_of_and_its_citation_is_plain(files: Project) -> None:
    sources = {"index.rst": essay(":eir:citep:`Nye1990`", LIST)}
    build = files.write(sources).build(eir_citation_style=style(files, "silent"))
    assert build.warnings == []
    assert entries(build) == []
    assert not build.page().select("a[role=doc-biblioref]")
    assert "(Nye 1990)" in body_of(build.page())


def test_a_typed_list_may_serve_the_project(project: Project) -> None:
    typed = ENTRIES.replace("bibliography::\n", "bibliography::\n   :scope: project\n", 1)
    sources = {
        "one.rst": essay("(Blank 2000), :eir:citep:`Clark2001`, :eir:fullcite:`FAS2000`", "", "One"),
        "works.rst": f"Works\n=====\n\n{typed}",
    }
    build = project.write(sources).build()
    assert build.warnings == []
    assert [a["href"] for a in build.page("one").select("a[role=doc-biblioref]")] == [
        "works.html#eir-ref-Blank2000-works", "works.html#eir-ref-Clark2001-works", "works.html#eir-ref-FAS2000-works",
    ]  # fmt: skip
    assert "Federation of American Scientists" in body_of(build.page("one"))


def test_a_stop_within_a_quotation_gives_way_to_the_authors_own(files: Project) -> None:
    (files.root / "titles.csl").write_text(QUOTING.format(options=""))
    body = "Text. :eir:citep:`Clark2001` Own.\\ [#x]_\n\n.. [#x] As :eir:citep:`Nye1990` says; but see :eir:citep:`Blank2000`.\n"
    build = files.write({"index.rst": essay(body, "")}).build(
        "text", eir_citation_style="titles.csl", language="en"
    )
    assert build.warnings == []
    printed = " ".join(build.read("index.txt").split())
    assert "[i] “Waging Modern War.”" in printed
    assert "[ii] As “Bound to Lead” says; but see “Threats to Russian Security”." in printed


def test_a_style_of_notes_makes_notes_among_the_authors_own(files: Project) -> None:
    body = (
        "First :eir:citep:`Clark2001, p. 3`. Own.\\ [#x]_ Then :eir:citet:`Blank2000` says. Again :eir:citep:`Clark2001`."
        "\n\n.. [#x] An own note, with :eir:citep:`Nye1990`.\n"
    )
    build = files.write({"index.rst": essay(body, LIST)}).build(eir_citation_style=style(files, "notes"))
    assert build.warnings == []
    assert "First.[i] Own.[ii] Then Stephen J. Blank[iii] says. Again.[iv]" in body_of(build.page()).replace(
        "Note ", ""
    )
    notes = [" ".join(item.get_text().split()) for item in build.page().select(".eir-notes li")]
    assert notes[0].startswith("[i] Wesley Clark, Waging Modern War, 2001, p. 3.")
    assert notes[1].startswith("[ii] An own note, with Joseph S. Nye")
    assert notes[3].startswith("[iv] Clark (n i).")
    assert "doc-biblioref" in str(build.page().select_one(".eir-notes li"))


def test_a_style_of_numbers_has_labels_and_its_ranges_link_all_they_span(files: Project) -> None:
    numbers = (
        (STYLES / "numbers.csl").read_text().replace("<citation>", '<citation collapse="citation-number">')
    )
    (files.root / "ranges.csl").write_text(numbers)
    body = ":eir:citep:`Blank2000; Clark2001; Nye1990; Waltz1979`"
    project = files.write({"index.rst": essay(body, LIST)})
    build = project.build(eir_citation_style="ranges.csl")
    assert [label.get_text() for label in build.page().select("li .eir-label")] == [
        "[1]",
        "[2]",
        "[3]",
        "[4]",
    ]
    cited = build.page().select(".eir-citation a[role=doc-biblioref]")
    assert [a["href"].split("-")[2] for a in cited] == ["Blank2000", "Clark2001", "Nye1990", "Waltz1979"]
    assert "[1–4]" in project.build("text", eir_citation_style="ranges.csl").read("index.txt")


def test_a_document_may_have_its_own_style(files: Project) -> None:
    style(files, "numbers")
    one = essay(":eir:citep:`Blank2000`", f"{LIST}   :style: numbers.csl\n", "One")
    two = essay(":eir:citep:`Blank2000`", LIST, "Two")
    build = files.write({"one.rst": one, "two.rst": two}).build()
    assert "[1]" in body_of(build.page("one"))
    assert "(Blank 2000)" in body_of(build.page("two"))


def test_a_style_that_cant_be_read_is_reported_and_replaced(files: Project) -> None:
    build = files.write({"index.rst": essay(":eir:citep:`Blank2000`", LIST)}).build(
        eir_citation_style="no.csl"
    )
    (warning,) = build.warnings
    assert "no.csl" in warning
    assert warning.endswith("[eir.style]")
    assert "(Blank 2000)" in body_of(build.page())


def test_without_pandoc_citations_are_plain_and_the_warning_says_what_to_install(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinxext_eir.csl.pandoc._packaged", lambda: None)
    monkeypatch.setenv("PATH", "")
    (project.root / "refs.json").write_text(
        '[{"id": "Blank2000", "type": "book", "author": [{"family": "Blank"}], "issued": {"date-parts": [[2000]]}, "title": "T"}]'
    )
    source = essay("So :eir:citep:`Blank2000, p. 3`.", LIST)
    build = project.write({"index.rst": source}).build(eir_bibliography_files=["refs.json"])
    assert any(
        "pip install 'sphinxext-eir[csl]'" in warning and "[eir.style]" in warning
        for warning in build.warnings
    )
    assert "(Blank 2000, p. 3)" in body_of(build.page())
    assert entries(build) == ["Blank (2000). T."]


def test_bad_entries_of_files_are_reported_where_they_stand(files: Project) -> None:
    (files.root / "refs.bib").write_text(
        BIB + "@book{bad, title={Never ends}\n\n@book{Blank2000, title={Twice}, year=1}\n"
    )
    build = files.write({"index.rst": essay(":eir:citep:`Clark2001`", LIST)}).build()
    assert {re.search(r"\[(eir\.\w+)\]$", warning)[1] for warning in build.warnings} == {
        "eir.bibliography_file", "eir.reference_duplicate",
    }  # fmt: skip
    assert all(re.match(r"refs\.bib:\d+: WARNING: ", warning) for warning in build.warnings)
    assert "(Clark 2001)" in body_of(build.page())


# The archive


def test_pages_seen_get_a_link_to_the_archive(files: Project) -> None:
    body = "Text.[i] :eir:citep:`Nye1990`\n\n.. [i] See http://example.org/note (last accessed on 3 March 2013).\n"
    typed = essay("(FAS 2000)", ENTRIES, "Two")
    files.write({"one.rst": essay(body, LIST, "One"), "two.rst": typed})
    assert files.build().page("one").select(".eir-archive") == []
    build = files.build(out="with", eir_archive_links=True)
    found = [
        (a["href"], a.get_text()) for name in ("one", "two") for a in build.page(name).select(".eir-archive")
    ]
    assert found == [
        ("https://web.archive.org/web/20120229/http://example.org/nye", "Archived copy near February 29, 2012"),
        ("https://web.archive.org/web/20130303/http://example.org/note", "Archived copy near March 3, 2013"),
        ("https://web.archive.org/web/20120229/http://www.fas.org/econcept.htm", "Archived copy near February 29, 2012"),
    ]  # fmt: skip


# A page without its list


def test_a_list_without_entries_or_files_is_reported(project: Project) -> None:
    build = project.write({"index.rst": essay("Text.", LIST)}).build()
    (warning,) = build.warnings
    assert warning.startswith("index.rst:8: WARNING: this bibliography is empty: type its entries below it")
    assert warning.endswith("[eir.bibliography_file]")


def test_raised_numbers_stand_close_to_their_word(files: Project) -> None:
    name = style(files, "raised")
    build = files.write({"index.rst": essay("A word :eir:citep:`Blank2000`.", LIST)}).build(
        eir_citation_style=name
    )
    assert "A word1." in body_of(build.page())


# A style that isn't one


def test_a_style_that_is_none_is_reported_where_it_was_typed(project: Project) -> None:
    entries = ".. eir:bibliography::\n   :style: harvard\n\n   Blank, S. (2000) One.\n"
    (warning,) = project.write({"index.rst": essay("(Blank 2000)", entries)}).build().warnings
    assert re.match(
        r"index\.rst:\d+: WARNING: eir:bibliography: style is 'harvard'; allowed: 'eir-harvard', 'eir-numeric', 'eir-notes', the path of",
        warning,
    )
    assert warning.endswith("[eir.config]")


# What is lost in print


AS_TEXT = (
    QUOTING.format(options="")
    .replace("<bibliography><layout", '<bibliography><layout prefix="By "')
    .replace("</layout></bibliography>", '<text variable="author"/></layout></bibliography>')
)
"""A style that asks for names as text, and doesn't get them."""


def test_a_variable_that_the_style_prints_and_the_entry_lacks_is_named_where_it_stands(
    files: Project,
) -> None:
    page = essay(":eir:citep:`low`", LIST)
    entry = "\n@book{low, author={Poe, Ann}, title={Sea}, year=2000, publisher={P}}"
    files.write({"index.rst": page, "two.rst": f":orphan:\n\n{page}", "low.bib": entry, "s.csl": AS_TEXT})
    (warning,) = files.build(eir_bibliography_files=["low.bib"], eir_citation_style="s.csl").warnings
    assert warning.startswith(
        "low.bib:2: WARNING: low: the style s prints the variable 'author', but 'poe' of it isn't in"
    )
    assert "[eir.entry_field]" in warning


def test_what_the_style_has_no_place_for_is_no_warning_and_told_with_v(
    files: Project, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = logging.getLogger("sphinx.sphinxext_eir.features.bibliography.work")
    monkeypatch.setattr(told, "handlers", [caplog.handler])
    entry = "@article{low, author={Low, Ben}, title={Sea}, journal={J}, year=2000, publisher={P}, issn={1234-5678}}"
    build = files.write({"index.rst": essay(":eir:citep:`low`", LIST), "low.bib": entry}).build(
        eir_bibliography_files=["low.bib"]
    )
    assert build.warnings == []
    assert "the style eir-harvard has no place for the variable 'publisher' of low" in caplog.messages
    assert not [
        message for message in caplog.messages if "no place for the variable 'container-title'" in message
    ]
    assert "no place" not in build.status
