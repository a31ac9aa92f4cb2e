"""The record of the works that a document lists and cites, packed: most builds don't look at the works themselves."""

# Without `annotations` of `__future__`, as in `text.article`: this is imported in each build.
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, cast

from .packing import pack, unpack

if TYPE_CHECKING:
    from .works import Work


class References(NamedTuple):
    """The record of the works that a document lists, in the order of its bibliographies, and of those that it cites."""

    packed: bytes
    """The works listed and those cited, pickled: they are of use only when pages are written that show them."""

    @classmethod
    def of(cls, works: Iterable["Work"], cited: Iterable["Work"] = ()) -> "References":
        """Pack the *works* that the document lists, and those that it is known to have *cited*, wherever they are listed."""
        return cls(pack((tuple(works), tuple(cited))))

    def works(self) -> tuple["Work", ...]:
        """Return the works listed."""
        return self._unpacked()[0]

    def cited(self) -> tuple["Work", ...]:
        """Return the works cited, each once: by a citation in the text or a note, or by an entry that the author typed."""
        return self._unpacked()[1]

    def _unpacked(self) -> tuple[tuple["Work", ...], tuple["Work", ...]]:
        return cast("tuple[tuple[Work, ...], tuple[Work, ...]]", unpack(self.packed))
