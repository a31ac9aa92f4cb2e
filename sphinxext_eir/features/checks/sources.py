"""Rules of sources: notes that are an address, dates of access, addresses that can't be right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from ...text.dates import access_date
from ...text.patterns import any_of
from ...text.vocabularies import words
from .prose import is_bare
from .records import ENTRY, NOTE, OBJECT, Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .records import Document, Text

# Notes


def bare_addresses(document: Document) -> Iterator[Fault]:
    """Find notes and entries that are an address and nothing else."""
    for texts in sources(document, NOTE, ENTRY):
        words = " ".join(text.words for text in texts)
        if any(text.urls for text in texts) and is_bare(words):
            what = "note" if texts[0].part == NOTE else "entry"
            yield Fault(
                f"this {what} is an address alone: {texts[0].urls[0] if texts[0].urls else words}", texts[0]
            )


def sources(document: Document, *parts: str) -> Iterator[list[Text]]:
    """Yield the paragraphs of each note and entry."""
    groups: dict[tuple[str, int], list[Text]] = {}
    for text in document.prose(*parts):
        groups.setdefault((text.part, text.group), []).append(text)
    yield from groups.values()


# Dates of access

_LASTING = re.compile(
    r"""^https?://(?: [^/]*\.)?
        (?: doi\.org | hdl\.handle\.net | jstor\.org/stable | arxiv\.org | purl\.org | perma\.cc | archive\.(?:org|today|is|ph)
          | w3id\.org | ark\.\w+ | n2t\.net | nbn-resolving\.(?:de|org) | urn\.\w+ | ssrn\.com/abstract | pubmed\.ncbi | worldcat\.org
          | muse\.jhu\.edu | tandfonline\.com | springer\.com | wiley\.com | sagepub\.com | oup\.com | cambridge\.org | sciencedirect\.com )
        | \.pdf(?:$|[?\#])
        | [?&]oldid=\d                                  # a page of a wiki as it was on its day
        | /(?:blob|tree|commit)/[\da-f]{7,40}\b           # a state of a repository""",
    re.IGNORECASE | re.VERBOSE,
)
"""Addresses of things that stay as they are, and are cited without a date: identifiers, archives, publications, documents, kept versions."""

_ARCHIVED = re.compile(
    r"""(?<![\w.-]) (?: (?:web|wayback)\.archive\.org | perma\.cc | archive\.(?:today|is|ph|fo|li|md|vn) | (?:www\.)?webcitation\.org
          | (?:wayback\.)?archive-it\.org | ghostarchive\.org | (?:www\.)?webarchive\.(?:nationalarchives\.gov\.uk|org\.uk|loc\.gov)
          | arquivo\.pt | megalodon\.jp | conifer\.rhizome\.org ) /""",
    re.IGNORECASE | re.VERBOSE,
)
"""Addresses of copies that web archives keep. A page that is cited with its copy is dated by that."""

_SEEN = re.compile(
    rf"(?<!\w){any_of((*words('accessed'), 'geraadpleegd', 'bezocht', 'hämtad', 'besökt', 'dostęp'))}(?!\w)",
    re.IGNORECASE,
)
"""Words that announce a date of access: those of the vocabularies, and of Dutch, Swedish and Polish."""


def missing_access_dates(document: Document) -> Iterator[Fault]:
    """Find web pages cited without the date on which they were read, in a document that gives it for others.

    Where no source has one, the house does without, and one finding says so for all. A link behind words is none: its address isn't
    printed.
    """
    without: list[tuple[str, Text | None]] = []
    dated = 0
    for url, text, has_date in [*_pages_in_texts(document), *_pages_of_works(document)]:
        if has_date:
            dated += 1
        else:
            without.append((url, text))
    if without and not dated:
        which = f"none of the {len(without)} web pages" if len(without) > 1 else "the one web page"
        yield Fault(f"{which} cited has {'a' if len(without) > 1 else 'no'} date of access", without[0][1])
    elif without:
        for url, text in without:
            yield Fault(f"no date of access for {url}", text)


def _pages_in_texts(document: Document) -> Iterator[tuple[str, Text, bool]]:
    """Yield the first page that each note and entry cites without an archived copy, and whether a date goes with it."""
    for texts in sources(document, NOTE, ENTRY):
        words = " ".join(text.words for text in texts)
        pages = [(url, text) for text in texts if OBJECT in text.words for url in text.urls if is_page(url)]
        if not pages or any(map(_ARCHIVED.search, (words, *(url for text in texts for url in text.urls)))):
            continue
        has_date = bool(access_date(words) or _SEEN.search(words))
        if has_date or not is_bare(words):  # of which another rule speaks
            yield (*pages[0], has_date)


def _pages_of_works(document: Document) -> Iterator[tuple[str, None, bool]]:
    """Yield the pages of the works that are cited by key."""
    for work in document.works:
        item = work.item or {}
        url = str(item.get("URL") or "")
        kept = " ".join(str(item.get(name) or "") for name in ("archive", "archive_location", "note"))
        if url and is_page(url) and not item.get("DOI") and not _ARCHIVED.search(kept):
            has_date = bool(item.get("accessed"))
            yield url if has_date else f"{url}, of the entry {str(item.get('id') or '')!r}", None, has_date


def is_page(url: str) -> bool:
    """Say if *url* leads to a page that may change: not to an identifier, an archive or a document."""
    return url.startswith(("http://", "https://")) and not _LASTING.search(url) and not what_is_wrong(url)


# Addresses

_BROKEN = re.compile(
    r"""(?<![\w/])
        (?: (?!https?://) h[htps]{2,6}:/{1,2} (?=[\w-]+\.\w)  # http:/example.org, htp://example.org
          | https?//(?=[\w-]+\.\w) | https?;//(?=\w) | https?:\\\\ | https?://[ ]+(?=[\w-]+\.\w) | https?:////*(?=\w)
        ) \S*""",
    re.VERBOSE,
)
"""Beginnings of addresses that docutils and linkify leave as text."""

_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:[^\W\d_]{2,}|xn--[\w-]+)\.?")
_LOCAL = re.compile(r"localhost|[\w-]+\.local(?:host)?|[\d.]+|[\da-f:]+", re.IGNORECASE)


