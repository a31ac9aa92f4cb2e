"""Which documents have a style of notes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...core.domain import eir_domain
from ...csl.shipped import NAMES, NOTES
from .records import Citations

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def is_of_notes(style: str, env: BuildEnvironment) -> bool:
    """Say if *style*, or the project's if it is empty, is one of notes."""
    name = style or env.config.eir_citation_style
    if name in NAMES:
        return bool(name == NOTES)
    from .styles import is_note_style  # styles take time to import, and most projects use a shipped one

    return is_note_style(name, Path(env.srcdir))


def outdated_documents(
    app: Sphinx,
    env: BuildEnvironment,
    added: AbstractSet[str],
    changed: AbstractSet[str],
    removed: AbstractSet[str],
) -> list[str]:
    """Return the documents to be read again: their style has become one of notes, or has ceased to be one."""
    return [
        docname
        for docname, record in eir_domain(env).find_all(Citations)
        if record.by_key and is_of_notes(record.style, env) is not record.in_notes
    ]
