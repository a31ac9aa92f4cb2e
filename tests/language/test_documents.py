"""An article in another language than the project's: what its page, its files and its book say of that, and in which words."""

from __future__ import annotations

import json
import re
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from support.sphinx_project import Project, assert_resolving_twice_gives_equal_trees

from sphinxext_eir.features.language.spaces import kept_together

if TYPE_CHECKING:
    from pathlib import Path

    from support.sphinx_project import Build

pytestmark = pytest.mark.build

NARROW, WIDE = "\u202f", "\u00a0"

ENGLISH = """\
:lang: en
:author: Jane Doe; Jörg Weiß
:date: 2024-03-01
:translator: Ann Lee
:kind: review

The Art of Waiting
==================

.. eir:article::

"Waiting" [i]_ is an art (Blank 2000). In French, :eir:lang:`l'*art* d'attendre <fr>`, in Arabic :eir:lang:`كتاب <ar>`.

.. eir:lang:: fr

   "Est-ce vrai ?"

.. eir:about-author::

   Jane.

.. eir:bibliography::

   Blank, S. (2000) *Threats*.

.. [i] A "note".

.. eir:cite-this::
"""
FRENCH = """\
---
lang: fr
author: Émile Zéphyrin; Léa Noël
date: 2024-03-01
---
# Est-ce vrai ?

```{eir:article}
```

Un "mot" ; voilà : `a ;` à 10:30 ! Et {eir:lang}`"Hello" <en>`, ou [Hallo]{.language-de}.

```{eir:lang} ar
كتاب
```
"""
ARABIC = """\
:lang: ar
:author: محمود سالم; Jane Smith
:date: 2024-03-01

فن الانتظار
===========

.. eir:article::

قال "كلمة" هنا [i]_.

.. [i] حاشية.
"""
GERMAN = ':author: Jörg Weiß\n:date: 2024-03-01\n\nWarten\n======\n\n.. eir:article::\n\nDas "Wort" [i]_.\n\n.. [i] Ja.\n'
STRANGER = ':lang: en\n\nHandbuch\n========\n\nDas "Wort" ; ja.\n'
SOURCES = {"en.rst": ENGLISH, "fr.md": FRENCH, "ar.rst": ARABIC, "de.rst": GERMAN, "manual.rst": STRANGER}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("documents") / "source"
    root.mkdir()
    settings = {
        "language": "de",
        "myst_enable_extensions": ["attrs_inline"],
        "html_baseurl": "https://example.org/",
    }
    return Project(root, settings).write(SOURCES)


@pytest.fixture(scope="module")
def html(project: Project) -> Build:
    return project.build("html", html_theme="eir")


@pytest.mark.parametrize(("docname", "direction"), [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl")])
def test_page_and_article_say_language_and_direction(html: Build, docname: str, direction: str) -> None:
    page = html.page(docname)
    for element in (page.html, page.select_one("main > section")):
        assert (element["lang"], element["dir"]) == (docname, direction)
    masthead = page.select_one("header.eir-masthead")
    assert (masthead["lang"], masthead["dir"]) == ("de", "ltr")


@pytest.mark.parametrize("docname", ["de", "manual"])
def test_articles_of_the_projects_language_and_documents_of_others_say_nothing(
    html: Build, docname: str
) -> None:
    page = html.page(docname)
    assert page.html["lang"] == "de"
    assert not page.select("main section[lang], main section[dir], header.eir-masthead[lang]")
    assert "„Wort“" in page.text


@pytest.mark.parametrize(
    ("docname", "said"),
    [
        ("en", ["“Waiting”", "A “note”.", "Jane Doe and Jörg Weiß, translated by Ann Lee, March 1 2024"]),
        ("fr", [f"«{WIDE}mot{WIDE}»{NARROW};", "Émile Zéphyrin et Léa Noël, 1er mars 2024"]),
        ("ar", ["«كلمة»", "محمود سالم وJane Smith، 1 مارس 2024"]),
    ],
)
def test_quotation_marks_dates_and_lists_are_the_articles(html: Build, docname: str, said: list[str]) -> None:
    text = html.page(docname).select_one("main").text
    assert [words for words in said if words not in text] == []


def test_words_for_screen_readers_are_the_articles(html: Build) -> None:
    names = {element["aria-label"] for element in html.page("en").select("main [aria-label]")}
    assert names == {
        "Note [i]", "Back to reference 1 of note i", "Notes", "Bibliography", "Back to citation 1 of Blank 2000", "About the authors",
    }  # fmt: skip
    assert {button.text for button in html.page("en").select("button.eir-copy")} >= {
        "Copy citation",
        "Copy RIS",
    }
    assert html.page("ar").select_one(".eir-noteref")["aria-label"] == "حاشية [i]"
    assert html.page("ar").select_one(".eir-backlink").text.startswith("↪")


def test_metadata_and_exports_say_the_articles_language(html: Build) -> None:
    page = html.page("en")
    assert [
        page.find("meta", {"name": name})["content"] for name in ("citation_language", "DC.language")
    ] == ["en", "en"]
    assert json.loads(page.find("script", type="application/ld+json").string)["inLanguage"] == "en"
    cited = "_downloads/eir-citations/en"
    assert "language = {en}" in html.read(f"{cited}.bib")
    assert "LA  - en" in html.read(f"{cited}.ris")
    assert json.loads(html.read(f"{cited}.json"))[0]["language"] == "en"


def test_passages_say_their_language_and_a_direction_that_changes(html: Build) -> None:
    page = html.page("en")
    french, arabic = page.select("main p > span[lang]")
    assert (french["lang"], french.get("dir"), french.text) == ("fr", None, "l’art d’attendre")
    assert french.em
    assert (arabic["lang"], arabic["dir"]) == ("ar", "rtl")
    assert page.select_one("main div[lang=fr]").text.strip() == f"«{WIDE}Est-ce vrai{NARROW}?{WIDE}»"
    markdown = html.page("fr")
    assert [span["lang"] for span in markdown.select("main p > span[lang]")] == ["en", "de"]
    assert markdown.select_one("main div[lang=ar]")["dir"] == "rtl"


def test_french_spaces_are_kept_out_of_code_and_times(html: Build) -> None:
    paragraph = html.page("fr").select_one("main section > p")
    assert paragraph.code.text == "a ;"
    assert f"voilà{WIDE}: " in paragraph.text
    assert f"10:30{NARROW}!" in paragraph.text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("vrai ?", f"vrai{NARROW}?"), ("oui ; non", f"oui{NARROW}; non"), ("voilà : il", f"voilà{WIDE}: il"), ("« oui »", f"«{WIDE}oui{WIDE}»"),
        ("quoi ?!", f"quoi{NARROW}?!"), ("vrai?", "vrai?"), ("a :b", "a :b"), (" ; ", " ; "), ("https://a.b/?c ;d", "https://a.b/?c ;d"),
    ],
)  # fmt: skip
def test_spaces_before_french_stops_break_no_line(typed: str, kept: str) -> None:
    assert kept_together(typed) == kept
    assert kept_together(kept) == kept


