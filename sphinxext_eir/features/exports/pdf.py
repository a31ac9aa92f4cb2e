"""PDF, set by Typst, which a wheel brings."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from sphinx.errors import SphinxError

from ...assets import ASSETS
from ...core.bridge.elements import document, element, meta_map
from ...core.domain import eir_domain
from ...core.kinds import name_of_kind
from ...core.languages import language_of
from ...core.outputs import PDF
from ...core.warnings import Subtype, warn
from ...text.fields import license_url
from ...text.frontmatter import Article
from ...text.identifiers import slug
from ...text.languages import direction_of_language, script_of
from .builder import ArticleBuilder
from .masthead import masthead, numbers
from .pandoc import ExportError, run_pandoc
from .typesetter import FACES, Typesetter, faces, lacks_face, packaged_fonts
from .typst import Typesetting, string, strings

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

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

TEMPLATE = "article.typ"
"""The file of a template's folder that has the function ``article``."""


class PdfBuilder(ArticleBuilder):
    """The builder ``eir-pdf``: the reference copy of each article as a PDF."""

    name = PDF
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

    @property
    def _root(self) -> Path:
        """The folder for Typst: ``eir``, our template; ``template``, the site's or ours again; ``articles``, what is to be set."""
        return self.cache / "typst"

    @property
    def _template(self) -> Path:
        """The folder of the template. One that has none is ours."""
        ours, typed = ASSETS / "typst", self.config.eir_typst_template
        theirs = Path(self.confdir) / typed if typed else ours
        return theirs if (theirs / TEMPLATE).is_file() else ours

    @property
    def _font_folders(self) -> list[Path]:
        return [Path(self.confdir) / folder for folder in self.config.eir_typst_fonts]

    def made_with(self) -> list[object]:
        """Return the same, the site's template, and the names of fonts that the project and packages bring."""
        template = [path.read_bytes() for path in sorted(self._template.rglob("*")) if path.is_file()]
        fonts = sorted(path.name for folder in self._font_folders for path in folder.rglob("*"))
        return [*super().made_with(), template, fonts, list(packaged_fonts())]

    def prepare_writing(self, docnames: AbstractSet[str]) -> None:
        """Put the templates in their places, and say if the site's isn't there."""
        typed = self.config.eir_typst_template
        if typed and self._template == ASSETS / "typst":
            message = (
                f"eir_typst_template: there is no {TEMPLATE} in {Path(self.confdir) / typed}; ours is used"
            )
            warn(Subtype.EXPORT, message)
        for folder in self._font_folders:
            if not folder.is_dir():
                warn(Subtype.EXPORT, f"eir_typst_fonts: there is no folder {folder}")
        shutil.rmtree(self._root, ignore_errors=True)
        shutil.copytree(ASSETS / "typst", self._root / "eir")
        shutil.copytree(self._template, self._root / "template")

    def write_file(self, path: Path, docname: str, parts: Parts, article: Article) -> None:
        """Have pandoc write Typst, into a folder with all that it needs. The PDF is set when all are written."""
        setting = Typesetting()
        body = setting.blocks(parts.body)
        title = setting.blocks(parts.title) or [element("Str", article.title)]
        typst = self._typst(docname, body, title, parts, article)
        path.unlink(missing_ok=True)
        folder = self._folder(docname)
        folder.mkdir(parents=True)
        for picture, source in setting.pictures.items():
            shutil.copyfile(source, folder / picture)
        (folder / "without-text").write_text(", ".join(setting.without_text), encoding="utf-8")
        (folder / "main.typ").write_text(typst, encoding="utf-8")

    def _folder(self, docname: str) -> Path:
        return self._root / "articles" / slug(docname)

    def finish(self) -> None:
        """Set what is written, in this process: Typst's threads don't live on in the children of parallel builds."""
        written = [
            docname
            for docname, _ in eir_domain(self.env).find_all(Article)
            if (self._folder(docname) / "main.typ").is_file()
        ]
        if written:
            typesetter = Typesetter(self._root, self._font_folders)
            for docname in written:
                try:
                    self._compile(typesetter, docname)
                except ExportError as error:
                    self.say_unwritten(docname, error)
        shutil.rmtree(self._root, ignore_errors=True)
        super().finish()

    def _compile(self, typesetter: Typesetter, docname: str) -> None:
        """Set the PDF of *docname*, and say in what it falls short. Raises :class:`ExportError`."""
        folder, path = self._folder(docname), self.path_of(docname)
        script = script_of(language_of(self.env, docname))
        (folder / "faces.typ").write_text(
            f"#let faces = {strings(faces(script, typesetter.families))}\n", encoding="utf-8"
        )
        made, source = folder / "made.pdf", (folder / "main.typ").read_text(encoding="utf-8")
        if reason := typesetter.set(folder / "main.typ", made):
            pictures = (folder / "without-text").read_text(encoding="utf-8")
            named = f" (of {pictures})" if pictures else ""
            message = f"{path.name} isn't accessible as PDF/UA-1 has it: {reason}{named}"
            warn(Subtype.EXPORT, message, location=docname)
        if lacks_face(source, typesetter.families):
            message = (
                f"{path.name} has Arabic letters of a typewriter, since no face for Arabic is installed "
                f"({', '.join(FACES['Arab'])}): pip install fontpkg-amiri, or name a folder with one in eir_typst_fonts"
            )
            warn(Subtype.EXPORT, message, location=docname)
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(made, path)

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
            "layout": string(self.config.eir_article_layout),
            "journal": _optional(article.journal or article.publisher),
            "number": _optional(numbers(article)),
            "kicker": _optional(name_of_kind(article.kind, tag)),
            "issn": _optional(article.issn),
            "doi": _optional(article.doi),
            "license": _optional(article.license),
            "license-url": _optional(license_url(article.license)),
            "description": string(article.description),
            "keywords": strings(article.keywords),
            "lang": string(language),
            "dir": direction_of_language(tag),
            "note-numbering": string(f"{brackets[:1]}{numbering}{brackets[1:]}"),
        }
        if len(region) == 2:
            values["region"] = string(region)
        return values


def _optional(text: str) -> str:
    return string(text) if text else "none"


def _code(text: str) -> Element:
    return element("RawInline", "typst", text)
