"""Each way to refer, side by side: 200 pages with 20 references each, to a file of 2,000 entries."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from .measuring import Table, build, median, scaled, seconds
from .projects import SIDES, touch, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .measuring import Cost

PAGES, CITATIONS, ENTRIES = 200, 20, 2000
BASE = next(iter(SIDES))


def measure(folder: Path, *, runs: int, scale: float) -> Iterator[Table]:
    """Yield a table for one process and one for two: full, with nothing changed, and with one page touched."""
    pages, entries = scaled(PAGES, scale), scaled(ENTRIES, scale)
    roots = {
        name: write(folder / f"side{number}", side, pages=pages, citations=CITATIONS, entries=entries)
        for number, (name, side) in enumerate(SIDES.items())
    }
    for jobs in (1, 2):
        costs: dict[tuple[str, str], list[Cost]] = defaultdict(list)
        for _ in range(runs):
            for name, root in roots.items():
                costs[name, "full"].append(build(root, fresh=True, jobs=jobs))
                costs[name, "nothing"].append(build(root, jobs=jobs))
                touch(root)
                costs[name, "one page"].append(build(root, jobs=jobs))
        rows = []
        for name in SIDES:
            row = [name]
            for kind in ("full", "nothing", "one page"):
                cost, base = median(costs[name, kind]), median(costs[BASE, kind])
                row += [seconds(cost.seconds), f"{cost.seconds / base.seconds:.2f}"]
            rows.append([*row, f"{median(costs[name, 'full']).memory:.0f}"])
        yield Table(
            f"peers-j{jobs}",
            f"{pages} pages × {CITATIONS} references, {entries} entries, -j {jobs}: seconds, ratios to {BASE}, MiB",
            ["", "full", "×", "nothing changed", "×", "one page touched", "×", "memory"],
            rows,
        )
