"""Roles: theirs → ours, in the syntax of the file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .inline import ANY, PANDOC
from .targets import Target, is_faithful, read_keys, read_targets, write_targets

if TYPE_CHECKING:
    from collections.abc import Callable

    from .plan import Plan
    from .records import Role, Syntax

ALL_NAMES = "the style decides how many names are printed, not the role"
CAPITAL = "a small particle at the beginning of a sentence isn't raised by the role"
LABEL = "there is no role for the label alone"


@dataclass(frozen=True)
class Counterpart:
    """What a role becomes."""

    name: str
    bracketed: bool = False
    """True if brackets are typed around it."""
    said: str = ""
    """What is different."""


ROLES = {
    "p": Counterpart("citep"),
    "ps": Counterpart("citep", said=ALL_NAMES),
    "t": Counterpart("citet"),
    "ts": Counterpart("citet", said=ALL_NAMES),
    "ct": Counterpart("citet"),
    "cts": Counterpart("citet", said=ALL_NAMES),
    "alp": Counterpart("citealp"),
    "alps": Counterpart("citealp", said=ALL_NAMES),
    "author": Counterpart("citeauthor"),
    "authors": Counterpart("citeauthor", said=ALL_NAMES),
    "cauthor": Counterpart("citeauthor", said=CAPITAL),
    "cauthors": Counterpart("citeauthor", said=f"{ALL_NAMES}; {CAPITAL}"),
    "authorpar": Counterpart("citeauthor", bracketed=True),
    "authorpars": Counterpart("citeauthor", bracketed=True, said=ALL_NAMES),
    "year": Counterpart("citeyear"),
    "yearpar": Counterpart("citeyearpar"),
    "label": Counterpart("citealp", said=LABEL),
    "labelpar": Counterpart("citep", said=LABEL),
    "empty": Counterpart("nocite"),
}
"""Roles of the domain ``cite``."""
FOOT_ROLES = {name: ROLES[name] for name in ("p", "ps", "t", "ts", "ct", "cts")}
"""Roles of the domain ``footcite``."""


@dataclass(frozen=True)
class Written:
    """What stands in the place of a role."""

    text: str
    said: str = ""
    todo: bool = False


def write_role(name: str, text: str, syntax: Syntax) -> str:
    """Return a role of ours as it is typed."""
    if syntax == "myst":
        return f"{{eir:{name}}}`{text}`"
    return f":eir:{name}:`{text}`"


def write_note(label: str, syntax: Syntax) -> str:
    """Return a reference to a note."""
    return f"[^{label}]" if syntax == "myst" else f"[#{label}]_"


def rewrite(role: Role, plan: Plan, label: Callable[[str], str]) -> Written | None:
    """Return what a role becomes, or none if it isn't a citation; *label* gives the label of an entry's note."""
    if role.name in MAYBE:
        return MAYBE[role.name](role, plan)
    domain, _, name = role.name.partition(":")
    foot = domain == "footcite"
    counterpart = (FOOT_ROLES if foot else ROLES).get(name or "p")
    if counterpart is None:
        return _left(f"{role.name} has no counterpart: use eir:citep, eir:citet or another role")
    if role.text.startswith("!"):
        return _left(f"{role.name} prints {role.text[1:]!r} as text: take the role away")
    try:
        targets = read_keys(role.text) if foot else read_targets(role.text)
    except ValueError as error:
        return _left(str(error))
    targets = [replace(target, key=plan.stripped(target.key)) for target in targets]
    if foot:
        return Written(_notes(role, counterpart, targets, label), counterpart.said)
    return _cite(role, counterpart, targets)


def _left(said: str) -> Written:
    """Return that a role stays as it is, and what the author has to do."""
    return Written("", said, todo=True)


def _cite(role: Role, counterpart: Counterpart, targets: list[Target]) -> Written:
    written = write_targets(targets)
    if not is_faithful(targets, written) and is_faithful(targets, write_targets(targets, bare=False)):
        written = write_targets(targets, bare=False)
    said = counterpart.said
    todo = not is_faithful(targets, written)
    if todo:
        said = f"{role.text!r} can't be said in our syntax without a change: look at {written!r}"
    text = write_role(counterpart.name, written, role.syntax)
    return Written(f"({text})" if counterpart.bracketed else text, said, todo)


def _notes(role: Role, counterpart: Counterpart, targets: list[Target], label: Callable[[str], str]) -> str:
    """Return references to notes, each after its author if the role is narrative."""
    written = [write_note(label(target.key), role.syntax) for target in targets]
    if counterpart.name == "citep":
        return " ".join(written)
    named = [
        f"{write_role('citeauthor', write_targets([target]), role.syntax)} {note}"
        for target, note in zip(targets, written, strict=True)
    ]
    return ", ".join(named)


def _any(role: Role, plan: Plan) -> Written | None:
    """Return a citation for ``any``, if it names nothing but entries."""
    try:
        targets = read_targets(role.text)
    except ValueError:
        return None
    found = targets if all(target.key in plan.keys for target in targets) else []
    return _cite(role, ROLES["p"], found) if found else None


def _pandoc(role: Role, plan: Plan) -> Written | None:
    """Return a role for ``[@key]``, if it cites nothing but entries that there are."""
    from ..csl.citing import read_cites

    try:
        cites = read_cites(role.text)
    except ValueError:
        return None
    if not all(cite.key in plan.keys for cite in cites):
        return None
    return Written(write_role("citep", role.text, "myst"), "this was text for Sphinx, and is a citation now")


MAYBE = {ANY: _any, PANDOC: _pandoc}
"""What is a citation only if there are such entries."""
