"""Records for rules: a document made of plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sphinxext_eir.features.checks.records import BODY, Document, Text
from sphinxext_eir.features.checks.table import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Callable


def document(*words: str, part: str = BODY, language: str = "en", **fields: Any) -> Document:
    """Return a document whose paragraphs are *words*."""
    texts = tuple(Text(text, part, "a.rst", number, group=number) for number, text in enumerate(words, 1))
    return Document("a", "a.rst", "A", language, texts=fields.pop("texts", texts), **fields)


@pytest.fixture(scope="session")
def found() -> Callable[..., list[str]]:
    """Return what a rule finds in paragraphs."""

    def find(rule: str, *words: str, **fields: Any) -> list[str]:
        function = BY_NAME[rule].find
        assert function
        return [fault.message for fault in function(document(*words, **fields))]

    return find
