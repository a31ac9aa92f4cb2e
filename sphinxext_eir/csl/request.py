"""A context → the request that pandoc answers: a document with one paragraph for each citation."""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING, Any

from . import marks, terms
from .model import Mode
from .repairs import PLACE
from .short_names import SHORT
from .simple import joined_suffix, locator_words
from .styles import locator_term

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .model import Citation, Cite, Context, Item

PANDOC_API = [1, 23, 1]
"""The version of pandoc 3.2. Those of later ones differ in the last number, which isn't compared."""
APART = (Mode.NARRATIVE, Mode.AUTHOR, Mode.YEAR)
"""Modes in which each cite is sent as a citation of its own."""
TITLES = frozenset(
    """
    title title-short container-title container-title-short collection-title volume-title part-title original-title
    reviewed-title event-title event
    """.split()
)
ASKING = re.compile(r"[?!](?=(?:</\w+>)*$)")
"""A question or exclamation mark at the end of a title."""
SMALL_WORDS = """
    across afore after against along alongside amid amidst among amongst around aside astride athwart atop barring before behind below
    beneath beside besides between beyond circa despite during except given inside lest like modulo near next notwithstanding off out
    outside per plus pro qua sans since than through throughout toward towards under underneath until unto upon versus whereas within
    without
""".split()
"""Words that titles in capital letters have small, of the list of the specification (`stop-words.json` of its schema); pandoc knows
short ones only."""
STAYS_SMALL = re.compile(rf"(?<=[\w,] )(?:{'|'.join(SMALL_WORDS)})(?= \S)")
NOTHING = re.compile(r"(?!)")
NOCASE = r'<span class="nocase">\g<0></span>'
BRACES = str.maketrans("{}[]", "()()")
"""A locator is sent in braces. Braces within it would have to balance, so it gets parentheses instead."""


def used_keys(context: Context) -> list[str]:
    """Return the keys of the entries that *context* needs, cited ones first."""
    cited = (cite.key for citation in context.citations for cite in citation.cites)
    return list(dict.fromkeys((*cited, *context.listed)))


