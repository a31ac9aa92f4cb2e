"""Each way to refer, side by side: 200 pages with 20 references each, to a file of 2,000 entries."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from .measuring import KINDS, Table, build, median, ratios, scaled, seconds
from .projects import SIDES, touch, write

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from .measuring import Cost

PAGES, CITATIONS, ENTRIES = 200, 20, 2000
BASE = next(iter(SIDES))
YARDSTICKS = (
    ("with ours, unused", "plain Sphinx", "1.05"),
    ("our notes", "footnotes", "1.1"),
    ("our typed citations", "links by hand", "1.15"),
    ("our citations by key", "links by hand", "1.3"),
    ("our citations by key", "bibtex, one list", "0.4"),
)
"""What is ours, what an author would write for the same, and the aim for a full build: how many times as long ours may take."""


def measure(folder: Path, *, runs: int, scale: float) -> Iterator[Table]:
    """Yield a table for one process and one for two: full, with nothing changed, and with one page touched; and one of ours beside the same by hand."""
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
            for kind in KINDS:
                cost, base = median(costs[name, kind]), median(costs[BASE, kind])
                row += [seconds(cost.seconds), f"{cost.seconds / base.seconds:.2f}"]
            rows.append([*row, f"{median(costs[name, 'full']).memory:.0f}"])
        if jobs == 1:
            yield beside_the_same(costs)
        yield Table(
            f"peers-j{jobs}",
            f"{pages} pages × {CITATIONS} references, {entries} entries, -j {jobs}: seconds, ratios to {BASE}, MiB",
            ["", "full", "×", "nothing changed", "×", "one page touched", "×", "memory"],
            rows,
        )


def beside_the_same(costs: Mapping[tuple[str, str], Sequence[Cost]]) -> Table:
    """Return the table of ours beside what an author would write for the same.

    It compares the processor's time, build by build, which other work on the machine changes least.
    """
    rows = [[ours, other, *ratios(costs, ours, other), aim] for ours, other, aim in YARDSTICKS]
    return Table(
        "yardsticks",
        "Ours beside the same by hand: ratios of the processor's time, and the aim for a full build",
        ["", "beside", "full", "nothing changed", "one page touched", "aim"],
        rows,
    )
