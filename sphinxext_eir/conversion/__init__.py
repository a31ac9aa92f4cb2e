"""Articles from PDF, extracted text and Word → sources, with a ledger of every word. No Sphinx here.

From the top:

``batch``
   many inputs → a folder of sources, and an outcome for each;
``folder``
   the names of sources, and the record of what was made of what;
``workers``
   processes that convert, within limits of time and memory;
``jobs``
   what there is to do: files, and the posts in exports;
``inputs``
   the files that were given: which are converted, and which aren't, and why;
``fields_table``
   the fields that the user gives for each input;
``account``
   what is kept of a conversion when its article is written;
``report``
   the account of a run, for people and for programs;
``pages``
   the same as web pages: each input beside what was made of it;
``comparison``
   an input and what was made of it, part by part;
``explanation``
   of one input, what each part was taken for, and why;
``pipeline``
   one input → one source, in these steps:
``reading/``
   a file → its transcript, and blocks whose runs know their place in it;
``structure/``
   blocks → an article, by passes;
``writing/``
   an article → reStructuredText or MyST;
``csl_items``
   entries of its bibliography → CSL-JSON;
``ledger``
   every word of the input, printed or listed with a reason, held against the written source;
``order``
   of these words, which left their place, and why;
``leaving``
   of what was left out, which is furniture for certain.

What the steps hand on:

``transcript``
   the text of an input, and where each part of it stands there;
``document``
   the article: front matter and blocks;
``outcome``
   what was left out and why, and messages for the person who converts;
``inlines``
   runs of text that know their place in the transcript.

Tables and helpers that readers and passes share:

``rules``
   the looks of articles, as data;
``wording``
   typed text as it is compared with them;
``decisions``
   tables of criteria with names, and the record of which one decided;
``labels``
   labels of notes;
``names``
   names of people, as bylines print them;
``urls``
   URLs and mail addresses in running text.

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
