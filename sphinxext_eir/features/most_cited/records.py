"""The records of documents that print what is most cited."""

from __future__ import annotations

from typing import NamedTuple

SHOWN = ("both", "works", "authors")
"""The lists that a directive prints."""


class Row(NamedTuple):
    """A work or an author, and who cites it."""

    words: str
    """The work as printed, or the author's name."""
    url: str
    """The address of a work; nothing for an author."""
    citing: tuple[tuple[str, str], ...]
    """Docname and title of each article that cites it, in the order of their titles."""


class Counted(NamedTuple):
    """Works and authors, the most cited first; of those that as many articles cite, in order of their words."""

    works: tuple[Row, ...]
    authors: tuple[Row, ...]


class Asked(NamedTuple):
    """What a directive asks for."""

    show: str = "both"
    limit: int = 10
    """The most rows of each list."""
    at_least: int = 1
    """The fewest articles that cite what is listed."""
    line: int | None = None

    def rows(self, counted: Counted) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        """Return the rows of works and those of authors."""
        works, authors = (
            tuple(row for row in rows if len(row.citing) >= self.at_least)[: self.limit] for rows in counted
        )
        return () if self.show == "authors" else works, () if self.show == "works" else authors


class MostCited(NamedTuple):
    """The record of a document that prints what is most cited."""

    asked: tuple[Asked, ...]
