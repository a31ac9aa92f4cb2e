"""A document's stored tree → the record that rules look at."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx import addnodes

from ...core.domain import Ours, eir_domain
from ...core.languages import language_of
from ...core.listed_works import References
from ...core.nodes import eir_entry, eir_note, eir_note_item, eir_pull_quote, is_decoration
from ...core.page_urls import usual_url
from ...text.article import Article
from ...text.requirements import NEEDS, is_in_a_journal, lacks
from ...typed.references import read_reference
from .records import BODY, CAPTION, ENTRY, HEADING, NOTE, OBJECT, QUOTE, VERSE, Document, Picture, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

UNCHECKED = re.compile(r"unchecked:\s*(?P<names>[\w.,;\s-]+)", re.IGNORECASE)
"""A comment that switches rules off for what follows it: ``.. unchecked: range-hyphen``."""

_PARTS: tuple[tuple[tuple[type, ...], str], ...] = (
    ((eir_note_item, eir_note, nodes.footnote, nodes.citation), NOTE),
    ((eir_entry,), ENTRY),
    ((nodes.block_quote,), QUOTE),
    ((nodes.line_block,), VERSE),
)
"""The part that is begun by a node of these classes."""

_NOT_PROSE = (
    nodes.Invisible,
    nodes.FixedTextElement,
    nodes.raw,
    nodes.system_message,
    nodes.field_list,
    nodes.docinfo,
    nodes.option_list,
    nodes.doctest_block,
    addnodes.toctree,
    addnodes.desc_signature,
    addnodes.productionlist,
    eir_pull_quote,  # it repeats the text
)
_NOT_WORDS = (nodes.literal, nodes.math, nodes.raw, nodes.image, nodes.problematic)
"""Inline nodes in whose place an object stands."""

_NO_PLACE = (nodes.footnote_reference, nodes.citation_reference, nodes.Invisible, eir_note)
"""Inline nodes that the sentence reads across. An inline note is a text of its own."""


def document_of(env: BuildEnvironment, docname: str) -> Document:
    """Return the record of *docname*. One that isn't ours has no texts."""
    domain = eir_domain(env)
    article = domain.find(docname, Article)
    source = Path(env.doc2path(docname))
    name = relative(str(source), env)
    title = env.titles[docname].astext() if docname in env.titles else docname
    if domain.find(docname, Ours) is None:
        return Document(docname, name, title)
    collector = _Collector(env, str(source))
    collector.walk(env.get_doctree(docname), Scope(BODY))
    references = domain.find(docname, References)
    return Document(
        docname,
        name,
        (article.title if article else "") or title,
        language_of(env, docname),
        article,
        tuple(collector.texts),
        tuple(collector.pictures),
        references.works() if references else (),
        tuple(_missing(env, docname, article)) if article else (),
        frozenset(article.unchecked) if article else frozenset(),
    )


def _missing(env: BuildEnvironment, docname: str, article: Article) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what *article* lacks for each that asks: agencies of journals, of an article in a journal alone. A draft may lack all."""
    address = article.canonical or usual_url(env.config, docname)
    for who in NEEDS if article.status != "draft" else ():
        if who == "google-scholar" or is_in_a_journal(article):
            yield who, lacks(who, article, address)


def relative(path: str, env: BuildEnvironment) -> str:
    """Return *path* as it is from the folder of the sources."""
    file = Path(path.partition(":docstring of ")[0])
    if not file.is_absolute():
        file = Path(env.srcdir) / file
    return file.relative_to(env.srcdir).as_posix() if file.is_relative_to(env.srcdir) else str(file)


class Scope(NamedTuple):
    """What a node stands in."""

    part: str
    silenced: frozenset[str] = frozenset()
    group: int = 0
    people: tuple[tuple[str, str], ...] = ()


class _Collector:
    """Collects the texts and pictures of one tree."""

    def __init__(self, env: BuildEnvironment, source: str) -> None:
        self.env = env
        self.source = source
        self.texts: list[Text] = []
        self.pictures: list[Picture] = []
        self.groups = 0

    def walk(self, element: nodes.Element, scope: Scope) -> None:
        """Collect what stands in *element*. A comment silences the node after it."""
        silenced: frozenset[str] = frozenset()
        for child in element.children:
            if isinstance(child, nodes.comment):
                silenced |= silenced_by(child.astext())
                continue
            if isinstance(child, nodes.Text):
                continue
            within = scope._replace(silenced=scope.silenced | silenced)
            if not isinstance(child, nodes.Invisible):
                silenced = frozenset()
            if isinstance(child, nodes.Element):
                self._take(child, within)

    def _take(self, node: nodes.Element, scope: Scope) -> None:
        if isinstance(node, nodes.image):
            self._picture(node, scope)
        if isinstance(node, _NOT_PROSE):
            return
        part = next((part for classes, part in _PARTS if isinstance(node, classes)), None)
        if part in (NOTE, ENTRY):
            self.groups += 1
            scope = scope._replace(part=part, group=self.groups)
            if isinstance(node, eir_entry):
                people = read_reference(node.astext(), None, node.get("key", "")).people
                scope = scope._replace(people=tuple((one.surname, one.given) for one in people))
        elif part and scope.part == BODY:
            scope = scope._replace(part=part)
        elif isinstance(node, (nodes.title, nodes.subtitle, nodes.rubric)):
            scope = scope._replace(part=HEADING)
        elif isinstance(node, (nodes.caption, nodes.legend, nodes.attribution)):
            scope = scope._replace(part=CAPTION)
        if isinstance(node, nodes.TextElement) and not isinstance(node, nodes.Inline):
            self._text(node, scope)
        else:
            self.walk(node, scope)

    def _text(self, node: nodes.TextElement, scope: Scope) -> None:
        words, urls = words_and_urls(node)
        for note in node.findall(eir_note):
            self._take_inline_note(note, scope)
        for image in node.findall(nodes.image):
            self._picture(image, scope)
        if words.strip():
            file, line = self._place(node, words)
            self.texts.append(
                Text(words, scope.part, file, line, urls, scope.people, scope.silenced, scope.group)
            )

    def _take_inline_note(self, note: eir_note, scope: Scope) -> None:
        self.groups += 1
        words, urls = words_and_urls(note)
        file, line = self._place(note, words)
        self.texts.append(Text(words, NOTE, file, line, urls, (), scope.silenced, self.groups))

    def _picture(self, node: nodes.image, scope: Scope) -> None:
        source, line = place_of(node)
        said = node.get("alt")
        if not said and (source or self.source).endswith(".md") and not is_decoration(node):
            said = None  # Markdown has no way to say nothing
        self.pictures.append(
            Picture(
                node.get("uri", ""), said, relative(source or self.source, self.env), line, scope.silenced
            )
        )

    def _place(self, node: nodes.Element, words: str) -> tuple[str, int]:
        """Return file and line where *words* begin: docutils' own, or the nearest line that has their beginning."""
        source, line = place_of(node)
        source = source or self.source
        return relative(source, self.env), found_near(
            lines_of(source.partition(":docstring of ")[0]), line, words
        )


