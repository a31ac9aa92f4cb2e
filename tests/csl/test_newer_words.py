"""Words of languages that pandoc lacks or has in an older form, held to the locales of the CSL project."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from support.csl_contexts import book, context, texts

from sphinxext_eir.csl.formatting import Formatter
from sphinxext_eir.csl.newer_words import newer_words
from sphinxext_eir.csl.repairs import CSL
from sphinxext_eir.csl.styles import read_style

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Made</title><id>made</id><updated>2026-01-01T00:00:00+00:00</updated></info>{own}
  <citation><layout delimiter="; "><text term="dataset"/><number variable="edition" form="ordinal" prefix=", "/>
    <text term="number" form="short" plural="true" prefix=", "/></layout></citation>
</style>"""
OWN = """<locale xml:lang="de"><terms><term name="dataset">Daten</term></terms></locale>
<locale xml:lang="ru"><terms><term name="ordinal">-я</term></terms></locale>"""


@pytest.mark.pandoc
@pytest.mark.parametrize(
    ("own", "locale", "expected"),
    [
        ("", "de-DE", "Datensatz, 2., Nr."),
        ("", "de-AT", "Datensatz, 2., Nr."),
        ("", "fr-FR", "jeu de données, 2e, nos"),
        ("", "ru-RU", "dataset, 2-е, nos."),
        ("", "en-GB", "data set, 2nd, nos"),
        (OWN, "de-DE", "Daten, 2., Nr."),
        (OWN, "ru-RU", "dataset, 2-я, nos."),
    ],
)
def test_words_are_those_of_the_language_unless_the_style_has_its_own(
    tmp_path: Path, own: str, locale: str, expected: str
) -> None:
    (tmp_path / "made.csl").write_text(STYLE.format(own=own), "utf-8")
    asked = context("a", items={"a": book("Doe", edition="2")}, locale=locale)
    with Formatter(None) as formatter:
        answer = formatter.format([replace(asked, style=read_style(tmp_path / "made.csl"))])[0]
    assert texts(answer) == [expected]


TAGS = {
    "de": "de-DE", "fr": "fr-FR", "he": "he-IL", "hu": "hu-HU", "ja": "ja-JP", "pt-PT": "pt-PT", "ru": "ru-RU", "tr": "tr-TR", "uk": "uk-UA",
}  # fmt: skip
CHOSEN = {
    ("de", "long"): ["act", "appendix", "curator", "event"],
    ("de", "verb"): ["compiler", "curator", "narrator"],
    ("de", "verb-short"): ["compiler", "executive-producer", "narrator"],
    ("he", "short"): ["book", "chapter", "column", "figure", "folio", "paragraph"],
    ("hu", "long"): ["act", "title-locator"],
    ("hu", "short"): ["rule", "title-locator"],
    ("ja", "long"): ["article-locator", "scene", "title-locator"],
    ("ja", "short"): ["article-locator", "scene", "table", "title-locator"],
    ("tr", "long"): ["article-locator", "canon", "supplement", "table"],
    ("tr", "short"): ["appendix", "article-locator", "supplement", "table"],
}
"""Terms for which the locale has a loan from English or another sense: *Akten* are files, a *Direktor* leads a museum, *masa* is a table to
sit at, a *törvénycikk* is no act of a play, and 記事 no article of a law."""


@pytest.mark.parametrize(("language", "tag"), list(TAGS.items()))
def test_words_are_those_that_the_locale_has_now(language: str, tag: str) -> None:
    found = importlib.util.find_spec("citeproc")
    if found is None:
        pytest.skip("needs the locales of citeproc-py")
    root = ET.parse(Path(str(found.origin)).parent / "data" / "locales" / f"locales-{tag}.xml").getroot()
    current = {
        (term.get("form", "long"), term.get("name", "")): [word.text for word in term] or [term.text] * 2
        for term in root.iter(f"{CSL}term")
        if term.get("gender-form") is None
    }
    for form, words in newer_words()[language].items():
        ours = {name: [word] * 2 if isinstance(word, str) else word for name, word in words.items()}
        theirs = {name: current.get((form, name)) for name in ours}
        differ = {name for name in ours if ours[name] != theirs[name]}
        assert differ == {*CHOSEN.get((language, form), ())}


def test_there_is_a_language_for_each_table() -> None:
    assert {*newer_words()} == TAGS.keys()
