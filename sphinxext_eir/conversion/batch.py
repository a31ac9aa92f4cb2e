"""Many inputs → a folder of sources: what to convert, under which names, and what was done before."""

from __future__ import annotations

import csv
import hashlib
import json
import os
from collections import deque
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..text.fields import FieldError
from ..text.frontmatter import FIELDS
from .account import account_of
from .inputs import find_inputs
from .jobs import Plan, run_jobs
from .pipeline import IMAGES, SUFFIXES
from .transcript import ConversionError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .account import Account
    from .inputs import Inputs
    from .jobs import Job
    from .pipeline import Result, Syntax

RECORD = ".sphinxext-eir.json"
"""The name of the record in the output folder: what each source was made of, for the next run."""


RESERVED = ("index", "search", "genindex", "modindex", "py-modindex")
"""Names of pages that Sphinx makes, and of a project's first page: no article can have them."""


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


# Fields


def read_metadata(path: Path) -> dict[str, dict[str, str]]:
    """Read a CSV file of fields by input. Raises :class:`ConversionError`."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConversionError(f"{path}: can't be read: {error}") from error
    if any(None in row for row in rows):
        raise ConversionError(f"{path}: a row has more cells than there are columns")
    columns = list(rows[0]) if rows else ["input"]
    unknown = [name for name in columns if name not in ("input", "title", *FIELDS)]
    if "input" not in columns or unknown:
        wrong = (
            f"unknown columns: {', '.join(map(str, unknown))}" if unknown else "there is no column 'input'"
        )
        raise ConversionError(f"{path}: {wrong}; allowed are input, title, {', '.join(FIELDS)}")
    for row in rows:
        for name, text in row.items():
            _check_field(path, name, " ".join((text or "").split()))
    return {
        row["input"]: {name: " ".join(text.split()) for name, text in row.items() if name != "input" and text}
        for row in rows
    }


def _check_field(path: Path, name: str, text: str) -> None:
    """Raise :class:`ConversionError` if the field *name* of a CSV file can't be what *text* says."""
    if name not in FIELDS or not text:
        return
    try:
        FIELDS[name].read(text)
    except FieldError as error:
        raise ConversionError(f"{path}: {name} is {text!r}, not {error.expected}") from error


# The folder


@dataclass
class Folder:
    """The output folder: names, and what was written under them."""

    path: Path
    force: bool = False
    record: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Output → ``input``, ``stamp`` and ``written``, a hash of what was written."""
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    """Input and suffix → the output in the record."""
    stems: set[str] = field(default_factory=set)
    """The names of its outputs, without what follows the last stop."""

    def open(self) -> None:
        """Make the folder, and read what was done before. Raises :class:`ConversionError`."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ConversionError(f"{self.path}: can't be written to: {error.strerror}") from error
        try:
            known = json.loads((self.path / RECORD).read_text(encoding="utf-8"))
            for name, entry in known.items():
                known_input = {"input", "stamp", "written"} <= entry.keys() and isinstance(
                    entry["input"], str
                )
                if known_input and _is_own_name(name):
                    self._note(name, entry)
        except FileNotFoundError:
            pass
        except (OSError, ValueError, AttributeError) as error:
            raise ConversionError(f"{self.path}: can't be written to: {error}") from error

    def _note(self, name: str, entry: dict[str, Any]) -> None:
        """Put *entry* into the record."""
        stem, stop, suffix = name.rpartition(".")
        self.record[name] = entry
        self.stems.add(stem)
        self.names.setdefault((entry["input"], f"{stop}{suffix}"), name)

    def wrote(self, path: Path) -> bool:
        """Say if *path* is a source that we wrote: it isn't an input, even if the folder is among the inputs."""
        return path.name in self.record and path.resolve().parent == self.path.resolve()

    def owns(self, path: Path) -> bool:
        """Say if *path* is something else in the folder that is ours: the record, pictures, references."""
        return path.resolve().is_relative_to(self.path.resolve()) and (
            path.name == RECORD
            or path.name.endswith(".references.json")
            or any(part.endswith(IMAGES) for part in path.parts)
        )

    def known_as(self, job: Job) -> str:
        """Return the name that the source of *job* was given before."""
        return self.names.get((self._key(job), SUFFIXES[job.syntax]), "")

    def _key(self, job: Job) -> str:
        """Return the key of an input in the record: relative to the folder, so that both may be moved together."""
        try:
            path = Path(os.path.relpath(job.path.resolve(), self.path.resolve())).as_posix()
        except ValueError:  # another drive
            path = job.path.resolve().as_posix()
        return path + job.part

    def is_up_to_date(self, job: Job) -> bool:
        """Say if the source of *job* is there, and made of what the input is now."""
        name = self.known_as(job)
        return bool(name) and (self.path / name).exists() and self.record[name]["stamp"] == job.stamp()

    def put(self, job: Job, result: Result) -> Outcome:
        """Write the result of *job*, unless that would overwrite somebody else's work."""
        article = result.value
        name = self.known_as(job) or self._free_name(article.name, SUFFIXES[job.syntax])
        target = self.path / name
        stem = name.removesuffix(SUFFIXES[job.syntax])
        data = article.text_as(stem).encode()
        if target.exists() and not self.force:
            found = _digest(target.read_bytes())
            if found not in (_digest(data), self.record.get(name, {}).get("written")):
                return Outcome(
                    job.path, "kept", name, "its source was edited since; --force overwrites it", result
                )
        pictures = self.path / f"{stem}{IMAGES}"
        if article.images and pictures.is_symlink():
            return Outcome(
                job.path, "failed", error=f"{pictures} leads elsewhere: its pictures go into a folder"
            )
        for image in article.images:
            write_file(pictures / image.name, image.data)
        if article.items:
            text = json.dumps(list(article.items), ensure_ascii=False, indent=2) + "\n"
            write_file(self.path / f"{stem}.references.json", text.encode())
        write_file(target, data)
        self._note(name, {"input": self._key(job), "stamp": job.stamp(), "written": _digest(data)})
        return Outcome(job.path, "converted", name, "", result)

    def _free_name(self, stem: str, suffix: str) -> str:
        """Return a name for a new source: *stem*, or *stem* and a number."""
        number = 1
        while True:
            numbered = f"{stem}{'' if number == 1 else f'-{number}'}"
            # The files beside a source are named after it, in either syntax.
            reserved = numbered in RESERVED
            if (
                not reserved
                and numbered not in self.stems
                and not (self.path / f"{numbered}{suffix}").exists()
            ):
                return f"{numbered}{suffix}"
            number += 1

    def close(self) -> None:
        """Write down what was done."""
        text = json.dumps(dict(sorted(self.record.items())), ensure_ascii=False, indent=1) + "\n"
        write_file(self.path / RECORD, text.encode())


