r"""References in LaTeX to sections, figures, tables and formulas → links with the words that TeX prints.

pandoc makes a link of each, with the number of a section or a figure, and without *Figure* (``hyperref``, ``\autoref``; ``cleveref``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..pandoc.nodes import Nodes

_NAMES = {
    "english": ("Section", "Figure", "Table", "Equation"),
    "german": ("Abschnitt", "Abbildung", "Tabelle", "Gleichung"),
    "french": ("Section", "Figure", "Table", "Équation"),
    "spanish": ("Sección", "Figura", "Cuadro", "Ecuación"),
    "portuguese": ("Seção", "Figura", "Tabela", "Equação"),
    "italian": ("Sezione", "Figura", "Tabella", "Equazione"),
}
"""What ``\\autoref`` calls things, by babel's language."""
_LANGUAGES = {
    "ngerman": "german",
    "austrian": "german",
    "naustrian": "german",
    "brazil": "portuguese",
    "brazilian": "portuguese",
}
_KINDS = ("section", "figure", "table", "equation")
_BABEL = re.compile(
    r"""\\usepackage\s*\[([^\[\]]*)\]\s*\{babel\}
        | \\setdefaultlanguage\s*(?:\[[^\]]*\])?\{(\w+)\}   # polyglossia
    """,
    re.VERBOSE,
)
_CALLED = re.compile(
    r"""\\[cC]refname\{(section|figure|table|equation)\}
        \s*\{([^{}]+)\}
        \s*\{[^{}]+\}                # of several
    """,
    re.VERBOSE,
)
_LABEL = re.compile(r"\\label\{([^{}]+)\}")
_TYPED = re.compile(
    r"""(?P<on>\bon\s+)? (?:\b(?:pages?|pp?\.)[~\s]+)? \\v?pageref\s*\{(?P<place>[^{}]+)\}   # on page~\\pageref{a}
        | \\nameref\s*\{(?P<title>[^{}]+)\}
    """,
    re.VERBOSE,
)


def with_names(source: str) -> str:
    r"""Return *source* with the references that pandoc leaves out as ones that it keeps: by a title, or by a page, which is a section here."""

    def kept(match: re.Match[str]) -> str:
        if match["title"]:
            return rf"\hyperref[{match['title']}]{{eir-nameref}}"
        return rf"{'in ' if match['on'] else ''}\hyperref[{match['place']}]{{eir-pageref}}"

    return _TYPED.sub(kept, source)


def without_settings(source: str) -> str:
    r"""Return *source* without ``\crefname``, which says nothing that is printed where it stands."""
    return _CALLED.sub("", source)


class _Place(NamedTuple):
    """A place that a text may refer to."""

    label: str
    kind: str
    number: str
    title: str = ""


def link_references(tree: dict[str, Any], source: str) -> frozenset[str]:
    """Give the links to places in a *tree* their words, and the places anchors; return the names of the places."""
    links = [node for node in _nodes(tree["blocks"]) if node["t"] == "Link" and _is_reference(node)]
    if not links:
        return frozenset()
    wanted = {_name(label) for node in links for label in _labels(node)}
    places: dict[str, _Place] = {}
    tree["blocks"] = list(_with_anchors(tree["blocks"], wanted, places, {}))
    names, formulas = _names(source), _numbers_of_formulas(source)
    places = {
        name: place._replace(number=formulas.get(place.label, "")) if place.kind == "equation" else place
        for name, place in places.items()
    }
    for node in links:
        node["c"][1], node["c"][2] = _printed(node, places, names)
    return frozenset(places)


def _is_reference(node: dict[str, Any]) -> bool:
    """Say if a link is a reference to a label."""
    return any(name == "reference" for name, _ in node["c"][0][2]) or str(node["c"][2][0]).startswith("#")


def _labels(node: dict[str, Any]) -> list[str]:
    """Return the labels that a link refers to."""
    said = dict(node["c"][0][2]).get("reference") or node["c"][2][0].removeprefix("#")
    return [label.strip() for label in said.split(",")]


