"""When a page is resolved: citations and bibliographies in their final form, for each kind of builder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.locale import get_translation

from ...core.archive import archive_link
from ...core.domain import eir_domain
from ...core.landmarks import enclose
from ...core.links import backlinks
from ...core.nodes import (
    citation_reference,
    eir_bibliography,
    eir_biblioref,
    eir_entry,
    eir_landmark,
    eir_typed_citation,
)
from ...core.outputs import BuilderTransform
from ...core.sections import ancestors_of
from ...csl.model import Text, plain_text
from ...text.identifiers import slug
from ...text.languages import direction_of, direction_of_language
from .inlines import to_nodes
from .records import SPANNED, Citations, KeyedText, Resolution, Target, TypedLink, citation_id

if TYPE_CHECKING:
    from docutils.nodes import Element, Node

    from ...csl.model import Inlines
    from .records import Entry, Result

_ = get_translation("sphinxext_eir")

NOWHERE = Resolution((), ())


class PlaceCitations(BuilderTransform):
    """Puts stock nodes in the place of citations and bibliographies.

    After notes have theirs and pull quotes have taken their words (60): citations stand in both.
    """

    default_priority = 61

    shows_spanned: ClassVar[bool] = False
    """Whether what a range spans can be linked without being seen."""

    @property
    def joins(self) -> bool:
        """Whether a page joins documents, and can't link to what it doesn't print."""
        return self.builder.name == "singlehtml" or self.builder.format in {"latex", "man", "texinfo"}

    def run(self, **kwargs: Any) -> None:
        """Replace the citations, then the lists, on a page that may join several documents."""
        self.alive: set[str] = set()
        """The ids of the citations on this page."""
        self._resolutions: dict[str, Resolution] = {}
        self.printed = {
            entry.identifier
            for place in self.document.findall(eir_bibliography)
            for _, entry in self.entries(place)
        }
        """The ids of the entries on this page: a condition may have taken out a list."""
        for node in list(self.document.findall(eir_typed_citation)):
            self.place_typed(node)
        for reference in list(self.document.findall(citation_reference)):
            self.place_keyed(reference)
        for place in list(self.document.findall(eir_bibliography)):
            self.place_list(place, list(self.entries(place)))

    def resolution(self, docname: str) -> Resolution:
        """Return what the citations and bibliographies of *docname* say."""
        if docname not in self._resolutions:
            result: Result | None = eir_domain(self.env).results.get(docname)
            self._resolutions[docname] = result.resolution() if result else NOWHERE
        return self._resolutions[docname]

    # Citations

    def place_typed(self, node: eir_typed_citation) -> None:
        """Make a link of a typed citation, or leave its words alone."""
        link = at(self.resolution(node["docname"]).cited, node["number"])
        if not isinstance(link, TypedLink) or not self.leads(link.target, node["docname"]):
            node.parent.replace(node, node.children)
            return
        before, words = cut(node, link.start)
        identifier = citation_id(node["docname"], node["number"])
        made = self.link(link.target, node["docname"], words)
        if made is not words:
            cast("Element", made[0])["ids"].append(identifier)
            self.alive.add(identifier)
        node.parent.replace(node, [*before, *made])

    def place_keyed(self, reference: citation_reference) -> None:
        """Print a citation by key, with a link for each key."""
        docname = reference["docname"]
        said = at(self.resolution(docname).cited, reference["number"])
        if not isinstance(said, KeyedText):
            reference.parent.replace(reference, nodes.Text(reference["typed"]))
            return
        targets = dict(said.targets)
        record = eir_domain(self.env).find(docname, Citations)
        labels = dict(record.labels) if record else {}
        nested = any(isinstance(parent, nodes.reference) for parent in ancestors_of(reference))

        def link(key: str, words: list[Node]) -> list[Node]:
            if reference["role"] == "fullcite" and (whole := self.whole(targets[key])):
                return whole
            spanned = bool(words) and f"eir-{SPANNED}" in getattr(words[0], "attributes", {}).get(
                "classes", ()
            )
            if spanned and (nested or not self.shows_spanned):
                return []
            if nested or key not in targets or not self.leads(targets[key], docname):
                return words
            return self.link(targets[key], docname, words)

        inlines = said.note if reference["part"] == "note" else said.text
        if reference["part"] == "note" and "pair" not in reference:
            inlines = in_one(said)
        made = without_stop(to_nodes(inlines, labels, link), reference)
        if made and begins_raised(made[0]):
            glue(reference)
        identifier = citation_id(docname, reference["number"])
        if identifier in self.alive or not made:  # the note of a citation that also stands in the text
            reference.parent.replace(reference, made)
            return
        self.alive.add(identifier)
        reference.parent.replace(reference, self.cluster(made, identifier))

    def cluster(self, words: list[Node], identifier: str) -> list[Node]:
        """Return the *words* of a citation by key."""
        return words

    def leads(self, target: Target, docname: str) -> bool:
        """Whether *target* is there, if it is to be on the same page as *docname*; on which else can't be known."""
        return target.identifier in self.printed or (target.docname != docname and not self.joins)

    def whole(self, target: Target) -> list[Node]:
        """Return the content of the typed entry *target*, if this page has it."""
        for entry in self.document.findall(eir_entry):
            if entry["identifier"] == target.identifier:
                copy = entry[0].deepcopy()
                for element in copy.findall(nodes.Element):
                    element["ids"] = []
                return list(copy.children)
        return []

    def link(self, target: Target, docname: str, words: list[Node]) -> list[Node]:
        """Return *words* of *docname* as a link to *target*; *words* themselves if there is no way."""
        try:
            address = self.address(target, docname)
        except NoUri:
            return words
        return [nodes.reference("", "", *words, internal=True, **address)]

    def address(self, target: Target, docname: str) -> dict[str, str]:
        """Return where *target* is, seen from *docname*."""
        if target.identifier in self.printed:
            return {"refid": target.identifier}
        uri = self.builder.get_relative_uri(docname, target.docname)
        if not uri:  # of formats whose files don't link to one another
            raise NoUri(docname, target.docname)
        return {"refuri": f"{uri}#{target.identifier}"}

    # Lists

    def entries(self, place: eir_bibliography) -> Any:
        """Yield the entries of a list: its own node of each, and what is known of it."""
        known = at(self.resolution(place["docname"]).lists, place["number"]) or ()
        if place["typed"]:
            yield from zip(place.findall(eir_entry), known, strict=False)
            return
        record = eir_domain(self.env).find(place["docname"], Citations)
        labels = dict(record.labels) if record else {}
        for entry in known:
            made = to_nodes(entry.text, labels, lambda _key, words: words)
            if entry.seen and self.config.eir_archive_links:
                made += archive_link(entry.seen[0], entry.seen[1], self.config.language)
            yield eir_entry("", nodes.paragraph("", "", *made, translatable=False), key=entry.key), entry

    def place_list(self, place: eir_bibliography, entries: list[tuple[eir_entry, Entry]]) -> None:
        """Put each entry in a paragraph, after its label."""
        blocks = anchor(place)
        for node, entry in entries:
            paragraph = cast("nodes.paragraph", node[0])
            if entry.label:
                paragraph.insert(0, nodes.Text(f"{plain_text(entry.label)} "))
            if entry.identifier:
                paragraph.insert(0, nodes.target("", "", ids=[entry.identifier]))
            blocks.append(paragraph)
        place.parent.replace(place, blocks)


