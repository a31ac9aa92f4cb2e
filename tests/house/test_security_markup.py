"""No text becomes HTML or LaTeX. The promises are made in ``docs/explanation/security.rst``."""

from __future__ import annotations

import json
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from support.hostile import elements

from sphinxext_eir.csl.xmltext import parse_xml
from sphinxext_eir.features.metadata.head import script_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page
    from support.sphinx_project import Build, Project


MARKUP = (
    """"><img src=x onerror="window.attacked=1"><script>window.attacked=1</script></script><!--<script>'"""
)
"""HTML that does something in an element, in an attribute, in a comment and in JSON-LD."""


COMMANDS = (
    r"\input{/etc/passwd}\immediate\write18{touch attacked} ^^5cinput{attacked} $x_1^2$ %gone \begin{verbatim} "
    r"#1 \csname input\endcsname ~ & \\ {"
)
"""LaTeX that reads a file, runs a program, changes the meaning of characters, and isn't balanced."""


ADDRESS_IN_LATEX = r"https://example.org/%}#\input{/etc/passwd}{&~_^^5c"
"""The same in an address."""


# No text becomes HTML


def test_no_field_becomes_markup(hostile: Callable[..., Build], page: Page) -> None:
    build = hostile(MARKUP)
    soup = build.page()
    assert "window.attacked=1" in soup.get_text()
    assert [name for _, name, _ in elements(soup) if name.startswith("on")] == []
    assert [
        script
        for script in soup.find_all("script")
        if script.string and "attacked" in script.string and not script.get("type")
    ] == []
    page.goto((build.out / "index.html").as_uri())
    for reference in page.locator("a[role=doc-noteref], a[role=doc-biblioref]").all():
        reference.focus()  # opens its preview
    assert page.evaluate("window.attacked") is None


def test_no_field_ends_the_data_for_search_engines(hostile: Callable[..., Build]) -> None:
    soup = hostile(MARKUP).page()
    (data,) = soup.find_all("script", type="application/ld+json")
    assert MARKUP.replace("\\", "") in json.dumps(json.loads(data.string), ensure_ascii=False).replace(
        '\\"', '"'
    )
    assert "<" not in data.string


def test_no_data_ends_its_script() -> None:
    data = {"name": "</script><!--<script>]]>&\u2028\u2029\0"}
    text = script_text(data)
    assert not set("<>&\u2028\u2029\0") & set(text)
    assert json.loads(text) == data


def test_no_field_becomes_markup_in_a_feed(project: Project) -> None:
    text = "".join(map(chr, (1, 8, 11, 0x1B, 0xFFFE))) + MARKUP
    fields = dict.fromkeys(("publisher", "license", "keywords", "description"), text)
    project.write({"index.rst": "Title\n=====\n\n.. eir:article::\n   :date: 2024-03-01\n"})
    build = project.build(
        project=text, eir_article_defaults=fields, html_baseurl="https://example.org/", author=text
    )
    feed = parse_xml((build.out / "articles.atom").read_bytes())
    atom = "{http://www.w3.org/2005/Atom}"
    for path in (f"{atom}title", f"{atom}entry/{atom}rights", f"{atom}entry/{atom}author/{atom}name"):
        assert (feed.findtext(path) or "").strip() == MARKUP


def test_no_field_becomes_markup_in_epub(hostile: Callable[..., Build]) -> None:
    build = hostile(MARKUP, "epub")
    with zipfile.ZipFile(next(build.out.glob("*.epub"))) as book:
        pages = [book.read(name).decode() for name in book.namelist() if name.endswith("html")]
        package = parse_xml(book.read("content.opf"))
        parse_xml(book.read("toc.ncx"))
    said = [element.text or "" for element in package.iter() if element.tag.endswith(("title", "publisher"))]
    assert said
    assert all("<script>" in text for text in said)
    assert [
        name
        for text in pages
        for _, name, _ in elements(BeautifulSoup(text, "html.parser"))
        if name.startswith("on")
    ] == []
    assert "<script>window" not in "".join(pages)


# No text becomes LaTeX


def test_no_field_becomes_a_command(hostile: Callable[..., Build]) -> None:
    build = hostile(COMMANDS, "latex", ADDRESS_IN_LATEX)
    files = list(build.out.glob("*.tex"))
    assert len(files) == 1
    for tex in files:
        text = tex.read_text(encoding="utf-8")
        assert "etc/passwd" in text
        for command in (r"\input{/etc", r"\immediate", r"\write18", r"\csname", r"\begin{verbatim}", "^^5c"):
            assert command not in text, (tex.name, command)


@pytest.mark.tex
def test_what_is_typeset_is_what_was_typed(
    hostile: Callable[..., Build], program: Callable[[str], str], tmp_path: Path
) -> None:
    build = hostile(COMMANDS, "latex", ADDRESS_IN_LATEX)
    for tex in build.out.glob("*.tex"):
        for _ in range(2):
            subprocess.run(
                [program("pdflatex"), "-interaction=nonstopmode", "-halt-on-error", tex.name],
                cwd=build.out,
                check=True,
                capture_output=True,
            )
        command = [program("pdftotext"), "-raw", tex.with_suffix(".pdf"), "-"]
        read = "".join(subprocess.run(command, check=True, capture_output=True).stdout.decode().split())
        assert r"\input{/etc/passwd}\immediate\write18{touch" in read
        assert "root:" not in read
    assert not list(tmp_path.rglob("attacked*"))
