"""``eir:pull-quote``, directive and role, from the source to the reader, in every builder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document
from support.axe import run_axe
from support.sphinx_project import (
    STOCK_BUILDERS,
    Project,
    assert_incremental_equals_fresh,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
    assert_same_files,
)

from sphinxext_eir.core.domain import eir_domain
from sphinxext_eir.core.nodes import eir_pull_quote, eir_pulled_words
from sphinxext_eir.extension import ENV_VERSION
from sphinxext_eir.features.pull_quotes import checking
from sphinxext_eir.text.quotation import Comparison, Difference, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from bs4 import Tag
    from playwright.sync_api import Page
    from support.sphinx_project import Build

ESSAY = """\
The Art of Waiting
==================

Waiting is an art, and :eir:pull-quote:`nobody *is* born with it`. It takes years of "very" slow trains.

.. eir:pull-quote::
   :align: left
   :attribution: Jane *Doe*

   Waiting is an art.

He who can wait has time.

.. eir:pull-quote::

   He who can wait

Time is everything.

.. eir:pull-quote::

   It takes years of […] slow trains.

The end.
"""

INDEX = "I\n=\n\n.. toctree::\n   :glob:\n\n   *\n"

PLAIN = "Plain\n=====\n\nAn API page [1]_ (Blank 2000).\n\n.. [1] A note.\n"


def quotes(build: Build, docname: str = "essay") -> list[Tag]:
    return build.page(docname).select("aside.eir-pull-quote")


def essay(project: Project, body: str, builder: str = "html", **settings: object) -> Build:
    project.write({"index.rst": INDEX, "essay.rst": f"T\n=\n\n{body}\n"})
    return project.build(builder, **settings)


def quote(words: str, *options: str) -> str:
    return "\n".join([".. eir:pull-quote::", *(f"   {option}" for option in options), "", f"   {words}", ""])


def is_hidden(aside: Tag) -> bool:
    return (
        aside.get("role") == "doc-pullquote"
        and aside["aria-hidden"] == "true"
        and not aside.get("aria-label")
    )


# Every builder


@pytest.mark.parametrize("builder", STOCK_BUILDERS)
def test_every_builder_builds_without_a_warning(project: Project, builder: str) -> None:
    build = project.write({"essay.rst": ESSAY, "plain.rst": PLAIN}).build(builder)
    assert [line for line in build.warnings if "epub" not in line] == []


@pytest.mark.parametrize(
    ("builder", "output"),
    [("text", "essay.txt"), ("man", "essays.1"), ("texinfo", "essays.texi"), ("xml", "essay.xml")],
)
def test_builders_without_a_rendering_of_ours_leave_out_what_only_repeats(
    project: Project, builder: str, output: str
) -> None:
    text = re.sub(r"<[^>]+>|\\f\w|\\-?", "", project.write({"essay.rst": ESSAY}).build(builder).read(output))
    flat = " ".join(text.split())
    assert flat.count("born with it") == 1
    assert flat.count("He who can wait") == 1
    assert flat.count("Waiting is an art") == 2  # it has an attribution
    assert flat.count("Jane") == 1
    assert flat.count("slow trains") == 2  # it is no repetition


def test_text_sets_a_pull_quote_as_a_block_quote(project: Project) -> None:
    text = project.write({"essay.rst": ESSAY}).build("text").read("essay.txt")
    assert "\n\n   Waiting is an art.\n\n   -- Jane *Doe*\n\nHe who can wait has time.\n\nTime is" in text


def test_an_unknown_builder_is_given_docutils_own_nodes_alone(project: Project) -> None:
    build = project.write({"essay.rst": ESSAY}).build("dummy")
    stock = {getattr(nodes, name) for name in nodes.node_class_names} | {nodes.document}
    assert {type(node) for node in build.resolved("essay").findall()} <= stock


def test_gettext_has_all_words_once(project: Project) -> None:
    catalogue = project.write({"essay.rst": ESSAY}).build("gettext").read("essay.pot")
    messages = re.findall(r'^msgid "(.+)"$', catalogue, flags=re.MULTILINE)
    assert sorted(messages) == sorted(
        [
            "The Art of Waiting",
            'Waiting is an art, and :eir:pull-quote:`nobody *is* born with it`. It takes years of \\"very\\" slow trains.',
            "Waiting is an art.",
            "Jane *Doe*",
            "He who can wait has time.",
            "He who can wait",
            "Time is everything.",
            "It takes years of […] slow trains.",
            "The end.",
        ]
    )


def test_a_translation_is_held_to_the_translated_text(project: Project) -> None:
    pairs = {
        "Waiting is :eir:pull-quote:`an art` of all.": "Warten ist :eir:pull-quote:`eine Kunst` von allen.",
        "Waiting is": "Warten ist",
        "of all.": "von vielen.",
    }
    catalogue = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n' + "".join(
        f'msgid "{source}"\nmsgstr "{target}"\n\n' for source, target in pairs.items()
    )
    body = f"{next(iter(pairs))}\n\n{quote('Waiting is')}\n{quote('of all.')}\nEnd."
    project.write({"locale/de/LC_MESSAGES/essay.po": catalogue})
    build = essay(project, body, language="de", locale_dirs=["locale"])
    assert [" ".join(aside.text.split()) for aside in quotes(build)] == [
        "eine Kunst",
        "Warten ist",
        "von vielen.",
    ]
    (warning,) = build.warnings
    assert "The nearest passage is 'von allen.'; what differs: 'vielen' for 'allen.'" in warning


def test_epub_has_them_too(project: Project) -> None:
    page = project.write({"essay.rst": ESSAY}).build("epub").read("essay.xhtml")
    assert page.count('role="doc-pullquote"') == 3
    assert page.count('aria-label="Pull quote"') == 1


def test_documents_without_a_pull_quote_are_untouched(make_project: Callable[..., Project]) -> None:
    builds = []
    for name, extensions in (("with", ["sphinxext_eir"]), ("without", [])):
        project = make_project(name, extensions=extensions).write({"plain.rst": PLAIN})
        builds.append([project.build(builder).out for builder in ("html", "text", "latex", "man", "texinfo")])
    for ours, theirs in zip(*builds, strict=True):
        for out in (ours, theirs):
            (out / ".buildinfo").unlink(missing_ok=True)
            if (index := out / "searchindex.js").exists():
                index.write_text(index.read_text().replace(f',"sphinxext_eir":{ENV_VERSION}', ""))
        assert_same_files(ours, theirs)


# HTML


def test_a_repetition_is_hidden_and_anything_else_is_an_aside_with_a_name(project: Project) -> None:
    build = project.write({"essay.rst": ESSAY}).build()
    *repetitions, altered = quotes(build)
    assert len(repetitions) == 3
    assert all(map(is_hidden, repetitions))
    assert altered["aria-label"] == "Pull quote"
    assert not {"role", "aria-hidden"} & altered.attrs.keys()


def test_asides_of_a_page_have_names_of_their_own(project: Project) -> None:
    said = [quote(word, ":check: off") for word in ("One", "Two", "Three")]
    project.write({"essay.rst": "T\n=\n\n" + "\n".join(said), "index.rst": INDEX})
    names = [aside["aria-label"] for aside in quotes(project.build())]
    assert names == ["Pull quote", "Pull quote 2", "Pull quote 3"]


def test_the_role_leaves_its_words_and_sets_a_copy_before_their_block(project: Project) -> None:
    copy, *_ = quotes(project.write({"essay.rst": ESSAY}).build())
    assert copy.decode_contents().strip() == "<p>nobody <em>is</em> born with it</p>"
    paragraph = copy.find_next_sibling()
    assert paragraph.text.startswith("Waiting is an art, and nobody is born with it. It takes")
    assert paragraph.find("span") is None


def test_the_attribution_is_set_apart(project: Project) -> None:
    aside = quotes(project.write({"essay.rst": ESSAY}).build())[1]
    assert aside.select_one("p.attribution").decode_contents() == "—Jane <em>Doe</em>"
    assert "eir-pull-quote-left" in aside["class"]


@pytest.mark.parametrize("syntax", ["rst", "md"])
def test_a_repetition_has_no_ids_links_notes_or_anything_to_focus_on(project: Project, syntax: str) -> None:
    if syntax == "rst":
        words = (
            "see `them <https://example.org>`_ at :ref:`end` [1]_, :doc:`index`, _`there`, [CIT]_ :math:`x`"
        )
        source = (
            f"T\n=\n\n.. eir:pull-quote::\n   :attribution: `Jane <https://example.org>`_\n\n   {words.replace(' _`there`', ' there')}\n\n"
            "A text: see `them <https://example.org>`_ at :ref:`end` [1]_, :doc:`index`, _`there`, [CIT]_ :math:`x`.\n\n"
            "It says :eir:pull-quote:`so *there* [1]_ and [CIT]_ with https://example.org/ and [#]_`, too.\n\n"
            ".. _end:\n\nEnd\n---\n\nText.\n\n.. [1] A note.\n.. [#] Another.\n.. [CIT] A citation.\n"
        )
    else:
        source = (
            "# T\n\n```{eir:pull-quote}\nsee [them](https://example.org)[^x]\n```\n\n"
            "A text: see [them](https://example.org)[^x].\n\n"
            "It says {eir:pull-quote}`so *there*[^x] <https://example.org>`.\n\n[^x]: A note.\n"
        )
    build = project.write({f"essay.{syntax}": source}).build()
    assert build.warnings == []
    asides = quotes(build)
    assert len(asides) == 2
    for aside in asides:
        assert is_hidden(aside)
        assert aside.select("a, [id], [href], [tabindex], button, input, summary, .target") == []
        assert not re.search(r"[\[\]]|A note", aside.text)
    ids = [element["id"] for element in build.page("essay").select("[id]")]
    assert len(ids) == len(set(ids))
    targets = {link["href"][1:] for link in build.page("essay").select(".body a[href^='#']")}
    assert targets <= set(ids)


def test_a_target_before_a_pull_quote_stays_where_it_is(project: Project) -> None:
    body = f".. _here:\n\n{quote('See it')}\nSee it at :ref:`this place <here>`."
    for builder in ("html", "text", "latex", "man", "texinfo", "epub"):
        build = essay(project, body, builder)
        assert [line for line in build.warnings if "epub" not in line] == []
    (aside,) = quotes(essay(project, body))
    assert "id" not in aside.attrs
    assert aside.find_previous_sibling("span")["id"] == "here"


def test_search_finds_no_pull_quote(project: Project) -> None:
    body = f"A text.\n\n{quote('Zanzibar', ':check: off')}\nEnd."
    index = essay(project, body).read("searchindex.js")
    assert "zanzibar" not in index.lower()


def test_the_setting_gives_the_side(project: Project) -> None:
    project.write({"essay.rst": ESSAY})
    first = project.build(eir_pull_quote_align="center")
    assert [aside["class"][1] for aside in quotes(first)] == [
        f"eir-pull-quote-{align}" for align in ("center", "left", "center", "center")
    ]
    second = project.build(eir_pull_quote_align="full")
    assert "eir-pull-quote-full" in quotes(second)[0]["class"]
    (warning,) = project.build(out="bad", eir_pull_quote_align="top").warnings
    assert "eir_pull_quote_align is 'top'; allowed: 'right', 'left', 'center', 'full'" in warning
    assert first.app.config.eir_pull_quote_align == "center"


def test_single_page_and_directories_have_them(project: Project) -> None:
    project.write({"essay.rst": ESSAY, "folder/other.rst": ESSAY})
    assert len(project.build("singlehtml").page().select("aside.eir-pull-quote")) == 8
    assert len(project.build("dirhtml").page("folder/other/index").select("aside.eir-pull-quote")) == 4


@pytest.mark.parametrize("theme", ["furo", "alabaster"])
def test_axe_finds_nothing_and_the_page_reflows(project: Project, page: Page, theme: str) -> None:
    build = project.write({"essay.rst": ESSAY}).build(html_theme=theme)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto((build.out / "essay.html").as_uri())
        results = run_axe(page, context={"include": [[".eir-pull-quote"]]})
        assert results.violations_count == 0, results.generate_report()
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_it_stands_beside_the_text_on_wide_pages_and_across_narrow_ones(
    project: Project, page: Page, direction: str
) -> None:
    long = "Waiting is an art, and nobody is born with it. " * 9
    build = essay(
        project, f"{quote('Waiting is an art')}\n{long}\n\n{quote('nobody is born')}\nShort.\n\nH\n-\n\nEnd."
    )
    page.set_viewport_size({"width": 1200, "height": 900})
    page.goto((build.out / "essay.html").as_uri())
    page.evaluate("direction => document.documentElement.dir = direction", direction)
    quotation, paragraph = page.locator("aside").first, page.locator("aside + p").first
    place, text = quotation.bounding_box(), paragraph.bounding_box()
    assert place["width"] < text["width"] / 2
    assert abs(place["y"] - text["y"]) < 20
    ends = (
        place["x"] + place["width"] - text["x"] - text["width"]
        if direction == "ltr"
        else place["x"] - text["x"]
    )
    assert abs(ends) < 1
    last, heading = page.locator("aside").last.bounding_box(), page.locator("h2").bounding_box()
    assert last["y"] + last["height"] <= heading["y"]
    page.set_viewport_size({"width": 360, "height": 900})
    place, text = quotation.bounding_box(), paragraph.bounding_box()
    assert place["width"] == text["width"]
    # A paragraph's box begins behind a float; its first line is what gives way.
    first_line = paragraph.evaluate("""paragraph => {
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        return range.getClientRects()[0].top + scrollY;
    }""")
    assert place["y"] + place["height"] <= first_line


# What is compared


@pytest.mark.parametrize(
    "words",
    [
        "nobody is **born** with it",
        "Nobody is born ‘with’ it.",
        "nobody\n   is\n   born",
        "nobody [1]_ is born [ii] with it[iii].",
        "``nobody`` is born",
        "an item. A quote. Row",
    ],
)
def test_the_text_has_these_words(project: Project, words: str) -> None:
    body = (
        f"{quote(words)}\nWell, nobody is [1]_ *born* [iii] “with” it.\n\n* an item.\n\nP.\n\n   A quote.\n\n"
        "   * Row\n\n.. [1] A note.\n"
    )
    body = body.replace("“with”", "'with'") if "‘" in words else body.replace("“with”", "with")
    body = body.replace("P.\n\n", "") if "item" in words else body
    (aside,) = quotes(essay(project, body))
    assert is_hidden(aside)


@pytest.mark.parametrize(
    ("elsewhere", "part"),
    [
        ("These words\n-----------", "heading"),
        (".. rubric:: These words", "heading"),
        ("::\n\n   These words", "code"),
        ("Text [1]_.\n\n.. [1] These words", "note"),
        ("Text [C]_.\n\n.. [C] These words", "note"),
        (".. eir:pull-quote::\n   :check: off\n\n   These words", "pull quote"),
        (".. eir:about-author::\n\n   These words", "biography"),
        (".. eir:article::\n\n   These words", "head"),
        (".. figure:: missing.png\n\n   These words", "caption"),
        (".. topic:: T\n\n   These words", "topic"),
        (".. math:: These words", "formula"),
        (".. These words", "comment"),
    ],
)
def test_words_that_stand_elsewhere_are_not_the_text(project: Project, elsewhere: str, part: str) -> None:  # noqa: ARG001
    build = essay(project, f"{quote('These words')}\nText.\n\n{elsewhere}\n\nText.")
    assert any("essay.rst:4: WARNING: the text doesn't say" in line for line in build.warnings)
    assert not is_hidden(quotes(build)[0])


def test_a_mismatch_is_reported_with_the_nearest_passage_and_what_differs(project: Project) -> None:
    build = essay(project, f"Serbia has no choice but to move.\n\n{quote('Serbia has any choice but')}\nEnd.")
    assert build.warnings == [
        "essay.rst:6: WARNING: the text doesn't say what this pull quote says. The nearest passage is "
        "'Serbia has no choice but'; what differs: 'any' for 'no' [eir.pull_quote]"
    ]
    (aside,) = quotes(build)
    assert not is_hidden(aside)
    assert aside["aria-label"] == "Pull quote"


def test_a_mismatch_of_myst_is_reported_at_its_line(project: Project) -> None:
    source = "# T\n\nSerbia has no choice.\n\n```{eir:pull-quote}\n:align: left\n\nSerbia has choice.\n```\n"
    (warning,) = project.write({"essay.md": source}).build().warnings
    assert warning.startswith("essay.md:5: WARNING: the text doesn't say what this pull quote says.")
    assert "what differs: 'no' left out" in warning


def test_a_stale_pull_quote_is_reported_after_an_edit(project: Project) -> None:
    assert project.write({"essay.rst": ESSAY}).build().warnings == []
    build = project.write({"essay.rst": ESSAY.replace("who can wait has", "who could wait has")}).build()
    (warning,) = build.warnings
    assert "'He who could wait'; what differs: 'can' for 'could'" in warning


def test_unchecked_words_are_not_reported_and_not_hidden(project: Project) -> None:
    build = essay(project, f"{quote('Celui qui attend', ':check: off')}\nHe who waits.")
    assert build.warnings == []
    assert not is_hidden(quotes(build)[0])


NEAR = "the text doesn't say what this pull quote says. The nearest passage is"


@pytest.mark.parametrize(
    ("nearest", "differences", "message"),
    [
        ("", 0, "the text doesn't say what this pull quote says, or anything near it"),
        ("He who waits", 0, f"{NEAR} 'He who waits', which stands elsewhere or is no whole words"),
        ("He who waits", 1, f"{NEAR} 'He who waits'; what differs: 'b0' for 'a0'"),
        (
            "He who waits",
            5,
            f"{NEAR} 'He who waits'; what differs: 'b0' for 'a0', 'b1' for 'a1', 'b2' for 'a2', 'b3' for 'a3', 'b4' for 'a4'",
        ),
        (
            "He who waits",
            6,
            f"{NEAR} 'He who waits'; what differs: 'b0' for 'a0', 'b1' for 'a1', 'b2' for 'a2', 'b3' for 'a3', 'b4' for 'a4', and more",
        ),
        ("nine chars " * 50, 1, f"{NEAR} '{'nine chars ' * 27}…'; what differs: 'b0' for 'a0'"),
    ],
)
def test_the_message_of_a_mismatch(nearest: str, differences: int, message: str) -> None:
    different = tuple(Difference(f"a{number}", f"b{number}") for number in range(differences))
    assert checking._message(Comparison(Verdict.DIFFERENT, nearest, different)) == message


@pytest.mark.parametrize(
    ("difference", "text"),
    [
        (Difference("a", "b"), "'b' for 'a'"),
        (Difference("a", ""), "'a' left out"),
        (Difference("", "b"), "'b' added"),
    ],
)
def test_a_difference_is_said_in_words(difference: Difference, text: str) -> None:
    assert str(difference) == text


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


@pytest.mark.parametrize(
    "content",
    [
        "One paragraph.\n\n   Another.",
        "* a list\n   * of two",
        "::\n\n      code()",
        "| verse\n   | and verse",
        "国家は平和を愛する。",
        "الانتظار فن",
        "========  ====\n   a         b\n   ========  ====",
        ".. math:: x^2",
        ".. note:: An admonition.",
        "\\textbf{x} <b>%s</b> $x$ \\\\",
        "Lots " * 600,
    ],
)
@pytest.mark.parametrize("align", ["left", "full"])
def test_any_content_is_rendered(
    project: Project, pdf_text: Callable[..., str], content: str, align: str
) -> None:
    body = f"{quote(content, ':check: off', f':align: {align}')}\nText. {'More text. ' * 40}"
    for builder in ("html", "epub", "text", "man", "texinfo"):
        assert [line for line in essay(project, body, builder).warnings if "epub" not in line] == []
    if "国" not in content and "ا" not in content:  # fonts for them are a project's own affair
        build = essay(project, body, "latex")
        pdf_text(build)
        assert_typeset_without_a_complaint(build)


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


# LaTeX


def assert_typeset_without_a_complaint(build: Build) -> None:
    log = (build.out / "essays.log").read_text(errors="replace")
    assert "Overfull \\vbox" not in log
    assert "multiply defined" not in log


@pytest.mark.parametrize("engine", ["pdflatex", "xelatex", "lualatex"])
def test_a_pull_quote_runs_over_no_edge_and_no_word(
    project: Project, pdf_text: Callable[..., str], engine: str
) -> None:
    # A pull quote at every height of a page, of every size, before every kind of block.
    body = []
    for number in range(60):
        align = ("left", "right", "right", "center", "full")[number % 5]
        words = " ".join(["Qone", *["qtwo"] * (number * 7 % 41)])
        after = (
            "Short.",
            "Words of it. " * (number % 13 * 4 + 1),
            "Words [#]_ of it. " + "Words of it. " * 20,
            "* A list.",
            "Head\n----\n\nWords.",
        )[number % 7 % 5]
        body += [
            "Words of it. " * (number % 11 * 3 + 1),
            "",
            quote(words, ":check: off", f":align: {align}"),
            after,
            "",
        ]
    notes = [".. [#] Words of a note."] * sum("[#]_" in line for line in body)
    build = essay(
        project,
        "\n".join([*body, "", *notes]).replace("Head\n----", "Head\n----"),
        "latex",
        latex_engine=engine,
    )
    boxes = pdf_text(build, engine, "-bbox")
    assert_typeset_without_a_complaint(build)
    beside = 0
    for page in boxes.split("<page ")[1:]:
        words = [
            (*map(float, match.groups()[:4]), match[5])
            for match in re.finditer(
                r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page
            )
        ]
        quoted = [word for word in words if word[4] in ("Qone", "qtwo")]
        others = [word for word in words if word[4] not in ("Qone", "qtwo")]
        for left, top, right, bottom, _ in quoted:
            assert left > 71
            assert right < 612 - 71
            assert top > 70
            assert bottom < 792 - 71
            for left_, top_, right_, bottom_, _ in others:
                apart = left >= right_ or left_ >= right or top + 2.5 >= bottom_ or top_ + 2.5 >= bottom
                assert apart, page
            beside += any(abs(top - other[1]) < 4 for other in others)
    assert sum(word == "Qone" for word in re.findall(r">(\w+)</word>", boxes)) == 60
    assert beside > 100


def test_latex_prints_every_pull_quote_in_its_place(project: Project, pdf_text: Callable[..., str]) -> None:
    build = project.write({"essay.rst": ESSAY}).build("latex")
    flat = " ".join(pdf_text(build, how="-raw").split())
    assert_typeset_without_a_complaint(build)
    assert flat.count("born with it") == 2
    assert flat.count("Waiting is an art") == 2
    assert "—Jane Doe" in flat
    assert build.read("essays.tex").count(r"\eirpullquotebeside{right}") == 3


# Laws


def test_resolving_twice_gives_equal_trees(project: Project) -> None:
    project.write({"essay.rst": ESSAY, "plain.rst": PLAIN})
    for builder in ("html", "epub", "latex", "text", "gettext"):
        assert_resolving_twice_gives_equal_trees(project.build(builder))


def test_resolving_leaves_what_is_stored(project: Project) -> None:
    build = project.write({"essay.rst": ESSAY}).build()
    before = build.doctree("essay").pformat()
    build.resolved("essay")
    assert build.doctree("essay").pformat() == before


def test_parallel_equals_serial(project: Project) -> None:
    sources = {f"essay{number}.rst": ESSAY.replace("years", f"{number} years") for number in range(11)}
    project.write(sources | {"bad.rst": ESSAY.replace("art.", "craft.")})
    assert_parallel_equals_serial(project)


def test_incremental_equals_fresh(project: Project) -> None:
    project.write({"essay.rst": ESSAY, "other.rst": ESSAY, "plain.rst": PLAIN, "index.rst": INDEX})
    edited = ESSAY.replace("born with it", "born to it").replace(":align: left", ":align: full")
    build = assert_incremental_equals_fresh(project, {"essay.rst": edited, "other.rst": None})
    assert list(eir_domain(build.app.env).documents) == ["essay"]
    build = assert_incremental_equals_fresh(project, {"essay.rst": PLAIN})
    assert eir_domain(build.app.env).documents == {}


def test_an_unknown_option_costs_a_warning_and_no_words(project: Project) -> None:
    build = essay(project, "Words of the text.\n\n" + quote("Words of the text", ":algin: left"))
    (warning,) = build.warnings
    assert (
        "eir:pull-quote has no option 'algin', so 'left' is left out; did you mean 'align'? [eir.config]"
        in warning
    )
    assert len(quotes(build)) == 1
