"""Articles in other languages than English: which one, and by the words of each, byline, date, bibliography, notes and biography."""

from __future__ import annotations

import json
from pathlib import Path

import babel
import pytest

from sphinxext_eir.conversion.document import Bibliography, Biography, Heading, Notes, text_of
from sphinxext_eir.conversion.inlines import plain
from sphinxext_eir.conversion.pipeline import Result, convert_reading
from sphinxext_eir.conversion.reading.text import read_string
from sphinxext_eir.conversion.structure.bylines import date_in, iso_date

ARTICLES = {
    "de": (
        "Die langsame Brücke", "Von Karl Brandt und Eva Sommer, 3. März 2011", "Fazit", "Fußnoten", "Quellenverzeichnis",
        "Zu den Autoren", ("Karl Brandt", "Eva Sommer"), "2011-03-03",
    ),
    "fr": (
        "Le pont lent", "Par Luc Moreau, 14 juillet 2011", "Avant-propos", "Notes de fin", "Ouvrages cités", "L’auteur", ("Luc Moreau",), "2011-07-14",
    ),
    "es": (
        "El puente lento", "Por Ana Molina, 3 de enero de 2011", "Prólogo", "Notas al pie", "Obras citadas", "Acerca de la autora",
        ("Ana Molina",), "2011-01-03",
    ),
    "pt": (
        "A ponte lenta", "Por Rita Lopes e Rui Alves, 3 de março de 2011", "Considerações finais", "Notas de rodapé", "Referências",
        "Sobre os autores", ("Rita Lopes", "Rui Alves"), "2011-03-03",
    ),
    "it": (
        "Il ponte lento", "Di Mario Conti, 3 marzo 2011", "Premessa", "Note", "Opere citate", "L’autore", ("Mario Conti",), "2011-03-03",
    ),
    "ru": (
        "Медленный мост", "Автор: Олег Седов, 3 марта 2011 г.", "Выводы", "Сноски", "Литература", "Сведения об авторе", ("Олег Седов",), "2011-03-03",
    ),
    "tr": (
        "Yavaş köprü", "Ali Kaya ve Can Demir, 3 Mart 2011", "Giriş", "Dipnotlar", "Kaynakça", "Yazarlar hakkında",
        ("Ali Kaya", "Can Demir"), "2011-03-03",
    ),
    "ar": (
        "الجسر البطيء", "بقلم سامي نصار، 3 مارس 2011", "تمهيد", "الهوامش", "المصادر والمراجع", "نبذة عن الكاتب", ("سامي نصار",), "2011-03-03",
    ),
}  # fmt: skip
"""Title, byline, a section, notes, bibliography, biography, then the authors and the date."""


def test_names_in_a_script_without_capitals_are_known_after_by_without_a_date() -> None:
    text = "فن العبارة\n\nبقلم هالة السلماني وياسر البترلي\n\n14 مارس 2019\n\nمقدمة\n\nالعبارة مكان انتظار يتعلم فيه الركاب الصبر.\n"
    front = convert_reading(read_string(text), "article", "rst", {}).value.document.front
    assert (front.authors, front.date) == (("هالة السلماني", "ياسر البترلي"), "2019-03-14")


@pytest.mark.parametrize("code", ARTICLES)
def test_the_parts_of_an_article_are_known_by_the_words_of_its_language(code: str) -> None:
    title, byline, section, notes, bibliography, biography, authors, date = ARTICLES[code]
    text = (
        f"{title}\n\n{byline}\n\n{section}\n\nPons est longus, et nemo festinat.[1]\n\n{bibliography}\n\nBlank, S. (2000) Pons. Roma.\n\n"
        f"{notes}\n\n[1] Blank, 2000.\n\n{biography}\n\n{authors[0]} Romae vivit.\n"
    )
    result: Result = convert_reading(read_string(text), "article", "rst", {})
    blocks = result.value.document.blocks
    assert result.value.ledger.unexplained == ()
    assert (result.value.document.front.authors, result.value.document.front.date) == (authors, date)
    assert [plain(block.title) for block in blocks if isinstance(block, Bibliography)] == [bibliography]
    assert [plain(block.title) for block in blocks if isinstance(block, Notes)] == [notes]
    assert [text_of(inner) for block in blocks if isinstance(block, Biography) for inner in block.blocks] == [
        f"{authors[0]} Romae vivit."
    ]


