"""Pandoc, asked for its tree of a file: as a child without a shell, the network, other files, or endless time."""

from __future__ import annotations

import json
import tempfile
from typing import TYPE_CHECKING, Any

from ....csl.pandoc import PandocError, Use, environment, find_pandoc
from ....csl.processes import ProcessError, run
from ...transcript import TOO_DEEP, ConversionError

if TYPE_CHECKING:
    from pathlib import Path

    from ....csl.pandoc import Pandoc

OLDEST = {"docx": (3, 2), "odt": (3, 8)}
"""Versions of pandoc, by format. Earlier ones drop the heads of tables in OpenDocument (jgm/pandoc#9327)."""
_OLDEST = (3, 2)
TIMEOUT = 120
"""Seconds. A file that takes pandoc longer isn't an article."""

_NO_MEMORY = (251,)
"""How programs of GHC end that have no memory left (``EXIT_HEAPOVERFLOW``, rts/include/rts/Constants.h)."""

_BACKTRACE = " HasCallStack backtrace"
"""What programs of GHC 9.10 and later say after an error: places in their own source (base, ``GHC.Internal.Exception.Backtrace``)."""

Tree = dict[str, Any]
"""pandoc's tree of a document (pandoc-types, ``Text.Pandoc.Definition``): ``meta`` and ``blocks``."""


def pandoc_for(kind: str) -> Pandoc:
    """Return a pandoc that reads files of this *kind*. Raises :class:`ConversionError`."""
    what = {"markdown": "Markdown", "latex": "LaTeX"}.get(kind, f".{kind}")
    use = Use(
        f"reading {what} files", OLDEST.get(kind, _OLDEST), "pip install --upgrade 'sphinxext-eir[word]'"
    )
    try:
        return find_pandoc(None, use)
    except PandocError as error:
        raise ConversionError(str(error)) from None


def ask_pandoc(source: Path | str, kind: str, target: str = "json") -> tuple[bytes, str]:
    """Return what pandoc makes of a file, or of a text, and what it says of it. Raises :class:`ConversionError`.

    *kind* is the format with its extensions, ``latex+raw_tex``.
    """
    pandoc = pandoc_for(kind.partition("+")[0].partition("-")[0])
    with tempfile.TemporaryFile() as typed:
        name = "-"
        if isinstance(source, str):
            typed.write(source.encode("utf-8", errors="replace"))
            typed.seek(0)
        else:
            name = str(source.resolve())
        try:
            done = run(
                [pandoc.path, "--sandbox", "--verbose", "-f", kind, "-t", target, name],
                env=environment(),
                timeout=TIMEOUT,
                stdin=typed,
            )
        except OSError as error:
            raise ConversionError(f"{pandoc.path} doesn't start: {error.strerror}") from None
        except ProcessError as error:
            raise ConversionError(f"pandoc {error}") from None
    said = done.stderr.decode(errors="replace").strip()
    if done.returncode in _NO_MEMORY or "bytes of memory" in said:
        raise MemoryError
    if done.returncode:
        last = " ".join(line for line in said.splitlines() if not line.startswith(("[INFO]", "[WARNING]")))
        raise ConversionError(f"pandoc can't read it: {last.partition(_BACKTRACE)[0][:200]}")
    return done.stdout, said


def tree_of(source: Path | str, kind: str) -> tuple[Tree, str]:
    """Return pandoc's tree of a file, or of a text, and what pandoc says of it. Raises :class:`ConversionError`."""
    data, said = ask_pandoc(source, kind)
    try:
        tree: Tree = json.loads(data)
    except RecursionError:
        raise ConversionError(TOO_DEEP) from None
    return tree, said
