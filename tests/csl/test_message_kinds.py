"""The kinds of messages about files of references: whoever shows them chooses by the kind, not by the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.csl.sources import MessageKind, read_source

if TYPE_CHECKING:
    from pathlib import Path

TWICE = {
    "a.bib": "@book{one, title = {A}}\n@book{one, title = {B}}\n",
    "a.json": '[{"id": "one", "title": "A"}, {"id": "one", "title": "B"}]',
    "a.yaml": "references:\n- id: one\n  title: A\n- id: one\n  title: B\n",
    "a.ris": "TY  - BOOK\nID  - one\nER  -\nTY  - BOOK\nID  - one\nER  -\n",
}


@pytest.mark.parametrize("name", TWICE)
def test_a_repeated_key_is_a_kind_of_its_own(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(TWICE[name], encoding="utf-8")
    assert [message.kind for message in read_source(path).messages] == [MessageKind.KEY_REPEATED]


def test_any_other_fault_is_one_of_the_content(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@book{, title = {the key 'one' is used again}}", encoding="utf-8")
    missing = tmp_path / "none.bib"
    for source in (read_source(path), read_source(missing)):
        assert [message.kind for message in source.messages] == [MessageKind.CONTENT]
