"""The inline markup of extracted text: Markdown as converters of PDFs write it, read with caution.

Anything that is not clearly markup is text: an asterisk that stands alone, an underscore inside a word, a backquote that
opens a quotation.
"""

from __future__ import annotations

import html
import html.entities
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ....text.numerals import ROMAN
from ...inlines import Inline, Kind, merged
from ...outcome import Dropped, Reason
from ...urls import MAIL, URL, trimmed_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...inlines import Inlines
    from ...transcript import Scribe

_BRACKETED = r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*"  # brackets inside brackets, one deep

TOKEN = re.compile(
    rf"""
      (?P<escape>\\[!-/:-@\[-`{{-~])
    | (?P<entity>&(?:[A-Za-z][A-Za-z0-9]{{1,30}}|\#\d{{1,7}}|\#[xX][0-9A-Fa-f]{{1,6}});)
    | (?P<code>(?<![\w`])`(?P<code_text>[^\s`'’](?:[^`'’\n]*[^\s`'’])?)`(?![\w`]))
    | (?P<image>!\[(?P<alt>{_BRACKETED})\]\((?P<image_target>[^\s()]+)(?:\s+"[^"]*")?\))
    | (?P<link>\[(?P<link_text>{_BRACKETED})\]\(<?(?P<link_target>(?:[^\s()<>]|\([^\s()]*\))*)>?(?:\s+"[^"]*")?\))
    | (?P<autolink><(?P<autolink_target>(?:https?|ftp|mailto):[^\s<>]+)>)
    | (?P<automail><(?P<automail_target>{MAIL})>)
    | (?P<url>(?<![\w/@]){URL})
    | (?P<mail>(?<![\w.+/@-]){MAIL})
    | (?P<superscript>\^(?P<superscript_text>\d{{1,3}}(?:,\s?\d{{1,3}})*|{ROMAN})\^)
    | (?P<break><br\s*/?>)
    | (?P<tag></?(?P<tag_name>sup|sub|em|i|strong|b)>)
    | (?P<delimiter>\*{{1,3}}|_{{1,3}})
    """,
    re.VERBOSE | re.IGNORECASE,
)

_TAGS = {
    "sup": Kind.SUPERSCRIPT,
    "sub": Kind.SUBSCRIPT,
    "em": Kind.EMPHASIS,
    "i": Kind.EMPHASIS,
    "strong": Kind.STRONG,
    "b": Kind.STRONG,
}

_SAFE = re.compile(r"(?:https?|ftp)://|mailto:", re.IGNORECASE)
"""The beginnings of targets that links may have. Others would lead nowhere from here, or do harm."""


@dataclass
class _Token:
    """A piece of the text: a run, or a mark that may open or close markup."""

    text: str
    kind: Kind = Kind.TEXT
    target: str = ""
    mark: str = ""
    """The delimiter or tag; none for a run."""
    opens: bool = False
    closes: bool = False
    repeated: bool = False
    """True if it is the text of a link that only repeats its target."""


def read_inlines(raw: str, scribe: Scribe) -> tuple[Inlines, list[Dropped]]:
    """Read the markup of *raw*, a paragraph, and write its text down."""
    tokens = list(_tokens_of(raw))
    kinds = _pair(tokens)
    inlines: list[Inline] = []
    dropped: list[Dropped] = []
    for token, kind in zip(tokens, kinds, strict=True):
        if not token.text:
            continue
        run = scribe.write(token.text, kind, token.target)
        if token.repeated:
            dropped.append(Dropped(Reason.REPEATED_LINK_TEXT, (run,)))
        else:
            inlines.append(run)
    return merged(inlines), dropped


def _tokens_of(raw: str) -> Iterator[_Token]:
    """Cut *raw* into runs and marks."""
    position = 0
    while match := TOKEN.search(raw, position):
        if match.start() > position:
            yield _Token(raw[position : match.start()])
        end = match.end()
        group = match.lastgroup or ""
        group = next(name for name in _GROUPS if match[name] is not None) if group not in _GROUPS else group
        match group:
            case "escape":
                yield _Token(raw[match.start() + 1 : end])
            case "entity":
                yield _Token(_unescaped(match[0]))
            case "code":
                yield _Token(match["code_text"], Kind.CODE)
            case "image":
                yield _Token(_plain_text(match["alt"]) or "image", Kind.IMAGE, match["image_target"])
            case "link":
                yield from _link_tokens(_plain_text(match["link_text"]), _unescaped(match["link_target"]))
            case "autolink":
                target = _unescaped(match["autolink_target"])
                yield _Token(target.removeprefix("mailto:"), Kind.LINK, target)
            case "automail" | "mail":
                address = match["automail_target"] or match[0]
                yield _Token(address, Kind.LINK, f"mailto:{address}")
            case "url":
                url = trimmed_url(match[0])
                end = match.start() + len(url)
                yield _Token(_unescaped(url), Kind.LINK, _unescaped(url))
            case "superscript":
                yield _Token(match["superscript_text"], Kind.SUPERSCRIPT)
            case "break":
                yield _Token("\n")
            case "tag":
                closing = match[0].startswith("</")
                name = match["tag_name"].lower()
                yield _Token(match[0], mark=name, opens=not closing, closes=closing)
            case _:
                yield _delimiter(match, raw)
        position = end
    if position < len(raw):
        yield _Token(raw[position:])


