"""``eir:issue``: the contents of an issue, on a page of its own; and the way from one of its articles to the next.

``markup`` leaves a placeholder, and makes the record, when the document is read → ``core.issues`` finds the articles of an issue, in the
order of their pages → ``render`` prints the contents, and puts the neighbours under each article (HTML) → ``update`` has pages written again
that show them. The issue is told to machines by ``record``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.nodes import eir_issue, eir_issue_opening
from ...core.outputs import PDF, add_post_transform_for_builder, on_html_page
from .markup import IssueDirective, NoteIssues
from .record import add_record
from .render import PlaceIssues, PlaceIssuesInHtml, PlaceIssuesInPdf, PlaceNeighbours
from .update import articles_to_update, pages_to_update

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register directive, node, and the steps from what is typed to a page."""
    app.add_node(eir_issue)
    app.add_node(eir_issue_opening)
    app.add_directive_to_domain("eir", "issue", IssueDirective)
    app.add_transform(NoteIssues)
    own = {"gettext": None, PDF: PlaceIssuesInPdf, "epub": PlaceIssues, "html": PlaceIssuesInHtml}
    add_post_transform_for_builder(app, own, otherwise=PlaceIssues)
    add_post_transform_for_builder(app, {"epub": None, "html": PlaceNeighbours}, otherwise=None)
    app.connect("env-updated", pages_to_update)
    app.connect("env-updated", articles_to_update)
    on_html_page(app, add_record)
