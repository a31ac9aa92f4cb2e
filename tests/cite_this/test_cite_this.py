"""``eir:cite-this``, from the record to the reader's reference manager."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.axe import run_axe
from support.paths import TESTS
from support.sphinx_project import (
    STOCK_BUILDERS,
    Project,
    assert_incremental_equals_fresh,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
)

from sphinxext_eir.features.cite_this.formats import Citable, bibtex, csl_json, key, latex, phrases, ris
from sphinxext_eir.text.authors import Author
from sphinxext_eir.text.bylines import inverted
from sphinxext_eir.text.fields import Date
from sphinxext_eir.text.frontmatter import Article

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from sphinxext_eir.csl.pandoc import Pandoc

URL = "https://www.e-ir.info/2012/05/12/russias-foreign-policy-in-kosovo/"

ESSAY = f"""\
:author: Abit Hoxha
:date: 2012-05-12
:canonical: {URL}
:publisher: E-International Relations
:journal: E-International Relations
:issn: 2053-8626
:license: CC BY-NC 4.0
:keywords: Kosovo, Russia

Russia's Foreign Policy in Kosovo
=================================

.. eir:article::

Text.

Cite this article
-----------------

.. eir:cite-this::
"""

PLAIN = "Plain\n=====\n\nAn API page.\n"

LINE = f"Abit Hoxha, “Russia's Foreign Policy in Kosovo”, May 12 2012, E-International Relations, {URL}"

FULL = Citable(
    Article(
        "Évil & {good}: 100% #1_a for $5 ~x^2 -- it's",
        authors=(
            Author("Jane Doe", "Doe", "Jane"),
            Author("Ministry of Trade and Industry"),
            Author("Vincent van Gogh"),
            Author("Gabriel García Márquez"),
        ),
        date=Date(2012, 5, 12),
        publisher="A & B",
        journal="C & D",
        issn="2053-8626",
        doi="10.1000/18_2",
        license="CC BY-NC 4.0",
        keywords=("two words", "time, its passing"),
        short_title="Évil",
    ),
    "https://example.org/a_b?x=1&y=%20#z",
)


NAMES = st.text("abcéשA", min_size=1, max_size=8)


def words(citable: Citable) -> str:
    return "".join(phrase.text for phrase in phrases(citable))


# In words


def test_the_citation_reads_as_e_ir_cites() -> None:
    article = Article(
        "Russia's Foreign Policy in Kosovo",
        authors=(Author("Abit Hoxha"),),
        date=Date(2012, 5, 12),
        publisher="E-International Relations",
    )
    assert words(Citable(article, URL)) == LINE


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (Article("A"), "“A”"),
        (Article("A", doi="10.1000/182"), "“A”, https://doi.org/10.1000/182"),
        (Article("A", journal="J", date=Date(2012)), "“A”, 2012, J"),
        (Article("A", date=Date(2012, 5)), "“A”, May 2012"),
        (Article('On "War" and “Peace”'), "“On ‘War’ and ‘Peace’”"),
        (Article("A", authors=(Author("B"), Author("C"), Author("D"))), "B, C and D, “A”"),
    ],
)
def test_what_is_not_known_is_left_out(article: Article, expected: str) -> None:
    assert words(Citable(article)) == expected


def test_quotation_marks_and_dates_are_the_languages() -> None:
    assert words(Citable(Article("A", date=Date(2012, 5, 12)), language="de")) == "„A“, 12. Mai 2012"
    assert words(Citable(Article("A"), language="xx")) == "“A”"


# Formats


def test_bibtex() -> None:
    assert bibtex(FULL) == (
        "@article{doe2012evil,\n"
        "  author = {Doe, Jane and {Ministry of Trade and Industry} and van Gogh, Vincent and {Gabriel García Márquez}},\n"
        "  title = {{Évil \\& \\{good\\}: 100\\% \\#1\\_a for \\$5 \\~{}x\\^{}2 -{}- it's}},\n"
        "  shorttitle = {{Évil}},\n"
        "  journal = {C \\& D},\n"
        "  year = {2012},\n"
        "  month = may,\n"
        "  publisher = {A \\& B},\n"
        "  issn = {2053-8626},\n"
        "  doi = {10.1000/18_2},\n"
        "  url = {https://example.org/a_b?x=1&y=%20#z},\n"
        "  language = {en},\n"
        "  keywords = {two words, {time, its passing}},\n"
        "  copyright = {CC BY-NC 4.0},\n"
        "  date = {2012-05-12},\n"
        "}\n"
    )


def test_ris() -> None:
    assert ris(FULL).split("\r\n") == [
        "TY  - JOUR",
        "ID  - doe2012evil",
        "AU  - Doe, Jane",
        "AU  - Ministry of Trade and Industry,",
        "AU  - van Gogh, Vincent",
        "AU  - Gabriel García Márquez,",
        f"TI  - {FULL.article.title}",
        "ST  - Évil",
        "T2  - C & D",
        "PY  - 2012",
        "DA  - 2012/05/12",
        "PB  - A & B",
        "SN  - 2053-8626",
        "DO  - 10.1000/18_2",
        f"UR  - {FULL.url}",
        "LA  - en",
        "KW  - two words",
        "KW  - time, its passing",
        "CR  - CC BY-NC 4.0",
        "ER  - ",
        "",
    ]


def test_csl_json() -> None:
    assert json.loads(csl_json(FULL)) == [
        {
            "id": "doe2012evil",
            "type": "article-journal",
            "title": FULL.article.title,
            "title-short": "Évil",
            "author": [
                {"family": "Doe", "given": "Jane"},
                {"literal": "Ministry of Trade and Industry"},
                {"family": "van Gogh", "given": "Vincent"},
                {"literal": "Gabriel García Márquez"},
            ],
            "issued": {"date-parts": [[2012, 5, 12]]},
            "container-title": "C & D",
            "publisher": "A & B",
            "ISSN": "2053-8626",
            "DOI": "10.1000/18_2",
            "URL": FULL.url,
            "language": "en",
            "keyword": "two words, time, its passing",
            "custom": {"license": "CC BY-NC 4.0"},
        }
    ]


@pytest.mark.parametrize(
    ("date", "in_bibtex", "in_ris", "in_csl"),
    [
        (Date(2012), ["year = {2012}"], ["PY  - 2012", "DA  - 2012"], [2012]),
        (Date(2012, 5), ["year = {2012}", "month = may"], ["PY  - 2012", "DA  - 2012/05"], [2012, 5]),
        (Date(90), ["year = {90}"], ["PY  - 0090", "DA  - 0090"], [90]),
    ],
)
def test_a_partial_date_stays_partial(
    date: Date, in_bibtex: list[str], in_ris: list[str], in_csl: list[int]
) -> None:
    citable = Citable(Article("A", date=date))
    assert re.findall(r"(?:year|month|day|date) = [^,]*", bibtex(citable)) == in_bibtex
    assert re.findall(r"(?:PY|DA)  - \S*", ris(citable)) == in_ris
    assert json.loads(csl_json(citable))[0]["issued"] == {"date-parts": [in_csl]}


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [Author("Jane Doe"), Author("European Union"), Author("Ana and Co", "and Co", "Ana")]
            ),
            st.tuples(NAMES, NAMES).map(lambda pair: Author(f"{pair[1]} {pair[0]}", pair[0], pair[1])),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_all_formats_name_the_same_authors(authors: list[Author]) -> None:
    citable = Citable(Article("A", authors=tuple(authors)))
    filed = [inverted(author) for author in authors]
    (item,) = json.loads(csl_json(citable))
    assert [
        person.get("literal") or f"{person['family']}, {person['given']}" for person in item["author"]
    ] == filed
    assert [name.rstrip(",") for name in re.findall(r"AU  - (.*)\r", ris(citable))] == filed
    (field,) = re.findall(r"  author = \{(.*)\},\n", bibtex(citable))
    assert [re.sub("[{}]", "", name) for name in re.split(r" and (?![^{}]*\})", field)] == filed


def test_an_article_without_a_journal_is_a_page_of_the_web() -> None:
    citable = Citable(Article("A"), URL)
    assert bibtex(citable).startswith("@misc{a,")
    assert ris(citable).startswith("TY  - ELEC\r\n")
    assert json.loads(csl_json(citable))[0]["type"] == "webpage"


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (Article("The Élan of A–B", authors=(Author("Zoë Ångström"),), date=Date(2012)), "angstrom2012elan"),
        (Article("On-line", publisher="E-IR"), "eiron"),
        (Article("平和", authors=(Author("山田 太郎", "山田", "太郎"),), date=Date(2012)), "2012"),
        (Article("平和"), "article"),
    ],
)
def test_a_key_is_ascii(article: Article, expected: str) -> None:
    assert key(Citable(article)) == expected


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40))
def test_no_text_upsets_the_braces_of_bibtex(text: str) -> None:
    written = latex(text)
    depth = 0
    for character in written:
        depth += (character == "{") - (character == "}")
        assert depth >= 0
    assert depth == 0
    assert not re.search(r"(?<!\\)[&%$#_]", written)


# As others read them


def by_pandoc(pandoc: Pandoc, text: str, form: str) -> dict[str, Any]:
    command = [str(pandoc.path), "--from", form, "--to", "csljson"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    (item,) = json.loads(done.stdout)
    return item


def people(item: dict[str, Any]) -> list[tuple[str, str]]:
    """Return family and given names; for a name that is used whole, that and nothing."""
    particles = ("dropping-particle", "non-dropping-particle", "family")
    return [
        (
            " ".join(filter(None, (person.get(part) for part in particles))) or person["literal"],
            person.get("given", ""),
        )
        for person in item["author"]
    ]


PEOPLE = [
    ("Doe", "Jane"),
    ("Ministry of Trade and Industry", ""),
    ("van Gogh", "Vincent"),
    ("Gabriel García Márquez", ""),
]


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "csljson", "ris"])
def test_pandoc_reads_the_same_record(pandoc: Pandoc, form: str) -> None:
    text = {"bibtex": bibtex, "biblatex": bibtex, "csljson": csl_json, "ris": ris}[form](FULL)
    item = by_pandoc(pandoc, text, form)
    assert item["title"].replace("’", "'") == FULL.article.title
    assert people(item) == PEOPLE
    # pandoc reads of RIS only the year.
    assert item["issued"] == {"date-parts": [[2012] if form == "ris" else [2012, 5, 12]]}
    assert item["type"] == "article-journal"
    assert (item["container-title"], item["publisher"]) == ("C & D", "A & B")
    assert (item["DOI"], item["ISSN"], item["URL"]) == ("10.1000/18_2", "2053-8626", FULL.url)
    assert sorted(re.split(r", (?!its)", item["keyword"])) == ["time, its passing", "two words"]


@settings(max_examples=25)
@given(
    title=st.text(st.sampled_from("ab é&%$#_{}^~\\'-שA"), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool),
)
def test_pandoc_reads_any_title(pandoc: Pandoc, title: str) -> None:
    title = f"x {' '.join(title.split())} x"
    item = by_pandoc(pandoc, bibtex(Citable(Article(title))), "bibtex")
    assert item["title"].replace("’", "'").replace("‘", "'").replace("\xa0", " ") == title


@pytest.fixture(scope="session")
def zotero(program: Callable[[str], str]) -> Callable[[str, str], dict[str, Any]]:
    """Return a reader that reads a citation with one of Zotero's own translators."""
    node, bundle = program("node"), os.environ.get("EIR_ZOTERO_TRANSLATORS", "")
    if not Path(bundle).is_file():
        pytest.skip("EIR_ZOTERO_TRANSLATORS does not name index.js of the npm package zotero-translators")

    def read(label: str, text: str) -> dict[str, Any]:
        script = TESTS / "support" / "zotero.js"
        done = subprocess.run(
            [node, script, bundle, label], input=text, capture_output=True, text=True, check=True
        )
        (item,) = json.loads(done.stdout)
        return item

    return read


