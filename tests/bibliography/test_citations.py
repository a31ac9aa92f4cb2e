"""Citations and bibliographies: typed by hand, by key, and formatted from files."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.citing import BIB, ENTRIES, LIST, body_of, entries, essay, links, style, times, written
from support.csl_contexts import QUOTING, STYLES
from support.sphinx_project import (
    STOCK_BUILDERS,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
    ours,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.sphinx_project import Build, Project

    from sphinxext_eir.csl.pandoc import Pandoc


# Typed


@pytest.mark.parametrize(
    ("typed", "cited"),
    [
        ("so (Blank 2000).", [("(Blank 2000)", "Blank")]),
        ("so (Blank, 2000).", [("(Blank, 2000)", "Blank")]),
        ("Blank (2000) says", [("Blank (2000)", "Blank")]),
        ("Blank's (2000) view", [("Blank’s (2000)", "Blank")]),
        ("However, Blank (2000: 12) says", [("Blank (2000: 12)", "Blank")]),
        ("(Blank 2000; Clark 2001)", [("Blank 2000", "Blank"), ("Clark 2001", "Clark")]),
        ("(see Blank 2000, pp. 88-89)", [("Blank 2000, pp. 88-89", "Blank")]),
        ("(Keohane and Nye 1977a)", [("(Keohane and Nye 1977a)", "Keohane")]),
        ("(Keohane & Nye, 1977a)", [("(Keohane & Nye, 1977a)", "Keohane")]),
        ("(Keohane *et al.* 1977a)", [("(Keohane et al. 1977a)", "Keohane")]),
        ("(FAS 2000)", [("(FAS 2000)", "FAS")]),
        ("(Federation of American Scientists 2000)", [("(Federation of American Scientists 2000)", "FAS")]),
        ("(World Bank 2010)", [("(World Bank 2010)", "World Bank")]),
        ("(Clark 2001) and (ibid.: 348)", [("(Clark 2001)", "Clark"), ("(ibid.: 348)", "Clark")]),
        ("As Clark saw (2001, p. 88), so", [("(2001, p. 88)", "Clark")]),
        ("(Marx 1867, cited in Clark 2001)", [("Clark 2001", "Clark")]),
    ],
)
def test_a_typed_citation_is_a_link_and_stays_as_typed(
    project: Project, typed: str, cited: list[tuple[str, str]]
) -> None:
    build = project.write({"index.rst": essay(typed)}).build()
    assert build.warnings == []
    assert links(build.page()) == cited
    assert re.sub(r"\*", "", typed).replace("'", "’").replace("’’", "’") in body_of(build.page())


@pytest.mark.parametrize(
    "trap",
    [
        "in spring (May 2012)", "by law (UNSC Resolution 1244)", "in that year (1999)", "Windows (2000)", "(12 May 2012)",
        "Post-war (2010)", "(mis)use", "(b)ordering", "(the 1990s)", "(Lisbon Treaty 2009)", "(Human Rights Act 1998)",
        "(Kosovo 1999; Iraq 2003)", "(1998-1999)", "(Oxford University Press, 2001)", "Resolution 1244 (1999)", "1) one 2) two",
    ],
)  # fmt: skip
def test_what_is_no_citation_makes_neither_link_nor_warning(project: Project, trap: str) -> None:
    build = project.write({"index.rst": essay(f"This is so {trap}, he said.")}).build()
    assert build.warnings == []
    assert links(build.page()) == []


def test_a_citation_without_an_entry_is_reported_once_with_what_mends_it(project: Project) -> None:
    source = essay("First.\n\nSo (Waltz 1979) and (Waltz 1979). Blank (1999) argues.")
    build = project.write({"index.rst": source}).build()
    missing, near = build.warnings
    assert missing.startswith("index.rst:8: WARNING: no entry for Waltz 1979 in the bibliography. Write one")
    assert missing.endswith(
        'suppress_warnings = ["eir.citation_missing"] silences this [eir.citation_missing]'
    )
    assert "no entry for Blank 1999 in the bibliography; there is Blank 2000." in near
    assert links(build.page()) == []


def test_an_ambiguous_citation_stays_unlinked(project: Project) -> None:
    entries = ".. eir:bibliography::\n\n   Blank, S. (2000a) One.\n\n   Blank, T. (2000b) Two.\n"
    build = project.write({"index.rst": essay("(Blank 2000), (Blank 2000b)", entries)}).build()
    (warning,) = build.warnings
    assert "index.rst:6: WARNING: Blank 2000 may be Blank2000a, Blank2000b: it stays as typed" in warning
    assert warning.endswith("[eir.citation_ambiguous]")
    assert links(build.page()) == [("(Blank 2000b)", "Blank")]


UNTOUCHED = """\
Title (Blank 2000)
==================

