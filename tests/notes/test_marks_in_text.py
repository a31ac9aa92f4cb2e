"""What stands around a note's mark: quotation marks, links, headings; and what its text is to those who copy, search and listen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from support.sphinx_project import Project

HEAD = "T\n=\n\n.. eir:article::\n\n"
QUOTES = """\
"The tide came early [#q]_" and "it went :eir:note:`In March.`" and "no more\\ [#q]_".
It was 'gone [#q]_'; the sailors [#q]_' end. "Gone (see :eir:citealp:`Blank2000`)" and "gone :eir:citet:`Blank2000`".

.. [#q] One note.

.. eir:bibliography::

   Blank, Stephen (2000) Threats.
"""
CLOSED = (
    "“The tide came early {i}” and “it went {ii}” and “no more{i}”. It was ‘gone {i}’; the sailors {i}’ end. "
    "“Gone (see {c})” and “gone {d}”."
)


@pytest.mark.parametrize(
    ("builder", "suffix"), [("html", ".html"), ("singlehtml", ".html"), ("epub", ".xhtml")]
)
def test_quotation_marks_after_a_mark_close(project: Project, builder: str, suffix: str) -> None:
    build = project.write({"index.rst": HEAD + QUOTES}).build(builder)
    text = build.page("index", suffix).get_text()
    closed = CLOSED.format(i="[i]", ii="[ii]", c="Blank 2000", d="Blank (2000)")
    assert re.sub(r"\s+", " ", closed) in re.sub(r"\s+", " ", text)


def test_quotation_marks_after_a_mark_close_in_german_and_markdown(project: Project) -> None:
    text = (
        '# T\n\n```{eir:article}\n```\n\n"Die Flut kam [^q]" und "ging{eir:note}`Im März.`".\n\n[^q]: Eins.\n'
    )
    build = project.write({"index.md": text}).build(language="de")
    assert "„Die Flut kam [i]“ und „ging[ii]“." in build.page().get_text()


def test_a_mark_in_a_heading_is_no_link_in_the_link_to_the_contents(project: Project) -> None:
    source = (
        HEAD
        + ".. contents::\n\nEarly ships [#c]_ and *tides* (Blank 2000)\n-----\n\nText.\n\n.. [#c] In March.\n"
    )
    source = source.replace("-----", "-" * 45)
    for builder, suffix in (("html", ".html"), ("epub", ".xhtml")):
        page = project.write({"index.rst": source}).build(builder, out=builder).page("index", suffix)
        heading = page.select_one("h2")
        assert heading.select("a a") == []
        assert [link.get_text() for link in heading.select("a.toc-backref")] == [
            "Early ships ",
            " and tides (Blank 2000)",
        ]
        assert heading.select_one("a[role=doc-noteref]").get_text() == "[i]"


TEXT = "Nobody is born with it.\\ [#a]_ The harbour of Ostwick was deep,\\ [#b]_ and the ships came early."
NOTES = "\n\n.. [#a] As every child shows.\n.. [#b] Twelve fathoms.\n"
PLAIN = "Nobody is born with it.[i] The harbour of Ostwick was deep,[ii] and the ships came early."


def test_what_is_copied_and_searched_is_the_text_and_what_is_heard_says_note(
    project: Project, page: Page
) -> None:
    build = project.write({"index.rst": HEAD + TEXT + NOTES}).build()
    page.goto((build.out / "index.html").as_uri())
    copied = page.evaluate("""() => {
      getSelection().selectAllChildren(document.querySelector("section > p"));
      return getSelection().toString();
    }""")
    assert copied == PLAIN
    paragraph = page.locator("section > p").first.aria_snapshot()
    assert 'link "Note [i]"' in paragraph
    assert 'link "Note [ii]"' in paragraph
    # Sphinx's search makes its excerpts of the page's text.
    assert page.evaluate("document.querySelector('[role=main]').textContent").count("Note") == 0


def test_an_e_books_reference_holds_nothing_but_its_label(project: Project) -> None:
    page = project.write({"index.rst": HEAD + TEXT + NOTES}).build("epub").page("index", ".xhtml")
    for reference, label in zip(page.select("a[role=doc-noteref]"), ("[i]", "[ii]"), strict=True):
        assert reference.decode_contents() == label


def test_stock_transforms_find_a_text_in_a_reference(project: Project) -> None:
    from docutils import nodes

    build = project.write({"index.rst": HEAD + TEXT + NOTES}).build()
    references = list(build.doctree().findall(nodes.footnote_reference))
    assert [str(reference[0]) for reference in references] == ["i", "ii"]
    assert [reference.astext() for reference in references] == ["", ""]  # a heading's text has none of it


@pytest.mark.parametrize(
    ("label", "printed"), [("2", "[ii]"), ("7", "[vii]"), ("999", "[cmxcix]"), ("2012", "[i]")]
)
def test_a_note_typed_with_a_low_number_keeps_it(project: Project, label: str, printed: str) -> None:
    build = project.write({"index.rst": f"{HEAD}One [{label}]_.\n\n.. [{label}] Aa.\n"}).build()
    assert build.warnings == []
    assert build.page().select_one("a[role=doc-noteref]").get_text() == printed


def test_a_list_with_a_title_stands_beside_the_section_that_its_notes_end(project: Project) -> None:
    source = f"{HEAD}One [#a]_.\n\nPart\n----\n\nText.\n\n.. eir:notes::\n   :title: Notes\n\n.. [#a] Aa.\n"
    page = project.write({"index.rst": source}).build().page()
    assert [heading.name for heading in page.select("[role=main] :is(h2, h3)")] == ["h2", "h2"]
