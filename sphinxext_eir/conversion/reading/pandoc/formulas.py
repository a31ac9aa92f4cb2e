"""Formulas in TeX: which markup is one, and what of it stands in a role or directive for formulas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .nodes import Node

_ONE_LINE = re.compile(
    r"""\\begin\{(?:equation|displaymath|math)\*?\}
        (.*)
        \\end\{(?:equation|displaymath|math)\*?\}
    """,
    re.VERBOSE | re.DOTALL,
)
_DISPLAYED = re.compile(
    r"""\\begin\{(align|alignat|flalign|eqnarray|gather|multline|equation)(\*?)\}
        .*
        \\end\{\1\2\}
    """,
    re.VERBOSE | re.DOTALL,
)
"""A formula that stands in Markdown as it does in TeX."""
_SEVERAL = {"align": "aligned", "alignat": "aligned", "flalign": "aligned", "eqnarray": "aligned"}
_SEVERAL |= {"gather": "gathered", "multline": "gathered"}


def formula_of(text: str) -> str:
    """Return a formula as it stands in a formula: without the environment that gives it a line, or a label.

    White space at its ends, escaped or not, goes as well: no role may end with it.
    """
    text = re.sub(r"\\(?:label|tag\*?)\{[^{}]*\}|\\(?:notag|nonumber)\b", "", text.strip())
    text = match[1].strip() if (match := _ONE_LINE.fullmatch(text)) else text
    for name, inner in _SEVERAL.items():
        text = re.sub(rf"\\(begin|end)\{{{name}\*?\}}", rf"\\\1{{{inner}}}", text)
    text = re.sub(r"\n\s*\n", "\n", text)
    return re.sub(r"(?:\\ |\\$|\s)+$", "", text.strip()) or text.strip()


def as_formula(node: Node) -> Node:
    """Return markup of TeX that is a formula with a line of its own as that; other inlines as they are."""
    if node.get("t") != "RawInline":
        return node
    language, text = node["c"]
    displayed = language in ("tex", "latex") and _DISPLAYED.fullmatch(text.strip())
    return {"t": "Math", "c": [{"t": "DisplayMath"}, text.strip()]} if displayed else node
