"""The text of a citation role → cites.

It has keys alone, ``Blank2000; Clark2001``, or pandoc's syntax between brackets (pandoc's manual, "Citation syntax"):
``see @Blank2000, p. 12; -@Clark2001, chap. 3 and elsewhere``. Locators are named in English, whatever language they are printed in.

Keys may also be set apart by commas, as in natbib: ``Blank2000, Clark2001``. Only one who knows the keys can tell such a key from
words of the author's, so callers who do say which words are keys.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..text.numerals import ANY_ROMAN
from .model import Cite
from .terms import LABEL_OF, PRINTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LETTER = r"[\w\u0300-\u036f]"
_NARROW = rf"{LETTER}(?:{LETTER}|[:.#$%&\-+?<>~/](?={LETTER}))*"
"""pandoc's keys: letters, digits and ``_``; single marks of punctuation, but not at either end."""
_WIDE = rf"{LETTER}(?:{LETTER}|[:.#$%&\-+?<>~/'’*!|=^]++(?={LETTER}))*"
"""The same with marks that biber and Better BibTeX allow, and with several in a row: ``wiener--askey_2002``, ``gray's_2016``."""
AT_KEY = re.compile(rf"(?<![\w@])(?P<less>-?)@(?:(?P<key>{_WIDE})|\{{(?P<braced>[^{{}}]+)\}})")
NARROW_KEY = re.compile(_NARROW)
BARE_KEY = re.compile(rf"{LETTER}(?:[^\s,;@{{}}\[\]]*{LETTER})?")
"""A key without ``@``, which nothing but a comma or a brace follows, so that any marks may stand within it."""
_ANOTHER = re.compile(rf",(?P<space>\s*)(?P<key>{BARE_KEY.pattern})\s*(?=,|$)")
"""A comma, and what may be a further key after it."""
_ANOTHER_AT = re.compile(r",(?=\s*-?@)")
BRACES = "braces hold a key of any characters, as in @{C++}"
_LONGEST_LOCATOR = 200

FOLLOWING = r"(?:\s?ff?\.)?"
"""``12 f.``, ``xii ff.``: with the page, or pages, after it."""
NAMED_UNIT = rf"""
    (?:{ANY_ROMAN}(?!\w)                                      # xii
     |[^\W\d_]{{0,4}}\d\w*(?:[.:]\d\w*)*(?:\(\w+\))*         # 12  A12b  1.2.3  12:4  3(a)(ii)
     |\(\w+\)                                                # (c)
    ){FOLLOWING}
"""
"""A locator behind the name of what it counts: ``chap. xii``."""
BARE_UNIT = rf"""
    [^\W\d_]{{0,3}}\d+[a-z]?(?!\w)                           # 12  S12  12a
    (?:[.:]\d+)*{FOLLOWING}                                  # 1.2  12:4
"""
"""A locator by itself, of pages: here ``xii`` is a word like any other."""
RANGE = r"\s*[-–—]+\s*"
JOINT = r"\s*[,&]\s*"
LABEL = re.compile(r"(§§?|¶¶?|[^\W\d_]+(?:[.-][^\W\d_]+)*\.?)\s*", re.IGNORECASE)


def _sequence(unit: str) -> re.Pattern[str]:
    ranged = rf"{unit}(?:{RANGE}{unit})?"
    return re.compile(rf"{ranged}(?:{JOINT}{ranged})*", re.IGNORECASE | re.VERBOSE)


NAMED = _sequence(NAMED_UNIT)
BARE = _sequence(BARE_UNIT)


def no_key(_key: str) -> bool:
    """Know no key."""
    return False


def read_cites(text: str, is_key: Callable[[str], bool] = no_key) -> tuple[Cite, ...]:
    """Return the entries cited in *text*, which a citation role holds; *is_key* says which words are keys of entries.

    Raises :class:`ValueError` that says what was expected.
    """
    text = " ".join(text.split())
    if text.startswith("[") and text.endswith("]"):
        text = text[1:-1]
    parts = (one for part in _parts(text) for one in _parts_at_commas(part, is_key))
    cites = tuple(_cite(part, is_key) for part in parts if part.strip())
    if not cites:
        raise ValueError("expected a key such as Blank2000, or several, separated by semicolons")
    return cites


def _parts(text: str) -> Iterator[str]:
    """Yield the parts between semicolons; a semicolon in braces doesn't count."""
    depth, start = 0, 0
    for place, char in enumerate(text):
        if char == "{":
            depth += 1
        elif char == "}":
            depth = max(0, depth - 1)
        elif char == ";" and depth == 0:
            yield text[start:place]
            start = place + 1
    yield text[start:]


