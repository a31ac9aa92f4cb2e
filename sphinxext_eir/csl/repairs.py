"""What pandoc does otherwise than CSL's specification, put right in the style that it gets.

- *Sorting*: "Items with an empty sort key value are placed at the end of the sort". Pandoc sets them first if a macro makes the key.
- *Year suffix*: letters follow the order of the list. Where its keys leave two works in the order of the citations, pandoc's don't.
- *Given names*: a key of names "consists of the string value the macro would ordinarily generate". Pandoc sorts citations before it adds
  the given names that tell authors apart, and so sets *Z. Smith* before *A. Smith*.
- *Group*: "a non-empty nested group is treated as a non-empty variable". For pandoc only a macro is, so such a group becomes one.
- *Note distance*: a note is near if it is no more than so many notes away. Pandoc's must be nearer than that, and it looks for the
  number at the root of the style.
- *Names* with a label get the ``<name>`` that CSL lets a style leave out: without it, pandoc prints the label first.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, TypeAlias
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

CSL = "{http://purl.org/net/xbiblio/csl}"
LAST = "\ufffd"
"""The character that every language sorts last: its weight is the highest (Unicode Technical Standard 10, table of weights)."""
BY_CITE = "by-cite"
"""The rule of CSL, and its default, that adds a given name only where a citation is ambiguous without it."""
NEAR = 5
"""The default of ``near-note-distance``."""
PLACE = "eir-place"
"""The variable that has an item's place in the order of the citations."""
MOST_ELEMENTS = 500
"""What is looked at of a macro; the rest is taken to print something."""

Elements: TypeAlias = "list[ET.Element]"
Macros: TypeAlias = "Mapping[str, ET.Element]"

BRANCHES = (f"{CSL}if", f"{CSL}else-if", f"{CSL}else")
VARIABLES = (f"{CSL}text", f"{CSL}number", f"{CSL}date", f"{CSL}label", f"{CSL}names")
"""Elements that print a variable, where they name one."""


def repair(root: ET.Element) -> None:
    """Change the style *root* so that pandoc formats by it as the specification says."""
    _name_names(root)
    _move_near(root)
    macros = {str(macro.get("name")): macro for macro in root.iter(f"{CSL}macro")}
    for macro in [*_with_given_names(root, macros)]:
        macros[str(macro.get("name"))] = macro
        insert(root, macro)
    for macro in [*_with_last_keys(root, macros), *_with_groups_as_macros(root, macros)]:
        insert(root, macro)
    for sort in root.iterfind(f"{CSL}bibliography/{CSL}sort"):
        ET.SubElement(sort, f"{CSL}key", {"variable": PLACE})


def insert(root: ET.Element, macro: ET.Element) -> None:
    """Put *macro* into the style *root*, where the schema has macros."""
    root.insert(list(root).index(root.find(f"{CSL}citation")), macro)  # type: ignore[arg-type]


def _name_names(root: ET.Element) -> None:
    for names in root.iter(f"{CSL}names"):
        label = names.find(f"{CSL}label")
        if label is not None and names.find(f"{CSL}name") is None:
            names.insert(list(names).index(label), ET.Element(f"{CSL}name"))


def _move_near(root: ET.Element) -> None:
    for citation in root.iterfind(f"{CSL}citation"):
        distance = citation.get("near-note-distance", str(NEAR))
        if distance.isdecimal() and len(distance) < 6:
            root.set("near-note-distance", str(int(distance) + 1))


# Given names in sort keys


def _with_given_names(root: ET.Element, macros: Macros) -> Iterator[ET.Element]:
    """Yield macros that print whole names where those of a citation's keys print surnames, if the style tells authors apart by given names.

    If it does so only where a citation is ambiguous, whole names count after the year, by which it may be told apart.
    """
    for citation in root.findall(f"{CSL}citation[@disambiguate-add-givenname='true']"):
        sort = citation.find(f"{CSL}sort")
        everywhere = citation.get("givenname-disambiguation-rule", BY_CITE) != BY_CITE
        for key in () if sort is None else [*sort]:
            macro = copy.deepcopy(macros.get(key.get("macro", "")))
            short = [] if macro is None else macro.findall(f".//{CSL}name[@form='short']")
            if sort is None or macro is None or not short:
                continue
            for name in short:
                name.set("form", "long")
            macro.set("name", f"{macro.get('name')} with given names")
            whole = key if everywhere else copy.deepcopy(key)
            whole.set("macro", str(macro.get("name")))
            if not everywhere:
                titles = (place for place, other in enumerate(sort) if other.get("variable") == "title")
                sort.insert(next(titles, len(sort)), whole)
            yield macro


# Empty sort keys


def _with_last_keys(root: ET.Element, macros: Macros) -> Iterator[ET.Element]:
    """Yield macros that print :data:`LAST` where the macro of a key prints nothing, and let the keys call these.

    In a descending sort, what is empty comes last by itself.
    """
    made: dict[str, ET.Element] = {}
    for key in root.iter(f"{CSL}key"):
        name = key.get("macro", "")
        if key.get("sort") == "descending" or name not in macros:
            continue
        last = f"{name} or last"
        if name not in made:
            made[name] = ET.Element(f"{CSL}macro", {"name": last})
            ET.SubElement(made[name], f"{CSL}text", {"macro": name})
            made[name].extend(_instead([macros[name]], macros, MOST_ELEMENTS))
        if len(made[name]) > 1:
            key.set("macro", last)
    yield from (macro for macro in made.values() if len(macro) > 1)


