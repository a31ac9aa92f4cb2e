"""What the fuzzer feeds: each parser with the laws that it keeps for any text, and what inputs are made of.

A target is a function of one text. It raises what the parser raises, or :class:`AssertionError` if a law is broken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from sphinxext_eir.conversion.pipeline import convert_reading
from sphinxext_eir.conversion.reading.text.markdown import TOKEN
from sphinxext_eir.conversion.reading.text.reader import read_string, tidy
from sphinxext_eir.conversion.transcript import ConversionError
from sphinxext_eir.core.nodes import eir_typed_citation
from sphinxext_eir.csl.citing import read_cites
from sphinxext_eir.csl.items import clean_item
from sphinxext_eir.csl.sources.bibtex import read_bibtex
from sphinxext_eir.csl.sources.csl_json import read_csl_json
from sphinxext_eir.csl.sources.csl_yaml import read_csl_yaml
from sphinxext_eir.csl.sources.endnote import read_endnote
from sphinxext_eir.csl.sources.entries import Entries, Plain
from sphinxext_eir.csl.sources.ris import read_ris
from sphinxext_eir.features.bibliography.find_citations import find_citations as number_citations
from sphinxext_eir.features.bibliography.read_entries import link_addresses, split_entries
from sphinxext_eir.text import frontmatter, numerals
from sphinxext_eir.text.passages import BREAK
from sphinxext_eir.text.quotation import RunningText, Verdict, segments_of
from sphinxext_eir.typed.citations import Form, find_citations
from sphinxext_eir.typed.matching import Shelf
from sphinxext_eir.typed.paragraphs import CLOSE, OPAQUE, OPEN
from sphinxext_eir.typed.references import Reference, read_reference
from support.openings import openings
from support.paths import DATA
from support.seed import SEED

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Target:
    """A parser to be fuzzed."""

    check: Callable[[str], None]
    seeds: tuple[str, ...]
    """Inputs to begin with."""
    tokens: tuple[str, ...]
    """Pieces that mean something to the parser."""
    longest: int = 600
    """Characters of an input."""
    seconds: float = 1.0
    """Of processor time that one input may take, also if a piece of it is repeated to :attr:`swollen` characters."""
    swollen: int = 20_000


# Typed entries


def check_entries(text: str) -> None:
    """Entries are split without losing a word, and each is read, whatever it says."""
    lines = text.replace("\0", "").split("\n")  # which is docutils' own mark
    before: Reference | None = None
    said: list[str] = []
    for key, entry, line in split_entries(lines, 1):
        assert 1 <= line <= len(lines)
        reference = read_reference(entry, before, key)
        assert reference.text == " ".join(entry.split())
        assert all(name.strip() for name in (*reference.names, *reference.also))
        assert all(re.fullmatch(r"\d{4}|n\.d\.|forthcoming", year) for year in reference.years)
        assert reference.url in entry
        assert reference.doi in entry
        paragraph = nodes.paragraph("", "", nodes.Text(entry))
        link_addresses(paragraph)
        assert paragraph.astext() == entry
        said += [f"[{key}]", *entry.split()] if key else entry.split()
        before = reference
    typed = [re.sub(r"^[-*+]\s+", "", line.strip()) for line in lines]
    assert said == " ".join(typed).split()


# Typed citations

SHELF = Shelf(entry for opening in openings() for _, entry in opening.entries)


def check_citations(text: str) -> None:
    """Citations are spans of the text, in order, and making nodes of them changes no word."""
    end = 0
    for citation in find_citations(text):
        assert end <= citation.start < citation.end <= len(text)
        end = citation.end
        for reading in citation.readings:
            assert citation.start <= reading.start <= citation.end
            assert all(reading.names)
        if citation.form is not Form.IBID:
            assert citation.start <= SHELF.find(citation).start <= citation.end
            SHELF.near(citation)
    block = paragraph_of(text)
    document = nodes.document(None, None)  # type: ignore[arg-type]  # it needs neither settings nor reporter here
    document += block
    words = block.astext()
    number_citations(document, "index", Path("index.rst"), search=True)
    assert block.astext() == words
    assert all(cited.astext() for cited in block.findall(eir_typed_citation))


def paragraph_of(text: str) -> nodes.paragraph:
    """Return a paragraph that citations see as *text*, as far as its marks of emphasis can be paired."""
    block = nodes.paragraph()
    for part in re.split(f"({OPEN}[^{OPEN}{CLOSE}]*{CLOSE}|{OPAQUE})", text):
        if part == OPAQUE:
            block += nodes.reference("", "a link", refuri="https://example.org/")
        elif part.startswith(OPEN) and part.endswith(CLOSE):
            block += nodes.emphasis("", part[1:-1])
        elif part:
            block += nodes.Text(part)
    return block


# Extracted text

NOT_SAID = re.compile(rf"^[ \t>]*(?:```+|~~~+)[ \t]*\w*[ \t]*$|{TOKEN.pattern}", TOKEN.flags | re.MULTILINE)
"""Markup whose letters are not words: the language of code, entities, tags, and what a link leads to."""


def check_text(text: str) -> None:
    """A text becomes an article in both syntaxes, and no word is missing."""
    try:
        reading = read_string(text)
        results = [convert_reading(reading, "essay", syntax, {}) for syntax in ("rst", "myst")]
    except ConversionError:
        return
    rst, myst = (result.value for result in results)
    for syntax, article in (("rst", rst), ("myst", myst)):
        assert article.ledger.unexplained == (), f"{syntax}: {article.ledger.unexplained[0]}"
    assert rst.document.blocks == myst.document.blocks
    said = "\n".join((rst.text, *(entry.text for entry in rst.ledger.dropped)))
    for word in words_of(tidy(text)):
        assert word in said, f"{word!r} is lost"


def words_of(text: str) -> set[str]:
    """Return the words of *text* that aren't markup, as far as they are made of letters alone."""

    def without(match: re.Match[str]) -> str:
        groups = match.groupdict()
        said = groups.get("code_text") or groups.get("alt") or groups.get("link_text") or groups.get("url")
        return f" {re.sub('&[a-zA-Z]+;', ' ', said or '')} "

    letters = "".join(char if char.isalpha() else " " for char in NOT_SAID.sub(without, text))
    return {word for word in letters.split() if len(word) > 2}


