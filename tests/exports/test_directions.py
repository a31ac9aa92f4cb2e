"""Word and OpenDocument files of texts from right to left, as LibreOffice shows them; and what a checker of both formats says."""

from __future__ import annotations

import subprocess
import zipfile
from typing import TYPE_CHECKING, NamedTuple

import pytest
from lxml import etree
from support.exported import ESSAY, PNG
from support.sphinx_project import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.sphinx_project import Build

pytestmark = [pytest.mark.pandoc, pytest.mark.usefixtures("pandoc")]

ARABIC = """\
:author: أمينة حسن
:lang: ar

فن الانتظار
===========

.. eir:article::

لا أحد يولد [#a]_ وهو يعرف الانتظار.

.. [#a] حاشية أولى.

- بند أول

1. رقم واحد

======  ======
يمين    يسار
======  ======
واحد    اثنان
======  ======

.. code-block:: python

   program()

.. container:: language-en

   English words.
"""
ENGLISH = """\
Tides
=====

.. eir:article::

English words.

.. container:: language-ar

   لا أحد يولد.

   - بند أول

     program::

        program()

   ======  ======
   يمين    يسار
   ======  ======

   .. pull-quote::

      اقتباس طويل.

Further words.
"""


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Build]:
    """Build an Arabic essay, an English one with an Arabic passage, and the one with everything; each format once."""
    project = Project(tmp_path_factory.mktemp("directions") / "source")
    project.root.mkdir(parents=True)
    (project.root / "picture.png").write_bytes(PNG)
    project.write(
        {"arabic.rst": ARABIC, "english.rst": ENGLISH, "tides.rst": ESSAY.replace("smith2001", "Smith2001")}
    )
    made: dict[str, Build] = {}

    def build(form: str) -> Build:
        if form not in made:
            made[form] = project.build(f"eir-{form}")
        return made[form]

    return build


STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


class Word(NamedTuple):
    """Where a word stands, in points from the left of the page."""

    left: float
    right: float


def places(path: Path, program: Callable[[str], str], folder: Path) -> Callable[[str], Word]:
    """Have LibreOffice show *path*. Return what finds the place of words on its page."""
    import pypdfium2

    home = f"-env:UserInstallation=file://{folder}/home"
    command = [program("soffice"), home, "--headless", "--convert-to", "pdf", "--outdir", folder, path]
    subprocess.run(command, check=True, capture_output=True)
    document = pypdfium2.PdfDocument((folder / path.name).with_suffix(".pdf").read_bytes())
    text = document[0].get_textpage()

    def find(words: str) -> Word:
        found = text.search(words).get_next()
        assert found is not None, words
        boxes = [text.get_charbox(place) for place in range(found[0], found[0] + found[1])]
        return Word(min(box[0] for box in boxes), max(box[2] for box in boxes))

    return find


MIDDLE = 595 / 2
"""Of a page of A4 or letter paper, nearly: in points."""


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_an_arabic_article_runs_from_right_to_left(
    builds: Callable[[str], Build], form: str, program: Callable[[str], str], tmp_path: Path
) -> None:
    find = places(builds(form).out / f"arabic.{form}", program, tmp_path)
    for words in ("فن", "يولد", "بند", "رقم", "حاشية"):  # title, text, lists, note
        assert find(words).left > MIDDLE, words
    assert find("يمين").left > find("يسار").right
    assert find("واحد").left > find("اثنان").right
    for words in ("program", "English"):
        assert find(words).right < MIDDLE, words


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_an_arabic_passage_does_in_an_english_article(
    builds: Callable[[str], Build], form: str, program: Callable[[str], str], tmp_path: Path
) -> None:
    find = places(builds(form).out / f"english.{form}", program, tmp_path)
    for words in ("Tides", "English", "Further"):
        assert find(words).right < MIDDLE, words
    for words in ("يولد", "بند", "يمين", "اقتباس"):
        assert find(words).left > MIDDLE, words
    assert find("يمين").left > find("يسار").right


def test_marks_of_directions_leave_nothing_in_the_file(builds: Callable[[str], Build]) -> None:
    for name in ("arabic", "english"):
        with zipfile.ZipFile(builds("odt").out / f"{name}.odt") as archive:
            assert b"<?eir" not in archive.read("content.xml")


PANDOCS = (
    "Manifest media-type for",  # the type of XML as RFC 7303 has it; ODF 1.3, part 2, has the older name
    "Duplicate manifest file-entry path 'Formula-",  # a formula is a folder with two names in the list of parts
    "Frame child references 'Formula-",  # which the checker takes for a file
)
"""What pandoc writes so, and word processors open."""


def test_each_style_of_an_opendocument_file_is_there(builds: Callable[[str], Build]) -> None:
    for name in ("arabic", "english", "tides"):
        with zipfile.ZipFile(builds("odt").out / f"{name}.odt") as archive:
            content, styles = (etree.fromstring(archive.read(part)) for part in ("content.xml", "styles.xml"))
        namespaces = {"style": STYLE, "text": TEXT}
        used = {
            *content.xpath("//text:p/@text:style-name | //text:h/@text:style-name", namespaces=namespaces)
        }
        named = [
            each
            for part in (content, styles)
            for each in part.xpath("//style:style/@style:name", namespaces=namespaces)
        ]
        assert used <= {*named}


@pytest.mark.parametrize("form", ["docx", "odt"])
@pytest.mark.parametrize("name", ["arabic", "english", "tides"])
def test_a_checker_finds_nothing_that_a_word_processor_would_repair(
    builds: Callable[[str], Build], form: str, name: str
) -> None:
    """``openxml-audit`` holds Word files to ECMA-376, and OpenDocument to the OASIS schema and what it says beside that."""
    openxml_audit = pytest.importorskip("openxml_audit")
    path = builds(form).out / f"{name}.{form}"
    openxml_audit = pytest.importorskip("openxml_audit")
    checkers = {"docx": openxml_audit.OpenXmlValidator, "odt": openxml_audit.OdfValidator}
    found = checkers[form]().validate(path).errors
    errors = [each.description for each in found if each.severity is openxml_audit.ValidationSeverity.ERROR]
    assert [said for said in errors if not said.startswith(PANDOCS)] == []
