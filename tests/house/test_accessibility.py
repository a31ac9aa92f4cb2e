"""Articles under the six themes that documentation is most often seen in: judged by axe-core, read by keyboard and by ear."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from support.axe import run_axe
from support.themed import THEMES, build_in_theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

ESSAY = """\
Essay
=====

.. eir:article::
   :author: Jane Doe <https://orcid.org/0000-0002-1825-0097>; John Roe (Leeds)
   :date: 2024-03-01
   :updated: 2024-04-02
   :canonical: https://example.org/essay/
   :disclaimer: Written by *students*.

   Waiting is an art, and this essay says how it is learnt.

Nobody is born with it [#a]_, and :eir:pull-quote:`it takes years of very slow trains`, as Blank (2000) says. {filler}

.. eir:pull-quote::
   :align: left
   :attribution: Jane Doe

   Nobody is born with it

{filler} See the `timetable <https://example.org/table>`_, and again [#a]_ and [#b]_ (Clark 2001).

.. eir:pull-quote::
   :align: full

   Nobody is born […] slow trains

.. eir:pull-quote::
   :align: center
   :check: off

   Celui qui sait attendre a tout.

The end
-------

{filler}

.. eir:about-author::

   **Jane Doe** teaches patience.

.. [#a] The note, with *emphasis* and a URL, https://example.org/a.
.. [#b] Another note.

   It has two paragraphs.

.. eir:notes::
   :title: Notes

.. eir:bibliography::
   :title: Bibliography

   Blank, Stephen J. (2000) *Threats*. https://example.org/threats

   Clark, Wesley. (2001) *Waging Modern War*. New York: PublicAffairs.
""".format(filler="Words fill the line. " * 30)

PLAIN = """\
Plain
=====

A paragraph with a `link <https://example.org>`_ among its words, and ``code``. See :doc:`essay`.

- An `item <https://example.org>`_ with a link.
"""
"""A page with nothing of ours: what is wrong here is the theme's."""

OURS = "[class*='eir-']"


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a builder of the pages with a theme, once each: apart from the tests, since themes leave things behind."""
    built: dict[str, Path] = {}

    def build(theme: str) -> Path:
        if theme not in built:
            files = {
                "index.rst": "Essays\n======\n\n.. toctree::\n\n   essay\n   plain\n",
                "essay.rst": ESSAY,
                "plain.rst": PLAIN,
            }
            built[theme] = build_in_theme(theme, tmp_path_factory.mktemp(theme), files)
        return built[theme]

    return build


@pytest.fixture(params=THEMES)
def essay(request: pytest.FixtureRequest, pages: Callable[[str], Path]) -> Path:
    """Return the page, built with a theme."""
    return pages(request.param) / "essay.html"


def faults(page: Page, selector: str) -> dict[tuple[str, ...], str]:
    """Return what axe-core finds: rule, and the colours if it is about these → where."""
    found = {}
    for violation in run_axe(page, context={"include": [[selector]]}).response["violations"]:
        for node in violation["nodes"]:
            data = next((check["data"] for check in node["any"] if check["data"]), None) or {}
            colours = (str(data.get("fgColor")), str(data.get("bgColor"))) if isinstance(data, dict) else ()
            found[violation["id"], *colours] = f"{node['html']}: {node['failureSummary']}"
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_of_ours(page: Page, essay: Path, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto((essay.parent / "plain.html").as_uri())
    themes = faults(page, "p")
    page.locator("p a").first.focus()
    themes |= faults(page, "p")  # sphinx-immaterial gives links that have the focus a faint colour
    page.goto(essay.as_uri())
    page.locator("a[role=doc-noteref]").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.locator(".eir-preview").count() == 1
    for place in (OURS, "p:has(.eir-noteref)", ".eir-preview"):
        found = {what: where for what, where in faults(page, place).items() if what not in themes}
        assert not found, found


def test_the_keyboard_reaches_everything_and_every_preview(page: Page, essay: Path) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(essay.as_uri())
    links = page.locator("header.eir-article ~ * a, header.eir-article a").count()
    page.evaluate("""() => {
        const first = document.querySelector("header.eir-article");
        first.tabIndex = -1;
        first.focus();
    }""")
    seen, previews = [], []
    for _step in range(links + 20):
        page.keyboard.press("Tab")
        where = page.evaluate("""() => {
            const a = document.activeElement, p = document.querySelector(".eir-preview");
            return [a.getAttribute("role"), a.className, p && !p.contains(a) ? p.getAttribute("aria-label") : null,
                    p ? p.contains(a) : false, a.getAttribute("href")];
        }""")
        role, _classes, preview, inside, address = where
        if role in ("doc-noteref", "doc-biblioref") and not inside:
            seen.append(address)
            previews.append(preview)
    assert seen[:5] == [  # and from the last link back to the first
        "#eir-note-1-essay", "#eir-ref-Blank2000-essay", "#eir-note-1-essay", "#eir-note-2-essay", "#eir-ref-Clark2001-essay",
    ]  # fmt: skip
    assert previews[:5] == ["Note [i]", "Blank (2000)", "Note [i]", "Note [ii]", "(Clark 2001)"]


def test_a_screen_reader_is_told_everything_once_and_in_order(page: Page, essay: Path) -> None:
    page.goto(essay.as_uri())
    tree = page.locator("body").aria_snapshot()
    # Two pull quotes repeat the text: they are seen, and said where the text says them.
    assert tree.count("it takes years of very slow trains") == 1
    assert tree.count("Nobody is born with it") == 1
    assert tree.count("Celui qui sait attendre a tout.") == 1
    assert tree.count('complementary "Pull quote"') == 1
    assert tree.count('complementary "Pull quote 2"') == 1
    # What stands in the page, in the order of reading.
    expected = [
        'heading "Essay', "Jane Doe", 'link "Note [i]"', 'link "Blank (2000)"', 'link "Note [i]"', 'link "Note [ii]"',
        'link "(Clark 2001)"', 'complementary "Pull quote"', 'complementary "Pull quote 2"', 'heading "The end',
        'region "About the authors"', 'heading "Notes', "listitem", "[i] The note", 'link "Back to reference 1 of note i"',
        'link "Back to reference 2 of note i"', "listitem", "[ii] Another note.", "It has two paragraphs.",
        'link "Back to reference 1 of note ii"', 'heading "Bibliography', "listitem", "Blank, Stephen J. (2000)",
        'link "Back to citation 1 of Blank 2000"', "listitem", "Clark, Wesley.",
    ]  # fmt: skip
    position = tree.index('heading "Essay')
    for words in expected:
        found = tree.find(words, position)
        assert found >= 0, f"{words!r} does not follow in\n{tree}"
        position = found + 1
    levels = page.locator(":is(section, article) :is(h1, h2, h3, h4)").evaluate_all(
        "all => all.map(e => +e.tagName[1])"
    )
    own = levels[levels.index(1) :]
    assert all(after - before <= 1 for before, after in pairwise(own)), own


def test_nothing_is_wider_than_a_narrow_page(page: Page, essay: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(essay.as_uri())
    outside = page.locator(OURS).evaluate_all(
        "all => all.filter(e => { const box = e.getBoundingClientRect(); return box.left < 0 || box.right > 321; }).length"
    )
    assert outside == 0
    width = page.evaluate("document.documentElement.scrollWidth")
    page.add_style_tag(content=f":is({OURS}) {{ display: none !important }}")  # what is left is the theme's
    assert width <= max(321, page.evaluate("document.documentElement.scrollWidth"))


def test_lists_have_our_labels_and_no_markers_of_the_themes(page: Page, essay: Path) -> None:
    page.goto(essay.as_uri())
    items = page.locator(".eir-notes > ol > li, .eir-bibliography > ul > li")
    assert items.count() == 4
    assert set(items.evaluate_all("all => all.map(e => getComputedStyle(e).listStyleType)")) == {'""'}
    edge = page.locator(".eir-notes").bounding_box()["x"]
    assert all(abs(item.bounding_box()["x"] - edge) < 1 for item in items.all())


def test_what_introduces_an_essay_is_larger_than_it_and_notes_are_smaller(page: Page, essay: Path) -> None:
    page.goto(essay.as_uri())
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    text = page.locator("p:has(.eir-biblioref)").first.evaluate(size)
    assert page.locator(".eir-standfirst p").first.evaluate(size) > text
    assert page.locator(".eir-notes li p").first.evaluate(size) < text


def test_paper_has_the_notes_and_none_of_the_buttons(page: Page, essay: Path) -> None:
    page.goto(essay.as_uri())
    page.emulate_media(media="print")
    assert page.locator(".eir-notice").is_visible()
    assert page.locator(".eir-notes li").count() == 2
    for number in range(2):
        assert page.locator(".eir-notes li").nth(number).is_visible()
    assert page.locator(".eir-backlink:visible").count() == 0
    assert page.locator(".eir-canonical").inner_text() == "https://example.org/essay/"
    # A preview that is open when the page is printed isn't.
    page.emulate_media(media="screen")
    page.locator("a[role=doc-noteref]").first.hover(position={"x": 8, "y": 8})
    assert page.locator(".eir-preview").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".eir-preview").is_visible()


CHROME = re.compile(
    "skip to|back to top|made with|built with|created using|edit this|next|previous", re.IGNORECASE
)
"""Words of themes around an article; none of them is in it."""


def test_each_sheet_has_the_article_and_nothing_over_it(page: Page, essay: Path, tmp_path: Path) -> None:
    page.goto(essay.as_uri())
    said = set(re.findall(r"\w+", page.locator("[role=main], .body, article").first.inner_text()))
    page.mouse.wheel(0, 1500)  # down and up again, when themes offer the way back to the top
    page.wait_for_timeout(200)
    page.mouse.wheel(0, -400)
    page.wait_for_timeout(200)
    page.emulate_media(media="print")
    over = page.locator("body *").evaluate_all(
        """all => all.filter(e => e.checkVisibility() && getComputedStyle(e).position === "fixed" && e.innerText.trim())
                     .map(e => e.className).filter(name => !/sidebar|drawer/.test(name))"""
    )
    assert over == []  # a fixed box is printed on each sheet
    for height in ("297mm", "270mm", "240mm"):  # of the sheet: where the last one ends is chance
        printed = tmp_path / "printed.pdf"
        page.pdf(path=str(printed), width="210mm", height=height)
        sheets = [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(printed)]
        assert not CHROME.findall(" ".join(sheets))
        assert all(said.intersection(re.findall(r"\w+", sheet)) for sheet in sheets), sheets[-1]


def test_a_sheet_is_set_as_a_page_of_a_book(page: Page, essay: Path, tmp_path: Path) -> None:
    """Serif letters of 11 points, black links with their addresses, the title over each sheet but the first, its number below."""
    page.goto(essay.as_uri())
    page.emulate_media(media="print")
    # Some themes fade from one colour to the next; a slow machine would see one between the two.
    page.evaluate("Promise.all(document.getAnimations().map(one => one.finished))")
    paragraph = page.locator("p:has(.eir-biblioref)").first
    style = paragraph.evaluate(
        "e => { const s = getComputedStyle(e); return [s.fontSize, s.fontFamily, s.color]; }"
    )
    assert float(style[0].removesuffix("px")) == pytest.approx(11 * 96 / 72, abs=0.01)
    assert style[1].endswith("serif")
    assert "sans" not in style[1]
    links = page.locator("p:has(.eir-biblioref) a, .eir-bibliography a").evaluate_all(
        "all => all.map(a => getComputedStyle(a).color)"
    )
    assert {style[2], *links} == {"rgb(0, 0, 0)"}
    page.pdf(path=str(tmp_path / "sheets.pdf"), width="210mm", height="200mm")
    sheets = [
        sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(tmp_path / "sheets.pdf")
    ]
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, 1):
        assert str(number) in sheet.split()
        headed = number == 1 or essay.parents[1].name.startswith(WITHOUT_META)
        assert headed or "Essay" in sheet.splitlines()[:2]
    whole = " ".join(" ".join(sheets).split())
    assert whole.count("timetable <https://example.org/table>") == 1
    assert whole.count("https://example.org/threats") == 1  # it says its address itself
    # Nothing of the theme is left around the article.
    words = set(re.findall(r"\w{4,}", whole)) - set(re.findall(r"\w{4,}", " ".join(SAID)))
    assert not words - {"https", "example", "table"}, words


WITHOUT_META = "sphinx_immaterial"
"""A theme that leaves out what extensions put into the head of a page, as the title over its sheets."""

SAID = [ESSAY, "This copy is for reference only and may contain conversion errors. For all formal use please refer to the official version, as linked below. March April updated Notes JANE JOHN LEEDS MARCH APRIL UPDATED"]  # fmt: skip
