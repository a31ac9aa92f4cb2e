"""Contexts → formatted citations and bibliographies, by processes of pandoc. Answers are kept on disk under a digest."""

from __future__ import annotations

import json
import tempfile
from dataclasses import fields, replace
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from . import marks
from .answer import AnswerReader, Piece
from .children import TIMEOUT, Children, Patience, RequestError
from .compose import (
    NAMED,
    appended,
    bare,
    compose,
    in_full_at_first,
    in_order,
    lost_locators,
    places,
    unnamed,
)
from .groups import as_one, delimited, questions
from .items import clean_item, with_status
from .keeping import code_digest, digest, forget_old, read_json, texts, write_file, write_json
from .locales import read_locale
from .model import (
    Citation,
    Cite,
    Context,
    Formatted,
    FormattedCitation,
    FormattedEntry,
    Mode,
    Unprinted,
    from_json,
    plain_text,
    to_json,
)
from .newer_words import with_newer_words
from .pandoc import find_pandoc
from .printed import account, printed_entries
from .quoting import stops_within, with_stops_within
from .request import Request, used_keys
from .shipped import NAMES
from .short_names import SHORT, in_citations, shortens_names
from .simple import locator_words, plainly
from .styles import in_place, locator_style, shipped_style, words_style
from .terms import LABELS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .compose import Place
    from .model import Inlines
    from .styles import Style

MANY_ITEMS = 200
"""In a context of more items, given names don't tell authors apart: with APA and 2,000 items that takes minutes."""


