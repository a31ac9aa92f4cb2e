"""The claimed list → its final form for each kind of builder, when a page is resolved."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ...core.landmarks import enclose
from ...core.languages import language_of, words_in
from ...core.links import anchored, backlinks
from ...core.nodes import (
    eir_footnote_labels,
    eir_landmark,
    eir_note_item,
    eir_noteref,
    eir_notes,
    eir_pull_quote,
    footnote_reference,
)
from ...core.outputs import section_of
from ...core.sections import ancestors_of, remove
from ...core.walks import find_all, find_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils.nodes import Element, Node


class PlaceNotes(SphinxPostTransform):
    """Replaces references and notes by stock nodes with the labels as text, so that labels agree in every format."""

    default_priority = 60  # after `only` has taken out what is for other builders (50)

    def run(self, **kwargs: Any) -> None:
        """Replace the references, then the lists, on a page that may join several documents."""
        self.referring: dict[str, list[str]] = defaultdict(list)
        """The id of a note → the ids of the references to it that are left."""
        elements = find_all(self.document, nodes.Element)
        self.part_ids(elements)
        for reference in elements:
            if isinstance(reference, footnote_reference):
                self.referring[reference["refid"]] += reference["ids"]
                reference.parent.replace(reference, self.reference(reference))
        for notes_list in elements:
            if isinstance(notes_list, eir_notes):
                self.finish(notes_list)

    def part_ids(self, elements: Sequence[Element]) -> None:
        """Leave the ids of *elements*, those of the page, as they are."""

    def reference(self, reference: footnote_reference) -> Node:
        """Return the node that shows a reference."""
        return nodes.reference("", reference["label"], internal=True, refid=reference["refid"])

    def finish(self, notes_list: eir_notes) -> None:
        """Begin each note with its label, and indent the blocks after its first paragraph."""
        blocks: list[Node] = []
        ids = notes_list["ids"]
        for item in find_blocks(notes_list, eir_note_item):
            paragraph, *rest = with_leading_paragraph(item)
            paragraph.insert(0, nodes.Text(f"{item['label']} "))
            blocks += anchored(paragraph, [*ids, *item["ids"]])
            ids = []
            if rest:
                blocks.append(nodes.block_quote("", *rest))
        notes_list.parent.replace(notes_list, blocks)


class PlaceNotesInHtml(PlaceNotes):
    """Completes the list for the visitors: with its section, labels and backlinks."""

    epub: ClassVar[bool] = False

    def part_ids(self, elements: Sequence[Element]) -> None:
        """Make them different."""
        drop_repeated_ids(elements)

    def reference(self, reference: footnote_reference) -> Node:
        """Return the reference that the visitors write."""
        return noteref(reference, epub=self.epub)

    def finish(self, notes_list: eir_notes) -> None:
        """Make a section of the list, and complete each note."""
        for item in find_blocks(notes_list, eir_note_item):
            item["epub"] = self.epub
            blocks = with_leading_paragraph(item)
            blocks[0][:0] = [nodes.inline("", item["label"], classes=["eir-label"]), nodes.Text(" ")]
            if not isinstance(blocks[-1], nodes.paragraph):
                blocks.append(nodes.paragraph())
            blocks[-1].extend(self.backlinks(item, notes_list["docname"]))
            item[:] = blocks
        _ = words_in(language_of(self.env, notes_list["docname"]))
        landmark = eir_landmark("", label=_("Notes"), role="doc-endnotes", classes=["eir-notes"])
        if self.epub:
            landmark["epub_type"] = "endnotes"
        enclose(notes_list, notes_list["ids"].pop(0), landmark)

    def backlinks(self, item: eir_note_item, docname: str) -> list[Node]:
        """Return a link to each place that refers to *item*."""
        numeral = item["label"].strip("[]()")
        _ = words_in(language_of(self.env, docname))
        # TRANSLATORS: {number} counts the places that refer to the note; {note} is its numeral.
        name = _("Back to reference {number} of note {note}")
        return backlinks(
            (target, name.format(number=number, note=numeral))
            for number, target in enumerate(self.referring[item["ids"][0]], 1)
        )


class PlaceNotesInEpub(PlaceNotesInHtml):
    """The same for e-books, whose readers show a note in a window of its own."""

    epub = True


class PlaceNotesInPdf(PlaceNotes):
    """The same in the PDFs of articles, which set the list smaller."""

    def finish(self, notes_list: eir_notes) -> None:
        """Put the list into an element with its class."""
        whole = nodes.container("", classes=["eir-notes"])
        notes_list.parent.replace(notes_list, whole)
        whole += notes_list
        super().finish(notes_list)


class PlaceNotesInTexinfo(PlaceNotes):
    """The same with a reference of ours: Texinfo takes headings, with all the text in them, as names of nodes."""

    def reference(self, reference: footnote_reference) -> Node:
        """Return the reference that the visitors write."""
        return noteref(reference)


class PlaceNotesInLatex(PlaceNotes):
    """Leaves the list to the visitors, or turns notes back into docutils' footnotes, as ``eir_note_placement`` says.

    Sphinx sets footnotes at the foot of pages (transform at 600).
    """

    def run(self, **kwargs: Any) -> None:
        """Find the notes that are set at a page's foot first."""
        self.at_foot: set[str] = set()
        if self.config.eir_note_placement == "page":
            self.at_foot = notes_for_the_foot(self.document)
        super().run(**kwargs)

    def reference(self, reference: footnote_reference) -> Node:
        """Return the reference that the visitors write, or docutils' with the number that Sphinx looks for."""
        if reference["refid"] not in self.at_foot:
            return noteref(reference)
        attributes = {name: reference[name] for name in ("docname", "refid", "ids")}
        return nodes.footnote_reference("", str(reference["number"]), **attributes)

    def finish(self, notes_list: eir_notes) -> None:
        """Take the footnotes out of the list, and tell their section how they are labelled."""
        if not self.at_foot:
            return
        labels = {}
        for item in find_blocks(notes_list, eir_note_item):
            if item["ids"][0] in self.at_foot:
                number = str(item["number"])
                labels[number] = item["label"]
                footnote = nodes.footnote(
                    "", nodes.label("", number), *item.children, docname=notes_list["docname"]
                )
                footnote["ids"] = item["ids"]
                footnote["names"] = [
                    number
                ]  # by which Sphinx knows the numbers that its notes of URLs can't have
                notes_list.remove(item)
                self.document += footnote  # Sphinx takes it from wherever it stands
        section = section_of(notes_list)
        if section and labels:
            around = eir_footnote_labels(labels=labels)
            section.parent.replace(section, around)
            around += section
        if not notes_list.children:
            remove(notes_list)


