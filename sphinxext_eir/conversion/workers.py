"""Workers: processes that convert one input at a time, within limits of time and memory.

PDFium, pandoc and files that nobody has looked at may take all memory, go on for ever, or end the program that reads them. A
worker that does is ended with all that it started, and the next input gets another. Workers end with the process that
started them, however that ends.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from queue import LifoQueue
from typing import IO, TYPE_CHECKING, Self

from ..csl.processes import end, start
from .transcript import TOO_DEEP, ConversionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from .jobs import Job
    from .pipeline import Result

LENGTH = 8
"""Bytes that say how long a message is."""
LARGEST = 2**30
"""Bytes of the longest answer that is taken."""
AHEAD = 8
"""Inputs for each worker that wait for it: what is read of an export doesn't pile up."""
GRACE = 0.25
"""Seconds after which a worker notices that the process which started it is gone."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one input may take."""

    seconds: float = 60
    """Seconds, for a small file."""
    bytes_a_second: int = 20_000
    """Bytes of a file that add a second each."""
    memory: int = 2 * 2**30
    """Bytes for each process, where the system keeps to it (Linux: ``RLIMIT_DATA``)."""

    def time_for(self, job: Job) -> float:
        """Return the seconds that *job* may take."""
        return self.seconds + job.size / self.bytes_a_second


class Worker:
    """A process that converts. It is started when it is first asked, and again after it has ended."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def attempt(self, job: Job) -> Result | str:
        """Return the result for *job*, or what went wrong."""
        if self._closed:
            return "the conversion is being stopped"
        process = self._started()
        limit = self.limits.time_for(job)
        late = threading.Event()

        def stop() -> None:
            late.set()
            end(process)

        timer = threading.Timer(limit, stop)
        timer.daemon = True
        timer.start()
        try:
            answer = _exchange(process, pickle.dumps(job))
        finally:
            timer.cancel()
        if answer is not None:
            result: Result | str = pickle.loads(answer)  # noqa: S301 - of a process of ours
            return result
        self._release()
        if late.is_set():
            return f"reading it took longer than {limit:.0f} seconds"
        return "the program that reads it broke down, or asked for more memory than it may have"

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._release()
            # -P: nothing is imported from the folder that the user stands in.
            self._process = start(
                [sys.executable, "-P", "-c", f"from {__name__} import serve; serve({self.limits.memory})"],
                env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                stdin=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process

    def close(self) -> None:
        """End the process, whatever it does."""
        self._closed = True
        if self._process is not None:
            end(self._process)

    def join(self) -> None:
        """Wait until the process is gone. No request may be under way."""
        self._release()

    def _release(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        end(process)
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):  # part of a request was still to be written
                if pipe:
                    pipe.close()
        process.wait()


def _exchange(process: subprocess.Popen[bytes], request: bytes) -> bytes | None:
    """Return the answer to *request*; None if the process ends before it."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        _send(process.stdin, request)
        return _receive(process.stdout)
    except (OSError, ValueError):
        return None


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(len(message).to_bytes(LENGTH, "big") + message)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes | None:
    """Return the next message; None at the end of the pipe, or if it is longer than any that we send."""
    head = pipe.read(LENGTH)
    length = int.from_bytes(head, "big")
    if len(head) < LENGTH or length > LARGEST:
        return None
    message = pipe.read(length)
    return message if len(message) == length else None


class Workers:
    """The workers of a run. Use it in a ``with`` statement, which ends them."""

    def __init__(self, processes: int, limits: Limits | None = None) -> None:
        self._all = [Worker(limits) for _ in range(max(1, processes))]
        self._idle: LifoQueue[Worker] = LifoQueue()  # those that run already are asked first
        for worker in self._all:
            self._idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._all:
            worker.close()
        for worker in self._all:
            worker.join()

    def attempt(self, job: Job) -> Result | str:
        """Return the result of *job* by any worker, or what went wrong."""
        worker = self._idle.get()
        try:
            return worker.attempt(job)
        finally:
            self._idle.put(worker)

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Result | str]]:
        """Yield each job with its result or what went wrong, in their order. Few are taken ahead of those that are done."""
        ahead = iter(jobs)
        waiting: deque[tuple[Job, Future[Result | str]]] = deque()
        threads = ThreadPoolExecutor(len(self._all))
        try:
            while True:
                for job in islice(ahead, max(AHEAD * len(self._all) - len(waiting), 0)):
                    waiting.append((job, threads.submit(self.attempt, job)))
                if not waiting:
                    return
                job, future = waiting.popleft()
                yield job, future.result()
        finally:
            # Ctrl-C, too: jobs that wait don't begin, and those under way end with their worker.
            threads.shutdown(wait=False, cancel_futures=True)
            for worker in self._all:
                worker.close()


def run_jobs(
    jobs: Iterable[Job], processes: int, limits: Limits | None = None
) -> Iterator[tuple[Job, Result | str]]:
    """Yield each job with its result or what went wrong, in their order; as many as there are *processes* are under way at a time."""
    with Workers(processes, limits) as workers:
        yield from workers.run(jobs)


def attempt(job: Job) -> Result | str:
    """Convert the input of *job* in this process, or return what went wrong."""
    try:
        return job.convert()
    except ConversionError as error:
        return str(error)
    except OSError as error:
        return f"the file can't be read: {error.strerror or error}"
    except MemoryError:
        return "it needs more memory than it may have"
    except RecursionError:
        return TOO_DEEP
    except Exception as error:  # noqa: BLE001 - one bad file doesn't stop the rest
        return f"an error of ours, which we would like to hear of: {type(error).__name__}: {error}"


# The process itself

_OBJECTS = 200_000
"""New objects after which what nobody refers to any more is looked for: those of a few pages, some tens of megabytes."""


def serve(memory: int) -> None:
    """Answer requests until there are none. What is printed meanwhile doesn't come among the answers."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit(memory)
    # The trees of pages are circles that only the collector frees; by Python's own threshold it looks through them at each turn.
    gc.freeze()
    gc.set_threshold(_OBJECTS)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    while (request := _receive(requests)) is not None:
        job = pickle.loads(request)  # noqa: S301 - of the process that started this one
        _send(answers, pickle.dumps(attempt(job)))


def _limit(memory: int) -> None:
    """Let this process and those that it starts take no more than *memory* bytes each, where the system knows how."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _end_with(parent: int) -> None:
    """End this process and those that it started as soon as *parent* isn't there any more."""
    while os.getppid() == parent:
        time.sleep(GRACE)
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


_OF_BUILDS: dict[int, Worker] = {}
"""The process that started it → the worker for the inputs that its documents import. A parallel build has several such processes."""


def attempt_apart(job: Job) -> Result | str:
    """Convert the input of *job* in a process that lives on for the next, and ends with this one."""
    here = os.getpid()
    if here not in _OF_BUILDS:
        _OF_BUILDS[here] = worker = Worker()
        atexit.register(worker.join)
    return _OF_BUILDS[here].attempt(job)
