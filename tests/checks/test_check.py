"""``sphinxext-eir check`` on a project: what it finds where, how it says so, and what switches it off."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

from sphinxext_eir import cli
from sphinxext_eir.features.checks.records import Severity
from sphinxext_eir.features.checks.table import BY_NAME, RULES

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.build

CONF = 'project = "Essays"\nextensions = ["sphinxext_eir", "myst_parser"]\nhtml_baseurl = "https://example.org"\nhtml_theme = "basic"\n'
TIDES = """\
:author: Mara Lindqvist
:date: 2024-03-05
:journal: Harbour Review

Tides: A Study
==============

.. eir:article::

The tables of the port (Blank 2000) were printed
in the years 1991-1995, and again in
the same  way.[i]

.. image:: moon.png

.. unchecked: range-hyphen

They were used in 1996-1999 (Nobody 1990: 12).

.. [i] https://example.org/tables

.. eir:bibliography::

   Blank, Stephen J. (2000) *Threats*. Carlisle: SSI, pp. 12-15.

   Clark, Wesley (2001) *War*. http:///nowhere
"""
MOON = """\
---
author: Mara Lindquist
date: 2024-03-06
unchecked: [picture-alt, double-space]
---

# The Moon

```{eir:article}
```

It  rises, ![](moon.png) and a note[^a] says so.

% unchecked: range-hyphen

From 1991-1995 and

from 1996-1999 it did.

[^a]: As every child shows, 1990-1992.
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("myst_parser", reason="myst_parser is not installed")
    root = tmp_path_factory.mktemp("checked") / "docs"
    (root / "essays").mkdir(parents=True)
    for name, text in {
        "conf.py": CONF,
        "index.rst": "Essays\n======\n\n.. toctree::\n   :glob:\n\n   essays/*\n\n:doc:`nowhere`  with 1991-1995.\n",
        "essays/tides.rst": TIDES,
        "essays/moon.md": MOON,
    }.items():
        (root / name).write_text(text, encoding="utf-8")
    (root / "essays" / "moon.png").write_bytes(b"\x89PNG")
    return root


