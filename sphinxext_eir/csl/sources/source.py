"""A file of references: its keys are read at once, its items when they are needed."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from ...text.files import real
from ..children import Children, Patience
from ..items import clean_item, is_printable, missing
from ..keeping import code_digest, digest, read_json, texts, write_json
from ..pandoc import find_pandoc
from .bibtex import BibTeX, read_bibtex
from .csl_json import read_csl_json
from .csl_yaml import read_csl_yaml
from .endnote import read_endnote
from .entries import FIELD, Entries, Message, MessageKind, Plain, Remark
from .ris import read_ris

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..model import Item
    from ..pandoc import Pandoc
    from .entries import Converter, RawEntry

Reader: TypeAlias = "Callable[[bytes, Entries], Converter]"
Converted: TypeAlias = "tuple[Item | None, list[Remark]]"
"""An item made safe, or ``None``, and remarks on its entry."""
READERS: dict[str, Reader] = {
    ".bib": read_bibtex,
    ".bibtex": read_bibtex,
    ".biblatex": read_bibtex,
    ".json": read_csl_json,
    ".yaml": read_csl_yaml,
    ".yml": read_csl_yaml,
    ".ris": read_ris,
    ".xml": read_endnote,
}
"""Readers by the suffix of the file."""
NOTHING = "pandoc makes nothing of this entry"
SHOWN = 3
"""Keys that a message names."""
CHUNK = 100
"""Entries that pandoc converts at one go."""
MOST_KEPT = 3
"""States of each entry that are kept, on average."""
TIMEOUT = 30.0
"""Seconds that the conversion of a chunk may take."""
SHORTEST, MOST = 5.0, 120.0
"""Seconds that an entry may take after others took too long, and that all of these may take."""


class Source:
    """A file of a bibliography, from :func:`read_source`. Entries are converted when they are first asked for."""

    def __init__(self, entries: Entries, converter: Converter, cache_dir: Path | None) -> None:
        """Take the entries of a file, their converter, and the directory that keeps converted entries."""
        self.path = entries.path
        self._entries = entries
        self._converter = converter
        self._cache_dir = cache_dir
        self.bibtex = converter if isinstance(converter, BibTeX) else None
        """The converter of a file of BibTeX."""
        self._items: dict[str, Item | None] = {}
        self._unprinted: dict[str, list[str]] = {}
        """Fields that no style prints, and the keys of the converted entries that have them."""

    def join(self, others: Iterable[Source]) -> None:
        """Let entries of BibTeX use the strings and inherit from the entries of *others*, files of the same bibliography."""
        if self.bibtex:
            self.bibtex.join([other.bibtex for other in others if other.bibtex])

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of its entries, in the order of the file."""
        return tuple(self._entries.by_key)

    @property
    def messages(self) -> tuple[Message, ...]:
        """Problems of the file and of the entries that were converted so far."""
        return (*self._entries.messages, *self._of_fields())

    def _of_fields(self) -> Iterator[Message]:
        """Yield a message for each field that no style prints, at the first entry that has it."""
        for field, keys in self._unprinted.items():
            more = f" and {len(keys) - SHOWN} more" if len(keys) > SHOWN else ""
            text = (
                f"no style prints the field {field!r} of {', '.join(keys[:SHOWN])}{more}: "
                f"correct its name, or say in 'note' what readers should know"
            )
            yield Message(self.path, self.line(keys[0]), text, MessageKind.FIELD)

    def line(self, key: str) -> int:
        """Return the line, from 1, where the entry *key* begins. Raises :class:`KeyError` for an unknown key."""
        return self._entries.by_key[key].line

    def text(self, key: str) -> str:
        """Return the entry *key* roughly as the file has it, for searches. Raises :class:`KeyError` for an unknown key."""
        return str(self._entries.by_key[key].content)

    def kind(self, key: str) -> str:
        """Return the type that a file of BibTeX gives the entry *key*, in small letters: ``online``. Empty for other files."""
        return str(getattr(self._entries.by_key[key].content, "kind", ""))

    def items(self, keys: Iterable[str]) -> dict[str, Item]:
        """Return the items of *keys*, by key, without those that the file lacks or that can't be converted.

        Each failed conversion adds a message. Raises :class:`.PandocError` if pandoc isn't there, for
        BibTeX, BibLaTeX and CSL-YAML.
        """
        wanted = [key for key in dict.fromkeys(keys) if key in self._entries.by_key]
        unread = [self._entries.by_key[key] for key in wanted if key not in self._items]
        if unread:
            self._read(unread)
        return {key: item for key in wanted if (item := self._items[key]) is not None}

    def _read(self, entries: list[RawEntry]) -> None:
        converted = self._converted(entries) if self._converter.needs_pandoc else self._convert(entries, None)
        for entry in entries:
            item, remarks = converted.get(entry.key, (None, [Remark(NOTHING)]))
            self._items[entry.key] = item
            for text, kind in remarks:
                if kind == FIELD:
                    self._unprinted.setdefault(text, []).append(entry.key)
                else:
                    self._entries.warn(entry.line, f"{entry.key}: {text}", MessageKind(kind))

    def _converted(self, entries: list[RawEntry]) -> dict[str, Converted]:
        """Return what pandoc makes of *entries*, now or before."""
        pandoc = find_pandoc(self._cache_dir)
        state = f"{pandoc.version} {code_digest()}"
        file = self._file()
        kept = read_json(file)
        known = _kept(kept)
        digests = {entry.key: digest(f"{state} {self._converter.digest_of(entry)}")[:32] for entry in entries}
        new = [entry for entry in entries if digests[entry.key] not in known]
        if new:
            made = self._made(new, pandoc)
            known |= {digests[key]: converted for key, converted in made.items()}
            write_json(file, self._worth_keeping(known, digests.values()))
        return {key: known[one] for key, one in digests.items() if one in known}

    def _made(self, entries: list[RawEntry], pandoc: Pandoc) -> dict[str, Converted]:
        """Return what *pandoc* makes of *entries*."""
        chunks = [entries[start : start + CHUNK] for start in range(0, len(entries), CHUNK)]
        with (
            tempfile.TemporaryDirectory(prefix="eir-csl-") as directory,
            Children(pandoc, Path(directory), patience=Patience(TIMEOUT, SHORTEST, MOST)) as children,
        ):
            made = children.map(lambda chunk: self._convert(chunk, children), chunks)
        return {key: converted for some in made for key, converted in some.items()}

    def _worth_keeping(self, known: dict[str, Converted], used: Iterable[str]) -> dict[str, Converted]:
        """Return what was converted well; of too many, only the *used*: most of the rest are earlier states of entries."""
        good = {name: converted for name, converted in known.items() if converted[0] is not None}
        if len(good) > MOST_KEPT * len(self._entries.by_key):
            return {name: good[name] for name in used if name in good}
        return good

    def _convert(self, entries: list[RawEntry], children: Children | None) -> dict[str, Converted]:
        """Return the items of *entries*, made safe, and what was wrong with each."""
        items = self._converter.convert(entries, children)
        converted: dict[str, Converted] = {}
        for entry in entries:
            item = items.get(entry.key, NOTHING)
            remarks = list(self._converter.wrong(entry))
            if isinstance(item, str):
                converted[entry.key] = (None, [*remarks, Remark(item)])
                continue
            unsafe: list[str] = []
            clean = clean_item(item, unsafe)
            remarks += map(Remark, (*unsafe, *missing(clean)))
            converted[entry.key] = (clean if is_printable(clean) else None, remarks)
        return converted

    def _file(self) -> Path | None:
        if self._cache_dir is None:
            return None
        return self._cache_dir / "sources" / f"{digest(str(real(self.path)))}.json"


