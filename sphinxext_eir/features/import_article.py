"""``eir:import``: an article read from its text, PDF or Word file at build time, as if its source were typed here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docutils.statemachine import StateMachine, StringList
from sphinx.util.docutils import SphinxDirective

from ..core.warnings import Subtype, warn

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from ..conversion.pipeline import Converted, Syntax
    from ..conversion.transcript import Source


class ImportDirective(SphinxDirective):
    """``eir:import``. Its argument is the path of the file, relative to the document or, with ``/``, to the project."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the article; warn and return nothing if it can't be read."""
        if not self.state.document.settings.file_insertion_enabled:
            return [
                self.state.document.reporter.warning(f'"{self.name}" directive disabled.', line=self.lineno)
            ]
        # The converter takes time to import, and most projects import nothing.
        from ..conversion.jobs import Job
        from ..conversion.workers import attempt_apart

        try:
            relative, path = self.env.relfn2path(self.arguments[0])
        except (
            ValueError,
            OSError,
            RuntimeError,
        ) as error:  # no path has that character, or a link leads to itself
            warn(Subtype.CONVERSION, f"{self.arguments[0]!r}: {error}", location=self.get_location())
            return []
        self.env.note_dependency(relative)
        # MyST-Parser's state machine isn't a StateMachine of docutils.
        machine: object = self.state_machine
        syntax: Syntax = "rst" if isinstance(machine, StateMachine) else "myst"
        result = attempt_apart(Job(Path(path), syntax, embedded=True))
        if isinstance(result, str):
            warn(Subtype.CONVERSION, f"{relative}: {result}", location=self.get_location())
            return []
        article = result.value
        for message in result.messages:
            if message.doubtful:
                warn(Subtype.CONVERSION, message.text, location=location(path, message.source))
        for entry in article.ledger.unexplained:
            warn(Subtype.CONVERSION, f"{entry.reason}: {entry.text}", location=location(path, entry.source))
        if article.images:
            warn(
                Subtype.CONVERSION,
                f"{relative}: its pictures are left out: convert it to keep them",
                location=self.get_location(),
            )
        lines = numbered(article, str(path))
        if syntax == "rst":
            # As `include` does: sections go on after the article, and its notes and field lists are the document's.
            self.state_machine.insert_input(cast("Any", lines), str(path))
            return []
        return self.parse_text_to_nodes(cast("Any", lines), allow_section_headings=True)


def numbered(article: Converted, path: str) -> StringList:
    """Return the lines of *article* without pictures, each with the line of the input that it comes from."""
    items: list[tuple[str, int]] = []
    texts: list[str] = []
    last = 0
    inside_picture = False
    for line, source in zip(article.lines, article.sources, strict=True):
        starts = line.text.startswith((".. figure::", "```{figure}"))
        inside_picture = starts or (inside_picture and bool(line.text))
        if inside_picture and article.images:
            continue
        last = source.line - 1 if source.line else last
        texts.append(line.text)
        items.append((path, last))
    return StringList(texts, items=items)


def location(path: str, source: Source) -> str:
    """Return a place in the input for a warning: the line or, in a PDF, the page."""
    return f"{path}:{source.line or source.page or 1}"


def setup_feature(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive_to_domain("eir", "import", ImportDirective)
