"""The subjects of a project (``eir_subjects``): which keywords and kinds have pages, and their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text.keywords import file_name, folded, spellings
from .domain import eir_domain
from .page_urls import BUILDERS
from .publication import listed_articles

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

FOLDER = "subjects"
"""The folder of the pages of subjects."""


def subjects_of(env: BuildEnvironment) -> dict[str, str]:
    """Return the subjects of listed articles, and how they are spelt."""
    return eir_domain(env).derived(
        "subjects",
        lambda: spellings(keyword for _name, article in listed_articles(env) for keyword in article.keywords),
    )


def pages_of_subjects(builder: Builder) -> dict[str, str]:
    """Return subject → the name of its page, as far as this builder makes any."""
    if builder.name not in BUILDERS or "keywords" not in builder.config.eir_subjects:
        return {}
    return {subject: f"{FOLDER}/{file_name(subject)}" for subject in subjects_of(builder.env)}


def subject_of(keyword: str) -> str:
    """Return the subject that *keyword* names."""
    return folded(keyword)
