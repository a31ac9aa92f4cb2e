"""``eir:cite-this``: how to cite an article, in words and in the formats of reference managers.

``markup`` leaves a placeholder, and a record that there is one → ``formats`` writes the article in each format → ``files`` offers
them for download, and names them → ``render`` puts the citation in its place, when the page is resolved → ``visitors`` write it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.outputs import EXPORT, add_post_transform_for_builder
from .files import write_files
from .markup import CiteThisDirective, ClaimCiteThis
from .render import (
    FreeTabLabels,
    PlaceCitation,
    PlaceCitationInEpub,
    PlaceCitationInFiles,
    PlaceCitationInHtml,
)
from .visitors import add_nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register the directive, and the steps from what it leaves to a page and to files."""
    add_nodes(app)
    app.add_directive_to_domain("eir", "cite-this", CiteThisDirective)
    app.add_transform(ClaimCiteThis)
    own = {"epub": PlaceCitationInEpub, "html": PlaceCitationInHtml, EXPORT: PlaceCitationInFiles}
    add_post_transform_for_builder(app, own, otherwise=PlaceCitation)
    app.add_post_transform(FreeTabLabels)
    app.connect("build-finished", write_files)
