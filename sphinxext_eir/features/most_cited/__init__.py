"""``eir:most-cited``: the works and the authors that most articles of the project cite, with the articles that cite them.

``markup`` leaves a placeholder, and makes the record (``records``), when the document is read → ``tally`` counts what the articles cite: plain records,
without nodes → ``render`` prints the lists when a page is resolved → ``update`` has pages written again that show them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.domain import connect_where_recorded
from ...core.later import rooms_of
from ...core.nodes import eir_most_cited
from ...core.outputs import add_post_transform_for_builder
from ...core.steps import step_for

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register directive, node, and the steps from what is typed to a page."""
    here = rooms_of(__name__)
    app.add_node(eir_most_cited)
    app.add_directive_to_domain("eir", "most-cited", here("markup:MostCitedDirective"))
    app.add_transform(step_for(here("markup:NoteMostCited"), 330, eir_most_cited))
    place = step_for(here("render:PlaceMostCited"), 8, eir_most_cited)
    add_post_transform_for_builder(app, {"gettext": None}, otherwise=place)
    connect_where_recorded(
        app, "env-updated", here("update:pages_to_update"), f"{__name__}.records", "most cited"
    )
