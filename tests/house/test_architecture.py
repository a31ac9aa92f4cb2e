"""The page on the architecture, held to the house."""

from __future__ import annotations

import ast
import re
import tomllib

from support.paths import ROOT

PACKAGE = ROOT / "sphinxext_eir"
PAGE = (ROOT / "docs" / "explanation" / "architecture.rst").read_text(encoding="utf-8")
ELSEWHERE = {"eir.sty"}
"""Names of files that the page gives without their folder."""


def test_every_entry_of_the_package_is_in_the_plan() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (layers,) = (one["layers"] for one in contracts if one.get("containers") == ["sphinxext_eir"])
    floors = [name for layer in layers for name in layer.split(" | ")]
    entries = {path.name for path in PACKAGE.iterdir() if path.name != "__pycache__"}
    beside = {name for name in entries if f"``{name}``" in PAGE and (PACKAGE / name).is_file()}
    assert {name if (PACKAGE / name).is_dir() else f"{name}.py" for name in floors} | beside == entries


def test_every_room_has_its_table() -> None:
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py") if path.parent.name != "assets"}
    assert rooms <= set(re.findall(r"^\.\. room:: (\S+)", PAGE, flags=re.MULTILINE))


def test_every_event_that_is_listened_to_has_its_table() -> None:
    tables = ast.parse((ROOT / "docs" / "_ext" / "generated_tables.py").read_text(encoding="utf-8"))
    (events,) = (
        ast.literal_eval(node.value)
        for node in tables.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "EVENTS"
    )
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    heard = set(
        re.findall(
            r'(?:\.connect\(|connect_where_(?:used|recorded|pages_are_made)\(\s*app, )"([a-z-]+)"', code
        )
    )
    assert set(events) == heard


def test_every_path_on_the_page_exists() -> None:
    names = re.findall(r"``([\w./-]+(?:/|\.[a-z]{2,4}))``", PAGE)
    paths = [name for name in names if name not in ELSEWHERE and not name.startswith("sphinx.")]
    assert len(paths) > 40
    assert [name for name in paths if not (PACKAGE / name).exists() and not (ROOT / name).exists()] == []


def test_every_table_that_the_page_tells_to_add_to_is_where_it_says() -> None:
    found = re.findall(r"``(\w+)``\s+(?:in|of)\s+``([\w./]+\.py)``", PAGE)
    assert len(found) >= 5
    for name, path in found:
        code = (PACKAGE / path).read_text(encoding="utf-8")
        assert re.search(rf"^(?:{name}\b|class {name}\b|def {name}\b)", code, flags=re.MULTILINE), (
            name,
            path,
        )
