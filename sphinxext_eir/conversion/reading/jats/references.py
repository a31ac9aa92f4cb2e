"""Entries of a list of references → inlines as pandoc has them: as they are printed, or composed of their fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..xml import children, link_of, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from xml.etree.ElementTree import Element

    from ..pandoc.nodes import Nodes

CITATIONS = ("mixed-citation", "element-citation", "citation", "nlm-citation", "product")
"""Elements that are an entry, the printed one first."""
_ITALIC = ("source", "journal", "conf-name")
_NAMES = ("name", "string-name", "collab", "etal", "name-alternatives", "anonymous", "on-behalf-of")
_GROUPS = ("person-group", "collab-group")
_UNSAID = ("label", "page-count", "size")


def entries_in(
    listed: Element, inlines: Callable[[Element], Nodes]
) -> Iterator[tuple[tuple[str, ...], Nodes]]:
    """Yield the entries of a list of references: the ids by which the text refers to it, and what is printed, its label first."""
    for ref in (ref for ref in listed.iter("ref")):
        label = said(ref.find("label"))
        printed = [e for name in CITATIONS for e in ref.iter(name)]
        first = [e for e in printed if e.tag == printed[0].tag] if printed else []
        others = [e for e in children(ref) if e.tag in ("note", "p")]
        nodes = text_nodes(f"{label} ") if label else []
        for entry in first:
            nodes += [*_entry(entry, inlines), {"t": "Space"}]
        for other in others:
            nodes += [*inlines(other), {"t": "Space"}]
        if nodes:
            yield tuple(name for e in (ref, *printed) if (name := e.get("id"))), nodes


def _entry(entry: Element, inlines: Callable[[Element], Nodes]) -> Nodes:
    """Return one entry: as it is printed where text stands between its fields, else composed."""
    typed = "".join([entry.text or "", *(child.tail or "" for child in entry)])
    if re.search(r"[^\s]", typed):
        return inlines(entry)
    return list(_composed(entry, inlines))


def _composed(entry: Element, inlines: Callable[[Element], Nodes]) -> Iterator[dict[str, Any]]:
    """Yield an entry as eir-harvard sets it: people (year) title, source, and the rest as it comes."""
    fields = [child for child in children(entry) if child.tag not in _UNSAID and said(child)]
    people = [f for f in fields if f.tag in (*_NAMES, *_GROUPS)]
    first = people[:1] if people and people[0].tag in _GROUPS else people
    years = [field for field in fields if field.tag == "year"][:1]
    rest = [field for field in fields if field not in first and field not in years]
    names = "; ".join(filter(None, map(_people, first)))
    yield from text_nodes(names)
    if years:
        yield from text_nodes(f"{' ' if names else ''}({said(years[0])})")
    for n, field in enumerate(rest):
        if n or names or years:
            yield from text_nodes(" " if not n and years else ". " if field.tag not in _CLOSE else ", ")
        yield from _field(field, inlines)
    yield {"t": "Str", "c": "."}


_CLOSE = (
    "volume",
    "issue",
    "fpage",
    "lpage",
    "page-range",
    "elocation-id",
    "month",
    "day",
    "publisher-name",
    "supplement",
)
"""Fields that belong to the one before them."""


def _field(field: Element, inlines: Callable[[Element], Nodes]) -> Iterator[dict[str, Any]]:
    """Yield one field."""
    if field.tag in (*_NAMES, *_GROUPS):
        yield from text_nodes(_people(field))
    elif field.tag in _ITALIC:
        yield {"t": "Emph", "c": inlines(field)}
    elif field.tag == "pub-id" and field.get("pub-id-type") == "doi" and not link_of(field):
        name = said(field)
        url = name if name.startswith("http") else f"https://doi.org/{name}"
        yield {"t": "Link", "c": [["", [], []], text_nodes(name), [url, ""]]}
    elif field.tag == "pub-id" and field.get("pub-id-type") == "pmid":
        yield from text_nodes(f"PMID {said(field)}")
    else:
        yield from inlines(field)


def _people(element: Element) -> str:
    """Return the names in an element: ``Blank, Stephen; Clark, Ann``."""
    if element.tag in ("name", "string-name"):
        return person(element)
    if element.tag == "etal":
        return said(element) or "et al."
    names = [person(e) if e.tag in ("name", "string-name") else said(e) for e in _named(element)]
    return "; ".join(filter(None, names)) or said(element)


def _named(element: Element) -> Iterator[Element]:
    """Yield the names in a group; of alternatives, the first."""
    for child in children(element):
        if child.tag == "name-alternatives":
            yield from list(children(child))[:1]
        elif child.tag in _NAMES and (said(child) or child.tag == "etal"):
            yield child


def person(name: Element) -> str:
    """Return a person's name, the family name first; one that is printed stays as it is."""
    family, given = said(name.find("surname")), said(name.find("given-names"))
    if not family or re.search(r"\w", (name.text or "") + "".join(child.tail or "" for child in name)):
        return said(name)
    given = "N D" if given == "ND" else given  # which would be read as "no date"
    suffix, prefix = said(name.find("suffix")), said(name.find("prefix"))
    return ", ".join(filter(None, (family, " ".join(filter(None, (prefix, given))), suffix)))


def text_nodes(text: str) -> Nodes:
    """Return *text* as words and spaces."""
    return [
        {"t": "Space"} if part.isspace() else {"t": "Str", "c": part}
        for part in re.split(r"([ \t\r\n]+)", text)
        if part
    ]


def joined(groups: Iterable[Nodes]) -> Nodes:
    """Return groups of inlines with spaces between."""
    nodes: Nodes = []
    for group in groups:
        nodes += [*([{"t": "Space"}] if nodes and group else []), *group]
    return nodes
