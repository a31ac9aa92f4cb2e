"""Processes and what they cost; tables of that."""

from __future__ import annotations

import csv
import io
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path


KINDS = ("full", "nothing", "one page")
"""Kinds of builds: without caches, with nothing changed, and with one page touched."""


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds on the clock, memory of the largest process of it in MiB, and seconds of the processors."""

    seconds: float
    memory: float
    processor: float


@dataclass(frozen=True)
class Table:
    """Figures under a head; ``name`` is that of its file."""

    name: str
    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]

    def __str__(self) -> str:
        lines = [self.head, *self.rows]
        widths = [max(len(line[column]) for line in lines) for column in range(len(self.head))]
        return "\n".join(
            [
                self.title,
                *(
                    "  ".join(
                        cell.rjust(width) if column else cell.ljust(width)
                        for column, (cell, width) in enumerate(zip(line, widths, strict=True))
                    )
                    for line in lines
                ),
            ]
        )

    def write(self, folder: Path) -> None:
        """Write the table to *folder*."""
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([self.head, *self.rows])
        (folder / f"{self.name}.csv").write_text(text.getvalue(), encoding="utf-8")


def machine() -> str:
    """Return what is measured, and on what."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("Sphinx", "docutils", "sphinxcontrib-bibtex"))
    return (
        f"Python {platform.python_version()}, {packages}; {platform.machine()}, {os.cpu_count()} processors"
    )


def run(command: Sequence[str | Path]) -> Cost:
    """Run *command* in a process of its own; what it says is of no interest unless it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)


def build(root: Path, *, fresh: bool = False, jobs: int = 1) -> Cost:
    """Build the HTML of the project in *root*, *fresh* without anything of an earlier build."""
    out = root.with_name(f"{root.name}-out")
    if fresh:
        shutil.rmtree(out, ignore_errors=True)
    return run([sys.executable, "-m", "sphinx", "-q", "-j", str(jobs), "-b", "html", root, out])


def median(costs: Iterable[Cost]) -> Cost:
    """Return the medians of *costs*."""
    costs = list(costs)
    return Cost(
        statistics.median(cost.seconds for cost in costs),
        statistics.median(cost.memory for cost in costs),
        statistics.median(cost.processor for cost in costs),
    )


def ratios(costs: Mapping[tuple[str, str], Sequence[Cost]], ours: str, other: str) -> list[str]:
    """Return how many times as long the processor takes for *ours* as for the *other* side, for each kind of build.

    Builds are compared one by one: their processor's time is what other work on the machine changes least.
    """
    return [
        f"{statistics.median(one.processor / base.processor for one, base in zip(costs[ours, kind], costs[other, kind], strict=True)):.2f}"
        for kind in KINDS
    ]


def seconds(value: float) -> str:
    """Return a time as tables have it."""
    return f"{value:.2f}" if value < 10 else f"{value:.1f}"


def scaled(number: int, scale: float) -> int:
    """Return *number* at *scale*, but something."""
    return max(2, round(number * scale))
