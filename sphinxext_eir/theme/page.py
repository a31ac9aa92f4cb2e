"""What the template needs besides what Sphinx gives it: direction, words, sections, contents, colours."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.environment.adapters.toctree import document_toc
from sphinx.locale import get_translation

from ..core.languages import language_of
from ..core.outputs import running_head
from ..text.languages import direction_of_language, language_tag
from .masthead import within
from .options import colours_of, links_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

_ = get_translation("sphinxext_eir")

FEWEST = 2
"""Sections that a page must have for a list of its contents."""


def add_to_page(app: Sphinx, pagename: str, _template: str, context: dict[str, Any], doctree: object) -> None:
    """Put what the template calls ``eir`` into *context*."""
    builder: StandaloneHTMLBuilder = app.builder  # type: ignore[assignment]
    language = language_of(app.env, pagename)
    title = _plain(context.get("title", ""))
    context["eir"] = {
        "language": language,
        "direction": direction_of_language(language),
        "site": _of_site(language_tag(app.config.language), language),
        "words": _words(),
        "sections": _sections(builder, pagename),
        "links": [
            {"title": words, "href": href} for words, href in links_of(builder.theme_options.get("links"))
        ],
        "contents": _contents(builder, pagename) if doctree is not None else "",
        "style": _style(builder, context.get("title", "")),
        # A front page that is called as the masthead says needs no second title before the reader's eyes.
        "title_is_masthead": title == (context.get("theme_masthead") or context.get("project")),
    }


def _of_site(site: str, page: str) -> str:
    """Return the attributes of what is in the site's language on a page in another, as HTML."""
    return f' lang="{html.escape(site)}" dir="{direction_of_language(site)}"' if site != page else ""


def _words() -> dict[str, str]:
    return {
        # TRANSLATORS: The first link of a page, for readers who use the keyboard.
        "skip": _("Skip to the text"),
        # TRANSLATORS: What a screen reader calls the list of a journal's sections.
        "sections": _("Sections"),
        # TRANSLATORS: The heading of a list of a page's headings.
        "contents": _("Contents"),
        # TRANSLATORS: What a screen reader calls the links to the page before and the page after.
        "neighbours": _("Previous and next"),
        # TRANSLATORS: Three states of a button: as the system has it, light paper, dark paper.
        "auto": _("Colours: automatic"),
        "light": _("Colours: light"),
        "dark": _("Colours: dark"),
    }


def _sections(builder: StandaloneHTMLBuilder, pagename: str) -> list[dict[str, str]]:
    """Return the links of the masthead."""
    if builder.name == "singlehtml":
        return []
    env = builder.env

    def current(section: str) -> str:
        if section == pagename:
            return "page"
        return "true" if within(env, section, pagename) else ""

    return [
        {"title": title, "href": builder.get_relative_uri(pagename, section), "current": current(section)}
        for section, title in env.eir_masthead  # type: ignore[attr-defined]
    ]


def _contents(builder: StandaloneHTMLBuilder, pagename: str) -> str:
    """Return the list of a page's own sections, if it has enough of them."""
    if builder.name == "singlehtml":
        return ""
    title_and_sections = document_toc(builder.env, pagename, builder.tags)
    lists = [
        found for found in title_and_sections.findall(nodes.bullet_list) if found is not title_and_sections
    ]
    # Beside sections there may be lists of other pages, which aren't the page's own.
    if not lists or sum(isinstance(child, nodes.list_item) for child in lists[0]) < FEWEST:
        return ""
    return builder.render_partial(lists[0])["fragment"]


def _style(builder: StandaloneHTMLBuilder, title: str) -> str:
    """Return the site's own colours as a style sheet, and the running head of printed pages."""
    rules = [f":root {{ {custom}: {colour} }}" for custom, colour in colours_of(builder.theme_options)]
    rules.append(running_head(title))
    return " ".join(rules)


def _plain(title: str) -> str:
    """Return the text of a title, which Sphinx gives as HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", title))
