"""XML is read without entities, children have no shell, and no text is code. The promises are made in ``docs/explanation/security.rst``."""

from __future__ import annotations

import ast
import inspect
import json
import re
import zipfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.hostile import STYLES, document, word_file
from support.paths import PACKAGE

from sphinxext_eir.conversion.pipeline import convert
from sphinxext_eir.conversion.reading.pandoc import program as pandoc
from sphinxext_eir.conversion.transcript import ConversionError
from sphinxext_eir.csl import processes
from sphinxext_eir.csl.children import Child, Patience, RequestError
from sphinxext_eir.csl.pandoc import Pandoc
from sphinxext_eir.csl.sources import read_source
from sphinxext_eir.csl.styles import StyleError, read_style

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.sphinx_project import Build


# XML is read without entities and without the network


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(10))
    + "]>"
)


OUTSIDE = (
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY % d SYSTEM "http://127.0.0.1:9/x.dtd">%d;]>'
)


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE])
def test_a_library_that_declares_entities_is_refused(tmp_path: Path, declared: str) -> None:
    path = tmp_path / "library.xml"
    path.write_text(
        f"{declared}<xml><records><record><titles><title>&e;&a9;</title></titles></record></records></xml>"
    )
    source = read_source(path)
    assert source.keys == ()
    assert "document type definition" in str(source.messages[0])


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE])
def test_a_style_that_declares_entities_is_refused(tmp_path: Path, declared: str) -> None:
    path = tmp_path / "style.csl"
    style = (STYLES / "numbers.csl").read_text(encoding="utf-8")
    path.write_text(re.sub(r"<\?xml.*?\?>", "", style).replace("<style", f"{declared}<style", 1))
    with pytest.raises(StyleError, match="document type definition"):
        read_style(path)


