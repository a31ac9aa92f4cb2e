"""The directive ``eir:most-cited``, and its placeholder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from ...core.domain import eir_domain
from ...core.nodes import eir_most_cited
from ...core.parsing import OpenOptions, Options, behind_content, text_option
from ...core.walks import find_blocks
from ...text.fields import FieldError, read_count
from .records import SHOWN, Asked, MostCited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes


class MostCitedDirective(SphinxDirective):
    """``eir:most-cited``, which has options and no content."""

    has_content = True
    option_spec = OpenOptions(dict.fromkeys(("show", "limit", "at-least"), text_option))

    def run(self) -> list[nodes.Node]:
        """Return the placeholder, with the options as read."""
        placeholder = eir_most_cited(docname=self.env.docname)
        self.set_source_info(placeholder)
        placeholder["asked"] = Asked(line=placeholder.line, **dict(_read(Options(self))))
        eir_domain(self.env).enter(self.env.docname)
        return behind_content(self, placeholder)


class NoteMostCited(SphinxTransform):
    """Makes the record of what a document's lists ask for."""

    default_priority = 330

    def apply(self, **kwargs: Any) -> None:
        """Keep what each list asks for."""
        placeholders = find_blocks(self.document, eir_most_cited)
        if asked := tuple(placeholder["asked"] for placeholder in placeholders):
            eir_domain(self.env).store(self.env.docname, MostCited(asked))


def _read(options: Options) -> Iterator[tuple[str, Any]]:
    """Yield name and value of the options that can be read, and warn of the others."""
    if show := options.choice("show", SHOWN):
        yield "show", show
    for name in ("limit", "at-least"):
        if name in options.texts:
            try:
                yield name.replace("-", "_"), read_count(options.text(name))
            except FieldError as error:
                options.refuse(name, error.expected)
