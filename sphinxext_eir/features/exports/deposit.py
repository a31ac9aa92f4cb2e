"""Deposits: files that tell others of articles. What their builders share: facts, warnings, abstracts, writing."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeAlias
from xml.etree import ElementTree as ET

from docutils import nodes
from sphinx.builders import Builder

from ...core.domain import eir_domain
from ...core.field_lines import place_of
from ...core.languages import language_of
from ...core.listed_works import References
from ...core.nodes import eir_standfirst
from ...core.outputs import EXPORT
from ...core.page_urls import page_url, usual_url
from ...core.publication import is_kept_back
from ...core.running_text import is_passed_over
from ...core.warnings import Subtype, warn
from ...text.article import Article, Description
from ...text.characters import writable
from ...text.files import write_file
from ...text.requirements import lacks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...core.works import Work

Faced: TypeAlias = "str | tuple[str, tuple[Faced, ...]]"
"""Words, or words in a face: its name, and what is in it."""

FACES: dict[type[nodes.Element], str] = {
    nodes.emphasis: "italic",
    nodes.strong: "bold",
    nodes.superscript: "sup",
    nodes.subscript: "sub",
    nodes.literal: "monospace",
    nodes.title_reference: "italic",
}
"""Nodes that are printed in a face → its name in JATS."""


@dataclass(frozen=True)
class Deposit:
    """What an agency is told of one article."""

    docname: str
    article: Article
    address: str
    """Of its page."""
    language: str = "en"
    """A tag of BCP 47."""
    works: tuple[Work, ...] = ()
    abstract: tuple[tuple[Faced, ...], ...] = ()
    """Its paragraphs."""


class DepositBuilder(Builder):
    """Writes files of all articles; an article of which too little is known is named in a warning, and left out."""

    format = EXPORT
    file_name: ClassVar[str]
    """The path of the file in the output's folder; a pattern of :mod:`glob`, if there are several."""
    who: ClassVar[str]
    """The agency, by its name in the table of what is asked for."""

    def init(self) -> None:
        """Begin without articles."""
        self.deposits: list[Deposit] = []

    def get_outdated_docs(self) -> Iterator[str]:
        """Yield all articles: the files are made of them all."""
        for docname in sorted(self.env.found_docs):
            if docname not in self.env.all_docs:
                yield docname  # it is read first; then it is known if it is an article
            elif eir_domain(self.env).find(docname, Article):
                yield docname

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return the address of the page of *docname*, if it is known."""
        return usual_url(self.config, docname)

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return that address: a file that is sent away leads to the site."""
        return self.get_target_uri(to, typ)

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Collect the facts of *docname*, if it is an article of which enough is known."""
        domain = eir_domain(self.env)
        article = domain.find(docname, Article)
        if article is None or is_kept_back(self.env, article):
            return
        address = page_url(self, docname, article) or self.get_target_uri(docname)
        if missing := lacks(self.who, article, address):
            message = f"{self.name} leaves this article out, which lacks {'; '.join(missing)}"
            warn(Subtype.EXPORT, message, location=place_of(self.env, docname))
            return
        references = domain.find(docname, References)
        derived = domain.find(docname, Description)
        typed = article.description or (derived.text if derived else "")
        self.deposits.append(
            Deposit(
                docname,
                article,
                address,
                language_of(self.env, docname),
                references.works() if references else (),
                abstract_of(doctree) or (((typed,),) if typed else ()),
            )
        )

    def finish(self) -> None:
        """Write the files, and take away those that this build doesn't make."""
        deposits = sorted(self.deposits, key=lambda deposit: deposit.docname)
        roots = self.roots_of(deposits) if deposits else {}
        files = {Path(self.outdir) / name: root for name, root in roots.items()}
        for path in Path(self.outdir).glob(self.file_name):
            if path not in files:
                path.unlink()
        for path, root in files.items():
            ET.indent(root)
            text = ET.tostring(root, encoding="unicode", xml_declaration=False)
            write_file(path, f'<?xml version="1.0" encoding="UTF-8"?>\n{writable(text)}\n'.encode())

    @abstractmethod
    def roots_of(self, deposits: Sequence[Deposit]) -> dict[str, ET.Element]:
        """Return the documents that tell of *deposits*, each by the path of its file; nothing if none can be made."""


def abstract_of(doctree: nodes.document) -> tuple[tuple[Faced, ...], ...]:
    """Return the paragraphs of the standfirst of *doctree*, without notes and links."""
    for node in doctree.findall(nodes.Element):
        if isinstance(node, eir_standfirst) or "eir-standfirst" in node.get("classes", ()):
            paragraphs = (tuple(_faced(each)) for each in node.findall(nodes.paragraph))
            return tuple(paragraph for paragraph in paragraphs if paragraph)
    return ()


def _faced(element: nodes.Element) -> Iterator[Faced]:
    for child in element.children:
        if isinstance(child, nodes.Text):
            yield " ".join(str(child).split("\n"))
        elif isinstance(child, nodes.Element) and not is_passed_over(child):
            face = FACES.get(type(child))
            inner = tuple(_faced(child))
            if face and inner:
                yield face, inner
            else:
                yield from inner


def plain(faced: Sequence[Faced]) -> str:
    """Return the words of *faced*."""
    return "".join(each if isinstance(each, str) else plain(each[1]) for each in faced)
