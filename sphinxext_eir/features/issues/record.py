"""An issue as schema.org's ``PublicationIssue``, in the head of the page that prints it."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

from ...core.domain import eir_domain
from ...core.feeds import base_of
from ...core.issues import Issues, articles_of
from ...core.listing import title_of
from ...text.html_scripts import script_text

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from ...core.issues import Issue


def add_record(app: Sphinx, docname: str, context: dict[str, Any]) -> None:
    """Put the record of each issue on its page. An e-book has metadata of its own."""
    record = eir_domain(app.env).find(docname, Issues)
    if record is None or app.builder.name == "epub":
        return
    for issue in record.issues:
        data = script_text(record_of(app, docname, issue))
        context["metatags"] += f'\n<script type="application/ld+json">{data}</script>'


def record_of(app: Sphinx, docname: str, issue: Issue) -> dict[str, Any]:
    """Return the record: the volume and the journal that it is part of, and its articles."""
    articles = articles_of(app.env, issue)
    journal = next((article.journal for _docname, article in articles if article.journal), app.config.project)
    issn = next((article.issn for _docname, article in articles if article.issn), "")
    part: dict[str, Any] = known({"@type": "Periodical", "name": journal, "issn": issn})
    if issue.volume:
        part = {"@type": "PublicationVolume", "volumeNumber": issue.volume, "isPartOf": part}
    return {
        "@context": "https://schema.org",
        **known({
            "@type": "PublicationIssue",
            "issueNumber": issue.issue,
            "name": issue.title,
            "datePublished": str(issue.date or ""),
            "url": url_of(app, docname),
            "isPartOf": part,
            "hasPart": [
                known({
                    "@type": "ScholarlyArticle",
                    "name": title_of(app.env, name, article),
                    "url": article.canonical or url_of(app, name),
                    "pageStart": article.first_page,
                    "pageEnd": article.last_page,
                })
                for name, article in articles
            ],
        }),
    }  # fmt: skip


def url_of(app: Sphinx, docname: str) -> str:
    """Return the URL of a page, if the site's is known."""
    base = base_of(app)
    return posixpath.join(base, app.builder.get_target_uri(docname)) if base else ""


def known(facts: dict[str, Any]) -> dict[str, Any]:
    """Return *facts* without those that aren't known."""
    return {name: fact for name, fact in facts.items() if fact}
