"""One record, five vocabularies: all of them say the same."""

from __future__ import annotations

from functools import partial

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from support.described import URL, linked_data, metas

from sphinxext_eir.core.works import Work
from sphinxext_eir.features.metadata.head import Facts, head, json_ld
from sphinxext_eir.text.article import Article, Author, Date
from sphinxext_eir.text.name_parts import family_and_given, inverted, is_organisation

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), min_size=1, max_size=30)

NAMES = st.lists(TEXT, min_size=1, max_size=3).map(" ".join)


AUTHORS = st.one_of(
    NAMES.map(Author),
    st.tuples(TEXT, TEXT).map(lambda pair: Author(f"{pair[1]} {pair[0]}", pair[0], pair[1])),
)


DATES = st.one_of(
    st.none(),
    st.integers(1, 9999).map(Date),
    st.tuples(st.integers(1, 9999), st.integers(1, 12)).map(lambda parts: Date(*parts)),
    st.dates().map(lambda date: Date(date.year, date.month, date.day)),
)


ARTICLES = st.builds(
    partial(Article),
    title=NAMES,
    authors=st.lists(AUTHORS, max_size=3).map(tuple),
    date=DATES,
    publisher=st.one_of(st.just(""), NAMES),
    journal=st.one_of(st.just(""), NAMES),
    license=st.one_of(st.just(""), NAMES),
    keywords=st.lists(NAMES, max_size=3).map(tuple),
)


@given(article=ARTICLES, description=NAMES, works=st.lists(NAMES.map(Work), max_size=3))
def test_all_vocabularies_say_the_same(article: Article, description: str, works: list[Work]) -> None:
    facts = Facts(
        article, url=URL, pdf=f"{URL}a.pdf", image=f"{URL}a.png", description=description, works=tuple(works)
    )
    page = BeautifulSoup(head(facts), "html.parser")
    said, data = metas(page), linked_data(page)

    titles = (
        said["citation_title"],
        said["DC.title"],
        said["og:title"],
        said["twitter:title"],
        [data["headline"]],
    )
    assert all(title == [article.title] for title in titles)

    people = data.get("author", [])
    assert (
        [person["name"] for person in people]
        == said.get("article:author", [])
        == [a.name for a in article.authors]
    )
    filed = [", ".join(filter(None, (p.get("familyName"), p.get("givenName")))) or p["name"] for p in people]
    assert filed == said.get("citation_author", []) == said.get("DC.creator", [])

    dates = said.get("DC.date"), said.get("article:published_time"), [data.get("datePublished")]
    if article.date:
        assert all(date == [str(article.date)] for date in dates)
        (slashed,) = said["citation_publication_date"]
        assert [int(part) for part in slashed.split("/")] == [
            int(part) for part in str(article.date).split("-")
        ]
    else:
        assert "citation_publication_date" not in said
        assert dates == (None, None, [None])

    urls = (
        said["citation_fulltext_html_url"],
        said["DC.identifier"],
        said["og:url"],
        [data["@id"]],
        [data["url"]],
    )
    assert all(url == [URL] for url in urls)
    texts = said["description"], said["DC.description"], said["og:description"], said["twitter:description"]
    assert all(text == [description] == [data["description"]] for text in texts)
    assert said["og:image"] == said["twitter:image"] == [data["image"]]
    assert (
        said.get("DC.subject", [])
        == said.get("article:tag", [])
        == data.get("keywords", [])
        == list(article.keywords)
    )
    assert said["citation_language"] == said["DC.language"] == [data["inLanguage"]]
    assert said["citation_pdf_url"] == [data["encoding"]["contentUrl"]]
    assert said.get("citation_reference", []) == [work["name"] for work in data.get("citation", [])]
    assert (
        said.get("citation_publisher", [])
        == said.get("DC.publisher", [])
        == ([data["publisher"]["name"]] if article.publisher else [])
    )


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Abit Hoxha", "Hoxha", "Abit"),
        ("Stephen J. Blank", "Blank", "Stephen J."),
        ("Vincent van Gogh", "van Gogh", "Vincent"),
        ("Juan de la Cruz", "de la Cruz", "Juan"),
        ("Gabriel García Márquez", "", ""),
        ("European Union", "", ""),
        ("Amnesty International", "", ""),
        ("The Editors", "", ""),
        ("UNHCR", "", ""),
        ("Plato", "", ""),
        ("Malcolm X", "", ""),
        ("山田 太郎", "", ""),
        ("Лев Толстой", "Толстой", "Лев"),
        ("Лев Николаевич Толстой", "Толстой", "Лев Николаевич"),
        ("Белова Анна Сергеевна", "Белова", "Анна Сергеевна"),
        ("Дмитрий Дмитриевич Шостакович", "Шостакович", "Дмитрий Дмитриевич"),
        ("Анна Мария Белова", "", ""),
        ("Valéry d’Estaing", "d’Estaing", "Valéry"),
        ("Sultan al-Qasimi", "al-Qasimi", "Sultan"),
        ("Lucia dell’Aquila", "dell’Aquila", "Lucia"),
        ("Blank S. J.", "", ""),
    ],
)
def test_names_are_taken_apart_only_where_there_is_one_way(name: str, family: str, given: str) -> None:
    assert family_and_given(Author(name)) == (family, given)
    assert inverted(Author(name)) == (f"{family}, {given}" if family else name)


def test_an_organisation_is_no_person() -> None:
    assert is_organisation(Author("Ministry of Trade"))
    assert not is_organisation(Author("Jane Doe"))
    assert (
        json_ld(Facts(Article("A", authors=(Author("United Nations"),))))["author"][0]["@type"]
        == "Organization"
    )
