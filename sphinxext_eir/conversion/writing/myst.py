"""An article → MyST Markdown (CommonMark 0.31, and MyST-Parser's syntax guide)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ..document import Listing, Note, Paragraph
from ..inlines import Inlines, Kind, plain
from ..urls import quoted
from .pieces import Piece, citation_in, pieces_of, wrapped
from .writer import Writer, indented

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..document import Block, Quote

_SPECIAL = re.compile(
    r"""  [\\*`$~]                                # escapes, emphasis, code, formulas
        | (?<![^\W_])_ | _(?![^\W_])              # an underscore that isn't inside a word
        | \[(?![^\[\]^][^\[\]]*\][^\[({:])        # a bracket that may open a link or note, as '[in Kosovo]' doesn't
        | <(?=[A-Za-z/!?])                        # HTML
        | &(?=\#?\w+;)                            # entities
        | (?<=\S)@(?=\S)                          # addresses
        | \{(?=[\w:+.#-]+\}?|[{%])                # roles, attributes and substitutions, which Jinja executes
    """,
    re.VERBOSE,
)

_BLOCK_START = re.compile(
    r"""  [-+#>=|%:~<&!]             # lists, headings, quotations, tables, comments, fields, HTML
        | \([^()]*\)=$               # a target
        | \[(?:[^\]\\]|\\.)*\]:      # the definition of a link
        | _{3,}                      # a transition
        | \{                         # attributes
    """,
    re.VERBOSE,
)
"""Characters that may not begin a paragraph unescaped."""
_NOTE_DEFINITION = re.compile(r"(\[\^[^\]]+\]):")
"""A reference to a note and a colon, which would define that note at the head of a paragraph."""
_ENUMERATION = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_LINE_START = re.compile(
    r"""  [-+*](?:\s|$) | \d{1,9}[.)]$          # items
        | \#{1,6}$                              # headings
        | [>|%<~=:] | \+{3} | [-*_=]+$ | `{3}   # quotations, tables, comments, HTML, fields, transitions, fences
        | \[(?:[^\]\\]|\\.)*\]:                 # the definition of a link
        | \([^()]*\)=$                          # a target
        | \{                                    # attributes
    """,
    re.VERBOSE,
)
"""Beginnings that further lines of a paragraph may not have: some would end it."""

_OPTION = re.compile(r"\s*(?::|---)")
"""Beginnings of content that a directive would read as an option."""

_AUTOLINK = re.compile(r"https?://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]+", re.ASCII)
_SAFE_START = re.compile(
    r"""  <(?:http|[A-Za-z0-9.+_-]+@)              # addresses
        | \{(?:sup|sub|math|eir:(?:cite\w+|biblioref))\}`  # roles
    """,
    re.VERBOSE,
)
"""Our own markup at the head of a paragraph."""
_MAIL = re.compile(r"[A-Za-z0-9.+_-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")

_PLAIN_YAML = re.compile(
    r"""(?! (?:null|true|false|yes|no|on|off|~) $ )             # words that aren't read as text
        [^\W\d_] (?: [\w .,;'’()/&+-] | :(?!\s|$) )*            # a letter; then no mark that YAML has a meaning for
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")


_CLOSES = re.compile(r"[^\[\]]*\](?![\[({:])")
"""Text in which a bracket closes that opens no link."""


def _escape(text: str) -> str:
    """Return *text* so that none of it is inline markup."""
    return _SPECIAL.sub(lambda match: "\\" + match[0], text)


class MystWriter(Writer):
    """Writes MyST."""

    rule = "---"
    separator = "%"
    empty = ""

    def inline(self, inlines: Inlines) -> str:
        """Return runs with their markup."""
        text = ""
        pieces = pieces_of(inlines)
        for n, piece in enumerate(pieces):
            marked = self._marked(piece)
            after = pieces[n + 1].text if n + 1 < len(pieces) else ""
            if piece.kind is Kind.CITATION and text.endswith("\\[") and _CLOSES.match(after):
                text = text[:-2] + "["
            if text.endswith("!") and marked.startswith("["):
                text = text[:-1] + "\\!"  # otherwise it would be a picture
            text += marked
        return text

    def _marked(self, piece: Piece) -> str:
        """Return *piece* in its markup."""
        text = piece.text
        verbatim = "`" not in text and "\\" not in text
        match piece.kind:
            case Kind.EMPHASIS:
                return f"*{_escape(text)}*"
            case Kind.STRONG:
                return f"**{_escape(text)}**"
            case Kind.SUPERSCRIPT if verbatim:
                return f"{{sup}}`{text}`"
            case Kind.SUBSCRIPT if verbatim:
                return f"{{sub}}`{text}`"
            case Kind.CODE if verbatim:
                return f"`{text}`"
            case Kind.MATH if "`" not in text:
                return f"{{math}}`{text}`"
            case Kind.LINK:
                return _link(piece)
            case Kind.NOTE:
                return f"[^{piece.target}]"
            case Kind.CITATION if cited := citation_in(piece):
                return f"{{eir:{cited[0]}}}`{cited[1]}`"
        return _escape(text)

    def paragraph(self, inlines: Inlines) -> list[str]:
        """Return the lines of a paragraph."""
        return wrapped(_guarded(self.inline(inlines)), _LINE_START)

    def heading(self, inlines: Inlines, level: int) -> list[str]:
        """Return a heading."""
        text = re.sub(r"(#+)$", r"\\\1", self.inline(inlines))
        return [f"{'#' * min(level, 6)} {text}"]

    def quote(self, block: Quote) -> list[str]:
        """Return a block quote."""
        return [f"> {line}".rstrip() for line in self.lines(block.blocks)]

    def note(self, note: Note) -> list[str]:
        """Return a note."""
        lines = self.lines(note.blocks) or [""]
        head = f"[^{note.label}]:"
        if note.blocks and not isinstance(note.blocks[0], Paragraph):
            return [head, *indented(lines, 4)]
        return [f"{head} {lines[0]}".rstrip(), *indented(lines[1:], 4)]

    def field_list(self, fields: Iterable[tuple[str, Inlines | str]]) -> list[str]:
        """Return the fields as YAML."""
        lines = [
            f"{name}: {_yaml_value(value if isinstance(value, str) else plain(value))}"
            for name, value in fields
        ]
        return ["---", *lines, "---"]

    def value(self, value: Inlines | str) -> str:
        """Return the text of an option, quoted where YAML would read something else."""
        return _yaml_value(value if isinstance(value, str) else self.inline(value))

    def directive_lines(
        self, name: str, argument: str, options: Sequence[str], content: Sequence[str]
    ) -> list[str]:
        """Return the lines of a directive, between fences that nothing in it closes."""
        longest = max(
            (len(found[0]) for line in content if (found := re.match(r"\s*`{3,}", line))), default=2
        )
        fence = "`" * max(3, longest + 1)
        return [
            f"{fence}{{{name}}} {argument}".rstrip(),
            *options,
            *([""] if content and (options or _OPTION.match(content[0])) else []),
            *content,
            fence,
        ]

    def anchor(self, label: str) -> str:
        """Return the line that gives what follows it a label."""
        return f"({label})="

    def needs_separator(self, before: Block | None, block: Block) -> bool:
        """Say if *block* is a list right under a list."""
        return isinstance(block, Listing) and isinstance(before, Listing)


def _link(piece: Piece) -> str:
    """Return a link: between angle brackets where it prints its own target."""
    if piece.text == piece.target and _AUTOLINK.fullmatch(piece.text):
        return f"<{piece.text}>"
    if piece.target == f"mailto:{piece.text}" and _MAIL.fullmatch(piece.text):
        return f"<{piece.text}>"
    text = re.sub(r"[\\\[\]*`$~_<&{@]", lambda match: "\\" + match[0], piece.text)
    target = quoted(piece.target)
    return f"[{text}](<{target}>)" if re.search(r"[()]", target) else f"[{text}]({target})"


def _guarded(text: str) -> str:
    """Return *text*, the beginning of a block, so that it begins a paragraph."""
    text = _ENUMERATION.sub(r"\1\\\2", text, count=1) if _ENUMERATION.match(text) else text
    if defined := _NOTE_DEFINITION.match(text):
        return f"{defined[1]}\\{text[defined.end(1) :]}"
    return "\\" + text if _BLOCK_START.match(text) and not _SAFE_START.match(text) else text


def _yaml_value(text: str) -> str:
    """Return *text* as a scalar of YAML."""
    text = " ".join(text.split())
    if _DATE.fullmatch(text) or _AUTOLINK.fullmatch(text) or _PLAIN_YAML.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False)
