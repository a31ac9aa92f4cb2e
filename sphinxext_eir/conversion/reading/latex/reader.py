r"""LaTeX → blocks, through pandoc's tree: articles whose parts stand beside them, and whose own commands keep their text.

pandoc reads the macros of the file, and leaves out commands that it doesn't know, with what stands in them. So it is asked twice: the
second time, each of these is defined as its text. ``\input`` and ``\include`` are followed here, among the files beside the article.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ....text.files import is_file
from ...outcome import Message, Reason
from ...transcript import ConversionError, Scribe
from ..files import file_beside, libraries_beside, picture_beside, text_of_file
from ..pandoc.lines import LineFinder
from ..pandoc.program import tree_of
from ..pandoc.tree import BIBLIOGRAPHY, TreeReader
from .authors import with_authors
from .front import with_front, with_notes
from .references import link_references, with_names, without_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ...transcript import Reading
    from ..pandoc.program import Tree

_RULE = re.compile(
    r"""\\[hv]rule\b
        (?: \s*(?:height|width|depth) \s*-?[\d.]+ \s*[a-z]{2} )*
    """,
    re.VERBOSE,
)
"""A line across the text, or upright, and how long and thick it is."""
_FEWEST_WORDS = 3
_MOST_FILES = 100
_LARGEST = 20_000_000
"""Characters of an article with all its parts."""

_INPUT = re.compile(r"\\(?:input|include|subfile)\s*(?:\{([^{}]+)\}|([^\s{}\\]+))")
_BIBITEM = re.compile(
    r"""\\bibitem \s*
        (?: \[ (?: [^\[\]{}] | \{ (?: [^{}] | \{ (?: [^{}] | \{[^{}]*\} )* \} )* \} )* \] )?  # the label
        \s*%?\s*
        \{([^{}]+)\}                                                                          # the key
    """,
    re.VERBOSE,
)
_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*")
_SKIPPED = re.compile(
    r"""^\[INFO\]\ Skipped\ '
        (\\[A-Za-z]+)\*?(.*?)           # a command, and its arguments
        '\ at\ (?:\S+\ )?line\ (\d+)
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_SETTING = re.compile(
    r"""\\(?:
          (?:re|provide)?(?:new)?(?:command|environment) | def | let | set\w* | addto\w* | \w*style | \w*setup | declare\w* | use\w+
        | document\w* | pass\w* | require\w* | if\w* | label | (?:page|auto|eq|name|c|C|v)?ref | begin | end | [vh]space | [vh]skip
        | \w*length | \w*counter | \w*skip | \w*color | (?:page|line)\w* | input | include\w* | bib\w* | index | graphics\w* | font\w*
        | title\w+ | new\w+ | \w*box | geometry | hy\w+ | add\w+ | table\w* | thanks | maketitle | [a-z]*phantom | url\w+ | at\w+
        | lst\w* | tikz\w* | path | draw | node | fill | the\w+ | mark\w* | enlarge\w* | color | cite\w* | nocite | print\w+ | Declare\w+
        | make\w+ | crop\w* | fancy\w* | [lcri][eo]?(?:head|foot) | ensure\w* | expandafter | write\w* | \w*library | open\w* | close\w* | protected\w*
        )\*?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Commands that set, refer or define: what stands in them is no text."""


def read_latex(path: Path) -> Reading:
    """Read an article in LaTeX. Raises :class:`ConversionError`."""
    source = _with_parts(text_of_file(path), path.parent)
    if not source.strip():
        raise ConversionError("the file is empty")
    if "\\documentclass" in source and "\\begin{document}" not in source:
        raise ConversionError("it has no \\begin{document}: it may be a part of an article, or a class")
    names = list(_libraries_in(source))
    missing = [name for name in names if not file_beside(path.parent, name)]
    if missing and is_file(bbl := path.with_suffix(".bbl")):  # all that an archive of preprints keeps
        source = re.sub(r"\\bibliography\s*\{[^{}]*\}", lambda _: text_of_file(bbl), source, count=1)
        names = []
    keys = "\n".join(_BIBITEM.findall(source))
    libraries, messages = libraries_beside(path.parent, names)
    known = "\n".join([keys, *(library.data.decode(errors="replace") for library in libraries)])
    source, fields, heads = with_front(_with_quotation_marks(source))
    source, authors, notes, beside = with_authors(source)
    source = with_notes(source, notes)
    # What pandoc has typeset isn't a place for a bibliography that it is to make.
    source = re.sub(r"\\vadjust\s*pre\b", "", source.replace(r"\hypertarget{refs}{}", ""))
    # It doesn't know the options of a link.
    source = re.sub(r"\\href\s*\[[^\[\]{}]*\]", r"\\href", source)
    # pandoc takes a number under a table's foot for an option of it.
    source = re.sub(r"\\end(?:last)?foot\b", lambda match: f"{match[0]}{{}}", source)
    source = _RULE.sub("", re.sub(r"\\(?:And|AND)\b", r"\\and", _with_entries(source)))
    if (
        "\\pandocbounded" in source
    ):  # pandoc fits pictures to the page by it, and doesn't read its own definition
        source = _with_definitions(source, "\\renewcommand{\\pandocbounded}[1]{#1}\n")
    typed, source = source, without_settings(with_names(source))
    source, tree, said = _tree_of_unclosed(source, messages)
    begins = source[: max(source.find("\\begin{document}"), 0)].count("\n") + 1
    skipped = dict.fromkeys(_unknown(said))
    unknown = {(one.name, one.arguments): None for one in skipped if one.line >= begins}
    if unknown:
        kept = "".join(_defined(name, count) for name, count in unknown)
        tree, said = tree_of(_with_definitions(source, kept), "latex-smart")
    places = link_references(tree, typed)
    reader = TreeReader(
        Scribe(),
        lambda name: picture_beside(path.parent, name, (".png", ".jpg", ".jpeg", ".svg", ".pdf")),
        known=known.__contains__,
        line_of=LineFinder(source),
        places=places,
    )
    for one in skipped:
        if one.line < begins and len(one.text.split()) >= _FEWEST_WORDS:
            reader.drop(one.text, Reason.MARKUP)
            messages.append(
                Message(
                    f"{one.name} stands before the text, and isn't read: {one.text[:60]!r}", doubtful=True
                )
            )
    reader.fields.update({name: text_of_tex(text) for name, text in fields.items()})
    if authors:
        reader.fields["author"] = authors
    for text, reason in (
        *((one, Reason.BYLINE_RECAST) for one in (*fields.values(), authors, *beside) if one),
        *((one, Reason.RUNNING_HEAD) for one in heads),
    ):
        reader.drop(text_of_tex(text), reason)
    blocks = reader.document(tree)
    messages = [
        *messages,
        *(
            Message(f"{name} is a command that isn't known: its text was kept", doubtful=True)
            for name, _ in unknown
        ),
    ]
    return replace(reader.reading(blocks, messages), libraries=libraries)


def text_of_tex(source: str) -> str:
    """Return a few words of LaTeX without its marks."""
    return " ".join(re.sub(r"\\[A-Za-z]+\s*|[{}~\\]", " ", source).split())


def _tree_of_unclosed(source: str, messages: list[Message]) -> tuple[str, Tree, str]:
    """Return pandoc's tree of *source*, with its braces closed if pandoc asks for that, and say so."""
    try:
        return source, *tree_of(source, "latex-smart")
    except ConversionError as error:
        if "unexpected end of input" not in str(error) or (closed := _closed(source)) == source:
            raise
    messages.append(Message("a brace isn't closed: it was closed at the end of its paragraph", doubtful=True))
    return closed, *tree_of(closed, "latex-smart")


def _closed(source: str) -> str:
    """Return *source* with the braces closed that a paragraph leaves open, as TeX does at the end of the text."""
    parts = re.split(r"(\n[ \t]*\n)", source)
    for n, part in enumerate(parts):
        bare = re.sub(r"\\.|(?<!\\)%[^\n]*", "", part)
        parts[n] += "}" * (bare.count("{") - bare.count("}"))
    return "".join(parts) if source.count("{") > source.count("}") else source


_QUOTED = re.compile(
    r"""  \\begin\{(?P<literal>verbatim\*?|Verbatim|lstlisting|minted)\}.*?\\end\{(?P=literal)\}
        | \\(?:verb\*?|lstinline(?:\[[^\]]*\])?)(?P<end>[^\w\s{]).*?(?P=end)
        | \\.                                                    # an accent: \`a
        | (?P<mark>`{1,2})
    """,
    re.DOTALL | re.VERBOSE,
)
"""What opens a quotation, and where the same signs are something else. pandoc reads what closes one, and asks for pairs of both."""


def _with_quotation_marks(source: str) -> str:
    """Return *source* with the marks that open a quotation as characters."""
    return _QUOTED.sub(lambda m: {"`": "‘", "``": "“"}[m["mark"]] if m["mark"] else m[0], source)


def _without_comments(source: str) -> str:
    """Return *source* without the words that TeX doesn't read. The sign stays: without it, a line of a comment would end a paragraph."""
    return _COMMENT.sub(lambda match: f"{match[1]}%", source)


def _with_parts(source: str, folder: Path, depth: int = 0, read: list[int] | None = None) -> str:
    """Return *source* with the files that it calls for, which stand in its folder or below. Raises :class:`ConversionError`."""
    read = [0, 0] if read is None else read

    def part(match: re.Match[str]) -> str:
        name = (match[1] or match[2]).strip().strip('"')
        file = file_beside(folder, name) if name.endswith(".tex") else file_beside(folder, f"{name}.tex")
        if file is None or depth > _DEEPEST:
            return match[0]
        read[0] += 1
        text = text_of_file(file)
        read[1] += len(text)
        if read[0] > _MOST_FILES or read[1] > _LARGEST:
            raise ConversionError(
                f"it calls for more than {_MOST_FILES} files, or {_LARGEST // 1_000_000} MB"
            )
        inner = re.search(r"\\begin\{document\}(.*)\\end\{document\}", text, re.DOTALL)
        return _with_parts(inner[1] if inner else text, folder, depth + 1, read)

    return _INPUT.sub(part, _without_comments(source) if depth or "%" in source else source)


_DEEPEST = 8
_UP = 3
"""Folders over a part in which names that it calls for are looked for: TeX looks beside the article itself."""


def parts_among(files: Iterable[Path]) -> dict[Path, Path]:
    """Return which of *files* are parts of others, and are called for there: the part, and a file that calls for it."""
    sources = {file: _without_comments(_read(file)) for file in files}
    parts: dict[Path, Path] = {}
    for file, source in sources.items():
        for match in _INPUT.finditer(source):
            name = (match[1] or match[2]).strip().strip('"').removesuffix(".tex") + ".tex"
            places = (folder / name for folder in (file.parent, *file.parent.parents[:_UP]))
            part = next((place for place in places if place in sources), None)
            if part and part != file and "\\documentclass" not in sources[part]:
                parts.setdefault(part, file)
    return parts


def _read(file: Path) -> str:
    """Return the text of *file*; nothing if it can't be read, which its reader says."""
    try:
        return text_of_file(file)
    except (ConversionError, OSError):
        return ""


def _libraries_in(source: str) -> Iterator[str]:
    """Yield the names of the files of references."""
    for match in re.finditer(r"\\bibliography\s*\{([^{}]*)\}", source):
        for name in match[1].replace("\\_", "_").split(","):
            yield name.strip() if name.strip().endswith(".bib") else f"{name.strip()}.bib"
    for match in re.finditer(r"\\addbibresource\s*(?:\[[^\]]*\])?\s*\{([^{}]*)\}", source):
        yield match[1].replace("\\_", "_").strip()


def _with_entries(source: str) -> str:
    r"""Return *source* with ``thebibliography`` as a list of definitions, which pandoc keeps: key and entry."""
    if "\\begin{thebibliography}" not in source:
        return source
    source = re.sub(
        r"\\begin\s*\{thebibliography\}\s*(?:\{[^{}]*\})?",
        lambda _: f"\n\n\\begin{{{BIBLIOGRAPHY}}}\\begin{{description}}\n",
        source,
    )
    source = re.sub(
        r"\\end\s*\{thebibliography\}",
        lambda _: f"\n\\end{{description}}\\end{{{BIBLIOGRAPHY}}}\n",
        source,
    )
    source = _BIBITEM.sub(lambda m: "\n\\item[" + re.sub(r"([_&#%$])", r"\\\1", m[1].strip()) + "] ", source)
    return re.sub(r"\\newblock\b\s*", " ", source)


class Skipped(NamedTuple):
    """A command that pandoc has skipped."""

    name: str
    arguments: int
    line: int
    text: str


def _unknown(said: str) -> Iterator[Skipped]:
    """Yield the commands with text that pandoc has skipped."""
    for match in _SKIPPED.finditer(said):
        name, typed = match[1], match[2]
        arguments = _arguments(re.sub(r"^\[[^\]]*\]", "", typed))
        text = " ".join(" ".join(arguments).split())
        if arguments and not _SETTING.match(name) and re.search(r"[^\W\d_]{2}", text):
            yield Skipped(name, len(arguments), int(match[3]), text)


def _arguments(typed: str) -> list[str]:
    """Return what stands in the braces of a command."""
    found: list[str] = []
    depth = start = 0
    for n, character in enumerate(typed):
        if character == "{":
            start = n + 1 if not depth else start
            depth += 1
        elif character == "}":
            depth -= 1
            if not depth:
                found.append(typed[start:n])
    return found[:9]


def _defined(name: str, count: int) -> str:
    """Return the definition of an unknown command as its text."""
    text = " ".join(f"#{n + 1}" for n in range(count))
    return f"\\newcommand{{{name}}}[{count}]{{{text}}}\n"


def _with_definitions(source: str, definitions: str) -> str:
    """Return *source* with *definitions* before its text."""
    before, begin, after = source.partition("\\begin{document}")
    return f"{before}{definitions}{begin}{after}" if begin else f"{definitions}{source}"
