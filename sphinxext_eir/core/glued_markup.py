r"""Markup that is glued to the word before it, as E-IR sets its notes: plain text to docutils.

reStructuredText recognises inline markup only after a space, an opening bracket, and a few other characters
(docutils, "Inline Markup Recognition Rules"); without them it wants ``\ ``, an escaped space.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from docutils.languages import get_language
from docutils.parsers.rst import roles, states
from sphinx.transforms import SphinxTransform

from ..text.patterns import compile_later
from .domain import eir_domain
from .walks import find_all
from .warnings import Subtype, warn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.environment import BuildEnvironment

ROLE = re.compile(r"(?<=[^\s\\]):((?:[\w.+-]+:)*[\w.+-]+):\Z")
"""The name of a role at the end of a text, after which docutils has made a title reference of the role's text."""

LITERAL = re.compile(r"\w(``[^`\s][^`]*``)")


_MARKER = r"(?=\[(?:\*|\#?[\w.:+-]*)\]_(?![^\W_]))"
"""The marker of a note, or of a citation, that comes next."""
_BEFORE_MARKER = re.compile(r"[*`|_]\[")
"""The last character of markup, where that of a marker may follow."""
_ENDING = ("initial", "emphasis", "strong", "literal", "interpreted_or_phrase_ref", "substitution_ref")
"""docutils' names of the expressions for the ends of inline markup."""


def end_markup_before_markers(inliner: states.Inliner) -> None:
    """Let inline markup end where a marker follows, for the rest of the document that *inliner* reads: ``*word*[#a]_``.

    To docutils, emphasis would go on there to the next asterisk, be that of another emphasis.
    """
    suffix = inliner.end_string_suffix
    for name in _ENDING if suffix else ():
        pattern = getattr(inliner.patterns, name)
        if not isinstance(pattern, _EndsBeforeMarkers):
            setattr(inliner.patterns, name, _EndsBeforeMarkers(pattern, suffix))


class _EndsBeforeMarkers:
    """An expression of docutils for which markup also ends before a marker. Few texts have that, and such expressions are long to compile."""

    def __init__(self, stock: re.Pattern[str], suffix: str) -> None:
        self._stock = stock
        wide = stock.pattern.replace(suffix, f"(?:{suffix}|{_MARKER})")
        self._wide = compile_later(wide, stock.flags)

    def search(self, text: str) -> re.Match[str] | None:
        """Search *text* as the stock expression does, or the wider one where that may find more."""
        return (self._wide if _BEFORE_MARKER.search(text) else self._stock).search(text)

    def __getattr__(self, name: str) -> Any:
        if name in ("_stock", "_wide"):  # asked of a copy, before it has them
            raise AttributeError(name)
        return getattr(self._stock, name)


def is_restructured_text(env: BuildEnvironment) -> bool:
    """Say if the document that is read is reStructuredText: Markdown's inline markup may be glued to words."""
    suffix = Path(env.doc2path(env.docname)).suffix
    return bool(env.config.source_suffix.get(suffix) == "restructuredtext")


class _Glued(NamedTuple):
    """A title reference that is the text of a role, and the text before it, which ends with the role's name."""

    node: nodes.title_reference
    before: nodes.Text
    name: re.Match[str]


def _glued_roles(references: Iterable[nodes.title_reference]) -> list[_Glued]:
    return [
        _Glued(node, before, match)
        for node in references
        if isinstance(before := node.previous_sibling(), nodes.Text) and (match := ROLE.search(before))
    ]


class ReadGluedRoles(SphinxTransform):
    """Reads roles of ours that are glued to a word.

    After translation (20), which parses paragraphs anew; before anything looks at what roles leave.
    """

    default_priority = 25

    def apply(self, **kwargs: Any) -> None:
        """Put what each role makes in the place of its name and its text."""
        if is_restructured_text(self.env):
            for glued in _glued_roles(find_all(self.document, nodes.title_reference)):
                if glued.name[1].startswith("eir:"):
                    self._read(glued)

    def _read(self, glued: _Glued) -> None:
        node, name = glued.node, glued.name[1]
        document, line = self.document, _line_of(node)
        language = get_language(document.settings.language_code)
        role, messages = roles.role(name, language, line, document.reporter)
        if role is None:
            return
        inliner: Any = states.Inliner()
        inliner.init_customizations(document.settings)
        inliner.document, inliner.reporter, inliner.language = document, document.reporter, language
        inliner.parent = node.parent
        made, more = role(name, f"{glued.name[0]}{node.rawsource}", node.astext(), line, inliner, {}, [])
        node.parent.replace(glued.before, nodes.Text(str(glued.before)[: glued.name.start()]))
        node.parent.replace(node, [*made, *messages, *more])


class NameGluedMarkup(SphinxTransform):
    """Warns of other markup that is glued to a word, in our documents: all know by now which are (610)."""

    default_priority = 620

    def apply(self, **kwargs: Any) -> None:
        """Warn at the paragraph that holds the markup."""
        if not is_restructured_text(self.env) or self.env.docname not in eir_domain(self.env).documents:
            return
        found = find_all(self.document, (nodes.title_reference, nodes.Text))
        for glued in _glued_roles(node for node in found if isinstance(node, nodes.title_reference)):
            _warn(f"{glued.name[0]}{glued.node.rawsource}", glued.node)
        for text in found:
            if not isinstance(text, nodes.Text) or "``" not in text:
                continue
            if not isinstance(text.parent, (nodes.FixedTextElement, nodes.literal, nodes.raw, nodes.comment)):
                for literal in LITERAL.finditer(str(text)):
                    _warn(literal[1], text.parent)


def _warn(markup: str, location: nodes.Element) -> None:
    message = f"{markup!r} is glued to the word before it, and printed as it was typed: write '\\ ' before the markup"
    warn(Subtype.MARKUP, message, location=location)


def _line_of(node: nodes.Node) -> int:
    while node.line is None and node.parent:
        node = node.parent
    return node.line or 0
