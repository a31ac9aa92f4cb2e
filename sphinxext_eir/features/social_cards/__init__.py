"""Pictures of titles for previews of links (``eir_social_cards``): ``pictures`` draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.domain import connect_where_used
from ...core.later import rooms_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Draw the pictures when all documents are read."""
    connect_where_used(app, "env-updated", rooms_of(__name__)("pictures:draw_cards"))