def silenced_by(comment: str) -> frozenset[str]:
    """Return the names of rules that *comment* switches off."""
    match = UNCHECKED.fullmatch(comment.strip())
    return frozenset(name for name in re.split(r"[,;\s]+", match["names"]) if name) if match else frozenset()


def place_of(node: nodes.Node) -> tuple[str, int]:
    """Return source and line of *node*, or of what is around it."""
    around: nodes.Node | None = node
    while around is not None:
        if around.line:
            return around.source or "", around.line
        around = around.parent
    return "", 1


@lru_cache(maxsize=8)
def lines_of(source: str) -> tuple[str, ...]:
    """Return the lines of the file *source*, letters and digits alone; none if it can't be read."""
    try:
        text = Path(source).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    return tuple(re.sub(r"[\W_]", "", line) for line in text.splitlines())


def found_near(lines: tuple[str, ...], line: int, words: str) -> int:
    """Return the number of the line nearest to *line* that *words* begin on; *line* itself if none is found.

    docutils numbers some nodes by their last line, and others by that of the directive around them.
    """
    first = words.partition("\n")[0].split(OBJECT)[0]
    wanted = re.sub(r"[\W_]", "", first)[:40]
    near = sorted(range(max(0, line - 60), min(len(lines), line + 60)), key=lambda n: abs(n + 1 - line))
    return next((n + 1 for n in near if wanted and wanted in lines[n]), line)


def words_and_urls(node: nodes.Element) -> tuple[str, tuple[str, ...]]:
    """Return the words of *node* as they are read, and the addresses that it links to."""
    urls: list[str] = []
    words = "".join(_words(node, urls))
    return _MARK.sub(lambda match: " " * (len(match[0]) > 1), words), tuple(urls)


_MARK = re.compile(" \u2060 |\u2060")
"""The place of a note's mark, and the space on both sides of it, of which one is left."""


def _words(node: nodes.Element, urls: list[str]) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield child.astext()
        elif isinstance(child, _NO_PLACE) and not (isinstance(child, nodes.target) and child.children):
            yield "\u2060"
        elif isinstance(child, _NOT_WORDS) or _is_a_name(child) or not isinstance(child, nodes.Element):
            yield OBJECT
        elif isinstance(child, nodes.reference) and child.get("refuri"):
            urls.append(child["refuri"])
            yield OBJECT if _is_address(child) else "".join(_words(child, urls))
        else:
            yield "".join(_words(child, urls)) or OBJECT  # a citation by key has no words yet


def _is_a_name(node: nodes.Node) -> bool:
    """Say if *node* shows the name of something until it is resolved: ``:doc:`` without a text."""
    return isinstance(node, addnodes.pending_xref) and not node.get("refexplicit", False)


def _is_address(reference: nodes.reference) -> bool:
    """Say if the words of *reference* are its address."""
    said, uri = reference.astext().strip().rstrip("/"), reference["refuri"].rstrip("/")
    return said == uri or uri.endswith(said) or bool(re.match(r"(?:https?:|www\.|doi:|10\.\d)", said))
