"""What the documentation promises under *Security*, attacked: by pages, files of references, styles and articles."""

from __future__ import annotations

import ast
import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from bs4 import BeautifulSoup
from support.paths import DATA, PACKAGE

from sphinxext_eir import cli
from sphinxext_eir.conversion.batch import RECORD
from sphinxext_eir.conversion.pipeline import convert, convert_reading
from sphinxext_eir.conversion.reading import word
from sphinxext_eir.conversion.reading.text import read_string
from sphinxext_eir.conversion.transcript import ConversionError
from sphinxext_eir.core.links import is_executed
from sphinxext_eir.csl.children import Child, RequestError
from sphinxext_eir.csl.pandoc import Pandoc
from sphinxext_eir.csl.sources import read_source
from sphinxext_eir.csl.styles import StyleError, read_style
from sphinxext_eir.csl.xmltext import parse_xml
from sphinxext_eir.features.metadata import script_text
from sphinxext_eir.text.description import opening
from sphinxext_eir.text.frontmatter import FIELDS, read
from sphinxext_eir.text.quotation import RunningText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from playwright.sync_api import Page
    from support.sphinx_project import Build, Project

STYLES = DATA / "csl"

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


# What is attacked


def article_of(text: str) -> str:
    """Return an article that has *text* wherever an author may type some."""
    flat = (
        text.replace("\\", "\\\\")
        .replace("`", "\\`")
        .replace("|", "\\|")
        .replace("*", "\\*")
        .replace("_", "\\_")
    )
    given = [f"   :{name}: {flat}" for name in FIELDS]
    return "\n".join(
        [
            flat,
            "=" * 200,
            "",
            ".. eir:article::",
            *given,
            "",
            f"A text{chr(91)}i{chr(93)} with {flat} and :eir:note:`{flat}`, see :eir:citep:`see {flat} @Key, p. {flat}` (Doe 2000).",
            "",
            f".. [i] {flat}",
            "",
            ".. eir:pull-quote::",
            f"   :attribution: {flat}",
            "",
            f"   {flat}",
            "",
            ".. eir:about-author::",
            f"   :title: {flat}",
            "",
            f"   {flat}",
            "",
            ".. eir:cite-this::",
            "",
            ".. eir:notes::",
            f"   :title: {flat}",
            "",
            ".. eir:bibliography::",
            f"   :title: {flat}",
            "",
            f"   [k] Doe, Jane (2000) {flat}",
            "",
            ".. eir:bibliography::",
            "   :filter: all",
            "   :style: hostile.csl",
            "",
        ]
    )


def entries_of(text: str, address: str = "https://example.org/") -> dict[str, str]:
    """Return files of references that have *text* in every field, and *address* where one belongs."""
    names = (
        "title",
        "publisher",
        "publisher-place",
        "container-title",
        "note",
        "genre",
        "page",
        "volume",
        "edition",
        "language",
    )
    item = dict.fromkeys(names, text) | {
        "id": "Key",
        "type": "book",
        "URL": address,
        "DOI": address,
        "author": [{"family": text, "given": text}],
        "issued": {"raw": text},
    }
    braced = re.sub(r"[{}\\]", "", text)
    fields = "".join(
        f", {name}={{{braced}}}"
        for name in ("author", "title", "publisher", "address", "note", "year", "pages")
    )
    ris = "".join(
        f"{tag}  - {' '.join(text.split())}\n" for tag in ("AU", "TI", "PB", "CY", "N1", "PY", "SP")
    )
    xml = escape(text)
    return {
        "a.json": json.dumps([item]),
        "b.bib": f"@book{{bib{fields}, url={{{address}}}, doi={{{address}}}}}",
        "c.ris": f"TY  - BOOK\nID  - ris\n{ris}UR  - {address}\nER  - \n",
        "d.xml": "<xml><records><record><rec-number>1</rec-number><ref-type name='Book'>6</ref-type><contributors>"
        f"<authors><author>{xml}</author></authors></contributors><titles><title>{xml}</title></titles>"
        f"<urls><related-urls><url>{escape(address)}</url></related-urls></urls></record></records></xml>",
        "e.yaml": f"references:\n- id: yaml\n  type: book\n  title: {json.dumps(text)}\n  URL: {json.dumps(address)}\n",
    }