class PlaceCitationsInHtml(PlaceCitations):
    """Leaves links and lists to the visitors, complete with sections and backlinks."""

    epub: ClassVar[bool] = False
    shows_spanned = True

    def link(self, target: Target, docname: str, words: list[Node]) -> list[Node]:
        """Return the link that the visitors write."""
        return [eir_biblioref("", "", *words, epub=self.epub, **self.address(target, docname))]

    def cluster(self, words: list[Node], identifier: str) -> list[Node]:
        """Return the *words* of a citation by key as one, to be linked to."""
        return [nodes.inline("", "", *words, ids=[identifier], classes=["eir-citation"])]

    def place_list(self, place: eir_bibliography, entries: list[tuple[eir_entry, Entry]]) -> None:
        """Make a section of the list, and complete each entry."""
        place.children = []
        for node, entry in entries:
            paragraph = cast("nodes.paragraph", node[0])
            if entry.identifier:
                node["ids"].append(entry.identifier)
            if entry.label:
                label = nodes.inline("", plain_text(entry.label), classes=["eir-label"])
                paragraph[:0] = [label, nodes.Text(" ")]
            elif (direction := direction_of(paragraph.astext())) not in (
                "",
                direction_of_language(self.config.language),
            ):
                # In a script that runs the other way it is set so, indent and all; beside labels it keeps to their column.
                node["direction"] = direction
            paragraph += self.backlinks(entry, place["docname"])
            place += node
        if not entries:
            place.parent.replace(place, anchor(place))
            return
        landmark = eir_landmark(
            "", label=_("Bibliography"), role="doc-bibliography", classes=["eir-bibliography"]
        )
        if self.epub:
            landmark["epub_type"] = "bibliography"
        enclose(place, f"eir-bibliography-{place['number'] + 1}-{slug(place['docname'])}", landmark)

    def backlinks(self, entry: Entry, docname: str) -> list[Node]:
        """Return a link to each place that cites *entry*."""
        targets: list[tuple[str, str]] = []
        titles = dict(self.resolution(docname).titles)
        for where, number in entry.cited_at:
            identifier = citation_id(where, number)
            # TRANSLATORS: {number} counts the places that cite {name}, which is author and year: "Blank 2000".
            text = _("Back to citation {number} of {name}").format(number=len(targets) + 1, name=entry.name)
            if identifier in self.alive:
                targets.append((identifier, text))
            elif where != docname and self.builder.name != "singlehtml":
                uri = f"{self.builder.get_relative_uri(docname, where)}#{identifier}"
                targets.append((uri, f"{text}, {titles[where]}"))
        return backlinks(targets)


