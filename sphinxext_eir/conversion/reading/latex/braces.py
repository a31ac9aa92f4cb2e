"""Braces of LaTeX: which closes which."""

from __future__ import annotations

import re


def closings(source: str) -> dict[int, int]:
    """Return where each brace of *source* is closed that is."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for mark in re.finditer(r"\\.|[{}]", source, re.DOTALL):
        if mark[0] == "{":
            opened.append(mark.start())
        elif mark[0] == "}" and opened:
            found[opened.pop()] = mark.start()
    return found
