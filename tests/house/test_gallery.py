"""The gallery: every picture that the command takes is shown, small, and told in words."""

from __future__ import annotations

import importlib.util
import re
import sys
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from support.paths import ROOT

if TYPE_CHECKING:
    from types import ModuleType

GALLERY = ROOT / "docs" / "_static" / "gallery"
PAGE = (ROOT / "docs" / "gallery.rst").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pictures() -> ModuleType:
    """Return the command."""
    spec = importlib.util.spec_from_file_location("pictures", ROOT / "docs" / "_ext" / "pictures.py")
    assert spec
    assert spec.loader
    module = sys.modules["pictures"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_picture_is_taken_shown_and_described(pictures: ModuleType) -> None:
    taken = {f"{picture.name}.png" for picture in (*pictures.OURS, *pictures.JOURNAL, *pictures.OTHERS)}
    assert {path.name for path in GALLERY.iterdir()} == taken
    assert set(re.findall(r"image:: _static/gallery/(.*)\n   :alt: \w", PAGE)) == taken


def test_pictures_are_small_and_have_the_size_that_the_command_gives(pictures: ModuleType) -> None:
    for picture in (*pictures.OURS, *pictures.JOURNAL, *pictures.OTHERS):
        path = GALLERY / f"{picture.name}.png"
        assert path.stat().st_size < 50_000, path
        with Image.open(path) as image:
            assert image.width == picture.shown
