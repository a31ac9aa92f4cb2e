"""Pages that no longer show what is most cited, found when all documents are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.domain import eir_domain
from ...core.people import digest
from ...core.warnings import Subtype, warn
from .records import MostCited

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def pages_to_update(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the documents whose lists aren't what this output shows. Warn of those that are empty."""
    domain = eir_domain(env)
    records = dict(domain.find_all(MostCited))
    if not records:
        return domain.rewrite(app, "most cited", {})
    from .tally import counted  # costs time, and few projects print it

    found = counted(env)
    rows = {docname: [asked.rows(found) for asked in record.asked] for docname, record in records.items()}
    changed = domain.rewrite(
        app, "most cited", {docname: digest(repr(shown)) for docname, shown in rows.items()}
    )
    for docname in sorted(domain.reading.union(changed) & records.keys()):
        for asked, shown in zip(records[docname].asked, rows[docname], strict=True):
            if not any(shown):
                message = "eir:most-cited shows nothing: no article cites what its options ask for"
                warn(Subtype.CONFIG, message, location=(docname, asked.line))
    return changed
