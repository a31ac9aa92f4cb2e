"""Outputs: the nodes that each kind of builder gets, and the style sheets and scripts of pages.

HTML and LaTeX have renderings of ours. Any other builder, a stranger's too, gets stock nodes.
"""

from __future__ import annotations

import hashlib
import html
import re
import zlib
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..assets import ASSETS
from ..text.files import update_file
from .config import SETTINGS
from .domain import connect_where_used, eir_domain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.latex import LaTeXTranslator

EXPORT = "eir-export"
"""The format of our builders of files: they take stock nodes, and some of ours that say more."""

PDF = "eir-pdf"
"""The one of them that makes pages."""

COLLECT_PAGES = "eir-collect-pages"
"""The event that asks each feature for the pages that no document makes (:mod:`.made_pages`), when all documents are read."""

MADE_PAGES = "made pages"
"""What an output keeps of them, among what it has written."""

STYLE_SHEET = "eir.css"
PRINT_STYLE_SHEET = "eir-print.css"
JOURNAL_STYLE_SHEET = "eir-journal.css"
MARGIN_STYLE_SHEET = "eir-margin.css"
SCRIPT = "eir.js"
MARGIN_SCRIPT = "eir-margin.js"
COPY_SCRIPT = "eir-copy.js"
MEDIA_SCRIPT = "eir-media.js"
LATEX_PACKAGE = "eir.sty"


def setup_outputs(app: Sphinx) -> None:
    """Copy the assets to the output, and link them from pages that need them."""
    connect_where_used(app, "write-started", _copy)
    connect_where_used(app, "env-updated", _read_otherwise)
    on_html_page(app, _link, of_any=True)


class BuilderTransform(SphinxPostTransform):
    """A post-transform that knows its builder, which Sphinx has no public way to tell it."""

    @property
    def builder(self) -> Builder:
        """The builder of this build."""
        return eir_domain(self.env).builder


def add_post_transform_for_builder(
    app: Sphinx,
    own: Mapping[str, type[SphinxPostTransform] | None],
    *,
    otherwise: type[SphinxPostTransform] | None,
) -> None:
    """Register the post-transform that *own* has for the builder's name or, failing that, for its format.

    ``None`` stands for a format that needs none, since its visitors take the nodes as they are. *otherwise* is for any other format,
    which Sphinx's own choice, by ``formats``, can't express.
    """

    def register(app: Sphinx) -> None:
        transform = own.get(app.builder.name, own.get(app.builder.format, otherwise))
        if transform:
            app.add_post_transform(transform)

    app.connect("builder-inited", register)


def on_html_page(
    app: Sphinx,
    handler: Callable[[Sphinx, str, dict[str, Any]], None],
    *,
    priority: int = 500,
    of_any: bool = False,
) -> None:
    """Call *handler* before the HTML page of a document of ours is written, with its docname and the context of its template.

    Or before *any* page of a project that has some. Of the event's five arguments, nobody here needs the other two: the template's
    name and the doctree.
    """

    def handle(
        app: Sphinx, docname: str, templatename: str, context: dict[str, Any], doctree: object
    ) -> None:
        domain = eir_domain(app.env)
        if docname in domain.documents or (of_any and domain.is_used):
            handler(app, docname, context)

    app.connect("html-page-context", handle, priority=priority)


def connect_where_pages_are_made(
    app: Sphinx, event: str, handler: Callable[..., Any], *, priority: int = 500
) -> None:
    """Have *handler* called where features make pages that no document makes, or where an output has some."""

    def handle(app: Sphinx, *about: Any) -> Any:
        are_made = app.events.listeners[COLLECT_PAGES] or eir_domain(app.env).concerns("", MADE_PAGES)
        return handler(app, *about) if are_made else []

    app.connect(event, handle, priority=priority)


