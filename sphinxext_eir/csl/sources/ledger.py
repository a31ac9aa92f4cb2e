"""The ledger of an entry of BibTeX: each word of its fields is in the item, or was put back, or is named in a remark.

Pandoc leaves a field out where it can't read its LaTeX, drops the argument of a command that it doesn't know, and has no place for some
fields. Each field is read plainly (:mod:`.latex`), and its words are compared with those of the item that came back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..comparing import lost_word
from .bibtex_dates import read_dates
from .bibtex_names import names_of, words_of_names
from .entries import FIELD, Remark
from .fields import (
    APPENDED,
    DATE_PARTS,
    DATES,
    EDITOR_TYPES,
    KEYS,
    NAMES,
    TEXTS,
    VERBATIM,
    WITHOUT_PLACE,
    is_private,
)
from .latex import composed, plain, unescaped, unknown_command, without_entities

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model import Item

TYPES = {"software": "software", "standard": "standard", "dataset": "dataset"}
"""Types of CSL that pandoc doesn't give."""
EPRINTS = {
    "arxiv": "https://arxiv.org/abs/{}", "jstor": "https://www.jstor.org/stable/{}", "hdl": "https://hdl.handle.net/{}",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/{}/", "googlebooks": "https://books.google.com/books?id={}",
}  # fmt: skip
"""Where an ``eprint`` is found, by its ``eprinttype`` (BibLaTeX's manual, 3.14.7)."""

ADDED_NAMES = ("editora", "editorb", "editorc", "collaborator")
"""Fields of names that pandoc doesn't read; the last is that of Zotero's BibTeX."""
_ADDRESS = re.compile(r"\s*(?:\\url\s*\{\s*)?(https?://[^\s{}]+)\s*\}?\s*\.?\s*")


def completed(
    kind: str, values: Mapping[str, str], item: Item, *, particles: str
) -> tuple[Item, list[Remark]]:
    """Return the *item* that pandoc made of an entry with *values*, with what it lost, and remarks on what isn't as typed."""
    remarks: list[Remark] = []
    whole: Item = {name: _composed(value) for name, value in item.items() if name != "event-date"}
    if kind in TYPES:
        whole["type"] = TYPES[kind]
    values = _addressed(values, whole)
    whole |= read_dates(values, remarks)
    whole |= _verbatim(kind, values, remarks)
    _account_for_names(values, whole, remarks, particles)
    _account_for_texts(values, whole, remarks)
    for role in ("author", "editor"):
        if short := values.get(f"short{role}"):
            whole[f"{role}-short"] = names_of(without_entities(short), particles)
            whole.setdefault(role, whole[f"{role}-short"])
    remarks += [Remark(name, FIELD) for name in values if _is_unknown(name)]
    return whole, remarks


def _composed(value: Any) -> Any:
    """Return *value*, of any shape, with each letter and its accents as one character."""
    match value:
        case str():
            return composed(value)
        case list():
            return [_composed(one) for one in value]
        case dict():
            return {name: _composed(one) for name, one in value.items()}
    return value


def _is_unknown(name: str) -> bool:
    known = (TEXTS, NAMES, VERBATIM, DATES, DATE_PARTS)
    return name in WITHOUT_PLACE or not (any(name in some for some in known) or is_private(name))


# Addresses and dates


def _addressed(values: Mapping[str, str], item: Item) -> Mapping[str, str]:
    """Return *values* with the address that stands in ``howpublished`` as ``url``; *item* no longer has it as a publisher."""
    match = _ADDRESS.fullmatch(values.get("howpublished", ""))
    if not match or values.get("url", match[1]).strip() != match[1]:
        return values
    if set(values) & {"publisher", "institution", "organization"}:
        return values
    item.pop("publisher", None)
    return {**{name: value for name, value in values.items() if name != "howpublished"}, "url": match[1]}


