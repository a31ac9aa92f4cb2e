"""Articles to be listed."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

if TYPE_CHECKING:
    from support.sphinx_project import Build


def article(title: str, body: str = "", **fields: str) -> str:
    options = "".join(f"   :{name}: {text}\n" for name, text in fields.items())
    return f"{title}\n{'=' * len(title)}\n\n.. eir:article::\n{options}\n{body or 'Body.'}\n"


def listing(*options: str) -> str:
    typed = "".join(f"   {option}\n" for option in options)
    return f"List\n====\n\n.. eir:article-list::\n{typed}\nAfter.\n"


ESSAYS = {
    "old.rst": article(
        "Zeal & <Zest>",
        author="Doe, Jane; John Roe",
        date="2012-05-12",
        kind="essay",
        keywords="Kosovo, Russia",
        description='On "zeal" & <zest>.',
    ),
    "deep/new.rst": article("ahead", author="Ann Bell", date="2024-03", keywords="patience", kind="review"),
    "mid.rst": article("Émile", author="Jane Doe", date="2020"),
    "undated.rst": article("Bare"),
}


PLAIN = {"plain.rst": "Plain\n=====\n\nNo article.\n"}


def written(build: Build) -> set[str]:
    status = re.sub(r"\x1b\[[0-9;]*m", "", build.status)
    return set(re.findall(r"writing output\.\.\. \[ *\d+%\] ([\w/]+)", status))


BASE = "https://essays.example/en/"

NAMES = {"a": "http://www.w3.org/2005/Atom"}


def feed(build: Build) -> ElementTree.Element:
    root = ElementTree.fromstring(build.read("articles.atom"))
    assert_valid(root)
    return root


def assert_valid(root: ElementTree.Element) -> None:
    """Hold a feed to the rules of RFC 4287 that an XML parser doesn't know."""

    def one(parent: ElementTree.Element, name: str) -> ElementTree.Element:
        (found,) = parent.findall(f"a:{name}", NAMES)
        return found

    def at_most_one(parent: ElementTree.Element, *names: str) -> None:
        for name in names:
            assert len(parent.findall(f"a:{name}", NAMES)) <= 1

    def absolute(url: str) -> None:
        assert re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", url), url

    def common(parent: ElementTree.Element) -> None:  # 4.1.1, 4.1.2
        absolute(one(parent, "id").text)
        assert one(parent, "title").text.strip()
        assert datetime.datetime.fromisoformat(one(parent, "updated").text).tzinfo
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one(parent, "updated").text)
        alternates = [link for link in parent.findall("a:link", NAMES) if link.get("rel") == "alternate"]
        assert len(alternates) == 1
        for link in parent.findall("a:link", NAMES):
            absolute(link.get("href"))
        for author in parent.findall("a:author", NAMES):
            assert one(author, "name").text.strip()
        for category in parent.findall("a:category", NAMES):
            assert category.get("term")

    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    common(root)
    at_most_one(root, "generator", "subtitle", "rights")
    assert [link.get("rel") for link in root.findall("a:link", NAMES)] == ["self", "alternate"]
    entries = root.findall("a:entry", NAMES)
    for entry in entries:
        common(entry)
        at_most_one(entry, "published", "rights", "summary")
        assert entry.findall("a:author", NAMES)  # the feed has none that would do
        children = [child.tag.partition("}")[2] for child in entry]
        assert set(children) <= {"id", "title", "link", "published", "updated", "author", "category", "rights", "summary"}  # fmt: skip
    ids = [one(entry, "id").text for entry in entries]
    assert len(set(ids)) == len(ids)
    assert one(root, "updated").text == max(one(entry, "updated").text for entry in entries)


def entries(root: ElementTree.Element) -> list[dict[str, Any]]:
    return [
        {
            child.tag.partition("}")[2]: "".join(child.itertext()).strip() or dict(child.attrib)
            for child in entry
        }
        for entry in root.findall("a:entry", NAMES)
    ]
