"""The language of a document: where it may stand, which document may have one, and what isn't a language."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import babel
import pytest
from babel.localedata import locale_identifiers
from docutils import nodes
from support.sphinx_project import Project

from sphinxext_eir.core.languages import isolated, language_around, language_of, marked_language, words_in
from sphinxext_eir.text.languages import direction_of_language

if TYPE_CHECKING:
    from support.sphinx_project import Build

pytestmark = pytest.mark.build

SOURCES = {
    "field.rst": ":lang: en-gb\n\nWaiting\n=======\n\n.. eir:article::\n\nText.\n",
    "option.rst": ":lang: fr\n\nWaiting\n=======\n\n.. eir:article::\n   :lang: en\n\nText.\n",
    "yaml.md": "---\nlang: en\n---\n# Waiting\n\n```{eir:article}\n```\n\nText.\n",
    "stand-in.rst": ":language: en\n\nWaiting\n=======\n\n.. eir:article::\n",
    "notes.rst": ":lang: ru\n\nЗаметки\n=======\n\nТекст :eir:note:`раз`.\n",
    "none.rst": "Warten\n======\n\n.. eir:article::\n",
    "wrong.rst": "Waiting\n=======\n\n.. eir:article::\n   :lang: English\n",
    "wrong-notes.rst": ":lang: jp\n\nWaiting\n=======\n\nText :eir:note:`one`.\n",
    "stranger.rst": ":lang: en\n\nManual\n======\n\nText.\n",
    "names.rst": ":lang: fr\n:auteur: Zoé Noël\n\nL’attente\n=========\n\n.. eir:article::\n",
}


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    root = tmp_path_factory.mktemp("languages") / "source"
    root.mkdir()
    return Project(root, {"language": "de"}).write(SOURCES).build("pseudoxml")


def test_a_document_may_say_its_language_and_has_else_the_projects(build: Build) -> None:
    assert {docname: language_of(build.app.env, docname) for docname in build.app.env.found_docs} == {
        "field": "en-GB",
        "option": "en",
        "yaml": "en",
        "stand-in": "en",
        "notes": "ru",
        "names": "fr",
        **dict.fromkeys(("none", "wrong", "wrong-notes", "stranger", "index"), "de"),
    }


def test_a_wrong_tag_is_warned_of_once_with_the_nearest(build: Build) -> None:
    said = [line for line in build.warnings if "lang" in line]
    assert [line.partition(": WARNING: ")[0] for line in sorted(said)] == ["wrong-notes.rst:1", "wrong.rst:5"]
    assert all("did you mean" in line and line.endswith("[eir.article]") for line in said)


def test_docutils_names_of_fields_are_those_of_the_documents_language(build: Build) -> None:
    assert "Zoé Noël".upper() in build.resolved("names").astext()


def test_the_settings_of_one_document_arent_anothers(build: Build) -> None:
    assert build.doctree("none").settings.language_code == "de"
    assert build.doctree("stranger").settings.language_code == "de"
    assert build.doctree("field").settings.language_code == "en-gb"


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("de", "Anmerkung"),
        ("de-AT", "Anmerkung"),
        ("fr-CA", "Note"),
        ("es-MX", "Nota"),
        ("en", "Note"),
        ("nl", "Note"),
    ],
)
def test_words_are_those_of_the_nearest_catalogue(language: str, word: str) -> None:
    _ = words_in(language)
    assert _("Note") == word


def test_each_language_is_written_as_babel_says() -> None:
    for name in locale_identifiers():
        assert direction_of_language(name) == babel.Locale.parse(name).text_direction, name


def test_a_node_stands_in_the_language_of_the_nearest_element_that_says_one_or_the_projects() -> None:
    word, other = nodes.Text("patience"), nodes.Text("tide")
    nodes.section(
        "",
        nodes.paragraph("", "", nodes.inline("", "", word, classes=["eir", "language-fr"])),
        classes=["language-tr"],
    ).append(other)
    config: Any = SimpleNamespace(language="de_AT")
    assert [language_around(node, config) for node in (word, other, nodes.Text("ebb"))] == [
        "fr",
        "tr",
        "de-AT",
    ]


def test_a_class_marks_a_language_and_others_mark_none() -> None:
    assert marked_language(nodes.inline(classes=["eir", "language-fr", "language-de"])) == "fr"
    assert marked_language(nodes.inline(classes=["eir-language-fr"])) == marked_language(nodes.inline()) == ""


@pytest.mark.parametrize(
    ("words", "language", "apart"),
    [("Jane", "en", False), ("1858", "en", False), ("مريم", "en", True), ("Jane", "ar", True), ("1858", "ar", True)],
)  # fmt: skip
def test_names_of_another_direction_are_kept_apart_and_all_in_a_line_from_right_to_left(
    words: str, language: str, *, apart: bool
) -> None:
    made = isolated(words, language)
    assert made.astext() == words
    assert isinstance(made, nodes.Text) is not apart


def test_the_nearest_catalogue_comes_first() -> None:
    assert words_in("de-AT")("Notes") == words_in("de")("Notes")
    assert words_in("zh-Hans-SG")("Notes") == words_in("zh-CN")("Notes") != "Notes"
