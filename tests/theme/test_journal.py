"""A whole journal in the theme, in Chromium: type, front page, what servers send, what is there before scripts come."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from support.sphinx_project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

ESSAY = """\
:author: Mara Lindqvist (University of Northport); Tomas Reuel
:date: 2025-06-12
:updated: 2025-07-01
:kind: essay
:image: quay.png
:image-alt: A quay
:license: CC BY 4.0
:keywords: harbours; light

Keepers of the Light
====================

.. eir:article::

   A lighthouse is made for people who never enter it.

"For every lamp there is a man who doesn't sleep," wrote the inspector. {filler}

    The glass was clear at two.

    -- A log

See https://example.org/archive/oaths/of-the-northern-lights, and :smallcaps:`nato`. {filler}

==== =====
Year Lamps
==== =====
1840 1 204
==== =====

.. eir:pull-quote:: "For every lamp there is a man"

{filler}

{marks}

.. eir:about-author::

   **Mara Lindqvist** teaches.

{notes}
""".format(
    filler="Words fill the line, and go on for a while. " * 20,
    marks="Stop.\\ [#]_ " * 60,
    notes=".. [#] A note.\n" * 60,
)

FRONT = """\
The Northport Review
====================

.. eir:article-list::
   :limit: 1
   :class: lead

Recent
------

.. eir:article-list::
   :skip: 1

.. toctree::
   :hidden:

   essays
"""

ROLE = ".. role:: smallcaps\n   :class: eir-small-caps\n\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the journal's pages."""
    root = tmp_path_factory.mktemp("journal") / "source"
    root.mkdir()
    Image.new("RGB", (48, 32), "#345").save(root / "quay.png")
    project = Project(root, {"project": "The Northport Review", "html_theme": "eir", "language": "en"})
    front, _, text = ESSAY.partition("\n\n")
    other = ESSAY.replace("Keepers of the Light", "Keepers of the Dark!").replace("2025-06-12", "2024-06-12")
    build = project.write(
        {
            "index.rst": FRONT,
            "essays.rst": "Essays\n======\n\n.. toctree::\n\n   keepers\n   dark\n",
            "keepers.rst": f"{front}\n\n{ROLE}{text}",
            "dark.rst": "\n\n".join([*other.partition("\n\n")[::2]]).replace(
                "\n\nKeepers", f"\n\n{ROLE}Keepers"
            ),
        }
    ).build(
        extensions=["sphinxext_eir", "sphinx_design"],
        eir_article_layout="journal",
        eir_reading_time=True,
        eir_opening="drop-cap",
        html_theme_options={"tagline": "Essays, at their own pace", "sections": "essays"},
    )
    assert build.warnings == []
    return build.out


def go(page: Page, site: Path, name: str = "keepers", width: int = 1280) -> Page:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((site / f"{name}.html").as_uri())
    return page


def style(page: Page, selector: str, name: str, pseudo: str | None = None) -> str:
    return page.locator(selector).first.evaluate(
        "(e, [name, pseudo]) => getComputedStyle(e, pseudo).getPropertyValue(name)", [name, pseudo]
    )


def box(page: Page, selector: str) -> dict[str, Any]:
    found = page.locator(selector).first.bounding_box()
    assert found, selector
    return dict(found)


SET = [
    ("main section > p", "font-variant-numeric", "oldstyle-nums"),
    ("main table", "font-variant-numeric", "lining-nums"),
    ("main section > p", "hyphens", "auto"),
    ("main h1", "hyphens", "manual"),
    ("main p a.external", "hyphens", "manual"),  # a hyphen would be one of the address's letters
    (".eir-pull-quote p", "hyphens", "manual"),
    ("main h1", "text-wrap", "balance"),
    (".eir-small-caps", "font-variant-caps", "small-caps"),
    (".eir-small-caps", "font-synthesis-small-caps", "none"),  # letters of the face, or capitals
    ("main blockquote", "border-inline-start-width", "0px"),
    ("main blockquote", "background-color", "rgba(0, 0, 0, 0)"),
    (".eir-dash", "font-size", "0px"),  # the ornament is drawn over the dash
]
"""Where, what, and how it begins."""


def test_type_is_set_with_care(page: Page, site: Path) -> None:
    go(page, site)
    found = [(selector, name, style(page, selector, name)) for selector, name, _expected in SET]
    wrong = [one for one, (*_, expected) in zip(found, SET, strict=True) if not one[2].startswith(expected)]
    assert wrong == []


