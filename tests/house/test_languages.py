"""What readers see in their language: words from our catalogues, dates and lists of names as they write them."""

from __future__ import annotations

import ast
import datetime
import gettext
import re
import string
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from support.paths import ROOT

from sphinxext_eir.core.languages import LOCALE
from sphinxext_eir.text.languages import byline_date, comma, in_capitals, joints, long_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from babel.messages.catalog import Catalog
    from support.sphinx_project import Project

LANGUAGES = ("ar", "de", "es", "fr", "it", "ja", "pt", "ru", "tr", "zh_CN")
SAME_AS_ENGLISH = {
    "de": {
        "Audio",
        "Audio: {title}",
        "Essay",
        "Essays",
        "Interview",
        "Interviews",
        "Original: {title}",
        "Video",
        "Video: {title}",
    },
    "es": {"Audio", "Audio: {title}"},
    "fr": {"Articles", "Audio", "Note", "Notes", "Page", "Volume {volume}", "pages {pages}"},
    "it": {"Audio", "Audio: {title}", "Video", "Video: {title}", "Volume {volume}"},
    "pt": {"Original: {title}", "Volume {volume}"},
    "tr": {"Video", "Video: {title}"},
}
"""Words that French shares with English; any other message that is left as it is was forgotten."""

MEND = "run the three commands in CONTRIBUTING.md, Translations"


# Sources, template, catalogues and compiled catalogues agree


def calls(path: Path) -> Iterator[tuple[ast.Call, bool]]:
    """Yield the calls of ``_`` in a source, and whether each stands in an f-string, where Babel misses it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = {
        id(inner) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
            yield node, id(node) in hidden


def read(path: Path, language: str | None = None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


def catalogue(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "sphinxext_eir.po"


def messages(catalog: Catalog) -> set[str]:
    return {str(message.id) for message in catalog if message.id}


def placeholders(text: str) -> list[str]:
    return sorted(
        name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None
    )


def test_every_message_can_be_extracted_and_is_in_the_template() -> None:
    found = set()
    for path in (ROOT / "sphinxext_eir").rglob("*.py"):
        for call, hidden in calls(path):
            (argument,) = call.args
            assert isinstance(argument, ast.Constant), f"{path}:{call.lineno}: not one literal string"
            assert not hidden, f"{path}:{call.lineno}: in an f-string, where Babel does not find it"
            found.add(argument.value)
    assert messages(read(LOCALE / "sphinxext_eir.pot")) == found, MEND


def test_the_catalogues_are_these() -> None:
    assert sorted(path.name for path in LOCALE.iterdir() if path.is_dir()) == list(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_translates_everything(language: str) -> None:
    template, catalog = read(LOCALE / "sphinxext_eir.pot"), read(catalogue(language), language)
    assert messages(catalog) == messages(template), MEND
    assert not catalog.obsolete
    for message in catalog:
        if message.id:
            assert not message.fuzzy, message.id
            assert message.string.strip(), f"{message.id!r} is not translated"
            assert placeholders(message.string) == placeholders(message.id)
            assert (message.string == message.id) == (message.id in SAME_AS_ENGLISH.get(language, ()))
            assert message.string[-1:] in ".。{}" or message.id[-1:] != "."


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_compiled_catalogue_is_its_source(language: str) -> None:
    with catalogue(language).with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in read(catalogue(language), language):
        if message.id:
            assert compiled.gettext(message.id) == message.string, MEND
    assert len(compiled._catalog) == len(messages(read(catalogue(language), language))) + 1, MEND


def test_the_typography_is_the_languages_own() -> None:
    for language in LANGUAGES:
        for message in read(catalogue(language), language):
            text = str(message.string) if message.id else ""
            assert not re.search("['\"]", text), f"{language}: a typewriter's quotation mark in {text!r}"
            if language == "fr":
                assert not re.search("(?<!\N{NO-BREAK SPACE})[:;!?»]", text), (
                    f"no protected space in {text!r}"
                )
            if language == "ar":
                assert not re.search("[,;?]", text), f"a Latin stop in {text!r}"


# Dates and names


@pytest.mark.parametrize(
    ("language", "day", "month", "sentence"),
    [
        ("en", "May 1 2012", "May 2012", "May 1, 2012"),
        ("en_GB", "May 1 2012", "May 2012", "1 May 2012"),
        ("de", "1. Mai 2012", "Mai 2012", "1. Mai 2012"),
        ("fr", "1er mai 2012", "mai 2012", "1er mai 2012"),
        ("es", "1 de mayo de 2012", "mayo de 2012", "1 de mayo de 2012"),
        ("ru", "1 мая 2012", "май 2012", "1 мая 2012\N{NO-BREAK SPACE}г."),
        ("uk", "1 травня 2012", "травень 2012", "1 травня 2012\N{NO-BREAK SPACE}р."),
        ("zh_CN", "2012年5月1日", "2012年5月", "2012年5月1日"),
        ("ar", "1 مايو 2012", "مايو 2012", "1 مايو 2012"),
        ("xx", "May 1 2012", "May 2012", "May 1, 2012"),
    ],
)
def test_dates_are_written_as_the_language_has_them(
    language: str, day: str, month: str, sentence: str
) -> None:
    date = datetime.date(2012, 5, 1)
    assert byline_date(date, language, with_day=True) == day
    assert byline_date(date, language, with_day=False) == month
    assert long_date(date, language) == sentence
    assert "1er" not in long_date(datetime.date(2012, 5, 12), language)


@pytest.mark.parametrize(
    ("language", "names", "expected"),
    [
        ("en", [], ""),
        ("en", ["A"], "A"),
        ("en", ["A", "B"], "A and B"),
        ("en_US", ["A", "B", "C", "D"], "A, B, C and D"),
        ("de", ["A", "B", "C"], "A, B und C"),
        ("fr", ["A", "B", "C"], "A, B et C"),
        ("es", ["Ana", "Blanca"], "Ana y Blanca"),
        ("es", ["Ana", "Juan", "Ignacio"], "Ana, Juan e Ignacio"),
        ("es", ["Ana", "Hierro"], "Ana y Hierro"),
        ("ru", ["А", "Б", "В"], "А, Б и В"),
        ("ar", ["سامي", "ليلى", "عمر"], "سامي وليلى وعمر"),
    ],
)
def test_names_are_listed_as_the_language_has_them(language: str, names: list[str], expected: str) -> None:
    assert (
        "".join(joint + name for joint, name in zip(joints(names, language), names, strict=True)) == expected
    )


@pytest.mark.parametrize(
    ("language", "expected"), [("ar", "، "), ("fa", "، "), ("zh-CN", "，"), ("ja", "、"), ("de", ", ")]
)
def test_a_comma_is_the_languages_own(language: str, expected: str) -> None:
    assert comma(language) == expected


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("tr", "Ali İnan ve Yıldız Demir, 1 Nisan", "ALİ İNAN VE YILDIZ DEMİR, 1 NİSAN"),
        ("de", "Jörg Weiß", "JÖRG WEIß"),
        ("fr", "1er mars 2024, Zoé Pierer", "1er MARS 2024, ZOÉ PIERER"),
        ("el", "Νίκος Καζαντζάκης", "ΝΙΚΟΣ ΚΑΖΑΝΤΖΑΚΗΣ"),
        ("en", "Abit Hoxha", "ABIT HOXHA"),
    ],
)
def test_capitals_are_the_languages_own(language: str, words: str, expected: str) -> None:
    assert in_capitals(words, language) == expected


# In a build

ESSAY = """\
Essay
=====

