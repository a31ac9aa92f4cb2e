"""Citations and bibliographies in any CSL style, by pandoc: sources → items, contexts → inline trees. No Sphinx here.

What is read first:

``sources``
   files of references → items;
``items``
   items made safe;
``edtf``
   dates;
``styles``
   a CSL style, its parent found, parts of its output marked; by
``xmltext``
   XML of strangers, and
``repairs``, ``elements``
   what pandoc does otherwise than the specification, put right;
``citing``
   the text of a citation → cites, with
``terms``
   the units of locators.

From these a caller makes contexts, and gets citations and bibliographies:

``model``
   the input and output: citations in a context, trees of text;
``formatting``
   contexts → formatted citations and bibliographies, in these steps:
``request``
   a context → what pandoc is asked, in a language of
``locales``, ``newer_words``
   those that pandoc knows, with words that it lacks;
``children``
   processes of pandoc that answer, by
``pandoc``
   the program, found and started, with :file:`worker.lua`;
``answer``
   its answer → inlines, cut by
``marks``
   characters that tell its parts;
``compose``
   the pieces → citations in their sentences, with
``short_names``
   short forms of names, and
``quoting``
   stops at the end of quotations;
``groups``
   works whose authors read alike, for which it is asked again.

Around these:

``calls``, ``printed``, ``comparing``
   what a style calls for, held to what was printed, word by word;
``simple``
   plain author and year, where pandoc fails;
``keeping``
   answers of earlier builds;
``processes``
   programs, started and ended within limits;
``shipped``
   the styles that the library brings.

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
