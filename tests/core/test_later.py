"""What is registered by name is there, under that name, in the package that names it."""

from __future__ import annotations

import copy
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.core.later import Later, rooms_of
from sphinxext_eir.core.steps import StepFor
from sphinxext_eir.features import exports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.sphinx_project import Project

HERE = rooms_of("sphinxext_eir.core")


def test_a_stand_in_answers_for_a_class() -> None:
    later = HERE("links:DropExecutedLinks")
    assert later.default_priority == later.found().default_priority == 870


def test_a_stand_in_answers_for_a_function() -> None:
    assert HERE("links:is_executed")("javascript:void(0)")


def test_a_class_can_have_a_stand_in_as_its_base() -> None:
    class Adapter(HERE("links:PartHeadings")):
        pass

    assert Adapter.__mro__[1] is HERE("links:PartHeadings").found()


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy])
def test_a_copy_of_a_stand_in_stands_for_the_same(again: Callable[[Later], Later]) -> None:
    assert again(HERE("links:is_executed")).found() is HERE("links:is_executed").found()


def stand_ins(value: object, depth: int = 0) -> Iterator[Later]:
    """Yield every stand-in within *value*."""
    if isinstance(value, Later):
        yield value
    elif isinstance(value, StepFor):
        yield from stand_ins(value.transform, depth)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from stand_ins(inner, depth)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from stand_ins(inner, depth)
    elif callable(value) and depth < 3:  # a handler that calls another, or a builder that makes one
        for cell in getattr(value, "__closure__", None) or ():
            yield from stand_ins(cell.cell_contents, depth + 1)


@pytest.mark.parametrize("builder", ["html", "epub", "latex", "text", "eir-pdf"])
def test_everything_that_is_named_is_there(project: Project, builder: str) -> None:
    app = project.write({"index.rst": "Essays\n======\n"}).build(builder).app
    registry, listeners = app.registry, app.events.listeners
    registered = [
        registry.transforms,
        registry.post_transforms,
        registry.domain_directives,
        registry.domain_roles,
        [tuple(handlers.values()) for handlers in registry.translation_handlers.values()],
        [[listener.handler for listener in heard] for heard in listeners.values()],
    ]
    found = list(stand_ins(registered))
    assert len({repr(one) for one in found}) > 60
    assert all(callable(one.found()) for one in found)


def test_each_builder_has_the_name_that_it_is_registered_by() -> None:
    here = rooms_of(exports.__name__)
    assert {name: here(place).name for name, place in exports.BUILDERS.items()} == {
        name: name for name in exports.BUILDERS
    }


NEEDED_BY_FEW = (
    "sphinxext_eir.conversion",
    "sphinxext_eir.core.bridge",
    "sphinxext_eir.text.dates",
    "sphinxext_eir.typed",
)

NEEDED_BY_ESSAYS = ("sphinxext_eir.csl.model", "sphinxext_eir.text.frontmatter", "sphinxext_eir.text.names")


@pytest.mark.build
def test_a_build_of_documents_of_others_imports_little(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text("extensions = ['sphinxext_eir']\n", encoding="utf-8")
    (tmp_path / "index.rst").write_text("Words\n=====\n\nSome.\n", encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", tmp_path, tmp_path / "out"]
    subprocess.run(command, check=True)
    again = (
        "import sys; from sphinx.cmd.build import main; main(sys.argv[1:]);"
        "print(*(name for name in sys.modules if name.startswith('sphinxext_eir')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", again, *command[3:]], check=True, capture_output=True, text=True
    )
    loaded = done.stdout.split()
    assert "sphinxext_eir.extension" in loaded
    assert [name for name in loaded if name.startswith(NEEDED_BY_FEW)] == []
    assert [name for name in loaded if name.endswith((".render", ".markup", ".read_document"))] == []
    (tmp_path / "index.rst").write_text("Words\n=====\n\nOthers.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", again, *command[3:]], check=True, capture_output=True, text=True
    )
    read = done.stdout.split()
    assert "sphinxext_eir.features.notes.read_document" in read
    assert [name for name in read if name.startswith((*NEEDED_BY_FEW, *NEEDED_BY_ESSAYS))] == []
