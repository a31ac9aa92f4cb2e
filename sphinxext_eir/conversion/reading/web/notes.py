"""The notes of a page, in the forms that the web has: which elements refer, and which are notes.

A reference is a link whose text is a marker, to a place further down. A note is the block at that place. Word writes ``#_ftn1`` and
``#_ednref1``, WordPress a list of class ``wp-block-footnotes``, pandoc and GitHub ``section.footnotes``, kramdown ``fn:1``, Substack
``div.footnote``: the pair of links is the same, and names only confirm it. Notes that stand within the sentence, as plugins and
Tufte's style have them, are found by their class.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ....text.numerals import ROMAN
from ... import rules
from ...labels import number_of
from ...wording import folded, section_name
from . import naming
from .tree import Node, number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_MARKER = re.compile(
    rf"""[\[({{]?\s*                                                 # a bracket
        (?:note|fn|footnote|n\.?)?\s*
        (?P<label> \d{{1,4}} | {ROMAN} | [a-z] | [*†‡§¶※\#]{{1,4}} )
        \s*[\])}}.:]{{0,2}}
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The text of a reference."""
_ARROWS = re.compile(
    r"""[\s\[\]()]*
        (?: [↩↑⤴⏎↲⇧^⬆▲←\ufe0e\ufe0f]                                # arrows, and how they are shown
          | back(?:\ to\ (?:text|top|content))? | return(?:\ to\ text)? | zurück
          | jump(?:\ up|\ back)?(?:\ to\ .{1,40})?
        )*
        [\s\[\]()]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CONVENTION = re.compile(
    r"""  _?(?:ftn|edn|ftnref|ednref|sdfootnote|sdendnote)\d              # Word, LibreOffice
        | (?:^|[-_:.])                                               # pandoc, kramdown, Wikipedia, plugins
          (?: fn | foot-?note | end-?note | cite_?note | rearnote | note
            | easy-footnote-bottom | footnote_plugin_reference )
          s?[-_:.]?\d
        | ^(?:fn|foot|ftnt|cite_note|note|ref|en|r|bib|b)[-_:.]?\d     # Google, journals
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Names of places that programs give to notes."""
_EXPLICIT = re.compile(
    r"noteref | footnote-?ref | footnote-anchor | footnote-link | \bfn\b | footnote_referrer",
    re.VERBOSE,
)
"""Names of references."""
_WORD = re.compile(r"_?(ftn|edn)(\d+)$")
_SMALLEST_BLOCKS = frozenset(
    (
        "li",
        "p",
        "div",
        "dd",
        "dt",
        "aside",
        "tr",
        "section",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "figure",
    )
)
_NOTE_SECTIONS = frozenset(
    (
        *rules.NOTES,
        *rules.BIBLIOGRAPHIES,
        "sidenotes",
        "sources",
        "references and notes",
        "notes and references",
        "citations",
    )
)
_RAISED = re.compile(r"[\[(]?(\d{1,3})[\])]?")


@dataclass
class Definition:
    """A note."""

    block: Node
    label: str = ""
    typed: str = ""
    """Its marker in the text."""
    more: list[Node] = field(default_factory=list)
    """Further blocks of it."""
    inline: bool = False
    """True if it stands in the sentence."""


@dataclass(frozen=True)
class _Link:
    """A link to a place on its own page."""

    node: Node
    fragment: str
    said: str


@dataclass
class PageNotes:
    """The notes of a page."""

    definitions: list[Definition] = field(default_factory=list)
    by_block: dict[Node, Definition] = field(default_factory=dict)
    references: dict[Node, Definition] = field(default_factory=dict)
    skipped: set[Node] = field(default_factory=set)
    """Ways back, and notes that are said twice."""
    heading: Node | None = None
    style: str = "arabic"
    renumbered: bool = False
    links: list[_Link] = field(default_factory=list)

    def keep(self, is_kept: Callable[[Node], bool]) -> None:
        """Keep the notes that an element which *is_kept* refers to: those of comments aren't the author's."""
        self.references = {node: note for node, note in self.references.items() if is_kept(node)}
        referred = {id(note) for note in self.references.values()}
        self.definitions = [note for note in self.definitions if id(note) in referred]
        self.by_block = {note.block: note for note in self.definitions}

    def add(self, block: Node, typed: str) -> Definition:
        """Return the note that *block* is, a new one if need be."""
        if block not in self.by_block:
            self.by_block[block] = Definition(block, typed=typed)
            self.definitions.append(self.by_block[block])
        return self.by_block[block]


def find_notes(page: Node) -> PageNotes:
    """Find the notes of a *page*. Blocks with several notes are cut into one for each."""
    nodes = [node for node in page.walk() if node.tag]
    places: dict[str, Node] = {}
    for node in nodes:
        for name in (node.get("id"), node.get("name") if node.tag == "a" else ""):
            if name:
                places.setdefault(name, node)
    links = list(_links(nodes, places))
    found = PageNotes()
    pairs = [(link, target) for link in links if (target := _target_of(link, links, places)) is not None]
    if _cut_blocks(pairs):
        nodes = [node for node in number(page) if node.tag]
    for link, target in pairs:
        block = _block_of(target)
        if block is None or block.holds(link.node):
            continue
        if _is_note(link, target, block, links):
            found.references[_marker_node(link.node)] = found.add(block, link.said)
    _add_numbered(nodes, found)
    _add_inline(nodes, found)
    found.links = links
    return found


def settle_notes(found: PageNotes) -> None:
    """Give the notes of a page their labels, and find what belongs to each."""
    _number(found)
    _find_ways_back(found, found.links)
    _find_rest(found)
    found.heading = _heading_over(found)


def _links(nodes: Iterable[Node], places: dict[str, Node]) -> Iterator[_Link]:
    """Yield what refers to places on the page: links, labels, and the marks of plugins."""
    for node in nodes:
        fragment = ""
        if node.tag == "a":
            _, sharp, fragment = node.get("href").partition("#")
            if not sharp or not (fragment in places or _CONVENTION.search(fragment)):
                fragment = ""
        elif node.tag == "label":
            fragment = node.get("for") if "foot" in node.names else ""
        elif node.get("data-definition"):
            fragment = node.get("data-definition")
        elif "footnote_plugin_tooltip_text" in node.get("class"):
            fragment = node.get("id").replace("tooltip", "reference")
        if fragment:
            yield _Link(node, fragment, node.said())


def _target_of(link: _Link, links: list[_Link], places: dict[str, Node]) -> Node | None:
    """Return the place further down that *link* leads to, if its text is a marker."""
    explicit = _EXPLICIT.search(link.node.names) or link.node.get("role") == "doc-noteref"
    if not (_MARKER.fullmatch(link.said) or (explicit and len(link.said) <= 12 and link.said)):
        return None
    target = places.get(link.fragment)
    if target is not None and target.tag == "input":  # a checkbox that shows a sidenote
        target = None
    if word := _WORD.search(link.fragment):
        back = f"{word[1]}ref{word[2]}"
        if target is None:
            target = next((other.node for other in links if other.fragment.endswith(back)), None)
    return target if target is not None and target.order > link.node.order else None


def _block_of(target: Node) -> Node | None:
    """Return the block that the place *target* stands in, or is."""
    for node in (target, *target.above()):
        if node.tag in ("html", "body", "main", "article"):
            return None
        if node.tag in _SMALLEST_BLOCKS:
            if node.tag in ("dt", "h1", "h2", "h3", "h4", "h5", "h6") and not _MARKER.fullmatch(node.said()):
                return node if node.tag != "dt" else None
            if not _is_bare(node) or _next_block(node) is not None:
                return node
    return None


def _is_bare(node: Node) -> bool:
    """Say if *node* has no more than a marker."""
    said = node.said()
    return not said or bool(_MARKER.fullmatch(said))


def _next_block(node: Node) -> Node | None:
    """Return the element after *node*."""
    above = node.parent
    after = above.children[above.children.index(node) + 1 :] if above else []
    return next((sibling for sibling in after if sibling.tag), None)


def _is_note(link: _Link, target: Node, block: Node, links: list[_Link]) -> bool:
    """Say if *block* is a note: it leads back, it is called one, or it begins with the marker that refers to it."""
    if block.tag in ("td", "table", "tbody") or len(block.said()) > 20_000:
        return False
    here = {
        name
        for node in (link.node, *link.node.above())
        for name in (node.get("id"), node.get("name"))
        if name
    }
    here |= {node.get("id") or node.get("name") for node in link.node.walk() if node.tag}
    for other in links:
        if (
            other.node is not link.node
            and block.holds(other.node)
            and (other.fragment in here and other.fragment)
        ):
            return True
    if any(naming.is_notes_name(node.names) for node in (target, block, *block.above())):
        return True
    if _CONVENTION.search(link.fragment) and not block.tag.startswith("h"):
        return True
    return _label(link.said) != "" and _label(_first_words(block)) == _label(link.said)


def _first_words(block: Node) -> str:
    """Return the first word of *block*, with its brackets."""
    return next(iter(block.said().split()), "")


def _label(text: str) -> str:
    """Return the label in a marker as typed."""
    match = _MARKER.fullmatch(text.strip())
    return match["label"].lower() if match else ""


def _marker_node(node: Node) -> Node:
    """Return the outermost element that is nothing but the marker *node*, brackets and all."""
    for above in node.above():
        if above.tag not in ("sup", "span", "small", "b", "strong", "em", "i", "font", "sub", "u", "a"):
            break
        if not (_MARKER.fullmatch(above.said()) and _label(above.said()) == _label(node.said())):
            break
        node = above
    return node


# Blocks with several notes in them


def _cut_blocks(pairs: list[tuple[_Link, Node]]) -> bool:
    """Cut paragraphs in which several targets stand before each of them, and say if there were any."""
    by_block: dict[Node, list[Node]] = {}
    for _, target in pairs:
        block = _block_of(target)
        if (
            block is not None
            and block.tag in ("p", "div", "li")
            and target not in by_block.setdefault(block, [])
        ):
            by_block[block].append(target)
    crowded = [(block, targets) for block, targets in by_block.items() if len(targets) > 1]
    for block, targets in crowded:
        _cut(block, targets)
    return bool(crowded)


def _cut(block: Node, targets: list[Node]) -> None:
    """Cut a *block* into paragraphs that begin with *targets*."""
    above = block.parent
    starts = {child: target for target in targets for child in block.children if child.holds(target)}
    if above is None or len(starts) < len(targets):
        return
    parts: list[Node] = [Node(block.tag, {"class": block.get("class")}, above)]
    for child in block.children:
        if child in starts:
            parts.append(Node("p", {}, above))
        parts[-1].children.append(child)
        child.parent = parts[-1]
    parts = [part for part in parts if part.children]
    place = above.children.index(block)
    above.children[place : place + 1] = parts


# Notes without links


def _add_numbered(nodes: Iterable[Node], found: PageNotes) -> None:
    """Add the items of numbered lists that are called notes, or stand beside the text, to which raised numbers refer."""
    raised: dict[str, Node] = {}
    for node in nodes:
        if node.tag == "sup" and node not in found.references and (match := _RAISED.fullmatch(node.said())):
            inside = (
                above in found.by_block or above in found.references or above.tag == "a"
                for above in node.above()
            )
            if not any(inside):
                raised.setdefault(match[1], node)
    if not raised:
        return
    _add_marked(nodes, raised, found)
    for node in nodes:
        if node.tag != "ol" or not any(
            above.tag == "aside" or naming.is_notes_name(above.names) for above in (node, *node.above())
        ):
            continue
        start = int(node.get("start")) if node.get("start").isdecimal() else 1
        for count, item in enumerate((child for child in node.children if child.tag == "li"), start):
            marker = raised.get(str(count))
            if marker is not None and item not in found.by_block and marker.order < item.order:
                found.references[marker] = found.add(item, marker.said())


def _add_marked(nodes: Iterable[Node], raised: dict[str, Node], found: PageNotes) -> None:
    """Add paragraphs that begin with the numbers that are raised in the text, from 1 on and in order."""
    marked: list[tuple[str, Node]] = []
    for node in nodes:
        if node.tag != "p":
            continue
        first = next((child for child in node.children if child.tag or child.text.strip()), None)
        while (
            first is not None
            and first.tag in ("b", "strong")
            and first.children
            and first.children[0].tag == "sup"
        ):
            first = first.children[0]
        if first is None or first.tag not in ("sup", "strong", "b", "span"):
            continue
        match = _RAISED.fullmatch(first.said())
        if match and match[1] == str(len(marked) + 1) and raised.get(match[1]) not in (None, first):
            marked.append((match[1], node))
    if marked and all(raised[number].order < marked[0][1].order for number, _ in marked):
        for number, node in marked:
            if node not in found.by_block:
                found.references[raised[number]] = found.add(node, raised[number].said())


def _is_toggled(node: Node) -> bool:
    """Say if *node* is shown by a checkbox before it, as in Tufte's style."""
    before = node.parent.children[: node.parent.children.index(node)] if node.parent else []
    last = next((one for one in reversed(before) if one.tag or one.text.strip()), None)
    return (
        last is not None
        and last.tag == "input"
        and last.get("type") == "checkbox"
        and any(one.tag == "label" for one in before)
    )


def _add_inline(nodes: Iterable[Node], found: PageNotes) -> None:
    """Add notes that stand in the sentence; drop those that only repeat a note."""
    known = {re.sub(r"\W+", "", folded(d.block.said())) for d in found.definitions}
    for node in nodes:
        names = node.names
        toggled = node.tag in ("span", "small", "aside") and _is_toggled(node)
        if not (toggled or (names and naming.INLINE_NOTE.search(names))) or any(
            above in found.by_block for above in node.above()
        ):
            continue
        if node in found.by_block or any(above in found.skipped for above in node.above()):
            continue
        inner = next(
            (
                one
                for one in node.walk()
                if one is not node and one.names and naming.INLINE_NOTE.search(one.names)
            ),
            None,
        )
        if inner is not None and _MARKER.fullmatch(node.said()):
            found.references[node] = found.add(inner, node.said())
            continue
        words = re.sub(r"\W+", "", folded(_without_marker(node.said())))
        if not words:
            continue
        if any(words[:80] in said for said in known):
            found.skipped.add(node)
            continue
        marker = _marker_before(node)
        note = found.add(node, marker.said() if marker is not None else "")
        note.inline = True
        if marker is None or marker in found.references:
            found.references.setdefault(node, note)
        else:
            found.references[_marker_node(marker)] = note


def _without_marker(text: str) -> str:
    """Return the words of a note without a number at their head."""
    return re.sub(r"^[\[(]?\d{1,3}[\]).:]*\s+", "", text)


def _marker_before(node: Node) -> Node | None:
    """Return the element right before *node* that is a marker."""
    before = node.parent.children[: node.parent.children.index(node)] if node.parent else []
    for sibling in reversed(before):
        if not sibling.tag:
            if sibling.text.strip():
                return None
        elif sibling.tag == "input":
            continue
        else:
            return sibling if _MARKER.fullmatch(sibling.said()) else None
    return None


# Labels, ways back and what belongs to a note


def _number(found: PageNotes) -> None:
    """Give each note its label: as it is typed, or else its number in the order of the notes."""
    found.definitions.sort(key=lambda definition: definition.block.order)
    labels = [_label(definition.typed) for definition in found.definitions]
    if len(set(labels)) == len(labels) and all(label.isdecimal() for label in labels):
        style = "arabic"
    elif len(set(labels)) == len(labels) and all(
        label.isalpha() and number_of(label) == n for n, label in enumerate(labels, 1)
    ):
        style = "lower-roman"
    else:
        found.renumbered = any(labels)
        labels = [str(n) for n in range(1, len(labels) + 1)]
        style = "arabic"
    found.style = style
    for definition, label in zip(found.definitions, labels, strict=True):
        definition.label = label.lstrip("0") or "0"


def _find_ways_back(found: PageNotes, links: Iterable[_Link]) -> None:
    """Find what in notes leads back, or repeats the marker at their head."""
    for definition in found.definitions:
        for node in definition.block.walk():
            if node.tag and node is not definition.block and naming.BACK.search(node.names):
                found.skipped.add(node)
    for link in links:
        inside = next((above for above in link.node.above() if above in found.by_block), None)
        if inside is not None and link.node not in found.references and link.node.order >= inside.order:
            said = link.said
            if _ARROWS.fullmatch(said) or _label(said) or re.fullmatch(r"\W*\d{1,3}\W*", said):
                found.skipped.add(_marker_node(link.node))
    for definition in found.definitions:
        for node in definition.block.walk():
            if node.tag == "a" and node.children and _ARROWS.fullmatch(node.said()):
                found.skipped.add(node)
        _skip_marker(definition, found)


def _skip_marker(definition: Definition, found: PageNotes) -> None:
    """Skip the element at the head of a note that is its marker."""
    wanted = _label(definition.typed)
    for node in definition.block.walk():
        if node is definition.block or node in found.skipped or any(a in found.skipped for a in node.above()):
            continue
        if not node.tag:
            if node.text.strip():
                return
        elif (
            node.tag in ("sup", "span", "b", "strong", "a", "label", "th", "td", "small", "div", "em")
            and wanted
            and _label(re.sub(r"^[↑^\s]+", "", node.said())) == wanted
        ):
            found.skipped.add(node)
            return


def _find_rest(found: PageNotes) -> None:
    """Add to each note the blocks between it and the next, and to the last those in the same list of notes."""
    for definition in found.definitions:
        above = definition.block.parent
        if (
            definition.inline
            or above is None
            or definition.block.tag not in ("p", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "div")
        ):
            continue
        after = above.children[above.children.index(definition.block) + 1 :]
        rest: list[Node] = []
        closed = False
        for sibling in after:
            if not sibling.tag or sibling.hidden:
                continue
            if sibling in found.by_block:
                closed = True
                break
            if sibling.tag in (
                "hr",
                "h1",
                "h2",
                "h3",
                "h4",
                "h5",
                "h6",
                "section",
                "nav",
                "footer",
                "article",
            ) or any(inner in found.by_block or inner in found.references for inner in sibling.walk()):
                closed = any(inner in found.by_block for inner in sibling.walk()) and not rest
                break
            rest.append(sibling)
        is_bare = _is_bare_note(definition)
        if (closed or is_bare or naming.is_notes_name(above.names)) and len(rest) <= (6 if closed else 12):
            definition.more = rest if not is_bare or closed else rest[:1]


def _is_bare_note(definition: Definition) -> bool:
    """Say if the block of a note has its marker alone."""
    return not re.sub(r"[\W\d]+", "", definition.block.said()) or _is_bare(definition.block)


def _heading_over(found: PageNotes) -> Node | None:
    """Return the heading over the notes, if there is one."""
    listed = [definition for definition in found.definitions if not definition.inline]
    if not listed:
        return None
    node: Node | None = listed[0].block
    for _ in range(4):
        if node is None or node.parent is None:
            return None
        before = node.parent.children[: node.parent.children.index(node)]
        for sibling in reversed(before):
            if not sibling.tag or sibling.tag in ("hr", "br") or not sibling.said():
                if not sibling.tag and sibling.text.strip():
                    return None
                continue
            said = section_name(sibling.said())
            return (
                sibling
                if said in _NOTE_SECTIONS or re.fullmatch(r"[_\W]*(?:foot|end)?\s?notes?[_\W]*", said)
                else None
            )
        node = node.parent
    return None
