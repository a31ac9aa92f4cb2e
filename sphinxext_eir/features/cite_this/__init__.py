"""``eir:cite-this``: how to cite an article, in words and in the formats of reference managers.

``markup`` leaves a placeholder, and a record that there is one → ``formats`` writes the article in each format → ``files`` offers
them for download, and names them → ``render`` puts the citation in its place, when the page is resolved → ``visitors`` write it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.domain import connect_where_used
from ...core.later import rooms_of
from ...core.outputs import EXPORT, add_post_transform_for_builder
from .visitors import add_nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register the directive, and the steps from what it leaves to a page and to files."""
    here = rooms_of(__name__)
    add_nodes(app)
    app.add_directive_to_domain("eir", "cite-this", here("markup:CiteThisDirective"))
    app.add_transform(here("markup:ClaimCiteThis"))
    own = {
        "epub": here("render:PlaceCitationInEpub"),
        "html": here("render:PlaceCitationInHtml"),
        EXPORT: here("render:PlaceCitationInFiles"),
    }
    add_post_transform_for_builder(app, own, otherwise=here("render:PlaceCitation"))
    app.add_post_transform(here("render:FreeTabLabels"))
    connect_where_used(app, "build-finished", here("files:write_files"))
