"""Builders of other people's: what each makes of an essay, read back as words and links."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from ctypes import c_int
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True)
class Output:
    """What a builder wrote, read back."""

    text: str
    links: dict[str, list[str]]
    """Text of a link within the output → where it leads; ``""`` for nowhere."""
    anchors: frozenset[str]
    notes: tuple[str, ...] = ()
    """The texts of native notes, one for each reference."""

    @property
    def words(self) -> Counter[str]:
        """Words of two letters or more, without case: a label is no word, or one that others have too."""
        return Counter(re.findall(r"[^\W\d_]{2,}", self.text.casefold()))

    def without(self, title: str) -> Output:
        """Leave out *title*, which running heads repeat as often as there are pages."""
        return replace(self, text=re.sub(r"[’']", "'", self.text).replace(title, " "))

    def times(self, word: str) -> int:
        """Return how often *word* occurs, also across the ends of lines: an address is parted at other places on another page."""
        return re.sub(r"[\W\d_]", "", self.text.casefold()).count(word)

    @property
    def labels(self) -> set[str]:
        """The labels of notes that are links."""
        return {label for text in self.links for label in re.findall(r"\[[ivx]+\]", text)}

    @property
    def dead(self) -> dict[str, list[str]]:
        """Links whose anchor isn't in the output."""
        return {
            text: dead
            for text, where in self.links.items()
            if (dead := [to for to in where if to not in self.anchors])
        }


def links_by_text(found: list[tuple[str, str]]) -> dict[str, list[str]]:
    links: dict[str, list[str]] = {}
    for text, target in found:
        links.setdefault(re.sub(r"\s+", " ", text).strip(), []).append(target)
    return links


def read_markdown(folder: Path) -> Output:
    text = (folder / "essay.md").read_text(encoding="utf-8")
    found = re.findall(r"\[((?:\\?\[[^\]]*\]|[^\[\]])*)\]\(#([^)]*)\)", text)
    shown = re.sub(r"<[^>]*>|\]\([^)]*\)", " ", text)
    return Output(
        shown,
        links_by_text([(link.replace("\\", ""), to) for link, to in found]),
        frozenset(re.findall(r'<a id="([^"]*)"', text)),
    )


def read_confluence(folder: Path) -> Output:
    text = (folder / "essay.conf").read_text(encoding="utf-8")
    anchors = re.findall(
        r'<ac:structured-macro ac:name="anchor"[^>]*>\s*<ac:parameter ac:name="">([^<]*)<', text
    )
    found = re.findall(r'<ac:link ac:anchor="([^"]*)"[^>]*>(.*?)</ac:link>', text, flags=re.DOTALL)
    shown = re.sub(r"<ac:parameter.*?</ac:parameter>", " ", text)
    shown = re.sub(r"</(p|li|t[dh]|h\d|ac:[\w-]+)>", "\n", shown)
    plain = re.compile(r"<!\[CDATA\[|\]\]>|<[^>]*>")
    return Output(
        plain.sub("", shown),
        links_by_text([(plain.sub("", link), to) for to, link in found]),
        frozenset(anchors),
    )


def read_docx(folder: Path) -> Output:
    with zipfile.ZipFile(folder / "essays.docx") as archive:
        body, notes = (archive.read(f"word/{name}.xml").decode() for name in ("document", "footnotes"))
    both = body + notes
    found = re.findall(
        r'<w:hyperlink [^>]*w:anchor="([^"]*)"[^>]*>(.*?)</w:hyperlink>', both, flags=re.DOTALL
    )
    by_number = dict(
        re.findall(r'<w:footnote [^>]*w:id="(\d+)"[^>]*>(.*?)</w:footnote>', notes, flags=re.DOTALL)
    )
    referred = re.findall(r'<w:footnoteReference [^>]*w:id="(\d+)"', body)
    return Output(
        _plain_xml(both),
        links_by_text([(_plain_xml(link), to) for to, link in found]),
        frozenset(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]*)"', both)),
        tuple(_plain_xml(by_number[number]).strip() for number in referred),
    )


