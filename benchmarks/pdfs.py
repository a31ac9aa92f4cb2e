"""PDFs whose truth is known, read by this converter and by the tools that people use, in one run: ``python -m benchmarks.pdfs FOLDER``.

FOLDER holds pairs: ``NAME.pdf``, and ``NAME.json`` with the true ``paragraphs`` and ``notes``, two lists of texts. A tool takes part if
it is there: ``pdftotext``, and ``markitdown`` and ``pymupdf4llm`` in the environment of the Python that ``--tools`` names. Each tool's
text is cut at blank lines. Only letters are compared, so that hyphens, markers and spaces at the ends of lines can't decide. The time is
the processor's, all of a tool's processes counted.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sphinxext_eir.conversion import ConversionError, convert
from sphinxext_eir.conversion.document import Notes, inlines_of
from sphinxext_eir.conversion.inlines import plain
from tests.support.pdf_scores import Scores, Text, score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PYMUPDF4LLM = (
    "import sys, pymupdf4llm; sys.stdout.write(pymupdf4llm.to_markdown(sys.argv[1], show_progress=False))"
)
TIMEOUT = 900
"""Seconds for one file."""


class Made(NamedTuple):
    """What a tool made of a file."""

    paragraphs: tuple[str, ...]
    notes: tuple[str, ...] = ()
    """Notes that it calls notes."""


def ours(path: Path) -> Made:
    """Return what this converter makes of a PDF."""
    blocks = convert(path).value.document.blocks
    notes = [
        " ".join(plain(runs) for runs in inlines_of(note.blocks))
        for block in blocks
        if isinstance(block, Notes)
        for note in block.notes
    ]
    bodies = [plain(runs) for block in blocks if not isinstance(block, Notes) for runs in inlines_of([block])]
    return Made(tuple(bodies), tuple(notes))


def cut(text: str) -> Made:
    """Return the text of another tool, cut at blank lines; Markdown's notes, where it has any, are notes."""
    parts = [part.strip() for part in re.split(r"\n\s*\n|\f", text)]
    notes = [re.sub(r"^\[\^\w+\]:\s*", "", part) for part in parts if re.match(r"\[\^\w+\]:", part)]
    bodies = [re.sub(r"(?m)^\s*(?:#+|>|[-*])\s|[*_`]", "", part) for part in parts]
    return Made(tuple(part for part in bodies if part), tuple(notes))


def called(*command: str) -> Callable[[Path], Made]:
    """Return the reader that calls a *command*; its last argument is the file, and ``-`` after it for the standard output."""

    def read(path: Path) -> Made:
        words = [str(path) if word == "FILE" else word for word in command]
        done = subprocess.run(words, capture_output=True, timeout=TIMEOUT, check=False)  # noqa: S603 - what the user asks for
        if done.returncode:
            raise ConversionError(done.stderr.decode(errors="replace")[-200:])
        return cut(done.stdout.decode(errors="replace"))

    return read


def tools(python: str) -> dict[str, Callable[[Path], Made]]:
    """Return the tools that are there, by name."""
    found: dict[str, Callable[[Path], Made]] = {"sphinxext-eir": ours}
    if program := shutil.which("pdftotext"):
        found["pdftotext"] = called(program, "FILE", "-")
    for name, call in (
        ("markitdown", ("-m", "markitdown", "FILE")),
        ("pymupdf4llm", ("-c", PYMUPDF4LLM, "FILE")),
    ):
        asked = [python, "-c", f"import {name}"]
        there = python and not subprocess.run(asked, capture_output=True, check=False).returncode  # noqa: S603 - idem
        if there:
            found[name] = called(python, *call)
    return found


def truth_of(path: Path) -> Text:
    """Return the truth beside a PDF."""
    said = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    notes = tuple((str(n), text) for n, text in enumerate(said.get("notes", ()), 1))
    return Text(paragraphs=tuple(said["paragraphs"]), notes=notes)


def cpu() -> float:
    """Return the processor's seconds of this process and of those that it started."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def measure(files: Iterable[Path], read: Callable[[Path], Made]) -> tuple[Scores, float, int]:
    """Return the scores of a tool over *files*, its seconds, and the number of files that it gave up."""
    total, failed, start = Scores(), 0, cpu()
    seconds = 0.0
    for path in files:
        truth, start = truth_of(path), cpu()
        try:
            made = read(path)
        except (ConversionError, subprocess.TimeoutExpired) as error:
            print(f"  {path.name}: {error}", file=sys.stderr)
            made, failed = Made(()), failed + 1
        seconds += cpu() - start
        # A note that no tool calls so stands among the paragraphs; it is looked for there as well. Where the truth has no notes,
        # what a tool calls so is an entry of a numbered bibliography.
        notes = tuple((str(n), text) for n, text in enumerate(made.notes, 1))
        bodies = made.paragraphs if truth.notes else (*made.paragraphs, *made.notes)
        total += score(truth, Text(paragraphs=bodies, notes=notes))
    return total, seconds, failed


def percent(part: int, whole: int) -> str:
    """Return a part in words."""
    return f"{100 * part / whole:.1f} %" if whole else "–"


def main() -> None:
    """Print a table: a row for each tool."""
    parser = argparse.ArgumentParser("benchmarks.pdfs", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="pairs of NAME.pdf and NAME.json")
    parser.add_argument(
        "--tools", default="", metavar="PYTHON", help="a Python that has markitdown and pymupdf4llm"
    )
    parsed = parser.parse_args()
    files = [path for path in sorted(parsed.folder.glob("*.pdf")) if path.with_suffix(".json").is_file()]
    print(f"{len(files)} files")
    print(
        "tool | paragraphs | whole | unbroken | in order | notes as notes | cut sentences | CPU s | given up"
    )
    for name, read in tools(parsed.tools).items():
        s, seconds, failed = measure(files, read)
        cells = (
            name,
            str(s.paragraphs),
            percent(s.whole, s.paragraphs),
            percent(s.unbroken, s.paragraphs),
            percent(s.ordered, s.found),
            f"{percent(s.notes_as_notes, s.notes)} of {s.notes}",
            str(s.cut_sentences),
            f"{seconds:.1f}",
            str(failed),
        )
        print(" | ".join(cells), flush=True)


if __name__ == "__main__":
    main()
