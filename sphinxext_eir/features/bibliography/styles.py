"""CSL styles by name: each is read when it is first needed, and kept as long as its files don't change."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ...core.warnings import Subtype, warn
from ...csl.shipped import NAMES
from ...csl.styles import StyleError, read_style, shipped_style
from .results import state_of

if TYPE_CHECKING:
    from pathlib import Path

    from ...csl.styles import Style
    from .results import State


class Styles:
    """The styles of a project. One that can't be read costs a warning, and the shipped style stands in for it."""

    def __init__(self, directory: Path, *, keep_order: bool = False) -> None:
        """Take the source folder: a style's name is its path from there. Say if the author's order of works stands."""
        self._directory = directory
        self._keep_order = keep_order
        self._styles: dict[str, Style] = {}
        self._unreadable: list[Path] = []

    def read(self, name: str) -> Style:
        """Return the style *name*."""
        if name not in self._styles:
            self._styles[name] = self._read(name)
        return self._styles[name]

    def _read(self, name: str) -> Style:
        try:
            return read_style_in(name, self._directory, keep_order=self._keep_order)
        except StyleError as error:
            warn(Subtype.STYLE, f"{error}. eir-harvard is used", location=f"{error.path}:1")
            # Its own file, that of its parent, and the folders in which a parent may appear.
            path = self._directory / name
            self._unreadable += [path, error.path, path.parent, path.parent.parent]
            return shipped_style()

    @property
    def files(self) -> list[Path]:
        """The files that the styles read so far depend on."""
        return [path for style in self._styles.values() for path in style.files] + self._unreadable


def is_note_style(name: str, directory: Path) -> bool:
    """Say if *name* is a style of notes; one that can't be read isn't."""
    try:
        return read_style_in(name, directory).is_note
    except StyleError:
        return False


def read_style_in(name: str, directory: Path, *, keep_order: bool = False) -> Style:
    """Return the style *name* from *directory*, as :func:`.read_style` does. Raises :class:`.StyleError`."""
    if name in NAMES:
        return shipped_style(name)
    path = directory / name
    style, files = _read_style(path, state_of(path), keep_order=keep_order)
    if any(state_of(file) != state for file, state in files):  # the style that it depends on has changed
        _read_style.cache_clear()
        style, _ = _read_style(path, state_of(path), keep_order=keep_order)
    return style


@cache
def _read_style(path: Path, state: State, *, keep_order: bool) -> tuple[Style, list[tuple[Path, State]]]:
    style = read_style(path, (path.parent,), keep_order=keep_order)
    return style, [(file, state_of(file)) for file in style.files]
