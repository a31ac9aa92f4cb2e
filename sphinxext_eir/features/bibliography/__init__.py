"""Citations and bibliographies: typed, keyed, or formatted in any CSL style.

``markup`` is the directive and the roles → ``claiming`` finds what cites, and makes the document's ``records``, when the
document is read → ``resolving`` works out what all of it says, with the ``library`` of files and styles, when all
documents are read → ``placing`` puts it on the page, of ``inlines`` → ``visitors`` write it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.domain import eir_domain
from ...core.outputs import add_post_transform_for_builder
from .make_notes import MakeNotes
from .markup import ROLES, BibliographyDirective, CitationRole
from .plan import is_of_notes
from .read_document import ClaimCitations
from .records import Citations
from .render import (
    PlaceCitations,
    PlaceCitationsInEpub,
    PlaceCitationsInHtml,
    PlaceCitationsInLatex,
)
from .update import update_results
from .visitors import add_nodes

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def setup_feature(app: Sphinx) -> None:
    """Register directive, roles, nodes, and the steps from what is typed to a page."""
    add_nodes(app)
    app.add_directive_to_domain("eir", "bibliography", BibliographyDirective)
    for role in ROLES:
        app.add_role_to_domain("eir", role, CitationRole())
    app.add_transform(MakeNotes)
    app.add_transform(ClaimCitations)
    own = {"epub": PlaceCitationsInEpub, "html": PlaceCitationsInHtml, "latex": PlaceCitationsInLatex}
    add_post_transform_for_builder(app, own, otherwise=PlaceCitations)
    app.connect("env-get-outdated", _changed_class)
    app.connect("env-updated", _resolve)


def _resolve(app: Sphinx, env: BuildEnvironment) -> list[str]:
    return update_results(app, env, eir_domain(env).reading)


def _changed_class(
    app: Sphinx,
    env: BuildEnvironment,
    added: AbstractSet[str],
    changed: AbstractSet[str],
    removed: AbstractSet[str],
) -> list[str]:
    """Return the documents whose citations were made notes and are none any more, or the other way round."""
    outdated = []
    for docname, record in eir_domain(env).find_all(Citations):
        if record.by_key and is_of_notes(record.style, env) is not record.in_notes:
            outdated.append(docname)
    return outdated
