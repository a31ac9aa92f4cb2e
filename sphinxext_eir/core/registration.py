"""What core registers with Sphinx: the domain and the settings, its own nodes, and the steps that features share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .config import setup_settings
from .domain import connect_where_used, eir_domain, setup_domain
from .languages import CATALOGUE, LOCALE
from .later import rooms_of
from .nodes import eir_backlink, eir_date, eir_landmark
from .outputs import (
    COLLECT_PAGES,
    add_post_transform_for_builder,
    connect_where_pages_are_made,
    on_html_page,
    setup_outputs,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_core(app: Sphinx) -> None:
    """Register all of it."""
    setup_settings(app)
    app.add_message_catalog(CATALOGUE, str(LOCALE))
    setup_domain(app)
    setup_outputs(app)
    here = rooms_of(__package__)
    app.add_node(eir_backlink, html=(here("links:visit_backlink_html"), here("links:depart_backlink_html")))
    app.add_node(eir_date, html=(here("dates:visit_date_html"), here("dates:depart_date_html")))
    app.add_node(
        eir_landmark, html=(here("landmarks:visit_landmark_html"), here("landmarks:depart_landmark_html"))
    )
    # When a document is read
    app.connect("source-read", here("unwritable:clean_source"), priority=900)  # what other handlers make, too
    app.connect("include-read", here("unwritable:clean_included"), priority=900)
    app.add_transform(here("unwritable:CleanText"))
    app.add_transform(here("said_languages:ReadLanguage"))
    app.add_transform(here("glued_markup:ReadGluedRoles"))
    app.add_transform(here("glued_markup:NameGluedMarkup"))
    app.add_transform(here("links:DropExecutedLinks"))
    app.add_transform(here("archive:AddArchiveLinks"))
    # When all are read
    connect_where_used(app, "builder-inited", here("people:read"))
    connect_where_used(app, "env-get-outdated", here("people:outdated"))
    connect_where_used(app, "env-updated", here("people:pages_to_write"))
    connect_where_used(app, "env-updated", here("translations:relate_versions"))
    # When a page is resolved
    app.add_post_transform(here("links:PartHeadings"))
    add_post_transform_for_builder(app, {"epub": None, "html": here("links:MarkAddresses")}, otherwise=None)
    app.connect("builder-inited", _write_anchors_of_typst)
    # After ifconfig (500), which takes content out when all post-transforms have run.
    connect_where_used(app, "doctree-resolved", here("links:drop_dead_links"), priority=900)
    # Pages that no document makes, when everybody else has worked out what pages show
    app.add_event(COLLECT_PAGES)
    connect_where_pages_are_made(app, "env-updated", here("made_pages:update"), priority=950)
    connect_where_pages_are_made(app, "html-collect-pages", here("made_pages:collect"))
    # Before themes ask for the contents
    on_html_page(app, _share_contents, priority=100, of_any=True)
    connect_where_pages_are_made(app, "build-finished", here("made_pages:finish"))


def _share_contents(app: Sphinx, docname: str, context: dict[str, Any]) -> None:
    """Have the contents of the site shared by the pages that no document makes, if there are any."""
    if pages := eir_domain(app.env).made_pages:
        pages.share_contents(docname, context)


def _write_anchors_of_typst(app: Sphinx) -> None:
    """Register a post-transform for the builder of atsphinx-typst."""
    if type(app.builder).__module__.startswith("atsphinx.typst"):
        app.add_post_transform(rooms_of(__package__)("links:WriteAnchorsOfTypst"))
