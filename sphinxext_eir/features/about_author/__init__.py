"""``eir:about-author``: what stands at the end of an essay. ``biography`` has all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.domain import connect_where_recorded
from ...core.later import rooms_of
from ...core.nodes import eir_about_author
from ...core.outputs import EXPORT, add_post_transform_for_builder
from ...core.steps import step_for

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register directive, node and fallback."""
    here = rooms_of(__name__)
    app.add_node(
        eir_about_author,
        html=(here("biography:visit_about_author_html"), here("biography:depart_about_author_html")),
        latex=(here("biography:visit_about_author_latex"), here("biography:depart_about_author_latex")),
    )
    app.add_directive_to_domain("eir", "about-author", here("biography:AboutAuthorDirective"))
    app.add_transform(step_for(here("biography:FillBiography"), 335, eir_about_author))
    connect_where_recorded(
        app, "env-get-outdated", here("biography:pages_to_fill"), f"{__name__}.biography", "biographies"
    )
    connect_where_recorded(
        app, "env-updated", here("biography:pages_to_write"), f"{__name__}.biography", "biographies"
    )
    own = {"html": None, "latex": None, EXPORT: None}
    add_post_transform_for_builder(
        app, own, otherwise=step_for(here("biography:PlaceBiography"), 8, eir_about_author)
    )
