"""The variables that a style calls for an item in its bibliography, or where it has none, in an item's first citation.

Its conditions are read as CSL 1.0.2 defines them.

A style may print the publisher of a book and not that of an article, or an address where there is no DOI. What it leaves out so is its
own decision; what it calls, it should print (:mod:`.printed`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias
from xml.etree import ElementTree as ET

from .repairs import CSL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .model import Item

Calls: TypeAlias = "dict[str, ET.Element]"
"""The variables that are called, and the element that calls each first."""
CALLING = frozenset(f"{CSL}{name}" for name in ("text", "number", "date"))
NUMERIC = re.compile(r"[^\W\d_]*\d+[^\W\d_]*(?:\s*[,&–-]\s*[^\W\d_]*\d+[^\W\d_]*)*")
"""Numbers by CSL's definition: with letters before and behind, and with commas, hyphens and signs for *and* between."""


class Layout:
    """The layout of a style's bibliography; of its citations, if it has none."""

    def __init__(self, root: ET.Element) -> None:
        """Take the root of a style."""
        self._macros = {macro.get("name"): macro for macro in root.iterfind(f"{CSL}macro")}
        self._root = root
        self._part = root.find(f"{CSL}bibliography")
        self.is_of_citations = self._part is None
        """True if there is no bibliography."""
        if self._part is None:
            self._part = root.find(f"{CSL}citation")
        assert self._part is not None
        self._layout = self._part.find(f"{CSL}layout")
        self.substitute = self._part.get("subsequent-author-substitute", "")
        """What stands for names that an entry shares with the one before it."""

    def calls(self, item: Item) -> Calls:
        """Return the variables of *item* that the style prints."""
        return {} if self._layout is None else self._of_children(self._layout, item)

    def option(self, names: ET.Element, option: str) -> str:
        """Return an *option* of names, which a name has from its own element, the part or the style (CSL 1.0.2, inheritable name options)."""
        name = names.find(f"{CSL}name")
        places = [*(() if name is None else (name,)), names, self._part, self._root]
        return next((said for place in places if place is not None and (said := place.get(option))), "")

    def _of_children(self, element: ET.Element, item: Item) -> Calls:
        found: Calls = {}
        for child in element:
            found = {**self._of(child, item), **found}
        return found

    def _of(self, element: ET.Element, item: Item) -> Calls:
        if element.tag == f"{CSL}names":
            return self._of_names(element, item)
        if element.tag == f"{CSL}choose":
            return self._chosen(list(element), item)
        if element.tag in (f"{CSL}group", f"{CSL}layout"):
            return self._of_children(element, item)
        if element.tag not in CALLING:
            return {}
        if (macro := self._macros.get(element.get("macro"))) is not None:
            return self._of_children(macro, item)
        variable = element.get("variable", "")
        if element.get("form") == "short" and item.get(f"{variable}-short"):
            variable = f"{variable}-short"
        return {variable: element} if item.get(variable) else {}

    def _of_names(self, element: ET.Element, item: Item) -> Calls:
        own = {variable: element for variable in element.get("variable", "").split() if item.get(variable)}
        if own:
            return own
        for substitute in element.iterfind(f"{CSL}substitute/*"):
            if found := self._of(substitute, item):
                return found
        return {}

    def _chosen(self, branches: list[ET.Element], item: Item) -> Calls:
        """Return what the first of *branches* calls whose condition holds; of one that may hold, what the rest calls, too."""
        if not branches:
            return {}
        first, *rest = branches
        holds = True if first.tag == f"{CSL}else" else _holds(first, item, cited=self.is_of_citations)
        if holds is False:
            return self._chosen(rest, item)
        found = self._of_children(first, item)
        if holds is None:
            others = self._chosen(rest, item)
            found = {variable: call for variable, call in found.items() if variable in others}
        return found


@lru_cache(maxsize=32)
def layout_of(style: str) -> Layout:
    """Return the layout that prints the entries of a *style*, a text of XML that was checked before."""
    return Layout(ET.fromstring(style))  # noqa: S314 - it was parsed, checked and written here


def _holds(condition: ET.Element, item: Item, *, cited: bool) -> bool | None:
    """Say if a *condition* holds for *item*, which is *cited* for the first time or listed; ``None`` if only a processor knows."""
    tests = [
        _test(name, value, item, cited=cited)
        for name, values in condition.attrib.items()
        if name != "match"
        for value in values.split()
    ]
    match condition.get("match", "all"):
        case "any":
            return _any(tests)
        case "none":
            some = _any(tests)
            return None if some is None else not some
        case _:
            some_fails = _any([None if test is None else not test for test in tests])
            return None if some_fails is None else not some_fails


def _any(tests: Iterable[bool | None]) -> bool | None:
    tests = set(tests)
    return True if True in tests else None if None in tests else False


def _test(name: str, value: str, item: Mapping[str, object], *, cited: bool) -> bool | None:
    """Say if one test of a condition holds. In a bibliography, nothing has a locator; in citations, only a processor knows."""
    said = item.get(value)
    holds: bool | None = None  # disambiguate
    if "locator" in (name, value):
        holds = None if cited else False
    elif name == "type":
        holds = item.get("type") == value
    elif name == "variable":
        holds = bool(said)
    elif name == "is-numeric" and (_is_number(said) or not re.search(r"\d", str(said or ""))):
        holds = _is_number(said)
    elif name == "is-uncertain-date":
        holds = isinstance(said, dict) and bool(said.get("circa"))
    elif name == "position" and cited:
        holds = value == "first"
    return holds


def _is_number(value: object) -> bool:
    return isinstance(value, int) or bool(NUMERIC.fullmatch(str(value or "").strip()))