@pytest.mark.parametrize(("label", "write"), [("BibTeX", bibtex), ("RIS", ris)])
def test_zotero_reads_the_same_record(
    zotero: Callable[[str, str], dict[str, Any]], label: str, write: Callable[[Citable], str]
) -> None:
    # Its translator for BibTeX writes another kind of tilde.
    item = zotero(label, write(FULL))
    assert item["title"].replace("\u223c", "~") == FULL.article.title
    assert [(person["lastName"], person.get("firstName", "")) for person in item["creators"]] == PEOPLE
    assert item["itemType"] == "journalArticle"
    assert item["date"] in ("2012-05-12", "May 12 2012")
    assert (item["publicationTitle"], item["publisher"], item["rights"]) == ("C & D", "A & B", "CC BY-NC 4.0")
    assert (item["DOI"], item["ISSN"], item["url"]) == ("10.1000/18_2", "2053-8626", FULL.url)
    assert (item["language"], item["shortTitle"]) == ("en", "Évil")
    # Its translator for BibTeX takes any comma for one between keywords.
    assert ", ".join(item["tags"]) == "two words, time, its passing"


# On the page


def test_the_page_has_the_citation_and_every_format(project: Project) -> None:
    build = project.write({"essay.rst": ESSAY, "plain.rst": PLAIN}).build()
    assert build.warnings == []
    page = build.page("essay")
    (ours,) = page.select(".eir-cite-this")
    assert ours.select_one("p.eir-cite-line").get_text() == LINE
    assert ours.select_one("p.eir-cite-line a")["href"] == URL
    assert [term.get_text() for term in ours.select("dt")] == ["BibTeX", "RIS", "CSL-JSON"]
    for term, suffix in zip(ours.select("dt"), (".bib", ".ris", ".json"), strict=True):
        content = term.find_next_sibling("dd")
        link = content.select_one("a[download]")
        assert link.get_text() == f"Download {term.get_text()}"
        file = (build.out / link["href"]).read_bytes().decode()
        assert link["href"].endswith(suffix)
        assert content.pre.get_text() == file.replace("\r", "").rstrip("\n")
    assert [button.get_text() for button in ours.select("button[hidden]")] == [
        "Copy citation", "Copy BibTeX", "Copy RIS", "Copy CSL-JSON",
    ]  # fmt: skip
    assert ours.select("[id]") == []


