"""Nothing is read or written elsewhere, and nothing is fetched. The promises are made in ``docs/explanation/security.rst``."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from support.hostile import article_of, document, entries_of, essay_of, relations, run, style_of, word_file

from sphinxext_eir import cli
from sphinxext_eir.conversion.folder import RECORD
from sphinxext_eir.conversion.pipeline import convert
from sphinxext_eir.csl.sources import read_source

if TYPE_CHECKING:
    from support.sphinx_project import Project


WATCH = """
import json, os, sys, tempfile
seen = []
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT

def watch(event, args):
    if event in ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.symlink", "os.link"):
        if not any(isinstance(arg, int) and arg >= 0 for arg in args[-1:]):  # within a folder that is being removed
            seen.append(["write", *(os.path.abspath(arg) for arg in args[:2] if isinstance(arg, (str, os.PathLike)))])
    elif event == "open" and not isinstance(args[0], int) and (args[2] or 0) & WRITING:
        seen.append(["write", os.path.abspath(os.fsdecode(args[0]))])
    elif event == "subprocess.Popen":
        seen.append(["start", *([args[1]] if isinstance(args[1], str) else map(os.fspath, args[1]))])
    elif event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        seen.append(["network", repr(args)])
    elif event in ("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork"):
        seen.append(["start", repr(args)])

sys.dont_write_bytecode = True
from sphinx.cmd.build import build_main
from sphinxext_eir.cli import main
from pathlib import Path
from sphinxext_eir.conversion.jobs import Job
from sphinxext_eir.conversion.workers import attempt
sys.addaudithook(watch)
assert not any(isinstance(attempt(Job(Path(name), "rst")), str) for name in sys.argv[1:])  # as the workers do, unwatched
code = main(["convert", *sys.argv[1:], "-o", "converted", "--report", "converted/report.json"])
for builder in ("html", "latex"):
    code |= build_main(["-q", "-b", builder, "-d", "doctrees", "source", builder])
