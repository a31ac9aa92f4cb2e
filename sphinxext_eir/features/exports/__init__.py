"""Articles as files for others: Word, OpenDocument, JATS and PDF. One file for each article, through the bridge to pandoc.

``article`` takes the parts out of a resolved doctree, ``pandoc`` runs pandoc on them, and ``builder`` is what the builders share.
``word`` has the two for word processors; ``directions`` completes those of texts from right to left, and ``packages`` changes files in
their archives. ``jats`` makes a file of what ``jats_parts`` keeps apart, what pandoc makes of the rest, and
the front, ``jats_front``. ``typst`` prepares an article for Typst, and ``issue_pdf`` an issue; ``pdf`` has ``typesetter`` set both;
``beside_pages`` does so while HTML is built, for ``eir_article_pdfs`` and ``eir_issue_pdfs``.

``deposit`` collects what others are told of articles, and writes it as ``crossref`` and ``doaj`` have it, in one file for all articles,
and ``dublin_core``, in one for each. ``masthead`` says where in its journal an article stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .beside_pages import make_pdfs, pages_to_update
from .crossref import CrossrefBuilder
from .doaj import DoajBuilder
from .dublin_core import DublinCoreBuilder
from .jats import JatsBuilder
from .pdf import PdfBuilder
from .word import OpenDocumentBuilder, WordBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register the builders."""
    for builder in (
        WordBuilder,
        OpenDocumentBuilder,
        PdfBuilder,
        JatsBuilder,
        CrossrefBuilder,
        DoajBuilder,
        DublinCoreBuilder,
    ):
        app.add_builder(builder)
    app.connect("env-updated", pages_to_update)
    app.connect("write-started", make_pdfs)
