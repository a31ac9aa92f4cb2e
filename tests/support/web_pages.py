"""Pages of websites, as the tests save and convert them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxext_eir.conversion.pipeline import convert

if TYPE_CHECKING:
    from pathlib import Path

    from sphinxext_eir.conversion.pipeline import Result

PROSE = (
    "The harbour at Skarre was built twice, once by the town and once by its creditors, and the difference between "
    "the two is the subject of this essay, which follows the debt from the first stone to the last."
)
"""A paragraph of an essay."""


def converted(folder: Path, page: str) -> Result:
    """Convert a *page* that was saved to *folder*."""
    (folder / "page.html").write_text(page, encoding="utf-8")
    result = convert(folder / "page.html")
    assert result.value.ledger.unexplained == ()
    return result


def left_out(result: Result) -> list[str]:
    """Return what was left out as furniture."""
    return [one.text for one in result.value.ledger.dropped if one.reason == "page furniture"]
