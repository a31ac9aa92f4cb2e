"""The files that were given, by name, by folder or by glob: which are converted, and which aren't, and why."""

from __future__ import annotations

import os
from dataclasses import dataclass
from fnmatch import fnmatch
from glob import glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..text.files import is_file
from .pipeline import INPUTS
from .reading.archives import is_page_of_google
from .reading.files import advice_on
from .reading.latex import parts_among
from .reading.wordpress import is_export
from .reading.xml import OJS, is_ojs, root_of
from .transcript import ConversionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PICTURES = ".png .jpg .jpeg .gif .svg .webp .tif .tiff .bmp .ico .heic .avif .eps"
BESIDE_ARTICLES = {
    PICTURES: "a picture",
    ".mp3 .mp4 .m4a .mov .avi .wav .webm .ogg .flac": "sound or film",
    ".css .js .mjs .map .woff .woff2 .ttf .otf .eot": "part of a page's looks",
    ".bib .ris .enw .csl .json .yaml .yml .toml .csv .tsv .sqlite .db .log": "data, and no article",
}
"""Suffixes of files that stand beside articles, and what they are. They are named, and nothing is wrong."""

_OF_PAGES = ("_files", "_Dateien", "_fichiers", "_archivos", "_bestanden")
"""How browsers call the folder in which they save the pictures of a page, in their languages."""


class Unread(NamedTuple):
    """A file that isn't read."""

    path: Path
    reason: str
    wrong: bool
    """True if it may be an article, so that something is missing; False if the user or its nature left it out."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files that were given."""

    found: tuple[Path, ...]
    """Those that are converted."""
    unread: tuple[Unread, ...]
    """Those that aren't."""


def find_inputs(patterns: Iterable[str], include: Sequence[str] = (), exclude: Sequence[str] = ()) -> Inputs:
    """Return the files that *patterns* mean: files, folders, globs. Raises :class:`ConversionError` where one means none.

    Of these, files are read that fit one of the globs *include*, if there are any, and none of the globs *exclude*. A glob is
    held against the path below the folder, and against each name in it.
    """
    found: dict[Path, None] = {}
    unread: dict[Path, Unread] = {}
    for pattern in patterns:
        here = list(_files_of(pattern, include, exclude))
        if not here:
            raise ConversionError(f"{pattern}: nothing to convert ({', '.join(INPUTS)})")
        for path, left in here:
            if left:
                unread[path] = left
            else:
                found[path] = None
    return Inputs(tuple(found), tuple(left for path, left in unread.items() if path not in found))


def _files_of(
    pattern: str, include: Sequence[str], exclude: Sequence[str]
) -> Iterator[tuple[Path, Unread | None]]:
    """Yield the files that a *pattern* means, each with what speaks against reading it."""
    path = Path(pattern)
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if not os.path.isdir(file))  # noqa: PTH112 - which never raises
        parts = parts_among([file for file in files if file.suffix.lower() == ".tex" and is_file(file)])
        for file in files:
            inner = file.relative_to(path)
            yield (
                file,
                _asked_for(file, inner, include, exclude)
                or _no_file(file)
                or _read_by_nature(file, inner)
                or (
                    Unread(file, f"read as a part of {parts[file].name}", wrong=False)
                    if file in parts
                    else None
                ),
            )
        return
    files = (
        [path]
        if path.exists() or not has_magic(pattern)
        else sorted(Path(name) for name in glob(pattern, recursive=True) if Path(name).is_file())  # noqa: PTH207 - of any pattern, absolute ones too
    )
    for file in files:  # what was named is tried, whatever it is
        yield file, _asked_for(file, Path(file.name), include, exclude)


def _asked_for(file: Path, inner: Path, include: Sequence[str], exclude: Sequence[str]) -> Unread | None:
    """Return why the user doesn't want *file*, which is called *inner* below its folder; None if the user does."""
    if include and not any(_fits(inner, glob) for glob in include):
        return Unread(file, "not among --include", wrong=False)
    if any(_fits(inner, glob) for glob in exclude):
        return Unread(file, "left out by --exclude", wrong=False)
    return None


def _fits(inner: Path, pattern: str) -> bool:
    """Say if a glob fits the path below the folder, or a name in it."""
    pattern = pattern.rstrip("/")
    below = pattern.removeprefix("**/")
    return any(fnmatch(inner.as_posix(), one) for one in (pattern, below, f"{pattern}/*")) or any(
        fnmatch(part, pattern) for part in inner.parts
    )


def _no_file(file: Path) -> Unread | None:
    """Return why *file* can't be read; None if it can."""
    if is_file(file):
        return None
    what = "a link that leads nowhere" if file.is_symlink() else "no regular file"
    return Unread(file, f"it is {what}", wrong=True)


def _read_by_nature(file: Path, inner: Path) -> Unread | None:
    """Return why *file*, found in a folder, isn't read; None if it is."""
    if any(part.startswith("~$") for part in inner.parts):
        return Unread(file, "a lock file of an office program", wrong=False)
    if any(part.startswith(".") for part in inner.parts):
        return Unread(file, "hidden", wrong=False)
    suffix = file.suffix.lower()
    if any(part.endswith(_OF_PAGES) for part in inner.parts[:-1]):
        return Unread(file, "a part of a saved web page", wrong=False)
    if suffix in INPUTS:
        return _by_content(file, suffix)
    for suffixes, what in BESIDE_ARTICLES.items():
        if suffix in suffixes.split():
            return Unread(file, what, wrong=False)
    return Unread(file, advice_on(suffix), wrong=True)


def _by_content(file: Path, suffix: str) -> Unread | None:
    """Return why *file* isn't read, though its *suffix* may be an article's: XML and archives hold anything."""
    try:
        if suffix == ".xml" and is_ojs(file):
            return Unread(file, OJS, wrong=True)
        if suffix == ".xml" and not is_export(file) and (root := root_of(file)) != "article":
            what = f"XML of another kind, <{root}>" if root else "XML that can't be read"
            return Unread(file, f"{what}: exports of WordPress and articles in JATS are read", wrong=True)
        if suffix == ".zip" and not is_page_of_google(file):
            return Unread(file, "an archive: unpack it", wrong=True)
    except OSError:
        pass  # which its reader says
    return None
