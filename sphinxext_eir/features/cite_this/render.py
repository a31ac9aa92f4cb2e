"""The citation in its final form, for each kind of builder, when a page is resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ...core.domain import eir_domain
from ...core.languages import isolated, words_in
from ...core.nodes import (
    eir_cite_this,
    eir_copied,
    eir_copy_button,
    eir_fold,
    eir_foot,
    eir_formats,
    eir_isolated,
)
from ...core.outputs import BuilderTransform
from ...core.walks import find_blocks
from ...text.article import Article
from .files import citable_of, path_of
from .formats import FORMATS, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .formats import CitableArticle, Format


class PlaceCitation(BuilderTransform):
    """Puts the citation in words in the place of its placeholder, in stock nodes."""

    default_priority = 60  # before sphinx-design makes tabs (200)

    def run(self, **kwargs: Any) -> None:
        """Replace every placeholder of the page, which may join several documents."""
        for placeholder in find_blocks(self.document, eir_cite_this):
            article = eir_domain(self.env).find(placeholder["docname"], Article) or Article(title="")
            citable = citable_of(self.builder, placeholder["docname"], article)
            target = [nodes.target("", "", ids=placeholder["ids"])] if placeholder["ids"] else []
            placeholder.parent.replace(placeholder, [*target, *self.rendered(placeholder, citable)])

    def feet(self) -> Iterator[tuple[eir_foot, CitableArticle]]:
        """Yield the feet of articles that have no place of their own for the citation; before placeholders go."""
        placed = {placeholder["docname"] for placeholder in find_blocks(self.document, eir_cite_this)}
        for foot in find_blocks(self.document, eir_foot):
            article = eir_domain(self.env).find(foot["docname"], Article)
            if article and article.title and foot["docname"] not in placed:
                yield foot, citable_of(self.builder, foot["docname"], article)

    def rendered(self, placeholder: eir_cite_this, citable: CitableArticle) -> list[nodes.Node]:
        """Return the citation."""
        return [self.line(citable)]

    def line(self, citable: CitableArticle) -> nodes.paragraph:
        """Return the citation in words."""
        inlines: list[nodes.Node] = []
        for text, kind in phrases(citable):
            if kind == "url":
                inlines.append(nodes.reference("", text, refuri=text))
            elif kind == "name":
                inlines.append(self.name(text, citable.language))
            else:
                inlines.append(self.title(text) if kind == "title" else nodes.Text(text))
        return nodes.paragraph("", "", *inlines, classes=["eir-cite-line"], translatable=False)

    def title(self, text: str) -> nodes.Node:
        """Return the title in the line."""
        return nodes.Text(text)

    def name(self, text: str, language: str) -> nodes.Node:
        """Return the name of an author in the line."""
        return nodes.Text(text)


class PlaceCitationInFiles(PlaceCitation):
    """The same in files of articles, and first in the foot of a first page."""

    def run(self, **kwargs: Any) -> None:
        """Replace the placeholders, and add to feet."""
        for foot, citable in list(self.feet()):
            _ = words_in(citable.language)
            label = nodes.paragraph("", _("How to cite"), classes=["eir-label"], translatable=False)
            foot[:0] = [label, self.line(citable)]
        super().run(**kwargs)


class PlaceCitationInEpub(PlaceCitation):
    """The same in EPUB, where a title that runs the other way stays together."""

    def title(self, text: str) -> nodes.Node:
        """Return the title, set apart."""
        return eir_isolated(text, text)

    def name(self, text: str, language: str) -> nodes.Node:
        """Return the name of an author, set apart where its direction, or the line's, isn't from left to right."""
        return isolated(text, language)


class PlaceCitationInHtml(PlaceCitationInEpub):
    """The same on a page, with the formats of reference managers, and folded at the foot of an article that has no place for it."""

    def run(self, **kwargs: Any) -> None:
        """Replace the placeholders, and add to the menus of formats and to feet."""
        feet = list(self.feet())
        super().run(**kwargs)
        for menu in find_blocks(self.document, eir_formats):
            for form in FORMATS if "docname" in menu else ():
                link = addnodes.download_reference("", form.name, filename=path_of(menu["docname"], form))
                menu.append(nodes.list_item("", nodes.paragraph("", "", link, translatable=False)))
        for foot, citable in feet:
            _ = words_in(citable.language)
            # TRANSLATORS: What a reader clicks on to see how an article is cited.
            parts = self.rendered(eir_cite_this(docname=foot["docname"]), citable)
            foot.append(eir_fold("", *parts, label=_("How to cite")))

    def rendered(self, placeholder: eir_cite_this, citable: CitableArticle) -> list[nodes.Node]:
        """Return citation and formats in one element; the formats are in tabs if the project has sphinx-design."""
        _ = words_in(citable.language)
        button = nodes.paragraph("", "", eir_copy_button(label=_("Copy citation")), translatable=False)
        contents = [(form.name, self.contents(form, placeholder["docname"], citable)) for form in FORMATS]
        formats = _tabs(contents) if "sphinx_design" in self.config.extensions else _list(contents)
        return [
            eir_cite_this("", self.line(citable), button, formats, classes=["eir-cite-this", "no-search"])
        ]

    def contents(self, form: Format, docname: str, citable: CitableArticle) -> list[nodes.Node]:
        """Return the citation in *form*, with a button to copy it and a link to its file."""
        _ = words_in(citable.language)
        text = form.write(citable)
        label = _("Download {format}").format(format=form.name)
        link = addnodes.download_reference("", label, filename=path_of(docname, form))
        button = eir_copy_button(label=_("Copy {format}").format(format=form.name))
        return [
            eir_copied(text, text.replace("\r", "").rstrip("\n")),
            nodes.paragraph("", "", button, nodes.Text(" "), link, translatable=False),
        ]


class FreeTabLabels(SphinxPostTransform):
    """Takes ``aria-controls`` from the labels of our tabs: a label has its control already (ARIA in HTML, "label")."""

    default_priority = 201  # after sphinx-design has made the tabs (200)
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Free the labels of every citation of the page."""
        for citation in find_blocks(self.document, eir_cite_this):
            for part in citation.findall(nodes.Element):
                part.attributes.pop("aria_controls", None)


def _list(contents: list[tuple[str, list[nodes.Node]]]) -> nodes.Element:
    items = [
        nodes.definition_list_item("", nodes.term("", name), nodes.definition("", *parts))
        for name, parts in contents
    ]
    return nodes.definition_list("", *items)


def _tabs(contents: list[tuple[str, list[nodes.Node]]]) -> nodes.Element:
    """Return the nodes that sphinx-design's directive ``tab-set`` makes; its post-transform (200) makes tabs of them."""

    def component(name: str, *children: nodes.Node) -> nodes.container:
        return nodes.container("", *children, is_div=True, design_component=name, classes=[f"sd-{name}"])

    items = []
    for name, parts in contents:
        label = nodes.rubric(name, name, classes=["sd-tab-label"])
        items.append(component("tab-item", label, component("tab-content", *parts)))
    return component("tab-set", *items)
