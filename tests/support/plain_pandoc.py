"""The fixtures of the CSL project by plain pandoc: ``pandoc --citeproc``, with each style, item and citation as the fixture has it.

What pandoc's own syntax says is said in it: a locator in braces with its English name, and affixes as plain text.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinxext_eir.csl.answer import AnswerReader
from sphinxext_eir.csl.model import Formatted, FormattedCitation, Mode
from sphinxext_eir.csl.pandoc import find_pandoc
from sphinxext_eir.csl.request import PANDOC_API
from sphinxext_eir.csl.terms import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinxext_eir.csl.model import Citation, Cite, Context

JOBS = 2


def formatted(asked: Sequence[tuple[Context, str]]) -> list[Formatted]:
    """Return contexts as plain pandoc formats them in the styles beside them; one that it refuses comes back empty."""
    with ThreadPoolExecutor(JOBS) as pool:
        return list(pool.map(_formatted, *zip(*asked, strict=True)))


def _formatted(context: Context, style_text: str) -> Formatted:
    with tempfile.TemporaryDirectory() as directory:
        style, items = Path(directory, "style.csl"), Path(directory, "items.json")
        style.write_text(style_text)
        items.write_text(json.dumps([{**item, "id": key} for key, item in context.items.items()]))
        done = subprocess.run(
            [
                find_pandoc().path,
                "-f",
                "json",
                "-t",
                "json",
                "--citeproc",
                "--csl",
                style,
                "--bibliography",
                items,
            ],
            input=json.dumps(_document(context)),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode:
        return Formatted((), ())
    return _read(context, json.loads(done.stdout)["blocks"])


def _read(context: Context, blocks: list[Any]) -> Formatted:
    reader = AnswerReader(lambda name: name if name in context.items else None)
    citations = [
        FormattedCitation((*piece.author, *piece.body), piece.note)
        for pieces in reader.pieces(blocks)
        for piece in pieces
    ]
    entries = [entry for entry in reader.entries(blocks) if entry.text or entry.label]
    return Formatted(tuple(citations), tuple(entries))


def _document(context: Context) -> dict[str, Any]:
    listed = [_sent(key, [], [], "NormalCitation", 0) for key in context.listed]
    meta = {
        "link-citations": {"t": "MetaBool", "c": True},
        "nocite": {"t": "MetaInlines", "c": [{"t": "Cite", "c": [listed, []]}] if listed else []},
    }
    blocks = [{"t": "Para", "c": [_cite(citation)]} for citation in context.citations]
    return {"pandoc-api-version": PANDOC_API, "meta": meta, "blocks": blocks}


def _cite(citation: Citation) -> dict[str, Any]:
    mode = "AuthorInText" if citation.mode is Mode.NARRATIVE else "NormalCitation"
    sent = [
        _sent(
            cite.key,
            _words(cite.prefix),
            _words(_suffix(cite)),
            "SuppressAuthor" if cite.suppressed else mode,
            citation.note_number or 0,
        )
        for cite in citation.cites
    ]
    return {"t": "Cite", "c": [sent, []]}


def _suffix(cite: Cite) -> str:
    name = WORDS[cite.label].split()[0] if cite.label in WORDS else cite.label
    locator = f"{{{name} {cite.locator}}}" if cite.locator else ""
    return f"{locator} {cite.suffix}".rstrip()


def _sent(key: str, prefix: list[Any], suffix: list[Any], mode: str, note: int) -> dict[str, Any]:
    return {
        "citationId": key,
        "citationPrefix": prefix,
        "citationSuffix": suffix,
        "citationMode": {"t": mode},
        "citationNoteNum": note,
        "citationHash": 0,
    }


def _words(text: str) -> list[dict[str, Any]]:
    words: list[dict[str, Any]] = []
    for number, word in enumerate(text.split(" ") if text else ()):
        words += [{"t": "Space"}] if number else []
        words += [{"t": "Str", "c": word}] if word else []
    return words
