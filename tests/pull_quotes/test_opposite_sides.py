"""Pull quotes on opposite sides, one after the other: no line between them is cut by both (in a browser)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from support.sphinx_project import Project

ONE = "The quay has seen a hundred years of this."
TWO = "Patience is a cargo that never spoils."
FILLER = "In the ports of the north the ice decides, and in the ports of the south the heat decides. "
ESSAY = f"""\
Harbours
========

.. eir:article::

.. eir:pull-quote::
   :align: {{first}}

   {ONE}

{ONE} {FILLER * 5}

.. eir:pull-quote::
   :align: {{second}}

   {TWO}

{TWO} {FILLER * 5}
"""

WIDTHS_OF_LINES = """() => [...document.querySelectorAll("section > p")].flatMap((paragraph) => {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  const boxes = [...range.getClientRects()];
  return boxes.slice(0, -1).map((box) => box.width);
})"""


@pytest.mark.parametrize(("first", "second"), [("left", "right"), ("right", "left")])
@pytest.mark.parametrize("theme", ["basic", "classic"])
def test_no_line_between_them_is_cut_by_both(
    project: Project, page: Page, first: str, second: str, theme: str
) -> None:
    build = project.write({"index.rst": ESSAY.format(first=first, second=second)}).build(html_theme=theme)
    assert build.warnings == []
    floats = set()
    for width in range(700, 1300, 25):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto((build.out / "index.html").as_uri())
        floats |= set(
            page.evaluate(
                "() => [...document.querySelectorAll('.eir-pull-quote')].map((quote) => getComputedStyle(quote).float)"
            )
        )
        assert min(page.evaluate(WIDTHS_OF_LINES)) > 150, width
    assert {"inline-start", "inline-end"} & floats or {"left", "right"} <= floats
