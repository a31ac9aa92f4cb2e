"""Citations and bibliographies: typed, keyed, or formatted in any CSL style.

The files, in the order that data takes:

When a document is read
    ``markup`` has the directive and the roles that an author types, ``roles`` their names; ``role_text`` reads what a role holds, and ``read_entries``
    typed entries. ``make_notes``
    makes notes of citations in a style of notes (``note_styles``). ``read_document`` makes the document's record: ``find_citations`` numbers
    its citations, ``beginnings`` says which begin a sentence, ``records`` has the classes.

When all documents are read
    ``update`` brings the results up to date. ``plan`` puts documents into groups; for groups that have changed, ``work``
    calls three stages. ``look_up`` finds the entries that citations cite, for each document by ``cited_entries``, and those that
    lists ``choose``; ``library``
    has the entries of files. ``format`` has citations and entries formatted by pandoc, in one of ``styles``. ``resolve`` says
    what each document prints; ``wording``, what its citations by key say; ``cited_works``, which works it cites, as ``kept_works`` keeps them. ``resolutions``
    and ``results`` have the classes.

When a page is resolved
    ``render`` puts the results into the page for any builder, ``render_html`` and ``render_latex`` for theirs: ``inlines``
    makes nodes of formatted text, ``sentence`` fits these into their sentence. ``visitors`` write the nodes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.domain import connect_where_recorded
from ...core.later import rooms_of
from ...core.nodes import citation_reference, eir_bibliography, eir_typed_citation
from ...core.outputs import EXPORT, add_post_transform_for_builder
from ...core.steps import step_for
from .roles import ROLES
from .visitors import add_nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register directive, roles, nodes, and the steps from what is typed to a page."""
    here = rooms_of(__name__)
    add_nodes(app)
    app.add_directive_to_domain("eir", "bibliography", here("markup:BibliographyDirective"))
    for role in ROLES:
        app.add_role_to_domain("eir", role, here("markup:citation_role"))
    app.add_transform(step_for(here("make_notes:MakeNotes"), 605, citation_reference))
    app.add_transform(here("read_document:ReadCitations"))

    def render(place: str) -> Any:
        return step_for(here(place), 61, eir_bibliography, eir_typed_citation, citation_reference)

    own = {
        "epub": render("render_html:RenderCitationsInEpub"),
        "html": render("render_html:RenderCitationsInHtml"),
        "latex": render("render_latex:RenderCitationsInLatex"),
        EXPORT: render("render:RenderCitationsInExports"),
    }
    add_post_transform_for_builder(app, own, otherwise=render("render:RenderCitations"))
    connect_where_recorded(
        app, "env-get-outdated", here("note_styles:outdated_documents"), f"{__name__}.records", "citations"
    )
    connect_where_recorded(
        app, "env-updated", here("update:update_results"), f"{__name__}.records", "citations"
    )
