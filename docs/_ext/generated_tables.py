"""Directives that write the reference from the tables in the code: nothing is said twice, nothing goes stale."""

from __future__ import annotations

import ast
import inspect
import io
import re
import tomllib
from contextlib import redirect_stdout, suppress
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules, walk_packages
from typing import TYPE_CHECKING, Any
from unittest import mock

from docutils.parsers.rst import directives
from sphinx.pycode import ModuleAnalyzer
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.util.inspect import stringify_signature

import sphinxext_eir
from sphinxext_eir import core, features
from sphinxext_eir.cli import parser
from sphinxext_eir.conversion.outcome import Reason
from sphinxext_eir.conversion.pipeline import convert
from sphinxext_eir.core.config import SETTINGS
from sphinxext_eir.core.later import Later
from sphinxext_eir.core.warnings import Subtype
from sphinxext_eir.features.checks.table import OTHERS, RULES, WARNINGS
from sphinxext_eir.text.frontmatter import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.events import EventManager

PACKAGE = Path(sphinxext_eir.__file__).parent
ROOT = Path(__file__).parents[2]


class GeneratedTable(SphinxDirective):
    """Parses the reStructuredText that ``write`` makes."""

    def write(self) -> Iterable[str]:
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        return self.parse_text_to_nodes("\n\n".join(self.write()))


class SettingsTable(GeneratedTable):
    """Every setting of ``conf.py``."""

    def write(self) -> Iterable[str]:
        for setting in SETTINGS:
            types = " or ".join(f"``{kind.__name__}``" for kind in setting.types)
            yield f".. confval:: {setting.name}\n   :type: {types}\n   :default: ``{setting.default!r}``\n\n   {setting.help}"


class FieldsTable(GeneratedTable):
    """Every field of an article's front matter, as an option of ``eir:article``."""

    def write(self) -> Iterable[str]:
        for field in FIELDS.values():
            yield f".. rst:directive:option:: {field.name}\n\n   {field.help}"


class WarningsTable(GeneratedTable):
    """Every subtype of warning."""

    def write(self) -> Iterable[str]:
        for subtype in Subtype:
            yield f"``eir.{subtype.label}``\n   {subtype.help}"


class ChecksTable(GeneratedTable):
    """Every rule of ``sphinxext-eir check``: those of texts and records or, as the argument says, ``warnings``."""

    optional_arguments = 1

    def write(self) -> Iterable[str]:
        if self.arguments:
            graver = [
                f"``{rule.name}``: ``{rule.severity.label}``"
                for rule in WARNINGS
                if rule.severity is not OTHERS.severity
            ]
            yield f"They are ``{OTHERS.severity.label}``, but for {', '.join(graver)}."
            return
        for rule in RULES:
            cure = re.sub(r"`([^`]+)`", r"``\1``", rule.cure)
            yield (
                f".. _check-{rule.name}:\n\n"
                f"``{rule.name}`` ({rule.severity.label})\n   {rule.what} {rule.why} {cure}"
            )


class LedgerTable(GeneratedTable):
    """The account of every word of the file that is the argument."""

    required_arguments = 1

    def write(self) -> Iterable[str]:
        relative, path = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(relative)
        ledger = convert(Path(path)).value.ledger
        yield (
            f"The text has {ledger.words} words. {ledger.printed} of them are printed, in their order; "
            f"{len(ledger.unexplained)} are unexplained. The others:"
        )
        rows = [".. list-table::", "   :header-rows: 1", "", "   * - Where", "     - Why", "     - What"]
        for entry in ledger.dropped:
            rows += [f"   * - {entry.source}", f"     - {entry.reason}", f"     - ``{entry.text}``"]
        yield "\n".join(rows)


class ReasonsTable(GeneratedTable):
    """Every reason for which words may be missing from where they were."""

    def write(self) -> Iterable[str]:
        yield "\n".join(f"- {reason.value}" for reason in Reason)


class TransformsTable(GeneratedTable):
    """Every transform, in order of priority."""

    def write(self) -> Iterable[str]:
        for when, post in (("When a document is read", False), ("When a page is resolved", True)):
            rows = [
                f".. list-table:: {when}",
                "   :header-rows: 1",
                "   :widths: 10 40 50",
                "",
                "   * - Priority",
                "     - Where",
                "     - What it does",
            ]
            for priority, where, help in sorted(transforms(post=post)):
                rows += [f"   * - {priority}", f"     - ``{where}``", f"     - {help}"]
            yield "\n".join(rows)


