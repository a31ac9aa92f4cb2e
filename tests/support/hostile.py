"""What is attacked: an article, files of references and Word files with hostile text in every place."""

from __future__ import annotations

import json
import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from sphinxext_eir.text.frontmatter import FIELDS
from support.paths import DATA

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bs4 import BeautifulSoup


STYLES = DATA / "csl"


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


def elements(page: BeautifulSoup) -> Iterable[tuple[str, str, str]]:
    """Yield each attribute of *page*: element, name and value."""
    for element in page.find_all(True):
        for name, value in element.attrs.items():
            yield element.name, name, " ".join(value) if isinstance(value, list) else str(value)


def essay_of(folder: Path, suffix: str, paragraphs: Iterable[str]) -> Path:
    """Write an article of *paragraphs*, some of several lines, as text or as a Word file."""
    path = folder / f"essay{suffix}"
    texts = ["Essay", "Written by Jane Doe", *paragraphs]
    if suffix == ".docx":
        lines = [line for text in texts for line in text.split("\n")]
        return word_file(path, document("".join(f"<w:p>{run(line)}</w:p>" for line in lines)))
    path.write_text("\n\n".join([f"# {texts[0]}", *texts[1:]]), encoding="utf-8")
    return path


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
