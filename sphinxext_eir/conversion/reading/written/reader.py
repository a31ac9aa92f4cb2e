"""Markdown as authors write it for Jekyll, Hugo, Quarto, pandoc and mystmd → blocks, through pandoc's tree.

Text that was extracted from PDFs looks like Markdown as well; it is read with caution, elsewhere. A text is an author's if it has front
matter, or cites by key, or is called ``.qmd``. What one of these programs adds to Markdown is brought into pandoc's form before: a
line stays a line, so that places are those of the file.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ....csl.pandoc import PandocError, find_pandoc
from ....text.files import is_file
from ...document import Abstract, Heading
from ...inlines import Inline, plain
from ...outcome import Message, Reason
from ...transcript import ConversionError, Library, Scribe
from ...wording import folded
from ..files import LIBRARIES, libraries_beside, note, picture_beside, text_of_file
from ..front_matter import front_matter_of, mapping_of
from ..pandoc.lines import LineFinder
from ..pandoc.program import tree_of
from ..pandoc.tree import TreeReader
from ..text.reader import read_text, tidy
from .dialects import as_pandoc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...document import Block
    from ...transcript import Reading
    from ..front_matter import FrontMatter

_FORMAT = (
    "markdown-smart-yaml_metadata_block-fancy_lists-example_lists-blank_before_header-blank_before_blockquote"
    "+lists_without_preceding_blankline+autolink_bare_uris-auto_identifiers+emoji-mmd_title_block-pandoc_title_block"
)
"""pandoc's Markdown, as little strict on blank lines as CommonMark. Quotation marks stay as typed."""
_TITLED = "-pandoc_title_block"
_CITED = re.compile(r"\[(?:[^\[\]\n]*[\s;-])?@[\w{][^\[\]\n]*\]|\{cite(?::\w+)?\}`")
_PROJECTS = ("_quarto.yml", "_quarto.yaml", "myst.yml", "_config.yml", "_metadata.yml")
"""Files that name the files of references of all articles below."""
_FAR = 4
"""Folders above an article in which its project may begin."""


def read_markdown(path: Path) -> Reading:
    """Read Markdown: as an author wrote it, or as a converter extracted it. Raises :class:`ConversionError`."""
    return read_written(path) or read_text(path)


def read_written(path: Path) -> Reading | None:
    """Read a text as an author's; None if it is none, or if pandoc isn't there to read it. Raises :class:`ConversionError`."""
    try:
        text = tidy(text_of_file(path))
    except ConversionError:
        return None  # which the other reader says more of
    front = front_matter_of(text)
    titled = bool(re.match(r"% \S", text))
    if not (front or titled or path.suffix.lower() == ".qmd" or _CITED.search(text)):
        return None
    try:
        find_pandoc()
    except PandocError:
        return None
    typed = front.typed if front else ""
    source = as_pandoc(text[len(typed) :])
    libraries, messages = _libraries(path, front)
    known = "\n".join(library.data.decode(errors="replace") for library in libraries)
    shared = _shared_notes(source)
    tree, _ = tree_of(_with_names(source, shared), _FORMAT if not titled else _FORMAT.replace(_TITLED, ""))
    for node in _notes_in(tree["blocks"]) if shared else ():
        _name_of_shared(node)
    reader = TreeReader(
        Scribe(),
        lambda name: picture_beside(path.parent, name),
        known=known.__contains__,
        line_of=LineFinder(source, typed.count("\n") + 1),
    )
    if front:
        reader.drop(typed.strip(), Reason.BYLINE_RECAST)
        messages += front.messages
    abstract = front.values.get("abstract") if front else None
    if isinstance(abstract, str) and abstract.strip():
        summary, _ = tree_of(as_pandoc(abstract), _FORMAT)
        tree["meta"]["abstract"] = {"t": "MetaBlocks", "c": summary["blocks"]}
    blocks = reader.document(tree)
    if front and front.title and not _is_titled(blocks, front.title):
        blocks.insert(0, Heading((Inline(front.title),), 1))
    if reader.unknown and not libraries:
        messages.append(
            Message(
                "it cites by key, and no file of references is there: its citations stay as typed",
                doubtful=True,
            )
        )
    reading = reader.reading(blocks, messages)
    fields = tuple(
        (name, text)
        for name, text in (front.fields if front else ())
        if name != "image" or text.startswith(("https://", "http://"))  # others stay where the project is
    )
    return replace(reading, fields=(*reading.fields, *fields), libraries=libraries if reader.cited else ())


