"""What Google Docs exports as a web page, zipped → blocks: one page, and a folder of its pictures.

Its styles are classes (``.c3{font-style:italic}``), which become elements before the page is read; its links lead by way of Google.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..transcript import ConversionError, Image
from .archives import opened, page_of_google
from .web import PageHead, PicturesBeside, read_tree
from .web.tree import Node, number, parse

if TYPE_CHECKING:
    import zipfile
    from pathlib import Path

    from ..transcript import Reading

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
_RULE = re.compile(r"\.(?P<name>c\d+)\s*\{(?P<said>[^{}]*)\}")
_LOOKS = {
    "em": re.compile(r"font-style:\s*italic"),
    "strong": re.compile(r"font-weight:\s*[6-9]00"),
    "sup": re.compile(r"vertical-align:\s*super"),
    "sub": re.compile(r"vertical-align:\s*sub\b"),
}


def read_google(path: Path) -> Reading:
    """Read the zip of a web page from Google Docs. Raises :class:`ConversionError`."""
    with opened(path, "zip", (".html", ".htm")) as archive:
        name = page_of_google(archive)
        if not name:
            raise ConversionError(
                "an archive: unpack it (only a web page that Google Docs has zipped is read as it is)"
            )
        page = parse(archive.read(name))
        nodes = list(page.walk())
        styles = "".join(child.text for node in nodes if node.tag == "style" for child in node.children)
        looks = {
            match["name"]: [tag for tag, look in _LOOKS.items() if look.search(match["said"])]
            for match in _RULE.finditer(styles)
        }
        title = ""
        for node in nodes:
            _make_plain(node, looks)
            classes = node.get("class").split()
            if node.tag == "p" and "title" in classes and not title:
                node.tag, title = "h1", node.said()
        number(page)
        return read_tree(page, PageHead(title), _PicturesInside(archive), whole=True)


def _make_plain(node: Node, looks: dict[str, list[str]]) -> None:
    """Make elements of the classes of a *node*."""
    if node.tag == "span":
        for tag in dict.fromkeys(tag for name in node.get("class").split() for tag in looks.get(name, ())):
            inner = Node(tag, {}, node)
            inner.children = node.children
            for child in inner.children:
                child.parent = inner
            node.children = [inner]


class _PicturesInside(PicturesBeside):
    """The pictures in the archive."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        super().__init__(None)
        self.archive = archive

    def __call__(self, source: str, description: str) -> tuple[str, bool]:
        """Return the name of the file of a picture and True, or its address and False."""
        suffix = PurePosixPath(source).suffix.lower()
        if source not in self.archive.namelist() or suffix not in _PICTURES:
            return super().__call__(source, description)
        if source not in self.names:
            name = f"{len(self.images) + 1}{suffix}"
            self.images[name] = Image(name, self.archive.read(source))
            self.names[source] = name
        return self.names[source], True
