"""An article → reStructuredText (docutils, "reStructuredText Markup Specification")."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ..document import Heading, Listing, Note, Notes, Paragraph, Quote
from ..inlines import Inlines, Kind, plain
from ..urls import quoted
from .pieces import Piece, citation_in, columns, pieces_of, wrapped
from .writer import Writer, indented

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..document import Block

_UNDERLINES = "==-~^\"'`"
"""The underlines of headings, by level."""

_SPECIAL = re.compile(
    r"""  [\\*`|]                             # escapes, emphasis, roles, substitutions
        | (?<![^\W_])_ | _(?![^\W_])          # an underscore that isn't inside a word: hyperlinks and targets
        | (?<=\w)@(?=\w)                      # addresses
        | (?<=[A-Za-z+]):(?=[^\s\\])           # schemes of URIs, of which docutils knows hundreds;
        | (?: (?<=h32[34]) | (?<=md5) | (?<=pop3) | (?<=t120) | (?<=tn3270) ) :(?=[^\s\\])  # and these end with a number
    """,
    re.VERBOSE | re.IGNORECASE,
)

_MAY_BE_SPECIAL = re.compile(r"[\\*`|_@:]")
"""The characters that it matches: most text has none of them, and is found to by this in no time."""

_ENUMERATOR = re.compile(r"\(?(?:\d+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+|#)[.)](?:\s|$)")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~•‣⁃—]")
_SAFE_START = re.compile(
    r"""  ["'(\[]+\w                          # quotations, brackets
        | [$#@&%]\w                           # amounts, names
        | \*{1,2}[^\s*] | `{1,2}[^\s`]        # our own emphasis, links and code
        | :(?:sup|sub|math|ref|eir:(?:cite\w+|biblioref)):`   # our own roles
        | \\                                  # escapes
    """,
    re.VERBOSE,
)
"""Punctuation at the head of a paragraph that begins nothing else: quotations, and our own markup."""
_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*$")

_LINE_START = re.compile(
    r"""  [-+*•‣⁃](?:\s|$)                                    # items with bullets
        | (?: \d+ | [A-Za-z] | [ivxlcdm]+ | [IVXLCDM]+ )[.)]$  # numbered items
        | ([!-/:-@\[-`{-~])\1*$                               # adornment of headings
        | \.\.(?:\s|$)                                        # directives, comments, notes
        | :\w+:$ | [:|>]                                      # fields, line blocks, examples
    """,
    re.VERBOSE,
)
"""Beginnings that further lines of a paragraph may not have, so that the markup is plain to people and to our own reader."""

_STANDALONE = re.compile(
    r"""https?://[A-Za-z0-9.-]+ (?: :\d+ )?                   # host and port
        (?: /[A-Za-z0-9._~!$&+,;=:@%/?#-]* )?                 # path, query, fragment
        (?<=[A-Za-z0-9/]) (?<!_)                              # no punctuation at its end
    """,
    re.VERBOSE | re.ASCII,
)
"""URLs that docutils makes links of without further markup, to their last character."""
_ALPHANUMERIC = r"[A-Za-z0-9]+"
_STANDALONE_MAIL = re.compile(
    rf"{_ALPHANUMERIC}(?:[.-]{_ALPHANUMERIC})*@{_ALPHANUMERIC}(?:[.-]{_ALPHANUMERIC})+"
)

_LONGEST_ROLE = 60
"""Characters before markup that are looked at: with two colons among them, they would be the name of a role."""

_MOST_BARE = 200
"""Links without markup in one paragraph. docutils searches for each within the search for the one before, until the stack is full."""

_BEFORE = re.compile(r"(?:^|[\s(\[/–—-]|[\"'“‘])$")
_AFTER = re.compile(r"$|:(?=\s|$)|[\s.,;!?)\]/–—\"'’”-]")
"""Characters that we let stand right before and after a bare link."""
_LIKE_SUFFIX = re.compile(r":\S")
_LIKE_ROLE = re.compile(r":[\w.+-]+:$")

_ROLES = {Kind.SUPERSCRIPT: "sup", Kind.SUBSCRIPT: "sub"}


_BLOCKS = (("\u00a0", "\u061d"), ("\u2000", "\u2070"), ("\u3000", "\u3040"), ("\uff00", "\ufff0"))
"""Blocks of Unicode whose marks docutils knows all, whatever Python's are: of scripts from Latin to Arabic, and of East Asia."""


