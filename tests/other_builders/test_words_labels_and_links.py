"""What other people's builders make of our articles, held against what they make of the same articles in plain reStructuredText."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.other_builders import BUILDERS, Builder, Output
from support.paths import ROOT

from sphinxext_eir.text.numerals import written

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.program

ESSAYS = ROOT / "tests" / "data" / "other_builders"
KOSOVO = ROOT / "docs" / "articles" / "russias-foreign-policy-in-kosovo.rst"

CONF = """\
project = "Essays"
author = "The Editors"
copyright = "2024"
version = release = "1"
extensions = {extensions}
docx_documents = [("index", "essays.docx", {{"title": project}}, False)]
pdf_documents = [("index", "essays", project, author)]
rinoh_documents = [dict(doc="index", target="essays")]
typst_documents = [
    dict(entrypoint="index", filename="essays", title=project, theme="manual", toctree_only=False, author=author, edition="")
]
"""


def kosovo_in_plain_markup() -> str:
    """Return the article of the seed as somebody would type it without us."""
    text = KOSOVO.read_text(encoding="utf-8")
    text = re.sub(r"\A(:.*\n)+", "", text)
    text = re.sub(
        r"\.\. eir:pull-quote::\n   :attribution: (.*)\n\n   (.*)\n", r"..\n\n      \2\n\n      -- \1\n", text
    )
    text = re.sub(r":eir:pull-quote:`([^`]*)`", r"\1", text)
    text = re.sub(
        r"^\.\. eir:article::\n",
        "https://www.e-ir.info/2012/05/12/russias-foreign-policy-in-kosovo/\n\nAbit Hoxha, May 12 2012\n",
        text,
        flags=re.MULTILINE,
    )
    text = re.sub(r"^\.\. eir:.*::\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"^\.\. \[([ivx]+)\]", r".. [#\1]", text, flags=re.MULTILINE)
    text = re.sub(r" ?\[([ivx]+)\](?! http)", r"\\ [#\1]_", text)
    return re.sub(r"^   (?=\S)", "", text, flags=re.MULTILINE)


ARTICLES: dict[str, tuple[Callable[[], str], Callable[[], str]]] = {
    "essay": (
        lambda: (ESSAYS / "essay.rst").read_text(encoding="utf-8"),
        lambda: (ESSAYS / "twin.rst").read_text(encoding="utf-8"),
    ),
    "kosovo": (lambda: KOSOVO.read_text(encoding="utf-8"), kosovo_in_plain_markup),
}
"""Each with us, and its twin without."""

TITLES = {"essay": "On Slow Harbours", "kosovo": "Russia's Foreign Policy in Kosovo"}


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Build *source* with a builder, in a process of its own, and return the folder of the output. Each once."""
    built: dict[tuple[str, ...], Path] = {}

    def build(source: str, builder: str, *extensions: str) -> Path:
        key = (source, builder, *extensions)
        if key not in built:
            folder = tmp_path_factory.mktemp(builder)
            (folder / "index.rst").write_text(
                "Essays\n======\n\n.. toctree::\n\n   essay\n", encoding="utf-8"
            )
            (folder / "essay.rst").write_text(source, encoding="utf-8")
            (folder / "conf.py").write_text(CONF.format(extensions=list(extensions)), encoding="utf-8")
            home = str(tmp_path_factory.getbasetemp())  # atsphinx-typst installs a package of Typst's there
            path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # sphinx-simplepdf starts WeasyPrint
            result = subprocess.run(
                [sys.executable, "-m", "sphinx", "-q", "-b", builder, folder, folder / "out"],
                env=os.environ | {"HOME": home, "XDG_DATA_HOME": f"{home}/data", "PATH": path},
                capture_output=True,
                text=True,
                check=False,
            )
            assert result.returncode == 0, result.stderr
            built[key] = folder / "out"
        return built[key]

    return build


@pytest.fixture(params=BUILDERS, ids=lambda builder: builder.package)
def builder(request: pytest.FixtureRequest) -> Builder:
    return request.param


@pytest.fixture(params=ARTICLES)
def article(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def ours(build: Callable[..., Path], builder: Builder, article: str) -> Output:
    return builder.read(build(ARTICLES[article][0](), builder.name, "sphinxext_eir", builder.extension))


def test_no_word_of_the_twin_is_missing(
    build: Callable[..., Path], builder: Builder, article: str, ours: Output
) -> None:
    twin = ARTICLES[article][1]()
    if builder.twin_fails and article == "essay":
        with pytest.raises(AssertionError, match="Error"):
            build(twin, builder.name, builder.extension)
        text = (build(twin, "text") / "essay.txt").read_text(encoding="utf-8")
        theirs = Output(re.sub("A rubric.*\n*Words under it", "", text), {}, frozenset())
    else:
        theirs = builder.read(build(twin, builder.name, builder.extension))
    assert (
        TITLES[article] in ours.text.replace("’", "'") or builder.name == "confluence"
    )  # it is the page's name there
    ours, theirs = ours.without(TITLES[article]), theirs.without(TITLES[article])
    missing = theirs.words - ours.words
    lost = [word for word in missing if ours.times(word) < theirs.times(word)]
    assert sorted(lost) == sorted(builder.loses if article == "essay" else ())


COUNT = {"essay": 15, "kosovo": 8}
"""Notes with a reference."""

WORDS_OF_NOTES = (
    "passenger",
    "tide is late",
    "See Tides",
    "walrus",
    "lemming",
    "gecko",
    "narwhal",
    "tide is late",
    "Zebra",
)
"""Of the essay's notes that are native in Word, in the order of reference."""


def test_every_note_has_its_label_or_is_the_formats_own(builder: Builder, article: str, ours: Output) -> None:
    numbers = set(range(1, COUNT[article] + 1))
    if builder.native:
        numbers = set(builder.listed) if article == "essay" else set()
    if article == "essay":
        numbers -= set(builder.unlinked)
    assert ours.labels == {f"[{written(number, 'lower-roman')}]" for number in numbers}


def test_words_notes_have_the_words_in_the_order_of_reference(build: Callable[..., Path]) -> None:
    (docx,) = (builder for builder in BUILDERS if builder.name == "docx")
    notes = docx.read(build(ARTICLES["essay"][0](), docx.name, "sphinxext_eir", docx.extension)).notes
    assert [words in note for words, note in zip(WORDS_OF_NOTES, notes, strict=True)] == [True] * len(notes)


def test_every_link_leads_to_an_anchor_and_every_citation_is_a_link(article: str, ours: Output) -> None:
    assert ours.dead == {}
    links = " ".join(ours.links)
    for citation in ("Blank 2000", *(["Wendt (1992)", "Clark 2001"] if article == "essay" else [])):
        assert citation in links


def test_text_copied_from_simplepdf_has_no_hidden_words(build: Callable[..., Path]) -> None:
    (simple,) = (builder for builder in BUILDERS if builder.name == "simplepdf")
    text = simple.read(build(ARTICLES["kosovo"][0](), simple.name, "sphinxext_eir", simple.extension)).text
    assert re.search(r"\w[.,]?[’']?\[i\]", text)  # glued to its word, as on the page
    assert not re.search(r"Note\s*\[", text)
