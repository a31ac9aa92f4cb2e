"""What machines are told of an article, in the ``head`` of its page; and the ``images`` of previews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.domain import connect_where_used
from ...core.later import rooms_of
from ...core.nodes import eir_article
from ...core.outputs import on_html_page
from ...core.steps import step_for

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register the transform, and the steps that put metadata and pictures into the output."""
    here = rooms_of(__name__)
    app.add_transform(step_for(here("head:DescribeArticle"), 850, eir_article))
    connect_where_used(app, "write-started", here("images:copy_images"))
    # After other extensions, such as sphinxext-opengraph: their tags of the same names are taken out.
    on_html_page(app, here("head:add_metadata"), priority=900)
