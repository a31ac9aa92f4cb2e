"""Films and recordings: nothing is asked of others before the click, and every other format has still, link and caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest
from support.axe import run_axe
from support.exported import PNG, png
from support.sphinx_project import (
    STOCK_BUILDERS,
    Project,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

TUBE = "https://www.youtube.com/watch?v=aqz-KE-bpKQ"
PEERTUBE = "https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv"
SOURCES = {
    "films.rst": f"""\
Films
=====

.. eir:article::

Before.

.. _bunny:

.. eir:media:: {TUBE}
   :title: The *Bunny* & co
   :still: still.png
   :alt: A bunny

   A film of 2008, see :doc:`talks`.

.. eir:media:: https://vimeo.com/76979871

.. eir:media:: {PEERTUBE}
   :title: Federated

.. eir:media:: https://example.org/tides.webm
   :title: Tides

After :ref:`this film <bunny>`.
""",
    "talks.md": """\
# Talks

```{eir:article}
```

```{eir:media} talk.mp3
:title: A Talk

Recorded in May.
```

```{eir:media} /tides.mp4
:title: Low Tide
:still: still.png
:captions: tides.vtt
```
""",
}


@pytest.fixture
def films(project: Project) -> Project:
    project.write(SOURCES)
    (project.root / "still.png").write_bytes(PNG)
    for name in ("talk.mp3", "tides.mp4"):
        (project.root / name).write_bytes(b"no film")
    (project.root / "tides.vtt").write_text("WEBVTT\n", encoding="utf-8")
    return project


def test_pages_hold_links_and_players_of_own_files(films: Project) -> None:
    build = films.build()
    assert build.warnings == []
    first, *others = build.page("films").select("figure.eir-media")
    assert first["id"] == "bunny" or first.find_previous(id="bunny")
    assert first.select_one("img")["alt"] == "A bunny"
    assert first.select_one("a.eir-media-link")["href"] == TUBE
    assert first.select_one("a.eir-media-link").get_text() == "Video: The *Bunny* & co"
    assert "A film of 2008, see Talks." in first.select_one("figcaption").get_text()
    assert [figure.select_one("figcaption").get_text().strip() for figure in others] == [
        "Video (Vimeo)", "Video: Federated (framatube.org)", "Video: Tides (example.org)",
    ]  # fmt: skip
    talk, tide = build.page("talks").select("figure.eir-media")
    audio, video = talk.find("audio"), tide.find("video")
    assert (audio["preload"], audio["aria-label"], video["preload"]) == ("none", "Audio: A Talk", "none")
    for address in (audio["src"], video["src"], video["poster"], video.track["src"]):
        assert (build.out / address).is_file()
    assert build.page("talks").select("iframe, embed, object") == []
    assert not build.page("talks").select("script[src*=eir-media]")


def asked_by(page: Page, path: Path) -> list[str]:
    """Open the page at *path*, and return what it asks for: a list that grows when it asks for more."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.wait_for_timeout(300)
    assert asked
    return asked


def test_nothing_is_asked_of_others_before_the_click(films: Project, page: Page) -> None:
    asked = asked_by(page, films.build().out / "films.html")
    assert [url for url in asked if not url.startswith("file:")] == []
    # With the keyboard alone, and told to a screen reader by role and name.
    button = page.get_by_role("button", name="Video: The *Bunny* & co: play it here, from YouTube")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    others = [url for url in asked if not url.startswith("file:")]
    assert others
    assert {url.split("/")[2] for url in others} == {"www.youtube-nocookie.com"}
    assert page.evaluate("document.activeElement.tagName + ' ' + document.activeElement.title") == (
        "IFRAME Video: The *Bunny* & co"
    )
    assert page.get_by_role("button", name="framatube.org").count() == 1  # the others wait
    page.get_by_role("button", name="Video: Tides").press("Space")
    assert page.evaluate("document.activeElement.tagName + ' ' + document.activeElement.src") == (
        "VIDEO https://example.org/tides.webm"
    )


def test_nothing_is_asked_of_own_files_either(films: Project, page: Page) -> None:
    asked = asked_by(page, films.build().out / "talks.html")
    assert [url for url in asked if url.endswith((".mp3", ".mp4"))] == []


@pytest.mark.parametrize("name", ["films", "talks"])
def test_axe_finds_nothing(films: Project, page: Page, name: str) -> None:
    page.goto((films.build().out / f"{name}.html").as_uri())
    assert run_axe(page, ".eir-media").response["violations"] == []


@pytest.mark.parametrize("builder", sorted({*STOCK_BUILDERS} - {"gettext", "html", "dummy"}))
def test_every_format_has_still_link_and_caption(films: Project, builder: str) -> None:
    build = films.build(builder, html_baseurl="https://essays.example/")
    assert build.warnings == []
    file = {
        "text": "films.txt", "man": "essays.1", "texinfo": "essays.texi", "latex": "essays.tex", "epub": "films.xhtml",
        "xml": "films.xml", "pseudoxml": "films.pseudoxml",
    }.get(builder)  # fmt: skip
    if file:
        text = build.read(file).replace("\\", "").replace("{}", "")
        assert "A film of 2008" in text
        assert "aqz" in text
        assert "iframe" not in text
    if builder == "epub":
        talks = build.page("talks", ".xhtml")
        assert not talks.select("audio, video, script")
        assert [link["href"] for link in talks.select(".eir-media-link a")] == [
            "https://essays.example/talks.html"
        ] * 2
        assert talks.select_one(".eir-media img")


