"""The suite in other environments than one's own: ``nox``, or a part of it with ``nox -s lowest -- tests/notes``.

A Python that isn't on the machine is named, and its sessions are left out.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import nox
from packaging.requirements import Requirement
from packaging.version import Version

nox.options.error_on_missing_interpreters = False
nox.options.download_python = "never"

PROJECT = nox.project.load_toml("pyproject.toml")["project"]
PYTHONS = nox.project.python_versions({"project": PROJECT})
"""Those of the classifiers, the oldest first. The newest Sphinx is another one for each."""

OPTIONAL = ("myst-parser", "pypandoc_binary", "pypdfium2", "sphinx-design")
"""sphinx-design is no extra, but what cards and tabs are made with, for a project that lists it."""


def lowest_versions() -> str:
    """Return constraints: of each package that the project names, the version that its bound names."""
    lowest: dict[str, Version] = {}
    extras = {**PROJECT["optional-dependencies"], "other-builders": []}  # what these need is theirs
    for wanted in [PROJECT["dependencies"], *extras.values()]:
        for requirement in map(Requirement, wanted):
            for bound in requirement.specifier:
                version = Version(bound.version)
                lowest[requirement.name] = max(version, lowest.get(requirement.name, version))
    return "".join(f"{name}=={version}\n" for name, version in lowest.items())


@nox.session(python=PYTHONS[0])
def lowest(session: nox.Session) -> None:
    """Run the suite with the lowest versions that ``pyproject.toml`` allows."""
    constraints = Path(session.create_tmp()) / "lowest.txt"
    constraints.write_text(lowest_versions(), encoding="utf-8")
    session.install("--constraint", str(constraints), ".[test]")
    session.run("pytest", *session.posargs)


@nox.session(python=PYTHONS)
def newest(session: nox.Session) -> None:
    """Run the suite with the newest Sphinx for this Python, and the newest docutils that Sphinx takes."""
    session.install(".[test]")
    session.install("--upgrade", "sphinx", "docutils")  # a theme that forbids them is only used in tests
    session.run("pytest", *session.posargs)


@nox.session(python=PYTHONS[0])
def bare(session: nox.Session) -> None:
    """Begin and build a project with what installing brings. Then run the suite without what is optional."""
    session.install(".")
    with TemporaryDirectory() as folder:
        session.run("sphinxext-eir", "init", folder)
        session.run("sphinx-build", "-q", "-n", "-W", folder, f"{folder}/_build")
    session.install(".[test]")
    session.run("pip", "uninstall", "--yes", *OPTIONAL)
    session.run("pytest", *session.posargs, env={"EIR_TESTS_NO_SKIPS": None})


@nox.session(python=PYTHONS[0])
def other_builders(session: nox.Session) -> None:
    """Build articles with other people's builders, and hold them to the same articles without us."""
    session.install(".[other-builders]")
    session.run("pytest", "tests/other_builders", *session.posargs)