.. eir:article::
   :author: Jane Doe; John Roe
   :date: 2012-05-01
   :updated: 2013
   :canonical: https://example.org/essay/

So it is said [#a]_ by some (Blank 2000).

.. eir:pull-quote::
   :check: off

   Ein Satz.

.. eir:pull-quote::
   :check: off

   Noch ein Satz.

.. eir:about-author::

   Jane Doe.

.. [#a] A note. https://example.org/a (accessed May 1, 2012).

.. eir:bibliography::

   Blank, Stephen J. (2000) *Threats*.
"""

SEEN = {
    "en": ("Jane Doe and John Roe, May 1 2012, updated 2013", "Note [i]", "Archived copy near May 1, 2012"),
    "de": ("Jane Doe und John Roe, 1. Mai 2012, aktualisiert: 2013", "Anmerkung [i]", "Archivfassung, etwa vom 1. Mai 2012"),
    "fr": ("Jane Doe et John Roe, 1er mai 2012, mise à jour\N{NO-BREAK SPACE}: 2013", "Note [i]", "Copie archivée vers le 1er mai 2012"),
    "es": ("Jane Doe y John Roe, 1 de mayo de 2012, actualización: 2013", "Nota [i]", "Copia archivada en torno al 1 de mayo de 2012"),
    "ru": ("Jane Doe и John Roe, 1 мая 2012, обновлено: 2013", "Примечание [i]", "Архивная копия (ближайшая дата: 1 мая 2012\N{NO-BREAK SPACE}г.)"),
    "ar": ("Jane Doe وJohn Roe، 1 مايو 2012، آخر تحديث: 2013", "حاشية [i]", "نسخة مؤرشفة بتاريخ قريب من 1 مايو 2012"),
    "it": ("Jane Doe e John Roe, 1 maggio 2012, aggiornamento: 2013", "Nota [i]", "Copia archiviata (data più vicina: 1 maggio 2012)"),
    "ja": ("Jane Doe、John Roe、2012年5月1日、2013年更新", "注 [i]", "アーカイブ（2012年5月1日頃）"),
    "pt_BR": ("Jane Doe e John Roe, 1 de maio de 2012, atualizado: 2013", "Nota [i]", "Cópia arquivada (data mais próxima: 1 de maio de 2012)"),
    "tr": ("Jane Doe ve John Roe, 1 Mayıs 2012, güncelleme: 2013", "Not [i]", "Arşiv kopyası (en yakın tarih: 1 Mayıs 2012)"),
    "zh_CN": ("Jane Doe和John Roe，2012年5月1日，更新于2013年", "注释 [i]", "存档副本（2012年5月1日前后）"),
}  # fmt: skip
NAMES = {
    "en": ("About the authors", "Notes", "Bibliography", "Pull quote, Pull quote 2", "Back to reference 1 of note i"),
    "de": ("Zu den Personen", "Anmerkungen", "Literaturverzeichnis", "Hervorgehobenes Zitat, Hervorgehobenes Zitat 2", "Zurück zu Verweis 1 auf Anmerkung i"),
    "fr": ("Notices biographiques", "Notes", "Bibliographie", "Citation en exergue, Citation en exergue 2", "Retour à l’appel 1 de la note i"),
    "es": ("Notas biográficas", "Notas", "Bibliografía", "Cita destacada, Cita destacada 2", "Volver a la llamada 1 de la nota i"),
    "ru": ("Об авторах", "Примечания", "Список литературы", "Цитата-врезка, Цитата-врезка 2", "Вернуться к ссылке 1 на примечание i"),
    "ar": ("نبذة عن الكتّاب", "الحواشي", "قائمة المراجع", "اقتباس بارز, اقتباس بارز 2", "العودة إلى الإحالة رقم 1 على الحاشية i"),
    "it": ("Sugli autori", "Note", "Bibliografia", "Citazione in evidenza, Citazione in evidenza 2", "Torna al rimando 1 della nota i"),
    "ja": ("著者紹介", "注", "参考文献", "抜粋引用, 抜粋引用 2", "注 i の参照箇所 1 に戻る"),
    "pt_BR": ("Sobre os autores", "Notas", "Referências bibliográficas", "Citação em destaque, Citação em destaque 2", "Voltar à chamada 1 da nota i"),
    "tr": ("Yazarlar hakkında", "Notlar", "Kaynakça", "Öne çıkan alıntı, Öne çıkan alıntı 2", "i numaralı notun 1. göndermesine dön"),
    "zh_CN": ("作者简介", "注释", "参考文献", "重点引文, 重点引文 2", "返回注释 i 的第 1 处注号"),
}  # fmt: skip


@pytest.mark.parametrize("language", SEEN)
def test_a_page_speaks_its_language_throughout(project: Project, language: str) -> None:
    build = project.write({"essay.rst": ESSAY}).build(language=language, eir_archive_links=True)
    page = build.page("essay")
    assert build.warnings == []
    byline, reference, archived = SEEN[language]
    assert page.select_one(".eir-byline").get_text() == byline
    assert page.select_one(".eir-noteref")["aria-label"] == reference
    assert page.select_one(".eir-archive").get_text() == archived
    author, notes, bibliography, quotes, back = NAMES[language]
    assert page.select_one(".eir-about-author")["aria-label"] == author
    assert page.select_one(".eir-notes")["aria-label"] == notes
    assert page.select_one(".eir-bibliography")["aria-label"] == bibliography
    assert ", ".join(quote["aria-label"] for quote in page.select("aside.eir-pull-quote")) == quotes
    backlink = page.select_one(".eir-notes .eir-backlink")
    assert backlink["aria-label"] == back
    assert backlink.get_text()[0] == ("↪" if language == "ar" else "↩")
    assert (language == "en") == ("conversion errors" in page.select_one(".eir-notice").get_text())


def test_a_regional_variety_has_its_languages_words(project: Project) -> None:
    build = project.write({"essay.rst": ESSAY}).build(language="fr_CA")
    assert build.page("essay").select_one(".eir-about-author")["aria-label"] == "Notices biographiques"


def test_warnings_are_for_authors_and_stay_english(project: Project) -> None:
    project.write({"essay.rst": ESSAY.replace("2000) *", "2001) *")})
    (warning,) = project.build(language="de").warnings
    assert "eir.citation_missing" in warning
    assert re.search(r"\bno\b|\bnot\b", warning)


# On paper

PAPER = {
    "de": ("Von Jane Doe und John Roe", "Seite"),
    "fr": ("Par Jane Doe et John Roe", "Page"),
    "es": ("Por Jane Doe y John Roe", "Página"),
    "ru": ("Текст: Jane Doe и John Roe", "Страница"),
    "ar": ("بقلم Jane Doe وJohn Roe", "صفحة"),
}


@pytest.mark.parametrize("language", PAPER)
def test_running_heads_and_notices_speak_it_too(project: Project, language: str) -> None:
    source = project.write({"essay.rst": ESSAY}).build("latex", language=language).read("essays.tex")
    written_by, page = PAPER[language]
    assert f"{{{written_by}}}{{{page}}}{{" in source
    assert "auto-generated" not in source
