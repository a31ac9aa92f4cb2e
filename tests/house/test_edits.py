"""Hundreds of edits at random: after each build, every page says what it says in a fresh build.

``EIR_TEST_EDITS`` says how many projects are edited anew, fifty steps each.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from support.paths import DATA
from support.sphinx_project import Project, ours

from sphinxext_eir.core.config import SETTINGS

pytestmark = [pytest.mark.build, pytest.mark.pandoc, pytest.mark.laws]

PROJECTS = int(os.environ.get("EIR_TEST_EDITS", "0"))
"""None given: four, the same ones each time."""
STYLES = DATA / "csl"

PASSAGES = (
    "Threats were real (Blank 2000; Clark 2001: 12). Nobody had asked for them.",
    "Wendt (1992) has an answer, and :eir:citep:`see @Wendt, pp. 391-394; @Clark` has another.",
    ":eir:citet:`Nye2` follows :eir:citet:`Nye`; both are cited here :eir:citep:`Nye; Nye2; Blank`.",
    "Sovereignty is a norm[i] and a practice.[ii]\n\n.. [i] On norms, see (Blank 2000).\n\n.. [ii] Practices change :eir:citep:`Wendt`.",
    "It was disputed at once [#]_, see\\ :eir:note:`See *Leviathan*, https://example.org.`.\n\n.. [#] By a century.",
    ".. eir:pull-quote::\n\n   Nobody had asked for them.",
    ".. only:: html\n\n   Of pages alone (Clark 2001) :eir:citep:`Waltz`.",
    ".. eir:notes::\n   :title: Notes",
    ".. eir:article-list::\n   :sort: title",
    ".. eir:cite-this::",
    ".. eir:about-author::\n\n   Jane Doe waits.",
    ".. eir:import:: imported.txt",
    ".. eir:bibliography::\n   :title: Sources\n\n   Blank, Stephen J. (2000) *Threats*. Carlisle: SSI.\n\n"
    "   Clark, Wesley. (2001) *War*. New York: PublicAffairs.",
    ".. eir:bibliography::\n   :title: Sources\n   :scope: project\n\n   Clark, Wesley. (2001) *Modern War*. New York: PublicAffairs.",
    ".. eir:bibliography::",
    ".. eir:bibliography::\n   :scope: project\n   :filter: all",
    ".. eir:bibliography::\n   :filter: uncited\n   :style: style.csl",
    ".. eir:bibliography::\n   :keyword: primary\n   :not-type: article",
    ".. eir:bibliography::\n   :not-keyword: primary\n   :file: refs.bib\n   :scope: project",
    "Keys of two kinds :eir:citep:`Blank, Clark`, :eir:citep:`-@Wendt, p. 3`. :eir:citeyearpar:`Nye`.",
    ":eir:citep:`nobody` and `broken_ and |nothing|.",
    "Own words: :eir:biblioref:`there <Clark2001>`, :eir:biblioref:`^1^ <Blank>`, :eir:biblioref:`(Nye 1990) <>`.",
    "See :doc:`p1`, and so on.",
    ".. eir:most-cited::",
    ".. eir:issue::\n   :volume: 1\n   :issue: 1",
    ".. eir:media:: https://youtu.be/aqz-KE-bpKQ\n   :title: Waiting",
    ".. eir:most-cited::\n   :show: authors\n   :at-least: 2",
)
"""What a page may hold, in reStructuredText."""

MYST = (
    "Threats were real (Blank 2000; Clark 2001: 12). Nobody had asked for them.",
    "{eir:citet}`Wendt` has an answer, and {eir:citep}`see @Nye, p. 3; @Nye2` has another.[^n]\n\n[^n]: A note (Clark 2001).",
    "```{eir:bibliography}\n:scope: project\n```",
    "```{eir:pull-quote}\nNobody had asked for them.\n```",
    "A note{eir:note}`of its own` and {eir:citeauthor}`Clark`.",
    "```{eir:notes}\n```",
    "```{eir:most-cited}\n```",
)
"""The same in MyST."""

HEADS = (
    "",
    ":author: Doe, Jane\n:date: 2024-03-01\n:canonical: https://example.org/a/",
    ":author: John Roe; Jane Doe\n:date: 2025-01-01\n:kind: opinion\n:keywords: patience",
    ":author: Doe, Jane\n:date: 2024-03-01\n:status: draft",
    ":date: 2931-03-01\n:corrections: 2024-05-01: Norms are old.",
    ":author: doe; roe\n:date: 2024-04-01\n:volume: 1\n:issue: 1\n:first-page: 3\n:keywords: norms",
    ":author: Jane Doe\n:volume: 1\n:issue: 1\n:first-page: 9\n:keywords: Norms\n:status: retracted",
)
TITLES = ("Threats", "On Waiting", "Threats and *Norms*")
VALUES: dict[str, tuple[Any, ...]] = {
    "eir_documents": ([], ["**"], ["p1"]),
    "eir_note_style": ("lower-roman", "arabic"),
    "eir_note_brackets": ("[]", "()", ""),
    "eir_note_placement": ("end", "page", "margin"),
    "eir_native_notes": (["docx"], ["docx", "text"]),
    "eir_previews": (True, False),
    "eir_article_defaults": ({}, {"publisher": "Example Press"}),
    "eir_article_layout": ("reference", "journal"),
    "eir_reading_time": (False, True),
    "eir_opening": ("plain", "drop-cap", "lead-in"),
    "eir_social_cards": (False,),
    "eir_social_card_font": (None,),
    "eir_pull_quote_align": ("right", "full"),
    "eir_pull_quote_capital": (False, True),
    "eir_bibliography_files": (["refs.bib"], ["refs.bib", "more.json"], []),
    "eir_bibliography_scope": ("document", "project"),
    "eir_bibliography_title_case": ("keep", "bibtex"),
    "eir_bibliography_particles": ("bibtex", "biblatex"),
    "eir_citation_style": ("eir-harvard", "style.csl"),
    "eir_citation_order": ("style", "author"),
    "eir_citation_locale": (None, "de"),
    "eir_link_citations": (True, False),
    "eir_report_unused": (False, True),
    "eir_report_doubtful": (False, True),
    "eir_archive_links": (False, True),
    "eir_crossref": (
        {},
        {"depositor": "Example Press", "email": "a@example.org", "policy": "10.1234/policy"},
    ),
    "eir_checks": ({}, {"access-date": False}),
    "eir_people": (None, "people.json"),
    "eir_subjects": ([], ["keywords", "kinds"]),
    "eir_drafts": (False, True),
    "eir_typst_template": (None,),  # as PDFs themselves
    "eir_typst_fonts": ([],),
    "eir_article_pdfs": (False,),  # a PDF takes seconds: tests/exports/test_beside_pages.py edits articles
    "eir_issue_pdfs": (False,),  # the same: tests/exports/test_issue_pdfs.py
    "eir_issue_numbering": ("continuous",),
}
"""What is set, the first value at the beginning."""

WORKS = {
    "Blank": "author={Blank, Stephen J.}, title={Threats to Russian Security}",
    "Clark": "author={Clark, Wesley}, title={Waging Modern War}",
    "Nye": "author={Nye, Joseph S.}, title={Bound to Lead}, url={http://example.org/nye}, urldate={2012-02-29}",
    "Nye2": "author={Nye, Joseph S.}, title={Soft Power}",
    "Waltz": "author={Waltz, Kenneth N.}, title={Theory}",
    "Wendt": "author={Wendt, Alexander}, title={Anarchy}",
}
MORE = '[{"id": "Waltz", "type": "book", "title": "Another Theory", "author": [{"family": "Waltz"}]}]'
ARTICLE = "# An Essay\n\nWritten by Jane Doe, Mar 1 2024\n\nSome say so (Blank, 2000){}.\n\n## Bibliography\n\nBlank, S. (2000) Threats. Carlisle: SSI.\n"


class Page:
    """A document: its name, its head and its passages."""

    def __init__(self, syntax: str) -> None:
        self.syntax = syntax
        self.title = TITLES[0]
        self.head = HEADS[0]
        self.passages: list[str] = []

    def text(self) -> str:
        if self.syntax == "md":
            fields = "".join(f"{line}\n" for line in self.head.splitlines())
            return "\n\n".join([f"# {self.title}", f"```{{eir:article}}\n{fields}```", *self.passages, ""])
        fields = "".join(f"   {line}\n" for line in self.head.splitlines())
        return "\n\n".join([f"{self.title}\n{'=' * 30}", f".. eir:article::\n{fields}", *self.passages, ""])


names = st.sampled_from(["p1", "p2", "p3", "deep/p4", "deep/er/p5"])
heads = st.sampled_from(HEADS)
titles = st.sampled_from(TITLES)


class Edits(RuleBasedStateMachine):
    """A project that is edited, and built in place."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="edits-"))
        self.project = Project(self.folder / "site")
        self.project.root.mkdir()
        self.settings = {name: values[0] for name, values in VALUES.items()}
        self.pages = {"p1": Page("rst"), "p2": Page("rst"), "deep/p4": Page("md")}
        self.pages["p1"].passages = [PASSAGES[0], PASSAGES[2], PASSAGES[12]]
        self.pages["p2"].passages = [PASSAGES[1], PASSAGES[3], PASSAGES[15]]
        self.pages["deep/p4"].passages = [MYST[0], MYST[1]]
        self.order = list(self.pages)
        self.keywords: dict[str, str] = {}
        self.years = dict.fromkeys(WORKS, 2000) | {"Clark": 2001, "Nye": 1990, "Nye2": 1990, "Wendt": 1992}
        for name in self.pages:
            self.save(name)
        self.save_index()
        self.save_references()
        self.put("more.json", MORE)
        self.put_people(known=True)
        self.put("imported.txt", ARTICLE.format(""))
        self.change_style("numbers")
        self.steps = 0

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)

    def put(self, name: str, text: str) -> None:
        path = self.project.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def file(self, name: str) -> str:
        return f"{name}.{self.pages[name].syntax}"

    def save(self, name: str) -> None:
        self.put(self.file(name), self.pages[name].text())

    def save_index(self) -> None:
        listed = "\n".join(f"   {name}" for name in self.order)
        self.put("index.rst", f"Essays\n======\n\n.. toctree::\n\n{listed}\n")

    def save_references(self) -> None:
        entries = (
            f"@book{{{key}, {fields}, year={self.years[key]}, keywords={{{self.keywords.get(key, '')}}}}}"
            for key, fields in WORKS.items()
            if key in self.years
        )
        self.put("refs.bib", "\n".join(entries))

    # Pages

    @rule(name=names, data=st.data())
    def add_passage(self, name: str, data: st.DataObject) -> None:
        if name in self.pages:
            page = self.pages[name]
            passage = data.draw(st.sampled_from(PASSAGES if page.syntax == "rst" else MYST))
            page.passages.insert(data.draw(st.integers(0, len(page.passages))), passage)
            self.save(name)

    @rule(name=names, data=st.data())
    def remove_passage(self, name: str, data: st.DataObject) -> None:
        if name in self.pages and self.pages[name].passages:
            del self.pages[name].passages[data.draw(st.integers(0, len(self.pages[name].passages) - 1))]
            self.save(name)

    @rule(name=names)
    def turn_passages_round(self, name: str) -> None:
        if name in self.pages:
            self.pages[name].passages.reverse()
            self.save(name)

    @rule(name=names, head=heads, title=titles)
    def change_head(self, name: str, head: str, title: str) -> None:
        if name in self.pages:
            self.pages[name].head, self.pages[name].title = head, title
            self.save(name)

    @rule(name=names, syntax=st.sampled_from(["rst", "md"]))
    def add_page(self, name: str, syntax: str) -> None:
        if name not in self.pages:
            self.pages[name] = Page(syntax)
            self.pages[name].passages = [(PASSAGES if syntax == "rst" else MYST)[0]]
            self.order.append(name)
            self.save(name)
            self.save_index()

    @rule(name=names, listed=st.booleans())
    def delete_page(self, name: str, listed: bool) -> None:  # noqa: FBT001 - drawn
        if name in self.pages:
            (self.project.root / self.file(name)).unlink()
            del self.pages[name]
            if not listed and name in self.order:  # else the contents name what isn't there
                self.order.remove(name)
                self.save_index()

    @rule(old=names, new=names)
    def rename_page(self, old: str, new: str) -> None:
        if old in self.pages and new not in self.pages:
            (self.project.root / self.file(old)).unlink()
            self.pages[new] = self.pages.pop(old)
            self.order = [new if name == old else name for name in self.order]
            self.save(new)
            self.save_index()

    @rule(order=st.permutations(["p1", "p2", "p3", "deep/p4", "deep/er/p5"]))
    def shuffle_contents(self, order: list[str]) -> None:
        self.change_contents(order)

    def change_contents(self, order: list[str]) -> None:
        self.order = [name for name in order if name in self.pages]
        self.save_index()

    @rule(name=names)
    def touch(self, name: str) -> None:
        if name in self.pages:
            (self.project.root / self.file(name)).touch()

    # Files

    @rule(key=st.sampled_from(list(WORKS)), year=st.sampled_from([None, 1990, 1992, 2000, 2001]))
    def change_reference(self, key: str, year: int | None) -> None:
        if year is None:
            self.years.pop(key, None)
        else:
            self.years[key] = year
        self.save_references()

    @rule(key=st.sampled_from(sorted(WORKS)), word=st.sampled_from(["primary", "Primary, norms", ""]))
    def change_keywords(self, key: str, word: str) -> None:
        self.keywords[key] = word
        self.save_references()

    @rule(name=st.sampled_from(["refs.bib", "more.json", "imported.txt", "style.csl"]))
    def delete_file(self, name: str) -> None:
        (self.project.root / name).unlink(missing_ok=True)

    @rule()
    def restore_files(self) -> None:
        self.save_references()
        self.put("more.json", MORE)

    @rule(says=st.sampled_from(["", "[1]", " and others do (Clark, 2001)"]))
    def change_imported(self, says: str) -> None:
        self.put("imported.txt", ARTICLE.format(says))

    @rule(known=st.booleans())
    def change_people(self, known: bool) -> None:  # noqa: FBT001 - drawn
        self.put_people(known=known)

    def put_people(self, *, known: bool) -> None:
        names = ("Jane Doe", "John Roe") if known else ("Jane Q. Doe",)
        people = {
            name.rpartition(" ")[2].lower(): {"name": name, "biography": f"{name} waits."} for name in names
        }
        self.put("people.json", json.dumps(people))

    @rule(name=st.sampled_from(["numbers", "notes", "raised", "sorted"]))
    def change_style(self, name: str) -> None:
        shutil.copyfile(STYLES / f"{name}.csl", self.project.root / "style.csl")

    # Settings

    @rule(name=st.sampled_from(list(VALUES)), data=st.data())
    def change_setting(self, name: str, data: st.DataObject) -> None:
        self.settings[name] = data.draw(st.sampled_from(VALUES[name]))

    # Builds

    @rule(builder=st.sampled_from(["dirhtml", "singlehtml", "text", "latex"]))
    def build_something_else(self, builder: str) -> None:
        if builder in (
            "singlehtml",
            "latex",
        ):  # Sphinx joins what it last read of a page that is gone but listed
            self.change_contents(self.order)
        self.compare(builder, 1)

    @rule()
    def build_in_parallel(self) -> None:
        self.compare("html", 2)

    @invariant()
    def every_page_is_as_in_a_fresh_build(self) -> None:
        self.steps += 1
        if self.steps % 2:
            self.compare("html", 1)

    def compare(self, builder: str, jobs: int) -> None:
        trees = self.folder / "doctrees"
        build = self.project.build(builder, doctrees=trees, jobs=jobs, **self.settings)
        fresh = self.project.build(builder, out="fresh", **self.settings)
        for path in written(fresh.out, builder):
            new, edited = said(fresh.out / path), said(build.out / path)
            assert edited == new, "\n".join(unified_diff(new, edited, f"{path} built anew", f"{path} edited"))
        shutil.rmtree(fresh.out.parent)


def written(out: Path, builder: str) -> list[Path]:
    """Return the pages in *out*, and the other files that tell of them."""
    page = {"text": "txt", "latex": "tex"}.get(builder, "html")
    suffixes = (page, "bib", "ris", "csl.json", "atom")
    return sorted(path.relative_to(out) for suffix in suffixes for path in out.rglob(f"*.{suffix}"))


def said(path: Path) -> list[str]:
    """Return the lines of the file at *path* that are ours to say: all but Sphinx's navigation."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        page = BeautifulSoup(text, "html.parser")
        for navigation in page.select("div.body .toctree-wrapper"):
            navigation.decompose()
        head = page.select("head meta, head link[rel=canonical], head link[rel=alternate], head script[type]")
        text = "\n".join([*map(str, head), *ours(page), str(page.select_one("div.body"))])
    return text.splitlines()


def test_each_setting_is_edited() -> None:
    assert sorted(VALUES) == sorted(setting.name for setting in SETTINGS)


TestEdits = Edits.TestCase
TestEdits.settings = settings(
    max_examples=PROJECTS or 4,
    derandomize=not PROJECTS,
    stateful_step_count=50,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink takes an hour: each step is two builds
    suppress_health_check=list(HealthCheck),
)
