"""Results → nodes for HTML and EPUB, whose visitors write links and bibliographies."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes

from ...core.landmarks import enclose
from ...core.languages import language_around, language_of, words_in
from ...core.links import backlinks
from ...core.nodes import eir_biblioref, eir_landmark
from ...text.identifiers import slug
from ...text.languages import direction_of, direction_of_language
from .records import citation_id
from .render import RenderCitations, anchor, label_of

if TYPE_CHECKING:
    from docutils.nodes import Element, Node

    from ...core.nodes import eir_bibliography, eir_entry
    from .resolutions import PrintedEntry, Target


class RenderCitationsInHtml(RenderCitations):
    """Leaves links and bibliographies to the visitors, complete with sections and backlinks."""

    epub: ClassVar[bool] = False
    shows_spanned = True

    def link(self, target: Target, docname: str, words: list[Node]) -> list[Node]:
        """Return the link that the visitors write."""
        return [eir_biblioref("", "", *words, epub=self.epub, **self.address(target, docname))]

    def mark(self, link: Element, identifier: str) -> None:
        """Give *link* the id that its entry links back to."""
        link["ids"].append(identifier)

    def cluster(self, words: list[Node], identifier: str) -> list[Node]:
        """Return the *words* of a citation by key in one node, for backlinks to lead to."""
        return [nodes.inline("", "", *words, ids=[identifier], classes=["eir-citation"])]

    def render_list(self, place: eir_bibliography, entries: list[tuple[eir_entry, PrintedEntry]]) -> None:
        """Make a section of the bibliography, and complete each entry."""
        place.children = []
        for node, entry in entries:
            self.complete(node, entry)
            cast("nodes.paragraph", node[0]).extend(self.backlinks(entry, place["docname"]))
            place += node
        if not entries:
            place.parent.replace(place, anchor(place))
            return
        _ = words_in(language_of(self.env, place["docname"]))
        landmark = eir_landmark(
            "", label=_("Bibliography"), role="doc-bibliography", classes=["eir-bibliography"]
        )
        if self.epub:
            landmark["epub_type"] = "bibliography"
        enclose(place, f"eir-bibliography-{place['number'] + 1}-{slug(place['docname'])}", landmark)

    def complete(self, node: eir_entry, entry: PrintedEntry) -> None:
        """Give *node* its id, and its label or direction."""
        paragraph = cast("nodes.paragraph", node[0])
        if entry.identifier:
            node["ids"].append(entry.identifier)
        if entry.label:
            label = nodes.inline("", label_of(entry), classes=["eir-label"])
            paragraph[:0] = [label, nodes.Text(" ")]
            return
        direction = direction_of(paragraph.astext())
        if direction not in ("", direction_of_language(language_around(node, self.config))):
            # An entry in a script that runs the other way is set so, indent and all; with a label it keeps to its column.
            node["direction"] = direction

    def backlinks(self, entry: PrintedEntry, docname: str) -> list[Node]:
        """Return a link to each citation of *entry*."""
        targets: list[tuple[str, str]] = []
        titles = dict(self.resolution(docname).titles)
        _ = words_in(language_of(self.env, docname))
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


class RenderCitationsInEpub(RenderCitationsInHtml):
    """The same for e-books, with the types of EPUB."""

    epub = True
    shows_spanned = False