.. eir:article::

``(Blank 2000)``, *as (Blank 2000)*, `a link (Blank 2000) <http://example.org>`_.

::

   (Blank 2000)

.. eir:pull-quote::
   :check: off

   (Blank 2000)

.. eir:about-author::

   The author of *Lies* and Blank (2000).

"""


def test_titles_code_links_markup_biographies_and_pull_quotes_are_not_searched(project: Project) -> None:
    build = project.write({"index.rst": UNTOUCHED + ENTRIES}).build()
    assert build.warnings == []
    assert links(build.page()) == []


def test_notes_quotations_lists_and_tables_are_searched(project: Project) -> None:
    body = """\
   A standfirst (Keohane and Nye 1977).

Text.[i]

   A quotation (Blank 2000).

   -- Clark (2001), in a speech

- an item (World Bank 2010)

====== ===========
a cell (FAS 2000)
====== ===========

.. [i] A note (Clark 2001).
"""
    build = project.write({"index.rst": essay(body)}).build()
    assert build.warnings == []
    assert [words for words, _ in links(build.page())] == [
        "(Keohane and Nye 1977)", "(Blank 2000)", "Clark (2001)", "(World Bank 2010)", "(FAS 2000)", "(Clark 2001)",
    ]  # fmt: skip


def test_ibid_in_a_note_is_the_last_citation_in_notes(project: Project) -> None:
    body = "Text (Blank 2000).[i] More.[ii]\n\n.. [i] See Clark (2001).\n\n.. [ii] So he says (ibid.).\n"
    build = project.write({"index.rst": essay(body)}).build()
    assert links(build.page())[-1] == ("(ibid.)", "Clark")


def test_documents_that_are_not_ours_are_not_searched(project: Project) -> None:
    body = "Windows (2000), (Blank 2000), Blank (2000) argues."
    build = project.write({"index.rst": f"API\n===\n\n{body}\n"}).build()
    plain = project.build(out="plain", extensions=["myst_parser"])
    assert build.warnings == plain.warnings == []
    assert build.read("index.html") == plain.read("index.html")


def test_links_are_a_setting(project: Project) -> None:
    build = project.write({"index.rst": essay("(Blank 2000), (Nobody 2000)")}).build(eir_link_citations=False)
    assert build.warnings == []
    assert links(build.page()) == []


def test_entries_are_printed_as_typed(project: Project) -> None:
    entries = """\
.. eir:bibliography::
   :title: Works cited

   - A. Smith (2000) Initials, no enumeration.
   - [own] B. *Jones* (2001), two
     lines.

   Drachev, Viktor. (2002) *7 Questions*.

   http://example.org/a_b (accessed February 29, 2012).

   Last, L. www.example.org. DOI 10.1000/182.
"""
    page = project.write({"index.rst": essay("Text.", entries)}).build().page()
    section = page.select_one("section[role=doc-bibliography]")
    assert page.find(id=section["aria-labelledby"]).contents[0] == "Works cited"
    assert [" ".join(item.get_text().split()) for item in section.select("ul > li")] == [
        "A. Smith (2000) Initials, no enumeration.",
        "B. Jones (2001), two lines.",
        "Drachev, Viktor. (2002) 7 Questions. http://example.org/a_b (accessed February 29, 2012).",
        "Last, L. www.example.org. DOI 10.1000/182.",
    ]
    assert [link["href"] for link in section.select("a.external")] == [
        "http://example.org/a_b", "http://www.example.org", "https://doi.org/10.1000/182",
    ]  # fmt: skip
    assert section.select_one("em").text == "Jones"


def test_myst_has_the_same(project: Project) -> None:
    source = """\