def _verbatim(kind: str, values: Mapping[str, str], remarks: list[Remark]) -> Item:
    """Return the variables of addresses and identifiers, which are no LaTeX."""
    options = "".join(values.get("options", "").lower().split())
    found = {
        places[0]: unescaped(values[field])
        for field, places in VERBATIM.items()
        if field in values
        and field != "eprint"
        and (f"{field}=false" not in options or (field == "url" and kind == "online"))
    }
    if eprint := unescaped(values.get("eprint", "")):
        source = plain(values.get("eprinttype", ""))
        address = EPRINTS.get(source.lower().replace(" ", ""))
        if " " in (words := plain(values["eprint"])):  # no identifier
            found |= {"archive": source, "archive_location": words}
        elif address and eprint in found.setdefault("URL", address.format(eprint)):
            pass
        elif re.match(r"https?://", eprint):
            if unescaped(found.setdefault("URL", eprint)) != eprint:
                remarks.append(Remark("eprint: the entry has another address, and that one is printed"))
        else:
            found |= (
                {"archive": source, "archive_location": eprint} if source else {"archive_location": eprint}
            )
    return {name: value for name, value in found.items() if value}


# Names


def _account_for_names(values: Mapping[str, str], item: Item, remarks: list[Remark], particles: str) -> None:
    for field, places in NAMES.items():
        if field not in values:
            continue
        typed = without_entities(values[field])
        if field in ADDED_NAMES:
            role = EDITOR_TYPES.get(values.get(f"{field}type", "").strip().lower(), places[0])
            item[role] = [*item.get(role, ()), *names_of(typed, particles)]
            continue
        came = [name for place in places for name in item.get(place, ())]
        if lost := lost_word(words_of_names(typed), _strings(came)):
            item[places[0]] = names_of(typed, particles)
            remarks.append(
                Remark(f"{field}: pandoc reads no {lost!r} in it: the names are printed as they stand")
            )
        elif unknown := unknown_command(typed):
            remarks.append(Remark(f"{field}: pandoc can't read {unknown} in it: look at the names"))


def _strings(value: Any) -> str:
    """Return all text in *value*, of any shape."""
    match value:
        case str() | int():
            return str(value)
        case list():
            return " ".join(map(_strings, value))
        case dict():
            return " ".join(map(_strings, value.values()))
    return ""


# Text


def _account_for_texts(values: Mapping[str, str], item: Item, remarks: list[Remark]) -> None:
    lost: dict[str, list[str]] = {}
    for field, places in TEXTS.items():
        if field not in values:
            continue
        words = plain(without_entities(values[field]))
        came = " ".join(_strings(item.get(place, "")) for place in places)
        if unknown := unknown_command(values[field]):
            shown = words if len(words) < 60 else f"{words[:57]}…"
            remarks.append(
                Remark(f"{field}: pandoc can't read {unknown} in it: it is printed plainly, as {shown!r}")
            )
        if lost_word(words, came) and not (field in KEYS and came and re.fullmatch(r"\s*\w+\s*", words)):
            lost.setdefault(_place_of(field, values), []).append(field)
    for place, fields in lost.items():
        item[place] = _joined(place, values, fields, _strings(item.get(place, "")))


def _place_of(field: str, values: Mapping[str, str]) -> str:
    """Return the variable that a lost *field* is restored to."""
    first, *others = TEXTS[field]
    if field in ("eid", "articleno") and "pages" in values:
        return others[0]
    return first


def _joined(place: str, values: Mapping[str, str], lost: list[str], came: str) -> str:
    """Return the text of a variable: of the *lost* fields that belong to it, and of those that *came* there."""
    text = ""
    for field, places in TEXTS.items():
        words = plain(without_entities(values.get(field, "")))
        if words and place in places and (field in lost or (came and not lost_word(words, came))):
            joint = APPENDED.get(field, " " if text.endswith((".", "?", "!")) else ". ")
            text += f"{joint}{words}" if text else words
    return text
