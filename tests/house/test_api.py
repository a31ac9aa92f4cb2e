"""What is declared public: its names, what importing it loads, its types, and its page."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from support.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LIBRARIES = ("sphinxext_eir.conversion", "sphinxext_eir.csl")
HEAVY = {"sphinx", "docutils", "pypandoc", "pypdfium2"}
CALLER = """
from pathlib import Path

from sphinxext_eir.conversion import Ledger, Outcome, Source, Syntax, convert, convert_all
from sphinxext_eir.csl import Citation, Cite, Context, Formatter, Inline, Span, Text, read_source, read_style

syntax: Syntax = "myst"
ledger: Ledger = convert("essay.txt", syntax, {"author": "Jane Doe"}).value.ledger
places: list[Source] = [entry.source for entry in ledger.dropped]


def tell(outcome: Outcome) -> None:
    print(outcome.path.name, outcome.good)


outcomes: list[Outcome] = convert_all(["essays", Path("more")], "out", done=tell)
items = read_source(Path("references.bib"), title_case="bibtex").items(["Blank2000"])
context = Context(items, (Citation((Cite("Blank2000"),)),), read_style("eir-harvard"))
with Formatter(jobs=1) as formatter:
    first: Inline = formatter.format([context])[0].citations[0].text[0]
words = first.text if isinstance(first, Text) else first.kind if isinstance(first, Span) else ""
words.upper()
"""
MISTAKES = """
from sphinxext_eir.conversion import convert, settle
from sphinxext_eir.csl import Cite

convert(3)
Cite(key=None)
"""


@pytest.mark.program
@pytest.mark.parametrize("library", LIBRARIES)
def test_importing_a_library_loads_nothing_heavy(library: str, program: Callable[[str], str]) -> None:
    script = (
        f"import sys; from {library} import *; print(*{{name.partition('.')[0] for name in sys.modules}})"
    )
    run = subprocess.run([program(sys.executable), "-c", script], capture_output=True, text=True, check=True)
    assert HEAVY & set(run.stdout.split()) == set()


@pytest.mark.program
@pytest.mark.parametrize("library", LIBRARIES)
def test_the_parts_of_a_library_are_loaded_when_they_are_used(
    library: str, program: Callable[[str], str]
) -> None:
    script = f"import sys, {library}; print(*(name for name in sys.modules if name.startswith('{library}.')))"
    run = subprocess.run([program(sys.executable), "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_public_name_is_there_and_in_the_listing(library: str) -> None:
    module = import_module(library)
    assert module.__all__ == sorted(module.__all__)
    assert set(module.__all__) <= set(dir(module))
    for name in module.__all__:
        getattr(module, name)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        module.nothing  # noqa: B018 - asking is the test


def test_every_public_name_has_its_entry() -> None:
    page = (ROOT / "docs" / "reference" / "api.rst").read_text(encoding="utf-8")
    public = {f"{library}.{name}" for library in LIBRARIES for name in import_module(library).__all__}
    assert sorted(re.findall(r"^\.\. public-name:: (\S+)", page, flags=re.MULTILINE)) == sorted(public)


def test_callers_have_types_and_are_told_of_mistakes(tmp_path: Path, program: Callable[[str], str]) -> None:
    (tmp_path / "caller.py").write_text(CALLER, encoding="utf-8")
    (tmp_path / "mistakes.py").write_text(MISTAKES, encoding="utf-8")
    command = [
        program(sys.executable),
        "-m",
        "mypy",
        "--strict",
        "--no-pretty",
        f"--cache-dir={tmp_path / 'cache'}",
        tmp_path,
    ]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout
    found = re.findall(r"(\w+)\.py:\d+: error: .*\[([a-z-]+)\]$", said, flags=re.MULTILINE)
    assert found == [("mistakes", kind) for kind in ("attr-defined", "arg-type", "arg-type")], said
