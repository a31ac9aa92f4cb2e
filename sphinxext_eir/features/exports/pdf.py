"""PDF, set by Typst, which a wheel brings."""

from __future__ import annotations

import importlib.util
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from sphinx.errors import SphinxError

from ...assets import ASSETS
from ...core.bridge.elements import document, element, meta_map
from ...core.warnings import Subtype, warn
from ...text.languages import direction_of_language
from .builder import ArticleBuilder
from .pandoc import ExportError, run_pandoc
from .typst import Typesetting, string, strings

if TYPE_CHECKING:
    from ...core.bridge.elements import Element
    from ...text.frontmatter import Article
    from .article import Parts

NUMBERINGS = {
    "arabic": "1",
    "lower-alpha": "a",
    "lower-roman": "i",
    "upper-alpha": "A",
    "upper-roman": "I",
}
"""``eir_note_style`` → Typst's numbering (Typst reference, "Numbering")."""

STANDARD = "ua-1"
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
        """Have pandoc write Typst, and Typst the PDF."""
        setting = Typesetting()
        body = setting.blocks(parts.body)
        title = setting.blocks(parts.title) or [element("Str", article.title)]
        typst = self._typst(body, title, parts, article)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "main.typ").write_text(typst, encoding="utf-8")
            shutil.copyfile(self._template(), folder / "article.typ")
            for picture, source in setting.pictures.items():
                shutil.copyfile(source, folder / picture)
            self._compile(folder / "main.typ", path, docname, setting.without_text)

    def _template(self) -> Path:
        return ASSETS / "typst" / "article.typ"

    def _typst(self, body: list[Element], title: list[Element], parts: Parts, article: Article) -> str:
        parameters = {name: element("MetaInlines", [_code(value)]) for name, value in self.parameters(parts, article).items()}
        parameters["title"] = element("MetaInlines", [_code("["), *title, _code("]")])
        return run_pandoc(
            document(body, {"parameters": meta_map(**parameters)}),
            "typst-smart",
            options=["--standalone", f"--template={ASSETS / 'typst' / 'template.typst'}"],
            cache=self.cache,
        )

    def parameters(self, parts: Parts, article: Article) -> dict[str, str]:
        """Return what the template's function ``article`` is given but the title: name → Typst."""
        head = parts.head
        language, _, region = self.config.language.replace("_", "-").partition("-")
        left, right = (self.config.eir_note_brackets or "  ").strip() or ("", "")
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
            "dir": direction_of_language(self.config.language),
            "note-numbering": string(f"{left}{numbering}{right}"),
        }
        if len(region) == 2:
            values["region"] = string(region)
        return values

    def _compile(self, source: Path, path: Path, docname: str, without_text: list[str]) -> None:
        """Set the PDF to the standard; if that can't be, say why and set it without."""
        import typst  # takes a tenth of a second

        made = path.with_suffix(".part")
        try:
            typst.compile(source, output=made, pdf_standards=[STANDARD], format="pdf")
        except (typst.TypstError, RuntimeError) as error:
            reason = str(error)
            try:
                typst.compile(source, output=made, format="pdf")
            except (typst.TypstError, RuntimeError) as other:
                made.unlink(missing_ok=True)
                raise ExportError(f"Typst stopped: {other}") from other
            named = f" (of {', '.join(without_text)})" if without_text else ""
            message = f"{path.name} isn't accessible as PDF/UA-1 has it: {reason}{named}"
            warn(Subtype.EXPORT, message, location=docname)
        made.replace(path)


def masthead(article: Article) -> str:
    """Return journal, volume, issue and pages, as far as they are known: ``E-International Relations 12(3), 45–60``."""
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
