"""An RTF file → its reading."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...outcome import Message, Reason
from ...transcript import TOO_DEEP, ConversionError, Scribe
from ..pandoc.tree import TreeReader, bare
from .characters import letters_of, text_of
from .flow import TreeMaker
from .lines import FlowReader, Line, NoteMark, Run
from .tokens import Control, Group, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ...transcript import Reading
    from .characters import Letters
    from .lines import Flow

_LARGEST = 200_000_000
"""Bytes of a file; pictures take two for each of theirs."""
_ROLES = {
    "title": r"title",
    "subtitle": r"sub-?title",
    "author": r"authors?",
    "caption": r"[\w ]*caption|table|illustration|figure|drawing",
}
"""What paragraphs are by the names of their styles."""


def read_rtf(path: Path) -> Reading:
    """Read an RTF file. Raises :class:`ConversionError`."""
    if path.stat().st_size > _LARGEST:
        raise ConversionError(f"a text of more than {_LARGEST // 1_000_000} MB isn't an article")
    data = path.read_bytes()
    try:
        document = parsed(data)
        letters = letters_of(document, data)
        flow = FlowReader(letters)
        lines = flow.read(document.parts)
        styles = dict(_styles(document, letters))
        maker = TreeMaker(styles, lines)
        tree = {"meta": {}, "blocks": maker.blocks(lines)}
    except RecursionError:
        raise ConversionError(TOO_DEEP) from None
    reader = TreeReader(
        Scribe(), flow.pictures.get, roman_notes=_has_roman_notes(document, lines), roles=_roles(lines, maker)
    )
    blocks = reader.document(tree)
    for said in flow.formulas:
        if said:
            reader.drop(said, Reason.MARKUP)
    reading = reader.reading(blocks, list(_messages(flow)))
    return replace(reading, title=_title(document, letters), items=tuple(_items(flow.fields)))


def _styles(document: Group, letters: Letters) -> Iterator[tuple[int, str]]:
    """Yield the names of the styles of paragraphs."""
    for sheet in document.groups():
        for style in sheet.groups() if sheet.destination == "stylesheet" else ():
            first = style.parts[0] if style.parts else None
            number = first.number if isinstance(first, Control) and first.word == "s" else None
            if number is not None or not style.ignorable:
                yield number or 0, text_of(style, letters).strip().rstrip(";").strip()


def _roles(lines: list[Flow], maker: TreeMaker) -> dict[str, str]:
    """Return what paragraphs are by their styles, by their letters."""
    found: dict[str, str] = {}
    for line in lines:
        if isinstance(line, Line) and line.text.strip():
            name = maker.style(line)
            role = next(
                (role for role, like in _ROLES.items() if re.fullmatch(like, name, re.IGNORECASE)), ""
            )
            if role:
                found[bare(line.text)] = role
    first = next((line for line in lines if not isinstance(line, Line) or line.text.strip()), None)
    if "title" not in found.values() and isinstance(first, Line) and _looks_like_title(first, lines):
        found[bare(first.text)] = "title"
    return found


def _looks_like_title(line: Line, lines: list[Flow]) -> bool:
    """Say if the first line of a text without a style for titles is set as one: larger than most, or centred and bold."""
    sizes = Counter(one.size for one in lines if isinstance(one, Line) and one.size)
    bold = all(part.looks.bold for part in line.parts if isinstance(part, Run) and part.text.strip())
    return (
        line.level is None
        and not line.label
        and len(line.text.split()) <= _LONGEST_TITLE
        and (line.size >= _LARGER * sizes.most_common(1)[0][0] or (line.centred and bold))
    )


_LONGEST_TITLE = 30
"""Words."""
_LARGER = 1.2
"""The size of a title, by that of the text."""


def _title(document: Group, letters: Letters) -> str:
    r"""Return the title in what the file says of itself. Word may say it again in Unicode (RTF 1.9.1, ``\upr``)."""
    said = [one for part in document.groups() if part.destination == "info" for one in part.groups()]
    again = [one for pair in said if pair.destination == "upr" for one in pair.groups()]
    titles = [one for one in again if any(inner.destination == "title" for inner in one.groups())]
    titles += [one for one in said if one.destination == "title"]
    return " ".join(text_of(titles[0], letters).split()) if titles else ""


def _has_roman_notes(document: Group, lines: list[Flow]) -> bool:
    """Say if all notes are end notes, and numbered i, ii."""
    notes = [
        part for line in lines if isinstance(line, Line) for part in line.parts if isinstance(part, NoteMark)
    ]
    return all(note.at_end for note in notes) and Control("aftnnrlc") in document.parts


def _messages(flow: FlowReader) -> Iterator[Message]:
    """Yield messages on what stands in a file beside its text, or can't be read."""
    for comment in flow.comments:
        yield Message(f"comment: {comment}", doubtful=True)
    if flow.unread:
        kinds = ", ".join(dict.fromkeys(flow.unread))
        many = len(flow.unread)
        yield Message(
            f"{many} picture{'s' if many > 1 else ''} in a format that no page shows ({kinds}): "
            f"{'they are' if many > 1 else 'it is'} left out, and may be a formula or a chart",
            doubtful=True,
        )
    for said in flow.formulas:
        yield Message(f"a formula isn't read: write it in: {said[:60]!r}", doubtful=True)
    if flow.alone:
        many = len(flow.alone)
        yield Message(
            f"{many} sign{'s' if many > 1 else ''} from a font of signs: what they show isn't known",
            doubtful=True,
        )


def _items(fields: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the references that fields of Zotero and Mendeley hold, as CSL-JSON."""
    seen: set[str] = set()
    for said in fields:
        try:
            citation = json.loads(said[said.index("{") : said.rindex("}") + 1])
            items = [one["itemData"] for one in citation["citationItems"]]
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
        for item in items:
            key = str(item.get("id", "")) if isinstance(item, dict) else ""
            if key and key not in seen:
                seen.add(key)
                yield item
