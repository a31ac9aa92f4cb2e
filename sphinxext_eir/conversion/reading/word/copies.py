"""A copy of a file with some of its parts changed, for pandoc."""

from __future__ import annotations

import tempfile
import zipfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@contextmanager
def copy_with(path: Path, archive: zipfile.ZipFile, changed: Mapping[str, bytes]) -> Iterator[Path]:
    """Yield the path of a file like that at *path*, an *archive*, with the parts in *changed*; the same if there are none."""
    if not changed:
        yield path
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
            for member in archive.infolist():
                # By its name: zipfile notes in a member where it stands, and this one is read again
                data = changed.get(member.filename) or archive.read(member)
                new.writestr(member.filename, data, zipfile.ZIP_DEFLATED)
        yield copy
