"""The project that is built, once for each way to refer to what an essay draws on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS = "The quick brown fox jumps over the lazy dog, and the dog thinks nothing of it. " * 12

WITH_BIBTEX = "extensions = ['sphinxcontrib.bibtex']\nbibtex_bibfiles = ['references.bib']\n"


@dataclass(frozen=True)
class Side:
    """A way to refer: its settings, and what it puts in the text and at a page's end for each number of an entry."""

    settings: str
    mark: Callable[[int], str]
    end: Callable[[list[int]], str]
    index: str = ""


def footnotes(numbers: list[int]) -> str:
    """Return docutils' footnotes of entries."""
    return "\n".join(f".. [#n{number}] {typed(number)}" for number in numbers)


def by_hand(numbers: list[int]) -> str:
    """Return a list of entries as an author makes it of stock reStructuredText: a heading, and a target for each link."""
    entries = "\n\n".join(f".. _entry-{number}:\n\n{typed(number)}" for number in sorted(numbers, key=typed))
    return f".. rubric:: References\n\n{entries}"


def typed_list(numbers: list[int]) -> str:
    """Return a bibliography as authors type it."""
    entries = "\n".join(f"   {typed(number)}\n" for number in sorted(numbers, key=typed))
    return f".. eir:bibliography::\n\n{entries}"


SIDES = {
    "plain Sphinx": Side("", lambda number: f"({author(number)} {year(number)})", lambda _: ""),
    "with ours, unused": Side(
        "extensions = ['sphinxext_eir']\n", lambda number: f"({author(number)} {year(number)})", lambda _: ""
    ),
    "footnotes": Side("", lambda number: f"[#n{number}]_", footnotes),
    "our notes": Side(
        "extensions = ['sphinxext_eir']\neir_documents = ['page*']\n",
        lambda number: f"[#n{number}]_",
        footnotes,
    ),
    "links by hand": Side(
        "",
        lambda number: f"(`{author(number)} {year(number)} <entry-{number}_>`__)",
        by_hand,
    ),
    "our typed citations": Side(
        "extensions = ['sphinxext_eir']\n",
        lambda number: f"({author(number)} {year(number)})",
        typed_list,
    ),
    "our citations by key": Side(
        "extensions = ['sphinxext_eir']\neir_bibliography_files = ['references.bib']\n",
        lambda number: f":eir:citep:`key{number}`",
        lambda _: ".. eir:bibliography::\n",
    ),
    "bibtex, one list": Side(
        WITH_BIBTEX, lambda number: f":cite:p:`key{number}`", lambda _: "", ".. bibliography::\n"
    ),
    "bibtex, footcite": Side(
        WITH_BIBTEX, lambda number: f":footcite:p:`key{number}`", lambda _: ".. footbibliography::\n"
    ),
}
"""What is compared, the first the measure of the others. sphinxcontrib-bibtex is fastest with one list for the project."""


def author(number: int) -> str:
    """Return the family name of an entry's first author: every tenth entry has that of the next, and its year."""
    letters = "abcdefghij"
    name = "".join(letters[int(digit)] for digit in f"{number + (number % 10 == 0):04}")
    return f"Author{name}"


def year(number: int) -> int:
    """Return an entry's year."""
    return 1900 + number // 10 % 100


def typed(number: int) -> str:
    """Return an entry as authors type it."""
    return (
        f"{author(number)}, Ann and Other, Bob ({year(number)}) "
        f"*A Title with Words, Number {number}*. London: Press {number % 7}."
    )


def entry(number: int) -> str:
    """Return an entry of a BibTeX file."""
    return (
        f"@book{{key{number}, author = {{{author(number)}, Ann and Other, Bob}}, year = {year(number)}, "
        f"title = {{A {{Title}} with Words, Number {number}}}, publisher = {{Press {number % 7}}}, address = {{London}}}}\n"
    )


def write(root: Path, side: Side, *, pages: int, citations: int, entries: int) -> Path:
    """Write the project of *pages* with so many *citations* each, of so many *entries*; return its folder."""
    root.mkdir()
    (root / "conf.py").write_text(side.settings, encoding="utf-8")
    (root / "references.bib").write_text("".join(map(entry, range(entries))), encoding="utf-8")
    names = [f"page{number}" for number in range(pages)]
    contents = "\n".join(f"   {name}" for name in names)
    index = f"Index\n=====\n\n.. toctree::\n\n{contents}\n\n{side.index}\n"
    (root / "index.rst").write_text(index, encoding="utf-8")
    for page, name in enumerate(names):
        cited = sorted({(page * 7 + number * 13) % entries for number in range(citations)})
        body = "\n\n".join(f"{WORDS} {side.mark(number)} {WORDS}" for number in cited)
        text = f"{name}\n{'=' * 20}\n\n{body}\n\n{side.end(cited)}\n"
        (root / f"{name}.rst").write_text(text, encoding="utf-8")
    return root


def touch(root: Path) -> None:
    """Change a word of one page."""
    page = root / "page1.rst"
    text = page.read_text(encoding="utf-8")
    before, after = ("fox", "vixen") if "fox" in text else ("vixen", "fox")
    page.write_text(text.replace(before, after), encoding="utf-8")
