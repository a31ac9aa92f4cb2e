"""Lists of articles in their final form, for each kind of builder, when a page is resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from ...core.languages import language_of
from ...core.listing import ListsArticles, image_of
from ...core.nodes import eir_article_list
from ...core.outputs import BuilderTransform
from ...core.walks import find_all, find_blocks
from .choice import others

if TYPE_CHECKING:
    from ...core.listing import Listed
    from ...text.article import Article


class PlaceLists(ListsArticles, BuilderTransform):
    """Puts a list of articles in the place of each placeholder."""

    default_priority = 8

    @property
    def here(self) -> str:
        """The document that is resolved."""
        return self.env.current_document.docname

    def run(self, **kwargs: Any) -> None:
        """Replace every placeholder of the page, which may join several documents."""
        for placeholder in find_blocks(self.document, eir_article_list):
            self.spoken = language_of(self.env, placeholder["docname"])
            chosen = placeholder["wanted"].choose(others(self.env, placeholder["docname"]))
            target = [nodes.target("", "", ids=placeholder["ids"])] if placeholder["ids"] else []
            listed = [self.listed(chosen)] if chosen else []
            for node in (node for whole in listed for node in find_all(whole, nodes.bullet_list)):
                node["classes"] += placeholder["classes"]
            placeholder.parent.replace(placeholder, [*target, *listed])


class PlaceListsInEpub(PlaceLists):
    """The same in EPUB, with dates that machines can read."""

    machine_readable = True


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
        for item in find_all(listed, nodes.list_item):
            item["classes"] += ["sd-col", "sd-d-flex-row"]
            for part in find_all(item, nodes.paragraph):
                title = "eir-title" in part["classes"]
                part["classes"] += ["sd-card-title", "sd-font-weight-bold"] if title else ["sd-card-text"]
            for link in find_all(item, nodes.reference):
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