class Request:
    """A context as it is sent to pandoc. Keys become safe names: ``k0``, ``k1`` and so on."""

    def __init__(self, context: Context, added: Mapping[tuple[int, int], str]) -> None:
        """Take a context, and locators in words that are added to some cites, by their places in the context."""
        self.context = context
        self.keys = used_keys(context)
        self.aliases = aliases(context)
        self._names = {key: f"k{number}" for number, key in enumerate(self.keys)}
        self._added = added

    def key(self, name: str) -> str | None:
        """Return the key of the entry that pandoc calls *name*."""
        number = name.removeprefix("k")
        return self.keys[int(number)] if number.isdecimal() and int(number) < len(self.keys) else None

    def items(self) -> str:
        """Return the items in CSL-JSON, in base64."""
        items: list[Item] = [
            {PLACE: f"{place:06}", **self._marked(self.context.items[key]), "id": self._names[key]}
            for place, key in enumerate(self.keys)
        ]
        return base64.b64encode(json.dumps(items).encode()).decode()

    def document(self, style: str, locale: str) -> str:
        """Return the document in pandoc's JSON. *style* is a file's name in the child's directory."""
        paragraphs = [
            self._paragraph(place, citation) for place, citation in enumerate(self.context.citations)
        ]
        left_out = [
            c.key
            for citation in self.context.citations
            if self._is_left_out(citation)
            for c in citation.cites
        ]
        listed = dict.fromkeys((*self.context.listed, *left_out))
        meta = {
            "csl": {"t": "MetaString", "c": style},
            "link-citations": {"t": "MetaBool", "c": True},
            "nocite": {"t": "MetaInlines", "c": [_cite([self._sent_listed(key)]) for key in listed]},
        }
        if locale:
            meta["lang"] = {"t": "MetaString", "c": locale}
        return json.dumps({"pandoc-api-version": PANDOC_API, "meta": meta, "blocks": paragraphs})

    def shape(self) -> list[int]:
        """Return how many citations each paragraph holds."""
        return [
            0 if self._is_left_out(citation) else len(citation.cites) if citation.mode in APART else 1
            for citation in self.context.citations
        ]

    def _marked(self, item: Item) -> Item:
        """Return *item* with marks behind the titles that ask, before the colons of its note, and around small words of titles.

        Names that the style sorts by surname come without particles as well.
        """
        for variable, other in self.context.style.stand_ins:
            if variable in item:
                item = {**item, other: [_without_particle(name) for name in item[variable]]}
        if isinstance(note := item.get("note"), str):
            item = {**item, "note": note.replace(":", f"{marks.COLON}:")}
        english = str(item.get("language", "en")).lower().startswith("en")
        small = STAYS_SMALL if english and self.context.style.titles_in_capitals else NOTHING
        return {
            name: ASKING.sub(rf"\g<0>{marks.ASKED}", small.sub(NOCASE, value))
            if name in TITLES and isinstance(value, str)
            else value
            for name, value in item.items()
            if name not in SHORT.values()
        }

    def _is_left_out(self, citation: Citation) -> bool:
        """Say if *citation* isn't sent: where citations are notes, a mere name or year isn't a note.

        If it were sent, the first note of that entry would count as its second, and be printed short.
        """
        return self.context.style.is_note and citation.mode in (Mode.AUTHOR, Mode.YEAR)

    def _paragraph(self, place: int, citation: Citation) -> dict[str, Any]:
        """Return a paragraph with *citation* alone: one Cite, or one for each author who is named in the text."""
        if self._is_left_out(citation):
            return {"t": "Para", "c": []}
        sent = [
            self._sent(cite, citation, self._added.get((place, index), ""))
            for index, cite in enumerate(citation.cites)
        ]
        return {"t": "Para", "c": [_cite([one]) for one in sent] if citation.mode in APART else [_cite(sent)]}

    def _sent(self, cite: Cite, citation: Citation, added: str) -> dict[str, Any]:
        # A narrative citation's prefix stands before the author's name; pandoc would put the name in brackets, too.
        prefix = "" if citation.mode in APART else marks.sendable(cite.prefix)
        mode = {Mode.NARRATIVE: "AuthorInText", Mode.AUTHOR: "AuthorInText", Mode.YEAR: "SuppressAuthor"}
        normal = "SuppressAuthor" if cite.suppressed else "NormalCitation"
        if self.context.style.is_numeric:
            mode, normal = {}, "NormalCitation"  # a number has no author to name or to leave out
        return {
            "citationId": self._names[cite.key],
            "citationPrefix": _words(prefix),
            "citationSuffix": self._suffix(cite, added),
            "citationMode": {"t": mode.get(citation.mode, normal)},
            "citationNoteNum": max(0, citation.note_number or 0),
            "citationHash": 0,
        }

    def _suffix(self, cite: Cite, added: str) -> list[dict[str, Any]]:
        """Return the locator of *cite*, in the private form that a prepared style knows, and its suffix."""
        locator = marks.sendable(cite.locator)
        label = self.aliases.get(cite.label, cite.label)
        suffix = joined_suffix(marks.sendable(cite.suffix))
        if locator and label not in terms.PRINTED:
            added = added or locator_words(cite)  # a kind that CSL doesn't have
            locator = ""
        if added:
            before, after = self.context.style.aside
            suffix = f"{before}{marks.sendable(added)}{after}{suffix}"
        words = _words(f"{{{locator_term(label)} {locator.translate(BRACES)}}}") if locator else []
        return words + (_words(marks.GUARD + suffix) if suffix else [])

    def _sent_listed(self, key: str) -> dict[str, Any]:
        return {
            "citationId": self._names[key],
            "citationPrefix": [],
            "citationSuffix": [],
            "citationMode": {"t": "NormalCitation"},
            "citationNoteNum": 0,
            "citationHash": 0,
        }


def aliases(context: Context) -> dict[str, str]:
    """Return the kinds of locators in *context* that pandoc doesn't know, and for each one that can take its place."""
    used = dict.fromkeys(
        cite.label for citation in context.citations for cite in citation.cites if cite.locator
    )
    spare = [label for label in context.style.spare_labels if label not in used]
    return dict(zip((label for label in used if label in terms.UNPRINTED), spare, strict=False))


def _without_particle(name: Mapping[str, Any]) -> dict[str, Any]:
    return {part: said for part, said in name.items() if part != "non-dropping-particle"}


def _cite(sent: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {"t": "Cite", "c": [list(sent), []]}


def _words(text: str) -> list[dict[str, Any]]:
    """Return *text* as pandoc's words and spaces. Read as Markdown, ``n. 3`` would become a list."""
    words: list[dict[str, Any]] = []
    for number, word in enumerate(text.split(" ")):
        if number:
            words.append({"t": "Space"})
        if word:
            words.append({"t": "Str", "c": word})
    return words
