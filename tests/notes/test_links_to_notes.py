"""Hyperlinks to a note by its name, in every way that docutils has: the note moves, and they follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes

if TYPE_CHECKING:
    from support.sphinx_project import Project

HEAD = "The Pier\n========\n\n.. eir:article::\n\n"
NOTE = "\n\n.. [#tide] The tide of March.\n\nAnother paragraph.\n\nLater\n-----\n\nText of a later section.\n"

LINKS = {
    "by name": "Early [#tide]_, as tide_ says.",
    "anonymous": "Early [#tide]_, as `the note`__ says.\n\n__ tide_",
    "embedded": "Early [#tide]_, as `that <tide_>`_ says.",
    "indirect": "Early [#tide]_, as tide-note_ says.\n\n.. _tide-note: tide_",
    "indirect twice": "Early [#tide]_, as `x <tide-note_>`_ says, and tide-note_.\n\n.. _tide-note: tide_",
    "label before the note": "Early [#tide]_, as :ref:`the note <tide-note>` says.\n\n.. _tide-note:",
    "label before the note, by name": "Early [#tide]_, as tide-note_ says.\n\n.. _tide-note:",
    "two labels": "Early [#tide]_, as tide-note_ says and :ref:`x <other>`.\n\n.. _other:\n.. _tide-note:",
    "label of an indirect target": "Early [#tide]_, as :ref:`the note <tide-note>` says.\n\n.. _tide-note: tide_",
}


@pytest.mark.parametrize("way", LINKS)
@pytest.mark.parametrize("builder", ["html", "singlehtml", "epub"])
def test_every_way_of_linking_to_a_note_leads_to_it(project: Project, way: str, builder: str) -> None:
    build = project.write({"index.rst": HEAD + LINKS[way] + NOTE}).build(builder)
    assert [warning for warning in build.warnings if "eir" in warning or "undefined" in warning] == []
    page = build.page("index", ".xhtml" if builder == "epub" else ".html")
    (note,) = page.select("[role=doc-endnotes] > ol > li")
    ids = {note.get("id"), *(element["id"] for element in note.select("[id]"))}
    links = [
        link["href"].partition("#")[2]
        for link in page.select("p a[href*='#']")
        if "eir-backlink" not in link.get("class", [])
    ]
    assert len(links) >= 2
    assert set(links) <= ids


def test_the_links_lead_to_it_in_pdf_and_text(project: Project) -> None:
    sources = {
        f"n{number}.rst": HEAD.replace("Pier", f"Pier {number}") + LINKS[way] + NOTE
        for number, way in enumerate(LINKS)
    }
    project.write(sources)
    tex = project.build("latex").read("essays.tex")
    for number in range(len(LINKS)):
        for target in ("tide", "tide-note"):
            name = f"n{number}:{target}"
            if f"\\hyperref[\\detokenize{{{name}}}]" in tex:
                assert f"\\label{{\\detokenize{{{name}}}}}" in tex, name
    assert project.build("text").read("n0.txt").count("The tide of March.") == 1


def test_a_stored_document_keeps_nothing_of_the_references_that_were_replaced(project: Project) -> None:
    text = (
        HEAD
        + "One [#tide]_, two [#]_, [*]_ and [ii]_.\n\n.. [#tide] A.\n.. [#] B.\n.. [*] C.\n.. [i] D.\n.. [ii] E.\n"
    )
    stored = project.write({"index.rst": text}).build().doctree("index")
    in_tree = set(stored.findall(nodes.Element))
    kept = [*stored.ids.values(), *(one for found in stored.refnames.values() for one in found)]
    assert [node for node in kept if node not in in_tree] == []


def test_docutils_own_test_document_keeps_its_links(project: Project) -> None:
    # docutils' functional test "standard" has such a link in its section on footnotes.
    source = (
        "T\n=\n\nHere's a reference to a footnote's number, [#label]_, and a `hyperlink reference`__ to it.\n\n"
        "__ label_\n\n.. [#label] The note.\n"
    )
    build = project.write({"index.rst": source}).build(eir_documents=["**"])
    assert build.warnings == []
    target = build.page().find("a", string="hyperlink reference")["href"].removeprefix("#")
    assert build.page().find(id=target).find_parent("li") or build.page().find(id=target).name == "li"


LABELLED = {
    "rst": "{title}\n======\n\n.. eir:article::\n\nEarly [#tide]_, late [#]_, at three [3]_.\n\n.. [#tide] The tide.\n.. [#] Unnamed.\n.. [3] Third.\n",
    "md": "# {title}\n\n```{{eir:article}}\n```\n\nEarly [^tide], late [^3].\n\n[^tide]: The tide.\n\n[^3]: Third.\n",
}


@pytest.mark.parametrize("markup", LABELLED)
@pytest.mark.parametrize("builder", ["html", "epub"])
def test_a_label_stays_the_address_of_its_note_that_others_link_to(
    project: Project, markup: str, builder: str
) -> None:
    files = {f"index.{markup}": LABELLED[markup].format(title="Tides")}
    page = project.write(files).build(builder).page("index", ".xhtml" if builder == "epub" else ".html")
    assert "The tide." in page.find(id="tide").find_parent("li").get_text()


def test_a_label_of_two_documents_is_the_address_of_the_first_where_they_are_joined(project: Project) -> None:
    index = "Essays\n======\n\n.. toctree::\n\n   a\n   b\n"
    articles = {f"{name}.rst": LABELLED["rst"].format(title=f"Tide {name}") for name in "ab"}
    page = project.write({"index.rst": index, **articles}).build("singlehtml").page()
    ids = [element["id"] for element in page.select("[id]")]
    assert sorted(set(ids)) == sorted(ids)
    assert page.find(id="tide").find_parent("li")["id"] == "eir-note-1-a"


@pytest.mark.parametrize(
    ("name", "notes"),
    [("index.rst", ".. [i] One.\n.. [ii] Two.\n"), ("index.md", "[^i]: One.\n\n[^ii]: Two.\n")],
)
def test_a_literal_label_is_no_address_of_its_own(project: Project, name: str, notes: str) -> None:
    head = HEAD if name.endswith(".rst") else "# The Pier\n\n```{eir:article}\n```\n\n"
    page = project.write({name: f"{head}Early [i], late [ii].\n\n{notes}"}).build("html").page()
    assert len(page.select("[role=doc-noteref]")) == 2
    assert page.find(id="i") is None
