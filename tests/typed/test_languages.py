"""Typed citations in the languages that have a vocabulary: what is linked, what is reported, and what isn't a citation."""

from __future__ import annotations

import pytest

from sphinxext_eir.typed.citations import Form, find_citations
from sphinxext_eir.typed.matching import Shelf
from sphinxext_eir.typed.references import read_reference
from sphinxext_eir.typed.words import words_for

ENTRIES = {
    "de": ["Krüger, Ute/Lange, Bernd (Hg.) (2003): Band. Opladen.", "Müller, Hans (2000): Warten. Köln.", "Weiß, Karl (o. J.): Ohne Datum. (Zugriff am 12.03.2012)."],
    "fr": ["Durand, Anne et Martin, Luc (dir.) (1999), La patience, Paris.", "Leblanc, Yves (s. d.), Sans date (consulté le 12 mars 2012)."],
    "es": ["Ortega y Gasset, Jaime (2005). Meditaciones. Madrid.", "García Márquez, Ana e Ibáñez, Luis (2006). La costa. Bogotá."],
    "pt": ["SOUZA, Ana; SILVA, Rui. A fila. São Paulo: Ática, 2010. Acesso em: 12 mar. 2012.", "COSTA E SILVA, Ana. O mar. Rio: Zahar, 2014."],
    "it": ["Rossi, Mario e Bianchi, Anna (2001). Titolo. Milano."],
    "ru": ["Иванов И. И. Ожидание. М.: Наука, 2005. URL: https://example.org (дата обращения: 12.03.2012).", "Петров А. А., Сидоров Б. Б. Терпение. СПб.: Питер, 1999.", "Смирнова О. О. Путь. М., 2008а."],
    "tr": ["Yılmaz, Ali ve Demir, Can (2001). Beklemek. Ankara.", "Işık, Ayşe (2005). Zaman. Ankara."],
    "ar": ["أبو زيد، هدى (1991أ). القانون. القاهرة.", "الخطيب، أحمد (2005). الانتظار. بيروت.", "سالم، محمود، وحداد، ليلى (1999). الصبر. القاهرة."],
    "zh": ["王明 (2001). 等待. 北京.", "李华、张伟 (1999). 耐心. 北京.", "陳靜、劉洋（1998）。《時刻表》。臺北：三民。"],
    "ja": ["田中太郎 (2001) 『待つ』東京.", "鈴木一郎・佐藤花子（1999）「忍耐」『思想』3号.", "マックス・ウェーバー（2004）『経済と社会』東京."],
}  # fmt: skip

LINKED = {
    "de": ["(Krüger/Lange 2003: 12 ff.)", "Müller (2000, S. 12ff.)", "(z. B. Müller 2000)", "(Weiß o. J., S. 4)", "(Krüger / Lange 2003)", "Müller sagt es anders (vgl. 2000: 4)", "[vgl. Müller 2000, S. 12]", "(Mueller 2000)"],
    "fr": ["(voir Durand et Martin, 1999 : 12 sq.)", "(Leblanc, s. d., p. 3)", "[Durand et Martin, 1999]"],
    "es": ["(véase Ortega y Gasset, 2005, pág. 12)", "(García Márquez e Ibáñez, 2006)", "(García Márquez y otros, 2006)"],
    "pt": ["(SOUZA; SILVA, 2010, p. 4)", "(Souza e Silva, 2010)", "(COSTA E SILVA, 2014)"],
    "it": ["(cfr. Rossi e Bianchi, 2001, pp. 12 ss.)"],
    "ru": ["[Иванов, 2005, с. 12]", "Иванов (2005, с. 12)", "(см. Петров и Сидоров 1999)", "Иванова (2005)", "(Смирнова 2008а: 4)"],
    "tr": ["(bkz. Yılmaz ve Demir, 2001, s. 12)", "Işık’ın (2005)", "(Yılmaz – Demir, 2001, 45)", "Işık’a göre (2005, s. 3) öyledir"],
    "ar": ["(الخطيب، 2005، ص 12)", "(الخطيب، ٢٠٠٥، ص ١٢)", "(سالم وحداد 1999)", "(انظر: الخطيب، 2005)", "(الخطيب، 2005م)", "(أبو زيد، 1991أ، ص 3)", "(أبو زيد، 1991ا)"],
    "zh": ["李华和张伟（1999）", "（王明，2001：12）", "王明（2001）", "（李华、张伟，1999）", "陳靜與劉洋（1998）", "（參見王明，2001，頁 12）"],
    "ja": ["（田中，2001，12頁）", "（田中2001:12）", "（鈴木・佐藤，1999）", "鈴木・佐藤（1999：15）によれば", "（ウェーバー，2004，28頁）"],
}  # fmt: skip

