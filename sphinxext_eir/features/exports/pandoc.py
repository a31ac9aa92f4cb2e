"""pandoc, run once for each file."""

from __future__ import annotations

import json
import subprocess
import tempfile
from typing import TYPE_CHECKING, Any

from ...csl.pandoc import Use, environment, find_pandoc

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

EXPORTING = Use("writing Word, OpenDocument, JATS and PDF files", (3, 8), "pip install 'sphinxext-eir[word]'")
"""Templates of Word files are as old as 3.8."""

TIMEOUT = 120
"""Seconds. A file that takes pandoc longer isn't an article."""


class ExportError(RuntimeError):
    """A file can't be written. The error says why."""


def run_pandoc(
    tree: dict[str, Any],
    target: str,
    *,
    options: Sequence[str] = (),
    output: Path | None = None,
    cache: Path | None = None,
) -> str:
    """Write *tree* in the format *target*, to the file *output* or as the text that is returned.

    Raises :class:`ExportError`, and :class:`.PandocError` without a pandoc that is new enough.
    """
    pandoc = find_pandoc(cache, EXPORTING)
    with tempfile.TemporaryFile() as typed:
        typed.write(json.dumps(tree).encode())
        typed.seek(0)
        try:
            done = subprocess.run(  # noqa: S603 - a list, and no shell
                [pandoc.path, "-f", "json", "-t", target, *options, "-o", output or "-"],
                stdin=typed,
                env=environment(),
                capture_output=True,
                encoding="utf-8",
                timeout=TIMEOUT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise ExportError(f"pandoc was stopped after {TIMEOUT} seconds") from None
    if done.returncode:
        raise ExportError(done.stderr.strip() or f"pandoc ended with {done.returncode}")
    return done.stdout