_ENTITY = re.compile(r"&(?:#\w{1,8}|[A-Za-z][A-Za-z0-9]{1,30});")


def _unescaped(text: str) -> str:
    """Return *text* with the characters that entities stand for; ``&copy=1`` in a URL isn't an entity."""

    def character(match: re.Match[str]) -> str:
        known = match[0][1] == "#" or match[0][1:] in html.entities.html5
        return html.unescape(match[0]) if known else match[0]

    return _ENTITY.sub(character, text)


_GROUPS = (
    "escape", "entity", "code", "image", "link", "autolink", "automail", "url", "mail",
    "superscript", "break", "tag", "delimiter",
)  # fmt: skip


def _plain_text(raw: str) -> str:
    """Return the visible text of *raw*, a link's text; a converter may have escaped it twice."""
    text = re.sub(r"\\+([!-/:-@\[-`{-~])", r"\1", _unescaped(raw))
    text = re.sub(r"(?<!\w)(\*{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2", text)
    return " ".join(text.split())


def _link_tokens(text: str, target: str) -> Iterator[_Token]:
    """Yield what ``[text](target)`` is: a link, a marker that led to its note, or just text."""
    if target.startswith("#"):
        bare = re.fullmatch(rf"\d{{1,3}}|{ROMAN}", text)
        yield _Token(text, Kind.SUPERSCRIPT if bare else Kind.TEXT, repeated=text in ("↩", "↑", "^"))
    elif not _SAFE.match(target):
        yield _Token(text)
    elif text == target:
        yield _Token(text, repeated=True)
        yield _Token(target, Kind.LINK, target)
    elif re.sub(r"\s", "", text) == target:
        yield _Token(target, Kind.LINK, target)
    else:
        yield _Token(text or target, Kind.LINK, target)


def _delimiter(match: re.Match[str], raw: str) -> _Token:
    """Return asterisks or underscores as a mark, by CommonMark's rules of flanking (section 6.2)."""
    before = raw[match.start() - 1 : match.start()] or " "
    after = raw[match.end() : match.end() + 1] or " "
    left = not after.isspace() and (_is_word(after) or before.isspace() or not _is_word(before))
    right = not before.isspace() and (_is_word(before) or after.isspace() or not _is_word(after))
    if match[0][0] == "_":
        left, right = left and not _is_word(before), right and not _is_word(after)
    return _Token(match[0], mark=match[0], opens=left, closes=right)


def _is_word(character: str) -> bool:
    """Say if *character* is neither white space nor punctuation."""
    return character.isalnum()


def _kind_of_mark(mark: str) -> Kind:
    """Return the kind of the text between two marks like *mark*."""
    return _TAGS.get(mark) or (Kind.EMPHASIS if len(mark) == 1 else Kind.STRONG)


def _pair(tokens: list[_Token]) -> list[Kind]:
    """Return the kind of each token. Marks in pairs lose their text; the others are text.

    Of nested markup the inner one counts, since reStructuredText can only write one.
    """
    kinds = [token.kind for token in tokens]
    open_marks: list[int] = []
    for position, token in enumerate(tokens):
        if not token.mark:
            continue
        opener = next((number for number in reversed(open_marks) if tokens[number].mark == token.mark), None)
        if token.closes and opener is not None and opener + 1 < position:
            for number in range(opener + 1, position):
                if kinds[number] is Kind.TEXT and not (tokens[number].mark and tokens[number].text):
                    kinds[number] = _kind_of_mark(token.mark)
            tokens[opener].text = token.text = ""
            open_marks = [number for number in open_marks if number < opener]
        elif token.opens:
            open_marks.append(position)
    for number in open_marks:
        kinds[number] = Kind.TEXT
    return kinds
