"""Programs that are started: where pandoc is, and the environment that it gets."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT = ("SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH")
"""What programs need to start at all. ``LUA_INIT``, which Lua would execute, is not among them."""


def find_pandocs() -> Iterator[Path]:
    """Yield the pandoc of the package ``pypandoc_binary``, and the one on the ``PATH``, as far as they are there."""
    yield from (Path(path) for path in (_packaged(), shutil.which("pandoc")) if path)


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
