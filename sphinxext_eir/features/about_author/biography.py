"""``eir:about-author``: the author's biography, set apart from the body by a dash, as E-IR does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from ...core.domain import eir_domain
from ...core.languages import language_around, words_in
from ...core.nodes import eir_about_author
from ...core.outputs import start_tag, use_latex_package
from ...core.parsing import OpenOptions, Options, text_option
from ...core.people import biography_of, digest, people_of
from ...core.walks import find_blocks
from ...core.warnings import Subtype, warn
from ...text.article import Article

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.latex import LaTeXTranslator

    from ...text.article import Person

DASH = "—"


class AboutAuthorDirective(SphinxDirective):
    """``eir:about-author``. Its content is the biography; ``picture`` names a portrait, beside what says who it is.

    Without content, it prints what the project knows of the article's authors.
    """

    has_content = True
    option_spec = OpenOptions({"picture": text_option})

    def run(self) -> list[nodes.Node]:
        """Return the biography."""
        biography = eir_about_author("", *self.parse_content_to_nodes(), docname=self.env.docname)
        self.set_source_info(biography)
        biography["asks"] = not self.content
        eir_domain(self.env).enter(self.env.docname)
        if picture := Options(self).text("picture"):
            biography.insert(0, portrait(picture, biography))
        return [biography]


def portrait(uri: str, biography: eir_about_author) -> nodes.image:
    """Return the picture at *uri*, beside a *biography*."""
    image = nodes.image("", uri=uri, alt="", classes=["eir-portrait", "no-scaled-link"], width="96px")
    image.source, image.line = biography.source, biography.line
    return image


class Asked(NamedTuple):
    """The record of a document that prints what the project knows of its authors: these."""

    people: tuple[Person, ...]


class FillBiography(SphinxTransform):
    """Fills a biography that has no content with those of the article's authors.

    After the front matter was read (330), and before smart quotes (750).
    """

    default_priority = 335

    def apply(self, **kwargs: Any) -> None:
        """Fill each of them, or take it out if nothing is known."""
        asking = [
            node
            for node in find_blocks(self.document, eir_about_author)
            if node.attributes.pop("asks", False)
        ]
        if not asking:
            return
        docname = self.env.docname
        people = tuple(people_of(self.env, docname))
        eir_domain(self.env).store(docname, Asked(people))
        for biography in asking:
            pictured = any(isinstance(child, nodes.image) for child in biography.children)
            for person in people:
                biography.extend(self.about(person, biography, pictured=pictured))
            if not any(isinstance(child, nodes.paragraph) for child in biography.children):
                message = "eir:about-author is empty: write the biography below it, or give the author one in the file of eir_people"
                warn(Subtype.ARTICLE, message, location=biography)
                biography.parent.remove(biography)

    def about(self, person: Person, biography: eir_about_author, *, pictured: bool) -> list[nodes.Node]:
        """Return portrait and biography of *person*, which begins with the name if it doesn't say it itself.

        *pictured*: the author gave a picture, which takes the place of portraits.
        """
        paragraphs = biography_of(person)
        if not paragraphs:
            return []
        if person.author.name not in paragraphs[0].astext():
            paragraphs[0][:0] = [nodes.strong("", f"{person.author.name}."), nodes.Text(" ")]
        pictures = [portrait(f"/{person.portrait}", biography)] if person.portrait and not pictured else []
        return [*pictures, *paragraphs]


def pages_to_fill(app: Sphinx, env: BuildEnvironment, *_changes: object) -> list[str]:
    """Return the documents whose authors are known otherwise than when they were read."""
    return [
        docname
        for docname, asked in eir_domain(env).find_all(Asked)
        if asked.people != tuple(people_of(env, docname))
    ]


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the documents whose biographies this output has otherwise: another output may have had them read again."""
    domain = eir_domain(env)
    digests = {docname: digest(repr(asked.people)) for docname, asked in domain.find_all(Asked)}
    return domain.rewrite(app, "biographies", digests)


class PlaceBiography(SphinxPostTransform):
    """Replaces a biography by stock nodes, for builders without a rendering of ours."""

    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        """Replace each biography by a dash and its content."""
        for biography in find_blocks(self.document, eir_about_author):
            dash = nodes.paragraph("", DASH, translatable=False)
            target = [nodes.target("", "", ids=biography["ids"])] if biography["ids"] else []
            biography.parent.replace(biography, [*target, dash, *biography.children])


def visit_about_author_html(self: HTML5Translator, node: eir_about_author) -> None:
    _ = words_in(language_around(node, self.config))
    article = eir_domain(self.builder.env).find(node["docname"], Article)
    # TRANSLATORS: Of any gender.
    name = _("About the author") if article is None or len(article.authors) < 2 else _("About the authors")
    label = {"aria-label": name}
    self.body.append(start_tag(self, node, "section", CLASS="eir-about-author", **label))
    self.body.append(f'<p class="eir-dash" aria-hidden="true">{DASH}</p>\n')


def depart_about_author_html(self: HTML5Translator, node: eir_about_author) -> None:
    self.body.append("</section>\n")


def visit_about_author_latex(self: LaTeXTranslator, node: eir_about_author) -> None:
    use_latex_package(self)
    self.body.append("\n\n\\begin{eiraboutauthor}\n")


def depart_about_author_latex(self: LaTeXTranslator, node: eir_about_author) -> None:
    self.body.append("\n\\end{eiraboutauthor}\n\n")
