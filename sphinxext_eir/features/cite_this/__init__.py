"""``eir:cite-this``: how to cite an article, in words and in the formats of reference managers.

``markup`` leaves a placeholder, and a ``record`` that there is one → ``formats`` writes the article in each format → ``files`` offers
them for download, and names them → ``render`` puts the citation in its place, when the page is resolved → ``visitors`` write it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.domain import connect_where_used
from ...core.later import rooms_of
from ...core.nodes import eir_cite_this, eir_foot, eir_formats
from ...core.outputs import EXPORT, add_post_transform_for_builder
from ...core.steps import step_for
from .visitors import add_nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register the directive, and the steps from what it leaves to a page and to files."""
    here = rooms_of(__name__)
    add_nodes(app)
    app.add_directive_to_domain("eir", "cite-this", here("markup:CiteThisDirective"))
    app.add_transform(step_for(here("markup:ClaimCiteThis"), 335, eir_cite_this))

    def place(name: str) -> Any:
        return step_for(here(f"render:{name}"), 60, eir_cite_this, eir_foot, eir_formats)

    own = {
        "epub": place("PlaceCitationInEpub"),
        "html": place("PlaceCitationInHtml"),
        EXPORT: place("PlaceCitationInFiles"),
    }
    add_post_transform_for_builder(app, own, otherwise=place("PlaceCitation"))
    app.add_post_transform(step_for(here("render:FreeTabLabels"), 201, eir_cite_this))
    connect_where_used(app, "build-finished", here("files:write_files"))
