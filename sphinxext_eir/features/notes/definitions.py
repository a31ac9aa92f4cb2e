"""Definitions of notes, as typed: found in the document, then taken out of its tree and of docutils' registries."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from docutils import nodes

from ...core.walks import find_all, find_blocks
from ...core.warnings import Subtype, warn
from ...text.numerals import decimal_value, roman_value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from docutils.nodes import Element, Node

Definition: TypeAlias = "nodes.footnote | nodes.citation"
"""A definition as docutils has it: a footnote, or a citation that is a literal note."""


HIGHEST = 999
"""A note may be typed with a number up to this one; a higher one is a year, or a label for another reason."""


@dataclass(frozen=True, eq=False)
class Note:
    """A note that was taken out of the tree, not numbered yet."""

    body: list[Node]
    source: Element
    """The node that was typed: messages point at it."""
    name: str = ""
    """Its label as typed; inline and automatically numbered notes have none."""
    ids: tuple[str, ...] = ()
    """Ids of docutils' by which links reach it: the one made of a label, which links from anywhere may have, and those that links
    of the document have."""
    names: tuple[str, ...] = ()
    """The names that go with these."""


class TypedNotes(NamedTuple):
    """The definitions of a document while they stand in its tree."""

    definitions: list[Definition]
    """In the order typed; one may stand in another."""
    literals: frozenset[nodes.citation]
    """Those of them that were typed ``.. [i] …``."""


class Definitions(NamedTuple):
    """The notes of a document, taken out of its tree. References to them still stand in it."""

    notes: list[Note]
    """In the order typed, repeated names included."""
    named: Mapping[str, Note]
    """Without repetitions: the first note of a name."""
    roman_run: int
    """The last of the Roman numerals, from ``i``, that notes are named by; 0 without such."""

    def is_literal(self, numeral: str) -> bool:
        """Say if *numeral* refers to a literal note: one of the run, or the one that is missing after it."""
        value = roman_value(numeral)
        return value is not None and self.roman_run > 0 and value <= self.roman_run + 1

    def typed_number(self, note: Note) -> int:
        """Return the number that *note* was typed with: a low one or, in Roman numerals, one of a run. 0 if none.

        ``2012`` is a label like any other, and so is a lone ``iv``.
        """
        if self.named.get(note.name) is not note:
            return 0
        if (value := decimal_value(note.name)) is not None:
            return value if value <= HIGHEST else 0
        value = roman_value(note.name) or 0
        return value if value <= self.roman_run else 0


def find_typed_notes(document: nodes.document) -> TypedNotes:
    """Return the definitions of *document*. A walk of the tree finds also those that the registries don't know.

    A literal note is a citation named by a numeral that is lower-case and canonical, and belongs to a run that starts at ``i``.
    One numeral may be missing in the run, which is a slip; ``[md]`` (1500) after ``[iii]`` is somebody's citation.
    """
    found = find_blocks(document, (nodes.footnote, nodes.citation))
    numerals = {
        node: value
        for node in found
        if isinstance(node, nodes.citation) and node.children and (value := roman_value(node[0].astext()))
    }
    last = end_of_run(numerals.values())
    literals = frozenset(citation for citation, value in numerals.items() if value <= last)
    definitions: list[Definition] = [
        node for node in found if isinstance(node, nodes.footnote) or node in literals
    ]
    return TypedNotes(definitions, literals)


def end_of_run(numbers: Iterable[int]) -> int:
    """Return the last of the *numbers* that begin at 1 and go on with at most one missing at a time; 0 if none does."""
    last = 0
    for number in sorted(numbers):
        if number > last + (2 if last else 1):
            break
        last = number
    return last


def take_out(typed: TypedNotes, document: nodes.document) -> Definitions:
    """Take the *typed* notes out of *document*, and out of docutils' hands. Warn of repeated names."""
    linked = _linked(document) if typed.definitions else set()
    labels = _labels_before(typed.definitions)
    _remove({*typed.definitions, *chain.from_iterable(labels.values())})
    notes: list[Note] = []
    named: dict[str, Note] = {}
    roman_run = _roman_run({name for node in typed.definitions if (name := _name_of(node))}, typed.literals)
    for node in typed.definitions:
        name = _name_of(node)
        body = [child for child in node.children if not isinstance(child, nodes.label)]
        is_target = _has_id_of_its_own(node, name, roman_run) or linked & {*node["ids"], *node["names"]}
        reached = [node] if is_target and name not in named else []
        targets = (*reached, *labels[node])
        ids = tuple(chain.from_iterable(target["ids"] for target in targets))
        note = Note(body, node, name, ids, tuple(chain.from_iterable(target["names"] for target in targets)))
        notes.append(note)
        if name and named.setdefault(name, note) is not note:
            message = (
                f"there are two notes {name!r}: references lead to the first, and the second is printed last"
            )
            warn(Subtype.NOTE_DUPLICATE, message, location=node)
    _release(document, named, typed)
    return Definitions(notes, named, roman_run)


