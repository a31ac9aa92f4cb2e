"""What Word and OpenDocument files have beside text: heads told by style, tables with merged cells and lists, formulas, captions."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from support.word_files import PICTURE, word_file

from sphinxext_eir import cli
from sphinxext_eir.conversion.document import Figure, Literal, Table, blocks_in, inlines_of
from sphinxext_eir.conversion.inlines import plain
from sphinxext_eir.conversion.pipeline import convert
from sphinxext_eir.csl.pandoc import find_pandoc

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag
    from support.sphinx_project import Project

    from sphinxext_eir.conversion.document import Cell
    from sphinxext_eir.conversion.pipeline import Result

pytestmark = pytest.mark.usefixtures("pandoc")

HEADED = """\
---
title: The Tide Table State
subtitle: How Harbours Made Governments
author:
- Ingrid Falkenhayn
- Ole Brandt
date: 2 October 2020
---

Harbours are older than kings. They will outlast them, and whoever has counted both knows it well enough.
"""

PAPER = """\
Marit Osgood

Dr. Halloran

History 201

14 March 2019

Two Harbours, One Debt

The harbour at Skarre was built twice, once by the town and once by its creditors. The difference is the subject here.
"""

TABLES = """\
---
title: Tables
author: Marit Osgood
---

Before the table.

+---------+-----------+---------+
| Post    | Holder    | Years   |
+=========+===========+=========+
| Pilot   | Dahl      | 1901–04 |
|         +-----------+---------+
|         | Brandt    | 1905–09 |
+---------+-----------+---------+
| Keeper  | vacant              |
+---------+-----------+---------+
| Both at once        | 1910    |
|                     +---------+
|                     | 1911    |
+---------+-----------+---------+

After the table.

| One | Two |
|-----|-----|

+-----------+----------------------+
| School    | Claims               |
+===========+======================+
| Realist   | - borders are lines  |
|           | - lines are forgotten|
+-----------+----------------------+
| Practice  | Said first.          |
|           |                      |
|           | 1. borders are work  |
|           | 2. work is daily     |
+-----------+----------------------+

The end.
"""

FORMULAS = """\
# An Equation

The share is $A = \\pi r^{2}$, as everybody knows; and so is

$$\\sum_{i=1}^{n} x_i = \\frac{a}{b}$$

