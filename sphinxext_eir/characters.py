"""Characters that no page can hold. Pure Python."""

from __future__ import annotations

import re

_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")


def writable(text: str) -> str:
    """Return *text* with U+FFFD for control characters and halves of surrogate pairs.

    YAML and JSON can spell them, so that MyST hands them on; UTF-8 has no surrogates, and XML neither (1.0, section 2.2).
    """
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
