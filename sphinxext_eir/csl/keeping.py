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
    """Return the value that :func:`write_json` wrote to *file*; ``None`` if there is no file, or if a byte of it has changed since."""
    try:
        written = file.read_bytes() if file else b""
        body = written[_HEAD:-1]
        return json.loads(body) if written == _with_checksum(body) else None
    except (OSError, ValueError, RecursionError):
        return None


def write_json(file: Path | None, value: Any) -> None:
    """Write *value* to *file*, behind its checksum: a damaged answer would be printed, or stop a build."""
    if file:
        _write(file, _with_checksum(json.dumps(value, separators=(",", ":")).encode()))


def texts(data: Any) -> tuple[str, ...]:
    """Return *data*, a list of texts. Raises ``ValueError`` if it is anything else."""
    if not isinstance(data, list) or not all(isinstance(text, str) for text in data):
        raise ValueError(f"no texts: {data!r}")
    return tuple(data)


_HEAD = len(f'["{hashlib.sha256().hexdigest()}",')


def _with_checksum(body: bytes) -> bytes:
    return b'["%s",%s]' % (hashlib.sha256(body).hexdigest().encode(), body)


def write_file(file: Path, text: str) -> None:
    """Write *text* to *file* in one step, so that nobody reads half of it. Do nothing if that can't be done."""
    _write(file, text.encode())


def _write(file: Path, data: bytes) -> None:
    with suppress(OSError):
        files.write_file(file, data)


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
