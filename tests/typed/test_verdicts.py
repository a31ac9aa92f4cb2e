"""Evidence for and against a citation without an entry: each row by an example, and what comes of all of them."""

from __future__ import annotations

import pytest

from sphinxext_eir.typed.citations import NamedCitation, find_citations
from sphinxext_eir.typed.evidence import ELSEWHERE, IN_TEXT, Sign
from sphinxext_eir.typed.matching import Shelf
from sphinxext_eir.typed.mentions import with_mentions
from sphinxext_eir.typed.paragraphs import CLOSE, OPEN
from sphinxext_eir.typed.references import read_reference
from sphinxext_eir.typed.verdicts import (
    IN_DOCUMENT,
    InDocument,
    Verdict,
    habits_of,
    listed_together,
    verdict,
)

IN_TEXTS = {
    "names of authors": "so (Blank 2000).",
    "names of authors, perhaps": "so (Open Rights 2016).",
    "a place's name": "so (Hungary 1956).",
    "no author's name": "so (Resolution 1999).",
    "a page": "so (Blank 2000: 12).",
    "a letter after the year": "so (Blank 2000a).",
    "et al.": "so (Blank et al. 2000).",
    "persons joined by and": "so (Blank and Clark 2000).",
    "a word that cites": "so (see Blank 2000).",
    "brackets in the place of a name": "so, according to (Blank 2000), it is",
    "the end of a quotation": "“a harbour is no more than a promise of bread” (Blank 2000).",
    "a claim": "Blank (2000) argues that",
    "no claim": "and Blank (2000) was",
    "a thing that is claimed": "the film Blank (2000) argues that",
    "a place where": "so (in Tura, 1964).",
    "a name before the brackets, of which they tell": "in Invictus (Eastwood, 2009).",
    "a title before the brackets": "in the ‘Long Telegram’ (Blank 1946).",
    "a title beside the year": f"so (Blank, {OPEN}Ropes{CLOSE}, 2000).",
    "as many names as things are counted": "Two prime ministers fell (Blank 1997; Clark 2016).",
    "a ship, a bank, a court before the brackets": "The ferry sank in an hour (Blank 1994).",
    "what happened once, in a short sentence": "fr: La monnaie perdit la moitié de sa valeur (Blank, 1994).",
    "words beside it": "so (Blank 2000, which is nonsense).",
    "beside what is no author": "so (Blank 2000; Copenhagen Summit 2009).",
    "a statesman's name": "so (Obama 2008).",
    "a statesman's name in a sentence": "According to Balfour (1917), the land was empty.",
    "a sentence that goes on": "as trains (Blank 2000) came",
    "scholars, or their works, before the brackets": "for some scholars (Blank 2000) it is",
}

UNSEEN = [
    ("as many names as things are counted", "Two studies agree (Blank 1997; Clark 2016)."),
    ("as many names as things are counted", "Two ministers fell. They erred (Blank 1997; Clark 2016)."),
    ("a sentence that goes on", "as trains (Blank 2000: 12) came"),
    ("a sentence that goes on", "as “distant reading” (Blank 2000) shows"),
    ("brackets in the place of a name", "so it was accorded (Blank 2000)."),
    ("a ship, a bank, a court before the brackets", "The ferry sank in an hour (Blank 1994: 12)."),
    ("a ship, a bank, a court before the brackets", "The ferry sank. Nobody was counted (Blank 1994)."),
    ("a ship, a bank, a court before the brackets", "A bank that lends to those who can’t repay it, and to those who won’t, is a gift (Blank 1994)."),
    ("a statesman's name in a sentence", "According to Balfour (1917: 12), the land was empty."),
    ("a title before the brackets", f"so {OPEN}distant reading{CLOSE} (Blank and Clark 2000)."),
    ("a name before the brackets, of which they tell", "in Voyant (Blank and Clark, 2009)."),
    ("beside what is no author", "so (Copenhagen Summit 2009, cited in Blank 2000)."),
]  # fmt: skip
"""Near misses."""


def last_in(text: str, language: str = "en") -> NamedCitation:
    return list(find_citations(text, language))[-1]


@pytest.mark.parametrize(("name", "text"), IN_TEXTS.items())
def test_each_row_has_an_example(name: str, text: str) -> None:
    language, _, rest = text.rpartition(": ") if text[2:4] == ": " else ("en", "", text)
    assert any(name in citation.signs for citation in find_citations(rest, language))


def test_no_row_is_without_one() -> None:
    assert [sign.name for sign in IN_TEXT] == list(IN_TEXTS)


@pytest.mark.parametrize(("name", "text"), UNSEEN)
def test_near_misses_show_nothing(name: str, text: str) -> None:
    assert name not in last_in(text).signs


