"""Files beside an article that it names: pictures, parts, files of references. Only its folder, and what is below, is read."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from ...text.files import is_file, place_within
from ..outcome import Message
from ..transcript import ConversionError, Library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LARGEST = 50_000_000
"""Bytes of one file."""
LIBRARIES = (".bib", ".json", ".yaml", ".yml", ".ris", ".xml")
"""Suffixes of files of references that the build reads."""


_ASKED_FOR: ContextVar[dict[Path, None] | None] = ContextVar("asked_for", default=None)


@contextmanager
def noting() -> Iterator[dict[Path, None]]:
    """Note the files that are asked for meanwhile, be they there or not: an article changes with them."""
    asked_for: dict[Path, None] = {}
    token = _ASKED_FOR.set(asked_for)
    try:
        yield asked_for
    finally:
        _ASKED_FOR.reset(token)


def note(path: Path) -> None:
    """Note that an article depends on a file."""
    asked_for = _ASKED_FOR.get()
    if asked_for is not None:
        asked_for[path] = None


def file_beside(folder: Path, name: str) -> Path | None:
    """Return the file that is called *name* in a *folder* or below it; None if there is none, or if it leads elsewhere."""
    file = place_within(folder, name)
    if file is None:
        return None
    note(file)
    return file if is_file(file) and file.stat().st_size <= _LARGEST else None


def text_of_file(path: Path) -> str:
    """Return the text of a file: UTF-8, or else Latin-1. Raises :class:`ConversionError`."""
    if path.stat().st_size > _LARGEST:
        raise ConversionError(f"a text of more than {_LARGEST // 1_000_000} MB isn't an article")
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise ConversionError("this isn't a text file")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def picture_beside(folder: Path, name: str, suffixes: tuple[str, ...] = ()) -> bytes | None:
    """Return the picture that is called *name*, with or without one of *suffixes*."""
    for tried in (name, *(f"{name}{suffix}" for suffix in suffixes)):
        file = file_beside(folder, tried)
        if file:
            return file.read_bytes()
    return None


def libraries_beside(folder: Path, names: Iterable[str]) -> tuple[tuple[Library, ...], list[Message]]:
    """Return the files of references with *names*, and messages on those that aren't there."""
    found: list[Library] = []
    messages: list[Message] = []
    for name in dict.fromkeys(names):
        file = file_beside(folder, name)
        if file is None or file.suffix.lower() not in LIBRARIES:
            messages.append(Message(f"the file of references {name!r} isn't there", doubtful=True))
        else:
            found.append(Library(Path(name).name, file.read_bytes()))
    return tuple(found), messages


_ADVICE = {
    ".doc .dot": "Word's old format: save it as .docx",
    ".docm .dotx .dotm": "a template, or with macros: save it as .docx",
    ".pages": "the format of Pages: export it as .docx",
    ".wpd .wps .sxw .abw .fodt .gdoc": "a word processor's format: save it as .docx or .odt",
    ".ps .djvu .dvi .xps .oxps": "pages as they are printed: make a PDF of it",
    ".ppt .pptx .key .odp": "slides",
    ".xls .xlsx .numbers .ods": "a spreadsheet",
    ".zip .gz .tgz .tar .bz2 .xz .7z .rar": "an archive: unpack it",
    ".mobi .azw .azw3": "an e-book: make an EPUB of it",
    ".rst .org .adoc .wiki .textile .typ": ("no format that is read here: pandoc may make a .docx of it"),
}
"""Suffixes of files that may be articles, and what to do. Those that have a reader aren't among them."""


def advice_on(suffix: str) -> str:
    """Return what a file with a *suffix* that isn't read is, and what to do."""
    advice = next((said for suffixes, said in _ADVICE.items() if suffix in suffixes.split()), "")
    return advice or (f"no reader for {suffix}" if suffix else "without a suffix, nothing tells what it is")