class Formatter:
    """Formats contexts by pandoc. Use it in a ``with`` statement, which ends the processes that it started.

    No process is started for a context whose result is kept in *cache_dir*.
    """

    def __init__(self, cache_dir: Path | None = None, jobs: int = 2, timeout: float = TIMEOUT) -> None:
        """Take the directory that keeps results (none if None), the number of processes, and their seconds per context.

        Raises :class:`.PandocError` if there is no pandoc, or one that is too old.
        """
        self._cache = cache_dir
        self._pandoc = find_pandoc(cache_dir)
        self._temporary = tempfile.TemporaryDirectory(prefix="eir-csl-")
        self._directory = Path(self._temporary.name)
        self._known_words: dict[str, dict[str, str]] = {}
        self._children = Children(self._pandoc, self._directory, jobs, Patience(timeout))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the processes, whatever they do."""
        self._children.close()
        self._temporary.cleanup()

    def format(self, contexts: Sequence[Context]) -> list[Formatted]:
        """Return a formatted context for each of *contexts*. Where pandoc fails, text is set plainly, with a message."""
        contexts = [_whole(context) for context in contexts]
        files = [self._file(context) for context in contexts]
        answers: list[Formatted | None] = [
            _read(read_json(file), context) for file, context in zip(files, contexts, strict=True)
        ]
        unknown = [place for place, answer in enumerate(answers) if answer is None]

        def ask(place: int) -> Formatted:
            return self._formatted(contexts[place], files[place])

        for place, answer in zip(unknown, self._children.map(ask, unknown), strict=True):
            answers[place] = answer
        if unknown and self._cache:
            forget_old(self._cache / "answers")
        return [answer for answer in answers if answer is not None]

    def _file(self, context: Context) -> Path | None:
        """Return the file that keeps the answer to *context*. Its name is a digest of everything that decides the answer."""
        if self._cache is None:
            return None
        asked = [
            {key: context.items[key] for key in used_keys(context)},
            [_asked(citation) for citation in context.citations],
            context.listed,
            context.style.digest,
            context.locale,
            self._pandoc.version,
            code_digest(),
        ]
        name = digest(json.dumps(asked, default=str))
        return self._cache / "answers" / name[:2] / f"{name[2:]}.json"

    def _formatted(self, context: Context, file: Path | None) -> Formatted:
        try:
            answer = self._answer(context)
        except RequestError as error:
            # Not kept: another attempt may succeed.
            return plainly(context, f"citations are set plainly: {error}")
        write_json(file, _written(answer))
        return answer

    # One context

    def _answer(self, context: Context) -> Formatted:
        """Return *context* as pandoc formats it. Raises :class:`RequestError`."""
        locale, wrong = read_locale(context.locale, context.style.default_locale, context.style.languages)
        messages = [wrong] if wrong else []
        keys = used_keys(context)
        if len(keys) > MANY_ITEMS and context.style.light != context.style.prepared:
            messages.append(
                f"{len(keys)} entries are too many to tell authors of one name apart by their given names"
            )
        items = {key: clean_item(context.items[key]) for key in keys}
        if context.style.name in NAMES:
            items = {key: with_status(item) for key, item in items.items()}
        context = replace(context, items=items, locale=locale)
        if context.style.sorts_numbers and _locates_one_of_several(context):
            listed = keys if context.style.lists_as_cited else self._listed(context)
            context = in_order(context, listed)
        added = {} if context.style.prints_locators else self._locators(context, _with_locators(context))
        whole, (context, unclear) = context, _shortly(context)
        messages += unclear
        pieces, entries = self._ask(context, added)
        unseen = [] if added else lost_locators(context, pieces)
        if unseen:
            added = self._locators(context, unseen)
            pieces, entries = self._ask(context, added)
        if context is not whole:
            said, entries = self._ask(whole, added)
            pieces = in_full_at_first(context, said, pieces) if context.style.is_note else pieces
        if asked := questions(context):
            pieces = self._grouped(context, added, asked, entries)
        pieces = [
            [
                replace(piece, body=delimited(piece.body, context), inside=delimited(piece.inside, context))
                for piece in some
            ]
            for some in pieces
        ]
        names = self._names(context, unnamed(context, pieces))
        locators = self._locators(context, appended(context, pieces))
        citations = compose(context, pieces, names, locators)
        left_out = tuple(entry.key for entry in entries if not (entry.text or entry.label))
        entries = [entry for entry in entries if entry.key not in left_out]
        if stops_within(context.style, locale):
            citations = tuple(
                FormattedCitation(with_stops_within(said.text), with_stops_within(said.note))
                for said in citations
            )
            entries = [replace(entry, text=with_stops_within(entry.text)) for entry in entries]
        whole_entries = printed_entries(context, citations, entries)
        lost, uncalled = account(context.style.prepared, items, whole_entries)
        return Formatted(citations, tuple(entries), tuple(messages), left_out, lost, uncalled)

    def _ask(
        self, context: Context, added: Mapping[Place, str]
    ) -> tuple[list[list[Piece]], list[FormattedEntry]]:
        request = Request(context, added)
        style = self._style_file(context, request.aliases, light=len(request.keys) > MANY_ITEMS)
        answer = self._children.ask("format", request.items(), request.document(style, context.locale))
        named = any(citation.mode in NAMED for citation in context.citations)
        conjunction = self._words(context)["and"] if named and marks.AND in context.style.prepared else ""
        reader = AnswerReader(request.key, conjunction)
        try:
            pieces, entries = reader.pieces(answer["blocks"]), reader.entries(answer["blocks"])
        except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
            raise RequestError("pandoc's answer is no document") from None
        if [len(some) for some in pieces] != request.shape():
            raise RequestError("pandoc's answer has other citations than were sent")
        return pieces, entries

    def _grouped(
        self,
        context: Context,
        added: Mapping[Place, str],
        asked: Sequence[Citation],
        entries: Sequence[FormattedEntry],
    ) -> list[list[Piece]]:
        """Return the pieces of *context* with namesakes in groups, if their names read alike where that is *asked*."""
        pieces, _ = self._ask(replace(context, citations=(*context.citations, *asked)), added)
        said, answers = pieces[: len(context.citations)], pieces[len(context.citations) :]
        named = {
            citation.cites[0].key: plain_text(piece.author)
            for citation, [piece] in zip(asked, answers, strict=True)
        }
        together = as_one(context, added, named, said, entries)
        return self._ask(*together)[0] if together else said

    def _listed(self, context: Context) -> list[str]:
        """Return the keys of the entries in the order of the bibliography."""
        return [entry.key for entry in self._ask(context, {})[1]]

    def _style_file(self, context: Context, aliases: Mapping[str, str], *, light: bool) -> str:
        """Return the name of the file with the prepared style of *context*, in the children's directory.

        Children get a name, not a path: pandoc takes ``%20`` in a path for a space.
        """
        style = context.style
        spoken = [context.locale, *map("-".join, aliases.items())]
        name = "_".join([style.digest[:32], *(["light"] if light else []), *spoken]) + ".csl"
        if not (self._directory / name).exists():
            text = with_newer_words(style.light if light else style.prepared, context.locale)
            write_file(
                self._directory / name,
                in_place(text, aliases, self._words(context)) if aliases else text,
            )
        return name

    def _words(self, context: Context) -> Mapping[str, str]:
        """Return words of the language of *context*, by their names in :file:`words.csl`."""
        if context.locale not in self._known_words:
            key = next(iter(context.items))
            alone = replace(
                context,
                items={key: context.items[key]},
                citations=(Citation((Cite(key),)),),
                listed=(),
                style=words_style(),
            )
            pieces, _ = self._ask(alone, {})
            said = (word.partition("=") for word in plain_text(pieces[0][0].body).split("¦"))
            self._known_words[context.locale] = {"and": "and"} | {name: word for name, _, word in said}
        return self._known_words[context.locale]

    # Parts that the style itself doesn't print

    def _names(self, context: Context, wanted: Sequence[Place]) -> dict[Place, Inlines]:
        """Return the authors of some cites, by the shipped style."""
        cites = [bare(context.citations[index].cites[number]) for index, number in wanted]
        context = replace(context, items=in_citations(context.items)[0])
        return dict(zip(wanted, self._aside(context, cites, shipped_style(), Mode.AUTHOR), strict=True))

    def _locators(self, context: Context, wanted: Sequence[Place]) -> dict[Place, str]:
        """Return the locators of some cites as words of the context's language: ``S. 12``."""
        cites = [context.citations[index].cites[number] for index, number in wanted]
        alone = [replace(cite, prefix="", suffix="") for cite in cites]
        known = [cite for cite in alone if cite.label in LABELS]
        printed = dict(
            zip(known, self._aside(context, known, locator_style(), Mode.PARENTHETICAL), strict=True)
        )
        words = (plain_text(printed.get(cite, ())) or locator_words(cite) for cite in alone)
        return dict(zip(wanted, words, strict=True))

    def _aside(self, context: Context, cites: Sequence[Any], style: Style, mode: Mode) -> list[Inlines]:
        """Return each of *cites*, formatted by itself in another *style*."""
        if not cites:
            return []
        citations = tuple(Citation((cite,), mode) for cite in cites)
        pieces, _ = self._ask(replace(context, citations=citations, listed=(), style=style), {})
        return [some[0].author if mode is Mode.AUTHOR else some[0].body for some in pieces]


