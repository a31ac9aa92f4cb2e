"""The directive ``eir:article-list``, and its placeholder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from ...core.domain import eir_domain
from ...core.nodes import eir_article_list
from ...core.parsing import LEFT_OUT, OpenOptions, Options, text_option
from ...core.warnings import Subtype, warn
from ...text.fields import KINDS, FieldError, read_keywords
from ...text.numerals import decimal_value
from .choice import SORTS, Lists, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes


class ArticleListDirective(SphinxDirective):
    """``eir:article-list``, which has options and no content."""

    has_content = True

    option_spec = OpenOptions(dict.fromkeys(("sort", "limit", "author", "keyword", "kind"), text_option))

    def run(self) -> list[nodes.Node]:
        """Return the placeholder, with the options as read."""
        placeholder = eir_article_list(docname=self.env.docname)
        self.set_source_info(placeholder)
        placeholder["wanted"] = Wanted(line=placeholder.line, **dict(_read(Options(self))))
        eir_domain(self.env).enter(self.env.docname)
        if not self.content:
            return [placeholder]
        warn(
            Subtype.CONFIG,
            "eir:article-list takes no content: it is printed before it",
            location=placeholder,
        )
        return [*self.parse_content_to_nodes(), placeholder]


class NoteLists(SphinxTransform):
    """Makes the record of a document's lists."""

    default_priority = 330

    def apply(self, **kwargs: Any) -> None:
        """Keep what each list asks for."""
        placeholders = self.document.findall(eir_article_list)
        if wanted := tuple(placeholder["wanted"] for placeholder in placeholders):
            eir_domain(self.env).store(self.env.docname, Lists(wanted))


def _read(options: Options) -> Iterator[tuple[str, Any]]:
    """Yield name and value of the options that can be read, and warn of the others."""
    for name in options.texts:
        if name == "sort":
            if sort := options.choice(name, SORTS, LEFT_OUT):
                yield name, sort
            continue
        try:
            yield name, read_option(name, options.text(name))
        except FieldError as error:
            options.refuse(name, error.expected, LEFT_OUT)


def read_option(name: str, given: str) -> Any:
    """Read a number or a filter of ``eir:article-list``, or raise :class:`FieldError`."""
    if name == "limit":
        limit = decimal_value(given) if given.isascii() else None
        if not limit:
            raise FieldError("a number from 1")
        return limit
    if name == "author":  # a comma stands in a name: `Family, Given`
        names = (part.partition(",") for part in given.split(";"))
        values = tuple(" ".join(f"{given} {family}".split()) for family, _, given in names)
    else:
        values = read_keywords(given)
    values = tuple(value.casefold() for value in values if value)
    if not values:
        raise FieldError("a name" if name == "author" else f"a {name}")
    if name == "kind" and not set(values) <= set(KINDS):
        raise FieldError(", ".join(KINDS))
    return values
