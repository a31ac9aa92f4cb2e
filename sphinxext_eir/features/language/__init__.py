"""Languages of documents and of passages: how their pages say them, and what their typography asks for.

``passages``, the role and the directive ``eir:lang``, and ``quotes``, when a document is read → ``mark`` says on each page, in HTML and
in LaTeX, which language stands where, and ``spaces`` keeps French stops with their words, when a page is resolved → ``visitors`` write it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.outputs import EXPORT, add_post_transform_for_builder
from .mark import MarkInHtml, MarkInLatex, MarkLanguage
from .passages import LanguageDirective, LanguageRole
from .quotes import QuoteInLanguage
from .spaces import KeepSpaces, KeepSpacesInLatex
from .visitors import add_nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_feature(app: Sphinx) -> None:
    """Register role, directive, nodes and steps."""
    add_nodes(app)
    app.add_role_to_domain("eir", "lang", LanguageRole())
    app.add_directive_to_domain("eir", "lang", LanguageDirective)
    app.connect("builder-inited", _quote)
    app.add_transform(MarkLanguage)
    add_post_transform_for_builder(app, {"html": MarkInHtml, "latex": MarkInLatex}, otherwise=None)
    add_post_transform_for_builder(
        app, {"html": KeepSpaces, "latex": KeepSpacesInLatex, EXPORT: KeepSpaces}, otherwise=None
    )


def _quote(app: Sphinx) -> None:
    """Register smart quotes for builders that the project wants them for."""
    if app.builder.name not in app.config.smartquotes_excludes.get("builders", ()):
        app.add_transform(QuoteInLanguage)
