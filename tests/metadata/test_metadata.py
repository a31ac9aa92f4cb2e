"""What a page says of its article to machines, and where it is said."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from support.described import URL, linked_data, metas
from support.sphinx_project import Project, assert_incremental_equals_fresh, assert_parallel_equals_serial

from sphinxext_eir.features.metadata.head import Facts, head, json_ld, without
from sphinxext_eir.text.article import Article, Author
from sphinxext_eir.text.description import LONGEST, opening

if TYPE_CHECKING:
    from support.sphinx_project import Build


BASE = "https://essays.example/"

ESSAY = f"""\
:author: Doe, Jane <https://orcid.org/0000-0002-1825-0097> (University of Somewhere); John Roe
:date: 2024-03-01
:updated: 2024-04-02
:canonical: {URL}
:publisher: Example Press
:journal: Journal of Patience
:issn: 2053-8626
:doi: 10.1000/182
:license: CC BY-NC 4.0
:keywords: patience; time, its passing
:description: Why waiting is an art.
:image: pictures/waiting.png

The Art of *Waiting*
====================

.. eir:article::

Nobody is born with it (Blank 2000).

Bibliography
------------

.. eir:bibliography::

   Blank, Stephen (2000) *Threats*. Carlisle: SSI. https://doi.org/10.1000/5
