"""What the check of pull quotes costs: ``python benchmarks/pullquote.py``.

Builds a document of a hundred pages with fifty pull quotes, and the same document without them, five times in turn, each
in a process of its own. Prints the medians and the median of the five ratios; the aim is 1.05 at most. Quotes that
differ, which have a nearest passage looked for, are an unusual case: ``--different`` measures them.
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

PAGES, WORDS_OF_A_PAGE, QUOTES, RUNS = 100, 450, 50, 5
WORDS_OF_A_PARAGRAPH = 90


def document(*, quotes: int, different: bool) -> str:
    """Return a document of a hundred pages: paragraphs with markup, a heading for each page, and pull quotes."""
    chance = random.Random(1)  # noqa: S311 - the same text each time
    letters = "etaoinshrdlucmfwypvbgk"
    weights = range(len(letters), 0, -1)
    vocabulary = ["".join(chance.choices(letters, weights, k=chance.randint(2, 10))) for _ in range(8000)]
    common = [1 / (rank + 1) for rank in range(len(vocabulary))]  # Zipf
    paragraphs = PAGES * WORDS_OF_A_PAGE // WORDS_OF_A_PARAGRAPH
    lines = ["Essay", "=====", ""]
    for number in range(paragraphs):
        if number % (WORDS_OF_A_PAGE // WORDS_OF_A_PARAGRAPH) == 0:
            lines += [f"Section {number}", "-" * 20, ""]
        words = chance.choices(vocabulary, common, k=WORDS_OF_A_PARAGRAPH)
        if number % (paragraphs // QUOTES) == 0 and quotes:
            said = words[10:35]
            if different:
                said[12] = "otherwise"
            lines += [".. eir:pull-quote::", "", f"   {' '.join(said)}", ""]
        words[40] = f"*{words[40]}*"
        words[60] += ","
        words[70] = f"'{words[70]}'"
        lines += [" ".join(words) + ".", ""]
    return "\n".join(lines)


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
    plain, quoted = (document(quotes=quotes, different=different) for quotes in (0, QUOTES))
    seconds(plain)  # warms the disk's cache
    pairs = [(seconds(plain), seconds(quoted)) for _ in range(RUNS)]
    without, with_quotes = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(after / before for before, after in pairs)
    print(f"without {without:.2f} s, with {QUOTES} pull quotes {with_quotes:.2f} s, ratio {ratio:.3f}")  # noqa: T201 - its purpose


if __name__ == "__main__":
    main()
