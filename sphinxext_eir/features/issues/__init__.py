"""``eir:issue``: the contents of an issue, on a page of its own; and the way from one of its articles to the next.

``markup`` leaves a placeholder, and makes the record, when the document is read → ``core.issues`` finds the articles of an issue, in the
order of their pages → ``render`` prints the contents, and puts the neighbours under each article (HTML) → ``update`` has pages written again
that show them. The issue is told to machines by ``record``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.domain import connect_where_recorded
from ...core.later import rooms_of
from ...core.nodes import eir_issue, eir_issue_opening
from ...core.outputs import PDF, add_post_transform_for_builder, on_html_page
from ...core.steps import step_for

if TYPE_CHECKING:
    from sphinx.application import Sphinx

RECORDS = "sphinxext_eir.core.issues"
"""The module of the record of a document with issues."""


def setup_feature(app: Sphinx) -> None:
    """Register directive, node, and the steps from what is typed to a page."""
    here = rooms_of(__name__)
    app.add_node(eir_issue)
    app.add_node(eir_issue_opening)
    app.add_directive_to_domain("eir", "issue", here("markup:IssueDirective"))
    app.add_transform(step_for(here("markup:NoteIssues"), 330, eir_issue))
    plain, in_pdf, in_html = (
        step_for(here(f"render:{name}"), 8, eir_issue)
        for name in ("PlaceIssues", "PlaceIssuesInPdf", "PlaceIssuesInHtml")
    )
    own = {"gettext": None, PDF: in_pdf, "epub": plain, "html": in_html}
    add_post_transform_for_builder(app, own, otherwise=plain)
    neighbours = {"epub": None, "html": here("render:PlaceNeighbours")}
    add_post_transform_for_builder(app, neighbours, otherwise=None)
    connect_where_recorded(app, "env-updated", here("update:pages_to_update"), RECORDS, "issues")
    connect_where_recorded(app, "env-updated", here("update:articles_to_update"), RECORDS, "neighbours")
    on_html_page(app, here("record:add_record"))
