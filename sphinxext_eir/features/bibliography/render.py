"""Results → nodes, when a page is resolved: citations and bibliographies in their final form, for any builder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from docutils import nodes
from sphinx.errors import NoUri

from ...core.archive import archive_link
from ...core.domain import eir_domain
from ...core.languages import language_of
from ...core.links import anchored
from ...core.nodes import citation_reference, eir_bibliography, eir_entry, eir_typed_citation
from ...core.outputs import BuilderTransform
from ...core.running_text import strip_space_before
from ...core.sections import ancestors_of
from ...core.walks import find_all
from .records import Citations, citation_id
from .resolutions import NOTHING, SPANNED, KeyedText, Target, TypedLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docutils.nodes import Element, Node

    from .resolutions import PrintedEntry, Resolution
    from .results import Result

T = TypeVar("T")


class RenderCitations(BuilderTransform):
    """Puts stock nodes in the place of citations and bibliographies.

    After notes have theirs and pull quotes have taken their words (60): citations stand in both.
    """

    default_priority = 61

    shows_spanned: ClassVar[bool] = False
    """True if links to what a range of numbers spans can be hidden until they have the focus."""

    @property
    def joins(self) -> bool:
        """True if a page joins documents, and can't link to a document that it doesn't print."""
        return self.builder.name == "singlehtml" or self.builder.format in {"latex", "man", "texinfo"}

    def run(self, **kwargs: Any) -> None:
        """Replace the citations, then the bibliographies, on a page that may join several documents."""
        self.alive: set[str] = set()
        """The ids of the citations on this page."""
        self._resolutions: dict[str, Resolution] = {}
        found = find_all(self.document, (eir_bibliography, eir_typed_citation, citation_reference))
        lists = [(place, list(self.entries(place))) for place in found if isinstance(place, eir_bibliography)]
        self.printed = {entry.identifier for _, entries in lists for _, entry in entries}
        """The ids of the entries on this page: a condition may have taken out a bibliography."""
        for node in found:
            if isinstance(node, eir_typed_citation):
                self.render_typed(node)
        for reference in found:
            if isinstance(reference, citation_reference):
                self.render_keyed(reference)
        for place, entries in lists:
            self.render_list(place, entries)

    def resolution(self, docname: str) -> Resolution:
        """Return what the citations and bibliographies of *docname* say."""
        if docname not in self._resolutions:
            result: Result | None = eir_domain(self.env).results.get(docname)
            self._resolutions[docname] = result.resolution() if result else NOTHING
        return self._resolutions[docname]

    def note_labels(self, docname: str) -> dict[int, str]:
        """Return the labels of the notes of *docname*, by number."""
        record = eir_domain(self.env).find(docname, Citations)
        return dict(record.labels) if record else {}

    # Citations

    def render_typed(self, node: eir_typed_citation) -> None:
        """Make a link of a typed citation, or leave its words alone."""
        link = at(self.resolution(node["docname"]).cited, node["number"])
        if not isinstance(link, TypedLink) or not self.leads(link.target, node["docname"]):
            node.parent.replace(node, node.children)
            return
        before, words, bracket = cut(node, link.start)
        identifier = citation_id(node["docname"], node["number"])
        made = self.link(link.target, node["docname"], words)
        if made is not words:
            self.mark(cast("Element", made[0]), identifier)
            self.alive.add(identifier)
        node.parent.replace(node, [*before, *made, *bracket])

    def mark(self, link: Element, identifier: str) -> None:
        """Leave *link* without the id that entries link back to: nothing does here, and with an id some take it for a footnote's."""

    def render_keyed(self, reference: citation_reference) -> None:
        """Print a citation by key, with a link for each key."""
        said = at(self.resolution(reference["docname"]).cited, reference["number"])
        if not isinstance(said, KeyedText):
            reference.parent.replace(reference, nodes.Text(reference["typed"]))
            return
        from .sentence import begins_raised  # takes time, and typed citations need none of it

        made = self.words_of(reference, said)
        if made and begins_raised(made[0]):
            strip_space_before(reference.parent, reference.parent.index(reference))
        identifier = citation_id(reference["docname"], reference["number"])
        if identifier in self.alive or not made:  # the note of a citation that also stands in the text
            reference.parent.replace(reference, made)
            return
        self.alive.add(identifier)
        reference.parent.replace(reference, self.cluster(made, identifier))

    def words_of(self, reference: citation_reference, said: KeyedText) -> list[Node]:
        """Return the words of *reference*, in the text or in its note, with links."""
        from .inlines import to_nodes  # idem
        from .sentence import in_one, with_capital, without_stop

        docname = reference["docname"]
        targets = dict(said.targets)
        nested = any(isinstance(parent, nodes.reference) for parent in ancestors_of(reference))

        def link(key: str, words: list[Node]) -> list[Node]:
            if reference["role"] == "fullcite" and (whole := self.whole(targets[key])):
                return whole
            if is_spanned(words) and (nested or not self.shows_spanned):
                return []
            if nested or key not in targets or not self.leads(targets[key], docname):
                return words
            return self.link(targets[key], docname, words)

        inlines = said.text
        if reference["part"] == "note":
            inlines = said.note if "pair" in reference else in_one(said)
        elif reference["role"] in {"citet", "citeauthor"}:
            inlines = with_capital(inlines, reference)
        return without_stop(to_nodes(inlines, self.note_labels(docname), link), reference)

    def cluster(self, words: list[Node], identifier: str) -> list[Node]:
        """Return the *words* of a citation by key as they are printed; stock nodes have no id for them."""
        return words

    def leads(self, target: Target, docname: str) -> bool:
        """Say if it is safe to link to *target*: this page prints it, or it belongs to another page, which isn't checked."""
        return target.identifier in self.printed or (target.docname != docname and not self.joins)

    def whole(self, target: Target) -> list[Node]:
        """Return the content of the typed entry *target*, if this page has it."""
        for entry in find_all(self.document, eir_entry):
            if entry["identifier"] == target.identifier:
                copy = entry[0].deepcopy()
                for element in copy.findall(nodes.Element):
                    element["ids"] = []
                return list(copy.children)
        return []

    def link(self, target: Target, docname: str, words: list[Node]) -> list[Node]:
        """Return *words* of *docname* as a link to *target*; *words* themselves if the format has no such links."""
        try:
            address = self.address(target, docname)
        except NoUri:
            return words
        return [nodes.reference("", "", *words, internal=True, **address)]

    def address(self, target: Target, docname: str) -> dict[str, str]:
        """Return the attribute that links from *docname* to *target*. Raises :class:`sphinx.errors.NoUri`."""
        if target.identifier in self.printed:
            return {"refid": target.identifier}
        uri = self.builder.get_relative_uri(docname, target.docname)
        if not uri:  # of formats whose files don't link to one another
            raise NoUri(docname, target.docname)
        return {"refuri": f"{uri}#{target.identifier}"}

    # Bibliographies

    def entries(self, place: eir_bibliography) -> Iterator[tuple[eir_entry, PrintedEntry]]:
        """Yield the entries of a bibliography, each as a node and as resolved."""
        known = at(self.resolution(place["docname"]).lists, place["number"]) or ()
        if place["typed"]:
            yield from zip(find_all(place, eir_entry), known, strict=False)
            return
        from .inlines import to_nodes  # idem

        labels = self.note_labels(place["docname"])
        for entry in known:
            made = to_nodes(entry.text, labels, lambda _key, words: words)
            if entry.seen and self.config.eir_archive_links:
                made += archive_link(*entry.seen, language_of(self.env, place["docname"]))
            yield eir_entry("", nodes.paragraph("", "", *made, translatable=False), key=entry.key), entry

    def render_list(self, place: eir_bibliography, entries: list[tuple[eir_entry, PrintedEntry]]) -> None:
        """Print each entry as a paragraph that begins with its label."""
        blocks = anchor(place)
        for node, entry in entries:
            paragraph = cast("nodes.paragraph", node[0])
            if entry.label:
                paragraph.insert(0, nodes.Text(f"{label_of(entry)} "))
            if entry.identifier:
                blocks += anchored(paragraph, [entry.identifier])
            else:
                blocks.append(paragraph)
        place.parent.replace(place, blocks)