def _is_of(character: str, in_ascii: str, categories: tuple[str, ...]) -> bool:
    """Say if *character* is white space, one of some *in_ascii*, or a mark of some *categories* (UAX 44)."""
    if character.isascii():
        return character.isspace() or character in in_ascii
    known = any(first <= character < last for first, last in _BLOCKS)
    return character.isspace() or (
        known and unicodedata.category(character) in categories and character not in "§¶"
    )


def _clash(before: str, first: str) -> bool:
    """Say if *first*, the beginning of text in markup, may close the quotation mark or bracket *before* it."""
    pairs = {"'": "'", '"': '"', "<": ">", "(": ")", "[": "]", "{": "}"}
    quoted = not before.isascii() and unicodedata.category(before) in ("Ps", "Pi", "Pf")
    return pairs.get(before) == first or (
        quoted and not first.isascii() and unicodedata.category(first) in ("Pe", "Pi", "Pf")
    )


def may_begin(character: str) -> bool:
    """Say if inline markup may begin right after *character* ("Inline markup recognition rules")."""
    return _is_of(character, "-:/'\"<([{", ("Ps", "Pi", "Pf", "Pd", "Po"))


def may_end(character: str) -> bool:
    """Say if inline markup may end right before *character*; one that is escaped may follow."""
    return _is_of(character, "'\")]}>-/\\:.,;!?", ("Pe", "Pi", "Pf", "Pd", "Po")) or bool(
        _SPECIAL.match(character)
    )


def _escape(text: str) -> str:
    """Return *text* so that none of it is inline markup."""
    return _SPECIAL.sub(lambda match: "\\" + match[0], text) if _MAY_BE_SPECIAL.search(text) else text


class RstWriter(Writer):
    """Writes reStructuredText."""

    rule = "----"
    separator = ".."
    empty = "\\ "

    def inline(self, inlines: Inlines) -> str:
        r"""Return runs with their markup, parted by ``\\ `` from words that they are glued to."""
        pieces = pieces_of(inlines)
        text: list[str] = []
        before = ""
        bare = 0
        for n, piece in enumerate(pieces):
            following = pieces[n + 1].text if n + 1 < len(pieces) else ""
            part = self._joint(piece, before, following, may_be_bare=bare < _MOST_BARE)
            bare += piece.kind is Kind.LINK and part == piece.text
            text.append(part)
            before = (before + part)[-_LONGEST_ROLE:]
        return "".join(text)

    def _joint(self, piece: Piece, before: str, following: str, *, may_be_bare: bool) -> str:
        """Return *piece* as it is written after *before*, with the joint that has to stand between."""
        if piece.kind is Kind.TEXT:
            return _escape(piece.text)
        if piece.kind is Kind.NOTE and self._typed_literally(before, following):
            return f"[{piece.target}]"
        free = (not before or _BEFORE.search(before[-1])) and _AFTER.match(following)
        if piece.kind is Kind.LINK and _is_bare(piece) and free and may_be_bare:
            return piece.text
        marked = self._marked(piece)
        if marked is None:
            return _escape(piece.text)
        # After a quotation mark or bracket, its counterpart may not come first.
        fits = not before or (
            may_begin(before[-1])
            and not _LIKE_ROLE.search(before)
            and (piece.kind is Kind.NOTE or not _clash(before[-1], piece.text[0]))
        )
        ends = not following or (may_end(following[0]) and not _LIKE_SUFFIX.match(following))
        end = "" if ends else "\\ "
        return ("" if fits else "\\ ") + marked + end

    def _marked(self, piece: Piece) -> str | None:
        """Return *piece* in its markup, or nothing if there is none for its text."""
        text = piece.text
        match piece.kind:
            case Kind.EMPHASIS:
                return f"*{_escape(text)}*"
            case Kind.STRONG:
                return f"**{_escape(text)}**"
            case Kind.SUPERSCRIPT | Kind.SUBSCRIPT:
                return f":{_ROLES[piece.kind]}:`{_escape(text)}`"
            case Kind.CODE:
                return f"``{text}``" if "`" not in text and "\\" not in text else None
            case Kind.MATH:
                return f":math:`{text}`" if "`" not in text else None
            case Kind.LINK if piece.target.startswith("#"):
                return f":ref:`{_escape_link(text)} <{piece.target[1:]}>`"
            case Kind.LINK:
                return f"`{_escape_link(text)} <{_escape_target(piece.target)}>`__"
            case Kind.NOTE:
                return f"[{_note_name(piece.target, self.notes)}]_"
            case Kind.CITATION if cited := citation_in(piece):
                return f":eir:{cited[0]}:`{cited[1]}`"
        return None

    def _typed_literally(self, before: str, following: str) -> bool:
        """Say if a marker may stand as E-IR prints it: ``Kosovo[ii]'``."""
        literal = self.notes is None or self.notes.style == "lower-roman"
        return literal and not re.match(r"[\w_]", following) and not before.endswith("\\")

    def paragraph(self, inlines: Inlines) -> list[str]:
        """Return the lines of a paragraph, whose end may not announce code."""
        text = self.inline(inlines)
        text = _guarded(re.sub(r"::$", r":\\:", text))
        return wrapped(text, _LINE_START)

    def heading(self, inlines: Inlines, level: int) -> list[str]:
        """Return a heading and its underline."""
        text = self.inline(inlines)
        if not _ENUMERATOR.match(text):  # over its underline, a number begins no list
            text = _guarded(text)
        return [text, _UNDERLINES[min(level, len(_UNDERLINES) - 1)] * columns(text)]

    def quote(self, block: Quote) -> list[str]:
        """Return a block quote: indented."""
        return indented(self.lines(block.blocks), 3)

    def note(self, note: Note) -> list[str]:
        """Return a note: its first line begins with its label."""
        lines = self.lines(note.blocks) or [self.empty]
        head = f".. [{_note_name(note.label, self.notes)}]"
        if note.blocks and not isinstance(note.blocks[0], Paragraph):
            return [head, "", *indented(lines, 3)]
        return [f"{head} {lines[0]}", *indented(lines[1:], 3)]

    def note_list(self, block: Notes) -> list[str]:
        """Return the notes, without their directive where it would have no options and nothing follows."""
        lines = super().note_list(block)
        literal = not block.title and block.style == "lower-roman" and block.brackets == "[]"
        last = (
            block is self.last and not self.embedded
        )  # otherwise the other document's next block would come before them
        return lines[lines.index("") + 1 :] if literal and last else lines

    def field_list(self, fields: Iterable[tuple[str, Inlines | str]]) -> list[str]:
        """Return the fields, each on a line."""
        return [f":{name}: {self.value(value)}" for name, value in fields]

    def value(self, value: Inlines | str) -> str:
        """Return the text of a field or option, which is parsed as inline text."""
        if isinstance(value, str):
            return value if _stands_alone(value) else _escape(value)
        return plain(value) if _stands_alone(plain(value)) else self.inline(value)

    def directive_lines(
        self, name: str, argument: str, options: Sequence[str], content: Sequence[str]
    ) -> list[str]:
        """Return the lines of a directive, its content indented."""
        lines = [f".. {name}:: {argument}".rstrip(), *indented(options, 3)]
        return [*lines, "", *indented(content, 3)] if content else lines

    def anchor(self, label: str) -> str:
        """Return the line that gives what follows it a label."""
        return f".. _{label}:"

    def needs_separator(self, before: Block | None, block: Block) -> bool:
        """Say if *block* is indented under a block that would take it in, or a list under a list."""
        if isinstance(block, Quote):
            return not isinstance(before, (Paragraph, Heading))
        return isinstance(block, Listing) and isinstance(before, Listing)


