"""Pictures of titles for previews of links (``eir_social_cards``), for articles that have no picture of their own.

They are drawn when all documents are read, before pages name them, and again only if what they show has changed.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ...core.domain import eir_domain
from ...core.page_urls import CARDS_FOLDER, card_name
from ...core.warnings import Subtype, warn
from ...text.article import Article
from ...text.bylines import joined
from ...text.files import write_file
from ...text.languages import direction_of_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

SIZE = (1200, 630)
"""Pixels, in the proportion that previews show whole (1.91 : 1)."""

MARGIN = 80
PAPER, INK, FAINT, ACCENT = "#fdfcf9", "#1d1b19", "#5d5850", "#8c1d18"
TITLE_SIZES = (88, 76, 66, 58, 50, 44, 38)
"""Heights of the title's letters in pixels; the first at which it fits into its lines is taken."""

MOST_LINES = 5
SHAPED = re.compile(
    "[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufeff]"
)
"""Letters of scripts that run from right to left or join, which Pillow sets where it finds Raqm alone."""


class Card(NamedTuple):
    """The words of a picture."""

    title: str
    authors: str
    journal: str
    accent: str = ACCENT
    font: str = ""
    """The path of a font; Pillow's own if there is none."""
    from_right: bool = False
    """The words run from right to left."""

    @property
    def digest(self) -> str:
        """What the picture says of itself, to tell whether it is still this one."""
        words = (self.title, self.authors, self.journal, self.accent, self.from_right)
        font = Path(self.font).read_bytes() if self.font else b""
        return hashlib.sha256(repr(words).encode("utf-8", "surrogatepass") + font).hexdigest()


