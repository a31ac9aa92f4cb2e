"""What pictures are taken of: the documentation, journals, and what the blocks of a how-to make when they are run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sphinxext_eir.starter import Journal, Requirement, begin

if TYPE_CHECKING:
    from collections.abc import Callable

DOCS = Path(__file__).parent.parent
ROOT = DOCS.parent
SNIPPETS = DOCS / "snippets"
EXAMPLE = ROOT / "examples" / "journal"
THEMES = (
    "eir",
    "alabaster",
    "furo",
    "pydata_sphinx_theme",
    "sphinx_book_theme",
    "sphinx_rtd_theme",
    "sphinx_immaterial",
)
IMMATERIAL = 'extensions += ["sphinx_immaterial"]\nhtml_theme_options = {"font": False}\n'
COLUMN = "-Dhtml_theme=eir"
"""Pages of how-tos wear the theme ``eir``."""


class Sites:
    """Sites, each made when it is first asked for, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        self.made: dict[str, Path] = {}

    def folder(self, name: str) -> Path:
        """Return the folder of a site; a name with an oblique stroke is that of a page, whose story is told."""
        if name not in self.made:
            out = self.root / name
            out.mkdir(parents=True)
            self.made[name] = out
            MAKERS.get(name, partial(told, name))(self, out)
        return self.made[name]


def run(source: Path, out: Path, *options: str | Path) -> None:
    """Run Sphinx."""
    command = [sys.executable, "-m", "sphinx", "-q", "-E", *options, "-d", f"{out}.doctrees"]
    subprocess.run([*command, source, out], check=True)  # noqa: S603 - what is run is written here


def ours(*words: str, where: Path, may_fail: bool = False) -> None:
    """Run our command in a folder."""
    command = [sys.executable, "-m", "sphinxext_eir", *words]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=where, check=not may_fail, stdout=subprocess.DEVNULL, env=environment)  # noqa: S603


# Journals and the documentation


def documentation(_: Sites, out: Path) -> None:
    run(DOCS, out)


def example(_: Sites, out: Path) -> None:
    run(EXAMPLE, out, "-Deir_social_cards=1")


def starter(theme: str, sites: Sites, out: Path) -> None:
    """Build the journal that ``init`` begins, with the article on Kosovo in it, in a theme."""
    source = sites.root / "journal"
    if not source.exists():
        begin(source, Journal("The Northport Review", Requirement("sphinxext-eir")))
        shutil.copytree(DOCS / "articles", source / "articles", ignore=shutil.ignore_patterns("imported.rst"))
        article = "   articles/russias-foreign-policy-in-kosovo\n"
        with (source / "index.rst").open("a", encoding="utf-8") as front:
            front.write(article)
    lines = {"eir": "", "sphinx_immaterial": IMMATERIAL}.get(theme, "html_theme_options = {}\n")
    settings = (source / "conf.py").read_text(encoding="utf-8")
    (source / "themed").mkdir(exist_ok=True)
    (source / "themed" / "conf.py").write_text(
        f"{settings}\nhtml_theme = {theme!r}\neir_article_pdfs = {theme == 'eir'}\n{lines}", encoding="utf-8"
    )
    run(source, out, "-c", source / "themed")


# What the blocks of a how-to make


def told(page: str, sites: Sites, out: Path) -> None:
    """Run the blocks of a page in a folder, as the tests do, and build what they make there in the theme ``eir``."""
    sys.path[:0] = [str(ROOT / "tests")]
    from support.beginnings import BEFORE
    from support.stories import Story, blocks_of_docs

    doctrees = Path(f"{sites.folder('docs')}.doctrees")
    story = Story(out / "story")
    BEFORE.get(page, lambda _: None)(story.folder)
    for block in blocks_of_docs(doctrees):
        if block.page == page:
            story.tell(block)
    for conf in story.own("conf.py"):
        run(conf.parent, out / "html", COLUMN)


def story(page: str, more: Callable[[Path], None], sites: Sites, out: Path) -> None:
    """Tell the story of a page, and make more in its folder."""
    told(page, sites, out)
    more(out / "story")


def check(folder: Path) -> None:
    ours("check", "journal", "--report", "check.html", where=folder, may_fail=True)


def convert(folder: Path) -> None:
    ours("convert", "archive/2014/waiting.pdf", "-o", "shown", "--report", "report.html", where=folder)


def silence(folder: Path) -> None:
    """Provoke the warning that the how-to on pull quotes does."""
    command = [sys.executable, "-m", "sphinx", "-q", "-E", "essays", "essays/_build"]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)  # noqa: S603
    said = done.stderr.replace(f"{folder}/", "")
    (folder / "warning.txt").write_text(f"$ sphinx-build -q essays essays/_build\n{said}", encoding="utf-8")


