"""Pages whose lists have changed, found when all documents are read."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ...core.domain import eir_domain
from ...core.listing import shown
from ...core.warnings import Subtype, warn
from .choice import Lists, others
from .feed import has_feed

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ...core.listing import Listed
    from .choice import Wanted


def pages_to_update(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the documents whose lists no longer show what this output has of them.

    Warn of lists that show nothing, in these documents and in those that are read in this build.
    """
    domain = eir_domain(env)
    records = dict(domain.find_all(Lists))
    digests = {}
    empty: dict[str, list[Wanted]] = {}
    for docname, record in records.items():
        articles = others(env, docname)
        chosen = [wanted.choose(articles) for wanted in record.wanted]
        digests[docname] = _digest(app, env, chosen)
        if articles:
            empty[docname] = [
                wanted
                for wanted, found in zip(record.wanted, chosen, strict=True)
                if not found and not wanted.skip  # a young journal has no more than another list shows
            ]
    changed = domain.rewrite(app, "article lists", digests)
    for docname in sorted(domain.reading.union(changed)):
        for wanted in empty.get(docname, ()):
            message = "eir:article-list shows nothing: no other article has what its options ask for"
            warn(Subtype.CONFIG, message, location=(docname, wanted.line))
    return changed


def _digest(app: Sphinx, env: BuildEnvironment, lists: list[list[Listed]]) -> str:
    """Return the digest of all that a page shows of its *lists*; the link to the feed depends on articles, too."""
    words = repr((has_feed(app), [[shown(env, *listed) for listed in chosen] for chosen in lists]))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