def test_the_marker_of_a_note_stays_in_the_line_of_its_word(page: Page, site: Path) -> None:
    go(page, site)
    lines = page.locator("main p .eir-noteref").evaluate_all("""all => all.map((marker) => {
      const stop = document.createRange(), before = marker.previousSibling;
      stop.setStart(before, before.length - 1); stop.setEnd(before, before.length);
      return [stop.getBoundingClientRect().bottom, marker.getClientRects()[0].bottom];
    })""")
    assert len(lines) == 60
    assert len({word for word, _marker in lines}) > 5
    assert all(abs(word - marker) < 4 for word, marker in lines)


def test_an_ornament_stands_at_the_edge_of_the_text(page: Page, site: Path) -> None:
    go(page, site)
    edge = page.locator(".eir-dash").evaluate(
        "e => parseFloat(getComputedStyle(e, '::before').width) + parseFloat(getComputedStyle(e, '::before').marginLeft)"
    )
    assert style(page, ".eir-dash", "gap") == "normal"  # none before it: the dash itself takes no room
    assert 8 <= float(edge) <= 12
    assert page.locator(".eir-dash").inner_text().strip() == "—"  # to ears it is what it was


def test_quotation_marks_hang(page: Page, site: Path) -> None:
    """Before a pull quote, and before a drop cap where the page has room at its edge."""
    go(page, site)
    assert float(style(page, ".eir-pull-quote.eir-hung", "text-indent").removesuffix("px")) < -4
    assert "eir-hung" in (page.locator(".eir-drop-cap").get_attribute("class") or "")
    hanging = float(style(page, ".eir-drop-cap", "margin-left", "::first-letter").removesuffix("px"))
    assert hanging < -20
    go(page, site, width=360)
    assert style(page, ".eir-drop-cap", "margin-left", "::first-letter") == "0px"
    page.emulate_media(media="print")  # Chromium cuts off what stands outside of a sheet's text
    go(page, site)
    assert style(page, ".eir-drop-cap", "margin-left", "::first-letter") == "0px"


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (768, True), (480, False), (360, False)])
def test_a_pull_quote_stands_beside_the_text_where_there_is_room(
    page: Page, site: Path, width: int, *, beside: bool
) -> None:
    go(page, site, width=width)
    quote, text = box(page, ".eir-pull-quote"), box(page, "main")
    assert (quote["width"] < 0.45 * text["width"]) is beside
    assert quote["width"] <= text["width"]


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 2560])
def test_masthead_text_and_neighbours_stand_in_order(page: Page, site: Path, width: int) -> None:
    go(page, site, width=width)
    brand, search, switch = (box(page, name) for name in (".eir-brand", ".eir-search", ".eir-switch"))
    assert abs(search["y"] + search["height"] / 2 - switch["y"] - switch["height"] / 2) < 8  # in one line
    if width >= 768:
        assert brand["y"] < switch["y"] + switch["height"] / 2 < brand["y"] + brand["height"] + 12
    text, next_ = box(page, "main"), box(page, ".eir-relbar [rel=next]")
    previous, bar = box(page, ".eir-relbar [rel=prev]"), box(page, ".eir-relbar")
    assert bar["x"] == pytest.approx(text["x"], abs=1)
    assert bar["width"] == pytest.approx(text["width"], abs=1)
    assert previous["y"] == pytest.approx(next_["y"], abs=1)
    assert previous["x"] + previous["width"] <= next_["x"]
    assert next_["x"] + next_["width"] == pytest.approx(text["x"] + text["width"], abs=1)
    assert box(page, ".eir-sections")["x"] == pytest.approx(box(page, ".eir-colophon p")["x"], abs=1)


def test_a_short_page_ends_with_the_window(page: Page, site: Path) -> None:
    go(page, site, "search")
    colophon = box(page, ".eir-colophon")
    assert colophon["y"] + colophon["height"] == pytest.approx(900, abs=1)
    assert page.evaluate("document.documentElement.scrollHeight") == 900


def test_the_front_page_leads_with_one_article_and_leads_nowhere_by_itself(page: Page, site: Path) -> None:
    go(page, site, "index")
    picture, title = box(page, ".lead img"), box(page, ".lead .eir-title")
    assert picture["x"] > title["x"] + title["width"] / 2  # beside the words
    assert picture["y"] < title["y"] + title["height"]
    assert page.locator(".eir-relbar").count() == 0
    assert style(page, ".lead .eir-title", "font-weight") == "400"
    large, small = (
        style(page, f".eir-article-list{kind} .eir-title", "font-size") for kind in (".lead", ":not(.lead)")
    )
    assert float(large.removesuffix("px")) > 1.4 * float(small.removesuffix("px"))
    go(page, site, "index", 360)
    picture, title = box(page, ".lead img"), box(page, ".lead .eir-title")
    assert picture["y"] + picture["height"] <= title["y"]  # above them


