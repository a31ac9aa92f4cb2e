"""pandoc, run once for each file."""

from __future__ import annotations

import json
import tempfile
from typing import TYPE_CHECKING, Any

from ...csl.pandoc import Use, environment, find_pandoc
from ...csl.processes import ProcessError, run

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
            done = run(
                [pandoc.path, "-f", "json", "-t", target, *options, "-o", output or "-"],
                stdin=typed,
                env=environment(),
                timeout=TIMEOUT,
            )
        except (OSError, ProcessError) as error:
            raise ExportError(f"pandoc {error}") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise ExportError(said or f"pandoc ended with {done.returncode}")
    return done.stdout.decode()
