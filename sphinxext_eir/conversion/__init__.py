"""Articles from PDF, extracted text and Word → sources, with a ledger of every word. No Sphinx here.

The names in ``__all__`` are public, and loaded when they are first used. All else is private.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .batch import Outcome, convert_all
    from .ledger import Ledger, LedgerEntry
    from .pipeline import Converted, Remark, Result, Syntax, convert
    from .transcript import ConversionError, Image, Source
else:

    def __getattr__(name: str) -> object:
        """Load a public name."""
        if name in _MODULES:
            return getattr(import_module(f".{_MODULES[name]}", __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "ConversionError",
    "Converted",
    "Image",
    "Ledger",
    "LedgerEntry",
    "Outcome",
    "Remark",
    "Result",
    "Source",
    "Syntax",
    "convert",
    "convert_all",
]

_MODULES = {
    "ConversionError": "transcript",
    "Converted": "pipeline",
    "Image": "transcript",
    "Ledger": "ledger",
    "LedgerEntry": "ledger",
    "Outcome": "batch",
    "Remark": "pipeline",
    "Result": "pipeline",
    "Source": "transcript",
    "Syntax": "pipeline",
    "convert": "pipeline",
    "convert_all": "batch",
}
"""Public name → its module."""


def __dir__() -> list[str]:
    """Return the names of the module, with those that are not loaded yet."""
    return sorted({*globals(), *__all__})
