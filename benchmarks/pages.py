"""Web pages whose article is known, read by this converter and by the tools that people use, in one run: ``python -m benchmarks.pages FOLDER``.

FOLDER holds ``source/NAME.html``, pages as they were saved, and ``expected/NAME.html``, the article of each, as a person has judged it; and
it may hold ``notes/NAME.html`` with ``notes/NAME.md``, whose notes are written ``[^1]``. The test pages of Mozilla's Readability and of
defuddle are such pairs. A tool takes part if the Python that ``--tools`` names has it: trafilatura, markitdown, html2text, pandoc (by
pypandoc). Their Markdown is cut at blank lines. Only letters are compared, and words where they are counted. The time is the processor's.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bs4 import BeautifulSoup

from sphinxext_eir.conversion import ConversionError, convert
from sphinxext_eir.conversion.document import Heading, Notes, inlines_of
from sphinxext_eir.conversion.inlines import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SCRIPT = """
import json, sys
tool, *names = sys.argv[1:]
def read(name):
    text = open(name, encoding="utf-8", errors="replace").read()
    if tool == "trafilatura":
        import trafilatura
        return trafilatura.extract(text, output_format="markdown", include_comments=False, include_tables=True) or ""
    if tool == "html2text":
        import html2text
        maker = html2text.HTML2Text(bodywidth=0)
        return maker.handle(text)
    if tool == "markitdown":
        global made
        if "made" not in globals():
            from markitdown import MarkItDown
            made = MarkItDown()
        return made.convert(name).text_content
    import pypandoc
    return pypandoc.convert_text(text, "markdown-raw_html-native_divs-native_spans", format="html", extra_args=["--wrap=none"])
for name in names:
    try:
        print(json.dumps(read(name)))
    except Exception as error:
        print(json.dumps(""))
"""
"""What reads the files with a tool, and prints each as a line of JSON."""
TOOLS = ("trafilatura", "pandoc", "markitdown", "html2text")
SHORTEST = 40
"""Letters. A shorter paragraph of the truth stands in too many places."""


class Made(NamedTuple):
    """What a tool made of a page."""

    blocks: tuple[str, ...]
    headings: frozenset[str]
    notes: int = 0
    """Notes that it calls notes."""


class Truth(NamedTuple):
    """The article of a page."""

    paragraphs: tuple[str, ...]
    headings: tuple[str, ...]
    words: Counter[str]


class Score(NamedTuple):
    """How much of the truth a tool has, summed over pages."""

    paragraphs: int = 0
    whole: int = 0
    headings: int = 0
    headings_found: int = 0
    words: int = 0
    lost: int = 0
    kept: int = 0
    furniture: int = 0


def letters(text: str) -> str:
    """Return the letters and digits of *text*."""
    return re.sub(r"[\W_]", "", text)


def words(text: str) -> Counter[str]:
    """Return the words of *text*."""
    return Counter(re.findall(r"\w+", text.casefold()))


def truth_of(path: Path) -> Truth:
    """Read the article that is known."""
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
    paragraphs = [letters(one.get_text()) for one in page.find_all("p") if not one.find(["p", "img"])]
    headings = [letters(one.get_text()) for one in page.find_all(re.compile("^h[2-6]$"))]
    return Truth(
        tuple(one for one in paragraphs if len(one) >= SHORTEST),
        tuple(filter(None, headings)),
        words(page.get_text(" ")),
    )


def ours(path: Path) -> Made:
    """Return what this converter makes of a page."""
    blocks = convert(path).value.document.blocks
    said = [plain(runs) for block in blocks for runs in inlines_of([block])]
    headings = [letters(plain(block.inlines)) for block in blocks if isinstance(block, Heading)]
    notes = sum(len(block.notes) for block in blocks if isinstance(block, Notes))
    return Made(tuple(filter(None, said)), frozenset(headings), notes)


def cut(text: str) -> Made:
    """Return the Markdown of another tool, cut at blank lines; links are their words."""
    text = re.sub(
        r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)(?:\{[^{}]*\})?",
        r"\1",
        text,
    )
    blocks = [part for part in re.split(r"\n\s*\n", text) if part.strip()]
    headings = {letters(part.lstrip("# ")) for part in blocks if re.match(r"#{1,6} ", part)}
    return Made(tuple(blocks), frozenset(headings), len(set(re.findall(r"(?m)^\[\^([^\]]+)\]:", text))))


def score(made: Made, truth: Truth) -> Score:
    """Compare what a tool made with the truth."""
    have = {letters(block) for block in made.blocks}
    bag: Counter[str] = Counter()
    for block in made.blocks:
        bag.update(words(block))
    wanted = sum(truth.words.values())
    common = sum((bag & truth.words).values())
    return Score(
        len(truth.paragraphs),
        sum(one in have for one in truth.paragraphs),
        len(truth.headings),
        sum(one in made.headings for one in truth.headings),
        wanted,
        wanted - common,
        sum(bag.values()),
        sum(bag.values()) - common,
    )


def others(python: str, tool: str, paths: Iterable[Path]) -> tuple[list[Made], float]:
    """Return what another *tool* makes of files, and the seconds of the processor that it takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [python, "-c", SCRIPT, tool, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - what the user asks for
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return [cut(json.loads(line)) for line in done.stdout.splitlines()], seconds


def by_us(paths: Iterable[Path]) -> tuple[list[Made], float]:
    """Return what this converter makes of files, and the seconds of the processor that it takes."""
    start = resource.getrusage(resource.RUSAGE_SELF)
    found: list[Made] = []
    for path in paths:
        try:
            found.append(ours(path))
        except ConversionError:
            found.append(Made((), frozenset()))
    end = resource.getrusage(resource.RUSAGE_SELF)
    return found, end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime


def rows(folder: Path, python: str) -> Iterator[str]:
    """Yield a line for each tool."""
    sources = sorted((folder / "source").glob("*.html"))
    truths = [truth_of(folder / "expected" / path.name) for path in sources]
    noted = sorted((folder / "notes").glob("*.html"))
    wanted = [
        len(set(re.findall(r"(?m)^\[\^([^\]]+)\]:", path.with_suffix(".md").read_text(encoding="utf-8"))))
        for path in noted
    ]
    yield "tool,paragraphs,whole,headings,headings found,words,lost,kept,furniture,notes,notes linked,CPU s"
    for tool in ("sphinxext-eir", *TOOLS):
        try:
            made, seconds = by_us(sources) if tool == "sphinxext-eir" else others(python, tool, sources)
            notes, _ = by_us(noted) if tool == "sphinxext-eir" else others(python, tool, noted)
        except subprocess.CalledProcessError as error:
            yield f"{tool}: isn't there: {error.stderr.strip().splitlines()[-1:]}"
            continue
        scores = [score(one, truth) for one, truth in zip(made, truths, strict=True)]
        total = Score(*map(sum, zip(*scores, strict=True)))
        linked = sum(min(one.notes, count) for one, count in zip(notes, wanted, strict=True))
        yield ",".join(map(str, (tool, *total, sum(wanted), linked, round(seconds, 1))))


def main() -> None:
    """Print the table as CSV."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tools", default=sys.executable, help="the Python that has the other tools")
    parsed = parser.parse_args()
    for row in rows(parsed.folder, parsed.tools):
        print(row)


if __name__ == "__main__":
    main()