def test_the_script_is_on_pages_with_a_citation_alone(project: Project) -> None:
    other = ESSAY.replace(".. eir:cite-this::", "Not here.")
    build = project.write({"essay.rst": ESSAY, "plain.rst": PLAIN, "other.rst": other}).build()
    assert len(build.page("essay").select("script[src*='eir-copy.js']")) == 1
    assert build.page("essay").select("script[src*='eir.js']") == []  # no notes, no previews
    for name in ("plain", "other", "index"):
        assert build.page(name).select("script[src*=eir]") == []


def test_formats_are_tabs_where_there_are_tabs(project: Project) -> None:
    extensions = ["sphinxext_eir", "myst_parser", "sphinx_design"]
    build = project.write({"essay.rst": ESSAY}).build(extensions=extensions)
    assert build.warnings == []
    tabs = build.page("essay").select_one(".eir-cite-this > .sd-tab-set")
    assert [label.get_text().strip() for label in tabs.select("label.sd-tab-label")] == [
        "BibTeX",
        "RIS",
        "CSL-JSON",
    ]
    assert len(tabs.select("input[type=radio]")) == len(tabs.select(".sd-tab-content pre")) == 3
    assert_resolving_twice_gives_equal_trees(build)
    typed = "\n.. tab-set::\n\n   .. tab-item:: One\n\n      Text.\n"
    page = project.write({"essay.rst": ESSAY + typed}).build(extensions=extensions).page("essay")
    ids = [tab["id"] for tab in page.select("input[type=radio]")]
    assert len(ids) == len(set(ids)) == 4


