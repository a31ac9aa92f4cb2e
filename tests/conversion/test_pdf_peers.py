"""Blocks that are set alike, and how many of them stand as headings do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.pdf_criteria import SETTING, block, line

from sphinxext_eir.conversion.reading.pdf.kinds.peers import Peers, look_of, peers_of

if TYPE_CHECKING:
    from sphinxext_eir.conversion.reading.pdf.blocks.breaks import Block

SAID = block(line("They waited for trains.", base=412))
TEXT = block(line("They waited for"), line("trains."))
HEADING = block(line("Of Trains", bold=True))


@pytest.mark.parametrize(
    ("before", "one", "after", "headed"),
    [
        (SAID, HEADING, TEXT, 1),
        (None, HEADING, TEXT, 1),
        (SAID, block(line("Why trains?", bold=True)), TEXT, 1),
        (SAID, block(line("Of Trains:", bold=True)), TEXT, 1),
        (SAID, HEADING, block(line("They waited.")), 1),
        (SAID, HEADING, block(line("On Slow Trains", italic=True)), 1),
        (block(line("Waiting", italic=True, base=412)), HEADING, TEXT, 1),
        (replace(SAID, kind="table"), HEADING, TEXT, 1),
        (
            block(line("They waited for", base=412, page=0)),
            block(line("Of Trains", bold=True, page=1)),
            TEXT,
            1,
        ),
        (block(line("They waited for", base=412)), HEADING, TEXT, 0),  # the sentence goes on
        (SAID, HEADING, None, 0),
        (SAID, HEADING, block(line("and waited", base=388), line("for trains.")), 0),
        (SAID, HEADING, block(line("Stations")), 0),  # a label
        (SAID, HEADING, block(line("Stations", bold=True)), 0),
        (SAID, HEADING, replace(TEXT, kind="table"), 0),
        (SAID, block(line("of trains", bold=True)), TEXT, 0),
    ],
)
def test_a_heading_stands_after_a_sentence_and_over_text_or_a_heading_of_another_look(
    before: Block | None, one: Block, after: Block | None, headed: int
) -> None:
    blocks = [some for some in (before, one, after) if some is not None]
    assert peers_of(blocks, SETTING)[look_of(one)].headed == headed


@pytest.mark.parametrize(
    "one",
    [
        block(line("Of Trains")),  # set like the text
        block(*[line("Of Trains", bold=True)] * 4),
        block(line("O" * 150, bold=True)),
        block(line("They waited.", bold=True)),
        block(line("Trains, trains,", bold=True)),
        replace(HEADING, kind="caption"),
    ],
)
def test_what_is_long_or_a_sentence_or_set_like_the_text_has_no_peers(one: Block) -> None:
    assert look_of(one) not in peers_of([SAID, one, TEXT], SETTING)


@pytest.mark.parametrize(
    ("peers", "headings", "none"),
    [
        (Peers(2, 2), True, False),
        (Peers(4, 3), True, False),
        (Peers(1, 1), False, False),
        (Peers(4, 2), False, False),
        (Peers(4, 0), False, True),
        (Peers(3, 0), False, False),
        (Peers(9, 1), False, False),
    ],
)
def test_a_look_is_one_of_headings_if_most_of_its_blocks_stand_so(
    peers: Peers, *, headings: bool, none: bool
) -> None:
    assert (peers.are_headings, peers.are_none) == (headings, none)
