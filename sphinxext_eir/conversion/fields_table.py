"""The fields that the user gives for each input: a table as spreadsheets write it, with commas, semicolons or tabs between its cells."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING, NamedTuple

from ..text.characters import writable
from ..text.fields import FieldError
from ..text.frontmatter import FIELDS
from .transcript import ConversionError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_INPUT = "input"
_DELIMITERS = ",;\t"
"""Excel writes semicolons where a comma parts decimals, and tabs in what it calls Unicode text, which is UTF-16."""


class _Row(NamedTuple):
    """A row of a table."""

    line: int
    """The line where it begins."""
    cells: list[str]


def read_fields_table(path: Path) -> dict[str, dict[str, str]]:
    """Return the fields that the table at *path* gives, by input. Raises :class:`ConversionError`, which says where it is wrong."""
    rows = _rows(path, _text_of(path))
    columns = [name.casefold() for name in next(rows, _Row(1, [])).cells]
    while columns and not columns[-1]:
        columns.pop()
    _check_columns(path, columns)
    found: dict[str, dict[str, str]] = {}
    lines: dict[str, int] = {}
    for line, cells in rows:
        if any(cells[len(columns) :]):
            raise ConversionError(f"{path}:{line}: this row has more cells than there are columns")
        fields = {name: cell for name, cell in zip(columns, cells, strict=False) if cell}
        if not fields:
            continue
        name = fields.pop(_INPUT, "")
        if not name:
            raise ConversionError(f"{path}:{line}: this row names no input")
        if name in found:
            raise ConversionError(f"{path}:{line}: {name} is there twice: line {lines[name]} has it")
        for field, text in fields.items():
            _check_field(f"{path}:{line}", field, text)
        found[name], lines[name] = fields, line
    return found


def _text_of(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConversionError(f"{path}: can't be read: {error.strerror or error}") from error
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConversionError(f"{path}:{line}: this is no UTF-8: save the table as UTF-8") from error


def _rows(path: Path, text: str) -> Iterator[_Row]:
    """Yield the rows of a table, their cells without space around them. Raises :class:`ConversionError`."""
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield _Row(line, [" ".join(writable(cell).split()) for cell in cells])
            line = reader.line_num + 1
    except csv.Error as error:
        raise ConversionError(f"{path}:{line}: can't be read: {error}") from error


def _check_columns(path: Path, columns: list[str]) -> None:
    """Raise :class:`ConversionError` if the *columns* of a table aren't an input and fields."""
    unknown = [name for name in columns if name not in (_INPUT, "title", *FIELDS)]
    twice = next((name for name in columns if columns.count(name) > 1), "")
    if unknown:
        wrong = f"unknown columns: {', '.join(unknown)}"
    elif _INPUT not in columns:
        wrong = f"there is no column {_INPUT!r}"
    elif twice:
        wrong = f"there are two columns {twice!r}"
    else:
        return
    raise ConversionError(f"{path}: {wrong}; allowed are input, title, {', '.join(FIELDS)}")


def _check_field(place: str, name: str, text: str) -> None:
    """Raise :class:`ConversionError` if the field *name*, in this *place*, can't be what *text* says."""
    if name not in FIELDS:
        return
    try:
        FIELDS[name].read(text)
    except FieldError as error:
        raise ConversionError(f"{place}: {name} is {text!r}, not {error.expected}") from error