def run(project: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    code = cli.main(["check", str(project), *options])
    return code, capsys.readouterr().out


@pytest.fixture(scope="module")
def reports(project: Path) -> tuple[int, Path]:
    """Check once, and write both reports."""
    folder = project.parent
    command = ["check", str(project), "--report", str(folder / "r.json"), "--report", str(folder / "r.html")]
    return cli.main(command), folder


def findings(reports: tuple[int, Path]) -> list[dict[str, Any]]:
    said = json.loads((reports[1] / "r.json").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = said["findings"]
    return found


def test_each_finding_has_its_place(reports: tuple[int, Path]) -> None:
    places = [(f["article"], f["rule"], f["file"], f["line"]) for f in findings(reports)]
    assert places == [
        ("essays/moon", "author-spelling", "essays/moon.md", None),
        ("essays/moon", "range-hyphen", "essays/moon.md", 18),
        ("essays/moon", "range-hyphen", "essays/moon.md", 20),
        ("essays/tides", "crossref", "essays/tides.rst", None),
        ("essays/tides", "doaj", "essays/tides.rst", None),
        ("essays/tides", "jats", "essays/tides.rst", None),
        ("essays/tides", "range-hyphen", "essays/tides.rst", 11),
        ("essays/tides", "double-space", "essays/tides.rst", 12),
        ("essays/tides", "picture-alt", "essays/tides.rst", 14),
        ("essays/tides", "eir.citation_missing", "essays/tides.rst", 18),
        ("essays/tides", "note-bare-url", "essays/tides.rst", 20),
        ("essays/tides", "eir.reference_unused", "essays/tides.rst", 22),
        ("essays/tides", "range-hyphen", "essays/tides.rst", 24),
        ("essays/tides", "url-malformed", "essays/tides.rst", 26),
        ("index", "sphinx", "index.rst", 9),
    ]
    assert reports[0] == 1  # a citation without an entry is an error


def test_json_has_the_promised_form(reports: tuple[int, Path]) -> None:
    said = json.loads((reports[1] / "r.json").read_text(encoding="utf-8"))
    assert said["summary"] == {"articles": 2, "words": 64, "error": 2, "warning": 4, "info": 9}
    assert said["findings"][6] == {
        "article": "essays/tides",
        "rule": "range-hyphen",
        "severity": "info",
        "file": "essays/tides.rst",
        "line": 11,
        "message": "'1991-1995' has a hyphen",
        "help": "Type an en dash (–) between the two.",
    }


def test_the_page_has_every_finding_and_asks_for_nothing(reports: tuple[int, Path]) -> None:
    page = BeautifulSoup((reports[1] / "r.html").read_text(encoding="utf-8"), "html.parser")
    assert len(page.select("ul.findings > li")) == len(findings(reports))
    assert not page.select("script, link, img, iframe, [src]")
    links = [link["href"] for link in page.select("a")]
    assert all(link.startswith("#") and page.select_one(f'[id="{link[1:]}"]') for link in links)
    assert [cell.text for cell in page.select("tbody th")] == ["Tides: A Study", "The Moon", "Essays"]


def test_a_terminal_and_github_are_told_alike(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.parent)
    code, printed = run(project, capsys, "--format", "github", "--fail-on", "never")
    assert code == 0
    lines = printed.splitlines()
    assert len(lines) == 15
    assert lines[6] == (
        "::notice file=docs/essays/tides.rst,line=11,title=range-hyphen::"
        "'1991-1995' has a hyphen. Type an en dash (–) between the two."
    )
    assert lines[9].startswith(
        "::error file=docs/essays/tides.rst,line=18,title=eir.citation_missing::no entry for Nobody 1990"
    )


def test_settings_switch_rules_off_and_weigh_them(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    off = dict.fromkeys(("eir.citation_missing", "url-malformed", "range-hyphen", "sphinx"), False)
    (project / "conf.py").write_text(
        f"{CONF}eir_checks = {off | {'picture-alt': 'error', 'range-hypen': False}}\n", encoding="utf-8"
    )
    code, printed = run(project, capsys)
    (project / "conf.py").write_text(CONF, encoding="utf-8")
    assert "there is no rule 'range-hypen'; did you mean 'range-hyphen'?" in " ".join(printed.split())
    assert ("14  error     the picture moon.png has no alternative text" in printed, code) == (True, 1)
    assert "[range-hyphen]" not in printed
    assert printed.splitlines()[-1] == "2 articles, 64 words: 1 error, 3 warnings, 5 remarks"


def test_what_cannot_be_checked_is_a_misuse(
    project: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert cli.main(["check", str(project.parent)]) == 2
    assert "there is no conf.py here; did you mean" in capsys.readouterr().err
    (tmp_path / "conf.py").write_text("extensions = []\n", encoding="utf-8")
    (tmp_path / "index.rst").write_text("A\n=\n", encoding="utf-8")
    assert cli.main(["check", str(tmp_path)]) == 2
    assert "'sphinxext_eir' isn't among the extensions" in capsys.readouterr().err
    (tmp_path / "conf.py").write_text("raise ValueError\n", encoding="utf-8")
    assert cli.main(["check", str(tmp_path)]) == 2


@pytest.mark.unit
def test_every_rule_is_told_of_in_full() -> None:
    assert [rule.name for rule in RULES] == sorted(rule.name for rule in RULES)
    for rule in RULES:
        assert rule.what.endswith("."), rule.name
        assert rule.why.endswith("."), rule.name
        assert rule.cure.endswith("."), rule.name
        assert isinstance(rule.severity, Severity)
        assert (rule.find or rule.compare or rule.name == "url-dead") is not None
    assert len(BY_NAME) > len(RULES)