def test_resolving_twice_gives_equal_trees(html: Build) -> None:
    assert_resolving_twice_gives_equal_trees(html)


def test_latex_switches_to_languages_whose_files_it_has(project: Project) -> None:
    tex = project.build("latex").read("essays.tex")
    assert "\\IfFileExists{babel-fr.ini}{\\babelprovide[import=fr]{eirfr}\\eirloaded{eirfr}}{}" in tex
    assert (
        tex.count("\\begin{eirlanguage}{eiren}")
        == tex.count("\\begin{eirlanguage}") - tex.count("\\begin{eirlanguage}{eirfr}")
        == 1
    )
    assert "\\eirforeign{eirfr}{l’\\sphinxstyleemphasis{art} d’attendre}" in tex
    assert tex.count("\\begin{eirlanguage}") == tex.count("\\end{eirlanguage}")


def test_each_page_of_a_book_says_its_language_and_the_book_all_of_them(project: Project) -> None:
    build = project.build("epub")
    assert re.search("<html.*>", build.read("en.xhtml"))[0].count('lang="en"') == 2
    assert 'dir="rtl"' in re.search("<html.*>", build.read("ar.xhtml"))[0]
    assert re.search("<html.*>", build.read("de.xhtml"))[0].count('lang="de"') == 2
    said = re.findall("<dc:language>(.*?)</dc:language>", build.read("content.opf"))
    assert said == ["de", "ar", "en", "fr"]


def test_a_passage_without_a_language_keeps_its_words(project: Project) -> None:
    one = Project(project.root.parent / "wrong" / "source").write(
        {
            "essay.rst": "Waiting\n=======\n\nA :eir:lang:`la guerre`, :eir:lang:`b <jp>`.\n\n.. eir:lang:: klingonisch\n\n   Qapla.\n\n.. eir:lang::\n\n   Untold.\n"
        }
    )
    build = one.build()
    assert "A la guerre, b." in build.page("essay").text
    assert all(word in build.page("essay").text for word in ("Qapla.", "Untold."))
    wrong = [line for line in build.warnings if "eir:lang" in line]
    assert len(wrong) == 4
    assert all(line.startswith("essay.rst:") and line.endswith("[eir.config]") for line in wrong)
    assert "did you mean ja?" in wrong[1]


def test_a_folder_that_docutils_takes_for_a_languages_module_ends_no_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``python -m sphinx`` puts the current folder, which may hold ``tr/``, among those of modules."""
    docutils_s = "sphinxext_eir.features.article.field_list.get_language"
    monkeypatch.setattr(docutils_s, lambda _code: ModuleType("tr"))
    source = (
        ":lang: tr\n:author: Ayşe Yıldız\n:colour: red\n\nBekleme\n=======\n\n.. eir:article::\n\nMetin.\n"
    )
    build = Project(tmp_path / "source").write({"index.rst": source}).build("html")
    assert "Ayşe Yıldız" in build.page().text
    assert "'colour' isn't a field" in "".join(build.warnings)
