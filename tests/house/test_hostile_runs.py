"""Runs that are killed, run twice at once, or given what ends the program that reads it: each ends as one that wasn't."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sphinxext_eir import cli
from sphinxext_eir.conversion import folder as folder_module
from sphinxext_eir.conversion.folder import JOURNAL, RECORD, Folder
from sphinxext_eir.conversion.jobs import Job
from sphinxext_eir.conversion.pipeline import convert
from sphinxext_eir.conversion.transcript import ConversionError
from sphinxext_eir.conversion.workers import Limits, run_jobs
from sphinxext_eir.text.files import write_file

if TYPE_CHECKING:
    from support.sphinx_project import Project

    from sphinxext_eir.conversion.pipeline import Syntax

pytestmark = pytest.mark.worker

MANY = 24
CONVERT = [sys.executable, "-m", "sphinxext_eir", "convert"]
TEXT = (
    "Title Number {}\n\nWritten by: Jane Doe\nDate written: March 2012\n\nThis is a sentence of the text.\n"
)


def pdf(*objects: bytes) -> bytes:
    """Return a PDF without a table of its objects, which readers make."""
    numbered = b"".join(b"%d 0 obj %b endobj\n" % (n, one) for n, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + numbered + b"trailer <</Root 1 0 R/Size %d>>\n%%%%EOF" % (len(objects) + 1)


def stream(entries: bytes, data: bytes) -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(data), data)


FORM_IN_ITSELF = pdf(
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</XObject<</F 5 0 R>>>>/Contents 4 0 R>>",
    stream(b"", b"/F Do"),
    stream(
        b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</F 5 0 R>>>>",
        b"/F Do /F Do /F Do",
    ),
)
"""A form that draws itself, and again: PDFium takes all memory for it."""
PACKED = zlib.compress(b"q Q 0 0 m 1 1 l S\n" * 20_000_000, 9)
ENDLESS = pdf(
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
    stream(b"/Filter/FlateDecode", PACKED),
)
"""Lines that unpack into hundreds of megabytes of drawing."""


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Return a folder of texts."""
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(MANY):
        words = " ".join(f"This is sentence {m} of text {n}." for m in range(1500))
        (folder / f"essay{n:02}.txt").write_text(TEXT.format(n) + f"\n{words}\n", encoding="utf-8")
    return folder


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def children_of(pid: int) -> list[int]:
    """Return the processes that *pid* has started, and those that they have."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        if int(fields[1]) == pid:
            child = int(stat.parent.name)
            found += [child, *children_of(child)]
    return found


def lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.program
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc tells of processes")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_run_that_is_killed_is_gone_on_with(
    many: Path, tmp_path: Path, how: signal.Signals, processes: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    # Where tests run in the background, they ignore Ctrl-C, and so would what they start.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    run = subprocess.Popen(
        [*CONVERT, str(many), "-o", str(out), "--jobs", processes],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    signal.signal(signal.SIGINT, before)
    while len(list(out.glob("*.rst"))) < 4:
        time.sleep(0.01)
    started = children_of(run.pid)
    assert started
    run.send_signal(how)
    run.wait()
    written = {path.name: path.stat().st_mtime_ns for path in out.glob("*.rst")}
    assert len(written) < MANY
    deadline = time.monotonic() + 10
    while any(map(lives, started)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(lives, started))
    assert cli.main(["convert", str(many), "-o", str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == [
        RECORD,
        *(f"essay{n:02}.rst" for n in range(MANY)),
    ]
    again = [name for name, stamp in written.items() if (out / name).stat().st_mtime_ns != stamp]
    assert len(again) <= 1  # the one that was under way
    assert " up to date" in capsys.readouterr().out


@pytest.mark.program
def test_two_runs_at_once_into_one_folder_lose_nothing(many: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    half = sorted(many.iterdir())
    runs = [
        subprocess.Popen(
            [*CONVERT, *map(str, part), "-o", str(out)],
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for part in (half[: MANY // 2], half[MANY // 2 :], half)
    ]
    said = [run.communicate()[1].decode() for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0]
    assert any("another run writes into it, and is waited for" in one for one in said)
    assert len(json.loads((out / RECORD).read_text())) == MANY
    assert len(list(out.glob("*.rst"))) == MANY
    assert cli.main(["convert", str(many), "-o", str(out)]) == 0
    assert len(list(out.glob("*.rst"))) == MANY


@pytest.mark.parametrize(
    "damage", [b"[" * 100_000, b"[]", b"5", b'{"a.rst"', b"\xff\xfe", b'{"\\ud800.rst": {}}']
)
def test_a_damaged_record_is_named_or_is_none(
    tmp_path: Path, damage: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.txt").write_text(TEXT.format(1), encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / RECORD).write_bytes(damage)
    code = cli.main(["convert", str(tmp_path / "one.txt"), "-o", str(out)])
    if code:
        said = capsys.readouterr().err
        assert f"{out / RECORD}: the record of earlier runs can't be read" in said
        assert "move it away" in said
    else:
        assert (out / "one.rst").exists()


def as_killed(folder: Folder) -> Folder:
    """Return *folder* as the next run finds it if this one is killed now, and let it end."""
    left = folder.path.with_name("left")
    shutil.copytree(folder.path, left)
    folder.close()
    return Folder(left)


def test_a_journal_with_a_half_line_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT.format(1), encoding="utf-8")
    out = tmp_path / "out"
    assert cli.main(["convert", str(tmp_path / "one.txt"), "-o", str(out)]) == 0
    entries = json.loads((out / RECORD).read_text())
    line = json.dumps(["one.rst", entries["one.rst"]])
    (out / RECORD).unlink()
    (out / JOURNAL).write_text(f"{line}\n{line[:20]}")
    stamp = (out / "one.rst").stat().st_mtime_ns
    assert cli.main(["convert", str(tmp_path / "one.txt"), "-o", str(out)]) == 0
    assert [path.name for path in out.glob("*.rst")] == ["one.rst"]
    assert (out / "one.rst").stat().st_mtime_ns == stamp


def test_a_line_that_a_full_disk_has_cut_doesn_t_spoil_the_next(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT.format(1), encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / JOURNAL).write_bytes(b'["half.rst", {"inp')
    folder = Folder(out)
    folder.open()
    job = Job(tmp_path / "one.txt", "rst")
    folder.put(job, job.convert())
    with as_killed(folder) as again:
        assert again.is_up_to_date(job)


def test_a_disk_that_is_full_ends_no_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for n in (1, 2):
        (tmp_path / f"{n}.txt").write_text(TEXT.format(n), encoding="utf-8")
    out = tmp_path / "out"
    inputs = [str(tmp_path / f"{n}.txt") for n in (1, 2)]
    with monkeypatch.context() as full:

        def write(path: Path, data: bytes) -> None:
            if path.name != "1.rst":
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            write_file(path, data)

        full.setattr(folder_module, "write_file", write)
        assert cli.main(["convert", *inputs, "-o", str(out)]) == 1
    said = capsys.readouterr().out
    assert f"2.txt: failed: it can't be written: {os.strerror(errno.ENOSPC)}" in said
    assert "1 converted, 1 failed" in said
    assert cli.main(["convert", *inputs, "-o", str(out)]) == 0
    assert "1 converted, 1 up to date" in capsys.readouterr().out
    assert sorted(path.name for path in out.iterdir()) == [RECORD, "1.rst", "2.rst"]


def test_a_run_that_is_killed_knows_what_its_sources_cite_from(tmp_path: Path) -> None:
    pytest.importorskip("yaml")
    (tmp_path / "refs.bib").write_text("@book{Blank2000, title={A Title}}", encoding="utf-8")
    words = "---\ntitle: A Title\nauthor: Jane Doe\nbibliography: refs.bib\n---\n\nWords [@Blank2000].\n"
    (tmp_path / "one.qmd").write_text(words, encoding="utf-8")
    job = Job(tmp_path / "one.qmd", "rst")
    folder = Folder(tmp_path / "out")
    folder.open()
    folder.put(job, job.convert())
    with as_killed(folder) as again:
        assert again.libraries == ("refs.bib",)
        assert again.record == folder.record


def test_what_a_killed_run_hadn_t_finished_is_swept(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "one.images"):
        folder.mkdir(exist_ok=True)
        (folder / ".a.png.12.34.tmp").touch()
        (folder / ".mine.tmp").touch()
    with Folder(tmp_path):
        pass
    assert sorted(path.name for path in tmp_path.rglob(".*.tmp")) == [".mine.tmp", ".mine.tmp"]


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
@pytest.mark.parametrize("name", [RECORD, JOURNAL, "one.rst"])
def test_a_pipe_in_the_place_of_a_file_of_ours_isn_t_waited_for(tmp_path: Path, name: str) -> None:
    (tmp_path / "one.txt").write_text(TEXT.format(1), encoding="utf-8")
    out = tmp_path / "out"
    assert cli.main(["convert", str(tmp_path / "one.txt"), "-o", str(out)]) == 0
    (out / name).unlink(missing_ok=True)
    os.mkfifo(out / name)
    assert cli.main(["convert", str(tmp_path / "one.txt"), "-o", str(out)]) == (2 if name == RECORD else 0)


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
def test_a_pipe_in_the_place_of_a_known_input_isn_t_waited_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, out = tmp_path / "one.txt", tmp_path / "out"
    text.write_text(TEXT.format(1), encoding="utf-8")
    assert cli.main(["convert", str(text), "-o", str(out)]) == 0
    text.unlink()
    os.mkfifo(text)
    assert cli.main(["convert", str(text), "-o", str(out)]) == 1
    assert "it is no regular file" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are Unicode there")
def test_files_that_are_none_and_names_that_are_no_text_stop_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "ok.txt").write_text(TEXT.format(1), encoding="utf-8")
    (folder / os.fsdecode(b"na\xefve.txt")).write_text(TEXT.format(2), encoding="utf-8")
    (folder / os.fsdecode(b"\x93\xfa.html")).write_text("<p>Words without a title.</p>", encoding="utf-8")
    (folder / "self.txt").symlink_to("self.txt")
    os.mkfifo(folder / "pipe.txt")
    assert cli.main(["convert", str(folder), "-o", str(out)]) == 1
    said = capsys.readouterr().out
    assert "3 converted, 2 not read" in said
    assert f"not read (it is no regular file): {folder / 'pipe.txt'}" in said
    assert f"not read (it is a link that leads nowhere): {folder / 'self.txt'}" in said
    assert cli.main(["convert", str(folder), "-o", str(out), "--report", str(tmp_path / "r.json")]) == 1
    assert "3 up to date" in capsys.readouterr().out
    assert len(list(out.glob("*.rst"))) == 3
    for named in ("pipe.txt", "self.txt"):
        assert cli.main(["convert", str(folder / named), "-o", str(out)]) in (1, 2)


MOVING = "\x1b[2J\x07\x85\u2028\u202e\u2066\n."
SEEN = r"\x1b[2J\x07\x85\u2028\u202e\u2066\n."


@pytest.mark.skipif(sys.platform == "win32", reason="has no such names")
def test_no_name_of_a_file_and_no_word_moves_what_a_terminal_shows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / f"{MOVING}.txt").write_bytes(b"")
    (folder / f"{MOVING}.doc").write_bytes(b"\xd0\xcf")
    (folder / f"{MOVING}.bib").write_bytes(b"")
    words = (
        "A Title\n\nBy Jane Doe\n\nWords \x1b[31m with \u202ea turn\N{POP DIRECTIONAL FORMATTING} in them.\n"
    )
    (folder / "words.txt").write_text(words, encoding="utf-8")
    rows = tmp_path / "rows.csv"
    rows.write_text("input,title\nother\u202e,Title\n", encoding="utf-8")
    assert cli.main(["convert", str(folder), "-o", str(out), "--metadata", str(rows)]) == 1
    assert cli.main(["convert", f"{folder}/{MOVING}.txt", f"{folder}/words.txt", "--explain"]) == 1
    assert cli.main(["convert", f"{folder}/{MOVING}.nothing", "-o", str(out)]) == 2
    said = "".join(capsys.readouterr())
    for suffix in ("txt", "doc", "bib", "nothing"):
        assert f"{SEEN}.{suffix}" in said
    assert set(MOVING) & set(said) <= set("\n.[2J")
    assert r"with \u202ea turn\u202c in" in said


LITTLE = Limits(seconds=10, memory=400 * 2**20)


@pytest.mark.parametrize("hostile", [FORM_IN_ITSELF, ENDLESS], ids=["memory", "time"])
def test_a_pdf_that_asks_for_everything_costs_itself_alone(tmp_path: Path, hostile: bytes) -> None:
    pytest.importorskip("pypdfium2")
    (tmp_path / "a.pdf").write_bytes(hostile)
    for name in ("b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT.format(1), encoding="utf-8")
    todo = [Job(tmp_path / name, "rst") for name in ("a.pdf", "b.txt", "c.txt")]
    (_, failed), *others = run_jobs(todo, 1, LITTLE)
    assert isinstance(failed, str)
    assert "longer than 10 seconds" in failed or "memory" in failed
    assert not any(isinstance(result, str) for _, result in others)


def test_no_bad_input_stops_a_build(project: Project) -> None:
    pytest.importorskip("pypdfium2")
    sources = project.root
    project.write(
        {
            "index.rst": "Title\n=====\n\n.. eir:import:: pipe.txt\n\n.. eir:import:: self.txt\n\n.. eir:import:: q.txt\n\nWords.\n",
            "q.txt": "A Title\n\nWritten by: Jane Doe\n\nSee ![a view](loop.png) here.\n",
        }
    )
    os.mkfifo(sources / "pipe.txt")
    (sources / "self.txt").symlink_to("self.txt")
    (sources / "loop.png").symlink_to("loop.png")
    build = project.build()
    assert "Words." in build.page("index").get_text()
    assert any("pipe.txt: it is no regular file" in warning for warning in build.warnings)
    assert any("self.txt" in warning for warning in build.warnings)
    assert any("the picture 'loop.png' isn't there" in warning for warning in build.warnings)


LOOPING = {
    "page.html": "<article><h1>A Title</h1><p>Words of the text.</p><img src='{}' alt='a view'></article>",
    "text.md": "---\ntitle: A Title\nauthor: Jane Doe\n---\n\nWords of the text.\n\n![a view]({})\n",
    "text.txt": "A Title\n\nWritten by: Jane Doe\n\nWords of the text. ![a view]({})\n",
    "article.xml": (
        '<article xmlns:x="http://www.w3.org/1999/xlink"><front><article-meta/></front><body><p>Words of the text.</p>'
        '<fig><graphic x:href="{}"/></fig></body></article>'
    ),
}


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
@pytest.mark.parametrize("address", ["loop.png", "a%00b.png", f"{'x' * 400}.png", "/dev/zero.png", "dir.png"])
@pytest.mark.parametrize("name", LOOPING)
def test_a_picture_that_no_file_can_be_costs_itself_alone(tmp_path: Path, name: str, address: str) -> None:
    pytest.importorskip("selectolax")
    pytest.importorskip("yaml")
    (tmp_path / "loop.png").symlink_to("loop.png")
    (tmp_path / "dir.png").mkdir()
    (tmp_path / name).write_text(LOOPING[name].format(address), encoding="utf-8")
    article = convert(tmp_path / name).value
    assert "Words of the text." in article.text
    assert article.images == ()


def test_no_portrait_and_no_library_that_no_file_can_be_stops_a_build(project: Project) -> None:
    for suffix in ("png", "json"):
        (project.root / f"loop.{suffix}").symlink_to(f"loop.{suffix}")
    people = {
        "a": {"name": "A Doe", "portrait": "loop.png"},
        "b": {"name": "B Doe", "portrait": "a\0b.png"},
        "c": {"name": "C Doe", "portrait": "x" * 400},
    }
    build = project.write(
        {"index.rst": "Title\n=====\n\nWords.\n\n.. eir:bibliography::\n", "people.json": json.dumps(people)}
    ).build(eir_people="people.json", eir_bibliography_files=["loop.json"])
    assert "Words." in build.page("index").get_text()
    assert [
        key for key in people if any(f"{key}: portrait: there is no file" in one for one in build.warnings)
    ]
    assert any("loop.json" in warning for warning in build.warnings)


@pytest.mark.parametrize(("syntax", "element", "most"), [
    ("rst", "<ul><li>", 30), ("rst", "<blockquote>", 60), ("myst", "<ul><li>", 9), ("myst", "<blockquote>", 19),
])  # fmt: skip
def test_blocks_stand_in_one_another_as_deeply_as_a_build_reads_them(
    project: Project, syntax: Syntax, element: str, most: int
) -> None:
    pytest.importorskip("selectolax")
    pytest.importorskip("myst_parser")
    page, more = project.root / "page.html", project.root / "more.html"
    for path, times in ((page, most), (more, most + 1)):
        words = "".join(f"{element}<p>Words-{n}</p>" for n in range(times))
        path.write_text(f"<article><h1>A Title</h1>{words}</article>", encoding="utf-8")
    with pytest.raises(ConversionError, match="nested too deeply"):
        convert(more, syntax)
    name = "index.rst" if syntax == "rst" else "index.md"
    build = project.write({name: convert(page, syntax).value.text}).build()
    assert {f"Words-{n}" for n in range(most)} <= set(build.page("index").get_text(" ").split())


def test_no_source_is_called_what_windows_takes_for_a_device(tmp_path: Path) -> None:
    names = ("con", "AUX", "com1", "conrad")
    for name in names:
        (tmp_path / f"{name}.txt").write_text(TEXT.format(1), encoding="utf-8")
    out = tmp_path / "out"
    assert cli.main(["convert", *(str(tmp_path / f"{name}.txt") for name in names), "-o", str(out)]) == 0
    assert {path.stem for path in out.glob("*.rst")} == {"con-2", "aux-2", "com1-2", "conrad"}


def test_both_spellings_of_an_accent_name_one_article(tmp_path: Path) -> None:
    for n, stem in enumerate(("cafe\N{COMBINING ACUTE ACCENT}", "caf\N{LATIN SMALL LETTER E WITH ACUTE}")):
        (tmp_path / str(n)).mkdir()
        path = tmp_path / str(n) / f"{stem}.txt"
        path.write_text(TEXT.format(1), encoding="utf-8")
        assert cli.main(["convert", str(path), "-o", str(tmp_path / f"out{n}")]) == 0
        assert [one.name for one in (tmp_path / f"out{n}").glob("*.rst")] == ["café.rst"]
