"""Processes: programs that run without a shell, within a limit of time, and say no more than we can keep.

Each leads a group of its own, which ends with it: a program may be a script that starts another.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import threading
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

LONGEST_ANSWER = 2**29
"""Bytes of an answer that is taken."""
LONGEST_ERROR = 2**16
"""Bytes of errors that are kept; the rest is read and let go."""


class ProcessError(RuntimeError):
    """A program didn't end as it should. The error says what it did: *took longer than 5 seconds*."""


class Done(NamedTuple):
    """What a program left."""

    returncode: int
    stdout: bytes
    stderr: bytes


def start(
    command: Sequence[str | os.PathLike[str]],
    *,
    env: Mapping[str, str],
    stdin: int | IO[bytes],
    stderr: int,
    cwd: Path | None = None,
) -> subprocess.Popen[bytes]:
    """Start a program in a group of its own. Raises :class:`OSError`."""
    return subprocess.Popen(  # noqa: S603 - a list, and no shell
        [*command],
        env=env,
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=stderr,
        cwd=cwd,
        start_new_session=True,  # Ctrl-C in a terminal reaches us, and we end it
    )


def run(
    command: Sequence[str | os.PathLike[str]],
    *,
    env: Mapping[str, str],
    timeout: float,
    stdin: int | IO[bytes] = subprocess.DEVNULL,
    cwd: Path | None = None,
) -> Done:
    """Run a program to its end, which comes after *timeout* seconds at the latest. Raises :class:`OSError` and :class:`ProcessError`."""
    late = threading.Event()

    def stop() -> None:
        late.set()
        end(process)

    with start(command, env=env, stdin=stdin, stderr=subprocess.PIPE, cwd=cwd) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        errors: list[bytes] = []
        listener = threading.Thread(target=_drain, args=(process.stderr, errors), daemon=True)
        timer = threading.Timer(timeout, stop)
        timer.daemon = True
        listener.start()
        timer.start()
        try:
            answer = process.stdout.read(LONGEST_ANSWER + 1)
            if len(answer) <= LONGEST_ANSWER:
                process.wait()
        finally:
            timer.cancel()
            end(process)
            listener.join()
    if late.is_set():
        raise ProcessError(f"took longer than {timeout:g} seconds")
    if len(answer) > LONGEST_ANSWER:
        raise ProcessError(f"answered with more than {LONGEST_ANSWER // 2**20} MiB")
    return Done(process.returncode, answer, b"".join(errors))


def _drain(pipe: IO[bytes], kept: list[bytes]) -> None:
    """Read *pipe* to its end, so that its writer never waits, and keep its beginning."""
    room = LONGEST_ERROR
    with contextlib.suppress(OSError, ValueError):
        while piece := pipe.read(LONGEST_ERROR):
            kept.append(piece[:room])
            room -= len(kept[-1])


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill *process* and what it started, whatever they do."""
    if hasattr(os, "killpg"):
        # The group lives as long as one that belongs to it, and its number isn't given to another meanwhile.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
