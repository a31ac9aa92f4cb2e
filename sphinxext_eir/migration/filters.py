"""Filters of a list: expressions of sphinxcontrib-bibtex → options of :rst:dir:`eir:bibliography`."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field

WORD = re.compile(r"[\w .:/-]+$")
"""An expression that is a plain word."""


@dataclass
class Wanted:
    """What a filter asks for."""

    cited: str = "cited"
    """Our ``:filter:``."""
    document: bool = False
    """True if only what this document cites is listed."""
    options: dict[str, list[str]] = field(default_factory=dict)
    """``type``, ``not-type``, ``keyword``, ``not-keyword`` → values."""
    none: bool = False
    """True if nothing but the keys below it is listed."""
    lost: list[str] = field(default_factory=list)
    """Conditions without a counterpart."""


def read_filter(expression: str) -> Wanted:
    """Return what *expression* asks for; what can't be said in our options is named in ``lost``."""
    wanted = Wanted("all")
    try:
        tree = ast.parse(expression.strip(), mode="eval").body
    except SyntaxError:
        return Wanted(lost=[expression])
    for part in _conjuncts(tree):
        if not _note(part, wanted):
            wanted.lost.append(ast.unparse(part))
    return wanted


def _conjuncts(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        return [part for value in node.values for part in _conjuncts(value)]
    return [node]


def _note(node: ast.expr, wanted: Wanted) -> bool:
    """Note one condition; return whether it can be said."""
    text = ast.unparse(node)
    if text == "cited":
        wanted.cited = "cited"
    elif text == "not cited":
        wanted.cited = "uncited"
    elif text == "docname in docnames":
        wanted.cited, wanted.document = "cited", True
    elif text == "docname not in docnames":
        wanted.cited, wanted.document = "uncited", True
    elif text == "False":
        wanted.none = True
    elif text != "True":
        return _note_field(node, wanted)
    return True


def _note_field(node: ast.expr, wanted: Wanted) -> bool:
    """Note a condition on the type or the keywords of an entry."""
    negative = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        node = node.operand
    found = _types(node) or _keyword(node)
    if found is None:
        return False
    name, values, within = found
    option = f"not-{name}" if negative == within else name
    if option in wanted.options and not option.startswith("not-"):
        return False  # one value of the other: our option lists alternatives
    wanted.options.setdefault(option, []).extend(values)
    return True


def _types(node: ast.expr) -> tuple[str, list[str], bool] | None:
    """Return the types that a condition names, and whether it wants them: ``type == "book"``, ``type in {…}``, with ``or``."""
    if isinstance(node, ast.BoolOp):
        parts = [_types(value) or _keyword(value) for value in node.values]
        names = {part[0] for part in parts if part}
        if None in parts or len(names) != 1 or not all(part and part[2] for part in parts):
            return None
        return names.pop(), [value for part in parts if part for value in part[1]], True
    if not (isinstance(node, ast.Compare) and len(node.ops) == 1):
        return None
    left, operator, right = node.left, node.ops[0], node.comparators[0]
    if not (isinstance(left, ast.Name) and left.id == "type"):
        return None
    if isinstance(operator, (ast.Eq, ast.NotEq)):
        values = _texts([right])
    elif isinstance(operator, (ast.In, ast.NotIn)) and isinstance(right, (ast.Set, ast.List, ast.Tuple)):
        values = _texts(right.elts)
    else:
        return None
    return ("type", values, isinstance(operator, (ast.Eq, ast.In))) if values else None


def _keyword(node: ast.expr) -> tuple[str, list[str], bool] | None:
    """Return the keyword that a condition names: ``keywords % "primary"``, ``"primary" in keywords``."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        field_, value = node.left, node.right
    elif isinstance(node, ast.Compare) and isinstance(node.ops[0], (ast.In, ast.NotIn, ast.Eq)):
        field_, value = node.comparators[0], node.left
        if isinstance(node.ops[0], ast.Eq):
            field_, value = value, field_
    else:
        return None
    values = _texts([value])
    if not (isinstance(field_, ast.Name) and field_.id in {"keywords", "keyword"} and values):
        return None
    within = not (isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.NotIn))
    return "keyword", values, within


def _texts(nodes: list[ast.expr]) -> list[str]:
    """Return the values of plain words; none if one of them is something else, such as a pattern."""
    values = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return values if len(values) == len(nodes) and all(WORD.match(value) for value in values) else []
