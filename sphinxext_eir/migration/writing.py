"""Files are written whole or not at all, and never over work that nobody could get back."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from ..csl.pandoc import environment
from ..csl.processes import ProcessError, run

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .records import Change

LONGEST = 30
"""Seconds that git may take. No program is run that the repository names."""
KEPT = ".orig"
"""The ending of a copy: what patch(1) calls an original. No reader of sources has it."""
REPOSITORIES = (".git", ".hg", ".svn", ".jj", "_darcs", ".fslckout")
"""What a folder under version control has in it."""
SETTINGS = ("HOME", "USERPROFILE", "XDG_CONFIG_HOME")
"""Where the author's own settings of git are: which line ends there are, and whom a folder belongs to."""


def write(change: Change) -> None:
    """Write one file beside its target and rename it; a link stays a link, and who may read the file stays as it is."""
    path = change.path.resolve()
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write((b"\xef\xbb\xbf" if change.bom else b"") + change.after.encode())
        shutil.copymode(path, temporary)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def keep(paths: Sequence[Path]) -> list[Path]:
    """Copy those of *paths* that no repository has, each beside itself under :data:`KEPT`, and return the copies.

    A copy that is there already stays, since it is of an earlier state. Raises :class:`OSError`.
    """
    copies = [
        (path, path.with_name(f"{path.name}{KEPT}"))
        for path in paths
        if not _is_in_repository(path.resolve().parent)
    ]
    made = [copy for path, copy in copies if not copy.exists()]
    for path, copy in copies:
        if copy in made:
            shutil.copy2(path, copy)
    return made


def _is_in_repository(folder: Path) -> bool:
    return any((parent / name).exists() for parent in (folder, *folder.parents) for name in REPOSITORIES)


def uncommitted(paths: Sequence[Path]) -> list[Path]:
    """Return those of *paths* with changes that git hasn't got; none where there is no repository, all where git can't tell."""
    found = []
    for folder in sorted({path.resolve().parent for path in paths}):
        here = [path for path in paths if path.resolve().parent == folder]
        if any((parent / ".git").exists() for parent in (folder, *folder.parents)):
            changed = _status(folder, [path.resolve().name for path in here])
            found += [path for path in here if path.resolve().name in changed]
    return found


def _status(folder: Path, names: list[str]) -> set[str]:
    """Return those of *names* in *folder* that git calls changed, or doesn't know."""
    git = shutil.which("git")
    if git is None:
        return set(names)
    try:
        done = run(  # names after --
            [git, "-c", "core.fsmonitor=false", "status", "--porcelain", "-z", "--", *names],
            cwd=folder,
            env=environment() | {name: os.environ[name] for name in SETTINGS if name in os.environ},
            timeout=LONGEST,
        )
    except (OSError, ProcessError):
        return set(names)
    if done.returncode:
        return set(names)
    rows = done.stdout.decode(errors="surrogateescape").split("\0")
    return {row[3:].rpartition("/")[2] for row in rows if row}
