"""Citations by key, as pandoc reads them in Markdown and LaTeX → our roles."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...inlines import BIBLIOREF, Kind
from .words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ...inlines import Inline

_BARE_KEY = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_]|[:.#$%&+?~/-](?=[A-Za-z0-9_]))*")
"""Keys that stand without braces (pandoc's manual, "Citation syntax")."""


def roles_of(cited: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield the roles of a citation, each with its text: several where the author stands in the sentence, with spaces between."""
    first = cited[0]["citationMode"]["t"]
    if first == "AuthorInText":
        yield "citet", _item(cited[0], in_text=True)
        if rest := cited[1:]:
            yield "", " "
            yield "citep", "; ".join(map(_item, rest))
    else:
        yield "citep", "; ".join(map(_item, cited))


def typed(cited: list[dict[str, Any]]) -> str:
    """Return a citation as it is typed in Markdown: ``[see @key, p. 12]``."""
    if cited[0]["citationMode"]["t"] == "AuthorInText" and len(cited) == 1:
        after = _said(cited[0]["citationSuffix"])
        return f"@{cited[0]['citationId']}{f' [{after}]' if after else ''}"
    return f"[{'; '.join(map(_item, cited))}]"


def _item(one: dict[str, Any], *, in_text: bool = False) -> str:
    """Return one work of a citation: ``see @key, p. 12``."""
    key = one["citationId"]
    key = f"@{key}" if _BARE_KEY.fullmatch(key) else f"@{{{key}}}"
    hidden = "-" if one["citationMode"]["t"] == "SuppressAuthor" and not in_text else ""
    before, after = _said(one["citationPrefix"]), _said(one["citationSuffix"])
    if after and not re.match(r"[,;:.]", after):
        after = f", {after}" if re.match(r"[\w\[]", after) else f" {after}"
    return " ".join(part for part in (before, f"{hidden}{key}{after}") if part)


def _said(nodes: Iterable[dict[str, Any]]) -> str:
    """Return the text before or after a key."""
    return " ".join(re.sub(r"[`\\;]", "", words_of(nodes, raw=True)).split())


LOOKS = (Kind.TEXT, Kind.SUPERSCRIPT, Kind.EMPHASIS, Kind.STRONG, Kind.SUBSCRIPT)
"""The kinds of runs that a printed citation may have."""


def led(run: Inline, names: Sequence[str]) -> Inline:
    """Return a run of a printed citation with the ids of the entries that it leads to, and its own kind, which comes back to it."""
    if run.kind not in LOOKS:
        return run
    return replace(run, kind=Kind.CITATION, target=" ".join((BIBLIOREF, run.kind.value, *names)))
