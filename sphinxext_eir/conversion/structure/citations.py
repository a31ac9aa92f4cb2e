"""Citations: those that the file ties to entries, tied again; and the build's warnings of the others, said beforehand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from ...typed.citations import AGAIN, find_citations
from ...typed.matching import Shelf
from ...typed.paragraphs import CLOSE, OPAQUE, OPEN
from ...typed.references import Reference, read_reference
from ...typed.verdicts import Verdict, verdicts_on
from ..document import Bibliography, Biography, Block, Blocks, Heading, Notes, changed, inlines_of
from ..inlines import BIBLIOREF, Inline, Inlines, Kind, plain
from ..wording import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .draft import Draft


# Those that the file ties to entries


def link_citations(draft: Draft) -> Draft:
    """Tie words to the entries that the file says they cite: by a role, where the build wouldn't know by the words alone."""
    if not any(_is_led(run) for inlines in inlines_of(draft.blocks) for run in inlines):
        return draft
    references = list(_references_of(draft))
    keys = _keys_of(references)
    names = [
        named
        for block in draft.blocks
        if isinstance(block, Bibliography)
        for named in block.names or ((),) * len(block.entries)
    ]
    firsts = _first_of_same(draft)
    entries = {name: firsts[number] for number, of_entry in enumerate(names) for name in of_entry}
    ties = _Ties(Shelf(references), references, keys, entries, draft.language or "en")
    blocks = tuple(
        _untied(block) if isinstance(block, (Heading, Biography)) else ties.in_block(block)
        for block in draft.blocks
    )
    front = replace(draft.front, title=tuple(map(_as_printed, draft.front.title)))
    for run in ties.loose:
        draft = draft.say(
            f"{run.text!r} looks like a citation, and the file ties it to no entry: it is marked as words",
            (run,),
        )
    return replace(draft, front=front, blocks=tuple(_with_keys(blocks, references, ties.by_role, keys)))


def _first_of_same(draft: Draft) -> list[int]:
    """Return for each entry the number of the first that is printed like it: the build takes them for one."""
    printed = [
        folded(plain(entry))
        for block in draft.blocks
        if isinstance(block, Bibliography)
        for entry in block.entries
    ]
    first: dict[str, int] = {}
    return [first.setdefault(text, number) for number, text in enumerate(printed)]


@dataclass(frozen=True)
class _Ties:
    """The entries of the article, and what the file calls them."""

    shelf: Shelf[Reference]
    references: list[Reference]
    keys: list[str]
    entries: Mapping[str, int]
    """The id of an entry in the file → its number."""
    language: str
    by_role: set[int] = field(default_factory=set)
    """The numbers of entries that a role leads to."""
    loose: list[Inline] = field(default_factory=list)
    """Words that look like citations, and that the file ties to nothing."""

    def in_block(self, block: Block) -> Block:
        """Return a block with its citations tied, those in notes as well."""
        return changed([block], self.in_text, notes=True)[0]

    def in_text(self, inlines: Inlines) -> Inlines:
        """Return the runs of a paragraph with their citations tied."""
        groups = [
            tuple(runs)
            for _, runs in groupby(inlines, lambda run: run.target if not _is_led(run) else _names_in(run))
        ]
        led = {n: number for n, group in enumerate(groups) if (number := self._entry_of(group)) is not None}
        by_role: set[int] = set()
        while unknown := {n for n in led if n not in by_role} - self._told_by_words(groups, led, by_role):
            by_role |= unknown  # and what is left in the same brackets may not be seen any more
        self.by_role.update(led[n] for n in by_role)
        return self._marked(
            tuple(
                run
                for n, group in enumerate(groups)
                for run in (
                    (_role_of(group, self.keys[led[n]]),) if n in by_role else map(_as_printed, group)
                )
            )
        )

    def _marked(self, inlines: Inlines) -> Inlines:
        """Return runs in which what looks like a citation of nothing, and isn't tied to anything, is marked as words."""
        pieces = [_searchable((run,)) for run in inlines]
        unclear = [
            (citation.start, citation.end)
            for citation in find_citations("".join(pieces), self.language)
            if citation.form not in AGAIN
            and len(found := self.shelf.find(citation).entries) != 1
            and (found or citation.plausible)
        ]
        parts: list[Inline] = []
        position = 0
        for run, piece in zip(inlines, pieces, strict=True):
            at = position
            position += len(piece)
            inside = [span for span in unclear if at <= span[0] and span[1] <= position]
            if run.kind is not Kind.TEXT or not inside:
                parts.append(run)
                continue
            done = 0
            for start, end in inside:
                said = replace(run.cut(start - at, end - at), kind=Kind.CITATION, target=BIBLIOREF)
                parts += [run.cut(done, start - at), said]
                self.loose.append(said)
                done = end - at
            parts.append(run.cut(done, len(run.text)))
        return tuple(run for run in parts if run.text)

    def _entry_of(self, group: Inlines) -> int | None:
        """Return the number of the entry that a *group* of runs leads to, the first of several; None if the list has it not."""
        if not _is_led(group[0]) or not re.search(r"\w", plain(group)):
            return None
        return next((self.entries[name] for name in _names_in(group[0]) if name in self.entries), None)

    def _told_by_words(self, groups: list[Inlines], led: Mapping[int, int], by_role: set[int]) -> set[int]:
        """Return the groups whose words tell the entry, the same that the file says."""
        text = ""
        spans: dict[int, tuple[int, int]] = {}
        for n, group in enumerate(groups):
            start = len(text)
            text += OPAQUE if n in by_role else _searchable(tuple(map(_as_printed, group)))
            spans[n] = start, len(text)
        found = [
            (citation.start, citation.end, entries[0])
            for citation in find_citations(text, self.language)
            if citation.form not in AGAIN and len(entries := self.shelf.find(citation).entries) == 1
        ]
        return {
            n
            for n, number in led.items()
            if n not in by_role
            and any(
                start < spans[n][1] and spans[n][0] < end and entry == self.references[number]
                for start, end, entry in found
            )
        }


