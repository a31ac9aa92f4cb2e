"""Pandoc: found or named as missing; children that die, hang, talk or are told to do harm."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.csl_contexts import context, in_mode, texts
from support.paths import TESTS

from sphinxext_eir.csl.children import Child, Children, Patience, RequestError
from sphinxext_eir.csl.formatting import Formatter
from sphinxext_eir.csl.model import Cite, Mode
from sphinxext_eir.csl.pandoc import Pandoc, PandocError, find_pandoc
from sphinxext_eir.csl.sources import read_source

if TYPE_CHECKING:
    from collections.abc import Callable

posix = pytest.mark.skipif(os.name != "posix", reason="a script as a program, and signals")


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """Return what leaves one pandoc, or none, on the machine."""

    def leave(path: Path | None) -> None:
        monkeypatch.setattr("sphinxext_eir.csl.pandoc._packaged", lambda: None)
        monkeypatch.setattr("shutil.which", lambda *_, **__: str(path) if path else None)

    return leave


# Finding


def test_without_pandoc_the_install_is_named(only: Callable[[Path | None], None]) -> None:
    only(None)
    with pytest.raises(PandocError, match=r"needs pandoc: pip install 'sphinxext-eir\[csl\]'"):
        find_pandoc()
    with pytest.raises(PandocError):
        Formatter(None)


@posix
@pytest.mark.parametrize(
    ("says", "message"),
    [
        ("print('pandoc 2.17.1.1')", r"needs pandoc 3.2 or later \(.*version 2.17.1.1\): pip install"),
        ("print('pandoc 3.1.13')", "version 3.1.13"),
        ("print('hello')", "no pandoc that runs"),
        ("raise SystemExit(1)", "no pandoc that runs"),
    ],
)
def test_a_pandoc_that_is_too_old_is_named(
    program_of: Callable[[str], Path], only: Callable[[Path], None], says: str, message: str
) -> None:
    only(program_of(says))
    with pytest.raises(PandocError, match=message):
        find_pandoc()


@posix
def test_the_version_is_asked_for_once(
    program_of: Callable[[str], Path], only: Callable[[Path], None], tmp_path: Path
) -> None:
    path = program_of(f"print('pandoc 3.10'); open({str(tmp_path / 'asked')!r}, 'a').write('x')")
    only(path)
    assert find_pandoc(tmp_path) == find_pandoc(tmp_path) == Pandoc(path, "3.10")
    assert (tmp_path / "asked").read_text() == "x"
    path.write_text(path.read_text().replace("3.10", "2.0"))
    with pytest.raises(PandocError):
        find_pandoc(tmp_path)


# Children that go wrong


@posix
def test_a_child_that_hangs_is_a_message(
    program_of: Callable[[str], Path], only: Callable[[Path], None]
) -> None:
    path = program_of(
        "import sys, time\nif sys.argv[1] == '--version': print('pandoc 3.9')\nelse: time.sleep(60); open(__file__ + '.done', 'w')"
    )
    only(path)
    with Formatter(None, timeout=0.5) as formatter:
        (answer,) = formatter.format(
            [context("Blank2000", in_mode(Mode.NARRATIVE, Cite("Clark2001", locator="12")))]
        )
    assert not path.with_name(f"{path.name}.done").exists()  # nobody waited for it
    assert texts(answer) == ["(Blank 2000)", "Clark (2001, p. 12)"]
    assert answer.messages == ("citations are set plainly: pandoc took longer than 0.5 seconds",)


@posix
@pytest.mark.parametrize(
    "does",
    ["raise SystemExit(3)", "print('+{')", "print('+' + '[' * 100000)", "print('nonsense')", "print('+{}')"],
)
def test_a_child_that_stops_or_babbles_is_a_message(
    program_of: Callable[[str], Path], only: Callable[[Path], None], does: str
) -> None:
    only(
        program_of(
            f"import sys\nif sys.argv[1] == '--version': print('pandoc 3.9')\nelse:\n sys.stdin.readline()\n {does}"
        )
    )
    with Formatter(None) as formatter:
        (answer,) = formatter.format([context("Blank2000")])
    assert texts(answer) == ["(Blank 2000)"]
    assert answer.messages[0].startswith("citations are set plainly: pandoc")


@posix
def test_a_child_that_is_killed_is_started_again(pandoc: Pandoc, tmp_path: Path) -> None:
    with Children(pandoc, tmp_path, jobs=1) as children:
        convert = ("convert", "biblatex", "@book{a, title={T}}")
        assert children.ask(*convert)[0]["title"] == "T"
        os.kill(children._children[0]._process.pid, signal.SIGKILL)
        assert children.ask(*convert)[0]["title"] == "T"


@posix
@pytest.mark.usefixtures("pandoc")
def test_children_killed_in_mid_work_lose_no_context() -> None:
    contexts = [context("Blank2000", Cite("Clark2001", locator=str(n)), name=str(n)) for n in range(60)]
    with Formatter(None, jobs=2) as formatter:

        def kill() -> None:
            for _ in range(4):
                time.sleep(0.1)
                for child in formatter._children._children:
                    if child._process:
                        child._process.kill()

        killer = threading.Thread(target=kill)
        killer.start()
        answers = formatter.format(contexts)
        killer.join()
    assert [texts(answer)[1] for answer in answers] == [f"(Clark 2001, p. {n})" for n in range(60)]


def test_a_child_that_ended_between_two_requests_leaves_no_pipe_open(pandoc: Pandoc, tmp_path: Path) -> None:
    child = Child(pandoc, tmp_path, Patience(60))
    child.ask("convert", "biblatex", "")
    first = child._process
    assert first is not None
    first.kill()
    first.wait()
    child.ask("convert", "biblatex", "")
    assert child._process is not first
    assert [pipe.closed for pipe in (first.stdin, first.stdout) if pipe] == [True, True]
    child.close()
    child.join()


def test_closing_ends_a_request_under_way(pandoc: Pandoc, tmp_path: Path) -> None:
    child = Child(pandoc, tmp_path, Patience(60))
    slow = "@book{a, title={T}}\n" * 20_000
    caught: list[Exception] = []

    def ask() -> None:
        try:
            child.ask("convert", "biblatex", slow)
        except RequestError as error:
            caught.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    time.sleep(0.3)
    process = child._process
    child.close()
    thread.join(10)
    child.join()
    assert caught
    assert process is not None
    assert process.poll() is not None
    with pytest.raises(RequestError, match="being stopped"):
        child.ask("convert", "biblatex", "")


def test_each_request_that_takes_too_long_lets_the_next_take_half_as_long() -> None:
    patience = Patience(30, shortest=5, most=60)
    given = []
    while not patience.refusal:
        given.append(patience.seconds)
        patience.lose()
    assert given == [30, 15, 7.5, 5, 5]
    assert patience.refusal == "others took longer than 60 seconds"


def test_without_a_shortest_time_each_request_may_take_as_long() -> None:
    patience = Patience(30)
    patience.lose()
    assert (patience.seconds, patience.refusal) == (30, "")


def test_nothing_is_asked_once_others_took_too_long(tmp_path: Path) -> None:
    patience = Patience(30, most=20)
    patience.lose()
    child = Child(Pandoc(Path("nowhere"), "3.9"), tmp_path, patience)
    with pytest.raises(RequestError, match="others took longer than 20 seconds"):
        child.ask("convert", "biblatex", "")


def test_no_child_is_left(pandoc: Pandoc, tmp_path: Path) -> None:
    with Children(pandoc, tmp_path, jobs=3) as children:
        children.map(lambda _: children.ask("convert", "biblatex", "@book{a, title={T}}"), range(9))
        processes = [child._process for child in children._children if child._process]
        assert processes
    assert all(process.poll() is not None for process in processes)


@pytest.mark.usefixtures("pandoc")
def test_no_file_is_left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    with Formatter(None) as formatter:
        formatter.format([context()])
    assert list(tmp_path.iterdir()) == []


def test_errors_end_no_child(pandoc: Pandoc, tmp_path: Path) -> None:
    with Children(pandoc, tmp_path, jobs=1) as children:
        for request in (
            ("convert", "klingon", "x"),
            ("dance",),
            (),
            ("format", "x", "y"),
            ("format", "W10=", "{}"),
            ("convert", "biblatex", "@book{"),
        ):
            with pytest.raises(RequestError):
                children.ask(*request)
        assert children.ask("convert", "biblatex", "@book{a, title={T}}")
        pid = children._children[0]._process.pid
        assert children.ask("convert", "biblatex", "@book{a, title={T}}")
        assert children._children[0]._process.pid == pid


# Children that talk, and orders they don't take


SCRIPT = """
from support.csl_contexts import context
from sphinxext_eir.csl.formatting import Formatter
from sphinxext_eir.csl.model import Cite
items = {"x": {"type": "book", "title": "T"}}
with Formatter(None) as formatter:
    answer = formatter.format([context(*[Cite("x")] * 3000, style="silent", items=items)])[0]