# Notes that are referred to several times, which pandoc copies


_REFERENCE = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_DEFINITION = re.compile(r"(?m)^ {0,3}\[\^(?P<name>[^\]\s]+)\]:\s+(?=[\w\"'“‘(*_`])")
_NAME = re.compile("\ue000([^\ue000\ue001]+)\ue001")


def _shared_notes(source: str) -> frozenset[str]:
    """Return the names of the notes that *source* refers to several times."""
    return frozenset(name for name, count in Counter(_REFERENCE.findall(source)).items() if count > 1)


def _with_names(source: str, names: frozenset[str]) -> str:
    """Return *source* with the name of each of these notes at the beginning of its text, between characters of private use."""
    return _DEFINITION.sub(lambda m: f"{m[0]}\ue000{m['name']}\ue001" if m["name"] in names else m[0], source)


def _notes_in(node: Any) -> Iterator[dict[str, Any]]:
    """Yield the notes in a piece of pandoc's tree."""
    if isinstance(node, dict):
        if node.get("t") == "Note":
            yield node
        node = node.get("c")
    for child in node if isinstance(node, list) else ():
        yield from _notes_in(child)


def _name_of_shared(note: dict[str, Any]) -> None:
    """Take the name from the beginning of a *note*, by which its copies are known."""
    first = note["c"][0] if note["c"] else {}
    word = first["c"][0] if first.get("t") in ("Para", "Plain") and first["c"] else {}
    if word.get("t") == "Str" and (match := _NAME.match(word["c"])):
        word["c"] = word["c"][match.end() :]
        note |= {"id": match[1], "label": "", "marker": ""}


def _is_titled(blocks: list[Block], title: str) -> bool:
    """Say if the text begins with its *title* itself."""
    first = next((block for block in blocks if not isinstance(block, Abstract)), None)
    return isinstance(first, Heading) and folded(plain(first.inlines)) == folded(title)


def _libraries(path: Path, front: FrontMatter | None) -> tuple[tuple[Library, ...], list[Message]]:
    """Return the files of references that an article cites from, and messages on those that aren't there."""
    names = list(_names_in(front.values if front else {}))
    if names:
        found, messages = libraries_beside(path.parent, names)
        for folder in () if found else _folders_above(path):
            found, _ = libraries_beside(folder, names)
            if found:
                return found, []
        return found, messages
    for folder in (path.parent, *_folders_above(path)):
        for project in _PROJECTS:
            if is_file(folder / project):
                note(folder / project)
                names = list(_names_in(mapping_of(text_of_file(folder / project))))
                found, messages = libraries_beside(folder, names)
                if found or project == "myst.yml":
                    beside = sorted(file.name for file in folder.glob("*.bib")) if not names else []
                    return (found, messages) if found else libraries_beside(folder, beside)
    return (), []


def _folders_above(path: Path) -> Iterator[Path]:
    """Yield the folders above that of an article, up to the one where its project begins."""
    for folder in list(path.resolve().parent.parents)[:_FAR]:
        yield folder
        if (folder / ".git").exists() or any(is_file(folder / name) for name in ("_quarto.yml", "myst.yml")):
            return


def _names_in(values: dict[str, Any]) -> Iterator[str]:
    """Yield the files of references that front matter, or a project's settings, name."""
    for holder in (values, values.get("project"), values.get("params")):
        named = holder.get("bibliography") if isinstance(holder, dict) else None
        for name in named if isinstance(named, list) else [named]:
            if isinstance(name, str) and Path(name).suffix.lower() in LIBRARIES:
                yield name
