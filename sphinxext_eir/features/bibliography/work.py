"""The work on groups that are new or have changed, stage by stage: look up, format, resolve."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from ...core.warnings import Subtype, warn
from ...csl.sources import MessageKind
from .cited_works import cited_works
from .format import formatted
from .library import Library
from .look_up import looked_up
from .resolve import resolved
from .results import Problem, result_of, state_of
from .styles import Styles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.environment import BuildEnvironment

    from .format import FormattedGroup
    from .plan import Group, Plan
    from .results import Result

logger = logging.getLogger(__name__)

CACHE = "sphinxext_eir"
"""The folder, beside the stored doctrees, that keeps pandoc's answers."""

SUBTYPES = {
    MessageKind.CONTENT: Subtype.BIBLIOGRAPHY_FILE,
    MessageKind.KEY_REPEATED: Subtype.REFERENCE_DUPLICATE,
    MessageKind.FIELD: Subtype.ENTRY_FIELD,
}
"""The subtype of the warning for each kind of message about a file."""


def work_out(plan: Plan, groups: Sequence[Group], env: BuildEnvironment) -> dict[str, Result]:
    """Return the results of the documents of *groups*, and warn of problems with files and styles."""
    cache_dir = Path(env.doctreedir) / CACHE
    library = Library(plan.settings.paths, plan.settings.title_case, plan.settings.particles, cache_dir)
    styles = Styles(Path(env.srcdir), keep_order=plan.settings.keeps_order)
    found = looked_up(plan, groups, library)
    answers = formatted(found, library, styles, cache_dir)
    resolutions = [
        resolved(group, answer, library.items, styles, plan.titles)
        for group, answer in zip(found, answers, strict=True)
    ]
    files = tuple(map(state_of, (*library.paths, *styles.files)))
    results = {}
    for group, answer, by_document in zip(found, answers, resolutions, strict=True):
        inputs = "" if library.error or answer.plain else group.group.digest
        problems = dict(group.problems)
        problems[group.group.docnames[0]] += tuple(_problems(answer, styles))
        _tell_of_left_out(answer, group.group.name)
        cited = cited_works(group, answer, by_document, library.items)
        for docname, resolution in by_document.items():
            results[docname] = result_of(resolution, cited[docname], inputs, files, problems[docname])
    _tell_of_fields(answers, styles, library)
    _warn_of_files(library)
    return results


def _problems(answer: FormattedGroup, styles: Styles) -> Iterator[Problem]:
    """Yield the problems of pandoc and of the styles with a group: they are reported with its first document."""
    for formatted_in_style in answer.by_style.values():
        for message in filter(None, formatted_in_style.messages):
            yield Problem(Subtype.STYLE, message)
    for style in answer.by_style:
        for message in styles.read(style).messages:
            yield Problem(Subtype.STYLE, message)


def _tell_of_left_out(answer: FormattedGroup, name: str) -> None:
    """Tell of entries that a style leaves out of its list on purpose: nothing is wrong, so it is no warning."""
    for style, formatted_in_style in answer.by_style.items():
        if formatted_in_style.left_out:
            keys = ", ".join(formatted_in_style.left_out)
            logger.info(
                "%s: the style %s leaves these entries out of its list, and cites them in the text only: %s",
                name,
                style,
                keys,
            )


def _tell_of_fields(answers: Sequence[FormattedGroup], styles: Styles, library: Library) -> None:
    """Warn of variables that a style calls and doesn't print; tell, to those who want more, of those that it has no place for."""
    of_styles = [
        (styles.read(name).name, said) for answer in answers for name, said in answer.by_style.items()
    ]
    for style, lost in dict.fromkeys((style, lost) for style, said in of_styles for lost in said.unprinted):
        source = library.source(lost.key)
        text = (
            f"{lost.key}: the style {style} prints the variable {lost.variable!r}, but {lost.word!r} of it isn't in the entry: "
            f"look at the entry, and write the field in another way"
        )
        warn(Subtype.ENTRY_FIELD, text, location=f"{source.path}:{source.line(lost.key)}")
    without_place: dict[tuple[str, str], dict[str, None]] = {}
    for style, said in of_styles:
        for key, variable in said.uncalled:
            without_place.setdefault((style, variable), {})[key] = None
    for (style, variable), keys in without_place.items():
        logger.verbose(
            "the style %s has no place for the variable %r of %s", style, variable, ", ".join(keys)
        )


def _warn_of_files(library: Library) -> None:
    """Warn of the problems of files, as far as they were read."""
    for message in library.messages():
        warn(SUBTYPES[message.kind], message.text, location=f"{message.path}:{message.line or 1}")
    for key, source in library.repeated:
        text = f"the key {key!r} is in a file before this one, too: the entry there counts"
        warn(Subtype.REFERENCE_DUPLICATE, text, location=f"{source.path}:{source.line(key)}")
