"""An article and its translations: what each page says of the other, to readers and to machines, also when one of them changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support.sphinx_project import Project

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from support.sphinx_project import Build

pytestmark = pytest.mark.build

GERMAN = "Warten\n======\n\n.. eir:article::\n   :author: Jörg Weiß\n"
ENGLISH = """\
:lang: en
:translation-of: ../de/warten
:translator: Ann Lee

The Art of Waiting
==================

.. eir:article::
   :author: Jörg Weiß
"""
ARABIC = "---\nlang: ar\nauthor: محمود سالم; Jane Smith\ntranslation-of: de/warten.rst\n---\n# الانتظار\n\n```{eir:article}\n```\n\n```{eir:cite-this}\n```\n"
FOREIGN = ":lang: fr\n:translation-of: https://example.com/x/\n\nAttendre\n========\n\n.. eir:article::\n"
WRONG = "Falsch\n======\n\n.. eir:article::\n   :translation-of: de/wartn\n"
SOURCES = {
    "de/warten.rst": GERMAN,
    "en/waiting.rst": ENGLISH,
    "ar.md": ARABIC,
    "fr.rst": FOREIGN,
    "wrong.rst": WRONG,
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("translations") / "source"
    root.mkdir()
    return Project(root, {"language": "de", "html_baseurl": "https://example.org/"}).write(SOURCES)


@pytest.fixture(scope="module")
def html(project: Project) -> Build:
    return project.build("html")


def versions(page: BeautifulSoup) -> list[tuple[str, str, str]]:
    return [(line.text, line.a["href"], line.a.get("lang", "")) for line in page.select(".eir-version")]


def test_each_page_links_to_the_others_in_its_own_words(html: Build) -> None:
    assert versions(html.page("de/warten")) == [
        ("Übersetzung: الانتظار (العربية)", "../ar.html", "ar"),
        ("Übersetzung: The Art of Waiting (English)", "../en/waiting.html", "en"),
    ]
    assert versions(html.page("en/waiting")) == [
        ("Original: Warten (Deutsch)", "../de/warten.html", "de"),
        ("Translation: الانتظار (العربية)", "../ar.html", "ar"),
    ]
    assert versions(html.page("fr")) == [
        ("Texte original\u00a0: https://example.com/x/", "https://example.com/x/", "")
    ]
    assert versions(html.page("wrong")) == []


@pytest.mark.parametrize("docname", ["de/warten", "en/waiting", "ar"])
def test_each_head_names_all_versions_and_itself(html: Build, docname: str) -> None:
    page = html.page(docname)
    assert {(link["hreflang"], link["href"]) for link in page.select("link[rel=alternate][hreflang]")} == {
        ("de", "https://example.org/de/warten.html"),
        ("en", "https://example.org/en/waiting.html"),
        ("ar", "https://example.org/ar.html"),
    }
    said = page.find("meta", property="og:locale")["content"]
    others = {meta["content"] for meta in page.find_all("meta", property="og:locale:alternate")}
    assert {said, *others} == {"de_DE", "en_US", "ar_EG"}
    assert said not in others


def test_schema_org_knows_the_work_and_its_translations(html: Build) -> None:
    def data(docname: str) -> dict[str, object]:
        return json.loads(html.page(docname).find("script", type="application/ld+json").string)  # type: ignore[no-any-return]

    assert data("en/waiting")["translationOfWork"]["name"] == "Warten"  # type: ignore[index]
    assert data("en/waiting")["translator"][0]["name"] == "Ann Lee"  # type: ignore[index]
    assert [work["inLanguage"] for work in data("de/warten")["workTranslation"]] == ["ar", "en"]  # type: ignore[attr-defined]
    assert data("fr")["translationOfWork"]["url"] == "https://example.com/x/"  # type: ignore[index]
    assert "workTranslation" not in data("ar")


def test_an_original_that_isnt_there_is_warned_of_with_the_nearest(html: Build) -> None:
    (warning,) = [line for line in html.warnings if "translation-of" in line]
    assert warning.startswith("wrong.rst:5: WARNING:")
    assert "did you mean 'de/warten'?" in warning


def test_names_of_another_direction_are_isolated(html: Build) -> None:
    page = html.page("ar")
    assert [name.text for name in page.select(".eir-byline bdi")] == ["محمود سالم", "Jane Smith"]
    assert page.select_one(".eir-cite-line").text.startswith("محمود سالم وJane Smith، «الانتظار»،")
    assert not html.page("en/waiting").select(".eir-byline bdi")


def test_a_page_is_written_again_when_a_translation_comes_and_goes(project: Project) -> None:
    later = Project(project.root.parent / "later" / "source", project.settings)
    later.write(
        {"de/warten.rst": GERMAN, "en/waiting.rst": ENGLISH.replace(":translation-of: ../de/warten\n", "")}
    )
    assert versions(later.build().page("de/warten")) == []
    later.write({"en/waiting.rst": ENGLISH})
    assert [title for title, *_ in versions(later.build().page("de/warten"))] == [
        "Übersetzung: The Art of Waiting (English)"
    ]
    (later.root / "en" / "waiting.rst").unlink()
    assert versions(later.build().page("de/warten")) == []
