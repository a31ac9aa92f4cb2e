"""The command line: folders in, sources out, and a second run that knows what the first one did."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.articles import HEAD, ONE, TWO
from support.forms import FORMS
from support.seed import SEED

from sphinxext_eir import cli
from sphinxext_eir.conversion.folder import JOURNAL
from sphinxext_eir.text import files

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.worker

TEXT = HEAD + f"{ONE}\n\n{TWO}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with three articles, of which two have one name."""
    source = tmp_path / "in"
    (source / "deep").mkdir(parents=True)
    (source / "one.txt").write_text(TEXT, encoding="utf-8")
    (source / "deep" / "two.md").write_text(TEXT, encoding="utf-8")
    (source / "three.txt").write_text("# Another\n\nJANE DOE, MAY 1 2012\n\n" + ONE, encoding="utf-8")
    return source


def sources(out: Path) -> list[str]:
    return sorted(
        path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file() and path.name[0] != "."
    )


def test_a_folder_is_converted(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert cli.main(["convert", str(folder), "-o", str(out)]) == 0
    assert sources(out) == ["the-art-of-waiting-2.rst", "the-art-of-waiting.rst", "three.rst"]
    captured = capsys.readouterr()
    assert captured.out == (
        "3 converted; 104 words, all accounted for; left out: 15 words recast as fields\n"
    )
    assert captured.err == ""  # no bar in a pipe


@pytest.mark.parametrize("what", ["*.txt", "**/*", "one.txt"])
def test_globs_and_files_are_converted(folder: Path, tmp_path: Path, what: str) -> None:
    (folder / "old.doc").write_text("Word", encoding="utf-8")
    code = cli.main(["convert", str(folder / what), "-o", str(tmp_path / "out"), "--to", "myst"])
    assert code == (1 if what == "**/*" else 0)  # Word's old format can't be read, and is counted
    assert "the-art-of-waiting.md" in sources(tmp_path / "out")


def test_a_second_run_does_nothing(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    cli.main(["convert", str(folder), "-o", str(out)])
    before = {path: path.stat().st_mtime_ns for path in out.glob("*.rst")}
    assert cli.main(["convert", str(folder), "-o", str(out)]) == 0
    assert {path: path.stat().st_mtime_ns for path in out.glob("*.rst")} == before
    assert capsys.readouterr().out.endswith("3 up to date\n")


def test_only_what_changed_is_converted_under_the_same_name(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    cli.main(["convert", str(folder), "-o", str(out)])
    (folder / "deep" / "two.md").write_text(TEXT + "\nMore words.\n", encoding="utf-8")
    assert cli.main(["convert", str(folder), "-o", str(out)]) == 0
    assert len(sources(out)) == 3
    assert sum("More words." in path.read_text(encoding="utf-8") for path in out.glob("*.rst")) == 1


def test_an_edited_source_is_kept(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    cli.main(["convert", str(folder / "three.txt"), "-o", str(out)])
    edited = out / "three.rst"
    edited.write_text(edited.read_text(encoding="utf-8") + "\nBy hand.\n", encoding="utf-8")
    (folder / "three.txt").write_text("# Another\n\nJANE DOE, MAY 1 2012\n\n" + TWO, encoding="utf-8")
    assert cli.main(["convert", str(folder / "three.txt"), "-o", str(out)]) == 1
    assert "By hand." in edited.read_text(encoding="utf-8")
    assert "--force overwrites it" in capsys.readouterr().out
    assert cli.main(["convert", str(folder / "three.txt"), "-o", str(out), "--force"]) == 0
    assert "By hand." not in edited.read_text(encoding="utf-8")


def test_a_file_of_somebody_elses_is_never_overwritten(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "three.rst").write_text("Mine.\n", encoding="utf-8")
    assert cli.main(["convert", str(folder / "three.txt"), "-o", str(out)]) == 0
    assert (out / "three.rst").read_text(encoding="utf-8") == "Mine.\n"
    assert (out / "three-2.rst").exists()


def test_one_bad_file_does_not_stop_the_rest(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bad.docx").write_bytes(b"nothing of the kind")
    (folder / "empty.txt").write_bytes(b"")
    out, report = tmp_path / "out", tmp_path / "report.json"
    assert cli.main(["convert", str(folder), "-o", str(out), "--report", str(report)]) == 1
    printed = capsys.readouterr().out
    assert printed.splitlines()[-1].startswith("3 converted, 2 failed; ")
    assert "bad.docx: failed: this isn't a .docx file, or it is damaged" in printed
    found = json.loads(report.read_text(encoding="utf-8"))
    assert found["summary"] == {"failed": 2, "converted": 3}
    assert len(sources(out)) == 3


def test_the_report_has_the_ledger(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    assert cli.main(["convert", str(SEED), "-o", str(tmp_path / "out"), "--report", str(report)]) == 0
    (seed,) = json.loads(report.read_text(encoding="utf-8"))["inputs"]
    assert (seed["state"], seed["even"], seed["unexplained"], seed["output"]) == (
        "converted", True, [], "russias-foreign-policy-in-kosovo.rst",
    )  # fmt: skip
    assert {"reason": "running head", "text": "Written by Abit Hoxha", "words": 4, "line": 27} in seed[
        "dropped"
    ]
    references = json.loads(
        (tmp_path / "out" / "russias-foreign-policy-in-kosovo.references.json").read_text(encoding="utf-8")
    )
    assert len(references) == 8


@pytest.mark.program
def test_processes_give_what_one_gives(folder: Path, tmp_path: Path) -> None:
    for many in ("1", "2"):
        assert cli.main(["convert", str(folder), "-o", str(tmp_path / many), "--jobs", many]) == 0
    assert sources(tmp_path / "1") == sources(tmp_path / "2")
    for name in sources(tmp_path / "1"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_metadata_wins(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "fields.csv"
    table.write_text(
        'input,title,author,date,keywords\none.txt,Waiting,"Doe, Jane",2020-01-02,patience; time\n',
        encoding="utf-8",
    )
    assert (
        cli.main(["convert", str(folder / "one.txt"), "-o", str(tmp_path / "out"), "--metadata", str(table)])
        == 0
    )
    text = (tmp_path / "out" / "the-art-of-waiting.rst").read_text(encoding="utf-8")
    assert text.startswith(
        ":author: Doe, Jane\n:date: 2020-01-02\n:canonical: https://www.e-ir.info/2014/02/09/the-art-of-waiting/\n:keywords: patience; time\n\nWaiting\n=======\n"
    )


def test_the_language_that_is_given_is_that_of_all_inputs_but_those_that_have_one(
    folder: Path, tmp_path: Path
) -> None:
    table = tmp_path / "fields.csv"
    table.write_text("input,lang\none.txt,fr-CA\n", encoding="utf-8")
    out = tmp_path / "out"
    assert (
        cli.main(["convert", str(folder), "-o", str(out), "--metadata", str(table), "--lang", "pt_BR"]) == 0
    )
    languages = {
        line
        for path in out.glob("*.rst")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith(":lang:")
    }
    assert languages == {":lang: fr-CA", ":lang: pt-BR"}


def test_what_is_no_language_is_a_misuse(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["convert", str(folder), "-o", "out", "--lang", "German"])
    assert (
        "'German' is not the tag of a language, such as de or pt-BR (did you mean de?)"
        in capsys.readouterr().err
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere/*.txt"], "nothing to convert"),
        (["{seed}", "--metadata", "{bad}"], "unknown columns: colour"),
        (["{seed}", "--metadata", "nowhere.csv"], "can't be read"),
    ],
)
def test_a_misuse_is_told(
    arguments: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("input,colour\nx,red\n", encoding="utf-8")
    filled = [argument.format(seed=SEED, bad=bad) for argument in arguments]
    assert cli.main(["convert", *filled, "-o", str(tmp_path / "out")]) == 2
    assert says in capsys.readouterr().err


def test_an_interrupted_run_leaves_no_half_file(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "replace", fail)
    out = tmp_path / "out"
    assert cli.main(["convert", str(folder), "-o", str(out)]) == 130
    assert [path.name for path in out.iterdir()] == [JOURNAL]  # for the next run


@pytest.mark.program
def test_a_terminal_sees_a_bar(folder: Path, tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")  # where there are terminals
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "sphinxext_eir", "convert", str(folder), "-o", str(tmp_path / "out")]
    with subprocess.Popen(command, stderr=slave, stdout=subprocess.PIPE) as process:
        os.close(slave)
        shown = b""
        try:
            while part := os.read(master, 1000):
                shown += part
        except OSError:  # the other end is closed
            pass
        assert process.wait() == 0
    os.close(master)
    assert b"3/3" in shown
    assert "█".encode() in shown


@pytest.mark.program
def test_all_forms_are_accounted_for_in_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for form in FORMS:
        (folder / f"{form.name}.txt").write_text(form.text, encoding="utf-8")
    report = tmp_path / "report.json"
    assert (
        cli.main(
            ["convert", str(folder), "-o", str(tmp_path / "out"), "--report", str(report), "--jobs", "2"]
        )
        == 0
    )
    assert f"{len(FORMS)} converted" in capsys.readouterr().out
    inputs = json.loads(report.read_text(encoding="utf-8"))["inputs"]
    assert len(inputs) == len(FORMS) >= 30
    assert all(found["even"] and found["unexplained"] == [] for found in inputs)
