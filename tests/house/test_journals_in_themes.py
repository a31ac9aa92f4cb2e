"""Heads, feet, lists and sheets of a journal in the themes of others: each makes something else of lists, figures and quotations."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image
from support.themed import THEMES, build_in_theme

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

ESSAY = """\
:author: Mara Lindqvist <https://orcid.org/0000-0002-1825-0097>; Tomas Reuel
:date: 2025-06-12
:updated: 2025-07-01
:doi: 10.5555/hr.1
:license: CC BY 4.0
:kind: essay
:keywords: harbours; light
:image: quay.png
:image-credit: Drawing: nobody

Keepers
=======

.. eir:article::

"For every lamp there is a man," wrote the inspector. {filler}

    A quotation of some words.

.. eir:pull-quote:: For every lamp there is a man
   :align: right

Words fill the line. See https://example.org/a-long/address. {filler}

.. eir:about-author::
   :picture: quay.png

   **Mara Lindqvist** teaches.
""".format(filler="Words fill the line. " * 40)
OTHER = "Other {0}\n=======\n\n.. eir:article::\n   :date: 2024-01-0{0}\n\n   Words.\n"
FILES = {
    "index.rst": "Essays\n======\n\n.. eir:article-list::\n   :class: lead\n\n.. toctree::\n   :hidden:\n\n   keepers\n   one\n   two\n",
    "front.rst": ":orphan:\n\nFront\n=====\n\n.. eir:article-list::\n   :class: lead\n   :limit: 1\n",
    "keepers.rst": ESSAY,
    "one.rst": OTHER.format(1),
    "two.rst": OTHER.format(2),
}


@pytest.fixture(scope="module", params=THEMES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the pages, built with a theme."""
    root = tmp_path_factory.mktemp(request.param)
    Image.new("RGB", (60, 40), "#345").save(root / "quay.png")
    return build_in_theme(
        request.param,
        root,
        FILES,
        extensions=["sphinx_design"],
        eir_article_layout="journal",
        eir_reading_time=True,
        eir_opening="drop-cap",
    )


SEEN = """() => {
  const of = (e) => getComputedStyle(e), one = (name) => document.querySelector(name);
  const box = (e) => { const { left, right, top, bottom } = e.getBoundingClientRect(); return { left, right, top, bottom }; };
  const all = (name) => [...document.querySelectorAll(name)].map(box);
  const quote = one(".eir-pull-quote"), block = one("blockquote"), capital = one(".eir-drop-cap");
  return {
    text: box(capital), size: parseFloat(of(capital).fontSize),
    other: parseFloat(of([...document.querySelectorAll("p")].find((p) => p.textContent.startsWith("Words fill"))).fontSize),
    authors: all(".eir-authors > li"), marks: all(".eir-identifiers > li"), formats: all(".eir-formats > li"),
    keywords: all(".eir-keywords > ul > li"), picture: box(one(".eir-picture img")),
    round: of(one(".eir-portrait")).borderRadius, time: of(one(".eir-dates > span")).whiteSpace,
    rule: of(block).borderInlineStartWidth, paper: of(block).backgroundColor,
    float: of(quote).float, hyphens: of(capital).hyphens, address: of(one("p a.external")).hyphens,
    kicker: box(one(".eir-kicker")),
    shown: [".eir-formats", ".eir-fold", ".eir-related", ".eir-orcid"].filter((name) => one(name)?.checkVisibility()),
  };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_head_is_a_composition(page: Page, site: Path, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((site / "keepers.html").as_uri())
    seen = page.evaluate(SEEN)
    for row in ("authors", "marks", "formats", "keywords"):  # side by side, from the edge of the text
        boxes = seen[row]
        assert len(boxes) >= 2, row
        assert all(one["right"] <= other["left"] + 1 for one, other in pairwise(boxes)), row
        assert row == "keywords" or boxes[0]["left"] == pytest.approx(seen["text"]["left"], abs=1), row
    assert seen["picture"]["left"] == pytest.approx(seen["text"]["left"], abs=1)
    assert seen["kicker"]["top"] > 12  # below the edge of the window
    assert seen["round"] == "50%"
    assert seen["time"] == "nowrap"
    assert float(seen["rule"].removesuffix("px")) == 0
    assert seen["paper"] == "rgba(0, 0, 0, 0)"
    assert seen["float"] in {"right", "inline-end"}
    assert (seen["hyphens"], seen["address"]) == ("auto", "manual")


def test_cards_stand_beside_one_another_in_letters_of_the_text(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto((site / "index.html").as_uri())
    first, second = (page.locator(".sd-card").nth(number).bounding_box() for number in range(2))
    assert first
    assert second
    assert first["y"] == pytest.approx(second["y"], abs=1)
    assert first["x"] + first["width"] <= second["x"]
    weight = page.locator(".eir-article-list").evaluate("e => getComputedStyle(e).fontWeight")
    assert weight == page.locator(".eir-article-list").evaluate(
        "e => getComputedStyle(e.parentElement).fontWeight"
    )
    page.set_viewport_size({"width": 360, "height": 900})
    card = page.locator(".sd-card").first.bounding_box()
    assert card
    assert card["x"] >= 0
    assert card["x"] + card["width"] <= 360


def test_an_article_that_leads_has_the_whole_width(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto((site / "front.html").as_uri())
    card = page.locator(".sd-card").bounding_box()
    assert card
    text = page.locator(".eir-article-list").evaluate("e => e.parentElement.getBoundingClientRect().width")
    assert card["width"] > 0.85 * text


def test_a_sheet_has_nothing_to_click_and_no_quote_without_its_paragraph(
    page: Page, site: Path, tmp_path: Path
) -> None:
    page.goto((site / "keepers.html").as_uri())
    page.emulate_media(media="print")
    seen = page.evaluate(SEEN)
    assert seen["shown"] == []
    assert seen["float"] == "none"
    assert float(seen["rule"].removesuffix("px")) == 0
    assert seen["size"] == pytest.approx(11 * 96 / 72, abs=0.01)
    assert seen["other"] == pytest.approx(seen["size"], abs=0.01)
    for height in ("297mm", "220mm", "190mm", "170mm"):
        page.pdf(path=str(tmp_path / "sheets.pdf"), width="210mm", height=height)
        sheets = [
            sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(tmp_path / "sheets.pdf")
        ]
        (at,) = [number for number, sheet in enumerate(sheets) if "See https" in " ".join(sheet.split())]
        quoted = [
            number
            for number, sheet in enumerate(sheets)
            if "For every lamp there is a man" in " ".join(sheet.split())
        ]
        assert at in quoted, height
        assert "BibTeX" not in " ".join(sheets)
        assert "Licence: " in sheets[-1]
        assert len(sheets[-1].split()) > 12, height
