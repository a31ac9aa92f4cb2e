"""Pull quotes in PDFs that LaTeX makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.quoted import ESSAY, essay, quote
from support.sphinx_project import Project

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.sphinx_project import Build


# Any content


CONTENTS = (
    "One paragraph.\n\n   Another.",
    "* a list\n   * of two",
    "::\n\n      code()",
    "| verse\n   | and verse",
    "国家は平和を愛する。",
    "الانتظار فن",
    "========  ====\n   a         b\n   ========  ====",
    ".. math:: x^2",
    ".. note:: An admonition.",
    "\\textbf{x} <b>%s</b> $x$ \\\\",
    "Lots " * 600,
)
NO_FONTS = ("国", "ا")
"""Of content whose fonts are a project's own affair."""
ALIGNS = ("left", "full")


def name_of(content: str, align: str) -> str:
    return f"{align}-{CONTENTS.index(content)}.rst"


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory, pdf_text: Callable[..., str]) -> dict[str, Build]:
    """Return a build by each builder of a project with all contents, a document each; that of LaTeX is typeset."""
    essays = {
        name_of(content, align): f"T\n=\n\n"
        f"{quote(content, ':check: off', f':align: {align}')}\nText. {'More text. ' * 40}\n"
        for content in CONTENTS
        for align in ALIGNS
    }
    with_fonts = {name: text for name, text in essays.items() if not any(mark in text for mark in NO_FONTS)}
    pages = Project(tmp_path_factory.mktemp("pages") / "source").write(essays)
    prints = Project(tmp_path_factory.mktemp("prints") / "source").write(with_fonts)
    builds = {builder: pages.build(builder) for builder in ("html", "epub", "text", "man", "texinfo")}
    builds["latex"] = prints.build("latex")
    pdf_text(builds["latex"])
    return builds


@pytest.mark.build
@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("align", ALIGNS)
def test_any_content_is_rendered(rendered: dict[str, Build], content: str, align: str) -> None:
    name = name_of(content, align)
    for builder, build in rendered.items():
        assert [line for line in build.warnings if "epub" not in line] == []
        printed = builder != "latex" or not any(mark in content for mark in NO_FONTS)
        assert (name.removesuffix(".rst") in build.app.env.found_docs) is printed
    assert_typeset_without_a_complaint(rendered["latex"])


# LaTeX


def assert_typeset_without_a_complaint(build: Build) -> None:
    log = (build.out / "essays.log").read_text(errors="replace")
    assert "Overfull \\vbox" not in log
    assert "multiply defined" not in log


@pytest.mark.parametrize("engine", ["pdflatex", "xelatex", "lualatex"])
def test_a_pull_quote_runs_over_no_edge_and_no_word(
    project: Project, pdf_text: Callable[..., str], engine: str
) -> None:
    # A pull quote at every height of a page, of every size, before every kind of block.
    body = []
    for number in range(60):
        align = ("left", "right", "right", "center", "full")[number % 5]
        words = " ".join(["Qone", *["qtwo"] * (number * 7 % 41)])
        after = (
            "Short.",
            "Words of it. " * (number % 13 * 4 + 1),
            "Words [#]_ of it. " + "Words of it. " * 20,
            "* A list.",
            "Head\n----\n\nWords.",
        )[number % 7 % 5]
        body += [
            "Words of it. " * (number % 11 * 3 + 1),
            "",
            quote(words, ":check: off", f":align: {align}"),
            after,
            "",
        ]
    notes = [".. [#] Words of a note."] * sum("[#]_" in line for line in body)
    build = essay(
        project,
        "\n".join([*body, "", *notes]).replace("Head\n----", "Head\n----"),
        "latex",
        latex_engine=engine,
    )
    boxes = pdf_text(build, engine, "-bbox")
    assert_typeset_without_a_complaint(build)
    beside = 0
    for page in boxes.split("<page ")[1:]:
        words = [
            (*map(float, match.groups()[:4]), match[5])
            for match in re.finditer(
                r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page
            )
        ]
        quoted = [word for word in words if word[4] in ("Qone", "qtwo")]
        others = [word for word in words if word[4] not in ("Qone", "qtwo")]
        for left, top, right, bottom, _ in quoted:
            assert left > 71
            assert right < 612 - 71
            assert top > 70
            assert bottom < 792 - 71
            for left_, top_, right_, bottom_, _ in others:
                apart = left >= right_ or left_ >= right or top + 2.5 >= bottom_ or top_ + 2.5 >= bottom
                assert apart, page
            beside += any(abs(top - other[1]) < 4 for other in others)
    assert sum(word == "Qone" for word in re.findall(r">(\w+)</word>", boxes)) == 60
    assert beside > 100


def test_latex_prints_every_pull_quote_in_its_place(project: Project, pdf_text: Callable[..., str]) -> None:
    build = project.write({"essay.rst": ESSAY}).build("latex")
    flat = " ".join(pdf_text(build, how="-raw").split())
    assert_typeset_without_a_complaint(build)
    assert flat.count("born with it") == 2
    assert flat.count("Waiting is an art") == 2
    assert "—Jane Doe" in flat
    assert build.read("essays.tex").count(r"\eirpullquotebeside{right}") == 3