HEADS = {
    "de": ("Der Schalter", ["Dr. Karl Brandt", "Universität Kiel", "Kiel, den 3. März 2011"], "Karl Brandt (Universität Kiel)"),
    "fr": ("Le guichet", ["Luc Moreau", "Université de Nantes", "Paris, le 3 mars 2011"], "Luc Moreau (Université de Nantes)"),
    "es": ("La ventanilla", ["Ana Molina", "Universidad de Oviedo", "3 de marzo de 2011"], "Ana Molina (Universidad de Oviedo)"),
    "it": ("Lo sportello", ["Mario Conti", "Università di Torino", "3 marzo 2011"], "Mario Conti (Università di Torino)"),
    "pt": ("O guichê", ["Rita Lopes", "Universidade do Porto", "3 de março de 2011"], "Rita Lopes (Universidade do Porto)"),
    "ru": ("Окошко", ["Седов Олег Петрович", "Тартуский университет", "3 марта 2011 г."], "Седов Олег Петрович (Тартуский университет)"),
    "tr": ("Gişe", ["Ali Kaya", "Ege Üniversitesi", "3 Mart 2011"], "Ali Kaya (Ege Üniversitesi)"),
    "ar": ("الشباك", ["سلمى الهرماني", "جامعة تونس", "3 مارس 2011"], "سلمى الهرماني (جامعة تونس)"),
}  # fmt: skip


@pytest.mark.parametrize("code", HEADS)
def test_a_line_of_names_is_known_by_the_institution_under_it(code: str) -> None:
    title, head, author = HEADS[code]
    text = "\n\n".join((title, *head, "Pons est longus, et nemo festinat in ponte.", ""))
    front = convert_reading(read_string(text), "article", "rst", {}).value.document.front
    assert [name.removeprefix("Dr. ") for name in front.authors] == [author]
    assert front.date == "2011-03-03"


def test_the_number_of_the_first_section_is_no_initial() -> None:
    long = "Quien saca un número sale a escena, y la administración mira: no hay ensayo, ni lo hubo nunca."
    head = "La ventanilla\n\nAna Molina\n\nUniversidad de Oviedo\n\n3 de marzo de 2011\n\n"
    text = f"{head}I. Molino\n\n{long}\n\nII. El número\n\n{long}\n"
    front = convert_reading(read_string(text), "article", "rst", {}).value.document.front
    assert (plain(front.title), front.authors) == ("La ventanilla", ("Ana Molina",))


@pytest.mark.parametrize(
    "heading", ["Pour conclure", "A modo de cierre", "Вместо заключения", "Sonuç Yerine", "على سبيل الختام"]
)
def test_essayists_words_for_beginnings_and_ends_are_headings(heading: str) -> None:
    text = f"Title\n\nPons est longus, et nemo festinat in ponte.\n\n{heading}\n\nPons erit longus.\n"
    blocks = convert_reading(read_string(text), "article", "rst", {}).value.document.blocks
    assert [text_of(block) for block in blocks if isinstance(block, Heading)] == [heading]


@pytest.mark.parametrize(
    ("byline", "said", "date"),
    [
        ("par Anne Bretonneau", "12/05/2018", "2018-05-12"),
        ("por Ana Bretón", "2/5/2018", "2018-05-02"),
        ("por Ana Bretón", "12/15/2018", ""),
    ],
)
def test_a_date_in_numbers_has_the_day_first_but_in_english(byline: str, said: str, date: str) -> None:
    code = "fr" if byline.startswith("par") else "es"
    text = f"Filas\n\n{byline}\n\n{said}\n\n{DECLARATION[code][1]}.\n"
    assert convert_reading(read_string(text), "article", "rst", {}).value.document.front.date == date
    english = f"Queues\n\nBy Jane Doe\n\n{said}\n\n{DECLARATION['en'][1]}.\n"
    assert convert_reading(read_string(english), "article", "rst", {}).value.document.front.date == ""


@pytest.mark.parametrize("code", ["en", "de", "fr", "es", "pt", "it", "ru", "tr"])
def test_months_in_capitals_are_those_in_small_letters(code: str) -> None:
    for number, name in babel.Locale(code).months["format"]["wide"].items():
        capitals = (name.replace("i", "İ") if code == "tr" else name).upper()
        match = date_in(f"3 {capitals} 2016")
        assert match
        assert iso_date(match) == f"2016-{number:02}-03"