def _parts_at_commas(part: str, is_key: Callable[[str], bool]) -> Iterator[str]:
    """Yield the parts of *part* between the commas that stand before a further key."""
    start = 0
    if AT_KEY.search(part):
        for comma in _ANOTHER_AT.finditer(part):
            if AT_KEY.search(part, start, comma.start()):
                yield part[start : comma.start()]
                start = comma.end()
    elif "{" not in part:
        for comma in _ANOTHER.finditer(part):
            if comma.start() > start and _is_another(part, comma, is_key, listed=start > 0):
                yield part[start : comma.start()]
                start = comma.start() + 1
    yield part[start:]


def _is_another(part: str, comma: re.Match[str], is_key: Callable[[str], bool], *, listed: bool) -> bool:
    """Say if a key follows *comma*: one that is known, or what looks like one and like nothing else.

    *listed*: another comma before it parts keys.
    """
    key = comma["key"]
    if is_key(key):
        return True
    locator, _, _ = read_locator(part[comma.start() : comma.start() + _LONGEST_LOCATOR])
    return not locator and (listed or not comma["space"] or looks_like_key(key))


def looks_like_key(word: str) -> bool:
    """Say if *word* has letters and then a number of two digits or more, as most keys do: ``blank2000``, ``xiu_02``."""
    return bool(re.match(r"[^\W\d_][\w:.+/-]{1,60}?\d\d", word))


def _cite(part: str, is_key: Callable[[str], bool]) -> Cite:
    part = part.strip()
    match = AT_KEY.search(part)
    if match:
        key = match["braced"].strip() if match["braced"] else _known_part(match["key"], is_key)
        end = match.end() if match["braced"] else match.start("key") + len(key)
        prefix, rest = part[: match.start()].strip(), part[end:]
    else:
        bare = BARE_KEY.match(part)
        if bare is None:
            raise ValueError(f"expected a key such as Blank2000, not {part!r}; {BRACES}")
        prefix, key, rest = "", bare[0], part[bare.end() :]
    second = AT_KEY.search(rest)
    if second:
        raise ValueError(f"expected a semicolon between two keys, before {second[0]!r}")
    locator, label, suffix = read_locator(rest)
    if match is None and rest and rest[0] not in ",{" and not locator:
        raise ValueError(
            f"expected a comma or semicolon after the key {key!r}; "
            f"a key after other words begins with @, as in see @Blank2000; {BRACES}"
        )
    return Cite(key, prefix, locator, label, suffix, suppressed=bool(match and match["less"]))


def _known_part(key: str, is_key: Callable[[str], bool]) -> str:
    """Return *key*, or as much of it as pandoc reads if only that is a key: in ``@Blank2000's view``, *'s* may be the author's word."""
    narrow = NARROW_KEY.match(key)
    if not narrow or narrow[0] == key or is_key(key) or not is_key(narrow[0]):
        return key
    return narrow[0]


def read_locator(text: str) -> tuple[str, str, str]:
    """Return the locator that *text* begins with, its unit, and the rest. ``12`` is a page; ``{…}`` may hold any text."""
    start = re.match(r"\s*,?\s*", text)
    place = start.end() if start else 0
    if text[place : place + 1] == "{":
        end = _closing(text, place)
        if end:
            label, begin = _label(text, place + 1)
            locator = text[begin:end].strip()
            return locator, label or "page", text[end + 1 :].strip()
    label, begin = _label(text, place)
    found = NAMED.match(text, begin) if label else BARE.match(text, place)
    if found is None:
        return "", "page", text.strip()
    end = found.end()
    if re.search(r"\dff?$", found[0]) and text[end : end + 1] == ".":
        end += 1  # the stop of "12ff.", which doesn't end a sentence
    return text[found.start() : end].strip(), label or "page", text[end:].strip()


def _label(text: str, place: int) -> tuple[str, int]:
    """Return the unit that is named at *place*, and the end of its name; an empty one if *text* doesn't name one there."""
    place += len(text[place:]) - len(text[place:].lstrip())
    match = LABEL.match(text, place)
    if match is None:
        return "", place
    word = match[1].lower()
    label = LABEL_OF.get(word, "")
    if not label and len(word) > 1 and LABEL_OF.get(f"{word}.") in PRINTED:
        label = LABEL_OF[f"{word}."]  # "chap 3", "pp 12"
    return (label, match.end()) if label else ("", place)


def _closing(text: str, place: int) -> int:
    """Return the position where the brace at *place* closes; 0 if it doesn't."""
    depth = 0
    for end in range(place, len(text)):
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        if depth == 0:
            return end
    return 0
