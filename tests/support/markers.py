"""Markers: each test is marked by what its fixtures need, or ``unit`` if it needs nothing but Python."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

NEEDS = {
    "project": "build",
    "make_project": "build",
    "pandoc": "pandoc",
    "pdf_text": "tex",
    "browser": "browser",
    "program": "program",
    "program_of": "program",
}
"""What a fixture needs. A test that needs it without the fixture has the marker in its file."""

SLOW = {*NEEDS.values(), "laws", "worker"}
"""The markers that keep a test out of the fast lane."""

PROCESSES = {"subprocess.Popen", "os.fork", "os.posix_spawn", "os.system", "socket.connect"}
"""Python's audit events of what is not plain Python."""


def mark(items: Iterable[pytest.Item]) -> None:
    """Mark *items* by their fixtures. What is in none of :data:`SLOW` is ``unit``."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        for marker in sorted({NEEDS[name] for name in fixtures if name in NEEDS}):
            item.add_marker(marker)
        if not any(marker.name in SLOW for marker in item.iter_markers()):
            item.add_marker("unit")


class Lane:
    """The fast lane: a ``unit`` test that starts a program, or connects to something, fails."""

    def __init__(self) -> None:
        self._unit = False
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._unit and event in PROCESSES:
            pytest.fail(f"a unit test raises {event}{arguments[:1]}: mark it (tests/support/markers.py)")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> object:
        self._unit = item.get_closest_marker("unit") is not None
        try:
            return (yield)
        finally:
            self._unit = False
