"""Markup of another program in pandoc's tree: HTML's tags in pairs become what they mean, and the rest is left out."""

from __future__ import annotations

import re
from typing import Any

_STYLED = {
    "i": "Emph",
    "em": "Emph",
    "cite": "Emph",
    "dfn": "Emph",
    "var": "Emph",
    "u": "Underline",
    "b": "Strong",
    "strong": "Strong",
    "sup": "Superscript",
    "sub": "Subscript",
}
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>[^<>]*)>\s*")
_TAGS_ONLY = re.compile(r"(?:<[^<>]*>\s*)*")
_ATTRIBUTE = r"""\b{}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
_LAYOUT = re.compile(
    r"""\\(?:
          maketitle | tableofcontents | newpage | clearpage | pagebreak | noindent | centering | raggedright | onehalfspacing
        | doublespacing | singlespacing | bigskip | medskip | smallskip | vfill | hfill | hrule | hrulefill | par | appendix
        | [vh]space\*? | set\w+ | addto\w* | label | index | bibliographystyle | thispagestyle | pagestyle | pagenumbering
        | (?:small|normalsize|large|Large|footnotesize|tiny|selectfont|newline|linebreak)
        )\b
    """,
    re.VERBOSE,
)
"""Commands of TeX that set, and say nothing."""


def _attribute(name: str, tag: str) -> str:
    """Return an attribute in the text of a *tag*."""
    match = re.search(_ATTRIBUTE.format(name), tag, re.IGNORECASE)
    return next((value for value in match.groups() if value), "") if match else ""


def paired(nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return inlines with HTML's tags among them made pandoc's own: what stands between two of them, breaks, pictures."""
    if not any(node.get("t") == "RawInline" for node in nodes):
        return nodes
    found: list[dict[str, Any]] = []
    at = 0
    while at < len(nodes):
        node = nodes[at]
        at += 1
        tag = (
            _TAG.fullmatch(node["c"][1]) if node.get("t") == "RawInline" and node["c"][0] == "html" else None
        )
        if tag is None:
            found.append(node)
            continue
        name = tag["name"].lower()
        if name == "br":
            found.append({"t": "LineBreak"})
        elif name == "img":
            alt = [{"t": "Str", "c": _attribute("alt", tag["rest"])}]
            found.append({"t": "Image", "c": [["", [], []], alt, [_attribute("src", tag["rest"]), ""]]})
        elif not tag["end"] and (name in _STYLED or name == "a"):
            end = _end_of(nodes, at, name)
            if end is None:
                continue
            inner = nodes[at:end]
            at = end + 1
            if name in _STYLED:
                found.append({"t": _STYLED[name], "c": inner})
            else:
                found.append({"t": "Link", "c": [["", [], []], inner, [_attribute("href", tag["rest"]), ""]]})
    return found


def _end_of(nodes: list[dict[str, Any]], start: int, name: str) -> int | None:
    """Return where the element called *name* ends that begins before *start*."""
    for n in range(start, len(nodes)):
        if nodes[n].get("t") == "RawInline":
            tag = _TAG.fullmatch(nodes[n]["c"][1])
            if tag and tag["end"] and tag["name"].lower() == name:
                return n
    return None


def words_in(language: str, text: str) -> str:
    """Return what is left out where markup stands: nothing for mere tags, which have no words."""
    if language == "html" and _TAGS_ONLY.fullmatch(text.strip()) and not text.lstrip().startswith("<!--"):
        return ""
    return text


def is_worth_saying(text: str) -> bool:
    """Say if a person should look at markup that is left out: not at comments, nor at commands that only set."""
    text = text.strip()
    return not (text.startswith(("<!--", "<style", "<script", "%")) or _LAYOUT.match(text))
