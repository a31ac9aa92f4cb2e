"""Files of references, and what is read of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinxext_eir.csl.sources import Source


Reader: TypeAlias = "Callable[..., Source]"


def told(source: Source) -> list[str]:
    """Return messages without the name of the file."""
    return [f"{message.line}: {message.text}" for message in source.messages]


def items(source: Source) -> dict[str, dict[str, Any]]:
    return source.items(source.keys)


PIECES = ["@book{", "@string{", "a", ",", "=", "{", "}", '"', "#", "\n@misc{", "title", "\\", "%", "(", ")", " ", "TY  - BOOK\n",
          "ER  - \n", "<record>", "</record>", "- id: x\n", "references:\n", "  ", "[", "]", ":", "1"]  # fmt: skip
