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
from ...core.issues import all_issue_pdfs
from ...core.kinds import name_of_kind
from ...core.languages import language_of
from ...core.nodes import eir_issue_opening
from ...core.outputs import PDF
from ...core.warnings import Subtype, warn
from ...text.article import Article
from ...text.fields import license_url
from ...text.files import write_file
from ...text.identifiers import slug
from ...text.languages import direction_of_language, script_of
from .builder import ArticleBuilder
from .issue_pdf import MAIN, IssueSources, label_of, numbers_of_pages, prefix_of
from .masthead import masthead, numbers
from .pandoc import ExportError, run_pandoc
from .typesetter import FACES, Typesetter, faces, lacks_face, packaged_fonts
from .typst import ARTICLE, Typesetting, optional, string, strings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from docutils import nodes

    from ...core.bridge.elements import Element
    from ...core.issues import IssuePdf
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
        """The folder for Typst: ``eir``, our template; ``template``, the site's or ours again; ``articles`` and ``issues``, what is set.

        With ``eir_issue_pdfs``, articles stay there: an issue is set again when one of its articles has changed.
        """
        return self.cache / "typst"

    def issues(self) -> list[IssuePdf]:
        """Return the issues that are set: none without ``eir_issue_pdfs``."""
        return all_issue_pdfs(self.env) if self.config.eir_issue_pdfs else []

    def documents_with_files(self) -> set[str]:
        """Return the same, and the pages of issues."""
        return super().documents_with_files() | {pdf.docname for pdf in self.issues()}

    def get_outdated_docs(self) -> Iterator[str]:
        """Yield the same, and the pages of issues whose PDFs aren't there, or aren't made of what is there now."""
        yield from super().get_outdated_docs()
        articles = super().documents_with_files()
        for pdf in self.issues():
            if pdf.docname not in articles and not (
                self.is_made_alike() and self._sources(pdf).are_set(self.path_of(pdf.name))
            ):
                yield pdf.docname

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return the same; with ``eir_issue_pdfs``, an article itself, which may be in the same issue."""
        if self.config.eir_issue_pdfs and eir_domain(self.env).find(to, Article):
            return f"{ARTICLE}{to}"
        return super().get_relative_uri(from_, to, typ)

    def _is_old(self, docname: str) -> bool:
        kept = not self.config.eir_issue_pdfs or (self._folder(docname) / MAIN).is_file()
        return not kept or super()._is_old(docname)

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
        if not (self.config.eir_issue_pdfs and self.is_made_alike()):
            shutil.rmtree(self._root, ignore_errors=True)
        shutil.copytree(ASSETS / "typst", self._root / "eir", dirs_exist_ok=True)
        shutil.copytree(self._template, self._root / "template", dirs_exist_ok=True)
        if not (self._root / "template" / "issue.typ").is_file():
            shutil.copy(ASSETS / "typst" / "issue.typ", self._root / "template")

    def prepare(self, docname: str, doctree: nodes.document) -> None:
        """Do the same, and write what the issues of the page begin with."""
        super().prepare(docname, doctree)
        pdfs = {pdf.number: pdf for pdf in self.issues() if pdf.docname == docname}
        for number, opening in enumerate(list(doctree.findall(eir_issue_opening))):
            if pdf := pdfs.get(number):
                part = doctree.copy()
                part += [child.deepcopy() for child in opening.children]
                self._sources(pdf).write_opening(part, self.cache)
            opening.parent.replace(opening, opening.children)

    def write_file(self, path: Path, docname: str, parts: Parts, article: Article) -> None:
        """Have pandoc write Typst, into a folder with all that it needs. The PDF is set when all are written."""
        prefix = prefix_of(docname) if self.config.eir_issue_pdfs else ""
        setting = Typesetting(prefix, prefix_of, self.get_target_uri)
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
        (folder / MAIN).write_text(typst, encoding="utf-8")

    def _folder(self, docname: str) -> Path:
        return self._root / "articles" / slug(docname)

    def _sources(self, pdf: IssuePdf) -> IssueSources:
        return IssueSources(self._root, self.env, pdf)

    def finish(self) -> None:
        """Set what is written, in this process: Typst's threads don't live on in the children of parallel builds."""
        articles = dict(eir_domain(self.env).find_all(Article))
        wanted = [
            docname
            for docname in articles
            if (self._folder(docname) / MAIN).is_file() and not self.path_of(docname).is_file()
        ]
        typesetter = Typesetter(self._root, self._font_folders) if wanted or self.issues() else None
        if typesetter:
            for docname in wanted:
                self._compile(typesetter, docname, self._folder(docname), self.path_of(docname), {})
            for pdf in self.issues():
                self._set_issue(typesetter, pdf)
        if not self.config.eir_issue_pdfs:
            shutil.rmtree(self._root, ignore_errors=True)
        super().finish()

    def _set_issue(self, typesetter: Typesetter, pdf: IssuePdf) -> None:
        """Set the PDF of an issue if it isn't made of what is there now. An issue without articles has none."""
        sources, path = self._sources(pdf), self.path_of(pdf.name)
        if not sources.articles:
            path.unlink(missing_ok=True)
        elif not sources.are_set(path):
            path.unlink(missing_ok=True)
            try:
                sources.write_main()
            except ExportError as error:
                self.say_unwritten(pdf.docname, path, error)
                return
            given = {"eir-issue": self.config.eir_issue_numbering}
            self._compile(typesetter, pdf.docname, sources.folder, path, given)
            sources.keep_state()

    def _compile(
        self, typesetter: Typesetter, docname: str, folder: Path, path: Path, given: dict[str, str]
    ) -> None:
        """Set the PDF at *path* of what *folder* has of *docname*, and say in what it falls short."""
        script = script_of(language_of(self.env, docname))
        (folder / "faces.typ").write_text(
            f"#let faces = {strings(faces(script, typesetter.families))}\n", encoding="utf-8"
        )
        made, source = folder / "made.pdf", (folder / MAIN).read_text(encoding="utf-8")
        path.unlink(missing_ok=True)
        try:
            reason = typesetter.set(folder / MAIN, made, given)
        except ExportError as error:
            self.say_unwritten(docname, path, error)
            return
        if reason:
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
        try:
            write_file(path, made.read_bytes())
        except OSError as error:  # a full disk
            self.say_unwritten(docname, path, error)
        made.unlink()

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
            "written-by": optional(head.get("written_by", "")),
            "page-word": string(head.get("page", "") or "Page"),
            "notice": optional(head.get("notice", "")),
            "masthead": optional(masthead(article)),
            "layout": string(self.config.eir_article_layout),
            "journal": optional(article.journal or article.publisher),
            "number": optional(numbers(article)),
            "kicker": optional(name_of_kind(article.kind, tag)),
            "issn": optional(article.issn),
            "doi": optional(article.doi),
            "license": optional(article.license),
            "license-url": optional(license_url(article.license)),
            "description": string(article.description),
            "keywords": strings(article.keywords),
            "lang": string(language),
            "dir": direction_of_language(tag),
            "note-numbering": string(f"{brackets[:1]}{numbering}{brackets[1:]}"),
            **numbers_of_pages(article),
        }
        if self.config.eir_issue_pdfs:
            values["name"] = string(label_of(docname))
        if len(region) == 2:
            values["region"] = string(region)
        return values


def _code(text: str) -> Element:
    return element("RawInline", "typst", text)
