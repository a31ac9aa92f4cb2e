"""Word and OpenDocument files, made by pandoc."""

from __future__ import annotations

import struct
import subprocess
import zlib
from typing import TYPE_CHECKING

from sphinxext_eir.csl.pandoc import find_pandoc

if TYPE_CHECKING:
    from pathlib import Path


ESSAY = """\
---
title: The Art of Waiting
---

JANE DOE, MAY 12 2012

Nobody is born with it.[^1] See (Blank 2000) and *Waiting*; H~2~O on the 19^th^ is **bare**: http://example.org/a_b.

![A platform](pic.png)

> A quote set apart.

1. First
2. Second

| A | B |
|---|---|
| x | y |

## References

Blank, S. (2000) *Threats*. Carlisle: SSI.

[^1]: As *every* child shows, <http://example.org/x_y>.
"""


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PICTURE = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
    + chunk(b"IEND", b"")
)


def word_file(folder: Path, text: str, suffix: str = ".docx") -> Path:
    """Write *text*, pandoc's Markdown, as a Word or OpenDocument file."""
    (folder / "pic.png").write_bytes(PICTURE)
    path = folder / f"essay{suffix}"
    command = [find_pandoc().path, "-f", "markdown", "-o", str(path)]
    subprocess.run(command, input=text.encode(), cwd=folder, check=True)
    return path
