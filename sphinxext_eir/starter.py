"""The journal that ``sphinxext-eir init`` begins: it builds at once, and shows what a journal is made of."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError
from typing import TYPE_CHECKING, Any

from .assets import ASSETS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STARTER = ASSETS / "starter"
"""Files of every journal (``all``), and its pages in reStructuredText (``rst``) or MyST (``myst``)."""

PACKAGE = "sphinxext-eir"
WHEELS = "wheels"

_WELCOME = re.compile(r"\..*|wheels|(README|LICEN[CS]E|COPYING)(\..*)?", re.IGNORECASE)
"""What a new repository or environment has, which isn't a page of anybody's."""

# docutils and CommonMark (2.4) take a backslash before each of these as "no markup".
_MARKUP = re.compile(r"[\\*`_|<>\[\]{}#@]")


@dataclass(frozen=True)
class Requirement:
    """How others install this package."""

    line: str
    """The line of ``requirements.txt`` (PEP 508)."""
    wheel_of: str = ""
    """The folder or file of which a wheel must be put into ``wheels`` first; empty if an index or a repository has the package."""


@dataclass(frozen=True)
class Journal:
    """What a new journal is like."""

    title: str
    requirement: Requirement
    myst: bool = False


def begin(folder: Path, journal: Journal) -> None:
    """Write the files of *journal* into *folder*, and overwrite none.

    Raises :class:`FileExistsError` if the folder has pages or files of the same names already, and :class:`OSError` if it can't
    be written.
    """
    files = dict(_files(journal))
    if folder.exists():
        _make_sure_of_room(folder, files)
    for name, text in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def title_of(folder: Path) -> str:
    """Return the title of a journal in *folder*: its name, in words."""
    words = re.sub(r"[-_\s]+", " ", folder.resolve().name).strip() or "Essays"
    return words[0].upper() + words[1:]


def requirement(typed: str = "") -> Requirement:
    """Return how this package is installed elsewhere.

    *typed* is what the user would give to pip: an address, or a requirement. Without it, the package's own record says where it was
    installed from (``direct_url.json``, PEP 610); a folder or file of this machine must become a wheel that goes along. A version that
    has no such record came from an index, unless it is a development version, which no index has.
    """
    if typed:
        return Requirement(f"{PACKAGE} @ {typed}" if _ADDRESS.match(typed) else typed)
    try:
        installed = Distribution.from_name(PACKAGE)
    except PackageNotFoundError:
        return Requirement(PACKAGE, wheel_of=PACKAGE)
    record: dict[str, Any] = json.loads(installed.read_text("direct_url.json") or "{}")
    match record:
        case {"url": str(url)} if url.startswith("file:"):
            return Requirement(PACKAGE, wheel_of=url)
        case {"url": str(url), "vcs_info": {"vcs": vcs, "commit_id": commit}}:
            return Requirement(f"{PACKAGE} @ {vcs}+{url}@{commit}")
        case {"url": str(url)}:
            return Requirement(f"{PACKAGE} @ {url}")
    unreleased = "dev" in installed.version
    return Requirement(
        PACKAGE if unreleased else f"{PACKAGE}>={installed.version}", wheel_of=PACKAGE if unreleased else ""
    )


_ADDRESS = re.compile(r"(?:\w+\+)?\w+://")


def _make_sure_of_room(folder: Path, files: dict[str, str]) -> None:
    if not folder.is_dir():
        raise FileExistsError(f"{folder} is a file: name a folder to begin in")
    if there := sorted(name for name in files if (folder / name).exists()):
        more = f" and {len(there) - 3} more" if len(there) > 3 else ""
        raise FileExistsError(
            f"{folder} has {', '.join(there[:3])}{more} already: nothing was written; begin in another folder"
        )
    strange = sorted(path.name for path in folder.iterdir() if not _is_welcome(path))
    if strange:
        raise FileExistsError(
            f"{folder} is not empty: it has {', '.join(strange[:3])}; nothing was written; begin in a folder of its own"
        )


def _is_welcome(path: Path) -> bool:
    return _WELCOME.fullmatch(path.name) is not None or (path / "pyvenv.cfg").exists()


def _files(journal: Journal) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file."""
    places = _places(journal)
    for part in ("all", "myst" if journal.myst else "rst"):
        for source in sorted((STARTER / part).rglob("*")):
            if source.is_file() and source.parent.name != "__pycache__":  # installers compile its conf.py
                text = source.read_text(encoding="utf-8")
                yield (
                    source.relative_to(STARTER / part).as_posix(),
                    re.sub(r"@(\w+)@", lambda found: places[found[1]], text),
                )


def _places(journal: Journal) -> dict[str, str]:
    """Return what stands for each ``@name@`` in the files."""
    title = " ".join(journal.title.split())
    name = _MARKUP.sub(r"\\\g<0>", title)
    line = "=" * sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in name)
    extensions = ["sphinxext_eir", "sphinx_design", *(["myst_parser"] if journal.myst else [])]
    return {
        "title": json.dumps(title, ensure_ascii=False)[1:-1],
        "name": name,
        "heading": f"# {name}" if journal.myst else f"{name}\n{line}",
        "extensions": '", "'.join(extensions),
        "requirements": "\n".join(_requirements(journal)),
    }


def _requirements(journal: Journal) -> Iterator[str]:
    needed = journal.requirement
    if needed.wheel_of:
        yield "# The package is on no index yet: its wheel goes into the folder wheels, and into the repository."
        yield f"--find-links {WHEELS}"
    yield needed.line
    if journal.myst:
        yield "myst-parser"
    yield "# To cite from files of references (.bib and others), and in any CSL style, write sphinxext-eir[csl] for sphinxext-eir."
