"""Dates as printed, readable by machines too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from ..text.bylines import localised
from .nodes import eir_date
from .outputs import start_tag

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

    from ..text.article import Date


def visit_date_html(self: HTML5Translator, node: eir_date) -> None:
    self.body.append(start_tag(self, node, "time", "", datetime=node["datetime"]))


def depart_date_html(self: HTML5Translator, node: eir_date) -> None:
    self.body.append("</time>")


def machine_readable(date: Date, language: str) -> eir_date:
    """Return *date* in words, readable by machines too. The ending of an ordinal (French *1er*) is raised."""
    words = localised(date, language)
    made = eir_date(words, datetime=str(date))
    day, ending, rest = re.match(r"((?:\d+(?=er\b))?)((?:er\b)?)(.*)", words, re.DOTALL).groups()  # type: ignore[union-attr]  # anything matches
    made += [nodes.Text(day), nodes.superscript("", ending)] if day else []
    made += nodes.Text(rest)
    return made
