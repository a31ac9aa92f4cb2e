"""What citations cost: the same pages without any, with ours, and with sphinxcontrib-bibtex if it is installed.

Run ``python benchmarks/citations.py [pages] [citations per page] [entries] [runs] [style.csl]``. Each page has a bibliography
of its own, of a BibTeX file with so many entries; sphinxcontrib-bibtex gets one list for the project, which is its fastest.
Caches are deleted before each full build. Prints medians in seconds, and their ratios to plain Sphinx in the same run.
"""

from __future__ import annotations

import importlib.util
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

WORDS = "The quick brown fox jumps over the lazy dog, and the dog thinks nothing of it. " * 12
SIDES = {
    "plain": ([], "(Author 2000)"),
    "ours": (["sphinxext_eir"], ":eir:citep:`{key}`"),
    "bibtex": (["sphinxcontrib.bibtex"], ":cite:p:`{key}`"),
}


def entry(number: int) -> str:
    """Return an entry; every tenth has the author and year of another."""
    return (
        f"@book{{key{number}, author = {{Author{number - number % 10 // 9}, Ann and Other, Bob}}, year = {1900 + number % 100}, "
        f"title = {{A {{Title}} with Words, Number {number}}}, publisher = {{Press {number % 7}}}, address = {{London}}}}\n"
    )


def write(root: Path, side: str, pages: int, citations: int, entries: int, style: str) -> None:
    """Write a project of *pages* with so many *citations* each."""
    root.mkdir()
    extensions, role = SIDES[side]
    settings = [f"extensions = {extensions}", "bibtex_bibfiles = eir_bibliography_files = ['refs.bib']"]
    if style and side == "ours":
        shutil.copy(style, root / "style.csl")
        settings.append("eir_citation_style = 'style.csl'")
    (root / "conf.py").write_text("\n".join(settings), encoding="utf-8")
    (root / "refs.bib").write_text("".join(map(entry, range(entries))), encoding="utf-8")
    names = [f"page{number}" for number in range(pages)]
    listed = "\n\n.. bibliography::\n" if side == "bibtex" else ""
    contents = "\n".join(f"   {name}" for name in names)
    (root / "index.rst").write_text(f"Index\n=====\n\n.. toctree::\n\n{contents}{listed}\n", encoding="utf-8")
    own = "\n\n.. eir:bibliography::\n" if side == "ours" else ""
    for page, name in enumerate(names):
        body = "\n\n".join(
            f"{WORDS} {role.format(key=f'key{(page * 7 + number * 13) % entries}')} {WORDS}"
            for number in range(citations)
        )
        (root / f"{name}.rst").write_text(f"{name}\n{'=' * 20}\n\n{body}{own}\n", encoding="utf-8")


def build(root: Path, *, fresh: bool) -> float:
    """Build and return the seconds it took."""
    out = root.parent / f"{root.name}-out"
    if fresh:
        shutil.rmtree(out, ignore_errors=True)
    start = time.perf_counter()
    command = [sys.executable, "-m", "sphinx", "-q", "-j", "1", "-b", "html", str(root), str(out)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)  # noqa: S603 - our own folder
    return time.perf_counter() - start


def main(pages: int = 200, citations: int = 20, entries: int = 2000, runs: int = 3, style: str = "") -> None:
    """Measure full, nothing-changed and one-page builds."""
    sides = [side for side in SIDES if side != "bibtex" or importlib.util.find_spec("sphinxcontrib.bibtex")]
    times: dict[tuple[str, str], list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        roots = {side: Path(folder, side) for side in sides}
        for side, root in roots.items():
            write(root, side, pages, citations, entries, style)
        for _ in range(runs):
            for side, root in roots.items():
                times["full", side].append(build(root, fresh=True))
                times["nothing", side].append(build(root, fresh=False))
                page = root / "page1.rst"
                page.write_text(page.read_text(encoding="utf-8").replace("fox", "vixen", 1), encoding="utf-8")
                times["one page", side].append(build(root, fresh=False))
    print(f"{pages} pages × {citations} citations of {entries} entries, medians of {runs} runs, in seconds")
    print(f"{'build':10}" + "".join(f"{side:>10}{'ratio':>8}" for side in sides))
    for name in ("full", "nothing", "one page"):
        medians = {side: statistics.median(times[name, side]) for side in sides}
        print(
            f"{name:10}"
            + "".join(f"{medians[side]:10.2f}{medians[side] / medians['plain']:8.2f}" for side in sides)
        )


if __name__ == "__main__":
    main(
        *map(int, (argument for argument in sys.argv[1:] if argument.isdecimal())),
        **({"style": sys.argv[-1]} if sys.argv[-1].endswith(".csl") else {}),
    )