class PlaceCitationsInEpub(PlaceCitationsInHtml):
    """The same for e-books, whose readers know what a bibliography is."""

    epub = True
    shows_spanned = False


class PlaceCitationsInLatex(PlaceCitations):
    """Leaves links and lists to the visitors."""

    def link(self, target: Target, docname: str, words: list[Node]) -> list[Node]:
        """Return the link that the visitors write."""
        return [eir_biblioref("", "", *words, refid=target.identifier)]

    def place_list(self, place: eir_bibliography, entries: list[tuple[eir_entry, Entry]]) -> None:
        """Complete each entry."""
        place.children = []
        for node, entry in entries:
            node["label"] = plain_text(entry.label)
            if entry.identifier:
                node["ids"].append(entry.identifier)
            place += node
        if not entries:
            place.parent.replace(place, anchor(place))


def anchor(place: eir_bibliography) -> list[Node]:
    """Return what an author's references to *place* lead to, if it has a name."""
    return [nodes.target("", "", ids=place["ids"])] if place["ids"] else []


def at(found: tuple[Any, ...], number: int) -> Any:
    """Return what is *found* at a place, if anything."""
    return found[number] if number < len(found) else None


STOP = re.compile(r"\.(?P<marks>(?:’?[”“])?)$")
"""A full stop at the end, or before the quotation mark at the end."""


def without_stop(words: list[Node], before: citation_reference) -> list[Node]:
    """Return *words*, which end a sentence, without their full stop if what follows *before* brings one.

    So does whatever follows in an author's own note.
    """
    position = before.parent.index(before) + 1
    after = before.parent[position].astext() if position < len(before.parent) else ""
    goes_on = after[:1] in {".", ",", ";", ":", ")"} or (before["part"] == "note" and after.strip())
    if not words or not goes_on:
        return words
    last = words[-1]
    while last.children:
        last = last.children[-1]
    if not isinstance(last, nodes.Text) or not (stop := STOP.search(last)):
        return words
    without = nodes.Text(last[: stop.start()] + stop["marks"])
    if last is words[-1]:
        return [*words[:-1], without]
    if stop["marks"]:  # within a link; otherwise the stop there is an abbreviation's
        last.parent.replace(last, without)
    return words


def in_one(said: KeyedText) -> Inlines:
    """Return what is *said* in the sentence and in a note as one: the sentence is one of the author's own note."""
    name, rest = plain_text(said.text), plain_text(said.note)
    if not name or not rest:
        return said.text or said.note
    if rest.startswith(name):
        return said.note
    return (*said.text, Text(" " if rest.startswith("(") else ", "), *said.note)


def begins_raised(node: Node) -> bool:
    """Whether *node* is a raised number, or a link around one."""
    while not isinstance(node, (nodes.Text, nodes.superscript)) and node.children:
        node = node.children[0]
    return isinstance(node, nodes.superscript)


def glue(node: Element) -> None:
    """Take out the space before *node*."""
    position = node.parent.index(node)
    before = node.parent[position - 1] if position else None
    if isinstance(before, nodes.Text):
        node.parent[position - 1] = nodes.Text(before.rstrip())


def cut(node: eir_typed_citation, start: int) -> tuple[list[Node], list[Node]]:
    """Return what stands in *node* before *start*, which is in its first text, and the rest."""
    children = list(node.children)
    if not start:
        return [], children
    first = str(children[0])
    return [nodes.Text(first[:start])], [nodes.Text(first[start:]), *children[1:]]
