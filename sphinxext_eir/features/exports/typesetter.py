"""Typst itself: the fonts that it finds, once for all articles of a build, and what it says of a file."""

from __future__ import annotations

import importlib.util
import re
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any, Literal

from .pandoc import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1 (ISO 14289-1), which Typst keeps to or says why it can't."""

PACKAGES = "fontpkg.family"
"""The group of entry points by which packages with fonts name the module that holds them (fontpkg.org)."""

BOOK = ("Libertinus Serif",)
"""The face of the text, which Typst brings: Latin, Greek, Cyrillic and Hebrew letters."""

FACES = {
    "Arab": ("Amiri", "Noto Naskh Arabic", "Scheherazade New", "Noto Sans Arabic"),
    "Hebr": ("Frank Ruhl Libre", "Noto Serif Hebrew"),
    "Jpan": ("Noto Serif CJK JP", "Noto Serif JP"),
    "Hans": ("Noto Serif CJK SC", "Noto Serif SC"),
    "Hant": ("Noto Serif CJK TC", "Noto Serif TC"),
    "Kore": ("Noto Serif CJK KR", "Noto Serif KR"),
    "Deva": ("Noto Serif Devanagari", "Noto Sans Devanagari"),
}
"""Script (ISO 15924) → faces that may be installed, the best first. Hebrew letters are in the face of the text as well."""

REST = ("Noto Serif", "DejaVu Serif", "DejaVu Sans")
"""Faces with letters and signs of many other scripts."""


class Typesetter:
    """Sets Typst files as PDFs. ``root`` is the folder that holds all that they name; ``folders`` may have fonts."""

    def __init__(self, root: Path, folders: Iterable[Path] = ()) -> None:
        import typst  # takes a tenth of a second

        self._typst = typst
        self._root = root
        self._fonts = typst.Fonts(font_paths=[*map(str, folders), *packaged_fonts()])
        self.families = frozenset(self._fonts.families())

    def set(self, source: Path, made: Path, given: Mapping[str, str] | None = None) -> str:
        """Write the PDF of *source* to *made*. Return why it doesn't keep to the standard, or nothing. Raises :class:`ExportError`.

        Templates find what is *given* in ``sys.inputs`` (Typst reference, "System").
        """
        options: dict[str, Any] = {
            "root": self._root, "font_paths": self._fonts, "format": "pdf", "sys_inputs": dict(given or {}),
        }  # fmt: skip
        try:
            self._typst.compile(source, made, pdf_standards=STANDARD, **options)
        except RuntimeError as error:
            try:
                self._typst.compile(source, made, **options)
            except RuntimeError as other:
                raise ExportError(f"Typst stopped: {other}") from other
            return complaint(str(error), getattr(error, "diagnostic", ""))
        return ""


def packaged_fonts() -> Iterator[str]:
    """Yield the folders of installed packages with fonts: ``pip install fontpkg-amiri`` brings one."""
    for point in sorted(entry_points(group=PACKAGES), key=lambda point: point.value):
        found = importlib.util.find_spec(point.module)
        yield from (found.submodule_search_locations or ()) if found else ()


def faces(script: str, families: Iterable[str]) -> list[str]:
    """Return the faces of a text in *script*, of those in *families*: for its own letters first those of the text, then the script's."""
    wanted = [*BOOK, *FACES.get(script, ()), *(face for each in FACES.values() for face in each), *REST]
    there = set(families)
    return list(dict.fromkeys(face for face in wanted if face in there))


def lacks_face(text: str, families: Iterable[str]) -> bool:
    """Say if *text* has Arabic words, and there is no face for them: Typst would take its typewriter's, which joins no letters."""
    return bool(re.search("[\u0620-\u064a]{2}", text)) and not set(FACES["Arab"]) & set(families)


def complaint(error: str, diagnostic: str) -> str:
    """Return what keeps a PDF from the standard: the letters that no font has, or else Typst's own words."""
    letters = list(dict.fromkeys(re.findall(r"the text `\"(.+?)\"` could not be displayed", diagnostic)))
    if not letters:
        return error
    shown = ", ".join(letters[:10]) + (", …" if len(letters) > 10 else "")
    return f"no font has {shown}: install one that has, or name its folder in eir_typst_fonts"
