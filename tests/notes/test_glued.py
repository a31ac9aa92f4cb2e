"""Markers and roles that are glued to a word, as E-IR sets them: docutils takes them for text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.sphinx_project import Project

HEAD = "T\n=\n\n.. eir:article::\n\n"


@pytest.mark.parametrize(
    ("text", "notes", "said"),
    [
        ("Born with it.[#a]_ So.", ".. [#a] Aa.", "Born with it.[i] So."),
        ("Born with it.[1]_ So.", ".. [1] Aa.", "Born with it.[i] So."),
        ("Born with it.[#]_ So.", ".. [#] Aa.", "Born with it.[i] So."),
        ("Born with it.[*]_ So.", ".. [*] Aa.", "Born with it.[i] So."),
        ("Born.[i]_ So.", ".. [i] Aa.", "Born.[i] So."),
        ("A.[#b]_ B.[#a]_ C.[#b]_", ".. [#a] Aa.\n.. [#b] Bb.", "A.[i] B.[ii] C.[i]"),
        ('"Born."[#a]_ "Born.[#a]_" So.', ".. [#a] Aa.", "“Born.”[i] “Born.[i]” So."),
        ("Born.:eir:note:`Aa, https://example.org.` So.", "", "Born.[i] So."),
        ("Born.:eir:note:`Aa of *b*.`", "", "Born.[i]"),
        ("*Born*.:eir:note:`Aa.` And.:eir:note:`Bb.`", "", "Born.[i] And.[ii]"),
    ],
)
def test_a_glued_marker_is_a_marker(project: Project, text: str, notes: str, said: str) -> None:
    build = project.write({"index.rst": f"{HEAD}{text}\n\n{notes}\n"}).build()
    assert build.warnings == []
    assert build.page().select_one("section > p").get_text() == said
    labels = set(re.findall(r"\[i+\]", said))
    assert {label.get_text() for label in build.page().select("[role=doc-endnotes] .eir-label")} == labels


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*The Tide*[#a]_ and *The Pier*.", "<em>The Tide</em>M and <em>The Pier</em>."),
        ("**Early**[#a]_ and **late**.", "<strong>Early</strong>M and <strong>late</strong>."),
        ("``x``[#a]_ and ``y``.", "<code>x</code>M and <code>y</code>."),
        ("`Tide <https://a.org>`_[#a]_ and `b`.", "<a>Tide</a>M and <cite>b</cite>."),
        ("`Tide <https://a.org>`__[#a]_ and *b*.", "<a>Tide</a>M and <em>b</em>."),
        (":emphasis:`Tide`[#a]_ and :emphasis:`b`.", "<em>Tide</em>M and <em>b</em>."),
        ("|tide|[#a]_ and |tide|.", "high waterM and high water."),
        ("Tide_[#a]_ and *b*.", "<a>Tide</a>M and <em>b</em>."),
        ("*One*[#a]_[#a]_ and *b*.", "<em>One</em>MM and <em>b</em>."),
    ],
)
def test_a_marker_may_be_glued_to_other_markup(project: Project, text: str, html: str) -> None:
    """docutils would let emphasis go on to the next asterisk, without a word."""
    more = ".. [#a] Aa.\n\n.. |tide| replace:: high water\n\n.. _tide: https://a.org\n"
    build = project.write({"index.rst": f"{HEAD}{text}\n\n{more}"}).build()
    assert build.warnings == []
    paragraph = build.page().select_one("section > p")
    for marker in paragraph.select("a[role=doc-noteref]"):
        marker.replace_with("M")
    for span in paragraph.select("span"):
        span.unwrap()
    for tag in paragraph.select("*"):
        tag.attrs = {}
    assert paragraph.decode_contents() == html


def test_documents_that_are_not_ours_are_read_as_docutils_reads_them(project: Project) -> None:
    text = "*One*[#a]_ and *two*\n\n.. [#a] Aa.\n"
    ours, theirs = f"{HEAD}{text}\n.. toctree::\n\n   theirs\n", f"T\n=\n\n{text}"
    build = project.write({"index.rst": ours, "theirs.rst": theirs}).build()
    assert [em.get_text() for em in build.page("theirs").select("section em")] == ["One*[#a]_ and *two"]
    assert [em.get_text() for em in build.page().select("section > p em")] == ["One", "two"]


@pytest.mark.parametrize(
    "text",
    ["array[7]_ and x[1]_", "``x[#a]_``", "see :math:`x[#a]_`"],
)
def test_what_only_looks_like_a_marker_stays_as_typed(project: Project, text: str) -> None:
    build = project.write({"index.rst": f"{HEAD}One [#a]_. {text}\n\n.. [#a] Aa.\n"}).build()
    assert build.warnings == []
    assert len(build.page().select("a[role=doc-noteref]")) == 1


def test_a_glued_marker_without_a_note_is_named(project: Project) -> None:
    build = project.write({"index.rst": f"{HEAD}Born.[#why]_\n"}).build()
    (warning,) = build.warnings
    assert warning.startswith("index.rst:6: WARNING: there is no note 'why' in this document")


@pytest.mark.parametrize(("text", "markup"), [("H:sub:`2`\\ O", "':sub:`2`'"), ("a code``y`` here", "``y``")])
def test_other_glued_markup_is_named_with_its_cure(project: Project, text: str, markup: str) -> None:
    build = project.write({"index.rst": f"{HEAD}{text}\n"}).build()
    (warning,) = build.warnings
    assert markup in warning
    assert "write '\\ ' before the markup [eir.markup]" in warning


@pytest.mark.parametrize("text", ["H:sub:`2`\\ O", "Born.[#a]_", "a``y``"])
def test_documents_that_are_not_ours_are_left_alone(project: Project, text: str) -> None:
    project.write({"index.rst": f"T\n=\n\n{text}\n"})
    ours, plain = project.build(out="ours"), project.build(out="plain", extensions=["myst_parser"])
    assert ours.warnings == plain.warnings
    assert str(ours.page().select_one("section")) == str(plain.page().select_one("section"))


def test_in_markdown_a_marker_of_docutils_is_text(project: Project) -> None:
    build = project.write(
        {"index.md": "# T\n\n```{eir:article}\n```\n\nBorn.[#a]_ and[^b]\n\n[^b]: Bb.\n"}
    ).build()
    assert "Born.[#a]_ and[i]" in build.page().select_one("section > p").get_text()


def test_a_glued_role_is_a_role_in_a_translation_too(project: Project) -> None:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    entry = 'msgid "Born.:eir:note:`Aa.`"\nmsgstr "Geboren.:eir:note:`Ää.`"\n'
    project.write(
        {"index.rst": f"{HEAD}Born.:eir:note:`Aa.`\n", "locale/de/LC_MESSAGES/index.po": head + entry}
    )
    build = project.build(language="de", locale_dirs=["locale"])
    assert build.page().select_one("section > p").get_text() == "Geboren.[i]"
    assert "Ää." in build.page().select_one("[role=doc-endnotes]").get_text()
