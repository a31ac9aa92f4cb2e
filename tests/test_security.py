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
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from bs4 import BeautifulSoup

import sphinxext_eir
from sphinxext_eir import cli
from sphinxext_eir.conversion.batch import RECORD
from sphinxext_eir.conversion.pipeline import convert, convert_reading
from sphinxext_eir.conversion.reading import word
from sphinxext_eir.conversion.reading.text import read_string
from sphinxext_eir.conversion.transcript import ConversionError
from sphinxext_eir.csl.pandoc import Child, Pandoc, RequestError
from sphinxext_eir.csl.sources import read_source
from sphinxext_eir.csl.styles import StyleError, read_style
from sphinxext_eir.description import opening
from sphinxext_eir.frontmatter import FIELDS, read
from sphinxext_eir.links import is_executed
from sphinxext_eir.metadata import script_text
from sphinxext_eir.quotation import RunningText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from playwright.sync_api import Page
    from sphinx_project import Build, Project

PACKAGE = Path(sphinxext_eir.__file__).parent
STYLES = Path(__file__).parent / "data" / "csl"

MARKUP = (
    """"><img src=x onerror="window.attacked=1"><script>window.attacked=1</script></script><!--<script>'"""
)
"""HTML that does something in an element, in an attribute, in a comment and in JSON-LD."""

COMMANDS = r"\input{/etc/passwd}\immediate\write18{touch attacked} $x_1^2$ %gone \begin{verbatim} #1 ~ {"
"""LaTeX that reads a file, runs a program, changes the meaning of characters, and isn't balanced."""

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
    feed = ET.fromstring((build.out / "articles.atom").read_bytes())
    atom = "{http://www.w3.org/2005/Atom}"
    for path in (f"{atom}title", f"{atom}entry/{atom}rights", f"{atom}entry/{atom}author/{atom}name"):
        assert (feed.findtext(path) or "").strip() == MARKUP


def test_no_field_becomes_markup_in_epub(hostile: Callable[..., Build]) -> None:
    build = hostile(MARKUP, "epub")
    with zipfile.ZipFile(next(build.out.glob("*.epub"))) as book:
        pages = [book.read(name).decode() for name in book.namelist() if name.endswith("html")]
        package = ET.fromstring(book.read("content.opf"))
        ET.fromstring(book.read("toc.ncx"))
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
    build = hostile(COMMANDS, "latex")
    (tex,) = build.out.glob("*.tex")
    text = tex.read_text(encoding="utf-8")
    assert "etc/passwd" in text
    assert "\\input{/etc" not in text
    assert "\\immediate" not in text
    assert "\\write18" not in text
    assert "\\begin{verbatim}" not in text


def test_what_is_typeset_is_what_was_typed(
    hostile: Callable[..., Build], program: Callable[[str], str], tmp_path: Path
) -> None:
    build = hostile(COMMANDS, "latex")
    (tex,) = build.out.glob("*.tex")
    for _ in range(2):
        subprocess.run(
            [program("pdflatex"), "-interaction=nonstopmode", "-halt-on-error", tex.name],
            cwd=build.out,
            check=True,
            capture_output=True,
        )
    read = subprocess.run(
        [program("pdftotext"), "-raw", tex.with_suffix(".pdf"), "-"], check=True, capture_output=True
    )
    assert r"\input{/etc/passwd}\immediate\write18{touch" in "".join(read.stdout.decode().split())
    assert not list(tmp_path.rglob("attacked"))


# No address of another kind is a link


def links_of(page: BeautifulSoup) -> set[str]:
    """Return the addresses on *page*, those for search engines and link previews included."""
    names = {"href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset", "cite"}
    told = ("og:url", "og:image", "twitter:image", "DC.identifier", "citation_pdf_url", "citation_fulltext_html_url")
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
def links_of_strangers(hostile: Callable[..., Build], project: Project) -> Callable[[str], Build]:
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
    project.write({f"index.{'rst' if syntax == 'rst' else 'md'}": written.text, "secret.txt": "A hidden word."})
    extensions = """dollarmath amsmath colon_fence deflist substitution html_image html_admonition attrs_inline attrs_block
        tasklist fieldlist strikethrough""".split()
    build = project.build(myst_enable_extensions=extensions, exclude_patterns=["secret.txt"])
    page = build.page().select_one(".body")
    assert "hidden word" not in page.get_text()
    assert "42" not in page.get_text()
    assert page.select("script, img, b, iframe, a[download], .math") == []
    assert not list(build.out.rglob("secret.txt"))
    assert [line for line in build.warnings if "eir." not in line] == []


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


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE])
def test_a_word_file_that_declares_entities_gives_nothing_away(tmp_path: Path, declared: str) -> None:
    path = word_file(tmp_path / "essay.docx", declared + paragraph("Before &e;&a9; after"))
    try:
        text = convert(path).value.text
    except ConversionError:
        return
    assert "root:" not in text
    assert len(text) < 10_000


@pytest.mark.parametrize(
    ("name", "size", "said"),
    [
        ("word/big.xml", 51_000_000, "its text has more than 50 MB"),
        ("word/media/a.png", 501_000_000, "the file has more than 500 MB"),
    ],
)
def test_a_word_file_that_unpacks_into_too_much_is_refused(
    tmp_path: Path, name: str, size: int, said: str
) -> None:
    path = word_file(tmp_path / "essay.docx", paragraph("A text"), {name: bytes(size)})
    assert path.stat().st_size < 1_000_000
    with pytest.raises(ConversionError, match=said):
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


def calls(name: str) -> list[tuple[str, ast.Call]]:
    """Return all calls in the package of functions of module *name*."""
    return [
        (f"{path.name}:{node.lineno}", node)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith(f"{name}.")
    ]


def test_no_child_has_a_shell() -> None:
    started = calls("subprocess")
    assert len(started) >= 3
    for where, call in started:
        assert not any(keyword.arg in ("shell", None) for keyword in call.keywords), where
        assert isinstance(call.args[0], (ast.List, ast.Name)), where
    assert [
        where
        for where, call in calls("os")
        if re.search(r"os\.(?:system|popen|exec|spawn)", ast.unparse(call.func))
    ] == []


def test_each_child_has_a_time_limit() -> None:
    for where, call in calls("subprocess"):
        if ast.unparse(call.func) != "subprocess.Popen":  # pandoc that answers: each answer has one
            assert "timeout" in [keyword.arg for keyword in call.keywords], where


# Nothing is written elsewhere, and nothing is fetched

WATCH = """
import json, os, sys
seen = []
def hook(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec", "os.remove", "os.rename", "os.mkdir"):
        seen.append((event, [os.fspath(a) if hasattr(a, "__fspath__") else repr(a) if not isinstance(a, (str, list, tuple)) else a for a in args]))
    elif event == "open" and isinstance(args[0], (str, bytes)) and (args[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        seen.append((event, [os.fsdecode(args[0])]))
sys.addaudithook(hook)
sys.dont_write_bytecode = True
"""
