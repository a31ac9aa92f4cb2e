"""The account of a run as web pages: an index, and for each article its input beside what was made of it.

Each page is one file that needs no other, no network and no script. No path of the machine is in it: inputs are called as they are
below the folder that all of them are in.
"""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from ..text.files import real
from ..text.web_page import text_of, web_page
from .comparison import MISSING, compare_reading
from .inlines import Kind, plain
from .leaving import left_out
from .pipeline import read
from .transcript import ConversionError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .batch import Outcome
    from .comparison import Part, Piece
    from .document import Front


class Page(NamedTuple):
    """A page of the report."""

    path: Path
    text: str


def pages(outcomes: Sequence[Outcome], index: Path) -> Iterator[Page]:
    """Yield the pages of a report: one for each article in a folder called as the *index*, and the index itself."""
    book = ReportPages(index, [outcome.path for outcome in outcomes])
    for outcome in outcomes:
        yield from book.page(outcome)
    yield book.contents()


class ReportPages:
    """The pages of a report, made as articles are, and the index at last."""

    def __init__(self, index: Path, paths: Sequence[Path]) -> None:
        self.index = index
        self.folder = index.with_suffix("")
        self.names = _names(paths)
        self.rows: list[_Row] = []
        self.used: set[str] = set()

    def page(self, outcome: Outcome) -> Iterator[Page]:
        """Yield the page on an input, if there is an article."""
        name = self._name(outcome)
        link = ""
        if outcome.result:
            link = f"{_free(PurePath(outcome.output or name).stem, self.used)}.html"
            yield Page(self.folder / link, article_page(outcome, name, f"../{self.index.name}"))
        self.rows.append(_row(outcome, name, f"{self.folder.name}/{link}" if link else ""))

    def _name(self, outcome: Outcome) -> str:
        """Return what an input is called."""
        return self.names.get(outcome.path, outcome.path.name) + outcome.name.removeprefix(str(outcome.path))

    def contents(self) -> Page:
        """Return the page that lists all inputs so far."""
        return Page(self.index, _index(self.rows, len(self.rows)))


def _free(stem: str, used: set[str]) -> str:
    """Return *stem*, with a number if it is *used* already."""
    name, number = stem, 1
    while name in used:
        number += 1
        name = f"{stem}-{number}"
    used.add(name)
    return name


def _names(paths: Sequence[Path]) -> dict[Path, str]:
    """Return what each file is called: its path below the folder that all of them are in."""
    try:
        base = Path(os.path.commonpath([real(path).parent for path in paths])) if paths else Path()
    except ValueError:  # on several drives
        return {path: path.name for path in paths}
    return {path: real(path).relative_to(base).as_posix() for path in paths}


# An article


def article_page(outcome: Outcome, name: str, index: str) -> str:
    """Return the page of one article, whose input is called *name* and whose report has its *index* there."""
    assert outcome.result
    ledger = outcome.result.value.ledger
    title = " ".join(plain(outcome.result.value.document.front.title).split()) or name
    doubts = [message for message in outcome.result.messages if message.doubtful]
    try:
        reading = outcome.job.read() if outcome.job else read(outcome.path)
        parts = compare_reading(reading, outcome.result.messages)
    except (ConversionError, OSError):  # it was there a moment ago
        parts = ()
    placed = {text: n for n, part in enumerate(parts) for text in part.doubts}
    fields = _fields(outcome.result.value.document.front)
    said = left_out([(one.reason, one.text) for one in ledger.dropped]) or "nothing"
    body = [
        '<a class="skip" href="#text">To the text</a>',
        f'<header><p><a href="{text_of(index)}">All articles</a></p><h1>{text_of(title)}</h1>',
        (
            f'<p class="quiet">{text_of(name)} → {text_of(outcome.output)}: {text_of(outcome.state)}. {ledger.words} words, '
            f"{'all accounted for' if ledger.even else 'not accounted for'}. Left out: {text_of(said)}.</p></header>"
        ),
        "<main>",
        *_doubtful([(message.text, str(message.source)) for message in doubts], placed),
        *_unexplained([(one.reason, str(one.source), one.text) for one in ledger.unexplained]),
        '<h2 id="text">The input, and what was made of it</h2>',
        '<p class="choose"><input type="checkbox" id="only"> <label for="only">Only what was left out, moved, or is doubtful</label></p>',
        '<div class="pair heads" aria-hidden="true"><span>In the input</span><span>In the article</span></div>',
        '<ol class="rows">',
        *(_part(part, n, _next_doubt(parts, n), fields) for n, part in enumerate(parts)),
        "</ol>",
        "</main>",
    ]
    return web_page(f"{title}: report", "\n".join(body))


def _next_doubt(parts: Sequence[Part], n: int) -> int | None:
    """Return the next doubtful part after *n*."""
    return next((m for m in range(n + 1, len(parts)) if parts[m].doubts), None)


def _doubtful(doubts: Sequence[tuple[str, str]], placed: dict[str, int]) -> Iterator[str]:
    """Yield the list of doubtful places."""
    yield f"<h2>Doubtful places ({len(doubts)})</h2>"
    if not doubts:
        yield "<p>None.</p>"
        return
    yield "<ol>"
    for text, source in doubts:
        where = f"{text_of(source)}: " if source else ""
        inner = (
            f'<a href="#part-{placed[text] + 1}">{where}{text_of(text)}</a>'
            if text in placed
            else where + text_of(text)
        )
        yield f"<li>{inner}</li>"
    yield "</ol>"


