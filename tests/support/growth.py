"""Growth: four times the input may take four times the time, and not sixteen. No second is counted, on whatever machine."""

from __future__ import annotations

import gc
from itertools import pairwise
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

STEPS = 5
"""Sizes that are tried, each four times the one before."""
GROWTH = 8
"""How much longer four times as much may take: linear is 4, quadratic 16."""
NOISE = 0.001
"""Seconds of the processor that no growth is read from."""
TRIES = 5
"""Measurements of which the shortest counts: whatever disturbs one makes it longer."""


def assert_linear(work: Callable[[int], object], most: int) -> None:
    """*work*, called with sizes up to *most*, takes time that is in proportion to them."""
    sizes = [most // 4**step for step in reversed(range(STEPS))]
    times = dict.fromkeys(sizes, float("inf"))
    for less, more in pairwise(sizes):
        for _ in range(TRIES):
            for size in (less, more):
                times[size] = min(times[size], time_of(work, size))
            if times[more] < GROWTH * max(times[less], NOISE):
                break
        else:
            raise AssertionError(f"{more} takes {times[more] / times[less]:.1f} times as long as {less}")


def time_of(work: Callable[[int], object], size: int) -> float:
    """Return the seconds of this process that *work* takes, without those that collecting garbage takes now and then."""
    gc.disable()
    try:
        start = process_time()
        work(size)
        return process_time() - start
    finally:
        gc.enable()