IBID = [
    "(ebd., S. 12)", "(ibid. : 3)", "(ibíd., p. 3)", "(ivi, p. 3)", "[Там же, с. 12]", "(a.g.e., s. 12)", "(المرجع نفسه، ص 12)",
    "（同上，第12页）",
]  # fmt: skip

REPORTED = {
    "de": ["Fischer (1999) zeigt das Gegenteil.", "Das Warten ist eine Kunst (Fischer 1999).", "Nach Fischer (1999) ist es so.", "(vgl. Fischer 1999; Lehmann 2001)"],
    "fr": ["Fischer (1999) soutient que oui.", "L’attente est un art (Fischer, 1999).", "Selon Fischer (1999), oui.", "(voir Fischer, 1999 ; Lehmann, 2001)"],
    "es": ["Fischer (1999) sostiene que sí.", "Esperar es un arte (Fischer, 1999).", "Según Fischer (1999), sí.", "(véase Fischer, 1999)"],
    "pt": ["Fischer (1999) sustenta que sim.", "Esperar é uma arte (FISCHER, 1999).", "Segundo Fischer (1999), sim.", "(ver Fischer, 1999)"],
    "it": ["Fischer (1999) sostiene di sì.", "Aspettare è un’arte (Fischer, 1999).", "Secondo Fischer (1999), sì.", "(si veda Fischer, 1999)"],
    "ru": ["Фишер (1999) утверждает, что да.", "Ждать — искусство (Фишер 1999).", "По Фишеру (1999), да.", "Спорно [Фишер, 1999, с. 12]."],
    "tr": ["Fischer (1999) bunu savunur.", "Beklemek bir sanattır (Fischer, 1999).", "(bkz. Fischer, 1999)"],
    "ar": ["يرى الخطيب (1999) غير ذلك.", "الانتظار فن (الخطيب، 1999، ص 12)."],
}  # fmt: skip

IN_ONE_BRACKET = [
    ("de", "(Müller 2000; ders. 2003)", ["Müller, Jörg (2000): Eins. Köln.", "Müller, Jörg (2003): Zwei. Köln."]),
    ("fr", "(Durand, 1999 ; id., 2003, p. 4)", ["Durand, A. (1999). Un. Paris.", "Durand, A. (2003). Deux. Paris."]),
    ("pt", "Machado (2001, p. 2 apud Aguiar, 1991, p. 5)", ["MACHADO, H. Torres. Belém, 2001.", "AGUIAR, H. O direito. São Paulo, 1991."]),
    ("es", "Márquez (2001, como se cita en Aguilar, 1991)", ["Márquez, U. (2001). Torres.", "Aguilar, H. (1991). El derecho."]),
    ("tr", "(Meriç, 2001’den akt. Akın, 1991, 50-55)", ["Meriç, U. (2001). Kuleler.", "Akın, H. (1991). Hukuk."]),
    ("pt", "Bakhtin (2011 [1979], 2015 [1934-1935])", ["BAKHTIN, M. M. Estética. São Paulo, 2011.", "BAKHTIN, M. M. Teoria. São Paulo, 2015."]),
]  # fmt: skip
"""The same author again, and works cited at second hand: ABNT NBR 10520 (2023, 7.2), İSNAD (3, 4), APA (7, 8.6)."""


