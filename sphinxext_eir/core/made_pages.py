"""Pages that no document makes, such as those of people: made of records alone, in any theme, and found by the site's search.

A page is written when what it shows has changed, or the theme, the settings or the contents around it. A page that is no longer
needed is removed. A document of the same name is the author's own page, and stays.
"""

from __future__ import annotations

import hashlib
import html
import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from docutils import nodes
from docutils.utils import new_document
from sphinx.util.osutil import relative_uri

from .domain import eir_domain
from .feeds import base_of, put_feed, told_of
from .languages import words_in
from .outputs import COLLECT_PAGES, MADE_PAGES
from .page_urls import BUILDERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment

    from .listing import Listed


class MadePage(NamedTuple):
    """A page that no document makes."""

    name: str
    """Its name, as that of a document: ``people/lindqvist``."""
    title: str
    shown: str
    """All that the page shows, besides its title and its feed: it is written again when this changes."""
    content: Callable[[], list[nodes.Node]]
    """Makes what stands under the title."""
    head: Callable[[], str]
    """Makes HTML for its head."""
    words: Callable[[], str] = str
    """Makes what the site's search finds it by, besides its title."""
    articles: Sequence[Listed] = ()
    """The articles of its feed."""

    @property
    def feed(self) -> str:
        """The path of its feed, beside the page."""
        return f"{self.name}.atom"


