"""Typed citations without an entry, or with several: the build's warnings, said beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...typed.citations import CLOSE, OPAQUE, OPEN, Form, find_citations
from ...typed.matching import Shelf
from ...typed.references import Reference, read_reference
from ..document import Bibliography, Biography, Heading, Notes, inlines_of
from ..inlines import Inlines, Kind, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .draft import Draft


def announce_citations(draft: Draft) -> Draft:
    """Say which citations have no entry, or several. The text stays as it is; its author may know more."""
    shelf = Shelf(_references_of(draft))
    said: set[str] = set()
    for inlines in _searched(draft):
        for citation in find_citations(_searchable(inlines)):
            label = citation.label
            if citation.form is Form.IBID or label in said:
                continue
            found = shelf.find(citation).entries
            if len(found) != 1 and (found or citation.plausible):
                said.add(label)
                what = "several entries" if found else "no entry"
                draft = draft.say(f"the citation of {label} has {what} in the bibliography", inlines)
    return draft


def _references_of(draft: Draft) -> Iterator[Reference]:
    """Yield the entries of all bibliographies, read."""
    before: Reference | None = None
    for block in draft.blocks:
        for entry in block.entries if isinstance(block, Bibliography) else ():
            before = read_reference(plain(entry), before)
            yield before


def _searched(draft: Draft) -> Iterator[Inlines]:
    """Yield the paragraphs in which citations are looked for: not headings, lists of references, or the biography."""
    for block in draft.blocks:
        match block:
            case Heading() | Bibliography() | Biography():
                pass
            case Notes():
                for note in block.notes:
                    yield from inlines_of(note.blocks)
            case _:
                yield from inlines_of([block])


def _searchable(inlines: Inlines) -> str:
    """Return *inlines* as text to be searched: a run that isn't to be touched is one character."""
    text = ""
    for run in inlines:
        match run.kind:
            case Kind.TEXT:
                text += " ".join(run.text.split("\n"))
            case Kind.EMPHASIS:
                text += f"{OPEN}{run.text}{CLOSE}"
            case _:
                text += OPAQUE
    return text
