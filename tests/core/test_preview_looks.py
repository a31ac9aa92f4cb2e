"""How previews and notes look in themes with habits of their own (in a browser)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from support.sphinx_project import Project

ESSAY = """\
Tides
=====

.. eir:article::

The tide came early.[i]

.. [i] Because of three things:

   - the moon,
   - the wind.
"""


def open_preview(project: Project, page: Page, style: str) -> None:
    """Build the essay with *style* on top of the theme, and hover its note."""
    static = project.root / "_static"
    static.mkdir()
    (static / "theme.css").write_text(style)
    build = project.write({"index.rst": ESSAY}).build(
        html_static_path=["_static"], html_css_files=["theme.css"]
    )
    page.goto((build.out / "index.html").as_uri())
    page.hover(".eir-noteref")
    page.wait_for_selector(".eir-preview")


def looks(page: Page, selector: str, name: str) -> str:
    return page.evaluate(
        "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]", [selector, name]
    )


@pytest.mark.parametrize(
    "style",
    [
        "html { font-size: 62.5%; } body { font-size: 1.6rem; }",
        "html { font-size: 24px; } body { font-size: 14px; }",
        "",
    ],
)
def test_a_preview_has_the_size_of_the_note_whatever_the_roots_is(
    project: Project, page: Page, style: str
) -> None:
    open_preview(project, page, style)
    assert looks(page, ".eir-preview", "fontSize") == looks(page, ".eir-notes > ol > li", "fontSize")


@pytest.mark.parametrize(
    ("style", "colour"),
    [
        ("body { color: #333; background: #fff; }", "rgb(255, 255, 255)"),
        ("body { color: #eee; background: #111; }", "rgb(17, 17, 17)"),
        # a page painted by a picture, over a dark body
        (
            "body { background: #222; color: #333; } div.body { background: linear-gradient(#fff, #eee); }",
            "rgb(255, 255, 255)",
        ),
        # a colour that doesn't suit the text: something else lies between
        ("body { background: #222; color: #333; }", "rgb(255, 255, 255)"),
    ],
)
def test_a_preview_can_be_read_on_any_ground(project: Project, page: Page, style: str, colour: str) -> None:
    open_preview(project, page, style + "div.body { background-color: transparent; color: inherit; }")
    assert looks(page, ".eir-preview", "backgroundColor") == colour
    dark, light = sorted(
        sum(map(float, looks(page, ".eir-preview", name).removeprefix("rgb(").rstrip(")").split(", ")))
        for name in ("color", "backgroundColor")
    )
    assert light - dark > 400  # of 765


def test_a_list_in_a_note_is_indented_as_lists_are(project: Project, page: Page) -> None:
    build = project.write({"index.rst": f"{ESSAY}\nAnd so:\n\n- the moon,\n- the wind.\n"}).build()
    page.goto((build.out / "index.html").as_uri())
    assert (
        looks(page, ".eir-notes li li", "paddingInlineStart")
        == looks(page, "section > ul:not(.simple li *) li", "paddingInlineStart")
        == "0px"
    )


def test_a_long_note_has_the_room_there_is_and_fades_where_it_goes_on(project: Project, page: Page) -> None:
    filler = "Words that fill the page. " * 150
    source = f"Tides\n=====\n\n.. eir:article::\n\n{filler}\n\nHere.[i] {filler}\n\n.. [i] {'It goes on. ' * 300}The end.\n"
    build = project.write({"index.rst": source}).build(html_theme="alabaster")
    page.set_viewport_size({"width": 1000, "height": 640})
    page.goto((build.out / "index.html").as_uri())
    reference, preview = page.locator(".eir-noteref"), page.locator(".eir-preview")
    for position, height in (("start", 480), ("center", 250), ("end", 480)):  # below, either, above
        page.mouse.move(5, 5)
        page.keyboard.press("Escape")
        reference.evaluate(f"e => e.scrollIntoView({{block: '{position}'}})")
        reference.hover()
        box, line = preview.bounding_box(), reference.bounding_box()
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 640
        assert box["y"] >= line["y"] + line["height"] or box["y"] + box["height"] <= line["y"]
        assert box["height"] > height - 200
        assert "eir-preview-long" in preview.get_attribute("class")
        assert preview.evaluate("e => getComputedStyle(e, '::after').maskImage").startswith("linear-gradient")
    preview.evaluate("e => e.scrollTo(0, e.scrollHeight)")
    page.wait_for_function("!document.querySelector('.eir-preview-long')")


def test_a_short_note_fades_nowhere(project: Project, page: Page) -> None:
    open_preview(project, page, "")
    assert page.locator(".eir-preview").get_attribute("class") == "eir-preview"


def test_frame_and_target_are_drawn_softly(project: Project, page: Page) -> None:
    open_preview(project, page, ":root { --eir-accent: rgb(140, 29, 24); } body { color: #000; }")
    assert looks(page, ".eir-preview", "borderTopColor").endswith("0.22)")
    page.goto(f"{page.url}#eir-note-1-index")
    assert looks(page, ".eir-notes li", "outlineWidth") == "1px"
    assert looks(page, ".eir-notes li", "outlineColor") == "rgb(140, 29, 24)"
