"""The pictures of link previews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.domain import eir_domain
from ...text.article import Description

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder


def copy_images(app: Sphinx, builder: Builder) -> None:
    """Have the pictures of link previews copied with those that pages show, which the main process does."""
    if builder.format != "html" or builder.name == "epub" or not builder.config.html_baseurl:
        return
    for _docname, record in eir_domain(app.env).find_all(Description):
        if record.image in app.env.images:
            builder.images[record.image] = app.env.images[record.image][1]