def style_of(text: str) -> str:
    """Return a style whose affixes are *text*."""
    style = (STYLES / "numbers.csl").read_text(encoding="utf-8")
    affix = escape(text, {'"': "&quot;"})
    return re.sub(r'prefix="[^"]*"', lambda _: f'prefix="{affix}"', style)


@pytest.fixture
def hostile(project: Project) -> Callable[..., Build]:
    """Return a builder of a project with *text* everywhere."""

    def build(
        text: str, builder: str = "html", address: str = "https://example.org/", **settings: object
    ) -> Build:
        files = entries_of(text, address)
        project.write({"index.rst": article_of(text), "hostile.csl": style_of(text), **files})
        return project.build(
            builder, eir_bibliography_files=list(files), html_baseurl="https://example.org", **settings
        )

    return build


def elements(page: BeautifulSoup) -> Iterable[tuple[str, str, str]]:
    """Yield each attribute of *page*: element, name and value."""
    for element in page.find_all(True):
        for name, value in element.attrs.items():
            yield element.name, name, " ".join(value) if isinstance(value, list) else str(value)


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
    build = hostile(COMMANDS, "latex", ADDRESS_IN_LATEX, eir_article_pdfs=True)
    files = list(build.out.glob("*.tex"))
    assert len(files) == 2
    for tex in files:
        text = tex.read_text(encoding="utf-8")
        assert "etc/passwd" in text
        for command in (r"\input{/etc", r"\immediate", r"\write18", r"\csname", r"\begin{verbatim}", "^^5c"):
            assert command not in text, (tex.name, command)


@pytest.mark.tex
def test_what_is_typeset_is_what_was_typed(
    hostile: Callable[..., Build], program: Callable[[str], str], tmp_path: Path
) -> None:
    build = hostile(COMMANDS, "latex", ADDRESS_IN_LATEX, eir_article_pdfs=True)
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


# No address of another kind is a link


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


def essay_of(folder: Path, suffix: str, paragraphs: Iterable[str]) -> Path:
    """Write an article of *paragraphs*, some of several lines, as text or as a Word file."""
    path = folder / f"essay{suffix}"
    texts = ["Essay", "Written by Jane Doe", *paragraphs]
    if suffix == ".docx":
        lines = [line for text in texts for line in text.split("\n")]
        return word_file(path, document("".join(f"<w:p>{run(line)}</w:p>" for line in lines)))
    path.write_text("\n\n".join([f"# {texts[0]}", *texts[1:]]), encoding="utf-8")
    return path


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


# XML is read without entities and without the network

BOMB = (
    '<!DOCTYPE x [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(10))
    + "]>"
)
OUTSIDE = (
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY % d SYSTEM "http://127.0.0.1:9/x.dtd">%d;]>'
)


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE])
def test_a_library_that_declares_entities_is_refused(tmp_path: Path, declared: str) -> None:
    path = tmp_path / "library.xml"
    path.write_text(
        f"{declared}<xml><records><record><titles><title>&e;&a9;</title></titles></record></records></xml>"
    )
    source = read_source(path)
    assert source.keys == ()
    assert "document type definition" in str(source.messages[0])


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE])
def test_a_style_that_declares_entities_is_refused(tmp_path: Path, declared: str) -> None:
    path = tmp_path / "style.csl"
    style = (STYLES / "numbers.csl").read_text(encoding="utf-8")
    path.write_text(re.sub(r"<\?xml.*?\?>", "", style).replace("<style", f"{declared}<style", 1))
    with pytest.raises(StyleError, match="document type definition"):
        read_style(path)


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def relations(target: str, kind: str) -> str:
    """Return the part of a Word file that calls *target* ``r``."""
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r" Type="{OFFICE}/{kind}" Target="{escape(target)}"/></Relationships>'
    )


