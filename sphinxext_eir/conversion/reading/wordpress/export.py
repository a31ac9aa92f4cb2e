"""An export of WordPress, read as a stream: what the whole says in a first pass, and its posts one by one in a second.

WordPress writes these files in ``wp-admin/includes/export.php``. They are RSS 2.0 with names of its own; no version since 1.0 (2009) has
taken one away. Only one post is held at a time. Document type definitions are refused, so that there are no entities to expand.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from ....text.files import is_file
from ...transcript import ConversionError
from .records import Attachment, Post, Site, Survey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_CHUNK = 1 << 18
"""Bytes that are read at a time."""
_DEEPEST = 100
"""Levels of elements."""
_LONGEST = 50_000_000
"""Characters of one element."""
_FORBIDDEN = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Characters that XML 1.0 doesn't have, and that databases and word processors leave in texts (XML 1.0, production 2)."""
_KEPT_META = frozenset(
    (
        "_thumbnail_id",
        "_wp_attachment_image_alt",
        "_wp_attached_file",
        "footnotes",
        "cap-display_name",
        "cap-user_login",
    )
)
"""Custom fields that an article is made of."""
_UNSAVED = ("trash", "auto-draft", "inherit")
"""Statuses of posts that nobody wants to see."""
_NEVER = "0000-00-00"


def is_export(path: Path) -> bool:
    """Say if *path* is an export of WordPress, by its beginning."""
    if not is_file(path):
        return False
    try:
        with path.open("rb") as file:
            head = file.read(1 << 16)
    except OSError:
        return False
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", errors="replace").encode()
    return b"<rss" in head and b"wordpress.org/export/" in head


# Elements


@dataclass
class _Item:
    """An ``<item>``, an ``<wp:author>`` or the channel: the text of its elements by name."""

    name: str
    line: int = 0
    text: dict[str, str] = field(default_factory=dict)
    terms: list[tuple[str, str, str]] = field(default_factory=list)
    """Domain, slug and name of categories, tags and others."""
    meta: dict[str, str] = field(default_factory=dict)
    comments: int = 0

    def get(self, name: str) -> str:
        """Return the text of an element, or an empty one."""
        return self.text.get(name, "")


_PREFIXES = (
    ("purl.org/rss/1.0/modules/content", "content:"),
    ("purl.org/dc/elements", "dc:"),
    ("/excerpt/", "excerpt:"),
    ("wordpress.org/export/", "wp:"),
)
"""A part of a namespace's name → the prefix that WordPress writes for it. Versions differ in the rest."""


class _Stream:
    """Reads an export, and hands on each item when it is complete."""

    def __init__(self, done: Callable[[_Item], None]) -> None:
        self.done = done
        self.channel = _Item("channel")
        self.path: list[str] = []
        self.item: _Item | None = None
        self.words: list[str] = []
        self.length = 0
        self.meta = ("", "")
        self.term = ("", "")
        self.repaired = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def feed(self, data: bytes, *, last: bool = False) -> None:
        """Read on. Raises :class:`ConversionError`."""
        tidy = _FORBIDDEN.sub(b" ", data)
        if tidy != data:
            self.repaired += sum(one != other for one, other in zip(tidy, data, strict=True))
        try:
            self.parser.Parse(tidy, last)
        except expat.ExpatError as error:
            message = (
                f"line {error.lineno}: it is no longer XML: {expat.errors.messages.get(error.code, error)}"
            )
            raise ConversionError(message) from None
        except (LookupError, ValueError) as error:  # an unknown encoding
            raise ConversionError(f"it can't be read: {error}") from None

    def _refuse(self, *_: object) -> NoReturn:
        raise ConversionError("it has a document type definition (<!DOCTYPE), which is not read")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = _short(name)
        self.path.append(name)
        if len(self.path) > _DEEPEST:
            raise ConversionError("its elements are nested too deeply")
        self.words, self.length = [], 0
        if name in ("item", "wp:author") and len(self.path) == 3:  # rss, channel, item
            self.item = _Item(name, self.parser.CurrentLineNumber)
        elif name == "wp:postmeta":
            self.meta = ("", "")
        elif name == "category":
            self.term = (attributes.get("domain", ""), attributes.get("nicename", ""))

    def _characters(self, text: str) -> None:
        self.length += len(text)
        if self.length > _LONGEST:
            raise ConversionError(f"an element has more than {_LONGEST // 1_000_000} million characters")
        self.words.append(text)

    def _end(self, name: str) -> None:
        name = self.path.pop()
        text = "".join(self.words)
        self.words = []
        above = self.path[-1] if self.path else ""
        if self.item is None:
            if above == "channel":
                self.channel.text.setdefault(name, text.strip())
        elif name == self.item.name and above == "channel":
            item, self.item = self.item, None
            self.done(item)
        elif above == self.item.name:
            if name == "category":
                self.item.terms.append((*self.term, text.strip()))
            elif name == "wp:postmeta":
                if self.meta[0] in _KEPT_META:
                    self.item.meta.setdefault(*self.meta)
            elif name == "wp:comment":
                self.item.comments += 1
            else:
                self.item.text.setdefault(name, text)
        elif name == "wp:meta_key":
            self.meta = (text.strip(), self.meta[1])
        elif name == "wp:meta_value" and above == "wp:postmeta":
            self.meta = (self.meta[0], text)


