"""A project as it is on disk: ``conf.py``, the sources beside it, and what can't be changed here."""

from __future__ import annotations

import ast
import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from .inline import ANY
from .myst import read_myst
from .records import Markup, Message, MigrationError, Source, Syntax
from .rest import read_rest
from .settings import FILES, Settings, read_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

SYNTAXES: dict[str, Syntax] = {".rst": "rst", ".rest": "rst", ".txt": "rst", ".inc": "rst", ".md": "myst"}
"""Suffixes of sources, and of what sources include."""
READERS = {
    ".py": {
        "sphinx.ext.autodoc",
        "sphinx.ext.autosummary",
        "autoapi.extension",
        "numpydoc",
        "sphinx_gallery.gen_gallery",
        "autodoc2",
    },
    ".ipynb": {"nbsphinx", "myst_nb"},
}
"""Extensions that read citations of other files: docstrings, notebooks."""
SKIPPED = {"node_modules", "site-packages", "__pycache__"}
"""Folders that hold no sources, beside hidden ones, virtual environments and those that are built."""
BUILT = {".doctrees", ".buildinfo", "objects.inv", "searchindex.js"}
"""What Sphinx leaves in folders that it writes."""
USED = re.compile(
    r":(?:foot)?cite(?::\w+)?:`|\{(?:foot)?cite(?::\w+)?\}`|(?:\.\. |\{)(?:foot)?bibliography(?:::|\})"
)
"""What a file that isn't changed may have."""
INCLUDED = re.compile(r"^[ \t]*(?:\.\.[ \t]+|[`~:]{3,}\{)include(?:::|\})[ \t]+(\S+)[ \t]*$", re.MULTILINE)
NEEDED = re.compile(r"sphinxcontrib[-._]bibtex", re.IGNORECASE)
LISTS_OF_NEEDS = (
    "requirements*.txt",
    "*requirements.txt",
    "environment*.yml",
    "environment*.yaml",
    "pyproject.toml",
    "setup.cfg",
    "setup.py",
)
"""Files that say what has to be installed."""
KEY = re.compile(r"@\s*(?!comment\b|string\b|preamble\b)\w+\s*[{(]\s*([^\s,=}]+)\s*,", re.IGNORECASE)


@dataclass(frozen=True)
class Project:
    """What was read of a project, before anything is decided."""

    folder: Path
    conf: Path
    conf_bom: bool
    settings: Settings
    sources: tuple[Source, ...]
    keys: frozenset[str]
    """Keys of all entries, as far as the files are known."""
    elsewhere: tuple[Message, ...] = ()
    """Files with citations that aren't changed: code, notebooks."""
    messages: list[Message] = field(default_factory=list)


def read_project(folder: Path) -> Project:
    """Read the project in *folder*. Raises :class:`MigrationError` if there is none."""
    conf = _find_conf(folder)
    text, bom = _read(conf, [])
    try:
        settings = read_settings(text)
    except SyntaxError as error:
        raise MigrationError(f"{conf}:{error.lineno}: this is no Python: {error.msg}") from error
    messages: list[Message] = []
    sources, elsewhere = [], []
    for path in sorted(_files(conf.parent)):
        if path.suffix in SYNTAXES:
            source = _source(path, messages)
            if source:
                sources.append(source)
    suffixes = {suffix for suffix, readers in READERS.items() if readers & settings.extensions}
    for path in sorted(_files(_root(conf.parent))) if suffixes else ():
        if path.suffix in suffixes and path != conf:
            elsewhere += _elsewhere(path)
    elsewhere += _included(sources, conf.parent)
    return Project(
        folder,
        conf,
        bom,
        settings,
        tuple(sources),
        frozenset(_keys(conf.parent, settings)),
        tuple(elsewhere),
        messages,
    )


def _find_conf(folder: Path) -> Path:
    """Return the one ``conf.py`` in *folder* or below it."""
    if not folder.is_dir():
        raise MigrationError(f"{folder}: there is no such folder")
    if (folder / "conf.py").is_file():
        return folder / "conf.py"
    found = sorted(path for path in _files(folder) if path.name == "conf.py")
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(str(path.parent) for path in found[:5])
        raise MigrationError(f"{folder}: there are several projects: name one of {names}")
    hint = ""
    if any(path.name == "_config.yml" for path in _files(folder)):
        hint = ". Of a Jupyter Book, `jupyter-book config sphinx` writes one; _config.yml isn't read"
    raise MigrationError(f"{folder}: there is no conf.py{hint}")


