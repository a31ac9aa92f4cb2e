"""The lines on which an article's fields stand, for what is said of them when its document is no longer at hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .domain import eir_domain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.environment import BuildEnvironment


class FieldLines(NamedTuple):
    """The record of the lines of one document."""

    article: int | None
    """That of its ``eir:article``."""
    fields: tuple[tuple[str, int], ...]


def location_of(field: nodes.field, env: BuildEnvironment) -> str:
    """Return ``path:line`` of a *field* of the document that is read."""
    path = env.doc2path(env.docname)
    if field.line:
        return f"{path}:{field.line}"
    # MyST-Parser doesn't tell. A key of the front matter begins its line.
    lines = Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
    key = f"{field[0].astext().lower()}:"
    found = (number for number, line in enumerate(lines, 1) if line.lower().startswith(key))
    return f"{path}:{next(found, 1)}"


def keep_lines(
    env: BuildEnvironment, docname: str, article: int | None, places: Iterable[tuple[str, str]]
) -> None:
    """Keep the line of *article* and those of its fields, whose *places* are pairs of a name and ``path:line``."""
    own = Path(env.doc2path(docname))
    lines = []
    for name, place in places:
        path, _, line = place.rpartition(":")
        if path and Path(path) == own and line.isdecimal():  # else it stands in a file that is included
            lines.append((name, int(line)))
    eir_domain(env).store(docname, FieldLines(article, tuple(lines)))


def place_of(env: BuildEnvironment, docname: str, field: str = "") -> tuple[str, int | None]:
    """Return document and line of a *field* of the article *docname*, or else those of its ``eir:article``."""
    known = eir_domain(env).find(docname, FieldLines)
    return docname, dict(known.fields).get(field, known.article) if known else None
