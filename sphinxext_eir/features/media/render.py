"""Films and recordings where nothing plays: the still, a link with its address, and the caption, as stock nodes for any builder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from ...core.domain import eir_domain
from ...core.languages import language_of
from ...core.nodes import eir_media
from ...core.outputs import BuilderTransform
from ...core.page_urls import usual_url
from ...core.walks import find_blocks
from ...text.article import Article
from ...text.languages import comma
from .words import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator


class PlaceMedia(BuilderTransform):
    """Puts stock nodes in the place of each film or recording."""

    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        """Replace every one of the page, which may join several documents."""
        for media in find_blocks(self.document, eir_media):
            target = [nodes.target("", "", ids=media["ids"])] if media["ids"] else []
            shown = nodes.container("", *self.parts(media), classes=["eir-media", *media["classes"]])
            media.parent.replace(media, [*target, shown])

    def parts(self, media: eir_media) -> Iterator[nodes.Node]:
        """Yield still, link and caption."""
        image, *_others = [*(child for child in media.children if isinstance(child, nodes.image)), None]
        language = language_of(self.env, media["docname"])
        name = name_of(media, language)
        if image is not None:
            yield image
        words: list[nodes.Node] = [nodes.Text(name)]
        if address := self.address(media):
            words += [nodes.Text(comma(language)), nodes.reference("", address, refuri=address)]
        yield nodes.paragraph("", "", *words, classes=["eir-media-link"], translatable=False)
        yield from (
            child
            for child in media.children
            if not isinstance(child, (nodes.image, addnodes.download_reference))
        )

    def address(self, media: eir_media) -> str:
        """Return where a reader finds it: a file of the project, on its page, if the site's address is known."""
        if not media["media"].is_local:
            return str(media["media"].address)
        article = eir_domain(self.env).find(media["docname"], Article)
        return (article and article.canonical) or usual_url(self.config, media["docname"])
