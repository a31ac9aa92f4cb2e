"""Checks of scholarship: what an editor would see, in a table of rules that are pure functions over plain records.

``records`` has what rules look at and what they find. The rules stand in ``prose``, ``quotes``, ``sources``, ``spelling`` and
``links``, their names and help in ``table``. ``collect`` makes records of documents, ``apply`` holds the rules against them, and ``run``
builds the project for both. ``report`` and ``pages`` say what was found.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from ...core.domain import connect_where_used, eir_domain
from ...core.field_lines import place_of
from ...core.warnings import Subtype, warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config


def setup_feature(app: Sphinx) -> None:
    """Have the names of rules checked, in ``eir_checks`` and in the field ``unchecked``."""
    app.connect("config-inited", _check_setting, priority=450)
    connect_where_used(app, "doctree-read", _check_field)


def _check_setting(app: Sphinx, config: Config) -> None:
    """Warn of rules in ``eir_checks`` that nobody knows."""
    for message in _unknown(config.eir_checks):
        warn(Subtype.CONFIG, f"eir_checks: {message}")


def _check_field(app: Sphinx, doctree: nodes.document) -> None:
    """Warn of rules in an article's field ``unchecked`` that nobody knows."""
    from ...text.article import Article  # takes time to import, and documents that aren't ours don't need it

    docname = app.env.docname
    article = eir_domain(app.env).find(docname, Article)
    for message in _unknown(article.unchecked) if article else ():
        warn(Subtype.ARTICLE, f"unchecked: {message}", location=place_of(app.env, docname, "unchecked"))


def _unknown(names: Iterable[str]) -> Iterator[str]:
    """Yield what is said of *names* that no rule has. The table costs time, and most projects don't touch it."""
    if not names:
        return
    from .table import BY_NAME

    for name in names:
        if name not in BY_NAME:
            close = difflib.get_close_matches(name, BY_NAME, n=1)
            hint = f"did you mean {close[0]!r}?" if close else "the reference of checks has them all"
            yield f"there is no rule {name!r}; {hint}"
