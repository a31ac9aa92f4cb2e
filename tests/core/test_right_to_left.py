"""The Arabic sample of the documentation, in a real browser: what is where on a page that runs from right to left."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from sphinxext_eir.csl.pandoc import Pandoc

SAMPLE = ROOT / "docs" / "snippets" / "arabic"
NUMBERS = ROOT / "tests" / "data" / "csl" / "numbers.csl"

NUMBERED = """\
مقالة مرقّمة
===========

.. eir:article::

كما قيل :eir:citep:`a`، وقيل أيضًا :eir:citep:`b`.

.. eir:bibliography::
   :style: numbers.csl
"""
ITEMS = """[
{"id": "a", "type": "book", "title": "فلسفة الصبر: دراسة في تاريخ الفكرة وفي تحوّلاتها عبر العصور القديمة والحديثة", "author": [{"family": "الخوري", "given": "سامي"}]},
{"id": "b", "type": "book", "title": "Threats to Patience: An Inquiry into the History of the Idea, and into its Transformations", "author": [{"family": "Blank", "given": "S."}]}
]"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, pandoc: Pandoc) -> Path:  # noqa: ARG001 - it reads the items
    """Return the folder of the built sample, and of a page with numbered entries beside it."""
    root = tmp_path_factory.mktemp("arabic")
    for path in SAMPLE.rglob("*.*"):
        target = root / path.relative_to(SAMPLE)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())
    (root / "numbered.rst").write_text(f":orphan:\n\n{NUMBERED}", encoding="utf-8")
    (root / "numbers.csl").write_bytes(NUMBERS.read_bytes())
    (root / "items.json").write_text(ITEMS, encoding="utf-8")
    settings = ["-D", "eir_bibliography_files=items.json", "-D", "eir_citation_style=numbers.csl"]
    command = [sys.executable, "-m", "sphinx", "-q", "-W", *settings, "-b", "html", root, root / "out"]
    subprocess.run(command, check=True, timeout=120)
    return root / "out"


@pytest.fixture
def sample(page: Page, pages: Path) -> Page:
    page.set_viewport_size({"width": 1200, "height": 800})
    page.goto((pages / "index.html").as_uri())
    return page


def left(place: Locator) -> float:
    return place.bounding_box()["x"]


def right(place: Locator) -> float:
    box = place.bounding_box()
    return box["x"] + box["width"]


LINES = """element => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const lines = {};
    for (const box of range.getClientRects()) {
        const key = Math.round(box.bottom / 8);
        const line = lines[key] ??= {left: box.left, right: box.right};
        line.left = Math.min(line.left, box.left);
        line.right = Math.max(line.right, box.right);
    }
    return Object.entries(lines).sort((a, b) => a[0] - b[0]).map(([_key, line]) => line);
}"""


def test_the_page_is_arabic_and_runs_from_right_to_left(sample: Page) -> None:
    assert sample.locator("html").get_attribute("lang") == "ar"
    assert sample.locator("h1").evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert sample.locator(".eir-byline").evaluate("e => getComputedStyle(e).letterSpacing") in (
        "normal",
        "0px",
    )
    assert sample.locator(".eir-disclaimer").evaluate("e => getComputedStyle(e).fontStyle") == "normal"
    assert sample.locator(".eir-byline").inner_text() == (
        "سامي الخوري (جامعة دمشق، سوريا) وليلى حدّاد، 1 مارس 2024، آخر تحديث: 2 أبريل 2024"
    )


def test_labels_stand_at_the_right_and_text_beside_them(sample: Page) -> None:
    for item in sample.locator(".eir-notes li").all():
        label = item.locator(".eir-label")
        assert abs(right(label) - right(item)) < 1
        assert all(line["right"] <= right(item) for line in item.locator("p").evaluate(LINES))


def test_pull_quotes_are_mirrored(sample: Page) -> None:
    text = sample.locator("p:has(.eir-noteref)").first
    assert abs(left(sample.locator(".eir-pull-quote-right").first) - left(text)) < 1
    assert abs(right(sample.locator(".eir-pull-quote-left").first) - right(text)) < 1


def test_entries_hang_from_the_side_on_which_they_begin(sample: Page) -> None:
    arabic, latin = sample.locator(".eir-bibliography li").all()
    first, second, *_others = arabic.locator("p").evaluate(LINES)
    assert first["right"] - second["right"] > 10
    assert latin.get_attribute("dir") == "ltr"
    first, second, *_others = latin.locator("p").evaluate(LINES)
    assert second["left"] - first["left"] > 10


def test_a_preview_begins_at_its_link_and_stays_in_the_window(sample: Page) -> None:
    for width in (1200, 320):
        sample.set_viewport_size({"width": width, "height": 800})
        for link in sample.locator("a[role=doc-noteref], a[role=doc-biblioref]").all():
            link.evaluate("e => { const box = e.getClientRects()[0]; scrollBy(0, box.top - 200); }")
            link.focus()
            sample.keyboard.press("Tab")
            sample.keyboard.press("Shift+Tab")
            preview = sample.locator(".eir-preview")
            assert left(preview) >= 0
            assert right(preview) <= width
            start = link.evaluate("e => e.getClientRects()[0].right")
            assert right(preview) >= min(start, width - 4)
            sample.keyboard.press("Escape")


def test_numbered_entries_keep_their_column(page: Page, pages: Path) -> None:
    page.goto((pages / "numbered.html").as_uri())
    items = page.locator(".eir-bibliography li").all()
    assert len(items) == 2
    for item in items:
        assert abs(right(item.locator(".eir-label")) - right(item)) < 1
        assert item.get_attribute("dir") is None
    # The Latin entry runs from left to right beside its label: its full stop is at its end.
    lines = items[1].locator("p").evaluate(LINES)
    assert all(line["right"] <= right(items[1]) + 1 for line in lines)
    assert items[1].locator("p").evaluate("e => getComputedStyle(e).unicodeBidi") == "plaintext"