def test_what_counts_for_a_citation_weighs_more_than_nothing() -> None:
    assert all(isinstance(sign, Sign) and abs(sign.weight) <= 9 for sign in (*IN_TEXT, *IN_DOCUMENT))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two prime ministers fell over Europe (Harrow, 1997; Tindal, 2016)."),
        ("de", "Drei Kanzler stürzten über den Haushalt (Ehrmann 1966; Schmitz 1982; Kohler 1998)."),
        ("fr", "Deux ministres sont tombés sur l’école (Maurois, 1984 ; Joubert, 1997)."),
        ("es", "Dos presidentes cayeron por la deuda (Alfonsino, 1989; Rueda, 2001)."),
        ("it", "Due governi caddero sul bilancio (Prodini 1998; Montesi 2012)."),
        ("pt", "Dois presidentes caíram cedo (Colares, 1992; Dilmar, 2016)."),
        ("ru", "Два министра пали из-за реформ (Виттель, 1906; Столпин, 1911)."),
        ("tr", "İki başbakan orduyla düştü (Demirkol, 1971; Erbakır, 1997)."),
    ],
)
def test_as_many_names_as_a_sentence_counts_are_what_it_counts(language: str, text: str) -> None:
    assert [one.label for one in find_citations(text, language) if one.plausible] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Mais selon (Halbrand 1999) rien ne change."),
        ("es", "Y según (Halbrand 1999) nada cambia. Para (Halbrand 1999) tampoco."),
        ("pt", "Conforme (Halbrand 1999) nada muda."),
        ("it", "Secondo (Halbrand 1999) nulla cambia."),
        ("ru", "Согласно (Петров 1999) всё идёт так же."),
    ],
)
def test_brackets_that_a_sentence_needs_as_a_name_are_a_citation(language: str, text: str) -> None:
    assert all(one.plausible for one in find_citations(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry sank within sight of the quay (Velora 1994)."),
        ("de", "Das Containerschiff lief auf Grund (Velora 1998)."),
        ("fr", "L’usine a fermé sans un mot (Velora, 1998)."),
        ("es", "El tribunal falló en contra (Velora, 1998)."),
        ("it", "La banca fallì di venerdì (Velora 1998)."),
        ("pt", "A barragem cedeu ao meio-dia (Velora, 1998)."),
        ("ru", "Плотину прорвало ночью (Велора, 1998)."),
        ("tr", "Bankası bir gecede battı (Velora, 1998)."),
        ("ar", "غرقت السفينة في الميناء (فيلورة، 1998)."),
    ],
)
def test_what_befell_a_thing_may_have_its_name_and_year(language: str, text: str) -> None:
    citations = list(find_citations(text, language))
    assert [verdict(InDocument(one, habits_of([]), known=False, accompanied=False)) for one in citations] == [
        Verdict.PERHAPS
    ]


@pytest.mark.parametrize(
    ("sign", "language", "text"),
    [
        (
            "what happened once, in a short sentence",
            "en",
            "The drug was withdrawn within a year (Velora 2004).",
        ),
        ("what happened once, in a short sentence", "de", "Das Mittel wurde zurückgezogen (Velora 2001)."),
        (
            "what happened once, in a short sentence",
            "de",
            "Die Währung verlor die Hälfte ihres Werts (Velora 1994).",
        ),
        (
            "what happened once, in a short sentence",
            "fr",
            "Les dockers refusèrent de décharger (Velora, 1950).",
        ),
        (
            "what happened once, in a short sentence",
            "es",
            "El alcalde fue reelegido pese a todo (Velora, 1995).",
        ),
        (
            "what happened once, in a short sentence",
            "it",
            "La moneta perse metà del suo valore (Velora 1994).",
        ),
        (
            "what happened once, in a short sentence",
            "pt",
            "A moeda perdeu metade do seu valor (Velora, 1994).",
        ),
        ("what happened once, in a short sentence", "tr", "Para değerinin yarısını yitirdi (Velora, 1994)."),
        ("a statesman's name in a sentence", "de", "Nach Balfour (1917) war das Land leer."),
        ("a statesman's name in a sentence", "ru", "Согласно Горбачёву (1987), земля пустовала."),
        ("a statesman's name in a sentence", "ar", "وفقًا لبلفور (1917) كانت الأرض خالية."),
        ("a claim", "fr", "L'étude de Blank (1990) reste la meilleure."),
        ("a claim", "fr", "comme le font, à l’instar de Blank (1990), les autres"),
        ("a claim", "ru", "Работа Бланкова (1990) до сих пор лучшая."),
        ("a claim", "ar", "ما زالت دراسة البلانكي (1990) أفضل الدراسات."),
    ],
)
def test_a_sign_is_known_in_other_languages(sign: str, language: str, text: str) -> None:
    assert sign in last_in(text, language).signs


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La monnaie perd toujours de sa valeur (Velora, 1994)."),
        ("fr", "La grève fut une fête (Velora, 1994)."),
        ("de", "Der Streik war längst verloren (Velora 1994)."),
        ("es", "La huelga estaba perdida de antemano (Velora, 1994)."),
        ("it", "La moneta perse metà del suo valore (Velora 1994: 12)."),
        ("tr", "Para değerini yitirmektedir (Velora, 1994)."),
    ],
)
def test_what_was_so_for_long_is_no_event(language: str, text: str) -> None:
    assert "what happened once, in a short sentence" not in last_in(text, language).signs


