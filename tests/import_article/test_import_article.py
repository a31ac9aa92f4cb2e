"""``eir:import`` is the article that the converter writes, read at build time."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from support.articles import HEAD, ONE, TWO
from support.seed import SEED, folded

from sphinxext_eir.conversion.pipeline import convert

if TYPE_CHECKING:
    from support.sphinx_project import Project

HOSTS = {
    "rst": ("index.rst", ".. eir:import:: texts/seed.txt\n"),
    "myst": ("index.md", "```{eir:import} texts/seed.txt\n```\n"),
}


@pytest.fixture
def with_text(project: Project) -> Project:
    """Return a project with the seed in a folder of texts."""
    (project.root / "texts").mkdir()
    shutil.copy(SEED, project.root / "texts" / "seed.txt")
    (project.root / "texts" / "seed.txt").chmod(0o644)
    return project


@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_the_page_is_that_of_the_written_source(with_text: Project, syntax: str) -> None:
    name, text = HOSTS[syntax]
    written = "article.rst" if syntax == "rst" else "article.md"
    build = with_text.write(
        {name: text, written: ":orphan:\n\n" * (syntax == "rst") + convert(SEED, syntax).value.text}
    ).build("html")  # type: ignore[arg-type]
    assert [line for line in build.warnings if "toc.not_included" not in line] == []
    one, two = (folded(build.resolved(page).astext()) for page in ("index", "article"))
    assert one == two
    assert build.page("index").title.text.startswith("Russia")


def test_what_stands_around_it_stays(with_text: Project) -> None:
    build = with_text.write(
        {"index.rst": ".. eir:import:: texts/seed.txt\n\nThe ledger\n----------\n\nAll words.\n"}
    ).build("html")
    assert build.warnings == []
    headings = [heading.text.rstrip("¶") for heading in build.page("index").select("h1, h2")]
    assert headings == ["Russia’s Foreign Policy in Kosovo", "Bibliography", "The ledger"]


def test_a_change_of_the_input_rebuilds_the_page(with_text: Project) -> None:
    with_text.write({"index.rst": HOSTS["rst"][1]}).build("html")
    (with_text.root / "texts" / "seed.txt").write_text(HEAD + f"{ONE}\n\n{TWO}\n", encoding="utf-8")
    assert "The Art of Waiting" in with_text.build("html").page("index").text


def test_a_doubt_is_a_warning_at_the_inputs_line(project: Project) -> None:
    (project.root / "essay.txt").write_text(HEAD + f"{ONE}\n\n{TWO}[1]\n", encoding="utf-8")
    build = project.write({"index.rst": ".. eir:import:: essay.txt\n"}).build("html")
    assert build.warnings == ["essay.txt:9: WARNING: the marker [1] has no note [eir.conversion]"]


@pytest.mark.parametrize(("data", "says"), [(None, "there is no such file"), (b"", "the file is empty")])
def test_what_cant_be_read_is_a_warning(project: Project, data: bytes | None, says: str) -> None:
    if data is not None:
        (project.root / "essay.txt").write_bytes(data)
    build = project.write({"index.rst": "Essays\n======\n\n.. eir:import:: essay.txt\n"}).build("html")
    (warning,) = build.warnings
    assert warning.startswith("index.rst:4: WARNING: essay.txt: ")
    assert says in warning
    assert warning.endswith("[eir.conversion]")


def test_it_is_disabled_where_files_may_not_be_read(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.root / "essay.txt").write_text(HEAD + ONE, encoding="utf-8")
    settings = project.root.parent / "docutils.conf"
    settings.write_text("[general]\nfile_insertion_enabled: false\n", encoding="utf-8")
    monkeypatch.setenv("DOCUTILSCONFIG", str(settings))
    build = project.write({"index.rst": "Essays\n======\n\n.. eir:import:: essay.txt\n"}).build("html")
    assert ONE not in build.page("index").text


def test_a_path_that_is_none_is_a_warning(project: Project) -> None:
    build = project.write({"index.rst": "Title\n=====\n\n.. eir:import:: a\0b.txt\n\nText.\n"}).build()
    assert [warning.partition(" WARNING: ")[0] for warning in build.warnings] == ["index.rst:4:"] * 2
    assert "U+0000" in build.warnings[0]
    assert build.warnings[1].endswith("[eir.conversion]")
    assert "Text." in build.page().text
