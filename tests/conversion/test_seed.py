"""The seed converts to the article that was made of it by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from support.seed import ARTICLE, SEED, folded, seed_words

from sphinxext_eir.conversion.document import Bibliography, Biography, Notes, inlines_of
from sphinxext_eir.conversion.inlines import Kind, plain
from sphinxext_eir.conversion.ledger import spoken
from sphinxext_eir.conversion.pipeline import convert

if TYPE_CHECKING:
    from support.sphinx_project import Build, Project

    from sphinxext_eir.conversion.document import Document


@pytest.fixture(scope="module")
def document() -> Document:
    return convert(SEED).value.document


def built(project: Project, syntax: str) -> Build:
    suffix = ".rst" if syntax == "rst" else ".md"
    return project.write({f"article{suffix}": convert(SEED, syntax).value.text}).build("html")  # type: ignore[arg-type]


@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_every_word_is_accounted_for(syntax: str) -> None:
    ledger = convert(SEED, syntax).value.ledger  # type: ignore[arg-type]
    assert ledger.unexplained == ()
    assert ledger.even
    assert [entry.reason for entry in ledger.dropped] == [
        "notice", "byline recast", "running head", "running head", "rule", "repeated link text", "running head",
        "running head", "repeated link text", "repeated link text",
    ]  # fmt: skip
    assert ledger.text_dropped <= 0.02 * ledger.text_words
    assert convert(SEED).messages == ()


def test_the_words_are_the_seeds(document: Document) -> None:
    words = folded(" ".join(spoken(document, embedded=False)))
    expected = seed_words()
    url = next(word for word in expected if word.startswith("https://www.e-ir.info"))
    start = expected.index(url)
    without_byline = [*expected[:start], *expected[start + 6 :]]
    assert [word for word in words if word != url] == [word for word in without_byline if word != "—"]


def test_the_front_matter(document: Document) -> None:
    front = document.front
    assert plain(front.title) == "Russia's Foreign Policy in Kosovo"
    assert (front.authors, front.date) == (("Abit Hoxha",), "2012-05-12")
    assert plain(front.canonical) == "https://www.e-ir.info/2012/05/12/russias-foreign-policy-in-kosovo/"


def test_paragraphs_are_joined_where_a_page_broke_them_and_nowhere_else(document: Document) -> None:
    texts = [" ".join(plain(inlines).split()) for inlines in inlines_of(document.blocks)]
    assert sum("no human right or any other legal right" in text for text in texts) == 1
    assert texts[0].endswith("affecting Kosovo's foreign relations")
    assert texts[4].endswith("compatriots abroad[iii]'")
    assert sum(type(block).__name__ == "Paragraph" for block in document.blocks) == 10


def test_notes_entries_and_biography(document: Document) -> None:
    notes = next(block for block in document.blocks if isinstance(block, Notes)).notes
    urls = re.findall(
        r"^\[[ivx]+\] .*?(http[^\]>)\\]*(?:\\\\_[^\]>)\\]*)*)", SEED.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert [plain(next(inlines_of(note.blocks))) for note in notes] == [
        url.replace("\\\\", "") for url in urls
    ]
    assert [note.label for note in notes] == ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"]
    entries = next(block for block in document.blocks if isinstance(block, Bibliography)).entries
    assert len(entries) == 8
    assert " ".join(plain(entries[2]).split()).endswith(
        "7 Questions to Paul Goble. http://www.foreignpolicy.com/articles/2008/08/26/seven_questions_russias_big_mistake "
        "(accessed February 29, 2012)."
    )
    (biography,) = (block for block in document.blocks if isinstance(block, Biography))
    assert plain(next(inlines_of(biography.blocks))).startswith("Abit Hoxha is studying at")
    emphasised = [
        run.text
        for block in document.blocks[:10]
        for i in inlines_of([block])
        for run in i
        if run.kind is Kind.EMPHASIS
    ]
    assert emphasised == ["physically"]


def test_the_references_are_read() -> None:
    items = {item["id"]: item for item in convert(SEED).value.items}
    assert list(items) == [
        "Blank2000", "Clark2001", "Drachev2002", "FAS2000", "Fedenko2001", "NATO2000", "Ouimet2003", "Petrovic2010",
    ]  # fmt: skip
    blank = items["Blank2000"]
    assert blank["author"] == [{"family": "Blank", "given": "Stephen J."}]
    assert blank["title"] == "Threats to Russian Security: Views from Moscow"
    assert (blank["publisher-place"], blank["publisher"]) == ("Carlisle", "Strategic Studies Institute")
    assert items["FAS2000"]["author"] == [{"literal": "FAS"}]
    assert items["FAS2000"]["accessed"] == {"date-parts": [[2012, 2, 29]]}
    assert "title" not in items["Petrovic2010"]  # it isn't set off: nobody can tell where it ends


@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_it_builds_without_a_warning(project: Project, syntax: str) -> None:
    build = built(project, syntax)
    assert build.warnings == []
    page = build.page("article")
    assert [link.text for link in page.select("a.eir-note-ref, .eir-note-ref a")] or "[viii]" in page.text
    (cited,) = (link for link in page.select("a") if link.text == "(Blank 2000)")
    assert cited["href"].startswith("#eir-ref-Blank2000")


def test_both_syntaxes_and_the_hand_made_article_are_one(project: Project) -> None:
    sources = {
        "hand.rst": re.sub(
            r":eir:pull-quote:`([^`]*)`", r"\1",
            re.sub(r"\.\. eir:pull-quote::\n(?:   .*\n|\n(?=   ))+\n", "", ARTICLE.read_text(encoding="utf-8")),
        ),
        "rst.rst": convert(SEED, "rst").value.text,
        "myst.md": convert(SEED, "myst").value.text,
    }  # fmt: skip
    build = project.write(sources).build("html")
    assert build.warnings == []
    texts = [folded(build.resolved(name).astext()) for name in ("hand", "rst", "myst")]
    assert texts[1] == texts[2]
    assert texts[0] == texts[1]
    links = [
        [link.get("refuri") for link in build.resolved(name).findall(nodes.reference) if link.get("refuri")]
        for name in ("hand", "rst", "myst")
    ]
    assert links[0] == links[1] == links[2]
