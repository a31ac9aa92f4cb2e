"""Pictures of titles for previews of links: drawn where there is no other, and only if they would be different."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext_eir.features.social_cards.pictures import MARGIN, SIZE, broken

if TYPE_CHECKING:
    from support.sphinx_project import Build, Project

BASE = "https://essays.example/"
TIDES = ":author: Mara Lindqvist\n\nTide Tables & the State\n=======================\n\n.. eir:article::\n\nText.\n"
PICTURED = ":image: https://example.org/x.png\n\nPictured\n========\n\n.. eir:article::\n\nText.\n"


@pytest.fixture
def journal(project: Project) -> Project:
    """Return a journal that asks for pictures, if they can be drawn."""
    pytest.importorskip("PIL", reason="Pillow is not installed")
    project.settings |= {"eir_social_cards": True, "html_baseurl": BASE}
    return project.write({"essays/tides.rst": TIDES, "pictured.rst": PICTURED})


def image_of(build: Build, docname: str) -> str:
    found = build.page(docname).select_one("meta[property='og:image']")
    return found["content"] if found else ""


def test_an_article_without_a_picture_gets_one_of_its_title(journal: Project) -> None:
    from PIL import Image

    build = journal.build()
    assert build.warnings == []
    assert image_of(build, "essays/tides") == f"{BASE}_static/eir-cards/essays/tides.png"
    card = build.page("essays/tides").select_one("meta[name='twitter:card']")
    assert card["content"] == "summary_large_image"
    with Image.open(build.out / "_static/eir-cards/essays/tides.png") as image:
        assert (image.size, image.format) == (SIZE, "PNG")
        columns = image.convert("L").point(lambda value: 255 * (value < 128)).crop((0, 16, *SIZE)).getbbox()
    assert columns[0] >= MARGIN - 8  # nothing but the rule above reaches into the margins
    assert columns[2] <= SIZE[0] - MARGIN + 8
    assert image_of(build, "pictured") == "https://example.org/x.png"
    assert not (build.out / "_static/eir-cards/pictured.png").exists()


def test_it_is_drawn_again_only_if_it_shows_something_else(journal: Project) -> None:
    first = journal.build()
    path = first.out / "_static/eir-cards/essays/tides.png"
    stamp, drawn = path.stat().st_mtime_ns, path.read_bytes()
    journal.write({"essays/tides.rst": TIDES.replace("Text.", "Other text.")}).build()
    assert path.stat().st_mtime_ns == stamp
    journal.write({"essays/tides.rst": TIDES.replace("the State", "a State")}).build()
    assert path.read_bytes() != drawn
    off = journal.build(eir_social_cards=False)
    assert not path.exists()
    assert image_of(off, "essays/tides") == ""


def test_a_letter_that_the_font_lacks_is_named_and_nothing_is_drawn(journal: Project) -> None:
    journal.write({"essays/tides.rst": TIDES.replace("the State", "the 時")})
    build = journal.build()
    (warning,) = build.warnings
    assert "the font of the picture lacks '時'" in warning
    assert image_of(build, "essays/tides") == ""


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"html_baseurl": ""}, "eir_social_cards needs html_baseurl"),
        ({"eir_social_card_font": "no-font.ttf"}, "eir_social_card_font is no font that Pillow can read"),
    ],
)
def test_what_is_missing_is_said_once(journal: Project, settings: dict[str, str], says: str) -> None:
    build = journal.build(**settings)
    (warning,) = build.warnings
    assert says in warning
    assert image_of(build, "essays/tides") == ""


def test_without_pillow_the_extra_is_named(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    build = project.write({"tides.rst": TIDES}).build(eir_social_cards=True, html_baseurl=BASE)
    assert "pip install 'sphinxext-eir[cards]'" in build.warnings[0]
    assert len(build.warnings) == 1


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=20))
def test_lines_keep_all_words_and_are_no_longer_than_the_room(words: list[str]) -> None:
    lines = broken(" ".join(words), len, 30)
    assert " ".join(lines).split() == words
    assert all(len(line) <= 30 for line in lines)