def test_a_title_that_runs_the_other_way_keeps_to_itself(project: Project) -> None:
    source = ESSAY.replace("Russia's Foreign Policy in Kosovo\n", "מדיניות </bdi><script>\n")
    line = project.write({"essay.rst": source}).build().page("essay").select_one(".eir-cite-line")
    assert line.select_one("bdi").get_text() == "מדיניות </bdi><script>"


def test_without_a_canonical_address_it_is_the_pages(project: Project) -> None:
    source = ESSAY.replace(f":canonical: {URL}\n", "")
    project.write({"essay.rst": source})
    base = "https://essays.example"
    line = project.build("dirhtml", html_baseurl=base).page("essay/index").select_one(".eir-cite-line")
    assert line.a["href"] == f"{base}/essay/"
    assert project.build().page("essay").select(".eir-cite-line a") == []


def test_search_does_not_find_the_formats(project: Project) -> None:
    index = project.write({"essay.rst": ESSAY}).build().read("searchindex.js")
    assert "2053" not in index


@pytest.mark.parametrize("builder", STOCK_BUILDERS)
def test_every_builder_builds_without_a_warning(project: Project, builder: str) -> None:
    build = project.write({"essay.rst": ESSAY, "plain.rst": PLAIN}).build(builder)
    assert [line for line in build.warnings if "epub" not in line] == []


