"""Files that authors name."""

from __future__ import annotations

from pathlib import Path


def is_file(path: str | Path) -> bool:
    """Say if *path*, which an author typed, is a file. A name that the system can't have, by its length, is none (pathlib raises)."""
    try:
        return Path(path).is_file()
    except OSError:
        return False
