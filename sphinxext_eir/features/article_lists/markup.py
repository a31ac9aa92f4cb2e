"""The directive ``eir:article-list``, and its placeholder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.util.docutils import SphinxDirective

from ...core.domain import eir_domain
from ...core.nodes import eir_article_list
from ...core.parsing import OpenOptions, text_option
from ...core.warnings import Subtype, warn
from ...text.fields import KINDS, FieldError, read_keywords
from ...text.numerals import decimal_value
from .choosing import SORTS, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes


class ArticleListDirective(SphinxDirective):
    """``eir:article-list``. It has options alone."""

    has_content = True

    option_spec = OpenOptions(dict.fromkeys(("sort", "limit", "author", "keyword", "kind"), text_option))

    def run(self) -> list[nodes.Node]:
        """Return the placeholder, with what is asked for."""
        place = eir_article_list(docname=self.env.docname)
        self.set_source_info(place)
        place["wanted"] = Wanted(line=place.line, **dict(self._read(place)))
        eir_domain(self.env).enter(self.env.docname)
        if not self.content:
            return [place]
        warn(Subtype.CONFIG, "eir:article-list takes no content: it is printed before it", location=place)
        return [*self.parse_content_to_nodes(), place]

    def _read(self, place: eir_article_list) -> Iterator[tuple[str, Any]]:
        """Yield the options that can be read, and warn of the others."""
        for option, typed in self.options.items():
            given = " ".join((typed or "").split())
            if option not in self.option_spec:
                left_out = f"{option!r}, so {typed!r} is left out"
                message = f"eir:article-list has no option {left_out}; it has {', '.join(self.option_spec)}"
                warn(Subtype.CONFIG, message, location=place)
                continue
            try:
                yield option, read_option(option, given)
            except FieldError as error:
                message = (
                    f"eir:article-list: {option} is {given!r}; allowed: {error.expected}. It is left out"
                )
                warn(Subtype.CONFIG, message, location=place)


def read_option(name: str, given: str) -> Any:
    """Read an option of ``eir:article-list``, or raise :class:`FieldError`."""
    if name == "sort":
        if given not in SORTS:
            raise FieldError(", ".join(map(repr, SORTS)))
        return given
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
