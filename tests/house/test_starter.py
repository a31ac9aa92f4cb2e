"""The files of a new project."""

from __future__ import annotations

import py_compile
from typing import TYPE_CHECKING

from sphinxext_eir import starter

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_new_project_has_no_compiled_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "installed"
    monkeypatch.setattr(starter, "STARTER", installed)
    (installed / "articles").mkdir(parents=True)
    (installed / "conf.py").write_text("extensions = ['sphinxext_eir']\n", encoding="utf-8")
    (installed / "articles" / "one.rst").write_text("One\n===\n", encoding="utf-8")
    py_compile.compile(str(installed / "conf.py"))
    starter.begin(tmp_path / "essays")
    written = {path.relative_to(tmp_path / "essays").as_posix() for path in (tmp_path / "essays").rglob("*")}
    assert written == {"conf.py", "articles", "articles/one.rst"}
