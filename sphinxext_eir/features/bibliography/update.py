"""Records of all documents → results, once all documents are read: only those whose inputs have changed are worked out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...core.domain import eir_domain
from ...core.warnings import warn
from .plan import plan_of
from .records import Citations
from .results import result_of_nothing, state_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ...core.warnings import Location
    from .plan import Group
    from .results import Problem, Result, State


def update_results(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Bring all results up to date, and return the documents whose pages are to be written again.

    Report all problems of a document that was read in this build, and of any other document those that are new.
    """
    domain = eir_domain(env)
    records = dict(domain.find_all(Citations))
    results: dict[str, Result] = domain.results
    for docname in set(results) - records.keys():
        del results[docname]
    if not records:
        return domain.rewrite(app, "citations", {})
    known = {docname: result.problems for docname, result in results.items() if result.inputs}
    new = new_results(records, results, env)
    results.update(new)
    for docname, record in records.items():
        if docname in domain.reading:
            report(results[docname].problems, record, docname)
        elif docname in new:
            said = known.get(docname, ())
            report(tuple(one for one in new[docname].problems if one not in said), record, docname)
    for docname in records:
        domain.store(docname, results[docname].references)
    return domain.rewrite(app, "citations", {docname: results[docname].digest for docname in records})


def new_results(
    records: Mapping[str, Citations], results: Mapping[str, Result], env: BuildEnvironment
) -> dict[str, Result]:
    """Return new results for the groups in which a document has none, or one whose inputs have changed."""
    plan = plan_of(env, records)
    states: dict[str, State] = {}
    changed = [
        group
        for group in plan.groups
        if not all(
            docname in results and is_current(results[docname], group, states) for docname in group.docnames
        )
    ]
    new = {
        docname: result_of_nothing()._replace(inputs=group.digest)
        for group in changed
        if plan.is_idle(group)
        for docname in group.docnames
    }
    busy = [group for group in changed if not plan.is_idle(group)]
    if not busy:
        return new
    # Styles, files of references and pandoc take time to import, and in most builds nothing has changed.
    from .work import work_out

    return new | work_out(plan, busy, env)


def is_current(result: Result, group: Group, states: dict[str, State]) -> bool:
    """Say if *group* would give *result* again; *states* keeps those of the files that were looked at, by path."""
    for state in result.files:
        path = state[0]
        if path not in states:
            states[path] = state_of(Path(path))
        if states[path] != state:
            return False
    return result.inputs == group.digest


def report(problems: tuple[Problem, ...], record: Citations, docname: str) -> None:
    """Warn of the *problems* of a document, where they stand."""
    if not problems:
        return
    contents = record.contents()
    for problem in problems:
        location: Location = (docname, None)
        if problem.cited is not None:
            location = contents.cited[problem.cited].location
        elif problem.listed is not None:
            location = contents.lists[problem.listed].location
        warn(problem.subtype, problem.message, location=location)
