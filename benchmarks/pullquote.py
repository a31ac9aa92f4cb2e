"""What the check of pull quotes costs: ``python benchmarks/pullquote.py``.

Builds a document of a hundred pages, with three notes and a link on each, five times in turn: without pull quotes, with
fifty of docutils' own (which are not checked), and with fifty of ours; each in a process of its own. Prints the medians,
and the medians of the five ratios. The aim is that ours cost 1.05 at most. Quotes that differ, which have a nearest passage
looked for, are an unusual case: ``--different`` measures them.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAGES, WORDS_OF_A_PAGE, NOTES_OF_A_PAGE, QUOTES, RUNS = 100, 450, 3, 50, 5
WORDS_OF_A_PARAGRAPH = 90


def document(*, directive: str = "", different: bool = False) -> str:
    """Return a document of a hundred pages: paragraphs with markup, headings, notes, and pull quotes by *directive*."""
    chance = random.Random(1)  # noqa: S311 - the same text each time
    letters = "etaoinshrdlucmfwypvbgk"
    weights = range(len(letters), 0, -1)
    vocabulary = ["".join(chance.choices(letters, weights, k=chance.randint(2, 10))) for _ in range(8000)]
    common = [1 / (rank + 1) for rank in range(len(vocabulary))]  # Zipf
    paragraphs = PAGES * WORDS_OF_A_PAGE // WORDS_OF_A_PARAGRAPH
    lines = ["Essay", "=====", ""]
    notes = []
    for number in range(paragraphs):
        if number % (WORDS_OF_A_PAGE // WORDS_OF_A_PARAGRAPH) == 0:
            lines += [f"Section {number}", "-" * 20, ""]
        words = chance.choices(vocabulary, common, k=WORDS_OF_A_PARAGRAPH)
        if number % (paragraphs // QUOTES) == 0 and directive:
            said = words[10:35]
            if different:
                said[12] = "otherwise"
            lines += [f".. {directive}::", "", f"   {' '.join(said)}", ""]
        words[40] = f"*{words[40]}*"
        words[60] += ","
        words[70] = f"'{words[70]}'"
        if number % 5 < NOTES_OF_A_PAGE:
            words[50] += " [#]_"
            notes.append(f".. [#] {' '.join(chance.choices(vocabulary, common, k=15))}.")
        if number % 5 == 0:
            words[80] = f"`{words[80]} <https://example.org/{number}>`__"
        lines += [" ".join(words) + ".", ""]
    return "\n".join([*lines, *notes])


def seconds(source: str) -> float:
    """Return how long an HTML build of *source* takes, processes and all."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "conf.py").write_text("extensions = ['sphinxext_eir']\n", encoding="utf-8")
        (root / "index.rst").write_text(source, encoding="utf-8")
        command = [sys.executable, "-m", "sphinx", "-q", "-E", str(root), str(root / "out")]
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": "0"})  # noqa: S603 - our own command
        return time.perf_counter() - start


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--different", action="store_true", help="quotes that the text doesn't have")
    different = parser.parse_args().different
    sources = [document(directive=name, different=different) for name in ("", "pull-quote", "eir:pull-quote")]
    seconds(sources[0])  # warms the disk's cache
    runs = [[seconds(source) for source in sources] for _ in range(RUNS)]
    none, stock, ours = (statistics.median(column) for column in zip(*runs, strict=True))
    print(
        f"without {none:.2f} s, with {QUOTES} of docutils' own {stock:.2f} s, with {QUOTES} of ours {ours:.2f} s"
    )
    for name, before in (("without", 0), ("docutils' own", 1)):
        ratio = statistics.median(run[2] / run[before] for run in runs)
        print(f"ours to {name}: {ratio:.3f}")


if __name__ == "__main__":
    main()
