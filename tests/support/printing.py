"""Articles printed: extracted text → HTML in E-IR's layout → PDF, by WeasyPrint or Chromium."""

from __future__ import annotations

import html
import re
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LAYOUT = """<!doctype html><html lang="en"><meta charset="utf-8"><style>
@page {{ size: A4; margin: 25mm 20mm;
  @top-left {{ content: "{title}\\A Written by {author}"; white-space: pre; font: bold 8pt sans-serif }}
  @bottom-left {{ content: "E-International Relations ISSN 2053-8626"; font-size: 8pt }}
  @bottom-right {{ content: "Page " counter(page) "/" counter(pages); font-size: 8pt }} }}
@page :first {{ @top-left {{ content: none }} }}
body {{ font: {size} serif; text-align: justify; hyphens: auto; width: {width} }}
h1 {{ font: bold 20pt sans-serif; text-align: left }} h2 {{ font-size: 14pt }} p {{ margin: 0 0 .8em }}
sup {{ font-size: 65% }} blockquote {{ margin: .8em 40px }}
</style><body>
{body}
"""


def page_of(text: str, title: str, author: str, *, size: str = "11pt", width: str = "auto") -> str:
    """Return extracted text as a page to print, its running heads left to the printer."""
    head = rf"\n# {re.escape(title)}\n\nWritten by {re.escape(author)}\n"
    text = re.sub(rf"(?<=[a-z])\n{head}\n(?=[a-z])", " ", text)
    text = re.sub(head, "", text)
    blocks = [markup(block.strip()) for block in re.split(r"\n\s*\n", text.strip())]
    return LAYOUT.format(
        title=title.replace('"', '\\"'), author=author, size=size, width=width, body="\n".join(blocks)
    )


def markup(block: str) -> str:
    """Return a block of extracted text as HTML."""
    block = html.escape(block, quote=False)
    block = re.sub(r"\[http[^\]]*\]\(([^)]*)\)", r'<a href="\1">\1</a>', block)
    block = re.sub(r"&lt;(http.*?)&gt;", r'<a href="\1">\1</a>', block)
    block = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", block)
    block = re.sub(r"\*(.+?)\*", r"<i>\1</i>", block)
    block = re.sub(r"\^(\d+)\^", r"<sup>\1</sup>", block)
    if heading := re.match(r"(#+) (.*)", block):
        level = len(heading[1])
        return f"<h{level}>{heading[2]}</h{level}>"
    if block.startswith("&gt; "):
        return f"<blockquote>{block[5:]}</blockquote>"
    if block.startswith("- "):
        items = "".join(f"<li>{item[2:]}</li>" for item in block.split("\n"))
        return f"<ul>{items}</ul>"
    return f"<p>{block}</p>"


def print_with_weasyprint(page: str, target: Path) -> None:
    """Print *page* with WeasyPrint."""
    import weasyprint  # it needs Pango, which the caller looks for

    weasyprint.HTML(string=page).write_pdf(target)


def print_with_chromium(page: str, target: Path, chromium: str) -> None:
    """Print *page* with Chromium."""
    source = target.with_suffix(".html")
    source.write_text(page, encoding="utf-8")
    flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--no-pdf-header-footer",
    ]
    subprocess.run(
        [chromium, *flags, f"--print-to-pdf={target}", source.as_uri()], check=True, capture_output=True
    )
