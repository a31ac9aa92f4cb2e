"""Articles in a book that LaTeX makes: in its contents, and set as articles, wherever a ``toctree`` names them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.sphinx_project import Build, Project

INDEX = """\
The Review
==========

Essays
------

.. toctree::
   :maxdepth: 1

   preface
   one

Words after the list.

Of last year
~~~~~~~~~~~~

.. toctree::
   :hidden:

   two

About
-----

.. toctree::

   sub/index
"""
MARKDOWN_INDEX = """\
# The Review

## Essays

```{toctree}
:maxdepth: 1

preface
one
```

Words after the list.

### Of last year

```{toctree}
:hidden:

two
```

## About

```{toctree}

sub/index
```
"""


def essay(name: str, rest: str = "") -> str:
    title = f"On {name}"
    return (
        f":author: Jane {name}\n\n{title}\n{'=' * len(title)}\n\n.. eir:article::\n\n"
        f"Words of {name} [#]_.\n\nInside {name}\n--------------\n\nMore.\n\n{rest}\n\n.. [#] A note to {name}.\n"
    )


SOURCES = {
    "preface.rst": "Preface\n=======\n\nTo begin with.\n",
    "one.rst": essay("Piers"),
    "two.rst": essay("Tides"),
    "sub/index.rst": "Supplements\n===========\n\n.. toctree::\n\n   three\n",
    "sub/three.rst": essay("Clocks", ".. toctree::\n\n   four\n"),
    "sub/four.rst": essay("Quays"),
}
WORDS = "Words after the list."


def headings(build: Build) -> list[tuple[str, str]]:
    """Return what LaTeX is told to set: headings, in order, with their commands."""
    text = (build.out / "essays.tex").read_text()
    assert text.count(WORDS) == 1
    return re.findall(r"\\(part|chapter|section|subsection)\{([^}]*)\}", text)


@pytest.mark.parametrize("index", [{"index.rst": INDEX}, {"index.md": MARKDOWN_INDEX}], ids=["reST", "MyST"])
def test_articles_below_headings_are_chapters_like_all_others(
    project: Project, index: dict[str, str]
) -> None:
    build = project.write({**SOURCES, **index}).build("latex")
    assert build.warnings == []
    assert headings(build) == [
        ("chapter", "Essays"),
        ("section", "Of last year"),
        ("chapter", "Preface"),
        ("chapter", "On Piers"),
        ("section", "Inside Piers"),
        ("chapter", "On Tides"),
        ("section", "Inside Tides"),
        ("chapter", "About"),
        ("chapter", "Supplements"),
        ("chapter", "On Clocks"),
        ("section", "Inside Clocks"),
        ("chapter", "On Quays"),
        ("section", "Inside Quays"),
    ]
    text = (build.out / "essays.tex").read_text()
    assert text.index(WORDS) < text.index("Words of Piers")


def test_in_a_book_of_parts_they_stay_chapters_of_their_part(project: Project) -> None:
    build = project.write({**SOURCES, "index.rst": INDEX}).build("latex", latex_toplevel_sectioning="part")
    levels = {title: level for level, title in headings(build)}
    assert {levels[f"On {name}"] for name in ("Piers", "Tides", "Clocks", "Quays")} == {"chapter"}
    assert levels["Essays"] == levels["About"] == "part"
    assert list(levels).index("On Tides") < list(levels).index("About")


@pytest.mark.parametrize(
    "settings",
    [
        {"latex_toplevel_sectioning": "part"},
        {"latex_documents": [("index", "essays.tex", "T", "A", "howto")]},
    ],
    ids=["parts", "howto"],
)
def test_the_contents_name_each_article_however_few_levels_they_show(
    project: Project, pdf_text: Callable[..., str], settings: dict[str, object]
) -> None:
    build = project.write({**SOURCES, "index.rst": INDEX}).build("latex", **settings)
    contents, _, body = pdf_text(build).partition("JANE PIERS")
    for name in ("Piers", "Tides", "Clocks", "Quays"):
        assert re.search(rf"On {name}[ .]+\d", contents), contents
        assert f"A note to {name}." in body + contents
    assert "Inside" not in contents.partition("Words after")[0]


def test_a_book_without_articles_is_as_sphinx_has_it(project: Project) -> None:
    plain = {name: text.replace(".. eir:article::", "") for name, text in SOURCES.items()}
    build = project.write({**plain, "index.rst": INDEX}).build("latex")
    assert ("subsection", "On Tides") in headings(build)
