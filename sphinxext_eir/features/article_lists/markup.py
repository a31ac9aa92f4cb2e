"""The directive ``eir:article-list``, and its placeholder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from ...core.domain import eir_domain
from ...core.nodes import eir_article_list
from ...core.parsing import LEFT_OUT, OpenOptions, Options, behind_content, text_option
from ...core.walks import find_blocks
from ...text.article import KINDS
from ...text.fields import FieldError, read_count, read_keywords, read_number
from .choice import SORTS, Lists, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


class ArticleListDirective(SphinxDirective):
    """``eir:article-list``, which has options and no content."""

    has_content = True

    option_spec = OpenOptions(
        dict.fromkeys(
            ("sort", "limit", "author", "keyword", "kind", "volume", "issue", "skip", "folder", "class"),
            text_option,
        )
    )

    def run(self) -> list[nodes.Node]:
        """Return the placeholder, with the options as read."""
        placeholder = eir_article_list(docname=self.env.docname)
        self.set_source_info(placeholder)
        read = dict(_read(Options(self)))
        placeholder["classes"] += read.pop("class", [])
        placeholder["wanted"] = Wanted(line=placeholder.line, **read)
        eir_domain(self.env).enter(self.env.docname)
        return behind_content(self, placeholder)


class NoteLists(SphinxTransform):
    """Makes the record of a document's lists."""

    default_priority = 330

    def apply(self, **kwargs: Any) -> None:
        """Keep what each list asks for."""
        placeholders = find_blocks(self.document, eir_article_list)
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
            yield name, READERS[name](options.text(name))
        except FieldError as error:
            options.refuse(name, error.expected, LEFT_OUT)


def _classes(text: str) -> list[str]:
    names = [nodes.make_id(name) for name in text.split()]
    if not all(names):
        raise FieldError("names of classes, with spaces between them")
    return names


def _folder(text: str) -> str:
    folder = text.strip().strip("/")
    if not folder:
        raise FieldError("a folder of documents, from the root of the sources")
    return f"{folder}/"


def _authors(text: str) -> tuple[str, ...]:
    """Return the names in *text*, which semicolons separate: a comma stands in a name, ``Family, Given``."""
    names = (part.partition(",") for part in text.split(";"))
    return _filter((" ".join(f"{given} {family}".split()) for family, _, given in names), "a name")


def _keywords(text: str) -> tuple[str, ...]:
    return _filter(read_keywords(text), "a keyword")


def _kinds(text: str) -> tuple[str, ...]:
    kinds = _filter(read_keywords(text), "a kind")
    if not set(kinds) <= set(KINDS):
        raise FieldError(", ".join(KINDS))
    return kinds


def _filter(values: Iterable[str], expected: str) -> tuple[str, ...]:
    """Return *values* without empty ones, in a form that makes no difference of case. One at least is *expected*."""
    found = tuple(value.casefold() for value in values if value)
    if not found:
        raise FieldError(expected)
    return found


READERS: Mapping[str, Callable[[str], Any]] = {
    "limit": read_count,
    "skip": read_count,
    "folder": _folder,
    "class": _classes,
    "author": _authors,
    "keyword": _keywords,
    "kind": _kinds,
    "volume": read_number,
    "issue": read_number,
}
"""Option → its reader, which raises :class:`.FieldError`."""
