"""Groups whose citations have been looked up → citations and entries as pandoc formats them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...core.warnings import Subtype, warn
from ...csl.formatting import Formatter
from ...csl.model import Citation, Context, Mode
from ...csl.pandoc import PandocError
from ...csl.simple import plainly
from .records import KeyedCitation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from ...csl.model import Cite, Formatted, FormattedCitation
    from .library import Library
    from .look_up import LookedUp
    from .resolutions import Place
    from .styles import Styles

MODES = {
    "citep": Mode.PARENTHETICAL,
    "citet": Mode.NARRATIVE,
    "citeauthor": Mode.AUTHOR,
    "citeyear": Mode.YEAR,
    "citeyearpar": Mode.PARENTHETICAL,
    "citealp": Mode.BARE,
}
"""The mode of CSL for each role that has one; the cites of ``citeyearpar`` say that their authors are left out."""


@dataclass(frozen=True)
class FormattedGroup:
    """A group as pandoc formats it."""

    citations: Mapping[Place, FormattedCitation]
    """The citations by key whose entries all come from files."""
    by_style: Mapping[str, Formatted]
    """The answer for each style: the group's own, and those that its bibliographies name."""

    @property
    def plain(self) -> bool:
        """True if part of it is a makeshift: pandoc couldn't be asked."""
        return any(answer.plain for answer in self.by_style.values())


def formatted(
    groups: Sequence[LookedUp], library: Library, styles: Styles, cache_dir: Path
) -> list[FormattedGroup]:
    """Format *groups*, all at once. Without pandoc, author and year are set plainly, with a warning."""
    clusters = [dict(_clusters(group)) for group in groups]
    contexts = [
        _contexts(group, tuple(of_group.values()), library, styles)
        for group, of_group in zip(groups, clusters, strict=True)
    ]
    asked = [context for by_style in contexts for context in by_style.values()]
    answers = iter(_answers(asked, library, groups[0].group.docnames[0], cache_dir))
    return [
        _formatted_group(group, of_group, {style: next(answers) for style in by_style})
        for group, of_group, by_style in zip(groups, clusters, contexts, strict=True)
    ]


def _clusters(group: LookedUp) -> Iterator[tuple[Place, Citation]]:
    """Yield the citations that pandoc formats: they cite an entry of a file, and no typed one."""
    for place, cited, entries in group.citations():
        if isinstance(cited, KeyedCitation) and cited.role in MODES and entries.keys and not entries.typed:
            cites = tuple(_known(cited.cites, frozenset(entries.missing)))
            yield place, Citation(cites, MODES[cited.role], cited.note)


def _known(cites: Sequence[Cite], missing: frozenset[str]) -> list[Cite]:
    """Return those of *cites* that aren't *missing*; each that is stands in words before or after one that isn't.

    So the others are formatted with all others of their style: a letter after the year isn't lost.
    """
    known: list[Cite] = []
    waiting: list[str] = []
    for cite in cites:
        if cite.key not in missing:
            before = "".join(f"{words}; " for words in waiting)
            known.append(replace(cite, prefix=f"{before}{cite.prefix}".strip()))
            waiting = []
            continue
        words = " ".join(filter(None, (cite.prefix, cite.key, "?")))
        if known:
            known[-1] = replace(known[-1], suffix=f"{known[-1].suffix}; {words}")
        else:
            waiting.append(words)
    return known


def _contexts(
    group: LookedUp, citations: tuple[Citation, ...], library: Library, styles: Styles
) -> dict[str, Context]:
    """Return what is to be formatted for *group*: by style, the group's own first."""
    own = group.group.style
    listed: dict[str, dict[str, None]] = {own: {}}
    for docname, contents in group.contents.items():
        for bibliography, keys in zip(contents.lists, group.listed[docname], strict=True):
            listed.setdefault(bibliography.style or own, {}).update(dict.fromkeys(keys))
    for _, cited, entries in group.citations():
        if isinstance(cited, KeyedCitation) and cited.role == "fullcite":
            listed[own].update(dict.fromkeys(entries.keys))
    contexts = {}
    for name, wanted in listed.items():
        of_style = citations if name == own else ()
        if of_style or wanted:
            style = styles.read(name)
            contexts[name] = Context(
                library.items, of_style, style, tuple(wanted), group.group.locale, name=group.group.name
            )
    return contexts


def _answers(contexts: list[Context], library: Library, docname: str, cache_dir: Path) -> list[Formatted]:
    """Return the answers to *contexts*; a warning that there is no pandoc points at *docname*."""
    if not contexts:
        return []
    try:
        with Formatter(cache_dir) as formatter:
            return formatter.format(contexts)
    except PandocError as error:
        if not library.error:  # which has been reported
            message = f"{error}. Citations and bibliographies are set plainly"
            warn(Subtype.STYLE, message, location=(docname, None))
        return [plainly(context, "") for context in contexts]


def _formatted_group(
    group: LookedUp, clusters: Mapping[Place, Citation], by_style: Mapping[str, Formatted]
) -> FormattedGroup:
    citations = by_style[group.group.style].citations if clusters else ()
    return FormattedGroup(dict(zip(clusters, citations, strict=True)), by_style)