def transforms(*, post: bool) -> set[tuple[int, str, str]]:
    """Return priority, place and first line of each transform of this extension."""
    for package in (core, features):  # much is imported when it is used
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    found = set()
    classes = [SphinxTransform]
    while classes:
        kind = classes.pop()
        classes += kind.__subclasses__()
        room = kind.__module__.removeprefix("sphinxext_eir.")
        # That of ``outputs`` is a base of others
        if room not in (kind.__module__, "core.outputs") and issubclass(kind, SphinxPostTransform) is post:
            help = (kind.__doc__ or "").strip().splitlines()[0]
            found.add((kind.default_priority, f"{room}.{kind.__name__}", help))
    return found


EVENTS = (
    "config-inited", "builder-inited", "env-get-outdated", "env-before-read-docs", "source-read", "include-read", "doctree-read",
    "env-updated", "write-started", "doctree-resolved", "html-page-context", "html-collect-pages", "build-finished",
)  # fmt: skip
"""Events of Sphinx in the order in which a build emits them."""


class EventsTable(GeneratedTable):
    """Every handler of an event, in the order in which a build of HTML calls them."""

    def write(self) -> Iterable[str]:
        self.env.note_reread()  # each builder has handlers of its own, and those of a format share what was read
        for event in EVENTS:
            lines = [
                f".. list-table:: {event}",
                "   :widths: 10 40 50",
                "",
            ]
            for priority, where, help in listeners(self.env.events, event):
                lines += [f"   * - {priority}", f"     - ``{where}``", f"     - {help}"]
            yield "\n".join(lines)


def listeners(events: EventManager, event: str) -> list[tuple[int, str, str]]:
    """Return priority, place and first line of each handler of ours that listens to *event*."""
    found: list[tuple[int, str, str]] = []
    for listener in sorted(events.listeners[event], key=lambda one: one.priority):
        handler = handler_in(listener.handler)
        place = getattr(handler, "__module__", "")  # others' handlers are of all kinds
        if place.startswith("sphinxext_eir."):
            room = place.removeprefix("sphinxext_eir.")
            row = (listener.priority, f"{room}.{handler.__qualname__}", first_line_of(handler))
            found += [row] if row not in found else []
    return found


def handler_in(listener: Any) -> Any:
    """Return what a *listener* calls: itself, what it stands for until it is used, or the function that it is made by or for."""
    if isinstance(listener, Later):
        return listener.found()
    maker, is_made, _ = getattr(listener, "__qualname__", "").partition(".<locals>")
    if not is_made or not listener.__module__.startswith("sphinxext_eir."):
        return listener
    inside = inspect.getclosurevars(listener).nonlocals
    return (
        handler_in(inside["handler"])
        if "handler" in inside
        else getattr(import_module(listener.__module__), maker)
    )


def first_line_of(thing: Any) -> str:
    """Return what the documentation of *thing* begins with, in code's own words. It has some, or the page isn't made."""
    first = (thing.__doc__ or "").strip().partition("\n")[0]
    assert first, thing
    return re.sub(r":\w+:`[~.]*([^`]+)`", r"``\1``", first).replace("*", "")


class CommandHelp(GeneratedTable):
    """What the command that is the argument says of itself."""

    required_arguments = 1

    def write(self) -> Iterable[str]:
        said = io.StringIO()
        with (
            redirect_stdout(said),
            suppress(SystemExit),
            mock.patch.dict("os.environ", COLUMNS="100", NO_COLOR="1"),
        ):
            parser().parse_args([self.arguments[0], "--help"])
        lines = "\n   ".join(said.getvalue().splitlines())
        yield f".. code-block:: console\n\n   $ sphinxext-eir {self.arguments[0]} --help\n   {lines}"


class Floors(GeneratedTable):
    """The entries of the package, from top to bottom, as the contract of ``pyproject.toml`` lays them."""

    def write(self) -> Iterable[str]:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        contracts = project["tool"]["importlinter"]["contracts"]
        (layers,) = (one["layers"] for one in contracts if one.get("containers") == ["sphinxext_eir"])
        yield rows(PACKAGE, [name for layer in layers for name in layer.split(" | ")])


class Room(GeneratedTable):
    """The files of the package that is the argument, in the order in which its ``__init__`` names them."""

    required_arguments = 1

    def write(self) -> Iterable[str]:
        folder = PACKAGE / self.arguments[0]
        plan = docstring_of(folder)
        names = [
            path.stem for path in sorted(folder.iterdir()) if docstring_of(path) and path.stem != "__init__"
        ]
        yield rows(folder, sorted(names, key=lambda name: place_in(plan, name)))