def draw_cards(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Draw the pictures that are missing, remove those that nothing needs, and return the articles that have got or lost one."""
    folder = Path(app.outdir) / CARDS_FOLDER
    cards = dict(_cards(app, env))
    wanted = {Path(app.outdir) / card_name(docname) for docname in cards}
    for path in folder.rglob("*.png"):
        if path not in wanted:
            path.unlink()
    drawn = {docname for docname, card in cards.items() if _draw_if_changed(app, docname, card)}
    if app.builder.format != "html" or app.builder.name == "epub":
        return []
    articles = (docname for docname, _article in eir_domain(env).find_all(Article))
    return eir_domain(env).rewrite(
        app, "cards", {docname: "card" if docname in drawn else "" for docname in articles}
    )


def _cards(app: Sphinx, env: BuildEnvironment) -> Iterator[tuple[str, Card]]:
    """Yield the picture of each article that needs one, in a build that asks for them."""
    config = app.config
    if not config.eir_social_cards or app.builder.name not in ("html", "dirhtml"):
        return
    if not config.html_baseurl:
        warn(Subtype.CONFIG, "eir_social_cards needs html_baseurl: previews take complete addresses alone")
        return
    font = str(Path(app.srcdir) / config.eir_social_card_font) if config.eir_social_card_font else ""
    if problem := _problem(font):
        warn(Subtype.CONFIG, f"eir_social_cards: {problem}; no picture is drawn")
        return
    accent = str(config.html_theme_options.get("accent", ""))
    for docname, article in eir_domain(env).find_all(Article):
        if article.title and not article.image:
            names = joined([author.name for author in article.authors], config.language)
            journal = article.journal or config.project
            colour = accent if re.fullmatch(r"#(?:[0-9a-fA-F]{3}){1,2}", accent) else ACCENT
            from_right = direction_of_language(config.language) == "rtl"
            yield docname, Card(article.title, names, journal, colour, font, from_right)


def _problem(font: str) -> str:
    """Return why nothing can be drawn."""
    try:
        from PIL import ImageFont
    except ImportError:
        return "Pillow is missing: pip install 'sphinxext-eir[cards]'"
    try:
        if font:
            ImageFont.truetype(font, 40)
    except OSError:
        return f"eir_social_card_font is no font that Pillow can read: {font!r}"
    return ""


def _draw_if_changed(app: Sphinx, docname: str, card: Card) -> bool:
    """Say if the picture of *docname* is there. It isn't drawn if its font lacks a letter."""
    from PIL import Image

    path = Path(app.outdir) / card_name(docname)
    if path.is_file():
        with (
            contextlib.suppress(OSError),
            Image.open(path) as old,
        ):  # what is no picture any more is drawn again
            if old.info.get("Source") == card.digest:
                return True
        path.unlink()
    if lacking := _lacking(card):
        message = f"the font of the picture lacks {lacking!r}, and none is drawn: name another in eir_social_card_font"
        warn(Subtype.CONFIG, message, location=docname)
        return False
    draw(card, path)
    return True


def _font(card: Card, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(card.font, size) if card.font else ImageFont.load_default(size)  # type: ignore[return-value]  # with a size, it is one


def _lacking(card: Card) -> str:
    """Return a letter of *card* that its font draws as it draws what no font has, or that can't be set here."""
    from PIL import features

    font = _font(card, 40)

    def drawn(letter: str) -> bytes:
        mask = font.getmask(letter)
        return bytes(str(mask.size), "ascii") + bytes(mask)

    nothing = drawn("\uffff")  # no character, for good (Unicode Standard, section 23.7)
    words = f"{card.title}{card.authors}{card.journal}"
    if not features.check("raqm") and (shaped := SHAPED.search(words)):
        return shaped[0]
    return next(
        (letter for letter in dict.fromkeys(words) if letter.strip() and drawn(letter) == nothing), ""
    )


def draw(card: Card, path: Path) -> None:
    """Draw *card* into the file *path*."""
    from PIL import Image, ImageDraw
    from PIL.PngImagePlugin import PngInfo

    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    width, height = SIZE
    side, anchor = (width - MARGIN, "ra") if card.from_right else (MARGIN, "la")

    def write(top: int, words: str, font: FreeTypeFont, colour: str) -> None:
        pen.text((side, top), words, font=font, fill=colour, anchor=anchor)

    pen.rectangle((0, 0, width, 14), fill=card.accent)
    write(MARGIN - 14, card.journal, _fitting(pen, card, card.journal, 34), card.accent)
    font, lines = _set_title(pen, card)
    leading = round(font.size * 1.16)
    top = (height - leading * len(lines)) // 2
    for number, line in enumerate(lines):
        write(top + number * leading, line, font, INK)
    write(height - MARGIN - 20, card.authors, _fitting(pen, card, card.authors, 34), FAINT)
    about = PngInfo()
    about.add_text("Source", card.digest)
    drawn = io.BytesIO()
    image.save(drawn, "PNG", pnginfo=about, optimize=True)
    write_file(path, drawn.getvalue())


def _fitting(pen: ImageDraw, card: Card, words: str, size: int) -> Any:
    """Return the font in which a line of *words* fits the width."""
    room = SIZE[0] - 2 * MARGIN
    return next(
        (
            font
            for height in range(size, 11, -2)
            if pen.textlength(words, font := _font(card, height)) <= room
        ),
        _font(card, 12),
    )


def _set_title(pen: ImageDraw, card: Card) -> tuple[FreeTypeFont, list[str]]:
    """Return the largest font in which the title fits, and its lines."""
    for size in TITLE_SIZES:
        font = _font(card, size)
        lines = broken(card.title, lambda words, font=font: pen.textlength(words, font))
        high = len(lines) * size * 1.16 <= SIZE[1] - 4 * MARGIN
        if (
            high
            and len(lines) <= MOST_LINES
            and all(pen.textlength(line, font) <= SIZE[0] - 2 * MARGIN for line in lines)
        ):
            break
    return font, lines[: MOST_LINES + 1]


def broken(words: str, length: Any, room: float = SIZE[0] - 2 * MARGIN) -> list[str]:
    """Return *words* in lines that are no longer than *room*, as even as that number of lines can be."""

    def fill(room: float) -> list[str]:
        lines: list[str] = []
        for word in words.split():
            if lines and length(f"{lines[-1]} {word}") <= room:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return lines

    longest = max((length(word) for word in words.split()), default=0)
    best = fill(room)
    while (room := room * 0.95) > longest and len(narrower := fill(room)) == len(best):
        best = narrower
    return best
