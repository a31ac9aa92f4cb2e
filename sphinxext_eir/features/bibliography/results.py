"""The result of a document: its resolution, packed, with what that depends on, as the environment keeps both."""

# Without `annotations` of `__future__`, as in `text.article`: this is imported in each build.
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from ...core.listed_works import References
from ...core.packing import pack, unpack
from ...core.warnings import Subtype
from .records import digest_of

if TYPE_CHECKING:
    from ...core.works import Work
    from .resolutions import Resolution


class Problem(NamedTuple):
    """A warning that comes back whenever the document is read."""

    subtype: Subtype
    message: str
    cited: int | None = None
    """The number of the citation that it points at."""
    listed: int | None = None
    """The number of the bibliography that it points at."""


State: TypeAlias = tuple[str, int, int]
"""A file's path, time and size; zeros if there is no such file."""


class Result(NamedTuple):
    """A document's resolution, as the environment keeps it."""

    inputs: str
    """The digest of all that it depends on, files apart; empty if it is a makeshift, to be tried again."""
    files: tuple[State, ...]
    """The files that it depends on."""
    digest: str
    """The digest of the resolution: a page is written again if it changes."""
    packed: bytes
    """The resolution, packed: most builds don't look at it."""
    references: References
    """The works that the document lists."""
    problems: tuple[Problem, ...] = ()

    def resolution(self) -> "Resolution":
        """Unpack the resolution."""
        return cast("Resolution", unpack(self.packed))


def result_of(
    resolution: "Resolution",
    cited: tuple["Work", ...],
    inputs: str,
    files: tuple[State, ...],
    problems: tuple[Problem, ...],
) -> Result:
    """Return the result that keeps *resolution*, and the works that the document has *cited*."""
    works = dict.fromkeys(entry.work for entries in resolution.lists for entry in entries)
    packed = pack(resolution)
    return Result(inputs, files, digest_of(resolution), packed, References.of(works, cited), problems)


@cache
def result_of_nothing() -> Result:
    """Return the result of a document that cites and lists nothing, but for its inputs."""
    from .resolutions import NOTHING  # whose classes take time to import

    return result_of(NOTHING, (), "", (), ())


def state_of(path: Path) -> State:
    """Return the state of the file at *path*: it changes when the file does."""
    try:
        state = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), state.st_mtime_ns, state.st_size
