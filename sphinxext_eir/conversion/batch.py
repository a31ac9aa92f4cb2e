"""Many inputs → a folder of sources: what to convert, under which names, and what was done before."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .account import account_of
from .folder import EditedError, Folder
from .inputs import find_inputs
from .jobs import Choice, Plan
from .transcript import ConversionError
from .workers import run_jobs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .account import Account
    from .inputs import Inputs
    from .jobs import Job
    from .pipeline import Result, Syntax


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome for one input."""

    path: Path
    """The input."""
    state: str
    """``converted``, ``up to date``, ``kept`` (its source was edited and isn't overwritten), ``failed``; ``not read`` (it may be an
    article in a format that isn't read) or ``passed over`` (by the user, or because it is none)."""
    output: str = ""
    """The name of the file in the output folder, if there is one."""
    error: str = ""
    """The reason why it was kept, failed, or wasn't read."""
    result: Result | None = None
    """The conversion, unless the input was up to date or failed."""
    part: str = ""
    """What tells the input from others of the same file: ``#123``, a post of an export; or what of it isn't converted."""
    count: int = 1
    """How many things of a file were passed over."""
    job: Job | None = field(default=None, repr=False, compare=False)
    """What reads the input again."""
    kept: Account | None = field(default=None, repr=False, compare=False)
    """The account of the conversion, where the conversion itself was let go."""

    @property
    def name(self) -> str:
        """The name of the input."""
        return (
            f"{self.path}{self.part if self.part.startswith('#') else ': ' + self.part if self.part else ''}"
        )

    @property
    def account(self) -> Account | None:
        """The account of the conversion."""
        return self.kept or (account_of(self.result) if self.result else None)

    def settled(self, *, reported: bool) -> Outcome:
        """Return the outcome without the article: what a summary needs, and a report in JSON if it is to be *reported*."""
        kept = self.account
        if kept and not reported:
            kept = replace(kept, said="{}")
        return replace(self, result=None, job=None, kept=kept)

    @property
    def good(self) -> bool:
        """True if the source is there, and every word is accounted for."""
        return self.state in ("up to date", "passed over") or (self.state == "converted" and self.accounted)

    @property
    def accounted(self) -> bool:
        """True if its ledger is even, or it wasn't converted now."""
        if self.kept:
            return self.kept.even
        return self.result is None or self.result.value.ledger.even

    @property
    def doubts(self) -> int:
        """The number of things to look at; a fault counts as very many."""
        said = account.doubts if (account := self.account) else 0
        return said + (1000 if not self.good else 0)


# The work


def convert_jobs(
    jobs: Iterable[Job],
    folder: Folder,
    processes: int,
    done: Callable[[Outcome], None],
    *,
    keep: Callable[[Outcome], Outcome] = lambda outcome: outcome,
) -> list[Outcome]:
    """Convert *jobs* into *folder*; *done* hears of each, in their order.

    Jobs are taken as they are needed, and of each outcome it is kept what *keep* returns of it.
    """
    outcomes: list[Outcome] = []
    order: deque[Job | Outcome] = deque()

    def todo() -> Iterator[Job]:
        for job in jobs:
            settled = _before(job, folder)
            order.append(settled or job)
            if settled is None:
                yield job

    def settle(outcome: Outcome) -> None:
        done(outcome)
        outcomes.append(keep(outcome))

    def settle_settled() -> None:
        while order and isinstance(first := order[0], Outcome):
            order.popleft()
            settle(first)

    for job, result in run_jobs(todo(), processes):
        settle_settled()
        order.popleft()
        settle(_written(job, result, folder))
    settle_settled()
    return outcomes


def _before(job: Job, folder: Folder) -> Outcome | None:
    """Return the outcome for a job with nothing to do; None if there is something."""
    try:
        fresh = not folder.force and folder.is_up_to_date(job)
    except OSError as error:
        return Outcome(job.path, "failed", error=f"the file can't be read: {error.strerror}", part=job.part)
    return Outcome(job.path, "up to date", folder.known_as(job), part=job.part) if fresh else None


def _written(job: Job, result: Result | str, folder: Folder) -> Outcome:
    """Write the *result* of a job, unless it failed."""
    if isinstance(result, str):
        return Outcome(job.path, "failed", error=result, part=job.part)
    about: dict[str, Any] = {"part": job.part, "job": job}
    try:
        return Outcome(job.path, "converted", folder.put(job, result), result=result, **about)
    except EditedError as error:
        why = "its source was edited since; --force overwrites it"
        return Outcome(job.path, "kept", str(error), why, result, **about)
    except ConversionError as error:
        return Outcome(job.path, "failed", error=str(error), **about)
    except OSError as error:
        return Outcome(job.path, "failed", error=f"it can't be written: {error.strerror}", part=job.part)


def convert_all(  # noqa: PLR0913 - the options of the command, by their names
    inputs: Iterable[Path | str],
    output: Path | str,
    syntax: Syntax = "rst",
    metadata: Mapping[str, Mapping[str, str]] | None = None,
    *,
    force: bool = False,
    processes: int = 1,
    media: Path | str | None = None,
    post_types: Iterable[str] = (),
    done: Callable[[Outcome], None] | None = None,
) -> list[Outcome]:
    """Convert *inputs* (files, folders, globs) into the folder *output*, as ``sphinxext-eir convert`` does.

    *metadata* has the fields of each input under its path, its file's name, or that name without suffix. Inputs that are
    up to date are left alone, and so are sources that somebody edited, unless *force* is true. *processes* work at the same
    time, each within limits of time and memory. *done* is called
    with each outcome as soon as it is known; the list of all outcomes is in the order of the inputs, and those that weren't read
    come last. Each post of a WordPress export is an input: those of the types *post_types* or, without any, of the type ``post``; *media*
    is the folder of its pictures. Raises
    :class:`ConversionError` if there is no input, or if the folder can't be written to.
    """
    found = find_inputs(map(str, inputs))
    choice = Choice(tuple(dict.fromkeys(post_types)), Path(media) if media is not None else None)
    with Folder(Path(output), force=force) as folder:
        paths, passed = passed_over(found, folder)
        plan = Plan(tuple(paths), syntax, version("sphinxext-eir"), metadata or {}, choice)
        outcomes = convert_jobs(plan.jobs(), folder, processes, done or (lambda _: None))
    return [*outcomes, *passed, *not_converted(plan)]


def not_converted(plan: Plan) -> list[Outcome]:
    """Return the outcomes for what isn't converted of exports."""
    return [
        Outcome(
            left.path,
            "not read" if left.wrong else "passed over",
            error=left.reason,
            part=left.what,
            count=left.count,
        )
        for left in plan.left()
    ]


def passed_over(inputs: Inputs, folder: Folder) -> tuple[list[Path], list[Outcome]]:
    """Return the paths among *inputs* that are to be converted, and the outcomes for the others: the *folder*'s own, and those unread."""
    own = [path for path in inputs.found if folder.wrote(path)]
    return [path for path in inputs.found if path not in own], [
        *(Outcome(path, "passed over", error="a source that was written here before") for path in own),
        *(
            Outcome(left.path, "not read" if left.wrong else "passed over", error=left.reason)
            for left in inputs.unread
            if not folder.owns(left.path)
        ),
    ]
