"""One PDF per article (``eir_article_pdfs``): what LaTeX is to make, and where the results go."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx.util import texescape
from sphinx.util.osutil import relative_uri

from ..bylines import in_a_row
from ..domain import eir_domain
from ..frontmatter import Article
from ..identifiers import pdf_name, tex_name
from ..warnings import Subtype, warn

if TYPE_CHECKING:

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

LATEX_FOLDER = "latex"
"""Where ``sphinx-build -M latexpdf`` leaves PDFs: a folder beside that of the pages."""


def plan_pdfs(app: Sphinx, env: BuildEnvironment) -> None:
    """Have the LaTeX builder write a document for each article, now that they are known."""
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
        title, authors = (
            texescape.escape(text, app.config.latex_engine)
            for text in (article.title, in_a_row(article.authors))
        )
        planned.append((docname, target, title, authors, "howto", False))
    app.config.latex_documents = planned


def copy_pdfs(app: Sphinx, exception: Exception | None) -> None:
    """Copy the PDFs that LaTeX has made, if it has, to where pages link to them."""
    if exception or not app.config.eir_article_pdfs or app.builder.format != "html":
        return
    if app.builder.name == "epub":
        return
    for docname, _article in eir_domain(app.env).find_all(Article):
        made = app.outdir.parent / LATEX_FOLDER / f"{tex_name(docname)}.pdf"
        if made.is_file():
            copy = app.outdir / pdf_name(docname)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(made, copy)


def pdf_link(builder: Builder, docname: str) -> str:
    """Return the way from the page of the article *docname* to its PDF."""
    page = builder.get_target_uri(docname).partition("#")[0]  # `singlehtml` has one page
    return relative_uri(page, quote(pdf_name(docname)))
