"""Files of the cache: each is written in one step, and a file that can't be read or written is done without."""

from __future__ import annotations

import hashlib
import json
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from ..assets import ASSETS
from ..text import files

DAYS_KEPT = 60


def read_json(file: Path | None) -> Any:
    """Return the content of *file*; ``None`` if there is no file, or it can't be read."""
    try:
        return json.loads(file.read_bytes()) if file else None
    except (OSError, ValueError, RecursionError):
        return None


def write_json(file: Path | None, value: Any) -> None:
    """Write *value* to *file*."""
    if file:
        write_file(file, json.dumps(value, separators=(",", ":")))


def write_file(file: Path, text: str) -> None:
    """Write *text* to *file* in one step, so that nobody reads half of it. Do nothing if that can't be done."""
    with suppress(OSError):
        files.write_file(file, text.encode())


def forget_old(directory: Path) -> None:
    """Delete the files of *directory*, a cache, that were written long ago. Those still wanted are made again."""
    oldest = time.time() - DAYS_KEPT * 24 * 60 * 60
    for file in directory.rglob("*.json"):
        with suppress(OSError):
            if file.stat().st_mtime < oldest:
                file.unlink()


def digest(text: str) -> str:
    """Return a name for *text* that no other text has."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def code_digest() -> str:
    """Return a digest of this library and its styles: answers of another state of it aren't used."""
    here = Path(__file__).parent
    files = sorted((*here.rglob("*.py"), *here.glob("*.lua"), *(ASSETS / "styles").glob("*.csl")))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
