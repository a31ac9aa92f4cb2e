"""What the fuzzer has found stays mended, and the fuzzer itself works. ``tests/fuzz.py`` looks for more."""

from __future__ import annotations

import random
import subprocess
import sys
from typing import TYPE_CHECKING

import fuzz
import pytest
from support.fuzz_files import TARGETS
from support.fuzz_targets import Target
from support.growth import assert_linear
from support.paths import DATA

if TYPE_CHECKING:
    from pathlib import Path

HANGS = 60
"""Seconds of the processor after which an input is given up, on any machine. How time grows is judged by growth."""
FOUND = sorted((DATA / "fuzz").glob("*/*.txt"))


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_was_found_is_mended(path: Path) -> None:
    text = fuzz.text_of(path.read_bytes())
    target = TARGETS[path.parent.name]
    assert fuzz.fault(target, text, HANGS) == ""
    if path.stem.startswith(fuzz.SLOW):
        assert_linear(lambda size: target.check((text * size)[:size]), target.swollen)


@pytest.mark.laws
@pytest.mark.parametrize("name", TARGETS)
def test_each_parser_keeps_its_laws_for_its_seeds_and_some_more(name: str) -> None:
    target = TARGETS[name]
    chance = random.Random(1)
    seeds = chance.sample(target.seeds, min(12, len(target.seeds)))
    for text in (*seeds, *(fuzz.mutated(chance.choice(seeds), target, chance) for _ in range(40))):
        assert fuzz.fault(target, text, HANGS) == "", text


def test_a_fault_is_found_made_small_and_written_down(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def check(text: str) -> None:
        assert "b" not in text or "d" not in text, "law: broken"

    target = Target(check, ("abc", "cde", "xyz"), ("b", "d", "f"))
    run = fuzz.Run("letters", target, 200, tmp_path)
    fuzz.by_chance(run, 1)
    assert run.found.total() > 0
    found = sorted((tmp_path / "letters").iterdir())
    assert sorted({"".join(sorted(path.read_text())) for path in found}) == ["bd"]
    assert "letters: AssertionError at test_fuzz.py" in capsys.readouterr().out


@pytest.mark.laws
def test_what_takes_too_long_is_found(tmp_path: Path) -> None:
    def check(text: str) -> None:
        while len(text) > 1000:
            pass

    run = fuzz.Run("spin", Target(check, ("abc",), ("x",), seconds=0.01), fuzz.SWOLLEN_EVERY, tmp_path)
    fuzz.by_chance(run, 1)
    assert [kind.partition(":")[0] for kind in run.found] == [fuzz.SLOW]


@pytest.mark.program
def test_the_program_runs(tmp_path: Path) -> None:
    command = [
        sys.executable,
        fuzz.__file__,
        "numerals",
        "--inputs",
        "50",
        "--unguided",
        "--keep",
        str(tmp_path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "numerals: 50 inputs" in done.stdout
