"""What changes, as a patch: ``git apply`` and ``patch -p1`` read it."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .records import Change

COLOURS = {"---": "1", "+++": "1", "@@": "36", "-": "31", "+": "32"}
"""Codes of ECMA-48, "SGR", by how a line begins; the longest counts."""
LINE = re.compile(r"[^\n]*\n|[^\n]+$")


def difference(change: Change, name: Path) -> Iterator[str]:
    """Yield the lines of a patch for one file, which is called *name* in it; each ends as it does in the file."""
    before, after = (
        LINE.findall(("\ufeff" if change.bom else "") + text) for text in (change.before, change.after)
    )
    path = name.as_posix()
    for line in difflib.unified_diff(before, after, f"a/{path}", f"b/{path}"):
        if line.endswith("\n"):
            yield line
        else:
            yield f"{line}\n"
            yield "\\ No newline at end of file\n"


def coloured(line: str) -> str:
    """Return a line of a patch as a terminal shows it."""
    code = next((code for sign, code in COLOURS.items() if line.startswith(sign)), "")
    return f"\033[{code}m{line.rstrip(chr(10))}\033[0m\n" if code else line
