"""Lists: ``bibliography`` and ``footbibliography`` → :rst:dir:`eir:bibliography` and :rst:dir:`eir:notes`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .filters import Wanted, read_filter
from .plan import THEIR_STYLES, choose_style
from .roles import write_role
from .targets import Target, write_targets

if TYPE_CHECKING:
    from pathlib import Path

    from .plan import Plan
    from .records import Directive, Syntax

KEY = re.compile(r"[^{}\s,`]+")
SEPARATOR = ", "
"""Between the values of an option."""
GONE = {
    "list": "the style says whether entries have labels, and which",
    "enumtype": "the style says how entries are numbered",
    "start": "the style says how entries are numbered",
    "labelprefix": "labels of several lists don't clash: each document's entries are its own",
}
"""Options without a counterpart, and why none is needed."""


@dataclass
class Listed:
    """What stands in the place of a directive."""

    name: str
    options: dict[str, str] = field(default_factory=dict)
    before: list[str] = field(default_factory=list)
    """Lines above it."""
    said: list[str] = field(default_factory=list)
    todo: list[str] = field(default_factory=list)
    content: list[str] = field(default_factory=list)


def list_of(directive: Directive, path: Path, plan: Plan) -> Listed:
    """Return what ``bibliography`` becomes."""
    listed = Listed("eir:bibliography", before=_header(plan.headers["bibtex_bibliography_header"]))
    options = directive.options
    listed.said += [f":{name}: is gone: {why}" for name, why in GONE.items() if name in options]
    wanted = _wanted(directive)
    if wanted.none and directive.content and directive.options.get("list", "citation") != "citation":
        return _fixed(directive, listed, _keys(directive, listed))
    if wanted.none:
        wanted.cited, wanted.document = "cited", True
        listed.todo.append(
            ":filter: False has no counterpart: what this document cites is listed, too"
            if directive.content
            else ":filter: False lists nothing: take the directive out"
        )
    for lost in wanted.lost:
        listed.todo.append(
            f":filter: {lost} has no counterpart: the list has more entries now; see :type: and :keyword:"
        )
    if wanted.cited != "cited":
        listed.options["filter"] = wanted.cited
    if not wanted.document and _cited_elsewhere(options.get("keyprefix", ""), path, plan):
        listed.options["scope"] = "project"
    for name, values in wanted.options.items():
        listed.options[name] = SEPARATOR.join(dict.fromkeys(values))
    _files(directive, listed, plan)
    _style(options.get("style", ""), listed, plan)
    keys = _keys(directive, listed)
    if keys and "scope" not in listed.options and wanted.cited == "cited" and not wanted.none:
        if not plan.citing.get(path):  # or the list has what the text cites, too
            listed.options["key"] = SEPARATOR.join(key.key for key in keys)
        else:
            listed.said.append(
                "the works named below the list are in other lists of this document, too, unless these choose"
            )
    if keys:
        listed.before += [write_role("nocite", write_targets(keys), directive.syntax), ""]
    return listed


def _wanted(directive: Directive) -> Wanted:
    if directive.options.get("filter"):
        return read_filter(directive.options["filter"])
    if "all" in directive.options:
        return Wanted("all")
    return Wanted("uncited" if "notcited" in directive.options else "cited")


def _keys(directive: Directive, listed: Listed) -> list[Target]:
    """Return the works that are named below a directive."""
    keys = [row for row in directive.content if KEY.fullmatch(row)]
    listed.todo += [
        f"{row!r} below the list is no key, and is gone" for row in directive.content if row not in keys
    ]
    return [Target(key) for key in keys]


def _fixed(directive: Directive, listed: Listed, keys: list[Target]) -> Listed:
    """Return a list of just the keys below a directive: each whole entry in its place."""
    listed.name = ""
    listed.before += [f"- {write_role('fullcite', write_targets([key]), directive.syntax)}" for key in keys]
    listed.said.append("this list is made of eir:fullcite now; as before, citations don't link to it")
    return listed


def _cited_elsewhere(prefix: str, path: Path, plan: Plan) -> bool:
    """Tell whether another file cites what this list is for."""
    return any(
        other != path and any(key.startswith(prefix) for key in keys) for other, keys in plan.citing.items()
    )


def _files(directive: Directive, listed: Listed, plan: Plan) -> None:
    if not directive.argument:
        return
    names = [name.rpartition("/")[2] for name in directive.argument.split()]
    if plan.files is None or {name.rpartition("/")[2] for name in plan.files} != set(names):
        listed.options["file"] = SEPARATOR.join(names)


def _style(style: str, listed: Listed, plan: Plan) -> None:
    """Say the style of one list, if it isn't that of the project."""
    if not style:
        return
    ours = choose_style(style, "label")[0]
    if style not in THEIR_STYLES:
        listed.said.append(
            f":style: {style} is gone: a style for pybtex has no counterpart; name a CSL style"
        )
    elif ours != plan.style:
        listed.said.append(f":style: {style} is gone: one style, {plan.style}, prints citations and lists")


def notes_of(directive: Directive, definitions: list[str], plan: Plan, *, last: bool) -> Listed:
    """Return what ``footbibliography`` becomes: a document has one list of notes, where the *last* of theirs was."""
    listed = Listed(
        "eir:notes" if last else "", before=[*definitions, *([""] if definitions and last else [])]
    )
    header = plan.headers["bibtex_footbibliography_header"]
    listed.before = [*_header(header if last else ""), *listed.before]
    if not last:
        listed.said.append("a document has one list of notes: this one is gone, its notes stand in the last")
    listed.said += [f":{name}: is gone" for name in directive.options]
    return listed


def _header(text: str) -> list[str]:
    return [*text.strip().splitlines(), ""] if text.strip() else []


def write_definition(label: str, key: str, syntax: Syntax) -> str:
    """Return a note that is a whole entry."""
    entry = write_role("fullcite", write_targets([Target(key)]), syntax)
    return f"[^{label}]: {entry}" if syntax == "myst" else f".. [#{label}] {entry}"


def write_list(listed: Listed, directive: Directive) -> str:
    """Return *listed* as it is typed in the place of *directive*, whose first line is already indented."""
    rows = list(listed.before)
    if not listed.name:
        pass
    elif directive.syntax == "myst":
        rows.append(f"{directive.fence}{{{listed.name}}}")
        rows += [f":{name}: {value}".rstrip() for name, value in listed.options.items()]
        rows.append(directive.fence)
    else:
        rows.append(f".. {listed.name}::")
        rows += [f"   :{name}: {value}".rstrip() for name, value in listed.options.items()]
    return "\n".join(f"{directive.indent}{row}" if row and at else row for at, row in enumerate(rows))
