"""The table of fields by input (``--metadata``): whatever a spreadsheet writes is read, and what is wrong is named with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinxext_eir.conversion.fields_table import read_fields_table
from sphinxext_eir.conversion.transcript import ConversionError
from sphinxext_eir.text.characters import writable

if TYPE_CHECKING:
    from pathlib import Path

READ = {"one.txt": {"title": "Größe, Zeit", "keywords": "rope; tide"}, "two.txt": {"date": "2012-05"}}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_tables_of_spreadsheets_are_read(tmp_path: Path, encoding: str, delimiter: str, end: str) -> None:
    rows = (
        ("Input ", " Title", "keywords", "date", ""),
        ("one.txt", '"Größe, \0 Zeit"', '"rope; tide"', "", "", ""),
        ("", "", ""),
        (" two.txt", "", "", "2012-05"),
    )
    path = tmp_path / "fields.csv"
    path.write_bytes(end.join(delimiter.join(row) for row in rows).encode(encoding))
    assert read_fields_table(path) == READ


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (b"", ": there is no column 'input'; allowed are input, title, author"),
        (b"title,date\nT,2012\n", ": there is no column 'input'; allowed are"),
        (b"input,colour,size\na,red,9\n", ": unknown columns: colour, size; allowed are"),
        (b"input,title,Title\na,T,U\n", ": there are two columns 'title'; allowed are"),
        (b"input,title\n\na,T,U\n", ":3: this row has more cells than there are columns"),
        (b"input,title\na,T\n,U\n", ":3: this row names no input"),
        (b'input,title\na,"T\nU"\nb,V\na,W\n', ":5: a is there twice: line 2 has it"),
        (b"input,date\na,2012-13-45\n", ":2: date is '2012-13-45', not a date in ISO 8601 such as"),
        (b"input,title\na,T\nb,Gr\xf6\xdfe\n", ":3: this is no UTF-8: save the table as UTF-8"),
        (b"\xff\xfei\0n", ":1: this is no UTF-8: save the table as UTF-8"),
        (b'input,title\na,"T\nb,U\n', ":2: can't be read: unexpected end of data"),
        (b"input,title\na," + b"T" * 200_000, ":2: can't be read: field larger than field limit"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, table: bytes, message: str) -> None:
    path = tmp_path / "fields.csv"
    path.write_bytes(table)
    with pytest.raises(ConversionError) as error:
        read_fields_table(path)
    assert str(error.value).startswith(f"{path}{message}")


def test_a_table_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConversionError, match=r"nowhere\.csv: can.t be read: No such file"):
        read_fields_table(tmp_path / "nowhere.csv")


CELLS = st.text(st.characters(codec="utf-8", exclude_characters='"'), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(CELLS, CELLS), max_size=5), st.sampled_from(",;\t"))
def test_each_cell_is_read_or_the_table_is_refused(
    tmp_path: Path, rows: list[tuple[str, str]], delimiter: str
) -> None:
    path = tmp_path / "fields.csv"
    table = [("input", "title"), *rows]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in table)
    path.write_text(text, encoding="utf-8", newline="")
    try:
        read = read_fields_table(path)
    except ConversionError:
        names = [" ".join(writable(name).split()) for name, _ in rows]
        assert "" in names or len(set(names)) < len(names)
        return
    said = [" ".join(writable(f"{name} {title}").split()) for name, title in rows]
    assert [" ".join((name, *fields.values())) for name, fields in read.items()] == [
        one for one in said if one
    ]
