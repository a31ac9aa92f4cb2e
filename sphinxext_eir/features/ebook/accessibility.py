"""What a book says of its accessibility, in schema.org's properties, which EPUB Accessibility 1.1 (section 2) requires.

So does the EU's Accessibility Act. Nothing is claimed that the pages don't show.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx.locale import get_translation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ = get_translation("sphinxext_eir")

_IMAGE = re.compile(r"<img\b[^>]*>|<svg\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(alt|src)\s*=\s*("[^"]*"|'[^']*')""")
_MOVING = re.compile(
    r"<(?:video|audio|iframe|object|embed|canvas|script|animate\w*|marquee)\b|\.gif\b", re.IGNORECASE
)


def properties_of(pages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the properties and their values for a book with these pages (XHTML), without its cover."""
    whole = "\n".join(pages)
    images = _IMAGE.findall(whole)
    described = all(map(_is_described, images))
    yield "accessMode", "textual"
    if images:
        yield "accessMode", "visual"
    yield "accessModeSufficient", "textual" if described else "textual,visual"
    for feature, there in (
        ("tableOfContents", True),
        ("readingOrder", True),
        ("structuralNavigation", True),
        ("displayTransformability", True),
        ("ARIA", 'role="doc-' in whole),
        ("alternativeText", images and described),
        ("MathML", "<math" in whole),
    ):
        if there:
            yield "accessibilityFeature", feature
    yield "accessibilityHazard", "unknown" if _MOVING.search(whole) else "none"
    sentences = map(str, _summary(bool(images), described))  # the catalogue is asked now
    yield "accessibilitySummary", " ".join(sentences)


def _summary(images: bool, described: bool) -> Iterator[str]:  # noqa: FBT001 - two facts
    # TRANSLATORS: Of an e-book, in catalogues: for readers who use a screen reader or a Braille display.
    yield _(
        "The book is text in its reading order, with headings and a table of contents that links to them."
    )
    yield _("Notes and the places that refer to them are linked both ways.")
    if images and described:
        yield _("Pictures have alternative texts.")
    elif images:
        yield _("Some pictures have no alternative text.")


def _is_described(image: str) -> bool:
    """Say if an image has an alternative text, which may be empty; docutils puts the path where there is none."""
    found = {name: value[1:-1] for name, value in _ATTRIBUTE.findall(image)}
    return "alt" in found and (not found["alt"] or found["alt"] != found.get("src"))
