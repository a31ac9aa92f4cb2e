"""What the converter takes: for a page of the source article in each form, for a folder of 2,000 articles, and for a PDF of 512 pages."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pypandoc
import weasyprint
from pypdfium2 import PdfDocument

from sphinxext_eir.conversion.pipeline import convert

from .measuring import Table, run, scaled, seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = next((Path(__file__).parent.parent / "seeds").glob("*.txt"))
ARTICLES = 2000
PAGES = 512


def measure(folder: Path, *, runs: int, scale: float) -> Iterator[Table]:
    """Yield a table of single articles, one of many, and one of a long PDF."""
    inputs = forms(folder)
    with PdfDocument(inputs["PDF"]) as document:
        pages = len(document)
    rows = []
    for name, path in inputs.items():
        convert(path)  # what is loaded once is no page's cost
        times = []
        for _ in range(max(runs, 3)):
            start = time.perf_counter()
            convert(path)
            times.append(time.perf_counter() - start)
        best = min(times)
        rows.append([name, f"{best * 1000:.0f}", f"{best / pages * 1000:.1f}"])
    yield Table(
        "conversion",
        f"The source article, {pages} pages, from file to text with its account: milliseconds",
        ["form", "article", "page"],
        rows,
    )
    number = scaled(ARTICLES, scale)
    archive = folder / "archive"
    archive.mkdir()
    for each in range(number):
        shutil.copy(inputs["extracted text"], archive / f"article{each}.txt")
    rows = []
    for jobs in (1, 2):
        command = [sys.executable, "-m", "sphinxext_eir", "convert", archive, "--jobs", str(jobs)]
        out = folder / f"out{jobs}"
        cost, again = (run([*command, "-o", out]) for _ in range(2))
        each = cost.seconds / number * 1000
        rows.append(
            [str(jobs), seconds(cost.seconds), f"{each:.1f}", seconds(again.seconds), f"{cost.memory:.0f}"]
        )
    yield Table(
        "batch",
        f"{number} articles as extracted text: seconds, ms an article, seconds when run again, MiB",
        ["--jobs", "all", "article", "again", "memory"],
        rows,
    )
    long = lengthened(inputs["PDF"], folder / "long.pdf", number := scaled(PAGES, scale))
    cost = run([sys.executable, "-m", "sphinxext_eir", "convert", long, "-o", folder / "long"])
    yield Table(
        "long-pdf",
        f"A PDF of {number} pages: seconds, ms of the processor a page, MiB",
        ["pages", "all", "page", "memory"],
        [
            [
                str(number),
                seconds(cost.seconds),
                f"{cost.processor / number * 1000:.1f}",
                f"{cost.memory:.0f}",
            ]
        ],
    )


def lengthened(path: Path, target: Path, pages: int) -> Path:
    """Write the pages of the PDF at *path* to the *target*, again and again, until it has so many *pages*."""
    with PdfDocument(path) as article, PdfDocument.new() as book:
        while len(book) < pages:
            book.import_pages(article, range(min(len(article), pages - len(book))))
        book.save(target)
    return target


def forms(folder: Path) -> dict[str, Path]:
    """Write the source article in each form that is converted."""
    text = folder / "article.txt"
    shutil.copy(SEED, text)
    word, pdf = folder / "article.docx", folder / "article.pdf"
    pypandoc.convert_file(text, "docx", format="markdown", outputfile=word)
    web = folder / "article.html"
    page = pypandoc.convert_file(text, "html", format="markdown")
    web.write_text(f"<!doctype html><title>Article</title><main>{page}</main>", encoding="utf-8")
    weasyprint.HTML(string=f"<style>@page {{ size: A4 }}</style>{page}").write_pdf(pdf)
    return {"extracted text": text, "PDF": pdf, "Word": word, "web page": web}