REFUSING = (nodes.rubric, nodes.field_name, eir_pull_quote)
"""Where LaTeX sets no note at all, or in a box that loses it."""

RESTRICTED = (nodes.title, nodes.caption, nodes.legend, nodes.term, nodes.thead, nodes.figure)
"""Nodes in which LaTeX sets a mark alone, and the note's text later: Sphinx loses a note within such a note's text.

Notes are such places themselves: notes of their notes stay in the list, and so does a note that leads back to itself.
"""


def notes_for_the_foot(document: nodes.document) -> set[str]:
    """Return the ids of the notes that can be set at a page's foot; others stay in the list."""
    found: set[str] = set()
    kept: set[str] = set()
    restricted: set[str] = set()
    nested: list[tuple[str, str]] = []
    for reference in find_all(document, footnote_reference):
        found.add(reference["refid"])
        ancestors = list(ancestors_of(reference))
        if any(isinstance(node, REFUSING) for node in ancestors):
            kept.add(reference["refid"])
        elif any(isinstance(node, RESTRICTED) for node in ancestors):
            restricted.add(reference["refid"])
        nested += [
            (node["ids"][0], reference["refid"]) for node in ancestors if isinstance(node, eir_note_item)
        ]
    restricted |= {inner for _, inner in nested}
    while more := {inner for outer, inner in nested if outer in kept | restricted} - kept:
        kept |= more
    return found - kept


def drop_repeated_ids(elements: Sequence[Element]) -> None:
    """Leave each id that was made of a note's label to its first owner: a page may join documents with the same labels."""
    items = [node for node in elements if isinstance(node, eir_note_item)]
    if not any(len(item["ids"]) > 1 for item in items):
        return
    taken = {name for node in elements if not isinstance(node, eir_note_item) for name in node["ids"]}
    for item in items:
        own, *others = item["ids"]
        item["ids"] = [own, *(name for name in others if name not in taken)]
        taken.update(others)


def noteref(reference: footnote_reference, *, epub: bool = False) -> eir_noteref:
    """Return the final form of *reference*."""
    attributes = {name: reference[name] for name in ("ids", "refid", "label")}
    return eir_noteref(epub=epub, **attributes)


def with_leading_paragraph(item: eir_note_item) -> list[Element]:
    """Return the blocks of a note, the first a paragraph, for its label to stand in."""
    blocks = cast("list[Element]", list(item.children))
    if not blocks or not isinstance(blocks[0], nodes.paragraph):
        blocks.insert(0, nodes.paragraph())
    return blocks