# Quotations and numerals


def check_quotation(text: str) -> None:
    """A quotation is compared with a text: the last paragraph with those before it, and each of them with all."""
    passages = text.split("\n\n")
    *body, quotation = passages
    said = RunningText([part for passage in body for part in passage.split("\0")] or [BREAK])
    comparison = said.compare(quotation)
    assert (comparison.verdict is Verdict.DIFFERENT) or not (comparison.nearest or comparison.differences)
    assert all(segment.words for segment in segments_of(quotation))
    for passage in said.passages:
        again = RunningText([passage]).compare(passage)
        assert again.verdict is said.compare(passage).verdict or again.verdict is Verdict.DIFFERENT
        if re.fullmatch(r"[\w\s,;:.!?'’-]*[^\W_]{2}[\w\s,;:.!?'’-]*", passage, re.ASCII):
            assert again.verdict is Verdict.EXACT


def check_numerals(text: str) -> None:
    """A numeral that is read is written so."""
    for numeral in text.split():
        value = numerals.roman_value(numeral)
        assert value is None or numerals.roman(value) == numeral
        if numeral.isdecimal() and numeral.isascii() and len(numeral) <= 5 and int(numeral):
            for style in numerals.STYLES:
                assert numerals.written(int(numeral), style)


# Files of references, cites and front matter


def entries_of(text: str) -> Entries:
    return Entries(Path(f"refs.{text.count('x')}"))


def check_bibtex(text: str) -> None:
    """A file of BibTeX is split; each entry has a line and is written anew for pandoc."""
    entries = entries_of(text)
    converter = read_bibtex(text.encode(errors="surrogatepass"), entries)
    for entry in entries.by_key.values():
        assert entry.key
        assert converter.digest_of(entry)
        converter.wrong(entry)
    lines_are_in(text, entries)


def check_sources(text: str) -> None:
    """Records of every other kind are read, and made safe for pandoc."""
    data = text.encode(errors="surrogatepass")
    for read in (read_csl_json, read_csl_yaml, read_ris, read_endnote):
        entries = entries_of(text)
        converter = read(data, entries)
        for entry in entries.by_key.values():
            assert entry.key
            if isinstance(converter, Plain):
                wrong: list[str] = []
                clean_item(entry.content, wrong)
                assert all(wrong)
        lines_are_in(text, entries)


