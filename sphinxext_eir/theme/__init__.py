"""The theme ``eir``: the pages of a journal.

Looks and layout only. What an article says of itself (head, notes, pull quotes) are nodes that every theme gets.

- :mod:`.options`: the theme's options, read and checked
- :mod:`.masthead`: the sections in the masthead, which are pages that list pages
- :mod:`.page`: what the template needs besides what Sphinx gives it
- ``eir/``: template, style sheet, script and options
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .. import __version__
from .masthead import changed_masthead
from .options import check_options
from .page import add_to_page

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the theme. Sphinx calls this when ``html_theme`` is ``eir``, by the entry point ``sphinx.html_themes``."""
    app.setup_extension("sphinxext_eir")  # its catalogue has the words of the page
    app.add_html_theme("eir", str(Path(__file__).parent / "eir"))
    app.connect("env-updated", changed_masthead)
    app.connect("env-updated", check_options)
    app.connect("html-page-context", add_to_page)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