def book(sites: Sites, out: Path) -> None:
    """Make the e-book of the journal that ``init`` begins, and unpack it."""
    sites.folder("eir")
    run(sites.root / "journal", out, "-b", "epub")
    (packed,) = out.glob("*.epub")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(out / "unpacked")


def tutorial(_: Sites, out: Path) -> None:
    """Build what the first tutorial ends with."""
    source, kept = out / "docs", SNIPPETS / "tutorial"
    source.mkdir()
    for name, copy in (
        ("conf-2.py", "conf.py"),
        ("index.rst", "index.rst"),
        ("essay-4.rst", "the-art-of-waiting.rst"),
    ):
        shutil.copy(kept / name, source / copy)
    run(source, out / "html")


def pdfs(_: Sites, out: Path) -> None:
    run(DOCS, out, "-b", "eir-pdf")


def other_builder(_: Sites, out: Path) -> None:
    """Set the article on Kosovo by rinohtype, if that is installed."""
    (out / "docs").mkdir()
    shutil.copy(DOCS / "articles" / "russias-foreign-policy-in-kosovo.rst", out / "docs" / "kosovo.rst")
    (out / "docs" / "index.rst").write_text("Essays\n======\n\n.. toctree::\n\n   kosovo\n", encoding="utf-8")
    extensions = ["sphinxext_eir", "rinoh.frontend.sphinx"]
    (out / "docs" / "conf.py").write_text(
        f'project = "Essays"\nauthor = "Abit Hoxha"\n{extensions = }\n', encoding="utf-8"
    )
    run(out / "docs", out / "pdf", "-b", "rinoh")


def migration(_: Sites, out: Path) -> None:
    """Build a project with sphinxcontrib-bibtex, migrate it, and build it again."""
    source = out / "docs"
    source.mkdir()
    shutil.copy(SNIPPETS / "migrate" / "conf-before.py", source / "conf.py")
    shutil.copy(SNIPPETS / "migrate" / "before.rst", source / "index.rst")
    shutil.copy(SNIPPETS / "references.bib", source)
    run(source, out / "before")
    ours("migrate", "docs", "--write", where=out)
    run(source, out / "after")


def settings(page: str, more: str, sites: Sites, out: Path) -> None:
    """Build the example article with the settings that a page shows."""
    sys.path[:0] = [str(ROOT / "tests")]
    from support.stories import blocks_of_docs

    source = out / "docs"
    source.mkdir()
    doctrees = Path(f"{sites.folder('docs')}.doctrees")
    shown = [
        block.text for block in blocks_of_docs(doctrees) if block.page == page and block.language == "python"
    ]
    head = 'extensions = ["sphinxext_eir"]\nhtml_theme = "eir"\n'
    (source / "conf.py").write_text(f"{head}{shown[0]}\n{more}", encoding="utf-8")
    shutil.copy(SNIPPETS / "rst" / "cite-this.rst", source / "index.rst")
    run(source, out / "html")


def arabic(_: Sites, out: Path) -> None:
    run(SNIPPETS / "arabic", out, COLUMN)


def files_of_the_article(_: Sites, out: Path) -> None:
    """Make the article's Word file and its JATS, and pages of these by other programs."""
    import litdown
    from markdown_it import MarkdownIt

    article = "articles/russias-foreign-policy-in-kosovo"
    for builder in ("eir-docx", "eir-jats"):
        run(DOCS, out / builder, "-b", builder)
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{out}/office", "--convert-to", "pdf"]
    word = out / "eir-docx" / f"{article}.docx"
    subprocess.run([*office, "--outdir", out, word], check=True, capture_output=True)  # noqa: S603
    said = litdown.convert(out / "eir-jats" / f"{article}.xml")
    style = "body { max-width: 38em; margin: 2em auto; font: 16px/1.5 'DejaVu Sans', sans-serif }"
    (out / "jats.html").write_text(
        f"<!doctype html><meta charset='utf-8'><style>{style}</style>{MarkdownIt().render(said)}",
        encoding="utf-8",
    )


MAKERS: dict[str, Callable[[Sites, Path], None]] = {
    "docs": documentation,
    "example": example,
    "migration": migration,
    "book": book,
    "pdfs": pdfs,
    "tutorial": tutorial,
    "rinohtype": other_builder,
    "arabic": arabic,
    "files": files_of_the_article,
    "defaults": partial(settings, "how-to/defaults", 'eir_article_layout = "journal"\n'),
    "how-to/check": partial(story, "how-to/check", check),
    "how-to/convert": partial(story, "how-to/convert", convert),
    "how-to/pull-quotes": partial(story, "how-to/pull-quotes", silence),
    **{theme: partial(starter, theme) for theme in THEMES},
}
"""How each site is made. For any other name, the page of that name is told."""
