"""The package's modules, and which of them imports which: read from the sources, so that lazy and type-only imports count."""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING

from support.paths import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def modules() -> dict[str, Path]:
    """Return the files of the modules by their dotted names. A package has the name of its folder."""
    return {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def import_graph() -> dict[str, set[str]]:
    """Return what each module imports of the others, wherever in the file, and for whatever."""
    known = modules()
    return {
        name: {known_part(imported, known) for imported in imported_by(name, path)} - {"", name}
        for name, path in known.items()
    }


def imported_by(name: str, path: Path) -> Iterator[str]:
    """Yield the dotted names that the module *name* imports."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) + 1 - node.level] if node.level else []
            base = ".".join([*above, node.module] if node.module else above)
            yield from (f"{base}.{alias.name}" for alias in node.names)


def known_part(imported: str, known: dict[str, Path]) -> str:
    """Return the module of ours that *imported* is, or is a name in; "" if it is none of ours."""
    while imported and imported not in known:
        imported = imported.rpartition(".")[0]
    return imported
