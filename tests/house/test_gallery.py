"""Pictures of the documentation: one command takes them, each is shown, small and told in words, and each how-to has one."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from support.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

pytest.importorskip("playwright")  # the command imports it

DOCS = ROOT / "docs"
STATIC = DOCS / "_static"
FOLDERS = ("front", "gallery", "how-to", "tutorial")
PAGES = [
    path for suffix in ("rst", "md") for path in (DOCS / "how-to").glob(f"*.{suffix}") if path.stem != "index"
]
IMAGE = re.compile(
    r"""
    (?: image::\ (?:\.\./)?_static/(?P<rst>\S+)\n\ +:alt:\ (?P<told>.+)   # .. image:: ../_static/how-to/notes.png
      | :img-top:\ _static/(?P<card>\S+)\n\ +:img-alt:\ (?P<words>.+)      # :img-top: _static/front/essay.png
      | !\[(?P<text>[^\]]+)\]\(\.\./_static/(?P<md>[^)]+)\)                # ![The page …](../_static/how-to/myst.png)
    )""",
    re.VERBOSE,
)


@pytest.fixture(scope="module")
def pictures() -> ModuleType:
    """Return the command."""
    sys.path.insert(0, str(DOCS / "_ext"))
    try:
        import pictures
    finally:
        sys.path.remove(str(DOCS / "_ext"))
    return pictures


def shown(text: str) -> dict[str, str]:
    """Return the pictures of a page, and what they are told in."""
    return {
        found["rst"] or found["card"] or found["md"]: found["told"] or found["words"] or found["text"]
        for found in IMAGE.finditer(text)
    }


def test_every_picture_is_taken_by_the_command_shown_and_told_in_words(pictures: ModuleType) -> None:
    taken = {f"{picture.name}.png" for picture in pictures.PICTURES}
    # Sphinx numbers pictures of one name in the order in which it reads their pages, which is another with two processes.
    assert len({name.split("/")[-1] for name in taken}) == len(pictures.PICTURES)
    there = {
        path.relative_to(STATIC).as_posix() for folder in FOLDERS for path in (STATIC / folder).iterdir()
    }
    assert there == taken
    pages = [DOCS / "index.rst", DOCS / "gallery.rst", *(DOCS / "tutorial").glob("*.rst"), *PAGES]
    told = {name: words for page in pages for name, words in shown(page.read_text(encoding="utf-8")).items()}
    assert told.keys() & taken == taken
    for name, words in told.items():
        assert words[0].isupper(), name
        assert not re.match(r"(A |The )?(picture|image|screenshot) of", words, re.IGNORECASE), name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_how_to_has_a_picture_that_says_enough_to_whoever_doesn_t_see_it(page: Path) -> None:
    told = shown(page.read_text(encoding="utf-8"))
    assert told
    assert any(name.startswith("how-to/") for name in told)
    for name, words in told.items():
        assert 40 <= len(words) <= 200, name


def test_pictures_are_small_and_no_wider_than_the_command_says(pictures: ModuleType) -> None:
    whole = 0
    for picture in pictures.PICTURES:
        path = STATIC / f"{picture.name}.png"
        whole += path.stat().st_size
        assert path.stat().st_size <= 45_000, path
        with Image.open(path) as image:
            assert image.width <= picture.width
    assert whole <= 1_400_000


def test_the_readme_shows_pictures_of_the_documentation_in_words_too() -> None:
    images = re.findall(
        r'<img src="docs/_static/([^"]+)" width="\d+" alt="([^"]{20,})">',
        (ROOT / "README.md").read_text(encoding="utf-8"),
    )
    assert len(images) >= 4
    for name, _ in images:
        assert (STATIC / name).exists(), name
