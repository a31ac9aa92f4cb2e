"""Options of directives: the same slip is treated alike, whatever the directive and the syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from support.sphinx_project import Build, Project


class Directive(NamedTuple):
    name: str
    content: str
    slip: str
    """An option that is nearly spelled right."""
    meant: str
    options: str
    """Those that it has, as a warning names them: the first few."""
    choice: str = ""
    """An option with a closed list of values, if it has one."""
    value: str = ""
    """One of these values."""
    allowed: str = ""
    """What a warning says of them, and of what is done instead."""


DIRECTIVES = [
    Directive("article", "", "autor", "author", "author, date, updated, canonical"),
    Directive(
        "notes", "", "titel", "title", "title, style, brackets", "style", "arabic",
        "'lower-roman', 'upper-roman', 'arabic', 'lower-alpha', 'upper-alpha', 'symbols', 'arabic-indic'. The setting is used",
    ),
    Directive(
        "pull-quote", "Trains are slow.", "algin", "align", "align, attribution, check, class", "align", "left",
        "'right', 'left', 'center', 'full'. The setting is used",
    ),
    Directive(
        "pull-quote", "Trains are slow.", "chek", "check", "align, attribution, check, class", "check", "off",
        "'on', 'off'. Its default is used",
    ),
    Directive(
        "article-list", "", "auhtor", "author", "sort, limit, author, keyword, kind", "sort", "title",
        "'date', 'date-ascending', 'title', 'author'. It is left out",
    ),
    Directive(
        "bibliography", "Blank, Jo (2000) Trains.", "scop", "scope", "title, filter, scope, style", "filter", "all",
        "'cited', 'all', 'uncited'. Its default is used",
    ),
    Directive(
        "bibliography", "Blank, Jo (2000) Trains.", "fliter", "filter", "title, filter, scope, style", "scope", "project",
        "'document', 'project'. Its default is used",
    ),
]  # fmt: skip
CHOOSING = [directive for directive in DIRECTIVES if directive.choice]
LINE = 7
"""Where the first option stands."""

each_syntax = pytest.mark.parametrize("syntax", ["rst", "md"])


def build(project: Project, syntax: str, directive: Directive, *options: str) -> Build:
    """Build an essay with *directive*, typed with *options*."""
    content = f"\n{directive.content}\n" if directive.content else ""
    if syntax == "rst":
        typed = "".join(f"   {line}\n" for line in [*options, *content.splitlines()])
        text = (
            f"Essay\n=====\n\nTrains are slow. [#]_\n\n.. eir:{directive.name}::\n{typed}\n.. [#] A note.\n"
        )
    else:
        typed = "".join(f"{line}\n" for line in [*options, *content.splitlines()])
        text = (
            f"# Essay\n\nTrains are slow.[^a]\n\n\n```{{eir:{directive.name}}}\n{typed}```\n\n[^a]: A note.\n"
        )
    return project.write({f"essay.{syntax}": text}).build("dummy")


def said_of(directive: Directive, built: Build, syntax: str) -> list[str]:
    """Return the warnings of *directive* at its first option's line."""
    start = f"essay.{syntax}:{LINE}: WARNING: eir:{directive.name}"
    return [line.removeprefix(start) for line in built.warnings if line.startswith(start)]


@each_syntax
@pytest.mark.parametrize("directive", CHOOSING, ids=lambda directive: f"{directive.name}-{directive.choice}")
def test_a_value_is_taken_in_whatever_case(project: Project, syntax: str, directive: Directive) -> None:
    as_allowed = build(project, syntax, directive, f":{directive.choice}: {directive.value}")
    in_capitals = build(project, syntax, directive, f":{directive.choice}: {directive.value.upper()}")
    assert in_capitals.warnings == as_allowed.warnings
    assert in_capitals.doctree("essay").pformat() == as_allowed.doctree("essay").pformat()


@each_syntax
@pytest.mark.parametrize("typed", ["Purple Rain", ""])
@pytest.mark.parametrize("directive", CHOOSING, ids=lambda directive: f"{directive.name}-{directive.choice}")
def test_another_value_is_named_at_its_line_with_those_allowed(
    project: Project, syntax: str, directive: Directive, typed: str
) -> None:
    built = build(project, syntax, directive, f":{directive.choice}: {typed}")
    assert said_of(directive, built, syntax) == [
        f": {directive.choice} is {typed!r}; allowed: {directive.allowed} [eir.config]"
    ]


@each_syntax
@pytest.mark.parametrize("directive", DIRECTIVES, ids=lambda directive: f"{directive.name}-{directive.meant}")
def test_an_option_that_is_nearly_one_is_asked_back(
    project: Project, syntax: str, directive: Directive
) -> None:
    built = build(project, syntax, directive, f":{directive.slip}: Jo")
    assert said_of(directive, built, syntax) == [
        f" has no option {directive.slip!r}, so 'Jo' is left out; did you mean {directive.meant!r}? [eir.config]"
    ]


@each_syntax
@pytest.mark.parametrize("directive", DIRECTIVES, ids=lambda directive: f"{directive.name}-{directive.meant}")
def test_any_other_option_is_named_with_those_there_are(
    project: Project, syntax: str, directive: Directive
) -> None:
    (said,) = said_of(directive, build(project, syntax, directive, ":zzz: Jo"), syntax)
    assert said.startswith(f" has no option 'zzz', so 'Jo' is left out; it has {directive.options}")
    assert said.endswith(" [eir.config]")
    assert directive.content in build(project, syntax, directive).doctree("essay").astext()
