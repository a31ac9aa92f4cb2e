r"""The front matter of an article in LaTeX as classes of journals have it → as ``article`` has it, which pandoc reads.

``apa7`` has ``\authorsnames``, ``\abstract`` and ``\keywords``, ``IEEEtran`` ``\IEEEauthorblockN``, ``copernicus`` ``\Author``,
``elsarticle`` the environment ``keyword``. What they set in the heads of pages is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .braces import closings

if TYPE_CHECKING:
    from collections.abc import Sequence


class FrontMatter(NamedTuple):
    """A source whose front matter pandoc reads, and what the front matter says beside."""

    source: str
    fields: dict[str, str]
    """Fields, as the source says them."""
    heads: tuple[str, ...]
    """What stands in the heads of pages."""


_NAMES = ("authorsnames", "Author")
_NOTES = ("authorsaffiliations", "authornote")
_NOTES_OF_CLASSES = {
    "apa6": ("affiliation",),
    "apa7": ("affiliation",),
    "copernicus": ("affil", "correspondence"),
}
"""Commands that say where authors work. Other classes have these names for what pandoc reads."""
_HEADS = ("leftheader", "rightheader", "runningtitle", "runningauthor", "titlerunning", "authorrunning")
_FIELDS = {
    "keywords": "keywords",
    "keyword": "keywords",
    "IEEEkeywords": "keywords",
    "shorttitle": "short-title",
}
_CLASS = re.compile(r"\\documentclass\s*(?:\[[^\]]*\])?\s*\{([\w-]+)\}")
_ENVIRONMENT = re.compile(
    r"\\begin\{(keywords?|IEEEkeywords)\}(.{1,2000}?)\\end\{\1\}  # elsarticle, IEEEtran",
    re.DOTALL | re.VERBOSE,
)
_DEFINED = re.compile(r"(?:command\*?\s*\{?|\\def\s*|\\let\s*)$")
_NO_DATE = re.compile(r"\\date\s*\{\s*(?:\\today|Invalid Date)\s*\}")
"""The day of typesetting, and what Quarto writes for a date that it can't read."""
_BEGIN = "\\begin{document}"


def with_front(source: str) -> FrontMatter:
    """Return *source* with the front matter of its class as pandoc reads it."""
    fields: dict[str, str] = {}

    def keep(match: re.Match[str]) -> str:
        fields.setdefault(_FIELDS[match[1]], _listed(match[2]))
        return ""

    source = _ENVIRONMENT.sub(keep, _NO_DATE.sub("", source))
    source = re.sub(r"\\IEEEauthorblockN\s*(?=\{)", "", source)
    source = re.sub(r"\\IEEEauthorblockA\s*(?=\{)", r"\\\\", source)
    named = _CLASS.search(source)
    notes = (*_NOTES, *_NOTES_OF_CLASSES.get(named[1] if named else "", ()))
    source, found = _taken_out(source, (*_NAMES, *notes, *_HEADS, "abstract", "keywords", "shorttitle"))
    for name, field in _FIELDS.items():
        for text in found.get(name, ())[:1]:
            fields.setdefault(field, _listed(text) if field == "keywords" else text)
    authors = [name for text in found.get("authorsnames", ()) for name in re.split(r",|\\and\b", text)]
    authors += found.get("Author", ())
    before, begin, text = source.partition(_BEGIN)
    if begin and authors:
        named_all = " \\and ".join(author.strip(" {}") for author in authors)
        before += f"\\author{{{named_all}}}\n"
    if begin and "abstract" in found:
        text = f"\n\\begin{{abstract}}\n{found['abstract'][0]}\n\\end{{abstract}}\n{text}"
    source = with_notes(
        f"{before}{begin}{text}",
        [one for name in notes for one in found.get(name, ()) if re.search(r"\w", one)],
    )
    return FrontMatter(source, fields, tuple(one for name in _HEADS for one in found.get(name, ())))


def _taken_out(source: str, names: tuple[str, ...]) -> tuple[str, dict[str, list[str]]]:
    """Return *source* without the commands with these *names*, and what stands in their braces."""
    found: dict[str, list[str]] = {}
    kept: list[str] = []
    place = 0
    closed = closings(source)
    for match in re.finditer(
        rf"(?<!\\)\\({'|'.join(names)})(?![A-Za-z])\s*(?:\[[^\[\]]*\]\s*)?(?=\{{)", source
    ):
        if match.start() < place or _DEFINED.search(source[max(match.start() - 20, 0) : match.start()]):
            continue
        values, end = _arguments(source, match.end(), 2 if match[1] == "Author" else 1, closed)
        if values:
            found.setdefault(match[1], []).append(" ".join(values))
            # Lines keep their numbers, by which messages name places.
            kept += [source[place : match.start()], "\n" * source[match.start() : end].count("\n")]
            place = end
    return "".join((*kept, source[place:])), found


def _arguments(source: str, at: int, most: int, closed: dict[int, int]) -> tuple[list[str], int]:
    """Return what stands in the braces from *at* on, at *most* that many pairs, and where they end; nothing where one isn't closed."""
    found: list[str] = []
    while len(found) < most and (opened := re.compile(r"\s*\{").match(source, at)):
        end = closed.get(opened.end() - 1)
        if end is None:
            break
        found.append(source[opened.end() : end].strip())
        at = end + 1
    return found, at


def with_notes(source: str, notes: Sequence[str]) -> str:
    """Return *source* with *notes* on its title, where ``article`` has them, or as paragraphs of one without a title."""
    match = re.search(r"(?<!\\)\\title\s*(?:\[[^\[\]]*\]\s*)?(?=\{)", source)
    values, end = _arguments(source, match.end(), 1, closings(source)) if match else ([], 0)
    if not values:
        before, begin, text = source.rpartition(_BEGIN)
        return "\n\n".join((before + begin, *notes, text)) if notes else source
    thanks = "".join(f"\\thanks{{{note}}}" for note in notes)
    return f"{source[: end - 1]}{thanks}{source[end - 1 :]}"


def _listed(text: str) -> str:
    """Return keywords with semicolons between them."""
    words = re.split(r"[;,]|\\sep\b|\\and\b|\\\\|\n\s*\n", text)
    return "; ".join(" ".join(word.split()).strip(" .{}") for word in words if re.search(r"\w", word))