def word_file(path: Path, document: str, parts: dict[str, bytes] | None = None) -> Path:
    """Write a Word file whose text is *document*."""
    types = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", relations("word/document.xml", "officeDocument"))
        archive.writestr("word/document.xml", document)
        for name, data in (parts or {}).items():
            archive.writestr(name, data)
    return path


def document(paragraphs: str) -> str:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return (
        f'<w:document xmlns:w="{space}" xmlns:r="{OFFICE}" xmlns:a="{DRAWING}/main" xmlns:p="{DRAWING}/picture" '
        f'xmlns:d="{DRAWING}/wordprocessingDrawing"><w:body>{paragraphs}</w:body></w:document>'
    )


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str) -> str:
    return document(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")


@pytest.mark.pandoc
@pytest.mark.parametrize("declared", [BOMB, OUTSIDE])
def test_a_word_file_that_declares_entities_gives_nothing_away(tmp_path: Path, declared: str) -> None:
    path = word_file(tmp_path / "essay.docx", declared + paragraph("Before &e;&a9; after"))
    try:
        text = convert(path).value.text
    except ConversionError:
        return
    assert "root:" not in text
    assert len(text) < 10_000


def test_a_word_file_that_unpacks_into_too_much_is_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path / "essay.docx", paragraph("A text"), {"word/big.xml": bytes(51_000_000)})
    assert path.stat().st_size < 100_000
    with pytest.raises(ConversionError, match="its text has more than 50 MB"):
        convert(path)
    word_file(path, paragraph("A text"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/media/a.png", b"")
        archive.infolist()[-1].file_size = 501_000_000  # what its table of contents says
    with pytest.raises(ConversionError, match="the file has more than 500 MB"):
        convert(path)


def test_a_word_file_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path / "essay.docx", paragraph("A text " * 1000))
    size = len(paragraph("A text " * 1000)).to_bytes(4, "little")
    data = path.read_bytes()
    assert size in data
    path.write_bytes(data.replace(size, (10).to_bytes(4, "little")))
    with pytest.raises(ConversionError, match="damaged"):
        convert(path)


# No shell, argument lists, time limits


@cache
def calls() -> list[tuple[str, str, ast.Call]]:
    """Return all calls in the package: where, of what, and the call."""
    return [
        (f"{path.relative_to(PACKAGE)}:{node.lineno}", ast.unparse(node.func), node)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]


def test_no_child_has_a_shell_and_each_has_a_time_limit() -> None:
    started = [(where, name, call) for where, name, call in calls() if name.startswith("subprocess.")]
    assert {name for _, name, _ in started} == {"subprocess.run", "subprocess.Popen"}
    for where, name, call in started:
        given = {keyword.arg for keyword in call.keywords}
        assert isinstance(call.args[0], ast.List), where
        assert not given & {"shell", None}, where
        assert {"env", "stdin"} <= given, where  # nothing of ours is inherited
        assert "timeout" in given or name == "subprocess.Popen", where  # that one is asked, with a limit
    assert [
        where for where, name, _ in calls() if re.match(r"os\.(?:system|popen|exec|spawn|posix)", name)
    ] == []


def test_pandoc_that_hangs_is_killed(
    monkeypatch: pytest.MonkeyPatch, program_of: Callable[[str], Path], tmp_path: Path
) -> None:
    path = program_of("import time\ntime.sleep(60)")
    begun = time.monotonic()
    with pytest.raises(RequestError, match=r"took longer than 0\.5 seconds"):
        Child(Pandoc(path, "3.2"), tmp_path, timeout=0.5).ask("format")
    monkeypatch.setattr(word, "TIMEOUT", 0.5)
    monkeypatch.setattr(word, "find_pandoc", lambda *_: Pandoc(path, "3.8"))
    with pytest.raises(ConversionError, match=r"took longer than 0\.5 seconds"):
        convert(word_file(tmp_path / "essay.docx", paragraph("A text")))
    assert time.monotonic() - begun < 30


# Nothing is unpickled, and no text is code


def test_nothing_that_is_read_can_be_code() -> None:
    names = [(where.partition(":")[0], name) for where, name, _ in calls()]
    loaded = {(where, name) for where, name in names if re.match(r"(?:pickle|marshal|shelve|yaml)\.", name)}
    # What the environment holds, a pickle of Sphinx's own, is packed once more.
    assert loaded == {("core/packing.py", f"pickle.{name}") for name in ("loads", "dumps")}
    assert [where for where, name in names if name in ("eval", "exec", "compile", "__import__")] == []


def test_what_is_kept_of_citations_is_json_and_no_harm_if_it_is_not(
    hostile: Callable[..., Build], tmp_path: Path
) -> None:
    build = hostile("Text")
    before = build.page().select_one(".body").get_text()
    kept = [file for file in Path(build.app.doctreedir).rglob("*") if file.suffix == ".json"]
    assert len(kept) >= 3
    attack = f"cposix\nsystem\n(S'touch {tmp_path}/attacked'\ntR."
    for file in kept:
        json.loads(file.read_bytes())
        file.write_text(attack)
    index = Path(build.app.srcdir) / "index.rst"
    index.write_text(index.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    (Path(build.app.doctreedir) / "environment.pickle").unlink()
    assert hostile("Text").page().select_one(".body").get_text() == before
    assert not (tmp_path / "attacked").exists()


# Nothing is read or written elsewhere, and nothing is fetched

WATCH = """
import json, os, sys, tempfile
seen = []
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT

def watch(event, args):
    if event in ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.symlink", "os.link"):
        if not any(isinstance(arg, int) and arg >= 0 for arg in args[-1:]):  # within a folder that is being removed
            seen.append(["write", *(os.path.abspath(arg) for arg in args[:2] if isinstance(arg, (str, os.PathLike)))])
    elif event == "open" and not isinstance(args[0], int) and (args[2] or 0) & WRITING:
        seen.append(["write", os.path.abspath(os.fsdecode(args[0]))])
    elif event == "subprocess.Popen":
        seen.append(["start", *([args[1]] if isinstance(args[1], str) else map(os.fspath, args[1]))])
    elif event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        seen.append(["network", repr(args)])
    elif event in ("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork"):
        seen.append(["start", repr(args)])

sys.dont_write_bytecode = True
from sphinx.cmd.build import build_main
from sphinxext_eir.cli import main
sys.addaudithook(watch)
code = main(["convert", *sys.argv[1:], "-o", "converted", "--report", "converted/report.json"])
for builder in ("html", "latex"):
    code |= build_main(["-q", "-b", builder, "-d", "doctrees", "source", builder])
print(json.dumps([code, seen]))
"""


def test_nothing_is_written_elsewhere_and_nothing_is_fetched(project: Project, tmp_path: Path) -> None:
    style = style_of("x").replace(
        "<info>", '<info><link rel="independent-parent" href="http://127.0.0.1:9/s"/>'
    )
    files = entries_of("Text", "http://127.0.0.1:9/x")
    settings = (
        f'extensions = ["sphinxext_eir"]\neir_bibliography_files = {list(files)}\neir_archive_links = True\n'
    )
    text = article_of("Text").replace(
        "\n\n.. eir:pull-quote", "\n\n.. eir:import:: essay.docx\n\n.. eir:pull-quote"
    )
    project.write({"conf.py": settings, "index.rst": text, "hostile.csl": style, **files})
    essay_of(project.root, ".docx", ["A text, http://127.0.0.1:9/x, and <img src='http://127.0.0.1:9/x'>."])
    essay_of(
        tmp_path, ".md", ["A text with ![a picture](http://127.0.0.1:9/x.png) and http://127.0.0.1:9/x."]
    )
    (tmp_path / "temporary").mkdir()
    before = set(tmp_path.rglob("*"))
    done = subprocess.run(
        [sys.executable, "-c", WATCH, "essay.md", "source/essay.docx"],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(tmp_path / "temporary")},
        capture_output=True,
        text=True,
        check=True,
        timeout=200,
    )
    code, seen = json.loads(done.stdout.splitlines()[-1])
    assert code == 0, done.stderr
    assert [event for event in seen if event[0] == "network"] == []
    started = [event[1:] for event in seen if event[0] == "start"]
    assert {Path(command[0]).name for command in started} == {"pandoc"}
    assert {command[1] for command in started} <= {"--version", "--sandbox", "lua"}
    written = {Path(path) for event in seen if event[0] == "write" for path in event[1:]} - {Path(os.devnull)}
    folders = [tmp_path / name for name in ("converted", "html", "latex", "doctrees", "temporary")]
    assert len(written) > 20
    assert [path for path in written if not any(path.is_relative_to(folder) for folder in folders)] == []
    new = set(tmp_path.rglob("*")) - before
    assert [path for path in new if not any(path.is_relative_to(folder) for folder in folders[:-1])] == []


@pytest.mark.pandoc
def test_no_name_of_an_input_leads_out_of_the_folder(tmp_path: Path) -> None:
    inputs = tmp_path / "inputs"
    inputs.mkdir()
    names = (
        "...txt",
        "..%2f..%2fa.txt",
        "-o.txt",
        "$(touch attacked).txt",
        "`touch attacked`.docx",
        "~.md",
        "a\nb.txt",
    )
    for name in names:
        essay_of(inputs, Path(name).suffix, ["A text."]).rename(inputs / name)
    rows = "".join(
        f'"{name}",https://example.org/..%2F..%2F{number}%2F..\n' for number, name in enumerate(names)
    )
    (tmp_path / "metadata.csv").write_text(f"input,canonical\n{rows}")
    before = set(tmp_path.rglob("*"))
    for more in ([], ["--metadata", str(tmp_path / "metadata.csv"), "--to", "myst"]):
        assert (
            cli.main(["convert", *map(str, sorted(inputs.iterdir())), "-o", str(tmp_path / "out"), *more])
            == 0
        )
    new = set(tmp_path.rglob("*")) - before - {tmp_path / "out"}
    assert len(new) == 2 * len(names) + 1
    assert {path.parent for path in new} == {tmp_path / "out"}
    assert all(re.fullmatch(r"[\w.-]+", path.name) and ".." not in path.name for path in new)


def test_no_record_that_somebody_else_wrote_leads_out_of_the_folder(tmp_path: Path) -> None:
    path = essay_of(tmp_path, ".md", ["A text."])
    out = tmp_path / "out"
    out.mkdir()
    known = {"input": "../essay.md", "stamp": "", "written": ""}
    names = ("../evil.rst", f"{tmp_path}/evil.rst", "a/../../evil.rst", "..\\evil.rst", "evil.py")
    for name in names:
        (out / RECORD).write_text(json.dumps({name: known}))
        assert cli.main(["convert", str(path), "-o", str(out), "--force"]) == 0
    assert {file.name for file in out.iterdir()} - {RECORD} == {
        f"essay{number}.rst" for number in ("", "-2", "-3", "-4", "-5")
    }
    assert not list(tmp_path.rglob("*evil*"))


def test_no_link_in_a_folder_of_ours_is_followed(tmp_path: Path, project: Project) -> None:
    (tmp_path / "a.png").write_bytes(b"a picture")
    path = essay_of(tmp_path, ".md", ["A text.", "![a picture](a.png)"])
    out, victim, victims = tmp_path / "out", tmp_path / "victim", tmp_path / "victims"
    for folder in (out, victims):
        folder.mkdir()
    victim.write_text("as it was")
    for name in ("essay.rst", f".essay.rst.{os.getpid()}.tmp", f".{RECORD}.{os.getpid()}.tmp"):
        (out / name).symlink_to(victim)
    (out / "essay.images").symlink_to(victims)
    (out / RECORD).write_text(json.dumps({"essay.rst": {"input": "../essay.md", "stamp": "", "written": ""}}))
    assert cli.main(["convert", str(path), "-o", str(out), "--force"]) == 1
    assert list(victims.iterdir()) == []
    (out / "essay.images").unlink()
    assert cli.main(["convert", str(path), "-o", str(out), "--force"]) == 0
    assert (out / "essay.images" / "1.png").read_bytes() == b"a picture"
    assert victim.read_text() == "as it was"

    project.write({"index.rst": "Title\n=====\n\n.. eir:article::\n\n.. eir:cite-this::\n"})
    build = project.build()
    files = build.out / "_downloads" / "eir-citations"
    (files / "index.bib").unlink()
    (files / "index.bib").symlink_to(victim)
    project.build()
    assert victim.read_text() == "as it was"
    files.rename(victims / "moved")
    files.symlink_to(victims)
    (victims / "kept").write_text("")
    project.build()
    assert (victims / "kept").exists()
    assert (files / "index.bib").is_file()
    assert not files.is_symlink()


PICTURES = (
    "media/../../../../evil.png", "/evil.png", "media/a.png\n\n.. raw:: html\n\n   <script>evil</script>.png",
    "media/a.x\n   :target: javascript:evil", "media/evil.png.sh;touch evil",
)  # fmt: skip


@pytest.mark.pandoc
@pytest.mark.parametrize("name", PICTURES)
def test_pictures_of_a_word_file_keep_to_the_folder_whatever_they_are_called(
    tmp_path: Path, name: str
) -> None:
    picture = (
        '<w:r><w:drawing><d:inline><d:docPr id="1" name="a" descr="An evil picture"/><a:graphic><a:graphicData><p:pic>'
        '<p:blipFill><a:blip r:embed="r"/></p:blipFill></p:pic></a:graphicData></a:graphic></d:inline></w:drawing></w:r>'
    )
    body = document(f"<w:p>{run('A text.')}{picture}</w:p>")
    flat = escape(name, {"\n": "&#10;"})
    parts = {
        "word/_rels/document.xml.rels": relations("TARGET", "image").replace("TARGET", flat).encode(),
        f"word/{name}": b"a picture",
    }
    path = word_file(tmp_path / "essay.docx", body, parts)
    before = set(tmp_path.rglob("*"))
    assert cli.main(["convert", str(path), "-o", str(tmp_path / "out")]) == 0
    new = {file for file in set(tmp_path.rglob("*")) - before if file.is_file()}
    source = (tmp_path / "out" / "essay.rst").read_text()
    assert new <= {
        tmp_path / "out" / part for part in (RECORD, "essay.rst", "essay.images/1.png", "essay.images/1")
    }
    assert "javascript" not in source
    assert "raw::" not in source


def test_no_picture_or_article_elsewhere_is_published(project: Project, tmp_path: Path) -> None:
    """Of what Sphinx itself would publish for an author, too: a field is no directive."""
    (tmp_path / "secret.png").write_bytes(b"secret")
    (tmp_path / "secret.csl").write_text("secret")
    (tmp_path / "folder").mkdir()
    essay = essay_of(tmp_path / "folder", ".md", [f"A text with ![a picture]({path})." for path in ("../secret.png", tmp_path / "secret.png")])  # fmt: skip
    assert convert(essay).value.images == ()
    texts = {
        f"{number}.rst": f"Title\n=====\n\n.. eir:article::\n   :image: {image}\n\n:eir:fullcite:`Key`\n\n"
        ".. eir:import:: ../secret.csl\n\n.. eir:import:: /../../../../../../../etc/passwd\n\n"
        ".. eir:bibliography::\n   :style: ../secret.csl\n"
        for number, image in enumerate(
            ("../secret.png", "/../secret.png", "a/../../secret.png", str(tmp_path / "secret.png"))
        )
    }
    files = entries_of("Text")
    project.write({**texts, **files})
    build = project.build(eir_bibliography_files=list(files), html_baseurl="https://example.org/")
    pages = "".join(path.read_text(encoding="utf-8") for path in build.out.rglob("*.html"))
    assert "root:" not in pages
    assert "secret" not in pages
    assert not list(build.out.rglob("secret*"))
    assert sum("outside of the project" in line for line in build.warnings) == 3


@pytest.mark.usefixtures("pandoc")
def test_no_file_of_references_or_style_reads_another_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.bib"
    secret.write_text("@book{b, title={SECRET}}")
    texts = {
        "a.bib": rf"@book{{a, title={{\input{{{secret}}} \include{{{secret}}} \verbatiminput{{{secret}}} T}}, file={{{secret}}}}}",
        "a.yaml": f"- id: a\n  title: !include {secret}\nbibliography: {secret}\ncsl: {secret}\nnocite: '@*'\n",
        "b.yaml": f"- id: a\n  title: T\n...\n---\nbibliography: {secret}\nnocite: '@*'\n---\n\n@b\n",
        "a.json": json.dumps([{"id": "a", "title": f"@include {secret}", "URL": secret.as_uri()}]),
    }
    for name, text in texts.items():
        path = tmp_path / name
        path.write_text(text)
        assert "SECRET" not in repr(read_source(path).items(["a", "b"])), name


# Text that was made to take time


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Fail if what is done takes longer, in seconds of this process: whatever grows with the square of its input does."""

    def fail(*_: object) -> None:
        pytest.fail(f"it took longer than {seconds} seconds")

    before = signal.signal(signal.SIGVTALRM, fail)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


MANY = 100_000
"""Characters."""


def converted(text: str) -> None:
    convert_reading(read_string(text), "essay", "rst", {})


def compared(text: str) -> None:
    RunningText([text]).compare(f"Other {text[:5000]}")


def described(text: str) -> None:
    opening([text])


def headed(text: str) -> None:
    read(dict.fromkeys(FIELDS, text))


def commented(text: str) -> None:
    data = text.encode()
    list(word.comments_in({"word/comments.xml": data, "content.xml": data}))
    word.has_roman_notes({"word/document.xml": b"w:endnoteReference" + data})


HOSTILE: tuple[tuple[Callable[[str], None], str, str, str], ...] = (
    (converted, "# a", " ", "x"),
    (converted, "a", "\N{NO-BREAK SPACE}", "x"),
    (converted, "", "---\n", ""),
    (converted, "http://a", "*", "x"),
    (converted, "http://a", ")", "x"),
    (converted, "```", " ", "!"),
    (converted, "| a |\n|-", " ", "x"),
    (compared, "", "A. ", ""),
    (compared, "", "(a ", ""),
    (described, "", "\n", "x"),
    (headed, "", "</a>", ""),
    (headed, "", "(a)", ""),
    (commented, "", "<w:comment>", ""),
    (commented, "", "<w:endnotePr>", ""),
    (commented, "", "<office:annotation>", ""),
)
"""What reads a text, and the text: how it begins, what it repeats, how it ends."""


@pytest.mark.laws
@pytest.mark.skipif(os.name != "posix", reason="a timer of the process")
@pytest.mark.parametrize(("work", "start", "repeated", "end"), HOSTILE)
def test_hostile_text_takes_no_more_time_than_other_text(
    work: Callable[[str], None], start: str, repeated: str, end: str
) -> None:
    with time_limit(10):
        work(f"{start}{repeated * (MANY // len(repeated))}{end}")


@pytest.mark.laws
@pytest.mark.skipif(os.name != "posix", reason="a timer of the process")
@pytest.mark.parametrize(
    ("name", "repeated"),
    [("a.bib", "@comment{"), ("a.bib", "@comment("), ("a.bib", "@book{a, b={"), ("a.xml", "<record"), ("a.ris", "TY  - \n"), ("a.yaml", "- id: a\n")],
)  # fmt: skip
def test_hostile_files_of_references_take_no_more_time_than_others(
    tmp_path: Path, name: str, repeated: str
) -> None:
    path = tmp_path / name
    path.write_text(repeated * (MANY // len(repeated)))
    with time_limit(10):
        read_source(path)
