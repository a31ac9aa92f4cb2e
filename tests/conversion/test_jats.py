"""Articles in JATS: what their XML says, read by ElementTree, is what comes out."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from support.paths import DATA

from sphinxext_eir.conversion.document import (
    Abstract,
    Bibliography,
    Biography,
    Figure,
    Heading,
    Table,
    inlines_of,
)
from sphinxext_eir.conversion.inlines import Kind, plain
from sphinxext_eir.conversion.pipeline import convert
from sphinxext_eir.conversion.transcript import ConversionError

if TYPE_CHECKING:
    from pathlib import Path

    from support.sphinx_project import Project

    from sphinxext_eir.conversion.pipeline import Converted, Syntax

HEAD = """<?xml version="1.0"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.3//EN" "JATS-archivearticle1-3.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML" xml:lang="en"><front>
<journal-meta><journal-title-group><journal-title>Harbours</journal-title></journal-title-group>
<issn pub-type="ppub">1234-5679</issn><issn pub-type="epub">2050-084X</issn><publisher><publisher-name>Quay</publisher-name></publisher>
</journal-meta><article-meta><article-id pub-id-type="doi">10.1234/tides.5</article-id>
<title-group><article-title>Two <italic>Harbours</italic></article-title><subtitle>A Debt</subtitle>
<trans-title-group xml:lang="pt"><trans-title>Dois portos</trans-title></trans-title-group></title-group>
<contrib-group><contrib contrib-type="author"><contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
<name><surname>Osgood</surname><given-names>Marit</given-names></name><xref ref-type="aff" rid="a1">1</xref></contrib>
<contrib contrib-type="author"><collab>The Harbour Group</collab></contrib>
<contrib contrib-type="editor"><name><surname>Brandt</surname><given-names>Ola</given-names></name></contrib></contrib-group>
<aff id="a1"><label>1</label>University of Lund (Old Town)</aff>
<pub-date pub-type="collection"><year>2019</year></pub-date>
<pub-date pub-type="epub"><day>14</day><month>3</month><year>2019</year></pub-date>
<volume>3</volume><issue>2</issue><fpage>12</fpage><lpage>20</lpage>
<permissions><license xlink:href="https://creativecommons.org/licenses/by/4.0/"><license-p>Free.</license-p></license></permissions>
<abstract><title>Abstract</title><p>The sum of it.</p></abstract>
<trans-abstract xml:lang="pt"><title>Resumo</title><p>A soma.</p></trans-abstract>
<kwd-group><kwd>harbours</kwd><kwd>debt</kwd></kwd-group></article-meta></front>"""


def article(tmp_path: Path, body: str, back: str = "", front: str = HEAD) -> Converted:
    path = tmp_path / "essay.xml"
    path.write_text(f"{front}<body>{body}</body><back>{back}</back></article>", encoding="utf-8")
    converted = convert(path).value
    assert converted.ledger.unexplained == ()
    return converted


def test_the_front_matter_fills_the_fields(tmp_path: Path) -> None:
    found = article(tmp_path, "<p>Text.</p>")
    assert dict(found.document.front.given) == {
        "author": "Osgood, Marit <0000-0002-1825-0097> (University of Lund [Old Town]); The Harbour Group",
        "date": "2019-03-14",
        "doi": "10.1234/tides.5",
        "first-page": "12",
        "issn": "2050-084X",
        "issue": "2",
        "journal": "Harbours",
        "keywords": "harbours; debt",
        "last-page": "20",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "publisher": "Quay",
        "subtitle": "A Debt",
        "volume": "3",
    }
    assert plain(found.document.front.title) == "Two Harbours"
    assert isinstance(found.document.blocks[0], Abstract)
    assert ".. eir:article::\n\n   The sum of it." in found.text
    assert [plain(b.inlines) for b in found.document.blocks if isinstance(b, Heading)] == [
        "Dois portos",
        "Resumo",
    ]


def test_notes_stand_where_they_are_referred_to(tmp_path: Path) -> None:
    body = (
        '<p>One<xref ref-type="fn" rid="f1"><sup>1</sup></xref>, again<xref ref-type="fn" rid="f1">1</xref>, two'
        '<xref ref-type="fn" rid="f2">b</xref>, m<sup>2</sup>, and [<xref ref-type="bibr" rid="r9">1</xref>].</p>'
    )
    back = (
        '<fn-group><title>Notes</title><fn id="f1"><label>1</label><p>First.</p></fn><fn id="f2"><p>Second.</p></fn>'
        "<fn><p>No conflict of interest.</p></fn></fn-group>"
    )
    text = article(tmp_path, body, back).text
    assert "One\\ [1]_, again\\ [1]_, two\\ [2]_, m\\ :sup:`2`, and [1]." in text
    assert ".. [1] First." in text
    assert ".. [2] Second." in text
    assert "No conflict of interest." in text


ENTRY = """<ref-list><title>References</title>
<ref id="r1"><label>1</label><element-citation publication-type="journal"><person-group person-group-type="author"><name><surname>Quill</surname>
<given-names>N</given-names></name><name><surname>Brandt</surname><given-names>O</given-names></name></person-group><year>2001</year>
<article-title>On Tides</article-title><source>Sea</source><volume>3</volume><fpage>1</fpage><lpage>9</lpage>
<pub-id pub-id-type="doi">10.1234/x</pub-id></element-citation></ref>
<ref id="r2"><mixed-citation><name><surname>Dahl</surname><given-names>P</given-names></name>. <source>Ports</source>. Oslo; 1999.</mixed-citation>
<element-citation><year>1999</year></element-citation></ref></ref-list>"""


@pytest.mark.pandoc
def test_references_are_printed_as_typed_or_composed_of_their_fields(tmp_path: Path) -> None:
    found = article(tmp_path, "<p>Text.</p>", ENTRY)
    (listed,) = (block for block in found.document.blocks if isinstance(block, Bibliography))
    assert plain(listed.title) == "References"
    assert [plain(entry) for entry in listed.entries] == [
        "1 Quill, N; Brandt, O (2001) On Tides. Sea, 3, 1, 9. 10.1234/x.",
        "Dahl P. Ports. Oslo; 1999.",
    ]


TIED = (
    '<p>Counted [<xref ref-type="bibr" rid="r1">1</xref>], raised<sup><xref ref-type="bibr" rid="r2">2</xref></sup>, named '
    '(<xref ref-type="bibr" rid="r1">Quill and Brandt, 2001</xref>), shortly <xref ref-type="bibr" rid="r2">Ports</xref>, and '
    '(<xref ref-type="bibr" rid="r2">Dahl <italic>et al.</italic>, 1998</xref>). Untied is (Sandvik, 1977).</p>'
)


@pytest.mark.pandoc
def test_an_entry_that_a_second_list_repeats_is_one_entry(tmp_path: Path) -> None:
    again = f'<sub-article><body><p>As <xref ref-type="bibr" rid="s1">[1]</xref> says.</p></body><back>{ENTRY}</back></sub-article>'
    again = re.sub(r'id="r', 'id="s', again)
    path = tmp_path / "essay.xml"
    path.write_text(f"{HEAD}<body><p>Text.</p></body><back>{ENTRY}</back>{again}</article>", encoding="utf-8")
    text = convert(path).value.text
    key = re.search(r"As :eir:biblioref:`\[1\] <(\S+)>` says", text)
    assert key
    assert not re.search(r"-\d", key[1])  # the first entry's, which the build keeps
    assert text.count("[Quill2001]") <= 1


@pytest.mark.pandoc
def test_a_tied_mark_may_stand_at_the_end_of_a_line(tmp_path: Path) -> None:
    for words in range(8, 18):
        body = "<p>" + "tides " * words + '<sup><xref ref-type="bibr" rid="r2">2</xref></sup> fall.</p>'
        assert ":eir:biblioref:`^2^" in article(tmp_path, f"<disp-quote>{body}</disp-quote>", ENTRY).text


@pytest.mark.pandoc
@pytest.mark.parametrize(
    ("syntax", "expected"),
    [
        (
            "rst",
            "Counted [:eir:biblioref:`1 <Quill2001>`], raised\\ :eir:biblioref:`^2^ <Dahl1999>`, named (Quill and Brandt, 2001), "
            "shortly :eir:biblioref:`Ports <Dahl1999>`, and (:eir:biblioref:`Dahl et al., 1998 <Dahl1999>`). "
            "Untied is :eir:biblioref:`(Sandvik, 1977) <>`.",
        ),
        (
            "myst",
            "Counted [{eir:biblioref}`1 <Quill2001>`], raised{eir:biblioref}`^2^ <Dahl1999>`, named (Quill and Brandt, 2001), "
            "shortly {eir:biblioref}`Ports <Dahl1999>`, and ({eir:biblioref}`Dahl et al., 1998 <Dahl1999>`). "
            "Untied is {eir:biblioref}`(Sandvik, 1977) <>`.",
        ),
    ],
)
def test_what_the_file_ties_to_entries_stays_tied(tmp_path: Path, syntax: Syntax, expected: str) -> None:
    (tmp_path / "a.xml").write_text(f"{HEAD}<body>{TIED}</body><back>{ENTRY}</back></article>")
    result = convert(tmp_path / "a.xml", syntax)
    assert expected in " ".join(result.value.text.split())
    assert result.value.ledger.even
    assert [m.text for m in result.messages if "looks like a citation" in m.text] == [
        "'(Sandvik, 1977)' looks like a citation, and the file ties it to no entry: it is marked as words"
    ]


def test_entries_with_fields_become_data_as_well(tmp_path: Path, pandoc: object) -> None:
    assert pandoc
    items = article(tmp_path, "<p>Text.</p>", ENTRY).items
    assert items[0]["DOI"] == "10.1234/x"


TABLE = """<table-wrap><label>Table 1</label><caption><title>Work</title></caption><table><thead><tr><th>Post</th><th>Holder</th></tr></thead>
<tbody><tr><td rowspan="2">Pilot</td><td>Dahl</td></tr><tr><td>Brandt</td></tr></tbody></table>
<table-wrap-foot><fn id="t1"><p>Under the table.</p></fn></table-wrap-foot></table-wrap>"""


def test_tables_keep_each_cell_at_its_place(tmp_path: Path) -> None:
    found = article(tmp_path, TABLE)
    (table,) = (block for block in found.document.blocks if isinstance(block, Table))
    cells = [[plain(cell) for cell in row] for row in table.rows]  # type: ignore[arg-type]
    assert cells == [["Post", "Holder"], ["Pilot", "Dahl"], ["", "Brandt"]]
    assert (plain(table.caption), table.header) == ("Table 1 Work", 1)
    assert "Under the table." in found.text


def test_pictures_beside_the_article_are_taken_along(tmp_path: Path) -> None:
    (tmp_path / "f1.jpg").write_bytes(b"\xff\xd8")
    body = '<fig><label>Figure 1</label><caption><p>A quay.</p></caption><graphic xlink:href="f1.tif"/></fig>'
    found = article(tmp_path, body)
    (figure,) = (block for block in found.document.blocks if isinstance(block, Figure))
    assert (plain(figure.caption), found.images[0].data) == ("Figure 1 A quay.", b"\xff\xd8")


def test_formulas_are_tex(tmp_path: Path, pandoc: object) -> None:
    assert pandoc
    body = """<p>So <inline-formula><mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math></inline-formula> and</p>
    <disp-formula><label>(1)</label><tex-math>\\documentclass{x}\\begin{document}$$y=1$$\\end{document}</tex-math></disp-formula>"""
    text = article(tmp_path, body).text
    assert ":math:`x^{2}`" in text
    assert ".. math::\n\n   y=1" in text


KINDS = {
    "disp-quote": ("<disp-quote><p>Said.</p><attrib>Somebody</attrib></disp-quote>", "Said. Somebody"),
    "boxed-text": ("<boxed-text><sec><title>Box</title><p>In it.</p></sec></boxed-text>", "Box In it."),
    "list": (
        '<list list-type="order"><list-item><p>A</p></list-item><list-item><p>B</p></list-item></list>',
        "A B",
    ),
    "def-list": (
        "<def-list><def-item><term>Quay</term><def><p>A wall.</p></def></def-item></def-list>",
        "Quay A wall.",
    ),
    "verse": (
        "<verse-group><verse-line>Far out</verse-line><verse-line>at sea</verse-line></verse-group>",
        "Far out at sea",
    ),
    "speech": ("<speech><speaker>Clerk:</speaker><p>No.</p></speech>", "Clerk: No."),
    "unknown": ("<strange><p>Kept.</p><odd>As well.</odd></strange>", "Kept. As well."),
    "entity": ("<p>A&nbsp;quay &mdash; long.</p>", "A quay — long."),
    "supplement": (
        '<supplementary-material xlink:href="s1.csv"><label>Data</label><caption><p>All.</p></caption></supplementary-material>',
        "Data All.",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_element_keeps_its_words(kind: str, tmp_path: Path) -> None:
    body, wanted = KINDS[kind]
    blocks = article(tmp_path, body).document.blocks[1:]
    said = " ".join(" ".join(plain(inlines) for inlines in inlines_of(blocks)).split())
    assert wanted in said.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "empty",
    [
        "<list list-type='order'></list>",
        "<list list-type='order'><list-item></list-item></list>",
        "<ref-list><title>References</title><ref><mixed-citation>Doe, J. (2000). A Book.</mixed-citation></ref><ref/></ref-list>",
        "<sec><title>References</title><p>Doe, Jane (2000). A Book. Press.</p><p><italic/></p><p/></sec>",
        "<fn-group><fn/></fn-group>",
        "<table-wrap><table/></table-wrap>",
        "<def-list><def-item/></def-list>",
    ],
)
def test_what_is_empty_is_passed_over(tmp_path: Path, empty: str) -> None:
    path = tmp_path / "essay.xml"
    path.write_text(
        f"<article><front><article-meta/></front><body><p>Words.</p>{empty}<p>More.</p></body></article>",
        encoding="utf-8",
    )
    article = convert(path).value
    assert article.ledger.unexplained == ()
    assert "Words." in article.text


def test_who_wrote_it_is_a_biography(tmp_path: Path) -> None:
    blocks = article(tmp_path, "<p>Text.</p>", "<bio><p>She keeps lights.</p></bio>").document.blocks
    assert any(isinstance(block, Biography) for block in blocks)


# An article that nobody here wrote: PLOS Computational Biology, CC BY, doi:10.1371/journal.pcbi.0030158


def test_a_published_article_loses_no_word() -> None:
    path = DATA / "doors" / "journal.pcbi.0030158.xml"
    found = convert(path).value
    root = ET.parse(path).getroot()
    printed = [
        root.find("front/article-meta/title-group/article-title"),
        root.find("body"),
        root.find("back"),
    ]
    letters = "".join("".join(part.itertext()) for part in printed if part is not None)
    said = plain(found.document.front.title) + "".join(plain(i) for i in inlines_of(found.document.blocks))
    assert Counter(re.findall(r"\w", letters)) - Counter(re.findall(r"\w", said)) == Counter()
    assert found.ledger.even
    assert dict(found.document.front.given)["author"] == "Hall, Barry G; Salipante, Stephen J"
    assert not any(run.kind is Kind.NOTE for inlines in inlines_of(found.document.blocks) for run in inlines)


# Attacks


BOMB = '<!DOCTYPE article [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><article><front/><body><p>&b;</p></body></article>'
OUTSIDE = '<!DOCTYPE article [<!ENTITY e SYSTEM "file:///etc/passwd">]><article><front/><body><p>&e;</p></body></article>'
DEEP = "<article><front/><body>" + "<sec>" * 5000 + "</sec>" * 5000 + "</body></article>"


@pytest.mark.parametrize(
    ("text", "said"),
    [(BOMB, "declares entities"), (OUTSIDE, "declares entities"), (DEEP, "nested too deeply")],
)
def test_hostile_xml_is_refused(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "essay.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConversionError, match=said):
        convert(path)
    path.write_bytes(text.encode("utf-16"))
    with pytest.raises(ConversionError, match=said):
        convert(path)


def test_translators_in_a_group_of_their_own_and_the_last_correction_are_read(tmp_path: Path) -> None:
    group = (
        '<contrib-group content-type="translators"><contrib contrib-type="translator"><name><surname>Lund</surname>'
        "<given-names>Per</given-names></name></contrib></contrib-group>"
    )
    history = '<history><date date-type="received"><year>2018</year></date><date date-type="corrected" iso-8601-date="2020-05-02"/></history>'
    front = HEAD.replace('<aff id="a1">', f'{group}<aff id="a1">').replace("<volume>", f"{history}<volume>")
    text = article(tmp_path, "<p>One.</p>", front=front).text
    assert ":translator: Lund, Per\n" in text
    assert ":updated: 2020-05-02\n" in text


PLACES = """<sec id="S1"><title>Granite</title><p>See <xref ref-type="sec" rid="S2">Section 2</xref>, <xref ref-type="fig" rid="F1">Fig. 1</xref>,
<xref ref-type="table" rid="T_1">Table 1</xref>, <xref ref-type="disp-formula" rid="E1">(1)</xref> and <xref ref-type="sec" rid="S9">Section 9</xref>.
<xref ref-type="fn" rid="n1">1</xref></p><disp-formula id="E1"><tex-math>a=b</tex-math></disp-formula></sec>
<sec id="S2"><title>Tides</title><p><xref ref-type="fig" rid="F1">Figure 1</xref> shows it.</p>
<fig id="F1"><caption><p>A pier.</p></caption><graphic xlink:href="pier.png"/></fig>
<table-wrap id="T_1"><caption><p>Salt.</p></caption><table><tr><td>a</td></tr></table></table-wrap></sec>"""
NOTE = (
    '<fn-group><fn id="n1"><p>As <xref ref-type="table" rid="T_1">the table</xref> says.</p></fn></fn-group>'
)


@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_references_to_places_are_links(tmp_path: Path, project: Project, syntax: Syntax) -> None:
    (tmp_path / "pier.png").write_bytes(b"\x89PNG")
    for name, more in (("one", ""), ("two", "<p>More.</p>")):
        article(tmp_path, PLACES + more, NOTE)
        converted = convert(tmp_path / "essay.xml", syntax).value
        assert converted.ledger.unexplained == ()
        project.write({f"{name}.{'rst' if syntax == 'rst' else 'md'}": converted.text_as(syntax)})
    index = "Essays\n======\n\n.. toctree::\n\n   one\n   two\n"
    build = project.write({"index.rst": index}).build("html", nitpicky=True)
    assert [line for line in build.warnings if "image" not in line] == []
    for name in ("one", "two"):
        page = build.page(name)
        links = {
            link.text: page.find(id=link["href"][1:]) for link in page.select("section a.internal[href^='#']")
        }
        assert {
            text: bool(place) for text, place in links.items() if text and text[0] not in "[↩¶"
        } == dict.fromkeys(("Section 2", "Fig. 1", "Table 1", "(1)", "Figure 1", "the table"), True)
        assert "and Section 9." in " ".join(page.text.split())
