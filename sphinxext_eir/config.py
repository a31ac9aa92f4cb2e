"""Every ``eir_*`` setting, in one table: type, default, what it rebuilds, its check, its help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from . import frontmatter
from .warnings import Subtype, warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


class SettingError(ValueError):
    """A setting, or a part of it, has a value that it can't have."""

    def __init__(self, where: str, given: object, allowed: str) -> None:
        super().__init__(f"{where} is {given!r}; allowed: {allowed}")


Check = Callable[[Any], tuple[Any, list[SettingError]]]
"""Value as given → value to use, and what was wrong. Only what is wrong falls back."""


@dataclass(frozen=True)
class Setting:
    """One setting of ``conf.py``."""

    name: str
    default: Any
    rebuild: Literal["", "env", "html", "epub", "gettext"]
    """What a change makes Sphinx do again: ``env`` reads every document, the others write with that builder."""
    check: Check
    types: tuple[type, ...]
    help: str
    """What it does, in a sentence or two of reStructuredText."""


def check_article_defaults(value: Any) -> tuple[Any, list[SettingError]]:
    """Keep the fields of the front matter that can be read; name the others."""
    name = "eir_article_defaults"
    if not isinstance(value, dict):
        return {}, [SettingError(name, value, "a dictionary of fields of eir:article")]
    kept: dict[str, str] = {}
    errors: list[SettingError] = []
    for field, text in value.items():
        where = f"{name}[{field!r}]"
        if field not in frontmatter.FIELDS:
            errors.append(SettingError(where, text, f"as keys, {', '.join(frontmatter.FIELDS)}"))
        elif not isinstance(text, str):
            errors.append(SettingError(where, text, "a string, as it would be typed in the document"))
        elif problems := frontmatter.read({field: text})[1]:
            errors += [SettingError(where, text, problem.expected) for problem in problems]
        else:
            kept[field] = text
    return kept, errors


ALIGNMENTS = ("left", "right", "center", "full")
"""Where a pull quote stands: beside the text, in the middle, or across the whole width."""


def one_of(name: str, *allowed: str, default: str) -> Check:
    """Return the check that setting *name* is one of *allowed*."""
    values = ", ".join(map(repr, allowed))

    def check(value: Any) -> tuple[Any, list[SettingError]]:
        return (value, []) if value in allowed else (default, [SettingError(name, value, values)])

    return check


SETTINGS = (
    Setting(
        "eir_article_defaults",
        default={},
        rebuild="env",
        check=check_article_defaults,
        types=(dict,),
        help="Defaults for the fields of :rst:dir:`eir:article`, by name, as they would be typed: "
        '``{"publisher": "E-International Relations"}``. A document takes one back by giving it empty.',
    ),
    Setting(
        "eir_pull_quote_align",
        default="right",
        rebuild="html",
        check=one_of("eir_pull_quote_align", *ALIGNMENTS, default="right"),
        types=(str,),
        help="Where a pull quote stands that doesn't say so itself: ``left``, ``right``, ``center`` or ``full``.",
    ),
)


def setup_settings(app: Sphinx) -> None:
    """Register every setting, and have all of them checked as soon as they are known."""
    for setting in SETTINGS:
        app.add_config_value(
            setting.name,
            setting.default,
            setting.rebuild,
            types=frozenset(setting.types),
            description=setting.help,
        )
    # Before Sphinx's own check of types (800), so that a wrong type is reported once, and by name.
    app.connect("config-inited", _check_settings, priority=400)


def _check_settings(app: Sphinx, config: Config) -> None:  # noqa: ARG001 - the event's signature
    for setting in SETTINGS:
        given = getattr(config, setting.name)
        value, errors = setting.check(given)
        for error in errors:
            warn(Subtype.CONFIG, f"{error}. It is left at its default.")
        if errors:
            setattr(config, setting.name, value)
