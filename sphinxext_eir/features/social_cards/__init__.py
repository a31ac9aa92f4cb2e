"""Pictures of titles for previews of links (``eir_social_cards``): ``pictures`` draws them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...core.domain import connect_where_used
from ...core.later import rooms_of
from ...core.page_urls import CARDS_FOLDER

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Draw the pictures when all documents are read."""
    app.connect("builder-inited", _draw)


def _draw(app: Sphinx) -> None:
    """Have them drawn where they are asked for, or removed where they were."""
    if app.config.eir_social_cards or (Path(app.outdir) / CARDS_FOLDER).is_dir():
        connect_where_used(app, "env-updated", rooms_of(__name__)("pictures:draw_cards"))
