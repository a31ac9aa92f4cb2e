"""The language of a document: the one that it says it is in, or the project's. And our words in it.

``lang`` stands in the front matter or among the options of ``eir:article``. Sphinx has one language for a project; so whatever depends
on a document's own asks :func:`language_of`, and prints words of :func:`words_in`.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.matching import Matcher

from ..assets import ASSETS
from ..text.fields import FieldError
from ..text.frontmatter import STAND_INS, field_named
from ..text.language_tags import read_language
from ..text.languages import direction_of, direction_of_language, language_tag
from .domain import eir_domain
from .nodes import eir_article, eir_isolated
from .warnings import Subtype, warn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

CATALOGUE = "sphinxext_eir"
LOCALE = ASSETS / "locale"
"""The compiled catalogues of words that readers see. Warnings are for authors, and English."""


MARK = "language-"
"""The beginning of docutils' class for a language (docutils, "reStructuredText Directives", *class*; ``nodes.Element.get_language_code``)."""


SIMPLIFIED_CHINESE = ("zh", "zh-Hans", "zh-Hans-CN", "zh-Hans-SG", "zh-SG")
"""Tags of what Sphinx calls ``zh_CN``."""


@dataclass(frozen=True)
class Language:
    """The language that a document says it is in."""

    tag: str
    """Of BCP 47."""


def language_of(env: BuildEnvironment, docname: str) -> str:
    """Return the language of *docname* as a tag of BCP 47. It is known from before the first transform that needs it (8)."""
    said = eir_domain(env).find(docname, Language)
    return said.tag if said else language_tag(env.config.language)


def language_around(node: nodes.Node, config: Config) -> str:
    """Return the language that *node* stands in: that of the nearest element that has docutils' class for one, or the project's."""
    place: nodes.Node | None = node
    while place is not None:
        if isinstance(place, nodes.Element) and (marked := marked_language(place)):
            return marked
        place = place.parent
    return language_tag(config.language)


def marked_language(node: nodes.Element) -> str:
    """Return the language of docutils' class ``language-…`` on *node*, or nothing."""
    classes: list[str] = node.get("classes", [])
    return next((name.removeprefix(MARK) for name in classes if name.startswith(MARK)), "")


def isolated(words: str, language: str) -> nodes.Node:
    """Return *words*, a name within a line of *language*, so that what stands beside them can't be drawn into their direction (HTML).

    In a line from left to right, names of other directions alone need it.
    """
    if direction_of(words) in ("", "ltr") and direction_of_language(language) == "ltr":
        return nodes.Text(words)
    return eir_isolated(words, words)


@lru_cache
def words_in(language: str) -> Callable[[str], str]:
    """Return the function that translates our words into *language*, a tag of BCP 47. To be called ``_``, for pybabel."""
    return gettext.translation(CATALOGUE, LOCALE, list(_catalogues(language)), fallback=True).gettext


def _catalogues(language: str) -> Iterator[str]:
    """Yield the names of catalogues for *language*, the nearest first."""
    subtags = language_tag(language).split("-")
    for length in range(len(subtags), 0, -1):
        yield "_".join(subtags[:length])
    if language in SIMPLIFIED_CHINESE:
        yield "zh_CN"


class ReadLanguage(SphinxTransform):
    """Reads the language of a document of ours, and tells docutils, whose smart quotes and names of fields follow it.

    Before the fields of an article are read by their names (9).
    """

    default_priority = 8

    def apply(self, **kwargs: Any) -> None:
        """Store the language that the document says, if it says one that there is."""
        article = next(self.document.findall(eir_article), None)
        docname = self.env.docname
        ours = docname in eir_domain(self.env).documents or Matcher(self.config.eir_documents)(docname)
        if article is None and not ours:
            return
        typed = self._typed(article)
        if not typed:
            return
        try:
            language = read_language(typed)
        except FieldError as error:
            if article is None:  # else the article's other fields are read, and this with them
                message = f"lang: expected {error.expected}, not {typed!r}"
                warn(Subtype.ARTICLE, message, location=docname)
            return
        eir_domain(self.env).store(docname, Language(language))
        settings = self.document.settings.copy()  # which other documents may share
        settings.language_code = language.lower()
        settings.smart_quotes = (
            False  # ours are made by features.language, of languages that docutils doesn't know, too
        )
        self.document.settings = settings

    def _typed(self, article: eir_article | None) -> str:
        """Return what was typed: an option wins over a field, a field over ``eir_article_defaults``."""
        if article is not None and (option := article["typed"].get("lang")):
            return str(option.text).strip()
        fields = dict(self._fields())
        default = self.config.eir_article_defaults.get("lang", "") if article is not None else ""
        return (fields.get("lang") or fields.get("language") or str(default)).strip()

    def _fields(self) -> Iterator[tuple[str, str]]:
        """Yield the fields that name a language."""
        position = self.document.first_child_not_matching_class(nodes.PreBibliographic)  # type: ignore[arg-type]  # a mixin, not a node
        if position is not None and isinstance(fields := self.document[position], nodes.field_list):
            for field in cast("list[nodes.field]", list(fields.children)):
                name = field_named(field[0].astext())
                if STAND_INS.get(name, name) == "lang":
                    yield name, field[1].astext()


def setup_languages(app: Sphinx) -> None:
    """Register the transform."""
    app.add_transform(ReadLanguage)
