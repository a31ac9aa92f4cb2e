"""The command line, ``sphinxext-eir``: the only place that prints."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from io import TextIOWrapper
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from . import __version__
from .conversion.batch import (
    Outcome,
    convert_jobs,
    not_converted,
    passed_over,
)
from .conversion.explanation import explain_with_passes
from .conversion.fields_table import read_fields_table
from .conversion.folder import Folder
from .conversion.inputs import find_inputs
from .conversion.jobs import Choice, Plan
from .conversion.pages import Page, ReportPages
from .conversion.pipeline import INPUTS
from .conversion.report import explanation, report, statistics, summary
from .conversion.transcript import ConversionError
from .migration import MigrationError, coloured, difference, keep, migrate, uncommitted, write
from .starter import WHEELS, Journal, begin, requirement, title_of
from .text.characters import visible
from .text.fields import FieldError
from .text.files import write_file
from .text.language_tags import read_language

if TYPE_CHECKING:
    from collections.abc import Sequence

WRONG = 1
MISUSED = 2
BAR = 30
"""Characters."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 for well done, 1 for something wrong, 2 for a misuse."""
    for stream in (
        sys.stdout,
        sys.stderr,
    ):  # a name of a file may be no Unicode, or more than a console can show
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    parsed = parser().parse_args(arguments)
    try:
        code: int = parsed.run(parsed)
    except (ConversionError, MigrationError) as error:
        say(f"sphinxext-eir: {error}", to=sys.stderr)
        return MISUSED
    except OSError as error:
        say(f"sphinxext-eir: {error.filename}: can't be written: {error.strerror}", to=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        say(to=sys.stderr)
        say("sphinxext-eir: interrupted; run it again to go on", to=sys.stderr)
        return 130
    return code


def say(line: str = "", *, to: TextIO | None = None) -> None:
    """Print a *line*, in which nothing that strangers wrote moves what else is shown."""
    print(visible(line), file=to or sys.stdout)


def parser() -> argparse.ArgumentParser:
    """Return the parser of arguments."""
    program = argparse.ArgumentParser("sphinxext-eir", description="Scholarly essays with Sphinx.")
    program.add_argument("--version", action="version", version=__version__)
    commands = program.add_subparsers(required=True, metavar="COMMAND")
    convert = commands.add_parser(
        "convert",
        help="make Sphinx sources of articles",
        description="Make Sphinx sources of articles, word for word.",
    )
    convert.add_argument(
        "inputs", nargs="+", metavar="INPUT", help=f"files, folders or globs ({', '.join(INPUTS)})"
    )
    convert.add_argument("-o", "--output", type=Path, metavar="DIR", help="where the sources go")
    convert.add_argument(
        "--include",
        action="append",
        default=[],
        metavar="GLOB",
        help="of these files, read only those that fit",
    )
    convert.add_argument(
        "--exclude", action="append", default=[], metavar="GLOB", help="leave out files and folders that fit"
    )
    convert.add_argument(
        "--explain",
        action="store_true",
        help="write nothing, but say what each part of an input is taken for, and why",
    )
    convert.add_argument(
        "--to", choices=("rst", "myst"), default="rst", help="reStructuredText (default) or MyST"
    )
    convert.add_argument(
        "--report",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="write the account of every word: as JSON or, to FILE.html, as pages that show each input beside its article",
    )
    convert.add_argument(
        "--metadata", type=Path, metavar="FILE.csv", help="fields by input, which win over what is found"
    )
    convert.add_argument(
        "--lang",
        type=language,
        metavar="TAG",
        help="the language of all inputs, such as de or pt-BR (default: the one that each is seen to be in)",
    )
    convert.add_argument(
        "--media",
        type=Path,
        metavar="DIR",
        help="the pictures of a WordPress export: a copy of its wp-content/uploads",
    )
    convert.add_argument(
        "--post-type",
        action="append",
        default=[],
        metavar="TYPE",
        help="of a WordPress export, convert posts of this type: post (default), page, or another",
    )
    convert.add_argument("--jobs", type=positive, default=1, metavar="N", help="convert N inputs at a time")
    convert.add_argument(
        "--force", action="store_true", help="convert all anew, and overwrite sources that were edited"
    )
    convert.set_defaults(run=run_convert, misused=convert.error)
    add_init(commands)
    add_check(commands)
    add_migrate(commands)
    return program


def add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command ``check``."""
    check = commands.add_parser(
        "check",
        help="find what an editor would find",
        description="Build a project without writing pages, and say of each article what an editor would.",
    )
    check.add_argument("directory", type=Path, metavar="DOCS", help="the folder of conf.py")
    check.add_argument(
        "--links",
        action="store_true",
        help="ask for each address that is cited, and name those that are gone",
    )
    check.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="what is printed: lines for people (default), JSON, or commands that GitHub shows in a pull request",
    )
    check.add_argument(
        "--report",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="also write the report: as JSON or, to FILE.html, as a page",
    )
    check.add_argument(
        "--fail-on",
        choices=("error", "warning", "info", "never"),
        default="error",
        help="the least severity for which the exit code is 1 (default: error)",
    )
    check.set_defaults(run=run_check)


def add_init(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command ``init``."""
    init = commands.add_parser(
        "init", help="begin a journal", description="Begin a journal of two essays that builds at once."
    )
    init.add_argument(
        "directory",
        type=Path,
        metavar="DIR",
        help="a folder that isn't there yet, or has nothing but a repository and virtual environments",
    )
    init.add_argument("--myst", action="store_true", help="pages in MyST, not in reStructuredText")
    init.add_argument("--title", help="the journal's name (default: the folder's)")
    init.add_argument(
        "--package",
        default="",
        metavar="SOURCE",
        help="where others install sphinxext-eir from, as pip takes it: an address (git+https://…) or a requirement",
    )
    init.set_defaults(run=run_init)


def add_migrate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command ``migrate``."""
    move = commands.add_parser(
        "migrate",
        help="leave sphinxcontrib-bibtex",
        description="Turn the citations, lists and settings of a project that uses sphinxcontrib-bibtex into ours.",
    )
    move.add_argument("directory", type=Path, metavar="DIR", help="the folder of conf.py, or one above it")
    move.add_argument(
        "--write", action="store_true", help="change the files; without it, a patch shows what would change"
    )
    move.add_argument(
        "--force", action="store_true", help="also write files with changes that aren't committed"
    )
    move.set_defaults(run=run_migrate)


def positive(text: str) -> int:
    """Read a number of processes."""
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def language(text: str) -> str:
    """Read the tag of a language."""
    try:
        return read_language(text)
    except FieldError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not {error.expected}") from error


def run_convert(parsed: argparse.Namespace) -> int:
    """Convert, and say what became of each input."""
    if parsed.explain:
        return run_explain(parsed)
    if parsed.output is None:
        parsed.misused("one of the arguments -o/--output --explain is required")
    inputs = find_inputs(parsed.inputs, parsed.include, parsed.exclude)
    rows = read_fields_table(parsed.metadata) if parsed.metadata else {}
    progress = Progress()
    number = count(1)
    reports = [path for path in parsed.report if path.suffix.lower() not in (".html", ".htm")]
    books = [ReportPages(path, inputs.found) for path in parsed.report if path not in reports]
    with Folder(parsed.output, force=parsed.force, waits=lambda: say_waiting(parsed.output)) as folder:
        paths, passed = passed_over(inputs, folder)
        plan = Plan(tuple(paths), parsed.to, __version__, rows, choice(parsed), common=common(parsed))

        def done(outcome: Outcome) -> None:
            progress.show(next(number), plan.total, Path(outcome.output or outcome.path).name)
            write_pages(books, outcome)

        try:
            outcomes = convert_jobs(
                plan.jobs(),
                folder,
                parsed.jobs,
                done,
                keep=lambda outcome: outcome.settled(reported=bool(reports)),
            )
        finally:
            progress.clear()
    for name in plan.unknown():
        say(f"sphinxext-eir: {parsed.metadata}: there is no input {name!r}", to=sys.stderr)
    others = [*passed, *not_converted(plan)]
    for outcome in others:
        write_pages(books, outcome)
    outcomes += others
    for line in summary(outcomes):
        say(line)
    if folder.libraries:
        say(f"{', '.join(folder.libraries)}: name it in eir_bibliography_files, for articles cite from it")
    for path in reports:
        write_file(path, report(outcomes).encode("utf-8", "backslashreplace"))
    for book in books:
        write_page(book.contents())
    return 0 if all(outcome.good for outcome in outcomes) else WRONG


def say_waiting(folder: Path) -> None:
    """Say why nothing happens yet."""
    say(f"sphinxext-eir: {folder}: another run writes into it, and is waited for", to=sys.stderr)


def choice(parsed: argparse.Namespace) -> Choice:
    """Return what the user wants of exports. Raises :class:`ConversionError`."""
    if parsed.media and not parsed.media.is_dir():
        raise ConversionError(f"{parsed.media}: is no folder: --media takes a copy of wp-content/uploads")
    return Choice(tuple(dict.fromkeys(parsed.post_type)), parsed.media)


def common(parsed: argparse.Namespace) -> dict[str, str]:
    """Return the fields that the user gives to all inputs."""
    return {"lang": parsed.lang} if parsed.lang else {}


def write_pages(books: Sequence[ReportPages], outcome: Outcome) -> None:
    """Write the page on an input into each report that is made of pages."""
    for book in books:
        for page in book.page(outcome):
            write_page(page)


def write_page(page: Page) -> None:
    """Write a page of a report."""
    write_file(page.path, page.text.encode("utf-8", "backslashreplace"))


def run_explain(parsed: argparse.Namespace) -> int:
    """Explain how each input is read, one after the other."""
    inputs = find_inputs(parsed.inputs, parsed.include, parsed.exclude)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    code = 0
    plan = Plan(inputs.found, "rst", __version__, choice=choice(parsed), common=common(parsed))
    for n, job in enumerate(plan.jobs()):
        name = f"{job.path}{job.part}"
        if plan.total > 1:
            if n:
                say()
            say(name)
        try:
            explained, passes = explain_with_passes(job.read(), parsed.lang or "")
        except (ConversionError, OSError) as error:
            say(f"sphinxext-eir: {name}: {error}", to=sys.stderr)
            code = WRONG
            continue
        for line in explanation(explained, width):
            say(line)
        say()
        for line in statistics(passes):
            say(line)
    for left in inputs.unread:
        if left.wrong:
            say(f"sphinxext-eir: {left.path}: not read: {left.reason}", to=sys.stderr)
            code = WRONG
    return code


def run_init(parsed: argparse.Namespace) -> int:
    """Write a starter journal, and say how to build and publish it."""
    folder: Path = parsed.directory
    needed = requirement(parsed.package)
    try:
        begin(folder, Journal(parsed.title or title_of(folder), needed, parsed.myst))
    except OSError as error:
        say(f"sphinxext-eir: {error}", to=sys.stderr)
        return WRONG
    say(f"Build it: sphinx-build -nW {folder} {folder / '_build'}")
    say(f"Read it: {folder / '_build' / 'index.html'}")
    if needed.wheel_of:
        say(f"Before you publish: pip wheel --no-deps --wheel-dir {folder / WHEELS} {needed.wheel_of}")
    return 0


def run_check(parsed: argparse.Namespace) -> int:
    """Check a project, and say what was found."""
    # It builds, and the other commands do without Sphinx.
    from .features.checks.pages import page
    from .features.checks.report import as_github, as_json, is_failed, lines_of
    from .features.checks.run import CheckError, check

    progress = Progress()
    try:
        report = check(parsed.directory, links=parsed.links, progress=progress.show)
    except CheckError as error:
        say(f"sphinxext-eir: {error}", to=sys.stderr)
        return MISUSED
    finally:
        progress.clear()
    folder = shown(parsed.directory.resolve())
    folder = "" if folder == "." else f"{folder}/"
    if parsed.format == "json":
        print(as_json(report), end="")
    elif parsed.format == "github":
        for line in as_github(report, folder):
            say(line)
    else:
        colours = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        for line in lines_of(report, shutil.get_terminal_size().columns, folder, colours=colours):
            print(line)  # with colours of ours
    for path in parsed.report:
        is_page = path.suffix.lower() in (".html", ".htm")
        write_file(
            path, (page(report, parsed.directory.resolve().name) if is_page else as_json(report)).encode()
        )
    return WRONG if is_failed(report, parsed.fail_on) else 0


def run_migrate(parsed: argparse.Namespace) -> int:
    """Show what a project becomes, or write it, and say what is left to do."""
    migration = migrate(parsed.directory)
    paths = [change.path for change in migration.changes]
    kept: list[Path] = []
    if parsed.write:
        if not parsed.force and (changed := uncommitted(paths)):
            names = ", ".join(map(shown, changed))
            raise MigrationError(f"commit what you changed first, or give --force: {names}")
        kept = keep(paths)
        for change in migration.changes:
            write(change)
    else:
        paint = painted if sys.stdout.isatty() else str  # in a pipe, it is a patch
        for change in migration.changes:
            sys.stdout.writelines(map(paint, difference(change, Path(shown(change.path)))))
    sys.stdout.flush()
    for message in migration.messages:
        place = f"{shown(message.path)}:{message.line}" if message.line else shown(message.path)
        say(f"{place}: {'by hand: ' if message.todo else ''}{message.text}", to=sys.stderr)
    todo = sum(message.todo for message in migration.messages)
    say(outcome(len(paths), todo, len(kept), written=parsed.write), to=sys.stderr)
    return WRONG if todo else 0


def painted(line: str) -> str:
    """Return a line of a patch as a terminal shows it."""
    line = f"{visible(line.removesuffix(chr(10)))}\n"
    return line if os.environ.get("NO_COLOR") else coloured(line)


def outcome(files: int, todo: int, kept: int, *, written: bool) -> str:
    """Return the last line about a migration of *files*, of which *kept* were copied first."""
    if not files:
        done = "nothing to migrate"
    else:
        many = f"{files} file{'' if files == 1 else 's'}"
        done = f"{many} written" if written else f"{many} would change; --write changes them"
    if kept:
        done += (
            f"; {'it is' if kept == 1 else 'they are'} under no version control: NAME.orig is what was there"
        )
    return f"{done}; {todo} to do by hand" if todo else done


def shown(path: Path) -> str:
    """Return a path as it is from here, if it is below."""
    path = path.absolute()
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)


class Progress:
    """A bar on a terminal; in a pipe, nothing."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty()

    def show(self, count: int, total: int, name: str) -> None:
        """Say that *count* of *total* are done, the last or the next being called *name*."""
        if self.shown and total > 1:
            full = BAR * count // total
            line = "█" * full + "░" * (BAR - full) + f" {count}/{total} {visible(name[:40])}"
            print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Leave the line to what follows."""
        if self.shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
