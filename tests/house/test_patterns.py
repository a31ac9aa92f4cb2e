"""A long regular expression is written in verbose form, so that each of its branches has a line and a comment."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest
from support.paths import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGES = ("conversion", "text", "typed")
LONGEST = 60
"""Characters of an expression without a comment; what it takes from other expressions by name isn't counted."""

FUNCTIONS = {"compile", "match", "fullmatch", "search", "split", "sub", "subn", "finditer", "findall"}


def patterns(tree: ast.Module) -> Iterator[tuple[ast.expr, bool]]:
    """Yield each expression that is written in a module, and say if it is in verbose form."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=name), args=[pattern, *_]) if (
                name in FUNCTIONS
            ):
                yield pattern, "VERBOSE" in ast.unparse(node)
            case ast.Call(func=ast.Name(id="compile_later"), args=[pattern, *_]):
                yield pattern, "VERBOSE" in ast.unparse(node)
    for node in (
        tree.body
    ):  # a part of expressions, which has a name of its own; one of several lines is for a verbose one
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            yield node.value, node.value.lineno != node.value.end_lineno and "#" in ast.unparse(node.value)


def length(source: str, pattern: ast.expr) -> int:
    """Return how many characters are written in a raw literal, which is an expression or part of one."""
    written = ast.get_source_segment(source, pattern) or ""
    if not isinstance(pattern, ast.Constant | ast.JoinedStr) or not written.startswith(("r", "R", "f")):
        return 0
    parts = pattern.values if isinstance(pattern, ast.JoinedStr) else [pattern]
    return sum(len(str(part.value)) for part in parts if isinstance(part, ast.Constant))


MODULES = [path for package in PACKAGES for path in sorted((PACKAGE / package).rglob("*.py"))]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: "/".join(path.parts[-2:]))
def test_a_long_expression_is_verbose(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    long = [
        f"{path.name}:{pattern.lineno} has {size} characters"
        for pattern, verbose in patterns(ast.parse(source))
        if not verbose and (size := length(source, pattern)) > LONGEST
    ]
    assert not long


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('A = re.compile(r"' + "a" * 61 + '")', True),
        ('A = compile_later(r"' + "a" * 61 + '")', True),
        ('A = re.compile(r"' + "a" * 60 + '")', False),
        ('A = re.compile(rf"{B}' + "a" * 60 + '{C}")', False),
        ('A = re.compile(r"' + "a" * 30 + '" r"' + "a" * 31 + '")', True),
        ('A = re.compile(r"""' + "a" * 61 + '""", re.I | re.VERBOSE)', False),
        ('def f(text):\n    return re.sub(r"' + "a" * 61 + '", "", text)', True),
        ('A = r"' + "a" * 61 + '"', True),
        ('A = "' + "a" * 61 + '"', False),
        ('A = r"""' + "a" * 61 + '  # as\nb"""', False),
        ('"""' + "a" * 61 + '"""', False),
    ],
)
def test_a_long_expression_would_be_found(source: str, found: bool) -> None:  # noqa: FBT001
    written = patterns(ast.parse(source))
    assert any(not verbose and length(source, pattern) > LONGEST for pattern, verbose in written) == found
