"""The line that says in which issue of a journal an article stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...text.article import Article


def numbers(article: Article) -> str:
    """Return volume, issue and pages, as far as they are known: ``12(3)``, a comma, and the pages."""
    number = article.volume + (f"({article.issue})" if article.issue else "")
    return ", ".join(part for part in (number, article.pages) if part)


def masthead(article: Article) -> str:
    """Return the journal and its numbers, as far as they are known: ``E-International Relations 12(3)``, and the pages."""
    numbered = bool(article.volume or article.issue)
    name = article.journal or (article.publisher if numbered else "")
    if not name:
        return numbers(article) if numbered else ""
    return (" " if numbered else ", ").join(part for part in (name, numbers(article)) if part)
