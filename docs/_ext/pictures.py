"""Takes the pictures of the documentation: ``python docs/_ext/pictures.py``, or some: ``… how-to/notes gallery/furo``.

It needs the extra ``test``, Chromium, LibreOffice for that of a Word file, and rinohtype for that of another builder. A picture is taken of pages that the documentation,
its journals and the blocks of its how-tos make, and written with as few colours as a page has.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from camera import Camera, Drawn, Page, Picture, Sheet, Terminal
from playwright.sync_api import sync_playwright
from sites import Sites

STATIC = Path(__file__).parent.parent / "_static"
KOSOVO = "articles/russias-foreign-policy-in-kosovo"
TEXT = "main > section"
MARGIN = "#the-conductor-keeps-your-passport > p, #the-conductor-keeps-your-passport > h2, #eir-note-2-essays\\.the-night-train"


def one(name: str, view: Page | Drawn | Sheet | Terminal, width: int = 640, colours: int = 64) -> Picture:
    """Return a picture of one view."""
    return Picture(name, ((view,),), width, colours)


def sheets(name: str, site: str, path: str, *numbers: int) -> Picture:
    """Return a picture of pages of a PDF, in tones of grey."""
    return Picture(name, (tuple(Sheet(site, path, number) for number in numbers),), 680, 12)


def article(theme: str) -> Page:
    return Page(theme, f"{KOSOVO}.html")


GALLERY = (
    one("gallery/eir-front", Page("eir", "index.html"), colours=128),
    one("gallery/eir-essay", Page("eir", "essays/the-night-train.html", height=1280), colours=128),
    one(
        "gallery/eir-dark", Page("eir", "essays/the-tide-table.html", scheme="dark", height=1280), colours=128
    ),
    one("gallery/eir-narrow", Page("eir", "essays/the-night-train.html", width=390, height=844), 260),
    one("gallery/eir-narrow-dark", Page("eir", "index.html", width=390, height=844, scheme="dark"), 260),
    # Pages of the example journal, which wears the theme ``eir``.
    one("gallery/journal-front", Page("example", "index.html")),
    one("gallery/journal-issue", Page("example", "issues/low-water.html")),
    one("gallery/journal-person", Page("example", "people/lindqvist.html")),
    one("gallery/journal-corrected", Page("example", "essays/rope.html")),
    one("gallery/journal-retracted", Page("example", "essays/the-drowned-clock.html")),
    one("gallery/journal-cited", Page("example", "most-cited.html")),
    # The article in themes of others.
    one("gallery/alabaster", article("alabaster")),
    one("gallery/furo", article("furo")),
    one("gallery/pydata", article("pydata_sphinx_theme")),
    one("gallery/book", article("sphinx_book_theme")),
    one("gallery/rtd", article("sphinx_rtd_theme")),
    one("gallery/immaterial", article("sphinx_immaterial")),
)

HOW_TO = (
    # Write
    one("how-to/notes", Page("docs", "snippets/rst/notes.html", TEXT, 700, 400, point_at=".eir-noteref")),
    one("how-to/notes-margin", Page("eir", "essays/the-night-train.html", MARGIN, 1280, 480)),
    one(
        "how-to/citations",
        Page("docs", "snippets/rst/citations.html", TEXT, 700, 480, point_at=".eir-biblioref"),
    ),
    one("how-to/chicago", Page("how-to/chicago", "html/index.html", TEXT, 700), colours=16),
    one("how-to/pull-quotes", Page("docs", "snippets/rst/pull-quote.html", TEXT, 900, 560)),
    one("how-to/media", Page("example", "essays/lamps.html", ".eir-media", 380, 640), 340),
    one("how-to/myst", Page("how-to/myst", "html/index.html", TEXT, 900), colours=16),
    one("how-to/languages", Page("arabic", "index.html", "main section", 900, 470)),
    # Bring what you have
    one(
        "how-to/convert",
        Page("how-to/convert", "story/report/the-art-of-waiting.html", width=900, height=720),
    ),
    one("how-to/wordpress", Page("how-to/wordpress", "html/essays/two-harbours.html", TEXT, 700, 480)),
    Picture(
        "how-to/migrate",
        (
            (
                Page("migration", "before/index.html", "article", 640),
                Page("migration", "after/index.html", "article", 640),
            ),
        ),
        900,
        32,
    ),
    # Run a journal
    one("how-to/begin", Page("eir", "index.html", height=1000), colours=128),
    one("how-to/defaults", Page("defaults", "html/index.html", TEXT, 700, 300)),
    one("how-to/check", Page("how-to/check", "story/check.html", width=700, height=600)),
    one(
        "how-to/deposit",
        Page("how-to/deposit", "story/docs/_build/crossref/crossref.xml", ".pretty-print", 720, 480),
        colours=16,
    ),
    one("how-to/comments", Page("how-to/comments", "html/essays/waiting.html", TEXT, 700)),
    one("how-to/article-lists", Page("eir", "index.html", ".sd-card, main h2", 1280, 900), colours=128),
    one("how-to/issues", Page("example", "issues/low-water.html", TEXT, 900)),
    Picture(
        "how-to/issue-pdf", (tuple(Sheet("example", "issues/low-water.pdf", n) for n in (1, 2, 3)),), 900
    ),
    one("how-to/people", Page("example", "people/lindqvist.html", TEXT, 900, 600)),
    one("how-to/subjects", Page("example", "subjects/kind-essay.html", TEXT, 900, 600)),
    one("how-to/most-cited", Page("example", "most-cited.html", TEXT, 900, 480)),
    one("how-to/drafts", Page("example", "essays/the-drowned-clock.html", TEXT, 900, 400)),
    one("how-to/corrections", Page("example", "essays/rope.html", TEXT, 900, 400)),
    one("how-to/metadata", Drawn("example", "_static/eir-cards/essays/rope.png"), 480),
    one("how-to/cite-this", Page("docs", "snippets/rst/cite-this.html", TEXT, 700, 720)),
    # Make it look right, on screen and paper
    Picture(
        "how-to/themes",
        (
            (article("alabaster"), article("furo"), article("pydata_sphinx_theme")),
            (article("sphinx_book_theme"), article("sphinx_rtd_theme"), article("sphinx_immaterial")),
        ),
        900,
    ),
    sheets("how-to/article-pdf", "pdfs", f"{KOSOVO}.pdf", 1, 3),
    one("how-to/journal-pdf", Sheet("example", "essays/rope.pdf")),
    sheets("how-to/word", "files", "russias-foreign-policy-in-kosovo.pdf", 1, 3),
    one("how-to/jats", Page("files", "jats.html", "body", 720, 560), colours=16),
    Picture(
        "how-to/ebook",
        (
            (
                Page("book", "unpacked/epub-cover.xhtml", width=420, height=640),
                Page("book", "unpacked/essays/the-night-train.xhtml", width=420, height=640),
            ),
        ),
        640,
        128,
    ),
    sheets("how-to/other-builders", "rinohtype", "pdf/essays.pdf", 5, 6),
    one("how-to/silence-warnings", Terminal("how-to/pull-quotes", "story/warning.txt")),
)

FRONT = (one("front/essay", Page("eir", "essays/the-night-train.html", height=860), colours=128),)

TUTORIAL = (
    one(
        "tutorial/first-article",
        Page("tutorial", "html/the-art-of-waiting.html", "article", 800, 900),
        colours=16,
    ),
    one("tutorial/issue", Page("tutorial/journal", "html/spring.html", width=900, height=620), colours=16),
)

PICTURES = (*FRONT, *TUTORIAL, *GALLERY, *HOW_TO)


def main() -> None:
    """Take all pictures, or those that are named."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="such as how-to/notes")
    parser.add_argument("--sites", type=Path, help="a folder that keeps what is built, to look at it")
    wanted = parser.parse_args()
    chosen = [picture for picture in PICTURES if not wanted.names or picture.name in wanted.names]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        camera = Camera(playwright, Sites(wanted.sites or Path(folder)))
        for picture in chosen:
            camera.take(picture, STATIC)


if __name__ == "__main__":
    main()
