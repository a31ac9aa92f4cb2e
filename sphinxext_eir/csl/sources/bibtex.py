"""BibTeX and BibLaTeX: entries split in Python, written anew in a plain form, converted by pandoc, and held to account.

Pandoc refuses a whole file for one bad entry, or takes its damage for the next entry. So a file is split here (:mod:`.blocks`); an
entry that is needed is read field by field, with its strings and what it inherits put in, and written anew for pandoc
(:mod:`.written`). What comes back is compared with what was typed (:mod:`.ledger`).
"""

from __future__ import annotations

import re
from collections import ChainMap
from typing import TYPE_CHECKING

from ...text.dois import bare
from ..items import clean_item
from .blocks import KEY, LONGEST_STRING, Block, Fields, blocks_of, read_fields
from .entries import RawEntry, Remark, answered, ask_together
from .fields import KINDS, NAMES, TEXTS, VERBATIM, canonical
from .inheritance import inherited, parents_of
from .latex import balanced, links, unescaped, without_links, without_small_formulas
from .ledger import completed
from .letters import with_letters
from .written import UNPRINTED_SENT, kind_of, written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal

    from ..children import Children
    from ..model import Item
    from .entries import Entries

MOST_PARENTS = 100
"""Entries from which one takes fields, parents of parents included."""
LONGEST = 20_000
"""Characters of a text that are read: the time that pandoc takes for nested braces grows with the square of their number."""
NO_COMMENT = re.compile(r"^[ \t\ufeff]*[^\s%\ufeff]", re.MULTILINE)


def read_bibtex(data: bytes, entries: Entries) -> BibTeX:
    """Split *data* into entries, and return their converter."""
    strings: list[Block] = []
    text = entries.decode(data)
    told = len(entries.messages)
    block = None
    for block in blocks_of(text, entries):
        if block.kind in ("comment", "preamble"):
            continue
        if block.kind == "string":
            strings.append(block)
            continue
        match = KEY.match(block.body)
        if not match or not match[1]:
            entries.warn(block.line, f"this @{block.kind} has no key that can be read: it is left out")
            continue
        content = Block(block.kind, block.line, block.body[match.end() :])
        if block.kind == "xdata":
            entries.aside[match[1]] = RawEntry(match[1], block.line, content)
        else:
            entries.add(match[1], block.line, content)
    if block is None and len(entries.messages) == told and NO_COMMENT.search(text):
        entries.warn(0, "no entry begins in it: expected BibTeX, such as @book{key, title = {…}}, in UTF-8")
    return BibTeX(entries, strings)


