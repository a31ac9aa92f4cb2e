"""What stands over the title of an article as a journal composes it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sphinx.util.nodes import clean_astext

from ...core.domain import eir_domain
from ...core.kinds import name_of_kind
from ...core.languages import language_of
from ...text.article import Article

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

JOURNAL = "journal"


def kicker(env: BuildEnvironment, docname: str, record: Article) -> tuple[str, str]:
    """Return what stands over the title, the kind or else the section's title, and the document of that section."""
    if kind := name_of_kind(record.kind, language_of(env, docname)):
        return kind, ""
    sections = sorted(env.files_to_rebuild.get(docname, set()) - {env.config.root_doc, docname})
    section = next((name for name in sections if name in env.titles), "")
    return (clean_astext(env.titles[section]), section) if section else ("", "")


def pages_to_recompose(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the articles over whose titles another section's title stands than their pages show."""
    if app.config.eir_article_layout != JOURNAL or app.builder.format != "html":
        return []
    domain = eir_domain(env)
    digests = {
        docname: hashlib.sha256(repr(kicker(env, docname, article)).encode()).hexdigest()
        for docname, article in domain.find_all(Article)
    }
    return domain.rewrite(app, "heads of articles", digests)