@pytest.mark.parametrize("height", [40, 3000])
def test_a_still_fills_no_page_of_latex(project: Project, pdf_text: Callable[..., str], height: int) -> None:
    film = f".. eir:media:: {TUBE}\n   :still: tall.png\n   :alt: A mast\n"
    project.write({"index.rst": f"Films\n=====\n\n.. eir:article::\n\nBefore.\n\n{film}\nBehind.\n"})
    (project.root / "tall.png").write_bytes(png(100, height))
    build = project.build("latex")
    assert "Behind." in pdf_text(build)
    with pdfium.PdfDocument(build.out / "essays.pdf") as pdf:
        pictures = [
            each for page in pdf for each in page.get_objects() if each.type == pdfium_c.FPDF_PAGEOBJ_IMAGE
        ]
        ((_left, bottom, _right, top),) = [picture.get_bounds() for picture in pictures]
    assert top - bottom == pytest.approx(min(72 / 25.4 * 72, height * 72 / 96), rel=0.02)


@pytest.mark.usefixtures("pandoc")
def test_a_link_is_set_off_as_the_language_does_it(project: Project) -> None:
    project.write({"index.rst": f"Films\n=====\n\n.. eir:media:: {TUBE}\n   :title: فيلم\n"})
    assert f"فيلم، {TUBE}" in " ".join(project.build("text", language="ar").read("index.txt").split())


def test_files_of_articles_have_them(films: Project) -> None:
    pytest.importorskip("typst")
    build = films.build("eir-pdf")
    assert [line for line in build.warnings if "films" in line] == []
    assert (build.out / "films.pdf").read_bytes().startswith(b"%PDF")


def test_laws(films: Project) -> None:
    films.write(
        {
            f"more{number}.rst": SOURCES["films.rst"]
            .replace(".. _bunny:\n", "")
            .replace(":ref:`this film <bunny>`", "")
            for number in range(5)
        }
    )
    assert_resolving_twice_gives_equal_trees(films.build())
    assert_parallel_equals_serial(films)


def test_what_can_t_be_followed_is_printed_and_named(project: Project) -> None:
    text = (
        "Films\n=====\n\n.. eir:media:: javascript:alert(1)\n\n.. eir:media:: gone.mp4\n   :title: A Title\n\n   Words.\n\n.. eir:media:: ../../x.mp4\n\n"
        ".. eir:media:: https://example.org/page\n   :still: https://example.org/a.png\n   :captions: a.vtt\n   :kind: picture\n   :size: 3\n\n"
        ".. eir:media::\n\n   Alone.\n\n.. eir:media:: https://example.org/a.mp4\n   :alt: A bunny\n"
    )
    build = project.write({"films.rst": text}).build()
    said = [line.partition("eir:media")[2] for line in build.warnings]
    assert [line[:40] for line in said] == [
        ": there is no file 'javascript:alert(1)'",
        ": there is no file 'gone.mp4' in the pro",
        ": there is no file '../../x.mp4' in the ",
        " has no option 'size', so '3' is left ou",
        ": kind is 'picture'; allowed: 'video', '",
        ": 'https://example.org/page' doesn't say",
        ": still is 'https://example.org/a.png'; ",
        ": captions is 'a.vtt'; allowed: a file o",
        ": it needs a file of the project, or an ",
        ": alt is 'A bunny'; allowed: what a stil",
    ]  # fmt: skip
    page = build.page("films")
    assert "javascript:alert(1)" in page.get_text()
    assert all(words in page.get_text() for words in ("A Title gone.mp4", "Words.", "Alone."))
    assert not page.select('[href^="javascript"], img')
    assert [frame["data-source"] for frame in page.select("[data-source]")] == ["https://example.org/a.mp4"]
    assert page.select_one(".eir-media-link")["href"] == "https://example.org/page"


def test_writing_a_page_leaves_its_tree_as_it_is(films: Project) -> None:
    build = films.build()
    builder = build.app.builder
    document = build.resolved("films")
    document.settings = builder.docsettings
    written = []
    for _ in range(2):
        translator = builder.create_translator(document, builder)
        document.walkabout(translator)
        written.append("".join(translator.body))
    assert written[0] == written[1]
    assert "A film of 2008" in written[0]


def test_the_still_of_a_recording_says_what_it_shows(films: Project) -> None:
    text = "Talk\n====\n\n.. eir:media:: talk.mp3\n   :still: still.png\n   :alt: A microphone\n"
    (films.root / "talks.md").unlink()
    films.write({"talk.rst": text})
    assert (
        films.build("html", out="talk").page("talk").select_one("img.eir-media-still")["alt"]
        == "A microphone"
    )
