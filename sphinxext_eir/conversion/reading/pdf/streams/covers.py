"""Covers that repositories and archives put before an article: a page of furniture, told by their own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ....names import credited_in, is_announced, is_known, turned
from ....wording import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..layout.lines import Layout, Line

A_COVER = "a cover"
"""The criterion by which these lines are furniture, before the name of their archive."""
_ENOUGH = 2
"""Signs of one archive that a page needs: an article may speak of one, but not of several."""
_PAGES = 2
"""Pages at the beginning of a file that may be covers."""
_FEW_LINES = 12
"""Lines of the second page of a cover: the title, and a note on the author."""


class Archive(NamedTuple):
    """An archive, and what its covers say, in small letters and straight quotation marks."""

    name: str
    signs: tuple[str, ...]
    more: str = ""
    """What the second page of a cover says, which else has little."""


ARCHIVES = (
    Archive(
        "Digital Commons",
        (
            r"^recommended citation",
            r"^follow this and additional works at",
            r"is brought to you for free and\s+open\s+access",
            r"^part of the .{0,200} commons\b",
        ),
        more=r"^this \w+(?: \w+){0,2} is available (?:in|at) .{1,200}https?://",
    ),
    Archive(
        "JSTOR",
        (
            r"^stable url:",
            r"jstor is a not-for-profit service",
            r"your use of the jstor archive indicates",
            r"collaborating with jstor to digitize",
        ),
    ),
    Archive(
        "HeinOnline",
        (
            r"content downloaded from heinonline",
            r"your use of this heinonline pdf",
            r"^date downloaded:",
            r"copyright information",
        ),
    ),
    Archive(
        "HAL",
        (r"^hal id:", r"hal is a multi-?disciplinary open access", r"^https://(?:\S*\.)?hal\.science/\S+$"),
    ),
    Archive(
        "ResearchGate",
        (
            r"^see discussions, stats, and author profiles for this publication",
            r"the user has requested enhancement of the downloaded file",
            r"^\d+ publications\s+[\d,]+ citations",
        ),
    ),
    Archive(
        "Taylor & Francis",
        (
            r"^to cite this article:",
            r"^to link to this article:",
            r"full terms & conditions of access and use",
            r"^view related articles",
        ),
    ),
    Archive(
        "Pure",
        (
            r"^citation for published version",
            r"^link to publication",
            r"^general rights",
            r"^take down policy",
            r"^document version",
        ),
    ),
    Archive(
        "SSOAR",
        (
            r"^(?:https?://)?www\.ssoar\.info$",
            r"^empfohlene zitierung / suggested citation",
            r"^zur verfügung gestellt in kooperation mit",
            r"^nutzungsbedingungen:",
        ),
    ),
    Archive(
        "EconStor",
        (
            r"^provided in cooperation with:",
            r"^suggested citation:",
            r"^this version is available at:",
            r"^(?:standard-)?nutzungsbedingungen:|^terms of use:",
            r"make your publications? visible",
        ),
    ),
    Archive(
        "SSRN",
        (
            r"(?:can|may) be downloaded (?:without charge|free of charge|for free)?\s*(?:from|at)\b",
            r"social science research network\s+electronic\s+(?:paper|library)",
            r"^(?:abstract|paper) (?:available )?(?:at|id|no)\b.*\bssrn\b",
            r"legal studies research paper series",
        ),
    ),
    Archive(
        "MPRA",
        (
            r"munich personal repec archive",
            r"^online at https?://mpra\.ub\.uni-muenchen\.de",
            r"^mpra paper no\. \d+",
        ),
    ),
    Archive(
        "White Rose Research Online",
        (
            r"white rose research online url for this paper",
            r"^this is a repository copy of",
            r"^takedown$",
            r"^reuse$",
        ),
    ),
    Archive(
        "an institutional repository",
        (
            r"^this is (?:the|an?) (?:accepted|submitted|published|author'?s?|peer reviewed|post-?print)\b.*\b(?:version|manuscript)",
            r"research online url for this (?:paper|document|item)",
            r"^there may be differences between this version and the published version",
            r"^this is an open access document downloaded from",
            r"^(?:publisher'?s'? page|published (?:online )?at):? https?://",
            r"^(?:this|the) version is (?:being )?made available in accordance with publisher(?:s|'s|s')? polic(?:y|ies)",
            r"\badvised to consult the (?:publisher's|published|definitive) version",
            r"^(?:citation for (?:the )?(?:original |final )?published (?:paper|version)|to cite this (?:paper|version|document|article))\b",
            r"^(?:permalink|permanent link|persistent (?:link|url)|deposited|downloaded from|available from)\b",
            r"^(?:copyright and reuse|reuse of this item|usage guidelines|terms of use|link to publisher)",
        ),
    ),
    Archive(
        "eScholarship",
        (
            r"^escholarship\.org\b|powered by the california digital library",
            r"^permalink",
            r"^https?://escholarship\.org/uc/item/\w+$",
            r"^peer reviewed$",
        ),
    ),
    Archive(
        "OpenEdition",
        (
            r"^(?:édition électronique|electronic version|edición electrónica|edizione digitale)$",
            r"^(?:référence électronique|electronic reference|referencia electrónica|notizia bibliografica digitale)$",
            r"^(?:ce document a été généré|this text was automatically generated)",
            r"^url\s?: https?://(?:journals|books)\.openedition\.org",
        ),
    ),
    Archive(
        "Cairn",
        (
            r"^article disponible en ligne à l'adresse",
            r"^(?:distribution électronique cairn\.info|cairn\.info)",
            r"^découvrir le sommaire de ce numéro",
            r"la reproduction ou représentation de cet article",
        ),
    ),
    Archive(
        "Persée",
        (r"^citer ce document", r"^fichier pdf généré le", r"www\.persee\.fr/doc/"),
    ),
    Archive(
        "Érudit",
        (
            r"^citer cet (?:article|document)|^cite this article",
            r"^découvrir la revue|^explore this journal",
            r"\bérudit (?:is|est) (?:a|un)\b",
            r"apropos\.erudit\.org",
        ),
    ),
    Archive(
        "Redalyc",
        (
            r"sistema de información científica redalyc|^redalyc$",
            r"^cómo citar(?: el artículo)?|^how to cite|^como citar este artigo",
            r"^número completo|^complete issue",
            r"^más información del artículo|^more information about this article",
        ),
    ),
    Archive(
        "Project MUSE",
        (
            r"^for additional information about this article",
            r"^https?://muse\.jhu\.edu/",
            r"^project muse\b",
            r"^\[? ?(?:access provided|this content has been declared free to read)",
        ),
    ),
    Archive(
        "SAGE",
        (
            r"^the online version of this article can be found at",
            r"^additional services and information for",
            r"^email alerts:",
            r"^published by:",
        ),
    ),
    Archive(
        "Emerald",
        (
            r"^users who downloaded this article also",
            r"the fulltext of this document has been downloaded \d+ times",
            r"^to copy this document:",
            r"^about emerald",
        ),
    ),
    Archive(
        "Ubiquity Press",
        (r"^how to cite:", r"^peer review:", r"^digital preservation:", r"digitally preserved in the clockss", r"^open access:$"),
    ),
    Archive(
        "AgEcon Search",
        (r"^this document is discovered and free to researchers", r"^aesearch@umn\.edu", r"ageconsearch\.umn\.edu"),
    ),
    Archive(
        "Academia",
        (r"^related papers$", r"^download a pdf pack of the best related papers", r"academia\.edu"),
    ),
)  # fmt: skip


class Said(NamedTuple):
    """What covers say of the article under them."""

    titles: tuple[str, ...] = ()
    """The lines over the names of its authors: the last of them, the last two of them, and so on."""
    authors: tuple[str, ...] = ()
    """All its authors, where a cover has them as one list."""


_LONGEST_TITLE = 7
"""Lines."""


def said_by_covers(lines: Iterable[Line]) -> Said:
    """Return what the *lines* of covers say of an article: most have its title over its authors."""
    texts = [line.text for line in lines]
    listed = ((n, _list_at(texts, n)) for n in range(1, len(texts)))
    n, authors = next(((n, names) for n, names in listed if names and all(map(is_known, names))), (0, ()))
    if not authors:
        n = next((n for n in range(1, len(texts)) if _list_at(texts, n) or credited_in(texts[n])), 0)
        authors = _list_at(texts, n) if n else ()
    starts = range(max(0, n - _LONGEST_TITLE), n)
    return Said(tuple(" ".join(texts[start:n]) for start in starts), authors)


def _list_at(texts: Sequence[str], n: int) -> tuple[str, ...]:
    """Return the names that the line *n* of a cover lists, the family names first or after a label; the list may go on in the next line."""
    text, more = texts[n], texts[n + 1] if n + 1 < len(texts) else ""
    goes_on = text.rstrip().endswith((";", ",")) or not _turned_in(more)
    both = _turned_in(f"{text} {more}") if goes_on else ()
    listed = (both if text.rstrip().endswith(";") else ()) or _turned_in(text) or both
    return listed or (credited_in(text) if is_announced(text) else ())


def _turned_in(text: str) -> tuple[str, ...]:
    """Return the names that *text* consists of, with the family names first: ``Doe, Jane; Roe, Mary``."""
    names = [turned(name) for name in text.strip(" ;").split(";")]
    return tuple(names) if all(names) else ()


def archive_of(lines: Iterable[Line]) -> str:
    """Return the name of the archive whose cover a page of *lines* is; nothing if it is none."""
    text = "\n".join(folded(line.text) for line in lines)
    for archive in ARCHIVES:
        if sum(bool(re.search(sign, text, re.MULTILINE)) for sign in archive.signs) >= _ENOUGH:
            return archive.name
    return ""


def covers_in(layouts: Iterable[Layout]) -> dict[Line, str]:
    """Return the lines of the covers before an article, with the archives that they are of. One page at least is the article's."""
    pages = list(layouts)
    found: dict[Line, str] = {}
    before = ""
    for layout in pages[: min(_PAGES, len(pages) - 1)]:
        name = archive_of(layout.lines) or (before if _goes_on(layout.lines, before) else "")
        if not name:
            break
        found |= dict.fromkeys(layout.lines, name)
        before = name
    return found


def _goes_on(lines: Sequence[Line], name: str) -> bool:
    """Say if the cover of the archive called *name* goes on in the *lines* of the next page."""
    text = "\n".join(folded(line.text) for line in lines)
    more = next((archive.more for archive in ARCHIVES if archive.name == name), "")
    return bool(more) and len(lines) <= _FEW_LINES and bool(re.search(more, text, re.MULTILINE))
