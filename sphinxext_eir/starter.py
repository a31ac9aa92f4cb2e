"""The project that ``sphinxext-eir init`` begins: it builds at once, and shows what an article is made of."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from .assets import ASSETS

if TYPE_CHECKING:
    from pathlib import Path

STARTER = ASSETS / "starter"


def begin(folder: Path) -> None:
    """Write the project into *folder*.

    Raises :class:`FileExistsError` if the folder isn't empty, and :class:`OSError` if it can't be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(f"{folder} is not empty: a project is begun in a folder of its own")
    for source in sorted(STARTER.rglob("*")):
        if source.is_file() and source.parent.name != "__pycache__":  # installers compile its conf.py
            target = folder / source.relative_to(STARTER)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
