"""The parts of an author's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .names import GLUED_PARTICLE, PARTICLES, is_acronym, is_body
from .patterns import compile_later

if TYPE_CHECKING:
    from .article import Author

_INITIAL = compile_later(r"(?:\w\.-?)+|[^\W\d_]")
_GLUED = compile_later(rf"{GLUED_PARTICLE}[^\W\d_].*")
_PATRONYMIC = compile_later(
    r"""[А-ЯЁІЇЄҐ][а-яёіїєґ’]+ (?: (?: [оеє]в | [ьмкт] ) ич      # Сергеевич, Ильич
                                  | [оеєиії]вна | ична )         # Сергеевна, Михайлівна, Никитична""",
    re.VERBOSE,
)
"""Russian and Ukrainian: ``Сергеевна``, ``Ильич``, ``Михайлівна``."""


def is_organisation(author: Author) -> bool:
    """Say if *author* has a name that persons don't have: a council's, an acronym."""
    if author.family or author.orcid:
        return False
    return (
        is_body(author.name)
        or is_acronym(author.name)
        or author.name.startswith("The ")
        or "&" in author.name
    )


def family_and_given(author: Author) -> tuple[str, str]:
    """Return the family and the given name of *author*; two empty texts where they are not known.

    They are known if they were typed apart (``Family, Given``), or if the name can be read in one way alone: a given name,
    initials, particles and one more word, as in ``Stephen J. Blank`` or ``Vincent van Gogh``; or three words of which one is
    a patronymic, which follows the given name on either side of the family name. Nobody can tell where the
    family name begins in *Gabriel García Márquez*, or that *Amnesty International* has none: such a name is used whole. So is
    one without capitals: scripts that have none are written where the family name often comes first.
    """
    if author.family:
        return author.family, author.given
    words = author.name.split()
    if (
        len(words) < 2
        or "," in author.name
        or is_organisation(author)
        or not (words[0][0].isupper() and (words[-1][0].isupper() or _GLUED.fullmatch(words[-1])))
    ):
        return "", ""
    if len(words) == 3 and _PATRONYMIC.fullmatch(words[1]):
        return words[2], " ".join(words[:2])
    if len(words) == 3 and _PATRONYMIC.fullmatch(words[2]):
        return words[0], " ".join(words[1:])
    start = 1
    while start < len(words) - 1 and _INITIAL.fullmatch(words[start]):
        start += 1
    family = start
    while family < len(words) - 1 and words[family] in PARTICLES:
        family += 1
    if family != len(words) - 1 or _INITIAL.fullmatch(words[-1]):
        return "", ""
    return " ".join(words[start:]), " ".join(words[:start])


def inverted(author: Author) -> str:
    """Return the name of *author* as libraries file it, ``Family, Given``, as far as its parts are known."""
    return ", ".join(part for part in family_and_given(author) if part) or author.name
