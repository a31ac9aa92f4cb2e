"""The place of the list of notes, and its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from support.noted import HEAD, assert_every_link_lands, body_labels

if TYPE_CHECKING:
    from support.sphinx_project import Project


# The place of the list


def test_without_the_directive_the_list_ends_the_top_section(project: Project) -> None:
    source = HEAD + "A [#]_.\n\nSub\n---\n\n.. [#] Xx.\n\nText.\n\nLast\n----\n\nB.\n"
    page = project.write({"essay.rst": source}).build().page("essay")
    (section,) = page.select("section[role=doc-endnotes]")
    assert section.find_previous_sibling("section")["id"] == "last"
    assert section["aria-label"] == "Notes"
    assert section.parent["id"] == "essay"


def test_a_heading_over_nothing_but_notes_is_the_lists_heading(project: Project) -> None:
    source = HEAD + "A [#]_.\n\nNotes\n-----\n\n.. [#] Xx.\n\nBibliography\n------------\n\nB.\n"
    page = project.write({"essay.rst": source}).build().page("essay")
    (section,) = page.select("section[role=doc-endnotes]")
    assert section["aria-labelledby"] == section.h2["id"]
    assert section.h2.text.startswith("Notes")
    assert [heading.text.rstrip("¶") for heading in page.select("h2")] == ["Notes", "Bibliography"]


def test_the_directive_places_the_list(project: Project) -> None:
    source = HEAD + "A [#]_.\n\n.. [#] Xx.\n\n.. eir:notes::\n\nAfter.\n"
    page = project.write({"essay.rst": source}).build().page("essay")
    (section,) = page.select("section[role=doc-endnotes]")
    assert section.find_next_sibling("p").text == "After."


@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_a_title_is_a_real_section_title(project: Project, syntax: str) -> None:
    rst = (
        HEAD
        + "A [#]_.\n\n.. [#] Xx.\n\nBibliography\n------------\n\nB.\n\n.. eir:notes::\n   :title: My *notes*\n"
    )
    myst = (
        "# Essay\n\nA [^x].\n\n[^x]: X.\n\n## Bibliography\n\nB.\n\n```{eir:notes}\n:title: My *notes*\n```\n"
    )
    name = {"rst": "essay.rst", "myst": "essay.md"}[syntax]
    build = project.write({name: {"rst": rst, "myst": myst}[syntax]}).build(html_theme="alabaster")
    assert build.warnings == []
    page = build.page("essay")
    (section,) = page.select("section[role=doc-endnotes]")
    assert section["aria-labelledby"] == section.h2["id"]
    assert section.h2.em.text == "notes"
    assert section.parent["id"] == "essay"  # and not part of the bibliography
    assert [entry.astext() for entry in build.app.env.tocs["essay"].findall(nodes.reference)][
        -1
    ] == "My notes"
    assert section.h2.select_one("a.headerlink")["href"] == f"#{section['id']}"
    tex = project.build("latex").read("essays.tex")
    assert "\\section{My \\sphinxstyleemphasis{notes}}" in tex


# What a hostile reader found, once


@pytest.mark.parametrize("around", [".. only:: latex", ".. ifconfig:: False", ".. note::"])
def test_a_list_where_it_can_get_lost_is_printed_last(project: Project, around: str) -> None:
    source = (
        HEAD + f"A [#x]_.\n\n{around}\n\n   .. eir:notes::\n      :title: My notes\n\nB.\n\n.. [#x] Xx.\n"
    )
    build = project.write({"essay.rst": source}).build(extensions=["sphinxext_eir", "sphinx.ext.ifconfig"])
    (warning,) = build.warnings
    assert "essay.rst:10: WARNING: eir:notes stands where not every builder would print it" in warning
    page = build.page("essay")
    assert page.select_one("section > section[role=doc-endnotes] h2").text.startswith("My notes")
    assert_every_link_lands(page)


@pytest.mark.parametrize("builder", ["html", "text", "latex", "texinfo"])
def test_labels_before_our_directives_lead_there(project: Project, builder: str) -> None:
    source = "Essay\n=====\n\nTo here_, nts_ and bio_.\n\n.. _here:\n.. rst-class:: mine\n\n.. eir:article::\n   :author: Jane\n\n"
    source += "A [#]_.\n\n.. [#] Xx.\n\n.. _nts:\n\n.. eir:notes::\n\n.. _bio:\n\n.. eir:about-author::\n\n   Jane.\n"
    build = project.write({"essay.rst": source}).build(builder)
    assert build.warnings == []
    if builder == "html":
        page = build.page("essay")
        for name in ("here", "nts", "bio"):
            assert len(page.select(f"[id='{name}']")) == 1, name
        assert "mine" in page.select_one("header.eir-article")["class"]


def test_a_rubric_over_notes_keeps_them(project: Project) -> None:
    source = (
        HEAD + "A [#a]_ [#b]_.\n\n.. [#b] Bb.\n\n.. rubric:: Footnotes\n\n.. [#a] Aa.\n\nLast\n----\n\nC.\n"
    )
    page = project.write({"essay.rst": source}).build().page("essay")
    assert page.select_one("p.rubric + section[role=doc-endnotes]") is not None


def test_a_heading_over_notes_is_theirs_also_if_some_stand_elsewhere(project: Project) -> None:
    source = HEAD + "A [#a]_ [#b]_.\n\n.. [#b] Bb.\n\nNotes\n-----\n\n.. [#a] Aa.\n\nLast\n----\n\nC.\n"
    page = project.write({"essay.rst": source}).build().page("essay")
    assert page.select_one("section[role=doc-endnotes] h2").text.startswith("Notes")
    assert len(page.select("section[role=doc-endnotes] li")) == 2


def test_an_article_of_a_title_alone_is_no_list_of_notes(project: Project) -> None:
    build = project.write({"essay.rst": "A title :eir:note:`n`\n=====================\n"}).build()
    (section,) = build.page("essay").select("[role=doc-endnotes]")
    assert section["aria-label"] == "Notes"
    assert section.find("h1") is None


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (
            "A.\n\nSources of it\n-------------\n\n.. eir:notes::\n",
            "has no notes to print here; its heading 'Sources of it'",
        ),
        (
            "A [#]_.\n\n.. [#] Xx.\n\n.. eir:notes::\n\n.. eir:notes::\n   :title: More\n",
            "and not here; its heading 'More' is left out",
        ),
    ],
)
def test_a_heading_that_goes_is_named(project: Project, source: str, says: str) -> None:
    build = project.write({"essay.rst": HEAD + source}).build()
    assert any(says in warning for warning in build.warnings), build.warnings


def test_what_is_typed_in_the_list_is_kept(project: Project) -> None:
    source = HEAD + "A [#]_.\n\n.. eir:notes::\n   :title: Notes\n\n   .. [#] Xx.\n\n   Stray words.\n"
    build = project.write({"essay.rst": source}).build()
    (warning,) = build.warnings
    assert warning == "essay.rst:8: WARNING: eir:notes takes no content: it is printed before it [eir.config]"
    page = build.page("essay")
    assert body_labels(page) == ["[i]"]
    assert "Stray words." in [paragraph.text for paragraph in page.select("p")]
