"""What an export says of the site, its authors, its posts and their pictures, as plain and frozen records."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the media library."""

    number: str
    """Its ``wp:post_id``."""
    address: str
    caption: str = ""
    description: str = ""
    """The text in place of the picture (``alt``)."""
    parent: str = ""
    """The post that it was uploaded to."""
    place: int = 0
    """Its place among the files of that post."""


@dataclass(frozen=True, slots=True)
class Site:
    """The site that was exported."""

    title: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """A post as it stands in the export, with all that its article needs."""

    number: str
    """Its ``wp:post_id``: no other post of the site has it."""
    type: str = "post"
    title: str = ""
    slug: str = ""
    address: str = ""
    authors: tuple[str, ...] = ()
    """The names that readers see."""
    unnamed: tuple[str, ...] = ()
    """Of these, the logins for which the export has no name."""
    date: str = ""
    """``2012-05-12 10:30:00``, by the clocks of the site."""
    modified: str = ""
    status: str = "publish"
    protected: bool = False
    """True if readers need a password."""
    content: str = ""
    excerpt: str = ""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    image: str = ""
    """The address of the featured image."""
    notes: str = ""
    """The notes of the footnotes block, as JSON (the custom field ``footnotes``, WordPress 6.3)."""
    attachments: tuple[Attachment, ...] = ()
    """Files that were uploaded to it, or that its galleries show."""
    blocks: tuple[tuple[str, str], ...] = ()
    """Number → text of the reusable blocks that it shows."""
    site: Site = Site()
    line: int = 0
    """The line of the export at which it begins."""

    @property
    def part(self) -> str:
        """What tells it from the other posts of the file: ``#123``."""
        return f"#{self.number}"

    @property
    def names(self) -> tuple[str, ...]:
        """What a person may call it."""
        return tuple(name for name in (self.part, self.slug) if name)


@dataclass(slots=True)
class Survey:
    """What a first pass through an export found."""

    site: Site = Site()
    authors: dict[str, str] = field(default_factory=dict)
    """Login → the name that readers see."""
    attachments: dict[str, Attachment] = field(default_factory=dict)
    """By number."""
    uploads: dict[str, list[str]] = field(default_factory=dict)
    """Post → its attachments."""
    blocks: dict[str, str] = field(default_factory=dict)
    """Number → text of reusable blocks."""
    wanted: int = 0
    """Posts to be converted."""
    empty: list[str] = field(default_factory=list)
    """The names of posts without a text."""
    left: dict[str, int] = field(default_factory=dict)
    """Type of post → how many aren't converted."""
    discarded: int = 0
    """Posts in the bin, and such as were never saved."""
    comments: int = 0
    guests: dict[str, str] = field(default_factory=dict)
    """Login → name of authors without an account (the plugin Co-Authors Plus)."""
    repaired: int = 0
    """Characters that no XML may have."""
    error: str = ""
    """Why the file couldn't be read to its end."""
