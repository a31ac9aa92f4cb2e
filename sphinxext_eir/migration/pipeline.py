"""All of a migration, one way: read, decide, rewrite. Nothing is written."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from .lines import lines_of
from .plan import HARVARD, Plan, make_plan
from .project import Project, read_needs, read_project
from .records import Change, Message, Migration
from .rewriting import Rewriter, apply
from .settings import Editor

if TYPE_CHECKING:
    from pathlib import Path

    from .records import Aside

STYLE = "eir_citation_style"
NOTE_STYLE = "eir_note_style"


def migrate(folder: Path) -> Migration:
    """Return what the project in *folder* becomes. Raises :class:`.MigrationError` if there is none, :class:`OSError` if a file can't be read."""
    project = read_project(folder)
    plan = make_plan(project)
    changes: list[Change] = []
    messages = [*project.messages]
    for source in project.sources:
        rewriter = Rewriter(source, plan)
        changes.append(rewriter.run())
        messages += rewriter.messages
    if project.settings.loaded or any(change.before != change.after for change in changes):
        change, said = _conf(project, plan)
        changes.append(change)
        messages += [*said, *project.elsewhere, *(() if project.elsewhere else read_needs(project.conf))]
    changed = tuple(change for change in changes if change.before != change.after)
    return Migration(changed, tuple(sorted(dict.fromkeys(messages), key=lambda said: (said.path, said.line))))


def _conf(project: Project, plan: Plan) -> tuple[Change, list[Message]]:
    """Return ``conf.py`` as it becomes, last: while theirs is in it, a project isn't migrated."""
    settings = project.settings
    if not settings.loaded:
        return Change(project.conf, settings.text, settings.text), []
    added = {}
    if plan.style != HARVARD:
        added[STYLE] = plan.style
    if plan.arabic:
        added[NOTE_STYLE] = "arabic"
    edits, asides = Editor(settings, added, both=bool(project.elsewhere)).edit()
    messages = [_message(project.conf, settings.text, aside) for aside in asides]
    messages += [Message(project.conf, 0, note, todo=False) for note in plan.notes]
    if project.elsewhere:
        text = "sphinxcontrib-bibtex stays loaded, for the files that aren't changed: take it out when these are done"
        messages.append(Message(project.conf, 0, text))
    return Change(project.conf, settings.text, apply(settings.text, edits), project.conf_bom), messages


def _message(path: Path, text: str, aside: Aside) -> Message:
    starts = [line.start for line in lines_of(text)]
    return Message(path, bisect_right(starts, aside.start), aside.text)
