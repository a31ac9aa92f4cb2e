"""Markdown of Jekyll, Hugo, Quarto and mystmd → pandoc's Markdown, line by line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCE = re.compile(
    r"""(?P<indent>\s{0,3})
        (?P<fence>`{3,}|~{3,}|:{3,})
        \s*(?P<info>.*?)\s*$
    """,
    re.VERBOSE,
)
_DIRECTIVE = re.compile(r"\{(?P<name>[A-Za-z][\w:+-]*)\}\s*(?P<rest>.*)$")
_CHUNK = re.compile(
    r"""\{(?P<name> r | python | julia | bash | sql | ojs | mermaid | dot | stan | javascript )\b
        [^{}]*\}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CODE = frozenset("code code-block code-cell sourcecode literalinclude".split())
_LEFT_OUT = frozenset("raw toctree contents tableofcontents eval-rst tikz mermaid embed".split())
_TEMPLATE = re.compile(
    r"""  \{\{<\s*(?P<hugo>.*?)\s*/?>\}\}        # Hugo, Quarto
        | \{\{%\s*(?P<markdown>.*?)\s*/?%\}\}  # Hugo
        | \{%-?\s*(?P<liquid>.*?)\s*-?%\}      # Jekyll
        | \{\{\s*(?P<value>[^{}]*?)\s*\}\}     # Jekyll
        | \{:(?P<attributes>[^{}]*)\}          # kramdown
    """,
    re.VERBOSE,
)
_NAMED = r"""\b{}\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))"""
_ROLE = re.compile(r"\{(?P<name>[A-Za-z][\w:-]*)\}`(?P<text>[^`]+)`")
_TITLED = re.compile(r"(?P<text>.*?)\s*<(?P<target>[^<>]*)>\s*$")
_CROSS = re.compile(
    r"""(?<![\w\\])@
        (?=(?: fig | tbl | sec | eq | lst | thm | lem | cor | prp | exm | exr | cnj | def | rem | sol | nte | tip | wrn | imp | cau )-\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""References of Quarto to figures, tables and sections, which look like citations."""


def as_pandoc(text: str) -> str:
    """Return *text* in pandoc's Markdown, with the same number of lines."""
    return "\n".join(_lines(text.split("\n")))


def _lines(lines: list[str]) -> Iterator[str]:
    """Yield the lines; what stands in fences of code is left alone."""
    closing: list[tuple[str, str]] = []
    """The fences that are open: how each closes, and what is written for that."""
    options = False
    for line in lines:
        match = _FENCE.match(line)
        if closing and match and not match["info"] and match["fence"].startswith(closing[-1][0]):
            yield closing.pop()[1]
            options = False
            continue
        if closing and closing[-1][1] in ("```", "~~~"):
            yield line
            continue
        if options and re.match(r"\s*:[\w-]+:", line):
            yield ""
            continue
        if options and line.strip() == "---":
            yield ""
            continue
        options = False
        if match is None:
            yield _inline(line)
            continue
        directive = _DIRECTIVE.match(match["info"])
        chunk = _CHUNK.match(match["info"])
        fence, colons = match["fence"], match["fence"][0] == ":"
        if colons and not directive:
            yield line
            continue
        if chunk and not colons:
            closing.append((fence, "```"))
            yield f"``` {{.{chunk['name'].lower()}}}"
        elif not directive:
            closing.append((fence, "```" if fence[0] == "`" else "~~~"))
            yield f"{match['indent']}{'```' if fence[0] == '`' else '~~~'}{_language(match['info'])}"
        else:
            name, rest = directive["name"].lower(), directive["rest"]
            opened, closed = _directive(name, rest)
            closing.append((fence, closed))
            options = name not in _CODE
            yield opened


def _language(info: str) -> str:
    """Return the language of fenced code."""
    match = re.match(r"\{?\.?([\w+#-]+)", info)
    return f" {match[1]}" if match else ""


def _directive(name: str, rest: str) -> tuple[str, str]:
    """Return what is written for the beginning and the end of a directive of MyST."""
    if name in _CODE:
        return f"``` {rest.split(maxsplit=1)[0] if rest else ''}".rstrip(), "```"
    if name == "math":
        return "$$", "$$"
    if name in ("figure", "image"):
        return f"![]({rest.strip()})" if rest.strip() else "", ""
    if name == "bibliography":
        return "::: {#refs}", ":::"
    if name in _LEFT_OUT:
        return "``` {=template}", "```"
    # An empty line can't be added: what stands after the name is the head of the division.
    return (f"::: {name}" if not rest else f"**{_inline(rest)}**"), (":::" if not rest else "")


def _inline(line: str) -> str:
    """Return a line of text."""
    if "{" in line:
        line = _ROLE.sub(_role, _TEMPLATE.sub(_template, line))
    return _CROSS.sub(r"\\@", line)


def _template(match: re.Match[str]) -> str:
    """Return what stands for markup of a template: a picture or a citation, else nothing that is printed."""
    said = match["hugo"] or match["markdown"] or match["liquid"] or ""
    name, _, rest = said.partition(" ")
    if name == "figure" and (source := _argument("src", rest)):
        return (
            f"![{_argument('caption', rest) or _argument('alt', rest) or _argument('title', rest)}]({source})"
        )
    if name in ("cite", "citet", "citep") and (
        keys := re.findall(r"[\w:.+/-]+", re.sub(r"--\w+(?:\s+\S+)?", "", rest))
    ):
        return "[" + "; ".join(f"@{key}" for key in keys) + "]"
    if match["attributes"] is not None and not re.match(r"\s*[.#\w:]", match["attributes"]):
        return match[0]
    typed = match[0].replace("`", "'")
    return f"`{typed}`{{=template}}"


def _argument(name: str, typed: str) -> str:
    """Return an argument of a shortcode."""
    match = re.search(_NAMED.format(name), typed)
    return next((value for value in match.groups() if value), "") if match else ""


def _role(match: re.Match[str]) -> str:
    """Return what stands for a role of MyST."""
    name, text = match["name"], match["text"]
    if name.startswith("cite"):
        keys = [key.strip() for key in re.split(r"[;,]", text) if key.strip()]
        if name in ("cite:t", "cite:ts", "cite:ct"):
            return " and ".join(f"@{key}" for key in keys)
        return "[" + "; ".join(f"@{key}" for key in keys) + "]"
    if name == "math":
        return f"${text}$"
    if name in ("sup", "superscript", "sub", "subscript"):
        mark = "^" if name.startswith("sup") else "~"
        return f"{mark}{text.replace(' ', chr(92) + ' ')}{mark}"
    if name in ("code", "kbd", "file", "samp"):
        return f"`{text}`"
    titled = _TITLED.match(text)
    return titled["text"] if titled and titled["text"] else text
