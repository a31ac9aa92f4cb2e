"""Records of all documents → what their citations and bibliographies say, when all documents are read.

What a document's result depends on is kept beside it: only what has changed is worked out anew, and only pages whose
result is another one are written again.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ..domain import eir_domain
from .project import Project
from .records import Citations
from .results import Results

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def resolve(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Work out all results that are not known, and return the documents whose pages are to be written again."""
    domain = eir_domain(env)
    records = dict(domain.find_all(Citations))
    results = domain.results
    written = domain.written.setdefault(app.builder.name, {})
    for docname in (set(results) | set(written)) - records.keys():
        results.pop(docname, None)
        written.pop(docname, None)
    if not records:
        return []
    bring_up_to_date(results, Project(app, env, records))
    changed = []
    for docname in records:
        digest = digest_of(results[docname][1])
        if written.get(docname) != digest:
            written[docname] = digest
            changed.append(docname)
    return changed


def digest_of(result: object) -> str:
    """Return what tells *result* from another."""
    return hashlib.sha256(repr(result).encode("utf-8", "surrogatepass")).hexdigest()


def bring_up_to_date(results: dict[str, tuple[object, object]], project: Project) -> None:
    """Work out the *results* that are not known or depend on something else by now."""
    changed = []
    for group in project.groups():
        group.about = project.about(group)
        known = [results[docname][0] for docname in group.docnames if docname in results]
        distinct = {id(one): one for one in known}  # documents of one group share theirs
        if len(known) < len(group.docnames) or any(one != group.about for one in distinct.values()):
            changed.append(group)
    if not changed:
        return
    for group in changed:
        project.link(group)
    for group, answers in zip(changed, project.format(changed), strict=True):
        for docname, result in Results(project, group, answers).made():
            results[docname] = (group.about, result)
    project.warn_of_files()
