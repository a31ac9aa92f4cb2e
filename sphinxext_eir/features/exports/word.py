"""Word and OpenDocument: pandoc's writers, with styles of ours for the parts of an article.

pandoc takes styles from a reference document. Ours is pandoc's own, with the styles in ``assets/word`` put in, so that what we change
can be read, and what pandoc needs is there.
"""

from __future__ import annotations

import re
import tempfile
from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from xml.etree import ElementTree as ET

from ...assets import ASSETS
from ...core.bridge.elements import (
    attributes,
    document,
    element,
    meta_list,
    meta_string,
    meta_text,
)
from ...core.languages import language_of
from ...csl.pandoc import environment, find_pandoc
from ...csl.processes import ProcessError, run
from ...text.files import write_file
from ...text.languages import direction_of_language
from .builder import ArticleBuilder
from .directions import (
    directed_opendocument,
    directed_word,
    directions,
    marked,
    with_programs_as_written,
)
from .packages import namespaces, repacked
from .pandoc import EXPORTING, TIMEOUT, ExportError, run_pandoc

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from ...core.bridge.elements import Element
    from ...text.article import Article
    from .article import Parts

STYLES = {
    "eir-subtitle": "Subtitle",
    "eir-canonical": "Source Address",
    "eir-byline": "Author",
    "eir-standfirst": "Standfirst",
    "eir-pull-quote": "Pull Quote",
    "eir-about-author": "Biography",
    "eir-entry": "Bibliography",
}
"""Class of a part of an article → the style of its paragraphs. Subtitle, Author and Bibliography are pandoc's own names."""

WORD_NUMBERS = {
    "arabic": "decimal",
    "arabic-indic": "decimal",  # Word shows the digits of the text around
    "lower-alpha": "lowerLetter",
    "lower-roman": "lowerRoman",
    "symbols": "chicago",
    "upper-alpha": "upperLetter",
    "upper-roman": "upperRoman",
}
"""``eir_note_style`` → Word's format of numbers (ECMA-376, part 1, section 17.18.59). Word has no brackets around them."""

OPENDOCUMENT_NUMBERS = {"lower-alpha": "a", "lower-roman": "i", "upper-alpha": "A", "upper-roman": "I"}
"""The same in OpenDocument, which has no symbols (ODF 1.3, part 3, section 19.500)."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"

FOOTER = "word/footer1.xml"


class _WordProcessorBuilder(ArticleBuilder):
    """Writes files for a word processor."""

    target: ClassVar[str]
    """pandoc's name of the format."""
    template: ClassVar[str]
    """The template, which leaves authors and date out of the text: the byline has them."""
    space: ClassVar[str] = " "
    """How names of styles have a space."""

    def prepare_writing(self, docnames: AbstractSet[str]) -> None:
        """Make the reference document, once for all articles."""
        self.reference = self.cache / f"reference.{self.target}"
        self.reference.write_bytes(self.styled(_default_reference(self.target, self.cache)))

    def styled(self, reference: bytes) -> bytes:
        """Return pandoc's *reference* document with styles of ours."""
        raise NotImplementedError

    def write_file(self, path: Path, docname: str, parts: Parts, article: Article) -> None:
        """Have pandoc write the file, and complete it where something in it runs from right to left."""
        direction = direction_of_language(language_of(self.env, docname))
        blocks = with_programs_as_written(styled_blocks(parts.body, self.space), direction)
        has_directions = "rtl" in {direction, *directions(blocks)}
        if has_directions:
            blocks = self.marked(blocks)
        template = ASSETS / "word" / self.template
        options = ["--standalone", f"--reference-doc={self.reference}", f"--template={template}"]
        tree = document(blocks, self.meta(docname, parts, article))
        with tempfile.TemporaryDirectory() as folder:  # an interrupted build leaves no half file
            made = Path(folder) / path.name
            run_pandoc(tree, self.target, options=options, output=made, cache=self.cache)
            archive = made.read_bytes()
        write_file(path, self.directed(archive, direction) if has_directions else archive)

    def marked(self, blocks: list[Element]) -> list[Element]:
        """Return *blocks* with what :meth:`directed` needs of them."""
        return blocks

    @abstractmethod
    def directed(self, archive: bytes, direction: str) -> bytes:
        """Return the file *archive* with the directions that pandoc doesn't write, in a document of *direction*."""

    def meta(self, docname: str, parts: Parts, article: Article) -> dict[str, Any]:
        """Return what a word processor shows as properties of the file."""
        values: dict[str, Any] = {
            "title": element("MetaInlines", parts.title),
            "author": meta_list(meta_text(author.name) for author in article.authors),
            "subject": meta_text(article.whole_title),
            "description": meta_text(article.description),
            "keywords": meta_list(meta_text(word) for word in article.keywords),
            "lang": meta_string(language := language_of(self.env, docname)),
            "dir": meta_string("rtl" if direction_of_language(language) == "rtl" else ""),
        }
        return {name: value for name, value in values.items() if value["c"]}