def _short(name: str) -> str:
    """Return the name of an element as WordPress writes it: with its prefix, whatever the file declares."""
    space, _, local = name.rpartition(" ")
    return next((prefix + local for part, prefix in _PREFIXES if part in space), local)


def _items(path: Path, survey: Survey) -> Iterator[_Item]:
    """Yield the items of an export as they come; the *survey* hears why it ends early."""
    ready: list[_Item] = []
    stream = _Stream(ready.append)
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                stream.feed(chunk)
                yield from ready
                ready.clear()
        stream.feed(b"", last=True)
    except ConversionError as error:
        survey.error = str(error)
    except OSError as error:
        survey.error = f"the file can't be read: {error.strerror or error}"
    yield from ready
    survey.repaired = stream.repaired
    survey.site = Site(
        stream.channel.get("title"),
        stream.channel.get("wp:base_blog_url") or stream.channel.get("link"),
    )


# The first pass


def survey(path: Path, types: Iterable[str] = ("post",)) -> Survey:
    """Read through an export: its authors, its files, and how many posts of which *types* it has."""
    found = Survey()
    wanted = frozenset(types)
    for item in _items(path, found):
        if item.name == "wp:author":
            login = item.get("wp:author_login").strip()
            found.authors[login] = _shown_name(item) or login
            continue
        kind = item.get("wp:post_type").strip() or "post"
        if kind == "attachment":
            _add_attachment(found, item)
        elif kind == "wp_block":
            found.blocks[item.get("wp:post_id").strip()] = item.get("content:encoded")
        elif kind == "guest-author":
            login = item.meta.get("cap-user_login") or item.get("wp:post_name")
            found.guests[login.strip()] = (item.meta.get("cap-display_name") or item.get("title")).strip()
        if kind not in wanted:
            found.left[kind] = found.left.get(kind, 0) + 1
        elif item.get("wp:status").strip() in _UNSAVED:
            found.discarded += 1
        elif not _has_text(item):
            found.empty.append(item.get("title").strip() or f"#{item.get('wp:post_id').strip()}")
        else:
            found.wanted += 1
        found.comments += item.comments
    return found


def _shown_name(item: _Item) -> str:
    """Return the name of an author that readers see; where it is a login, the names that the account has."""
    shown = item.get("wp:author_display_name").strip()
    whole = f"{item.get('wp:author_first_name').strip()} {item.get('wp:author_last_name').strip()}".strip()
    login = item.get("wp:author_login").strip()
    return whole if whole and (not shown or shown == login) else shown


def _add_attachment(found: Survey, item: _Item) -> None:
    """Add a file of the media library to what was *found*."""
    number, parent = item.get("wp:post_id").strip(), item.get("wp:post_parent").strip()
    place = item.get("wp:menu_order").strip()
    found.attachments[number] = Attachment(
        number,
        item.get("wp:attachment_url").strip() or item.get("guid").strip(),
        " ".join(item.get("excerpt:encoded").split()),
        " ".join(item.meta.get("_wp_attachment_image_alt", "").split()),
        parent,
        int(place) if re.fullmatch(r"\d{1,6}", place) else 0,
    )
    if parent not in ("", "0"):
        found.uploads.setdefault(parent, []).append(number)


def _has_text(item: _Item) -> bool:
    """Say if there is something to convert: more than comments of blocks."""
    return bool(re.sub(r"<!--.*?-->", "", item.get("content:encoded"), flags=re.DOTALL).strip())


# The second pass


