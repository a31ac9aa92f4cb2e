"""Spaces before French stops and within guillemets, which no line may break at."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ...core.domain import eir_domain
from ...core.languages import language_around
from ...core.walks import find_all, find_blocks
from ...text.patterns import compile_later

NARROW, WIDE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"

LITERAL = (nodes.literal, nodes.FixedTextElement, nodes.raw, nodes.math, nodes.math_block, nodes.Invisible)
"""Nodes whose text is as it is."""

_BEFORE = compile_later(r"(?<=\S)[ \u00a0\u202f](?=[;!?](?![\w/]))")
"""A space before high stops, which is narrow (Imprimerie nationale, *Lexique des règles typographiques*)."""

_AROUND = compile_later(r"(?<=\S)[ \u00a0\u202f](?=[:»](?![\w/]))|(?<=«)[ \u00a0\u202f](?=\S)")
"""A space before a colon, and within guillemets."""


_PAIRS = [
    pair for space in " \u00a0\u202f" for pair in (*(f"{space}{stop}" for stop in ";!?:»"), f"«{space}")
]
"""What either of these looks for. Hardly any document has it, and a plain search is ten times as fast."""


class KeepSpaces(SphinxPostTransform):
    """Keeps French stops and guillemets with their words, in documents of ours.

    After notes (60) and citations (61) have their words.
    """

    default_priority = 905
    narrow = NARROW

    def run(self, **kwargs: Any) -> None:
        """Make the spaces unbreakable that authors typed."""
        documents = eir_domain(self.env).documents
        if self.env.docname not in documents and not find_blocks(self.document, addnodes.start_of_file):
            return
        texts = find_all(self.document, nodes.Text)
        whole = "\n".join(texts)
        if not any(all(map(whole.__contains__, pair)) and pair in whole for pair in _PAIRS):
            return
        for text in texts:
            if isinstance(text.parent, LITERAL) or (kept := kept_together(str(text), self.narrow)) == text:
                continue
            is_french = language_around(text, self.config).partition("-")[0] == "fr"
            if is_french and docname_of(text, self.env.docname) in documents:
                text.parent.replace(text, nodes.Text(kept))


class KeepSpacesInLatex(KeepSpaces):
    """The same in LaTeX, whose packages for French take these spaces for theirs, and know no other."""

    narrow = WIDE


def kept_together(text: str, narrow: str = NARROW) -> str:
    """Return *text* with spaces that no line breaks at where French has them."""
    return _AROUND.sub(WIDE, _BEFORE.sub(narrow, text))


def docname_of(node: nodes.Node, otherwise: str) -> str:
    """Return the document that *node* belongs to, on a page that may join several."""
    place: nodes.Node | None = node
    while place is not None:
        if isinstance(place, addnodes.start_of_file):
            return str(place["docname"])
        place = place.parent
    return otherwise
