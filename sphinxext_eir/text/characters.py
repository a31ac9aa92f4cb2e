"""Characters that no page can hold. Pure Python."""

from __future__ import annotations

import re

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")


def writable(text: str) -> str:
    """Return *text* without control characters, U+FFFE and U+FFFF, and with U+FFFD for halves of surrogate pairs.

    YAML and JSON can spell them, so that MyST hands them on; UTF-8 has no surrogates, and XML none of them (1.0, section 2.2).
    """
    return _HALVES.sub("\N{REPLACEMENT CHARACTER}", _CONTROLS.sub("", text))


WIDE = {
    **dict(zip(map(ord, "（）［］【】〔〕，；：、،؛"), "()[][][],;:,,;", strict=True)),
    **{zero + n: str(n) for zero in (0x660, 0x6F0, 0xFF10) for n in range(10)},
}
"""Brackets, marks and digits of other scripts → those of ASCII that mean the same, one for one."""
