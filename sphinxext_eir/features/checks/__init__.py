"""Checks of scholarship: what an editor would see, in a table of rules that are pure functions over plain records.

``records`` has what rules look at and what they find. The rules stand in ``prose``, ``quotes``, ``sources``, ``spelling`` and
``links``, their names and help in ``table``. ``collect`` makes records of documents, ``apply`` holds the rules against them, and ``run``
builds the project for both. ``report`` and ``pages`` say what was found.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from ...core.warnings import Subtype, warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def setup_feature(app: Sphinx) -> None:
    """Have the names of rules in ``eir_checks`` checked."""
    app.connect("config-inited", _check_names, priority=450)


def _check_names(app: Sphinx, config: Config) -> None:
    """Warn of names that no rule has. The table costs time, and most projects don't touch it."""
    if not config.eir_checks:
        return
    from .table import BY_NAME

    for name in config.eir_checks:
        if name not in BY_NAME:
            close = difflib.get_close_matches(name, BY_NAME, n=1)
            hint = f"did you mean {close[0]!r}?" if close else "the reference of checks has them all"
            warn(Subtype.CONFIG, f"eir_checks: there is no rule {name!r}; {hint}")
