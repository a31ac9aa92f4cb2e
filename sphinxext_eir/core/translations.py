"""Articles and their translations, from the field ``translation-of``: a document of the project, or an address."""

from __future__ import annotations

import difflib
import hashlib
from typing import TYPE_CHECKING

from sphinx.util import docname_join

from ..text.article import Article
from .domain import eir_domain
from .field_lines import place_of
from .languages import language_of
from .warnings import Subtype, warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def original_of(env: BuildEnvironment, docname: str, article: Article) -> str:
    """Return what *article* is a translation of: the address as typed, or the docname, if there is such a document; else nothing."""
    typed = article.translation_of
    if not typed or typed.startswith(("https://", "http://")):
        return typed
    for suffix in env.config.source_suffix:
        typed = typed.removesuffix(suffix)
    name = docname_join(docname, typed)
    return name if name in env.found_docs and name != docname else ""


def versions_of(env: BuildEnvironment, docname: str) -> tuple[str, ...]:
    """Return the docnames of the same article in other languages, the original first."""
    domain = eir_domain(env)
    if domain.versions is None:
        domain.versions = versions(env)
    return tuple(name for name in domain.versions.get(docname, ()) if name != docname)


def versions(env: BuildEnvironment) -> Mapping[str, tuple[str, ...]]:
    """Return docname → all versions of the article, the original first, for articles that have several."""
    translations: dict[str, list[str]] = {}
    articles = dict(eir_domain(env).find_all(Article))
    for docname, article in articles.items():
        if (original := original_of(env, docname, article)) in articles:
            translations.setdefault(original, []).append(docname)
    groups = [(original, *others) for original, others in translations.items()]
    return {docname: group for group in groups for docname in group}


def relate_versions(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Work out which articles are versions of each other. Return those whose pages no longer show it; warn of originals that aren't there."""
    domain = eir_domain(env)
    domain.versions = versions(env)
    articles = dict(domain.find_all(Article))
    for docname in sorted(domain.reading & articles.keys()):
        typed = articles[docname].translation_of
        if typed and not original_of(env, docname, articles[docname]):
            close = difflib.get_close_matches(typed, env.found_docs - {docname}, n=1)
            meant = f"; did you mean {close[0]!r}?" if close else ""
            message = f"translation-of: expected the address of the original, or the name of its document, not {typed!r}{meant}"
            warn(Subtype.ARTICLE, message, location=place_of(env, docname, "translation-of"))
    if app.builder.format != "html":
        return []
    digests = {
        docname: _digest(
            [(name, articles[name].title, language_of(env, name), articles[name].canonical) for name in group]
        )
        for docname, group in domain.versions.items()
    }
    without = dict.fromkeys(articles.keys() - digests.keys(), "")
    return domain.rewrite(app, "translations", digests | without)


def _digest(shown: list[tuple[str, ...]]) -> str:
    return hashlib.sha256(repr(shown).encode("utf-8", "surrogatepass")).hexdigest()
