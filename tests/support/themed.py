"""The six themes that documentation is most often seen in, and pages built with them."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PALETTES = [
    {"media": f"(prefers-color-scheme: {scheme})", "scheme": name}
    for scheme, name in (("light", "default"), ("dark", "slate"))
]
THEMES: dict[str, dict[str, Any]] = {
    "alabaster": {},
    "furo": {},
    "pydata_sphinx_theme": {},
    "sphinx_book_theme": {},
    "sphinx_rtd_theme": {},
    "sphinx_immaterial": {
        "extensions": ["sphinxext_eir", "sphinx_immaterial"],
        "html_theme_options": {"font": False, "palette": PALETTES},
    },
}
"""Themes, and what each needs in ``conf.py``."""


def build_in_theme(theme: str, root: Path, files: dict[str, str], **settings: Any) -> Path:
    """Return the folder of the pages of *files*: built apart from the tests, since themes leave things behind."""
    if importlib.util.find_spec(theme) is None:
        pytest.skip(f"the theme {theme} is not installed")
    needs = THEMES[theme]
    extensions = [*needs.get("extensions", ["sphinxext_eir"]), *settings.pop("extensions", [])]
    values = {"project": "Essays", "html_theme": theme, **needs, **settings, "extensions": extensions}
    (root / "conf.py").write_text(
        "\n".join(f"{name} = {value!r}" for name, value in values.items()), encoding="utf-8"
    )
    for name, text in files.items():
        (root / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", root, root / "out"]
    subprocess.run(command, check=True, timeout=120)
    return root / "out"
