"""What the template needs besides what Sphinx gives it: direction, words, sections, contents, colours."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.environment.adapters.toctree import document_toc
from sphinx.locale import get_translation
from sphinx.util import logging

from ..text.languages import direction_of_language
from .masthead import names_of, sections, titles, within

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

_ = get_translation("sphinxext_eir")
logger = logging.getLogger(__name__)

COLOUR = re.compile(
    r"#[0-9a-f]{3,8}|[a-z]+|(?:rgb|hsl|oklch|oklab|lab|lch|color)\([^;{}()]*\)", re.IGNORECASE
)
"""A colour of CSS (CSS Color Module Level 4, section 4), as far as it can't end the rule that it stands in."""

FEWEST = 2
"""Sections that a page must have for a list of its contents."""


def add_to_page(app: Sphinx, pagename: str, _template: str, context: dict[str, Any], doctree: object) -> None:
    """Put what the template calls ``eir`` into *context*."""
    builder: StandaloneHTMLBuilder = app.builder  # type: ignore[assignment]
    language = app.config.language
    context["eir"] = {
        "language": language.replace("_", "-"),
        "direction": direction_of_language(language),
        "words": _words(),
        "sections": _sections(builder, pagename, names_of(context.get("theme_sections", ""))),
        "links": _links(context.get("theme_links", "")),
        "contents": _contents(builder, pagename) if doctree is not None else "",
        "style": _style(context),
        # A front page that is called as the masthead says needs no second title before the reader's eyes.
        "title_is_masthead": _plain(context.get("title", ""))
        == (context.get("theme_masthead") or context.get("project")),
    }


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


def _sections(builder: StandaloneHTMLBuilder, pagename: str, named: list[str]) -> list[dict[str, str]]:
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
        for section, title in titles(env, sections(env, named)).items()
    ]


def _links(option: Any) -> list[dict[str, str]]:
    """Return the links of the colophon: pairs of a title and an address."""
    links = []
    for pair in option or []:
        if isinstance(pair, tuple | list) and len(pair) == 2 and all(isinstance(part, str) for part in pair):
            links.append({"title": pair[0], "href": pair[1]})
        else:
            logger.warning(
                "html_theme_options['links']: expected pairs of a title and an address, such as ('Feed', 'articles.atom'), not %r",
                pair,
                type="eir",
                subtype="config",
                once=True,
            )
    return links


def _contents(builder: StandaloneHTMLBuilder, pagename: str) -> str:
    """Return the list of a page's own sections, if it has enough of them."""
    if builder.name == "singlehtml":
        return ""
    title_and_sections = document_toc(builder.env, pagename, builder.tags)
    lists = [
        found for found in title_and_sections.findall(nodes.bullet_list) if found is not title_and_sections
    ]
    if not lists or len(lists[0]) < FEWEST:
        return ""
    return builder.render_partial(lists[0])["fragment"]


def _style(context: dict[str, Any]) -> str:
    """Return the site's own colours as a style sheet, and the running head of printed pages."""
    rules = []
    for option, custom in (("accent", "--eir-accent-light"), ("accent_dark", "--eir-accent-dark")):
        colour = str(context.get(f"theme_{option}", "") or "").strip()
        if COLOUR.fullmatch(colour):
            rules.append(f":root {{ {custom}: {colour} }}")
        elif colour:
            logger.warning(
                "html_theme_options['%s']: expected a colour of CSS, such as '#8c1d18', not %r",
                option,
                colour,
                type="eir",
                subtype="config",
                once=True,
            )
    title = _in_css(_plain(context.get("title", "")))
    rules.append(
        f'@page {{ @top-center {{ content: "{title}" }} }} @page :first {{ @top-center {{ content: none }} }}'
    )
    return " ".join(rules)


def _plain(title: str) -> str:
    """Return the text of a title, which Sphinx gives as HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", title))


def _in_css(text: str) -> str:
    """Return *text* for a string of CSS inside of HTML (CSS Syntax Module Level 3, section 4.3.7)."""
    return re.sub(r"[^\w .,:;!?()-]", lambda found: f"\\{ord(found[0]):x} ", text)