def _is_own_name(name: str) -> bool:
    """Say if *name* may be that of a source that we wrote: a file in the folder itself. The record may be forged."""
    return Path(name).name == name and "\\" not in name and name.endswith(tuple(SUFFIXES.values()))


def write_file(path: Path, data: bytes) -> None:
    """Write a file beside its target and rename it: an interrupted run leaves no half file, and a link is not followed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.unlink(missing_ok=True)
        with temporary.open("xb") as file:
            file.write(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _digest(data: bytes) -> str:
    """Return a hash of *data*."""
    return hashlib.sha256(data).hexdigest()


_OFTEN = 100
"""Inputs after which the record is written: a run that is killed begins no article anew."""


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
        if len(outcomes) % _OFTEN == 0:
            folder.close()

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
    try:
        return replace(folder.put(job, result), part=job.part, job=job)
    except OSError as error:
        return Outcome(job.path, "failed", error=f"it can't be written: {error.strerror}", part=job.part)


def convert_all(
    inputs: Iterable[Path | str],
    output: Path | str,
    syntax: Syntax = "rst",
    metadata: Mapping[str, Mapping[str, str]] | None = None,
    *,
    force: bool = False,
    processes: int = 1,
    done: Callable[[Outcome], None] | None = None,
) -> list[Outcome]:
    """Convert *inputs* (files, folders, globs) into the folder *output*, as ``sphinxext-eir convert`` does.

    *metadata* has the fields of each input under its path, its file's name, or that name without suffix. Inputs that are
    up to date are left alone, and so are sources that somebody edited, unless *force* is true. *processes* work at the same
    time; a script that asks for more than one has to guard its start by ``if __name__ == "__main__":``. *done* is called
    with each outcome as soon as it is known; the list of all outcomes is in the order of the inputs, and those that weren't read
    come last. Each post of a WordPress export is an input. Raises
    :class:`ConversionError` if there is no input, or if the folder can't be written to.
    """
    folder = Folder(Path(output), force=force)
    found = find_inputs(map(str, inputs))
    folder.open()
    paths, passed = passed_over(found, folder)
    plan = Plan(tuple(paths), syntax, version("sphinxext-eir"), metadata or {})
    try:
        outcomes = convert_jobs(plan.jobs(), folder, processes, done or (lambda _: None))
    finally:
        folder.close()
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
