"""Pandoc: found on this machine and asked for its version; and the environment that it is started in."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
from pathlib import Path
from typing import NamedTuple

from .keeping import read_json, write_json
from .processes import ProcessError, run

KEPT = ("SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH")
"""Variables without which a program may not start. ``LUA_INIT``, which Lua would execute, isn't among them."""

VERSION_TIMEOUT = 60.0
"""Seconds."""


class PandocError(RuntimeError):
    """Pandoc is absent, too old or doesn't start. The error says how to install it."""


class Pandoc(NamedTuple):
    """A pandoc that is new enough."""

    path: Path
    version: str


class Use(NamedTuple):
    """A use of pandoc."""

    purpose: str
    """The purpose, as an error names it."""
    oldest: tuple[int, int]
    """The oldest version that will do."""
    install: str
    """The command that installs it."""


FORMATTING = Use("formatting citations", (3, 2), "pip install 'sphinxext-eir[csl]'")
"""``pandoc lua`` is as old as 3.0, ``pandoc.log.silence`` as 3.2."""


def find_pandoc(cache_dir: Path | None = None, use: Use = FORMATTING) -> Pandoc:
    """Return the pandoc of ``pypandoc_binary``, else the one on the ``PATH``, if it is new enough for *use*.

    Its version is kept in *cache_dir*, since asking for it starts the program. Raises :class:`PandocError`.
    """
    found = [Path(path) for path in (_packaged(), shutil.which("pandoc")) if path]
    if not found:
        raise PandocError(f"{use.purpose} needs pandoc: {use.install}")
    old = []
    for path in found:
        version = _kept_version(path, cache_dir)
        if tuple(map(int, version.split(".")[:2])) >= use.oldest:
            return Pandoc(path, version)
        old.append(f"{path} is {'version ' + version if version != '0' else 'no pandoc that runs'}")
    needed = ".".join(map(str, use.oldest))
    raise PandocError(f"{use.purpose} needs pandoc {needed} or later ({'; '.join(old)}): {use.install}")


_VERSION = r"\d+(?:\.\d+)+"


def _kept_version(path: Path, cache_dir: Path | None) -> str:
    """Return the version of the pandoc at *path*, from *cache_dir* as long as the file is the same."""
    if cache_dir is None:
        return _version(path)
    file = cache_dir / "pandoc.json"
    state = path.stat()
    about = [str(path), state.st_mtime_ns, state.st_size]
    known = read_json(file)
    if (
        isinstance(known, dict)
        and known.get("about") == about
        and re.fullmatch(_VERSION, str(known.get("version")))
    ):
        return str(known["version"])
    version = _version(path)
    if version != "0":
        write_json(file, {"about": about, "version": version})
    return version


def _version(path: Path) -> str:
    """Return the version of the pandoc at *path*, which is started and asked; ``0`` if that isn't a pandoc."""
    try:
        done = run([path, "--version"], env=environment(), timeout=VERSION_TIMEOUT)
    except (OSError, ProcessError):
        return "0"
    match = re.match(rf"pandoc(?:\.exe)? ({_VERSION})", done.stdout.decode(errors="replace"))
    return match[1] if match else "0"


def _packaged() -> str | None:
    """Return the program that ``pypandoc_binary`` brings. The package is found, and not imported."""
    spec = importlib.util.find_spec("pypandoc")
    if spec is None or spec.origin is None:
        return None
    return shutil.which("pandoc", path=str(Path(spec.origin).parent / "files"))


def environment() -> dict[str, str]:
    """Return the environment of a child process: the few variables of ours that it needs."""
    kept = {name: value for name in KEPT if (value := os.environ.get(name))}
    return {**kept, "LC_ALL": "C.UTF-8"}
