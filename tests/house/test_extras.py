"""The extras: what needs one says so, and the rest works. In processes that can't find the packages."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from support.paths import ROOT
from support.wordpress import export, item

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.program

Run = "Callable[..., subprocess.CompletedProcess[str]]"

OPTIONAL = ("myst_parser", "pypandoc", "pypdfium2", "selectolax", "sphinx_design", "typst", "yaml")

HIDES = f"""\
import os, sys
from importlib.machinery import PathFinder

class Hiding(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        hidden = {{*{OPTIONAL}}} - {{os.environ.get("EIR_TESTS_SHOWN")}}
        return None if name.partition(".")[0] in hidden else super().find_spec(name, path, target)

sys.meta_path[sys.meta_path.index(PathFinder)] = Hiding
"""

CONF = """\
project = "Essays"
author = "The editors"
version = "1"
copyright = "2024, the editors"
extensions = ["sphinxext_eir"]
exclude_patterns = ["_build", "doctrees"]
"""

BIB = "@book{Blank2000, author={Blank, Stephen J.}, title={Threats}, year=2000}\n"

ARTICLE = """\
:date: 2024-03-01

The Art of Waiting
==================

.. eir:article::

"""

EVERYTHING = (
    ARTICLE
    + """\
Nobody is born with it [#x]_, as *every* child shows (Clark 2001).

.. eir:pull-quote::

   Nobody is born with it

.. eir:notes::

.. [#x] A note.

.. eir:bibliography::

   Clark, Wesley (2001) *Waging Modern War*. New York: PublicAffairs.

.. eir:cite-this::
"""
)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return what runs a module of Python where nothing optional can be found, and no pandoc but one in *path*."""
    hiding = tmp_path / "hiding"
    hiding.mkdir()
    (hiding / "sitecustomize.py").write_text(HIDES, encoding="utf-8")

    def run(*arguments: str | Path, path: Path | str = "", **more: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"PYTHONPATH": str(hiding), "PATH": str(path), "NO_COLOR": "1"} | more
        command = [sys.executable, "-m", *map(str, arguments)]
        return subprocess.run(
            command,
            env=environment,
            cwd=tmp_path,  # not the checkout, where the package would be found beside the one installed
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return run


@pytest.fixture
def pandoc_of_version(tmp_path: Path) -> Callable[[str], Path]:
    """Return a maker of a folder with a pandoc in it, as far as its version."""

    def make(version: str) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir()
        program = folder / "pandoc"
        program.write_text(f"#!{sys.executable}\nprint('pandoc {version}')\n", encoding="utf-8")
        program.chmod(0o755)
        return folder

    return make


@pytest.fixture
def essays(tmp_path: Path) -> Callable[..., Path]:
    """Return a writer of projects, from their settings and sources."""

    def write(settings: str = "", **sources: str) -> Path:
        root = tmp_path / "essays"
        root.mkdir()
        (root / "conf.py").write_text(CONF + settings, encoding="utf-8")
        for name, text in sources.items():
            (root / f"{name}.rst").write_text(text, encoding="utf-8")
        return root

    return write


def page(root: Path, name: str = "index") -> BeautifulSoup:
    return BeautifulSoup((root / "_build" / f"{name}.html").read_text(encoding="utf-8"), "html.parser")


def words(page: BeautifulSoup) -> str:
    return " ".join(page.select_one("[role=main]").get_text().split())


@pytest.mark.parametrize("name", OPTIONAL)
def test_what_is_hidden_is_not_found(run: Run, name: str) -> None:
    assert run(name).stderr.endswith(f"No module named {name}\n")


# Without any


def test_no_module_imports_what_is_optional(tmp_path: Path) -> None:
    code = f"""\
import importlib, pkgutil, sys, sphinxext_eir
for module in pkgutil.walk_packages(sphinxext_eir.__path__, "sphinxext_eir."):
    if module.name != "sphinxext_eir.__main__":
        importlib.import_module(module.name)
print(len([name for name in sys.modules if name.startswith("sphinxext_eir.")]) > 50, *{{*{OPTIONAL}}} & {{*sys.modules}})
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "True\n"


def test_the_converter_starts_without_all_that_babel_knows_of_languages(tmp_path: Path) -> None:
    code = "import babel; babel.Locale = None; import sphinxext_eir.conversion.jobs"
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)


def test_a_project_that_is_begun_builds(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("sphinx_design", reason="sphinx-design is not installed")
    root = tmp_path / "begun"
    assert run("sphinxext_eir", "init", root).returncode == 0
    # Its cards are sphinx-design's, which is installed with this package.
    done = run("sphinx", "-q", "-n", "-W", root, root / "_build", EIR_TESTS_SHOWN="sphinx_design")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("builder", ["html", "epub", "latex", "text"])
def test_an_article_with_everything_in_it_builds(run: Run, essays: Callable[..., Path], builder: str) -> None:
    index = "Essays\n======\n\n.. toctree::\n\n   essay\n\n.. eir:article-list::\n"
    root = essays(index=index, essay=EVERYTHING)
    done = run("sphinx", "-q", "-n", "-W", "-b", builder, "-d", root / "doctrees", root, root / "_build")
    assert (done.returncode, done.stderr) == (0, "")
    if builder == "html":
        assert page(root).select_one("ul.eir-article-list a").get_text() == "The Art of Waiting"
        assert len(page(root, "essay").select(".eir-cite-this > dl > dt")) == 3  # formats, without tabs
        for name in ("index", "essay"):
            assert page(root, name).select("[class*='sd-'], [href*=design], [src*=design]") == []


# Without pandoc


@pytest.mark.parametrize("version", ["", "2.17.1.1"])
def test_references_in_a_file_ask_for_the_extra_and_the_page_is_built(
    run: Run, essays: Callable[..., Path], pandoc_of_version: Callable[[str], Path], version: str
) -> None:
    text = "\n\nNobody is born with it [#x]_, says :eir:citet:`Blank2000`.\n\n.. [#x] A note.\n\n.. eir:bibliography::\n"
    root = essays('eir_bibliography_files = ["refs.bib"]', index=ARTICLE + text)
    (root / "refs.bib").write_text(BIB, encoding="utf-8")
    done = run("sphinx", "-q", root, root / "_build", path=pandoc_of_version(version) if version else "")
    assert done.returncode == 0
    (warning,) = done.stderr.splitlines()
    assert (
        f"index.rst: WARNING: formatting citations needs pandoc{' 3.2 or later' if version else ''}"
        in warning
    )
    assert ("is version 2.17.1.1" in warning) == bool(version)
    assert warning.endswith(": pip install 'sphinxext-eir[csl]' [eir.style]")
    built = page(root)
    assert "Nobody is born with it [i], says Blank2000 (?)." in words(built)
    assert built.select_one(".eir-notes li").get_text(" ", strip=True).startswith("[i] A note.")


# Conversion


def test_a_pdf_asks_for_the_extra_and_the_others_are_converted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "essay.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "in" / "essay.txt").write_text("# Waiting\n\nNobody is born with it.\n", encoding="utf-8")
    done = run("sphinxext_eir", "convert", tmp_path / "in", "-o", tmp_path / "out")
    assert done.returncode == 1
    assert "essay.pdf: failed: reading PDFs needs pypdfium2: pip install 'sphinxext-eir[pdf]'" in done.stdout
    assert [path.name for path in (tmp_path / "out").glob("*.rst")] == ["essay.rst"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "essay.html",
            "<p>Nobody is born with it.</p>",
            "reading web pages needs selectolax: pip install 'sphinxext-eir[web]'",
        ),
        (
            "export.xml",
            export(item("Nobody is born with it.")),
            "reading web pages needs selectolax: pip install 'sphinxext-eir[web]'",
        ),
        (
            "essay.md",
            "---\ntitle: Waiting\n---\n\nNobody is born with it.\n",
            "pip install 'sphinxext-eir[markdown]'",
        ),
    ],
)
def test_pages_and_yaml_ask_for_the_extra(run: Run, tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = run("sphinxext_eir", "convert", tmp_path / name, "-o", tmp_path / "out")
    assert said in done.stdout
    assert "Traceback" not in done.stderr
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("version", "oldest"),
    [("", {"docx": "", "odt": ""}), ("3.1.13", {"docx": "3.2", "odt": "3.8"}), ("3.7.0.2", {"odt": "3.8"})],
)
def test_word_files_ask_for_the_extra(
    run: Run,
    pandoc_of_version: Callable[[str], Path],
    tmp_path: Path,
    version: str,
    oldest: dict[str, str],
) -> None:
    files = [tmp_path / f"essay.{kind}" for kind in oldest]
    for file in files:
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("content.xml", "<document/>")
    done = run(
        "sphinxext_eir",
        "convert",
        *files,
        "-o",
        tmp_path / "out",
        path=pandoc_of_version(version) if version else "",
    )
    assert done.returncode == 1
    assert done.stdout.count(": pip install --upgrade 'sphinxext-eir[word]'") == len(files)
    for kind, least in oldest.items():
        needs = f" {least} or later ({tmp_path / 'bin' / 'pandoc'} is version {version})" if version else ""
        assert f"essay.{kind}: failed: reading .{kind} files needs pandoc{needs}: pip install" in done.stdout


def test_an_import_asks_for_the_extra_and_the_page_is_built(run: Run, essays: Callable[..., Path]) -> None:
    root = essays(index="Before.\n\n.. eir:import:: essay.pdf\n\nAfter.\n")
    (root / "essay.pdf").write_bytes(b"%PDF-1.4")
    done = run("sphinx", "-q", root, root / "_build", path="")
    assert done.returncode == 0
    (warning,) = done.stderr.splitlines()
    assert "index.rst:3: WARNING: " in warning
    assert "pip install 'sphinxext-eir[pdf]' [eir.conversion]" in warning
    assert words(page(root)) == "Before. After."


# The tests themselves


@pytest.mark.parametrize("strict", [False, True])
def test_files_of_tests_that_need_an_extra_are_skipped_or_fail_where_nothing_may_be(
    run: Run, *, strict: bool
) -> None:
    tests = ROOT / "tests" / "conversion" / "test_pdf.py"
    done = run("pytest", "-p", "no:cacheprovider", tests, EIR_TESTS_NO_SKIPS="1" if strict else "")
    assert "pypdfium2 is not installed" in done.stdout
    assert ("1 error" if strict else "1 skipped") in done.stdout.splitlines()[-1]
