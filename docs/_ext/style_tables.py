"""Directives that print, in each style of the package, an entry of each kind, and say which fields are printed: by formatting them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinxext_eir.csl.formatting import Formatter
from sphinxext_eir.csl.items import DATES, NAMES
from sphinxext_eir.csl.model import Citation, Cite, Context, plain_text
from sphinxext_eir.csl.shipped import NAMES as STYLES
from sphinxext_eir.csl.shipped import SHIPPED
from sphinxext_eir.csl.styles import shipped_style
from sphinxext_eir.features.bibliography.inlines import to_nodes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

    from sphinxext_eir.csl.model import Formatted, Inlines, Item

EXAMPLES = Path(__file__).parents[1] / "snippets" / "kinds.json"
NUMBERS = frozenset(
    """
    chapter-number collection-number edition issue number number-of-pages number-of-volumes page part-number printing-number
    section supplement-number version volume
    """.split()
)
TEXTS = frozenset(
    """
    DOI ISBN ISSN PMCID PMID URL abstract annote archive archive-place archive_collection archive_location authority call-number
    citation-key collection-title container-title container-title-short dimensions division event event-place event-title
    genre jurisdiction keyword language license medium note original-publisher original-publisher-place original-title part-title
    publisher publisher-place references reviewed-genre reviewed-title scale source status title title-short volume-title
    """.split()
)
FIELDS = tuple(sorted((*DATES, *NAMES, *NUMBERS, *TEXTS), key=str.lower))
"""The variables of CSL 1.0.2 that an entry may have, but those that processors make themselves."""
INSTEAD = frozenset(("DOI", "author", "event-title", "title-short", "container-title-short"))
"""Fields without which others are printed: a URL without DOI, the editor as author, the older name of an event."""


def examples() -> dict[str, Item]:
    """Return an item of each kind, by kind."""
    return {item["type"]: item for item in json.loads(EXAMPLES.read_text(encoding="utf-8"))}


def formatted(
    items: Mapping[str, Item], style: str, cache: Path | None = None, locale: str = "en"
) -> Formatted:
    """Return *items* as the shipped *style* prints them: each is cited once, and then each a second time, by a page."""
    cites = [*(Cite(key) for key in items), *(Cite(key, locator="3") for key in items)]
    citations = tuple(Citation((cite,), note_number=number) for number, cite in enumerate(cites, 1))
    with Formatter(cache) as formatter:
        (answer,) = formatter.format([Context(items, citations, shipped_style(style), locale=locale)])
    return answer


class StyleExamples(SphinxDirective):
    """An entry of each kind, in each style: as it is cited, and as the list has it."""

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(EXAMPLES)
        items = examples()
        cache = Path(self.env.doctreedir) / "sphinxext_eir"
        answers = {style: formatted(items, style, cache) for style in STYLES}
        kinds = nodes.definition_list()
        for place, kind in enumerate(items):
            styles = nodes.bullet_list()
            for style, answer in answers.items():
                first, again = answer.citations[place], answer.citations[place + len(items)]
                cited = [[*printed(first.note), nodes.Text(" Again: "), *printed(again.note)]]
                entry = next(entry for entry in answer.entries if entry.key == kind)
                if not first.note:
                    label = [*printed(entry.label), nodes.Text(" ")] if entry.label else []
                    cited = [printed(again.text), [*label, *printed(entry.text)]]
                name = nodes.paragraph("", "", nodes.literal("", style))
                styles += nodes.list_item("", name, *(nodes.paragraph("", "", *words) for words in cited))
            term = nodes.term("", "", nodes.literal("", kind))
            kinds += nodes.definition_list_item("", term, nodes.definition("", styles))
        return [kinds]


def printed(inlines: Inlines) -> list[nodes.Node]:
    """Return nodes for *inlines*, whose citations link nowhere."""
    return to_nodes(inlines, {}, lambda _, words: words)


# Which fields are printed


class StyleFields(SphinxDirective):
    """The kinds whose entries print each field, found by printing entries that have all of them."""

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(EXAMPLES)
        where = kinds_by_field(Path(self.env.doctreedir) / "sphinxext_eir")
        every = tuple(examples())
        rows = [
            ("Every kind of entry", [field for field, kinds in where.items() if kinds == every]),
            *(
                (said(kinds, every), [field for field, some in where.items() if some == kinds])
                for kinds in dict.fromkeys(where.values())
                if kinds not in ((), every)
            ),
            ("No entry", [field for field, kinds in where.items() if not kinds]),
        ]
        table = [
            ".. list-table::",
            "   :widths: 30 70",
            "   :header-rows: 1",
            "",
            "   * - What prints them",
            "     - Fields",
        ]
        for who, fields in rows:
            table += [f"   * - {who}", f"     - {', '.join(f'``{field}``' for field in fields)}"]
        return self.parse_text_to_nodes("\n".join(table))


def said(kinds: tuple[str, ...], every: tuple[str, ...]) -> str:
    """Return which of *every* kind *kinds* are, in words."""
    rest = [f"``{kind}``" for kind in every if kind not in kinds]
    if not rest:
        return "Every kind of entry"
    if len(rest) < len(kinds):
        return f"Every kind but {', '.join(rest)}"
    return ", ".join(f"``{kind}``" for kind in kinds)


def kinds_by_field(cache: Path | None = None) -> dict[str, tuple[str, ...]]:
    """Return, for each field, the kinds whose entries print it in the style of author and year: the others list the same entries."""
    whole = {kind: filled(kind) for kind in examples()}
    bare = {
        f"{kind} bare": {name: value for name, value in item.items() if name not in INSTEAD}
        for kind, item in whole.items()
    }
    answer = formatted({**whole, **bare}, SHIPPED, cache)
    texts: dict[str, str] = {}
    for entry in answer.entries:
        kind = entry.key.removesuffix(" bare")
        texts[kind] = f"{texts.get(kind, '')} {plain_text(entry.text)}"
    return {field: tuple(kind for kind in whole if token(field) in texts[kind]) for field in FIELDS}


def filled(kind: str) -> Item:
    """Return an item of a *kind* with every field, each with a word of its own."""
    return {"type": kind, **{field: value(field) for field in FIELDS}}


def token(field: str) -> str:
    """Return the word that *field* has, and no other: of dates a year, of numbers a number."""
    number = FIELDS.index(field)
    return f"{1500 + number}" if field in DATES or field in NUMBERS else f"Q{number:02}q"


def value(field: str) -> object:
    """Return a value for *field*."""
    word = token(field)
    if field in DATES:
        return {"date-parts": [[int(word), 3, 4]]}
    if field in NAMES:
        return [{"family": word, "given": "Ann"}]
    return f"https://example.org/{word}" if field == "URL" else word


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("style-examples", StyleExamples)
    app.add_directive("style-fields", StyleFields)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
