"""Files that we write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxext_eir.text.files import update_file

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_only_where_it_is_not_there_as_it_should_be(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "style.css"
    update_file(file, b"one")
    before = file.stat()
    update_file(file, b"one")
    assert file.stat() == before
    update_file(file, b"two")
    assert file.read_bytes() == b"two"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    other, link = tmp_path / "other", tmp_path / "link"
    other.write_bytes(b"one")
    link.symlink_to(other)
    for data in (b"one", b"two"):
        update_file(link, data)
        assert not link.is_symlink()
        assert (link.read_bytes(), other.read_bytes()) == (data, b"one")
