"""Notes in the margin, in Chromium: beside their lines, over nothing, and once for ears, search and clipboard."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from support.axe import run_axe
from support.sphinx_project import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

WORDS = "Words fill the line, and go on for a while. "
FILLER = WORDS * 30
LONG = "A note that has more to say than the text. " * 12

ESSAY = f"""\
An essay [#title]_
==================

.. eir:article::

Many [#a]_ in [#b]_ one [#c]_ row [#d]_. {FILLER}

   A quotation [#quote]_.

- An item [#item]_

.. list-table:: A table [#caption]_
   :header-rows: 1

   * - Head [#head]_
   * - Cell [#cell]_

.. eir:pull-quote::
   :align: right

   Words fill the line

{FILLER}

A heading [#heading]_
---------------------

Here [#before]_ is a picture that is wider than the text.

.. figure:: https://example.org/picture.png
   :width: 70rem
   :height: 200px
   :alt: A quay
   :class: wide

   The quay [#figure]_

{FILLER} See there [#long]_. {FILLER}

The last words.[#last]_

.. [#title] Of the title.
.. [#a] The first, with a URL, https://example.org/a-long-address/that-nobody-types/index.html.
.. [#b] The second, {LONG}
.. [#c] The third.

   - It has a list.
.. [#d] The fourth.
.. [#quote] Of a quotation.
.. [#item] Of an item.
.. [#caption] Of a caption.
.. [#head] Of a head.
.. [#cell] Of a cell; see [#nested]_.
.. [#heading] Of a heading.
.. [#before] Before a picture, {LONG}
.. [#figure] Of a picture.
.. [#long] Longer than the text, {LONG * 8}
.. [#last] The last.
.. [#nested] Of a note.

.. eir:notes::
   :title: Notes
"""
COUNT = 16

STYLE = ".wide, .wide img { width: 70rem; max-width: none !important; }"

MEASURE = """() => {
  const box = (e) => { const { left, right, top, bottom } = e.getBoundingClientRect(); return { left, right, top, bottom }; };
  const items = [...document.querySelectorAll('.eir-notes li[id^=eir-note]')];
  return {
    text: box(document.querySelector('.eir-notes').parentElement), window: document.documentElement.clientWidth,
    page: document.documentElement.scrollWidth,
    notes: items.filter(e => e.classList.contains('eir-in-margin')).map(e => ({ ...box(e), words: e.innerText,
      line: box(document.querySelector(`[role=doc-noteref][href="#${e.id}"]`)) })),
    listed: items.filter(e => !e.classList.contains('eir-in-margin')).map(e => e.innerText),
    blocks: [...document.querySelectorAll('figure, img, .eir-pull-quote, table')].map(box),
  };
}"""


def build_site(root: Path, **settings: Any) -> Path:
    """Build the essay with notes in the margin; return the folder of pages."""
    (root / "static").mkdir(parents=True)
    (root / "static" / "wide.css").write_text(STYLE, encoding="utf-8")
    project = Project(root, {"eir_note_placement": "margin", "html_theme": "eir"})
    build = project.write({"essay.rst": ESSAY, "short.rst": SHORT}).build(
        **{"html_static_path": ["static"], "html_css_files": ["wide.css"]} | settings
    )
    return build.out


SHORT = "Short\n=====\n\n.. eir:article::\n\nA word [#]_.\n\n.. [#] A note.\n\nAfter\n-----\n\nMore words.\n"


@pytest.fixture(scope="module")
def themed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a builder of the essay with a theme, once each."""
    return cache(lambda theme: build_site(tmp_path_factory.mktemp(theme) / "source", html_theme=theme))


@pytest.fixture
def site(themed: Callable[[str], Path]) -> Path:
    """Return the folder of the pages in our own theme."""
    return themed("eir")


def measured(page: Page, site: Path, width: int, name: str = "essay") -> dict[str, Any]:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((site / f"{name}.html").as_uri())
    return page.evaluate(MEASURE)


def overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    return (
        min(one["right"], other["right"]) - max(one["left"], other["left"]) > 1
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 1
    )


@pytest.mark.parametrize("width", [1280, 1440, 1920, 2560, 3840])
def test_notes_stand_beside_their_lines_and_over_nothing(page: Page, site: Path, width: int) -> None:
    found = measured(page, site, width)
    notes = sorted(found["notes"], key=lambda note: note["top"])
    assert len(notes) + len(found["listed"]) == COUNT
    assert len(notes) >= COUNT - 3
    for position, note in enumerate(notes):
        assert note["left"] > found["text"]["right"]
        assert note["right"] <= found["window"]
        assert not any(overlap(note, other) for other in notes[position + 1 :])
        assert not any(overlap(note, block) for block in found["blocks"]), note["words"]
        assert note["bottom"] <= found["text"]["bottom"] + 1
        assert note["top"] > note["line"]["top"] - 12  # never above its line
    beside = [note["words"] for note in notes if note["top"] < note["line"]["bottom"]]
    assert {words.partition("]")[0] for words in beside} >= {"[i", "[ii", "[xi", "[xii"}
    assert found["page"] <= max(found["window"], 2 * 1120)  # what runs over is the picture


def test_a_note_that_finds_no_place_and_a_note_of_a_note_stay_in_the_list(page: Page, site: Path) -> None:
    found = measured(page, site, 1280)
    *without_place, of_a_note = (words.split()[0] for words in found["listed"])
    assert of_a_note == "[xvi]"
    assert page.locator(".eir-notes h2").is_visible()
    # Which notes find none depends on the height of lines, which themes change from version to version.
    assert 1 <= len(without_place) <= 2
    page.locator("a[role=doc-noteref]", has_text=without_place[0]).first.hover()
    assert without_place[0] in found["listed"][0]
    assert page.locator(".eir-preview").inner_text().strip()


@pytest.mark.parametrize("width", [480, 768, 1024])
def test_where_there_is_no_room_the_list_stands_at_the_end(page: Page, site: Path, width: int) -> None:
    found = measured(page, site, width)
    assert found["notes"] == []
    assert len(found["listed"]) == COUNT


def test_it_follows_the_window(page: Page, site: Path) -> None:
    measured(page, site, 1280)
    page.set_viewport_size({"width": 700, "height": 900})
    page.wait_for_function("!document.querySelector('.eir-in-margin')")
    page.set_viewport_size({"width": 1600, "height": 900})
    page.wait_for_function("document.querySelectorAll('.eir-in-margin').length > 10")


def test_everything_is_said_found_and_copied_once(page: Page, site: Path) -> None:
    measured(page, site, 1280)
    copied = page.evaluate(
        "() => { getSelection().selectAllChildren(document.body); return String(getSelection()); }"
    )
    heard = page.locator("main").aria_snapshot()
    for words in ("Of the title.", "The second,", "It has a list.", "Of a cell", "The last.", "Of a note."):
        assert copied.count(words) == heard.count(words) == 1
    # The list is where it was: after the text, under its heading, in order.
    assert heard.index("The last words.") < heard.index('heading "Notes') < heard.index("Of the title.")
    assert heard.index("Of the title.") < heard.index("The last.") < heard.index("Of a note.")


def test_the_heading_of_an_empty_list_is_kept_for_those_who_listen(page: Page, tmp_path: Path) -> None:
    source = f"{SHORT}\nNotes\n-----\n\n.. eir:notes::\n"
    project = Project(tmp_path / "source", {"eir_note_placement": "margin", "html_theme": "eir"})
    project.root.mkdir()
    build = project.write({"essay.rst": source}).build()
    measured(page, build.out, 1280)
    assert page.locator(".eir-emptied h2").bounding_box()["height"] <= 1
    assert "A note." in page.locator("main").aria_snapshot().partition('heading "Notes')[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, site: Path, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    measured(page, site, 1440)
    results = run_axe(page, None)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("theme", ["eir", "alabaster"])
def test_nothing_moves_under_the_readers_eyes(page: Page, themed: Callable[[str], Path], theme: str) -> None:
    page.add_init_script(
        "window.shifts = 0;"
        "new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shifts += entry.value; }))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    measured(page, themed(theme), 1600, "short")  # its list is in sight, and gives its place away
    page.wait_for_timeout(300)
    assert page.locator(".eir-in-margin").count() == 1
    assert page.evaluate("window.shifts") == 0


def test_paper_has_the_list(page: Page, site: Path) -> None:
    measured(page, site, 1440)
    page.emulate_media(media="print")
    places = page.locator(".eir-notes > ol > li").evaluate_all(
        "all => all.map(e => [e.getBoundingClientRect().top, getComputedStyle(e).position, e.offsetLeft])"
    )
    assert [top for top, _position, _left in places] == sorted(top for top, _position, _left in places)
    assert {position for _top, position, _left in places} == {"relative"}
    assert len({left for _top, _position, left in places}) == 1
    assert page.locator(".eir-notes h2").bounding_box()["height"] > 10


def test_without_script_the_list_stands_at_the_end(browser: Browser, site: Path) -> None:
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.set_viewport_size({"width": 1600, "height": 900})
    page.goto((site / "essay.html").as_uri())
    tops = [item.bounding_box()["y"] for item in page.locator(".eir-notes > ol > li").all()]
    assert tops == sorted(tops)
    assert min(tops) > page.locator(".eir-notes h2").bounding_box()["y"]
    context.close()


def test_a_note_in_sight_needs_no_preview_and_is_marked(page: Page, site: Path) -> None:
    measured(page, site, 1280)
    page.locator("a[href='#eir-note-2-essay']").first.hover()
    assert page.locator(".eir-preview").count() == 0
    assert page.locator(".eir-meant").get_attribute("id") == "eir-note-2-essay"
    # One that has scrolled out of sight is shown again.
    page.set_viewport_size({"width": 1280, "height": 260})
    page.evaluate("document.querySelector('[href=\"#eir-note-3-essay\"]').scrollIntoView({block: 'end'})")
    page.mouse.move(5, 5)
    page.locator("a[href='#eir-note-3-essay']").first.hover()
    assert page.locator(".eir-preview").count() == 1


def test_a_reference_whose_note_is_in_sight_ends_the_preview_of_another(page: Page, site: Path) -> None:
    without_place = measured(page, site, 1280)["listed"][0].split()[0]
    page.keyboard.press("Tab")
    page.locator("a[role=doc-noteref]", has_text=without_place).first.focus()
    assert page.locator(".eir-preview").count() == 1
    page.locator("a[href='#eir-note-2-essay']").first.focus()
    assert page.locator(".eir-preview").count() == 0


def test_from_right_to_left_the_margin_is_on_the_left(page: Page, tmp_path: Path) -> None:
    found = measured(page, build_site(tmp_path / "source", language="ar"), 1440)
    assert len(found["notes"]) > 10
    assert all(note["right"] < found["text"]["left"] for note in found["notes"])
    assert all(note["left"] >= 0 for note in found["notes"])


@pytest.mark.parametrize(
    ("theme", "width", "room"),
    [
        ("alabaster", 1920, True),
        ("alabaster", 1024, False),
        ("sphinx_rtd_theme", 1920, True),
        ("sphinx_rtd_theme", 1100, False),
        ("classic", 1920, True),
        ("furo", 1920, False),  # its contents stand there
        ("pydata_sphinx_theme", 1920, False),
    ],
)
def test_another_theme_has_them_where_it_leaves_room(
    page: Page, themed: Callable[[str], Path], theme: str, width: int, *, room: bool
) -> None:
    found = measured(page, themed(theme), width)
    assert bool(found["notes"]) is room
    for note in found["notes"]:
        assert not any(overlap(note, block) for block in found["blocks"])
        assert note["right"] <= found["window"]


PAPERS = """() => [...document.querySelectorAll('.eir-in-margin')].map((note) => {
  note.scrollIntoView({ block: 'center' });
  const { left, right, top, bottom } = note.getBoundingClientRect(), middle = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const paper = (x) => document.elementsFromPoint(x, middle).filter((e) => !note.contains(e))
    .map((e) => getComputedStyle(e).backgroundColor).find((colour) => !/, 0\\)$/.test(colour));
  return [...new Set([left - 6, left + 1, (left + right) / 2, right - 1].map(paper))];
})"""
"""The colours that each note lies on."""


@pytest.mark.parametrize(
    "theme", ["eir", "alabaster", "sphinx_rtd_theme", "classic", "furo", "pydata_sphinx_theme"]
)
def test_at_any_width_notes_lie_on_one_paper_and_over_nothing(
    page: Page, themed: Callable[[str], Path], theme: str
) -> None:
    measured(page, themed(theme), 1600)
    places = page.locator("nav, aside, [role=navigation], .sphinxsidebar")
    for width in range(1600, 1023, -64):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("new Promise((set) => requestAnimationFrame(() => requestAnimationFrame(set)))")
        found = page.evaluate(MEASURE)
        beside = places.evaluate_all(
            "all => all.filter(e => !e.querySelector('.eir-notes')).map(e => e.getBoundingClientRect().toJSON())"
        )
        for position, note in enumerate(found["notes"]):
            others = [*found["notes"][position + 1 :], *found["blocks"], *beside]
            assert not any(overlap(note, other) for other in others), (width, note["words"])
            assert note["right"] <= found["window"]
        papers = page.evaluate(PAPERS)
        assert all(len(colours) == 1 for colours in papers), (width, papers)


def test_pages_load_it_where_notes_go_into_the_margin(project: Project) -> None:
    project.write({"essay.rst": SHORT, "plain.rst": "Plain\n=====\n\n.. eir:article::\n\nText.\n"})
    build = project.build(out="margin", eir_note_placement="margin")
    (script,) = build.page("essay").select("script[src*='eir-margin.js']")
    assert (script.has_attr("defer"), script["blocking"]) == (True, "render")
    assert len(build.page("essay").select("link[href*='eir-margin.css']")) == 1
    assert build.page("plain").select("[src*='eir-margin'], [href*='eir-margin']") == []
    assert project.build(out="end").page("essay").select("[src*='eir-margin'], [href*='eir-margin']") == []
    sizes = [(build.out / "_static" / name).stat().st_size for name in ("eir-margin.css", "eir-margin.js")]
    assert sum(sizes) < 7_000
