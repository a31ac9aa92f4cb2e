"""No address of another kind is a link. The promises are made in ``docs/explanation/security.rst``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.hostile import elements, entries_of, essay_of, style_of

from sphinxext_eir.conversion.pipeline import convert, convert_reading
from sphinxext_eir.conversion.reading.text import read_string
from sphinxext_eir.core.links import is_executed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bs4 import BeautifulSoup
    from support.sphinx_project import Build, Project


EXECUTED = (
    "javascript:window.attacked=1",
    "JaVaScRiPt:window.attacked=1",
    " javascript:window.attacked=1",
    "java\tscript:window.attacked=1",
    "javascript:1/(window.attacked=1)",
    "javascript://example.org/%0awindow.attacked=1",
    "data:text/html,<script>window.attacked=1</script>",
    "vbscript:attacked",
)
"""What a browser executes, or shows as a page that nobody published."""


ADDRESSES = (*EXECUTED, "file:///etc/passwd")
"""What no stranger's link may lead to."""


def links_of(page: BeautifulSoup) -> set[str]:
    """Return the addresses on *page*, those for search engines and link previews included."""
    names = {"href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset", "cite"}
    told = (
        "og:url",
        "og:image",
        "twitter:image",
        "DC.identifier",
        "citation_pdf_url",
        "citation_fulltext_html_url",
    )
    metas = [meta for meta in page.find_all("meta") if (meta.get("name") or meta.get("property")) in told]
    return {value for _, name, value in elements(page) if name in names} | {
        str(meta["content"]) for meta in metas
    }


def is_live(address: str) -> bool:
    """Whether a browser does something with *address* that it doesn't with a page of the web."""
    plain = re.sub(r"^[\x00-\x20]+|[\t\r\n]", "", address).lower()  # WHATWG URL, "basic URL parser"
    return plain.startswith(("javascript:", "data:", "vbscript:", "file:"))


@pytest.mark.parametrize("address", EXECUTED)
def test_a_link_that_executes_is_known_however_it_is_spelt(address: str) -> None:
    assert is_executed(address)
    assert is_executed(f"\x01 {address[:3]}\n{address[3:]}")
    assert not is_executed(f"https://example.org/?{address}")
    assert not is_executed("database.html")


@pytest.mark.parametrize("address", [EXECUTED[0], EXECUTED[5], EXECUTED[6]])
def test_whatever_is_typed_in_our_documents_no_link_executes(
    hostile: Callable[..., Build], address: str
) -> None:
    build = hostile(address, address=address)
    soup = build.page()
    assert [link for link in links_of(soup) if is_live(link)] == []
    assert "".join(address.split()) in "".join(soup.get_text().split())
    (data,) = soup.find_all("script", type="application/ld+json")
    told = re.findall(r'"(?:url|@id|sameAs|image|license|contentUrl)":\s*"([^"]*)"', data.string)
    assert [value for value in told if is_live(value)] == []


@pytest.mark.parametrize("address", EXECUTED[:2])
def test_links_that_authors_make_on_purpose_are_no_exception(project: Project, address: str) -> None:
    text = (
        f"Title\n=====\n\n.. eir:article::\n\nA `link <{address}>`_, a `named one`__, |image|.\n\n"
        f".. __: {address}\n.. |image| image:: a.png\n   :target: {address}\n"
    )
    build = project.write({"index.rst": text, "other.rst": "Other\n=====\n\njavascript:other\n"}).build()
    assert [link for link in links_of(build.page()) if is_live(link)] == []
    assert "A link, a named one, ." in build.page().select_one(".body").get_text()
    assert "javascript:other" in links_of(build.page("other"))  # not ours: as Sphinx has it


@pytest.fixture
def links_of_strangers(project: Project) -> Callable[[str], Build]:
    """Return a builder of a page whose bibliography has each address in each kind of file."""

    def build(builder: str) -> Build:
        files = {}
        for number, address in enumerate(ADDRESSES):
            for name, text in entries_of("Text", address).items():
                names = {"Key": f"json{number}", "bib,": f"bib{number},", "  - ris": f"  - ris{number}"}
                text = re.sub("|".join(names), lambda match: names[match[0]], text)  # noqa: B023, PLW2901
                files[f"{number}{name}"] = text.replace("id: yaml", f"id: yaml{number}")
        bibliography = ".. eir:bibliography::\n   :filter: all\n   :style: hostile.csl\n"
        project.write({"index.rst": f"Title\n=====\n\n.. eir:article::\n\n{bibliography}", **files})
        project.write({"hostile.csl": style_of("javascript:window.attacked=1")})
        return project.build(builder, eir_bibliography_files=list(files))

    return build


def test_no_file_of_references_links_to_it(links_of_strangers: Callable[[str], Build]) -> None:
    soup = links_of_strangers("html").page()
    assert len(soup.select("section[role=doc-bibliography] li")) >= 4 * len(ADDRESSES)
    assert [link for link in links_of(soup) if is_live(link)] == []


