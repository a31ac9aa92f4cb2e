"""Articles in a book: each stands at the level of the book's chapters, wherever a ``toctree`` names it.

Sphinx sets a document below the heading that its ``toctree`` stands under: an essay of a journal whose home page has the heading *Essays* would be
a section of a chapter, and is in the contents only if they go so deep.
"""

from __future__ import annotations

from typing import NamedTuple

from docutils import nodes
from sphinx import addnodes

from ...core.nodes import eir_article


class Chapter(NamedTuple):
    """A section, and the node that holds it: Sphinx leaves the documents of a book with parents that aren't in it."""

    holder: nodes.Element
    section: nodes.Element


def lift_articles(book: nodes.document, *, in_parts: bool) -> None:
    """Put articles, and all that the same ``toctree`` names, behind the chapter that they would be sections of.

    In a book *in_parts* they are the chapters of a part, and stay in it.
    """
    title = book.next_node(nodes.section)  # the book's own
    behind: dict[int, nodes.Element] = {}

    def walk(holder: nodes.Element, around: tuple[Chapter, ...]) -> None:
        files = [child for child in holder if isinstance(child, addnodes.start_of_file)]
        if len(around) > in_parts and any(file.next_node(eir_article) for file in files):
            chapter = around[in_parts]
            for file in files:
                holder.remove(file)
                last = behind.get(id(chapter.section), chapter.section)
                chapter.holder.insert(chapter.holder.index(last) + 1, file)
                behind[id(chapter.section)] = file
        position = 0
        while position < len(holder):  # files are put behind the child that is walked through
            child = holder[position]
            is_chapter = isinstance(child, nodes.section) and child is not title
            if isinstance(child, nodes.Element):
                walk(child, (*around, Chapter(holder, child)) if is_chapter else around)
            position += 1

    walk(book, ())
