"""The words of pandoc's inlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_STYLED = ("Emph", "Strong", "Underline", "Superscript", "Subscript", "SmallCaps", "Strikeout")
_AROUND = ("Link", "Span", "Quoted", "Cite")
"""Inlines whose content follows on something else."""


def words_of(nodes: Iterable[dict[str, Any]], *, raw: bool = False) -> str:
    """Return the text of inlines; spaces stand for what has none. Markup of other formats is left out unless *raw* is true."""
    parts = []
    for node in nodes:
        kind, content = node["t"], node.get("c", " ")
        if kind == "Str":
            parts.append(content)
        elif kind in _STYLED:
            parts.append(words_of(content, raw=raw))
        elif kind in _AROUND:
            parts.append(words_of(content[1], raw=raw))
        elif kind in ("Code", "Math") or (raw and kind == "RawInline"):
            parts.append(content[1])
        elif kind not in ("Note", "Image", "RawInline"):
            parts.append(" ")
    return "".join(parts)