# Essay

```{eir:article}
```

So (Blank 2000), {eir:citep}`own, p. 3`. Note.[^x]

[^x]: Clark (2001), http://example.org.

## Bibliography

```{eir:bibliography}
Blank, S. (2000) *Threats*. http://example.org/x.

[own] Clark, W. (2001) War.
```
"""
    build = project.write({"index.md": source}).build()
    assert build.warnings == []
    assert [words for words, _ in links(build.page())] == ["(Blank 2000)", "Clark 2001, p. 3", "Clark (2001)"]
    assert (
        build.page().select_one("section[role=doc-bibliography] a.external")["href"] == "http://example.org/x"
    )


def test_the_list_is_a_labelled_bibliography_with_named_ways_back(project: Project) -> None:
    build = project.write({"index.rst": essay("(Blank 2000), Blank (2000), (Clark 2001)")}).build()
    section = build.page().select_one("section[role=doc-bibliography]")
    assert section["aria-label"] == "Bibliography"
    entries = section.select("ul > li")
    back = [(link.get_text(), link["aria-label"]) for link in entries[0].select("a[role=doc-backlink]")]
    assert back == [("↩︎ 1", "Back to citation 1 of Blank 2000"), ("↩︎ 2", "Back to citation 2 of Blank 2000")]
    for link in section.select("a[role=doc-backlink]"):
        assert build.page().find(id=link["href"].removeprefix("#"))
    assert entries[2].select("a[role=doc-backlink]") == []


def test_a_heading_that_has_nothing_else_is_the_lists_own(project: Project) -> None:
    source = essay("(Blank 2000)", f"References\n----------\n\n{ENTRIES}")
    (section,) = project.write({"index.rst": source}).build().page().select("section[role=doc-bibliography]")
    assert section.h2.contents[0] == "References"
    assert section["id"] == "references"


def test_unused_entries_are_reported_if_asked_for(project: Project) -> None:
    project.write({"index.rst": essay("(Blank 2000) (FAS 2000)")})
    assert project.build().warnings == []
    unused = project.build(eir_report_unused=True).warnings
    assert [re.search(r"entry (.*) \(", warning)[1] for warning in unused] == [
        "Clark 2001", "Keohane and Nye 1977a", "World Bank 2010",
    ]  # fmt: skip
    assert all(warning.endswith("[eir.reference_unused]") for warning in unused)


def test_a_key_given_twice_is_reported(project: Project) -> None:
    entries = ".. eir:bibliography::\n\n   [x] Blank, S. (2000) One.\n\n   [x] Clark, W. (2001) Two.\n"
    build = project.write({"index.rst": essay(":eir:citet:`x`", entries)}).build()
    assert build.warnings == [
        "index.rst:12: WARNING: there are two entries with the key 'x': citations by it lead to the first "
        "[eir.reference_duplicate]"
    ]
    assert links(build.page()) == [("Blank (2000)", "Blank")]


def test_wrong_options_are_reported_and_cost_nothing(project: Project) -> None:
    entries = ".. eir:bibliography::\n   :filter: some\n   :colour: red\n\n   Blank, S. (2000) One.\n"
    build = project.write({"index.rst": essay("(Blank 2000)", entries)}).build()
    assert [warning.split("WARNING: ")[1] for warning in build.warnings] == [
        "eir:bibliography has no option 'colour', so 'red' is left out; it has title, filter, scope, style [eir.config]",
        "eir:bibliography: filter is 'some'; allowed: 'cited', 'all', 'uncited'. Its default is used [eir.config]",
    ]
    assert links(build.page()) == [("(Blank 2000)", "Blank")]


# By key


def printed(build: Build) -> str:
    return body_of(build.page()).split("Essay¶")[1].split("Blank, Stephen")[0].strip()


KEYED = [
    (":eir:citep:`Blank2000`", "(Blank 2000)"),
    (":eir:citep:`see @Blank2000, p. 12; @Clark2001`", "(see Blank 2000, p. 12; Clark 2001)"),
    (":eir:citep:`Clark2001; Blank2000`", "(Clark 2001; Blank 2000)"),
    (":eir:citet:`Blank2000, pp. 3-4`", "Blank (2000, pp. 3"),
    (":eir:citeauthor:`Blank2000`", "Blank"),
    (":eir:citeyear:`Clark2001`", "2001"),
    (":eir:citealp:`Blank2000, ch. 3`", "Blank 2000, ch"),
]


@pytest.mark.parametrize("source", ["typed", "files"])
@pytest.mark.parametrize(("role", "expected"), KEYED)
def test_a_role_cites_by_key(
    project: Project, source: str, role: str, expected: str, request: pytest.FixtureRequest
) -> None:
    if source == "files":
        request.getfixturevalue("pandoc")
    bibliography = ENTRIES if source == "typed" else ".. eir:bibliography::\n"
    project.write({"index.rst": essay(f"{role} X.", bibliography)})
    (project.root / "refs.bib").write_text(BIB)
    build = project.build(eir_bibliography_files=["refs.bib"] if source == "files" else [])
    assert build.warnings == []
    assert body_of(build.page()).split("Essay¶ ")[1].startswith(expected)
    assert next(entry for _, entry in links(build.page())) == ("Clark" if ":`Clark" in role else "Blank")


def test_a_whole_entry_stands_in_the_text_with_its_markup(project: Project) -> None:
    build = project.write({"index.rst": essay("See :eir:fullcite:`Blank2000`.")}).build()
    assert printed(build).startswith("See")
    (cited,) = build.page().select(".eir-citation")
    assert str(cited).endswith(
        "Blank, Stephen J. (2000) <em>Threats to Russian Security</em>. Carlisle: SSI</span>"
    )


def test_an_unknown_key_is_reported_and_printed(project: Project) -> None:
    build = project.write(
        {"index.rst": essay("So :eir:citep:`Nobody1999, p. 3` and :eir:citep:`;`.")}
    ).build()
    malformed, unknown = sorted(build.warnings, key=len)
    assert "expected a key such as Blank2000" in malformed
    assert "no entry has the key 'Nobody1999'" in unknown
    assert all(warning.endswith("[eir.citation_missing]") for warning in build.warnings)
    assert "Nobody1999" in body_of(build.page())
    assert "p. 3" in body_of(build.page())


def test_a_title_may_cite_and_stays_out_of_the_contents(project: Project) -> None:
    source = (
        "Essay on :eir:citet:`Blank2000`\n===============================\n\n.. eir:article::\n\n" + ENTRIES
    )
    build = project.write({"index.rst": source}).build()
    assert build.warnings == []
    assert build.page().h1.get_text() == "Essay on Blank (2000)¶"
    assert build.page().title.get_text().startswith("Essay on")
    assert "Blank" not in build.page().title.get_text()


# From files


@pytest.fixture
def files(project: Project, pandoc: Pandoc) -> Project:  # noqa: ARG001 - it reads the file
    """Return a project with a BibTeX file."""
    (project.root / "refs.bib").write_text(BIB)
    project.settings["eir_bibliography_files"] = ["refs.bib"]
    return project


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


# In every builder

EVERYWHERE = """\
So (Blank 2000), :eir:citep:`see @Clark2001, p. 12`, :eir:citet:`FAS2000`, :eir:fullcite:`Blank2000`.[i]