def update(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Have the pages made that have changed."""
    pages = eir_domain(env).made_pages = MadePages()
    return pages.update(app, env)


def collect(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the pages to write, as Sphinx takes them."""
    if (pages := eir_domain(app.env).made_pages) and app.builder.name in BUILDERS:
        yield from pages.collect(app.builder)


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Have feeds written, and the pages found."""
    if (pages := eir_domain(app.env).made_pages) and not exception and app.builder.name in BUILDERS:
        pages.finish(app)


class MadePages:
    """The pages of one build."""

    def __init__(self) -> None:
        self._pages: list[MadePage] = []
        self._changed: set[str] = set()
        self._feeds: set[str] = set()
        """The pages of which the feeds tell something else."""
        self._contents: dict[str, dict[str, str]] = {}
        """The site's contents as pages of a folder show them: folder → options → HTML."""

    def update(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Find the pages that have changed, and remove those that are gone."""
        if app.builder.name not in BUILDERS:
            return []
        domain = eir_domain(env)
        written = domain.written.get((app.builder.name, str(app.outdir), MADE_PAGES), {})
        made: dict[str, MadePage] = {}
        for pages in app.emit(COLLECT_PAGES):
            made |= {page.name: page for page in pages if page.name not in env.all_docs}
        self._pages = [made[name] for name in sorted(made)]
        around = _around(app) if made else ""
        base = base_of(app)  # without which there are no feeds
        digests = {
            page.name: _digest(f"{around} {page.title} {bool(base and dated(page.articles))} {page.shown}")
            for page in self._pages
        }
        self._changed = set(domain.rewrite(app, MADE_PAGES, digests))
        around_feeds = (app.config.project, app.config.author, app.config.language, base)
        told = {
            page.name: _digest(
                repr((around_feeds, page.title, [told_of(app, *listed) for listed in page.articles if base]))
            )
            for page in self._pages
        }
        self._feeds = set(domain.rewrite(app, "feeds of made pages", told))
        self._changed |= {name for name in made if not _file(app, name).exists()}
        gone = [name for name in written if name not in made]
        for name in gone:
            if name not in env.all_docs:
                _file(app, name).unlink(missing_ok=True)
            put_feed(app, f"{name}.atom", [])
        # In a build that writes no document, Sphinx makes no such page, and doesn't store what is written.
        return [app.config.root_doc] if (self._changed or gone) and not domain.reading else []

    def collect(self, builder: StandaloneHTMLBuilder) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Yield the pages to write, as Sphinx takes them."""
        for page in self._pages:
            if page.name in self._changed:
                yield page.name, self._context(builder, page), "page.html"

    def finish(self, app: Sphinx) -> None:
        """Write the feed of each page that has articles with a date, and have the site's search find all pages."""
        if not self._pages:
            return
        for page in self._pages:
            articles = dated(page.articles) if base_of(app) else []
            if page.name in self._feeds or (articles and not (Path(app.outdir) / page.feed).exists()):
                put_feed(app, page.feed, articles, f"{page.title} · {app.config.project}", page.name)
        _have_searched(app.builder, self._pages)  # type: ignore[arg-type]  # as its name says

    def share_contents(self, docname: str, context: dict[str, Any]) -> None:
        """Make the site's contents once for the pages of a folder: none of them is in the contents, so they all show the same.

        Sphinx makes them anew for each page, which takes the longer the larger the site is.
        """
        if docname not in self._changed or not callable(make := context.get("toctree")):
            return
        made = self._contents.setdefault(posixpath.dirname(docname), {})

        def toctree(**options: Any) -> str:
            key = repr(sorted(options.items()))
            if key not in made:
                made[key] = make(**options)
            return made[key]

        context["toctree"] = toctree

    def _context(self, builder: StandaloneHTMLBuilder, page: MadePage) -> dict[str, Any]:
        section = nodes.section("", nodes.title("", page.title), *page.content(), ids=["page"])
        builder.secnumbers = {}  # those of the last document
        builder.fignumbers = {}
        return {
            "title": page.title,
            "body": builder.render_partial(section)["fragment"],
            "metatags": page.head(),
        }


_WORD_OF_NOTHING = re.compile(rb'"[\w\\]+":\[\],?')
"""A word in Sphinx's index that no document has: those of our pages are left there when it takes the pages themselves out."""


def _have_searched(builder: StandaloneHTMLBuilder, pages: list[MadePage]) -> None:
    """Add *pages* to the index that Sphinx has just written, and in which it leaves no page that isn't a document's.

    Where Sphinx's index and the pages are those of the last build, so is the index of both, which is kept.
    """
    if builder.indexer is None:
        return
    path = Path(builder.outdir) / builder.searchindex_filename
    kept = Path(builder.doctreedir) / "eir" / f"{builder.name}-search"
    state = (
        _digest(repr([(page.name, page.title, page.shown) for page in pages]))
        + hashlib.sha256(_WORD_OF_NOTHING.sub(b"", path.read_bytes()).replace(b",}", b"}")).hexdigest()
    )
    if kept.is_file():
        known, _, index = kept.read_bytes().partition(b"\n")
        if known == state.encode():
            path.write_bytes(index)
            return
    document = new_document("")
    for page in pages:
        words = nodes.paragraph("", page.words())
        document.children = [nodes.section("", nodes.title("", page.title), words, ids=["page"])]
        builder.index_page(page.name, document, page.title)
    with path.open("w", encoding="utf-8") as file:
        builder.indexer.dump(file, builder.indexer_format)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(state.encode() + b"\n" + path.read_bytes())


def names_of_made_pages(app: Sphinx) -> list[str]:
    """Return the names of the pages that this output has."""
    return sorted(eir_domain(app.env).written.get((app.builder.name, str(app.outdir), MADE_PAGES), {}))


def dated(articles: Sequence[Listed]) -> list[Listed]:
    """Return those of *articles* that a feed can have: Atom asks for a date."""
    return [(docname, article) for docname, article in articles if article.date or article.changed]


def feed_link(app: Sphinx, page: str, articles: list[Listed]) -> Iterator[nodes.Element]:
    """Yield the link from *page* to its feed of *articles*, if it has one."""
    if base_of(app) and dated(articles):
        _ = words_in(app.config.language)
        # TRANSLATORS: A link to a feed (Atom) of the articles of one author or one subject.
        words = _("Feed of these articles")
        link = nodes.reference("", words, refuri=_feed_address(app, page), internal=True)
        yield nodes.paragraph("", "", link, classes=["eir-feed"])


def feed_head(app: Sphinx, page: str, title: str, articles: list[Listed]) -> str:
    """Return the link from the head of *page* to its feed; nothing if it has none."""
    if not base_of(app) or not dated(articles):
        return ""
    address = html.escape(_feed_address(app, page))
    return f'<link rel="alternate" type="application/atom+xml" title="{html.escape(title)}" href="{address}">'


def _feed_address(app: Sphinx, page: str) -> str:
    return relative_uri(app.builder.get_target_uri(page), quote(f"{page}.atom"))


def _around(app: Sphinx) -> str:
    """Return a digest of what stands around the text of any page: the theme, the settings, the contents."""
    builder: StandaloneHTMLBuilder = app.builder  # type: ignore[assignment]  # as its name says
    info = builder.build_info
    env = app.env
    titles = {docname: title.astext() for docname, title in sorted(env.titles.items())}
    return _digest(
        repr((
            info.config_hash, info.tags_hash, builder.templates.newest_template_mtime(), sorted(env.toctree_includes.items()), titles,
        ))
    )  # fmt: skip


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _file(app: Sphinx, name: str) -> Any:
    builder: StandaloneHTMLBuilder = app.builder  # type: ignore[assignment]  # as its name says
    return builder.get_output_path(name)
