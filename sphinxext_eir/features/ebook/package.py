"""A book, completed when Sphinx has made it: accessibility, language of each page, and the cover as such.

Sphinx's templates have no place for them.
"""

from __future__ import annotations

import re
import zipfile
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.config import is_set
from ...core.domain import eir_domain
from ...core.languages import Language
from ...text.files import write_file
from ...text.languages import direction_of_language
from .accessibility import properties_of
from .describe import COVER, WRITTEN_COVER_PAGE, articles_of_book

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config

PACKAGE, CONTENTS, NAVIGATION = "content.opf", "toc.ncx", "nav.xhtml"
# Sphinx writes its `epub_uid` here; it must be the book's identifier (Open Packaging Format 2.0.1, section 2.4.1.2).
_IDENTIFIER = re.compile(r'(<meta name="dtb:uid" content=")[^"]*(")')
_UNKNOWN = re.compile(r"\s*<dc:(?:contributor|description)>unknown</dc:\w+>")
_ROOT = re.compile(r"<html\b(?P<rest>[^>]*)>")


def complete(app: Sphinx, exception: Exception | None) -> None:
    """Write the book once more, with what Sphinx leaves out."""
    if exception or not articles_of_book(app.env):
        return
    book = Path(app.outdir) / f"{app.config.epub_basename}.epub"
    with zipfile.ZipFile(book) as made:
        members = [(info, made.read(info)) for info in made.infolist()]
    texts = {
        info.filename: data.decode()
        for info, data in members
        if info.filename.endswith((".xhtml", ".opf", ".ncx"))
    }
    changed = {
        name: text
        for name, text in completed(texts, app.config, languages_of(app)).items()
        if text != texts[name]
    }
    for name, text in changed.items():
        write_file(Path(app.outdir) / name, text.encode())
    unfinished = book.with_suffix(".part")
    with zipfile.ZipFile(unfinished, "w") as better:
        for info, data in members:  # "mimetype" first, and not packed (EPUB 3.3, section 4.2.3)
            better.writestr(info, changed[info.filename].encode() if info.filename in changed else data)
    unfinished.replace(book)


def languages_of(app: Sphinx) -> dict[str, str]:
    """Return the languages of articles, by the files of their pages, where they aren't the book's."""
    said = ((docname, record.tag) for docname, record in eir_domain(app.env).find_all(Language))
    return {f"{docname}.xhtml": tag for docname, tag in said if tag != app.config.epub_language}


def completed(texts: dict[str, str], config: Config, languages: Mapping[str, str]) -> dict[str, str]:
    """Return the pages and the package of a book (file name → text) with all that catalogues and assistive technology need."""
    language = config.epub_language
    pages = {
        name: in_language(text, languages.get(name, language))
        for name, text in texts.items()
        if name.endswith(".xhtml")
    }
    if NAVIGATION in pages:
        pages[NAVIGATION] = pages[NAVIGATION].replace(
            '<nav epub:type="toc">', '<nav epub:type="toc" role="doc-toc">'
        )
    if WRITTEN_COVER_PAGE in pages and config.epub_cover[0] == COVER:
        words = escape(f"{config.epub_title}, {config.epub_author}")
        pages[WRITTEN_COVER_PAGE] = pages[WRITTEN_COVER_PAGE].replace('alt="Cover image"', f'alt="{words}"')
    read = [text for name, text in pages.items() if name != WRITTEN_COVER_PAGE]
    identifier = escape(config.epub_identifier).replace("\\", r"\\")
    return pages | {
        PACKAGE: _package(texts[PACKAGE], read, config, languages.values()),
        CONTENTS: _IDENTIFIER.sub(rf"\g<1>{identifier}\g<2>", texts[CONTENTS]),
    }


def in_language(page: str, language: str) -> str:
    """Return a page whose root element says its language, and its direction if that is from right to left."""

    def root(found: re.Match[str]) -> str:
        rest = found["rest"]
        if not re.search(r"(?<!:)\blang=", rest):
            rest += f' lang="{escape(language)}"'
        if "xml:lang=" not in rest:
            rest += f' xml:lang="{escape(language)}"'
        if "dir=" not in rest and direction_of_language(language) == "rtl":
            rest += ' dir="rtl"'
        return f"<html{rest}>"

    return _ROOT.sub(root, page, count=1)


def _package(package: str, pages: list[str], config: Config, languages: Iterable[str]) -> str:
    package = _UNKNOWN.sub("", package)
    others = "".join(f"\n    <dc:language>{escape(tag)}</dc:language>" for tag in sorted(set(languages)))
    package = package.replace("</dc:language>", f"</dc:language>{others}", 1)
    if "schema:" not in package:
        lines = (
            f'    <meta property="schema:{name}">{escape(value)}</meta>\n'
            for name, value in properties_of(pages)
        )
        package = package.replace("  </metadata>", f"{''.join(lines)}  </metadata>", 1)
    if config.epub_cover:
        item = re.compile(
            rf'(<item [^>]*href="{re.escape(config.epub_cover[0])}"(?![^>]*properties)[^>]*?) ?/>'
        )
        package = item.sub(r'\1 properties="cover-image" />', package, count=1)
    if not is_set(config, "epub_writing_mode") and direction_of_language(config.epub_language) == "rtl":
        package = package.replace('page-progression-direction="ltr"', 'page-progression-direction="rtl"')
    return package
