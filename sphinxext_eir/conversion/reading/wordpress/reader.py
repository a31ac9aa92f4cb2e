"""A post → its reading: the front matter that the export names, and the text as a page without furniture."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ....text.fields import FieldError
from ....text.files import is_file, place_within
from ....text.frontmatter import FIELDS
from ...outcome import Message
from ..web.head import PageHead
from ..web.reader import LARGEST, PICTURES, PicturesBeside, read_tree
from .content import page_of, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ...transcript import Reading
    from .records import Post

KEPT_BACK = {
    "draft": "",
    "pending": "it awaits review on the site",
    "future": "it was to appear later",
    "private": "it is private on the site",
}
"""Status of posts that the site doesn't show → what to say of it. Their articles are drafts."""
_KINDS = (
    ("review", r"(?:book|film|exhibition)?[\s-]*reviews?|rezension(?:en)?|critiques?"),
    ("interview", r"interviews?|conversations?|entrevistas?"),
    ("opinion", r"opinions?|op[\s-]?eds?|commentar(?:y|ies)|editorials?"),
    ("essay", r"essays?|student essays?|ensayos?"),
)
"""Kinds of text, and how categories are called that have them."""
_SIZE = re.compile(
    r"""- (?: \d{1,5}x\d{1,5} | scaled | e\d{10,} )
        (?=\.\w+$)
    """,
    re.VERBOSE,
)
"""What WordPress adds to the name of a picture that it has made smaller, scaled down, or edited (``wp_get_additional_image_sizes()``)."""


def read_post(post: Post, media: Path | None = None) -> Reading:
    """Read a *post*; its pictures are those of the uploads folder *media*. Raises :class:`.ConversionError`."""
    page, messages = page_of(post)
    pictures = PicturesOfUploads(media)
    fields = dict(_readable(_fields(post), messages))
    if "image" in fields:
        fields["image"], _ = pictures(post.image, "")  # the site that has it may be switched off
    head = PageHead(
        plain_text(post.title), post.authors, fields, [*_remarks(post), *messages], base=post.address
    )
    reading = read_tree(page, head, pictures, whole=True)
    blocks = reading.blocks[1:] if head.title else reading.blocks  # the title stands in the front matter
    return replace(reading, blocks=blocks, title=head.title, told=True)


def _fields(post: Post) -> Iterator[tuple[str, str]]:
    """Yield the fields of the front matter that the export names."""
    yield "author", "; ".join(name.replace(";", ",") for name in post.authors)
    yield "date", post.date[:10]
    if post.modified[:10] > post.date[:10]:
        yield "updated", post.modified[:10]
    if post.status == "publish":
        yield "canonical", post.address
    else:
        yield "status", "draft"
    terms = dict.fromkeys((*post.tags, *post.categories))
    yield "keywords", "; ".join(plain_text(term).replace(";", ",") for term in terms)
    yield "kind", _kind(post)
    yield "publisher", plain_text(post.site.title)
    yield "description", plain_text(post.excerpt)
    yield "image", post.image


def _kind(post: Post) -> str:
    """Return the kind of text that a category is called after."""
    names = [plain_text(name) for name in (*post.categories, post.type)]
    return next(
        (kind for kind, form in _KINDS for name in names if re.fullmatch(form, name, re.IGNORECASE)), ""
    )


def _readable(fields: Iterator[tuple[str, str]], messages: list[Message]) -> Iterator[tuple[str, str]]:
    """Yield the *fields* that can be read, and say which can't."""
    for name, text in fields:
        if not text or name not in FIELDS:
            continue
        try:
            FIELDS[name].read(text)
        except FieldError as error:
            messages.append(
                Message(f"{name}: expected {error.expected}, not {text!r}: left out", doubtful=True)
            )
        else:
            yield name, text


def _remarks(post: Post) -> Iterator[Message]:
    """Yield what to say of a post beside its text."""
    for name in post.unnamed:
        yield Message(f"the export has no name for the author {name!r}", doubtful=True)
    if post.status in KEPT_BACK:
        why = KEPT_BACK[post.status]
        yield Message(f"the article is a draft{': ' if why else ''}{why}")
    elif post.status not in ("publish", *KEPT_BACK):
        yield Message(f"the article is a draft: its status on the site is {post.status!r}", doubtful=True)
    if post.protected:
        yield Message("readers of the site need a password for it", doubtful=True)


class PicturesOfUploads(PicturesBeside):
    """The pictures of a copy of ``wp-content/uploads``; one that was made smaller gives way to its original."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__(folder)
        self.expected = folder is not None
        self.place = "in the folder of uploads" if folder else "in the export"

    def file_of(self, source: str) -> Path | None:
        """Return the file of a picture, by its path below ``uploads``."""
        if self.folder is None:
            return None
        try:
            path = unquote(urlsplit(source).path)
        except ValueError:
            return None
        _, found, below = path.rpartition("/uploads/")
        below = below if found else path.lstrip("/")
        if PurePosixPath(below).suffix.lower() not in PICTURES:
            return None
        names = dict.fromkeys((below, _SIZE.sub("", below), re.sub(r"^sites/\d+/", "", _SIZE.sub("", below))))
        for folder in ("", "uploads", "wp-content/uploads"):
            for name in names:
                file = place_within(self.folder, os.path.join(folder, name))  # noqa: PTH118 - names, and no paths yet
                if file and is_file(file) and file.stat().st_size <= LARGEST:
                    return file
        return None
