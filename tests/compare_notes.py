"""Build somebody's documents without us, and with all of them ours: ``python tests/compare_notes.py FOLDER --most 110``.

The documents of FOLDER with the most references to footnotes are copied under a ``conf.py`` of this program's, and built to HTML twice,
each time in a process of its own. Printed is what should be the same on a page with and without us: the words of its text, in order, and of its
notes; the ids that an author's markup has made; the links that lead nowhere. A warning of the order of notes is held to the numbers
on the page without us.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag

CONF = """\
html_theme = "basic"
myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
extensions = ["myst_parser"] + {ours}
eir_documents = ["**"]
"""
REFERENCE = re.compile(r"\[(?:#[\w.:+-]*|\d+|\*)\]_|(?<!^)\[\^[^\]]+\](?!:)", re.MULTILINE)
GENERATED = re.compile(r"(?:id|footnote-|footnote-reference-)\d+")
"""Ids that docutils draws in order, and no author has typed."""


@dataclass(frozen=True)
class Page:
    """What a reader finds on a page, whoever made it."""

    words: list[str]
    """Of its text, in order: without notes and marks."""
    noted: Counter[str]
    """The words of its notes."""
    ids: list[str]
    dead: Counter[str]
    """The ids that links of the page lead to, and that it hasn't."""
    marks: int
    astray: int
    """Marks that don't lead to a note which leads back."""
    order: list[int]
    """The numbers of notes, in the order of the first references to them in the text."""


def most_noted(folder: Path, count: int) -> list[Path]:
    """Return the *count* documents below *folder* that refer to notes most often."""
    documents = [path for suffix in ("rst", "md", "txt") for path in folder.rglob(f"*.{suffix}")]
    references = {path: len(REFERENCE.findall(path.read_text(errors="replace"))) for path in documents}
    return sorted(filter(references.get, documents), key=lambda path: (-references[path], path))[:count]


def built(sources: Path, out: Path, *, ours: bool) -> tuple[dict[str, Page], list[str], float]:
    """Build *sources*; return the pages by name, the warnings, and the seconds."""
    (sources / "conf.py").write_text(CONF.format(ours=["sphinxext_eir"] * ours))
    begun = time.monotonic()
    command = [sys.executable, "-m", "sphinx", "-q", "-E", "-b", "html", sources, out]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    seconds = time.monotonic() - begun
    pages = {path.stem: read(path) for path in sorted(out.glob("*.html"))}
    return pages, re.sub(r"\x1b\[[0-9;]*m", "", said).splitlines(), seconds


def read(path: Path) -> Page:
    """Read a page that Sphinx wrote, of docutils' notes and of ours."""
    body = BeautifulSoup(path.read_text(), "lxml").select_one("div.body")
    if body is None:
        raise SystemExit(f"{path.name} has no body")
    ids = [str(element["id"]) for element in body.select("[id]")]
    dead = Counter(
        name for link in body.select('a[href^="#"]') if (name := str(link["href"])[1:]) and name not in ids
    )
    marks = body.select("a[role=doc-noteref]:not(aside.citation *), a.footnote-reference")
    marks = list({id(mark): mark for mark in marks}.values())
    notes = {str(note["id"]): note for note in body.select("aside.footnote, [role=doc-endnotes] > ol > li")}
    for inner in body.select("[role=doc-endnotes] > ol > li [id]"):
        notes.setdefault(str(inner["id"]), note_around(inner))
    targets = [notes.get(str(mark["href"])[1:]) for mark in marks]
    back = [
        note is not None and note.select_one(f'a[href="#{mark["id"]}"]')
        for mark, note in zip(marks, targets, strict=True)
    ]
    numbers = {str(note["id"]): note.select_one(".label") for note in body.select("aside.footnote")}
    firsts = dict.fromkeys(str(mark["href"])[1:] for mark in marks if not mark.find_parent("aside"))
    order = [
        int(text)
        for name in firsts
        if (label := numbers.get(name)) and (text := label.get_text().strip("[]")).isdigit()
    ]
    for furniture in body.select("a[role=doc-backlink], .label, .eir-label, .system-message, .problematic"):
        furniture.extract()
    for mark in marks:
        mark.extract()
    noted: Counter[str] = Counter()
    for note in body.select("aside.footnote, [role=doc-endnotes] > ol > li"):
        noted.update(words_of(note))
        note.extract()
    return Page(words_of(body), noted, ids, dead, len(marks), back.count(False) + back.count(None), order)