assert len(answer.citations) == 3000
"""


@pytest.mark.usefixtures("pandoc")
def test_three_thousand_warnings_reach_no_terminal_and_stop_nothing() -> None:
    path = os.pathsep.join([str(TESTS), *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
        timeout=100,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("", "")


@pytest.mark.usefixtures("pandoc")
def test_the_environment_gives_no_orders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    touched = tmp_path / "touched"
    for name in ("LUA_INIT", "LUA_INIT_5_4"):
        monkeypatch.setenv(name, f"io.open({str(touched)!r}, 'w'):close()")
    (tmp_path / "pandoc").mkdir()
    (tmp_path / "pandoc" / "init.lua").write_text(f"io.open({str(touched)!r}, 'w'):close()")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with Formatter(None) as formatter:
        formatter.format([context("Blank2000")])
    assert not touched.exists()


@pytest.mark.usefixtures("pandoc")
@pytest.mark.parametrize("name", ["with space", "50%20", "ünïcode", "-dash", "'quote'"])
def test_directories_may_have_any_name(tmp_path: Path, name: str) -> None:
    with Formatter(tmp_path / name) as formatter:
        (answer,) = formatter.format([context("Blank2000")])
    assert texts(answer) == ["(Blank 2000)"]
    assert not answer.messages


@pytest.mark.usefixtures("pandoc")
def test_a_cache_that_cannot_be_written_to_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Formatter(tmp_path / "file" / "cache") as formatter:
        (answer,) = formatter.format([context("Blank2000")])
    assert texts(answer) == ["(Blank 2000)"]


@pytest.mark.usefixtures("pandoc")
def test_a_bibliography_includes_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    bib = tmp_path / "a.bib"
    bib.write_text(f"@book{{a, title={{\\input{{{secret}}} \\include{{{secret}}} T}}}}")
    yaml = tmp_path / "a.yaml"
    yaml.write_text(f"- id: a\n  title: '![T]({secret})'\n- id: b\n  title: !include {secret}\n")
    other = tmp_path / "b.yaml"
    (tmp_path / "other.bib").write_text("@book{c, title={SECRET}}")
    other.write_text(
        f"- id: a\n  title: A\nbibliography: {tmp_path / 'other.bib'}\nnocite: '@*'\n- id: b\n  title: B\n"
    )
    for path in (bib, yaml, other):
        assert "SECRET" not in repr(read_source(path).items(["a", "b"]))


@posix
@pytest.mark.usefixtures("pandoc")
def test_a_child_ends_with_its_parent() -> None:
    script = """
import os, signal, sys
from pathlib import Path
from sphinxext_eir.csl.children import Children
from sphinxext_eir.csl.pandoc import find_pandoc
children = Children(find_pandoc(), Path("."))
children.ask("convert", "biblatex", "@book{a, title={T}}")
print(children._children[1]._process.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, timeout=60, check=False
    )
    pid = int(done.stdout)
    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        if f"{pid} (pandoc) Z" in Path(f"/proc/{pid}/stat").read_text("utf-8"):
            return  # nobody has buried it yet
        time.sleep(0.05)
    pytest.fail("the child is still there")