def malformed_addresses(document: Document) -> Iterator[Fault]:
    """Find addresses that can't lead anywhere."""
    for text in document.texts:
        for url in dict.fromkeys(text.urls):
            if wrong := what_is_wrong(url):
                yield Fault(f"{url}: {wrong}", text)
        if match := _BROKEN.search(text.words):
            yield Fault(f"{match[0]!r} isn't read as an address", text, match.start())
    for work in document.works:
        if work.item and work.url and (wrong := what_is_wrong(work.url)):
            yield Fault(f"{work.url}, of the entry {str(work.item.get('id') or '')!r}: {wrong}")


class _Address(NamedTuple):
    """The parts of an address that is looked at."""

    url: str
    host: str
    path: str


_WRONG: tuple[tuple[str, Callable[[_Address], object]], ...] = (
    ("it has no host", lambda at: not at.host),
    (
        "it begins twice",
        lambda at: at.path.startswith("//http") or re.search(r"https?://https?(?::|//)", at.url),
    ),
    ("no host is called so", lambda at: not (_HOST.fullmatch(at.host) or _LOCAL.fullmatch(at.host))),
    ("there is white space in it", lambda at: re.search(r"\s|%0[AD]", at.url)),
    ("its end was cut off", lambda at: at.url.endswith(("...", "…"))),
    ("the stop at its end belongs to the sentence", lambda at: at.url.endswith((".", ",", ";"))),
    (
        "the bracket at its end belongs to the sentence",
        lambda at: at.url.endswith(")") and at.url.count("(") < at.url.count(")"),
    ),
)
"""What is wrong with an address that this holds of; the first counts (RFC 3986, 3)."""


def what_is_wrong(url: str) -> str:
    """Return what is wrong with the address *url* of a web page; nothing if it may be right."""
    if not url.lower().startswith(("http:", "https:")):
        return ""
    try:
        parts = urlsplit(url)
        shown = url.partition("#:~:")[
            0
        ]  # what follows are words to be found on the page (WICG, "Text Fragments")
        address = _Address(shown, parts.hostname or "", parts.path)
    except ValueError:
        return "its host can't be read"
    return next((wrong for wrong, holds in _WRONG if holds(address)), "")
