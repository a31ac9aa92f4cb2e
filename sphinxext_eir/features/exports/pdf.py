"""PDF, set by Typst, which a wheel brings."""

from __future__ import annotations

import importlib.util
import shutil
from typing import TYPE_CHECKING, ClassVar, Literal

from sphinx.errors import SphinxError

from ...assets import ASSETS
from ...core.bridge.elements import document, element, meta_map
from ...core.domain import eir_domain
from ...core.languages import language_of
from ...core.warnings import Subtype, warn
from ...text.frontmatter import Article
from ...text.identifiers import slug
from ...text.languages import direction_of_language
from .builder import ArticleBuilder
from .pandoc import ExportError, run_pandoc
from .typst import Typesetting, string, strings

if TYPE_CHECKING:
    from pathlib import Path

    from ...core.bridge.elements import Element
    from .article import Parts

NUMBERINGS = {
    "arabic": "1",
    "arabic-indic": "١",  # noqa: RUF001 - the digit one
    "lower-alpha": "a",
    "lower-roman": "i",
    "symbols": "*",
    "upper-alpha": "A",
    "upper-roman": "I",
}
"""``eir_note_style`` → Typst's numbering (Typst reference, "Numbering")."""

STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1 (ISO 14289-1), which Typst keeps to or says why it can't."""


class PdfBuilder(ArticleBuilder):
    """The builder ``eir-pdf``: the reference copy of each article as a PDF."""

    name = "eir-pdf"
    suffix = ".pdf"
    epilog = "The PDFs are in %(outdir)s."
    supported_image_types: ClassVar[list[str]] = [
        "image/svg+xml",
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
    ]

    def init(self) -> None:
        """Find pandoc and Typst."""
        super().init()
        if importlib.util.find_spec("typst") is None:
            raise SphinxError("PDFs need Typst: pip install 'sphinxext-eir[typst]'")

    def write_file(self, path: Path, docname: str, parts: Parts, article: Article) -> None:
        """Have pandoc write Typst, into a folder with all that it needs. The PDF is set when all are written."""
        setting = Typesetting()
        body = setting.blocks(parts.body)
        title = setting.blocks(parts.title) or [element("Str", article.title)]
        typst = self._typst(docname, body, title, parts, article)
        path.unlink(missing_ok=True)
        folder = self._folder(docname)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for picture, source in setting.pictures.items():
            shutil.copyfile(source, folder / picture)
        (folder / "without-text").write_text(", ".join(setting.without_text), encoding="utf-8")
        shutil.copyfile(self._template(), folder / "article.typ")
        (folder / "main.typ").write_text(typst, encoding="utf-8")

    def _folder(self, docname: str) -> Path:
        return self.cache / "typst" / slug(docname)

    def finish(self) -> None:
        """Set what is written, in this process: Typst's threads don't live on in the children of parallel builds."""
        for docname, _ in eir_domain(self.env).find_all(Article):
            folder = self._folder(docname)
            if (folder / "main.typ").is_file():
                try:
                    self._compile(folder, self.path_of(docname), docname)
                except ExportError as error:
                    self.say_unwritten(docname, error)
                shutil.rmtree(folder, ignore_errors=True)
        super().finish()

    def _template(self) -> Path:
        return ASSETS / "typst" / "article.typ"

    def _typst(
        self, docname: str, body: list[Element], title: list[Element], parts: Parts, article: Article
    ) -> str:
        parameters = {
            name: element("MetaInlines", [_code(value)])
            for name, value in self.parameters(docname, parts, article).items()
        }
        parameters["title"] = element("MetaInlines", [_code("["), *title, _code("]")])
        return run_pandoc(
            document(body, {"parameters": meta_map(**parameters)}),
            "typst-smart",
            options=["--standalone", f"--template={ASSETS / 'typst' / 'template.typst'}"],
            cache=self.cache,
        )

    def parameters(self, docname: str, parts: Parts, article: Article) -> dict[str, str]:
        """Return what the template's function ``article`` is given but the title: name → Typst."""
        head = parts.head
        tag = language_of(self.env, docname)
        language, _, region = tag.partition("-")
        brackets = self.config.eir_note_brackets
        numbering = NUMBERINGS.get(self.config.eir_note_style, "1")
        values = {
            "short-title": string(head.get("title", "") or article.short_title or article.title),
            "authors": strings(author.name for author in article.authors),
            "written-by": _optional(head.get("written_by", "")),
            "page-word": string(head.get("page", "") or "Page"),
            "notice": _optional(head.get("notice", "")),
            "masthead": _optional(masthead(article)),
            "identifiers": _optional(identifiers(article)),
            "description": string(article.description),
            "keywords": strings(article.keywords),
            "lang": string(language),
            "dir": direction_of_language(tag),
            "note-numbering": string(f"{brackets[:1]}{numbering}{brackets[1:]}"),
        }
        if len(region) == 2:
            values["region"] = string(region)
        return values

    def _compile(self, folder: Path, path: Path, docname: str) -> None:
        """Set the PDF to the standard; if that can't be, say why and set it without. Raises :class:`ExportError`."""
        import typst  # takes a tenth of a second

        source, made = folder / "main.typ", folder / "made.pdf"
        try:
            typst.compile(source, output=made, pdf_standards=STANDARD, format="pdf")
        except (typst.TypstError, RuntimeError) as error:
            try:
                typst.compile(source, output=made, format="pdf")
            except (typst.TypstError, RuntimeError) as other:
                raise ExportError(f"Typst stopped: {other}") from other
            pictures = (folder / "without-text").read_text(encoding="utf-8")
            named = f" (of {pictures})" if pictures else ""
            message = f"{path.name} isn't accessible as PDF/UA-1 has it: {error}{named}"
            warn(Subtype.EXPORT, message, location=docname)
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(made, path)


def masthead(article: Article) -> str:
    """Return journal, volume, issue and pages, as far as they are known: ``E-International Relations 12(3)``, and the pages."""
    number = article.volume + (f"({article.issue})" if article.issue else "")
    name = " ".join(part for part in (article.journal or article.publisher, number) if part)
    return ", ".join(part for part in (name, article.pages) if part) if number or article.journal else ""


def identifiers(article: Article) -> str:
    """Return the DOI as an address."""
    return f"https://doi.org/{article.doi}" if article.doi else ""


def _optional(text: str) -> str:
    return string(text) if text else "none"


def _code(text: str) -> Element:
    return element("RawInline", "typst", text)
