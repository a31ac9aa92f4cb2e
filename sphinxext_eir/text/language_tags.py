"""Tags of languages, as BCP 47 (RFC 5646) has them: ``de``, ``pt-BR``, ``sr-Latn``."""

from __future__ import annotations

import difflib
import re

import babel
from babel.core import get_global

from .fields import FieldError
from .languages import language_tag
from .patterns import compile_later

_TAG = compile_later(
    r"""(?P<language>[a-z]{2,3})
        (?: - (?P<script>[a-z]{4}) )?
        (?: - (?P<region>[a-z]{2} | \d{3}) )?
        (?P<rest> (?: - (?: [a-z\d]{5,8} | \d[a-z\d]{3} | [a-z] (?: - [a-z\d]{2,8} )+ ) )* )""",
    re.IGNORECASE | re.VERBOSE,
)
"""Language, script, region, and variants or extensions (RFC 5646, section 2.1); one without a language of its own isn't a document's."""


def read_language(text: str) -> str:
    """Read the tag of a language, in any case and with ``_`` for ``-``, into the form that BCP 47 recommends (section 2.1.1).

    Its language, script and region have to be ones that Unicode CLDR has a name for. Raises :class:`FieldError`, with the nearest tag.
    """
    match = _TAG.fullmatch(language_tag(text.strip()))
    known = babel.Locale("en")
    parts = match.groupdict("") if match else {}
    language, script, region = (
        parts.get("language", "").lower(),
        parts.get("script", "").title(),
        parts.get("region", "").upper(),
    )
    if (
        not match
        or language not in known.languages
        or language in get_global("language_aliases")
        or (script and script not in known.scripts)
        or (region and region not in known.territories)
    ):
        near = nearest(text)
        meant = f" (did you mean {near}?)" if near else ""
        raise FieldError(f"the tag of a language, such as de or pt-BR{meant}")
    return "-".join(part for part in (language, script, region) if part) + parts["rest"].lower()


def nearest(text: str) -> str:
    """Return the tag that whoever wrote *text* may have meant, or nothing.

    A name in English (``German``), one of the language's own (``Deutsch``), another code (``ger``), or the code of a country (``jp``).
    """
    word = re.split(r"[-_\s]", text.strip().lower())[0]
    codes = babel.Locale("en").languages
    alias: str = get_global("language_aliases").get(word, "")
    if alias:
        return alias.replace("_", "-")
    names: dict[str, str] = {name.lower(): code for code, name in codes.items() if len(code) <= 3}
    for code in _SPOKEN:
        names[str(babel.Locale.parse(code).get_language_name()).lower()] = code
    close = difflib.get_close_matches(text.strip().lower(), names, n=1, cutoff=0.8) or (
        difflib.get_close_matches(word, names, n=1, cutoff=0.8) if len(word) > 3 else []
    )
    if close:
        return names[close[0]].replace("_", "-")
    likely: str = get_global("likely_subtags").get(f"und_{word.upper()}", "") if len(word) == 2 else ""
    found = likely or (word if word in codes else "")
    return found.partition("_")[0]


_SPOKEN = ("ar", "de", "en", "es", "fa", "fr", "he", "it", "ja", "nl", "pl", "pt", "ru", "tr", "uk", "zh")
"""Languages whose own names are looked for."""
