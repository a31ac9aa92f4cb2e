"""Settings: a bad value is named, says what is allowed, and only it falls back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.core.config import SETTINGS
from sphinxext_eir.core.warnings import Subtype

if TYPE_CHECKING:
    from support.sphinx_project import Project

PAGE = {"essay.rst": "A\n=\n\n.. eir:article::\n"}


def test_a_bad_default_falls_back_alone(project: Project) -> None:
    defaults = {"publisher": "Press", "issn": "1", "autor": "Jane", "keywords": ["a"]}
    build = project.write(PAGE).build(eir_article_defaults=defaults)
    end = "It is left out. [eir.config]"
    assert build.warnings[0] == (
        f"WARNING: eir_article_defaults['issn'] is '1'; allowed: an ISSN such as 2053-8626. {end}"
    )
    assert build.warnings[1].startswith(
        "WARNING: eir_article_defaults['autor'] is 'Jane'; allowed: as keys, author, date"
    )
    assert build.warnings[2] == (
        f"WARNING: eir_article_defaults['keywords'] is ['a']; allowed: a string, as it would be typed in the document. {end}"
    )
    assert len(build.warnings) == 3
    assert build.app.config.eir_article_defaults == {"publisher": "Press"}


@pytest.mark.parametrize("value", [None, 1, ["author"]])
def test_a_value_of_another_type_is_reported_once(project: Project, value: object) -> None:
    build = project.write(PAGE).build(eir_article_defaults=value)
    (warning,) = build.warnings
    assert f"eir_article_defaults is {value!r}; allowed: a dictionary of fields of eir:article" in warning
    assert build.app.config.eir_article_defaults == {}


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("eir_documents", "essays/*", "a list of glob patterns of docnames"),
        ("eir_documents", [1], "a list of glob patterns of docnames"),
        ("eir_native_notes", [1], "a list of names of builders"),
        ("eir_subjects", ["kinds", "authors"], "a list of 'keywords', 'kinds'"),
        ("eir_typst_fonts", "_fonts", "a list of paths of folders"),
        (
            "eir_note_style",
            "roman",
            "'lower-roman', 'upper-roman', 'arabic', 'lower-alpha', 'upper-alpha', 'symbols', 'arabic-indic'",
        ),
        ("eir_note_brackets", "{}", "'[]', '()', ''"),
        ("eir_note_placement", 1, "'end', 'page', 'margin'"),
        ("eir_previews", "maybe", "True, False"),
        ("eir_previews", [], "True, False"),
        ("eir_article_pdfs", "all", "True, False"),
    ],
)
def test_a_bad_value_is_named_with_what_is_allowed(
    make_project: object, name: str, value: object, allowed: str
) -> None:
    project = make_project()
    (project.root / "conf.py").write_text(f"extensions = ['sphinxext_eir']\n{name} = {value!r}\n")
    build = project.write(PAGE).build_with_its_conf()
    assert build.warnings == [
        f"WARNING: {name} is {value!r}; allowed: {allowed}. Its default is used. [eir.config]"
    ]
    assert getattr(build.app.config, name) == next(s.default for s in SETTINGS if s.name == name)


def test_every_default_passes_its_own_check() -> None:
    for setting in SETTINGS:
        assert setting.check(setting.name, setting.default) == (setting.default, [])
        assert isinstance(setting.default, setting.types)
        assert setting.name.startswith("eir_")


def test_warnings_are_silenced_by_subtype(project: Project) -> None:
    source = {"essay.rst": "A\n=\n\n.. eir:article::\n   :date: x\n"}
    assert len(project.write(source).build().warnings) == 1
    assert project.build(out="silent", suppress_warnings=[f"eir.{Subtype.ARTICLE.label}"]).warnings == []


def test_the_extension_says_what_it_is_safe_for(project: Project) -> None:
    extension = project.write(PAGE).build().app.extensions["sphinxext_eir"]
    assert extension.parallel_read_safe
    assert extension.parallel_write_safe
    assert extension.metadata["env_version"] >= 1
