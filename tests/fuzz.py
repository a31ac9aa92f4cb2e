"""The fuzzer: feeds mutated text to the parsers of :mod:`support.fuzz_targets` and :mod:`support.fuzz_files`, and keeps what breaks a law.

    python tests/fuzz.py [TARGET …] [--inputs N] [--seed S] [--keep DIR] [--unguided]

Coverage guides it (atheris, ``pip install -e '.[fuzz]'``); without that, chance alone. What is found is made as small as it goes
and written to a folder; ``tests/data/fuzz/<target>`` holds what was found before, and ``house/test_fuzz.py`` replays it.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from support.fuzz_targets import Target

SLOW = "slow"
"""What a name begins with of an input that takes too long if it is repeated."""
MOST_OF_A_KIND = 4
"""Findings that are kept for one place in the code."""
SWOLLEN_EVERY = 400
"""Inputs until one is repeated."""
SAID_EVERY = 10_000
"""Inputs until the program says how far it is."""
UNIT = 40
"""Characters that are repeated, at most."""


# Judging


class TooSlowError(Exception):
    """An input took more time than its target allows."""


def fault(target: Target, text: str, seconds: float | None = None) -> str:
    """Return what is wrong with *target* for *text*, in a line; nothing if it keeps its laws."""

    def stop(*_: object) -> NoReturn:
        raise TooSlowError(SLOW)

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds or target.seconds)
    try:
        target.check(text)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is found
        frames = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in frames if "sphinxext_eir" in frame.filename] or frames[-2:]
        frame = frames[-1] if isinstance(error, AssertionError) else ours[-1]
        return f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}: {frame.line or ''} {kind_of(error)}".rstrip()
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return ""


def kind_of(error: Exception) -> str:
    """Return what *error* says first, if it is one of ours."""
    return str(error).partition(":")[0][:30] if isinstance(error, AssertionError) else ""


def swollen(target: Target, text: str) -> str:
    """Return *text*, repeated."""
    return (text * (target.swollen // max(1, len(text)) + 1))[: target.swollen]


def slowness(target: Target, unit: str) -> str:
    """Return what is wrong if *unit* is repeated: linear time suffices for that."""
    return fault(target, swollen(target, unit), 10 * target.seconds)


def smallest(text: str, is_still_wrong: Callable[[str], bool], tries: int = 400) -> str:
    """Return *text* without what can be left out of it."""
    size = max(1, len(text) // 2)
    while size and tries > 0:
        position = 0
        while position < len(text) and tries > 0:
            less = text[:position] + text[position + size :]
            tries -= 1
            if less and is_still_wrong(less):
                text = less
            else:
                position += size
        size //= 2
    return text


# Mutating


def mutated(text: str, target: Target, chance: random.Random) -> str:
    """Return *text*, changed in one to four places."""
    for _ in range(chance.randint(1, 4)):
        a, b = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
        match chance.randrange(8):
            case 0 | 1 | 2:
                text = text[:a] + chance.choice(target.tokens) + text[a:]
            case 3:
                text = text[:a] + chance.choice(target.tokens) + text[min(b, a + 8) :]
            case 4:
                text = text[:a] + text[min(b, a + 60) :]
            case 5:
                text = text[:b] + text[a : min(b, a + 60)] + text[b:]
            case 6:
                other = chance.choice(target.seeds)
                start = chance.randint(0, len(other))
                text = text[:a] + other[start : start + chance.randint(1, 120)] + text[a:]
            case _:
                text = text[:a] + text[a : a + 1].swapcase() + chance.choice(target.tokens) + text[a + 1 :]
    start = chance.randint(0, max(0, len(text) - target.longest))
    return text[start : start + target.longest]


def text_of(data: bytes) -> str:
    """Return what the engine's bytes say."""
    return data.decode("utf-8", "replace")


def bytes_of(text: str) -> bytes:
    """Return *text* as the engine has it."""
    return text.encode("utf-8", "replace")


# Running