def _name(label: str) -> str:
    """Return a *label* as a place may be called in each markup."""
    return re.sub(r"[^\w-]+", "-", label).strip("-").lower()


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the nodes of a *tree*, each before what is in it."""
    if isinstance(tree, dict):
        if "t" in tree:
            yield tree
        tree = list(tree.values())
    for child in tree if isinstance(tree, list) else ():
        yield from _nodes(child)


def _with_anchors(
    blocks: Nodes, wanted: set[str], places: dict[str, _Place], counts: dict[str, int]
) -> Iterator[dict[str, Any]]:
    """Yield *blocks*, with an anchor before each that is *wanted*; *places* gets its kind, number and title."""
    for block in blocks:
        found = list(_places_of(block, counts))
        for place in found:
            if (name := _name(place.label)) in wanted and name not in places:
                places[name] = place
                yield {"t": "Anchor", "c": name}
        if block["t"] == "Div" and not found:
            block["c"][1] = list(_with_anchors(block["c"][1], wanted, places, counts))
        elif block["t"] == "BlockQuote":
            block["c"] = list(_with_anchors(block["c"], wanted, places, counts))
        yield block


def _places_of(block: dict[str, Any], counts: dict[str, int]) -> Iterator[_Place]:
    """Yield what a *block* is that may be referred to; *counts* has how many there were."""
    content: Any = block.get("c")
    match block["t"]:
        case "Header":
            number = _next_section(content[0], content[1][1], counts)
            yield _Place(content[1][0], "section", number, _said(content[2]))
        case "Figure":
            yield _Place(content[0][0], "figure", _next("figure", counts))
        case "Table" if content[1][1]:
            yield _Place(content[0][0], "table", _next("table", counts))
        case "Div":
            inner = [
                place
                for one in content[1]
                if one["t"] in ("Table", "Figure")
                for place in _places_of(one, counts)
            ]
            yield from (place._replace(label=content[0][0] or place.label) for place in inner[:1])
        case "Para" | "Plain":
            formulas = (node["c"][1] for node in _nodes(content) if node["t"] == "Math")
            yield from (_Place(label, "equation", "") for text in formulas for label in _LABEL.findall(text))


def _next(kind: str, counts: dict[str, int]) -> str:
    """Count one more of a *kind*, and return its number."""
    counts[kind] = counts.get(kind, 0) + 1
    return str(counts[kind])


def _next_section(level: int, classes: list[str], counts: dict[str, int]) -> str:
    """Count a section of a *level*, and return its number: ``2.1``; nothing for one without."""
    if "unnumbered" in classes:
        return ""
    _next(f"section {level}", counts)
    for deeper in range(level + 1, 8):
        counts[f"section {deeper}"] = 0
    levels = [counts.get(f"section {n}", 0) for n in range(1, level + 1)]
    return ".".join(str(n) for n in levels[next((i for i, n in enumerate(levels) if n), 0) :])


def _said(inlines: Nodes) -> str:
    """Return the words of *inlines*."""
    said = (
        " " if node["t"] in ("Space", "SoftBreak") else node["c"]
        for node in _nodes(inlines)
        if node["t"] in ("Str", "Space", "SoftBreak")
    )
    return "".join(said).strip()


def _names(source: str) -> dict[str, str]:
    """Return what the author's language, or the author, calls sections, figures, tables and formulas."""
    match = _BABEL.search(source)
    options = re.split(r"[\s,]+", (match[1] or match[2]).replace("main=", "")) if match else []
    language = next(
        (one for option in reversed(options) if (one := _LANGUAGES.get(option, option)) in _NAMES), "english"
    )
    return {**dict(zip(_KINDS, _NAMES[language], strict=True)), **dict(_CALLED.findall(source))}


_NUMBERED = re.compile(
    r"""\\(begin|end)
        \{(equation|align|gather|eqnarray|multline|alignat|flalign)\}
    """,
    re.VERBOSE,
)
_OF_ONE = ("equation", "multline")
"""Formulas with one number, however many lines they have."""


def _numbers_of_formulas(source: str) -> dict[str, str]:
    """Return the numbers of formulas by their labels: as TeX counts them, line by line."""
    found: dict[str, str] = {}
    number = 0
    opened: dict[str, int] = {}
    for mark in _NUMBERED.finditer(source):
        if mark[1] == "begin":
            opened.setdefault(mark[2], mark.end())
        elif mark[2] in opened:
            text = source[opened[mark[2]] : mark.start()]
            opened.clear()
            for line in [text] if mark[2] in _OF_ONE else re.split(r"\\\\(?![A-Za-z])", text):
                if line.strip() and not re.search(r"\\(?:nonumber|notag)\b", line):
                    number += 1
                    found |= {label: str(number) for label in _LABEL.findall(line)}
    return found


def _printed(
    node: dict[str, Any], places: dict[str, _Place], names: dict[str, str]
) -> tuple[Nodes, list[str]]:
    """Return the words of a reference, and where it leads: to the first of its labels."""
    how = dict(node["c"][0][2]).get("reference-type", "")
    typed = _said(node["c"][1])
    known = [(name, places[name]) for label in _labels(node) if (name := _name(label)) in places]
    if not known:
        return node["c"][1], node["c"][2]
    url = [f"#{known[0][0]}", ""]
    if typed == "eir-nameref" and known[0][1].title:
        return [{"t": "Str", "c": known[0][1].title}], url
    if not how and not typed.startswith("eir-"):
        return node["c"][1], url
    said: list[str] = []
    before = ""
    for _, place in known:
        bare = how in ("ref", "eqref") or place.kind == before
        number = (
            f"({place.number})"
            if place.kind == "equation" and how != "ref" and place.number
            else place.number
        )
        said.append(number if bare else f"{names[place.kind]}\u00a0{number}".strip())
        before = place.kind
    text = ", ".join(filter(None, said))
    return [{"t": "Str", "c": text}] if text else node["c"][1], url
