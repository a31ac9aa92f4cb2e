"""Notes: whatever was typed, one list, the same labels in every format, and every link lands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import docutils
import pytest
from bs4 import BeautifulSoup
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st
from support.sphinx_project import (
    STOCK_BUILDERS,
    Build,
    Project,
    assert_incremental_equals_fresh,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
    assert_same_files,
)

from sphinxext_eir.core.domain import eir_domain
from sphinxext_eir.extension import ENV_VERSION
from sphinxext_eir.features.notes.definitions import end_of_run, find_typed_notes, take_out
from sphinxext_eir.features.notes.numbering import numbered as number_notes
from sphinxext_eir.features.notes.numbering import warn_of_disorder
from sphinxext_eir.features.notes.pairing import MARKER, pair
from sphinxext_eir.features.notes.read_document import Notes
from sphinxext_eir.text.identifiers import slug

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinxext_eir.features.notes.numbering import NumberedNote

HEAD = "Essay\n=====\n\n.. eir:article::\n\n"

EVERYTHING = """\
The title [#t]_ of it
=====================

.. eir:article::
   :author: Jane Doe

One [#a]_, two [#]_, three [4]_, four [*]_, inline\\ :eir:note:`See *this*, http://example.org.` and again [#a]_.

.. note:: Admonition [#b]_.

.. list-table:: Caption [#c]_

   * - cell [#d]_

- item [#e]_

   Block quote [#f]_.

term [#g]_
   definition

.. figure:: https://example.org/x.png

   Caption of a figure [#h]_

Sub [#s]_
---------

.. [#t] Of the title.
.. [#a] See [#n]_.
.. [#] Anonymous.
.. [4] Numbered.
.. [*] Symbol.
.. [#b] First.

   Second.

   - list

   ::

      code

   .. math:: a^2

   ..

      Quoted.
.. [#c] Caption.
.. [#d] Cell.
.. [#e] Item.
.. [#f] Quote.
.. [#g] Term.
.. [#h] Figure.
.. [#s] Subtitle.
.. [#n] Nested.
"""
COUNT = 15

LITERAL = """\
Literal
=======

It is 1244.[i] Then Kosovo[ii]' and '[iii]_ or two\\ [i]_[ii] at once. '[i]t was', [in Kosovo], [sic], ``[i]``.

.. [i] http://example.org/a_b?c=%20#!d

.. [ii] Two.

.. [iii] Three.
"""

PLAIN = "Plain\n=====\n\nA page [1]_ of [#x]_ API [CIT2002]_ and [md]_.\n\n.. [1] One.\n.. [#x] Other.\n.. [CIT2002] Cited.\n.. [md] Md.\n"


def note_labels(build: Build, docname: str = "essay") -> tuple[str, ...]:
    record = eir_domain(build.app.env).find(docname, Notes)
    return record.labels if record else ()


def romans(count: int) -> list[str]:
    return ["[i]", "[ii]", "[iii]", "[iv]", "[v]", "[vi]", "[vii]", "[viii]", "[ix]", "[x]", "[xi]", "[xii]", "[xiii]",
            "[xiv]", "[xv]"][:count]  # fmt: skip


def references(page: BeautifulSoup) -> list[str]:
    return [link.get_text().removeprefix("Note ") for link in page.select("a[role=doc-noteref]")]


def body_labels(page: BeautifulSoup) -> list[str]:
    return [label.text for label in page.select("[role=doc-endnotes] ol > li .eir-label")]


def assert_every_link_lands(page: BeautifulSoup) -> None:
    for link in page.select("a[role=doc-noteref], a[role=doc-backlink]"):
        assert len(page.select(f"[id='{link['href'][1:]}']")) == 1, link
    ids = [element["id"] for element in page.select("[id^=eir-]")]
    assert len(ids) == len(set(ids))


# One notion of a note


def test_every_kind_of_note_becomes_one_list_in_order_of_reference(project: Project) -> None:
    build = project.write({"essay.rst": EVERYTHING}).build()
    page = build.page("essay")
    assert build.warnings == []
    assert body_labels(page) == romans(COUNT)
    first = list(dict.fromkeys(references(page)))
    assert first[:3] == ["[i]", "[ii]", "[iii]"]
    assert_every_link_lands(page)
    texts = [item.get_text(" ", strip=True) for item in page.select("[role=doc-endnotes] > ol > li")]
    assert texts[0].startswith("[i] Of the title.")
    assert texts[3].startswith("[iv] Numbered.")
    assert texts[-1].startswith("[xv] Nested.")
    assert page.select_one("[role=doc-endnotes] em").text == "this"


def test_a_note_referred_to_twice_has_two_named_backlinks(project: Project) -> None:
    page = project.write({"essay.rst": EVERYTHING}).build().page("essay")
    names = [link["aria-label"] for link in page.select("a[role=doc-backlink]")]
    assert len(names) == len(set(names)) == COUNT + 1
    assert "Back to reference 2 of note ii" in names


def test_literal_markers_are_notes_where_they_stand(project: Project) -> None:
    build = project.write({"essay.rst": LITERAL}).build()
    page = build.page("essay")
    assert build.warnings == []
    assert page.select_one("p").get_text().replace("Note ", "").replace("’", "'").replace("‘", "'") == (
        "It is 1244.[i] Then Kosovo[ii]' and '[iii] or two[i][ii] at once. '[i]t was', [in Kosovo], [sic], [i]."
    )
    assert references(page) == ["[i]", "[ii]", "[iii]", "[i]", "[ii]"]
    assert page.select_one("li a.external")["href"] == "http://example.org/a_b?c=%20#!d"


def test_literal_notes_of_two_documents_lead_to_their_own(project: Project) -> None:
    build = project.write(
        {f"essay{n}.rst": LITERAL.replace("Two.", f"Two of {n}.") for n in range(12)}
    ).build()
    assert build.warnings == []
    for n in range(12):
        page = build.page(f"essay{n}")
        assert f"Two of {n}." in page.select("[role=doc-endnotes] li")[1].text
        assert_every_link_lands(page)


def test_markers_in_myst_text_refer_to_notes_defined_either_way(project: Project) -> None:
    literal = "# Essay\n\nOne[i], *two*[ii]_.\n\n```{eval-rst}\n.. [i] One.\n\n.. [ii] Two.\n```\n"
    native = "# Essay\n\n```{eir:article}\n```\n\nOne[i], *two*[^ii].\n\n[^i]: One.\n[^ii]: Two.\n"
    for name, source in {"literal.md": literal, "native.md": native}.items():
        build = project.write(
            {name: source, "index.rst": "I\n=\n\n.. toctree::\n   :glob:\n\n   *\n"}
        ).build()
        assert build.warnings == []
        page = build.page(name.removesuffix(".md"))
        assert references(page) == body_labels(page) == ["[i]", "[ii]"]


def test_inline_notes_hold_what_their_syntax_nests(project: Project) -> None:
    project.write(
        {
            "rst.rst": HEAD
            + "A\\ :eir:note:`*em* **strong** http://x.example [#b]_ (Blank, p. 3)` b.\n\n.. [#b] Bb.\n",
            "myst.md": "# M\n\nA{eir:note}``*em* **strong** [link](http://x.example) {sub}`2` [^b]``.\n\n[^b]: Bee.\n",
        }
    )
    build = project.build()
    assert build.warnings == []
    for name in ("rst", "myst"):
        note = build.page(name).select_one("[role=doc-endnotes] li")
        assert note.select_one("em").text == "em"
        assert note.select_one("strong").text == "strong"
        assert note.select_one("a.external")["href"] == "http://x.example"
        assert note.select_one("a[role=doc-noteref]").text.endswith("[ii]")


def test_a_hyperlink_to_a_notes_name_lands(project: Project) -> None:
    page = project.write({"essay.rst": HEAD + "A [#n]_, see n_.\n\n.. [#n] Nn.\n"}).build().page("essay")
    assert page.select_one("li span#n, li[id=n], li [id=n]") is not None
    assert page.select_one("a.reference.internal[href='#n']").text == "n"


# Numbers


@pytest.mark.parametrize(
    ("style", "brackets", "labels"),
    [
        ("lower-roman", "[]", ("[i]", "[ii]")),
        ("upper-roman", "()", ("(I)", "(II)")),
        ("arabic", "", ("1", "2")),
        ("lower-alpha", "[]", ("[a]", "[b]")),
        ("symbols", "[]", ("[*]", "[†]")),
    ],
)
def test_styles_and_brackets(project: Project, style: str, brackets: str, labels: tuple[str, ...]) -> None:
    source = HEAD + "A [#]_ b [#]_.\n\n.. [#] Xx.\n.. [#] Y.\n"
    build = project.write({"essay.rst": source}).build(eir_note_style=style, eir_note_brackets=brackets)
    assert note_labels(build) == labels
    option = f".. eir:notes::\n   :style: {style}\n   :brackets: {brackets}\n"
    project.write({"essay.rst": source + "\n" + option})
    assert note_labels(project.build(out="options")) == labels


def test_notes_in_notes_come_after_those_of_the_text(project: Project) -> None:
    source = HEAD + "A [#a]_ b [#b]_.\n\n.. [#n] Nn.\n.. [#a] Aa [#n]_.\n.. [#b] Bb.\n"
    page = project.write({"essay.rst": source}).build().page("essay")
    assert [item.p.get_text().split()[:2] for item in page.select("ol > li")] == [
        ["[i]", "Aa"],
        ["[ii]", "Bb."],
        ["[iii]", "Nn."],
    ]


# The place of the list


def headings(page: BeautifulSoup) -> list[str]:
    return [
        heading.get_text().rstrip("¶")
        for heading in page.select("h1, h2, h3, [role=doc-endnotes]:not(:has(h2, h3))")
    ]


def test_without_the_directive_the_list_ends_the_top_section(project: Project) -> None:
    source = HEAD + "A [#]_.\n\nSub\n---\n\n.. [#] Xx.\n\nText.\n\nLast\n----\n\nB.\n"
    page = project.write({"essay.rst": source}).build().page("essay")
    (section,) = page.select("section[role=doc-endnotes]")
    assert section.find_previous_sibling("section")["id"] == "last"
    assert section["aria-label"] == "Notes"
    assert section.parent["id"] == "essay"


def test_a_heading_over_nothing_but_notes_is_the_lists_heading(project: Project) -> None:
    source = HEAD + "A [#]_.\n\nNotes\n-----\n\n.. [#] Xx.\n\nBibliography\n------------\n\nB.\n"
    page = project.write({"essay.rst": source}).build().page("essay")
    (section,) = page.select("section[role=doc-endnotes]")
    assert section["aria-labelledby"] == section.h2["id"]
    assert section.h2.text.startswith("Notes")
    assert [heading.text.rstrip("¶") for heading in page.select("h2")] == ["Notes", "Bibliography"]


def test_the_directive_places_the_list(project: Project) -> None:
    source = HEAD + "A [#]_.\n\n.. [#] Xx.\n\n.. eir:notes::\n\nAfter.\n"
    page = project.write({"essay.rst": source}).build().page("essay")
    (section,) = page.select("section[role=doc-endnotes]")
    assert section.find_next_sibling("p").text == "After."


@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_a_title_is_a_real_section_title(project: Project, syntax: str) -> None:
    rst = (
        HEAD
        + "A [#]_.\n\n.. [#] Xx.\n\nBibliography\n------------\n\nB.\n\n.. eir:notes::\n   :title: My *notes*\n"
    )
    myst = (
        "# Essay\n\nA [^x].\n\n[^x]: X.\n\n## Bibliography\n\nB.\n\n```{eir:notes}\n:title: My *notes*\n```\n"
    )
    name = {"rst": "essay.rst", "myst": "essay.md"}[syntax]
    build = project.write({name: {"rst": rst, "myst": myst}[syntax]}).build(html_theme="alabaster")
    assert build.warnings == []
    page = build.page("essay")
    (section,) = page.select("section[role=doc-endnotes]")
    assert section["aria-labelledby"] == section.h2["id"]
    assert section.h2.em.text == "notes"
    assert section.parent["id"] == "essay"  # and not part of the bibliography
    assert [entry.astext() for entry in build.app.env.tocs["essay"].findall(nodes.reference)][
        -1
    ] == "My notes"
    assert section.h2.select_one("a.headerlink")["href"] == f"#{section['id']}"
    tex = project.build("latex").read("essays.tex")
    assert "\\section{My \\sphinxstyleemphasis{notes}}" in tex


# What is not ours


def test_documents_that_are_not_ours_are_untouched(make_project: Callable[..., Project]) -> None:
    outs = []
    for name, extensions in (("with", ["sphinxext_eir", "myst_parser"]), ("without", ["myst_parser"])):
        project = make_project(name, extensions=extensions)
        project.write({"plain.rst": PLAIN, "myst.md": "# M\n\nA [^i] [i].\n\n[^i]: X.\n"})
        outs.append(
            [
                project.build(builder).out
                for builder in ("html", "text", "latex", "man", "texinfo", "singlehtml")
            ]
        )
    for ours, theirs in zip(*outs, strict=True):
        for out in (ours, theirs):
            (out / ".buildinfo").unlink(missing_ok=True)
            if (index := out / "searchindex.js").exists():
                index.write_text(index.read_text().replace(f',"sphinxext_eir":{ENV_VERSION}', ""))
        assert_same_files(ours, theirs)


def test_real_citations_stay_docutils(project: Project) -> None:
    source = LITERAL + "\nA [CIT2002]_ and [md]_.\n\n.. [CIT2002] Cited.\n\n.. [md] Md.\n"
    build = project.write({"essay.rst": source, "plain.rst": "P\n=\n\nSee [CIT2002]_.\n"}).build()
    assert build.warnings == []
    assert note_labels(build) == ("[i]", "[ii]", "[iii]")
    assert [div["id"] for div in build.page("essay").select("div.citation")] == ["cit2002", "md"]
    assert build.page("plain").select_one("a[href='essay.html#cit2002']") is not None


def test_further_documents_are_ours_by_pattern(project: Project) -> None:
    project.write(
        {"essays/a.rst": PLAIN, "api/b.rst": PLAIN.replace("CIT2002", "X1").replace("[md]", "[mm]")}
    )
    build = project.build(eir_documents=["essays/*"])
    assert note_labels(build, "essays/a") == ("[i]", "[ii]")
    assert note_labels(build, "api/b") == ()


# Bad input: a warning with a place, and no word lost


@pytest.mark.parametrize(
    ("source", "warnings", "kept"),
    [
        ("A [#x]_ b.", ["essay.rst:6: WARNING: there is no note 'x'", "note_missing"], "A [#x]_ b."),
        ("A [1]_ b.", ["essay.rst:6: WARNING: there is no note '1'", "note_missing"], "A [1]_ b."),
        ("A [#]_ b.", ["essay.rst:6: WARNING: there are more references [#]_", "note_missing"], "A [#]_ b."),
        ("A [*]_ b.", ["essay.rst:6: WARNING: there are more references [*]_", "note_missing"], "A [*]_ b."),
        ("A[ii] [i]_ b.\n\n.. [i] One.", ["there is no note 'ii'", "note_missing"], "A[ii] Note [i] b."),
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


# Headings


def test_a_headings_note_stays_in_the_heading(project: Project) -> None:
    heads = {"foot": "A title [#x]_", "role": "A title\\ :eir:note:`Of it.`", "literal": "A title[i]"}
    bodies = {"foot": "[#x]_\n\n.. [#x] Of it.", "role": "", "literal": "[i]\n\n.. [i] Of it."}
    sources = {f"{n}.rst": f"{heads[n]}\n{'=' * 40}\n\n.. eir:article::\n\nB {bodies[n]}\n" for n in heads}
    sources["index.rst"] = "Index\n=====\n\n.. toctree::\n\n   foot\n   role\n   literal\n"
    build = project.write(sources).build(html_theme="alabaster")
    assert build.warnings == []
    for name in heads:
        page = build.page(name)
        assert page.select_one("h1 a[role=doc-noteref]").text == "Note [i]"
        assert page.title.text == "A title — Essays  documentation"
        assert build.app.env.titles[name].astext().strip() == "A title"
    for entry in build.page().select(".toctree-l1"):
        assert entry.text.strip() == "A title"
    assert '"A title"' in build.read("searchindex.js")
    assert "Of it" not in build.read("searchindex.js").split('"terms"')[0]
    epub = project.build("epub")
    assert "[i]" not in epub.read("nav.xhtml") + epub.read("toc.ncx")
    info = project.build("texinfo").read("essays.texi")
    assert re.findall(r"^@node (.*?),", info, flags=re.MULTILINE) == ["A title", "A title<2>", "A title<3>"]


# Every builder


OUTPUTS = {
    "html": "essay.html",
    "dirhtml": "essay/index.html",
    "singlehtml": "index.html",
    "epub": "essay.xhtml",
}


@pytest.mark.parametrize("builder", STOCK_BUILDERS)
def test_every_builder_builds_without_a_warning(project: Project, builder: str) -> None:
    source = EVERYTHING
    build = project.write({"essay.rst": source, "literal.rst": LITERAL, "plain.rst": PLAIN}).build(builder)
    assert [line for line in build.warnings if "epub" not in line and "x.png" not in line] == []


@pytest.mark.parametrize(("builder", "output"), OUTPUTS.items())
def test_the_family_of_html_has_the_same_labels_and_every_link_lands(
    project: Project, builder: str, output: str
) -> None:
    build = project.write({"essay.rst": EVERYTHING, "literal.rst": LITERAL}).build(builder)
    page = BeautifulSoup(build.read(output), "html.parser")
    expected = romans(COUNT) + (romans(3) if builder == "singlehtml" else [])
    assert body_labels(page) == expected
    assert_every_link_lands(page)


@pytest.mark.parametrize("builder", ["text", "man", "texinfo", "xml"])
def test_other_builders_have_the_same_labels(project: Project, builder: str) -> None:
    out = {"text": "essay.txt", "man": "essays.1", "texinfo": "essays.texi", "xml": "essay.xml"}[builder]
    text = project.write({"essay.rst": EVERYTHING}).build(builder).read(out)
    text = re.sub(r"<[^>]*>|@anchor{[^}]*}|@ref{[^,]*,,([^}]*)}", r"\1", text)
    *_, listed = text.partition("Of the title.")
    found = re.findall(r"\[[ivx]+\]", text[: text.index("Of the title.")])
    assert found.count("[ii]") == 2
    if builder == "man" and docutils.__version_info__ < (0, 22):
        found.append("[viii]")  # it printed no captions of tables
    assert list(dict.fromkeys(sorted(found, key=romans(COUNT).index))) == romans(COUNT - 1)
    assert re.findall(r"^\s*(\[[ivx]+\])", listed, flags=re.MULTILINE) == romans(COUNT)[1:]


def test_a_builder_nobody_knows_is_given_docutils_own_nodes_alone(project: Project) -> None:
    # Its visitor goes by bare class names and has no fallback: see support/plain_builder.py.
    project.write({"essay.rst": EVERYTHING, "literal.rst": LITERAL})
    build = project.build("plain", extensions=["sphinxext_eir", "myst_parser", "support.plain_builder"])
    assert build.warnings == []
    words = build.read("essay.plain")
    for label in romans(COUNT):
        assert label in words
    resolved = build.resolved("literal")
    ids = {identifier for node in resolved.findall(nodes.Element) for identifier in node["ids"]}
    links = [node["refid"] for node in resolved.findall(nodes.reference) if "refid" in node]
    assert len(links) == 5
    assert set(links) <= ids


def test_gettext_has_every_notes_body(project: Project) -> None:
    catalogue = project.write({"essay.rst": EVERYTHING, "literal.rst": LITERAL}).build("gettext")
    for words in ("Of the title.", "See [#n]_.", "Second.", "Quoted.", "Nested.", "See *this*"):
        assert words in catalogue.read("essay.pot"), words
    # An inline note is part of its paragraph's message, and no message of its own.
    assert catalogue.read("essay.pot").replace('"\n"', "").count("See *this*") == 1
    for words in ("http://example.org/a_b?c=%20#!d", "Two.", "Three."):
        assert f'msgid "{words}"' in catalogue.read("literal.pot"), words


def test_a_translation_may_reorder_notes(project: Project) -> None:
    source = HEAD + "One [#a]_ two [#b]_ three\\ :eir:note:`C *c*.` four[i] five [ii]_.\n\n"
    source += ".. [#a] Aa.\n.. [#b] Bb.\n.. [i] One.\n.. [ii] Two.\n"
    messages = {
        "One [#a]_ two [#b]_ three\\\\ :eir:note:`C *c*.` four[i] five [ii]_.":
            "[ii]_ Vier[i] drei\\\\ :eir:note:`D *d*.` zwei [#b]_ eins [#a]_.",
        "Aa.": "Ah.",
    }  # fmt: skip
    catalogue = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    catalogue += "".join(f'\nmsgid "{key}"\nmsgstr "{value}"\n' for key, value in messages.items())
    project.write(
        {
            "essay.rst": source,
            "locale/de/LC_MESSAGES/essay.po": catalogue,
            "index.rst": "I\n=\n\n.. toctree::\n\n   essay\n",
        }
    )
    build = project.build(language="de", locale_dirs=["locale"])
    page = build.page("essay")
    # Sphinx itself warns of every translation that reorders footnotes.
    assert [
        line for line in build.warnings if not re.search("note_order|inconsistent_references", line)
    ] == []
    assert [re.sub(r" ↩.*", "", item.get_text(" ", strip=True)) for item in page.select("ol > li")] == [
        "[i] One.", "[ii] Two.", "[iii] D d .", "[iv] Bb.", "[v] Ah.",
    ]  # fmt: skip
    assert_every_link_lands(page)


def test_a_reference_that_only_takes_out_leaves_note_and_number(project: Project) -> None:
    source = (
        HEAD + ".. only:: latex\n\n   A [#a]_.\n\nB [#b]_.\n\n.. ifconfig:: False\n\n   C [#c]_ [#b]_.\n\n"
    )
    source += ".. [#a] Aa.\n.. [#b] Bb.\n.. [#c] Cc.\n"
    build = project.write({"essay.rst": source}).build(
        extensions=["sphinxext_eir", "myst_parser", "sphinx.ext.ifconfig"], nitpicky=False
    )
    page = build.page("essay")
    assert body_labels(page) == ["[i]", "[ii]", "[iii]"]
    assert [len(item.select("a[role=doc-backlink]")) for item in page.select("ol > li")] == [0, 1, 0]
    assert_every_link_lands(page)


# LaTeX


def bookmarks(build: Build) -> list[str]:
    """Return the PDF's bookmarks: hyperref writes them as UTF-16, in octal where they aren't ASCII."""
    lines = (build.out / "essays.out").read_bytes().splitlines()
    texts = [re.search(rb"{(\\376\\377.*?)}{", line)[1] for line in lines]
    octal = re.compile(rb"\\(\d{3})")
    return [octal.sub(lambda match: bytes([int(match[1], 8)]), text).decode("utf-16") for text in texts]


def test_a_running_head_has_no_note(project: Project, pdf_text: Callable[..., str]) -> None:
    # Without eir:article: the running heads are Sphinx's own.
    source = (
        "A title [#x]_ here\n==================\n\nSub [#y]_ title\n---------------\n\n.. eir:notes::\n\n"
    )
    source += "\n\n".join(["Words. " * 300] * 6) + "\n\n.. [#x] Xx.\n.. [#y] Yy.\n"
    build = project.write({"essay.rst": source}).build("latex")
    text = " ".join(pdf_text(build).split())
    assert "Chapter 1. A title here" in text
    assert "1.1. Sub title" in text
    assert text.count("[i]") == 2


@pytest.mark.parametrize("engine", ["pdflatex", "xelatex", "lualatex"])
@pytest.mark.parametrize("placement", ["end", "page"])
def test_the_pdf_has_every_note_once_and_headings_clean(
    project: Project, pdf_text: Callable[..., str], engine: str, placement: str
) -> None:
    source = EVERYTHING.replace(".. figure:: https://example.org/x.png\n\n   Caption", ".. rubric:: Rubric")
    source = source.replace("Of the title.", "Of the title. † ¶")
    project.write(
        {"essay.rst": source, "literal.rst": LITERAL, "plain.rst": "P\n=\n\nA [1]_.\n\n.. [1] Bb.\n"}
    )
    build = project.build("latex", latex_engine=engine, eir_note_placement=placement)
    text = pdf_text(build, engine)
    contents, _, body = text.partition("JANE DOE")
    assert re.search(r"The title of it[ .]+1", contents)
    assert re.search(r"Sub[ .]+\d", contents)
    assert re.search(r"The title\s*\[i\]\s*of it", contents.replace("\n", " "))
    assert bookmarks(build)[0].split() == ["The", "title", "of", "it"]
    for words in (
        "Of the title.",
        "Anonymous.",
        "Numbered.",
        "Symbol.",
        "Second.",
        "Quoted.",
        "Nested.",
        "Subtitle.",
    ):
        assert text.count(words) == 1, words
    if placement == "end":
        listed = body[body.index("Of the title.") - 40 :]
        assert re.findall(r"^\s*(\[[ivx]+\])", listed, flags=re.MULTILINE)[:COUNT] == romans(COUNT)
    assert re.search(r"\bA\s*1\s*\.", text)  # a footnote that isn't ours keeps its number


NESTED = """\
Top [#t]_
=========

.. eir:notes::

.. rubric:: Rubric [#r]_

.. list-table:: Table [#c]_

   * - cell [#d]_

.. [#t] Title note [#n]_.
.. [#n] Nested note [#m]_.
.. [#m] Innermost note.
.. [#r] Rubric note.
.. [#c] Caption note [#n]_.
.. [#d] Cell note [#e]_.
.. [#e] Ending note.
"""


def test_at_the_foot_of_pages_no_note_is_lost(project: Project, pdf_text: Callable[..., str]) -> None:
    build = project.write({"essay.rst": NESTED}).build("latex", eir_note_placement="page")
    text = pdf_text(build)
    for words in re.findall(r"\w+ note", NESTED):
        assert text.count(words) == 1, words
    assert set(re.findall(r"\[[ivx]+\]", text)) == set(romans(7))


def test_the_pdfs_links_lead_to_the_notes(project: Project, pdf_text: Callable[..., str]) -> None:
    build = project.write({"literal.rst": LITERAL}).build("latex")
    pdf_text(build)
    log = (build.out / "essays.log").read_text("latin-1")
    assert "has been referenced but does not exist" not in log
    assert "multiply defined" not in log
    assert (build.out / "essays.tex").read_text().count("\\eirnoteref{eir-note-") == 5


# Laws


@given(st.sets(st.text(min_size=1), max_size=30))
def test_no_two_documents_have_the_same_slug(docnames: set[str]) -> None:
    docnames = {
        name for name in docnames if "//" not in name and not name.startswith("/") and not name.endswith("/")
    }
    slugs = {slug(name) for name in docnames}
    assert len(slugs) == len(docnames)
    for text in slugs:
        assert re.fullmatch(r"[\w.-]*", text, flags=re.ASCII)


@pytest.mark.parametrize(
    ("numbers", "last"), [([], 0), ([2], 0), ([1], 1), ([1, 2, 3], 3), ([1, 3, 4], 4), ([1, 1500], 1), ([1, 2, 4, 6, 9], 6)]
)  # fmt: skip
def test_a_run_begins_at_one_and_misses_one_at_a_time(numbers: list[int], last: int) -> None:
    assert end_of_run(numbers) == last


def test_markers() -> None:
    text = "[i] x[ii]' y.[iii]_ [i]t [iv]th [v]_x [in] [I] [ i ] [i"
    assert [match[1] for match in MARKER.finditer(text)] == ["i", "ii", "iii"]


# Numbering, note by note, without a project


@dataclass
class Numbered:
    """What became of a text's notes."""

    document: nodes.document
    notes: list[NumberedNote]
    warnings: list[str]

    @property
    def list(self) -> list[str]:
        """The notes in order: number, text, and how often each is referred to."""
        return [f"{note.number} {text_of(note.note.body)} {len(note.references)}" for note in self.notes]

    @property
    def text(self) -> list[str]:
        """The paragraphs of the text, the number of the note in place of each reference."""
        numbers = {id(reference): str(note.number) for note in self.notes for reference in note.references}
        return [
            "".join(numbers.get(id(child), child.astext()) for child in paragraph.children)
            for paragraph in self.document.findall(nodes.paragraph)
        ]


def text_of(body: list[nodes.Node]) -> str:
    return " ".join(node.astext() for node in body)


@pytest.fixture
def numbered(said: Callable[[], list[str]]) -> Callable[[str], Numbered]:
    """Return what numbers the notes of a text in reStructuredText."""

    def number(text: str) -> Numbered:
        document = new_document("essay.rst", get_default_settings(Parser))
        document.settings.report_level = 5
        Parser().parse(text, document)
        notes = number_notes(pair(document, take_out(find_typed_notes(document), document)))
        warn_of_disorder(notes, {note.number: str(note.number) for note in notes})
        return Numbered(document, sorted(notes, key=lambda note: note.number), said())

    return number


TEXTS = {"#": "None", "*": "Symbol"}


def defined(*labels: str) -> str:
    """Return definitions with these labels, each of which says its label in other letters."""
    return "".join(f"\n\n.. [{label}] {TEXTS.get(label, label.strip('#').upper())}" for label in labels)


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("[#b]_ [#a]_" + defined("#a", "#b"), ["1 B 1", "2 A 1"]),
        ("[#a]_ [#b]_ [#a]_" + defined("#a", "#b"), ["1 A 2", "2 B 1"]),
        ("[#]_ [*]_ [#a]_" + defined("#a", "*", "#"), ["1 None 1", "2 Symbol 1", "3 A 1"]),
        ("[ii]_ [i]_" + defined("i", "ii"), ["1 I 1", "2 II 1"]),  # as typed
        ("[#a]_ [i]_" + defined("i", "#a"), ["1 I 1", "2 A 1"]),
        ("[#a]_ [iii]_ [i]_" + defined("i", "iii", "#a"), ["1 I 1", "2 A 1", "3 III 1"]),
        ("[2]_ [#]_ [1]_" + defined("1", "2", "#"), ["1 1 1", "2 2 1", "3 None 1"]),
        ("[3]_ [1]_" + defined("1", "3"), ["1 1 1", "3 3 1"]),  # one may be missing
        ("[2012]_ [1]_" + defined("1", "2012"), ["1 1 1", "2 2012 1"]),
        ("[2]_ [#a]_" + defined("2", "#a"), ["1 2 1", "2 A 1"]),  # no run that begins at 1
        ("[#k]_ [#i]_" + defined("#i", "#k"), ["1 K 1", "2 I 1"]),  # as in i, j, k
        ("[#ii]_ [#i]_" + defined("#i", "#ii"), ["1 I 1", "2 II 1"]),
        ("[#i]_ [#c]_ [i]_" + defined("i", "#c"), ["1 I 2", "2 C 1"]),
        ("[i]_ [1]_" + defined("i", "1"), ["1 I 1", "2 1 1"]),  # one number twice: the first has it
        ("[#a]_" + defined("#u", "#a"), ["1 A 1", "2 U 0"]),  # unused ones are last
        ("[#a]_" + defined("ii", "i", "#a"), ["1 I 0", "2 II 0", "3 A 1"]),
        ("[#a]_\n\n.. [#b] B\n.. [#a] A [#b]_\n", ["1 A  1", "2 B 1"]),
        ("[#a]_ [#c]_\n\n.. [#a] A [#b]_\n.. [#b] B\n.. [#c] C", ["1 A  1", "2 C 1", "3 B 1"]),
        ("[#a]_\n\n.. [#c] C\n.. [#b] B [#c]_\n.. [#a] A [#b]_\n", ["1 A  1", "2 B  1", "3 C 1"]),
        ("T\n\n.. [#a] A [#b]_\n.. [#b] B\n.. [#c] C", ["1 B 1", "2 A  0", "3 C 0"]),
        ("[#a]_\n\n.. [#a] A\n\n   .. [#b] B\n\n[#b]_", ["1 A 1", "2 B 1"]),  # one stands in another
        ("[i]_ [md]_" + defined("i", "md"), ["1 I 1"]),  # somebody's citation
        ("[I]_" + defined("I"), []),
        ("No note.", []),
    ],
)
def test_notes_are_numbered(numbered: Callable[[str], Numbered], text: str, notes: list[str]) -> None:
    assert numbered(text).list == notes


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A[i]' b.[ii] c[i]d [iii]_ [vi]", "A1' b.2 c[i]d 3 [vi]"),
        ("[i][ii]", "12"),
        ("[ii] b", "2 b"),
        ("a ``[i]`` b", "a [i] b"),
        ("a *b [i]* c", "a b 1 c"),
        ("a `b [i] <https://example.org>`__ c", "a b [i] c"),
    ],
)
def test_a_marker_in_the_text_refers_to_a_note(
    numbered: Callable[[str], Numbered], text: str, shown: str
) -> None:
    found = numbered(text + defined("i", "ii", "iii"))
    if "*" in text:
        (emphasis,) = found.document.findall(nodes.emphasis)
        assert [type(child).__name__ for child in emphasis.children] == ["Text", "footnote_reference"]
    else:
        assert found.text[0] == shown


def test_where_no_note_is_typed_so_a_marker_is_text(numbered: Callable[[str], Numbered]) -> None:
    assert numbered("A [i] b [#i]_" + defined("#i")).text == ["A [i] b 1"]
    assert numbered("A [i] b [#a]_" + defined("#a")).text == ["A [i] b 1"]


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        ("A [#x]_", ["1: there is no note 'x' in this document: write it, or take the reference away [note_missing]"]),
        ("A [#]_", ["1: there are more references [#]_ in this document than such notes [note_missing]"]),
        ("A [*]_", ["1: there are more references [*]_ in this document than such notes [note_missing]"]),
        (
            "A [i]_ [ii] [iii]_" + defined("i"),
            ["1: there is no note 'ii' in this document: write it, or take the reference away [note_missing]"],
        ),
        ("A" + defined("#x"), ["3: nothing refers to note 'x'; it is printed all the same [note_unused]"]),
        ("A" + defined("#"), ["3: nothing refers to note '#'; it is printed all the same [note_unused]"]),
        ("A" + defined("*"), ["3: nothing refers to note '*'; it is printed all the same [note_unused]"]),
        (
            "A [#x]_" + defined("#x", "#x"),
            ["5: there are two notes 'x': references lead to the first, and the second is printed last [note_duplicate]"],
        ),
        (
            "A [ii]_ [i]_ [iii]_" + defined("i", "ii", "iii"),
            ["3: note 1 is first referred to after note 2; numbers stay as typed [note_order]"],
        ),
        ("A [i]_ [i]_ [ii]_" + defined("ii", "i"), []),
    ],
)  # fmt: skip
def test_what_is_wrong_with_notes_is_said_where_it_stands(
    numbered: Callable[[str], Numbered], text: str, warnings: list[str]
) -> None:
    assert numbered(text).warnings == warnings


def test_docutils_is_left_nothing_of_notes(numbered: Callable[[str], Numbered]) -> None:
    text = "[#a]_ [1]_ [#]_ [*]_ [i]_ [CIT]_ [#none]_ a_" + defined("#a", "1", "#", "*", "i", "CIT")
    document = numbered(text).document
    assert [citation["names"] for citation in document.citations] == [["cit"]]
    assert list(document.citation_refs) == ["cit"]
    for registry in (
        "footnotes",
        "autofootnotes",
        "autofootnote_refs",
        "symbol_footnotes",
        "symbol_footnote_refs",
    ):
        assert getattr(document, registry) == []
    assert document.footnote_refs == {}
    assert {"1", "i"} & {*document.nametypes, *document.nameids} == set()
    assert document.nametypes["a"] is False  # a hyperlink leads there
    assert document.nameids["a"] in document.ids
    assert list(document.findall(nodes.footnote)) == []


def test_resolving_twice_gives_equal_trees(project: Project) -> None:
    project.write({"essay.rst": EVERYTHING, "literal.rst": LITERAL})
    for builder in ("html", "epub", "latex", "texinfo", "text"):
        assert_resolving_twice_gives_equal_trees(project.build(builder))
    assert_resolving_twice_gives_equal_trees(project.build("latex", out="page", eir_note_placement="page"))


def test_parallel_equals_serial(project: Project) -> None:
    project.write({f"essay{n}.rst": LITERAL.replace("Two.", f"Two of {n}.") for n in range(12)})
    assert_parallel_equals_serial(project)  # objects.inv included


def test_incremental_equals_fresh(project: Project) -> None:
    project.write({"essay.rst": EVERYTHING, "literal.rst": LITERAL, "plain.rst": PLAIN})
    edited = LITERAL.replace(".. [iii] Three.", ".. [iii] Three more.\n\n.. [iv] Four.").replace(
        "[sic]", "[iv]"
    )
    assert_incremental_equals_fresh(project, {"literal.rst": edited, "essay.rst": PLAIN.replace("md", "mm")})


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


def test_a_note_defined_in_another_is_printed_once(project: Project) -> None:
    source = HEAD + "Body [#a]_ [#b]_.\n\n.. [#a] Outer.\n\n   .. [#b] Inner.\n"
    page = project.write({"essay.rst": source}).build().page("essay")
    assert page.text.count("Inner.") == 1
    assert page.select("[role=doc-footnote]") == []


@pytest.mark.parametrize("around", [".. only:: latex", ".. ifconfig:: False", ".. note::"])
def test_a_list_where_it_can_get_lost_is_printed_last(project: Project, around: str) -> None:
    source = (
        HEAD + f"A [#x]_.\n\n{around}\n\n   .. eir:notes::\n      :title: My notes\n\nB.\n\n.. [#x] Xx.\n"
    )
    build = project.write({"essay.rst": source}).build(extensions=["sphinxext_eir", "sphinx.ext.ifconfig"])
    (warning,) = build.warnings
    assert "essay.rst:10: WARNING: eir:notes stands where not every builder would print it" in warning
    page = build.page("essay")
    assert page.select_one("section > section[role=doc-endnotes] h2").text.startswith("My notes")
    assert_every_link_lands(page)


@pytest.mark.parametrize("builder", ["html", "text", "latex", "texinfo"])
def test_labels_before_our_directives_lead_there(project: Project, builder: str) -> None:
    source = "Essay\n=====\n\nTo here_, nts_ and bio_.\n\n.. _here:\n.. rst-class:: mine\n\n.. eir:article::\n   :author: Jane\n\n"
    source += "A [#]_.\n\n.. [#] Xx.\n\n.. _nts:\n\n.. eir:notes::\n\n.. _bio:\n\n.. eir:about-author::\n\n   Jane.\n"
    build = project.write({"essay.rst": source}).build(builder)
    assert build.warnings == []
    if builder == "html":
        page = build.page("essay")
        for name in ("here", "nts", "bio"):
            assert len(page.select(f"[id='{name}']")) == 1, name
        assert "mine" in page.select_one("header.eir-article")["class"]


@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_an_inline_note_keeps_what_was_escaped(project: Project, syntax: str) -> None:
    note = (
        r":eir:note:`see foo\_, \*not em\*, C:\\dir`"
        if syntax == "rst"
        else r"{eir:note}`see foo_, \*not em\*, C:\\dir`"
    )
    name = {"rst": "essay.rst", "myst": "essay.md"}[syntax]
    build = project.write({name: f"Essay\n=====\n\nA {note}.\n"}).build()
    assert build.warnings == []
    assert r"see foo_, *not em*, C:\dir" in build.page("essay").select_one("[role=doc-endnotes] li").text


def test_a_rubric_over_notes_keeps_them(project: Project) -> None:
    source = (
        HEAD + "A [#a]_ [#b]_.\n\n.. [#b] Bb.\n\n.. rubric:: Footnotes\n\n.. [#a] Aa.\n\nLast\n----\n\nC.\n"
    )
    page = project.write({"essay.rst": source}).build().page("essay")
    assert page.select_one("p.rubric + section[role=doc-endnotes]") is not None


def test_a_heading_over_notes_is_theirs_also_if_some_stand_elsewhere(project: Project) -> None:
    source = HEAD + "A [#a]_ [#b]_.\n\n.. [#b] Bb.\n\nNotes\n-----\n\n.. [#a] Aa.\n\nLast\n----\n\nC.\n"
    page = project.write({"essay.rst": source}).build().page("essay")
    assert page.select_one("section[role=doc-endnotes] h2").text.startswith("Notes")
    assert len(page.select("section[role=doc-endnotes] li")) == 2


def test_an_article_of_a_title_alone_is_no_list_of_notes(project: Project) -> None:
    build = project.write({"essay.rst": "A title :eir:note:`n`\n=====================\n"}).build()
    (section,) = build.page("essay").select("[role=doc-endnotes]")
    assert section["aria-label"] == "Notes"
    assert section.find("h1") is None


def test_a_link_never_holds_a_note(project: Project) -> None:
    page = (
        project.write({"essay.md": "# E\n\n[link {eir:note}`x`](http://a.example) b.\n"})
        .build()
        .page("essay")
    )
    assert page.select("a a") == []
    assert page.select_one("a.external + a[role=doc-noteref]") is not None


def test_a_year_is_a_label_like_any_other(project: Project) -> None:
    build = project.write(
        {"essay.rst": HEAD + "A [2012]_ and [20240501]_.\n\n.. [2012] Aa.\n.. [20240501] Bb.\n"}
    ).build()
    assert note_labels(build) == ("[i]", "[ii]")


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


def test_a_label_too_long_for_a_number_is_a_label(project: Project) -> None:
    label = "9" * 5000  # Python reads no such number
    source = HEAD + f"A [1]_ and [{label}]_.\n\n.. [1] One.\n\n.. [{label}] Many.\n"
    build = project.write({"essay.rst": source}).build()
    assert build.warnings == []
    assert body_labels(build.page("essay")) == ["[i]", "[ii]"]


ROUND = "A [#a]_.\n\n.. [#a] Aa [#b]_.\n\n.. [#b] Bb [#c]_.\n\n.. [#c] Cc [#b]_.\n"


@pytest.mark.parametrize(
    "source",
    [
        "A [#a]_.\n\n.. [#a] Aa, as in [#a]_.\n",
        "A.\n\n.. [#a] Aa, as in [#a]_.\n",
        "A.\n\n.. [#a] Aa [#b]_.\n\n.. [#b] Bb [#a]_.\n",
        "A [#a]_.\n\n.. [#a] Aa [#b]_.\n\n.. [#b] Bb [#a]_.\n",
        ROUND,
        "A [#a]_.\n\n.. [#a] Aa [#b]_.\n\n.. [#b] Bb [#c]_.\n\n.. [#c] Cc [#d]_.\n\n.. [#d] Dd.\n",
    ],
)
def test_at_the_foot_of_pages_notes_may_lead_to_themselves_and_on_and_on(
    project: Project, source: str
) -> None:
    build = project.write({"essay.rst": HEAD + source}).build("latex", eir_note_placement="page")
    text = build.read("essays.tex")
    for words in ("Aa", "Bb", "Cc", "Dd"):
        assert text.count(words) == source.count(words), words


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (
            "A.\n\nSources of it\n-------------\n\n.. eir:notes::\n",
            "has no notes to print here; its heading 'Sources of it'",
        ),
        (
            "A [#]_.\n\n.. [#] Xx.\n\n.. eir:notes::\n\n.. eir:notes::\n   :title: More\n",
            "and not here; its heading 'More' is left out",
        ),
    ],
)
def test_a_heading_that_goes_is_named(project: Project, source: str, says: str) -> None:
    build = project.write({"essay.rst": HEAD + source}).build()
    assert any(says in warning for warning in build.warnings), build.warnings


def test_what_is_typed_in_the_list_is_kept(project: Project) -> None:
    source = HEAD + "A [#]_.\n\n.. eir:notes::\n   :title: Notes\n\n   .. [#] Xx.\n\n   Stray words.\n"
    build = project.write({"essay.rst": source}).build()
    (warning,) = build.warnings
    assert warning == "essay.rst:8: WARNING: eir:notes takes no content: it is printed before it [eir.config]"
    page = build.page("essay")
    assert body_labels(page) == ["[i]"]
    assert "Stray words." in [paragraph.text for paragraph in page.select("p")]
