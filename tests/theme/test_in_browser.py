"""The theme as a reader has it: in Chromium, wide and narrow, light and dark, without script, on paper; judged by axe and Nu."""

from __future__ import annotations

import statistics
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from support.axe import run_axe

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

PAGES = ["index", "tides", "tables", "search", "genindex"]

LETTERS_A_LINE = """() => [...document.querySelectorAll('.eir-text section > p')].flatMap((paragraph) => {
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), lines = {};
  for (let text; (text = texts.nextNode());) for (let i = 0; i < text.data.length; i++) {
    const letter = document.createRange();
    letter.setStart(text, i); letter.setEnd(text, i + 1);
    const box = letter.getClientRects()[0];
    if (!box) continue;
    const line = lines[Math.round(box.bottom / 8)] ??= { letters: 0, left: box.left, right: box.right };
    line.letters += 1;
    line.left = Math.min(line.left, box.left);
    line.right = Math.max(line.right, box.right);
  }
  const isFull = ({ left, right }) => right - left > 0.75 * paragraph.clientWidth;  // none beside a pull quote
  return Object.values(lines).slice(0, -1).filter(isFull).map((line) => line.letters);
})"""


def go(page: Page, site: Path, name: str, width: int = 1280) -> Page:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((site / f"{name}.html").as_uri())
    return page


def paper(page: Page) -> str:
    return page.evaluate("getComputedStyle(document.documentElement).backgroundColor")


@pytest.mark.parametrize("width", [1280, 1920])
def test_lines_are_as_long_as_one_reads_well(page: Page, site: Path, width: int) -> None:
    """62 to 70 letters, in the face that this machine has: the measure follows from the face."""
    letters = go(page, site, "kosovo", width).evaluate(LETTERS_A_LINE)
    assert len(letters) > 50
    assert 62 <= statistics.mean(letters) <= 70
    assert 18 <= float(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")) <= 19


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 3840])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_over_the_edge(page: Page, site: Path, name: str, width: int) -> None:
    go(page, site, name, width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page: Page, site: Path, name: str, width: int, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    results = run_axe(go(page, site, name, width), None)
    assert results.violations_count == 0, results.generate_report()


def test_nu_finds_nothing(site: Path, vnu: list[str]) -> None:
    pages = [site / f"{name}.html" for name in ("index", "kosovo", "essays", "search")]
    checked = subprocess.run([*vnu, "--errors-only", *pages], capture_output=True, text=True, check=False)
    assert checked.stderr == ""


def test_a_reader_chooses_colours_and_keeps_them(page: Page, site: Path) -> None:
    page.emulate_media(color_scheme="light")
    light = paper(go(page, site, "kosovo"))
    button = page.get_by_role("button", name="Colours: automatic")
    button.click()  # light
    assert paper(page) == light
    page.get_by_role("button", name="Colours: light").click()
    dark = paper(page)
    assert dark != light
    assert paper(go(page, site, "index")) == dark  # also on the next page
    page.get_by_role("button", name="Colours: dark").click()
    assert paper(page) == light


def test_the_colours_stand_before_anything_is_painted(browser: Browser, site: Path) -> None:
    """What a reader chose is set before the style sheet is read, so that no other paper flashes up."""
    context = browser.new_context(offline=True, color_scheme="light")
    page = context.new_page()
    page.goto((site / "kosovo.html").as_uri())
    page.evaluate("localStorage.setItem('eir-theme', 'dark')")
    page.route(
        "**/*.css*",
        lambda route: (
            seen.append(page.evaluate("document.documentElement.dataset.theme")),
            route.continue_(),
        ),
    )
    seen: list[str] = []
    page.goto((site / "kosovo.html").as_uri())
    context.close()
    assert seen
    assert set(seen) == {"dark"}


def test_without_script_all_is_there_but_the_switch(browser: Browser, site: Path) -> None:
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = go(context.new_page(), site, "tides")
    assert page.locator("main h1").is_visible()
    assert page.get_by_role("searchbox").is_visible()
    assert page.locator(".eir-contents a").first.is_visible()
    assert not page.locator(".eir-switch").is_visible()
    context.close()


def test_nothing_is_fetched_from_a_network_and_nothing_moves(page: Page, site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(
        "addEventListener('load', () => 0); window.shifts = 0;"
        "new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shifts += entry.value; }))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    go(page, site, "kosovo")
    page.wait_for_timeout(300)
    assert asked
    assert [url for url in asked if not url.startswith("file:")] == []
    assert page.evaluate("window.shifts") == 0


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (768, False), (360, False)])
def test_contents_stand_beside_the_text_where_there_is_room_and_fold_where_there_is_none(
    page: Page,
    site: Path,
    width: int,
    beside: bool,  # noqa: FBT001
) -> None:
    go(page, site, "tides", width)
    contents = page.locator(".eir-contents a").first
    assert contents.is_visible() is beside
    if beside:
        box, text = page.locator(".eir-contents").bounding_box(), page.locator("main").bounding_box()
        assert box
        assert text
        assert box["x"] + box["width"] <= text["x"]
    else:
        page.locator(".eir-contents summary").click()
        assert contents.is_visible()


def test_the_first_key_leads_past_the_masthead(page: Page, site: Path) -> None:
    go(page, site, "kosovo")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_what_scrolls_is_reached_by_keyboard(page: Page, site: Path) -> None:
    go(page, site, "tables", 360)
    assert page.locator("main table").get_attribute("tabindex") == "0"
    go(page, site, "tables", 3840)
    assert page.locator("main table").get_attribute("tabindex") is None


def test_on_paper_there_is_the_text_alone(page: Page, site: Path) -> None:
    go(page, site, "tides")
    page.emulate_media(media="print")
    hidden = [
        ".eir-search",
        ".eir-switch",
        ".eir-contents",
        ".eir-relbar",
        ".eir-colophon",
        ".eir-skip",
        ".headerlink",
    ]
    assert [selector for selector in hidden if page.locator(selector).first.is_visible()] == []
    assert page.evaluate("getComputedStyle(document.body).fontSize") == f"{11 * 96 / 72:.4f}px"


def test_the_last_sheet_has_words(page: Page, site: Path, tmp_path: Path) -> None:
    import pypdfium2

    printed = tmp_path / "kosovo.pdf"
    go(page, site, "kosovo").pdf(path=printed, prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(printed)
    sheets = [sheet.get_textpage().get_text_range() for sheet in document]
    document.close()
    assert len(sheets[-1].split()) > 10
    assert "Skip to the text" not in " ".join(sheets)
    assert "Russia’s Foreign Policy in Kosovo" in sheets[1].splitlines()[0]  # the running head


def test_a_journal_from_right_to_left_is_its_mirror(page: Page, tmp_path: Path) -> None:
    from support.sphinx_project import Project

    source = tmp_path / "source"
    source.mkdir()
    build = (
        Project(source, {"html_theme": "eir", "language": "ar", "project": "المجلة"})
        .write({"index.rst": "عنوان\n=====\n\nنص.\n\nقسم\n----\n\nنص.\n\nقسم آخر\n-------\n\nنص.\n"})
        .build()
    )
    go(page, build.out, "index")
    brand, search = (page.locator(selector).bounding_box() for selector in (".eir-brand", ".eir-search"))
    contents, text = (page.locator(selector).bounding_box() for selector in (".eir-contents", "main"))
    assert brand["x"] > search["x"]  # type: ignore[index]
    assert contents["x"] > text["x"]  # type: ignore[index]
