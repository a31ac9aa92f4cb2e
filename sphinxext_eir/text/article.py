"""The record of an article, and what it is made of: apart from those who read it, since most builds only look at what was read."""

# Without `annotations` of `__future__`: `typing` compiles the annotation of each field that is text, in each build.
import datetime
from typing import NamedTuple

KINDS = ("article", "essay", "review", "interview", "opinion")
STATUSES = ("draft", "published", "retracted")

STOPS = ("?", "!", ":", ".", "…", "？", "！", "：", "。")
"""Ends of titles after which a subtitle needs no colon."""


class Date(NamedTuple):
    """A date of the Gregorian calendar, known to the day, the month or only the year (ISO 8601)."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """Return the date as ISO 8601 and HTML's ``datetime`` have it: ``2012-05-12``, ``2012-05``, ``2012``."""
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part))
        return "-".join(parts)

    def first_day(self) -> datetime.date:
        """Return the first day that the date may mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)


class Correction(NamedTuple):
    """What was corrected in an article that had been published, and when."""

    date: Date | None
    text: str


class Author(NamedTuple):
    """A person or body that wrote an article.

    Family and given names are known only where they were typed apart: ``Family, Given``, or in a mapping.
    """

    name: str
    """As printed: given name first."""
    family: str = ""
    given: str = ""
    orcid: str = ""
    """The whole URL, ``https://orcid.org/0000-0002-1825-0097``, or nothing."""
    affiliation: str = ""
    email: str = ""
    corresponding: bool = False
    """Letters about the article go to this author."""
    equal_contributor: bool = False
    """This author did as much as the others who are marked so."""
    key: str = ""
    """The key of this person among the project's people, if they are there."""


class Article(NamedTuple):
    """The record of one article, from which bylines, metadata, exports and lists are made."""

    title: str
    authors: tuple[Author, ...] = ()
    date: Date | None = None
    updated: Date | None = None
    canonical: str = ""
    publisher: str = ""
    journal: str = ""
    issn: str = ""
    doi: str = ""
    """The bare name, ``10.1000/182``."""
    license: str = ""
    keywords: tuple[str, ...] = ()
    kind: str = "article"
    short_title: str = ""
    subtitle: str = ""
    volume: str = ""
    issue: str = ""
    first_page: str = ""
    last_page: str = ""
    translators: tuple[Author, ...] = ()
    description: str = ""
    image: str = ""
    image_alt: str = ""
    image_credit: str = ""
    disclaimer: str = ""
    written_for: str = ""
    """The teacher, or the course, that a student wrote for."""
    date_written: Date | None = None
    """The date on which the text was finished, which may be years before its publication."""
    language: str = ""
    """The tag of the language that it says it is in (BCP 47)."""
    translation_of: str = ""
    """The original's docname as typed, or its address."""
    notice: str = ""
    """The author's own reference-copy notice; ``none`` for no notice at all."""
    unchecked: tuple[str, ...] = ()
    """The rules of ``sphinxext-eir check`` that the article isn't held to."""
    status: str = ""
    """``draft``, ``published``, ``retracted``, or nothing if it wasn't given, which is the same as published."""
    corrections: tuple[Correction, ...] = ()
    """The oldest is the first."""

    @property
    def changed(self) -> Date | None:
        """The date of the last change that readers are told of: ``updated`` or that of a correction."""
        dates = [self.updated, *(correction.date for correction in self.corrections)]
        return max((date for date in dates if date), key=str, default=None)

    @property
    def whole_title(self) -> str:
        """The title and the subtitle, as libraries set them in one line: ``Tides: A Study``."""
        return self.title_in_one_line(": ")

    def title_in_one_line(self, colon: str) -> str:
        """Return title and subtitle with *colon*, a language's own, between them; with none after a title that ends with a stop."""
        if not self.subtitle:
            return self.title
        return f"{self.title}{' ' if self.title.endswith(STOPS) else colon}{self.subtitle}"

    @property
    def pages(self) -> str:
        """The pages of the issue, from the first to the last, or the only one that is known."""
        ends = dict.fromkeys(page for page in (self.first_page, self.last_page) if page)
        return "–".join(ends)


class Person(NamedTuple):
    """A person as the project knows them."""

    key: str
    author: Author
    """Name, ORCID iD, affiliation and e-mail address, as bylines and metadata have them."""
    biography: tuple[str, ...] = ()
    """Paragraphs, in :mod:`.light_markup`."""
    portrait: str = ""
    """The path of a picture."""
    links: tuple[tuple[str, str], ...] = ()
    """The words and the address of each."""
    also: tuple[str, ...] = ()
    """Other names under which the person wrote."""


class Credited(NamedTuple):
    """The record of an article's people: as typed, and as they are printed."""

    typed: tuple[tuple[Author, ...], tuple[Author, ...]]
    """Authors and translators."""
    printed: tuple[tuple[Author, ...], tuple[Author, ...]]
    doubts: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """What to ask of the authors' names, and of the translators'."""


class Description(NamedTuple):
    """The description of an article whose author gave none; without markup and line breaks."""

    text: str
    image: str = ""
    """The path of the ``image`` from the folder of the sources, if it is a file of the project."""
