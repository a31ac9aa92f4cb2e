"""The article in ``docs/`` is the seed, word by word."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import pytest
from support.seed import ARTICLE, SEED, folded, seed_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from bs4 import BeautifulSoup
    from playwright.sync_api import Page
    from support.sphinx_project import Project

FURNITURE = ".headerlink, .eir-notice, .eir-backlink, .visually-hidden, .eir-pull-quote"
"""What a page has beyond the author's words: ways back and forth, a word for screen readers, the printed notice, and pull
quotes, whose words are counted where the text has them."""

BLOCKS = ("p", "h1", "h2", "h3", "li", "div", "section", "header", "aside", "dt", "dd")


@pytest.fixture
def article(project: Project) -> Project:
    """Return a project that holds the article alone."""
    return project.write({"article.rst": ARTICLE.read_text(encoding="utf-8")})


def text_of(page: BeautifulSoup) -> str:
    """Return what a reader of the page's body sees, where no style sheet is at work but for the capitals."""
    (body,) = page.select(
        "[role=main], section[epub|type=bodymatter], .body", namespaces={"epub": "epub"}, limit=1
    )
    for furniture in body.select(FURNITURE):
        furniture.decompose()
    for byline in body.select(".eir-byline"):
        byline.string = (
            byline.get_text().upper()
        )  # text-transform: uppercase; the browser's test sees it happen
    for block in body.find_all(BLOCKS):
        block.append("\n")
    return body.get_text()


def test_the_seed_is_kept_byte_for_byte() -> None:
    digest = hashlib.sha256(SEED.read_bytes()).hexdigest()
    assert digest == "8b3f58f3630b7a14388c6205ae8629e8bbfa57a4b9117b91e32de9b28673901f"


def test_the_seed_has_its_words() -> None:
    words = seed_words()
    assert words[:5] == ["Russia's", "Foreign", "Policy", "in", "Kosovo"]
    assert words[-2:] == ["[viii]", "http://twitter.com/#!/DRogozin/status/143347218001301505"]
    assert len(words) == 1086


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_the_page_has_the_seeds_words(article: Project, builder: str) -> None:
    build = article.build(builder)
    assert build.warnings == []
    page = build.page("article" if builder == "html" else "article/index")
    assert folded(text_of(page)) == seed_words()


def test_the_text_has_the_seeds_words(article: Project) -> None:
    text = article.build("text").read("article.txt")
    # A pull quote with an attribution is a block quote here; like any, it repeats words that are counted elsewhere.
    text, pull_quotes = re.subn(r"^(?:   .+\n)+\n   -- .+\n", "", text, flags=re.MULTILINE)
    assert pull_quotes == 1
    text = re.sub(r"^[*=\-]{3,}$", "", text, flags=re.MULTILINE)  # underlines and the transition
    text = re.sub(r"\*+([^*]+)\*+", r"\1", text)
    assert "".join(folded(text)) == "".join(seed_words())  # the writer breaks lines after hyphens


def test_the_browser_shows_the_seeds_words(article: Project, page: Page) -> None:
    build = article.build("html")
    page.goto((build.out / "article.html").as_uri())
    page.add_style_tag(content=f"{FURNITURE} {{ display: none }}")
    assert folded(page.locator("[role=main]").inner_text()) == seed_words()


def test_the_pdf_has_the_seeds_characters(article: Project, pdf_text: Callable[..., str]) -> None:
    # URLs are broken across lines: the words are compared without white space.
    # Pull quotes, which stand beside the text and repeat it, are left out.
    without = r"\AtBeginDocument{\renewcommand\eirpullquotebeside[2]{}}"
    unbroken = {"preamble": rf"\hyphenpenalty=10000 \exhyphenpenalty=10000 {without}"}
    build = article.build(
        "latex", latex_elements=unbroken, latex_documents=[("index", "essays.tex", "E", "A", "manual")]
    )
    text = pdf_text(build)
    start, end = text.index("This PDF is auto-generated"), text.rindex("143347218001301505")
    text = re.sub(r"This PDF is.*linked below\.", "", text[start : end + 18], count=1, flags=re.DOTALL)
    text, heads = re.subn(r"\fRussia’s Foreign Policy in Kosovo\s+Written by Abit Hoxha\n", "", text)
    text, feet = re.subn(r" Page \d+/\d+\n", "\n", text)
    assert heads == feet > 0
    assert "".join(folded(text)) == "".join(seed_words())


def test_the_urls_are_the_seeds_link_targets(article: Project) -> None:
    text = SEED.read_text(encoding="utf-8")
    targets = re.findall(r"\]\((http[^)]*)\)|<(http[^>]*)>", text)
    expected = [first or second for first, second in targets]
    links = article.build("html").page("article").select("[role=main] a.external, .body a.external")
    assert list(dict.fromkeys(link["href"] for link in links)) == list(dict.fromkeys(expected))
