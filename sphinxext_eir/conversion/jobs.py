"""What is to be converted: files, and each post of an export."""

from __future__ import annotations

import errno
import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..text.files import is_file
from .pipeline import NO_FILE, convert, convert_reading, read
from .reading.wordpress import is_export, posts_of, read_post, survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from .pipeline import Result, Syntax
    from .reading.wordpress import Post, Survey
    from .transcript import Reading


_PIECE = 1 << 20
"""Bytes of a file that are held at a time."""


@dataclass(frozen=True, slots=True)
class Job:
    """An input, its syntax, and the fields that the user gives."""

    path: Path
    syntax: Syntax
    metadata: tuple[tuple[str, str], ...] = ()
    version: str = ""
    """The version of the program: another may read the same input better."""
    post: Post | None = None
    """The post of an export that is the input; None for a file."""
    media: Path | None = None
    """The folder of its pictures."""
    embedded: bool = False
    """True if the article stands in a page that goes on after it: its title comes first."""

    @property
    def size(self) -> int:
        """The bytes that are read for it; 0 for a post, which has been read."""
        try:
            return 0 if self.post else self.path.stat().st_size
        except (OSError, ValueError):
            return 0

    @property
    def part(self) -> str:
        """What tells the input from others of the same file: ``#123``."""
        return self.post.part if self.post else ""

    def stamp(self) -> str:
        """Return what the source depends on, as one hash. Raises :class:`OSError`."""
        if self.post:
            said = json.dumps(
                [self.version, self.syntax, self.metadata, str(self.media or ""), repr(self.post)]
            )
            return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
        if not is_file(self.path) and self.path.exists():  # a pipe, which would be read for ever
            raise OSError(errno.EINVAL, NO_FILE)
        digest = hashlib.sha256(json.dumps([self.version, self.syntax, self.metadata]).encode())
        with self.path.open("rb") as file:  # in pieces: nobody knows yet how much it is
            while piece := file.read(_PIECE):
                digest.update(piece)
        return digest.hexdigest()

    def read(self) -> Reading:
        """Read the input. Raises :class:`ConversionError`, or :class:`OSError`."""
        return read_post(self.post, self.media) if self.post else read(self.path)

    def convert(self) -> Result:
        """Convert the input. Raises :class:`ConversionError`."""
        if self.post is None:
            return convert(self.path, self.syntax, dict(self.metadata), embedded=self.embedded)
        stem = self.post.slug or self.post.title or f"post {self.post.number}"
        return convert_reading(self.read(), stem, self.syntax, dict(self.metadata))


# What there is to do


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Things in a file that aren't converted."""

    path: Path
    what: str
    """What they are, with their number: ``70 items of menus``."""
    reason: str
    count: int = 1
    wrong: bool = False
    """True if they may be articles."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user wants of exports, and where their pictures are."""

    types: tuple[str, ...] = ()
    """Types of posts; without any, those of the type ``post``."""
    media: Path | None = None


