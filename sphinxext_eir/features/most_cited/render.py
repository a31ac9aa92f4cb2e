"""The works and authors most cited, in lists of stock nodes for every builder, when a page is resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from ...core.languages import language_of, words_in
from ...core.listing import linked
from ...core.nodes import eir_most_cited
from ...core.outputs import BuilderTransform
from ...core.sections import ancestors_of
from ...core.walks import find_blocks
from ...text.languages import joints
from .tally import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .records import Row


class PlaceMostCited(BuilderTransform):
    """Puts the lists in the place of each placeholder."""

    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        """Replace every placeholder of the page, which may join several documents."""
        placeholders = find_blocks(self.document, eir_most_cited)
        if not placeholders:
            return
        found = counted(self.env)
        for placeholder in placeholders:
            self.spoken = language_of(self.env, placeholder["docname"])
            _ = words_in(self.spoken)
            works, authors = placeholder["asked"].rows(found)
            level = 1 + sum(isinstance(node, nodes.section) for node in ancestors_of(placeholder))
            parts: list[nodes.Element] = []
            for name, rows in ((_("Most cited works"), works), (_("Most cited authors"), authors)):
                if rows and works and authors:
                    attributes = {"heading-level": level}
                    parts.append(nodes.rubric("", name, **attributes))
                if rows:
                    items = [nodes.list_item("", *self.row(row)) for row in rows]
                    parts.append(nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix="."))
            target = [nodes.target("", "", ids=placeholder["ids"])] if placeholder["ids"] else []
            shown = [nodes.container("", *parts, classes=["eir-most-cited"])] if parts else []
            placeholder.parent.replace(placeholder, [*target, *shown])

    def row(self, row: Row) -> Iterator[nodes.Element]:
        """Yield the paragraph of a work or author, and that of the articles that cite it."""
        yield nodes.paragraph("", "", *self.words(row), translatable=False)
        _ = words_in(self.spoken)
        # TRANSLATORS: Under a work or an author: how many articles of the journal cite it, and which.
        words = _("Citing articles ({number}): {articles}")
        before, _placeholder, after = words.replace("{number}", str(len(row.citing))).partition("{articles}")
        line: list[nodes.Node] = [nodes.Text(before)]
        separators = joints([title for _docname, title in row.citing], self.spoken)
        for separator, (docname, title) in zip(separators, row.citing, strict=True):
            line += (
                [nodes.Text(separator), self.link(docname, title)]
                if separator
                else [self.link(docname, title)]
            )
        if after:
            line.append(nodes.Text(after))
        yield nodes.paragraph("", "", *line, classes=["eir-citing"], translatable=False)

    def words(self, row: Row) -> list[nodes.Node]:
        """Return the words of *row*, with the address as a link where they say it, or all of them."""
        if not row.url.startswith(("http://", "https://")):
            return [nodes.Text(row.words)]
        before, address, after = row.words.partition(row.url)
        link = nodes.reference("", address or row.words, refuri=row.url)
        if not address:
            return [link]
        return [part for part in (nodes.Text(before), link, nodes.Text(after)) if part.astext()]

    def link(self, docname: str, title: str) -> nodes.Node:
        """Return *title*, linked to the article where the output has it."""
        return linked(self.builder, self.env.current_document.docname, docname, title)