def paragraph(text: str) -> str:
    return document(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")


@pytest.mark.pandoc
@pytest.mark.parametrize("declared", [BOMB, OUTSIDE])
def test_a_word_file_that_declares_entities_gives_nothing_away(tmp_path: Path, declared: str) -> None:
    path = word_file(tmp_path / "essay.docx", declared + paragraph("Before &e;&a9; after"))
    try:
        text = convert(path).value.text
    except ConversionError:
        return
    assert "root:" not in text
    assert len(text) < 10_000


def test_a_word_file_that_unpacks_into_too_much_is_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path / "essay.docx", paragraph("A text"), {"word/big.xml": bytes(51_000_000)})
    assert path.stat().st_size < 100_000
    with pytest.raises(ConversionError, match="its text has more than 50 MB"):
        convert(path)
    word_file(path, paragraph("A text"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/media/a.png", b"")
        archive.infolist()[-1].file_size = 501_000_000  # what its table of contents says
    with pytest.raises(ConversionError, match="the file has more than 500 MB"):
        convert(path)


def test_a_word_file_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path / "essay.docx", paragraph("A text " * 1000))
    size = len(paragraph("A text " * 1000)).to_bytes(4, "little")
    data = path.read_bytes()
    assert size in data
    path.write_bytes(data.replace(size, (10).to_bytes(4, "little")))
    with pytest.raises(ConversionError, match="damaged"):
        convert(path)


# No shell, argument lists, time limits


@cache
@cache
def calls() -> list[tuple[str, str, ast.Call]]:
    """Return all calls in the package: where, of what, and the call."""
    return [
        (f"{path.relative_to(PACKAGE)}:{node.lineno}", ast.unparse(node.func), node)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]


def test_no_child_has_a_shell_and_each_has_a_time_limit() -> None:
    made = [(where.partition(":")[0], name) for where, name, _ in calls() if name.startswith("subprocess.")]
    assert made == [("csl/processes.py", "subprocess.Popen")]  # one place
    (popen,) = [call for _, name, call in calls() if name == "subprocess.Popen"]
    assert isinstance(popen.args[0], ast.List)
    assert {keyword.arg for keyword in popen.keywords} == {
        "env",  # nothing of ours is inherited
        "stdin",
        "stdout",
        "stderr",
        "cwd",
        "start_new_session",
    }
    keywords = inspect.signature(processes.run).parameters.values()
    needed = {one.name for one in keywords if one.kind is one.KEYWORD_ONLY and one.default is one.empty}
    assert needed == {"env", "timeout"}
    # The other way to start one is for children that are asked, and each request has its limit.
    starting = [where.partition(":")[0] for where, name, _ in calls() if name == "start"]
    assert sorted(starting) == ["conversion/workers.py", "csl/children.py", "csl/processes.py"]
    assert [
        where for where, name, _ in calls() if re.match(r"os\.(?:system|popen|exec|spawn|posix)", name)
    ] == []


HANGING = "import time\ntime.sleep(60)\nopen(__file__ + '.done', 'w')"
WRAPPED = "import subprocess, sys\nsubprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"


@pytest.mark.parametrize("code", [HANGING, WRAPPED], ids=["itself", "what it starts"])
def test_pandoc_that_hangs_is_killed(
    monkeypatch: pytest.MonkeyPatch, program_of: Callable[[str], Path], tmp_path: Path, code: str
) -> None:
    path = program_of(code)
    with pytest.raises(RequestError, match=r"took longer than 0\.5 seconds"):
        Child(Pandoc(path, "3.2"), tmp_path, Patience(0.5)).ask("format")
    monkeypatch.setattr(pandoc, "TIMEOUT", 0.5)
    monkeypatch.setattr(pandoc, "find_pandoc", lambda *_: Pandoc(path, "3.8"))
    with pytest.raises(ConversionError, match=r"took longer than 0\.5 seconds"):
        convert(word_file(tmp_path / "essay.docx", paragraph("A text")))
    assert not path.with_name(f"{path.name}.done").exists()  # nobody waited for it


def test_an_answer_without_an_end_is_not_read_to_its_end(
    monkeypatch: pytest.MonkeyPatch, program_of: Callable[[str], Path]
) -> None:
    monkeypatch.setattr(processes, "LONGEST_ANSWER", 2**20)
    path = program_of("import sys\nwhile True: sys.stdout.write('x' * 65536); sys.stderr.write('y' * 65536)")
    with pytest.raises(processes.ProcessError, match="answered with more than 1 MiB"):
        processes.run([path], env={}, timeout=60)


# Nothing is unpickled, and no text is code


def test_nothing_that_is_read_can_be_code() -> None:
    names = [(where.partition(":")[0], name) for where, name, _ in calls()]
    loaded = {(where, name) for where, name in names if re.match(r"(?:pickle|marshal|shelve|yaml)\.", name)}
    # What the environment holds, a pickle of Sphinx's own, is packed once more; and we talk to our own workers.
    # PyYAML's safe loader makes data, and no objects.
    safe = {
        ("conversion/reading/front_matter.py", "yaml.safe_load"),
        ("core/people.py", "yaml.safe_load"),
        ("core/people.py", "yaml.compose"),  # nodes, and with the safe loader
    }
    assert loaded - safe == {
        (where, f"pickle.{name}")
        for where in ("core/packing.py", "conversion/workers.py")
        for name in ("loads", "dumps")
    }
    assert [where for where, name in names if name in ("eval", "exec", "compile", "__import__")] == []


def test_what_is_kept_of_citations_is_json_and_no_harm_if_it_is_not(
    hostile: Callable[..., Build], tmp_path: Path
) -> None:
    build = hostile("Text")
    before = build.page().select_one(".body").get_text()
    kept = [file for file in Path(build.app.doctreedir).rglob("*") if file.suffix == ".json"]
    assert len(kept) >= 3
    attack = f"cposix\nsystem\n(S'touch {tmp_path}/attacked'\ntR."
    for file in kept:
        json.loads(file.read_bytes())
        file.write_text(attack)
    index = Path(build.app.srcdir) / "index.rst"
    index.write_text(index.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    (Path(build.app.doctreedir) / "environment.pickle").unlink()
    assert hostile("Text").page().select_one(".body").get_text() == before
    assert not (tmp_path / "attacked").exists()
