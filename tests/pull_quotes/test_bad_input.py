"""Bad input, and any content: reported where it stands, and the page is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document
from support.quoted import essay, quote, quotes

from sphinxext_eir.core.nodes import eir_pull_quote, eir_pulled_words
from sphinxext_eir.features.pull_quotes import checking

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.sphinx_project import Project


# Out of place, without a project


def tidied(*children: nodes.Node) -> nodes.document:
    """Return a document of *children*, each on its own line, when pull quotes have been tidied."""
    document = new_document("essay.rst", get_default_settings())
    for number, child in enumerate(children, 1):
        document += child
        for node in child.findall(nodes.Element):
            node.source, node.line = "essay.rst", number
    for reference in document.findall(nodes.footnote_reference):
        if reference.get("auto") == 1:
            document.note_autofootnote_ref(reference)
        elif "auto" in reference:
            document.note_symbol_footnote_ref(reference)
        else:
            document.note_footnote_ref(reference)
    for reference in document.findall(nodes.citation_reference):
        document.note_citation_ref(reference)
    checking.TidyPullQuotes(document).apply()
    return document


ROLE = "the role eir:pull-quote marks words of the running text, and"


def test_a_role_out_of_place_leaves_its_words(said: Callable[[], list[str]]) -> None:
    heading = nodes.title("", "", nodes.Text("A "), eir_pulled_words("", "", nodes.Text("heading")))
    empty = nodes.paragraph("", "", nodes.Text("None: "), eir_pulled_words("", "", nodes.Text(" ")))
    right = nodes.paragraph("", "", eir_pulled_words("", "", nodes.Text("words")))
    document = tidied(heading, empty, right)
    assert said() == [
        f"1: {ROLE} these stand in a heading: no pull quote is made [pull_quote]",
        f"2: {ROLE} there are none: no pull quote is made [pull_quote]",
    ]
    assert [child.astext() for child in document.children] == ["A heading", "None:  ", "words"]
    assert [node.parent for node in document.findall(eir_pulled_words)] == [right]


def test_a_pull_quote_in_another_leaves_its_words_there(said: Callable[[], list[str]]) -> None:
    inner = eir_pull_quote(
        "",
        nodes.paragraph("", "inner"),
        nodes.attribution("", "", nodes.Text("by "), nodes.emphasis("", "Jane")),
    )
    outer = eir_pull_quote("", nodes.paragraph("", "outer"), inner)
    document = tidied(outer)
    assert said() == ["1: a pull quote stands in another: its words are kept there [pull_quote]"]
    assert [type(child) for child in outer.children] == [nodes.paragraph] * 3
    assert [child.astext() for child in outer.children] == ["outer", "inner", "by Jane"]
    assert list(document.findall(eir_pull_quote)) == [outer]


def test_marks_in_a_pull_quote_are_forgotten_and_those_of_the_text_kept() -> None:
    def marked() -> nodes.paragraph:
        return nodes.paragraph(
            "",
            "",
            nodes.Text("Words "),
            nodes.footnote_reference("", "", auto=1),
            nodes.Text(", words"),
            nodes.footnote_reference("", "", auto="*"),
            nodes.Text(" and"),
            nodes.footnote_reference("", "1", refname="1"),
            nodes.Text("; more[ii]"),
            nodes.citation_reference("", "CIT", refname="cit"),
            nodes.Text("."),
        )

    quote, text = eir_pull_quote("", marked()), marked()
    document = tidied(quote, text)
    assert quote.astext() == "Words, words and; more."
    kept = list(
        text.findall(lambda node: isinstance(node, (nodes.footnote_reference, nodes.citation_reference)))
    )
    assert len(kept) == 4
    assert document.autofootnote_refs == kept[:1]
    assert document.symbol_footnote_refs == kept[1:2]
    assert dict(document.footnote_refs) == {"1": kept[2:3]}
    assert dict(document.citation_refs) == {"cit": kept[3:]}


# Bad input


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (".. eir:pull-quote::", "4: WARNING: eir:pull-quote is empty: write its words below it"),
        (
            ".. eir:pull-quote::\n   :attribution: Jane",
            "4: WARNING: eir:pull-quote is empty, with the attribution 'Jane': write its words below it",
        ),
        (quote(".. image:: x.png"), "the text doesn't say what this pull quote says, or anything near it"),
        (quote("…"), "the text doesn't say what this pull quote says, or anything near it"),
        (
            "A :eir:pull-quote:`heading`\n---------------------------",
            "4: WARNING: the role eir:pull-quote marks words of the running text, and these stand in a heading",
        ),
        ("Text [1]_.\n\n.. [1] A :eir:pull-quote:`note`.", "and these stand in a note"),
        (quote("Text :eir:pull-quote:`text`"), "and these stand in a pull quote"),
        (
            ".. eir:pull-quote::\n\n   Text\n\n   .. eir:pull-quote::\n      :attribution: Jane\n\n      text",
            "8: WARNING: a pull quote stands in another: its words are kept there",
        ),
    ],
)
def test_bad_input_is_reported_where_it_stands_and_the_page_is_built(
    project: Project, source: str, expected: str
) -> None:
    for builder in ("html", "latex", "text", "epub"):
        build = essay(project, f"{source}\n\nText text.", builder)
        assert any(expected in line and "[eir.pull_quote]" in line for line in build.warnings), build.warnings
    assert "Text text." in essay(project, f"{source}\n\nText text.").page("essay").text


def test_a_role_in_a_heading_changes_no_title(project: Project) -> None:
    source = "T\n=\n\n.. contents::\n\nA :eir:pull-quote:`heading`\n---------------------------\n\nText.\n"
    build = project.write({"essay.rst": source}).build()
    assert len(build.warnings) == 1
    assert build.page("essay").select_one("h2").text.startswith("A heading")
    assert quotes(build) == []


def test_the_role_works_wherever_words_do(project: Project) -> None:
    body = (
        "* In :eir:pull-quote:`a list`.\n\nTerm\n   In :eir:pull-quote:`a definition`.\n\n   In :eir:pull-quote:`a quote`.\n\n"
        "=========================  ==\nA :eir:pull-quote:`cell`   2\n=========================  ==\n\n"
        ".. note:: In :eir:pull-quote:`an admonition`.\n\nTwo: :eir:pull-quote:`first`, :eir:pull-quote:`second`.\n\n"
        ".. only:: nothing\n\n   :eir:pull-quote:`Never`.\n"
    )
    build = essay(project, body)
    assert build.warnings == []
    asides = quotes(build)
    words = [aside.text.strip() for aside in asides]
    assert words == ["a list", "a definition", "a quote", "cell", "an admonition", "first", "second"]
    assert {aside.parent.name for aside in asides} == {"section"}


# Options


def test_an_unknown_option_costs_a_warning_and_no_words(project: Project) -> None:
    build = essay(project, "Words of the text.\n\n" + quote("Words of the text", ":algin: left"))
    (warning,) = build.warnings
    assert (
        "eir:pull-quote has no option 'algin', so 'left' is left out; did you mean 'align'? [eir.config]"
        in warning
    )
    assert len(quotes(build)) == 1
