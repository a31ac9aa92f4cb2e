"""Citations and bibliographies in any CSL style, by pandoc: sources → items, contexts → inline trees. No Sphinx here.

Three things are read first: files of references (:mod:`.sources`) into items, which :mod:`.items` makes safe, with dates by :mod:`.edtf`; a style
(:mod:`.styles`, by way of :mod:`.xmltext` and :mod:`.repairs` and :mod:`.elements`); and the text of a citation (:mod:`.citing`, with the words of :mod:`.terms`). From these
a caller makes contexts (:mod:`.model`), which :class:`.formatting.Formatter` formats:

context → :mod:`.request`, in a language of :mod:`.locales`, with :mod:`.newer_words` → a process (:mod:`.pandoc`, :mod:`.children`, :file:`worker.lua`) →
:mod:`.answer` → :mod:`.compose` (names by :mod:`.short_names`) → :mod:`.quoting` → formatted; for some :mod:`.groups` of works, it asks again

What a style :mod:`.calls` for an item is then held to what was :mod:`.printed`, word by word (:mod:`.comparing`).

Marks (:mod:`.marks`) tell the parts of an answer, :mod:`.simple` does what pandoc can't, and :mod:`.keeping` has what was answered
before. :mod:`.processes` starts and ends programs. :mod:`.shipped` says what the library brings, and which files it reads.

The names in ``__all__`` are public, and loaded when they are first used. All else is private.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .formatting import Formatter
    from .model import (
        Citation,
        Cite,
        CiteLink,
        Context,
        Formatted,
        FormattedCitation,
        FormattedEntry,
        Inline,
        Inlines,
        Item,
        Link,
        Mode,
        NoteNumber,
        Span,
        Text,
        Unprinted,
        plain_text,
    )
    from .pandoc import PandocError
    from .sources import Message, MessageKind, Source, read_source
    from .styles import Style, StyleError, read_style
else:

    def __getattr__(name: str) -> object:
        """Load a public name."""
        if name in _MODULES:
            return getattr(import_module(f".{_MODULES[name]}", __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "Citation",
    "Cite",
    "CiteLink",
    "Context",
    "Formatted",
    "FormattedCitation",
    "FormattedEntry",
    "Formatter",
    "Inline",
    "Inlines",
    "Item",
    "Link",
    "Message",
    "MessageKind",
    "Mode",
    "NoteNumber",
    "PandocError",
    "Source",
    "Span",
    "Style",
    "StyleError",
    "Text",
    "Unprinted",
    "plain_text",
    "read_source",
    "read_style",
]

_MODULES = {
    "Citation": "model",
    "Cite": "model",
    "CiteLink": "model",
    "Context": "model",
    "Formatted": "model",
    "FormattedCitation": "model",
    "FormattedEntry": "model",
    "Formatter": "formatting",
    "Inline": "model",
    "Inlines": "model",
    "Item": "model",
    "Link": "model",
    "Message": "sources",
    "MessageKind": "sources",
    "Mode": "model",
    "NoteNumber": "model",
    "PandocError": "pandoc",
    "Source": "sources",
    "Span": "model",
    "Style": "styles",
    "StyleError": "styles",
    "Text": "model",
    "Unprinted": "model",
    "plain_text": "model",
    "read_source": "sources",
    "read_style": "styles",
}
"""Public name → its module."""


def __dir__() -> list[str]:
    """Return the names of the module, with those that are not loaded yet."""
    return sorted({*globals(), *__all__})
