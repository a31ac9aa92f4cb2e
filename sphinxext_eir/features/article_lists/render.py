"""Lists of articles in their final form, for each kind of builder, when a page is resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.errors import NoUri

from ...core.dates import machine_readable
from ...core.kinds import name_of_kind
from ...core.languages import language_of
from ...core.nodes import eir_article_list
from ...core.outputs import BuilderTransform
from ...core.publication import name_of_status
from ...text.bylines import joined, localised
from .choice import description_of, image_of, others, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...text.frontmatter import Article
    from .choice import Listed


class PlaceLists(BuilderTransform):
    """Puts a list of articles in the place of each placeholder."""

    default_priority = 8

    spoken: str
    """The language of the document whose list is made."""

    def run(self, **kwargs: Any) -> None:
        """Replace every placeholder of the page, which may join several documents."""
        for placeholder in list(self.document.findall(eir_article_list)):
            self.spoken = language_of(self.env, placeholder["docname"])
            chosen = placeholder["wanted"].choose(others(self.env, placeholder["docname"]))
            target = [nodes.target("", "", ids=placeholder["ids"])] if placeholder["ids"] else []
            listed = [self.listed(chosen)] if chosen else []
            for node in (node for whole in listed for node in whole.findall(nodes.bullet_list)):
                node["classes"] += placeholder["classes"]
            placeholder.parent.replace(placeholder, [*target, *listed])

    def listed(self, chosen: list[Listed]) -> nodes.Element:
        """Return the list of *chosen* articles."""
        items = (nodes.list_item("", *self.parts(*listed)) for listed in chosen)
        return nodes.bullet_list("", *items, classes=["eir-article-list"], bullet="-")

    def parts(self, docname: str, article: Article) -> Iterator[nodes.Element]:
        """Yield what has become of it, kind, title, byline and description, as far as the article has them."""
        if status := name_of_status(self.env, article, self.spoken):
            yield nodes.paragraph(
                "", "", nodes.strong("", status), classes=["eir-status"], translatable=False
            )
        if kind := name_of_kind(article.kind, self.spoken):
            yield nodes.paragraph("", kind, classes=["eir-kind"], translatable=False)
        yield nodes.paragraph("", "", self.link(docname, article), classes=["eir-title"], translatable=False)
        byline: list[nodes.Node] = (
            [nodes.Text(joined([author.name for author in article.authors], self.spoken))]
            if article.authors
            else []
        )
        if article.date:
            byline += [*([nodes.Text(", ")] if byline else []), self.date(article)]
        if byline:
            yield nodes.paragraph("", "", *byline, classes=["eir-byline"], translatable=False)
        if description := description_of(self.env, docname, article):
            yield nodes.paragraph("", description, translatable=False)

    def link(self, docname: str, article: Article) -> nodes.Node:
        """Return the title, linked to the article where the output has it."""
        title = title_of(self.env, docname, article)
        try:
            uri = self.builder.get_relative_uri(self.env.current_document.docname, docname)
        except NoUri:  # a PDF or a manual that has other documents in it
            uri = ""
        if not uri:  # builders of plain text have no addresses
            return nodes.Text(title)
        return nodes.reference("", title, refuri=uri, internal=True)

    def date(self, article: Article) -> nodes.Node:
        """Return the date as readers of the page know it."""
        assert article.date
        return nodes.Text(localised(article.date, self.spoken))


class PlaceListsInEpub(PlaceLists):
    """The same in EPUB, with dates that machines can read."""

    def date(self, article: Article) -> nodes.Node:
        """Return the date, which machines can read as well."""
        assert article.date
        return machine_readable(article.date, self.spoken)


class PlaceListsInHtml(PlaceListsInEpub):
    """The same on a page: cards, if the project uses sphinx-design. To a screen reader they still are a list."""

    def listed(self, chosen: list[Listed]) -> nodes.Element:
        """Return the list, in a grid of sphinx-design's if the project lists that extension."""
        listed = super().listed(chosen)
        if "sphinx_design" not in self.config.extensions:
            return listed
        from sphinx_design.shared import create_component  # only projects that list it need it

        pictures = [self.picture(*one) for one in chosen]
        listed["classes"] += ["sd-row", "sd-row-cols-1", "sd-row-cols-md-2", "sd-g-3"]
        for item in listed.findall(nodes.list_item):
            item["classes"] += ["sd-col", "sd-d-flex-row"]
            for part in item.findall(nodes.paragraph):
                title = "eir-title" in part["classes"]
                part["classes"] += ["sd-card-title", "sd-font-weight-bold"] if title else ["sd-card-text"]
            for link in item.findall(nodes.reference):
                link["classes"] += ["sd-stretched-link"]
            body = create_component("card-body", ["sd-card-body"], children=item.children)
            classes = ["sd-card", "sd-sphinx-override", "sd-w-100", "sd-shadow-sm", "sd-card-hover"]
            item[:] = [create_component("card", classes, children=[*pictures.pop(0), body])]
        classes = ["sd-container-fluid", "sd-sphinx-override", "sd-mb-4"]
        return create_component("grid-container", classes, children=[listed])

    def picture(self, docname: str, article: Article) -> list[nodes.Node]:
        """Return the picture of *article*, which says nothing that its title doesn't: it has no alternative text."""
        image = image_of(self.env, docname, article)
        if not image:
            return []
        return [
            nodes.image(
                "",
                uri=image,
                candidates={"?" if "://" in image else "*": image},
                alt="",
                classes=["sd-card-img-top"],
            )
        ]
