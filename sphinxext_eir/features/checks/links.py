"""The rule that asks the network: addresses at which nothing is found any more."""

from __future__ import annotations

import http.client
import re
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from ...text.dates import access_date
from .records import ENTRY, NOTE, Fault
from .sources import what_is_wrong

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .records import Document, Text

ARCHIVE = "https://web.archive.org/web/"
AT_A_TIME = 8
"""Addresses asked at a time."""
GONE = {404, 410, 451}
"""Answers of HTTP that say that there is nothing (RFC 9110, 15.5; RFC 7725). Others may be meant for robots alone."""


class Asking(NamedTuple):
    """How addresses are asked, as ``sphinx-build -b linkcheck`` is told."""

    ignored: tuple[str, ...] = ()
    """Regular expressions of addresses that aren't (``linkcheck_ignore``)."""
    timeout: float = 20
    """Seconds (``linkcheck_timeout``)."""
    agent: str = "sphinxext-eir check"
    """``user_agent``"""


def dead_links(
    documents: Sequence[Document], asking: Asking, done: Callable[[int, int, str], None] = lambda *_: None
) -> list[tuple[Document, Fault]]:
    """Return a fault for each place of an address at which nothing is found. *done* is told how far it is."""
    places: dict[str, list[tuple[Document, Text | None, str]]] = {}
    for document in documents:
        for url, text, seen in _addresses(document):
            if not what_is_wrong(url) and not any(re.match(pattern, url) for pattern in asking.ignored):
                places.setdefault(url.partition("#")[0], []).append((document, text, seen))
    found: list[tuple[Document, Fault]] = []
    with ThreadPoolExecutor(AT_A_TIME) as threads:
        answers = threads.map(lambda url: (url, what_is_amiss(url, asking)), places)
        for number, (url, amiss) in enumerate(answers, 1):
            done(number, len(places), url)
            if amiss:
                found += [
                    (document, Fault(f"{url}: {amiss}; archived: {archived(url, seen)}", text))
                    for document, text, seen in places[url]
                ]
    return found


def _addresses(document: Document) -> Iterator[tuple[str, Text | None, str]]:
    """Yield each address with its text and the day on which it was seen, as ``20120229``, if that is known."""
    for text in document.texts:
        seen = access_date(text.words) if text.part in (NOTE, ENTRY) else None
        for url in dict.fromkeys(text.urls):
            if url.startswith(("http://", "https://")) and not url.startswith(ARCHIVE):
                yield url, text, f"{seen:%Y%m%d}" if seen else ""
    for work in document.works:
        if work.item and work.url.startswith(("http://", "https://")):
            yield work.url, None, ""


def archived(url: str, seen: str) -> str:
    """Return the address of the capture nearest to the day *seen*, or of the latest; the archive finds it."""
    return f"{ARCHIVE}{seen or 2}/{url}"


def what_is_amiss(url: str, asking: Asking) -> str:
    """Ask for *url*, and return why it can't be followed; nothing if it can, or if that can't be told."""
    answer = ""
    for method in ("HEAD", "GET"):
        request = urllib.request.Request(url, method=method, headers={"User-Agent": asking.agent})  # noqa: S310 - http and https alone
        try:
            with urllib.request.urlopen(request, timeout=asking.timeout):  # noqa: S310 - as above
                return ""
        except urllib.error.HTTPError as error:
            error.close()  # it holds the connection, as an answer does
            answer = (
                f"{error.code} {http.client.responses.get(error.code, '')}".strip()
                if error.code in GONE
                else ""
            )
        except (urllib.error.URLError, TimeoutError) as error:
            reason = getattr(error, "reason", error)
            return f"nobody answers ({reason})"
        except (OSError, http.client.HTTPException, ValueError):
            answer = ""
    return answer
