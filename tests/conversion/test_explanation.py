"""An explanation tells of every block what it was taken for, and which criterion decided."""

from __future__ import annotations

import contextlib
import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.articles import HEAD, NOTICE, ONE, RUNNING, TWO
from support.forms import FORMS
from support.printing import page_of, print_with_weasyprint
from support.seed import SEED
from support.word_files import ESSAY, word_file

from sphinxext_eir import cli
from sphinxext_eir.conversion.explanation import Explained, explain, explain_reading
from sphinxext_eir.conversion.pipeline import read
from sphinxext_eir.conversion.reading.text import read_string
from sphinxext_eir.conversion.report import explanation
from sphinxext_eir.conversion.structure import PASSES

if TYPE_CHECKING:
    from pathlib import Path

    from support.forms import Form


def parts(text: str) -> list[tuple[str, str, str, str]]:
    """Return place, kind, first words and criterion of each part of *text*."""
    return [
        (str(part.source), part.taken, " ".join(part.text.split()[:3]), part.criterion)
        for part in explain_reading(read_string(text))
    ]


def assert_complete(explained: tuple[Explained, ...], text: str) -> None:
    """Assert that all words of *text* are explained, in their order, and each part by a criterion."""
    assert "".join("".join(part.text.split()) for part in explained) == "".join(text.split())
    assert [part for part in explained if not (part.criterion and part.taken and str(part.source))] == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_word_of_each_form_is_explained(form: Form) -> None:
    reading = read_string(form.text)
    assert_complete(explain_reading(reading), reading.transcript.text)


def test_the_seed_is_explained() -> None:
    assert_complete(explain(SEED), read(SEED).transcript.text)
    taken = [part.taken for part in explain(SEED)]
    assert taken[:4] == ["left out: notice", "title", "address of the original", "byline"]
    assert taken.count("entry") == 8
    assert [part.text for part in explain(SEED) if part.taken == "left out: running head"] == [
        "Russia's Foreign Policy in Kosovo",
        "Written by Abit Hoxha",
    ] * 2
    assert {"biography", "continuation", "heading of the bibliography", "note vi"} <= set(taken)


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
@pytest.mark.usefixtures("pandoc")
def test_a_word_file_is_explained(suffix: str, tmp_path: Path) -> None:
    path = word_file(tmp_path, ESSAY, suffix)
    explained = explain(path)
    assert_complete(explained, read(path).transcript.text)
    assert {"title", "byline", "quotation", "item of a list", "table", "entry", "note 1"} <= {
        part.taken for part in explained
    }


