"""Projects that use sphinxcontrib-bibtex, in a folder of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.migration import Migration, migrate, write

if TYPE_CHECKING:
    from pathlib import Path

CONF = 'extensions = ["sphinxcontrib.bibtex"]\nbibtex_bibfiles = ["refs.bib"]\nbibtex_reference_style = "author_year"\n'
BIB = """\
@book{blank2000, author={Blank, Stephen}, title={Threats to Security}, publisher={SSI}, year={2000}, keywords={primary}}
@book{clark2001, author={Clark, Wesley}, title={Waging Modern War}, publisher={PublicAffairs}, year={2001}}
@article{wendt1992, author={Wendt, Alexander}, title={Anarchy}, journal={IO}, volume={46}, year={1992}, pages={391-425}}
@book{gray--s_2016, author={Gray, Colin}, title={Strategy and Politics}, publisher={Routledge}, year={2016}}
"""


@dataclass(frozen=True)
class Sources:
    """A project on disk."""

    root: Path

    def write(self, files: dict[str, str]) -> Sources:
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return self

    def read(self, name: str) -> str:
        return (self.root / name).read_bytes().decode()

    def migrate(self) -> Migration:
        """Migrate, and write."""
        migration = migrate(self.root)
        for change in migration.changes:
            write(change)
        return migration

    def after(self, text: str, name: str = "page.rst") -> str:
        """Return what becomes of *text* as one document of the project."""
        self.write({name: text}).migrate()
        return self.read(name)

    def said(self, text: str, name: str = "page.rst") -> list[str]:
        """Return what is said about *text* as one document: ``line: text``."""
        self.write({name: text})
        return [f"{m.line}: {m.text}" for m in migrate(self.root).messages if m.path.name == name]


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    root = tmp_path / "docs"
    root.mkdir()
    return Sources(root).write({"conf.py": CONF, "refs.bib": BIB})
