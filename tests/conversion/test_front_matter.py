"""Front matter of Markdown: fields of the article, whichever program it was written for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.conversion.pipeline import convert

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("yaml")

pytestmark = pytest.mark.pandoc

TEXT = (
    "\n\nFor a century the border was a rumour.[^1]\n\n## Work\n\nThen it was a job.\n\n[^1]: See Osgood.\n"
)

FORMS = {
    "Jekyll": """---
layout: post
title: "The Quiet Frontier: Border Work after Lund"
author: Marit Osgood
date: 2019-03-14 09:00:00 +0000
tags: [borders, practice]
permalink: /2019/03/quiet-frontier/
---""",
    "Hugo": """+++
title = "The Quiet Frontier: Border Work after Lund"
authors = ["Marit Osgood"]
date = 2019-03-14T09:00:00Z
[taxonomies]
tags = ["borders", "practice"]
+++""",
    "Quarto": """---
title: "The Quiet Frontier: Border Work after Lund"
author:
  - name: Marit Osgood
    affiliation: University of Lund
date: "2019-03-14"
categories: [borders, practice]
format: html
---""",
    "pandoc": """---
title: 'The Quiet Frontier: Border Work after Lund'
author: [Marit Osgood]
date: 2019-03-14
keywords: [borders, practice]
...""",
    "mystmd": """---
title: "The Quiet Frontier: Border Work after Lund"
authors:
  - name: {given: Marit, family: Osgood}
date: 2019-03-14
keywords: borders, practice
---""",
}


@pytest.mark.parametrize("form", FORMS)
def test_front_matter_is_fields(form: str, tmp_path: Path) -> None:
    path = tmp_path / "frontier.md"
    path.write_text(FORMS[form] + TEXT, encoding="utf-8")
    article = convert(path).value
    head, title, text = article.text.partition("\nThe Quiet Frontier: Border Work after Lund\n===")
    assert (title, "rumour.\\ [1]_" in text) == ("\nThe Quiet Frontier: Border Work after Lund\n===", True)
    fields = dict(line[1:].split(": ", 1) for line in head.strip().splitlines())
    assert fields["author"] == ("Marit Osgood (University of Lund)" if form == "Quarto" else "Marit Osgood")
    assert fields["date"] == "2019-03-14"
    assert fields["keywords"].replace(";", ",") == "borders, practice"
    assert article.ledger.even
    assert article.ledger.unexplained == ()
    assert article.ledger.dropped[0].reason == "byline recast"
    assert article.sources[article.text.splitlines().index("Work")].line == len(FORMS[form].splitlines()) + 4


def test_a_draft_is_named(tmp_path: Path) -> None:
    path = tmp_path / "frontier.qmd"
    path.write_text("---\ntitle: Frontier\ndraft: true\n---" + TEXT, encoding="utf-8")
    assert any("it is a draft" in message.text for message in convert(path).messages if message.doubtful)


@pytest.mark.parametrize(
    "head",
    [
        "---\nA line between lines\n---",
        "---\n[broken: yaml\n---",
        "+++\nno = toml =\n+++",
        "---\ntitle: !!python/object/apply:os.getcwd []\n---",
    ],
)
def test_what_is_no_front_matter_is_text(head: str, tmp_path: Path) -> None:
    path = tmp_path / "frontier.md"
    path.write_text(f"# Frontier\n\n{head}{TEXT}", encoding="utf-8")
    other = tmp_path / "other.md"
    other.write_text(f"{head}{TEXT}", encoding="utf-8")
    for one in (path, other):
        assert convert(one).value.ledger.unexplained == ()


def test_code_with_fences_in_quotations_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "code.md"
    path.write_text(
        "# Code\n\n> ````\n> ```{note}\n> a `b` *c*\n> ```\n> ````\n>\n> After it.\n", encoding="utf-8"
    )
    for syntax in ("rst", "myst"):
        assert convert(path, syntax).value.ledger.unexplained == ()