@pytest.mark.parametrize(
    ("builder", "output"),
    [("epub", "essay.xhtml"), ("latex", "essays.tex"), ("text", "essay.txt"), ("man", "essays.1"), ("texinfo", "essays.texi"), ("xml", "essay.xml")],
)  # fmt: skip
def test_other_formats_have_the_citation_in_words_alone(project: Project, builder: str, output: str) -> None:
    build = project.write({"essay.rst": ESSAY}).build(builder)
    text = " ".join(build.read(output).split())
    assert "May 12 2012, E" in text
    for word in ("@article", "TY  -", "Copy RIS", "Download", "container-title"):
        assert word not in text
    assert list(build.out.rglob("eir-citations")) == []


def test_a_builder_nobody_knows_is_given_docutils_own_nodes_alone(project: Project) -> None:
    build = project.write({"essay.rst": ESSAY}).build(
        "plain", extensions=["sphinxext_eir", "support.plain_builder"]
    )
    assert build.warnings == []
    assert "May 12 2012" in build.read("essay.plain")


def test_gettext_has_nothing_of_it(project: Project) -> None:
    catalogue = project.write({"essay.rst": ESSAY}).build("gettext").read("essay.pot")
    assert "May 12" not in catalogue


def test_a_document_without_an_article_has_nothing_to_cite(project: Project) -> None:
    build = project.write({"plain.rst": PLAIN + "\n.. eir:cite-this::\n"}).build()
    assert build.warnings == [
        "plain.rst:6: WARNING: eir:cite-this has nothing to cite: the document has no eir:article with a title "
        "[eir.article]"
    ]
    assert build.page("plain").select("[class*=eir-]") == []


# Files


