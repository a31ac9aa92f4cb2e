"""Archives of strangers, opened: none that unpacks into more than an article has, none that lies about its size."""

from __future__ import annotations

import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..transcript import ConversionError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST = 500
"""MB of an archive, unpacked. Few bytes can be made to unpack into more than a machine holds."""
LONGEST = 50
"""MB of its text, which pandoc needs a hundred times the memory for; a thick book has ten."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The beginning of a container of Word's old format, or of an encrypted file."""


@contextmanager
def opened(path: Path, kind: str, texts: tuple[str, ...] = (".xml",)) -> Iterator[zipfile.ZipFile]:
    """Yield the archive at *path*, a file of this *kind* whose text is in members with one of the suffixes *texts*.

    Raises :class:`ConversionError`.
    """
    if not path.stat().st_size:
        raise ConversionError("the file is empty")
    try:
        with zipfile.ZipFile(path) as archive:
            _check_size(archive, texts)
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        if isinstance(error, RecursionError):
            raise
        with path.open("rb") as file:
            old = file.read(len(_OLE)) == _OLE
        message = (
            "is encrypted, or in Word's old format: save it as .docx"
            if old
            else f"isn't a .{kind} file, or it is damaged"
        )
        raise ConversionError(f"this {message}") from None


def _check_size(archive: zipfile.ZipFile, texts: tuple[str, ...]) -> None:
    """Raise :class:`ConversionError` if *archive* unpacks into too much, :class:`zipfile.BadZipFile` if that can't be known."""
    for ends, most, what in (("", LARGEST, "the file"), (texts, LONGEST, "its text")):
        sizes = (member.file_size for member in archive.infolist() if member.filename.endswith(ends))
        if sum(sizes) > most * 1_000_000:
            raise ConversionError(f"unpacked, {what} has more than {most} MB")
    if archive.testzip():  # a member is not what it was declared to be
        raise zipfile.BadZipFile


def page_of_google(archive: zipfile.ZipFile) -> str:
    """Return the name of the one page that Google Docs has zipped; nothing for other archives."""
    names = [name for name in archive.namelist() if not name.startswith("__MACOSX")]
    pages = [name for name in names if name.endswith((".html", ".htm"))]
    others = [name for name in names if name not in pages and not name.startswith("images/")]
    return pages[0] if len(pages) == 1 and "/" not in pages[0] and not others else ""


def is_page_of_google(path: Path) -> bool:
    """Say if a file is a page that Google Docs has zipped."""
    try:
        with zipfile.ZipFile(path) as archive:
            return bool(page_of_google(archive))
    except (zipfile.BadZipFile, NotImplementedError):
        return False
