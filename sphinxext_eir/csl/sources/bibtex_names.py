"""Names of BibTeX, read plainly, where pandoc loses part of them (btxdoc, 4; BibLaTeX's manual, 2.3.3 and 3.6)."""

from __future__ import annotations

import re

from .latex import plain

_PART = re.compile(r"\s*([a-z]+(?:-i)?)\s*=\s*", re.IGNORECASE)
_SAID = ("family", "given", "middle", "prefix", "suffix")


def names_of(value: str, particles: str) -> list[dict[str, str]]:
    """Return the names in *value* as those of CSL; ``others`` is a name that styles print as *et al.*."""
    return [
        name
        for text in split_outside_braces(value, r"\s+and(?=\s)\s*")
        if (name := _name(text.strip(), particles))
    ]


def words_of_names(value: str) -> str:
    """Return the words of the names in *value*, without those that only say what a part is: ``family=``."""
    texts = []
    for name in split_outside_braces(value, r"\s+and(?=\s)\s*"):
        parts = _parts(name)
        texts.append(" ".join(parts.get(part, "") for part in _SAID) if parts else plain(name))
    return " ".join(texts)


def _parts(name: str) -> dict[str, str]:
    """Return the parts of a name in BibLaTeX's extended form, ``family=Blank, given=Ann``; nothing for another form."""
    found = {}
    for part in split_outside_braces(name, ","):
        match = _PART.match(part)
        if not match:
            return {}
        found[match[1].lower()] = plain(part[match.end() :]).strip(' "')
    return found if {"family", "given"} & found.keys() else {}


def _name(text: str, particles: str) -> dict[str, str]:
    if re.fullmatch(r"\{(?:[^{}]|\{[^{}]*\})*\}", text):
        return {"literal": plain(text)}
    if text.lower() == "others":
        return {"literal": "others"}
    prefix = "non-dropping-particle" if particles == "bibtex" else "dropping-particle"
    if parts := _parts(text):
        parts["given"] = " ".join(filter(None, (parts.get("given"), parts.get("middle"))))
        name = {"family": "family", "given": "given", "prefix": prefix, "suffix": "suffix"}
        return {name[part]: words for part, words in parts.items() if part in name and words}
    family, *rest = (plain(part) for part in split_outside_braces(text, ","))
    if rest:
        given, suffix = rest[-1], " ".join(rest[:-1])
    else:
        words = family.split()
        small = next((n for n, word in enumerate(words[:-1]) if word[:1].islower()), len(words) - 1)
        given, family, suffix = " ".join(words[:small]), " ".join(words[small:]), ""
    words = family.split()
    begins = next((n for n, word in enumerate(words) if not word[:1].islower()), max(0, len(words) - 1))
    name = {
        prefix: " ".join(words[:begins]),
        "family": " ".join(words[begins:]),
        "given": given,
        "suffix": suffix,
    }
    return {part: said for part, said in name.items() if said}


def split_outside_braces(value: str, mark: str) -> list[str]:
    """Return the parts of *value* between each *mark*, an expression, that stands outside braces; case doesn't count."""
    parts, depth, start = [], 0, 0
    for match in re.finditer(rf"\\[\s\S]|[{{}}]|{mark}", value, re.IGNORECASE):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0 and not match[0].startswith("\\"):
            parts.append(value[start : match.start()])
            start = match.end()
    return [*parts, value[start:]]
