"""The text of a post as WordPress shows it: shortcodes, reusable blocks, the notes of its block, and line breaks.

Posts of the block editor are HTML with comments between. Those of the classic editor have blank lines where paragraphs begin and no
``<p>``: WordPress adds them when it shows the post (``wpautop()``).
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from ...outcome import Message
from ..web.tree import BLOCKS, Node, number, parse
from .shortcodes import expand, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .records import Post

_BLOCK = re.compile(r"<!--\s+wp:")
_EMPTY_BLOCK = re.compile(
    r"<!--\s+wp: (?P<name>[a-z][\w/-]*) \s+ (?P<settings>\{[^\n]*?\}\s+)? /-->",
    re.VERBOSE,
)
_SILENT_BLOCKS = frozenset(
    ("footnotes", "more", "nextpage", "spacer", "separator", "paragraph", "table-of-contents", "site-logo")
)
"""Blocks without a content of their own that say nothing."""
_NO_BREAKS = frozenset(
    "pre textarea script style ul ol dl menu table tbody thead tfoot tr figure select math svg".split()
)
"""Elements in which the ends of lines are none, or stand for themselves."""
_DEEPEST = 5
"""Reusable blocks in one another."""


def page_of(post: Post) -> tuple[Node, list[Message]]:
    """Return the tree of a *post*'s text, and messages on what can't be shown. Raises :class:`.ConversionError` without selectolax."""
    text, messages = _with_reused(post)
    expanded = expand(text, post.attachments)
    notes = _notes_of_block(post, messages)
    if expanded.notes:
        items = "".join(f'<li id="eir-fn-{n}">{note}</li>' for n, note in enumerate(expanded.notes, 1))
        notes += f'<ol class="footnotes">{items}</ol>'
    messages += [Message(said, doubtful=True) for said in named(expanded.unknown)]
    if expanded.doubled:
        said = f"{expanded.doubled} passages in double brackets were read as notes: ((…))"
        messages.append(Message(said, doubtful=True))
    if expanded.scripts:
        messages.append(Message(f"{expanded.scripts} scripts were left out: what they put there is missing"))
    if expanded.absent:
        messages.append(Message("the pictures of a gallery aren't in the export", doubtful=True))
    page = parse(f"<body>{expanded.text}\n\n{notes}</body>")
    if not _BLOCK.search(post.content):
        _break_lines(page)
        number(page)
    return page, messages


def plain_text(markup: str) -> str:
    """Return the words of a title or an excerpt, without its tags and shortcodes."""
    text = re.sub(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", " ", markup, flags=re.DOTALL)
    text = _TAG.sub(" ", text) if "[" in text else text
    return " ".join(html.unescape(text).split())


_TAG = re.compile(
    r"\[/?[a-zA-Z][\w-]* (?:\s [^\[\]]* = [^\[\]]*)? \] (?=\s|$)",
    re.VERBOSE,
)
"""A shortcode's tag."""


# Blocks


def _with_reused(post: Post) -> tuple[str, list[Message]]:
    """Return the text of a *post* with the reusable blocks in their places, and messages on blocks without a text."""
    blocks = dict(post.blocks)
    text = post.content
    for _ in range(_DEEPEST):
        if not (blocks and "wp:block" in text):
            break
        text = _EMPTY_BLOCK.sub(lambda match: blocks.get(_reference(match), match[0]), text)
    left: Counter[str] = Counter()
    for match in _EMPTY_BLOCK.finditer(text):
        if match["name"].removeprefix("core/") not in _SILENT_BLOCKS:
            left[match["name"]] += 1
    said = [
        Message(
            f"the block {name!r} has no text of its own: what the site puts there is missing",
            doubtful=name == "block",
        )
        for name in left
    ]
    return text, said


def _reference(match: re.Match[str]) -> str:
    """Return the number of the reusable block that stands in a place."""
    found = re.search(r'"ref"\s*:\s*(\d+)', match["settings"] or "")
    return found[1] if found and match["name"] in ("block", "core/block") else ""


def _notes_of_block(post: Post, messages: list[Message]) -> str:
    """Return the notes of the footnotes block, which WordPress keeps beside the text (``render_block_core_footnotes()``)."""
    if not post.notes.strip():
        return ""
    try:
        notes = [(str(note["id"]), str(note["content"])) for note in json.loads(post.notes)]
    except (ValueError, TypeError, KeyError, RecursionError):
        messages.append(Message("the notes of the footnotes block can't be read", doubtful=True))
        return f"<div>{html.escape(post.notes)}</div>"
    used = [(key, words) for key, words in notes if key in post.content]
    if len(used) < len(notes):
        messages.append(
            Message(
                f"{len(notes) - len(used)} notes to which nothing refers aren't shown by WordPress: left out"
            )
        )
    items = "".join(
        f'<li id="{html.escape(key)}">{words} <a href="#{html.escape(key)}-link">↩︎</a></li>'
        for key, words in used
    )
    return f'<ol class="wp-block-footnotes">{items}</ol>'


# Lines


def _break_lines(page: Node) -> None:
    """Put a line break for each end of a line in the text of a *page*: two of them end a paragraph."""
    stack = [page]
    while stack:
        node = stack.pop()
        if node.tag in _NO_BREAKS and node.tag in ("pre", "textarea", "script", "style", "math", "svg"):
            continue
        children: list[Node] = []
        for n, child in enumerate(node.children):
            if child.tag:
                stack.append(child)
                children.append(child)
            elif node.tag in _NO_BREAKS or "\n" not in child.text:
                children.append(child)
            else:
                children += _lines(child, node, n)
        node.children = children


def _lines(text: Node, above: Node, place: int) -> Iterator[Node]:
    """Yield the lines of a *text* with breaks between them; one beside a block or a break is none (``wpautop()``)."""
    siblings = above.children
    before = siblings[place - 1] if place else None
    after = siblings[place + 1] if place + 1 < len(siblings) else None
    words = text.text.replace("\r\n", "\n").replace("\r", "\n")
    if before is not None and before.tag == "br":
        words = re.sub(r"^[ \t]*\n", " ", words, count=1)
    if before is not None and before.tag in BLOCKS:
        words = re.sub(r"^\s*\n", "\n", words)
    if after is not None and after.tag in BLOCKS and not words.strip():
        words = " "
    for n, line in enumerate(words.split("\n")):
        if n:
            yield Node("br", {}, above)
        if line:
            yield Node("", {}, above, line)