which ends it.
"""


def converted(folder: Path, text: str, suffix: str = ".docx", syntax: str = "rst") -> Result:
    result = convert(word_file(folder, text, suffix), syntax)  # type: ignore[arg-type]
    assert result.value.ledger.unexplained == ()
    assert result.value.ledger.even
    return result


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_the_head_is_told_by_style(suffix: str, tmp_path: Path) -> None:
    text = converted(tmp_path, HEADED, suffix).value.text
    assert text.startswith(
        ":author: Ingrid Falkenhayn; Ole Brandt\n:date: 2020-10-02\n:subtitle: How Harbours Made Governments\n\n"
        "The Tide Table State\n====================\n\n.. eir:article::\n\nHarbours are older than kings."
    )


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_the_head_of_a_paper_has_author_date_and_title(suffix: str, tmp_path: Path) -> None:
    value = converted(tmp_path, PAPER, suffix).value
    assert value.text.startswith(
        ":author: Marit Osgood\n:date: 2019-03-14\n:written-for: Dr. Halloran, History 201\n\n"
        "Two Harbours, One Debt\n======================\n\n.. eir:article::\n\nThe"
    )


FERRY = (
    "The ferry at Holm was bought twice, once by the parish and once by the bank that held its debts, and each has its ledger.\n\n"
    "Historians have read the first of them.\n"
)
PAPERS = {
    "a typed head of the page": (
        ["Brook 1", "Ada Brook", "Mr. Lind", "AP World History", "17/3/2018", "The Ferry at Holm"],
        {"written-for": "Mr. Lind, AP World History", "date": "2018-03-17"},
    ),
    "a title of two lines": (
        ["Ada Brook", "Professor Lind", "ENG 204-01", "3rd May 2018", "The Ferry at Holm: Two Ledgers of One Boat, and the Bank", "That Bought It"],
        {
            "title": "The Ferry at Holm: Two Ledgers of One Boat, and the Bank That Bought It",
            "written-for": "Professor Lind, ENG 204-01",
        },
    ),
    "a date that is two days": (
        ["Ada Brook", "Dr. Lind", "History 201", "5/3/2018", "The Ferry at Holm"],
        {"date": "2018"},
    ),
    "a department, which stays": (
        ["Ada Brook", "Northern Trade", "Dr. Lind", "5 March 2018", "The Ferry at Holm"],
        {"date": "2018-03-05", "written-for": ""},
    ),
    "APA": (
        ["Running head: FERRY", "The Ferry at Holm", "Ada Brook", "Department of History, University of Bergen", "HIS 204: Trade", "Dr. Lind", "May 3, 2018"],
        {
            "author": "Ada Brook (Department of History, University of Bergen)",
            "date": "2018-05-03",
            "written-for": "HIS 204: Trade, Dr. Lind",
        },
    ),
    "Chicago": (
        ["The Ferry at Holm", "Ada Brook", "HIST 204: Northern Trade", "May 3, 2018"],
        {"date": "2018-05-03", "written-for": "HIST 204: Northern Trade"},
    ),
    "a German university": (
        ["Universität Bergen", "Proseminar: Handel im Norden", "Dozent: Dr. Lind", "The Ferry at Holm", "vorgelegt von", "Ada Brook", "3. Mai 2018"],
        {"author": "Ada Brook (Universität Bergen)", "date": "2018-05-03"},
    ),
    "numbers of students, and a title that begins like a label": (
        ["Universität Bergen", "Telegraphs at Holm", "Ada Brook", "Matrikelnummer: 20417", "Nombre de mots : 2 000", "3. Mai 2018"],
        {"title": "Telegraphs at Holm", "author": "Ada Brook (Universität Bergen)", "date": "2018-05-03", "written-for": ""},
    ),
    "a subtitle, two authors": (
        ["The Ferry at Holm", "A Boat and its Bank", "by", "Ada Brook", "Jonas Lind", "University of Bergen"],
        {
            "author": "Ada Brook (University of Bergen); Jonas Lind (University of Bergen)",
            "subtitle": "A Boat and its Bank",
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", PAPERS)
def test_title_pages_of_papers_are_read_line_by_line(case: str, tmp_path: Path) -> None:
    lines, wanted = PAPERS[case]
    value = converted(tmp_path, "\n\n".join(line.replace("3. ", "3\\. ") for line in (*lines, FERRY))).value
    head, _, text = value.text.replace("\xa0", " ").partition(".. eir:article::")
    found = dict(re.findall(r"(?m)^:([\w-]+): (.+)$", head))
    found["title"] = re.search(r"(?m)^(.+)\n=+$", head)[1]  # type: ignore[index]
    wanted = {"title": "The Ferry at Holm", "author": "Ada Brook", **wanted}
    assert {name: found.get(name, "") for name in wanted} == wanted
    if wanted.get("written-for", "so"):
        assert text.strip().startswith("The ferry at Holm was bought twice")


@pytest.mark.parametrize(
    "lines",
    [
        ["The Ferry at Holm", "Ada Brook"],  # nothing but a name says that it is a title page
        ["The Ferry at Holm", "University of Bergen", "A Note on Boats"],  # no author
        ["The Ferry at Holm", "Ada Brook", "University of Bergen", "What Remains"],  # a heading over the text
    ],
)
def test_other_lines_are_no_title_pages(lines: list[str], tmp_path: Path) -> None:
    value = converted(tmp_path, "\n\n".join((*lines, FERRY))).value
    text = value.text.replace("\xa0", " ")
    assert all(line in text for line in lines)
    assert ":subtitle:" not in text
    assert ":written-for:" not in text


def test_formulas_lose_the_space_at_their_end(tmp_path: Path) -> None:
    text = converted(
        tmp_path, "# Sums\n\nThe share $A = \\pi r^{2}\\ $ is known, and $a \\\\ b$ is not.\n"
    ).value.text
    assert ":math:`A = \\pi r^{2}`" in text


def test_empty_quotations_leave_nothing(tmp_path: Path) -> None:
    text = converted(tmp_path, "# Quiet\n\nBefore.\n\n> \\ \n\nAfter.\n").value.text
    assert "Before.\n\nAfter." in text


@pytest.mark.parametrize(
    "text",
    [
        "An Essay on Waiting\n\nIt began on the fourteenth of March, and nobody knew why it did so.\n",
        "Marit Osgood\n\nThis is a sentence.\n\n14 March 2019\n\nThe Title\n\n" + "The text goes on. " * 9,
        "Introduction\n\nDr. Halloran\n\n14 March 2019\n\nThe Title\n\n" + "The text goes on. " * 9,
    ],
)
def test_other_beginnings_are_no_heads_of_papers(text: str, tmp_path: Path) -> None:
    front = converted(tmp_path, text).value.document.front
    assert "Marit Osgood" not in front.authors


def said(cell: Cell) -> str:
    return " ".join(" ".join(plain(runs) for runs in inlines_of([Table(((cell,),))])).split())


def grid_of(table: Tag) -> list[list[str]]:
    """Return the cells of a table as a browser sets them: merged ones at their first place."""
    grid: dict[tuple[int, int], str] = {}
    for r, row in enumerate(table.select("tr")):
        c = 0
        for cell in row.select("td, th"):
            while (r, c) in grid:
                c += 1
            for down in range(int(cell.get("rowspan", 1))):
                for across in range(int(cell.get("colspan", 1))):
                    text = " ".join(cell.get_text(" ").split())
                    grid[r + down, c + across] = "" if down or across else text
    rows = 1 + max(r for r, _ in grid)
    columns = 1 + max(c for _, c in grid)
    return [[grid.get((r, c), "") for c in range(columns)] for r in range(rows)]


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_each_cell_stands_where_pandoc_sets_it(suffix: str, tmp_path: Path) -> None:
    path = word_file(tmp_path, TABLES, suffix)
    done = subprocess.run(
        [find_pandoc().path, str(path), "-t", "html"], capture_output=True, text=True, check=True
    )
    theirs = [grid_of(table) for table in BeautifulSoup(done.stdout, "html.parser").select("table")]
    tables = [block for block in convert(path).value.document.blocks if isinstance(block, Table)]
    ours = [[[said(cell).replace("• ", "") for cell in row] for row in table.rows] for table in tables]
    assert [row for grid in ours for row in grid if any(row)] == [
        row for grid in theirs for row in grid if any(row)
    ]


def test_merged_cells_are_said_and_lists_stay_lists(tmp_path: Path) -> None:
    result = converted(tmp_path, TABLES)
    merged = [m.text for m in result.messages if "merged" in m.text]
    assert merged == ["cells of a table are merged: those that they cover are empty"]
    *_, last = (block for block in result.value.document.blocks if isinstance(block, Table))
    assert [type(block).__name__ for row in last.rows for cell in row for block in blocks_in(cell)] == [
        "Listing", "Paragraph", "Listing",
    ]  # fmt: skip


@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_formulas_are_set_as_they_were(syntax: str, tmp_path: Path) -> None:
    result = converted(tmp_path, FORMULAS, ".docx", syntax)
    (formula,) = [block for block in result.value.document.blocks if isinstance(block, Literal)]
    assert formula.is_math
    assert r"\sum_{i = 1}^{n}x_{i} = \frac{a}{b}" in result.value.text
    assert not any("embedded" in message.text for message in result.messages)


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_captions_belong_to_their_tables_and_pictures(suffix: str, tmp_path: Path) -> None:
    text = "# Of It\n\nThe text.\n\n![A platform](pic.png)\n\nMore.\n\n: Work at three crossings\n\n| A |\n|---|\n| x |\n"
    blocks = converted(tmp_path, text, suffix).value.document.blocks
    assert [plain(block.caption) for block in blocks if isinstance(block, (Table, Figure))] == [
        "A platform", "Work at three crossings",
    ]  # fmt: skip


def test_a_picture_without_a_description_is_kept(tmp_path: Path) -> None:
    value = converted(tmp_path, "# Of It\n\nThe text. ![](pic.png)\n", ".odt").value
    assert ".. figure:: essay.images/1.png" in value.text
    assert ":alt:" not in value.text


def test_all_of_it_builds(project: Project, tmp_path: Path) -> None:
    texts = {"head": HEADED, "paper": PAPER, "tables": TABLES, "formulas": FORMULAS}
    for name, text in texts.items():
        path = word_file(tmp_path, text).rename(tmp_path / f"{name}.docx")
        for syntax in ("rst", "myst"):
            command = ["convert", str(path), "-o", str(project.root / syntax), "--to", syntax]
            assert cli.main(command) == 0
    names = "\n".join(f"   {syntax}/{name}" for syntax in ("rst", "myst") for name in texts)
    build = project.write({"index.rst": f"Essays\n======\n\n.. toctree::\n\n{names}\n"}).build("html")
    assert build.warnings == []
    for syntax in ("rst", "myst"):
        page = build.page(f"{syntax}/tables")
        assert [row.get_text(" ", strip=True) for row in page.select("table li")] == [
            "borders are lines", "lines are forgotten", "borders are work", "work is daily",
        ]  # fmt: skip
        assert build.page(f"{syntax}/formulas").select_one("div.math")


NESTED = (
    "<h1>Posts</h1><p>Before.</p><table><tr><td>Pilot</td><td><table><tr><td>Dahl</td><td><table><tr><td>1901</td></tr></table></td></tr>"
    "<tr><td>Brandt</td><td>1905</td></tr></table></td></tr></table><p>After.</p>"
)


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_tables_in_cells_stay_in_their_cells(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"essay{suffix}"
    subprocess.run(
        [find_pandoc().path, "-f", "html", "-o", str(path)], input=NESTED.encode(), check=True, timeout=60
    )
    text = convert(path).value.text
    assert text.count(".. list-table::") == 3
    assert " ".join(text.split()).endswith(
        ".. list-table:: * - Pilot - .. list-table:: * - Dahl - .. list-table:: * - 1901 * - Brandt - 1905 After."
    )


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_captions_are_told_by_their_beginning(suffix: str, tmp_path: Path) -> None:
    text = "# Cargo\n\nText before.\n\n{}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nAfter.\n"
    caption = "Table 1: Cargo of the *ferry*"
    assert (
        ".. list-table:: Table 1: Cargo of the *ferry*\n"
        in converted(tmp_path, text.format(caption), suffix).value.text
    )
    sentence = "Table 1 shows what the ferry carried in each of these years."
    assert f"{sentence}\n\n.. list-table::\n" in converted(
        tmp_path, text.format(sentence), suffix
    ).value.text.replace("\u00a0", " ")


QUOTED = "<table><tr><td><blockquote><p>So it is.</p></blockquote></td><td>b</td></tr></table><blockquote><p><img src='pic.png'></p></blockquote><p>After.</p>"


@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_a_quotation_may_begin_a_cell_and_a_picture_is_none(syntax: str, tmp_path: Path) -> None:
    path = tmp_path / "essay.docx"
    (tmp_path / "pic.png").write_bytes(PICTURE)
    subprocess.run(
        [find_pandoc().path, "-f", "html", "-o", str(path)],
        input=QUOTED.encode(),
        check=True,
        timeout=60,
        cwd=tmp_path,
    )
    value = convert(path, syntax).value  # type: ignore[arg-type]
    assert value.ledger.unexplained == ()
    assert [type(block).__name__ for block in value.document.blocks][1:] == ["Figure", "Paragraph"]
