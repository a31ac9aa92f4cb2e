"""The fields of an entry → the entry as it is written for pandoc, so that it reads each as BibTeX would."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .fields import DATE_PARTS, DATES, KINDS, LISTS, NAMES, TEXTS, TITLES, VERBATIM
from .latex import TRANSPARENT, without_entities

if TYPE_CHECKING:
    from .blocks import Fields

SPECIAL = {mark: re.compile(rf"(?<!\\)((?:\\\\)*){re.escape(mark)}") for mark in "%$#"}
"""Signs of LaTeX that mean themselves in a bibliography."""
AND = re.compile(r"(\s)(and)(?=\s)", re.IGNORECASE)
TAG = re.compile(r"<(/?)(i|em|b|strong|sub|sup|scp)>", re.IGNORECASE)
TAGS = {
    "i": "emph",
    "em": "emph",
    "b": "textbf",
    "strong": "textbf",
    "sub": "textsubscript",
    "sup": "textsuperscript",
    "scp": "textsc",
}
UNPRINTED_SENT = ("abstract", "annotation", "keywords", "library")
"""Fields that few styles print, or callers look at."""
SERIES_KEY = re.compile(r"\s*[a-z\d]+\s*")
"""A series that is a number, or a key of BibLaTeX."""
USEPREFIX = re.compile(r"useprefix", re.IGNORECASE)


def kind_of(fields: Fields) -> str:
    """Return the kind of an entry by which pandoc knows it.

    An ``inbook`` without ``booktitle`` is the book itself, of which pages or a chapter are meant (btxdoc, 3.1).
    """
    kind = KINDS.get(fields.kind, "misc")
    if kind == "inbook" and not {"booktitle", "maintitle", "crossref"} & fields.values.keys():
        return "book"
    return kind


def written(name: str, fields: Fields, *, keep_case: bool, particles: str) -> str:
    """Return an entry as BibLaTeX under another *name*. Dates aren't sent: we read them ourselves."""
    lines = [
        f"  {field} = {sent},"
        for field, value in fields.values.items()
        if (sent := _sent(field, value, keep_case=keep_case))
    ]
    options = fields.values.get("options", "")
    if not USEPREFIX.search(options):
        options = f"{options},useprefix={'true' if particles == 'bibtex' else 'false'}".strip(",")
    if "maintitle" in fields.values:  # or pandoc gives the whole work the subtitle of a part
        lines += [
            f"  {name} = {{}}," for name in ("mainsubtitle", "maintitleaddon") if name not in fields.values
        ]
    if "eventdate" in fields.values or "eventyear" in fields.values:
        lines.append("  eventdate = {2000},")  # that there is one decides the kind of the item
    return "\n".join((f"@{kind_of(fields)}{{{name},", *lines, f"  options = {{{_balanced(options)}}},", "}"))


def _balanced(value: str) -> str:
    return re.sub(r"[{}\\]", "", value)


def _sent(field: str, value: str, *, keep_case: bool) -> str:
    """Return the *value* of a field in its braces; nothing for a field that isn't sent."""
    if field in VERBATIM or field in DATES or field in DATE_PARTS:
        return ""
    if field in ("langid", "langidopts", "entrysubtype", "editortype"):
        return f"{{{_balanced(value).strip()}}}"
    if field in NAMES:
        return f"{{{_names(_plain(value))}}}"
    if field not in TEXTS and field not in UNPRINTED_SENT:
        return ""
    value = _plain(value)
    if field in LISTS:
        value = _outside_braces(value, AND, r"\1{\2}")
    guarded = field in TITLES or (field == "series" and not SERIES_KEY.fullmatch(value))
    return f"{{{{{value}}}}}" if keep_case and guarded else f"{{{value}}}"


def _plain(value: str) -> str:
    """Return *value* with signs escaped that would begin a comment, a formula without end, or an argument, and swallow the rest.

    Boxes, which pandoc drops with what is in them, are opened; tags of HTML become commands.
    """
    value = TRANSPARENT.sub("", without_entities(value))
    for mark in "%#":
        value = SPECIAL[mark].sub(rf"\1\\{mark}", value)
    if len(SPECIAL["$"].findall(value)) % 2:
        value = SPECIAL["$"].sub(r"\1\\$", value)
    return (
        TAG.sub(lambda tag: "}" if tag[1] else f"\\{TAGS[tag[2].lower()]}{{", value)
        if _has_pairs(value)
        else value
    )


def _has_pairs(value: str) -> bool:
    """Say if the tags of HTML in *value* are pairs, one after the other."""
    tags = [(tag[1], tag[2].lower()) for tag in TAG.finditer(value)]
    opened, closed = tags[::2], tags[1::2]
    return (
        bool(tags) and [("/", name) for _, name in opened] == closed and not any(slash for slash, _ in opened)
    )


def _names(value: str) -> str:
    """Return names with ``and`` in small letters between them, as pandoc wants it."""
    return _outside_braces(value, AND, r"\1and")


def _outside_braces(value: str, pattern: re.Pattern[str], new: str) -> str:
    """Return *value* with *pattern* replaced where no brace is open."""
    parts: list[str] = []
    depth = start = 0
    for brace in re.finditer(r"\\[\s\S]|[{}]", value):
        if brace[0] == "{":
            if depth == 0:
                parts.append(pattern.sub(new, value[start : brace.start()]))
                start = brace.start()
            depth += 1
        elif brace[0] == "}" and depth:
            depth -= 1
            if depth == 0:
                parts.append(value[start : brace.end()])
                start = brace.end()
    rest = value[start:]
    return "".join(parts) + (rest if depth else pattern.sub(new, rest))
