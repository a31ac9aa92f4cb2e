"""Deposits, held to the agencies' own schemas, and to the facts that went in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from support.schemas import CROSSREF, DOAJ, schema
from support.sphinx_project import Project

from sphinxext_eir.core.works import Work
from sphinxext_eir.features.exports.crossref import batch
from sphinxext_eir.features.exports.deposit import Deposit
from sphinxext_eir.features.exports.doaj import records
from sphinxext_eir.text.article import Article, Author, Correction, Date
from sphinxext_eir.text.language_codes import BIBLIOGRAPHIC
from sphinxext_eir.text.requirements import lacks

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any
    from xml.etree import ElementTree as ET


@pytest.fixture(scope="session")
def crossref() -> etree.XMLSchema:
    return schema(CROSSREF)


@pytest.fixture(scope="session")
def doaj() -> etree.XMLSchema:
    return schema(DOAJ)


def read(root: ET.Element) -> etree._Element:
    from xml.etree import ElementTree as Standard

    return etree.fromstring(Standard.tostring(root))


FILES = {
    "tides.rst": """\
Tides & "Friends"
=================

.. eir:article::
   :author: Mara Lindqvist <https://orcid.org/0000-0002-1825-0097> (University of Northport); Gabriel García Márquez; The Harbour Council
   :translator: Bob Jones
   :subtitle: A Study
   :date: 2024-03-05
   :journal: Harbour Review
   :issn: 2053-8626
   :publisher: Harbour Press
   :volume: 3
   :issue: 1
   :first-page: 12
   :last-page: 19
   :doi: 10.1234/tides
   :license: CC BY 4.0
   :keywords: tides; moon

   Tides *rise* & fall [#n]_ twice (Blank 2000).

.. [#n] A note.

Text (Blank 2000).

.. eir:bibliography::

   Blank, Stephen J. (2000) *Threats* & Co. Carlisle: SSI. https://doi.org/10.1234/blank
""",
    "moon.rst": "Moon\n====\n\n.. eir:article::\n   :author: Ann Smith\n   :date: 2024\n   :journal: Harbour Review\n   :issn: 2053-8626\n\nText.\n",
    "draft.rst": "Draft\n=====\n\n.. eir:article::\n   :status: draft\n\nText.\n",
    "plain.rst": "Plain\n=====\n\nNo article.\n",
}
DEPOSITOR = {"depositor": "Harbour Press", "email": "deposits@example.org"}


@pytest.mark.build
def test_a_project_is_deposited_with_crossref(
    tmp_path: Path, crossref: etree.XMLSchema, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1710000000")
    project = Project(tmp_path / "source").write(FILES)
    build = project.build("eir-crossref", html_baseurl="https://example.org/review", eir_crossref=DEPOSITOR)
    assert build.warnings == [
        "moon.rst:4: WARNING: eir-crossref leaves this article out, which lacks a DOI, in the field `doi` [eir.export]"
    ]
    tree = etree.parse(build.out / "crossref.xml")
    crossref.assertValid(tree)
    names = {"c": "http://www.crossref.org/schema/5.3.1", "j": "http://www.ncbi.nlm.nih.gov/JATS1", "ai": "http://www.crossref.org/AccessIndicators.xsd"}  # fmt: skip

    def said(path: str) -> list[str]:
        return [
            " ".join((each if isinstance(each, str) else "".join(each.itertext())).split())
            for each in tree.xpath(path, namespaces=names)
        ]

    assert said("//c:timestamp") == ["20240309160000"]
    assert said("//c:doi_batch_id") == ["Essays-20240309160000"]
    assert said("//c:registrant") == ["Harbour Press"]
    assert said("//c:title") == ['Tides & "Friends"']
    assert said("//c:person_name[1]/*") == [
        "Mara",
        "Lindqvist",
        "University of Northport",
        "https://orcid.org/0000-0002-1825-0097",
    ]
    assert said("//c:surname") == ["Lindqvist", "Gabriel García Márquez", "Jones"]
    assert said("//c:organization") == ["The Harbour Council"]
    assert said("//@sequence") == ["first", "additional", "additional", "additional"]
    assert said("//@contributor_role")[-1] == "translator"
    assert said("//j:abstract/j:p/j:italic") == ["rise"]
    assert said("//j:abstract/j:p") == ["Tides rise & fall twice (Blank 2000)."]
    assert said("//c:journal_article/c:publication_date/*") == ["03", "05", "2024"]
    assert said("//c:pages/*") == ["12", "19"]
    assert said("//ai:license_ref") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert said("//c:doi_data/*") == ["10.1234/tides", "https://example.org/review/tides.html"]
    assert said("//c:citation/c:doi") == ["10.1234/blank"]
    assert said("//c:unstructured_citation") == [
        "Blank, Stephen J. (2000) Threats & Co. Carlisle: SSI. https://doi.org/10.1234/blank"
    ]


@pytest.mark.build
@pytest.mark.parametrize("builder", ["eir-crossref", "eir-doaj", "eir-dc"])
def test_characters_that_xml_cannot_hold_are_left_out(tmp_path: Path, builder: str) -> None:
    text = FILES["tides.rst"].replace("fall", "f\x07all\ufffe").replace("Threats", "Thr\x1beats")
    project = Project(tmp_path / "source").write({"tides.rst": text})
    build = project.build(builder, html_baseurl="https://example.org/review", eir_crossref=DEPOSITOR)
    (warning,) = build.warnings
    assert "no page can hold such characters as stand here: U+0007, U+FFFE, U+001B" in warning
    (made,) = build.out.glob("*.xml")
    said = " ".join("".join(etree.parse(made).getroot().itertext()).split())
    assert "rise & fall twice" in said


@pytest.mark.build
def test_without_a_depositor_nothing_is_written(tmp_path: Path) -> None:
    project = Project(tmp_path / "source").write({"tides.rst": FILES["tides.rst"]})
    settings: dict[str, Any] = {"html_baseurl": "https://example.org/review"}
    build = project.build("eir-crossref", **settings, eir_crossref={"email": "nobody", "colour": "red"})
    assert [line.partition("WARNING: ")[2] for line in build.warnings] == [
        "eir_crossref['email'] is 'nobody'; allowed: an address of e-mail. It is left out. [eir.config]",
        "eir_crossref['colour'] is 'red'; allowed: as keys, depositor, email, registrant, policy. It is left out. [eir.config]",
        "crossref.xml isn't written: eir_crossref lacks 'depositor' and 'email', which Crossref asks for [eir.export]",
    ]
    assert not (build.out / "crossref.xml").exists()
    assert project.build("eir-crossref", **settings, eir_crossref=DEPOSITOR).warnings == []
    assert (build.out / "crossref.xml").exists()


CORRECTED = """   :updated: 2024-06-02
   :status: retracted
   :corrections: 2024-05-01: The treaty is of 1999. 2024-05: A name.
"""


@pytest.mark.build
def test_what_befell_an_article_is_deposited_with_the_policy_on_corrections(
    tmp_path: Path, crossref: etree.XMLSchema
) -> None:
    befell = FILES["tides.rst"].replace(
        "   :license:", CORRECTED.replace("1999. ", "1999.; ") + "   :license:"
    )
    project = Project(tmp_path / "source").write({"tides.rst": befell})
    settings: dict[str, Any] = {"html_baseurl": "https://example.org/review"}
    build = project.build("eir-crossref", **settings, eir_crossref=DEPOSITOR)
    asked = (
        "eir_crossref lacks 'policy', the DOI of the journal's policy on corrections, which Crossref asks for"
    )
    assert build.warnings == [
        f"tides.rst: WARNING: crossref.xml doesn't say {what}: {asked} [eir.export]"
        for what in (
            "that it was corrected on 2024-05",
            "that it was corrected on 2024-05-01",
            "that it is retracted",
        )
    ]
    crossref.assertValid(etree.parse(build.out / "crossref.xml"))
    depositor = DEPOSITOR | {"policy": "https://doi.org/10.1234/policy"}
    build = project.build("eir-crossref", **settings, eir_crossref=depositor)
    assert build.warnings == [
        "tides.rst: WARNING: crossref.xml doesn't say that it was corrected on 2024-05: "
        "Crossref asks for the day, as in 2024-05-01 [eir.export]"
    ]
    tree = etree.parse(build.out / "crossref.xml")
    crossref.assertValid(tree)
    names = {
        "c": "http://www.crossref.org/schema/5.3.1",
        "ai": "http://www.crossref.org/AccessIndicators.xsd",
    }
    assert tree.xpath("//c:crossmark_policy/text()", namespaces=names) == ["10.1234/policy"]
    updates = tree.xpath("//c:update", namespaces=names)
    assert [(each.get("type"), each.get("date"), each.text) for each in updates] == [
        ("correction", "2024-05-01", "10.1234/tides"),
        ("retraction", "2024-06-02", "10.1234/tides"),
    ]
    told = tree.xpath("//c:assertion", namespaces=names)
    assert [(each.get("label"), each.text) for each in told] == [
        ("Correction, 2024-05", "A name."),
        ("Correction, 2024-05-01", "The treaty is of 1999."),
    ]
    assert tree.xpath("//c:custom_metadata/ai:program/ai:license_ref/text()", namespaces=names) == [
        "https://creativecommons.org/licenses/by/4.0/"
    ]


@pytest.mark.build
def test_a_retraction_without_a_day_is_named(tmp_path: Path) -> None:
    retracted = FILES["tides.rst"].replace("   :license:", "   :status: retracted\n   :license:")
    project = Project(tmp_path / "source").write({"tides.rst": retracted})
    depositor = DEPOSITOR | {"policy": "10.1234/policy"}
    build = project.build("eir-crossref", html_baseurl="https://example.org/review", eir_crossref=depositor)
    assert build.warnings == [
        "tides.rst: WARNING: crossref.xml doesn't say that it is retracted: "
        "Crossref asks for the day, as in 2024-05-01, which the field `updated` gives [eir.export]"
    ]


@pytest.mark.build
def test_a_project_is_told_to_doaj(tmp_path: Path, doaj: etree.XMLSchema) -> None:
    project = Project(tmp_path / "source").write(FILES)
    build = project.build("eir-doaj", html_baseurl="https://example.org/review")
    assert build.warnings == []
    tree = etree.parse(build.out / "doaj.xml")
    doaj.assertValid(tree)
    assert tree.xpath("//title/text()") == ["Moon", 'Tides & "Friends": A Study']
    assert tree.xpath("//record[2]/*[not(*)]/text()") == [
        "eng", "Harbour Press", "Harbour Review", "2053-8626", "2024-03-05", "3", "1", "12", "19", "10.1234/tides", "article",
        'Tides & "Friends": A Study', "Tides rise & fall twice (Blank 2000).", "https://example.org/review/tides.html",
    ]  # fmt: skip
    assert tree.xpath("//record[2]//author[1]/*/text()") == [
        "Mara Lindqvist",
        "1",
        "https://orcid.org/0000-0002-1825-0097",
    ]
    assert tree.xpath("//affiliationName[@affiliationId='1']/text()") == ["University of Northport"]
    assert tree.xpath("//keyword/text()") == ["tides", "moon"]
    (project.root / "tides.rst").unlink()
    assert [line for line in project.build("eir-doaj").warnings if "eir." in line] == [
        "moon.rst:4: WARNING: eir-doaj leaves this article out, which lacks the address of its page, "
        "by html_baseurl or the field `canonical` [eir.export]"
    ]
    assert not (build.out / "doaj.xml").exists()  # of articles that are gone


# Whatever an author types

words = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=80).map(
    lambda text: " ".join(text.split()) or "x"
)
numbers = st.one_of(st.just(""), st.integers(1, 999).map(str), words)
authors = st.builds(
    partial(Author),
    name=words,
    family=st.one_of(st.just(""), words),
    given=st.one_of(st.just(""), words),
    orcid=st.sampled_from(["", "https://orcid.org/0000-0002-1825-0097"]),
    affiliation=st.one_of(st.just(""), words),
)
days = st.builds(
    partial(Date), st.integers(1900, 2100), st.integers(1, 12), st.one_of(st.none(), st.integers(1, 28))
)
articles = st.builds(
    partial(Article),
    title=words,
    authors=st.lists(authors, min_size=1, max_size=3).map(tuple),
    translators=st.lists(authors, max_size=1).map(tuple),
    date=st.builds(partial(Date), st.integers(1900, 2100), st.one_of(st.none(), st.integers(1, 12))),
    journal=words.map(lambda text: text * 4),
    issn=st.just("2053-8626"),
    doi=words.map(lambda text: f"10.1234/{text.replace(' ', '')[:90]}"),
    license=st.sampled_from(["", "CC BY 4.0", "All rights reserved"]),
    keywords=st.lists(words, max_size=8).map(tuple),
    subtitle=st.one_of(st.just(""), words),
    volume=numbers,
    issue=numbers,
    first_page=numbers,
    last_page=numbers,
    status=st.sampled_from(["", "published", "retracted"]),
    updated=st.one_of(st.none(), days),
    corrections=st.lists(st.builds(Correction, days, words), max_size=3).map(tuple),
)
items = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["book", "article-journal", "chapter", "webpage"]),
        "title": words,
        "container-title": words,
        "volume": numbers,
        "page": numbers,
        "author": st.lists(
            st.fixed_dictionaries({}, optional={"family": words, "literal": words}), max_size=2
        ),
        "issued": st.sampled_from(
            [{"date-parts": [[1999]]}, {"date-parts": [["2000", 1]]}, {"literal": "n.d."}]
        ),
    },
)
works = st.builds(
    Work,
    text=words,
    doi=st.one_of(st.just(""), st.just("10.1234/a<b>"), words),
    item=st.one_of(st.none(), items),
)
faced = st.recursive(words, lambda inner: st.tuples(st.sampled_from(["italic", "bold", "sup"]), st.lists(inner, min_size=1, max_size=2).map(tuple)))  # fmt: skip
deposits = st.builds(
    Deposit,
    docname=st.just("a"),
    article=articles,
    address=st.just("https://example.org/a.html"),
    language=st.sampled_from(["en", "pt-BR", "gsw", *BIBLIOGRAPHIC]),
    works=st.lists(works, max_size=3).map(tuple),
    abstract=st.lists(st.lists(faced, min_size=1, max_size=3).map(tuple), max_size=2).map(tuple),
)


@pytest.mark.laws
@settings(max_examples=40)
@given(st.lists(deposits, min_size=1, max_size=2), st.sampled_from([{}, {"policy": "10.1234/policy"}]))
def test_every_deposit_is_valid(
    crossref: etree.XMLSchema, doaj: etree.XMLSchema, drawn: list[Deposit], policy: dict[str, str]
) -> None:
    for each in drawn:
        assert (
            lacks("crossref", each.article, each.address) == lacks("doaj", each.article, each.address) == ()
        )
    crossref.assertValid(read(batch(drawn, DEPOSITOR | policy, "essays", "20240101000000")))
    doaj.assertValid(read(records(drawn)))


@pytest.mark.unit
def test_every_language_has_a_code_that_the_agencies_know(
    crossref: etree.XMLSchema, doaj: etree.XMLSchema
) -> None:
    article = Article(
        "A", (Author("Mara Lindqvist"),), Date(2024), journal="J", issn="2053-8626", doi="10.1234/a"
    )
    told = [
        Deposit("a", article, "https://example.org/", language)
        for language in (*BIBLIOGRAPHIC, "tlh", "de-AT")
    ]
    deposit = read(batch(told, DEPOSITOR, "essays", "20240101000000"))
    crossref.assertValid(deposit)
    assert len(deposit.xpath("//@language")) >= len(BIBLIOGRAPHIC) - 1
    doaj.assertValid(read(records(told)))


# Dublin Core

DCMES = {
    "contributor", "coverage", "creator", "date", "description", "format", "identifier", "language", "publisher", "relation", "rights",
    "source", "subject", "title", "type",
}  # fmt: skip
"""The elements that there are (Dublin Core Metadata Element Set 1.1; ``oai_dc.xsd`` lets them come in any order and number)."""
DC, OAI_DC = "{http://purl.org/dc/elements/1.1/}", "{http://www.openarchives.org/OAI/2.0/oai_dc/}"


@pytest.mark.build
def test_a_project_has_records_of_dublin_core(tmp_path: Path) -> None:
    project = Project(tmp_path / "source").write(FILES)
    build = project.build("eir-dc", html_baseurl="https://example.org/")
    assert build.warnings == []
    assert sorted(path.name for path in build.out.rglob("*.dc.xml")) == ["moon.dc.xml", "tides.dc.xml"]
    root = etree.fromstring(build.read("tides.dc.xml").encode())
    assert root.tag == f"{OAI_DC}dc"
    assert [(element.tag.removeprefix(DC), element.text) for element in root] == [
        ("title", 'Tides & "Friends": A Study'),
        ("creator", "Lindqvist, Mara"),
        ("creator", "Gabriel García Márquez"),
        ("creator", "The Harbour Council"),
        ("subject", "tides"),
        ("subject", "moon"),
        ("description", "Tides rise & fall twice (Blank 2000)."),
        ("publisher", "Harbour Press"),
        ("contributor", "Jones, Bob"),
        ("date", "2024-03-05"),
        ("type", "Text"),
        ("type", "article"),
        ("format", "text/html"),
        ("identifier", "https://example.org/tides.html"),
        ("identifier", "https://doi.org/10.1234/tides"),
        ("source", "Harbour Review 3(1), 12–19"),
        ("language", "en"),
        ("relation", "https://doi.org/10.1234/blank"),
        ("rights", "https://creativecommons.org/licenses/by/4.0/"),
    ]
    (project.root / "moon.rst").unlink()
    assert sorted(
        path.name
        for path in project.build("eir-dc", html_baseurl="https://example.org/").out.rglob("*.dc.xml")
    ) == ["tides.dc.xml"]


@pytest.mark.build
def test_an_article_without_a_date_has_no_record_and_a_page_with_a_space_in_its_name_an_address(
    tmp_path: Path,
) -> None:
    files = {
        "on moon.rst": FILES["moon.rst"],
        "new moon.rst": FILES["moon.rst"].replace("   :date: 2024\n", ""),
    }
    build = Project(tmp_path / "source").write(files).build("eir-dc", html_baseurl="https://example.org")
    assert [path.name for path in build.out.rglob("*.dc.xml")] == ["on moon.dc.xml"]
    assert "<dc:identifier>https://example.org/on%20moon.html<" in build.read("on moon.dc.xml")
    (warning,) = build.warnings
    assert "eir-dc leaves this article out, which lacks a date" in warning
