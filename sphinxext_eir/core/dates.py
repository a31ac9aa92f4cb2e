"""Dates as printed, readable by machines too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text.bylines import localised
from .nodes import eir_date
from .outputs import start_tag

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from ..text.fields import Date


def setup_dates(app: Sphinx) -> None:
    """Register the node, which is made for builders of HTML alone."""
    app.add_node(eir_date, html=(visit_date_html, depart_date_html))


def visit_date_html(self: HTML5Translator, node: eir_date) -> None:
    self.body.append(start_tag(self, node, "time", "", datetime=node["datetime"]))


def depart_date_html(self: HTML5Translator, node: eir_date) -> None:
    self.body.append("</time>")


def machine_readable(date: Date, language: str) -> eir_date:
    """Return *date* in words, readable by machines too."""
    words = localised(date, language)
    return eir_date(words, words, datetime=str(date))