"""


PLAIN = "Plain\n=====\n\nAn API page.\n"


def built(project: Project, source: str = ESSAY, builder: str = "html", **settings: object) -> Build:
    (project.root / "pictures").mkdir(exist_ok=True)
    (project.root / "pictures" / "waiting.png").write_bytes(b"PNG")
    index = "Essays\n======\n\n.. toctree::\n\n   essay\n   plain\n"
    project.write({"essay.rst": source, "plain.rst": PLAIN, "index.rst": index})
    return project.build(builder, **{"html_baseurl": BASE} | settings)


# What is said


def test_a_page_says_everything_that_the_record_has(project: Project) -> None:
    build = built(project)
    assert build.warnings == []
    said = metas(build.page("essay"))
    said.pop("viewport")
    both = ["Doe, Jane", "Roe, John"]
    picture = [f"{BASE}_images/waiting.png"]
    assert said == {
        "description": ["Why waiting is an art."],
        "citation_title": ["The Art of Waiting"],
        "citation_author": both,
        "citation_author_institution": ["University of Somewhere"],
        "citation_author_orcid": ["https://orcid.org/0000-0002-1825-0097"],
        "citation_publication_date": ["2024/3/1"],
        "citation_online_date": ["2024/3/1"],
        "citation_journal_title": ["Journal of Patience"],
        "citation_publisher": ["Example Press"],
        "citation_issn": ["2053-8626"],
        "citation_doi": ["10.1000/182"],
        "citation_language": ["en"],
        "citation_keywords": ["patience; time, its passing"],
        "citation_fulltext_html_url": [URL],
        "citation_reference": ["Blank, Stephen (2000) Threats. Carlisle: SSI. https://doi.org/10.1000/5"],
        "DC.title": ["The Art of Waiting"],
        "DC.creator": both,
        "DC.date": ["2024-03-01"],
        "DC.publisher": ["Example Press"],
        "DC.description": ["Why waiting is an art."],
        "DC.subject": ["patience", "time, its passing"],
        "DC.language": ["en"],
        "DC.rights": ["CC BY-NC 4.0"],
        "DC.identifier": [URL, "https://doi.org/10.1000/182"],
        "DC.type": ["Text"],
        "og:type": ["article"],
        "og:locale": ["en_US"],
        "og:title": ["The Art of Waiting"],
        "og:url": [URL],
        "og:description": ["Why waiting is an art."],
        "og:image": picture,
        "og:site_name": ["Journal of Patience"],
        "article:published_time": ["2024-03-01"],
        "article:modified_time": ["2024-04-02"],
        "article:author": ["Jane Doe", "John Roe"],
        "article:tag": ["patience", "time, its passing"],
        "twitter:card": ["summary_large_image"],
        "twitter:title": ["The Art of Waiting"],
        "twitter:description": ["Why waiting is an art."],
        "twitter:image": picture,
    }


def test_linked_data_says_the_same(project: Project) -> None:
    data = linked_data(built(project).page("essay"))
    (cited,) = data.pop("citation")
    assert (cited["@type"], cited["sameAs"]) == ("CreativeWork", "https://doi.org/10.1000/5")
    assert data == {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "@id": URL,
        "url": URL,
        "mainEntityOfPage": URL,
        "headline": "The Art of Waiting",
        "name": "The Art of Waiting",
        "author": [
            {
                "@type": "Person",
                "name": "Jane Doe",
                "familyName": "Doe",
                "givenName": "Jane",
                "sameAs": "https://orcid.org/0000-0002-1825-0097",
                "affiliation": {"@type": "Organization", "name": "University of Somewhere"},
            },
            {"@type": "Person", "name": "John Roe", "familyName": "Roe", "givenName": "John"},
        ],
        "datePublished": "2024-03-01",
        "dateModified": "2024-04-02",
        "publisher": {"@type": "Organization", "name": "Example Press"},
        "isPartOf": {"@type": "Periodical", "name": "Journal of Patience", "issn": "2053-8626"},
        "identifier": {"@type": "PropertyValue", "propertyID": "doi", "value": "10.1000/182"},
        "sameAs": "https://doi.org/10.1000/182",
        "license": "https://creativecommons.org/licenses/by-nc/4.0/",
        "keywords": ["patience", "time, its passing"],
        "genre": "article",
        "inLanguage": "en",
        "description": "Why waiting is an art.",
        "image": f"{BASE}_images/waiting.png",
    }


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("CC BY-SA 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("https://example.org/terms", "https://example.org/terms"),
        ("All rights reserved", {"@type": "CreativeWork", "name": "All rights reserved"}),
    ],
)
def test_a_licence_is_its_url_where_it_has_one(typed: str, said: object) -> None:
    assert json_ld(Facts(Article("A", license=typed)))["license"] == said


def test_nothing_is_said_where_there_is_no_article(project: Project) -> None:
    build = built(project)
    for name in ("plain", "index", "genindex", "search"):
        page = build.page(name)
        assert set(metas(page)) <= {"viewport", "robots"}
        assert page.select("script[type='application/ld+json'], link[rel='schema.DC']") == []


def test_what_is_not_known_is_not_said(project: Project) -> None:
    page = built(project, "A\n=\n\n.. eir:article::\n", html_baseurl="").page("essay")
    assert set(metas(page)) == {
        "viewport", "citation_title", "citation_language", "DC.title", "DC.language", "DC.type",
        "og:type", "og:title", "og:locale", "twitter:card", "twitter:title",
    }  # fmt: skip
    assert page.select("link[rel=canonical]") == []
    assert "@id" not in linked_data(page)


def test_an_e_book_has_metadata_of_its_own(project: Project) -> None:
    text = built(project, builder="epub").read("essay.xhtml")
    assert "citation_title" not in text
    assert "ld+json" not in text


def test_a_single_page_speaks_for_its_own_document_alone(project: Project) -> None:
    page = built(project, builder="singlehtml").page()
    assert "citation_title" not in metas(page)
    (project.root / "index.rst").write_text(
        "I\n=\n\n.. eir:article::\n\n.. toctree::\n\n   essay\n   plain\n"
    )
    assert metas(project.build("singlehtml").page())["citation_title"] == ["I"]


# Addresses


@pytest.mark.parametrize(("builder", "path"), [("html", "essay.html"), ("dirhtml", "essay/")])
def test_the_address_is_the_originals_or_else_the_pages(project: Project, builder: str, path: str) -> None:
    source = ESSAY.replace(f":canonical: {URL}\n", "")
    suffix = ".html" if builder == "html" else "/index.html"
    page = built(project, source, builder).page("essay", suffix)
    assert [link["href"] for link in page.select("link[rel=canonical]")] == [BASE + path]
    assert metas(page)["og:url"] == [BASE + path]
    assert linked_data(page)["@id"] == BASE + path


@pytest.mark.parametrize(
    ("canonical", "base", "pdf"),
    [
        ("", BASE, f"{BASE}essay.pdf"),
        (f"{BASE}essay/", BASE, f"{BASE}essay.pdf"),
        (URL, BASE, None),  # the copy of an article, on another site
        (URL, "", None),
    ],
)
@pytest.mark.usefixtures("pandoc")
def test_a_pdf_is_told_of_where_it_is_on_the_pages_site(
    project: Project, canonical: str, base: str, pdf: str | None
) -> None:
    pytest.importorskip("typst", reason="typst is not installed")
    source = ESSAY.replace(f":canonical: {URL}\n", f":canonical: {canonical}\n" if canonical else "")
    plain = metas(built(project, source, html_baseurl=base).page("essay"))
    assert "citation_pdf_url" not in plain
    build = built(project, source, out="pdfs", html_baseurl=base, eir_article_pdfs=True)
    page = build.page("essay")
    assert metas(page).get("citation_pdf_url") == ([pdf] if pdf else None)
    assert linked_data(page).get("encoding", {}).get("contentUrl") == pdf


def test_a_picture_is_copied_and_needs_the_sites_address(project: Project) -> None:
    build = built(project)
    assert (build.out / "_images" / "waiting.png").read_bytes() == b"PNG"
    page = built(project, out="nowhere", html_baseurl="").page("essay")
    assert "og:image" not in metas(page)
    assert metas(page)["twitter:card"] == ["summary"]


def test_a_picture_elsewhere_is_where_it_is(project: Project) -> None:
    picture = "https://example.org/p.png"
    page = built(project, ESSAY.replace("pictures/waiting.png", picture), html_baseurl="").page("essay")
    assert metas(page)["og:image"] == metas(page)["twitter:image"] == [picture]


@pytest.mark.parametrize("name", ["none.png", "9" * 300], ids=["absent", "longer than a name can be"])
def test_a_missing_picture_is_reported(project: Project, name: str) -> None:
    build = built(project, ESSAY.replace("waiting.png", name))
    (warning,) = build.warnings
    assert warning.startswith("essay.rst:")
    assert warning.endswith(
        f"WARNING: image: there is no file 'pictures/{name}', and link previews show no picture [eir.article]"
    )
    assert "og:image" not in metas(build.page("essay"))


# Descriptions


BODY = """\
A
=