def _guarded(text: str) -> str:
    """Return *text*, the beginning of a block, so that it begins a paragraph."""
    if _ADORNMENT.match(text) and text.startswith("\\"):
        return "\\ " + text
    if _ENUMERATOR.match(text) or (_PUNCTUATION.match(text) and not _SAFE_START.match(text)):
        return "\\" + text
    return text


def _escape_link(text: str) -> str:
    """Return the *text* of a link: between backquotes, a scheme or an underscore is none of docutils' business."""
    free = re.sub(r"\\([:@]|_(?=.))|\\.", lambda match: match[1] or match[0], _escape(text))
    return free.replace("<", "\\<")


def _escape_target(target: str) -> str:
    """Return a URL as it stands between angle brackets."""
    return re.sub(r"_$", r"\\_", quoted(target))


def _stands_alone(url: str) -> bool:
    """Say if docutils makes a link of a *url* as it stands; an underscore before a mark would end a reference ("Reference Names")."""
    return bool(_STANDALONE.fullmatch(url)) and not re.search(r"_(?![^\W_])", url)


def _is_bare(piece: Piece) -> bool:
    """Say if a link needs no markup, for it prints its own target."""
    if piece.target == f"mailto:{piece.text}":
        return bool(_STANDALONE_MAIL.fullmatch(piece.text))
    return piece.text == piece.target and _stands_alone(piece.text)


def _note_name(label: str, notes: Notes | None) -> str:
    """Return the name of a note: its label, or ``#`` and its label where docutils would take that for a citation."""
    return f"#{label.lower()}" if notes and notes.style in ("upper-roman", "lower-alpha") else label
