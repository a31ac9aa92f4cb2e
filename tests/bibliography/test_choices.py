"""Lists that choose entries of files by type, keyword and file: primary and secondary sources are two lists of one file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from support.citing import body_of, essay

if TYPE_CHECKING:
    from support.sphinx_project import Build, Project

pytestmark = pytest.mark.pandoc

BIB = """\
@book{memoir, author={Adler, Ann}, title={Memoir}, year=1950, keywords={Primary, Cold War}}
@letter{letter, author={Brand, Bo}, title={Letter}, year=1951, keywords={primary}}
@online{site, author={Corr, Cy}, title={Site}, year=2001, keywords={web}}
@article{study, author={Dahl, Di}, title={Study}, journal={Review}, year=2002}
@book{uncited, author={Ek, Ed}, title={Uncited}, year=2003, keywords={archive, Cold  War}}
"""
RIS = "TY  - BOOK\nID  - ris\nAU  - Frost, Fay\nPY  - 2004\nTI  - Tides\nKW  - primary\nKW  - sea\nER  - \n"
CITED = ":eir:citep:`memoir; letter; site; study; ris`"
NAMES = ("Adler", "Brand", "Corr", "Dahl", "Ek", "Frost")


@pytest.fixture
def two_files(project: Project, pandoc: object) -> Project:  # noqa: ARG001 - it reads the file
    """Return a project with two files of references."""
    (project.root / "refs").mkdir()
    (project.root / "refs" / "main.bib").write_text(BIB)
    (project.root / "more.ris").write_text(RIS)
    project.settings["eir_bibliography_files"] = ["refs/main.bib", "more.ris"]
    return project


def asked(*options: str) -> str:
    """Return a list with *options*."""
    return ".. eir:bibliography::\n" + "".join(f"   {option}\n" for option in options)


def lists(build: Build) -> list[str]:
    """Return the initials of the authors in each list."""
    return [
        "".join(name[0] for name in NAMES if f"{name}," in section.get_text())
        for section in build.page().select("section[role=doc-bibliography]")
    ]


@pytest.mark.parametrize("syntax", ["rst", "md"])
def test_what_a_list_chooses(two_files: Project, syntax: str) -> None:
    chosen = {
        (":keyword: primary",): "ABF",
        (":keyword: PRIMARY, web",): "ABCF",
        (":keyword: cold war", ":filter: all"): "AE",
        (":not-keyword: primary; web",): "D",
        (":key: Study; site",): "CD",
        (":not-key: memoir, ris",): "BCD",
        (":type: article",): "D",  # in BibTeX
        (":type: article-journal",): "D",  # in CSL
        (":type: online, book",): "ACF",
        (":not-type: book", ":not-keyword: primary"): "CD",
        (":file: more.ris",): "F",
        (":file: main",): "ABCD",
        (":file: refs/main.bib", ":not-type: letter", ":keyword: primary"): "A",
        (":not-file: more",): "ABCD",
        (":filter: uncited", ":keyword: archive"): "E",
    }
    if syntax == "rst":
        source = essay(CITED, "\n".join(asked(":title: List", *options) for options in chosen))
    else:
        two_files.settings["extensions"] = ["sphinxext_eir", "myst_parser"]
        made = "\n\n".join(
            "```{eir:bibliography}\n:title: List\n" + "\n".join(options) + "\n```" for options in chosen
        )
        source = (
            f"# Essay\n\n```{{eir:article}}\n```\n\n{CITED.replace(':eir:citep:', '{eir:citep}')}\n\n{made}\n"
        )
    build = two_files.write({f"index.{syntax}": source}).build()
    assert build.warnings == []
    assert dict(zip(chosen, lists(build), strict=True)) == chosen


@pytest.mark.parametrize("builder", ["html", "epub", "singlehtml", "latex"])
def test_an_entry_of_two_lists_has_one_id_and_links_go_to_the_first(two_files: Project, builder: str) -> None:
    only = ".. only:: latex\n\n   .. eir:bibliography::\n"
    bibliography = f"{only}\n{asked(':title: One', ':type: book')}\n{asked(':title: Two')}"
    build = two_files.write({"index.rst": essay(CITED, bibliography)}).build(builder)
    assert build.warnings == []
    (path,) = build.out.glob({"latex": "*.tex", "epub": "index.xhtml"}.get(builder, "index.html"))
    text = path.read_text(encoding="utf-8")
    if builder == "latex":
        ids = re.findall(r"\\eirentry\{([^}]+)\}", text)
    else:
        page = BeautifulSoup(text, "html.parser")
        ids = [element["id"] for element in page.select("[id]")]
        links = [page.find(id=a["href"].split("#")[1]) for a in page.select("a[role=doc-biblioref]")]
        assert [bool(entry.select("a[role=doc-backlink]")) for entry in links] == [True] * 5
        assert [entry.find_parent("section").find(["h2", "h3"]).get_text()[:3] for entry in links] == [
            "One", "Two", "Two", "Two", "One",
        ]  # fmt: skip
    found = [identifier for identifier in ids if identifier.startswith("eir-ref-")]
    assert sorted(found) == sorted(
        f"eir-ref-{key}-index" for key in ("memoir", "letter", "site", "study", "ris")
    )
    assert len(ids) == len(set(ids))


def test_a_typed_entry_keeps_its_id_beside_one_of_a_file_with_the_same_key(two_files: Project) -> None:
    typed = ".. eir:bibliography::\n\n   [memoir] Adler, Ann (1950) Memoir.\n"
    build = two_files.write(
        {"index.rst": essay(":eir:citep:`memoir`", f"{asked(':filter: all')}\n{typed}")}
    ).build()
    ids = [element["id"] for element in build.page().select("[id]")]
    assert len(ids) == len(set(ids))
    (link,) = build.page().select("a[role=doc-biblioref]")
    assert link["href"] == "#eir-ref-memoir-index"
    assert "Adler, Ann (1950)" in build.page().find(id="eir-ref-memoir-index").get_text()


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (":keyword: primry", "keyword names 'primry', which is the keyword of no entry; did you mean 'primary'?"),
        (":not-keyword: xyzzy", "not-keyword names 'xyzzy', which is the keyword of no entry; commas part keywords"),
        (":type: onlin", "type names 'onlin', which is no type of entry; did you mean 'online'?"),
        (":key: memoi", "key names 'memoi', which is the key of no entry; did you mean 'memoir'?"),
        (":file: man.bib", "file names 'man.bib', which is none of eir_bibliography_files; did you mean 'main.bib'?"),
        (":keyword:", "keyword is ''; allowed: one value, or several, set apart by commas. It is left out"),
        (":keywords: primary", "eir:bibliography has no option 'keywords', so 'primary' is left out; did you mean 'keyword'?"),
        (":keyword: primary\n\n   Typed, A. (2000) Entry.", "keyword chooses entries of files, and these entries are typed: all are printed"),
    ],
)  # fmt: skip
def test_a_slip_is_told(two_files: Project, option: str, said: str) -> None:
    source = essay("Text.", asked(":filter: all", option))
    (warning,) = two_files.write({"index.rst": source}).build().warnings
    assert said in warning
    assert re.match(r"index\.rst:\d+: WARNING: .*\[eir\.config\]$", warning)


def test_a_keyword_that_only_an_uncited_entry_has_is_none(two_files: Project) -> None:
    lists = f"{asked(':keyword: archive')}\n{asked(':not-keyword: archive')}"
    assert two_files.write({"index.rst": essay(CITED, lists)}).build().warnings == []


def test_a_cited_entry_that_no_list_prints_is_told_once(two_files: Project) -> None:
    body = f"{CITED} :eir:citet:`study` :eir:fullcite:`site` :eir:nocite:`*`"
    source = essay(body, asked(":keyword: primary, web"))
    build = two_files.write({"index.rst": source}).build()
    (warning,) = build.warnings
    assert warning.startswith("index.rst:6: WARNING: no list prints the entry 'study', which is cited here")
    assert warning.endswith("[eir.reference_unlisted]")
    assert "(Adler 1950" in body_of(build.page())


def test_lists_follow_edits_of_keywords_in_file_and_page(two_files: Project) -> None:
    two = f"{asked(':keyword: primary')}\n{asked(':not-keyword: primary')}"
    assert lists(two_files.write({"index.rst": essay(CITED, two)}).build()) == ["ABF", "CD"]
    (two_files.root / "refs" / "main.bib").write_text(BIB.replace("{web}", "{primary}"))
    assert lists(two_files.build()) == ["ABCF", "D"]
    two_files.write({"index.rst": essay(CITED, two.replace("primary", "sea"))})
    assert lists(two_files.build()) == ["F", "ABCD"]


def test_a_work_that_is_cited_often_has_one_arrow_and_a_number_for_each_place(two_files: Project) -> None:
    body = " ".join(f":eir:citep:`memoir, p. {page}`" for page in range(1, 42))
    build = two_files.write({"index.rst": essay(body, asked())}).build()
    back = build.page().select("#eir-ref-memoir-index a[role=doc-backlink]")
    assert [link.get_text() for link in back] == ["↩︎ 1", *map(str, range(2, 42))]
    assert back[40]["aria-label"] == "Back to citation 41 of Adler 1950"
