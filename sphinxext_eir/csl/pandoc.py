"""Programs that are started: where pandoc is, and the environment that it gets."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT = ("SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH")
"""What programs need to start at all. ``LUA_INIT``, which Lua would execute, is not among them."""


VERSION_TIMEOUT = 60.0
"""Seconds."""


class PandocError(RuntimeError):
    """Pandoc is absent, too old or doesn't start. The error says how to install it."""


@dataclass(frozen=True)
class Pandoc:
    """A pandoc that is new enough."""

    path: Path
    version: str


def version_of(path: Path) -> str:
    """Return the version of the pandoc at *path*, which is started and asked; ``0`` if it is none."""
    try:
        done = subprocess.run(  # noqa: S603 - a list, and no shell
            [path, "--version"],
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=VERSION_TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return "0"
    match = re.match(r"pandoc(?:\.exe)? (\d+(?:\.\d+)+)", done.stdout)
    return match[1] if match else "0"


def find_pandoc(
    purpose: str, oldest: tuple[int, int], install: str, version_of: Callable[[Path], str] = version_of
) -> Pandoc:
    """Return the pandoc of the package ``pypandoc_binary``, else the one on the ``PATH``, if it is *oldest* or newer.

    Raises :class:`PandocError`, which says that the *purpose* needs it, and how to *install* it.
    """
    found = [Path(path) for path in (_packaged(), shutil.which("pandoc")) if path]
    if not found:
        raise PandocError(f"{purpose} needs pandoc: {install}")
    old = []
    for path in found:
        version = version_of(path)
        if tuple(map(int, version.split(".")[:2])) >= oldest:
            return Pandoc(path, version)
        old.append(f"{path} is {'version ' + version if version != '0' else 'no pandoc that runs'}")
    needed = ".".join(map(str, oldest))
    raise PandocError(f"{purpose} needs pandoc {needed} or later ({'; '.join(old)}): {install}")


def _packaged() -> str | None:
    """Return the program that the package ``pypandoc_binary`` brings. Only its file is wanted, not the package."""
    spec = importlib.util.find_spec("pypandoc")
    if spec is None or spec.origin is None:
        return None
    return shutil.which("pandoc", path=str(Path(spec.origin).parent / "files"))


def environment() -> dict[str, str]:
    """Return the environment of a child: of ours, what it needs."""
    kept = {name: value for name in KEPT if (value := os.environ.get(name))}
    return {**kept, "LC_ALL": "C.UTF-8"}
