"""Films and recordings on pages.

A file of the project has the browser's own player, which loads nothing before it is played. What others have is a link to them, with the
still; the script of the page adds a button, which says who will be asked, and puts the player in the place of the still.
"""

from __future__ import annotations

import posixpath
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from docutils import nodes
from sphinx import addnodes

from ...core.languages import language_around, words_in
from ...core.outputs import start_tag
from .words import name_of

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

    from ...core.nodes import eir_media


def visit_media_html(self: HTML5Translator, node: eir_media) -> None:
    """Write the whole: still and file are attributes of a player, and of the children only the caption is written as it stands."""
    language = language_around(node, self.config)
    media, name = node["media"], name_of(node, language)
    still = next((child for child in node.children if isinstance(child, nodes.image)), None)
    files = {
        child["role"]: child for child in node.children if isinstance(child, addnodes.download_reference)
    }
    caption = [child for child in node.children if child not in (still, *files.values())]
    self.body.append(start_tag(self, node, "figure", CLASS=f"eir-media eir-media-{media.kind}"))
    if media.is_local:
        self.body.append(_player(self, node, name, language, still, files))
        address = _address(self, files["file"])
    else:
        address = media.address
        self.body.append(_frame(node, name, language))
        if still is not None:
            still.walkabout(self)
        self.body.append("</div>\n")
    link = f'<a class="eir-media-link" href="{escape(address)}">{escape(name)}</a>'
    where = f' <span class="eir-media-service">({escape(media.service)})</span>' if media.service else ""
    self.body.append(f"<figcaption>\n<p>{link}{where}</p>\n")
    for child in caption:
        child.walkabout(self)
    self.body.append("</figcaption>\n</figure>\n")
    raise nodes.SkipNode


def _frame(node: eir_media, name: str, language: str) -> str:
    """Return the start of what the script puts the player into."""
    media = node["media"]
    data = {"title": name}
    if node["plays"]:
        _ = words_in(language)
        # TRANSLATORS: On a button. {name} is "Video: Tides"; {service} is who has it, and will know of the reader: "YouTube".
        label = _("{name}: play it here, from {service}").format(name=name, service=media.service)
        data |= {
            "label": label,
            "kind": "frame" if media.player else media.kind,
            "source": media.player or media.address,
        }
    attributes = " ".join(f'data-{key}="{escape(value)}"' for key, value in data.items())
    return f'<div class="eir-media-frame" {attributes}>\n'


def _player(
    self: HTML5Translator,
    node: eir_media,
    name: str,
    language: str,
    still: nodes.image | None,
    files: dict[str, addnodes.download_reference],
) -> str:
    """Return the browser's player, which loads nothing before it is asked to (HTML, *preload*)."""
    kind = node["media"].kind
    poster, track = "", ""
    if still is not None and still["uri"] in self.builder.images:
        picture = posixpath.join(self.builder.imgpath, quote(self.builder.images[still["uri"]]))
        poster = f' poster="{escape(picture)}"'
    if "captions" in files:
        label = f'srclang="{escape(language)}" src="{escape(_address(self, files["captions"]))}"'
        track = f'<track kind="captions" {label} default>'
    before = ""
    if kind == "audio" and poster:
        shows = escape(still["alt"]) if still is not None else ""
        before, poster = f'<img class="eir-media-still" alt="{shows}" src="{escape(picture)}">\n', ""
    source = escape(_address(self, files["file"]))
    return f'{before}<{kind} controls preload="none" aria-label="{escape(name)}" src="{source}"{poster}>{track}</{kind}>\n'


def _address(self: HTML5Translator, file: addnodes.download_reference) -> str:
    """Return the address of the copy of *file*."""
    return posixpath.join(self.builder.dlpath, quote(file.get("filename", "")))
