"""``eir:pull-quote``: words of the text, set apart from it, and held to it.

``markup`` leaves what was typed → ``checking`` compares it with the running text, when the document is read → ``render`` puts
it in its final form, its ``words`` hidden where they repeat the text, when the page is resolved → ``visitors`` write it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.later import rooms_of
from ...core.nodes import eir_pull_quote, eir_pulled_words
from ...core.outputs import add_post_transform_for_builder
from ...core.steps import step_for
from .visitors import add_nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register the directive, the role, and the steps from what they leave to a page."""
    here = rooms_of(__name__)
    add_nodes(app)
    app.add_directive_to_domain("eir", "pull-quote", here("markup:PullQuoteDirective"))
    app.add_role_to_domain("eir", "pull-quote", here("markup:pull_quote_role"))

    def step(place: str, priority: int) -> Any:
        return step_for(here(place), priority, eir_pull_quote, eir_pulled_words)

    app.add_transform(step("checking:TidyPullQuotes", 600))
    app.add_transform(step("checking:CheckPullQuotes", 800))
    own = {
        "html": step("render:PlacePullQuotesInHtml", 60),
        "latex": step("render:PlacePullQuotesInLatex", 60),
        "eir-pdf": step("render:PlacePullQuotesInPdf", 60),
        "gettext": step("render:PlacePullQuotesForTranslators", 60),
    }
    add_post_transform_for_builder(app, own, otherwise=step("render:PlacePullQuotes", 60))
