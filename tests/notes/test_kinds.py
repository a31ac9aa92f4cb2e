"""Notes of every kind become one list, and what isn't a note stays what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.noted import (
    COUNT,
    EVERYTHING,
    HEAD,
    LITERAL,
    PLAIN,
    assert_every_link_lands,
    body_labels,
    note_labels,
    romans,
)
from support.sphinx_project import Project, assert_documents_of_others_are_untouched

if TYPE_CHECKING:
    from collections.abc import Callable

    from bs4 import BeautifulSoup


def references(page: BeautifulSoup) -> list[str]:
    return [link.get_text() for link in page.select("a[role=doc-noteref]")]


# One notion of a note


def test_every_kind_of_note_becomes_one_list_in_order_of_reference(project: Project) -> None:
    build = project.write({"essay.rst": EVERYTHING}).build()
    page = build.page("essay")
    assert build.warnings == []
    assert body_labels(page) == romans(COUNT)
    first = list(dict.fromkeys(references(page)))
    assert first[:3] == ["[i]", "[ii]", "[iii]"]
    assert_every_link_lands(page)
    texts = [item.get_text(" ", strip=True) for item in page.select("[role=doc-endnotes] > ol > li")]
    assert texts[0].startswith("[i] Of the title.")
    assert texts[3].startswith("[iv] Numbered.")
    assert texts[-1].startswith("[xv] Nested.")
    assert page.select_one("[role=doc-endnotes] em").text == "this"


def test_a_note_referred_to_twice_has_two_named_backlinks(project: Project) -> None:
    page = project.write({"essay.rst": EVERYTHING}).build().page("essay")
    names = [link["aria-label"] for link in page.select("a[role=doc-backlink]")]
    assert len(names) == len(set(names)) == COUNT + 1
    assert "Back to reference 2 of note ii" in names


def test_literal_markers_are_notes_where_they_stand(project: Project) -> None:
    build = project.write({"essay.rst": LITERAL}).build()
    page = build.page("essay")
    assert build.warnings == []
    assert page.select_one("p").get_text().replace("’", "'").replace("‘", "'") == (
        "It is 1244.[i] Then Kosovo[ii]' and '[iii] or two[i][ii] at once. '[i]t was', [in Kosovo], [sic], [i]."
    )
    assert references(page) == ["[i]", "[ii]", "[iii]", "[i]", "[ii]"]
    assert page.select_one("li a.external")["href"] == "http://example.org/a_b?c=%20#!d"


def test_literal_notes_of_two_documents_lead_to_their_own(project: Project) -> None:
    build = project.write(
        {f"essay{n}.rst": LITERAL.replace("Two.", f"Two of {n}.") for n in range(12)}
    ).build()
    assert build.warnings == []
    for n in range(12):
        page = build.page(f"essay{n}")
        assert f"Two of {n}." in page.select("[role=doc-endnotes] li")[1].text
        assert_every_link_lands(page)


def test_markers_in_myst_text_refer_to_notes_defined_either_way(project: Project) -> None:
    literal = "# Essay\n\nOne[i], *two*[ii]_.\n\n```{eval-rst}\n.. [i] One.\n\n.. [ii] Two.\n```\n"
    native = "# Essay\n\n```{eir:article}\n```\n\nOne[i], *two*[^ii].\n\n[^i]: One.\n[^ii]: Two.\n"
    for name, source in {"literal.md": literal, "native.md": native}.items():
        build = project.write(
            {name: source, "index.rst": "I\n=\n\n.. toctree::\n   :glob:\n\n   *\n"}
        ).build()
        assert build.warnings == []
        page = build.page(name.removesuffix(".md"))
        assert references(page) == body_labels(page) == ["[i]", "[ii]"]


def test_inline_notes_hold_what_their_syntax_nests(project: Project) -> None:
    project.write(
        {
            "rst.rst": HEAD
            + "A\\ :eir:note:`*em* **strong** http://x.example [#b]_ (Blank, p. 3)` b.\n\n.. [#b] Bb.\n",
            "myst.md": "# M\n\nA{eir:note}``*em* **strong** [link](http://x.example) {sub}`2` [^b]``.\n\n[^b]: Bee.\n",
        }
    )
    build = project.build()
    assert build.warnings == []
    for name in ("rst", "myst"):
        note = build.page(name).select_one("[role=doc-endnotes] li")
        assert note.select_one("em").text == "em"
        assert note.select_one("strong").text == "strong"
        assert note.select_one("a.external")["href"] == "http://x.example"
        assert note.select_one("a[role=doc-noteref]").text.endswith("[ii]")


def test_a_hyperlink_to_a_notes_name_lands(project: Project) -> None:
    page = project.write({"essay.rst": HEAD + "A [#n]_, see n_.\n\n.. [#n] Nn.\n"}).build().page("essay")
    assert page.select_one("li span#n, li[id=n], li [id=n]") is not None
    assert page.select_one("a.reference.internal[href='#n']").text == "n"


# Numbers


@pytest.mark.parametrize(
    ("style", "brackets", "labels"),
    [
        ("lower-roman", "[]", ("[i]", "[ii]")),
        ("upper-roman", "()", ("(I)", "(II)")),
        ("arabic", "", ("1", "2")),
        ("lower-alpha", "[]", ("[a]", "[b]")),
        ("symbols", "[]", ("[*]", "[†]")),
    ],
)
def test_styles_and_brackets(project: Project, style: str, brackets: str, labels: tuple[str, ...]) -> None:
    source = HEAD + "A [#]_ b [#]_.\n\n.. [#] Xx.\n.. [#] Y.\n"
    build = project.write({"essay.rst": source}).build(eir_note_style=style, eir_note_brackets=brackets)
    assert note_labels(build) == labels
    option = f".. eir:notes::\n   :style: {style}\n   :brackets: {brackets}\n"
    project.write({"essay.rst": source + "\n" + option})
    assert note_labels(project.build(out="options")) == labels


def test_notes_in_notes_come_after_those_of_the_text(project: Project) -> None:
    source = HEAD + "A [#a]_ b [#b]_.\n\n.. [#n] Nn.\n.. [#a] Aa [#n]_.\n.. [#b] Bb.\n"
    page = project.write({"essay.rst": source}).build().page("essay")
    assert [item.p.get_text().split()[:2] for item in page.select("ol > li")] == [
        ["[i]", "Aa"],
        ["[ii]", "Bb."],
        ["[iii]", "Nn."],
    ]


# What is not ours


def test_documents_that_are_not_ours_are_untouched(make_project: Callable[..., Project]) -> None:
    sources = {"plain.rst": PLAIN, "myst.md": "# M\n\nA [^i] [i].\n\n[^i]: X.\n"}
    assert_documents_of_others_are_untouched(make_project, sources, ["myst_parser"])


def test_real_citations_stay_docutils(project: Project) -> None:
    source = LITERAL + "\nA [CIT2002]_ and [md]_.\n\n.. [CIT2002] Cited.\n\n.. [md] Md.\n"
    build = project.write({"essay.rst": source, "plain.rst": "P\n=\n\nSee [CIT2002]_.\n"}).build()
    assert build.warnings == []
    assert note_labels(build) == ("[i]", "[ii]", "[iii]")
    assert [div["id"] for div in build.page("essay").select("div.citation")] == ["cit2002", "md"]
    assert build.page("plain").select_one("a[href='essay.html#cit2002']") is not None


def test_further_documents_are_ours_by_pattern(project: Project) -> None:
    project.write(
        {"essays/a.rst": PLAIN, "api/b.rst": PLAIN.replace("CIT2002", "X1").replace("[md]", "[mm]")}
    )
    build = project.build(eir_documents=["essays/*"])
    assert note_labels(build, "essays/a") == ("[i]", "[ii]")
    assert note_labels(build, "api/b") == ()


# Headings


def test_a_headings_note_stays_in_the_heading(project: Project) -> None:
    heads = {"foot": "A title [#x]_", "role": "A title\\ :eir:note:`Of it.`", "literal": "A title[i]"}
    bodies = {"foot": "[#x]_\n\n.. [#x] Of it.", "role": "", "literal": "[i]\n\n.. [i] Of it."}
    sources = {f"{n}.rst": f"{heads[n]}\n{'=' * 40}\n\n.. eir:article::\n\nB {bodies[n]}\n" for n in heads}
    sources["index.rst"] = "Index\n=====\n\n.. toctree::\n\n   foot\n   role\n   literal\n"
    build = project.write(sources).build(html_theme="alabaster")
    assert build.warnings == []
    for name in heads:
        page = build.page(name)
        assert page.select_one("h1 a[role=doc-noteref]").text == "[i]"
        assert page.title.text == "A title — Essays  documentation"
        assert build.app.env.titles[name].astext().strip() == "A title"
    for entry in build.page().select(".toctree-l1"):
        assert entry.text.strip() == "A title"
    assert '"A title"' in build.read("searchindex.js")
    assert "Of it" not in build.read("searchindex.js").split('"terms"')[0]
    epub = project.build("epub")
    assert "[i]" not in epub.read("nav.xhtml") + epub.read("toc.ncx")
    info = project.build("texinfo").read("essays.texi")
    assert re.findall(r"^@node (.*?),", info, flags=re.MULTILINE) == ["A title", "A title<2>", "A title<3>"]


# What a hostile reader found, once


def test_a_note_defined_in_another_is_printed_once(project: Project) -> None:
    source = HEAD + "Body [#a]_ [#b]_.\n\n.. [#a] Outer.\n\n   .. [#b] Inner.\n"
    page = project.write({"essay.rst": source}).build().page("essay")
    assert page.text.count("Inner.") == 1
    assert page.select("[role=doc-footnote]") == []


@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_an_inline_note_keeps_what_was_escaped(project: Project, syntax: str) -> None:
    note = (
        r":eir:note:`see foo\_, \*not em\*, C:\\dir`"
        if syntax == "rst"
        else r"{eir:note}`see foo_, \*not em\*, C:\\dir`"
    )
    name = {"rst": "essay.rst", "myst": "essay.md"}[syntax]
    build = project.write({name: f"Essay\n=====\n\nA {note}.\n"}).build()
    assert build.warnings == []
    assert r"see foo_, *not em*, C:\dir" in build.page("essay").select_one("[role=doc-endnotes] li").text


def test_a_link_never_holds_a_note(project: Project) -> None:
    page = (
        project.write({"essay.md": "# E\n\n[link {eir:note}`x`](http://a.example) b.\n"})
        .build()
        .page("essay")
    )
    assert page.select("a a") == []
    assert page.select_one("a.external + a[role=doc-noteref]") is not None


def test_a_year_is_a_label_like_any_other(project: Project) -> None:
    build = project.write(
        {"essay.rst": HEAD + "A [2012]_ and [20240501]_.\n\n.. [2012] Aa.\n.. [20240501] Bb.\n"}
    ).build()
    assert note_labels(build) == ("[i]", "[ii]")


def test_a_label_too_long_for_a_number_is_a_label(project: Project) -> None:
    label = "9" * 5000  # Python reads no such number
    source = HEAD + f"A [1]_ and [{label}]_.\n\n.. [1] One.\n\n.. [{label}] Many.\n"
    build = project.write({"essay.rst": source}).build()
    assert build.warnings == []
    assert body_labels(build.page("essay")) == ["[i]", "[ii]"]
