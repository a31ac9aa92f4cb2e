"""The measure of growth itself: it knows linear from quadratic work."""

from __future__ import annotations

import re

import pytest
from support.growth import assert_linear


@pytest.mark.laws
def test_linear_work_is_linear() -> None:
    assert_linear(lambda size: re.findall(r"\w+", "a " * size), 200_000)


@pytest.mark.laws
def test_quadratic_work_is_found() -> None:
    with pytest.raises(AssertionError, match="times as long"):
        assert_linear(lambda size: re.findall(r"a+b", "a" * size), 20_000)