def posts_of(path: Path, found: Survey, types: Iterable[str] = ("post",)) -> Iterator[Post]:
    """Yield the posts of an export that are of the *types*, given what the first pass has *found*."""
    wanted = frozenset(types)
    numbers: Counter[str] = Counter()
    for item in _items(path, Survey()):
        kind = item.get("wp:post_type").strip() or "post"
        if (
            item.name == "item"
            and kind in wanted
            and item.get("wp:status").strip() not in _UNSAVED
            and _has_text(item)
        ):
            post = _post(item, kind, found)
            numbers[post.number] += 1
            # Two exports that somebody put together have posts of the same number.
            times = numbers[post.number]
            yield post if times == 1 else replace(post, number=f"{post.number}-{times}")


def _post(item: _Item, kind: str, found: Survey) -> Post:
    """Return an *item* as a post."""
    authors, unnamed = _authors(item, found)
    number = item.get("wp:post_id").strip() or f"line-{item.line}"
    content = item.get("content:encoded")
    featured = found.attachments.get(item.meta.get("_thumbnail_id", "").strip())
    return Post(
        number=number,
        type=kind,
        title=" ".join(item.get("title").split()),
        slug=item.get("wp:post_name").strip(),
        address=item.get("link").strip(),
        authors=authors,
        unnamed=unnamed,
        date=_date(item, "wp:post_date", "wp:post_date_gmt"),
        modified=_date(item, "wp:post_modified", "wp:post_modified_gmt"),
        status=item.get("wp:status").strip() or "publish",
        protected=bool(item.get("wp:post_password").strip()),
        content=content,
        excerpt=item.get("excerpt:encoded"),
        categories=_terms(item, "category"),
        tags=_terms(item, "post_tag", "tag"),
        image=featured.address if featured else "",
        notes=item.meta.get("footnotes", ""),
        attachments=_attachments(content, number, found),
        blocks=_blocks(content, found),
        site=found.site,
        line=item.line,
    )


def _terms(item: _Item, *domains: str) -> tuple[str, ...]:
    """Return the names of the terms of *domains*; the one that WordPress gives to all posts says nothing."""
    return tuple(
        dict.fromkeys(
            name
            for domain, slug, name in item.terms
            if domain in domains and name and slug != "uncategorized"
        )
    )


def _date(item: _Item, *names: str) -> str:
    """Return the first of the dates *names* that is one."""
    dates = (item.get(name).strip() for name in names)
    return next((date for date in dates if date and not date.startswith(_NEVER)), "")


def _authors(item: _Item, found: Survey) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the authors, and those among them that are logins: those of Co-Authors Plus, or the account."""
    logins = [
        re.sub(r"^cap-", "", slug) or name for domain, slug, name in item.terms if domain == "author"
    ] or [login for login in [item.get("dc:creator").strip()] if login]
    names: dict[str, bool] = {}
    for login in logins:
        name = found.guests.get(login) or found.authors.get(login) or _by_slug(login, found)
        names[name or login] = bool(name)
    return tuple(names), tuple(name for name, known in names.items() if not known)


def _by_slug(slug: str, found: Survey) -> str:
    """Return the name of the author whose login is written as *slug* in addresses."""
    return next(
        (name for login, name in found.authors.items() if re.sub(r"[^a-z0-9]+", "-", login.lower()) == slug),
        "",
    )


def _blocks(content: str, found: Survey) -> tuple[tuple[str, str], ...]:
    """Return the reusable blocks that a post shows, and those in them."""
    shown: dict[str, str] = {}
    ahead = [content]
    while found.blocks and ahead:
        for number in re.findall(r'<!--\s+wp:(?:core/)?block\s+\{"ref":(\d+)', ahead.pop()):
            if number in found.blocks and number not in shown:
                shown[number] = found.blocks[number]
                ahead.append(shown[number])
    return tuple(shown.items())


_NUMBERS = re.compile(
    r"""(?:ids|include)\s*=\s*["'\u201d]?([\d,\s]+) | "ids"\s*:\s*\[([\d,"\s]*)\] """, re.VERBOSE
)


def _attachments(content: str, number: str, found: Survey) -> tuple[Attachment, ...]:
    """Return the files that were uploaded to a post, in their order, and those that its galleries name."""
    uploads = (
        [found.attachments[one] for one in found.uploads.get(number, ())] if "[gallery" in content else []
    )
    named = [
        found.attachments[one]
        for match in _NUMBERS.finditer(content)
        for one in re.findall(r"\d+", match[1] or match[2] or "")
        if one in found.attachments
    ]
    uploads.sort(key=lambda upload: (upload.place, upload.number))
    return tuple(dict.fromkeys((*uploads, *named)))
