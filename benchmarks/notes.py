"""What notes cost: a project of notes with and without the extension, built in pairs.

Run ``python benchmarks/notes.py [pages] [notes per page] [runs]``. With the extension every page is ours; without, the same
sources are built with docutils' own footnotes. Prints the medians, and the ratios or differences of the pairs' medians.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORDS = "The quick brown fox jumps over the lazy dog, and the dog thinks nothing of it. " * 12


def write(root: Path, pages: int, notes: int, *, ours: bool) -> None:
    """Write a project of *pages* with so many *notes* each."""
    root.mkdir(parents=True)
    settings = "extensions = ['sphinxext_eir']\neir_documents = ['page*']\n" if ours else ""
    (root / "conf.py").write_text(settings, encoding="utf-8")
    names = [f"page{number}" for number in range(pages)]
    contents = "\n".join(f"   {name}" for name in names)
    (root / "index.rst").write_text(f"Index\n=====\n\n.. toctree::\n\n{contents}\n", encoding="utf-8")
    for name in names:
        body = "\n\n".join(f"{WORDS} [#n{number}]_ {WORDS}" for number in range(notes))
        definitions = "\n".join(f".. [#n{number}] Note {number} of {name}." for number in range(notes))
        (root / f"{name}.rst").write_text(
            f"{name}\n{'=' * 20}\n\n{body}\n\n{definitions}\n", encoding="utf-8"
        )


def build(root: Path, *, fresh: bool) -> float:
    """Build and return the seconds it took."""
    out = root.parent / f"{root.name}-out"
    if fresh:
        subprocess.run(["rm", "-rf", out], check=True)  # noqa: S603, S607 - our own folder
    start = time.perf_counter()
    command = [sys.executable, "-m", "sphinx", "-q", "-j", "1", "-b", "html", str(root), str(out)]
    subprocess.run(command, check=True)  # noqa: S603
    return time.perf_counter() - start


def main(pages: int = 200, notes: int = 20, runs: int = 5) -> None:
    """Measure full, nothing-changed and one-page builds."""
    times: dict[str, tuple[list[float], list[float]]] = {
        name: ([], []) for name in ("full", "nothing", "one page")
    }
    with tempfile.TemporaryDirectory() as folder:
        roots = [Path(folder, "plain"), Path(folder, "ours")]
        for root in roots:
            write(root, pages, notes, ours=root.name == "ours")
        for _ in range(runs):
            for side, root in enumerate(roots):
                times["full"][side].append(build(root, fresh=True))
            for side, root in enumerate(roots):
                times["nothing"][side].append(build(root, fresh=False))
            for side, root in enumerate(roots):
                page = root / "page1.rst"
                page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
                times["one page"][side].append(build(root, fresh=False))
    print(f"{pages} pages × {notes} notes, medians of {runs} paired runs, in seconds")
    print(f"{'build':10} {'footnotes':>10} {'ours':>8} {'ratio':>7} {'difference':>11}")
    for name, (plain, ours) in times.items():
        a, b = statistics.median(plain), statistics.median(ours)
        print(f"{name:10} {a:10.2f} {b:8.2f} {b / a:7.3f} {b - a:11.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
