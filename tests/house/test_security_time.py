"""Text that was made to take time takes no more than other text. The promises are made in ``docs/explanation/security.rst``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from support.growth import assert_linear

from sphinxext_eir.conversion.pipeline import convert, convert_reading
from sphinxext_eir.conversion.reading.front_matter import front_matter_of
from sphinxext_eir.conversion.reading.pdf.page.overprint import printed_once
from sphinxext_eir.conversion.reading.text import read_string
from sphinxext_eir.conversion.reading.web.reader import read_page
from sphinxext_eir.conversion.reading.word import reader as word
from sphinxext_eir.conversion.reading.wordpress.shortcodes import expand
from sphinxext_eir.conversion.structure.affiliations import _ADDRESS
from sphinxext_eir.csl.sources import read_source
from sphinxext_eir.text.description import opening
from sphinxext_eir.text.frontmatter import FIELDS, read
from sphinxext_eir.text.quotation import RunningText

if TYPE_CHECKING:
    from collections.abc import Callable


MANY = 100_000
"""Characters."""


def converted(text: str) -> None:
    convert_reading(read_string(text), "essay", "rst", {})


def compared(text: str) -> None:
    RunningText([text]).compare(f"Other {text[:5000]}")


def described(text: str) -> None:
    opening([text])


def headed(text: str) -> None:
    read(dict.fromkeys(FIELDS, text))


def commented(text: str) -> None:
    data = text.encode()
    list(word.comments_in({"word/comments.xml": data, "content.xml": data}))
    word.has_roman_notes({"word/document.xml": b"w:endnoteReference" + data})


def expanded(text: str) -> None:
    expand(text + text.replace("[", "[/"))


def folded(text: str) -> None:
    lists = [f"k0: &k0 [{text[:100]}]", *(f"k{n}: &k{n} [{f'*k{n - 1}, ' * 9}]" for n in range(1, 9))]
    front_matter_of("\n".join(("---", *lists, "author: *k8", "---", "")))


def mailed(text: str) -> None:
    _ADDRESS.search(text)


def printed(text: str) -> None:
    printed_once(text, lambda *_: True, lambda *_: True)


def paged(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.html"
        path.write_text(
            f"<article><h1>T</h1><h3>Mehr zum Thema</h3>{text}<p>Words.</p></article>", encoding="utf-8"
        )
        read_page(path)


HOSTILE: tuple[tuple[Callable[[str], None], str, str, str], ...] = (
    (converted, "# a", " ", "x"),
    (converted, "a", "\N{NO-BREAK SPACE}", "x"),
    (converted, "", "---\n", ""),
    (converted, "http://a", "*", "x"),
    (converted, "http://a", ")", "x"),
    (converted, "```", " ", "!"),
    (converted, "| a |\n|-", " ", "x"),
    (compared, "", "A. ", ""),
    (compared, "", "(a ", ""),
    (described, "", "\n", "x"),
    (headed, "", "</a>", ""),
    (headed, "", "(a)", ""),
    (commented, "", "<w:comment>", ""),
    (commented, "", "<w:endnotePr>", ""),
    (commented, "", "<office:annotation>", ""),
    (expanded, "", "[caption]", ""),
    (folded, "", "a, ", ""),
    (mailed, "", "a,", ""),
    (mailed, "", "a", "@"),
    (mailed, "", ". ", ""),
    (printed, "", "a", ""),
    (paged, "<ul>", "<li><a href='/x'>y</a></li>", "</ul>"),
    (paged, "", "<p><a href='/a'>Mehr</a></p>", ""),
)
"""What reads a text, and the text: how it begins, what it repeats, how it ends."""


@pytest.mark.laws
@pytest.mark.parametrize(("work", "start", "repeated", "end"), HOSTILE)
def test_hostile_text_takes_no_more_time_than_other_text(
    work: Callable[[str], None], start: str, repeated: str, end: str
) -> None:
    assert_linear(lambda size: work(f"{start}{repeated * size}{end}"), MANY // len(repeated))


@pytest.mark.laws
def test_a_page_of_many_notes_takes_no_more_time_for_each(tmp_path: Path) -> None:
    def convert_notes(count: int) -> None:
        marks = (f'<p>a<sup><a href="#n{n}" id="r{n}">{n}</a></sup></p>' for n in range(count))
        notes = (f'<li id="n{n}">Ibid. <a href="#r{n}">b</a></li>' for n in range(count))
        path = tmp_path / "a.html"
        path.write_text(f"<h1>T</h1>{''.join(marks)}<ol>{''.join(notes)}</ol>", encoding="utf-8")
        convert(path)

    assert_linear(convert_notes, 2_000)


@pytest.mark.laws
@pytest.mark.parametrize(
    ("name", "repeated"),
    [("a.bib", "@comment{"), ("a.bib", "@comment("), ("a.bib", "@book{a, b={"), ("a.xml", "<record"), ("a.ris", "TY  - \n"), ("a.yaml", "- id: a\n")],
)  # fmt: skip
def test_hostile_files_of_references_take_no_more_time_than_others(
    tmp_path: Path, name: str, repeated: str
) -> None:
    def read_many(size: int) -> None:
        path = tmp_path / f"{size}-{name}"
        path.write_text(repeated * size)
        read_source(path)

    assert_linear(read_many, MANY // len(repeated))
