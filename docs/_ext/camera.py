"""What takes a picture: of a page in Chromium, of a page of a PDF, of lines in a terminal, of a file that is one."""

from __future__ import annotations

import html
import io
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Playwright
    from playwright.sync_api import Page as Tab
    from sites import Sites

GAP = 16
"""Pixels around a part of a page, and between two views in one picture."""
WINDOW = 4000
"""Height of a window that shows whole pages, of which a part is taken: what appears under the pointer stays."""
TERMINAL = """\
<!doctype html><meta charset="utf-8">
<style>pre { margin: 0; padding: 14px; font: 12.5px/1.5 "DejaVu Sans Mono", monospace; color: #222; background: #f6f5f2; white-space: pre-wrap; width: 612px; }</style>
<pre>%s</pre>"""


@dataclass(frozen=True)
class Page:
    """A page of a site, or the part of it that the elements of a selector take, from the first to the last."""

    site: str
    name: str
    part: str = ""
    width: int = 1280
    height: int = 860
    """Of the window, or the most that is shown of a part."""
    scheme: str = "light"
    point_at: str = ""
    """What the pointer rests on."""
    press: str = ""
    """What is pressed."""

    def take(self, camera: Camera) -> Image.Image:
        with camera.tab(self) as tab:
            tab.goto((camera.sites.folder(self.site) / self.name).as_uri())
            tab.wait_for_load_state()
            if self.press:
                tab.locator(self.press).first.click()
            if self.point_at:
                tab.locator(self.point_at).first.hover()
                tab.wait_for_timeout(600)
            shot = (
                tab.screenshot(clip=around(tab.locator(self.part), self)) if self.part else tab.screenshot()
            )
        return Image.open(io.BytesIO(shot)).convert("RGB")


def around(parts: Locator, page: Page) -> dict[str, float]:
    """Return the smallest rectangle that has all parts of the page, and a gap around them."""
    boxes = [box for box in (part.bounding_box() for part in parts.all()) if box and box["width"]]
    if not boxes:
        raise LookupError(f"{page.site}: {page.name} has no {page.part}")
    left = max(0, min(box["x"] for box in boxes) - GAP)
    top = max(0, min(box["y"] for box in boxes) - GAP)
    right = min(page.width, max(box["x"] + box["width"] for box in boxes) + GAP)
    bottom = max(box["y"] + box["height"] for box in boxes) + GAP
    return {"x": left, "y": top, "width": right - left, "height": min(bottom - top, page.height)}


@dataclass(frozen=True)
class Sheet:
    """A page of a PDF, counted from 1."""

    site: str
    name: str
    number: int = 1
    width: int = 620

    def take(self, camera: Camera) -> Image.Image:
        page = pypdfium2.PdfDocument(camera.sites.folder(self.site) / self.name)[self.number - 1]
        sheet = page.render(scale=self.width / page.get_width()).to_pil().convert("RGB")
        framed = Image.new("RGB", (sheet.width + 2, sheet.height + 2), "#bbb")
        framed.paste(sheet, (1, 1))
        return framed


@dataclass(frozen=True)
class Terminal:
    """Lines of a file as a terminal has them."""

    site: str
    name: str

    def take(self, camera: Camera) -> Image.Image:
        text = (camera.sites.folder(self.site) / self.name).read_text(encoding="utf-8").strip()
        with camera.tab(Page("", "")) as tab:
            tab.set_content(TERMINAL % html.escape(text))
            return Image.open(io.BytesIO(tab.locator("pre").screenshot())).convert("RGB")


@dataclass(frozen=True)
class Drawn:
    """A picture that a build has made; the name may be a glob."""

    site: str
    name: str

    def take(self, camera: Camera) -> Image.Image:
        (path,) = camera.sites.folder(self.site).glob(self.name)
        return Image.open(path).convert("RGB")


View = Page | Sheet | Terminal | Drawn


@dataclass(frozen=True)
class Picture:
    """One picture of the documentation: its name in ``_static``, and what is on it, in rows from left to right."""

    name: str
    rows: tuple[tuple[View, ...], ...]
    width: int = 0
    """Of the picture, in pixels; as it was taken, if none is given."""
    colours: int = 64

    @property
    def sites(self) -> set[str]:
        return {view.site for row in self.rows for view in row}


class Camera:
    """Takes pictures of sites with one browser."""

    def __init__(self, playwright: Playwright, sites: Sites) -> None:
        self.sites = sites
        self.browser: Browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--hide-scrollbars"]
        )

    def tab(self, page: Page) -> AbstractContextManager[Tab]:
        size = {"width": page.width, "height": WINDOW if page.part else page.height}
        return self.browser.new_page(
            offline=True, color_scheme=page.scheme, reduced_motion="reduce", viewport=size
        )

    def take(self, picture: Picture, folder: Path) -> Path:
        """Take a picture, and write it with as few colours and pixels as it needs."""
        shot = stacked([beside([view.take(self) for view in row]) for row in picture.rows])
        if picture.width and picture.width < shot.width:
            size = (picture.width, round(shot.height * picture.width / shot.width))
            shot = shot.resize(size, Image.Resampling.LANCZOS)
        path = folder / f"{picture.name}.png"
        path.parent.mkdir(exist_ok=True)
        in_few_colours(shot, picture.colours).save(path, optimize=True)
        return path


def in_few_colours(shot: Image.Image, colours: int) -> Image.Image:
    """Return the picture in some colours, among them the four that take most of it, such as its paper, as they are."""
    few = shot.quantize(colours, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    palette = few.getpalette() or []
    seen = sorted(shot.getcolors(shot.width * shot.height), reverse=True)[:4]
    pixels = shot.load(), few.load()
    places = {pixels[0][x, y]: pixels[1][x, y] for y in range(shot.height) for x in range(0, shot.width, 3)}
    for _, colour in reversed(seen):
        if colour in places:
            palette[3 * places[colour] : 3 * places[colour] + 3] = colour
    few.putpalette(palette)
    return few


def beside(shots: list[Image.Image]) -> Image.Image:
    """Return the pictures of one row, as one, in the height of the lowest."""
    if len(shots) == 1:
        return shots[0]
    height = min(shot.height for shot in shots)
    shots = [
        shot.resize((round(shot.width * height / shot.height), height), Image.Resampling.LANCZOS)
        for shot in shots
    ]
    row = Image.new("RGB", (sum(shot.width + GAP for shot in shots) - GAP, height), "white")
    left = 0
    for shot in shots:
        row.paste(shot, (left, 0))
        left += shot.width + GAP
    return row


def stacked(rows: list[Image.Image]) -> Image.Image:
    """Return rows of one width, one below the other."""
    if len(rows) == 1:
        return rows[0]
    width = min(row.width for row in rows)
    rows = [
        row.resize((width, round(row.height * width / row.width)), Image.Resampling.LANCZOS) for row in rows
    ]
    whole = Image.new("RGB", (width, sum(row.height + GAP for row in rows) - GAP), "white")
    top = 0
    for row in rows:
        whole.paste(row, (0, top))
        top += row.height + GAP
    return whole
