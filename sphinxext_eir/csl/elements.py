"""What pandoc does otherwise than CSL's specification in single elements, put right in the style that it gets.

- *Substitute*: names that stand in for others may have substitutes of their own. Pandoc drops these, and all that they name.
- *Group*: it is left out if all variables that are called in it are empty. For pandoc, a macro of which no branch is taken isn't.
- *Year suffix*: it belongs to the first year. Pandoc sets it behind the whole date, and behind the delimiter of its parts.
- *Particles*: in a sort, "the non-dropping particle is demoted". Pandoc demotes it in whole names, and not in surnames alone.
- *Strip periods* concerns a term or a variable. Pandoc takes the stops out of macros, too, and those that stand behind them.
- Characters that the author of a style escaped twice are what they were meant for, as in all processors that write HTML.
"""

from __future__ import annotations

import copy
import html
import re
from itertools import count
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from .repairs import BRANCHES, CSL, insert, variables_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NOTHING = "eir-nothing"
"""A variable that no item has."""
STAND_INS = """
    chair organizer guest host narrator curator compiler performer producer executive-producer script-writer series-creator contributor
""".split()
"""Variables of names that few styles print: one that a style doesn't print may have the names of another without particles."""
ESCAPED = re.compile(r"&(?:#[0-9]{1,5}|#x[0-9a-fA-F]{1,4}|nbsp);")
WRITTEN = ("prefix", "suffix", "delimiter", "value")
"""Attributes that are printed."""
DATE_ONLY = ("variable", "date-parts", "range-delimiter")
MOST_MACROS = 100
"""Calls of macros within macros that are followed."""


def repair_elements(root: ET.Element) -> tuple[tuple[str, str], ...]:
    """Change the style *root* as the module says. Return the variables of names, and those that have them without particles."""
    macros = _Macros(root)
    for element in root.iter():
        _unescape(element)
        if element.tag == f"{CSL}text" and element.get("macro"):
            element.attrib.pop("strip-periods", None)
    for names in [*root.iter(f"{CSL}names")]:
        _flatten(names, macros)
    if _sets_letters(root):
        for parent in [*root.iter()]:
            for place, date in enumerate([*parent]):
                if date.tag == f"{CSL}date" and "form" not in date.attrib:
                    parent[place] = _with_year_first(date)
    for macro in root.findall(f"{CSL}macro"):
        _close(macro)
    return _demote(root, macros)


class _Macros:
    """The macros of a style, and a maker of more."""

    def __init__(self, root: ET.Element) -> None:
        self.root = root
        self.known = {str(macro.get("name")): macro for macro in root.iterfind(f"{CSL}macro")}
        self.conditional: dict[tuple[str, frozenset[str]], str] = {}
        """The names of copies without substitutes of substitutes, by the macro and by what is empty."""
        self.demoted: dict[str, str] = {}
        """The names of copies that print names without particles, by the macro."""
        self._number = count(1)

    def called(self, element: ET.Element) -> ET.Element | None:
        """Return the macro that *element* calls."""
        return self.known.get(element.get("macro", "")) if element.tag == f"{CSL}text" else None

    def add(self, macro: ET.Element) -> str:
        """Add *macro* under a name of its own, which is returned."""
        name = f"{macro.get('name')} {next(self._number)}"
        macro.set("name", name)
        self.known[name] = macro
        insert(self.root, macro)
        return name

    def within(self, element: ET.Element) -> Iterator[ET.Element]:
        """Yield *element* and all elements in it, those of macros that it calls included."""
        waiting = [element]
        seen: set[str] = set()
        while waiting and len(seen) < MOST_MACROS:
            for some in waiting.pop().iter():
                yield some
                macro = self.called(some)
                if macro is not None and (name := str(macro.get("name"))) not in seen:
                    seen.add(name)
                    waiting.append(macro)


def _unescape(element: ET.Element) -> None:
    for name in WRITTEN:
        if "&" in element.get(name, ""):
            element.set(name, ESCAPED.sub(lambda match: html.unescape(match[0]), element.get(name, "")))
    if element.text and "&" in element.text:
        element.text = ESCAPED.sub(lambda match: html.unescape(match[0]), element.text)


# Substitutes of substitutes


def _flatten(names: ET.Element, macros: _Macros) -> None:
    """Let *names* have substitutes only that have none of their own."""
    substitute = names.find(f"{CSL}substitute")
    if substitute is None or not any(_has_substitute(child, macros) for child in substitute):
        return
    empty = set(names.get("variable", "").split())
    made: list[ET.Element] = []
    for child in substitute:
        made += _flat(child, empty, macros)
        if child.tag == f"{CSL}names":
            empty |= set(child.get("variable", "").split())
    substitute[:] = made


def _has_substitute(element: ET.Element, macros: _Macros) -> bool:
    return any(some.tag == f"{CSL}substitute" for some in macros.within(element))


def _flat(element: ET.Element, empty: set[str], macros: _Macros) -> list[ET.Element]:
    """Return what stands for *element*, a substitute, in the same list. The variables *empty* are."""
    if element.tag != f"{CSL}names":
        return [_conditional(element, empty, macros)] if _has_substitute(element, macros) else [element]
    alone, others = _parted(element)
    own = set(element.get("variable", "").split())
    made = [] if own <= empty else [alone]
    for other in others:
        made += _flat(other, empty | own, macros)
    return made


def _parted(names: ET.Element) -> tuple[ET.Element, list[ET.Element]]:
    """Return *names* without their substitutes, and these, with the form of the names."""
    alone = copy.deepcopy(names)
    substitute = alone.find(f"{CSL}substitute")
    if substitute is None:
        return alone, []
    alone.remove(substitute)
    for other in substitute:
        if other.tag == f"{CSL}names" and not len(other):
            other.extend(copy.deepcopy(part) for part in alone)
    return alone, [*substitute]


