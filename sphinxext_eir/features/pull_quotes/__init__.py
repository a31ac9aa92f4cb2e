"""``eir:pull-quote``: words of the text, set apart from it, and held to it.

``markup`` leaves what was typed → ``checking`` compares it with the running text, when the document is read → ``render`` puts
it in its final form, its ``words`` hidden where they repeat the text, when the page is resolved → ``visitors`` write it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.outputs import add_post_transform_for_builder
from .checking import CheckPullQuotes, TidyPullQuotes
from .markup import PullQuoteDirective, PullQuoteRole
from .render import (
    PlacePullQuotes,
    PlacePullQuotesForTranslators,
    PlacePullQuotesInHtml,
    PlacePullQuotesInLatex,
    PlacePullQuotesInPdf,
)
from .visitors import add_nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register the directive, the role, and the steps from what they leave to a page."""
    add_nodes(app)
    app.add_directive_to_domain("eir", "pull-quote", PullQuoteDirective)
    app.add_role_to_domain("eir", "pull-quote", PullQuoteRole())
    app.add_transform(TidyPullQuotes)
    app.add_transform(CheckPullQuotes)
    own: dict[str, type[PlacePullQuotes] | None] = {
        "html": PlacePullQuotesInHtml,
        "latex": PlacePullQuotesInLatex,
        "eir-pdf": PlacePullQuotesInPdf,
        "gettext": PlacePullQuotesForTranslators,
    }
    add_post_transform_for_builder(app, own, otherwise=PlacePullQuotes)
