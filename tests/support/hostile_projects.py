"""Hostile projects, drawn: documents, files of references, settings."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from support.hostile_documents import Document, documents

if TYPE_CHECKING:
    from collections.abc import Sequence


PROJECTS = int(os.environ.get("EIR_TEST_PROJECTS", "0"))
"""None given: a few, the same ones each time."""


BROKEN: tuple[str, ...] = (
    "",
    "{",
    "}",
    "\\",
    "\\x{",
    '"',
    "@",
    "%",
    "#",
    "$",
    "&",
    "~",
    "_",
    "^",
    "\x00",
    "é",
    "\\'e",
    '{\\"o}',
    "https://[",
    "javascript:x",
    "9" * 400,
    "---",
    "\\input{x}",
    "\n\n",
)


VALUES = st.recursive(
    st.sampled_from(
        (
            None,
            True,
            0,
            -1,
            10**30,
            1e308,
            "",
            "x",
            "\ud800",
            "<script>",
            "2012-13-45",
            "9" * 400,
            "{",
            "\x00",
        )
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("family", "given", "literal", "date-parts", "raw", "id", "")), inner, max_size=3
        )
    ),
    max_leaves=6,
)


LINES = (
    "TY  - BOOK",
    "TY  - nosuch",
    "ER  - ",
    "ID  - s1",
    "AU  - ",
    "AU  - Smith, A.",
    "TI  - x",
    "PY  - 99999",
    "DA  - ////",
    "Y2  - 2001/02/30/x",
    "garbage",
    "",
    "SP  - ",
    "UR  - javascript:x",
)


DOCUMENTS = 10


@st.composite
def bibtex(draw: st.DrawFn) -> str:
    broken = st.sampled_from(BROKEN)
    entries = []
    for key in ("a", "b", "c", "Wendt1992", "b", "é"):
        fields = draw(
            st.lists(
                st.sampled_from(
                    ("author", "title", "date", "url", "crossref", "xdata", "note", "pages", "1x")
                ),
                max_size=5,
            )
        )
        values = (
            draw(st.sampled_from(("{{{}}}", '"{}"', "{{{} x}} # nothing", "{}", ""))).replace(
                "{}", draw(broken)
            )
            for _ in fields
        )
        lines = [f"  {name} = {value}," for name, value in zip(fields, values, strict=True)]
        entries.append(
            "\n".join(
                (
                    f"@{draw(st.sampled_from(('book', 'article', 'xdata', 'string', 'comment', 'nosuch')))}{{{key},",
                    *lines,
                    draw(st.sampled_from(("}", "}", ""))),
                )
            )
        )
    return "\n".join(["@book{Blank2000, author={Blank, Stephen}, title={Threats wq1z}, year=2000}", *entries])


@st.composite
def csl_json(draw: st.DrawFn) -> str:
    names = st.sampled_from(
        ("id", "type", "title", "author", "issued", "URL", "page", "note", "custom", "language")
    )
    items = draw(st.lists(st.dictionaries(names, VALUES, max_size=5) | VALUES, max_size=4))
    items.append(
        {"id": "j1", "type": "book", "title": draw(st.sampled_from(BROKEN)), "author": [{"family": "Jones"}]}
    )
    return json.dumps(draw(st.sampled_from((items, {"items": items}, {"references": items}))))


YAML = (
    "references:",
    "- id: y1",
    "  title: x",
    "- id:",
    "  author: [",
    "  issued: 2000-13",
    "- title: no id",
    "...",
    "---",
    "\t- x",
    "  id: &a *b",
    "- !!python/object x",
    "  - {",
)


XML = ("<xml><records>", "<record>", "</record>", "<ref-type name='Book'>6</ref-type>", "<titles><title>x</title></titles>", "&nosuch;", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "</records></xml>", "<a", "]]>", "<dates><year>99999</year></dates>", "<label>e 1</label>", "\x00")  # fmt: skip


def lines_of(lines: Sequence[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(lines), max_size=14).map("\n".join)


CONVERTED = (
    "# Title\n\n", "Written by Jane Doe\n\n", "JANE DOE, FEBRUARY 9 2014\n\n", "## Notes\n\n", "[i] a note\n\n", "## Bibliography\n\n", "Blank, S. (2000) *Threats*.\n\n",
    "text[i] (Blank 2000) ", "**bold** *it*", "[a](http://a.b/`\\)", "```\ncode\n```\n", "| a | b |\n|---|---|\n| c | d |\n", "> quoted\n", "- item\n", "1. a\n2. b\n",
    "\f", "\n", "\n\n", "::", "..", "&amp;", "<b>", "\\", "`", "|x|", "x_", "\x00", "\ud7ff", "é", "😀", "---\n", "![x](y.png)\n",
)  # fmt: skip


SETTINGS_DRAWN: dict[str, tuple[Any, ...]] = {
    "eir_documents": ([], ["**"], 3),
    "eir_note_style": ("lower-roman", "arabic", "symbols", "nosuch"),
    "eir_note_brackets": ("[]", "()", "", "<>"),
    "eir_note_placement": ("end", "page", "margin"),
    "eir_bibliography_scope": ("document", "project"),
    "eir_citation_style": ("eir-harvard", "style.csl", "broken.csl", "nosuch.csl"),
    "eir_citation_order": ("style", "author"),
    "eir_citation_locale": (None, "de", "nosuch", "ar"),
    "eir_report_unused": (False, True),
    "eir_report_doubtful": (False, True),
    "eir_archive_links": (False, True),
    "eir_article_pdfs": (False, True),
    "eir_article_defaults": ({}, {"publisher": "x", "nosuch": "y", "date": "z"}),
}


FILES = ("refs.bib", "more.json", "ris.ris", "end.xml", "csl.yaml", "nothing.bib")


@dataclass
class Case:
    """A project to be built."""

    documents: list[Document]
    files: dict[str, str]
    settings: dict[str, Any]

    def names(self) -> dict[str, Document]:
        return {f"d{number}": document for number, document in enumerate(self.documents)}


@st.composite
def cases(draw: st.DrawFn) -> Case:
    files = {
        "refs.bib": draw(bibtex()),
        "more.json": draw(csl_json()),
        "ris.ris": draw(lines_of(LINES)),
        "end.xml": draw(lines_of(XML)),
        "csl.yaml": draw(lines_of(YAML)),
        "imported.txt": "".join(draw(st.lists(st.sampled_from(CONVERTED), max_size=20))),
        "binary.txt": "\x00\x01",
        "broken.csl": draw(
            st.sampled_from(("", "<style", "<style xmlns='http://purl.org/net/xbiblio/csl'/>"))
        ),
    }
    values = {name: draw(st.sampled_from(values)) for name, values in SETTINGS_DRAWN.items()}
    values["eir_bibliography_files"] = draw(st.sampled_from((list(FILES), list(FILES[:1]), [])))
    return Case([draw(documents(number)) for number in range(1, DOCUMENTS + 1)], files, values)