def _read_otherwise(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the documents of ours that this output shows as other settings had them read, or written.

    Sphinx reads all again after a change of one, and then forgets it: a second builder on the same environment would go on showing
    what it wrote before. The site's address is a setting of HTML to Sphinx, and other outputs lead to pages there.
    """
    values = [repr(app.config[setting.name]) for setting in SETTINGS if setting.rebuild == "env"]
    values.append(repr(app.config.html_baseurl))
    digest = hashlib.sha256("\n".join(values).encode("utf-8", "surrogatepass")).hexdigest()
    return eir_domain(env).rewrite(app, "settings", dict.fromkeys(eir_domain(env).documents, digest))


def _copy(app: Sphinx, builder: Builder) -> None:
    """Put style sheets and scripts into the output."""
    if not eir_domain(app.env).documents:
        return
    if builder.format == "html":
        static = app.outdir / "_static"
        static.mkdir(exist_ok=True)
        is_book = builder.name == "epub"  # in which all that lies there is published
        for asset in (COPY_SCRIPT,) if is_book else (SCRIPT, MARGIN_SCRIPT, COPY_SCRIPT, MEDIA_SCRIPT):
            update_file(static / asset, script(asset).encode())
        sheets = (STYLE_SHEET, JOURNAL_STYLE_SHEET)
        for asset in sheets if is_book else (*sheets, PRINT_STYLE_SHEET, MARGIN_STYLE_SHEET):
            update_file(static / asset, style_sheet(asset, epub=is_book).encode())
    elif builder.format == "latex":
        update_file(app.outdir / LATEX_PACKAGE, (ASSETS / "latex" / LATEX_PACKAGE).read_bytes())


def style_sheet(name: str = STYLE_SHEET, *, epub: bool = False) -> str:
    """Return one of our style sheets as readers get it, without comments, spaces and the noughts before a point, which are for maintainers."""
    text = (ASSETS / "static" / name).read_text(encoding="utf-8")
    if epub:  # EPUB forbids this property (epubcheck: CSS_001)
        text = "".join(line for line in text.splitlines(keepends=True) if "unicode-bidi" not in line)
    text = re.sub(r"0(?=\.\d)(?<![\w.]0)", "", _without_comments(text)).replace(": ", ":")
    # One sign after the other: an expression with all of them takes ten times as long, in each build.
    for sign in "{};,>":
        for beside in (f" {sign}", f"\n{sign}"):
            text = text.replace(beside, sign)
        for beside in (f"{sign} ", f"{sign}\n"):
            text = text.replace(beside, sign)
    return text.replace(";}", "}")


def script(name: str) -> str:
    """Return one of our scripts as readers get it, without the comments that end a line, either."""
    text = (ASSETS / "static" / name).read_text(encoding="utf-8")
    return _without_comments("\n".join(line.partition(" // ")[0] for line in text.split("\n")))


def _without_comments(text: str) -> str:
    """Return *text* without comments, indents and empty lines. An expression that begins with a letter or a sign of its own is quick."""
    text = re.sub(r"/\*.*?\*/\s*", "", text, flags=re.DOTALL)
    return "\n".join(line for line in map(str.lstrip, text.split("\n")) if line) + "\n"


def _link(app: Sphinx, docname: str, context: dict[str, Any]) -> None:
    """Have a page load those that it needs."""
    # The rendered page is asked, since `singlehtml` joins documents, and the domain knows only single ones.
    body = context.get("body", "")
    if re.search(r'class="(?:[^"]* )?eir-', body):
        app.add_css_file(STYLE_SHEET)
        if re.search(
            r'class="(?:[^"]* )?eir-(?:authors|dates|identifiers|picture|foot|portrait|drop-cap|lead-in|status|corrections|person|feed|issue|neighbours|media)[" ]',
            body,
        ):
            app.add_css_file(JOURNAL_STYLE_SHEET)
        if 'class="eir-copy"' in body:
            app.add_js_file(COPY_SCRIPT, loading_method="defer")
        if app.builder.name == "epub":
            return
        if 'class="eir-media-frame" ' in body:
            app.add_js_file(MEDIA_SCRIPT, loading_method="defer")
        app.add_css_file(PRINT_STYLE_SHEET, media="print")
        if app.config.html_theme != "eir" and _is_article(app.env, docname):  # which has it on each page
            context["metatags"] += f"\n<style>{running_head(context['title'])}</style>"
        if app.config.eir_previews and re.search('role="doc-(?:noteref|biblioref)"', body):
            app.add_js_file(SCRIPT, loading_method="defer")
        if app.config.eir_note_placement == "margin" and 'role="doc-noteref"' in body:
            app.add_css_file(MARGIN_STYLE_SHEET)
            context["metatags"] += _before_painting(context["pathto"], MARGIN_SCRIPT)


def _is_article(env: BuildEnvironment, docname: str) -> bool:
    from ..text.article import Article  # costs time, and many builds write no page of ours

    return eir_domain(env).find(docname, Article) is not None


def running_head(title: str) -> str:
    """Return the rules of CSS for the head of printed pages but the first. *title* is HTML, as Sphinx gives it to templates."""
    words = html.unescape(re.sub(r"<[^>]*>", "", title))
    # As a string of CSS inside of HTML (CSS Syntax Module Level 3, section 4.3.7).
    text = re.sub(r"[^\w .,:;!?()-]", lambda found: f"\\{ord(found[0]):x} ", words)
    return (
        f'@page {{ @top-center {{ content: "{text}" }} }} @page :first {{ @top-center {{ content: none }} }}'
    )


def _before_painting(pathto: Callable[..., str], name: str) -> str:
    """Return the element for a script that browsers wait for before they paint, so that nothing moves under the reader's eyes.

    They wait for scripts in the head alone (HTML, "blocking attributes"), where few themes put those that Sphinx knows.
    """
    version = zlib.crc32(script(name).encode())
    address = pathto(f"_static/{name}", resource=True)
    return f'\n<script defer blocking="render" src="{html.escape(address)}?v={version:08x}"></script>'


def use_latex_package(translator: LaTeXTranslator) -> None:
    """Load ``eir.sty`` in the document that *translator* writes. To be called before one of its commands is used.

    ``app.add_latex_package`` would load it in documents without an article too.
    """
    command = "\\usepackage{eir}\n"
    if command not in translator.elements["preamble"]:
        translator.elements["preamble"] += command


def start_tag(
    translator: HTML5Translator, node: nodes.Element, tag: str, suffix: str = "\n", **attributes: str
) -> str:
    """Return the start of an HTML element, with the ids and classes of *node*; ``CLASS`` adds one."""
    return translator.starttag(node, tag, suffix, False, **attributes)  # noqa: FBT003 - docutils' signature


def section_of(node: nodes.Node) -> nodes.section | None:
    """Return the outermost section around *node*, of its own document where documents are joined."""
    section = None
    while node.parent and not isinstance(node, addnodes.start_of_file):
        if isinstance(node, nodes.section):
            section = node
        node = node.parent
    return section
