"""Links to archived copies of web pages: the Wayback Machine's capture nearest to the date of access."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ..text.languages import long_date
from .languages import language_of, words_in
from .nodes import eir_entry, eir_note_item
from .walks import find_all, find_blocks

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from docutils.nodes import Element, Node

ARCHIVE = "https://web.archive.org/web/"
HOLDERS: tuple[type[Element], ...] = (eir_note_item, eir_entry)
"""Nodes that may name a page and the date it was seen."""


def archive_link(url: str, date: datetime.date, language: str) -> list[Node]:
    """Return a link to the capture of *url* nearest to *date*, with a space before it."""
    _ = words_in(language)
    text = _("Archived copy near {date}").format(date=long_date(date, language))
    address = f"{ARCHIVE}{date:%Y%m%d}/{url}"
    return [
        nodes.Text(" "),
        nodes.reference("", text, refuri=address, internal=False, classes=["eir-archive"]),
    ]


class AddArchiveLinks(SphinxTransform):
    """Adds a link to each page that a note or a typed entry names with the date it was seen.

    After notes and entries have been put into their lists, and URLs of entries been linked (640).
    """

    default_priority = 660

    def apply(self, **kwargs: Any) -> None:
        """Add the links at the end of the note or entry."""
        if not self.config.eir_archive_links:
            return
        for holder in find_blocks(self.document, HOLDERS):
            paragraphs = find_all(holder, nodes.paragraph)
            for url, date in pages_seen(holder):
                paragraphs[-1].extend(archive_link(url, date, language_of(self.env, self.env.docname)))


def pages_seen(holder: Element) -> Iterator[tuple[str, datetime.date]]:
    """Yield the URLs in *holder*, each with the date of access typed after it, or before the only one."""
    from ..text.dates import access_date  # costs time, and is off by default

    parts: list[tuple[str, list[str]]] = [("", [])]
    """URLs, each with the texts after it; the first, empty, with those before any URL."""
    for node in holder.findall():
        if isinstance(node, nodes.reference) and node.get("refuri", "").startswith(("http://", "https://")):
            parts.append((node["refuri"], []))
        elif isinstance(node, nodes.Text) and not isinstance(
            node.parent, (nodes.reference, nodes.footnote_reference)
        ):
            parts[-1][1].append(str(node))
    links = len(parts) - 1
    whole = " ".join(text for _url, texts in parts for text in texts)
    for url, texts in parts[1:]:
        date = access_date(whole if links == 1 else "".join(texts))
        if date and not url.startswith(ARCHIVE):
            yield url, date