.. eir:article::
{abstract}

{meta}

.. eir:pull-quote::

   born with it

Nobody is *born*\\ [i]_ with it [#n]_, said Dr. Who of the U.N. Security Council. {{It}} "grows".

.. note:: Not here? It is text.

.. [i] First note.
.. [#n] Second note.

Bibliography
------------

.. eir:bibliography::

   Blank (2000) Threats.
"""


def described(project: Project, abstract: str = "", meta: str = "") -> str:
    build = built(project, BODY.format(abstract=abstract, meta=meta))
    (said,) = metas(build.page("essay"))["description"]
    return said


def test_the_opening_sentences_describe_an_article_without_what_is_no_text(project: Project) -> None:
    assert described(project) == (
        "Nobody is born with it, said Dr. Who of the U.N. Security Council. {It} “grows”. Not here? It is text."
    )


def test_where_a_mark_stood_is_no_gap_before_a_stop_or_a_quotation_mark(project: Project) -> None:
    abstract = (
        "\n   \"Early [i]_\" and 'gone [i]_'; they end [i]_: so [i]_, :eir:note:`N.` (it is said) [i]_."
    )
    assert described(project, abstract) == "“Early” and ‘gone’; they end: so, (it is said)."


def test_an_abstract_describes_it_better(project: Project) -> None:
    abstract = "\n   An abstract [i]_ *of*\n   two lines.\n\n   And more."
    assert described(project, abstract) == "An abstract of two lines. And more."


def test_what_docutils_says_of_an_abstract_describes_nothing(project: Project) -> None:
    assert described(project, "\n   An abstract :nosuch:`of` words.") == "An abstract :nosuch:`of` words."


def test_what_html_is_told_of_a_page_is_not_said_twice(project: Project) -> None:
    assert (
        described(project, meta='.. meta::\n   :description: The "author\'s" own.') == 'The "author\'s" own.'
    )


def test_a_description_ends_with_a_sentence_if_it_can() -> None:
    sentence = "It was written by J. R. Smith in the U.S. for us. "
    text = opening([sentence * 20])
    assert len(text) <= LONGEST
    assert text.endswith("for us.")
    assert opening(["word " * 100]).endswith("word…")
    assert len(opening(["字" * 400])) <= LONGEST + 1
    assert opening(["第一句。" * 100]).endswith("。")
    assert opening([]) == ""


# Safety


HOSTILE = "\"><script>alert(1)</script> </script><!-- & ' שלום\u202eevil \u2028 \\"


def test_a_title_cannot_break_out() -> None:
    page = BeautifulSoup(
        head(Facts(Article(HOSTILE, authors=(Author(HOSTILE),)), description=HOSTILE)), "html.parser"
    )
    assert len(page.select("script")) == 1
    assert [child for child in page.children if child.name is None and child.strip()] == []
    assert metas(page)["citation_title"] == metas(page)["og:title"] == metas(page)["description"] == [HOSTILE]
    assert linked_data(page)["headline"] == HOSTILE
    script = head(Facts(Article(HOSTILE))).split("ld+json", 1)[1]
    assert script.count("<") == 1
    assert "\u2028" not in script


# With other extensions


def test_what_another_extension_says_of_an_article_is_not_said_twice() -> None:
    theirs = (
        '<meta property="og:title" content="a > b" />\n<meta name="description" content="x" />\n'
        "<meta property='og:image:width' content='1' /><meta name=\"robots\" content=\"noindex\">"
    )
    assert (
        without(theirs, ["og:title", "og:image", "description"]) == '<meta name="robots" content="noindex">'
    )


def test_sphinxext_opengraph_leaves_articles_to_us(project: Project) -> None:
    extensions = ["sphinxext_eir", "sphinxext.opengraph"]
    build = built(project, extensions=extensions, ogp_site_url=BASE, ogp_social_cards={"enable": False})
    said = metas(build.page("essay"))
    assert [name for name, contents in said.items() if name.startswith("og:") and len(contents) > 1] == []
    assert said["og:title"] == ["The Art of Waiting"]
    assert said["og:type"] == ["article"]
    assert metas(build.page("plain"))["og:type"] == ["website"]


# Laws


def test_parallel_equals_serial(project: Project) -> None:
    project.settings["html_baseurl"] = BASE
    sources = {
        f"essay{number}.rst": ESSAY.replace("waiting.png", f"p{number % 3}.png") for number in range(12)
    }
    for number in range(3):
        (project.root / "pictures").mkdir(exist_ok=True)
        (project.root / "pictures" / f"p{number}.png").write_bytes(b"PNG")
    assert_parallel_equals_serial(project.write(sources))


def test_incremental_equals_fresh(project: Project) -> None:
    built(project)
    project.settings["html_baseurl"] = BASE
    edited = (
        ESSAY.replace("Threats", "Views")
        .replace("The Art", "An Art")
        .replace(":description: Why waiting is an art.\n", "")
    )
    build = assert_incremental_equals_fresh(project, {"essay.rst": edited})
    fresh = (build.out.parent.parent / "fresh" / "output" / "essay.html").read_text()
    assert build.read("essay.html") == fresh
    assert html.unescape(metas(build.page("essay"))["citation_reference"][0]).startswith(
        "Blank, Stephen (2000) Views"
    )
