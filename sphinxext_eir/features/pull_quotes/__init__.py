"""``eir:pull-quote``: words of the text, set apart from it, and held to it.

``markup`` leaves what was typed → ``checking`` compares it with the running text, when the document is read → ``render`` puts
it in its final form, its ``words`` hidden where they repeat the text, when the page is resolved → ``visitors`` write it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.later import rooms_of
from ...core.outputs import add_post_transform_for_builder
from .visitors import add_nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register the directive, the role, and the steps from what they leave to a page."""
    here = rooms_of(__name__)
    add_nodes(app)
    app.add_directive_to_domain("eir", "pull-quote", here("markup:PullQuoteDirective"))
    app.add_role_to_domain("eir", "pull-quote", here("markup:pull_quote_role"))
    app.add_transform(here("checking:TidyPullQuotes"))
    app.add_transform(here("checking:CheckPullQuotes"))
    own = {
        "html": here("render:PlacePullQuotesInHtml"),
        "latex": here("render:PlacePullQuotesInLatex"),
        "eir-pdf": here("render:PlacePullQuotesInPdf"),
        "gettext": here("render:PlacePullQuotesForTranslators"),
    }
    add_post_transform_for_builder(app, own, otherwise=here("render:PlacePullQuotes"))
