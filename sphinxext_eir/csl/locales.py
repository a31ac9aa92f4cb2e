"""Languages for which pandoc brings words and dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

LOCALES = frozenset(
    """
    af-ZA ar bal-PK bg-BG brh-PK ca-AD cs-CZ cy-GB da-DK de-AT de-CH de-DE el-GR en-GB en-US es-CL
    es-ES es-MX et-EE eu fa-IR fi-FI fr-CA fr-FR gl-ES he-IL hi-IN hr-HR hu-HU id-ID is-IS it-IT ja-JP
    km-KH ko-KR la lij-IT lt-LT lv-LV mn-MN ms-MY nb-NO nl-NL nn-NO pa-PK pl-PL pt-BR pt-PT ro-RO ru-RU
    sk-SK sl-SI sr-RS sv-SE th-TH tr-TR uk-UA vi-VN zh-CN zh-TW
    """.split()
)
"""The locales of citeproc's library, as in pandoc 3.9."""

TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def read_locale(given: str, default: str, own: Collection[str] = ()) -> tuple[str, str]:
    """Return the tag to format with, and a message if *given* can't be used. A style has its *own* words for some.

    Sphinx's spelling ``pt_BR`` is read as ``pt-BR``. An empty tag means the *default* of the style, and without one American English.
    """
    tag = re.sub(r"(?<=\w)[.@].*", "", given).replace("_", "-") if given else default or "en-US"
    if not TAG.fullmatch(tag):
        return "en-US", f"{given!r} is no language tag such as en-GB: citations are in American English"
    found = _nearest(tag) or (tag if {tag, tag.partition("-")[0]} & {*own} else "")
    if not found:
        return "en-US", f"CSL has no words for the language {given}: citations are in American English"
    return found, ""


def _nearest(tag: str) -> str:
    """Return the locale for *tag*: the tag itself, or that of its language in its own country, or any of its language."""
    language, _, region = tag.partition("-")
    language = {"no": "nb"}.get(language.lower(), language.lower())
    own = {"en": "en-US", "zh": "zh-CN", "pt": "pt-PT", "sr": "sr-RS", "sv": "sv-SE"}
    wanted = (
        f"{language}-{region.upper()}",
        own.get(language, ""),
        f"{language}-{language.upper()}",
        language,
    )
    others = (locale for locale in sorted(LOCALES) if locale.partition("-")[0] == language)
    return next((locale for locale in wanted if locale in LOCALES), next(others, ""))
