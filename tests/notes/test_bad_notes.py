"""Bad input: a warning with a place, and no word lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.noted import HEAD, assert_every_link_lands, note_labels

if TYPE_CHECKING:
    from support.sphinx_project import Project


# Bad input: a warning with a place, and no word lost


@pytest.mark.parametrize(
    ("source", "warnings", "kept"),
    [
        ("A [#x]_ b.", ["essay.rst:6: WARNING: there is no note 'x'", "note_missing"], "A [#x]_ b."),
        ("A [1]_ b.", ["essay.rst:6: WARNING: there is no note '1'", "note_missing"], "A [1]_ b."),
        ("A [#]_ b.", ["essay.rst:6: WARNING: there are more references [#]_", "note_missing"], "A [#]_ b."),
        ("A [*]_ b.", ["essay.rst:6: WARNING: there are more references [*]_", "note_missing"], "A [*]_ b."),
        ("A[ii] [i]_ b.\n\n.. [i] One.", ["there is no note 'ii'", "note_missing"], "A[ii] [i] b."),
        ("A.\n\n.. [#x] Lonely.", ["essay.rst:8: WARNING: nothing refers to note 'x'", "note_unused"], "Lonely."),
        ("A.\n\n.. [i] Lonely.", ["essay.rst:8: WARNING: nothing refers to note 'i'", "note_unused"], "Lonely."),
        ("A.\n\n.. [#] Lonely.", ["nothing refers to note '#'", "note_unused"], "Lonely."),
        ("A [ii]_ [i]_.\n\n.. [i] One.\n\n.. [ii] Two.", ["note [i] is first referred to after note [ii]", "note_order"], "Two."),
        ("A [2]_ [1]_.\n\n.. [1] One.\n.. [2] Two.", ["note [i] is first referred to after note [ii]", "note_order"], "Two."),
    ],
)  # fmt: skip
def test_bad_notes_are_reported_and_kept(
    project: Project, source: str, warnings: list[str], kept: str
) -> None:
    build = project.write({"essay.rst": f"{HEAD}{source}\n"}).build()
    (warning,) = build.warnings
    for part in warnings:
        assert part in warning
    assert kept in build.page("essay").select_one("[role=main], .body").get_text().replace("\n", " ")


def test_two_notes_with_one_label(project: Project) -> None:
    source = HEAD + "A [#x]_ and [i]_.\n\n.. [#x] First.\n.. [#x] Second.\n.. [i] One.\n.. [i] Other.\n"
    build = project.write({"essay.rst": source}).build()
    assert sum("eir.note_duplicate" in line for line in build.warnings) == 2
    assert sum("docutils" in line for line in build.warnings) == 2
    assert len(build.warnings) == 4 + 1  # [i] was typed, and comes second
    items = [item.get_text(" ", strip=True) for item in build.page("essay").select("ol > li")]
    assert [re.sub(r" ↩.*", "", item) for item in items] == [
        "[i] One.",
        "[ii] First.",
        "[iii] Second.",
        "[iv] Other.",
    ]


def test_a_missing_note_in_myst_is_reported(project: Project) -> None:
    build = project.write({"essay.md": "# E\n\n```{eir:article}\n```\n\nA [^x] b.\n"}).build()
    (warning,) = build.warnings
    assert warning.startswith("essay.md:6: WARNING: there is no note 'x'")
    assert "A [^x] b." in build.page("essay").text


def test_a_second_list_and_a_list_without_notes(project: Project) -> None:
    twice = HEAD + "A [#]_.\n\n.. [#] Xx.\n\n.. eir:notes::\n\n.. eir:notes::\n   :title: Again\n"
    build = project.write(
        {"essay.rst": twice, "none.rst": HEAD + "A.\n\n.. eir:notes::\n   :title: Notes\n"}
    ).build()
    duplicate, missing = build.warnings
    assert duplicate.startswith("essay.rst:12: WARNING: a document prints its notes once")
    assert duplicate.endswith("[eir.note_duplicate]")
    assert missing.startswith("none.rst:8: WARNING: this document has no notes to print here")
    assert missing.endswith("[eir.note_missing]")
    assert len(build.page("essay").select("[role=doc-endnotes]")) == 1


@pytest.mark.parametrize(("option", "value"), [("style", "roman"), ("brackets", "{}")])
def test_a_bad_option_falls_back_to_the_setting(project: Project, option: str, value: str) -> None:
    source = HEAD + f"A [#]_.\n\n.. [#] Xx.\n\n.. eir:notes::\n   :{option}: {value}\n"
    build = project.write({"essay.rst": source}).build()
    (warning,) = build.warnings
    assert warning.startswith(f"essay.rst:11: WARNING: eir:notes: {option} is {value!r}; allowed: ")
    assert note_labels(build) == ("[i]",)


# What a hostile reader found, once


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("Body.\n\n.. [#a] See [#]_.\n.. [#] Bee.\n", 2),
        ("Body.\n\n.. [#a] See [#b]_.\n.. [#b] Bee.\n", 2),
        ("Body.\n\n.. [#a] An :eir:note:`inline` one.\n", 2),
        ("Body [#a]_.\n\n.. [#a] First.\n.. [#a] Second sees :eir:note:`inline`.\n", 3),
        ("Body.\n\n.. [#a] Itself [#a]_.\n", 1),
        ("Body.\n\n.. [#a] See [#b]_.\n.. [#b] See [#a]_.\n", 2),
    ],
)
@pytest.mark.parametrize("builder", ["html", "latex", "text"])
def test_notes_that_only_unused_notes_refer_to(
    project: Project, builder: str, source: str, count: int
) -> None:
    build = project.write({"essay.rst": HEAD + source}).build(builder)
    assert len(note_labels(build)) == count
    assert [
        line for line in build.warnings if "eir.note_" not in line and "Duplicate explicit" not in line
    ] == []
    if builder == "html":
        assert_every_link_lands(build.page("essay"))


def test_a_note_in_a_field_is_reported(project: Project) -> None:
    source = ":disclaimer: Hi :eir:note:`n`\n\n" + HEAD + "A.\n"
    (warning,) = project.write({"essay.rst": source}).build().warnings
    assert "essay.rst:1: WARNING: disclaimer: a field is plain text, and its note is left out" in warning


def test_an_unknown_option_of_the_list_costs_a_warning(project: Project) -> None:
    source = HEAD + "A [#]_.\n\n.. [#] Xx.\n\n.. eir:notes::\n   :titel: N\n\nBody.\n"
    build = project.write({"essay.rst": source}).build()
    (warning,) = build.warnings
    assert (
        "eir:notes has no option 'titel', so 'N' is left out; did you mean 'title'? [eir.config]" in warning
    )
    assert build.page("essay").select_one("section[role=doc-endnotes] + p").text == "Body."


def test_a_list_in_a_pull_quote_is_printed_last(project: Project) -> None:
    source = "T\n=\n\nThese words [#a]_.\n\n.. eir:pull-quote::\n\n   These words.\n\n   .. eir:notes::\n\n.. [#a] Note.\n"
    build = project.write({"index.rst": source}).build()
    (warning,) = build.warnings
    assert "the notes are printed last [eir.note_missing]" in warning
    assert len(build.page().select("section > section.eir-notes li")) == 1
