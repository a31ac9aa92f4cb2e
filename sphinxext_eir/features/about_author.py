"""``eir:about-author``: the author's biography, set apart from the body by a dash, as E-IR does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from ..core.domain import eir_domain
from ..core.languages import language_around, words_in
from ..core.nodes import eir_about_author
from ..core.outputs import EXPORT, add_post_transform_for_builder, start_tag, use_latex_package
from ..core.parsing import OpenOptions, Options, text_option
from ..core.warnings import Subtype, warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.latex import LaTeXTranslator

DASH = "—"


class AboutAuthorDirective(SphinxDirective):
    """``eir:about-author``. Its content is the biography; ``picture`` names a portrait, beside what says who it is."""

    has_content = True
    option_spec = OpenOptions({"picture": text_option})

    def run(self) -> list[nodes.Node]:
        """Return the biography."""
        biography = eir_about_author("", *self.parse_content_to_nodes())
        self.set_source_info(biography)
        if not self.content:
            warn(
                Subtype.ARTICLE, "eir:about-author is empty: write the biography below it", location=biography
            )
            return []
        eir_domain(self.env).enter(self.env.docname)
        if picture := Options(self).text("picture"):
            portrait = nodes.image(
                "", uri=picture, alt="", classes=["eir-portrait", "no-scaled-link"], width="96px"
            )
            self.set_source_info(portrait)
            biography.insert(0, portrait)
        return [biography]


class PlaceBiography(SphinxPostTransform):
    """Replaces a biography by stock nodes, for builders without a rendering of ours."""

    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        """Replace each biography by a dash and its content."""
        for biography in list(self.document.findall(eir_about_author)):
            dash = nodes.paragraph("", DASH, translatable=False)
            target = [nodes.target("", "", ids=biography["ids"])] if biography["ids"] else []
            biography.parent.replace(biography, [*target, dash, *biography.children])


def visit_about_author_html(self: HTML5Translator, node: eir_about_author) -> None:
    _ = words_in(language_around(node, self.config))
    # TRANSLATORS: One author or several, of any gender.
    label = {"aria-label": _("About the author")}
    self.body.append(start_tag(self, node, "section", CLASS="eir-about-author", **label))
    self.body.append(f'<p class="eir-dash" aria-hidden="true">{DASH}</p>\n')


def depart_about_author_html(self: HTML5Translator, node: eir_about_author) -> None:
    self.body.append("</section>\n")


def visit_about_author_latex(self: LaTeXTranslator, node: eir_about_author) -> None:
    use_latex_package(self)
    self.body.append("\n\n\\begin{eiraboutauthor}\n")


def depart_about_author_latex(self: LaTeXTranslator, node: eir_about_author) -> None:
    self.body.append("\n\\end{eiraboutauthor}\n\n")


def setup_feature(app: Sphinx) -> None:
    """Register directive, node and fallback."""
    app.add_node(
        eir_about_author,
        html=(visit_about_author_html, depart_about_author_html),
        latex=(visit_about_author_latex, depart_about_author_latex),
    )
    app.add_directive_to_domain("eir", "about-author", AboutAuthorDirective)
    add_post_transform_for_builder(app, {"html": None, "latex": None, EXPORT: None}, otherwise=PlaceBiography)
