r"""Authors and their institutions in LaTeX, as ``authblk``, ``elsarticle``, ``acmart``, ``llncs``, ``sn-jnl`` and ``revtex`` set them → a field.

pandoc knows ``article``'s ``\author`` alone: it prints institutions as text, and refuses ``\and`` between them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from .braces import closings

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLACES = ("affil", "affiliation", "institute", "address", "altaffiliation")
_ADDRESSES = ("email", "ead", "cortext", "authornote", "authornotemark")
"""Commands that stand among the authors, and say how they are reached."""
_COMMAND = re.compile(
    rf"""(?<!\\)\\(?P<name>author|orcid|{"|".join((*_PLACES, *_ADDRESSES))})(?![A-Za-z])\*?
        \s*(?:\[(?P<marks>[^\[\]]*)\]\s*)?
        (?=\{{)
    """,
    re.VERBOSE,
)
_DEFINED = re.compile(r"(?:command\*?\s*\{?|\\def\s*|\\let\s*)$")
_ARGUMENT = r"\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}"
"""What stands in braces, which may stand in one another."""
_MARKED = re.compile(
    rf"""\\inst\s*{_ARGUMENT}
        | \\textsuperscript\s*{_ARGUMENT}
        | \$\s*\^\s*(?:\{{([^{{}}]*)\}}|(\w))\s*\$
    """,
    re.VERBOSE,
)
_ORCID = re.compile(
    r"""\\orcid(?:ID|link)?\s*
        \{\s* (?:https?://orcid\.org/)? ([\d-]{18}[\dX]) \s*\}
    """,
    re.VERBOSE,
)
_NOTES = ("thanks", "footnote")
_BESIDE = re.compile(
    rf"""\\(corref|fnref|thanks|email|footnote|samethanks|orcid\w*)
        \s*(?:\[[^\]]*\])?
        \s*(?:{_ARGUMENT})?
    """,
    re.VERBOSE,
)
_KEYED = re.compile(
    rf"""(?:organi[sz]ation|department|addressline|city|postcode|state|country|institution)
        \s*=\s*
        (?:{_ARGUMENT} | ([^,]+))
    """,
    re.VERBOSE,
)


class Authors(NamedTuple):
    """A source without its authors, and what it says of them."""

    source: str
    field: str
    """The authors as the field ``author`` has them; nothing where pandoc reads them."""
    notes: tuple[str, ...]
    """Notes on them, and institutions that are nobody's."""
    left: tuple[str, ...]
    """What stands beside them, and is no part of the field."""


_Command: TypeAlias = tuple[str, str, str, int, int]
"""A command on authors: its name, its marks, what stands in its braces, and where it begins and ends."""


@dataclass
class _Author:
    """An author of whom the source says more than the name."""

    name: str
    marks: tuple[str, ...]
    orcid: str = ""
    places: list[str] = field(default_factory=list)


def with_authors(source: str) -> Authors:
    """Return *source* without the authors whose institutions it sets in commands of their own; else as it is."""
    commands = list(_commands(source))
    if not any(name in _PLACES for name, *_ in commands) or not any(
        name == "author" for name, *_ in commands
    ):
        return Authors(source, "", (), ())
    authors, nobodys, left = _read(commands, numbered="\\inst" in source)
    within = (_BESIDE.findall(text) for name, _, text, _, _ in commands if name in ("author", *_PLACES))
    beside = list(chain.from_iterable(within))
    notes = [*(said for name, said in beside if name in _NOTES), *nobodys]
    left += [said for name, said in beside if name not in _NOTES]
    parts: list[str] = []
    place = 0
    for command in commands:
        start, end = command[3:]
        parts += [source[place:start], "\n" * source[start:end].count("\n")]  # lines keep their numbers
        place = end
    said = "; ".join(_said(author) for author in authors if author.name)
    kept = (tuple(one for one in texts if re.search(r"\w", one)) for texts in (notes, left))
    return Authors("".join((*parts, source[place:])), said, *kept)


def _read(commands: Iterable[_Command], *, numbered: bool) -> tuple[list[_Author], list[str], list[str]]:
    """Return the authors with their institutions, which are *numbered* by their order if so; nobody's; and what stands beside."""
    authors: list[_Author] = []
    marked: dict[str, str] = {}
    group: list[_Author] = []
    """The authors that the next institution without a mark is of."""
    left: list[str] = []
    before = ""
    for name, marks, text, _, _ in commands:
        match name:
            case "author":
                new = [_author(part, marks) for part in re.split(r"\\and\b|\\And\b|\\AND\b", text)]
                group = [*(group if before == "author" or before in _ADDRESSES else []), *new]
                authors += new
            case "orcid" if authors and (orcid := _ORCID.search(rf"\orcid{{{text}}}")):
                authors[-1].orcid = orcid[1]
                continue
            case _ if name not in _PLACES:
                left.append(text)
            case "institute" if numbered:
                marked |= {str(n): _place(one) for n, one in enumerate(re.split(r"\\and\b", text), 1)}
            case _ if marks and "=" not in marks:
                known = marked.get(marks.strip(), "")
                marked[marks.strip()] = ", ".join(filter(None, (known, _place(text))))
            case _ if group:
                for author in group:
                    author.places.append(_place(text))
            case _:
                marked[f"before {len(marked)}"] = _place(text)
        before = name
    for author in authors:
        author.places += [marked[mark] for mark in author.marks if mark in marked]
    return authors, _nobodys(authors, marked.values()), left


def _nobodys(authors: Iterable[_Author], marked: Iterable[str]) -> list[str]:
    """Return the institutions that no author with a name is of, as LaTeX; *marked* ones have marks."""
    named = {place for author in authors if author.name for place in author.places}
    places = dict.fromkeys((*marked, *(place for author in authors for place in author.places)))
    return [re.sub(r"[&%#_$]", r"\\\g<0>", place) for place in places if place not in named]


def _commands(source: str) -> list[_Command]:
    """Return the commands on authors that stand before the first section."""
    found: list[_Command] = []
    closed = closings(source)
    ends = re.search(r"\\(?:section|chapter|part)\b", source)
    at = 0
    for match in _COMMAND.finditer(source, 0, ends.start() if ends else len(source)):
        end = closed.get(match.end(), 0)
        if (
            match.start() < at
            or end < at
            or _DEFINED.search(source[max(match.start() - 20, 0) : match.start()])
        ):
            continue
        text = re.sub(r"(?<!\\)%", "", source[match.end() + 1 : end])  # what is left of comments
        if end and "#" not in text:  # in a definition
            found.append((match["name"], match["marks"] or "", text, match.start(), end + 1))
        at = max(at, end)
    return found


def _author(text: str, marks: str) -> _Author:
    r"""Return the author that a part of ``\author`` names, with the marks of the institutions."""
    own = [part for match in _MARKED.finditer(text) for part in match.groups() if part]
    listed = tuple(
        mark.strip() for mark in re.split(r"[,;]|\\and\b", ",".join((marks, *own))) if mark.strip()
    )
    orcid = _ORCID.search(text)
    name, *under = re.split(r"\\\\", _BESIDE.sub(" ", _MARKED.sub(" ", _ORCID.sub(" ", text))))
    author = _Author(_plain(name), listed, orcid[1] if orcid else "")
    author.places += [said for line in under if (said := _place(line)) and "@" not in said]
    return author


def _place(text: str) -> str:
    """Return an institution on one line, without the marks of fields."""
    keyed = [one or other for one, other in _KEYED.findall(text)]
    said = ", ".join(keyed) if keyed else re.sub(r"\}\s*\\(?=[a-z]+\s*\{)", r"}, \\", _BESIDE.sub(" ", text))
    parts = re.split(r"[,;]|\\\\", re.sub(r"[()<>]", " ", _plain(said, keep_breaks=True)))
    return ", ".join(
        dict.fromkeys(" ".join(part.split()).strip(" .") for part in parts if re.search(r"\w", part))
    )


def _plain(text: str, *, keep_breaks: bool = False) -> str:
    """Return *text* without commands, but for breaks where these are kept; accents stay for the reader of the field."""
    text = re.sub(r"\\\\", ", " if keep_breaks else " ", text)
    text = re.sub(r"\\([\"'`^~=.]|[Hckuvdbr](?=\s*\{|\s))\s*\{?\\?([A-Za-z])\}?", _accented, text)
    text = re.sub(r"\\[A-Za-z]+\*?\s*|\\[,;!\s{}]|[{}]", " ", text.replace("~", " ").replace("\\&", "&"))
    return re.sub(r"\s+([,.])", r"\1", " ".join(text.split())).strip(" ,")


_ACCENTS = {
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "H": "\u030b", "c": "\u0327", "k": "\u0328", "u": "\u0306", "v": "\u030c", "d": "\u0323", "b": "\u0331", "r": "\u030a",
}  # fmt: skip
"""Accents of TeX, as combining characters (Unicode, Combining Diacritical Marks)."""


def _accented(match: re.Match[str]) -> str:
    """Return a letter with its accent."""
    return unicodedata.normalize("NFC", match[2] + _ACCENTS[match[1]])


def _said(author: _Author) -> str:
    """Return an author as the field has one: ``Jane Doe <0000-0001-2345-6789> (University of Vienna)``."""
    places = "; ".join(dict.fromkeys(filter(None, author.places))).replace("; ", ", ")
    return author.name + (f" <{author.orcid}>" if author.orcid else "") + (f" ({places})" if places else "")
