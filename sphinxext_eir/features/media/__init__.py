"""``eir:media``: a film or a recording, of which a page loads nothing from others before its reader asks for it.

``markup`` has the directive, which leaves a node with a still and a caption. ``visitors`` write it for pages: a player for a file of the
project, else a link, of which the script makes a button. ``render`` prints still, link and caption in any other format. ``words`` has the names that both give it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.later import rooms_of
from ...core.nodes import eir_media
from ...core.outputs import add_post_transform_for_builder
from ...core.steps import step_for

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register directive, node and visitors."""
    here = rooms_of(__name__)
    app.add_node(eir_media, html=(here("visitors:visit_media_html"), None))
    app.add_directive_to_domain("eir", "media", here("markup:MediaDirective"))
    place = step_for(here("render:PlaceMedia"), 8, eir_media)
    add_post_transform_for_builder(app, {"epub": place, "html": None, "gettext": None}, otherwise=place)
