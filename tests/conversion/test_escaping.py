"""Whatever is typed, both syntaxes say it: escape → parse → the same text."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.sphinx_project import is_older

from sphinxext_eir.conversion.document import Heading, Item, Listing, Paragraph, Quote
from sphinxext_eir.conversion.inlines import Inline, Kind
from sphinxext_eir.conversion.writing.myst import MystWriter
from sphinxext_eir.conversion.writing.readback import read_myst, read_rst
from sphinxext_eir.conversion.writing.rst import RstWriter

if TYPE_CHECKING:
    from sphinxext_eir.conversion.document import Block

SETTINGS = {
    "report_level": 1,
    "halt_level": 5,
    "warning_stream": False,
    "_disable_config": True,
    "file_insertion_enabled": False,
}
WRITERS = {"rst": (RstWriter, read_rst), "myst": (MystWriter, read_myst)}

markup = st.sampled_from(
    ["*", "**", "`", "``", "_", "__", "|", "\\", "[", "]", "(", ")", "<", ">", "{", "}", ":", "::", "..", ".", "#", "-", "--", "---",
     "+", "=", "===", "~", "^", "'", '"', "!", "&", "&amp;", "$", "%", "@", "/", ";", ",", "?", "1.", "1)", "(a)", "A.", "iv.", "[1]_",
     "[i]", "[^1]", "[x]: y", "|x|", ":a: b", ":sup:", "{sup}", "http://a.b", "a@b.c", "mailto:x", "<b>", "‘", "’", "—", "…", "•",
     "é", "م", "😀", "\u00a0", "中"]
)  # fmt: skip
words = st.text("abcDEF12 ", min_size=1, max_size=6)
texts = st.lists(st.one_of(markup, words, st.just(" ")), min_size=1, max_size=24).map("".join)


def folded(text: str) -> str:
    return " ".join(re.split(r"\xa0*[ \n][ \n\xa0]*", text)).strip()


def parsed(source: str, syntax: str) -> nodes.document:
    module = {"rst": "docutils.parsers.rst", "myst": "myst_parser.docutils_"}[syntax]
    parser = pytest.importorskip(module, reason="MyST-Parser is not installed").Parser()
    return publish_doctree(source, parser=parser, settings_overrides=SETTINGS)


def body(document: nodes.document) -> list[nodes.Node]:
    assert [node for node in document.findall(nodes.system_message) if node["level"] > 1] == [], (
        document.pformat()
    )
    assert not list(document.findall(nodes.problematic)), document.pformat()
    return list(document.children)


def said(text: str) -> bool:
    return bool(text.strip().strip("\u00a0"))


@pytest.mark.laws
@pytest.mark.parametrize("syntax", ["rst", "myst"])
@settings(max_examples=400)
@given(texts.filter(said))
@example("1. The 'Soft' In Soft Power")
@example("A. Smith (2000)")
@example("- a dash at the head")
@example("a word, then " * 12 + "- and so on")
@example("code follows ::")
@example("wide open[1]_ and `quoted' |bars| trailing_ ")
@example("\\")
@example("....")
@example("[x]: y")
def test_a_paragraph_says_what_was_typed(syntax: str, text: str) -> None:
    writer, readback = WRITERS[syntax]
    source = "\n".join(writer().paragraph((Inline(text),)))
    found = body(parsed(source + "\n", syntax))
    assert [node.tagname for node in found] == ["paragraph"], source  # type: ignore[attr-defined]
    assert folded(found[0].astext()) == folded(text), source
    assert readback(source).words == text.split(), source


@pytest.mark.laws
@pytest.mark.parametrize("syntax", ["rst", "myst"])
@settings(max_examples=200)
@given(texts.filter(said))
@example("1. The 'Soft' In Soft Power")
@example("# sharp #")
def test_a_heading_says_what_was_typed(syntax: str, text: str) -> None:
    writer, readback = WRITERS[syntax]
    source = "\n".join(["before", "", *writer().heading((Inline(text),), 2), "", "after"])
    document = parsed(source + "\n", syntax)
    if syntax == "rst":  # MyST wants the first heading to be a title
        body(document)
    (title,) = document.findall(nodes.title)
    assert folded(title.astext()) == folded(text), source
    assert readback(source).words == ["before", *text.split(), "after"], source


KINDS = (
    Kind.TEXT,
    Kind.TEXT,
    Kind.EMPHASIS,
    Kind.STRONG,
    Kind.SUPERSCRIPT,
    Kind.SUBSCRIPT,
    Kind.CODE,
    Kind.LINK,
)
runs = st.lists(st.tuples(st.sampled_from(KINDS), texts), min_size=1, max_size=6)


@pytest.mark.laws
@pytest.mark.parametrize("syntax", ["rst", "myst"])
@settings(max_examples=400)
@given(runs.filter(lambda found: said("".join(text for _, text in found))))
@example([(Kind.TEXT, "a"), (Kind.EMPHASIS, "(b)"), (Kind.TEXT, "c")])
@example([(Kind.EMPHASIS, "a"), (Kind.STRONG, "b")])
@example([(Kind.TEXT, "Look!"), (Kind.LINK, "here")])
@example([(Kind.LINK, "\\[1]_")])
@example([(Kind.LINK, "[1]_*")])
@example([(Kind.LINK, "\\ 1.")])
@example([(Kind.LINK, "[x]: y")])
@example([(Kind.EMPHASIS, "one\u00a0 two")])
def test_markup_says_what_was_typed(syntax: str, found: list[tuple[Kind, str]]) -> None:
    writer, readback = WRITERS[syntax]
    inlines = tuple(
        Inline(text, kind=kind, target="http://example.org/x" if kind is Kind.LINK else "")
        for kind, text in found
    )
    text = "".join(text for _, text in found)
    source = "\n".join(writer().paragraph(inlines))
    blocks = body(parsed(source + "\n", syntax))
    assert [node.tagname for node in blocks] == ["paragraph"], source  # type: ignore[attr-defined]
    assert folded(blocks[0].astext()) == folded(text), source
    assert readback(source).words == text.split(), source


URLS = (
    "http://example.org/a_b", "https://twitter.com/#!/Rogozin/status/1", "http://example.org/x_(y)", "http://example.org/a_",
    "http://example.org/?a=b&c=d*e", "https://example.org/%D0%B0", "http://example.org/a|b", "http://example.org/it's", "http://example.org/é",
)  # fmt: skip


@pytest.mark.parametrize("url", URLS)
@pytest.mark.parametrize("around", ["{}", "({})", "see{}.", "'{}'", "{}x", "{}[i]"])
@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_a_url_is_a_link_to_its_last_character(syntax: str, url: str, around: str) -> None:
    before, after = around.split("{}")
    inlines = (*tuple(Inline(text) for text in (before,) if text), Inline(url, kind=Kind.LINK, target=url))
    inlines += tuple(Inline(text) for text in (after,) if text)
    writer, readback = WRITERS[syntax]
    source = "\n".join(writer().paragraph(inlines))
    document = parsed(source + "\n", syntax)
    body(document)
    assert document.astext() == around.format(url), source
    (link,) = document.findall(nodes.reference)
    assert link.astext() == url
    target = link["refuri"]
    if syntax == "myst" and is_older("myst-parser", 5, 1):
        target = html.unescape(target)  # it escaped addresses in the tree, and so twice
    assert unquote(target) == unquote(url)
    assert readback(source).words == [around.format(url)]


BLOCKS: dict[str, Block] = {
    "paragraph": Paragraph((Inline("A word."),)),
    "heading": Heading((Inline("Of trains"),)),
    "quote": Quote((Paragraph((Inline("— quoted"),)), Paragraph((Inline("more"),)))),
    "bullets": Listing(
        (
            Item((), (Paragraph((Inline("one"),)),)),
            Item((), (Paragraph((Inline("two"),)), Paragraph((Inline("more"),)))),
        )
    ),
    "numbers": Listing(
        (Item((), (Paragraph((Inline("one"),)),)), Item((), (Paragraph((Inline("two"),)),))), 1
    ),
}


@pytest.mark.parametrize("syntax", ["rst", "myst"])
@pytest.mark.parametrize("first", BLOCKS)
@pytest.mark.parametrize("second", BLOCKS)
def test_blocks_stay_apart(syntax: str, first: str, second: str) -> None:
    writer, readback = WRITERS[syntax]
    blocks = (Heading((Inline("Title"),)), BLOCKS[first], BLOCKS[second], BLOCKS["paragraph"])
    source = "\n".join(writer().lines(blocks))
    document = parsed(source + "\n", syntax)
    if syntax == "rst":
        body(document)
    tags = {
        "quote": "block_quote",
        "bullets": "bullet_list",
        "numbers": "enumerated_list",
        "heading": "title",
    }
    for tag in tags.values():
        expected = sum(tags.get(name) == tag for name in (first, second)) + (tag == "title")
        found = list(document.findall(lambda node, tag=tag: getattr(node, "tagname", "") == tag))
        if tag != "title":
            assert len(found) == expected, source
    assert readback(source).words[0] == "Title"


@pytest.mark.parametrize("syntax", ["rst", "myst"])
@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        ("a@b.cl", "mailto:a@b.cl", "mailto:a@b.cl"),
        ("a@b.cl then", "mailto:a@b.cl", "mailto:a@b.cl"),
        ("see", "http://example.org/a`b\\c(", "http://example.org/a%60b%5Cc("),
        ("see", "http://example.org/a b<c>", "http://example.org/a%20b%3Cc%3E"),
    ],
)
def test_a_link_at_the_head_of_a_paragraph(syntax: str, text: str, target: str, expected: str) -> None:
    writer, readback = WRITERS[syntax]
    source = "\n".join(writer().paragraph((Inline(text, kind=Kind.LINK, target=target),)))
    document = parsed(source + "\n", syntax)
    body(document)
    (link,) = document.findall(nodes.reference)
    assert (link.astext(), unquote(link["refuri"])) == (text, unquote(expected))
    assert readback(source).words == text.split()
    assert readback(source).targets == ([] if target == f"mailto:{text}" else [expected])


@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_a_note_and_a_colon_at_the_head_of_a_paragraph_define_nothing(syntax: str) -> None:
    writer, readback = WRITERS[syntax]
    source = "\n".join(
        writer().paragraph((Inline("[1]", kind=Kind.NOTE, target="1"), Inline(": it goes on")))
    )
    assert readback(source).words == ["[1]:", "it", "goes", "on"]
    document = parsed(f"{source}\n\n{'.. [1] One.' if syntax == 'rst' else '[^1]: One.'}\n", syntax)
    # In reStructuredText it is typed as printed.
    assert len(list(document.findall(nodes.footnote_reference))) == (syntax == "myst")
    assert len(list(document.findall(nodes.footnote))) == 1


@pytest.mark.parametrize("syntax", ["rst", "myst"])
@pytest.mark.parametrize("outer", ["list", "quote"])
def test_a_heading_in_another_block_is_a_paragraph(syntax: str, outer: str) -> None:
    writer, readback = WRITERS[syntax]
    inner = (Heading((Inline("Of trains"),)), Quote((Paragraph((Inline("quoted"),)),)))
    block: Block = (
        Listing((Item((), inner[1:]), Item((), inner), Item((), inner[:1])))
        if outer == "list"
        else Quote(inner)
    )
    source = "\n".join(writer().lines((Paragraph((Inline("Before."),)), block)))
    document = parsed(source + "\n", syntax)
    body(document)
    assert not list(document.findall(nodes.title))
    heading = ["Of trains"] * (2 if outer == "list" else 1)
    assert [strong.astext() for strong in document.findall(nodes.strong)] == heading
    assert readback(source).words == document.astext().split()