@pytest.mark.parametrize(("code", "text", "entries"), IN_ONE_BRACKET)
def test_both_works_in_one_bracket_are_linked(code: str, text: str, entries: list[str]) -> None:
    shelf = Shelf([read_reference(entry) for entry in entries])
    found = [shelf.find(citation).entries for citation in find_citations(f"x {text} x", code)]
    assert [match[0].text for match in found if match] == entries


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Nach Ansicht von Fischer (1999) nicht."),
        ("tr", "Fischer’in (1999) tezi budur."),
        ("de", "Fischers (1999) These wurde angegriffen."),
        ("fr", "La thèse de Fischer (1999) a été attaquée."),
        ("fr", "Comme l’écrit Fischer (1999), oui."),
        ("it", "La tesi di Fischer (1999) fu attaccata."),
        ("tr", "Fischer’e (1999) göre öyle değildir."),
        ("ar", "تخلت عن ذلك لينكفيست (1998، ص. 40) لاحقا."),
        ("ar", "قاس لينكفيست وبارتا (2004) الثقة."),
        ("ar", "بالنسبة إلى لينكفيست (1998) ذلك صحيح."),
    ],
)
def test_words_of_a_language_that_ascribe_a_thought(code: str, text: str) -> None:
    assert any(citation.plausible for citation in find_citations(text, code))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Zwölf traten bei (Osterweiterung 2004), und einer ging (Ratssitzung 1985)."),
        ("es", "Se amplió (Incorporación, 1986)."),
        ("pt", "Foi assim (Fundição, 1988)."),
        ("it", "Si firmò (Allargamento, 2004)."),
        ("ru", "Они вступили (Расширение 2004)."),
        ("tr", "Katıldılar (Yerelleşme, 2004)."),
    ],
)
def test_a_noun_is_told_by_its_ending(code: str, text: str) -> None:
    assert [citation.label for citation in find_citations(text, code) if citation.plausible] == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Das Gesetz verbot Vereine, und der Kulturkampf (1871) war nicht vergessen."),
        ("de", "Filme wie Barbara (Petzoldt 2012) kehren dazu zurück."),
        ("de", "In Das weiße Band (Hanke 2009) kommt sie aus der Ordnung."),
        ("de", "Im Historikerstreit (1986) ging es um die Republik."),
        (
            "fr",
            "Les ordonnances de Villers-Cotterêts (1539) imposèrent la langue, et la Fronde (1648) passa.",
        ),
        ("en", "The electorate, however, had changed (Obama, 2008)."),
        ("ru", "Избиратель был уже другим (Обама, 2008)."),
    ],
)
def test_what_acts_in_a_year_cites_nothing(code: str, text: str) -> None:
    assert [citation.label for citation in find_citations(text, code) if citation.plausible] == []


@pytest.mark.parametrize(
    ("code", "text"),
    [("de", "(Hartung 2004)"), ("pt", "(Conceição, 2004)"), ("de", "(Böll-Stiftung 2004: 3)")],
)
def test_a_surname_with_such_an_ending_stays_one(code: str, text: str) -> None:
    assert any(citation.plausible for citation in find_citations(text, code))


TRAPS = {
    "de": "(Mai 1945) (Grundgesetz 1949) (Herbst 1989) (Köln 1999) (Wien 1815) (Ungarn 1956) (Artikel 5, 1949) (Abbildung 4, 2001)",
    "fr": "(mai 1945) (Constitution de 1958) (Automne 1989) (Genève, 1954) (Hongrie, 1956) (Article 5, 1949) (Tableau 4, 2001)",
    "es": "(Mayo 1945) (Ley Orgánica, 1985) (Otoño 1989) (Sevilla, 1992) (Hungría, 1956) (Artículo 5, 1949) (Cuadro 4, 2001)",
    "pt": "(Maio 1945) (Constituição, 1988) (Primavera 1968) (Rio de Janeiro, 1992) (Hungria, 1956) (Artigo 5, 1988) (Tabela 4, 2001)",
    "it": "(Maggio 1945) (Costituzione, 1948) (Primavera 1968) (Roma, 1957) (Ungheria, 1956) (Articolo 5, 1948) (Tabella 4, 2001)",
    "ru": "(Май 1945) (мая 1945) (Конституция 1993) (Весна 1968) (Ялта 1945) (Венгрия 1956) (Статья 5, 1949) (Таблица 4, 2001) (В 2005)",
    "tr": "(Mayıs 1945) (Anayasa, 1982) (İlkbahar 1968) (Lozan, 1923) (Macaristan, 1956) (Madde 5, 1949) (Tablo 4, 2001)",
    "ar": "(مايو 1945) (دستور 1971) (ربيع 1968) (القاهرة 1952) (المجر 1956) (المادة 5، 1949) (الجدول 4، 2001)",
}


def each(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(code, text) for code, texts in table.items() for text in texts]


@pytest.mark.parametrize(("code", "text"), each(LINKED))
def test_what_has_an_entry_is_linked_whatever_the_document_s_language(code: str, text: str) -> None:
    shelf = Shelf([read_reference(entry) for entry in ENTRIES[code]])
    for language in (code, "en", "nl"):
        found = [shelf.find(citation) for citation in find_citations(f"x {text} x", language)]
        assert [len(match.entries) for match in found] == [1]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Müllers (2000)"),
        ("ru", "Смирнова это видела [2008а, с. 4]"),
        ("ru", "Ивановым (2005)"),
        ("ar", "للخطيب (2005)"),
    ],
)
def test_a_name_as_the_sentence_inflects_it_is_linked_in_its_language(code: str, text: str) -> None:
    shelf = Shelf([read_reference(entry) for entry in ENTRIES[code]])
    assert [len(shelf.find(citation).entries) for citation in find_citations(f"x {text} x", code)] == [1]


