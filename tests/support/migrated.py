"""Pages before and after a migration, compared: what each citation links to, which entries there are, and all other words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup, Tag

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sphinx.application import Sphinx

BODIES = ("div.body", "[role=main]", "article", "main")


@dataclass
class Page:
    """What a page says."""

    cited: list[frozenset[str]] = field(default_factory=list)
    """The works that each citation in the text links to, in order."""
    listed: list[frozenset[str]] = field(default_factory=list)
    """The entries of each list."""
    notes: list[str] = field(default_factory=list)
    """The work that each reference to a note leads to, where the note is a work."""
    words: str = ""
    """All other words; ``⟦…⟧`` is where a citation is."""
    unlinked: int = 0
    """Citations, or parts of them, without a link."""

    @property
    def bare(self) -> str:
        """The words without white space, which the two set differently around marks of notes."""
        return "".join(self.words.split())


def read_before(app: Sphinx) -> dict[str, Page]:
    """Return the pages of a project that sphinxcontrib-bibtex built."""
    domain: Any = app.env.get_domain("cite")
    keys = {(c.bibliography_key.docname, c.citation_id): c.entry.key for c in domain.citations}
    return {name: _before(_soup(app, name), name, keys, _names(app)) for name in sorted(app.env.found_docs)}


def titles_of(app: Sphinx) -> dict[str, str]:
    """Return the keys and titles of all entries that sphinxcontrib-bibtex read."""
    domain: Any = app.env.get_domain("cite")
    return {entry.key: entry.fields.get("title", "") for entry in domain.bibdata.data.entries.values()}


def read_after(app: Sphinx, titles: Mapping[str, str]) -> dict[str, Page]:
    """Return the pages of the same project, built by this extension; *titles* are those of all entries, by key."""
    from sphinxext_eir.features.bibliography.records import entry_id

    ids = {(name, entry_id(key, name)): key for name in app.env.found_docs for key in titles}
    return {
        name: _after(_soup(app, name), name, ids, _names(app), titles) for name in sorted(app.env.found_docs)
    }


def _names(app: Sphinx) -> dict[str, str]:
    return {app.builder.get_target_uri(name): name for name in app.env.found_docs}


def _soup(app: Sphinx, name: str) -> Tag:
    path: Path = app.outdir / app.builder.get_target_uri(name)  # type: ignore[attr-defined]
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    body = next(found for selector in BODIES if (found := soup.select_one(selector)))
    for gone in body.select("a.headerlink, .eir-backlink, .backrefs, script, style"):
        gone.decompose()
    return body


def _target(href: str, name: str, names: dict[str, str]) -> tuple[str, str]:
    """Return the document and the id that a link on the page of *name* leads to."""
    path, _, anchor = href.partition("#")
    if not path:
        return name, anchor
    parts = name.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return names.get("/".join(parts), ""), anchor


def _before(body: Tag, name: str, keys: dict[tuple[str, str], str], names: dict[str, str]) -> Page:
    page = Page()
    notes = {
        aside["id"]: aside
        for aside in body.select("aside.footnote")
        if str(aside["id"]).startswith("footcite-")
    }
    for link in body.select("a.footnote-reference"):
        anchor = str(link["href"]).lstrip("#")
        if anchor in notes:
            page.notes.append(anchor.removeprefix("footcite-"))
            link.replace_with("⟦note⟧")
    for note in notes.values():
        note.decompose()
    for span in body.select(".bibtex-citation"):
        _citation(page, span, lambda a: keys.get(_target(a, name, names)))
    entries = {id_: key for (doc, id_), key in keys.items() if doc == name}
    _lists(page, body, entries, lambda entry: entry.find_parent(["ul", "ol"]) or entry.parent)
    page.words = _words(body)
    return page


def _after(
    body: Tag, name: str, keys: dict[tuple[str, str], str], names: dict[str, str], titles: Mapping[str, str]
) -> Page:
    page = Page()
    notes = {str(note["id"]): work_of(note, titles) for note in body.select(".eir-notes li[id]")}
    for link in body.select("a.eir-noteref"):
        key = notes.get(str(link["href"]).lstrip("#"))
        if key:
            page.notes.append(key.lower())
            link.replace_with("⟦note⟧")
    for note in body.select(".eir-notes li[id]"):
        if notes[str(note["id"])]:
            note.decompose()
    for span in body.select(".eir-citation"):
        _citation(page, span, lambda a: keys.get(_target(a, name, names)))
    entries = {id_: key for (doc, id_), key in keys.items() if doc == name}
    _lists(page, body, entries, lambda entry: entry.find_parent(["ul", "ol"]) or entry.parent)
    page.words = _words(body)
    return page


def work_of(note: Tag, titles: Mapping[str, str]) -> str:
    """Return the key of the entry that a note is, known by its title; nothing if it is a note of the author's."""
    whole = note.select_one("p > .eir-label + .eir-citation")
    if whole is None:
        return ""
    text = letters(whole.get_text())
    found = [key for key, title in titles.items() if letters(title) and letters(title) in text]
    return max(found, key=lambda key: len(letters(titles[key])), default="")


def letters(text: str) -> str:
    """Return the letters and digits of *text* alone, in lower case, without TeX's commands and accents."""
    text = re.sub(r"\\[a-zA-Z]+|\\.", "", text)
    plain = unicodedata.normalize("NFKD", text).lower()
    return "".join(char for char in plain if char.isalnum())


def _citation(page: Page, span: Tag, key_of: Callable[[str], str | None]) -> None:
    found = [key_of(str(link["href"])) for link in span.select("a[href]")]
    page.unlinked += sum(key is None for key in found)
    keys = frozenset(key for key in found if key)
    if keys:
        page.cited.append(keys)
        span.replace_with("⟦" + " ".join(sorted(keys)) + "⟧")


def _lists(page: Page, body: Tag, entries: dict[str, str], holder: Callable[[Tag], Tag | None]) -> None:
    holders: dict[int, tuple[Tag, set[str]]] = {}
    for id_, key in entries.items():
        entry = body.find(id=id_)
        around = holder(entry) if isinstance(entry, Tag) else None
        if around is not None:
            holders.setdefault(id(around), (around, set()))[1].add(key)
    for around, keys in holders.values():
        page.listed.append(frozenset(keys))
        around.decompose()


def _words(body: Tag) -> str:
    body.smooth()
    return re.sub(r"\s+", " ", body.get_text(" ")).strip()
