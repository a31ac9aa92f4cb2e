"""All kinds of locators of CSL 1.0.2, each by its names and abbreviations, in the words of styles and languages."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest
from support import oracle

from sphinxext_eir.csl.citing import read_cites
from sphinxext_eir.csl.formatting import Formatter
from sphinxext_eir.csl.model import Citation, Cite, Context
from sphinxext_eir.csl.terms import WORDS

SPECIFIED = """
    act appendix article-locator book canon chapter column elocation equation figure folio issue line note opus page paragraph part
    rule scene section sub-verbo supplement table timestamp title-locator verse version volume
"""
"""The specification 1.0.2, appendix III, "Locators"."""
TYPED = [(word, label) for label, words in WORDS.items() for word in words.split()]
BOOK = "Marlow1998"


@pytest.mark.unit
def test_each_kind_has_a_name() -> None:
    assert sorted(WORDS) == SPECIFIED.split()


@pytest.mark.unit
@pytest.mark.parametrize(("word", "label"), TYPED)
def test_each_kind_is_known_by_each_of_its_words(word: str, label: str) -> None:
    assert read_cites(f"@Blank2000, {word} 12") == (Cite("Blank2000", locator="12", label=label),)
    asked = read_cites(f"@Blank2000, {word.capitalize()} 12-14 (sic)")
    assert asked == (Cite("Blank2000", "", "12-14", label, "(sic)"),)


def typed(labels: list[str]) -> list[Citation]:
    """Return a citation for each word of *labels*, each far from the others."""
    said = [
        f"@{BOOK}, {word} {value}"
        for label in labels
        for word in WORDS[label].split()[::2]
        for value in ("4", "4-5")
    ]
    return [Citation(read_cites(text), note_number=1 + 9 * number) for number, text in enumerate(said)]


@pytest.mark.program
@pytest.mark.pandoc
@pytest.mark.parametrize(
    ("style", "locale"),
    [
        ("apa", "en-US"),
        ("chicago-author-date", "en-US"),
        ("oscola", "en-GB"),
        ("sage-harvard", "ru-RU"),
    ],
)  # fmt: skip
def test_each_kind_has_the_words_of_style_and_language(style: str, locale: str) -> None:
    if not Path(os.environ.get("EIR_CITEPROC_JS", "")).is_file() or not importlib.util.find_spec("citeproc"):
        pytest.skip("needs EIR_CITEPROC_JS, and the locales of citeproc-py: see .ci/install-programs")
    item = {BOOK: oracle.items()[BOOK]}
    kinds = list(WORDS)
    asked = [
        Context(item, tuple(typed(kinds[start::5])), oracle.style(style), locale=locale) for start in range(5)
    ]
    with Formatter(None) as formatter:
        answers = formatter.format(asked)
    others = oracle.by_citeproc_js(Path(os.environ["EIR_CITEPROC_JS"]), asked)
    different = [
        (citation.cites[0].label, *pair)
        for context, answer, other in zip(asked, answers, others, strict=True)
        for citation, pair in zip(context.citations, oracle.pairs(context, answer, other), strict=True)
        if pair[0] != pair[1]
    ]
    assert different == []
