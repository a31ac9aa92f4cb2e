"""What stands under a title, whatever stands there: names as a sentence has them, and dates."""

# ruff: noqa: D103, ARG001 - of the visitors: a name says all, and the signature is docutils'

from __future__ import annotations

from typing import TYPE_CHECKING

import babel.dates
from docutils import nodes
from sphinx.locale import get_translation

from .languages import locale_of
from .outputs import start_tag

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from .frontmatter import Author, Date

_ = get_translation("sphinxext_eir")


class eir_date(nodes.Inline, nodes.TextElement):  # noqa: N801 - docutils' convention
    """A date as printed, with its ISO 8601 form in ``datetime`` (HTML)."""


def setup_bylines(app: Sphinx) -> None:
    """Register the node; no builder but those of HTML is given it."""
    app.add_node(eir_date, html=(visit_date_html, depart_date_html))


def visit_date_html(self: HTML5Translator, node: eir_date) -> None:
    self.body.append(start_tag(self, node, "time", "", datetime=node["datetime"]))


def depart_date_html(self: HTML5Translator, node: eir_date) -> None:
    self.body.append("</time>")


def machine_readable(date: Date, language: str) -> eir_date:
    """Return *date* in words, readable by machines too."""
    words = localised(date, language)
    return eir_date(words, words, datetime=str(date))


def separators(count: int) -> list[str]:
    """Return what stands before each of *count* names: ``A``, ``, B``, `` and C``."""
    if count < 2:  # noqa: PLR2004 - one name stands alone
        return [""] * count
    return ["", *[", "] * (count - 2), f" {_('and')} "]


def in_a_row(authors: tuple[Author, ...]) -> str:
    """Return the names of *authors*: ``A, B and C``."""
    names = zip(separators(len(authors)), authors, strict=True)
    return "".join(f"{separator}{author.name}" for separator, author in names)


def localised(date: Date, language: str) -> str:
    """Return *date* in words: ``May 12 2012`` in English, as E-IR writes it; elsewhere in Unicode CLDR's long form."""
    locale = locale_of(language)
    if date.month is None:
        return str(date.year)
    if date.day is None:
        return babel.dates.format_skeleton("yMMMM", date.first_day(), locale=locale)
    pattern = "MMMM d yyyy" if locale.language == "en" else "long"
    return babel.dates.format_date(date.first_day(), pattern, locale=locale)
