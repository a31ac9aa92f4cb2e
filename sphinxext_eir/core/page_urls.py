"""URLs of pages and of files beside them."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from sphinx.util.osutil import relative_uri

from ..text.identifiers import pdf_name

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.config import Config

    from ..text.article import Article

BUILDERS = ("html", "dirhtml")
"""Builders that make a site with a page for each article."""


def has_pdf(builder: Builder, docname: str) -> bool:
    """Say if the article *docname* has a PDF of its own beside its page."""
    return bool(builder.config.eir_article_pdfs) and (Path(builder.outdir) / pdf_name(docname)).is_file()


def has_issue_pdf(builder: Builder, name: str) -> bool:
    """Say if the issue whose PDF is called *name* has one."""
    return bool(builder.config.eir_issue_pdfs) and (Path(builder.outdir) / pdf_name(name)).is_file()


def pdf_link(builder: Builder, docname: str, name: str = "") -> str:
    """Return the relative URL from the page *docname* to the PDF *name*, by default its own."""
    page = builder.get_target_uri(docname).partition("#")[0]  # `singlehtml` has one page
    return relative_uri(page, quote(pdf_name(name or docname)))


CARDS_FOLDER = "_static/eir-cards"
"""The folder, in that of the pages, for pictures made of titles."""


def card_name(docname: str) -> str:
    """Return the path, in the output, of the picture that is made of an article's title (``eir_social_cards``)."""
    return f"{CARDS_FOLDER}/{docname}.png"


def card_url(builder: Builder, docname: str) -> str:
    """Return the URL of that picture, if it was made."""
    if not builder.config.eir_social_cards or not (Path(builder.outdir) / card_name(docname)).is_file():
        return ""
    return file_url(builder, card_name(docname))


def page_url(builder: Builder, docname: str, record: Article) -> str:
    """Return the canonical URL of an article, or else the URL of its page under ``html_baseurl``.

    It is empty if neither is known. Only builders of HTML know where a page will be.
    """
    if record.canonical:
        return record.canonical
    base = builder.config.html_baseurl
    if not base or builder.format != "html" or builder.name == "epub":
        return ""
    return posixpath.join(base, builder.get_target_uri(docname))  # as Sphinx makes the canonical link


def usual_url(config: Config, docname: str) -> str:
    """Return the URL that the page of *docname* has on most sites; it is empty without ``html_baseurl``."""
    base = config.html_baseurl
    return f"{base.rstrip('/')}/{quote(docname)}.html" if base else ""


def file_url(builder: Builder, path: str) -> str:
    """Return the URL of the file at *path* in the output; it is empty without ``html_baseurl``."""
    base = builder.config.html_baseurl
    return posixpath.join(base, quote(path)) if base else ""


def pdf_url(builder: Builder, docname: str, record: Article) -> str:
    """Return the URL of an article's own PDF, ``<docname>.pdf``, if there is one and it is on the page's site.

    Search engines for scholars take a PDF only from the site of the page that names it (Google Scholar, "Inclusion Guidelines for
    Webmasters"). So nothing is returned for an article that has its canonical URL elsewhere.
    """
    if not has_pdf(builder, docname):
        return ""
    pdf = file_url(builder, pdf_name(docname))
    return pdf if pdf and urlsplit(pdf)[:2] == urlsplit(page_url(builder, docname, record))[:2] else ""
