"""One essay in nineteen designs: what the converter makes of each PDF, held to the text that it was made from."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.designs import DESIGNS, Design, made_of, truth
from support.pdf_scores import score

if TYPE_CHECKING:
    from collections.abc import Callable

FLOORS = Path(__file__).parents[1] / "data" / "designs" / "floors.json"
"""Design → what is reached. Counts of what is right may only rise, and counts of what is wrong only fall."""

RIGHT = ("whole", "unbroken", "notes_as_notes", "markers_right", "headings_exact", "titles", "authors")
WRONG = ("headings_false", "words_lost", "words_added", "cut_sentences")


@pytest.mark.parametrize(
    "design",
    [
        # Those that a wheel sets are among the tests whose branches are counted.
        pytest.param(
            design, id=design.name, marks=pytest.mark.program if design.program else pytest.mark.pandoc
        )
        for design in DESIGNS
    ],
)
def test_an_essay_comes_back_from_each_design(
    design: Design, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    if design.program:
        program: Callable[[str], str] = request.getfixturevalue("program")
        program(design.program)
    pdf = tmp_path / f"{design.name}.pdf"
    design.make(pdf, design.options)
    reached = asdict(score(truth(), made_of(pdf)))
    floor = json.loads(FLOORS.read_text(encoding="utf-8"))[design.name]
    assert [
        f"{name}: {reached[name]}, not {floor[name]}"
        for names, sign in ((RIGHT, 1), (WRONG, -1))
        for name in names
        if (reached[name] - floor[name]) * sign < 0
    ] == []