def note_around(inner: Tag) -> Tag:
    """Return the note that an anchor stands in."""
    return next(parent for parent in inner.parents if parent.name == "li" and parent.get("id"))


def words_of(element: Tag) -> list[str]:
    return re.findall(r"\w+", element.get_text(" "))


def figures(before: dict[str, Page], after: dict[str, Page], said: list[str]) -> list[str]:
    """Return the counts of both sides, and each page that differs."""
    pairs = {name: (page, after[name]) for name, page in before.items()}
    total = [sum(len(page.words) for page in side.values()) for side in (before, after)]
    noted = [sum(page.noted.total() for page in side.values()) for side in (before, after)]
    dead = [sum(page.dead.total() for page in side.values()) for side in (before, after)]
    marks = [sum(page.marks for page in side.values()) for side in (before, after)]
    gone = {
        name: {i for i in set(a.ids) - set(b.ids) if not GENERATED.fullmatch(i)}
        for name, (a, b) in pairs.items()
    }
    warned = {
        found[1] for line in said if (found := re.search(r"(\S+?)\.\w+:\d+: .*\[eir\.note_order\]", line))
    }
    names = {Path(path).name for path in warned}
    disordered = {name for name, page in before.items() if page.order != sorted(page.order)}
    lines = [
        f"words of the text: {total[0]} and {total[1]}; of notes: {noted[0]} and {noted[1]}",
        f"marks: {marks[0]} and {marks[1]}, of which {sum(page.astray for page in after.values())} lead astray with us",
        f"links that lead nowhere: {dead[0]} and {dead[1]}",
        f"ids of authors' that are gone: {sum(map(len, gone.values()))}",
        f"repeated ids: {sum(len(page.ids) - len(set(page.ids)) for page in after.values())} with us",
        f"warnings of the order of notes: {len(names)}, of which {len(names - disordered)} are false",
    ]
    for name, (a, b) in pairs.items():
        if a.words != b.words:
            lines.append(
                f"{name}: other words: {Counter(a.words) - Counter(b.words) or 'the order of these'}"
            )
        if lost := a.noted - b.noted:
            lines.append(f"{name}: words of notes that are gone: {dict(lost)}")
        if new := b.dead - a.dead:
            lines.append(f"{name}: links that lead nowhere with us alone: {dict(new)}")
        if gone[name]:
            lines.append(f"{name}: ids that are gone: {sorted(gone[name])}")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("folder", type=Path, help="a folder with reStructuredText or Markdown")
    parser.add_argument("--most", type=int, default=110, help="how many documents to take (110)")
    parsed = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        sources = Path(temporary, "sources")
        sources.mkdir()
        for path in most_noted(parsed.folder, parsed.most):
            (sources / path.name).write_bytes(path.read_bytes())
        (sources / "index.rst").write_text("Documents\n=========\n\n.. toctree::\n   :glob:\n\n   *\n")
        before, said, seconds = built(sources, Path(temporary, "before"), ours=False)
        after, said_after, seconds_after = built(sources, Path(temporary, "after"), ours=True)
    print("\n".join(figures(before, after, said_after)))
    print(f"warnings: {len(said)} and {len(said_after)}; seconds: {seconds:.1f} and {seconds_after:.1f}")


if __name__ == "__main__":
    main()
