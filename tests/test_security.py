"""What the documentation promises under *Security*, attacked: by pages, files of references, styles and articles."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from bs4 import BeautifulSoup
from sphinx_project import Project

import sphinxext_eir
from sphinxext_eir.conversion.pipeline import convert
from sphinxext_eir.conversion.transcript import ConversionError
from sphinxext_eir.csl.sources import read_source
from sphinxext_eir.csl.styles import StyleError, read_style
from sphinxext_eir.frontmatter import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playwright.sync_api import Page
    from sphinx_project import Build

PACKAGE = Path(sphinxext_eir.__file__).parent
STYLES = Path(__file__).parent / "data" / "csl"

MARKUP = (
    """"><img src=x onerror="window.attacked=1"><script>window.attacked=1</script></script><!--<script>'"""
)
"""HTML that does something in an element, in an attribute, in a comment and in JSON-LD."""

COMMANDS = r"\input{/etc/passwd}\immediate\write18{touch attacked} $x_1^2$ %gone \begin{verbatim} #1 ~ {"
"""LaTeX that reads a file, runs a program, changes the meaning of characters, and isn't balanced."""

ADDRESSES = (
    "javascript:window.attacked=1",
    "JaVaScRiPt:window.attacked=1",
    " javascript:window.attacked=1",
    "java\tscript:window.attacked=1",
    "data:text/html,<script>window.attacked=1</script>",
    "vbscript:attacked",
    "file:///etc/passwd",
)


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
    item = {name: text for name in names} | {
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


def test_no_field_becomes_markup_in_epub_or_feed(hostile: Callable[..., Build]) -> None:
    build = hostile(MARKUP, "epub")
    with zipfile.ZipFile(next(build.out.glob("*.epub"))) as book:
        pages = [book.read(name).decode() for name in book.namelist() if name.endswith("html")]
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
    return {
        value
        for _, name, value in elements(page)
        if name
        in (
            "href",
            "src",
            "action",
            "formaction",
            "xlink:href",
            "data",
            "poster",
            "srcset",
            "content",
            "cite",
        )
    }


def is_live(address: str) -> bool:
    """Whether a browser does something with *address* that it doesn't with a page of the web."""
    return bool(re.match(r"[\s\x00-\x20]*(?:j\s*a\s*v\s*a|data|vbscript|file)[^/]*:", address, re.IGNORECASE))


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_field_and_no_entry_links_to_it(hostile: Callable[..., Build], address: str) -> None:
    build = hostile(address, address=address)
    soup = build.page()
    assert [link for link in links_of(soup) if is_live(link)] == []
    (data,) = soup.find_all("script", type="application/ld+json")
    assert [
        value
        for value in re.findall(r'"(?:url|@id|sameAs|image|license)":\s*"([^"]*)"', data.string)
        if is_live(value)
    ] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_entry_links_to_it_in_latex(hostile: Callable[..., Build], address: str) -> None:
    build = hostile("Text", "latex", address=address)
    text = next(build.out.glob("*.tex")).read_text(encoding="utf-8")
    assert [link for link in re.findall(r"\\(?:href|url|sphinxhref)\{([^}]*)\}", text) if is_live(link)] == []


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("syntax", ["rst", "md"])
def test_no_converted_article_links_to_it(project: Project, address: str, syntax: str) -> None:
    text = (
        f"# Essay\n\nWritten by Jane Doe\n\nA [link]({address}), <{address}>, ![picture]({address}) and {address}.\n\n"
        f'<a href="{address}">raw</a>\n\n[ref]: {address}\n\n## Bibliography\n\nDoe, J. (2000) [Book]({address}). {address}\n'
    )
    source = project.root.parent / "essay.md"
    source.write_text(text, encoding="utf-8")
    written = convert(source, "rst" if syntax == "rst" else "myst").value.text
    soup = project.write({f"index.{syntax}": written}).build().page()
    assert [link for link in links_of(soup.select_one(".body")) if is_live(link)] == []


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
    source = read_source(path, "keep")
    assert list(source) == []
    assert "entit" in str(source.problems)


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE])
def test_a_style_that_declares_entities_is_refused(tmp_path: Path, declared: str) -> None:
    path = tmp_path / "style.csl"
    style = (STYLES / "numbers.csl").read_text(encoding="utf-8")
    path.write_text(re.sub(r"<\?xml.*?\?>", "", style).replace("<style", f"{declared}<style", 1))
    with pytest.raises(StyleError, match="entit"):
        read_style(path)


def word_file(path: Path, document: str, **parts: bytes) -> Path:
    """Write a Word file whose text is *document*."""
    types = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r" Type="{relation}" Target="word/document.xml"/></Relationships>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", relations)
        archive.writestr("word/document.xml", document)
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def paragraph(text: str) -> str:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return (
        f'<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'
    )


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
    path = word_file(tmp_path / "essay.docx", paragraph("A text"), **{"word/big.xml": bytes(600_000_000)})
    assert path.stat().st_size < 1_000_000
    with pytest.raises(ConversionError, match="more than 500 MB"):
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
