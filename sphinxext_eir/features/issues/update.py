"""Pages whose issues have changed, found when all documents are read."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ...core.domain import eir_domain
from ...core.issues import Issues, articles_of, issue_of, neighbours, runs_into
from ...core.listing import title_of
from ...core.people import digest
from ...core.publication import name_of_status
from ...core.warnings import Subtype, warn
from ...text.article import Article

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def pages_to_update(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the documents whose issues no longer show what this output has of them. Warn of issues that can't be right.

    Such have no articles, or one whose pages run past the first of the next; on the same page one may end and the next begin.
    """
    domain = eir_domain(env)
    records = dict(domain.find_all(Issues))
    found = {
        docname: [articles_of(env, issue) for issue in record.issues] for docname, record in records.items()
    }
    digests = {
        docname: digest(repr([[_shown(env, *listed) for listed in articles] for articles in issues]))
        for docname, issues in found.items()
    }
    changed = domain.rewrite(app, "issues", digests)
    for docname in sorted(domain.reading.union(changed)):
        for issue, articles in zip(
            records[docname].issues if docname in records else (), found.get(docname, ()), strict=True
        ):
            if not articles:
                message = "eir:issue shows nothing: no article has this volume and issue"
                warn(Subtype.CONFIG, message, location=(docname, issue.line))
            for one, next_ in pairwise(articles):
                if runs_into(one[1], next_[1]):
                    message = f"pages: {one[1].pages} run into {title_of(env, *next_)!r} ({next_[0]}), which begins on {next_[1].first_page}"
                    warn(Subtype.ARTICLE, message, location=one[0])
    return changed


def _shown(env: BuildEnvironment, docname: str, article: Article) -> tuple[object, ...]:
    """Return what the page of an issue shows of *article*, and tells machines."""
    return (
        docname,
        title_of(env, docname, article),
        [author.name for author in article.authors],
        article.kind,
        name_of_status(env, article, env.config.language),
        (article.first_page, article.last_page),
        (article.canonical, article.journal, article.issn),
    )


def articles_to_update(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the articles whose neighbours in their issue aren't those that their pages show."""
    domain = eir_domain(env)
    if not any(True for _ in domain.find_all(Issues)):
        return domain.rewrite(
            app,
            "neighbours",
            {
                docname: ""
                for docname in domain.written.get((app.builder.name, str(app.outdir), "neighbours"), {})
                if docname in env.all_docs
            },
        )
    digests = {}
    for docname, article in domain.find_all(Article):
        found = issue_of(env, article)
        near = neighbours(env, docname, found[1]) if found else ()
        digests[docname] = digest(
            repr(
                (found, [(one[0], title_of(env, *one)) for one in near if one], [one is None for one in near])
            )
        )
    return domain.rewrite(app, "neighbours", digests)
