"""Files that authors name, and files that we write."""

from __future__ import annotations

import os
import threading
from pathlib import Path


def is_file(path: str | Path) -> bool:
    """Say if *path*, which an author typed, is a regular file.

    A name that the system can't have, by its length or its characters, is none, and neither is a link that leads to itself,
    though :mod:`pathlib` raises for some of them.
    """
    return os.path.isfile(path)  # noqa: PTH113 - which doesn't


def real(path: str | Path) -> Path:
    """Return where *path* leads. A link that leads to itself leads nowhere else; :meth:`pathlib.Path.resolve` raises for it."""
    return Path(os.path.realpath(path))


def place_within(folder: str | Path, name: str) -> Path | None:
    """Return where *name* leads from *folder*, be there a file or not; None if it leads out of it, or is no name that a file can have."""
    try:
        place, base = real(Path(folder, name)), real(folder)
    except (OSError, ValueError):
        return None
    return place if base in place.parents else None


def write_file(path: Path, data: bytes) -> None:
    """Write a file beside its target and rename it: an interrupted run leaves no half file, and a link is not followed.

    Raises :class:`OSError`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.tmp")
    try:
        temporary.unlink(missing_ok=True)
        with temporary.open("xb") as file:
            file.write(data)
        os.replace(temporary, path)  # noqa: PTH105 - Sphinx's paths have a `replace` of text
    except OSError as error:
        error.filename = str(path)  # a full disk names none, other errors the temporary file
        raise
    finally:
        temporary.unlink(missing_ok=True)


def update_file(path: Path, data: bytes) -> None:
    """Write a file, as :func:`write_file` does, unless it is there as it should be: that takes longer than to look."""
    if path.is_symlink() or not path.is_file() or path.read_bytes() != data:
        write_file(path, data)