@pytest.mark.parametrize("text", IBID)
def test_words_for_the_work_cited_last(text: str) -> None:
    assert [citation.form for citation in find_citations(text)] == [Form.IBID]


@pytest.mark.parametrize(("code", "text"), each(REPORTED))
def test_what_has_no_entry_is_reported_in_the_document_s_language(code: str, text: str) -> None:
    assert any(citation.plausible for citation in find_citations(text, code))


@pytest.mark.parametrize("code", ["nl", "ko", "zh", "ja"])
def test_nothing_is_reported_in_a_language_without_words_to_judge_by(code: str) -> None:
    assert not any(citation.plausible for citation in find_citations("It is (Blank 1999: 12).", code))


@pytest.mark.parametrize("code", TRAPS)
def test_months_laws_and_places_are_no_authors(code: str) -> None:
    assert [citation.label for citation in find_citations(TRAPS[code], code) if citation.plausible] == []


REAL_TRAPS = {
    "de": "Obwohl Island bis zu einem sehr viel späteren Zeitpunkt (1918) unter der politischen Kontrolle Dänemarks stand, sind sehr wenige Entlehnungen zu finden.",
    "pt": "Recebeu o grau de Doctor of Medicine do Indiana Medical College (1875). Um playboy despreocupado, em Sabrina (1954), interpretada por Audrey Hepburn.",
    "ru": "Говорят у нас в Донбассе(Исполнение 1949г.)",
}  # fmt: skip
"""Sentences of the treebanks of Universal Dependencies (PUD, GSD, Taiga): of 211 with a year in brackets, these were reported."""


@pytest.mark.parametrize("code", REAL_TRAPS)
def test_years_in_brackets_of_other_people_s_sentences_are_no_citations(code: str) -> None:
    assert [citation.label for citation in find_citations(REAL_TRAPS[code], code) if citation.plausible] == []