print(json.dumps([code, seen]))
"""


def test_nothing_is_written_elsewhere_and_nothing_is_fetched(project: Project, tmp_path: Path) -> None:
    style = style_of("x").replace(
        "<info>", '<info><link rel="independent-parent" href="http://127.0.0.1:9/s"/>'
    )
    files = entries_of("Text", "http://127.0.0.1:9/x")
    settings = (
        f'extensions = ["sphinxext_eir"]\neir_bibliography_files = {list(files)}\neir_archive_links = True\n'
    )
    text = article_of("Text").replace(
        "\n\n.. eir:pull-quote", "\n\n.. eir:import:: essay.docx\n\n.. eir:pull-quote"
    )
    project.write({"conf.py": settings, "index.rst": text, "hostile.csl": style, **files})
    essay_of(project.root, ".docx", ["A text, http://127.0.0.1:9/x, and <img src='http://127.0.0.1:9/x'>."])
    essay_of(
        tmp_path, ".md", ["A text with ![a picture](http://127.0.0.1:9/x.png) and http://127.0.0.1:9/x."]
    )
    (tmp_path / "temporary").mkdir()
    before = set(tmp_path.rglob("*"))
    done = subprocess.run(
        [sys.executable, "-c", WATCH, "essay.md", "source/essay.docx"],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(tmp_path / "temporary")},
        capture_output=True,
        text=True,
        check=True,
        timeout=200,
    )
    code, seen = json.loads(done.stdout.splitlines()[-1])
    assert code == 0, done.stderr
    assert [event for event in seen if event[0] == "network"] == []
    started = [event[1:] for event in seen if event[0] == "start"]
    assert {Path(command[0]).name for command in started} == {
        "pandoc",
        Path(sys.executable).name,
    }  # and our own workers
    assert {command[1] for command in started} <= {"--version", "--sandbox", "lua", "-P"}
    written = {Path(path) for event in seen if event[0] == "write" for path in event[1:]} - {Path(os.devnull)}
    folders = [tmp_path / name for name in ("converted", "html", "latex", "doctrees", "temporary")]
    assert len(written) > 20
    assert [path for path in written if not any(path.is_relative_to(folder) for folder in folders)] == []
    new = set(tmp_path.rglob("*")) - before
    assert [path for path in new if not any(path.is_relative_to(folder) for folder in folders[:-1])] == []


@pytest.mark.pandoc
def test_no_name_of_an_input_leads_out_of_the_folder(tmp_path: Path) -> None:
    inputs = tmp_path / "inputs"
    inputs.mkdir()
    names = (
        "...txt" if Path("...txt").suffix else "..a.txt",  # Python 3.14 reads no suffix after leading dots
        "..%2f..%2fa.txt",
        "-o.txt",
        "$(touch attacked).txt",
        "`touch attacked`.docx",
        "~.md",
        "a\nb.txt",
    )
    for name in names:
        essay_of(inputs, Path(name).suffix, ["A text."]).rename(inputs / name)
    rows = "".join(
        f'"{name}",https://example.org/..%2F..%2F{number}%2F..\n' for number, name in enumerate(names)
    )
    (tmp_path / "metadata.csv").write_text(f"input,canonical\n{rows}")
    before = set(tmp_path.rglob("*"))
    for more in ([], ["--metadata", str(tmp_path / "metadata.csv"), "--to", "myst"]):
        assert (
            cli.main(["convert", *map(str, sorted(inputs.iterdir())), "-o", str(tmp_path / "out"), *more])
            == 0
        )
    new = set(tmp_path.rglob("*")) - before - {tmp_path / "out"}
    assert len(new) == 2 * len(names) + 1
    assert {path.parent for path in new} == {tmp_path / "out"}
    assert all(re.fullmatch(r"[\w.-]+", path.name) and ".." not in path.name for path in new)


@pytest.mark.worker
def test_no_record_that_somebody_else_wrote_leads_out_of_the_folder(tmp_path: Path) -> None:
    path = essay_of(tmp_path, ".md", ["A text."])
    out = tmp_path / "out"
    out.mkdir()
    known = {"input": "../essay.md", "stamp": "", "written": ""}
    names = ("../evil.rst", f"{tmp_path}/evil.rst", "a/../../evil.rst", "..\\evil.rst", "evil.py")
    for name in names:
        (out / RECORD).write_text(json.dumps({name: known}))
        assert cli.main(["convert", str(path), "-o", str(out), "--force"]) == 0
    assert {file.name for file in out.iterdir()} - {RECORD} == {
        f"essay{number}.rst" for number in ("", "-2", "-3", "-4", "-5")
    }
    assert not list(tmp_path.rglob("*evil*"))


def test_no_link_in_a_folder_of_ours_is_followed(tmp_path: Path, project: Project) -> None:
    (tmp_path / "a.png").write_bytes(b"a picture")
    path = essay_of(tmp_path, ".md", ["A text.", "![a picture](a.png)"])
    out, victim, victims = tmp_path / "out", tmp_path / "victim", tmp_path / "victims"
    for folder in (out, victims):
        folder.mkdir()
    victim.write_text("as it was")
    for name in (
        "essay.rst",
        f".essay.rst.{os.getpid()}.{threading.get_ident()}.tmp",
        f".{RECORD}.{os.getpid()}.{threading.get_ident()}.tmp",
    ):
        (out / name).symlink_to(victim)
    (out / "essay.images").symlink_to(victims)
    (out / RECORD).write_text(json.dumps({"essay.rst": {"input": "../essay.md", "stamp": "", "written": ""}}))
    assert cli.main(["convert", str(path), "-o", str(out), "--force"]) == 1
    assert list(victims.iterdir()) == []
    (out / "essay.images").unlink()
    assert cli.main(["convert", str(path), "-o", str(out), "--force"]) == 0
    assert (out / "essay.images" / "1.png").read_bytes() == b"a picture"
    assert victim.read_text() == "as it was"

    project.write({"index.rst": "Title\n=====\n\n.. eir:article::\n\n.. eir:cite-this::\n"})
    build = project.build()
    files = build.out / "_downloads" / "eir-citations"
    (files / "index.bib").unlink()
    (files / "index.bib").symlink_to(victim)
    project.build()
    assert victim.read_text() == "as it was"
    files.rename(victims / "moved")
    files.symlink_to(victims)
    (victims / "kept").write_text("")
    project.build()
    assert (victims / "kept").exists()
    assert (files / "index.bib").is_file()
    assert not files.is_symlink()


def test_no_file_of_a_build_is_written_through_a_link(tmp_path: Path, project: Project) -> None:
    victim = tmp_path / "victim"
    victim.write_text("as it was")
    project.write({"index.rst": ":author: A B\n:date: 2012\n\nTitle\n=====\n\n.. eir:article::\n\nText.\n"})
    settings = {"html_baseurl": "https://essays.example/", "eir_social_cards": True}
    build = project.build(**settings)
    ours = [
        path
        for path in build.out.rglob("*")
        if path.name == "articles.atom" or path.match("_static/eir*") or "eir-cards" in path.parts
        if path.is_file()
    ]
    assert len(ours) > 7
    for path in ours:
        path.unlink()
        path.symlink_to(victim)
    project.write({"index.rst": ":author: A B\n:date: 2013\n\nTitle\n=====\n\n.. eir:article::\n\nText.\n"})
    project.build(**settings)
    assert victim.read_text() == "as it was"


PICTURES = (
    "media/../../../../evil.png", "/evil.png", "media/a.png\n\n.. raw:: html\n\n   <script>evil</script>.png",
    "media/a.x\n   :target: javascript:evil", "media/evil.png.sh;touch evil",
)  # fmt: skip


@pytest.mark.pandoc
@pytest.mark.parametrize("name", PICTURES)
def test_pictures_of_a_word_file_keep_to_the_folder_whatever_they_are_called(
    tmp_path: Path, name: str
) -> None:
    picture = (
        '<w:r><w:drawing><d:inline><d:docPr id="1" name="a" descr="An evil picture"/><a:graphic><a:graphicData><p:pic>'
        '<p:blipFill><a:blip r:embed="r"/></p:blipFill></p:pic></a:graphicData></a:graphic></d:inline></w:drawing></w:r>'
    )
    body = document(f"<w:p>{run('A text.')}{picture}</w:p>")
    flat = escape(name, {"\n": "&#10;"})
    parts = {
        "word/_rels/document.xml.rels": relations("TARGET", "image").replace("TARGET", flat).encode(),
        f"word/{name}": b"a picture",
    }
    path = word_file(tmp_path / "essay.docx", body, parts)
    before = set(tmp_path.rglob("*"))
    assert cli.main(["convert", str(path), "-o", str(tmp_path / "out")]) == 0
    new = {file for file in set(tmp_path.rglob("*")) - before if file.is_file()}
    source = (tmp_path / "out" / "essay.rst").read_text()
    assert new <= {
        tmp_path / "out" / part for part in (RECORD, "essay.rst", "essay.images/1.png", "essay.images/1")
    }
    assert "javascript" not in source
    assert "raw::" not in source


def test_no_picture_or_article_elsewhere_is_published(project: Project, tmp_path: Path) -> None:
    """Of what Sphinx itself would publish for an author, too: a field is no directive."""
    (tmp_path / "secret.png").write_bytes(b"secret")
    (tmp_path / "secret.csl").write_text("secret")
    (tmp_path / "folder").mkdir()
    essay = essay_of(tmp_path / "folder", ".md", [f"A text with ![a picture]({path})." for path in ("../secret.png", tmp_path / "secret.png")])  # fmt: skip
    assert convert(essay).value.images == ()
    texts = {
        f"{number}.rst": f"Title\n=====\n\n.. eir:article::\n   :image: {image}\n\n:eir:fullcite:`Key`\n\n"
        ".. eir:import:: ../secret.csl\n\n.. eir:import:: /../../../../../../../etc/passwd\n\n"
        ".. eir:bibliography::\n   :style: ../secret.csl\n"
        for number, image in enumerate(
            ("../secret.png", "/../secret.png", "a/../../secret.png", str(tmp_path / "secret.png"))
        )
    }
    files = entries_of("Text")
    project.write({**texts, **files})
    build = project.build(eir_bibliography_files=list(files), html_baseurl="https://example.org/")
    pages = "".join(path.read_text(encoding="utf-8") for path in build.out.rglob("*.html"))
    assert "root:" not in pages
    assert "secret" not in pages
    assert not list(build.out.rglob("secret*"))
    assert sum("outside of the project" in line for line in build.warnings) == 3


@pytest.mark.usefixtures("pandoc")
def test_no_file_of_references_or_style_reads_another_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.bib"
    secret.write_text("@book{b, title={SECRET}}")
    texts = {
        "a.bib": rf"@book{{a, title={{\input{{{secret}}} \include{{{secret}}} \verbatiminput{{{secret}}} T}}, file={{{secret}}}}}",
        "a.yaml": f"- id: a\n  title: !include {secret}\nbibliography: {secret}\ncsl: {secret}\nnocite: '@*'\n",
        "b.yaml": f"- id: a\n  title: T\n...\n---\nbibliography: {secret}\nnocite: '@*'\n---\n\n@b\n",
        "a.json": json.dumps([{"id": "a", "title": f"@include {secret}", "URL": secret.as_uri()}]),
    }
    for name, text in texts.items():
        path = tmp_path / name
        path.write_text(text)
        assert "SECRET" not in repr(read_source(path).items(["a", "b"])), name