def test_nu_finds_nothing(site: Path, vnu: list[str]) -> None:
    """Also not in tabs of sphinx-design, and in the search page."""
    pages = [site / f"{name}.html" for name in ("index", "keepers", "essays", "search", "genindex")]
    checked = subprocess.run([*vnu, "--errors-only", *pages], capture_output=True, text=True, check=False)
    assert checked.stderr == ""


def test_what_a_page_loads_is_light(page: Page, site: Path) -> None:
    """Style sheets and scripts of an article, compressed as servers do: 25 kB, and 10 kB."""
    weights = {"css": 0, "js": 0}
    for name in go(page, site).evaluate(
        "[...document.querySelectorAll('link[rel=stylesheet], script[src]')].map((e) => e.href || e.src)"
    ):
        path = name.removeprefix("file://").partition("?")[0]
        kind = path.rpartition(".")[2]
        with open(path, "rb") as file:  # noqa: PTH123 - a name that the page gives
            weights[kind] += len(gzip.compress(file.read()))
    assert 4_000 < weights["css"] < 25_000
    assert 1_000 < weights["js"] < 10_000


def test_all_is_painted_before_any_script_comes(page: Page, site: Path) -> None:
    """Scripts that a slow network holds back delay no word."""
    page.route("**/*.js*", lambda _route: None)  # never answered
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((site / "keepers.html").as_uri(), wait_until="commit")
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length", timeout=10_000)
    assert page.locator("main h1").is_visible()
    assert page.locator(".eir-contents").count() == 0 or page.locator(".eir-contents a").first.is_visible()
    assert page.evaluate("document.readyState") == "loading"  # it waits for them still


@pytest.mark.parametrize("width", [360, 768, 1280, 2560])
def test_nothing_moves_while_a_page_loads(browser: Browser, site: Path, width: int) -> None:
    context = browser.new_context(offline=True, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(
        "window.shifts = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => {"
        " window.shifts += entry.value; })).observe({type: 'layout-shift', buffered: true})"
    )
    for name in ("index", "keepers"):
        page.goto((site / f"{name}.html").as_uri())
        page.wait_for_timeout(150)
        assert page.evaluate("window.shifts") == 0, name
    context.close()


def test_no_other_paper_flashes_up(browser: Browser, site: Path) -> None:
    """What is painted while the scripts are held back is painted in the colours that the reader chose."""
    context = browser.new_context(offline=True, color_scheme="light")
    page = context.new_page()
    page.goto((site / "keepers.html").as_uri())
    page.evaluate("localStorage.setItem('eir-theme', 'dark')")
    page.route("**/*.js*", lambda _route: None)
    page.goto((site / "keepers.html").as_uri(), wait_until="commit")
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length", timeout=10_000)
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(22, 23, 26)"
    context.close()


def test_forced_colours_keep_what_colour_told(page: Page, site: Path) -> None:
    page.emulate_media(forced_colors="active")
    go(page, site)
    assert style(page, ".eir-sections [aria-current]", "border-block-end-width") == "2px"
    assert float(style(page, ".eir-switch", "opacity", "::before")) == 1


def test_reduced_motion_has_nothing_to_take_away(page: Page, site: Path) -> None:
    page.emulate_media(reduced_motion="reduce")
    go(page, site)
    moving = page.locator("body *").evaluate_all(
        "all => all.filter(e => { const s = getComputedStyle(e);"
        " return s.animationName !== 'none' || !/^0s/.test(s.transitionDuration); }).map(e => e.outerHTML.slice(0, 80))"
    )
    assert moving == []


def test_a_site_brings_its_own_face(site: Path, page: Page, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "site")
    sheet = tmp_path / "site" / "_static" / "eir-theme.css"
    go(page, tmp_path / "site")
    assert "Georgia" in style(page, "main section > p", "font-family")
    sheet.write_text(
        sheet.read_text(encoding="utf-8") + "\n:root { --eir-font-text: Literata, serif; }", encoding="utf-8"
    )
    go(page, tmp_path / "site")
    for place in ("main section > p", "main h1", ".eir-name"):
        assert style(page, place, "font-family") == "Literata, serif"
