"""The sections in the masthead: those that the site names, or the front page's pages that list pages of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.nodes import clean_astext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


def titles(env: BuildEnvironment, docnames: Iterable[str]) -> dict[str, str]:
    """Return the titles of documents, by their names."""
    return {docname: clean_astext(env.titles[docname]) for docname in docnames if docname in env.titles}


def within(env: BuildEnvironment, section: str, docname: str) -> bool:
    """Say if a section's lists lead to a document."""
    return docname in set(_descendants(env, section, {section}))


def changed_masthead(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Return every document if the masthead isn't what the pages show that are written already."""
    options = app.config.html_theme_options
    masthead = list(titles(env, sections(env, names_of(options.get("sections", "")))).items())
    before = getattr(env, "eir_masthead", masthead)
    env.eir_masthead = masthead  # type: ignore[attr-defined]
    return env.all_docs if masthead != before else []


def names_of(option: str | Iterable[str]) -> list[str]:
    """Return the names in an option: a list, or a text that sets them apart by commas."""
    names = option.split(",") if isinstance(option, str) else option
    return [name.strip() for name in names if name.strip()]


def _children(env: BuildEnvironment, docname: str) -> list[str]:
    return [
        page for page in env.toctree_includes.get(docname, []) if page in env.all_docs and page != docname
    ]


def _descendants(env: BuildEnvironment, docname: str, seen: set[str]) -> Iterator[str]:
    for page in _children(env, docname):
        if page not in seen:
            seen.add(page)
            yield page
            yield from _descendants(env, page, seen)