def test_no_file_of_references_links_to_it_in_latex(links_of_strangers: Callable[[str], Build]) -> None:
    text = next(links_of_strangers("latex").out.glob("*.tex")).read_text(encoding="utf-8")
    assert text.count("\\eirentry") >= 4 * len(ADDRESSES)
    assert [link for link in re.findall(r"\\(?:href|url|sphinxhref)\{([^}]*)\}", text) if is_live(link)] == []


@pytest.mark.parametrize("suffix", [".md", ".docx"])
@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_no_converted_article_links_to_it(
    make_project: Callable[..., Project], tmp_path: Path, syntax: str, suffix: str
) -> None:
    """Not even where the document isn't ours: what is written is dead by itself."""
    text = [
        form
        for address in ADDRESSES
        for form in (
            f"A [link]({address}), <{address}>, ![picture]({address}) and {address}.",
            f'<a href="{address}">raw</a>',
            f"[ref]: {address}",
            f"- `text <{address}>`_ and `more <{address}>`__",
            f".. _target: {address}",
        )
    ]
    entries = [f"Doe, J. (2000) [Book]({address}). {address}" for address in ADDRESSES]
    path = essay_of(tmp_path, suffix, [*text, "Bibliography", *entries])
    written = convert(path, syntax).value
    assert written.ledger.even
    source = re.sub(r"^(?:\.\. |```\{)eir:(?:article|bibliography).*$", "", written.text, flags=re.MULTILINE)
    for name, plain in (("ours", written.text), ("not", source)):
        project = make_project(name).write({f"index.{'rst' if syntax == 'rst' else 'md'}": plain})
        page = project.build().page().select_one(".body")
        assert "window.attacked=1" in page.get_text()
        assert [link for link in links_of(page) if is_live(link)] == []


MARKED_UP = (
    ".. include:: secret.txt", ".. raw:: html\n\n   <script>attacked</script>", ".. eir:import:: secret.txt",
    ":download:`secret.txt` {download}`secret.txt`", "`x`_ |version| [secret]_ :doc:`secret`", "::\n\n   secret",
    "```{include} secret.txt\n```", "```{raw} html\n<script>attacked</script>\n```", ":::{include} secret.txt\n:::",
    "```{eval-rst}\n.. include:: secret.txt\n```", "```\n:caption: <script>attacked</script>\n:name: x\ncode\n```",
    "```\n---\ncaption: <script>attacked</script>\n---\ncode\n```", "~~~{include} secret.txt\n~~~",
    "<script>attacked</script>", "<img src=x onerror=attacked>", "&lt;script&gt;attacked&lt;/script&gt;", "<!-- x -->",
    "{{ 6*7 }}{{ env.srcdir }} {% raw %} {{{ 6*7 }}}", "$\\href{javascript:attacked}{x}$ $$\\input{secret}$$",
    "(target)=", "+++", "% comment", "[x]{ .class #id }", ":author: Somebody Else", "# <script>attacked</script>",
    "> <script>attacked</script>", "- <script>attacked</script>", "| <script> | b |\n|---|---|\n| <script> | <b> |",
    "*<script>attacked</script>* **{{ 6*7 }}**",
)  # fmt: skip
"""Markup of both syntaxes, and of HTML, Jinja and TeX in them, that would read a file, run a script or change the text."""


@pytest.mark.parametrize("suffix", [".md", ".docx"])
@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_no_converted_article_speaks_to_sphinx(
    project: Project, tmp_path: Path, syntax: str, suffix: str
) -> None:
    path = essay_of(tmp_path, suffix, [part for text in MARKED_UP for part in (text, "And so on.")])
    written = convert(path, syntax).value
    assert written.ledger.even
    project.write(
        {f"index.{'rst' if syntax == 'rst' else 'md'}": written.text, "secret.txt": "A hidden word."}
    )
    extensions = [
        *("dollarmath", "amsmath", "colon_fence", "deflist", "substitution", "html_image", "html_admonition"),
        *("attrs_inline", "attrs_block", "tasklist", "fieldlist", "strikethrough"),
    ]
    build = project.build(myst_enable_extensions=extensions, exclude_patterns=["secret.txt"])
    page = build.page().select_one(".body")
    assert "hidden word" not in page.get_text()
    assert "42" not in page.get_text()
    assert page.select("script, img, b, iframe, a[download], .math") == []
    assert not list(build.out.rglob("secret.txt"))
    assert [line for line in build.warnings if "eir." not in line] == []


@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_no_number_of_addresses_breaks_a_build(project: Project, syntax: str) -> None:
    text = "# Essay\n\nWritten by Jane Doe\n\n" + "http://example.org/a or a@example.org " * 700
    written = convert_reading(read_string(text), "essay", "rst" if syntax == "rst" else "myst", {}).value
    assert written.ledger.even
    project.write({f"index.{'rst' if syntax == 'rst' else 'md'}": written.text})
    assert len(project.build().page().select(".body p a")) == 1400
