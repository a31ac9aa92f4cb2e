"""Characters that no page can hold: typed, spelled or shown, in whatever place, they spoil no file, and no word is lost with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext_eir.text.characters import unwritable, writable

if TYPE_CHECKING:
    from support.sphinx_project import Build, Project

CONTROL, PAGE_BREAK, HALF, NONCHARACTER = "\x01", "\x0c", "\ud800", "\ufdd0"
RST = f"""T{CONTROL}itle
========

.. eir:article::
   :author: Ja{CONTROL}ne Doe

.. |spelled| unicode:: 0x1
.. |half| unicode:: 0xD800

.. image:: x.png
   :alt: pic{CONTROL}ture

.. toctree::
   :caption: Cap{CONTROL}tion

   Secon{CONTROL}d <second>

.. index:: some{CONTROL}thing

Wo{CONTROL}rds|spelled|\\ |half|, don\x92t{PAGE_BREAK}part, `li{CONTROL}nk <https://a.org/{CONTROL}b>`_ and ``lit{NONCHARACTER}eral``. [#a]_

.. math:: a {CONTROL} b

.. literalinclude:: shown.txt

.. raw:: html

   <p>ra{CONTROL}w</p>

.. include:: part.txt

.. [#a] A no\U0001ffffte.
"""
MYST = f"""---
title: "Sec\\x01ond"
other: "\\x01"
---

```{{eir:article}}
```

Wo{CONTROL}rds, don\x92t, [li{CONTROL}nk](https://a.org/b "ti{CONTROL}tle") and `lit{NONCHARACTER}eral`.[^a]

[^a]: A no\U0001ffffte.
"""
FILES = {
    "index.rst": RST,
    "second.md": MYST,
    "part.txt": f"In{CONTROL}cluded.\n",
    "shown.txt": f"sho{CONTROL}wn\n",
    "x.png": "",
}


@pytest.fixture
def hostile(project: Project) -> Project:
    """Return a project that has them in all places."""
    return project.write(FILES)


def files(build: Build) -> dict[str, str]:
    """Return the files of a *build* that are text."""
    kinds = (".html", ".xhtml", ".opf", ".ncx", ".txt", ".tex", ".js")
    found = (path for path in build.out.rglob("*") if path.suffix in kinds and "_static" not in path.parts)
    return {path.name: path.read_text(encoding="utf-8") for path in found if "_sources" not in path.parts}


@pytest.mark.parametrize("builder", ["html", "epub", "text", "latex", "singlehtml"])
def test_no_file_has_one_and_no_word_is_lost(hostile: Project, builder: str) -> None:
    written = files(hostile.build(builder))
    assert [name for name, text in written.items() if next(unwritable(text), None)] == []
    said = " ".join(re.sub(r"<[^>]*>", "", text) for text in written.values())
    for word in ("Title", "Second", "Words", "part", "link", "literal", "Included", "shown", "A note"):
        assert word in said, word
    assert re.search(r"don(’|'|\\textquoteright\{\}|&#8217;)t", said)


def test_each_page_of_an_ebook_can_be_read(hostile: Project) -> None:
    written = files(hostile.build("epub"))
    pages = [text for name, text in written.items() if not name.endswith((".js", ".txt"))]
    assert len(pages) > 5
    for page in pages:
        ET.fromstring(page)


def test_a_message_names_them_and_their_place(hostile: Project) -> None:
    said = [warning for warning in hostile.build().warnings if "no page can hold" in warning]
    typed = next(warning for warning in said if warning.startswith("index.rst:1:"))
    assert (
        "U+0001 (11 times), U+0092, U+FDD0, U+1FFFF. They are left out, or read as HTML reads them" in typed
    )
    assert typed.endswith("[eir.markup]")
    assert any(warning.startswith("part.txt:1:") for warning in said)
    assert any(warning.startswith("second.md:9:") for warning in said)
    assert any(warning.startswith("index.rst:8:") and "U+D800" in warning for warning in said)


def test_a_break_between_pages_of_a_source_is_a_space_as_it_is_to_docutils(project: Project) -> None:
    build = project.write({"index.md": f"# T\n\n```{{eir:article}}\n```\n\nOne{PAGE_BREAK}two.\n"}).build()
    assert build.warnings == []
    assert "One two." in build.page().get_text()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("a\x01b", "ab"),
        ("a\x0bb\x1fc", "a b c"),
        ("don\x92t \x80", "don’t €"),
        ("a\x81b", "ab"),  # Windows-1252 has no letter there
        ("a\ud83db", "a\ufffdb"),
        ("a\ufffe\ufdef\U0010ffffb", "ab"),
        ("a\tb\r\nc\xad\u200f\u2028\U0001f600", "a\tb\r\nc\xad\u200f\u2028\U0001f600"),
    ],
)
def test_what_is_written_instead(typed: str, written: str) -> None:
    assert writable(typed) == written


@pytest.mark.laws
@given(st.text(st.characters()))
def test_whatever_is_typed_xml_can_hold_it_and_every_letter_stays(text: str) -> None:
    written = writable(text)
    escaped = written.replace("&", "&amp;").replace("<", "&lt;")
    assert ET.fromstring(f"<p>{escaped}</p>").text or not written
    assert writable(written) == written
    assert [one for one in text if one.isalnum()] == [one for one in written if one in text and one.isalnum()]