def lines_are_in(text: str, entries: Entries) -> None:
    most = len(re.split(r"\r\n|\r|\n", text))
    assert all(1 <= entry.line <= most for entry in entries.by_key.values() if entry.line)
    assert all(0 <= message.line <= most and message.text for message in entries.messages)


def check_cites(text: str) -> None:
    """What a citation role holds is read, or the error says what was expected."""
    try:
        cites = read_cites(text)
    except ValueError as error:
        assert str(error).startswith("expected")  # noqa: PT017 - a parser's error is its answer
        return
    assert cites
    assert all(cite.key for cite in cites)


def check_fields(text: str) -> None:
    """Every field of the front matter is read, or a problem names it."""
    for name in frontmatter.FIELDS:
        values, problems = frontmatter.read({name: text})
        blank = not text.replace("\0", "").strip() or " ".join(text.split()) == "null"
        assert blank or values or problems or text.strip(" ;,؛،[]{}\n\t") == "" or text[:1] in "[{"
        assert all(str(problem).startswith(f"{name}: expected ") for problem in problems)
        for author in values.get("authors", ()):
            assert author.name


# What inputs are made of


def paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("\n\n") if part.strip())


def pages(text: str, size: int = 1500) -> tuple[str, ...]:
    """Return *text* in pieces of whole paragraphs, of about *size* characters."""
    found = [""]
    for part in paragraphs(text):
        if len(found[-1]) > size:
            found.append("")
        found[-1] += part + "\n\n"
    return tuple(found)


ENTRIES = tuple(
    line.split(" | ", 2)[-1] for line in (DATA / "entries.txt").read_text(encoding="utf-8").splitlines()
)
BIB = (
    '@book{Blank2000,\n  author = {Blank, Stephen J.},\n  title = "Threats to {Russian} Security",\n  year = 2000,\n}\n',
    '@string{ssi = "Strategic Studies"}\n@comment{x}\n@article(Clark, title={A } # ssi, crossref={Blank2000}, month=may)\n',
    '@inbook{a,xdata={b}}\n@xdata{b,crossref={a}}\n@preamble{"x"}',
)
RECORDS = (
    "TY  - BOOK\nAU  - Blank, Stephen J.\nPY  - 2000/02/03/\nTI  - Threats\nER  - \n",
    '[{"id": "a", "type": "book", "author": [{"family": "Blank"}], "issued": {"date-parts": [[2000, 1]]}}]',
    '{"items": [{"title": "x", "issued": "2000", "URL": "javascript:1"}, 3]}',
    "references:\n- id: a\n  type: book\n  title: Threats\n- id: 'b'\n  author:\n  - family: Blank\n",
    "<xml><records><record><ref-type name='Book'>6</ref-type><contributors><authors><author><style>Blank, S.</style></author></authors>"
    "</contributors><titles><title>Threats</title></titles><dates><year>2000</year></dates></record></records></xml>",
)
FIELDS = (
    "Doe, Jane <https://orcid.org/0000-0002-1825-0097> (University of Somewhere (USW)); Roe, Richard, Jr.",
    '["Jane Doe", {"name": "Roe", "orcid": "0000-0002-1825-0097", "affiliations": ["A", "B"]}]',
    "2012-05-12T10:00:00Z", "2012-05", "https://www.e-ir.info/2013/02/27/x/", "10.1000/182", "2053-8626",
    "Kosovo; Russia, norms", "essay", "https://orcid.org/0000-0002-1694-233X",
)  # fmt: skip
CITES = (
    "Blank2000; Clark2001", "see @Blank2000, pp. 12-15 and *passim*; -@{a b}, chap. 3", "@Blank {vol. 2; x} y",
    "[@a; @b]", "@a, 12ff.; @b, §§ 3, 4 & iv",
)  # fmt: skip

