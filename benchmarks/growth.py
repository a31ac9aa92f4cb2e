"""How the cost grows with the size of a project, beside plain Sphinx."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from .measuring import Table, build, median, scaled, seconds
from .projects import SIDES, touch, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZES = (50, 200, 1000, 5000)
RUNS_UP_TO = 200
"""Pages; a larger project is built once, for it takes minutes."""
CITATIONS, ENTRIES = 3, 2000
WITHOUT_CONTENTS = "html_sidebars = {'**': []}\n"
"""A setting. Sphinx's own default has the contents of the whole project on each page, which takes the square of its size."""
PLAIN, *OURS = "plain Sphinx", "our typed citations", "our citations by key"


def measure(folder: Path, *, runs: int, scale: float) -> Iterator[Table]:
    """Yield a table of full builds, builds with nothing changed, and builds with one page touched."""
    rows = []
    for size in SIZES:
        pages = scaled(size, scale)
        costs = {}
        for name in (PLAIN, *OURS):
            side = replace(SIDES[name], settings=SIDES[name].settings + WITHOUT_CONTENTS)
            root = write(folder / "site", side, pages=pages, citations=CITATIONS, entries=ENTRIES)
            rounds = []
            for _ in range(runs if size <= RUNS_UP_TO else 1):
                full, nothing = build(root, fresh=True), build(root)
                touch(root)
                rounds.append((full, nothing, build(root)))
            costs[name] = [median(kind) for kind in zip(*rounds, strict=True)]
            shutil.rmtree(root)
        for name in (PLAIN, *OURS):
            row = [str(pages), name]
            for cost, base in zip(costs[name], costs[PLAIN], strict=True):
                row += [seconds(cost.seconds), f"{cost.seconds / base.seconds:.2f}"]
            full = costs[name][0]
            rows.append([*row, f"{full.seconds / pages * 1000:.0f}", f"{full.memory:.0f}"])
    yield Table(
        "growth",
        f"{CITATIONS} references on each page, {ENTRIES} entries: seconds, ratios, full in ms a page, MiB",
        ["pages", "", "full", "×", "nothing changed", "×", "one page touched", "×", "ms a page", "memory"],
        rows,
    )
