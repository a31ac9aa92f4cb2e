"""The files of a folder: each is read, or named with the reason why it isn't."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support.articles import HEAD, ONE

from sphinxext_eir import cli
from sphinxext_eir.conversion.inputs import advice_on, find_inputs
from sphinxext_eir.conversion.pipeline import read
from sphinxext_eir.conversion.transcript import ConversionError

if TYPE_CHECKING:
    from pathlib import Path

FILES = (
    "one.txt",
    "2012/two.md",
    "2012/three.markdown",
    "2012/old.doc",
    "2012/picture.PNG",
    "drafts/four.txt",
    "drafts/~$four.docx",
    "drafts/notes",
    ".hidden/five.txt",
    "talk.pptx",
    "strange.xyz",
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return a folder as archives are: articles, what isn't read, and what is none."""
    for name in FILES:
        path = tmp_path / "archive" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD + ONE, encoding="utf-8")
    return tmp_path / "archive"


def test_each_file_of_a_folder_is_read_or_has_a_reason(archive: Path) -> None:
    inputs = find_inputs([str(archive)])
    found = {path.relative_to(archive).as_posix() for path in inputs.found}
    unread = {left.path.relative_to(archive).as_posix(): (left.reason, left.wrong) for left in inputs.unread}
    assert found == {"one.txt", "2012/two.md", "2012/three.markdown", "drafts/four.txt"}
    assert unread == {
        "2012/old.doc": ("Word's old format: save it as .docx", True),
        "2012/picture.PNG": ("a picture", False),
        "drafts/~$four.docx": ("a lock file of an office program", False),
        "drafts/notes": ("without a suffix, nothing tells what it is", True),
        ".hidden/five.txt": ("hidden", False),
        "talk.pptx": ("slides", True),
        "strange.xyz": ("no reader for .xyz", True),
    }
    assert found | set(unread) == set(FILES)


@pytest.mark.parametrize(
    ("include", "exclude", "found"),
    [
        (["*.md"], [], {"2012/two.md"}),
        (["2012"], [], {"2012/two.md", "2012/three.markdown"}),
        (["2012/*.md", "one.*"], [], {"2012/two.md", "one.txt"}),
        ([], ["drafts"], {"one.txt", "2012/two.md", "2012/three.markdown"}),
        ([], ["drafts/"], {"one.txt", "2012/two.md", "2012/three.markdown"}),
        ([], ["**/*.txt"], {"2012/two.md", "2012/three.markdown"}),
        ([], ["2012/**", "drafts/four.txt"], {"one.txt"}),
        (["2012"], ["two.*"], {"2012/three.markdown"}),
    ],
)
def test_globs_choose_files_of_a_folder(
    archive: Path, include: list[str], exclude: list[str], found: set[str]
) -> None:
    inputs = find_inputs([str(archive)], include, exclude)
    assert {path.relative_to(archive).as_posix() for path in inputs.found} == found
    read_or_not = [*inputs.found, *(left.path for left in inputs.unread)]
    assert len(read_or_not) == len(set(read_or_not)) == len(FILES)


def test_what_is_named_is_tried_and_what_is_given_twice_is_read_once(archive: Path) -> None:
    inputs = find_inputs([str(archive / "2012" / "old.doc"), str(archive), str(archive / "one.txt")])
    assert inputs.found[0].name == "old.doc"
    assert len(inputs.found) == 5
    assert "old.doc" not in {left.path.name for left in inputs.unread}


def test_an_empty_folder_and_a_glob_without_files_are_misuses(archive: Path) -> None:
    (archive / "empty").mkdir()
    for pattern in (archive / "empty", archive / "*.odt"):
        with pytest.raises(ConversionError, match="nothing to convert"):
            find_inputs([str(pattern)])


@pytest.mark.parametrize("suffix", [".doc", ".pages", ".zip", ".djvu", ".wpd", ".key"])
def test_what_may_be_an_article_comes_with_advice(suffix: str) -> None:
    assert not advice_on(suffix).startswith("no reader")


@pytest.mark.worker
def test_the_command_names_what_it_does_not_read(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.json"
    command = ["convert", str(archive), "-o", str(tmp_path / "out"), "--report", str(report)]
    assert cli.main(command) == 1
    printed = capsys.readouterr().out.splitlines()
    assert f"not read (Word's old format: save it as .docx): {archive / '2012' / 'old.doc'}" in printed
    assert f"passed over (hidden): {archive / '.hidden' / 'five.txt'}" in printed
    assert printed[-1].startswith("4 converted, 4 not read, 3 passed over; ")
    said = json.loads(report.read_text(encoding="utf-8"))
    assert said["summary"] == {"converted": 4, "not read": 4, "passed over": 3}
    assert {
        "input": str(archive / "talk.pptx"),
        "state": "not read",
        "output": "",
        "error": "slides",
    } in said["inputs"]


@pytest.mark.worker
def test_what_the_user_leaves_out_is_not_wrong(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["convert", str(archive), "-o", str(tmp_path / "out")]
    chosen = ["--exclude", "*.doc", "--exclude", "notes", "--exclude", "*.pptx", "--exclude", "strange.*"]
    assert cli.main([*command, *chosen]) == 0
    assert "4 converted, 7 passed over; " in capsys.readouterr().out
    assert cli.main([*command, "--include", "2012/*.md"]) == 0


@pytest.mark.worker
def test_what_was_written_before_is_no_input(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["convert", str(archive), "-o", str(archive / "out"), "--to", "myst", "--include", "*.md"]
    assert cli.main(command) == 0
    assert cli.main(command) == 0
    printed = capsys.readouterr().out
    assert f"passed over (a source that was written here before): {archive / 'out'}" in printed
    assert "1 up to date, " in printed


def test_an_explanation_names_what_it_does_not_read(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["convert", "--explain", str(archive), "--exclude", "drafts"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert f"sphinxext-eir: {archive / 'talk.pptx'}: not read: slides" in said
    assert len(said) == 3


def test_a_part_of_an_article_in_latex_is_read_where_it_is_called_for(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    texts = {
        "one/paper.tex": "\\documentclass{article}\\begin{document}\\input{sections/first}\\include{last.tex}\\end{document}",
        "one/sections/first.tex": "Ropes. \\input{sections/inner}",
        "one/sections/inner.tex": "Tar.",
        "one/last.tex": "Salt.",
        "one/alone.tex": "\\section{Of Nothing}",
        "two/whole.tex": "% \\input{../one/alone}\n\\documentclass{article}\\begin{document}Whole.\\end{document}",
    }
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    inputs = find_inputs([str(folder)])
    assert [path.name for path in inputs.found] == ["alone.tex", "paper.tex", "whole.tex"]
    assert {(left.path.name, left.reason, left.wrong) for left in inputs.unread} == {
        ("first.tex", "read as a part of paper.tex", False),
        ("inner.tex", "read as a part of first.tex", False),
        ("last.tex", "read as a part of paper.tex", False),
    }
    assert find_inputs([str(folder / "one" / "last.tex")]).found == (folder / "one" / "last.tex",)


@pytest.mark.parametrize("name", ["nowhere", "nowhere.txt", "nowhere.docx"])
def test_what_is_not_there_is_said_to_be_missing(name: str, tmp_path: Path) -> None:
    with pytest.raises(ConversionError, match="there is no such file, or folder"):
        read(tmp_path / name)
