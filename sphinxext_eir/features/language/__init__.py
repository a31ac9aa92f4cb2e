"""Languages of documents and of passages: how their pages say them, and what their typography asks for.

``passages``, the role and the directive ``eir:lang``, and ``quotes``, when a document is read → ``mark`` says on each page, in HTML and
in LaTeX, which language stands where, and ``spaces`` keeps French stops with their words, when a page is resolved → ``visitors`` write it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.later import rooms_of
from ...core.outputs import EXPORT, add_post_transform_for_builder
from .visitors import add_nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register role, directive, nodes and steps."""
    here = rooms_of(__name__)
    add_nodes(app)
    app.add_role_to_domain("eir", "lang", here("passages:language_role"))
    app.add_directive_to_domain("eir", "lang", here("passages:LanguageDirective"))
    app.connect("builder-inited", _quote)
    app.add_transform(here("mark:MarkLanguage"))
    marks = {"html": here("mark:MarkInHtml"), "latex": here("mark:MarkInLatex")}
    add_post_transform_for_builder(app, marks, otherwise=None)
    kept = here("spaces:KeepSpaces")
    spaces = {"html": kept, "latex": here("spaces:KeepSpacesInLatex"), EXPORT: kept}
    add_post_transform_for_builder(app, spaces, otherwise=None)


def _quote(app: Sphinx) -> None:
    """Register smart quotes for builders that the project wants them for."""
    if app.builder.name not in app.config.smartquotes_excludes.get("builders", ()):
        app.add_transform(rooms_of(__name__)("quotes:QuoteInLanguage"))
