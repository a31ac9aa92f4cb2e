"""Fixtures: a project to fill, and the programs that judge what comes out of it."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import Phase, settings
from sphinx.util.logging import get_node_location
from support.markers import Lane, mark
from support.sphinx_project import Project

from sphinxext_eir.csl.pandoc import PandocError, find_pandoc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page
    from support.sphinx_project import Build

    from sphinxext_eir.csl.pandoc import Pandoc

NO_SKIPS = "EIR_TESTS_NO_SKIPS"
"""Set where every program must be there: a test that would be skipped fails."""
DRAW_ANEW = "EIR_TESTS_DRAW_ANEW"
"""Set where properties try examples that no run has tried before."""

# A deadline on the clock judges the machine, not the code.
settings.register_profile("suite", deadline=None)
# What lands is decided by the change and not by the luck of a draw. Each night, and on a developer's machine, examples
# are drawn anew.
settings.register_profile("landing", deadline=None, derandomize=True)
settings.load_profile("landing" if os.environ.get(NO_SKIPS) and not os.environ.get(DRAW_ANEW) else "suite")
# A mutant is caught by the first example that fails; to find the smallest takes longer, and tells nothing more.
settings.register_profile("mutation", derandomize=True, phases=[Phase.explicit, Phase.generate])

CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Lane())


@pytest.hookimpl(tryfirst=True)  # before -m selects
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    mark(items)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    return strictly((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    return strictly((yield))  # of a file that is skipped as a whole


def strictly(report: pytest.TestReport | pytest.CollectReport) -> pytest.TestReport | pytest.CollectReport:
    """Return *report*, of a failure if nothing may be skipped and this was."""
    if report.skipped and os.environ.get(NO_SKIPS) and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, and {NO_SKIPS} is set: {report.longrepr}"
    return report


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return an empty project."""
    root = tmp_path / "source"
    root.mkdir()
    return Project(root)


@pytest.fixture
def make_project(tmp_path: Path) -> Callable[..., Project]:
    """Return a maker of projects, for a test that needs several."""

    def make(name: str = "source", **settings: object) -> Project:
        root = tmp_path / name / "source"
        root.mkdir(parents=True)
        return Project(root, dict(settings))

    return make


@pytest.fixture
def said(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], list[str]]]:
    """Yield what tells of our warnings without a project: the line that each points at, its words, its subtype."""
    logger = logging.getLogger("sphinx")
    monkeypatch.setattr(logger, "propagate", False)  # as it is once a project was built
    logger.addHandler(caplog.handler)

    def warning(record: Any) -> str:
        location = record.location if isinstance(record.location, str) else get_node_location(record.location)
        (words,) = record.args
        return f"{(location or '').rpartition(':')[2]}: {words} [{record.subtype}]"

    yield lambda: [warning(record) for record in caplog.records]
    logger.removeHandler(caplog.handler)


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """Return a finder of programs: their path, or a skip with a reason."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            pytest.skip(f"{name} is not installed")
        return path

    return find


@pytest.fixture(scope="session")
def vnu(program: Callable[[str], str]) -> list[str]:
    """Return the command of the Nu validator."""
    java, archive = program("java"), os.environ.get("EIR_VNU_JAR", "")
    if not Path(archive).is_file():
        pytest.skip("EIR_VNU_JAR does not name the Nu validator's vnu.jar")
    return [java, "-jar", archive]


@pytest.fixture
def program_of(tmp_path: Path) -> Callable[[str], Path]:
    """Return a writer of programs in Python."""

    def write(code: str) -> Path:
        path = tmp_path / "bin" / "pandoc"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!{sys.executable}\n{code}")
        path.chmod(0o755)
        return path

    return write


@pytest.fixture(scope="session")
def pandoc() -> Pandoc:
    """Return the pandoc that citations are formatted by."""
    try:
        return find_pandoc()
    except PandocError as error:
        pytest.skip(str(error))


ENGINES = {"pdflatex": "-pdf", "xelatex": "-pdfxe", "lualatex": "-pdflua"}
"""LaTeX's engines, and latexmk's options for them."""


@pytest.fixture(scope="session")
def pdf_text(program: Callable[[str], str]) -> Callable[..., str]:
    """Return a reader of the PDF that a LaTeX build makes of *name*: its text, laid out as on the page or as *how* says."""

    def read(build: Build, engine: str = "pdflatex", how: str = "-layout", name: str = "essays") -> str:
        program(engine)
        command = [
            program("latexmk"),
            ENGINES[engine],
            "-interaction=nonstopmode",
            "-halt-on-error",
            f"{name}.tex",
        ]
        done = subprocess.run(
            command, cwd=build.out, capture_output=True, text=True, errors="replace", check=False
        )
        assert done.returncode == 0, done.stdout[-2000:]
        command = [program("pdftotext"), how, f"{name}.pdf", "-"]
        return subprocess.run(command, cwd=build.out, capture_output=True, text=True, check=True).stdout

    return read


@pytest.fixture(scope="session")
def browser(program: Callable[[str], str]) -> Iterator[Browser]:
    """Yield the machine's own Chromium."""
    from playwright.sync_api import sync_playwright  # which takes longer to load than many a test to run

    path = program("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Yield a page of a browser that reaches no network."""
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()
