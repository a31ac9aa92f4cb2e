"""Children: processes of pandoc that answer requests.

A child is ``pandoc lua`` with :file:`worker.lua`, which is started once for any number of requests. Children run without a shell,
in an environment and a directory that we make for them, and don't write to the terminal.
"""

from __future__ import annotations

import json
import math
import queue
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from .pandoc import FORMATTING, PandocError, environment
from .processes import LONGEST_ANSWER, end, start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .pandoc import Pandoc

WORKER = Path(__file__).with_name("worker.lua")
TIMEOUT = 120.0
"""Seconds that one request may take."""

T = TypeVar("T")
R = TypeVar("R")


class RequestError(RuntimeError):
    """Pandoc couldn't answer a request. The error says why, in pandoc's words."""


class StoppedError(RequestError):
    """Pandoc stopped before it answered. Another attempt may succeed."""


class Patience:
    """How long a request may take. Each that takes too long lets the next take half as long, down to the *shortest* time.

    Once such requests took the *most* seconds in all, no other is asked: a file can't make a build wait for each of its entries.
    """

    def __init__(self, seconds: float, shortest: float | None = None, most: float = math.inf) -> None:
        """Take the seconds of the first request; without a *shortest* time, each has as many."""
        self.seconds = seconds
        self._shortest = seconds if shortest is None else shortest
        self._most = most
        self._lost = 0.0

    def lose(self) -> None:
        """Count a request that took too long."""
        self._lost += self.seconds
        self.seconds = max(self._shortest, self.seconds / 2)

    @property
    def refusal(self) -> str:
        """The reason why nothing more is asked, or nothing."""
        return f"others took longer than {self._most:g} seconds" if self._lost > self._most else ""


class Child:
    """A process that answers requests. It is started when it is first asked, and again after it was killed."""

    def __init__(self, pandoc: Pandoc, directory: Path, patience: Patience) -> None:
        """Take the program, the directory to run it in, and how long a request may take."""
        self._pandoc = pandoc
        self._directory = directory
        self._patience = patience
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def ask(self, *request: str) -> Any:
        """Return the answer to *request*, read from JSON. Raises :class:`RequestError` and :class:`PandocError`."""
        if refusal := self._patience.refusal:
            raise RequestError(refusal)
        process = self._started()
        seconds = self._patience.seconds
        late = threading.Event()

        def stop() -> None:
            late.set()
            end(process)

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            line = _exchange(process, json.dumps(request).encode())
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            self._kill()
            if late.is_set():
                self._patience.lose()
                raise RequestError(f"pandoc took longer than {seconds:g} seconds")
            raise StoppedError("pandoc stopped")
        try:
            answer = json.loads(line[1:])
        except (ValueError, RecursionError):
            raise RequestError("pandoc's answer can't be read") from None
        if line[:1] != b"+":
            raise RequestError(_reason(str(answer)))
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise RequestError("the build is being stopped")
            if self._process is not None and self._process.poll() is not None:
                end(self._process)
                _release(self._process)  # it ended between two requests, and its pipes are still open
                self._process = None
            if self._process is None:
                self._process = self._start()
            return self._process

    def _start(self) -> subprocess.Popen[bytes]:
        try:
            return start(
                [self._pandoc.path, "lua", "-E", WORKER],
                cwd=self._directory,
                # Each `pandoc lua` leaves an empty history file among the temporary files.
                env=environment() | dict.fromkeys(("TEMP", "TMP", "TMPDIR"), str(self._directory)),
                stdin=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # a pipe that nobody reads would fill up, and the child wait for ever
            )
        except OSError as error:
            message = f"{self._pandoc.path} doesn't start: {error.strerror}: {FORMATTING.install}"
            raise PandocError(message) from None

    def _kill(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        end(process)
        _release(process)

    def close(self) -> None:
        """Kill the process, whatever it does. It is never started again."""
        with self._lock:
            self._closed = True
            process = self._process
        if process is not None:
            end(process)  # ends a request under way, whose thread then meets the end of the pipe

    def join(self) -> None:
        """Wait until the process is gone. No request may be under way."""
        self._kill()


def _release(process: subprocess.Popen[bytes]) -> None:
    """Close the pipes of *process*, which has ended or is about to, and wait for its end."""
    for pipe in (process.stdin, process.stdout):
        try:
            if pipe:
                pipe.close()
        except OSError:  # part of a request was still to be written
            pass
    process.wait()


def _exchange(process: subprocess.Popen[bytes], request: bytes) -> bytes:
    """Return the line that answers *request*; part of a line, or nothing, if the child stops."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(request + b"\n")
        process.stdin.flush()
        return process.stdout.readline(LONGEST_ANSWER)
    except (OSError, ValueError):
        return b""


def _reason(error: str) -> str:
    """Return pandoc's *error* in one line, without Lua's traceback."""
    text = error.partition("stack traceback:")[0]
    return " ".join(text.split())[:500]


class Children:
    """The children that may work at once. Use it in a ``with`` statement, which ends them."""

    def __init__(
        self, pandoc: Pandoc, directory: Path, jobs: int = 2, patience: Patience | None = None
    ) -> None:
        """Take the arguments of :class:`Child`, and the number of children that may run."""
        patience = patience or Patience(TIMEOUT)
        self._children = [Child(pandoc, directory, patience) for _ in range(max(1, jobs))]
        self._idle: queue.LifoQueue[Child] = (
            queue.LifoQueue()
        )  # last in, first out: children that run already are asked first
        for child in self._children:
            self._idle.put(child)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Kill the children and wait until they are gone."""
        for child in self._children:
            child.close()
        for child in self._children:
            child.join()

    def ask(self, *request: str) -> Any:
        """Return the answer of any child, as :meth:`Child.ask` does. A child that stops is asked once more."""
        child = self._idle.get()
        try:
            try:
                return child.ask(*request)
            except StoppedError:
                return child.ask(*request)
        finally:
            self._idle.put(child)

    def map(self, function: Callable[[T], R], values: Iterable[T]) -> list[R]:
        """Return *function* of each of *values*. It may ask: there are as many calls at a time as there are children."""
        values = list(values)
        if len(values) < 2:
            return list(map(function, values))
        with ThreadPoolExecutor(len(self._children)) as threads:
            try:
                return list(threads.map(function, values))
            except BaseException:
                # Ctrl-C: calls that wait don't begin, and those under way end with their child.
                threads.shutdown(wait=False, cancel_futures=True)
                for child in self._children:
                    child.close()
                raise
