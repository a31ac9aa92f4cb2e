"""The bridge to pandoc: every word of a doctree is in pandoc's tree, and links lead somewhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document
from support.exported import FILES, PNG, TABLE

from sphinxext_eir.core.bridge import Translation
from sphinxext_eir.core.bridge.words import words_of_document, words_of_tree

if TYPE_CHECKING:
    from support.sphinx_project import Project


def parsed(text: str) -> nodes.document:
    document = new_document("essay.rst", get_default_settings(Parser))
    Parser().parse(text, document)
    return document


def translated(text: str) -> list[dict[str, Any]]:
    return Translation(parsed(text)).run()


def kinds(part: Any) -> list[str]:
    """Return the constructors in *part*, in order."""
    if isinstance(part, list):
        return [kind for each in part for kind in kinds(each)]
    if isinstance(part, dict):
        return [*([part["t"]] if "t" in part else []), *kinds(part.get("c"))]
    return []


@pytest.mark.parametrize(
    ("typed", "constructors"),
    [
        ("One *two* **three** ``four``.", ["Para", "Str", "Space", "Emph", "Str", "Space", "Strong", "Str", "Space", "Code", "Str"]),
        ("- a\n- b", ["BulletList", "Plain", "Str", "Plain", "Str"]),
        ("- a\n\n  b\n- c", ["BulletList", "Para", "Str", "Para", "Str", "Para", "Str"]),
        ("c. a", ["OrderedList", "LowerAlpha", "Period", "Plain", "Str"]),
        ("(3) a", ["OrderedList", "Decimal", "TwoParens", "Plain", "Str"]),
        ("term\n  meaning", ["DefinitionList", "Str", "Para", "Str"]),
        ("| a\n| b", ["LineBlock", "Str", "Str"]),
        ("Before.\n\n  Words\n\n  -- Me", ["Para", "Str", "BlockQuote", "Para", "Str", "Para", "Str", "Space", "Str"]),
        ("::\n\n  code", ["CodeBlock"]),
        ("a\n\n----\n\nb", ["Para", "Str", "HorizontalRule", "Para", "Str"]),
        (".. math:: a", ["Para", "Math", "DisplayMath"]),
        (":math:`a`", ["Para", "Math", "InlineMath"]),
        ("=====  ==\na      b\n=====  ==\n", ["Table", "AlignDefault", "ColWidthDefault", "AlignDefault", "ColWidthDefault"]),
        (".. note:: a", ["Div", "Div", "Para", "Strong", "Str", "Para", "Str"]),
    ],
)  # fmt: skip
def test_each_node_has_its_element(typed: str, constructors: list[str]) -> None:
    assert kinds(translated(typed))[: len(constructors)] == constructors


def test_a_note_stands_at_its_first_reference_and_further_ones_lead_there() -> None:
    document = parsed("One [#a]_, two [#a]_.\n\n.. [#a] The note.")
    for number, reference in enumerate(document.findall(nodes.footnote_reference), 1):
        reference["refid"], reference["ids"] = "n", [f"r{number}"]
        reference[:] = [nodes.Text("1")]
    next(document.findall(nodes.footnote))["ids"] = ["n"]
    tree = Translation(document).run()
    assert kinds(tree).count("Note") == 1
    text = json.dumps(tree)
    assert '["#r1", ""]' in text
    assert kinds(tree)[-3:] == ["Link", "Str", "Str"]


def test_a_link_to_nowhere_leaves_its_words() -> None:
    (paragraph,) = Translation(
        nodes.section("", nodes.paragraph("", "", nodes.reference("", "words here", refid="gone")))
    ).run()
    assert kinds(paragraph) == ["Para", "Str", "Space", "Str"]


def test_a_link_leads_to_the_block_after_its_target() -> None:
    tree = translated("See here_.\n\n.. _here:\n\n- item")
    document = parsed("See here_.\n\n.. _here:\n\n- item")
    reference, target = next(document.findall(nodes.reference)), next(document.findall(nodes.target))
    reference["refid"], target["ids"] = "here", ["here"]
    tree = Translation(document).run()
    assert '"Span", "c": [["here"' in json.dumps(tree)
    assert kinds(tree)[-3:] == ["Plain", "Span", "Str"]


class Riddle(nodes.General, nodes.TextElement):
    """A node that nobody knows."""


class Box(nodes.General, nodes.Element):
    """A block that nobody knows."""


def test_a_node_that_nobody_knows_gives_its_text() -> None:
    document = parsed("")
    document += Box("", Riddle("", "Who am I"), nodes.paragraph("", "Words."))
    translation = Translation(document)
    assert words_of_tree(translation.run()) == words_of_document(document)
    assert translation.unknown == {"Riddle": 1, "Box": 1}


def test_spans_and_heads_of_tables_stay() -> None:
    (made,) = translated(TABLE)
    _attributes, _caption, columns, (_, head), ((_, stubs, _, rows),), _foot = made["c"]
    assert len(columns) == 2
    assert stubs == 0
    spans = [[tuple(cell[2:4]) for cell in cells] for _, cells in (*head, *rows)]
    assert spans == [[(1, 1), (1, 1)], [(1, 2)], [(2, 1), (1, 1)], [(1, 1)]]


def test_no_word_of_an_essay_is_lost_and_every_node_is_known(project: Project) -> None:
    (project.root / "essays").mkdir()
    (project.root / "essays" / "picture.png").write_bytes(PNG)
    build = project.write(FILES).build("eir-docx", eir_bibliography_files=["references.bib"])
    assert [line for line in build.warnings if "eir.export" in line] == []
    tree = build.resolved("essays/tides")
    translation = Translation(tree)
    said = words_of_tree(translation.run())
    assert words_of_document(tree) - said == {}
    assert translation.unknown == {}


def in_language(text: str, tag: str) -> nodes.document:
    """Return *text* with its outermost nodes marked as in a language: what ``class`` and ``lang`` do."""
    document = parsed(text)
    for node in document.children:
        node["classes"].append(f"language-{tag}")
    return document


def test_a_passage_says_its_language_once_and_what_is_in_the_documents_says_none() -> None:
    document = in_language("Head\n====\n\nWords.\n\n.. container:: language-ar\n\n   a\n\n   - b\n", "de")
    said = json.dumps(Translation(document, "de").run())
    assert said.count('["lang", "ar"], ["dir", "rtl"]') == 1
    assert '"de"' not in said


def test_a_section_in_another_language_says_so_of_heading_and_blocks() -> None:
    head, words, *rest = Translation(in_language("Head\n====\n\nWords.\n", "ar"), "en").run()
    assert head["t"] == "Header"
    assert head["c"][2][0]["c"][0][2] == [["lang", "ar"], ["dir", "rtl"]]
    assert words["t"] == "Div"
    assert words["c"][0][2] == [["lang", "ar"], ["dir", "rtl"]]
    assert not rest