def _plain_xml(text: str) -> str:
    return re.sub(r"<[^>]*>", "", re.sub(r"<w:instrText.*?</w:instrText>", "", text.replace("</w:p>", "\n")))


def read_pdf(folder: Path) -> Output:
    """Read the one PDF in *folder*. An anchor is a place in it; a link without one leads nowhere."""
    (path,) = folder.glob("*.pdf")
    document = pypdfium2.PdfDocument(path)
    pages, found = [], []
    for page in document:
        text = page.get_textpage()
        pages.append(text.get_text_bounded())
        found += _links_of_page(document, page, text)
    # pdfium marks a hyphen at the end of a line so.
    shown = re.sub(r"[-\ufffe\x02\xad‐]\r?\n?(?=\w)", "", "\n".join(pages))
    return Output(shown, links_by_text(found), frozenset({"place"}))


def _links_of_page(
    document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage
) -> list[tuple[str, str]]:
    position, link = c_int(0), pdfium.FPDF_LINK()
    found = []
    while pdfium.FPDFLink_Enumerate(page, position, link):
        box = pdfium.FS_RECTF()
        pdfium.FPDFLink_GetAnnotRect(link, box)
        action = pdfium.FPDFLink_GetAction(link)
        if action and pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_URI:
            continue
        place = pdfium.FPDFLink_GetDest(document, link)
        shown = text.get_text_bounded(box.left - 1, box.bottom - 1, box.right + 1, box.top + 1)
        found.append((shown, "place" if place else ""))
    return found


@dataclass(frozen=True)
class Builder:
    """A builder of other people's, and what is known of it."""

    name: str
    extension: str
    package: str
    read: Callable[[Path], Output]
    native: bool = False
    """Notes are the format's own, but for some."""
    listed: tuple[int, ...] = ()
    """The numbers of the essay's notes that stay in the list, if notes are native."""
    unlinked: tuple[int, ...] = ()
    """The numbers of the essay's notes whose marks are no links, since it loses or flattens what they stand in."""
    loses: tuple[str, ...] = ()
    """Words of the essay that it loses, with us and without."""
    twin_fails: str = ""
    """Why it can't build the essay without us; the words are held to Sphinx's own text of that essay instead."""


MARKS_IN_HEADINGS_AND_SUCH = (3, 4, 8, 9, 12, 14, 15)

BUILDERS = (
    # It knows no attributions.
    Builder("markdown", "sphinx_markdown_builder", "sphinx-markdown-builder", read_markdown, unlinked=(8,)),
    # A title is the name of its page, and captions are plain text.
    Builder(
        "confluence",
        "sphinxcontrib.confluencebuilder",
        "sphinxcontrib-confluencebuilder",
        read_confluence,
        unlinked=(3, 9),
    ),
    Builder("docx", "docxbuilder", "docxbuilder", read_docx, native=True, listed=MARKS_IN_HEADINGS_AND_SUCH),
    Builder("pdf", "rst2pdf.pdfbuilder", "rst2pdf", read_pdf),
    Builder(
        "rinoh",
        "rinoh.frontend.sphinx",
        "rinohtype",
        read_pdf,
        native=True,
        listed=MARKS_IN_HEADINGS_AND_SUCH,
        twin_fails="it sets no mark of a footnote in a heading",
    ),
    Builder(
        "typstpdf",
        "atsphinx.typst",
        "atsphinx-typst",
        read_pdf,
        native=True,
        listed=(2, *MARKS_IN_HEADINGS_AND_SUCH),  # 2 has blocks
        unlinked=(
            8,
            9,
            14,
        ),  # attributions aren't set, captions are plain text, and rubrics stop it: the essay has none for it
        loses=("olga", "marsh"),
        twin_fails="it gives no label to a note that another note refers to",
    ),
    Builder("simplepdf", "sphinx_simplepdf", "sphinx-simplepdf", read_pdf),
)
