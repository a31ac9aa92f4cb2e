"""One essay in many designs: the same words, set as PDFs by TeX, LibreOffice, Typst, WeasyPrint and Chromium.

The truth of each PDF is known, because it is made from `data/designs/essay.md`, which pandoc reads.
"""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypandoc

from sphinxext_eir.conversion import convert
from sphinxext_eir.conversion.document import (
    Bibliography,
    Biography,
    Block,
    Heading,
    Listing,
    Notes,
    Paragraph,
    Quote,
)
from sphinxext_eir.conversion.inlines import Inlines, Kind, plain
from support import printing
from support.pdf_scores import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

ESSAY = Path(__file__).parents[1] / "data" / "designs" / "essay.md"


@dataclass(frozen=True)
class Design:
    """A way to set the essay.

    - `program`: the program that must be on the machine: `pdflatex`, `soffice`, `chromium`; empty where a wheel does it.
    - `make`: writes the PDF of the essay to a path, with `options`.
    - `options`: what `make` takes besides.
    - `notes_as_typed`: whether the notes' numbers are those of the essay, not numbers of each page or symbols.
    """

    name: str
    program: str
    make: Callable[[Path, Mapping[str, str]], None]
    options: Mapping[str, str] = field(default_factory=dict)
    notes_as_typed: bool = True


def _pandoc(to: str, *arguments: str) -> str:
    return pypandoc.convert_file(ESSAY, to, format="markdown", extra_args=["--standalone", *arguments])


# -- TeX: pandoc's own template, other classes and faces ---------------------------------------------------------------


def _set_by_tex(target: Path, options: Mapping[str, str]) -> None:
    work = target.with_suffix(".tex.d")
    work.mkdir()
    preamble = work / "preamble.tex"
    preamble.write_text(options.get("preamble", ""), encoding="utf-8")
    variables = [
        f"--variable={name}:{value}" for name, value in options.items() if name not in {"preamble", "body"}
    ]
    source = _pandoc("latex", *variables, f"--include-in-header={preamble}")
    if options.get("classoption") == "twocolumn":
        source = _without_long_tables(source)
    if options.get("body") == "endnotes":
        source = source.replace(r"\end{document}", r"\theendnotes\end{document}")
    (work / "essay.tex").write_text(_headings_on_new_pages(source), encoding="utf-8")
    for _ in range(2):  # the second run knows the pages' numbers
        subprocess.run(
            ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "essay.tex"],
            cwd=work,
            check=True,
            capture_output=True,
        )
    (work / "essay.pdf").replace(target)


def _headings_on_new_pages(source: str) -> str:
    """Return *source* with two of its headings at the tops of pages, where running heads stand."""
    for heading in ("The settlement", "Conclusion"):
        source = source.replace(rf"\section{{{heading}}}", rf"\clearpage\section{{{heading}}}")
    return source


def _without_long_tables(source: str) -> str:
    """Return *source* with a plain table, since `longtable` knows no columns."""
    table = re.search(r"\\begin\{longtable\}.*?\\end\{longtable\}", source, re.DOTALL)
    assert table
    caption = re.search(r"\\caption\{(.*?)\}\\tabularnewline", table[0], re.DOTALL)
    columns = re.search(r"\{@\{\}(.*?)@\{\}\}", table[0])
    rows = [row for row in table[0].splitlines() if "&" in row]
    assert caption
    assert columns
    plain = (
        rf"\begin{{table}}[t]\caption{{{caption[1]}}}\small\begin{{tabular}}{{{columns[1]}}}"
        + "\n".join(dict.fromkeys(rows))
        + r"\end{tabular}\end{table}"
    )
    return source.replace(table[0], plain)


# -- Word's form, printed by LibreOffice -------------------------------------------------------------------------------


def _set_by_libreoffice(target: Path, options: Mapping[str, str]) -> None:
    work = target.with_suffix(".office.d")
    work.mkdir()
    document = work / "essay.docx"
    pypandoc.convert_file(ESSAY, "docx", format="markdown", outputfile=str(document))
    if leading := options.get("leading"):
        _space(document, leading)
    tagged = json.dumps({"UseTaggedPDF": {"type": "boolean", "value": options.get("tagged", "false")}})
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            f"pdf:writer_pdf_Export:{tagged}",
            "--outdir",
            work,
            document,
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    (work / "essay.pdf").replace(target)


