"""Pictures that extracted text refers to: files beside it are taken along, others become links or text."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ....text.files import is_file
from ...document import Block, Figure, Paragraph
from ...inlines import NOWHERE, Inlines, Kind, stripped
from ...outcome import Message
from ...transcript import Image

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...transcript import Reading

_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf")
_LARGEST = 50_000_000
"""Bytes."""


def with_pictures(reading: Reading, folder: Path) -> Reading:
    """Return *reading* with its pictures, found relative to *folder*, and each on a line of its own."""
    images: dict[str, Image] = {}
    messages: list[Message] = []
    blocks = tuple(one for block in reading.blocks for one in _with_figures(block, folder, images, messages))
    return replace(
        reading, blocks=blocks, images=tuple(images.values()), messages=(*reading.messages, *messages)
    )


def _with_figures(
    block: Block, folder: Path, images: dict[str, Image], messages: list[Message]
) -> Iterator[Block]:
    """Yield *block* with its pictures as figures after it, whose captions are their descriptions."""
    if isinstance(block, Figure):
        yield _figure(block.name, block.caption, folder, images, messages)
        return
    if not isinstance(block, Paragraph) or not any(run.kind is Kind.IMAGE for run in block.inlines):
        yield block
        return
    text: list[Inlines] = [()]
    for run in block.inlines:
        if run.kind is Kind.IMAGE:
            yield from _paragraph(text)
            yield _figure(run.target, (replace(run, kind=Kind.TEXT, target=""),), folder, images, messages)
            text = [()]
        else:
            text.append((run,))
    yield from _paragraph(text)


def _paragraph(parts: Iterable[Inlines]) -> Iterator[Block]:
    """Yield the paragraph that *parts* are, if they say something."""
    inlines = stripped(tuple(run for part in parts for run in part))
    if inlines:
        yield Paragraph(inlines)


def _figure(
    source: str, caption: Inlines, folder: Path, images: dict[str, Image], messages: list[Message]
) -> Block:
    """Return the figure of the file *source*; where there is none, its caption, linked if it is on the web."""
    if re.match(r"https?://", source):
        return Paragraph(tuple(replace(run, kind=Kind.LINK, target=source) for run in caption))
    file = Path(os.path.realpath(folder / source))  # pathlib raises for a link that leads to itself
    inside = Path(os.path.realpath(folder)) in file.parents and file.suffix.lower() in _SUFFIXES
    if not inside or not is_file(file) or file.stat().st_size > _LARGEST:
        at = caption[0].at if caption else NOWHERE
        messages.append(
            Message(
                f"the picture {source!r} isn't there: its description stands in its place", at, doubtful=True
            )
        )
        return Paragraph(caption)
    name = f"{len(images) + 1}{file.suffix.lower()}"
    images[name] = Image(name, file.read_bytes())
    return Figure(name, caption=caption)
