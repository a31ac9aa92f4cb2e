"""What files of articles cost: 200 articles of four pages, built to HTML with and without the PDF of each, and as Word, OpenDocument and JATS.

Each article is the documentation's. The aim is 60 s for 200 PDFs in two processes, and 0.3 s for one.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .measuring import Table, median, run, scaled, seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .measuring import Cost

ARTICLE = Path(__file__).parents[1] / "docs" / "articles" / "russias-foreign-policy-in-kosovo.rst"
ARTICLES = 200
FORMS = {
    "pages alone": ("html", "0"),
    "pages and PDFs": ("html", "1"),
    "PDF": ("eir-pdf", "0"),
    "Word": ("eir-docx", "0"),
    "OpenDocument": ("eir-odt", "0"),
    "JATS": ("eir-jats", "0"),
}
"""What is built → its builder, and ``eir_article_pdfs``."""


def project(root: Path, articles: int) -> Path:
    """Write a project of so many articles, no two of which are alike."""
    root.mkdir()
    (root / "conf.py").write_text("extensions = ['sphinxext_eir']\nproject = 'Essays'\n", encoding="utf-8")
    text = ARTICLE.read_text(encoding="utf-8")
    for number in range(articles):
        said = text.replace("Security Council", f"Security Council of session {number}")
        (root / f"essay{number}.rst").write_text(said, encoding="utf-8")
    index = "Essays\n======\n\n.. toctree::\n   :glob:\n\n   essay*\n"
    (root / "index.rst").write_text(index, encoding="utf-8")
    return root


def build(root: Path, form: str, jobs: int) -> Cost:
    """Build a form of the project anew."""
    builder, pdfs = FORMS[form]
    out = root.with_name(f"{root.name}-out")
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-m", "sphinx", "-q", "-j", str(jobs), "-b", builder]
    return run([*command, "-D", f"eir_article_pdfs={pdfs}", root, out])


def measure(folder: Path, *, runs: int, scale: float) -> Iterator[Table]:
    """Yield the table."""
    many = scaled(ARTICLES, scale)
    roots = {"one": project(folder / "one", 1), "many": project(folder / "many", many)}
    rows = []
    for form in FORMS:
        one = median(build(roots["one"], form, 1) for _ in range(runs))
        all_of_them = median(build(roots["many"], form, 2) for _ in range(runs))
        each = (all_of_them.seconds - one.seconds) / (many - 1)
        rows.append([form, seconds(one.seconds), seconds(all_of_them.seconds), f"{each * 1000:.0f}"])
    yield Table(
        "files",
        f"One article, and {many} in two processes: seconds, with all of the build; milliseconds for each article more",
        ["built", "one", str(many), "ms each"],
        rows,
    )
