"""The units of locators: CSL's terms, the words that authors type for them, and those that pandoc knows."""

from __future__ import annotations

from ..text.vocabularies import all_vocabularies, listed, vocabulary

WORDS = dict(vocabulary("en").locators)  # type: ignore[union-attr]
"""Each of CSL's locator terms (specification 1.0.2, appendix III) and the English words for it: singular, plural, short."""

LABELS = frozenset(WORDS)

LABEL_OF: dict[str, str] = {}
"""The term for a typed word in small letters, in any language; where two disagree, in the first one. An abbreviation of more than one
letter may lack its stop."""
for _one in all_vocabularies():
    for _label, _said in _one.locators.items():
        for _word in listed(_said):
            LABEL_OF.setdefault(_word.casefold(), _label)

PRINTED = frozenset(list(WORDS)[:16])
"""The terms that pandoc reads."""

UNPRINTED = LABELS - PRINTED
"""The terms that pandoc doesn't read: in what is sent, each takes the place of one that it does."""


def short(label: str, *, plural: bool) -> str:
    """Return the short English word for *label*."""
    words: list[str] = WORDS[label].split()
    return words[1 if plural else 0] if len(words) < 4 else words[3 if plural else 2]
