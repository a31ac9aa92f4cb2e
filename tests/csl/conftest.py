"""A writer of files of references."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sphinxext_eir.csl.sources import Source, read_source

if TYPE_CHECKING:
    from pathlib import Path

    from support.sources import Reader


@pytest.fixture
def source(tmp_path: Path) -> Reader:
    """Return a writer and reader of bibliographies."""

    def write(name: str, text: str | bytes, **more: Any) -> Source:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_source(path, **more)

    return write
