"""The sections in the masthead: those that the site names, or the front page's pages that list pages of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.nodes import clean_astext

from .options import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

MOST = 8
"""More sections than these fit no masthead: a site that has them names the ones that it wants."""


def sections(env: BuildEnvironment, named: Iterable[str]) -> list[str]:
    """Return the documents of the sections: *named*, as far as they exist, or the front page's lists of pages."""
    chosen = [docname for docname in named if docname in env.all_docs]
    if chosen:
        return chosen
    lists = [page for page in _children(env, env.config.root_doc) if _children(env, page)]
    return lists if len(lists) <= MOST else []


def within(env: BuildEnvironment, section: str, docname: str) -> bool:
    """Say if a section's lists lead to a document."""
    found = [docname]
    for page in found:  # upwards: a page has few pages that list it, and a section may lead to thousands
        found += [above for above in env.files_to_rebuild.get(page, ()) if above not in found]
    return section in found[1:]


def changed_masthead(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Keep the masthead, once for all pages. Return every document if it isn't what the pages show that are written already."""
    named = names_of(getattr(app.builder, "theme_options", {}).get("sections", ""))
    shown = [docname for docname in sections(env, named) if docname in env.titles]
    masthead = [(docname, clean_astext(env.titles[docname])) for docname in shown]
    before = getattr(env, "eir_masthead", masthead)
    env.eir_masthead = masthead  # type: ignore[attr-defined]
    return env.all_docs if masthead != before else []


def _children(env: BuildEnvironment, docname: str) -> list[str]:
    return [
        page for page in env.toctree_includes.get(docname, []) if page in env.all_docs and page != docname
    ]