class BibTeX:
    """The converter of entries of BibTeX. An entry's content is its block."""

    needs_pandoc = True

    def __init__(self, entries: Entries, strings: Sequence[Block]) -> None:
        """Take all entries of the file, since an entry may inherit from another, and the blocks of its strings."""
        self.keep_case = True
        self.particles: Literal["bibtex", "biblatex"] = "bibtex"
        self._entries = entries
        self._blocks = strings
        self._others: tuple[BibTeX, ...] = ()
        self._strings: dict[str, str] | None = None
        self._read: dict[str, Fields] = {}
        self._whole: dict[str, tuple[Fields, tuple[str, ...]]] = {}
        self._remarks: dict[str, list[Remark]] = {}
        """What is to be said about converted entries, by their keys."""

    def join(self, others: Sequence[BibTeX]) -> None:
        """Take the converters of *other* files, whose strings and entries may be used in this one."""
        self._others = tuple(other for other in others if other is not self)

    def strings(self) -> dict[str, str]:
        """Return the text of each string, by its name in small letters: those of other files too, but the file's own count."""
        if self._strings is None:
            self._strings = {}  # while others are asked, who may ask back
            for other in reversed(self._others):
                self._strings |= other.own_strings(self._strings)
            self._strings |= self.own_strings(self._strings, self._entries)
        return self._strings

    def own_strings(self, known: Mapping[str, str], entries: Entries | None = None) -> dict[str, str]:
        """Return the strings that the file defines, where others are *known*. Problems are told to *entries*."""
        found: dict[str, str] = {}
        strings = ChainMap(found, dict(known))
        for block in self._blocks:
            fields = read_fields(block, strings, LONGEST_STRING)
            found |= fields.values
            for message in fields.wrong if entries else ():
                assert entries is not None
                entries.warn(block.line, message)
        return found

    def digest_of(self, entry: RawEntry) -> str:
        """Return all that decides what *entry* is converted to."""
        fields, wrong = self._resolved(entry.key)
        return f"{self.keep_case} {self.particles} {fields} {wrong}"

    def wrong(self, entry: RawEntry) -> tuple[Remark, ...]:
        """Return remarks on fields of *entry* that can't be read."""
        fields, wrong = self._resolved(entry.key)
        remarks = [Remark(text) for text in (*fields.wrong, *wrong)]
        return (*remarks, *self._remarks.get(entry.key, ()))

    def convert(self, entries: list[RawEntry], children: Children | None) -> dict[str, Item | str]:
        """Return the item of each of *entries*, or what is wrong with it."""
        assert children is not None
        sets = {entry.key: _about_set(entry, self._resolved(entry.key)[0]) for entry in entries}
        asked = [entry for entry in entries if not sets[entry.key]]
        told: dict[str, Item | str] = {key: text for key, text in sets.items() if text}
        return told | (ask_together(asked, lambda some: self._asked(some, children)) if asked else {})

    def _asked(self, entries: list[RawEntry], children: Children) -> dict[str, Item]:
        names = {f"k{number}": entry.key for number, entry in enumerate(entries)}
        text = "\n".join(
            written(name, self._resolved(key)[0], keep_case=self.keep_case, particles=self.particles)
            for name, key in names.items()
        )
        items = {}
        for item in answered(children, "biblatex", text):
            if key := names.get(str(item.get("id"))):
                items[key] = self._completed(key, clean_item(item))
        return items

    def _completed(self, key: str, item: Item) -> Item:
        """Return *item* with what pandoc lost, and note what is to be said of it."""
        fields = self._resolved(key)[0]
        whole, remarks = completed(kind_of(fields), fields.values, item, particles=self.particles)
        if fields.kind not in KINDS:
            remarks.insert(
                0, Remark(f"BibLaTeX knows no entry of the kind @{fields.kind}: it is taken for @misc")
            )
        self._remarks[key] = remarks
        return whole

    # Fields

    def entry_of(self, key: str) -> RawEntry | None:
        """Return the entry *key* of the file, one that lends fields included."""
        return self._entries.by_key.get(key) or self._entries.aside.get(key)

    def _home_of(self, key: str) -> BibTeX | None:
        """Return the converter of the file that has the entry *key*, the own one first."""
        return next((one for one in (self, *self._others) if one.entry_of(key)), None)

    def fields(self, key: str) -> Fields:
        """Return the fields of an entry of the file, under BibLaTeX's own names. Raises :class:`KeyError`."""
        if key not in self._read:
            entry = self.entry_of(key)
            if entry is None:
                raise KeyError(key)
            read = read_fields(entry.content, self.strings())
            values, wrong = _under_own_names(read.values)
            values = {name: _shortened(name, value, wrong) for name, value in values.items()}
            values = {name: _lettered(name, value) for name, value in _with_addresses(values).items()}
            self._read[key] = Fields(read.kind, values, (*read.wrong, *wrong))
        return self._read[key]

    def _resolved(self, key: str) -> tuple[Fields, tuple[str, ...]]:
        """Return the fields of an entry with those that it inherits, and messages about entries that it can't inherit from."""
        if key not in self._whole:
            wrong: list[str] = []
            fields = self.inheriting(key, {}, wrong)
            self._whole[key] = (fields, tuple(wrong))
        return self._whole[key]

    def inheriting(self, key: str, known: dict[str, Fields | None], wrong: list[str]) -> Fields:
        """Return the fields of an entry with those of its parents.

        *known* has what was found of others on the way, so that each is read once however many name it, and ``None`` for heirs.
        """
        known[key] = None
        kind, values, _ = fields = self.fields(key)
        for field, parent in parents_of(values):
            home = self._home_of(parent)
            if home is None:
                wrong.append(
                    f"{field}: no entry has the key {parent!r}, from which {key!r} would take fields"
                )
                continue
            if parent not in known and len(known) > MOST_PARENTS:
                wrong.append(
                    f"{field}: {key!r} would take fields from {parent!r}, but {MOST_PARENTS} entries gave some already"
                )
                break
            given = known[parent] if parent in known else home.inheriting(parent, known, wrong)
            if given is None:
                wrong.append(
                    f"{field}: {key!r} takes fields from {parent!r}, its own heir: the circle is cut here"
                )
            else:
                values = inherited(kind, values, given.kind, given.values, whole=field == "xdata")
        known[key] = whole = fields._replace(values=values)
        return whole