class Run:
    """A run of one target."""

    def __init__(self, name: str, target: Target, inputs: int, keep: Path) -> None:
        self.name = name
        self.target = target
        self.inputs = inputs
        self.keep = keep
        self.done = 0
        self.found: Counter[str] = Counter()
        self.began = time.monotonic()
        self.chance = random.Random(0)

    def one(self, text: str) -> None:
        """Feed one input, and its repetition now and then."""
        self.done += 1
        if wrong := fault(self.target, text):
            self.note(wrong, text, lambda less: fault(self.target, less) == wrong)
        if self.done % SWOLLEN_EVERY == 0 and text:
            start = self.chance.randrange(len(text))
            unit = text[start : start + self.chance.randint(1, UNIT)]
            if wrong := slowness(self.target, unit):
                kind = SLOW if wrong.startswith(TooSlowError.__name__) else "swollen"
                self.note(f"{kind}: {wrong}", unit, lambda less: slowness(self.target, less) == wrong, 12)

        if self.done % SAID_EVERY == 0:
            print(self.summary(), flush=True)

    def note(self, wrong: str, text: str, is_still_wrong: Callable[[str], bool], tries: int = 400) -> None:
        """Write down what was found, made small, unless there is enough of its kind."""
        self.found[wrong] += 1
        if self.found[wrong] > MOST_OF_A_KIND:
            return
        small = smallest(text, is_still_wrong, tries)
        folder = self.keep / self.name
        folder.mkdir(parents=True, exist_ok=True)
        kind = wrong.split(":", maxsplit=1)[0] if wrong.startswith((SLOW, "swollen")) else "found"
        number = sum(1 for _ in folder.iterdir()) + 1
        (folder / f"{kind}-{number}.txt").write_bytes(bytes_of(small))
        print(f"{self.name}: {wrong}\n    {small[:300]!r}", flush=True)

    def summary(self) -> str:
        """Return what was done, in a line."""
        seconds = time.monotonic() - self.began
        return f"{self.name}: {self.done} inputs, {seconds:.0f} s, {sum(self.found.values())} faults of {len(self.found)} kinds"


def by_chance(run: Run, seed: int) -> None:
    """Feed inputs that chance makes of the seeds."""
    chance = random.Random(seed)
    while run.done < run.inputs:
        run.one(mutated(chance.choice(run.target.seeds), run.target, chance))


def by_coverage(run: Run, seed: int) -> NoReturn:
    """Feed inputs that coverage guides; ends the process."""
    import atheris  # it may not be installed

    def one(data: bytes) -> None:
        run.one(text_of(data))
        if run.done >= run.inputs:
            print(run.summary(), flush=True)
            os._exit(bool(run.found))

    def mutate(data: bytes, most: int, number: int) -> bytes:
        chance = random.Random(number)
        if chance.random() < 0.2:
            return bytes(atheris.Mutate(data, most))
        return bytes_of(mutated(text_of(data), run.target, chance))[:most]

    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(run.target.seeds):
            (Path(folder) / f"seed-{number}").write_bytes(bytes_of(text[: run.target.longest]))
        options = (
            f"-seed={seed or 1}",
            f"-max_len={3 * run.target.longest}",
            "-timeout=100000",
            "-report_slow_units=100000",
            "-rss_limit_mb=0",
            "-verbosity=0",
        )
        atheris.Setup([sys.argv[0], *options, folder], one, custom_mutator=mutate)
        atheris.Fuzz()
    raise AssertionError("the engine came back")


@contextlib.contextmanager
def instrumented() -> Iterator[bool]:
    """Have the code watched that is imported inside, if that can be. Says whether."""
    try:
        import atheris  # as above
    except ImportError:
        yield False
        return
    with atheris.instrument_imports(include=["sphinxext_eir"]):
        yield True


def main(arguments: list[str]) -> int:
    """Run the targets that are named, or all, each in a process of its own."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="all, if none is named")
    parser.add_argument("--inputs", type=int, default=20_000, help="for each target (%(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--keep", type=Path, default=Path("fuzz-found"), help="where findings go (%(default)s)"
    )
    parser.add_argument("--unguided", action="store_true", help="by chance alone, which is faster")
    asked = parser.parse_args(arguments)
    if len(asked.targets) == 1:
        with contextlib.nullcontext(enter_result=False) if asked.unguided else instrumented() as guided:
            target = importlib.import_module("support.fuzz_files").TARGETS[asked.targets[0]]
        run = Run(asked.targets[0], target, asked.inputs, asked.keep)
        if guided:
            by_coverage(run, asked.seed)
        by_chance(run, asked.seed)
        print(run.summary())
        return bool(run.found)
    names = asked.targets or list(importlib.import_module("support.fuzz_files").TARGETS)
    options = ["--inputs", str(asked.inputs), "--seed", str(asked.seed), "--keep", str(asked.keep)]
    options += ["--unguided"] * asked.unguided
    codes = [
        subprocess.run([sys.executable, __file__, name, *options], check=False).returncode for name in names
    ]
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
