"""What each document's lists ask for, when it is read; which pages show something else by now, when all are."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sphinx.transforms import SphinxTransform

from ...core.domain import eir_domain
from ...core.nodes import eir_article_list
from ...core.warnings import Subtype, warn
from ...text.bylines import joined
from .choosing import Lists, others, title_of
from .feed import has_feed

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ...text.frontmatter import Article


class NoteLists(SphinxTransform):
    """Makes the record of a document's lists."""

    default_priority = 330

    def apply(self, **kwargs: Any) -> None:
        """Keep what each list asks for."""
        places = self.document.findall(eir_article_list)
        if wanted := tuple(place["wanted"] for place in places):
            eir_domain(self.env).store(self.env.docname, Lists(wanted))


def note_changes(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the documents whose lists show something else than what the builder has written.

    Warn of filters that let nothing through, of these documents and of those that are read in this build.
    """
    domain = eir_domain(env)
    written = domain.written.setdefault(f"{app.builder.name} article lists", {})
    records = dict(domain.find_all(Lists))
    for docname in written.keys() - records.keys():
        del written[docname]
    changed = []
    for docname, record in records.items():
        articles = others(env, docname)
        shown = [wanted.choose(articles) for wanted in record.wanted]
        seen = repr((has_feed(app), [[_seen(env, *listed) for listed in a] for a in shown]))
        digest = hashlib.sha256(seen.encode("utf-8", "surrogatepass")).hexdigest()
        if written.get(docname) != digest:
            written[docname] = digest
            changed.append(docname)
        if docname in changed or docname in domain.reading:
            for wanted, chosen in zip(record.wanted, shown, strict=True):
                if articles and not chosen:
                    message = "eir:article-list shows nothing: no other article has what its options ask for"
                    warn(Subtype.CONFIG, message, location=(docname, wanted.line))
    return changed


def _seen(env: BuildEnvironment, docname: str, article: Article) -> tuple[str, ...]:
    """Return what a list shows of *article*."""
    return (
        docname,
        title_of(env, docname, article),
        joined([author.name for author in article.authors], env.config.language),
        str(article.date),
        article.description,
    )