@pytest.mark.program
def test_a_pdf_is_explained_by_its_looks(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    path = tmp_path / "essay.pdf"
    try:
        print_with_weasyprint(
            page_of(
                HEAD + f"## Trains\n\n{ONE * 9}\n\n" + f"{TWO * 9}\n\n" * 6, "The Art of Waiting", "Jane Doe"
            ),
            path,
        )
    except OSError:
        pytest.skip("Pango is not installed")
    explained = explain(path)
    assert_complete(explained, read(path).transcript.text)
    criteria = {part.criterion for part in explained}
    assert "set larger than the text" in criteria
    assert "a publisher's or a browser's line, at the foot of a page" in criteria
    assert {str(part.source) for part in explained} >= {"page 1", "page 2"}


def test_what_stands_around_an_article_is_no_part_of_it(tmp_path: Path) -> None:
    pytest.importorskip("selectolax")
    page = tmp_path / "page.html"
    page.write_text(
        f"<nav>Menu</nav><article><h1>Debt</h1><p>{'It was built twice. ' * 12}</p></article>",
        encoding="utf-8",
    )
    first = explain(page)[0]
    assert (first.text, first.taken, first.criterion) == (
        "Menu",
        "left out: page furniture",
        "no part of the article",
    )


def test_the_criterion_is_the_one_that_decided() -> None:
    text = (
        NOTICE
        + HEAD
        + f"{ONE} And few"
        + RUNNING
        + f"states have.\n\n**Of trains**\n\n{TWO}\n\nWhy wait?\n\n{ONE}\n\n# References\n\n"
        + "Blank, S. (2000) *Threats*. Carlisle: SSI."
    )
    assert parts(text) == [
        ("line 1", "left out: notice", "This PDF is", "the notice on reference copies"),
        ("line 3", "title", "The Art of", "the first heading"),
        ("line 5", "address of the original", "https://www.e-ir.info/2014/02/09/the-art-of-waiting/", "a web address, alone on its line"),
        ("line 7", "byline", "JANE DOE, FEB", "names and a date"),
        ("line 9", "paragraph", "Nobody is born", "no heading: ends with a stop"),
        ("line 11", "left out: running head", "The Art of", "repeats the title"),
        ("line 13", "left out: running head", "Written by Jane", "'Written by', at the end of a page or under a running head"),
        ("line 15", "continuation", "states have.", "after the end of a page: a small letter, or after a word that ends no sentence"),
        ("line 17", "heading of level 2", "Of trains", "bold"),
        ("line 19", "paragraph", "It takes years", "no heading: ends with a stop"),
        ("line 21", "paragraph", "Why wait?", "no heading: ends with a stop"),
        ("line 23", "paragraph", "Nobody is born", "no heading: ends with a stop"),
        ("line 25", "heading of the bibliography", "References", "begins with '#'"),
        ("line 27", "entry", "Blank, S. (2000)", "under a heading of references"),
    ]  # fmt: skip


# How it is printed


ROWS = explain_reading(read_string(HEAD + f"{ONE}\n\n**Of trains**\n\n{TWO} {TWO}\n"))


def test_in_a_pipe_each_part_has_a_line_and_columns_are_aligned() -> None:
    lines = list(explanation(ROWS))
    assert len(lines) == len(ROWS) == 6
    assert lines[4] == "line 9   heading of level 2       Of trains" + " " * 33 + "bold"
    assert {line.index(part.criterion) for line, part in zip(lines, ROWS, strict=True)} == {76}


@pytest.mark.parametrize("width", [40, 80, 100, 140])
def test_in_a_terminal_criteria_are_broken_to_fit(width: int) -> None:
    lines = list(explanation(ROWS, width))
    assert [line for line in lines if len(line) > max(width, 76)] == []
    said = " ".join(" ".join(lines).split())
    assert all(part.criterion.split()[0] in said for part in ROWS)


def test_wide_characters_take_two_columns() -> None:
    title, text = explanation(explain_reading(read_string("# 等待的艺术\n\n" + "等待" * 40 + "\n")))
    assert title == "line 1  title      等待的艺术" + " " * 31 + "the first heading"
    assert text == "line 3  paragraph  " + "等待" * 9 + "等…" + " " * 2 + "no heading: nothing follows it"


def test_the_command_needs_no_folder_and_writes_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(HEAD + ONE, encoding="utf-8")
    (tmp_path / "two.txt").write_text(HEAD + TWO, encoding="utf-8")
    assert cli.main(["convert", "--explain", "one.txt"]) == 0
    alone = capsys.readouterr().out
    assert alone.startswith("line 1  title  ")
    assert cli.main(["convert", "--explain", "one.txt", "two.txt"]) == 0
    both = capsys.readouterr().out
    assert both.startswith(f"one.txt\n{alone}\ntwo.txt\nline 1  title  ")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.txt", "two.txt"]


def test_each_pass_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        HEAD + f"{ONE}[1]\n\n{TWO}\n\n## Notes\n\n[1] Ibid.\n\nTags: one, two\n", encoding="utf-8"
    )
    assert cli.main(["convert", "--explain", str(path)]) == 0
    said = capsys.readouterr().out.partition("\nWhat each pass did:\n")[2].splitlines()
    counts = dict(line.strip().split("  ", 1) for line in said[:-1])
    assert counts["find title"].strip() == "blocks -1, title 1"
    assert counts["drop website"].strip() == "blocks -1, words: tags 3, left out 1"
    idle = said[-1].removeprefix("  nothing to do for: ").split(", ")
    assert "join pages" in idle
    assert sorted([*counts, *idle]) == sorted(find.__name__.replace("_", " ") for find in PASSES)


def test_an_input_that_cant_be_read_doesnt_stop_the_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    (tmp_path / "b.txt").write_text(HEAD + ONE, encoding="utf-8")
    assert cli.main(["convert", "--explain", str(tmp_path)]) == 1
    captured = capsys.readouterr()
    assert captured.err == f"sphinxext-eir: {tmp_path / 'a.txt'}: the file is empty\n"
    assert "names and a date" in captured.out


def test_without_a_folder_and_without_explain_the_command_is_misused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(ONE, encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        cli.main(["convert", str(tmp_path)])
    assert stopped.value.code == 2
    assert "one of the arguments -o/--output --explain is required" in capsys.readouterr().err


@pytest.mark.program
def test_a_terminal_gets_what_fits_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(HEAD + f"{ONE}\n\n{TWO}\n", encoding="utf-8")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "sphinxext_eir", "convert", "--explain", str(path)]
    subprocess.run(command, stdout=theirs, check=True, env={**os.environ, "COLUMNS": "80"})
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # the other end is closed
        while piece := os.read(ours, 4096):
            shown += piece
    os.close(ours)
    assert shown.decode().splitlines()[:2] == [
        "line 1  title                    The Art of Waiting",
        "        the first heading",
    ]
