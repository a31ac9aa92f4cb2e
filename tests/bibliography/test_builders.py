"""Citations in every builder, and the laws of every feature."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.citing import LIST, essay
from support.sphinx_project import (
    STOCK_BUILDERS,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.sphinx_project import Project


EVERYWHERE = """\
So (Blank 2000), :eir:citep:`see @Clark2001, p. 12`, :eir:citet:`FAS2000`, :eir:fullcite:`Blank2000`.[i]

.. [i] A note (Clark 2001) and :eir:citep:`Blank2000`.

"""


@pytest.mark.parametrize("builder", STOCK_BUILDERS)
def test_every_builder_prints_the_same_words(project: Project, builder: str) -> None:
    sources = {"one.rst": essay(EVERYWHERE, title="One"), "two.rst": essay(EVERYWHERE, title="Two")}
    build = project.write(sources).build(builder, man_pages=[("index", "essays", "Essays", [], 7)])
    assert build.warnings == []
    suffixes = {"html": "one.html", "text": "one.txt", "man": "essays.7", "latex": "essays.tex"}
    if builder in suffixes:
        text = " ".join(
            re.sub(
                r"<[^>]+>|\\f.|\\[%&]|\\eirbiblioref\{[^}]*\}|[{}]", "", build.read(suffixes[builder])
            ).split()
        )
        assert "So (Blank 2000), (see Clark 2001, p. 12), FAS (2000), Blank, Stephen J. (2000)" in text


@pytest.mark.parametrize("engine", ["pdflatex", "xelatex", "lualatex"])
def test_pdf_prints_the_list_where_it_was_put(
    files: Project, pdf_text: Callable[..., str], engine: str
) -> None:
    body = "So (Blank 2000).\n\n" + LIST + "\nThe text goes on :eir:citep:`Clark2001`, and ends."
    build = files.write({"index.rst": essay(body, "")}).build(
        "latex", latex_documents=[("index", "essays.tex", "E", "A", "howto")], latex_engine=engine
    )
    text = " ".join(pdf_text(build, engine).split())
    assert (
        text.index("So (Blank 2000)")
        < text.index("Blank, Stephen J. (2000)")
        < text.index("The text goes on (Clark 2001)")
    )


def test_resolving_twice_gives_equal_trees(files: Project) -> None:
    assert_resolving_twice_gives_equal_trees(files.write({"index.rst": essay(EVERYWHERE, LIST)}).build())


def test_parallel_equals_serial(files: Project) -> None:
    sources = {f"essay{n}.rst": essay(EVERYWHERE, LIST, f"Essay {n}") for n in range(7)}
    assert_parallel_equals_serial(files.write(sources))
