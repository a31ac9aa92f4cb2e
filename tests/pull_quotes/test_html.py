"""Pull quotes on pages: hidden where they repeat, an aside with a name elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.axe import run_axe
from support.quoted import ESSAY, INDEX, essay, is_hidden, quote, quotes, words_of

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from support.sphinx_project import Project


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
        words = words_of(aside)
        assert words.select("a, [id], [href], [tabindex], button, input, summary, .target") == []
        assert not re.search(r"[\[\]]|A note", words.text)
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