def _is_led(run: Inline) -> bool:
    """Say if the file ties a *run* to entries."""
    return run.kind is Kind.CITATION and run.target.startswith(f"{BIBLIOREF} ")


def _names_in(run: Inline) -> list[str]:
    """Return the ids of the entries that a *run* leads to."""
    return run.target.split(" ")[2:]


def _as_printed(run: Inline) -> Inline:
    """Return a *run* as the file prints it, without its tie."""
    return replace(run, kind=Kind(run.target.split(" ")[1]), target="") if _is_led(run) else run


def _untied(block: Block) -> Block:
    """Return a *block* with its citations as they are printed."""
    return changed([block], lambda inlines: tuple(map(_as_printed, inlines)))[0]


def _role_of(group: Inlines, key: str) -> Inline:
    """Return a *group* of runs as one that leads to the entry with a *key*: raised if the first is."""
    raised = "^" if _as_printed(group[0]).kind is Kind.SUPERSCRIPT else ""
    return Inline(plain(group), group[0].at, Kind.CITATION, f"{BIBLIOREF} {raised}{key}")


_KEY = re.compile(r"[^\W\d_][\w.:+/-]*")
"""Keys that can be typed before an entry."""


def _keys_of(references: list[Reference]) -> list[str]:
    """Return a key for each entry: the one that the build makes of it or, if that is no key or another's, one like it."""
    keys: list[str] = []
    for reference in references:
        made = re.sub(r"^[\W\d_]+", "", reference.key)
        key, number = made, 2
        while not _KEY.fullmatch(key) or key in keys:
            key, number = f"{made or 'entry'}-{number}", number + 1
        keys.append(key)
    return keys


def _with_keys(
    blocks: Blocks, references: list[Reference], by_role: set[int], keys: list[str]
) -> Iterator[Block]:
    """Yield *blocks* with a key before each entry that a role leads to, if the build wouldn't make that key of it."""
    number = 0
    for block in blocks:
        if not isinstance(block, Bibliography):
            yield block
            continue
        numbers = range(number, number := number + len(block.entries))
        own = tuple(keys[n] if n in by_role and keys[n] != references[n].key else "" for n in numbers)
        entries = tuple(tuple(map(_as_printed, entry)) for entry in block.entries)
        yield replace(block, entries=entries, names=(), keys=own if any(own) else ())


# What the build will warn of


def announce_citations(draft: Draft) -> Draft:
    """Say which citations have no entry, or several. The text stays as it is; its author may know more."""
    shelf = Shelf(_references_of(draft))
    cited = [
        (citation, inlines)
        for inlines in _searched(draft)
        for citation in find_citations(_searchable(inlines), draft.language or "en")
        if citation.form not in AGAIN
    ]
    said: set[str] = set()
    for (citation, inlines), verdict in zip(
        cited, verdicts_on([citation for citation, _ in cited], shelf), strict=True
    ):
        several = len(shelf.find(citation).entries) > 1
        if (several or verdict is Verdict.MISSING) and citation.label not in said:
            said.add(citation.label)
            what = "several entries" if several else "no entry"
            draft = draft.say(f"the citation of {citation.label} has {what} in the bibliography", inlines)
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
