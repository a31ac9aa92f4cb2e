"""``sphinxext-eir migrate``: a patch, files, what is said, and exit statuses."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from sphinxext_eir import cli
from sphinxext_eir.migration import coloured, migrate, write
from sphinxext_eir.migration import writing as writing_module

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sources

PAGE = "So :cite:`clark2001`.\n\n.. bibliography::\n"
NOWHERE = "So :cite:ps:`clark2001`. So :cite:title:`clark2001`.\n"


@pytest.fixture
def here(sources: Sources, monkeypatch: pytest.MonkeyPatch) -> Sources:
    """Return a project in the current folder."""
    monkeypatch.chdir(sources.root.parent)
    return sources.write({"page.rst": PAGE})


def git(folder: Path, *arguments: str) -> str:
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *settings, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout


def everything(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


def test_without_a_wish_to_write_nothing_is_written(
    here: Sources, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(here.root)
    assert cli.main(["migrate", "docs"]) == 0
    assert everything(here.root) == before
    shown = capsys.readouterr()
    assert "--- a/docs/page.rst\n+++ b/docs/page.rst\n" in shown.out
    assert "-So :cite:`clark2001`.\n+So :eir:citep:`clark2001`.\n" in shown.out
    assert shown.err == "2 files would change; --write changes them\n"


@pytest.mark.program
@pytest.mark.parametrize("end", ["\n", "", "\r\n"])
def test_the_patch_makes_what_writing_makes(
    here: Sources, capsys: pytest.CaptureFixture[str], end: str
) -> None:
    here.write(
        {"page.rst": PAGE.replace("\n", end or "\n").rstrip() + end, "más.md": "\ufeff{cite}`a`" + end}
    )
    git(here.root.parent, "init", "-q")
    git(here.root.parent, "add", ".")
    git(here.root.parent, "commit", "-qm", "before")
    assert cli.main(["migrate", "docs"]) == 0
    patch = here.root.parent / "change.patch"
    patch.write_bytes(capsys.readouterr().out.encode())
    before = everything(here.root)
    git(here.root.parent, "apply", "--whitespace=nowarn", str(patch))
    patched = everything(here.root)
    assert patched != before
    git(here.root.parent, "apply", "--whitespace=nowarn", "-R", str(patch))
    assert everything(here.root) == before
    assert cli.main(["migrate", "docs", "--write"]) == 0
    assert everything(here.root) == patched  # and no copies: git has what was there


def test_a_second_run_changes_nothing(here: Sources, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["migrate", "docs", "--write"]) == 0
    kept = "they are under no version control: NAME.orig is what was there"
    assert capsys.readouterr().err == f"2 files written; {kept}\n"
    written = everything(here.root)
    times = {path: path.stat().st_mtime_ns for path in here.root.iterdir()}
    assert cli.main(["migrate", "docs", "--write"]) == 0
    assert everything(here.root) == written
    assert {path: path.stat().st_mtime_ns for path in here.root.iterdir()} == times
    assert capsys.readouterr().err == "nothing to migrate\n"


def test_what_no_version_control_has_is_kept_beside_and_never_over_an_earlier_copy(here: Sources) -> None:
    before = everything(here.root)
    assert cli.main(["migrate", "docs", "--write"]) == 0
    assert {name: text for name, text in everything(here.root).items() if name.endswith(".orig")} == {
        f"{name}.orig": before[name] for name in ("conf.py", "page.rst")
    }
    here.write({"page.rst": PAGE + "\nMore: :cite:`a`.\n"})
    assert cli.main(["migrate", "docs", "--write", "--force"]) == 0
    assert everything(here.root)["page.rst.orig"] == before["page.rst"]


@pytest.mark.parametrize("name", [".git", ".hg"])
def test_no_copy_is_left_where_there_is_version_control(
    here: Sources, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here.root.parent / name).mkdir()
    monkeypatch.setattr(cli, "uncommitted", lambda _paths: [])
    assert cli.main(["migrate", "docs", "--write"]) == 0
    assert not [path for path in here.root.iterdir() if path.suffix == ".orig"]


def test_what_is_left_to_the_hand_is_said_and_the_exit_status_is_1(
    here: Sources, capsys: pytest.CaptureFixture[str]
) -> None:
    here.write({"page.rst": NOWHERE})
    assert cli.main(["migrate", "docs"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said == [
        "docs/page.rst:1: cite:ps: the style decides how many names are printed, not the role",
        "docs/page.rst:1: by hand: cite:title has no counterpart: use eir:citep, eir:citet or another role",
        "2 files would change; --write changes them; 1 to do by hand",
    ]


@pytest.mark.program
def test_work_that_is_not_committed_is_not_written_over(
    here: Sources, capsys: pytest.CaptureFixture[str]
) -> None:
    git(here.root.parent, "init", "-q")
    git(here.root.parent, "add", ".")
    git(here.root.parent, "commit", "-qm", "before")
    here.write({"page.rst": PAGE + "\nMore.\n"})
    before = everything(here.root)
    assert cli.main(["migrate", "docs", "--write"]) == 2
    assert "docs/page.rst" in capsys.readouterr().err
    assert everything(here.root) == before
    assert cli.main(["migrate", "docs", "--write", "--force"]) == 0
    assert everything(here.root) != before


def test_a_folder_without_a_project_is_a_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["migrate", str(tmp_path / "none")]) == 2
    assert cli.main(["migrate", str(tmp_path)]) == 2
    (tmp_path / "_config.yml").write_text("sphinx:\n", encoding="utf-8")
    assert cli.main(["migrate", str(tmp_path)]) == 2
    assert "jupyter-book config sphinx" in capsys.readouterr().err.splitlines()[-1]
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "conf.py").write_text("", encoding="utf-8")
    assert cli.main(["migrate", str(tmp_path)]) == 2
    (tmp_path / "conf.py").write_text("extensions = [\n", encoding="utf-8")
    assert cli.main(["migrate", str(tmp_path)]) == 2
    assert "conf.py:1: this is no Python" in capsys.readouterr().err


def test_a_project_below_is_found_and_what_was_built_is_left_alone(here: Sources) -> None:
    here.write(
        {
            "_build/html/_sources/page.rst.txt": PAGE,
            ".venv/x.rst": PAGE,
            "out/.buildinfo": "",
            "out/x.txt": PAGE,
        }
    )
    migration = migrate(here.root.parent)
    assert {change.path.name for change in migration.changes} == {"page.rst", "conf.py"}


def test_a_file_in_another_encoding_is_named(here: Sources) -> None:
    (here.root / "old.rst").write_bytes("Gr\xfc\xdfe, :cite:`a`.\n".encode("latin-1"))
    (message,) = [message for message in migrate(here.root).messages if message.todo]
    assert (message.path.name, message.line) == ("old.rst", 1)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such links")
def test_a_link_stays_a_link_and_a_mode_stays(here: Sources) -> None:
    there = here.root.parent / "there.rst"
    there.write_text(PAGE, encoding="utf-8")
    there.chmod(0o640)
    (here.root / "link.rst").symlink_to(there)
    here.migrate()
    assert (here.root / "link.rst").is_symlink()
    assert ":eir:citep:" in there.read_text(encoding="utf-8")
    assert there.stat().st_mode & 0o777 == 0o640


def test_an_interrupted_write_leaves_the_file_as_it_was(
    here: Sources, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing_module.shutil, "copymode", fail)
    before = everything(here.root)
    with pytest.raises(OSError, match="space"):
        write(migrate(here.root).changes[0])
    assert everything(here.root) == before


def test_a_terminal_shows_colours() -> None:
    assert coloured("+new\n") == "\033[32m+new\033[0m\n"
    assert coloured("+++ b/x\n") == "\033[1m+++ b/x\033[0m\n"
    assert coloured(" same\n") == " same\n"
