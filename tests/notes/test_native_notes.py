"""Notes as docutils' own footnotes, for builders whose formats have notes. What real ones make of them: tests/other_builders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from support.noted import COUNT, EVERYTHING, HEAD
from support.sphinx_project import assert_resolving_twice_gives_equal_trees

if TYPE_CHECKING:
    from support.sphinx_project import Build, Project

NATIVE = {
    "eir_native_notes": ["plain", "text"],
    "extensions": ["sphinxext_eir", "myst_parser", "support.plain_builder"],
}


def footnotes(document: nodes.document) -> dict[str, str]:
    """Return number → text of the footnotes of *document*, as docutils has them."""
    return {note[0].astext(): note[1].astext() for note in document.findall(nodes.footnote)}


def built(project: Project, source: str, **settings: object) -> Build:
    return project.write({"essay.rst": HEAD + source}).build("plain", **(NATIVE | settings))


def test_a_note_is_what_docutils_makes_of_one(project: Project) -> None:
    project.write(
        {
            "essay.rst": HEAD + "One [#a]_.\n\n.. [#a] Aa.\n",
            "plain.rst": "P\n=\n\nOne [#a]_.\n\n.. [#a] Aa.\n",
        }
    )
    build = project.build("plain", **NATIVE)
    ours, theirs = build.resolved("essay"), build.resolved("plain")
    for kind in (nodes.footnote_reference, nodes.footnote):
        our, their = next(ours.findall(kind)), next(theirs.findall(kind))
        assert type(our) is kind
        assert our.astext() == their.astext()
        assert {key for key, value in our.attributes.items() if value} == {
            key for key, value in their.attributes.items() if value and key != "names"
        }
    reference, note = next(ours.findall(nodes.footnote_reference)), next(ours.findall(nodes.footnote))
    assert ([reference["refid"]], note["backrefs"]) == (note["ids"], reference["ids"])


@pytest.mark.parametrize("builder", ["plain", "text"])
def test_no_note_is_lost_and_none_is_twice(project: Project, builder: str) -> None:
    build = project.write({"essay.rst": EVERYTHING}).build(builder, **NATIVE)
    assert build.warnings == []
    words = build.read("essay.plain" if builder == "plain" else "essay.txt")
    for text in (
        "Of the title.", "Anonymous.", "Numbered.", "Symbol.", "First.", "Second.", "Quoted.", "Caption.", "Cell.",
        "Item.", "Quote.", "Term.", "Figure.", "Subtitle.", "Nested.",
    ):  # fmt: skip
        assert words.count(text) == 1, text
    document = build.resolved("essay")
    listed = ["Of the title.", "Caption.", "Subtitle.", "Nested."]  # where a builder may lose a footnote
    assert len(footnotes(document)) == COUNT - len(listed)
    assert not set(listed) & set(footnotes(document).values())
    ids = [identifier for node in document.findall(nodes.Element) for identifier in node["ids"]]
    linked = {node["refid"] for node in document.findall(nodes.Element) if "refid" in node}
    assert linked <= set(ids)
    assert [identifier for identifier in ids if identifier.startswith("eir-")] == list(
        dict.fromkeys(identifier for identifier in ids if identifier.startswith("eir-"))
    )


def test_each_reference_to_a_note_leads_to_its_one_footnote(project: Project) -> None:
    document = built(project, "One [#a]_, again [#a]_.\n\n.. [#a] Aa.\n").resolved("essay")
    references = list(document.findall(nodes.footnote_reference))
    (note,) = document.findall(nodes.footnote)
    assert [reference["refid"] for reference in references] == note["ids"] * 2
    assert note["backrefs"] == [reference["ids"][0] for reference in references]


def test_a_note_without_a_mark_stays_in_the_list(project: Project) -> None:
    source = "One [#a]_.\n\n.. only:: html\n\n   Two [#b]_.\n\n.. [#a] Aa.\n.. [#b] Bb.\n.. [#c] Cc.\n"
    build = built(project, source)
    assert footnotes(build.resolved("essay")) == {"1": "Aa."}
    assert "[ii]  Bb." in build.read("essay.plain")
    assert "[iii]  Cc." in build.read("essay.plain")


def test_a_list_that_is_emptied_leaves_no_heading_and_no_dead_link(project: Project) -> None:
    source = "One [#a]_, see Notes_ and a_ and :ref:`there <label>`.\n\n.. _label:\n\nNotes\n-----\n\n.. eir:notes::\n\n.. [#a] Aa.\n"
    build = built(project, source)
    document = build.resolved("essay")
    assert [title.astext() for title in document.findall(nodes.title)] == ["Essay"]
    ids = {identifier for node in document.findall(nodes.Element) for identifier in node["ids"]}
    links = [
        link.get("refid") or link["refuri"].removeprefix("#") for link in document.findall(nodes.reference)
    ]
    assert {"a", "label", "notes"} == set(links)
    assert set(links) <= ids
    # Several ids make docxbuilder lose the text of a footnote.
    assert [len(note["ids"]) for note in document.findall(nodes.footnote)] == [1]


def test_other_builders_have_the_list(project: Project) -> None:
    build = built(project, "One [#a]_.\n\n.. [#a] Aa.\n", eir_native_notes=["docx"])
    assert footnotes(build.resolved("essay")) == {}
    assert "[i]" in build.read("essay.plain")


def test_ours_keep_their_own_form(project: Project) -> None:
    project.write({"essay.rst": HEAD + "One [#a]_.\n\n.. [#a] Aa.\n"})
    page = project.build(eir_native_notes=["html", "latex", "nobodys"]).page("essay")
    assert [label.text for label in page.select(".eir-label")] == ["[i]"]


@pytest.mark.parametrize("value", [{"docx": 1}, [1], None])
def test_a_value_that_is_no_list_of_names_is_named(project: Project, value: object) -> None:
    build = project.write({"essay.rst": HEAD + "One.\n"}).build("dummy", eir_native_notes=value)
    assert len(build.warnings) == 1
    assert "eir_native_notes" in build.warnings[0]
    assert "[eir.config]" in build.warnings[0]


def test_a_myst_footnote_is_one_too(project: Project) -> None:
    source = "# Essay\n\n```{eir:article}\n```\n\nOne[^a].\n\n[^a]: Aa.\n"
    build = project.write({"essay.md": source}).build("plain", **NATIVE)
    assert footnotes(build.resolved("essay")) == {"1": "Aa."}


def test_resolving_twice_gives_equal_trees(project: Project) -> None:
    assert_resolving_twice_gives_equal_trees(
        project.write({"essay.rst": EVERYTHING}).build("plain", **NATIVE)
    )