def _name_of(node: Definition) -> str:
    return next(iter(node["names"] or node["dupnames"]), "")


def _roman_run(names: Iterable[str], literals: Collection[nodes.citation]) -> int:
    """Return the last Roman numeral of the run among *names*."""
    last = end_of_run(value for name in names if (value := roman_value(name)))
    return (
        0 if last == 1 and not literals else last
    )  # one footnote that happens to be labelled `i`, as in i, j, k


def _has_id_of_its_own(node: Definition, name: str, roman_run: int) -> bool:
    """Say if docutils made an id of the label, as of ``[#tide]``: the address ``page.html#tide``.

    Ids of numbers (``id3``) are drawn in the order of the document; ``i``, ``ii``, … are numbers in each essay.
    """
    is_number = 0 < (roman_value(name) or 0) <= roman_run
    return bool(name) and nodes.make_id(name) in node["ids"] and not is_number


def _linked(document: nodes.document) -> set[str]:
    """Return the names and ids that hyperlinks of *document* lead to, of those which docutils has resolved (460) as well."""
    return {
        node[way]
        for node in find_all(document, (nodes.reference, nodes.target))
        for way in ("refname", "refid")
        if way in node
    }


def _labels_before(definitions: Iterable[Definition]) -> dict[Definition, list[nodes.target]]:
    """Return the targets ``.. _label:`` right before each of *definitions*, which docutils leaves where they were typed."""
    labels: dict[Definition, list[nodes.target]] = {node: [] for node in definitions}
    for parent in {node.parent: None for node in labels}:
        run: list[nodes.target] = []
        for child in parent.children:
            if child in labels:
                labels[child] = run[::-1]
            if isinstance(child, nodes.target) and not (child.hasattr("refuri") or child.hasattr("refid")):
                run.append(child)
            else:
                run = []
    return labels


def _remove(gone: set[Element]) -> None:
    """Take the nodes *gone* out of the tree, in one pass of each parent: an essay may have thousands of notes."""
    for parent in {node.parent: None for node in gone}:
        parent.children = [child for child in parent.children if child not in gone]


def _release(document: nodes.document, named: Mapping[str, Note], typed: TypedNotes) -> None:
    """Clear docutils' registries: it would warn of what it misses, MyST-Parser would move what it finds, and a stored document keep it."""
    for registry in (
        "footnotes",
        "autofootnotes",
        "autofootnote_refs",
        "symbol_footnotes",
        "symbol_footnote_refs",
    ):
        setattr(document, registry, [])
    document.footnote_refs = {}
    gone = {*chain.from_iterable(document.citation_refs.pop(name, ()) for name in named)}
    for references in document.refnames.values():
        references[:] = [
            one for one in references if not isinstance(one, nodes.footnote_reference) and one not in gone
        ]
    document.citations = [citation for citation in document.citations if citation not in typed.literals]
    of_notes = {identifier for node in typed.definitions for identifier in node["ids"]}
    for identifier in of_notes.difference(*(note.ids for note in named.values())):
        document.ids.pop(identifier, None)
    for name, note in named.items():
        if name in note.names:
            document.nametypes[name] = False  # as a hyperlink's target, but no label of the whole project
        else:
            document.nametypes.pop(name, None)
            document.nameids.pop(name, None)