TYPED = (
    "(", ")", "[", "]", "{", "}", "Blank", "van der", " and ", " & ", ", ", "; ", ": ", "2000", "1999a", "et al.", "ibid.", "n.d.",
    "p. 3", "pp. 3-4", "’s", "'", "see ", "cited in ", "United Nations", "UN", OPEN, CLOSE, OPAQUE, "é", "e\u0301", "王", "م", "\n",
    "\u00a0", "-", "–", ".", "…", "/", "forthcoming", "eds", "(ed.)", "[1944] ", "http://a.b/c", "www.a.b", "doi:10.1000/1", "10.1000/",
    "accessed ", "Accessed on 3 May 2012", "In ", "The ", "Bank of ", "1e5", "²", "½", "\x04", "\u2028", "\ufeff", "😀", "ß", "İ", "ǅ",
)  # fmt: skip
TEXT = (
    "\n", "\n\n", "# ", "## Notes\n\n", "## Bibliography\n\n", "**", "*", "_", "`", "```\n", "~~~", "[i]", "[ii] ", "[1]", "[^1]", "[^1]: ",
    "<sup>1</sup>", "^1^", "¹", "- ", "* ", "1. ", "2. ", "> ", "---\n", "===\n", "| a | b |\n|---|---|\n", "\f", "\\", "&amp;", "&lt;",
    "[a](http://a.b)", "![a](b.png)", "<http://a.b>", "http://a.b/c_d", "a@b.c", "Written by Jane Doe\n\n", "JANE DOE, FEBRUARY 9 2014\n\n",
    "<https://www.e-ir.info/2014/02/09/x/>\n\n", "(Blank 2000)", "-\n", "\u00ad", "::", "..", "|", "{", "}", ":", "$", "%", "@", "<br>",
    "Abstract\n\n", "About the author", "Page 3 of 9\n\n", "3\n\n", "\t", "\r\n", "\u00a0", "\u2028", "\u200b", "é", "e\u0301", "م", "中", "😀",
    "“", "”", "‘", "’", "—", "–", "…", "•", "İ", "\x1c", "\ud800", "\x85", "A.", "iv.", "I", "(a) ", "ibid.", "*a*b", "__", "``", "{sup}",
)  # fmt: skip
FILE = (
    "@book{", "@string{", "@comment{", "@xdata{", "}", "{", "(", ")", '"', "=", "#", ",", "\\", "%", "crossref", "author", "date", "\n", "\r",
    "TY  - ", "ER  - ", "AU  - ", "PY  - ", "DA  - ", "T2  - ", "[", "]", ":", "null", "true", "1e999", "9" * 5000, "-", "- id: ", "references:",
    "id", "issued", "date-parts", "<record>", "</record>", "<author>", "<!DOCTYPE a>", "&amp;", "&#0;", "&#x110000;", "<![CDATA[", "\ufeff", "\x00",
    "İ", "²", "é", "\ud800", "xdata", "month", "may", "...", "---", "\t", "'",
)  # fmt: skip
FIELD = (
    ";", ",", "<", ">", "(", ")", "https://", "orcid.org/", "0000-0002-1825-0097", "10.1000/", "[", "]", "{", "}", '"name":', ":", "null", "-",
    "2012", "W", "T", "²", "٣", "é", "\x00", "\u2028", "؛", "،", "Jr.", "]x[", "://[", "@", "9" * 5000, "\ud800", "ISSN ", "doi:",
)  # fmt: skip
CITE = (
    "@",
    "-@",
    "{",
    "}",
    ";",
    ",",
    " ",
    "p. ",
    "pp",
    "§",
    "-",
    "–",
    "ff.",
    "iv",
    "12",
    "see ",
    "[",
    "]",
    "*",
    ":",
    ".",
    "é",
    "\n",
    "²",
    "_",
)

TARGETS = {
    "entries": Target(check_entries, (*ENTRIES, "\n\n".join(ENTRIES[:4])), TYPED),
    "citations": Target(
        check_citations,
        tuple(sentence for opening in openings() for sentence in re.split(r"(?<=\.) (?=[A-Z])", opening.text)),
        TYPED,
    ),
    "text": Target(
        check_text,
        (*pages(SEED.read_text(encoding="utf-8")), *(f"# {o.name}\n\n{o.text}" for o in openings())),
        (*TEXT, *TYPED[:30]),
        longest=2500,
        seconds=10.0,
    ),
    "quotation": Target(
        check_quotation, tuple("\n\n".join((o.text, o.text[20:90])) for o in openings()), TEXT + TYPED
    ),
    "numerals": Target(check_numerals, ("i ii iv", "mcmxc xxl iiii", "1 26 27 99999"), (*"ivxlcdm ", "0", "7", "٣", "²")),
    "bibtex": Target(check_bibtex, BIB, FILE),
    "sources": Target(check_sources, RECORDS, FILE),
    "cites": Target(check_cites, CITES, CITE),
    "fields": Target(check_fields, FIELDS, FIELD),
}  # fmt: skip
"""By name. The first three are the parsers of what authors type and of what is extracted."""
