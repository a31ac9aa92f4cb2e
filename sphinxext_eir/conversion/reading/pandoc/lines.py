"""The lines of a text, found again by the beginnings of paragraphs: pandoc's tree doesn't tell them."""

from __future__ import annotations

from .tree import bare

_SEEN = 20
"""Letters by which a line is known."""
_FEWEST = 8


class LineFinder:
    """The lines of a source, by the beginnings of paragraphs, which come in its order."""

    def __init__(self, source: str, first: int = 1) -> None:
        self.lines = [bare(line) for line in source.split("\n")]
        self.at = 0
        self.first = first

    def __call__(self, text: str) -> int:
        """Return the line where *text* begins, after the last one that was found; 0 where it isn't found."""
        wanted = bare(text)[:_SEEN]
        for length in (_SEEN, _FEWEST):
            begins = wanted[:length]
            for n in range(self.at, min(len(self.lines), self.at + _AHEAD)) if len(begins) > 2 else ():
                line = self.lines[n]
                if begins in line or (len(line) > 2 and begins.startswith(line)):
                    self.at = n
                    return n + self.first
        return 0


_AHEAD = 2000
"""Lines in which the next paragraph begins: a text is looked through once."""
