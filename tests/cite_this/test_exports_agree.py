"""The exports of one article say the same to those who read them: pandoc's readers are held against one another."""

from __future__ import annotations

import json
import subprocess
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from sphinxext_eir.features.cite_this.formats import CitableArticle, bibtex, csl_json, ris
from sphinxext_eir.text.article import Article, Date
from sphinxext_eir.text.author_structures import read_authors

if TYPE_CHECKING:
    from sphinxext_eir.csl.pandoc import Pandoc

AUTHORS = (
    "Nadia Quill", "Quill, Nadia", "van der Berg, Jan", "Ludwig van Beethoven", "Gabriel García Márquez", "de la Cruz, Ana María",
    "Ministry of Trade and Industry", "Martin Luther King, Jr.", "King, Martin Luther, Jr.", "山田太郎", "O’Neill, Shaun", "d'Estaing, Valéry",
    "al-Qasimi, Sultan", "Éva Szőke", "Marks & Spencer", "UNGA", "Nadia Quill, PhD", "Jean-Luc Picard", "J. R. R. Tolkien",
)  # fmt: skip
WORDS = (
    "Tides",
    "and",
    "of",
    "the",
    "Straße",
    "Évian",
    "NATO",
    "50%",
    "$5",
    "C&D",
    "#1",
    "a_b",
    "“quoted”",
    "x–y",
    "on-line",
    "é",
    "ff",
)
FORMS = {"bibtex": bibtex, "biblatex": bibtex, "csljson": csl_json, "ris": ris}


def drawn(random: Random, number: int) -> Article:
    """Return an article with any of its fields; its title ends with its *number*, which tells it from the others."""
    first = random.choice(["", "7", "e12", "123", "S5"])
    return Article(
        f"{' '.join(random.choices(WORDS, k=random.randint(1, 6)))} no{number}",
        authors=read_authors("; ".join([*random.sample(AUTHORS, random.randint(1, 4)), ""])),
        date=random.choice([None, Date(2012), Date(2012, 5), Date(2012, 5, 12), Date(1999, 12, 31)]),
        journal=random.choice(["", "The Harbour Review", "C & D"]),
        volume=random.choice(["", "3", "XII", "12A"]),
        issue=random.choice(["", "2", "2–3", "S1"]),
        first_page=first,
        last_page=random.choice(["", f"{first}9"]) if first else "",
        doi=random.choice(["", "10.1000/182", "10.1000/a_b(c)%2F;d<e>"]),
    )


def plain(text: str) -> str:
    """Return *text* as all formats can have it: pandoc makes quotation marks of BibTeX's, and dashes of its hyphens."""
    table = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "\xa0": " "})
    return text.translate(table).replace("--", "-")


def said(item: dict[str, Any]) -> dict[str, Any]:
    """Return what an *item* of CSL-JSON says, in the form of no format."""
    parts = ("dropping-particle", "non-dropping-particle", "family", "suffix", "literal", "given")
    names = (
        " ".join(person[part] for part in parts if person.get(part)) for person in item.get("author", [])
    )
    dates = item.get("issued", {}).get("date-parts", [[]])[0]
    return {
        "authors": [plain(name).replace(",", "") for name in names],
        "title": plain(item["title"]),
        "date": [int(part) for part in dates],
        **{
            key: plain(str(item.get(key, "")))
            for key in ("container-title", "volume", "issue", "page", "DOI")
        },
    }


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    random = Random(7)
    return [drawn(random, number) for number in range(60)]


@pytest.fixture(scope="module")
def read_back(pandoc: Pandoc, articles: list[Article]) -> dict[str, list[dict[str, Any]]]:
    """Return what pandoc reads in each format, in the order of the articles."""
    found = {}
    for form, write in FORMS.items():
        written = [write(CitableArticle(article)) for article in articles]
        text = (
            json.dumps([json.loads(one)[0] for one in written]) if form == "csljson" else "\n".join(written)
        )
        command = [str(pandoc.path), "--from", form, "--to", "csljson"]
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
        items = sorted(json.loads(done.stdout), key=lambda item: int(item["title"].rpartition("no")[2]))
        found[form] = [said(item) for item in items]
    return found


def test_every_export_says_what_the_article_says(
    read_back: dict[str, list[dict[str, Any]]], articles: list[Article]
) -> None:
    for article, item in zip(articles, read_back["csljson"], strict=True):
        date = article.date
        assert item["title"] == plain(article.title)
        assert item["date"] == ([part for part in (date.year, date.month, date.day) if part] if date else [])
        # pandoc finds particles, also glued ones, and takes them out of the family name.
        assert [sorted(name.replace(" ", "")) for name in item["authors"]] == [
            sorted(plain(author.name).replace(",", "").replace(" ", "")) for author in article.authors
        ]
        assert (item["volume"], item["issue"]) == (article.volume, plain(article.issue))
        assert (item["page"], item["DOI"]) == (plain(article.pages), article.doi)


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "ris"])
def test_the_exports_agree(form: str, read_back: dict[str, list[dict[str, Any]]]) -> None:
    for item, other in zip(read_back["csljson"], read_back[form], strict=True):
        date = item["date"][:1] if form == "ris" else item["date"]  # of RIS, pandoc reads only the year
        assert other == item | {"date": date}
