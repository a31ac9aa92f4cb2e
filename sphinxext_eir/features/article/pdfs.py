"""One PDF per article (``eir_article_pdfs``): planned for LaTeX, then copied to the folder of its page."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.errors import NoUri
from sphinx.util import docname_join
from sphinx.util.nodes import clean_astext
from sphinx.util.osutil import relative_uri

from ...core.domain import eir_domain
from ...core.outputs import BuilderTransform
from ...core.page_urls import LATEX_FOLDER, has_pdf, made_pdf
from ...core.warnings import Subtype, warn
from ...text.frontmatter import Article
from ...text.identifiers import pdf_name, tex_name

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


def plan_pdfs(app: Sphinx, env: BuildEnvironment) -> None:
    """Have the LaTeX builder write a document for each article, now that all articles are known."""
    if app.builder.name != "latex" or not app.config.eir_article_pdfs:
        return
    planned = list(app.config.latex_documents)
    taken = {entry[1] for entry in planned}
    for docname, article in eir_domain(env).find_all(Article):
        target = f"{tex_name(docname)}.tex"
        if target in taken:
            message = (
                f"latex_documents has a {target!r} already: the article {docname!r} gets no PDF of its own"
            )
            warn(Subtype.CONFIG, message, location=docname)
            continue
        # References from other documents show this title as text; the PDF itself prints that of its section.
        planned.append((docname, target, article.title, "", "howto", False))
    app.config.latex_documents = planned


def pages_to_update(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the articles whose PDFs have come or gone since their pages were written. Warn of those that have none."""
    if not app.config.eir_article_pdfs or app.builder.format != "html" or app.builder.name == "epub":
        return []
    articles = [docname for docname, _article in eir_domain(env).find_all(Article)]
    without = [docname for docname in articles if not has_pdf(app.builder, docname)]
    if without:
        message = (
            f"{len(without)} of {len(articles)} articles have no PDF, and their pages no link to one ({without[0]!r}, for example): "
            f"make them first, by sphinx-build -M latexpdf, in the folder {LATEX_FOLDER!r} beside that of the pages"
        )
        warn(Subtype.ARTICLE_PDF, message, location=without[0])
    digests = {docname: "" if docname in set(without) else "PDF" for docname in articles}
    return eir_domain(env).rewrite(app, "PDFs of articles", digests)


class NameDocumentsElsewhere(BuilderTransform):
    """Gives references to documents that a PDF lacks their titles; Sphinx leaves the path that was typed.

    Before references are resolved (10).
    """

    default_priority = 9

    def run(self, **kwargs: Any) -> None:
        """Replace references to a whole document that have no text of their own."""
        if not self.config.eir_article_pdfs:
            return
        for reference in list(self.document.findall(pending_xref)):
            if reference.get("reftype") != "doc" or reference.get("refexplicit"):
                continue
            docname = docname_join(reference.get("refdoc", ""), reference["reftarget"])
            if docname in self.env.titles and not self.has(docname):
                title = clean_astext(self.env.titles[docname])
                reference.parent.replace(reference, nodes.inline("", title, classes=["doc"]))

    def has(self, docname: str) -> bool:
        """Say if *docname* is part of the document that is built."""
        try:
            self.builder.get_target_uri(docname)
        except NoUri:
            return False
        return True


def copy_pdfs(app: Sphinx, exception: Exception | None) -> None:
    """Copy the PDFs that LaTeX has made, as far as it has, to the places that pages link to."""
    if exception or not app.config.eir_article_pdfs or app.builder.format != "html":
        return
    if app.builder.name == "epub":
        return
    for docname, _article in eir_domain(app.env).find_all(Article):
        made = made_pdf(app.builder, docname)
        if made.is_file():
            copy = app.outdir / pdf_name(docname)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(made, copy)


def pdf_link(builder: Builder, docname: str) -> str:
    """Return the relative URL from the page of the article *docname* to its PDF."""
    page = builder.get_target_uri(docname).partition("#")[0]  # `singlehtml` has one page
    return relative_uri(page, quote(pdf_name(docname)))
