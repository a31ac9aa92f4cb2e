"""What the check of pull quotes costs: a document of a hundred pages, with three notes and a link on each.

It is built without pull quotes, with fifty of docutils' own, which are not checked, with fifty of ours, and with fifty that
say something else than the text, for which the nearest passage is looked for. The aim is 1.05 at most for ours.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from .measuring import Table, build, median, scaled, seconds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGES, WORDS_OF_A_PAGE, NOTES_OF_A_PAGE, QUOTES = 100, 450, 3, 50
WORDS_OF_A_PARAGRAPH = 90
SIDES = {
    "without": ("", False),
    "docutils' own": ("pull-quote", False),
    "ours": ("eir:pull-quote", False),
    "ours, all different": ("eir:pull-quote", True),
}


def document(pages: int, directive: str, *, different: bool) -> str:
    """Return a document: paragraphs with markup, headings, notes, and pull quotes by *directive*."""
    chance = random.Random(1)  # noqa: S311 - the same text each time
    letters = "etaoinshrdlucmfwypvbgk"
    weights = range(len(letters), 0, -1)
    vocabulary = ["".join(chance.choices(letters, weights, k=chance.randint(2, 10))) for _ in range(8000)]
    common = [1 / (rank + 1) for rank in range(len(vocabulary))]  # Zipf
    paragraphs_of_a_page = WORDS_OF_A_PAGE // WORDS_OF_A_PARAGRAPH
    paragraphs = pages * paragraphs_of_a_page
    lines = ["Essay", "=====", ""]
    notes = []
    for number in range(paragraphs):
        if number % paragraphs_of_a_page == 0:
            lines += [f"Section {number}", "-" * 20, ""]
        words = chance.choices(vocabulary, common, k=WORDS_OF_A_PARAGRAPH)
        if directive and number % (PAGES * paragraphs_of_a_page // QUOTES) == 0:
            said = words[10:35]
            if different:
                said[12] = "otherwise"
            lines += [f".. {directive}::", "", f"   {' '.join(said)}", ""]
        words[40] = f"*{words[40]}*"
        words[60] += ","
        words[70] = f"'{words[70]}'"
        if number % paragraphs_of_a_page < NOTES_OF_A_PAGE:
            words[50] += " [#]_"
            notes.append(f".. [#] {' '.join(chance.choices(vocabulary, common, k=15))}.")
        if number % paragraphs_of_a_page == 0:
            words[80] = f"`{words[80]} <https://example.org/{number}>`__"
        lines += [" ".join(words) + ".", ""]
    return "\n".join([*lines, *notes])


def measure(folder: Path, *, runs: int, scale: float) -> Iterator[Table]:
    """Yield the table."""
    pages = scaled(PAGES, scale)
    roots = {}
    for number, (name, (directive, different)) in enumerate(SIDES.items()):
        roots[name] = folder / f"side{number}"
        roots[name].mkdir()
        (roots[name] / "conf.py").write_text("extensions = ['sphinxext_eir']\n", encoding="utf-8")
        text = document(pages, directive, different=different)
        (roots[name] / "index.rst").write_text(text, encoding="utf-8")
    rounds = [{name: build(root, fresh=True) for name, root in roots.items()} for _ in range(runs)]
    costs = {name: median(costs[name] for costs in rounds) for name in SIDES}
    base = costs["without"].seconds
    rows = [[name, seconds(cost.seconds), f"{cost.seconds / base:.2f}"] for name, cost in costs.items()]
    yield Table(
        "pull-quotes",
        f"An essay of {pages} pages, {QUOTES} pull quotes in it: seconds, ratios to none",
        ["pull quotes", "full", "×"],
        rows,
    )