def _kept(data: object) -> dict[str, Converted]:
    """Return what was converted before, read from JSON; nothing of it if it has another form."""
    try:
        return {
            name: (_item(item), [_remark(*texts(remark)) for remark in remarks])
            for name, (item, remarks) in (data.items() if isinstance(data, dict) else ())
        }
    except (TypeError, ValueError):
        return {}


def _item(kept: object) -> Item | None:
    """Return an item as *kept*; what is in it is made safe when it is formatted. Raises ``ValueError`` if it is none."""
    if kept is None or isinstance(kept, dict):
        return kept
    raise ValueError(f"no item: {kept!r}")


def _remark(text: str, kind: str) -> Remark:
    """Return a remark as it was kept. Raises ``ValueError`` if there is no such *kind*."""
    return Remark(text, MessageKind(kind).value)


def read_source(
    path: Path,
    *,
    title_case: Literal["keep", "bibtex"] = "keep",
    particles: Literal["bibtex", "biblatex"] = "bibtex",
    cache_dir: Path | None = None,
) -> Source:
    """Return the bibliography at *path*, read by its suffix: BibTeX, BibLaTeX, CSL-JSON, CSL-YAML, RIS or EndNote XML.

    Problems become messages of the source, never errors. Titles in BibTeX keep their capitals, or lose those that are not
    in braces with the *title_case* ``bibtex``, as in BibTeX itself. *particles* of names, ``van`` and ``de``, are cited with the
    name, as in BibTeX, or without, as in BibLaTeX. Converted entries are kept in *cache_dir*.
    """
    entries = Entries(path)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        entries.warn(0, f"no bibliography: its name ends in none of {', '.join(READERS)}")
        return Source(entries, Plain(), cache_dir)
    try:
        data = path.read_bytes()
    except OSError as error:
        entries.warn(0, f"the bibliography can't be read: {error.strerror or error}")
        return Source(entries, Plain(), cache_dir)
    converter = reader(data, entries)
    if isinstance(converter, BibTeX):
        converter.keep_case = title_case == "keep"
        converter.particles = particles
    return Source(entries, converter, cache_dir)
