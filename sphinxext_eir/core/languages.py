"""The language of a document: the one that it says it is in, or the project's. And our words in it.

``lang`` stands in the front matter or among the options of ``eir:article``. Sphinx has one language for a project; so whatever depends
on a document's own asks :func:`language_of`, and prints words of :func:`words_in`.
"""

from __future__ import annotations

import gettext
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from ..assets import ASSETS
from ..text.languages import direction_of, direction_of_language, language_tag
from .domain import eir_domain
from .nodes import eir_isolated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

CATALOGUE = "sphinxext_eir"
LOCALE = ASSETS / "locale"
"""The compiled catalogues of words that readers see. Warnings are for authors, and English."""


MARK = "language-"
"""The beginning of docutils' class for a language (docutils, "reStructuredText Directives", *class*; ``nodes.Element.get_language_code``)."""


SIMPLIFIED_CHINESE = ("zh", "zh-Hans", "zh-Hans-CN", "zh-Hans-SG", "zh-SG")
"""Tags of what Sphinx calls ``zh_CN``."""


class Language(NamedTuple):
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
    if not classes:  # as most have none, and each note asks those around it
        return ""
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