def _whole(context: Context) -> Context:
    """Return *context* with an item for every key. The caller has warned of those that are missing."""
    missing = {key: {"title": key} for key in used_keys(context) if key not in context.items}
    return replace(context, items={**context.items, **missing}) if missing else context


def _shortly(context: Context) -> tuple[Context, tuple[str, ...]]:
    """Return *context* with short forms of names, and messages about those that can't be used; itself if it has none.

    The numbers of a style of numbers hang on the names in its list: there, only sentences have short forms.
    """
    if not any(item.get(name) for item in context.items.values() for name in SHORT.values()):
        return context, ()
    if context.style.is_numeric or not shortens_names(context.style.prepared):
        return context, ()
    items, unclear = in_citations(context.items)
    return replace(context, items=items), unclear


def _with_locators(context: Context) -> list[Place]:
    return [
        place
        for place, citation, cite in places(context)
        if cite.locator and citation.mode is not Mode.AUTHOR
    ]


def _locates_one_of_several(context: Context) -> bool:
    """Say if the style of *context* leaves a locator out of a citation of several entries."""
    several = (citation for citation in context.citations if len(citation.cites) > 1)
    return not context.style.prints_locators and any(
        cite.locator for citation in several for cite in citation.cites
    )


# Keeping

_PARTS = attrgetter(*(field.name for field in fields(Cite)))
"""What a cited work says, at once: ``astuple`` looks into each of its parts, and a project has thousands."""


def _asked(citation: Citation) -> list[Any]:
    """Return *citation* as plain lists, for the digest."""
    return [citation.mode.value, citation.note_number, [_PARTS(cite) for cite in citation.cites]]


def _written(answer: Formatted) -> dict[str, Any]:
    return {
        "citations": [[to_json(citation.text), to_json(citation.note)] for citation in answer.citations],
        "entries": [[entry.key, to_json(entry.text), to_json(entry.label)] for entry in answer.entries],
        "messages": answer.messages,
        "left out": answer.left_out,
        "unprinted": [[lost.key, lost.variable, lost.word] for lost in answer.unprinted],
        "uncalled": answer.uncalled,
    }


def _citation(kept: Any) -> FormattedCitation:
    """Return a citation as :func:`_written` wrote it."""
    text, note = map(from_json, _list(kept))
    return FormattedCitation(text, note)


def _entry(kept: Any) -> FormattedEntry:
    """Return an entry as :func:`_written` wrote it."""
    key, text, label = _list(kept)
    return FormattedEntry(texts([key])[0], from_json(text), from_json(label))


def _list(kept: Any) -> list[Any]:
    """Return a list. Raises ``ValueError`` if *kept* is none, though it may have the length of one."""
    if not isinstance(kept, list):
        raise ValueError(f"no list: {kept!r}")  # noqa: TRY004 - as of what is in it
    return kept


def _read(data: Any, context: Context) -> Formatted | None:
    """Return the answer that :func:`_written` wrote; ``None`` if *data* isn't such an answer to *context*."""
    try:
        answer = Formatted(
            tuple(map(_citation, _list(data["citations"]))),
            tuple(map(_entry, _list(data["entries"]))),
            texts(data["messages"]),
            texts(data["left out"]),
            tuple(Unprinted(*texts(lost)) for lost in _list(data["unprinted"])),
            tuple((key, variable) for key, variable in map(texts, _list(data["uncalled"]))),
        )
    except (TypeError, KeyError, ValueError):
        return None
    return answer if len(answer.citations) == len(context.citations) else None