.. [i] A note (Clark 2001) and :eir:citep:`Blank2000`.

"""


@pytest.mark.parametrize("builder", STOCK_BUILDERS)
def test_every_builder_prints_the_same_words(project: Project, builder: str) -> None:
    sources = {"one.rst": essay(EVERYWHERE, title="One"), "two.rst": essay(EVERYWHERE, title="Two")}
    build = project.write(sources).build(builder, man_pages=[("index", "essays", "Essays", [], 7)])
    assert build.warnings == []
    suffixes = {"html": "one.html", "text": "one.txt", "man": "essays.7", "latex": "essays.tex"}
    if builder in suffixes:
        text = " ".join(
            re.sub(
                r"<[^>]+>|\\f.|\\[%&]|\\eirbiblioref\{[^}]*\}|[{}]", "", build.read(suffixes[builder])
            ).split()
        )
        assert "So (Blank 2000), (see Clark 2001, p. 12), FAS (2000), Blank, Stephen J. (2000)" in text


@pytest.mark.parametrize("engine", ["pdflatex", "xelatex", "lualatex"])
def test_pdf_prints_the_list_where_it_was_put(
    files: Project, pdf_text: Callable[..., str], engine: str
) -> None:
    body = "So (Blank 2000).\n\n" + LIST + "\nThe text goes on :eir:citep:`Clark2001`, and ends."
    build = files.write({"index.rst": essay(body, "")}).build(
        "latex", latex_documents=[("index", "essays.tex", "E", "A", "howto")], latex_engine=engine
    )
    text = " ".join(pdf_text(build, engine).split())
    assert (
        text.index("So (Blank 2000)")
        < text.index("Blank, Stephen J. (2000)")
        < text.index("The text goes on (Clark 2001)")
    )


def test_resolving_twice_gives_equal_trees(files: Project) -> None:
    assert_resolving_twice_gives_equal_trees(files.write({"index.rst": essay(EVERYWHERE, LIST)}).build())


def test_parallel_equals_serial(files: Project) -> None:
    sources = {f"essay{n}.rst": essay(EVERYWHERE, LIST, f"Essay {n}") for n in range(7)}
    assert_parallel_equals_serial(files.write(sources))


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


def test_a_list_that_is_left_out_leaves_no_dead_links(project: Project) -> None:
    entries = "\n".join(f"   {line}" for line in ENTRIES.splitlines())
    source = essay("So (Blank 2000), :eir:citep:`Clark2001`.", f".. only:: latex\n\n{entries}\n")
    build = project.write({"index.rst": source}).build()
    assert build.warnings == []
    assert links(build.page()) == []
    assert "So (Blank 2000), (Clark 2001)." in body_of(build.page())


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


# Translated


def test_a_translation_keeps_its_citations(project: Project) -> None:
    project.write({"index.rst": essay("So says Blank (2000) of war.\n\nAnd :eir:citep:`Clark2001`.")})
    template = project.build("gettext").read("index.pot")
    assert "Blank, Stephen J. (2000) *Threats to Russian Security*. Carlisle: SSI." in template
    catalogue = project.root / "locales" / "de" / "LC_MESSAGES" / "index.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8"\n\n'
        'msgid "So says Blank (2000) of war."\nmsgstr "Vom Krieg sagt das Blank (2000)."\n\n'
        'msgid "And :eir:citep:`Clark2001`."\nmsgstr "Und :eir:citep:`Clark2001, p. 3`."\n'
    )
    build = project.build(language="de", locale_dirs=["locales"])
    assert build.warnings == []
    assert links(build.page()) == [("Blank (2000)", "Blank"), ("Clark 2001, p. 3", "Clark")]


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


def test_a_style_that_is_none_is_reported_where_it_was_typed(project: Project) -> None:
    entries = ".. eir:bibliography::\n   :style: harvard\n\n   Blank, S. (2000) One.\n"
    (warning,) = project.write({"index.rst": essay("(Blank 2000)", entries)}).build().warnings
    assert re.match(
        r"index\.rst:\d+: WARNING: eir:bibliography: style is 'harvard'; allowed: 'eir-harvard', the path of",
        warning,
    )
    assert warning.endswith("[eir.config]")
