"""What is said of an article's field names the line on which it stands, also when the whole project is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.sphinx_project import Project

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.build

OPTIONS = """\
Tides
=====

.. eir:article::
   :author: Jane Doe
   :unchecked: nosuch
   :translation-of: nobody
   :keywords: norms

The sea.
"""
FIELDS = """\
---
author: Jane Doe
keywords: norms
unchecked: nosuch
translation-of: nobody
---
# Tides

```{eir:article}
```
"""
MANY = ":keywords: norm\n\nTides\n=====\n\n.. eir:article::\n"


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("p.rst", OPTIONS, {"unchecked": 6, "translation-of": 7, "keywords": 8}),
        ("p.md", FIELDS, {"unchecked": 4, "translation-of": 5}),
    ],
)
def test_messages_of_all_documents_name_the_line_of_a_field(
    tmp_path: Path, name: str, text: str, lines: dict[str, int]
) -> None:
    sources = {name: text, "b.rst": MANY, "c.rst": MANY}
    said = Project(tmp_path / "src").write(sources).build("html", eir_subjects=["keywords"]).warnings
    for field, line in lines.items():
        assert any(warning.startswith(f"{name}:{line}: WARNING: {field}: ") for warning in said), field


@pytest.mark.usefixtures("pandoc")
@pytest.mark.parametrize("settings", [{}, {"eir_article_defaults": {"issn": ""}}])
def test_what_jats_lacks_is_said_at_the_article_s_directive(tmp_path: Path, settings: dict[str, Any]) -> None:
    assert lacks_issn_at_directive(tmp_path, "eir-jats", **settings)


def test_what_a_deposit_lacks_is_said_at_the_article_s_directive(tmp_path: Path) -> None:
    depositor = {"depositor": "Press", "email": "a@example.org"}
    assert lacks_issn_at_directive(tmp_path, "eir-crossref", eir_crossref=depositor)


def lacks_issn_at_directive(folder: Path, builder: str, **settings: Any) -> list[str]:
    """Return what *builder* says of an ISSN that an article hasn't, on the line of its directive."""
    project = Project(folder / "src").write({"p.rst": OPTIONS})
    said = project.build(builder, html_baseurl="https://example.org/", **settings).warnings
    return [warning for warning in said if "issn" in warning and warning.startswith("p.rst:4: ")]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("p.rst", ":author: Jane\n:lang: nosuch\n\nTides\n=====\n\nText.[i]\n\n.. [i] Note.\n", 2),
        ("p.md", "---\nlang: nosuch\n---\n# Tides\n\nText.\n", 2),
    ],
)
def test_a_language_that_no_article_says_is_said_at_its_line(
    tmp_path: Path, name: str, text: str, line: int
) -> None:
    said = Project(tmp_path / "src").write({name: text}).build("html", eir_documents=["**"]).warnings
    assert any(warning.startswith(f"{name}:{line}: WARNING: lang: ") for warning in said)


def test_a_field_of_an_included_file_is_placed_at_the_directive(tmp_path: Path) -> None:
    sources = {
        "p.rst": "Tides\n=====\n\n.. include:: head.txt\n\nThe sea.\n",
        "head.txt": ".. eir:article::\n   :author: Jane Doe\n   :unchecked: nosuch\n",
    }
    said = Project(tmp_path / "src").write(sources).build("html").warnings
    assert any("unchecked: there is no rule" in warning and warning.startswith("p.rst:") for warning in said)