def _shortened(name: str, value: str, wrong: list[str]) -> str:
    """Return the *value* of the field *name*, no longer than what is read of a text, and say what isn't."""
    if len(value) <= LONGEST or not (name in TEXTS or name in UNPRINTED_SENT):
        return value
    if name in TEXTS:
        wrong.append(f"{name}: it has {len(value)} characters, of which the first {LONGEST} are read")
    return balanced(value[:LONGEST])


def _lettered(name: str, value: str) -> str:
    """Return the *value* of the field *name* with letters and signs for the commands that pandoc drops."""
    if name in TEXTS:
        return with_letters(without_small_formulas(value))
    return with_letters(value) if name in NAMES else value


def _under_own_names(typed: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return fields under BibLaTeX's own names, and messages about those that say the same thing in two ways.

    Beside ``address``, ``location`` is the place of the conference, as ACM has it.
    """
    values: dict[str, str] = {}
    wrong: list[str] = []
    for name, value in typed.items():
        own = canonical(name)
        if name == "location" and typed.get("address", value).strip() not in ("", value.strip()):
            own = "venue"
        if not value.strip():
            continue
        if values.setdefault(own, value).strip() != value.strip() and own in TEXTS:
            wrong.append(f"{name}: the entry says {own} twice, by two names: the first counts")
    return values, wrong


def _with_addresses(values: dict[str, str]) -> dict[str, str]:
    """Return fields in which the addresses of links in their words can be read.

    CSL has no links. An entry without an address has that of the first link; others stand in brackets behind the linked words.
    """
    linked = {name: found for name, value in values.items() if "href" in value and (found := links(value))}
    if not linked:
        return values
    values = dict(values)
    said = " ".join(
        unescaped(values[name]) for name in ("url", "doi", "eprint") if name in values and name not in linked
    )
    for name, found in linked.items():
        value = values[name]
        if name == "url":
            values[name], said = found[0][0], f"{said} {found[0][0]}"
            continue
        for address, end in reversed(found):
            words = value[:end]
            if _is_said(address, said) or address in words.rpartition("\\href")[2].partition("}")[2]:
                continue
            if not said:
                values["url"] = said = address
            elif name in TEXTS:
                value = f"{words} (\\url{{{address}}}){value[end:]}"
        bare_words = without_links(value)
        values[name] = bare_words.strip("{} ") if name in VERBATIM else bare_words
    return values


def _is_said(address: str, said: str) -> bool:
    """Say if *address* is in *said*, addresses and DOIs; the address of a DOI counts as the DOI."""
    return address in said or bool(said and (doi := bare(address)) and doi in said)


def _about_set(entry: RawEntry, fields: Fields) -> str:
    """Return why a set of entries can't be cited; nothing if *entry* is no set."""
    if fields.kind != "set":
        return ""
    members = fields.values.get("entryset", "").strip()
    return f"no style of CSL joins entries to a set: cite {members or 'its members'} instead of {entry.key!r}"
