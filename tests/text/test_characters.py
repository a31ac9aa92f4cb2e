"""Characters that no page can hold."""

from __future__ import annotations

import sys

import pytest

from sphinxext_eir.text.characters import unwritable, writable


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\x01", ["\x01"]),
        ("a\x0cb", ["\x0c"]),
        ("a\x92", ["\x92"]),
        ("a\ud800", ["\ud800"]),
        ("a\ufdd0", ["\ufdd0"]),
        ("a\U0001ffff", ["\U0001ffff"]),
        ("a\tb\n\xad\U0001f600", []),
    ],
)
def test_each_kind_is_found(text: str, found: list[str]) -> None:
    assert [match[0] for match in unwritable(text)] == found


def test_just_controls_halves_and_noncharacters_are_taken_out() -> None:
    """XML 1.0, section 2.2, without what it discourages."""
    all_characters = "".join(map(chr, range(sys.maxunicode + 1)))
    found = {ord(match[0]) for match in unwritable(all_characters)}
    noncharacters = {plane << 16 | end for plane in range(17) for end in (0xFFFE, 0xFFFF)}
    assert found == {
        *(set(range(0x20)) - {9, 10, 13}),
        *range(0x7F, 0xA0),
        *range(0xD800, 0xE000),
        *range(0xFDD0, 0xFDF0),
        *noncharacters,
    }
    assert not list(unwritable(writable(all_characters)))