def _conditional(element: ET.Element, empty: set[str], macros: _Macros) -> ET.Element:
    """Return a copy of *element* in which conditions do what substitutes do; macros that it calls are copied likewise."""
    made = copy.deepcopy(element)
    if (macro := macros.called(made)) is not None:
        known = (str(macro.get("name")), frozenset(empty))
        if known not in macros.conditional:
            macros.conditional[known] = macros.add(_conditional(macro, empty, macros))
        made.set("macro", macros.conditional[known])
        return made
    children: list[ET.Element] = []
    for child in made:
        if child.tag == f"{CSL}names" and child.find(f"{CSL}substitute") is not None:
            children += _in_turn(child, empty, macros)
        elif _has_substitute(child, macros):
            children.append(_conditional(child, empty, macros))
        else:
            children.append(child)
    made[:] = children
    return made


def _in_turn(names: ET.Element, empty: set[str], macros: _Macros) -> Iterator[ET.Element]:
    """Yield *names* and, under the condition that all before it is empty, each of their substitutes."""
    alone, others = _parted(names)
    own = set(names.get("variable", "").split())
    if not own <= empty:
        yield alone
    before = sorted(own - empty)
    for other in others:
        made = _conditional(other, empty | own, macros) if _has_substitute(other, macros) else other
        if before:
            choose = ET.Element(f"{CSL}choose")
            ET.SubElement(choose, f"{CSL}if", {"variable": " ".join(before), "match": "none"}).append(made)
            made = choose
        yield made
        if not (variables := variables_of(other)):
            return  # what it prints isn't known, and so it counts for the last
        before += variables.split()


# Years and letters behind them


def _sets_letters(root: ET.Element) -> bool:
    """Say if *root* leaves it to the processor to set letters behind years."""
    citations = root.iterfind(f"{CSL}citation[@disambiguate-add-year-suffix='true']")
    return next(citations, None) is not None and all(
        element.get("variable") != "year-suffix" for element in root.iter()
    )


def _with_year_first(date: ET.Element) -> ET.Element:
    """Return what stands for *date*, a date of parts, so that the letter of its year follows that."""
    parts = [*date]
    year = next((part for part in parts if part.get("name") == "year"), None)
    if year is None:
        return date
    if year is parts[-1]:
        delimiter = date.attrib.pop("delimiter", "")
        for part in parts[:-1]:
            part.set("suffix", part.get("suffix", "") + delimiter)
        if suffix := year.attrib.pop("suffix", ""):
            date.set("suffix", suffix + date.get("suffix", ""))
        return date
    if year is not parts[0]:
        return date
    group = ET.Element(
        f"{CSL}group", {name: said for name, said in date.attrib.items() if name not in DATE_ONLY}
    )
    own = {name: date.attrib[name] for name in DATE_ONLY if name in date.attrib}
    first, rest = ET.SubElement(group, f"{CSL}date", own), ET.SubElement(group, f"{CSL}date", own)
    if suffix := year.attrib.pop("suffix", ""):
        first.set("suffix", suffix)
    first.append(year)
    rest.extend(parts[1:])
    if "delimiter" in date.attrib:
        rest.set("delimiter", date.attrib["delimiter"])
    return group


# Macros that print nothing


def _close(parent: ET.Element) -> None:
    """Let *parent*, a macro or a branch, call a variable also where none of its conditions holds."""
    if not len(parent):
        ET.SubElement(parent, f"{CSL}text", {"variable": NOTHING})
    if len(parent) != 1 or parent[0].tag != f"{CSL}choose":
        return
    choose = parent[0]
    if choose.find(f"{CSL}else") is None:
        ET.SubElement(choose, f"{CSL}else")
    for branch in choose:
        if branch.tag in BRANCHES:
            _close(branch)


# Particles


def _demote(root: ET.Element, macros: _Macros) -> tuple[tuple[str, str], ...]:
    """Let keys of sorts call surnames without particles, if the style demotes these."""
    if root.get("demote-non-dropping-particle", "display-and-sort") == "never":
        return ()
    printed = {word for element in root.iter() for said in element.attrib.values() for word in said.split()}
    free = iter([name for name in STAND_INS if name not in printed])
    others: dict[str, str] = {}
    for key in root.findall(f".//{CSL}sort/{CSL}key"):
        macro = macros.known.get(key.get("macro", ""))
        if macro is None or not any(_is_short(some) for some in macros.within(macro)):
            continue
        named = [some for some in macros.within(macro) if some.tag == f"{CSL}names"]
        for variable in (word for names in named for word in names.get("variable", "").split()):
            if variable not in others and (other := next(free, "")):
                others[variable] = other
        key.set("macro", _renamed(macro, others, macros))
    return tuple(others.items())


def _is_short(element: ET.Element) -> bool:
    return element.tag == f"{CSL}name" and element.get("form") == "short"


def _renamed(macro: ET.Element, others: dict[str, str], macros: _Macros) -> str:
    """Return the name of the copy of *macro*, and of those that it calls, that prints the *others* of variables of names."""
    name = str(macro.get("name"))
    if name in macros.demoted:
        return macros.demoted[name]
    made = copy.deepcopy(macro)
    for element in made.iter():
        if element.tag == f"{CSL}names":
            variables: Sequence[str] = element.get("variable", "").split()
            element.set("variable", " ".join(others.get(variable, variable) for variable in variables))
        elif (called := macros.called(element)) is not None:
            element.set("macro", _renamed(called, others, macros))
    macros.demoted[name] = macros.add(made)
    return macros.demoted[name]
