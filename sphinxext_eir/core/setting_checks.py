"""Checks of settings: a value as ``conf.py`` gives it → the value to use, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ..csl.shipped import NAMES, SHIPPED, SUFFIXES
from ..text.dois import doi_name


class SettingError(ValueError):
    """A setting, or an item of it, has a value that it can't have."""

    def __init__(self, where: str, given: object, allowed: str, instead: str = "Its default is used") -> None:
        super().__init__(f"{where} is {given!r}; allowed: {allowed}. {instead}.")


Check = Callable[[str, Any], tuple[Any, list[SettingError]]]
"""Name and value as given → value to use, and errors. Only what is wrong falls back to the default."""


def one_of(*allowed: str) -> Check:
    """Return a check that a value is one of *allowed*, of which the first is the default."""

    def check(name: str, value: Any) -> tuple[Any, list[SettingError]]:
        if value in allowed:
            return value, []
        return allowed[0], [SettingError(name, value, ", ".join(map(repr, allowed)))]

    return check


def check_bool(name: str, value: Any) -> tuple[Any, list[SettingError]]:
    """Take true and false, also as the command line writes them."""
    known = {True: True, False: False, "1": True, "0": False, "true": True, "false": False}
    if isinstance(value, (bool, str)) and value in known:
        return known[value], []
    return True, [SettingError(name, value, "True, False")]


def check_flag(name: str, value: Any) -> tuple[Any, list[SettingError]]:
    """Take true and false, where false is the default."""
    checked, errors = check_bool(name, value)
    return (False if errors else checked), errors


def check_text(name: str, value: Any) -> tuple[Any, list[SettingError]]:
    """Take a string, or nothing."""
    if value is None or isinstance(value, str):
        return value or None, []
    return None, [SettingError(name, value, "a string")]


def list_of(
    said: str, *, default: Sequence[str] = (), among: Sequence[str] = (), paths: bool = False
) -> Check:
    """Return a check that a value is a list of strings, each *among* some if they are given, or of *paths*."""

    def is_one(item: object) -> bool:
        return item in among if among else isinstance(item, (str, Path) if paths else str)

    def check(name: str, value: Any) -> tuple[Any, list[SettingError]]:
        if isinstance(value, (list, tuple)) and all(map(is_one, value)):
            return [str(item) for item in value], []
        return list(default), [SettingError(name, value, f"a list of {said}")]

    return check


def check_paths(name: str, value: Any) -> tuple[Any, list[SettingError]]:
    """Take a list of paths of files that can be read."""
    if isinstance(value, str) or not isinstance(value, (list, tuple)):
        return [], [SettingError(name, value, "a list of paths", "No file is used")]
    kept: list[str] = []
    errors = []
    for path in value:
        if isinstance(path, (str, Path)) and Path(path).suffix.lower() in SUFFIXES:
            kept.append(str(path))
        else:
            errors.append(
                SettingError(name, path, f"paths that end in {', '.join(SUFFIXES)}", "It is left out")
            )
    return kept, errors


STYLE_IS = f"{', '.join(map(repr, NAMES))}, the path of a .csl file"


def is_style(value: object) -> bool:
    """Say if *value* names a shipped style, or another by its path."""
    return value in NAMES or (isinstance(value, str) and value.endswith(".csl"))


def check_style(name: str, value: Any) -> tuple[Any, list[SettingError]]:
    """Take the name of a shipped style, or the path of another."""
    return (value, []) if is_style(value) else (SHIPPED, [SettingError(name, value, STYLE_IS)])


def check_article_defaults(name: str, value: Any) -> tuple[Any, list[SettingError]]:
    """Return the fields of the front matter that can be read, and an error for each of the others."""
    if not isinstance(value, dict):
        return {}, [SettingError(name, value, "a dictionary of fields of eir:article")]
    if not value:
        return {}, []
    from ..text import frontmatter  # costs time, and few projects set it

    kept: dict[str, str] = {}
    errors: list[SettingError] = []
    for field, text in value.items():
        where = f"{name}[{field!r}]"
        if field not in frontmatter.FIELDS:
            allowed = f"as keys, {', '.join(frontmatter.FIELDS)}"
        elif not isinstance(text, str):
            allowed = "a string, as it would be typed in the document"
        elif problems := frontmatter.read({field: text})[1]:
            allowed = problems[0].expected
        else:
            kept[field] = text
            continue
        errors.append(SettingError(where, text, allowed, "It is left out"))
    return kept, errors


SEVERITIES = ("error", "warning", "info")
"""How grave a finding of ``sphinxext-eir check`` is."""


def check_checks(name: str, value: Any) -> tuple[Any, list[SettingError]]:
    """Take a dictionary from names of rules to a severity, or to false for a rule that is switched off."""
    if not isinstance(value, dict):
        return {}, [SettingError(name, value, "a dictionary of rules and their severities")]
    allowed = f"False, True, {', '.join(map(repr, SEVERITIES))}"
    wrong = {
        rule: given
        for rule, given in value.items()
        if not (isinstance(rule, str) and (isinstance(given, bool) or given in SEVERITIES))
    }
    errors = [
        SettingError(f"{name}[{rule!r}]", given, allowed, "It is left out") for rule, given in wrong.items()
    ]
    return {rule: given for rule, given in value.items() if rule not in wrong}, errors


DEPOSITOR = ("depositor", "email", "registrant", "policy")
"""What Crossref is told of who deposits, and of the policy on corrections."""


def check_depositor(name: str, value: Any) -> tuple[Any, list[SettingError]]:
    """Take a dictionary of texts by their names in :data:`DEPOSITOR`."""
    if not isinstance(value, dict):
        return {}, [SettingError(name, value, f"a dictionary with {', '.join(map(repr, DEPOSITOR))}")]
    kept, errors = {}, []
    for key, text in value.items():
        if key not in DEPOSITOR:
            allowed = f"as keys, {', '.join(DEPOSITOR)}"
        elif not isinstance(text, str) or not text.strip():
            allowed = "a text"
        elif key == "email" and not re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", text.strip()):
            allowed = "an address of e-mail"
        elif key == "policy" and not doi_name(text.strip()):
            allowed = "the DOI of the journal's policy on corrections"
        else:
            kept[key] = text.strip()
            continue
        errors.append(SettingError(f"{name}[{key!r}]", text, allowed, "It is left out"))
    return kept, errors
