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
