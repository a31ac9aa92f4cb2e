"""The output folder: the names of sources, and the record of what each was made of.

A run may be killed at any moment. So each source is noted in a journal before it is written, and the next run believes the
journal where the sources bear it out. Two runs into one folder come one after the other.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self

from ..text.files import is_file, real, write_file
from ..text.identifiers import is_device
from .pipeline import IMAGES, SUFFIXES
from .transcript import ConversionError

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .jobs import Job
    from .pipeline import Result
    from .transcript import Library

RECORD = ".sphinxext-eir.json"
"""The name of the record in the output folder: what each source was made of, for the next run."""

JOURNAL = ".sphinxext-eir.journal"
"""The name of the journal: lines of JSON, an output and its entry each, that aren't in the record yet."""

_RESERVED = ("index", "search", "genindex", "modindex", "py-modindex")
"""Names that no article can have: those of pages that Sphinx makes, and of a project's first page."""

_PARTS = ("input", "stamp", "written")
"""What an entry has."""
_UNFINISHED = re.compile(r"\..+\.\d+\.tmp")
"""Names of files that :func:`~sphinxext_eir.text.files.write_file` hadn't finished."""
_AGAIN = 0.2
"""Seconds between two looks if another run has ended."""


class EditedError(Exception):
    """A source was edited since it was written, so that it isn't overwritten. The error has its name."""


