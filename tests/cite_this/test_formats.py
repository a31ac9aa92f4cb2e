"""How to cite an article: in words, in the formats of reference managers, and as others read them."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.citable import LINE, URL
from support.paths import TESTS

from sphinxext_eir.features.cite_this.formats import (
    CitableArticle,
    bibtex,
    csl_json,
    key,
    latex,
    phrases,
    ris,
)
from sphinxext_eir.text.article import Article, Author, Date
from sphinxext_eir.text.name_parts import inverted

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinxext_eir.csl.pandoc import Pandoc


FULL = CitableArticle(
    Article(
        "Évil & {good}: 100% #1_a for $5 ~x^2 -- it's",
        authors=(
            Author("Jane Doe", "Doe", "Jane"),
            Author("Ministry of Trade and Industry"),
            Author("Vincent van Gogh"),
            Author("Gabriel García Márquez"),
        ),
        date=Date(2012, 5, 12),
        publisher="A & B",
        journal="C & D",
        issn="2053-8626",
        doi="10.1000/18_2",
        license="CC BY-NC 4.0",
        keywords=("two words", "time, its passing"),
        short_title="Évil",
    ),
    "https://example.org/a_b?x=1&y=%20#z",
)


NAMES = st.text("abcéשA", min_size=1, max_size=8)


def words(citable: CitableArticle) -> str:
    return "".join(phrase.text for phrase in phrases(citable))


# In words


def test_the_citation_reads_as_e_ir_cites() -> None:
    article = Article(
        "Russia's Foreign Policy in Kosovo",
        authors=(Author("Abit Hoxha"),),
        date=Date(2012, 5, 12),
        publisher="E-International Relations",
    )
    assert words(CitableArticle(article, URL)) == LINE


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (Article("A"), "“A”"),
        (Article("A", doi="10.1000/182"), "“A”, https://doi.org/10.1000/182"),
        (Article("A", journal="J", date=Date(2012)), "“A”, 2012, J"),
        (Article("A", date=Date(2012, 5)), "“A”, May 2012"),
        (Article('On "War" and “Peace”'), "“On ‘War’ and ‘Peace’”"),
        (Article("A", authors=(Author("B"), Author("C"), Author("D"))), "B, C and D, “A”"),
    ],
)
def test_what_is_not_known_is_left_out(article: Article, expected: str) -> None:
    assert words(CitableArticle(article)) == expected


def test_quotation_marks_and_dates_are_the_languages() -> None:
    assert words(CitableArticle(Article("A", date=Date(2012, 5, 12)), language="de")) == "„A“, 12. Mai 2012"
    assert words(CitableArticle(Article("A"), language="xx")) == "“A”"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "“A: B”"), ("fr", "«\xa0A\xa0: B\xa0»"), ("zh-CN", "“A：B”"), ("ja", "「A：B」")],
)
def test_a_subtitle_follows_the_colon_of_the_language(language: str, expected: str) -> None:
    assert words(CitableArticle(Article("A", subtitle="B"), language=language)) == expected


# Formats


def test_bibtex() -> None:
    assert bibtex(FULL) == (
        "@article{doe2012evil,\n"
        "  author = {Doe, Jane and {Ministry of Trade and Industry} and van Gogh, Vincent and {Gabriel García Márquez}},\n"
        "  title = {{Évil \\& \\{good\\}: 100\\% \\#1\\_a for \\$5 \\~{}x\\^{}2 -{}- it's}},\n"
        "  shorttitle = {{Évil}},\n"
        "  journal = {C \\& D},\n"
        "  year = {2012},\n"
        "  month = may,\n"
        "  publisher = {A \\& B},\n"
        "  issn = {2053-8626},\n"
        "  doi = {10.1000/18_2},\n"
        "  url = {https://example.org/a_b?x=1&y=%20#z},\n"
        "  language = {en},\n"
        "  keywords = {two words, {time, its passing}},\n"
        "  copyright = {CC BY-NC 4.0},\n"
        "  date = {2012-05-12},\n"
        "}\n"
    )


def test_bibtex_has_a_range_of_pages_with_two_hyphens_that_tex_makes_a_dash_of() -> None:
    article = Article("A", journal="J", first_page="33", last_page="51")
    assert "  pages = {33--51},\n" in bibtex(CitableArticle(article))


def test_ris() -> None:
    assert ris(FULL).split("\r\n") == [
        "TY  - JOUR",
        "ID  - doe2012evil",
        "AU  - Doe, Jane",
        "AU  - Ministry of Trade and Industry,",
        "AU  - van Gogh, Vincent",
        "AU  - Gabriel García Márquez,",
        f"TI  - {FULL.article.title}",
        "ST  - Évil",
        "T2  - C & D",
        "PY  - 2012",
        "DA  - 2012/05/12",
        "PB  - A & B",
        "SN  - 2053-8626",
        "DO  - 10.1000/18_2",
        f"UR  - {FULL.url}",
        "LA  - en",
        "KW  - two words",
        "KW  - time, its passing",
        "CR  - CC BY-NC 4.0",
        "ER  - ",
        "",
    ]


def test_csl_json() -> None:
    assert json.loads(csl_json(FULL)) == [
        {
            "id": "doe2012evil",
            "type": "article-journal",
            "title": FULL.article.title,
            "title-short": "Évil",
            "author": [
                {"family": "Doe", "given": "Jane"},
                {"literal": "Ministry of Trade and Industry"},
                {"family": "van Gogh", "given": "Vincent"},
                {"literal": "Gabriel García Márquez"},
            ],
            "issued": {"date-parts": [[2012, 5, 12]]},
            "container-title": "C & D",
            "publisher": "A & B",
            "ISSN": "2053-8626",
            "DOI": "10.1000/18_2",
            "URL": FULL.url,
            "language": "en",
            "keyword": "two words, time, its passing",
            "custom": {"license": "CC BY-NC 4.0"},
        }
    ]


@pytest.mark.parametrize(
    ("date", "in_bibtex", "in_ris", "in_csl"),
    [
        (Date(2012), ["year = {2012}"], ["PY  - 2012", "DA  - 2012"], [2012]),
        (Date(2012, 5), ["year = {2012}", "month = may"], ["PY  - 2012", "DA  - 2012/05"], [2012, 5]),
        (Date(90), ["year = {90}"], ["PY  - 0090", "DA  - 0090"], [90]),
    ],
)
def test_a_partial_date_stays_partial(
    date: Date, in_bibtex: list[str], in_ris: list[str], in_csl: list[int]
) -> None:
    citable = CitableArticle(Article("A", date=date))
    assert re.findall(r"(?:year|month|day|date) = [^,]*", bibtex(citable)) == in_bibtex
    assert re.findall(r"(?:PY|DA)  - \S*", ris(citable)) == in_ris
    assert json.loads(csl_json(citable))[0]["issued"] == {"date-parts": [in_csl]}


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [Author("Jane Doe"), Author("European Union"), Author("Ana and Co", "and Co", "Ana")]
            ),
            st.tuples(NAMES, NAMES).map(lambda pair: Author(f"{pair[1]} {pair[0]}", pair[0], pair[1])),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_all_formats_name_the_same_authors(authors: list[Author]) -> None:
    citable = CitableArticle(Article("A", authors=tuple(authors)))
    filed = [inverted(author) for author in authors]
    (item,) = json.loads(csl_json(citable))
    assert [
        person.get("literal") or f"{person['family']}, {person['given']}" for person in item["author"]
    ] == filed
    assert [name.rstrip(",") for name in re.findall(r"AU  - (.*)\r", ris(citable))] == filed
    (field,) = re.findall(r"  author = \{(.*)\},\n", bibtex(citable))
    assert [re.sub("[{}]", "", name) for name in re.split(r" and (?![^{}]*\})", field)] == filed


def test_an_article_without_a_journal_is_a_page_of_the_web() -> None:
    citable = CitableArticle(Article("A"), URL)
    assert bibtex(citable).startswith("@misc{a,")
    assert ris(citable).startswith("TY  - ELEC\r\n")
    assert json.loads(csl_json(citable))[0]["type"] == "webpage"


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (Article("The Élan of A–B", authors=(Author("Zoë Ångström"),), date=Date(2012)), "angstrom2012elan"),
        (Article("Işık", authors=(Author("Işıl Yıldız"),), date=Date(2024)), "yildiz2024isik"),
        (Article("Ælfric, Łódź", authors=(Author("Søren Weiß"),)), "weissaelfric"),
        (Article("On-line", publisher="E-IR"), "eiron"),
        (Article("平和", authors=(Author("山田 太郎", "山田", "太郎"),), date=Date(2012)), "2012"),
        (Article("平和"), "article"),
    ],
)
def test_a_key_is_ascii(article: Article, expected: str) -> None:
    assert key(CitableArticle(article)) == expected


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40))
def test_no_text_upsets_the_braces_of_bibtex(text: str) -> None:
    written = latex(text)
    depth = 0
    for character in written:
        depth += (character == "{") - (character == "}")
        assert depth >= 0
    assert depth == 0
    assert not re.search(r"(?<!\\)[&%$#_]", written)


# As others read them


def by_pandoc(pandoc: Pandoc, text: str, form: str) -> dict[str, Any]:
    command = [str(pandoc.path), "--from", form, "--to", "csljson"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    (item,) = json.loads(done.stdout)
    return item


def people(item: dict[str, Any]) -> list[tuple[str, str]]:
    """Return family and given names; for a name that is used whole, that and nothing."""
    particles = ("dropping-particle", "non-dropping-particle", "family")
    return [
        (
            " ".join(filter(None, (person.get(part) for part in particles))) or person["literal"],
            person.get("given", ""),
        )
        for person in item["author"]
    ]


PEOPLE = [
    ("Doe", "Jane"),
    ("Ministry of Trade and Industry", ""),
    ("van Gogh", "Vincent"),
    ("Gabriel García Márquez", ""),
]


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "csljson", "ris"])
def test_pandoc_reads_the_same_record(pandoc: Pandoc, form: str) -> None:
    text = {"bibtex": bibtex, "biblatex": bibtex, "csljson": csl_json, "ris": ris}[form](FULL)
    item = by_pandoc(pandoc, text, form)
    assert item["title"].replace("’", "'") == FULL.article.title
    assert people(item) == PEOPLE
    # pandoc reads of RIS only the year.
    assert item["issued"] == {"date-parts": [[2012] if form == "ris" else [2012, 5, 12]]}
    assert item["type"] == "article-journal"
    assert (item["container-title"], item["publisher"]) == ("C & D", "A & B")
    assert (item["DOI"], item["ISSN"], item["URL"]) == ("10.1000/18_2", "2053-8626", FULL.url)
    assert sorted(re.split(r", (?!its)", item["keyword"])) == ["time, its passing", "two words"]


@settings(max_examples=25)
@given(
    title=st.text(st.sampled_from("ab é&%$#_{}^~\\'-שA"), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool),
)
def test_pandoc_reads_any_title(pandoc: Pandoc, title: str) -> None:
    title = f"x {' '.join(title.split())} x"
    item = by_pandoc(pandoc, bibtex(CitableArticle(Article(title))), "bibtex")
    assert item["title"].replace("’", "'").replace("‘", "'").replace("\xa0", " ") == title


@pytest.fixture(scope="session")
def zotero(program: Callable[[str], str]) -> Callable[[str, str], dict[str, Any]]:
    """Return a reader that reads a citation with one of Zotero's own translators."""
    node, bundle = program("node"), os.environ.get("EIR_ZOTERO_TRANSLATORS", "")
    if not Path(bundle).is_file():
        pytest.skip("EIR_ZOTERO_TRANSLATORS does not name index.js of the npm package zotero-translators")

    def read(label: str, text: str) -> dict[str, Any]:
        script = TESTS / "support" / "zotero.js"
        done = subprocess.run(
            [node, script, bundle, label], input=text, capture_output=True, text=True, check=True
        )
        (item,) = json.loads(done.stdout)
        return item

    return read


@pytest.mark.parametrize(("label", "write"), [("BibTeX", bibtex), ("RIS", ris)])
def test_zotero_reads_the_same_record(
    zotero: Callable[[str, str], dict[str, Any]], label: str, write: Callable[[CitableArticle], str]
) -> None:
    # Its translator for BibTeX writes another kind of tilde.
    item = zotero(label, write(FULL))
    assert item["title"].replace("\u223c", "~") == FULL.article.title
    assert [(person["lastName"], person.get("firstName", "")) for person in item["creators"]] == PEOPLE
    assert item["itemType"] == "journalArticle"
    assert item["date"] in ("2012-05-12", "May 12 2012")
    assert (item["publicationTitle"], item["publisher"], item["rights"]) == ("C & D", "A & B", "CC BY-NC 4.0")
    assert (item["DOI"], item["ISSN"], item["url"]) == ("10.1000/18_2", "2053-8626", FULL.url)
    assert (item["language"], item["shortTitle"]) == ("en", "Évil")
    # Its translator for BibTeX takes any comma for one between keywords.
    assert ", ".join(item["tags"]) == "two words, time, its passing"