def _instead(  # noqa: PLR0911 - one for each kind
    elements: Sequence[ET.Element], macros: Macros, most: int, of_group: int = 0
) -> Elements:
    """Return elements that print :data:`LAST` where *elements* print nothing: the first decides, and else those behind it.

    The first *of_group* of them stand in a group that calls variables, where terms don't count. What branches into more than
    *most* elements is taken to print something.
    """
    if not elements:
        return [ET.Element(f"{CSL}text", {"value": LAST})]
    if most < 1:
        return []
    first, rest = elements[0], elements[1:]
    others = max(0, of_group - 1)

    def within(children: Sequence[ET.Element], share: int = 1) -> Elements:
        """Return what stands for *children* in the place of the first, which has so many *share* in what is left."""
        counted = others + len(children) if of_group else 0
        return _instead([*children, *rest], macros, (most - 1) // share, counted)

    if first.tag == f"{CSL}choose":
        return _chosen(first, within)
    if variables := variables_of(first):
        substitute = first.find(f"{CSL}substitute")
        otherwise = within([*substitute] if substitute is not None else [])
        return [_unless(variables, otherwise)] if otherwise else []
    if first.get("macro") in macros:
        return within([macros[str(first.get("macro"))]])
    if first.tag in (f"{CSL}macro", f"{CSL}group"):
        if of_group or not _calls(first, macros):
            return within([*first])
        return _instead([*first, *rest], macros, most - 1, len(first))
    if of_group and first.get("term", first.get("value")) is not None:
        return within([])
    return []


def _chosen(choose: ET.Element, within: Callable[[Sequence[ET.Element], int], Elements]) -> Elements:
    branches = [branch for branch in choose if branch.tag in BRANCHES]
    if branches[-1].tag != f"{CSL}else":
        branches.append(ET.Element(f"{CSL}else"))
    made = ET.Element(f"{CSL}choose")
    for branch in branches:
        new = ET.SubElement(made, branch.tag, dict(branch.attrib))
        new.extend(within([*branch], len(branches)))
    return [made] if made.find(f".//{CSL}text") is not None else []


def _unless(variables: str, children: Elements) -> ET.Element:
    choose = ET.Element(f"{CSL}choose")
    ET.SubElement(choose, f"{CSL}if", {"variable": variables, "match": "none"}).extend(children)
    return choose


def variables_of(element: ET.Element) -> str:
    """Return the variables of which *element* prints one, where there is one."""
    named = element.get("variable", "") if element.tag in VARIABLES else ""
    if element.get("form") == "short" and element.tag == f"{CSL}text" and named:
        return f"{named} {named}-short"
    return "page" if named == "page-first" else named


def _calls(element: ET.Element, macros: Macros) -> bool:
    """Say if *element* or a macro that it calls prints variables."""
    waiting, seen = [element], set()
    while waiting:
        some = waiting.pop()
        if variables_of(some):
            return True
        waiting.extend(some)
        name = some.get("macro", "")
        if some.tag == f"{CSL}text" and name in macros and name not in seen:
            seen.add(name)
            waiting.append(macros[name])
    return False


# Nested groups


def _with_groups_as_macros(root: ET.Element, macros: Macros) -> Iterator[ET.Element]:
    """Yield macros for the groups within groups that print something in any case, and let those call these."""
    made = 0
    for outer in [*root.iter(f"{CSL}group")]:
        for parent, place, group in [*_nested(outer)]:
            if _calls_always(group) or not _prints(group, frozenset(), macros):
                continue
            made += 1
            macro = ET.Element(f"{CSL}macro", {"name": f"group {made}"})
            macro.append(copy.deepcopy(group))
            parent[place] = ET.Element(f"{CSL}text", {"macro": f"group {made}"})
            yield macro


def _nested(outer: ET.Element) -> Iterator[tuple[ET.Element, int, ET.Element]]:
    """Yield each group that stands in *outer* or in a branch within it, its parent, and its place there."""
    waiting = [outer]
    while waiting:
        parent = waiting.pop()
        for place, child in enumerate(parent):
            if child.tag == f"{CSL}group":
                yield parent, place, child
            elif child.tag == f"{CSL}choose" or child.tag in BRANCHES:
                waiting.append(child)


def _calls_always(group: ET.Element) -> bool:
    """Say if *group* prints a variable outside of conditions, which tells pandoc all that it must know."""
    return any(variables_of(child) or child.get("macro") or child.tag == f"{CSL}group" for child in group)


def _prints(element: ET.Element, known: frozenset[str], macros: Macros) -> bool:
    """Say if *element* prints something whatever the item is; *known* variables aren't empty."""
    if element.tag == f"{CSL}choose":
        return any(branch.tag == f"{CSL}else" for branch in element) and all(
            any(_prints(child, known.union(_given(branch)), macros) for child in branch) for branch in element
        )
    if element.tag == f"{CSL}group":
        return any(_prints(child, known, macros) for child in element)
    if element.tag == f"{CSL}text":
        return element.get("variable") in known or "term" in element.attrib or "value" in element.attrib
    return False


def _given(branch: ET.Element) -> Iterable[str]:
    """Return the variables that an item has for which *branch* is taken."""
    variables = branch.get("variable", "").split()
    match = branch.get("match", "all")
    return variables if match == "all" or (match == "any" and len(variables) == 1) else ()
