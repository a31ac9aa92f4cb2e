"""Addresses in PDFs that the end of a line parts."""

from __future__ import annotations

import pytest
from support.pdf_criteria import line

from sphinxext_eir.conversion.inlines import Kind
from sphinxext_eir.conversion.reading.pdf.layout.lines import Line
from sphinxext_eir.conversion.reading.pdf.writing.runs import Plain
from sphinxext_eir.conversion.reading.pdf.writing.writer import lines_of_block

PLAIN = Plain(bold=False, italic=False)
WHOLE = "http://www.rails.org/mail"


def parted(one: str, two: str, *targets: str) -> list[Line]:
    """Return two lines between whose words an address is parted, whose parts are links to *targets*."""
    lines = []
    for text, target, base in zip((f"See {one}", f"{two} (2013)"), targets, (400, 388), strict=True):
        words = line(text, base=base).words
        linked = -1 if base == 400 else 0
        lines.append(Line(2, 0, tuple(w._replace(target=target) if w is words[linked] else w for w in words)))
    return lines


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (parted("www.", "rails.org/mail", WHOLE, WHOLE), ("www.rails.org/mail", Kind.LINK)),
        (parted("http://www.", "rails.org/mail", WHOLE, WHOLE), (WHOLE, Kind.LINK)),
        (parted("(http://www.", "rails.org/mail", "http://www/", ""), (f"See ({WHOLE[:-5]}/mail", Kind.TEXT)),
        (parted("www.rails.org.", "Mail", "http://www.rails.org/", ""), ("www.rails.org", Kind.LINK)),
    ],
)
def test_an_address_that_begins_on_one_line_is_whole(lines: list[Line], first: tuple[str, Kind]) -> None:
    found = lines_of_block(lines, {}, PLAIN, [True], {})
    assert first in [(piece.text, piece.kind) for piece in found[lines[0]]]
