"""What differs from a long text is said in time that grows with the text, however many quotations differ."""

from __future__ import annotations

import random

import pytest
from support.growth import assert_linear

from sphinxext_eir.text.quotation import RunningText, Verdict

LETTERS = "abcdefghijklmnop"


@pytest.mark.laws
def test_many_wrong_quotations_of_one_long_paragraph() -> None:
    drawn = random.Random(3)
    words = ["".join(drawn.choice(LETTERS) for _ in range(drawn.randint(2, 9))) for _ in range(3000)]

    def compare(size: int) -> None:
        said = [drawn.choice(words) for _ in range(size)]
        text = RunningText([" ".join(said)])
        for _ in range(size // 40):
            start = drawn.randrange(size - 20)
            quoted = [*said[start : start + 5], "zzz", *said[start + 6 : start + 12]]
            comparison = text.compare(" ".join(quoted))
            assert comparison.verdict is Verdict.DIFFERENT
            assert str(comparison.differences[0]) == f"'zzz' for '{said[start + 5]}'"

    assert_linear(compare, 6_000)
