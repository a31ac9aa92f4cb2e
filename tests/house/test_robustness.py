"""Whole projects of hostile documents are built, and nothing is lost.

``EIR_TEST_PROJECTS`` says how many are built anew.
"""

from __future__ import annotations

import logging
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from support.hostile_projects import PROJECTS, Case, cases
from support.paths import DATA
from support.sphinx_project import Project

from sphinxext_eir.core.warnings import Subtype

if TYPE_CHECKING:
    from support.sphinx_project import Build

pytestmark = [pytest.mark.build, pytest.mark.pandoc, pytest.mark.laws]

BUILDERS = {"html": ".html", "latex": ".tex", "text": ".txt"}

OURS = re.compile(
    rf"(?P<where>\S.*?): WARNING: .+ \[eir\.(?:{'|'.join(subtype.label for subtype in Subtype)})\]$"
)


SETTING = re.compile(r"WARNING: eir_\w+.* \[eir\.config\]$")
"""What a setting is, no file says."""


PLACE = re.compile(r"\S.*\.(?:rst|md|bib|json|ris|xml|yaml|csl|txt|pdf)(?::\d+)?")
"""A file, and a line of it unless the file as a whole is meant."""


class Counter(logging.Handler):
    """Counts the warnings that this extension gives."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - logging's signature
        self.count += 1


def assert_warnings_say_what_and_where(build: Build, given: int) -> None:
    """Each of the warnings *given* is one line, with a subtype and a place."""
    ours = [line for line in build.warnings if re.search(r" \[eir(?:\.\w+)?\]$", line)]
    assert len(ours) == given, build.warnings
    for line in ours:
        match = OURS.match(line)
        assert SETTING.match(line) or (match and PLACE.fullmatch(match["where"])), line


def assert_no_word_is_lost(case: Case, builds: dict[str, Build]) -> None:
    said = "\n".join(line for build in builds.values() for line in build.warnings)
    for builder, build in builds.items():
        suffix = BUILDERS[builder]
        for name, document in case.names().items():
            page = build.read(f"{name}{suffix}") if builder != "latex" else build.read("essays.tex")
            for word, place in document.words.items():
                # In metadata alone.
                if builder != "html" and place == "front matter":
                    continue
                if builder == "latex" and place == "a note" and not document.ours:
                    continue  # Sphinx leaves out a footnote that nothing refers to
                assert word in page or word in said, (
                    f"{builder}: {word} of {place} is lost from\n{document.text()}"
                )


def built(case: Case, root: Path) -> dict[str, Build]:
    """Build the project with every builder, and hold its warnings to their law."""
    project = Project(root / "source", {"suppress_warnings": ["toc.not_included"], **case.settings})
    project.root.mkdir()
    sources = {f"{name}.{document.syntax}": document.text() for name, document in case.names().items()}
    project.write(sources)
    for name, text in case.files.items():
        (project.root / name).write_text(text, encoding="utf-8", errors="surrogatepass")
    shutil.copyfile(DATA / "csl" / "notes.csl", project.root / "style.csl")
    logger = logging.getLogger("sphinx.sphinxext_eir")
    builds: dict[str, Build] = {}
    for builder in BUILDERS:
        counter = Counter()
        logger.addHandler(counter)
        try:
            builds[builder] = project.build(builder, doctrees=root / "doctrees")
        finally:
            logger.removeHandler(counter)
        assert_warnings_say_what_and_where(builds[builder], counter.count)
    return builds


@settings(
    max_examples=PROJECTS or 10,
    derandomize=not PROJECTS,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(cases())
def test_a_hostile_project_is_built_and_nothing_is_lost(case: Case) -> None:
    with tempfile.TemporaryDirectory(prefix="robust-") as folder:
        assert_no_word_is_lost(case, built(case, Path(folder)))