@dataclass
class Plan:
    """All that is to be done, read from files as it is needed."""

    paths: tuple[Path, ...]
    syntax: Syntax
    version: str
    rows: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Fields by the name of an input."""
    choice: Choice = Choice()
    common: Mapping[str, str] = field(default_factory=dict)
    """Fields of every input; those in its own row win over them."""
    used: set[str] = field(default_factory=set)
    """Of these names, those that an input has."""
    surveys: dict[Path, Survey] = field(default_factory=dict)
    """Export → what a first pass through it has found."""

    def __post_init__(self) -> None:
        for path in self.paths:
            if path.suffix.lower() == ".xml" and is_export(path):
                self.surveys[path] = survey(path, self.types)

    @property
    def types(self) -> tuple[str, ...]:
        """The types of posts that are converted."""
        return self.choice.types or ("post",)

    @property
    def total(self) -> int:
        """The number of inputs."""
        return sum(self.surveys[path].wanted if path in self.surveys else 1 for path in self.paths)

    def jobs(self) -> Iterator[Job]:
        """Yield the jobs, in the order of the files and of the posts in them."""
        for path in self.paths:
            if path not in self.surveys:
                yield Job(path, self.syntax, self._fields(names_for(path)), self.version)
                continue
            for post in posts_of(path, self.surveys[path], self.types):
                names = [f"{name}{post.part}" for name in names_for(path)]
                fields = self._fields((*names, *post.names))
                yield Job(path, self.syntax, fields, self.version, post, self.choice.media)

    def left(self) -> Iterator[LeftOut]:
        """Yield what isn't converted of exports, and why."""
        for path, found in self.surveys.items():
            yield from _left_of(path, found, chosen=bool(self.choice.types))

    def _fields(self, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return the fields that the user gives to an input with these *names*."""
        here = [name for name in names if name in self.rows]
        self.used.update(here)
        return tuple({**self.common, **(self.rows[here[0]] if here else {})}.items())

    def unknown(self) -> list[str]:
        """Return the names of inputs in the user's rows that none of the jobs so far has."""
        return [name for name in self.rows if name not in self.used]


def names_for(path: Path) -> tuple[str, ...]:
    """Return what a CSV file may call *path*: in full, by its file's name, or without suffix."""
    return (str(path), path.as_posix(), path.name, path.stem)


_NAMED = 5
"""Posts without a text that are named."""
_OF_SITES = {
    "attachment": ("file", "files", "of the media library: taken along with the posts that show them"),
    "nav_menu_item": ("item of menus", "items of menus", "navigation of the site"),
    "revision": ("revision", "revisions", "earlier versions of posts"),
    "wp_block": ("reusable block", "reusable blocks", "read where posts show them"),
    "guest-author": ("guest author", "guest authors", "read as authors of posts"),
    "page": ("page", "pages", "beside --post-type post, --post-type page converts pages"),
}
"""Type of post → what one is, what several are, and what becomes of them."""
_TECHNICAL = frozenset(
    "wp_template wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face custom_css customize_changeset oembed_cache "
    "user_request scheduled-action amp_validated_url jp_img_sitemap jp_sitemap jp_sitemap_master jp_pay_order jp_pay_product feedback "
    "wpcf7_contact_form wpforms wpforms_log nf_sub mc4wp-form acf acf-field acf-field-group acf-post-type acf-taxonomy "
    "elementor_library elementor_font elementor_icons elementor_snippet fl-builder-template vc_grid_item vc4_templates et_pb_layout "
    "et_header_layout et_body_layout et_footer_layout shop_order shop_coupon shop_order_refund product_variation safecss bp-email "
    "tablepress_table ml-slider ml-slide polylang_mo ngg_album ngg_gallery ngg_pictures display_type lightbox_library gal_display_source "
    "popup popup_theme cookielawinfo cli-cookielawinfo edd_payment edd_log redirect_rule newsletter stream_alerts ct_template "
    "nf_form_field coblocks_pattern astra-advanced-hook sow_widget_preset".split()
)
"""Types of posts in which WordPress and its plugins keep settings."""


def _left_of(path: Path, found: Survey, *, chosen: bool) -> Iterator[LeftOut]:
    """Yield what isn't converted of an export; if the types are *chosen*, the user knows of the others."""
    settings = 0
    for kind, count in found.left.items():
        if kind in _TECHNICAL:
            settings += count
        elif kind in _OF_SITES:
            one, several, reason = _OF_SITES[kind]
            yield LeftOut(path, _many(count, one, several), reason, count)
        else:
            reason = (
                "not among --post-type"
                if chosen
                else f"--post-type {kind} converts them, beside --post-type post"
            )
            yield LeftOut(path, f"{count} of the type {kind!r}", reason, count, wrong=not chosen)
    if settings:
        yield LeftOut(path, f"{settings} of other types", "settings of WordPress and its plugins", settings)
    if found.comments:
        many = _many(found.comments, "comment", "comments")
        yield LeftOut(path, many, "not the authors' words", found.comments)
    if found.discarded:
        many = _many(found.discarded, "post", "posts")
        yield LeftOut(path, many, "in the bin, or never saved", found.discarded)
    if found.empty:
        names = ", ".join(found.empty[:_NAMED]) + (" …" if len(found.empty) > _NAMED else "")
        many = f"{_many(len(found.empty), 'post', 'posts')} ({names})"
        yield LeftOut(path, many, "without a text", len(found.empty))
    if found.error:
        yield LeftOut(path, "the rest of the file", found.error, 1, wrong=True)
    if found.repaired:
        yield LeftOut(path, f"{found.repaired} characters", "control characters, which XML doesn't have", 1)


def _many(count: int, one: str, several: str) -> str:
    """Return a number of things, in words."""
    return f"{count} {one if count == 1 else several}"