def files(out: Path) -> dict[str, str]:
    folder = out / "_downloads" / "eir-citations"
    return {
        path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize(("builder", "page"), [("html", "deep/essay é"), ("dirhtml", "deep/essay é/index"), ("singlehtml", "index")])  # fmt: skip
def test_links_lead_to_the_files(project: Project, builder: str, page: str) -> None:
    from urllib.parse import unquote

    build = project.write({"deep/essay é.rst": ESSAY}).build(builder)
    links = build.page(page).select(".eir-cite-this a[download]")
    assert len(links) == 3
    for link in links:
        assert ((build.out / page).parent / unquote(link["href"])).resolve().is_file()


def test_files_of_what_is_gone_are_gone(project: Project) -> None:
    project.write(
        {"a/essay.rst": ESSAY, "b.rst": ESSAY, "index.rst": "I\n=\n\n.. toctree::\n   :glob:\n\n   **\n"}
    )
    first = project.build()
    assert len(files(first.out)) == 6
    before = {path: path.stat().st_mtime_ns for path in first.out.rglob("*.ris")}
    (project.root / "a" / "essay.rst").unlink()
    second = project.build()
    assert set(files(second.out)) == {"b.bib", "b.ris", "b.json"}
    assert not (second.out / "_downloads" / "eir-citations" / "a").exists()
    kept = second.out / "_downloads" / "eir-citations" / "b.ris"
    assert kept.stat().st_mtime_ns == before[kept]
    project.write({"b.rst": PLAIN})
    third = project.build()
    assert not (third.out / "_downloads" / "eir-citations").exists()


def test_incremental_equals_fresh(project: Project) -> None:
    project.write({"essay.rst": ESSAY, "plain.rst": PLAIN})
    build = assert_incremental_equals_fresh(project, {"essay.rst": ESSAY.replace("Abit", "Abite")})
    assert files(build.out) == files(build.out.parent.parent / "fresh" / "output")
    assert "Hoxha, Abite" in files(build.out)["essay.ris"]


def test_parallel_equals_serial(project: Project) -> None:
    project.settings["extensions"] = ["sphinxext_eir", "sphinx_design"]
    project.write({f"essay{number}.rst": ESSAY.replace("2012", f"20{number:02}") for number in range(12)})
    assert_parallel_equals_serial(project)


def test_resolving_twice_gives_equal_trees(project: Project) -> None:
    project.write({"essay.rst": ESSAY, "plain.rst": PLAIN})
    for builder in ("html", "epub", "latex", "text"):
        assert_resolving_twice_gives_equal_trees(project.build(builder))


# In a browser


def open_essay(project: Project, page: Page, **settings: object) -> None:
    build = project.write({"essay.rst": ESSAY}).build(**settings)
    page.goto((build.out / "essay.html").as_uri())


def test_a_button_copies_by_keyboard_and_says_so(project: Project, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_essay(project, page)
    button = page.get_by_role("button", name="Copy RIS")
    button.focus()
    page.keyboard.press("Enter")
    status = page.get_by_role("status").filter(has_text="Copied")
    status.wait_for()
    assert status.count() == 1
    copied = page.evaluate("navigator.clipboard.readText()").replace("\r", "")
    assert copied.startswith("TY  - JOUR\nID  - hoxha2012russias\n")
    assert copied.endswith("\nER  - ")
    page.get_by_role("button", name="Copy citation").press("Space")
    page.wait_for_function("[...document.querySelectorAll('[role=status]')][0].textContent === 'Copied'")
    assert page.get_by_role("status").filter(has_text="Copied").count() == 1
    assert page.evaluate("navigator.clipboard.readText()") == LINE


def test_where_nothing_may_be_copied_it_is_selected(project: Project, page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        "Document.prototype.execCommand = () => false;"
    )
    open_essay(project, page)
    page.get_by_role("button", name="Copy BibTeX").click()
    assert page.evaluate("getSelection().toString()").startswith("@article{hoxha2012russias,")
    page.wait_for_timeout(100)
    assert page.get_by_role("status").filter(has_text="Copied").count() == 0


def test_without_a_script_there_is_text_and_no_dead_button(project: Project, page: Page) -> None:
    context = page.context.browser.new_context(offline=True, java_script_enabled=False)
    bare = context.new_page()
    open_essay(project, bare, html_theme="furo")
    assert bare.locator(".eir-copy").count() == 4
    assert not any(button.is_visible() for button in bare.locator(".eir-copy").all())
    assert bare.locator("pre.eir-copied").first.is_visible()
    context.close()


@pytest.mark.parametrize("extensions", [["sphinxext_eir"], ["sphinxext_eir", "sphinx_design"]])
def test_axe_finds_nothing(project: Project, page: Page, extensions: list[str]) -> None:
    open_essay(project, page, html_theme="furo", extensions=extensions)
    results = run_axe(page, context={"include": [[".eir-cite-this"]]})
    assert results.violations_count == 0, results.generate_report()


def test_what_is_typed_below_the_directive_is_kept(project: Project) -> None:
    source = (
        "Title\n=====\n\n.. eir:article::\n   :author: Jane Doe\n\n.. eir:cite-this::\n\n   Stray words.\n"
    )
    build = project.write({"essay.rst": source}).build()
    assert build.warnings == [
        "essay.rst:7: WARNING: eir:cite-this takes no content: it is printed before it [eir.config]"
    ]
    assert "Stray words." in build.page("essay").text
