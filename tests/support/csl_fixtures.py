"""The fixtures of the CSL project for processors: each a style, items, citations, and what is to be printed."""

from __future__ import annotations

import json
import os
import re
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinxext_eir.csl.formatting import Formatter
from sphinxext_eir.csl.items import with_note_variables
from sphinxext_eir.csl.model import Citation, Cite, Context, Text
from sphinxext_eir.csl.styles import StyleError, read_style
from support import plain_pandoc
from support.oracle import Compared, as_note, normal_html, normal_inlines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinxext_eir.csl.model import Formatted

SECTION = re.compile(r"^>>=+ ([A-Z-]+) =+>>\n(.*?)^<<=+ \1 =+<<", re.MULTILINE | re.DOTALL)
LINE = re.compile(r"^(?:\.\.|>>)\[\d+\] ", re.MULTILINE)
ENTRY = re.compile(r'<div class="csl-entry">(.*?)</div>\n(?=  <div class="csl-entry">|</div>)', re.DOTALL)


@dataclass(frozen=True)
class Fixture:
    """A fixture: what is formatted, and what is printed, in normal form."""

    name: str
    context: Context
    expected: tuple[str, ...]
    """Citations, or entries."""
    of_entries: bool
    style: str
    """The style as the fixture has it."""

    def got(self, formatted: Formatted) -> tuple[str, ...]:
        """Return what *formatted* has for :attr:`expected`, in normal form."""
        if self.of_entries:
            entries = [(*entry.label, Text(" "), *entry.text) for entry in formatted.entries]
            return self._alike(map(normal_inlines, entries))
        said = [(*citation.text, *citation.note) for citation in formatted.citations]
        return self._alike(map(normal_inlines, said))

    def wanted(self) -> tuple[str, ...]:
        """Return :attr:`expected` in the form of :meth:`got`."""
        return self._alike(self.expected)

    def _alike(self, texts: Any) -> tuple[str, ...]:
        """Return *texts* without what the suite doesn't know: our notes begin with a capital letter and end with a stop."""
        if self.of_entries:
            return tuple(re.sub(r"\s", "", text) for text in texts)
        alone = " ".join(texts) if len(self.context.citations) == 1 else ""
        texts = [alone] if alone else texts
        return (" ".join(map(as_note, texts) if self.context.style.is_note else texts),)


def compared() -> Compared:
    """Return which fixtures aren't printed as they say. Needs their folder in ``EIR_CSL_FIXTURES``."""
    some = all_fixtures()
    with Formatter(None) as formatter:
        return _compared(some, formatter.format([fixture.context for fixture in some]))


def compared_by_pandoc() -> Compared:
    """Return which fixtures plain pandoc doesn't print as they say."""
    some = all_fixtures()
    return _compared(some, plain_pandoc.formatted([(fixture.context, fixture.style) for fixture in some]))


def all_fixtures() -> list[Fixture]:
    """Return the fixtures in the folder that ``EIR_CSL_FIXTURES`` names."""
    return list(fixtures(Path(os.environ["EIR_CSL_FIXTURES"])))


def _compared(some: Sequence[Fixture], answers: Sequence[Formatted]) -> Compared:
    pairs = {
        fixture.name: (fixture.got(answer), fixture.wanted())
        for fixture, answer in zip(some, answers, strict=True)
    }
    different = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
    return Compared(
        len(some), {name: (" | ".join(got), " | ".join(wanted)) for name, (got, wanted) in different.items()}
    )


def fixtures(directory: Path) -> Iterator[Fixture]:
    """Yield the fixtures in *directory*."""
    for path in sorted(directory.glob("*.txt")):
        with suppress(StyleError):  # one has a style of no version
            yield _fixture(path.stem, dict(SECTION.findall(path.read_text("utf-8"))))


def _fixture(name: str, sections: dict[str, str]) -> Fixture:
    mode = sections.get("MODE", "citation").strip()
    items = {str(item.get("id", "")): with_note_variables(item) for item in json.loads(sections["INPUT"])}
    of_entries = mode.startswith("bibliography")
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory, f"{name}.csl")
        path.write_text(sections["CSL"].strip())
        style = read_style(path)
    context = Context(items, _citations(sections, items), style, tuple(items) if of_entries else ())
    result = sections["RESULT"].strip("\n")
    expected = tuple(_expected(result, of_entries=of_entries))
    return Fixture(name, context, expected, of_entries, sections["CSL"].strip())


def _expected(result: str, *, of_entries: bool) -> Iterator[str]:
    if of_entries:
        yield from map(normal_html, ENTRY.findall(result) or [result])
        return
    parts = LINE.split(result)[1:] if LINE.search(result) else result.splitlines()
    yield from (normal_html(part) for part in parts if part.strip())


def _citations(sections: dict[str, str], items: dict[str, Any]) -> tuple[Citation, ...]:
    if "CITATIONS" in sections:
        return tuple(_last_state(json.loads(sections["CITATIONS"])))
    if "CITATION-ITEMS" in sections:
        some = json.loads(sections["CITATION-ITEMS"])
        return tuple(Citation(_cites(cites), note_number=n) for n, cites in enumerate(some, 1))
    return (Citation(tuple(map(Cite, items)), note_number=1),)


def _last_state(steps: list[Any]) -> Iterator[Citation]:
    """Yield the citations as they stand after all *steps* of editing, in order."""
    known = {step[0]["citationID"]: step[0] for step in steps}
    last, before, after = steps[-1]
    order = [*(one for one, _ in before), last["citationID"], *(one for one, _ in after)]
    notes = dict((*before, *after))
    for one in order:
        properties = known[one].get("properties", {})
        note = notes.get(one, properties.get("noteIndex")) or None
        yield Citation(_cites(known[one]["citationItems"]), note_number=note)


def _cites(cites: list[Any]) -> tuple[Cite, ...]:
    return tuple(
        Cite(
            str(cite["id"]),
            str(cite.get("prefix", "")).strip(),
            str(cite.get("locator", "")).strip(),
            (cite.get("label") or "page").replace(" ", "-"),
            str(cite.get("suffix", "")).strip(),
        )
        for cite in cites
    )