def _unexplained(entries: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    """Yield the list of words that nobody accounts for."""
    if entries:
        yield f"<h2>Unexplained ({len(entries)})</h2>\n<ul>"
        for reason, source, text in entries:
            yield f"<li>{text_of(reason)}: {text_of(source + ': ' if source else '')}<del>{text_of(text)}</del></li>"
        yield "</ul>"


def _fields(front: Front) -> dict[str, str]:
    """Return the fields that were made of a byline and of a line with a date."""
    date = f"date: {front.date}" if front.date else ""
    author = f"author: {'; '.join(front.authors)}" if front.authors else ""
    return {"byline": ", ".join(field for field in (author, date) if field), "date": date}


def _part(part: Part, n: int, following: int | None, fields: Mapping[str, str]) -> str:
    """Return a part of the input beside what was made of it."""
    left = "".join(_typed(piece) for piece in part.pieces)
    made = "".join(_printed(piece) for piece in part.pieces).strip()
    made = made or text_of(fields.get(part.taken, ""))
    gone = any(piece.reason for piece in part.pieces)
    same = not (gone or part.moved or part.doubts)
    where = " · ".join(text_of(said) for said in (str(part.source), part.taken, part.criterion) if said)
    lines = [
        f'<li id="part-{n + 1}"{" class=" + chr(34) + "same" + chr(34) if same else ""}>',
        f'<p class="where">{where}</p>',
        '<div class="pair">',
        f'<p><span class="heard">In the input: </span>{left.strip()}</p>',
        f'<p class="made"><span class="heard">In the article: </span>{made or "<span class=" + chr(34) + "quiet" + chr(34) + ">nothing</span>"}</p>',
        "</div>",
    ]
    if part.moved:
        lines.append(f'<p class="moved">{text_of(part.moved)}</p>')
    lines += [f'<p class="look"><strong>Doubtful:</strong> {text_of(doubt)}</p>' for doubt in part.doubts]
    if part.doubts and following is not None:
        lines.append(f'<p><a href="#part-{following + 1}">To the next doubtful place</a></p>')
    return "\n".join((*lines, "</li>"))


def _typed(piece: Piece) -> str:
    """Return a piece as it stands in the input; what was left out is struck, and followed by its reason."""
    text = text_of(_one_line(piece.text))
    if not piece.reason or not piece.text.strip():
        return text
    why = "not accounted for" if piece.reason == MISSING else piece.reason
    return f'<del>{text.strip()}</del> <span class="why">({text_of(why)})</span> '


def _one_line(text: str) -> str:
    """Return *text* with single spaces: a line's end is one."""
    return re.sub(r"\s+", " ", text)


_MARKS = {
    Kind.EMPHASIS: "em",
    Kind.STRONG: "strong",
    Kind.SUPERSCRIPT: "sup",
    Kind.SUBSCRIPT: "sub",
    Kind.CODE: "code",
}


def _printed(piece: Piece) -> str:
    """Return a piece as it is printed, with its markup; nothing if it was left out."""
    if piece.reason:
        return " " if piece.text[-1:].isspace() else ""
    text = text_of(_one_line(piece.text))
    if piece.kind is Kind.NOTE:
        return f"<sup>[{text_of(piece.target)}]</sup>"
    tag = _MARKS.get(piece.kind)
    return f"<{tag}>{text}</{tag}>" if tag and text.strip() else text


# The index


class _Row(NamedTuple):
    """A line of the index."""

    name: str
    link: str
    title: str
    state: str
    words: int
    left: int
    unexplained: int
    doubts: int


def _row(outcome: Outcome, name: str, link: str) -> _Row:
    """Return the line on one input."""
    state = f"{outcome.state}: {outcome.error}" if outcome.error else outcome.state
    account = outcome.account
    if not account:
        return _Row(name, link, name, state, 0, 0, 0, 0)
    left = sum(count for _, count in account.left)
    return _Row(
        name, link, account.title or name, state, account.words, left, account.unexplained, account.doubts
    )


def _index(rows: Sequence[_Row], files: int) -> str:
    """Return the page that lists all inputs, those with most doubts first."""
    ordered = sorted(rows, key=lambda row: (-row.unexplained, -row.doubts, row.name))
    read = [row for row in ordered if row.link]
    others = [row for row in ordered if not row.link]
    words = sum(row.words for row in read)
    body = [
        "<main>",
        "<h1>Report of a conversion</h1>",
        f"<p>{files} files; {len(read)} articles of {words} words on these pages.</p>",
    ]
    if read:
        body += [
            '<div class="wide" role="region" aria-label="Articles" tabindex="0"><table>',  # keys move it where it is narrow
            "<caption class='heard'>Articles</caption>",
            (
                '<thead><tr><th scope="col">Article</th><th scope="col" class="number">Doubtful</th>'
                '<th scope="col" class="number">Unexplained</th><th scope="col" class="number">Left out</th>'
                '<th scope="col" class="number">Words</th><th scope="col">State</th><th scope="col">Input</th></tr></thead>'
            ),
            "<tbody>",
            *(
                f'<tr><th scope="row"><a href="{text_of(row.link)}">{text_of(row.title)}</a></th>'
                + "".join(
                    f'<td class="number">{n}</td>' for n in (row.doubts, row.unexplained, row.left, row.words)
                )
                + f'<td>{text_of(row.state)}</td><td class="file">{text_of(row.name)}</td></tr>'
                for row in read
            ),
            "</tbody></table></div>",
        ]
    if others:
        body.append("<h2>Files without an article in this run</h2>\n<ul>")
        body += [f"<li>{text_of(row.name)}: {text_of(row.state)}</li>" for row in others]
        body.append("</ul>")
    return web_page("Report of a conversion", "\n".join((*body, "</main>")))
