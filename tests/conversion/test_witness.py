"""Readers write down all that is there: their transcripts are held against witnesses that share nothing with them."""

from __future__ import annotations

import html
import re
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from support.forms import FORMS, Form
from support.printing import page_of, print_with_chromium
from support.seed import SEED
from support.word_files import ESSAY, word_file

from sphinxext_eir.conversion.pipeline import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def letters(text: str) -> list[str]:
    return [character for character in text if character.isalnum()]


def witness(text: str) -> str:
    """Return extracted text without what its markup hides: addresses of links with words, tags."""
    text = re.sub(r"\]\((?!http[^)]*\)\s*(?:\(|$|\n))[^()]*(?:\([^()]*\)[^()]*)*\)", "]", text)
    text = re.sub(r"</?su[pb]>", "", text)
    return html.unescape(text)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_text_is_written_down_letter_by_letter(form: Form, tmp_path: Path) -> None:
    path = tmp_path / "essay.txt"
    path.write_text(form.text, encoding="utf-8")
    assert letters(read(path).transcript.text) == letters(witness(form.text))


def test_the_seed_is_written_down_letter_by_letter() -> None:
    assert letters(read(SEED).transcript.text) == letters(SEED.read_text(encoding="utf-8"))


def test_a_pdf_is_written_down_letter_by_letter(program: Callable[[str], str], tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    path = tmp_path / "seed.pdf"
    page = page_of(SEED.read_text(encoding="utf-8"), "Russia's Foreign Policy in Kosovo", "Abit Hoxha")
    print_with_chromium(page, path, program("chromium"))
    document = pypdfium2.PdfDocument(path)
    said = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    written = Counter(letters(read(path).transcript.text))
    assert Counter(letters(said)) - written == Counter()
    # The end of a URL that ran over the edge of the page is known of its link.
    assert (written - Counter(letters(said))).total() <= len("OpenDocument")


@pytest.mark.usefixtures("pandoc")
def test_a_word_file_is_written_down_letter_by_letter(tmp_path: Path) -> None:
    path = word_file(tmp_path, ESSAY)
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name).decode() for name in ("word/document.xml", "word/footnotes.xml")]
    said = html.unescape(
        "".join("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", part)) for part in parts)
    )
    # The caption of a picture is its description as well, which pandoc writes as text.
    assert Counter(letters(read(path).transcript.text)) - Counter(letters(said)) == Counter()
    missing = Counter(letters(said)) - Counter(letters(read(path).transcript.text))
    assert missing in (Counter(), Counter(letters("A platform")))