@dataclass
class Folder:
    """The output folder: names, and what was written under them. Used in a ``with`` statement, it is opened and closed."""

    path: Path
    force: bool = False
    waits: Callable[[], object] | None = None
    """Called once if another run writes into the folder, and is waited for."""
    record: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Output → ``input``, ``stamp`` and ``written``, a hash of what was written."""
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    """Input and suffix → the output in the record."""
    stems: set[str] = field(default_factory=set)
    """The names of its outputs, without what follows the last stop."""
    _lock: int = -1
    _journal: IO[bytes] | None = None

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def open(self) -> None:
        """Make the folder, and read what was done before. Raises :class:`ConversionError`."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            self._take()
        except OSError as error:
            raise ConversionError(f"{self.path}: can't be written to: {error.strerror}") from error
        try:
            for name, entry in _entries_of(self.path / RECORD):
                self._note(name, entry)
            for name, entry in self._journalled():
                self._note(name, entry)
        except ConversionError:
            self._leave()
            raise

    def _take(self) -> None:
        """Wait until no other run writes into the folder. On Windows, two runs at once aren't kept apart."""
        if sys.platform == "win32":
            return
        self._lock = os.open(self.path, os.O_RDONLY)
        said = False
        while True:
            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if self.waits and not said:
                    self.waits()
                said = True
                time.sleep(_AGAIN)
            except OSError:  # a file system without locks
                return
            else:
                break
        # What a run that was killed left.
        for path in (*self.path.glob(".*.tmp"), *self.path.glob(f"*{IMAGES}/.*.tmp")):
            if _UNFINISHED.fullmatch(path.name):
                path.unlink(missing_ok=True)

    def _leave(self) -> None:
        if self._lock >= 0:
            os.close(self._lock)
        self._lock = -1

    def _journalled(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the entries of a run that didn't end: as they are if their sources were written, else so that these are made again."""
        path = self.path / JOURNAL
        try:
            lines = path.read_bytes().splitlines() if is_file(path) else []
        except OSError:
            return
        for line in lines:
            try:
                name, entry = json.loads(line)
            except (ValueError, TypeError, RecursionError):  # the last line, half written
                continue
            if not _is_entry(name, entry):
                continue
            target = self.path / name
            if target.is_file() and _digest(target.read_bytes()) == entry["written"]:
                yield name, entry
            elif name not in self.record:
                yield name, {**entry, "stamp": ""}

    def _note(self, name: str, entry: dict[str, Any]) -> None:
        """Put *entry* into the record."""
        stem, stop, suffix = name.rpartition(".")
        self.record[name] = entry
        self.stems.add(stem)
        self.names.setdefault((entry["input"], f"{stop}{suffix}"), name)

    def _announce(self, name: str, entry: dict[str, Any]) -> None:
        """Write *entry* into the journal, before what it speaks of is written."""
        if self._journal is None:
            path = self.path / JOURNAL
            if path.is_symlink() or not is_file(path):  # not ours, and not followed
                path.unlink(missing_ok=True)
            self._journal = path.open("ab")
            self._journal.write(b"\n")  # after a line that a full disk has cut
        self._journal.write(_json([name, entry]) + b"\n")
        self._journal.flush()

    def wrote(self, path: Path) -> bool:
        """Say if *path* is a source that we wrote: it isn't an input, even if the folder is among the inputs."""
        return path.name in self.record and real(path).parent == real(self.path)

    def owns(self, path: Path) -> bool:
        """Say if *path* is something else in the folder that is ours: the record, pictures, references."""
        return real(path).is_relative_to(real(self.path)) and (
            path.name in (RECORD, JOURNAL)
            or path.name.endswith(".references.json")
            or path.name in self.libraries
            or any(part.endswith(IMAGES) for part in path.parts)
        )

    def known_as(self, job: Job) -> str:
        """Return the name that the source of *job* was given before."""
        return self.names.get((self._key(job), SUFFIXES[job.syntax]), "")

    def _key(self, job: Job) -> str:
        """Return the key of an input in the record: relative to the folder, so that both may be moved together."""
        return self._path_of(job.path) + job.part

    def _path_of(self, path: Path) -> str:
        """Return the name of a file from here, unless it is on another drive."""
        leads_to = real(path)
        try:
            return Path(os.path.relpath(leads_to, real(self.path))).as_posix()
        except ValueError:
            return leads_to.as_posix()

    def is_up_to_date(self, job: Job) -> bool:
        """Say if the source of *job* is there, and made of what the input is now."""
        name = self.known_as(job)
        if not name or not (self.path / name).exists() or self.record[name]["stamp"] != job.stamp():
            return False
        beside = self.record[name].get("beside", {})
        return all(_digest_of(self.path / path) == digest for path, digest in beside.items())

    def put(self, job: Job, result: Result) -> str:
        """Write the result of *job*, and return the name of its source.

        Raises :class:`EditedError` if that would overwrite somebody else's work, :class:`ConversionError` if pictures would be
        written elsewhere, and :class:`OSError`.
        """
        article = result.value
        name = self.known_as(job) or self._free_name(article.name, SUFFIXES[job.syntax])
        target = self.path / name
        stem = name.removesuffix(SUFFIXES[job.syntax])
        data = article.text_as(stem).encode()
        if is_file(target) and not self.force:
            found = _digest(target.read_bytes())
            if found not in (_digest(data), self.record.get(name, {}).get("written")):
                raise EditedError(name)
        pictures = self.path / f"{stem}{IMAGES}"
        if article.images and pictures.is_symlink():
            raise ConversionError(f"{pictures} leads elsewhere: its pictures go into a folder")
        entry: dict[str, Any] = {
            "input": self._key(job),
            "stamp": job.stamp(),
            "written": _digest(data),
        }
        before = set(map(str, self.record.get(name, {}).get("beside", {}).values()))
        if libraries := [self._put_library(library, before) for library in article.libraries]:
            entry["libraries"] = libraries
        if beside := {self._path_of(path): _digest_of(path) for path in article.beside}:
            entry["beside"] = beside
        self._announce(name, entry)
        for image in article.images:
            write_file(pictures / image.name, image.data)
        if article.items:
            text = json.dumps(list(article.items), ensure_ascii=False, indent=2) + "\n"
            write_file(self.path / f"{stem}.references.json", text.encode())
        write_file(target, data)
        self._note(name, entry)
        return name

    def _put_library(self, library: Library, before: set[str]) -> str:
        """Write a file of references, which many articles may share, and return its name.

        A file of that name is kept, unless its digest is among those of what was copied *before*.
        """
        stem, suffix = os.path.splitext(library.name)  # noqa: PTH122 - a name, and no path
        number = 1
        while True:
            name = f"{stem}{'' if number == 1 else f'-{number}'}{suffix}"
            target = self.path / name
            if not target.exists() and not target.is_symlink():
                write_file(target, library.data)
                return name
            if is_file(target) and not target.is_symlink():
                found = target.read_bytes()
                if found == library.data:
                    return name
                if _digest(found) in before:
                    write_file(target, library.data)
                    return name
            number += 1

    @property
    def libraries(self) -> tuple[str, ...]:
        """The files of references that its sources cite from: names for :confval:`eir_bibliography_files`."""
        named = [entry.get("libraries") for entry in self.record.values()]
        names = (name for one in named if isinstance(one, list) for name in one if isinstance(name, str))
        return tuple(dict.fromkeys(names))

    def _free_name(self, stem: str, suffix: str) -> str:
        """Return a name for a new source: *stem*, or *stem* and a number."""
        number = 1
        while True:
            numbered = f"{stem}{'' if number == 1 else f'-{number}'}"
            # The files beside a source are named after it, in either syntax.
            reserved = numbered in _RESERVED or is_device(numbered)
            if (
                not reserved
                and numbered not in self.stems
                and not (self.path / f"{numbered}{suffix}").exists()
            ):
                return f"{numbered}{suffix}"
            number += 1

    def close(self) -> None:
        """Write down what was done, and let the next run in. Where that can't be written, as on a full disk, the journal says it."""
        journal, self._journal = self._journal, None
        try:
            with contextlib.suppress(OSError):
                if journal:
                    journal.close()
                write_file(self.path / RECORD, _json(dict(sorted(self.record.items())), indent=1) + b"\n")
                (self.path / JOURNAL).unlink(missing_ok=True)
        finally:
            self._leave()


def _entries_of(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the entries of a record. It may be forged, or damaged. Raises :class:`ConversionError`."""
    if not os.path.lexists(path):
        return
    try:
        known = json.loads(path.read_bytes() if is_file(path) else b"")
    except (OSError, ValueError, RecursionError) as error:
        said = error.strerror if isinstance(error, OSError) else "it isn't what was written there"
        raise ConversionError(
            f"{path}: the record of earlier runs can't be read: {said}. Without it, all is converted anew: move it away"
        ) from None
    if isinstance(known, dict):
        yield from ((name, entry) for name, entry in known.items() if _is_entry(name, entry))


def _is_entry(name: object, entry: object) -> bool:
    """Say if *name* may be that of a source that we wrote, a file in the folder itself, and *entry* what it was made of."""
    if not isinstance(name, str) or not isinstance(entry, dict):
        return False
    if not all(isinstance(entry.get(part), str) for part in _PARTS):
        return False
    if not isinstance(entry.get("beside", {}), dict):
        return False
    with contextlib.suppress(UnicodeEncodeError):  # a name that no system has
        os.fsencode(name)
        own = Path(name).name == name and "\\" not in name and "\0" not in name
        return own and name.endswith(tuple(SUFFIXES.values()))
    return False


def _json(value: object, indent: int | None = None) -> bytes:
    """Return *value* as JSON; what isn't Unicode in a file's name is escaped, and read back as it was."""
    return json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8", "backslashreplace")


def _digest_of(path: Path) -> str:
    """Return a hash of a file; nothing if there is none that can be read."""
    try:
        return _digest(path.read_bytes()) if is_file(path) else ""
    except (OSError, ValueError):
        return ""


def _digest(data: bytes) -> str:
    """Return a hash of *data*."""
    return hashlib.sha256(data).hexdigest()
