"""Articles as files for others: Word, OpenDocument, JATS, PDF. One file for each article, through the bridge to pandoc.

``article`` takes the parts out of a resolved doctree. ``pandoc`` runs pandoc on them. ``builder`` is what the builders share, and
``word`` the two for word processors; ``pdf``
has Typst set what ``typst`` writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .beside_pages import make_pdfs, pages_to_update
from .jats import JatsBuilder
from .pdf import PdfBuilder
from .word import OpenDocumentBuilder, WordBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register the builders."""
    for builder in (WordBuilder, OpenDocumentBuilder, PdfBuilder, JatsBuilder):
        app.add_builder(builder)
    app.connect("env-updated", pages_to_update)
    app.connect("write-started", make_pdfs)
