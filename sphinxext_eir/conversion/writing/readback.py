"""The words and links of a written source, read by code that shares nothing with the writers.

It knows the few forms that the writers use, and not the whole of reStructuredText or MyST. Anything else it
returns as it stands, so that a writer's mistake shows as added words.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field

_SPOKEN_OPTIONS = ("title", "canonical", "disclaimer")
"""Options and fields whose text is the article's own; the others were recast, or are the markup's."""


@dataclass
class _Readback:
    """The words and links of a source."""

    words: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    """The targets of links whose text is another."""


_RST_INLINE = re.compile(
    r"""\\(?P<joint>\s|$)
      | \\(?P<escaped>.)
      | ``(?P<code>[^`]+)``
      | :math:`(?P<math>[^`]+)`
      | :eir:biblioref:`\^?(?P<own>[^`<>^]+)\^?\s+<[^<>`]*>`
      | :(?:sup|sub|eir:cite\w+):`(?P<role>(?:[^`\\]|\\.)+)`
      | :ref:`(?P<inner>(?:[^`\\<]|\\.)+)\s<(?P<label>[^>]+)>`
      | `(?P<link>(?:[^`\\<]|\\.)+)\s<(?P<target>[^>]+)>`__
      | \[\#?(?P<note>[^\[\]\s]+)\]_
      | (?P<mark>\*{1,2})
    """,
    re.VERBOSE | re.DOTALL,
)

_MYST_INLINE = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
      | \{math\}`(?P<math>[^`]+)`
      | \{eir:biblioref\}`\^?(?P<own>[^`<>^]+)\^?\s+<[^<>`]*>`
      | \{(?:sup|sub|eir:cite\w+)\}`(?P<role>[^`]+)`
      | `(?P<code>[^`]+)`
      | <(?P<url>(?:https?://|[^<>\s]+@)[^<>\s]*)>
      | ^[ ]*\[\^(?P<defined>[^\[\]\s]+)\]:
      | \[\^(?P<note>[^\[\]\s]+)\]
      | \[(?P<link>(?:[^\[\]\\]|\\.)+)\]\((?:<(?P<angled>[^<>\s]+)>|(?P<target>(?:[^()<>\s]|(?<=\S)\([^()]*\))+))\)
      | (?P<mark>\*{1,2})
    """,
    re.VERBOSE | re.MULTILINE,
)


_RST_DIRECTIVE = re.compile(
    r"""(?P<marks> (?: [*-][ ] | \d+\.[ ] )* )                    # the first block of an item or a cell
        \.\.[ ](?P<name>[\w:-]+):: (?:[ ](?P<title>.*))? $
    """,
    re.VERBOSE,
)


def _words_of(text: str) -> list[str]:
    """Return the words of *text*, one object for all that are the same: a long file has many."""
    return [sys.intern(word) for line in text.split("\n") for word in line.split()]


_UNDERLINE = re.compile(r"([=\-~^\"'`])\1{3,}")
_ANCHOR = re.compile(r"((?:[*-] |\d+\. )*)\.\.(?: _[\w-]+:)?")
_OPTION = re.compile(r":([\w-]+): (.*)$")
_NOTE = re.compile(r"\.\. \[#?([^\]]+)\](?: (.*))?$")
_ITEM = re.compile(r"^\s*(?:\* - |\* -$|- |-$)+")


def read_rst(source: str) -> _Readback:
    """Read a source that the reST writer wrote."""
    back = _Readback()
    back.words = _words_of(_inline_text(_text_of_rst(source), _RST_INLINE, back))
    return back


def _text_of_rst(source: str) -> str:
    """Return the text in a source of the reST writer, with its inline markup."""
    lines = source.split("\n")
    kept: list[str] = []
    literal = -1
    """The indentation of the code that is being read; -1 outside of code."""
    for line in lines:
        bare = line.strip()
        indent = len(line) - len(line.lstrip())
        if literal >= 0 and (not bare or indent > literal):
            kept.append(re.sub(r"([\\*`_\[])", r"\\\1", line))
            continue
        literal = -1
        if _UNDERLINE.fullmatch(bare):
            continue
        if match := _ANCHOR.fullmatch(bare):
            kept.append(re.sub(r"[*-] ", "", match[1]))
            continue
        if match := _RST_DIRECTIVE.match(bare):
            literal = indent + len(match["marks"]) if match["name"] in ("code-block", "math") else -1
            kept.append(re.sub(r"[*-] ", "", match["marks"]))  # numbers of items are printed
            if match["name"] == "list-table" and match["title"]:
                kept.append(match["title"])
        elif match := _OPTION.match(bare):
            if match[1] in _SPOKEN_OPTIONS:
                kept.append(match[2])
        elif match := _NOTE.match(bare):
            kept.append(f"[{match[1]}] {match[2] or ''}")
        else:
            kept.append(_ITEM.sub("", line))
    return "\n".join(kept)


_MYST_MARKS = re.compile(r"(?:[*>-] ?|\d+\. )+(?=`{3,}\{)")
"""What stands before a directive that is the first block of an item or a cell."""


def read_myst(source: str) -> _Readback:
    """Read a source that the MyST writer wrote."""
    back = _Readback()
    back.words = _words_of(_inline_text(_text_of_myst(source), _MYST_INLINE, back))
    return back


def _text_of_myst(source: str) -> str:
    """Return the text in a source of the MyST writer, with its inline markup."""
    lines = source.split("\n")
    kept: list[str] = []
    front = literal = False
    fence = quoted = ""
    """The marks of quotations before the code that is being read."""
    for n, line in enumerate(lines):
        bare = re.sub(r"^(?:> ?)+", "", line.strip()).lstrip()
        if (marks := _MYST_MARKS.match(bare)) and not literal:
            kept.append(re.sub(r"[*>-] ?", "", marks[0]))  # numbers of items are printed
            bare = bare[marks.end() :]
        if literal and bare != fence:
            code = line.strip().removeprefix(quoted.rstrip())
            kept.append(re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", code))
            continue
        if bare == "---":
            front = n == 0
        elif match := re.match(r"`{3,}(?:\{([\w:-]+)\}(?: (.*))?)?$", bare):
            literal = match[1] in ("code-block", "math")
            fence = bare[: len(bare) - len(bare.lstrip("`"))]
            quoted = line.strip()[: len(line.strip()) - len(bare)]
            if match[1] == "list-table" and match[2]:
                kept.append(match[2])
        elif front or re.match(r":[\w-]+: ", bare):
            name, _, value = bare.lstrip(":").partition(":")
            if name in _SPOKEN_OPTIONS:
                kept.append(_yaml_text(value.strip(), plain=front))
        elif not re.fullmatch(r"%|\([\w-]+\)=", bare):
            line = re.sub(r"^(?:\s|>|\* -(?: |$)|-(?: |$))*(?:#{1,6} )?", "", line)  # noqa: PLW2901 - the same line
            kept.append(re.sub(r"^(\d+\. )(?:> ?|- |\d+\. )+", r"\1", line))
    return "\n".join(kept)


def _yaml_text(value: str, *, plain: bool) -> str:
    """Return the text of a scalar; of front matter, which is *plain*, so that no markup is seen in it."""
    if value.startswith('"'):
        value = _unescaped(value[1:-1])
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", value) if plain else value


def _unescaped(text: str) -> str:
    """Return *text* with each character that a backslash escapes in its place; of a space, nothing is left, as docutils has it."""
    return re.sub(r"\\(?:\s|(.))", r"\1", text)


def _inline_text(text: str, pattern: re.Pattern[str], back: _Readback) -> str:
    """Return *text* without its inline markup, and keep the targets of its links."""

    def spoken(match: re.Match[str]) -> str:
        groups = match.groupdict()
        if typed := groups.get("target") or groups.get("angled") or groups.get("label"):
            # docutils takes the text of a link as it stands; MyST reads markup in it.
            label = groups["link"] or groups.get("inner", "")
            link = (
                _unescaped(label) if pattern is _RST_INLINE else _inline_text(label, pattern, back)
            ).rstrip()
            target = ("#" if groups.get("label") else "") + _unescaped(typed)
            if target not in (link, f"mailto:{link}"):
                back.targets.append(target)
            return link
        if groups.get("math"):  # in which a backslash is TeX's
            return match["math"]
        if groups.get("own"):
            return match["own"].rstrip()
        if groups.get("role"):
            return _unescaped(match["role"])
        if label := groups.get("note") or groups.get("defined"):
            return f"[{label}]"
        return groups.get("escaped") or groups.get("code") or groups.get("url") or ""

    return pattern.sub(spoken, text)