def _root(folder: Path) -> Path:
    """Return the folder of the whole repository that *folder* is in, where the code is that it may document."""
    for parent in (folder, *folder.resolve().parents):
        if any((parent / name).exists() for name in (".git", ".hg", "pyproject.toml", "setup.py")):
            return parent
    return folder


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of a project, but none of environments, hidden folders or what Sphinx wrote."""
    for parent, folders, names in os.walk(folder):
        if "pyvenv.cfg" in names and Path(parent) != folder and (Path(parent) / "bin").exists():
            folders.clear()
            continue
        if BUILT & {*names, *folders} and Path(parent) != folder:
            folders.clear()
            continue
        folders[:] = [name for name in folders if name[0] not in "._" and name not in SKIPPED]
        yield from (Path(parent) / name for name in names)


def _read(path: Path, messages: list[Message]) -> tuple[str, bool]:
    data = path.read_bytes()
    bom = data.startswith(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8-sig"), bom
    except UnicodeDecodeError as error:
        if USED.search(data.decode("latin-1")):
            line = data.count(b"\n", 0, error.start) + 1
            messages.append(Message(path, line, "this file isn't UTF-8: convert it, and run this again"))
        return "", False


def _source(path: Path, messages: list[Message]) -> Source | None:
    text, bom = _read(path, messages)
    if not any(sign in text for sign in ("cite", "bibliography", "@", "include", ANY)):
        return None
    syntax = SYNTAXES[path.suffix]
    markup: Markup = read_myst(text) if syntax == "myst" else read_rest(text)
    return Source(path, text, syntax, markup, bom)


def _included(sources: list[Source], folder: Path) -> Iterator[Message]:
    """Name files with citations that sources include from outside the project's folder."""
    for source in sources:
        for match in INCLUDED.finditer(source.text):
            name = match[1]
            path = folder / name.lstrip("/") if name.startswith("/") else source.path.parent / name
            within = path.resolve().is_relative_to(folder.resolve())
            if (
                path.is_file()
                and not within
                and USED.search(path.read_bytes().decode("utf-8", errors="replace"))
            ):
                line = source.text.count("\n", 0, match.start(1)) + 1
                said = f"{name} has citations, too, and stands elsewhere: change it by hand"
                yield Message(source.path, line, said)


def read_needs(conf: Path) -> Iterator[Message]:
    """Name the lines of files that say what to install, where sphinxcontrib-bibtex is."""
    root = _root(conf.parent)
    folders = [
        folder
        for folder in (conf.parent, *conf.resolve().parent.parents)
        if folder.resolve().is_relative_to(root.resolve())
    ]
    for path in sorted({path for folder in folders for name in LISTS_OF_NEEDS for path in folder.glob(name)}):
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if NEEDED.search(line):
                yield Message(path, number, "put sphinxext-eir[csl] in the place of sphinxcontrib-bibtex")


def _elsewhere(path: Path) -> list[Message]:
    """Name a file with citations that isn't changed, at the first of them."""
    text = path.read_bytes().decode("utf-8", errors="replace")
    if not USED.search(text):
        return []
    notebook = path.suffix == ".ipynb"
    texts = [(0, _cells(text))] if notebook else _docstrings(text)
    found = [
        (line, row)
        for first, inner in texts
        for line, row in enumerate(inner.split("\n"), first)
        if USED.search(row)
    ]
    if not found:
        return []
    what = "notebooks" if notebook else "docstrings"
    many = f", and {len(found) - 1} more" if len(found) > 1 else ""
    said = f"{what} aren't changed: do it by hand ({found[0][1].strip()[:60]}{many})"
    return [Message(path, 0 if notebook else found[0][0], said)]


def _docstrings(text: str) -> list[tuple[int, str]]:
    """Return the docstrings of a module and all in it, each with its line; also the text of a gallery's example."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return []
    held = (
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    )
    return [
        (value.lineno, value.value)
        for value in held
        if isinstance(value, ast.Constant) and isinstance(value.value, str)
    ]


def _cells(text: str) -> str:
    """Return the text of a notebook's cells in Markdown and reStructuredText."""
    try:
        cells = json.loads(text)["cells"]
        return "\n".join(
            "".join(cell["source"]) for cell in cells if cell.get("cell_type") in {"markdown", "raw"}
        )
    except (ValueError, KeyError, TypeError):
        return ""


def _keys(folder: Path, settings: Settings) -> Iterator[str]:
    """Yield the keys of all entries in files that ``conf.py`` names."""
    files = settings.get(FILES, [])
    for name in files if isinstance(files, (list, tuple)) else ():
        path = folder / str(name)
        if path.is_file():
            yield from KEY.findall(path.read_bytes().decode("utf-8", errors="replace"))
