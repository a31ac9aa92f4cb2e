"""Visitors of a citation, for HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.languages import language_around, words_in
from ...core.nodes import eir_cite_this, eir_copied, eir_copy_button, eir_isolated
from ...core.outputs import start_tag

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


def add_nodes(app: Sphinx) -> None:
    """Register the nodes; no other builder is given any of them."""
    app.add_node(eir_cite_this, html=(visit_cite_this_html, depart_cite_this_html))
    app.add_node(eir_isolated, html=(visit_isolated_html, depart_isolated_html))
    app.add_node(eir_copied, html=(visit_copied_html, depart_copied_html))
    app.add_node(eir_copy_button, html=(visit_copy_button_html, depart_copy_button_html))


def visit_cite_this_html(self: HTML5Translator, node: eir_cite_this) -> None:
    self.body.append(start_tag(self, node, "div"))


def depart_cite_this_html(self: HTML5Translator, node: eir_cite_this) -> None:
    self.body.append("</div>\n")


def visit_isolated_html(self: HTML5Translator, node: eir_isolated) -> None:
    self.body.append("<bdi>")


def depart_isolated_html(self: HTML5Translator, node: eir_isolated) -> None:
    self.body.append("</bdi>")


def visit_copied_html(self: HTML5Translator, node: eir_copied) -> None:
    # From left to right, whatever the page's language: it is a format's syntax.
    self.body.append(start_tag(self, node, "pre", "", CLASS="eir-copied", dir="ltr", translate="no"))


def depart_copied_html(self: HTML5Translator, node: eir_copied) -> None:
    self.body.append("</pre>\n")


def visit_copy_button_html(self: HTML5Translator, node: eir_copy_button) -> None:
    # Hidden until eir-copy.js has made it work. The status is there from the start, or nothing would be announced.
    button = start_tag(self, node, "button", "", CLASS="eir-copy", type="button", hidden="hidden")
    _ = words_in(language_around(node, self.config))
    said = self.attval(_("Copied"))
    self.body.append(
        f'{button}{self.encode(node["label"])}</button><span role="status" data-copied="{said}"></span>'
    )


def depart_copy_button_html(self: HTML5Translator, node: eir_copy_button) -> None:
    """Leave it at that."""
