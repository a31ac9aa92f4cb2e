"""``sitemap.xml``: the pages of a site that has articles, for search engines (sitemaps.org), where nobody else makes one."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from sphinx.builders.html import StandaloneHTMLBuilder

from ...core.domain import eir_domain
from ...text.article import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

FILE = "sitemap.xml"
OURS = "<!-- by sphinxext-eir -->"
"""A line that tells our file from one that the project brings along."""

OTHERS = ("sphinx_sitemap",)
"""Extensions that make one."""

_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
_HIDES = (re.compile(r"""\bname=["']robots["']""", re.IGNORECASE), re.compile(r"\bnoindex\b", re.IGNORECASE))


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the file, if it isn't there as it should be."""
    builder = app.builder
    if (
        exception
        or not isinstance(builder, StandaloneHTMLBuilder)
        or builder.name in ("epub", "singlehtml")
        or not app.config.html_baseurl
        or any(name in app.extensions for name in OTHERS)
        or not any(True for _ in eir_domain(app.env).find_all(Article))
    ):
        return
    path = Path(app.outdir) / FILE
    old = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else OURS
    new = text_of(_pages(app, builder))
    if OURS in old and old != new:
        path.write_text(new, encoding="utf-8", newline="\n")


def _pages(app: Sphinx, builder: StandaloneHTMLBuilder) -> Iterator[tuple[str, str]]:
    """Yield address and date of each page, without those that say they aren't for search engines, and copies of what stands elsewhere."""
    domain, base = eir_domain(app.env), app.config.html_baseurl
    for docname in sorted(app.env.found_docs):
        article = domain.find(docname, Article)
        file = Path(builder.get_outfilename(docname))
        if article and article.canonical and not article.canonical.startswith(base):
            continue
        if file.is_file() and not is_hidden(file.read_text(encoding="utf-8", errors="replace")):
            date = (article.updated or article.date) if article else None
            yield posixpath.join(base, builder.get_target_uri(docname)), str(date or "")
    from ...core.made_pages import names_of_made_pages  # costs time, and many projects have no address

    for name in names_of_made_pages(app):
        yield posixpath.join(base, builder.get_target_uri(name)), ""


def is_hidden(page: str) -> bool:
    """Say if the head of *page* keeps search engines away (HTML, "Standard metadata names"; Google's robots tag)."""
    found = _META.findall(page.partition("</head>")[0])
    return any(all(sign.search(meta) for sign in _HIDES) for meta in found)


def text_of(pages: Iterator[tuple[str, str]]) -> str:
    """Return the file for *pages*, each an address and a date, which may be empty."""
    root = ET.Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for address, date in pages:
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = address
        if date:
            ET.SubElement(url, "lastmod").text = date
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{OURS}\n{ET.tostring(root, encoding="unicode")}\n'
