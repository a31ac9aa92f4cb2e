"""The documentation, which uses all that there is, comes out the same to the byte: in one process, in two, and again."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.paths import ROOT
from support.sphinx_project import assert_same_files

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.program


def build(builder: str, out: Path, *, jobs: int, seed: str) -> Path:
    """Build the documentation in a process of its own, in which the order of sets depends on *seed*."""
    trees = out.with_name(f"{out.name}-doctrees")
    subprocess.run(
        [sys.executable, "-m", "sphinx", "-qnW", "-b", builder, "-j", str(jobs), "-d", trees, "docs", out],
        cwd=ROOT,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1767225600", "PYTHONHASHSEED": seed},
        check=True,
    )
    for archive in out.glob("*.epub"):
        archive.unlink()  # of the files beside it, with the times at which Sphinx wrote them
    return out


@pytest.mark.parametrize("builder", ["html", "epub", "latex"])
def test_serial_and_parallel_builds_give_the_same_bytes(tmp_path: Path, builder: str) -> None:
    serial = build(builder, tmp_path / "serial", jobs=1, seed="1")
    parallel = build(builder, tmp_path / "parallel", jobs=2, seed="2")
    assert_same_files(serial, parallel)
