"""What is imported when it is used, and not before: most builds read few documents, and use few features.

A feature registers its steps by their names, each in a room of its own package. Sphinx and docutils take a stand-in for the step: they
ask a transform for its priority when they come to a document, and call a handler when its event comes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Later:
    """A stand-in for a function or a class: what is asked of it, the real one answers."""

    def __init__(self, package: str, place: str) -> None:
        self._package = package
        self._room, _, self._name = place.partition(":")
        self._found: Any = None

    def __repr__(self) -> str:
        return f"{self._package}.{self._room}:{self._name}"

    def found(self) -> Any:
        """Return what this stands for."""
        if self._found is None:
            self._found = getattr(import_module(f".{self._room}", self._package), self._name)
        return self._found

    def __call__(self, *args: Any, **options: Any) -> Any:
        """Call it, or make one of it."""
        return self.found()(*args, **options)

    def __getattr__(self, name: str) -> Any:
        if name in ("_package", "_room", "_name", "_found"):  # asked of a copy, before it has them
            raise AttributeError(name)
        return getattr(self.found(), name)

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[type]:
        """Return the class that takes its place among bases (Python's data model, section 3.3.3.2): domains subclass each directive."""
        return (self.found(),)


def rooms_of(package: str) -> Callable[[str], Any]:
    """Return a function that gives the stand-in for ``room:name`` of *package*."""
    return lambda place: Later(package, place)
