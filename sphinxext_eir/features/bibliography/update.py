"""Records of all documents → what their citations and bibliographies say, when all documents are read.

What a document's result depends on is kept beside it: only what has changed is worked out anew, and only pages whose
result is another one are written again.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...core.domain import eir_domain
from ...core.warnings import warn
from .plan import Plan
from .records import Citations, result_of, state_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ...core.warnings import Location
    from .plan import Group
    from .records import Problem, Result, State


def update_results(app: Sphinx, env: BuildEnvironment, read: AbstractSet[str]) -> list[str]:
    """Work out all results that are not known, and return the documents whose pages are to be written again.

    Warn of the problems of those that were *read* in this build, and of what is new with others.
    """
    domain = eir_domain(env)
    records = dict(domain.find_all(Citations))
    results: dict[str, Result] = domain.results
    for docname in set(results) - records.keys():
        del results[docname]
    if not records:
        return domain.rewrite(app, "citations", {})
    said = {docname: result.problems for docname, result in results.items() if result.about}
    worked_out = bring_up_to_date(results, Plan(env, records), env)
    for docname, record in records.items():
        if docname in worked_out or docname in read:
            report(results[docname], record, docname, () if docname in read else said.get(docname, ()))
    for docname in records:
        domain.store(docname, results[docname].references)
    return domain.rewrite(app, "citations", {docname: results[docname].digest for docname in records})


def bring_up_to_date(results: dict[str, Result], plan: Plan, env: BuildEnvironment) -> set[str]:
    """Work out the *results* that are not known or depend on something else by now. Return their documents."""
    states: dict[str, State] = {}
    changed = []
    for group in plan.groups():
        group.about = plan.about(group)
        if not all(
            docname in results and is_known(results[docname], group, states) for docname in group.docnames
        ):
            changed.append(group)
    if not changed:
        return set()
    # Styles, sources and pandoc take time to import, and most builds have nothing to format.
    from .look_up import Project
    from .resolve import Results

    project = Project(plan, env)
    project.link(changed)
    answers = project.format(changed)
    made = [Results(project, group, answer).made() for group, answer in zip(changed, answers, strict=True)]
    files = project.files()
    for group, answer, resolutions in zip(changed, answers, made, strict=True):
        is_makeshift = project.library.error or any(formatted.plain for formatted in answer.values())
        for docname, resolution in resolutions.items():
            problems = tuple(group.problems[docname])
            about = "" if is_makeshift else group.about
            results[docname] = result_of(resolution, about, files, problems)
    project.warn_of_files()
    return {docname for group in changed for docname in group.docnames}


def is_known(result: Result, group: Group, states: dict[str, State]) -> bool:
    """Whether *result* is what *group* would give; *states* are those of files that were looked at."""
    for state in result.files:
        path = state[0]
        if path not in states:
            states[path] = state_of(Path(path))
        if states[path] != state:
            return False
    return result.about == group.about


def report(result: Result, record: Citations, docname: str, said: tuple[Problem, ...]) -> None:
    """Warn of the problems of a document, where they stand, but for those that were *said* before."""
    problems = [problem for problem in result.problems if problem not in said]
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