class WordBuilder(_WordProcessorBuilder):
    """The builder ``eir-docx``: a Word file of each article, with Word's own notes."""

    name = "eir-docx"
    target = "docx"
    template = "template.openxml"
    suffix = ".docx"
    epilog = "The Word files are in %(outdir)s."

    def styled(self, reference: bytes) -> bytes:
        """Put in the styles, and a footer with the number of the page."""
        ours = ET.parse(ASSETS / "word" / "styles.xml").getroot()  # noqa: S314 - a file of ours
        numbers = WORD_NUMBERS[self.config.eir_note_style]
        return repacked(
            reference,
            {
                "word/styles.xml": lambda text: _with_styles(text, ours, f"{W}styleId", f"{W}docDefaults"),
                "word/document.xml": lambda text: re.sub(
                    rb"<w:sectPr>.*?</w:sectPr>", _SECTION % numbers.encode(), text, flags=re.DOTALL
                ),
                "word/_rels/document.xml.rels": lambda text: text.replace(
                    b"</Relationships>", _FOOTER_RELATION + b"</Relationships>"
                ),
                "[Content_Types].xml": lambda text: text.replace(b"</Types>", _FOOTER_TYPE + b"</Types>"),
            },
            {FOOTER: _FOOTER},
        )

    def directed(self, archive: bytes, direction: str) -> bytes:
        """Direct tables."""
        return directed_word(archive, direction)


class OpenDocumentBuilder(_WordProcessorBuilder):
    """The builder ``eir-odt``: an OpenDocument file of each article."""

    name = "eir-odt"
    target = "odt"
    template = "template.opendocument"
    space = "_20_"  # as pandoc leaves it, and word processors have it (ODF 1.3, part 3, section 19.502, with its display name)
    suffix = ".odt"
    epilog = "The OpenDocument files are in %(outdir)s."

    def styled(self, reference: bytes) -> bytes:
        """Put in the styles; pandoc's page has a number already."""
        ours = ET.parse(ASSETS / "word" / "odt-styles.xml").getroot()  # noqa: S314 - a file of ours
        numbers = OPENDOCUMENT_NUMBERS.get(self.config.eir_note_style, "1")
        brackets = self.config.eir_note_brackets
        noted = f'style:num-format="{numbers}" style:num-prefix="{brackets[:1]}" style:num-suffix="{brackets[1:]}"'

        def changed(text: bytes) -> bytes:
            notes = rb'(<text:notes-configuration text:note-class="footnote"[^>]*?)style:num-format="\w"'
            return re.sub(notes, rb"\1" + noted.encode(), _with_styles(text, ours, f"{STYLE}name"))

        return repacked(reference, {"styles.xml": changed}, {})

    def marked(self, blocks: list[Element]) -> list[Element]:
        """Mark what has a direction of its own."""
        return marked(blocks)

    def directed(self, archive: bytes, direction: str) -> bytes:
        """Direct everything."""
        return directed_opendocument(archive, direction)


def styled_blocks(blocks: Iterable[Element], space: str = " ") -> list[Element]:
    """Return *blocks* with styles in the place of classes, in whose names *space* stands for a space.

    In a pull quote, a style of ours goes before that of block quotes.
    """
    return [_styled(made, space) for made in blocks]


def _styled(made: Element, space: str) -> Element:
    if made["t"] != "Div":
        return made
    (identifier, classes, pairs), content = made["c"]
    ours = [STYLES[name].replace(" ", space) for name in classes if name in STYLES]
    styles = [*pairs, *(("custom-style", name) for name in ours)]
    if "eir-pull-quote" in classes:
        content = [
            each for block in content for each in (block["c"] if block["t"] == "BlockQuote" else [block])
        ]
    return element("Div", attributes(identifier, classes, styles), styled_blocks(content, space))


def _default_reference(target: str, cache: Path) -> bytes:
    """Return pandoc's own reference document. Raises :class:`ExportError`."""
    pandoc = find_pandoc(cache, EXPORTING).path
    try:
        done = run(
            [pandoc, "--print-default-data-file", f"reference.{target}"], env=environment(), timeout=TIMEOUT
        )
    except (OSError, ProcessError) as error:
        raise ExportError(f"pandoc {error}") from None
    if done.returncode:
        raise ExportError(done.stderr.decode(errors="replace").strip())
    return done.stdout


def _with_styles(text: bytes, ours: ET.Element, key: str, *wholes: str) -> bytes:
    """Return the XML *text* with the styles of *ours* in the place of those with the same *key*; *wholes* are replaced by name."""
    for name, uri in namespaces(text).items():
        ET.register_namespace(name, uri)
    root: ET.Element = ET.fromstring(text)  # noqa: S314 - pandoc's own file
    holder = root if root.tag == ours.tag else root.find(ours.tag)
    assert holder is not None
    for style in ours:
        same = [
            old
            for old in holder
            if old.tag == style.tag and (style.tag in wholes or old.get(key) == style.get(key))
        ]
        position = list(holder).index(same[0]) if same else len(holder)
        for old in same:
            holder.remove(old)
        holder.insert(position, style)
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


_SECTION = (
    b'<w:sectPr><w:footerReference w:type="default" r:id="rIdEirFooter" '
    b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
    b'<w:footnotePr><w:numFmt w:val="%b"/><w:numRestart w:val="eachSect"/></w:footnotePr>'
    b'<w:pgSz w:w="11906" w:h="16838"/>'
    b'<w:pgMar w:top="1418" w:right="1701" w:bottom="1418" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/>'
    b"</w:sectPr>"
)
"""Notes numbered as the site has them; A4, with margins for remarks. In the order of the schema (ECMA-376, part 1, section 17.6.17)."""

_FOOTER_RELATION = (
    b'<Relationship Id="rIdEirFooter" Target="footer1.xml" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"/>'
)
_FOOTER_TYPE = (
    b'<Override PartName="/word/footer1.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>'
)
_FOOTER = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
    b'<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
)