def test_an_ordinal_between_an_article_and_a_name_makes_it_a_thing_s() -> None:
    assert "a thing that is claimed" in last_in("The first Walkman (1979) made the street private.").signs


def test_a_place_in_them_is_none() -> None:
    assert not last_in("Murieron en (Guernica, 1937) muchos.", "es").plausible


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("وفقًا للرضواني (2010) لا شيء يتغير.", "للرضواني 2010"),
        ("ووفقا لحداد (2010) لا شيء يتغير.", "لحداد 2010"),
        ("يختلف البيطار (2013) معهم.", "يختلف البيطار 2013"),
        ("ترى الإسكوا (2015) أن النمو بطيء.", "ترى الإسكوا 2015"),
    ],
)
def test_arabic_ascribes_with_a_letter_that_is_joined_to_the_name(text: str, label: str) -> None:
    found = last_in(text, "ar")
    assert (found.label, found.plausible) == (label, True)


@pytest.mark.parametrize(
    "text",
    [
        "وفقًا للدستور (1956) كذا.",
        "وفقًا لاتفاقية أوسلو (1993) كذا.",
        "وفقًا للطائف (1989) كذا.",
        "تختلف الحرب (1973) عنها.",
    ],
)
def test_a_thing_after_the_same_words_is_no_author(text: str) -> None:
    assert not last_in(text, "ar").plausible


# In the document

ENTRIES = [
    "Blank, S. (1998) One.", "Clark, W. (2003) Two.", "Dole, R. (2007) Three.", "Evans, T. (2011) Four.",
    "Ford, H. (2015) Five.",
]  # fmt: skip
LINKED = "(Blank, 1998) (Clark, 2003) (Dole, 2007) (Evans, 2011) (Ford, 2015) "


def said_of(text: str, document: str = LINKED) -> Verdict:
    """Return what is said of the last citation in *text*, which stands in a *document*."""
    shelf = Shelf([read_reference(entry) for entry in ENTRIES])
    citations = with_mentions(list(find_citations(document + text)), [document, text])
    found = [bool(shelf.find(one).entries) for one in citations]
    habits = habits_of([one for one, entry in zip(citations, found, strict=True) if entry], shelf.years)
    group = list(listed_together(citations))[-1]
    beside = any(found[at] for at in group[:-1])
    return verdict(InDocument(citations[-1], habits, bool(shelf.near(citations[-1])), beside))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("so it was (Quill, 2004).", Verdict.MISSING),
        ("so it was (Quill, 2021).", Verdict.PERHAPS),  # the list ends in 2015
        ("so it was (Quill, 2019).", Verdict.MISSING),
        ("so it was (Quill, 1980).", Verdict.PERHAPS),
        ("so it was (Quill, 2019: 12).", Verdict.MISSING),
        ("so it was (Blank, 2019).", Verdict.MISSING),  # another work of hers is listed
        ("so it was (Clark, 2003; Quill, 2019).", Verdict.MISSING),
        ("Clark (2003), and Quill (2004) too.", Verdict.MISSING),
        ("so it was. Quill (2004) too.", Verdict.NONE),
        ("so it was (Quill 2004).", Verdict.PERHAPS),  # without the comma that others have
        ("as trains (Quill, 2004) came", Verdict.PERHAPS),
        ("so it was (Hungary, 2006).", Verdict.NONE),
        ("the Quill had sunk (Quill, 2004).", Verdict.PERHAPS),
        ("in Quill, and at Quill, they met (Quill, 2004).", Verdict.PERHAPS),
        ("in Quill it says more (Quill, 2004).", Verdict.MISSING),
        ("a quill is a pen (Quill, 2004).", Verdict.PERHAPS),
    ],
)
def test_what_the_document_shows(text: str, said: Verdict) -> None:
    assert said_of(text) is said


def test_where_surnames_are_in_capitals_small_letters_are_no_citation() -> None:
    capitals = "(BLANK, 1998) (CLARK, 2003) (DOLE, 2007) (EVANS, 2011) "
    assert said_of("so it was (QUILL, 2004).", capitals) is Verdict.MISSING
    assert said_of("so it was (Quill, 2004).", capitals) is Verdict.PERHAPS


def test_a_few_citations_show_no_habit() -> None:
    assert said_of("so it was (Quill 2004).", "(Blank, 1998) (Clark, 2003) ") is Verdict.MISSING


def test_what_is_seen_elsewhere_is_a_sign() -> None:
    (citation,) = with_mentions([last_in("so (Quill 2004).")], ["the Quill sank"])
    assert citation.signs[-1] == ELSEWHERE.name
    assert not citation.plausible