def test_each_of_two_authors_has_the_institution_under_the_name() -> None:
    text = "Of Counters\n\nJane Doe\n\nUniversity of Leith\n\nJohn Roe\n\nCollege of Skarre\n\nMarch 3, 2011\n\nWho waits is patient.\n"
    front = convert_reading(read_string(text), "article", "rst", {}).value.document.front
    assert front.authors == ("Jane Doe (University of Leith)", "John Roe (College of Skarre)")


def test_a_line_over_an_institution_that_names_nobody_stays_in_the_text() -> None:
    text = "Of Counters\n\nA first look at queues\n\nUniversity of Leith\n\nWho waits is patient.\n"
    made = convert_reading(read_string(text), "article", "rst", {}).value
    assert made.document.front.authors == ()
    assert "University of Leith" in made.text


DECLARATION: dict[str, tuple[str, str]] = json.loads(
    (Path(__file__).parents[1] / "data" / "udhr.json").read_text(encoding="utf-8")
)
"""Tag → name and two hundred words of the Universal Declaration of Human Rights, as Unicode has collected them."""


def converted(code: str, metadata: dict[str, str] | None = None, *, byline: str = "") -> Result:
    """Convert an article in a language."""
    text = f"Title\n\n{byline or 'By Jane Doe, March 3, 2011'}\n\n{DECLARATION[code][1]}.\n"
    return convert_reading(read_string(text), "article", "rst", metadata or {})


@pytest.mark.parametrize("code", ["de-1996", "fr", "es", "it", "ru", "tr", "ar", "pl", "uk"])
def test_the_language_of_a_text_is_written_and_reported(code: str) -> None:
    language = code.partition("-")[0]
    article = converted(
        code if code in DECLARATION else next(c for c in DECLARATION if c.startswith(code))
    ).value
    assert f":lang: {language}\n" in article.text
    assert article.language == language


def test_english_is_reported_and_not_written() -> None:
    article = converted("en").value
    assert ":lang:" not in article.text
    assert article.language == "en"


def test_the_language_that_the_user_gives_wins() -> None:
    article = converted("de-1996", {"lang": "de-AT"}).value
    assert ":lang: de-AT\n" in article.text
    assert article.language == "de-AT"
    assert ":lang: en\n" in converted("en", {"lang": "en"}).value.text


def test_names_in_capitals_get_the_small_letters_of_the_language() -> None:
    article = converted("tr", byline="İPEK YILDIZ VE ALİ KILIÇ, 3 MART 2011").value
    assert article.document.front.authors == ("İpek Yıldız", "Ali Kılıç")


@pytest.mark.parametrize(
    ("language", "broken", "whole"),
    [
        ("en", "co-\ncomplement", "cocomplement"),
        ("ru", "социально-\nэкономические", "социально-экономические"),
        ("de", "West-\neuropa", "Westeuropa"),
        ("de", "nicht-\nstaatliche", "nicht-staatliche"),
        ("de", "Rohöl-\nund Gasexporte", "Rohöl- und Gasexporte"),
        ("de", "words-\nwords", "wordswords"),
        ("en", "pre-\nand post-war", "pre- and post-war"),
        ("en", "th-\nousand", "thousand"),
        ("en", "th\u2011\nousand", "thousand"),
        ("fr", "words existe-\nt-il", "words existe-t-il"),
        ("en", "ex-\namined", "examined"),
    ],
)
def test_words_that_lines_cut_are_judged_by_their_language(language: str, broken: str, whole: str) -> None:
    text = f"Title\n\nThese are words that it says existe: the {broken} and more words."
    article = convert_reading(read_string(text), "article", "rst", {"lang": language}).value
    assert f"the {whole} and" in article.text


@pytest.mark.parametrize(
    ("title", "biography"),
    [
        ("Entretien avec Léa Noël", "Léa Noël enseigne la philosophie à Lyon."),
        ("Interview mit Jörg Weiß", "Jörg Weiß lehrt Philosophie in Köln."),
        ("Intervista a Chiara Neri", "Chiara Neri insegna storia a Pisa."),
    ],
)
def test_the_person_of_an_interview_is_known_by_the_words_of_each_language(
    title: str, biography: str
) -> None:
    text = f"{title}\n\nPons est longus, et nemo festinat.\n\nPons est brevis.\n\n{biography}\n"
    result: Result = convert_reading(read_string(text), "article", "rst", {})
    found = [block for block in result.value.document.blocks if isinstance(block, Biography)]
    assert ["".join(map(text_of, block.blocks)) for block in found] == [biography]