class RenderCitationsInExports(RenderCitations):
    """The same for files of articles, which keep lists and entries as what they are."""

    def render_list(self, place: eir_bibliography, entries: list[tuple[eir_entry, PrintedEntry]]) -> None:
        """Give each entry its label and its id."""
        for node, entry in entries:
            if entry.label:
                cast("nodes.paragraph", node[0]).insert(0, nodes.Text(f"{label_of(entry)} "))
            node["ids"] = [entry.identifier] if entry.identifier else []
            node["work"] = entry.work
        place[:] = [node for node, _entry in entries]


def at(found: Sequence[T], number: int) -> T | None:
    """Return the item *number* of *found*; None if there are fewer."""
    return found[number] if number < len(found) else None


def is_spanned(words: list[Node]) -> bool:
    """Say if *words* are those of a link that a range of numbers spans."""
    return bool(words) and isinstance(words[0], nodes.Element) and f"eir-{SPANNED}" in words[0]["classes"]


def anchor(place: eir_bibliography) -> list[Node]:
    """Return a target for the author's references to *place*, if it has a name."""
    return [nodes.target("", "", ids=place["ids"])] if place["ids"] else []


def label_of(entry: PrintedEntry) -> str:
    """Return the label of *entry* in plain text; styles alone give labels."""
    from ...csl.model import plain_text  # idem

    return plain_text(entry.label)


def cut(node: eir_typed_citation, start: int) -> tuple[list[Node], list[Node], list[Node]]:
    """Return the children of *node* before *start*, a place in its first text; the citation; and a bracket after it.

    A citation that fills its brackets has them in its link. Where words stand between, ``(Against Blank 2004)``, it has neither.
    """
    children = list(node.children)
    if not start:
        return [], children, []
    first = str(children[0])
    words = [nodes.Text(first[start:]), *children[1:]]
    last = words[-1]
    if first[0] not in _OPENING or not isinstance(last, nodes.Text) or last[-1] not in _CLOSING:
        return [nodes.Text(first[:start])], words, []
    return [nodes.Text(first[:start])], [*words[:-1], nodes.Text(last[:-1])], [nodes.Text(last[-1])]


_OPENING, _CLOSING = "([（［【", ")]）］】"
