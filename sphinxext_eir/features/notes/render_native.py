"""The claimed list → docutils' own footnotes, for builders whose formats have notes: Word's, Typst's ``#footnote``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from ...core.links import anchored
from ...core.nodes import eir_note_item, eir_notes, eir_pull_quote, footnote_reference
from ...core.sections import ancestors_of, remove
from .render import PlaceNotes, with_leading_paragraph

if TYPE_CHECKING:
    from docutils.nodes import Element, Node

LISTED = (
    nodes.rubric,
    nodes.field_name,
    nodes.title,
    nodes.attribution,
    eir_pull_quote,
    eir_note_item,
)
"""Where a mark keeps its note in the list: builders leave out such text, or set it twice, and Word sets no note in a note."""


class PlaceNativeNotes(PlaceNotes):
    """Turns notes into docutils' footnotes, as docutils leaves them: the builder numbers and labels them, and sets them where it likes.

    It may set none without a mark. Such a note, and those of :data:`LISTED`, stay in the list.
    """

    def run(self, **kwargs: Any) -> None:
        """Find the notes that become footnotes first."""
        self.native = self.notes_to_set()
        self.linked = self.ids_that_links_have()
        super().run(**kwargs)

    def ids_that_links_have(self) -> set[str]:
        """Return the ids that links of the page lead to, and those of labels, which links of the whole project may have.

        Anchors for any others would only part a footnote from its text.
        """
        links = {link.get("refid") for link in self.document.findall(nodes.reference)}
        labels = self.env.domains.standard_domain.anonlabels
        return {*filter(None, links), *(identifier for _docname, identifier in labels.values())}

    def notes_to_set(self) -> set[str]:
        """Return the ids of the notes that something refers to, and nothing from where a mark keeps its note in the list."""
        found, kept = set(), set()
        for reference in self.document.findall(footnote_reference):
            found.add(reference["refid"])
            if any(isinstance(node, LISTED) for node in ancestors_of(reference)):
                kept.add(reference["refid"])
        return found - kept

    def reference(self, reference: footnote_reference) -> Node:
        """Return docutils' reference, or a link to the list."""
        if reference["refid"] not in self.native:
            return super().reference(reference)
        attributes = {name: reference[name] for name in ("docname", "refid", "ids")}
        return nodes.footnote_reference("", str(reference["number"]), auto=1, **attributes)

    def finish(self, notes_list: eir_notes) -> None:
        """Take the footnotes out of the list, and put them where it stands."""
        footnotes = []
        for item in list(notes_list.findall(eir_note_item)):
            if item["ids"][0] in self.native:
                notes_list.remove(item)
                footnotes.append(self.footnote(item, notes_list["docname"]))
        standing = self.placed(footnotes)
        if notes_list.children:
            position = notes_list.parent.index(notes_list)
            notes_list.parent[position:position] = standing
            super().finish(notes_list)
        else:
            _replace_emptied(notes_list, standing)

    def footnote(self, item: eir_note_item, docname: str) -> nodes.footnote:
        """Return the footnote of *item*."""
        own, *others = item["ids"]
        first, *rest = with_leading_paragraph(item)
        label = nodes.label("", str(item["number"]))
        footnote = nodes.footnote("", label, auto=1, docname=docname, ids=[own], backrefs=self.referring[own])
        others = [identifier for identifier in others if identifier in self.linked]
        footnote += [*anchored(first, others), *rest]  # a footnote with two ids is empty in docxbuilder
        return footnote

    def placed(self, footnotes: list[nodes.footnote]) -> list[nodes.footnote]:
        """Return those of *footnotes* that stand where the list stood: all of them."""
        return footnotes


class PlaceNativeNotesInText(PlaceNativeNotes):
    """The same in the form that atsphinx-typst's writer expects, and makes of docutils' footnotes when a document is read.

    A footnote stands before the first reference to it; its label is an attribute, and the text of its references. A note with
    more than a paragraph stays in the list: this writer runs blocks of a footnote together.
    """

    def run(self, **kwargs: Any) -> None:
        """Remember the first reference to each note."""
        self.first: dict[str, Node] = {}
        super().run(**kwargs)

    def reference(self, reference: footnote_reference) -> Node:
        """Return a reference that shows the label of its footnote."""
        node = super().reference(reference)
        if isinstance(node, nodes.footnote_reference):
            node[:] = [nodes.Text(_label(node["refid"]))]
            self.first.setdefault(node["refid"], node)
        return node

    def notes_to_set(self) -> set[str]:
        """Leave out notes with blocks."""
        items = self.document.findall(eir_note_item)
        plain = {
            item["ids"][0]
            for item in items
            if len(item.children) == 1 and isinstance(item[0], nodes.paragraph)
        }
        return super().notes_to_set() & plain

    def placed(self, footnotes: list[nodes.footnote]) -> list[nodes.footnote]:
        """Move all of *footnotes* to their references."""
        for footnote in footnotes:
            footnote.pop(0)
            identifier = footnote["ids"][0]
            footnote["label"] = _label(identifier)
            reference = self.first[identifier]
            reference.parent.insert(reference.parent.index(reference), footnote)
        return []


def _label(identifier: str) -> str:
    return f"footnote-{identifier}"


def _replace_emptied(notes_list: eir_notes, footnotes: list[nodes.footnote]) -> None:
    """Put *footnotes* where *notes_list* stands, or its section. What links to these leads there."""
    whole: Element = notes_list.parent if notes_list["headed"] else notes_list
    _own, *labels = notes_list["ids"]
    ids = [*labels, *(whole["ids"] if notes_list["headed"] else [])]
    target = [nodes.target("", "", ids=ids)] if ids else []
    whole.parent.insert(whole.parent.index(whole), [*target, *footnotes])
    remove(notes_list)
