"""The house is as its maps say: packages name their files, imports go one way, and no room is too full."""

from __future__ import annotations

import ast
import re
from graphlib import CycleError, TopologicalSorter

import pytest
from support.imports import import_graph, modules, tree_of
from support.paths import PACKAGE, TESTS

MOST_ENTRIES = 15
MOST_LINES = 500
"""Of a file of tests, or a helper of theirs."""


def rooms_of(package: str) -> set[str]:
    """Return the names of the modules and packages that stand in *package*."""
    return {name.rpartition(".")[2] for name in modules() if name.rpartition(".")[0] == package} - {
        "__main__"
    }


def named_in(docstring: str) -> set[str]:
    """Return what *docstring* names: ``name``, ``name/``, :mod:`.name`, :class:`.name.Class`."""
    return {re.split(r"[./]", quoted.strip("."))[0] for quoted in re.findall(r"`+([\w./]+)`", docstring)}


@pytest.mark.parametrize("package", [name for name, path in modules().items() if path.name == "__init__.py"])
def test_each_package_names_its_files(package: str) -> None:
    docstring = ast.get_docstring(tree_of(modules()[package])) or ""
    assert sorted(rooms_of(package) - named_in(docstring)) == []


def test_nothing_imports_itself_by_way_of_others() -> None:
    try:
        TopologicalSorter(import_graph()).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(reversed(error.args[1])))


def test_the_package_has_few_entries() -> None:
    entries = [path.name for path in PACKAGE.iterdir() if path.name != "__pycache__"]
    assert len(entries) <= MOST_ENTRIES, sorted(entries)


def test_files_of_tests_are_short() -> None:
    lengths = {
        str(path.relative_to(TESTS)): len(path.read_text(encoding="utf-8").splitlines())
        for path in TESTS.rglob("*.py")
    }
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def names_of_classes(tree: ast.AST) -> list[int]:
    """Return the lines where a class is known by its name: ``type(x).__name__``, ``x.tagname``. In a message it may be printed."""
    printed = {
        inner for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for inner in ast.walk(node)
    }
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node not in printed and is_name_of_a_class(node)
    ]


def is_name_of_a_class(node: ast.Attribute) -> bool:
    if node.attr in {"__name__", "__qualname__"}:
        return bool(re.fullmatch(r"type\(.*\)|.*\.__class__", ast.unparse(node.value)))
    return node.attr == "tagname"


def test_classes_are_told_apart_by_class() -> None:
    found = {name: names_of_classes(tree_of(path)) for name, path in modules().items()}
    assert {name: lines for name, lines in found.items() if lines} == {}