def _space(document: Path, leading: str) -> None:
    """Set the distance of the lines of a Word file's text, in 240ths of a line (ECMA-376-1, 17.3.1.33)."""
    with zipfile.ZipFile(document) as archive:
        parts = {item: archive.read(item) for item in archive.namelist()}
    styles = parts["word/styles.xml"].decode()
    spaced = re.sub(
        r'(<w:style [^>]*w:styleId="(?:BodyText|FirstParagraph|Bibliography)".*?<w:spacing )([^>]*/>)',
        rf'\1w:line="{leading}" w:lineRule="auto" \2',
        styles,
        flags=re.DOTALL,
    )
    assert spaced != styles
    parts["word/styles.xml"] = spaced.encode()
    with zipfile.ZipFile(document, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


# -- Typst, WeasyPrint, Chromium ---------------------------------------------------------------------------------------


def _set_by_typst(target: Path, options: Mapping[str, str]) -> None:
    import typst

    source = target.with_suffix(".typ")
    variables = [f"--variable={name}:{value}" for name, value in options.items()]
    source.write_text(_pandoc("typst", *variables), encoding="utf-8")
    typst.compile(str(source), output=str(target))


PAGE = """<style>
@page {{ size: A4; margin: 28mm 24mm; {running} }}
html {{ font: 11pt/1.4 serif; hyphens: auto }}
p {{ margin: 0 0 .7em; text-align: justify }}
h1, h2 {{ font-size: 13pt; font-style: normal }} h2 {{ font-style: italic; font-size: 12pt }} .title {{ font-size: 20pt }}
.footnote {{ float: footnote; font-size: {note}; text-align: left }}
table {{ margin: 1em auto }} td, th {{ padding: 0 1em }}
#the-settlement, #conclusion {{ break-before: page }}
{more}
</style>"""
NOTES_AT_FEET = """
function Note(note)
  return pandoc.Span(pandoc.utils.blocks_to_inlines(note.content), {class = "footnote"})
end
"""
RUNNING = '@top-center { content: "The Ferryman’s Arithmetic"; font-size: 9pt } @bottom-center { content: counter(page) }'


def _page(target: Path, *, running: str, note: str = "9pt", more: str = "", filters: str = "") -> str:
    """Return the essay as a page to print."""
    head = target.with_suffix(".head.html")
    head.write_text(PAGE.format(running=running, note=note, more=more), encoding="utf-8")
    arguments = [f"--include-in-header={head}", "--variable=document-css:false", "--metadata=lang:en"]
    if filters:
        script = target.with_suffix(".lua")
        script.write_text(filters, encoding="utf-8")
        arguments.append(f"--lua-filter={script}")
    return _pandoc("html", *arguments)


def _set_by_weasyprint(target: Path, options: Mapping[str, str]) -> None:
    page = _page(target, running=RUNNING, filters=NOTES_AT_FEET, **options)
    printing.print_with_weasyprint(page, target)


def _set_by_chromium(target: Path, options: Mapping[str, str]) -> None:
    printing.print_with_chromium(_page(target, running="", **options), target, "chromium")


TIMES = r"\usepackage{mathptmx}"
RUNNING_HEADS = (
    r"\usepackage{fancyhdr}\pagestyle{fancy}\fancyhf{}\fancyhead[LE,RO]{\thepage}"
    r"\fancyhead[RE]{Vaasholm and Ellery-Quist}\fancyhead[LO]{The Ferryman’s Arithmetic}"
)

DESIGNS = (
    Design("tex", "pdflatex", _set_by_tex, {"fontsize": "11pt"}),
    Design("tex-times", "pdflatex", _set_by_tex, {"fontsize": "12pt", "preamble": TIMES, "indent": "true"}),
    Design(
        "tex-onehalf", "pdflatex", _set_by_tex, {"fontsize": "12pt", "linestretch": "1.5", "indent": "true"}
    ),
    Design(
        "tex-double",
        "pdflatex",
        _set_by_tex,
        {"fontsize": "12pt", "linestretch": "2", "indent": "true", "preamble": TIMES},
    ),
    Design("tex-koma", "pdflatex", _set_by_tex, {"documentclass": "scrartcl", "fontsize": "11pt"}),
    Design(
        "tex-book",
        "pdflatex",
        _set_by_tex,
        {
            "classoption": "twoside",
            "geometry": "a5paper,margin=17mm",
            "indent": "true",
            "preamble": r"\usepackage{tgpagella}" + RUNNING_HEADS,
        },
    ),
    Design("tex-columns", "pdflatex", _set_by_tex, {"classoption": "twocolumn", "indent": "true"}),
    Design(
        "tex-perpage",
        "pdflatex",
        _set_by_tex,
        {"fontsize": "12pt", "preamble": r"\usepackage[perpage]{footmisc}"},
        notes_as_typed=False,
    ),
    Design(
        "tex-symbols",
        "pdflatex",
        _set_by_tex,
        {"fontsize": "11pt", "preamble": r"\usepackage[perpage,symbol]{footmisc}"},
        notes_as_typed=False,
    ),
    Design(
        "tex-endnotes",
        "pdflatex",
        _set_by_tex,
        {"preamble": r"\usepackage{endnotes}\let\footnote=\endnote", "body": "endnotes"},
    ),
    Design("office", "soffice", _set_by_libreoffice),
    Design("office-tagged", "soffice", _set_by_libreoffice, {"tagged": "true"}),
    Design("office-onehalf", "soffice", _set_by_libreoffice, {"leading": "360"}),
    Design("office-double", "soffice", _set_by_libreoffice, {"leading": "480"}),
    Design("typst", "", _set_by_typst),
    Design("typst-columns", "", _set_by_typst, {"columns": "2"}),
    Design("weasyprint", "", _set_by_weasyprint),
    Design("weasyprint-large-notes", "", _set_by_weasyprint, {"note": "11pt"}),
    Design("chromium", "chromium", _set_by_chromium),
)


# -- The truth, and what was made of a PDF ------------------------------------------------------------------------------


@cache
def truth() -> Text:
    """Return the essay as pandoc reads it."""
    document = json.loads(pypandoc.convert_file(ESSAY, "json", format="markdown"))
    reading = _Truth()
    reading.read(document["blocks"])
    meta = document["meta"]
    authors = tuple(reading.text(author["c"]) for author in meta["author"]["c"])
    return Text(
        title=reading.text(meta["title"]["c"]),
        authors=authors,
        paragraphs=tuple(reading.paragraphs),
        headings=tuple(reading.headings),
        notes=tuple(reading.notes),
    )


class _Truth:
    """The paragraphs, headings and notes of a document of pandoc's AST."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.headings: list[str] = []
        self.notes: list[tuple[str, str]] = []

    def read(self, blocks: list[dict[str, Any]]) -> None:
        for block in blocks:
            content = block.get("c")
            match block["t"]:
                case "Header":
                    self.headings.append(self.text(content[2]))
                case "Para" | "Plain":
                    self.paragraphs.append(self.text(content))
                case "BlockQuote":
                    self.read(content)
                case "BulletList":
                    for item in content:
                        self.read(item)
                case "OrderedList":
                    for item in content[1]:
                        self.read(item)

    def text(self, inlines: list[dict[str, Any]]) -> str:
        """Return the text of inlines, a note as its marker."""
        return "".join(map(self._inline, inlines))

    def _inline(self, inline: dict[str, Any]) -> str:
        content = inline.get("c")
        match inline["t"]:
            case "Str":
                return str(content)
            case "Space" | "SoftBreak":
                return " "
            case "Emph" | "Strong":
                return self.text(content)
            case "Link":
                return self.text(content[1])
            case "Quoted":
                return f"“{self.text(content[1])}”"
            case "Note":
                label = str(len(self.notes) + 1)
                self.notes.append((label, " ".join(self.text(block["c"]) for block in content)))
                return f"\x01{label}\x02"
        raise AssertionError(inline)


def made_of(pdf: Path) -> Text:
    """Return what the converter makes of a PDF."""
    document = convert(pdf).value.document
    made = _Made()
    made.read(document.blocks)
    return Text(
        title=plain(document.front.title),
        authors=tuple(document.front.authors),
        paragraphs=tuple(made.paragraphs),
        headings=tuple(made.headings),
        notes=tuple(made.notes),
    )


class _Made:
    """The paragraphs, headings and notes of a document of ours."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.headings: list[str] = []
        self.notes: list[tuple[str, str]] = []

    def read(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            match block:
                case Heading():
                    self.headings.append(plain(block.inlines))
                case Paragraph():
                    self.paragraphs.append(_marked(block.inlines))
                case Quote() | Biography():
                    self.read(block.blocks)
                case Listing():
                    for item in block.items:
                        self.read(item.blocks)
                case Bibliography():
                    self.headings.append(plain(block.title))
                    self.paragraphs += map(_marked, block.entries)
                case Notes():
                    for note in block.notes:
                        inner = _Made()
                        inner.read(note.blocks)
                        self.notes.append((note.label, " ".join(inner.paragraphs)))


def _marked(inlines: Inlines) -> str:
    return "".join(
        f"\x01{run.target or run.text}\x02" if run.kind is Kind.NOTE else run.text for run in inlines
    )
