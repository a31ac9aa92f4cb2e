"""The report as web pages: each input beside its article, for eyes, keyboards and screen readers, and for no network."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from support.articles import HEAD, ONE, TWO
from support.axe import run_axe

from sphinxext_eir import cli
from sphinxext_eir.features.checks.pages import page as check_page
from sphinxext_eir.features.checks.records import Finding, Report, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

DOUBTFUL = (
    HEAD
    + f"{ONE}[1] And so it is.[3]\n\n{TWO} This *one* goes on with\n\nthe rest of it.\n\n"
    + "E-International Relations ISSN 2053-8626 Page 1/3\n\n## Notes\n\n[1] On trains, see *Slow* <b>.\n"
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a report on three files, one of which can't be read, and one of which isn't."""
    folder = tmp_path_factory.mktemp("report")
    archive = folder / "archive"
    (archive / "deep").mkdir(parents=True)
    (archive / "deep" / "one.txt").write_text(DOUBTFUL, encoding="utf-8")
    (archive / "two & three.md").write_text(
        "# Of <Trains> & \x07 Ships\n\nBy Jane Doe\n\n" + TWO, encoding="utf-8"
    )
    (archive / "empty.txt").write_bytes(b"")
    (archive / "old.doc").write_bytes(b"Word")
    command = ["convert", str(archive), "-o", str(folder / "out")]
    assert cli.main([*command, "--report", str(folder / "r.html"), "--report", str(folder / "r.json")]) == 1
    return folder


def pages(report: Path) -> list[Path]:
    return [report / "r.html", *sorted((report / "r").glob("*.html"))]


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def test_there_is_an_index_and_a_page_for_each_article(report: Path) -> None:
    index = soup(report / "r.html")
    links = [link["href"] for link in index.select("tbody a")]
    assert links == ["r/the-art-of-waiting.html", "r/two-three.html"]
    assert all((report / link).is_file() for link in links)
    assert [item.get_text() for item in index.select("ul li")] == [
        "empty.txt: failed: the file is empty",
        "old.doc: not read: Word's old format: save it as .docx",
    ]
    assert (report / "r.json").is_file()
    assert {page.select_one("header a")["href"] for page in map(soup, pages(report)[1:])} == {"../r.html"}


def test_each_word_of_the_input_stands_beside_what_was_made_of_it(report: Path) -> None:
    page = soup(report / "r" / "the-art-of-waiting.html")
    typed = [" ".join(p.get_text().split()) for p in page.select(".pair > p:first-child")]
    said = " ".join(typed).replace("In the input: ", "")
    for word in re.findall(r"\w{4,}", DOUBTFUL.replace("*", "")):
        assert word in said
    struck = {
        " ".join(d.get_text().split()): d.find_next_sibling("span").get_text() for d in page.select("del")
    }
    assert struck["E-International Relations ISSN 2053-8626 Page 1/3"] == "(foot)"
    made = [p.get_text().removeprefix("In the article: ") for p in page.select(".made")]
    assert "The Art of Waiting" in made
    assert any("author: Jane Doe, date: 2014-02-09" in text for text in made)
    assert page.select(".made em")
    assert [sup.get_text() for sup in page.select(".made sup")] == ["[1]"]


def test_doubtful_places_are_listed_marked_and_linked(report: Path) -> None:
    page = soup(report / "r" / "the-art-of-waiting.html")
    listed = page.select("main > ol:not(.rows) a")
    assert len(listed) == 2
    for link in listed:
        part = page.select_one(link["href"])
        assert part.select_one(".look").get_text().startswith("Doubtful: ")
        assert "same" not in part.get("class", [])
    assert listed[0]["href"] != listed[1]["href"]
    assert [a["href"] for a in page.select(".rows a")] == [listed[1]["href"]]


def test_the_pages_need_nothing_and_tell_nothing_of_the_machine(report: Path) -> None:
    for path in pages(report):
        text = path.read_text(encoding="utf-8")
        assert str(report) not in text
        assert not re.search(r"<(?:script|link|img|iframe)|url\(|@import", text)
        assert not re.search(r"(?:src|href)=\"(?:https?:|/)", text)


@pytest.mark.program
def test_the_pages_are_valid(report: Path, vnu: list[str]) -> None:
    checked = subprocess.run([*vnu, *map(str, pages(report))], capture_output=True, text=True, check=False)
    assert checked.stderr == ""


def test_axe_finds_nothing_and_no_page_scrolls_sideways(report: Path, page: Page) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for path in pages(report):
            page.goto(path.as_uri())
            assert run_axe(page, "html").response["violations"] == []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for path in pages(report):
            page.goto(path.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_axe_finds_nothing_in_the_report_of_a_check_though_two_articles_have_one_title(
    tmp_path: Path, page: Page
) -> None:
    findings = tuple(
        Finding(article, 3, rule, "something <is> wrong", f"{article}.rst", severity)
        for article in ("one", "two")
        for rule, severity in (("access-date", Severity.INFO), ("eir.article", Severity.ERROR))
    )
    titles = {"one": "Waiting", "two": "Waiting", "three": "Walking"}
    path = tmp_path / "check.html"
    path.write_text(check_page(Report(titles, 3, 900, findings), "essays"), encoding="utf-8")
    page.goto(path.as_uri())
    assert run_axe(page, "html").response["violations"] == []


def test_a_keyboard_reaches_the_doubtful_places_and_the_choice(report: Path, page: Page) -> None:
    page.goto((report / "r" / "the-art-of-waiting.html").as_uri())
    reached = []
    for _ in range(8):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("document.activeElement.getAttribute('href') || document.activeElement.id")
        )
    assert reached[:2] == ["#text", "../r.html"]
    assert "only" in reached
    shown = page.locator(".rows > li:visible").count()
    page.locator("#only").press("Space")
    assert 0 < page.locator(".rows > li:visible").count() < shown
