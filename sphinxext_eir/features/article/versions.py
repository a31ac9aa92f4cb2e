"""The lines of a head that lead to the article's original and to its translations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ...core.domain import eir_domain
from ...core.languages import MARK, language_of, words_in
from ...core.translations import original_of, versions_of
from ...text.article import Article
from ...text.languages import own_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.builders import Builder


def lines_of_versions(builder: Builder, docname: str, record: Article) -> Iterator[nodes.Element]:
    """Yield a line for each, with a link to it and the language by its own name."""
    env = builder.env
    _ = words_in(language_of(env, docname))
    original = original_of(env, docname, record)
    if "://" in original:
        # TRANSLATORS: Of an article: {title} is a link to what it was translated from.
        yield _line(_("Original: {title}"), nodes.reference("", original, refuri=original))
    for name in versions_of(env, docname):
        article = eir_domain(env).find(name, Article)
        if article is None:
            continue
        language = language_of(env, name)
        link = nodes.reference(
            "",
            article.title,
            refuri=builder.get_relative_uri(docname, name),
            internal=True,
            classes=[f"{MARK}{language}"],
        )
        # TRANSLATORS: Of an article: {title} is a link to a translation of it.
        words = _("Original: {title}") if name == original else _("Translation: {title}")
        yield _line(words, link, f" ({own_name(language)})")


def _line(words: str, link: nodes.reference, after: str = "") -> nodes.Element:
    before, _placeholder, rest = words.partition("{title}")
    parts = [nodes.Text(before), link, nodes.Text(f"{after}{rest}")]
    return nodes.paragraph(
        "",
        "",
        *(part for part in parts if part.astext()),
        classes=["eir-version", "no-search"],
        translatable=False,
    )
