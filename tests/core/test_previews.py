"""Previews of notes and references, in a real browser: by mouse, keyboard and touch (WCAG 2.2, 1.4.13 and 2.1.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.axe import run_axe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
    from support.sphinx_project import Project

ESSAY = """\
Essay
=====

.. eir:article::

First [#a]_ and second [#b]_ and a `link <https://example.org>`_.

{filler}

Last [#b]_.

.. [#a] The note, with *emphasis* and a URL, https://example.org/a.
.. [#b] Another note.

   It has two paragraphs.
""".format(filler="\n\n".join(["Words that fill the page. " * 20] * 8))

PREVIEW = ".eir-preview"
MIDDLE = {"x": 8, "y": 8}  # of a reference, and not of the word in it that is hidden from view


@pytest.fixture
def essay(project: Project) -> str:
    """Return the address of a page with notes."""
    build = project.write({"essay.rst": ESSAY}).build(html_theme="alabaster")
    return (build.out / "essay.html").as_uri()


def reference(page: Page, number: int = 0) -> object:
    return page.locator("a[role=doc-noteref]").nth(number)


def test_the_script_is_on_pages_with_notes_alone(project: Project) -> None:
    plain = "Plain\n=====\n\n.. eir:article::\n   :author: Jane\n"
    project.write({"essay.rst": ESSAY, "plain.rst": plain})
    build = project.build()
    assert len(build.page("essay").select("script[src^='_static/eir.js'][defer]")) == 1
    assert build.page("plain").select("script[src*='eir']") == []
    assert project.build(out="off", eir_previews=False).page("essay").select("script[src*='eir']") == []


def test_script_and_style_sheet_are_small(project: Project) -> None:
    build = project.write({"essay.rst": ESSAY}).build()
    assert (
        sum((build.out / "_static" / name).stat().st_size for name in ("eir.css", "eir.js", "eir-copy.js"))
        < 12_000
    )


TABS = """\
Essay
=====

.. eir:article::

A word [#t]_ and :raw-html:`<a role="doc-noteref" href="#%zz">odd</a> <a role="doc-noteref">dead</a>`.

.. role:: raw-html(raw)
   :format: html

.. eir:notes::

.. [#t] A note with a choice.

   .. tab-set::

      .. tab-item:: One

         First words.

      .. tab-item:: Two

         Other words.
"""


def test_a_preview_leaves_what_it_copies_as_it_is(project: Project, page: Page) -> None:
    build = project.write({"essay.rst": TABS}).build(extensions=["sphinxext_eir", "sphinx_design"])
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    page.goto((build.out / "essay.html").as_uri())
    checked = "[...document.querySelectorAll('.eir-notes input[type=radio]')].map((one) => one.checked)"
    assert page.evaluate(checked) == [True, False]
    for link in page.locator("a[role=doc-noteref]").all():
        link.hover(force=True)
        page.wait_for_timeout(300)
    page.locator("a[role=doc-noteref]").first.hover()
    page.locator(PREVIEW).wait_for()
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))
    assert page.evaluate(checked) == [True, False]
    page.locator(PREVIEW).get_by_text("Two", exact=True).click()
    assert page.locator(PREVIEW).get_by_text("Other words.").is_visible()  # its tabs work, and are its own
    assert page.evaluate(checked) == [True, False]
    assert thrown == []


def test_hover_shows_the_note_and_the_preview_can_be_hovered(page: Page, essay: str) -> None:
    page.goto(essay)
    before = page.evaluate("document.documentElement.scrollHeight")
    place = reference(page, 2).bounding_box()
    reference(page).hover(position=MIDDLE)
    preview = page.locator(PREVIEW)
    assert preview.inner_text().strip() == "The note, with emphasis and a URL, https://example.org/a."
    assert preview.locator("[id]:not([id^=copy-]), [role=doc-backlink]").count() == 0
    # Nothing on the page moves.
    assert page.evaluate("document.documentElement.scrollHeight") == before
    assert reference(page, 2).bounding_box() == place
    preview.hover()
    page.wait_for_timeout(400)
    assert preview.is_visible()
    page.mouse.move(5, 5)
    page.wait_for_timeout(400)
    assert preview.count() == 0


def test_escape_closes_it_under_the_pointer(page: Page, essay: str) -> None:
    page.goto(essay)
    reference(page).hover(position=MIDDLE)
    assert page.locator(PREVIEW).is_visible()
    page.keyboard.press("Escape")
    assert page.locator(PREVIEW).count() == 0


def test_the_keyboard_opens_reaches_into_and_leaves_it(page: Page, essay: str) -> None:
    page.goto(essay)
    page.evaluate("document.querySelector('header.eir-article, h1').setAttribute('tabindex', '-1')")
    page.evaluate("document.querySelector('h1').focus()")
    while "noteref" not in (page.evaluate("document.activeElement.className") or ""):
        page.keyboard.press("Tab")
    assert page.locator(PREVIEW).is_visible()
    page.keyboard.press("Tab")  # into the preview: its link
    assert page.evaluate("document.activeElement.closest('.eir-preview') !== null")
    page.wait_for_timeout(400)
    assert page.locator(PREVIEW).is_visible()
    page.keyboard.press("Escape")
    assert page.locator(PREVIEW).count() == 0
    assert page.evaluate("document.activeElement.getAttribute('role')") == "doc-noteref"
    page.keyboard.press("Tab")  # to the next reference
    assert "two paragraphs" in page.locator(PREVIEW).inner_text()
    page.keyboard.press("Tab")  # past it: this preview holds no link
    page.wait_for_timeout(400)
    assert page.locator(PREVIEW).count() == 0


def test_enter_follows_the_link_and_the_backlink_leads_back(page: Page, essay: str) -> None:
    page.goto(essay)
    reference(page).focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#eir-note-1-essay")
    assert page.locator(PREVIEW).count() == 0
    page.locator("a[role=doc-backlink]").first.click()
    assert page.url.endswith("#eir-note-1-essay-1")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """Yield a page of a phone."""
    context = browser.new_context(
        offline=True, has_touch=True, is_mobile=True, viewport={"width": 320, "height": 640}
    )
    yield context.new_page()
    context.close()


def test_the_first_tap_shows_the_note_and_the_second_goes_there(phone: Page, essay: str) -> None:
    phone.goto(essay)
    reference(phone).tap(position=MIDDLE)
    preview = phone.locator(PREVIEW)
    assert preview.is_visible()
    assert "#" not in phone.url
    box = preview.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    phone.locator("h1").first.tap()
    assert preview.count() == 0
    reference(phone).tap(position=MIDDLE)
    reference(phone).tap(position=MIDDLE)
    assert phone.url.endswith("#eir-note-1-essay")


def test_it_opens_above_where_there_is_no_room_below(page: Page, essay: str) -> None:
    page.goto(essay)
    last = reference(page, 2)
    last.scroll_into_view_if_needed()
    page.evaluate(
        "scrollBy(0, document.querySelectorAll('a[role=doc-noteref]')[2].getBoundingClientRect().bottom - innerHeight + 8)"
    )
    last.hover(position=MIDDLE)
    assert page.locator(PREVIEW).bounding_box()["y"] < last.bounding_box()["y"]


def test_without_javascript_the_links_work(browser: Browser, essay: str) -> None:
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto(essay)
    reference(page).click(position=MIDDLE)
    assert page.url.endswith("#eir-note-1-essay")
    assert page.locator(PREVIEW).count() == 0
    context.close()


@pytest.mark.parametrize("theme", ["alabaster", "furo"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_notes_and_previews(
    project: Project, page: Page, theme: str, scheme: str
) -> None:
    build = project.write({"essay.rst": ESSAY}).build(html_theme=theme)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto((build.out / "essay.html").as_uri())
    reference(page).hover(position=MIDDLE)
    assert page.locator(PREVIEW).is_visible()
    results = run_axe(page, context={"include": [[".eir-notes"], [".eir-preview"], ["p:has(.eir-noteref)"]]})
    assert results.violations_count == 0, results.generate_report()


def test_the_preview_has_the_themes_colours(project: Project, page: Page) -> None:
    build = project.write({"essay.rst": ESSAY}).build(html_theme="furo")
    page.emulate_media(color_scheme="dark")
    page.goto((build.out / "essay.html").as_uri())
    reference(page).hover(position=MIDDLE)
    colours = "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    colour, background = page.locator(PREVIEW).evaluate(colours)
    assert background == page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colour != background


def test_reduced_motion_moves_nothing(page: Page, essay: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(essay)
    reference(page).hover(position=MIDDLE)
    assert page.locator(PREVIEW).evaluate("e => getComputedStyle(e).animationName") == "none"


def test_screen_readers_are_told_what_a_reference_is(page: Page, essay: str) -> None:
    page.goto(essay)
    snapshot = page.locator("[role=main], .body").first.aria_snapshot()
    assert snapshot.count('link "Note [i]"') == 1
    assert snapshot.count('link "Note [ii]"') == 2
    assert 'link "Back to reference 2 of note ii"' in snapshot


CITING = """\
Essay
=====

.. eir:article::

So it is said (Blank 2000), he said.

{filler}

.. eir:bibliography::

   Blank, Stephen J. (2000) *Threats*. https://example.org/threats
""".format(filler="\n\n".join(["Words that fill the page. " * 20] * 8))


def test_a_citation_shows_its_entry(project: Project, page: Page) -> None:
    build = project.write({"essay.rst": CITING}).build(html_theme="alabaster")
    page.goto((build.out / "essay.html").as_uri())
    page.locator("a[role=doc-biblioref]").hover()
    preview = page.locator(PREVIEW)
    assert preview.inner_text().strip() == "Blank, Stephen J. (2000) Threats. https://example.org/threats"
    assert preview.get_attribute("aria-label") == "(Blank 2000)"
    page.keyboard.press("Escape")
    assert preview.count() == 0
    page.locator("a[role=doc-biblioref]").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert preview.count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.href") == "https://example.org/threats"
