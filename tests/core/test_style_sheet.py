"""The style sheet in a program that prints: WeasyPrint, on which sphinx-simplepdf and others stand."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from support.printing import print_with_weasyprint

from sphinxext_eir.core.outputs import PRINT_STYLE_SHEET, style_sheet

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.program

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><style>{css}</style><body><section>
<p>Ships wait.<a class="eir-noteref" role="doc-noteref" aria-label="Note i" href="#n">[i]</a> Numbers
<a class="eir-biblioref" href="#n">[1</a><a class="eir-biblioref" href="#n"><span class="eir-spanned">, 2</span></a><a class="eir-biblioref" href="#n">–3]</a></p>
<blockquote class="eir-pull-quote eir-pull-quote-center">Ships wait.</blockquote>
<section class="eir-notes" role="doc-endnotes"><ol><li id="n"><p>A note.</p></li></ol></section></section>
"""


def printed(css: str, path: Path) -> str:
    try:
        print_with_weasyprint(PAGE.format(css=css), path)
    except OSError:
        pytest.skip("Pango is not installed")
    with pypdfium2.PdfDocument(path) as document:
        return document[0].get_textpage().get_text_bounded()


def test_it_hardly_warns_of_our_style_sheet(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("weasyprint"), "propagate", True)
    with caplog.at_level(logging.WARNING, "weasyprint"):
        printed("x{nonsense:1}" + style_sheet(), tmp_path / "page.pdf")
    said = [message.partition(" at ")[0] for message in caplog.messages]
    # Browsers need these two on paper as well: addresses from left to right, and lines beside two pull quotes.
    assert sorted(said) == [
        "Ignored `nonsense:1`",
        "Ignored `shape-outside:inset(1lh 0 0)`",
        "Ignored `unicode-bidi:plaintext`",
    ]


def test_text_copied_from_what_it_prints_has_no_hidden_words(tmp_path: Path) -> None:
    text = printed(style_sheet() + style_sheet(PRINT_STYLE_SHEET), tmp_path / "page.pdf")
    assert "Ships wait.[i] Numbers" in " ".join(text.split())
    assert "[1–3]" in text