def rows(folder: Path, names: Iterable[str]) -> str:
    """Return a table of the modules and packages *names* in *folder*, with the first line of what each says."""
    lines = [".. list-table::", "   :widths: 25 75", ""]
    for name in names:
        path = folder / name if (folder / name).is_dir() else folder / f"{name}.py"
        first = re.sub(r":\w+:`[~.]*([^`]+)`", r"``\1``", docstring_of(path).partition("\n")[0])
        lines += [f"   * - ``{path.name}{'/' * path.is_dir()}``", f"     - {first}"]
    return "\n".join(lines)


def docstring_of(path: Path) -> str:
    """Return the docstring of the module or package at *path*; nothing if it is neither."""
    file = path / "__init__.py" if path.is_dir() else path
    if file.suffix != ".py" or not file.exists():
        return ""
    return ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""


def place_in(plan: str, name: str) -> int:
    """Return where the docstring *plan* names the module *name*: at its end if it doesn't."""
    found = re.search(rf"`[~.]*(?:[\w.]+\.)?{name}(?:/|\.\w+)?`", plan)
    return found.start() if found else len(plan)


class PublicName(GeneratedTable):
    """The entry of a public name, from its signature and docstrings. The argument is ``package.name``.

    With ``:called:``, a class is one that callers make themselves. ``:only:`` names the attributes that are public.
    """

    required_arguments = 1
    option_spec = {"called": directives.flag, "only": directives.unchanged}

    def write(self) -> Iterable[str]:
        package, _, name = self.arguments[0].rpartition(".")
        thing = getattr(import_module(package), name)
        if inspect.isclass(thing):
            kind = "exception" if issubclass(thing, Exception) else "class"
            shape = shape_of(thing) if "called" in self.options else ""
            parts = [inspect.getdoc(thing) or "", *self.members(thing)]
            yield entry(kind, f"{name}{shape}", "\n\n".join(parts))
        elif inspect.isfunction(thing):
            yield entry("function", f"{name}{shape_of(thing)}", inspect.getdoc(thing) or "")
        else:
            yield entry("type", name, self.comments(package, name))

    def comments(self, package: str, name: str) -> str:
        """Return what stands beneath the alias *name* where it is defined."""
        modules = [f"{package}.{found.name}" for found in iter_modules(import_module(package).__path__)]
        documented = (ModuleAnalyzer.for_module(module).find_attr_docs() for module in modules)
        return "\n".join(next(said["", name] for said in documented if ("", name) in said))

    def members(self, thing: type) -> Iterable[str]:
        only = self.options.get("only", "").split()
        documented = ModuleAnalyzer.for_module(thing.__module__).find_attr_docs()
        for (owner, name), lines in documented.items():
            if owner == thing.__name__ and not name.startswith("_") and (not only or name in only):
                yield entry("attribute", name, "\n".join(lines), kind=thing.__annotations__.get(name, ""))
        for name, member in vars(thing).items():
            if name == "__init__" and (said := inspect.getdoc(member)) and "called" in self.options:
                yield said
            elif name.startswith("_") or (only and name not in only):
                continue
            elif isinstance(member, property):
                returned = member.fget.__annotations__["return"]
                yield entry("attribute", name, inspect.getdoc(member) or "", kind=returned)
            elif inspect.isfunction(member):
                yield entry("method", f"{name}{shape_of(member)}", inspect.getdoc(member) or "")


def shape_of(thing: Callable[..., object]) -> str:
    """Return the signature of *thing*, without ``self`` and what an initializer returns."""
    shape = inspect.signature(thing)
    parameters = [one for one in shape.parameters.values() if one.name != "self"]
    result = shape.empty if inspect.isclass(thing) else shape.return_annotation
    return stringify_signature(shape.replace(parameters=parameters, return_annotation=result))


def entry(directive: str, name: str, text: str, *, kind: str = "") -> str:
    """Return the entry of something in Python, of a *kind* if it is an attribute."""
    body = "\n".join(f"   {line}".rstrip() for line in text.splitlines())
    option = f"   :type: {kind}\n" if kind else ""
    return f".. py:{directive}:: {name}\n{option}\n{body}"


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("settings-table", SettingsTable)
    app.add_directive("fields-table", FieldsTable)
    app.add_directive("warnings-table", WarningsTable)
    app.add_directive("checks-table", ChecksTable)
    app.add_directive("ledger-table", LedgerTable)
    app.add_directive("reasons-table", ReasonsTable)
    app.add_directive("transforms-table", TransformsTable)
    app.add_directive("events-table", EventsTable)
    app.add_directive("command-help", CommandHelp)
    app.add_directive("public-name", PublicName)
    app.add_directive("floors", Floors)
    app.add_directive("room", Room)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
