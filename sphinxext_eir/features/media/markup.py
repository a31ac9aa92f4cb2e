"""The directive ``eir:media``, and the node that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from ...core.domain import eir_domain
from ...core.nodes import eir_media
from ...core.parsing import LEFT_OUT, OpenOptions, Options, text_option
from ...core.warnings import Subtype, warn
from ...text.files import is_file, place_within
from ...text.media import KINDS, VIDEO, Media, media_of

if TYPE_CHECKING:
    from collections.abc import Iterator


class MediaDirective(SphinxDirective):
    """``eir:media``. Its argument is a path or an address, its content the caption."""

    optional_arguments = 1  # without one, docutils would leave the caption out
    final_argument_whitespace = True
    has_content = True
    option_spec = OpenOptions(dict.fromkeys(("title", "kind", "still", "alt", "captions"), text_option))

    def run(self) -> list[nodes.Node]:
        """Return the node. What no browser could follow is printed as it was typed."""
        options = Options(self)
        typed = " ".join(" ".join(self.arguments).split())
        kind = options.choice("kind", KINDS, LEFT_OUT)
        caption = self.parse_content_to_nodes()
        made = eir_media(docname=self.env.docname, title=options.text("title"))
        self.set_source_info(made)
        eir_domain(self.env).enter(self.env.docname)
        media = media_of(typed)
        if media is None or (media.is_local and not self.has_file(typed)):
            wrong = f"there is no file {typed!r} in the project, and it is no address of the web (https://…); it is printed as typed"
            lacking = "it needs a file of the project, or an address (https://…); its words are printed"
            warn(Subtype.CONFIG, f"eir:media: {wrong if typed else lacking}", location=made)
            said = [nodes.Text(f"{options.text('title')} ")] if options.text("title") else []
            typed_as = [nodes.literal("", typed)] if typed else []
            return [nodes.paragraph("", "", *said, *typed_as), *caption]
        if not kind and not media.kind and not media.player:
            message = f"eir:media: {typed!r} doesn't say if it is a video or a recording, and is shown as a link; the option kind says it"
            warn(Subtype.CONFIG, message, location=made)
        made["media"] = media._replace(kind=kind or media.kind or VIDEO)
        made["plays"] = bool(kind or media.kind)
        made += self.parts(options, media)
        made += caption
        return [made]

    def has_file(self, typed: str) -> bool:
        """Say if there is a file *typed* in the project."""
        _relative, path = self.env.relfn2path(typed)
        file = place_within(self.env.srcdir, path)
        return file is not None and is_file(file)

    def parts(self, options: Options, media: Media) -> Iterator[nodes.Element]:
        """Yield the still, the file and its captions, as nodes that Sphinx copies the files of."""
        still, captions = options.text("still"), options.text("captions")
        if "://" in still:
            options.refuse(
                "still",
                "a picture of the project: one elsewhere would be loaded before anybody asks",
                LEFT_OUT,
            )
        elif still:
            image = nodes.image(
                "", uri=still, alt=options.text("alt"), classes=["eir-media-still", "no-scaled-link"]
            )
            self.set_source_info(image)
            yield image
        elif options.text("alt"):
            options.refuse("alt", "what a still shows, which the option still gives", LEFT_OUT)
        if media.is_local:
            yield self.file(media.address, "file")
        if captions and (not media.is_local or not self.has_file(captions)):
            options.refuse(
                "captions",
                "a file of WebVTT in the project, for a film that is a file of the project, too",
                LEFT_OUT,
            )
        elif captions:
            yield self.file(captions, "captions")

    def file(self, path: str, role: str) -> addnodes.download_reference:
        """Return a node for the file at *path*, which Sphinx copies."""
        found = addnodes.download_reference("", "", reftarget=path, refdoc=self.env.docname, role=role)
        self.set_source_info(found)
        return found
