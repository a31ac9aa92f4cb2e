"""Front matter of Markdown as Jekyll, Hugo, Quarto, pandoc and mystmd write it, in YAML or TOML → fields of the article."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ...text.aliases import stands_for_more
from ...text.author_structures import read_authors
from ...text.fields import FieldError
from ...text.frontmatter import AFFILIATIONS, FIELDS, STAND_INS, field_named, is_draft
from ...text.institutions import read_institutions
from ..outcome import Message
from ..transcript import ConversionError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_YAML = re.compile(r"---[ \t]*\n(?P<content>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*\n(?P<content>.*?\n)\+\+\+[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"^[A-Za-z][\w-]*[ \t]*[:=]", re.MULTILINE)
_LARGEST = 100_000
"""Characters of front matter."""
_MOST = 10_000
"""Its values, with those of aliases each time that they stand for something."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands over a text."""

    typed: str
    """The whole block, marks and all."""
    title: str
    fields: tuple[tuple[str, str], ...]
    messages: tuple[Message, ...]
    values: dict[str, Any]
    """All that it has, by name as typed."""


def front_matter_of(text: str) -> FrontMatter | None:
    """Return the front matter that *text* begins with, if any. Raises :class:`ConversionError` where PyYAML isn't installed."""
    match = _YAML.match(text) or _TOML.match(text)
    if not match or len(match[0]) > _LARGEST or not _FIELD.search(match["content"]):
        return None
    values = _toml(match["content"]) if text.startswith("+") else _yaml(match["content"])
    if values is None:
        return None
    typed = {field_named(str(name)): value for name, value in values.items()}
    given: dict[str, str] = {}
    messages: list[Message] = []
    for name, value in typed.items():
        said = _people(value, typed.get(AFFILIATIONS)) if name == "author" else _text_of(name, value)
        if said and is_draft(name, said):
            messages.append(Message(f"the front matter says {name}: {said}: it is a draft", doubtful=True))
            given.setdefault("status", "draft")
        elif said and name in FIELDS:
            given[name] = said
    for name, value in typed.items():
        field = STAND_INS.get(name, "")
        if field and field not in given and (said := _text_of(field, value)):
            given[field] = said
    fields = [(name, said) for name, said in given.items() if readable(name, said, messages)]
    title = " ".join(str(typed.get("title") or "").split())
    return FrontMatter(match[0], title, tuple(fields), tuple(messages), values)


def mapping_of(text: str) -> dict[str, Any]:
    """Return the mapping that a file in YAML has; an empty one where it has none."""
    return (_yaml(text) if len(text) <= _LARGEST else None) or {}


def _yaml(content: str) -> dict[str, Any] | None:
    """Read YAML; None where it is none, or no mapping."""
    try:
        import yaml
    except ImportError:
        message = "its front matter is YAML, which needs PyYAML: pip install 'sphinxext-eir[markdown]'"
        raise ConversionError(message) from None
    try:
        values = yaml.safe_load(content)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) and not stands_for_more(values, _MOST) else None


def _toml(content: str) -> dict[str, Any] | None:
    """Read TOML; None where it is none. Hugo's taxonomies and parameters may be tables in it."""
    try:
        values = tomllib.loads(content)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    return {
        **values,
        **{k: v for name in ("taxonomies", "params") for k, v in _table(values.get(name)).items()},
    }


def _table(value: Any) -> dict[str, Any]:
    """Return *value* if it is a table, else an empty one."""
    return value if isinstance(value, dict) else {}


def _text_of(name: str, value: Any) -> str:
    """Return *value* as the text of a field: lists with semicolons, dates as ISO 8601, people by name."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if name == "date" and isinstance(value, str) and (match := re.match(r"\d{4}-\d{2}-\d{2}(?=[ T])", value)):
        return match[0]
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(dict.fromkeys(_texts(value)))


def _people(value: Any, institutions: Any) -> str:
    """Return authors as the field has them: those that are mappings with ORCID iD and institution (Quarto, mystmd, JOSS)."""
    listed = value if isinstance(value, list) else [value]
    if not any(isinstance(one, dict) for one in listed):
        return _text_of("author", value)
    known = _kept(read_institutions, json.dumps(institutions, default=str)) if institutions else {}
    authors = _kept(read_authors, json.dumps(listed, default=str), known or {})
    if not authors:
        return _text_of("author", value)
    return "; ".join(
        author.name
        + (f" <{author.orcid.rpartition('/')[2]}>" if author.orcid else "")
        + (
            f" ({author.affiliation})"
            if author.affiliation and not re.search(r"[();<>]", author.affiliation)
            else ""
        )
        for author in authors
    )


def _kept(read: Callable[..., Any], *typed: Any) -> Any:
    """Return what *read* makes of what was *typed*, or what it could read of it."""
    try:
        return read(*typed)
    except FieldError as error:
        return error.keep


def _texts(value: Any) -> Iterator[str]:
    """Yield the texts in *value*; of people, their names."""
    if isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        name = value.get("name", value)
        if isinstance(name, dict):
            name = " ".join(str(name[part]) for part in ("given", "family", "literal") if name.get(part))
        yield from _texts(name)
    elif isinstance(value, (str, int, float)) and (text := " ".join(str(value).split())):
        yield text


def readable(name: str, said: str, messages: list[Message]) -> bool:
    """Say if a field can hold what is *said*; else a message tells what it was."""
    try:
        FIELDS[name].read(said)
    except FieldError as error:
        messages.append(
            Message(f"{name}: the front matter says {said[:80]!r}, not {error.expected}: it was left out")
        )
        return False
    return True
