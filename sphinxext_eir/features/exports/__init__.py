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

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders import Builder

from ...core.domain import connect_where_used
from ...core.later import rooms_of
from ...core.outputs import EXPORT

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

BUILDERS = {
    "eir-docx": "word:WordBuilder",
    "eir-odt": "word:OpenDocumentBuilder",
    "eir-pdf": "pdf:PdfBuilder",
    "eir-jats": "jats:JatsBuilder",
    "eir-crossref": "crossref:CrossrefBuilder",
    "eir-doaj": "doaj:DoajBuilder",
    "eir-dc": "dublin_core:DublinCoreBuilder",
}
"""Name of a builder → its class."""

KEPT_PDFS = "eir/pdf"
"""The folder, beside the doctrees, in which PDFs are kept, so that only those of changed articles are made again."""


def setup_feature(app: Sphinx) -> None:
    """Register the builders."""
    here = rooms_of(__name__)
    for name, place in BUILDERS.items():
        app.add_builder(_made_by(name, here(place)))
    app.connect("builder-inited", _put_beside_pages)


def _put_beside_pages(app: Sphinx) -> None:
    """Have PDFs made where they are asked for, or removed where they were."""
    if (
        app.config.eir_article_pdfs
        or app.config.eir_issue_pdfs
        or (Path(app.doctreedir) / KEPT_PDFS).is_dir()
    ):
        here = rooms_of(__name__)
        connect_where_used(app, "env-updated", here("beside_pages:pages_to_update"))
        connect_where_used(app, "write-started", here("beside_pages:make_pdfs"))


def _made_by(name: str, real: type[Builder]) -> type[Builder]:
    """Return the builder *name*, a class as Sphinx and its themes want, which makes a *real* one where it is chosen."""

    def new(_cls: type[Builder], app: Sphinx, env: BuildEnvironment) -> Builder:
        return real(app, env)

    return type(name, (Builder,), {"name": name, "format": EXPORT, "__new__": new})
