"""The words of a film or recording, in the language of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.languages import words_in
from ...text.media import AUDIO

if TYPE_CHECKING:
    from ...core.nodes import eir_media


def name_of(node: eir_media, language: str) -> str:
    """Return what *node* is, and its title if it has one."""
    _ = words_in(language)
    title, media = node["title"], node["media"]
    if media.kind == AUDIO:
        # TRANSLATORS: A recording that can be listened to.
        return _("Audio: {title}").format(title=title) if title else _("Audio")
    return _("Video: {title}").format(title=title) if title else _("Video")
