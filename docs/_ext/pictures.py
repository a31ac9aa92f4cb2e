"""Takes the pictures of the gallery: ``python docs/_ext/pictures.py``, with the extra ``test`` and Chromium.

Each is a page as a browser shows it, made smaller, in as few colours as a page has.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from sphinxext_eir.starter import Journal, Requirement, begin

DOCS = Path(__file__).parent.parent
PICTURES = DOCS / "_static" / "gallery"
ARTICLE = "articles/russias-foreign-policy-in-kosovo"
COLOURS = 128
EXAMPLE = DOCS.parent / "examples" / "journal"
IMMATERIAL = 'extensions += ["sphinx_immaterial"]\nhtml_theme_options = {"font": False}\n'


@dataclass(frozen=True)
class Picture:
    """One picture of the gallery."""

    name: str
    theme: str
    page: str = "essay"
    """The journal's front page, an essay of the journal, or the article."""
    scheme: str = "light"
    width: int = 1280
    height: int = 860
    shown: int = 640
    """Width of the picture; in pixels, as the others."""


OURS = (
    Picture("eir-front", "eir", "index"),
    Picture("eir-essay", "eir", "essays/the-night-train", height=1280),
    Picture("eir-dark", "eir", "essays/the-tide-table", "dark", height=1280),
    Picture("eir-narrow", "eir", "essays/the-night-train", width=390, height=844, shown=260),
    Picture("eir-narrow-dark", "eir", "index", "dark", width=390, height=844, shown=260),
)
JOURNAL = (
    Picture("journal-front", "example", "index"),
    Picture("journal-issue", "example", "issues/low-water"),
    Picture("journal-person", "example", "people/lindqvist"),
    Picture("journal-corrected", "example", "essays/rope"),
    Picture("journal-retracted", "example", "essays/the-drowned-clock"),
    Picture("journal-cited", "example", "most-cited"),
)
"""Pages of the example journal, which wears the theme ``eir``."""
OTHERS = (
    Picture("alabaster", "alabaster", ARTICLE),
    Picture("furo", "furo", ARTICLE),
    Picture("pydata", "pydata_sphinx_theme", ARTICLE),
    Picture("book", "sphinx_book_theme", ARTICLE),
    Picture("rtd", "sphinx_rtd_theme", ARTICLE),
    Picture("immaterial", "sphinx_immaterial", ARTICLE),
)


def main() -> None:
    """Build the starter journal, with the article in it, once for each theme, and the example journal; take all pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        source = Path(folder) / "journal"
        begin(source, Journal("The Northport Review", Requirement("sphinxext-eir")))
        shutil.copytree(DOCS / "articles", source / "articles", ignore=shutil.ignore_patterns("imported.rst"))
        (source / "index.rst").write_text(
            (source / "index.rst").read_text(encoding="utf-8") + f"   {ARTICLE}\n", encoding="utf-8"
        )
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--hide-scrollbars"]
        )
        for picture in (*OURS, *JOURNAL, *OTHERS):
            out = Path(folder) / picture.theme
            if not out.exists() and picture.theme == "example":
                run(EXAMPLE, out)
            elif not out.exists():
                build(source, out, picture.theme)
            take(browser, picture, out)


def build(source: Path, out: Path, theme: str) -> None:
    """Build the journal with a theme."""
    lines = {"eir": "", "sphinx_immaterial": IMMATERIAL}.get(theme, "html_theme_options = {}\n")
    settings = (source / "conf.py").read_text(encoding="utf-8")
    (source / "themed").mkdir(exist_ok=True)
    (source / "themed" / "conf.py").write_text(
        f"{settings}\nhtml_theme = {theme!r}\n{lines}", encoding="utf-8"
    )
    run(source, out, "-c", source / "themed")


def run(source: Path, out: Path, *options: str | Path) -> None:
    """Run Sphinx."""
    command = [sys.executable, "-m", "sphinx", "-q", "-E", *options, "-d", f"{out}.doctrees"]
    subprocess.run([*command, source, out], check=True)  # noqa: S603 - what is run is written here


def take(browser: Browser, picture: Picture, out: Path) -> None:
    """Take one picture."""
    context = browser.new_context(
        offline=True,
        color_scheme=picture.scheme,
        viewport={"width": picture.width, "height": picture.height},
    )
    page = context.new_page()
    page.goto((out / f"{picture.page}.html").as_uri())
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    context.close()
    size = (picture.shown, picture.height * picture.shown // picture.width)
    small = shot.resize(size, Image.Resampling.LANCZOS).quantize(
        COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
    )
    small.save(PICTURES / f"{picture.name}.png", optimize=True)


if __name__ == "__main__":
    main()