FROM_JOURNALS = [
    ("BAKHTIN, M. M. Formas de tempo e de cronotopo no romance (Ensaios de poética) [1975]. In: BAKHTIN, M. M. Questões. São Paulo: UNESP, 1988. p.211-362.", "Bakhtin (1988, p.358) discute"),
    ("VOLOCHÍNOV, V. Que é a linguagem? [1930]. In: VOLOCHÍNOV, V. N. A construção. São Carlos: Pedro, 2013. p.131-156.", "Volochínov (2013, p.138; grifos no original)"),
    ("PATACA, Ermelinda Moutinho. Coletar, preparar, remeter (1777-1808). Revista de História, v.4, n.2, p.125-138. 2011.", "(Pataca, 2011)"),
    ("SADOUL, G. Dictionary of Films. Berkeley: University of California Press, 1972b. (Originalmente publicado em Paris: Seuil, 1965).", "(SADOUL, 1972b, p. 19)"),
    ("ALMEIDA, J. L. S. de; PERUCCHI, V.; FREIRE, G. H. de A. Ciência-Ação em Ciência da Informação. Encontros Bibli, v. 25, p. 01-24, 2020.", "(ALMEIDA; PERUCCHI; FREIRE, 2020)"),
    ("GÓES, G. S.; MARTINS, F. dos S.; NASCIMENTO, J. A. S. O trabalho remoto. Brasília: Ipea, 2021.", "Góes, Martins e Nascimento (2021)"),
    ("ESCOLA NACIONAL DE ADMINISTRAÇÃO PÚBLICA. ENAP. Escritora americana explica. 2021. Acesso em: 13 ago. 2021.", "(ENAP, 2021, n.p)"),
    ("Instituto Nacional de Estudos e Pesquisas Educacionais Anísio Teixeira. (2024a). Resumo técnico.", "(Inep, 2024a)"),
    ("NBS – National Bureau of Statistics of China. National data. Beijing: NBS, 2024. Last access: Jan. 14, 2025.", "(NBS, 2024)"),
    ("IBGE - INSTITUTO BRASILEIRO DE GEOGRAFIA E ESTATÍSTICA. Censo Indígena. Rio de Janeiro: IBGE, 2012.", "(IBGE, 2012)"),
    ("United Nations Educational, Scientific and Cultural Organization. Science Report. Paris, 2015. Acesso em 1 set. 2020.", "( United Nations Educational, Scientific and Cultural Organization, 2015)"),
    ("EMPRESÁRIOS alertan que ley antidespidos impulsará litigios. El Cronista, 22 abr. 2016. Econ", "( EMPRESÁRIOS…, 2016 )"),
    ("LOS MINISTROS Nicolás Dujovne y Francisco Cabrera: entre amigos se entienden. Página 12, 14 jun. 2017.", "( LOS MINISTROS..., 2017 )"),
    ("Hernández-de-Menéndez, M., Vallejo Guevara, A., Tudón Martínez, J. C. (2019). Active learning.", "(Hernández-de-Menéndez et al.; 2019)"),
    ("HOU, J.; GELB, S.; CALABRESE, L. The shift in China. The Overseas Institute, Aug. 2017. Last access: Jan. 14, 2024.", "(Hou; Gelb; Calabrese, 2017)"),
    ("RUIZ, L. ¿Que és un laboratorio ciudadano? Madrid: Medialab Prado: 2021.", "Ruiz (2021, p. 3, our translation)"),
    ("BAKHTIN, M. M. Estética da criação verbal. 4. ed. São Paulo: Martins Fontes, 2011/1979.", "Bakhtin (2011)"),
    ("ARRUDA, J. Black Lives Matter: entenda o movimento. Universa Uol. 03-06-2020. Acesso em: 7 mai. 2022.", "(ARRUDA, 2020; grifo nosso)"),
    ("Repiso, R. Impacto de las revistas emergentes de Bibliotecología en Web of Science (2017). Bibliotecas, v. 15, n. 1, p. 126-129, 2019.", "( Repiso, 2019)"),
    ("Köppen, G. Classificação Climática. Disponível em https://example.org/k.pdf (acesso em 17-XI-2019).", "(Köppen 2019)"),
    ("DIÓGENES LAERCIO. Vidas y opiniones. Trad. L. Bredlow. Madrid: Lucina, 2010.", "(DIÓGENES LAERCIO, VI 40, 2010, p. 220)"),
    ("Ghizoni-Jr., I.R. & Azevedo, M.A.G. 2006. Composição de bandos. Biotemas, 19(2): 47-53.", "by Ghizoni-Jr. & Azevedo (2006)"),
    ("Справочник пространств / под ред. К. Р. Иволгина. М.: РГГУ, 1998.", "[Справочник пространств, 1998, с. 3]"),
    ("MANOVICH, L. The Language of New Media, Cambridge: The MIT Press, 2001, 2002.", "(MANOVICH, 2001, p. 22)"),
]  # fmt: skip
"""Entries and their citations in articles that SciELO has published, where its markup says that they belong together."""


@pytest.mark.parametrize(("entry", "text"), FROM_JOURNALS)
def test_citations_of_articles_in_journals_find_their_entries(entry: str, text: str) -> None:
    shelf = Shelf([read_reference(entry), read_reference("Silva, A. (1999) Outro.")])
    found = [shelf.find(citation) for citation in find_citations(f"x. {text} x", "pt")]
    assert [match.entries[0].text for match in found if match.entries] == [entry]


@pytest.mark.parametrize(
    ("entry", "year"),
    [
        ("Blank, S. (2000) The war (1914–1918). London.", "2000"),
        ("Blank, S. The war (1914–1918). London: House (2000).", "2000"),
        ("Blank, S. Journal of Rivers 12 (2000), 3–14.", "2000"),
        ("Blank, S. The war of 1812. London, 2000.", "2000"),
        ("Blank, S. The bridge [1928]. London.", "1928"),
        ("Blank, S. The war (1914–1918). London.", "1914"),
    ],
)
def test_a_time_in_a_title_is_no_date_of_the_work_if_it_has_another(entry: str, year: str) -> None:
    assert read_reference(entry).years[0] == year


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("de", "das Segelschiff *Skarre*", True),
        ("de", "ein U-Boot namens *Skarre*", True),
        ("de", "die Firma Roe", True),
        ("de", "ein Zank um Roe", False),  # less than an ending
        ("tr", "gemide", True),
        ("tr", "gemlik", False),  # less than a beginning
        ("en", "the ship *Skarre*", True),
        ("en", "a friendship", False),
    ],
)
def test_things_with_names_of_their_own_are_told_by_a_word_its_beginning_or_its_end(
    language: str, text: str, *, named: bool
) -> None:
    assert bool(words_for(language).things.search(text)) is named


def test_days_of_the_week_are_no_authors_in_their_language() -> None:
    assert "montag" in words_for("de").no_author
    assert "montag" not in words_for("fr").no_author
