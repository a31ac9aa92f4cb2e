"""What is decided for the whole project, before any file is changed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .inline import ANY, PANDOC
from .settings import FILES, HEADERS
from .targets import read_keys, read_targets

if TYPE_CHECKING:
    from pathlib import Path

    from .project import Project
    from .records import Role

NUMERIC, HARVARD = "eir-numeric", "eir-harvard"
"""Styles that are shipped."""
NUMBERS = {"plain", "unsrt"}
"""Their styles whose labels are numbers."""
THEIR_STYLES = {"alpha", "plain", "unsrt", "unsrtalpha"}


@dataclass(frozen=True)
class Plan:
    """Decisions for the project."""

    style: str
    """The CSL style."""
    prefixes: tuple[str, ...]
    """``:keyprefix:`` of lists, the longest first."""
    citing: dict[Path, frozenset[str]]
    """Files → keys that they cite, with prefixes."""
    keys: frozenset[str]
    files: tuple[str, ...] | None
    """Files of references; none if they aren't written in ``conf.py``."""
    headers: dict[str, str]
    notes: tuple[str, ...] = ()
    """What to say about the style."""
    arabic: bool = False
    """True if notes are numbered 1, 2, 3 as before."""

    def stripped(self, key: str) -> str:
        """Return *key* as it is in the file of references."""
        if key not in self.keys:
            for prefix in self.prefixes:
                if key.startswith(prefix) and (not self.keys or key[len(prefix) :] in self.keys):
                    return key[len(prefix) :]
        return key


def make_plan(project: Project) -> Plan:
    """Decide."""
    settings = project.settings
    names = {role.name for source in project.sources for role in source.markup.roles}
    default = str(settings.get("bibtex_default_style", "alpha"))
    style, notes = choose_style(
        style_of_lists(project, default), str(settings.get("bibtex_reference_style", "label"))
    )
    files = settings.get(FILES, None)
    prefixes = {
        directive.options.get("keyprefix", "")
        for source in project.sources
        for directive in source.markup.directives
    }
    citing = {source.path: cited_keys(source.markup.roles) for source in project.sources}
    return Plan(
        style,
        tuple(sorted(prefixes - {""}, key=len, reverse=True)),
        {path: keys for path, keys in citing.items() if keys},
        project.keys,
        tuple(map(str, files)) if isinstance(files, (list, tuple)) else None,
        {name: str(settings.get(name, "")) for name in HEADERS},
        notes if names - {ANY, PANDOC} else (),
        arabic=any(name.startswith("foot") for name in names),
    )


def style_of_lists(project: Project, default: str) -> str:
    """Return the style that all lists have, if there is one; else the *default*."""
    styles = {
        directive.options.get("style") or default
        for source in project.sources
        for directive in source.markup.directives
        if directive.name == "bibliography"
    }
    return styles.pop() if len(styles) == 1 else default


def choose_style(default: str, reference: str) -> tuple[str, tuple[str, ...]]:
    """Return the style of ours nearest to a style of entries and one of citations, and what is different."""
    if reference == "author_year":
        known = default in THEIR_STYLES
        return HARVARD, () if known else (f"the style {default} has no counterpart: {HARVARD} is used",)
    if reference == "super":
        return NUMERIC, (f"{NUMERIC} doesn't raise its numbers: for that, use a CSL style that does",)
    if reference != "label":
        return HARVARD, (f"citations in the style {reference} have no counterpart: {HARVARD} is used",)
    if default in NUMBERS:
        return NUMERIC, ()
    if default in THEIR_STYLES:
        said = f"labels such as [Bla00] ({default}) have no counterpart: {HARVARD} is used, or set {NUMERIC}"
        return HARVARD, (said,)
    return NUMERIC, (f"the style {default} has no counterpart: {NUMERIC} is used",)


def cited_keys(roles: list[Role]) -> frozenset[str]:
    """Return the keys that *roles* cite; footnotes don't count."""
    found: defaultdict[str, None] = defaultdict(lambda: None)
    for role in roles:
        if role.name.startswith("cite"):
            try:
                for target in read_targets(role.text):
                    found[target.key] = None
            except ValueError:
                continue
    return frozenset(found)


def keys_of_note(role: Role) -> list[str]:
    """Return the keys of a role ``footcite``."""
    try:
        return [target.key for target in read_keys(role.text)]
    except ValueError:
        return []
