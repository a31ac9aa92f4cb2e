"""The theme's options: read for the pages, and checked once for the whole build."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..core.warnings import Subtype, warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

COLOURS = {"accent": "--eir-accent-light", "accent_dark": "--eir-accent-dark"}
"""Option → the custom property that it sets."""

_COLOUR = re.compile(
    r"#[0-9a-f]{3,8}|[a-z]+|(?:rgb|hsl|oklch|oklab|lab|lch|color)\([^;{}()]*\)", re.IGNORECASE
)
"""A colour of CSS (CSS Color Module Level 4, section 4), as far as it can't end the rule that it stands in."""


def names_of(option: str | Iterable[str]) -> list[str]:
    """Return the names in an option: a list, or a text that sets them apart by commas."""
    names = option.split(",") if isinstance(option, str) else option
    return [name.strip() for name in names if name.strip()]


def links_of(option: Any) -> list[tuple[str, str]]:
    """Return the links in an option: pairs of a title and an address."""
    return [(pair[0], pair[1]) for pair in option or [] if _is_link(pair)]


def colours_of(options: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the custom properties that *options* set, each with its colour."""
    for option, custom in COLOURS.items():
        if _COLOUR.fullmatch(colour := _typed(options, option)):
            yield custom, colour


def check_options(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of what can't be used, before pages are written, maybe by several processes."""
    options: Mapping[str, Any] = getattr(app.builder, "theme_options", {})
    for option, problem in _problems(options, env):
        warn(Subtype.CONFIG, f"html_theme_options[{option!r}]: {problem}")


def _problems(options: Mapping[str, Any], env: BuildEnvironment) -> Iterator[tuple[str, str]]:
    for name in names_of(options.get("sections", "")):
        if name not in env.all_docs:
            yield "sections", f"there is no document {name!r}; name it from the root, without its suffix"
    for pair in options.get("links") or []:
        if not _is_link(pair):
            expected = "pairs of a title and an address, such as ('Feed', 'articles.atom')"
            yield "links", f"expected {expected}, not {pair!r}"
    for option in COLOURS:
        colour = _typed(options, option)
        if colour and not _COLOUR.fullmatch(colour):
            yield option, f"expected a colour of CSS, such as '#8c1d18', not {colour!r}"


def _is_link(pair: Any) -> bool:
    return isinstance(pair, tuple | list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)


def _typed(options: Mapping[str, Any], option: str) -> str:
    return str(options.get(option) or "").strip()
