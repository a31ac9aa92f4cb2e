"""The attribution of a pull quote: it repeats nothing, so it is never hidden, and keeps its links and notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.sphinx_project import Build, Project

REST = """\
Tides
=====

.. eir:article::

.. eir:pull-quote::{check}
   :attribution: Ola Brandt, `Harbours <https://example.org/harbours>`_ (1999) [#src]_

   the ships came early

In March the ships came early.

.. [#src] Ostwick: Pier Press, p. 12.
"""
MYST = """\
# Tides

```{{eir:article}}
```

```{{eir:pull-quote}}{check}
:attribution: Ola Brandt, [Harbours](https://example.org/harbours) (1999) [^src]

the ships came early
```

In March the ships came early.

[^src]: Ostwick: Pier Press, p. 12.
"""


def essay(
    project: Project, syntax: str, builder: str = "html", *, check: bool = True, **settings: object
) -> Build:
    source = REST if syntax == "rst" else MYST
    option = "" if check else ("\n   :check: off" if syntax == "rst" else "\n:check: off")
    return project.write({f"index.{syntax}": source.format(check=option)}).build(builder, **settings)


@pytest.mark.parametrize("syntax", ["rst", "md"])
@pytest.mark.parametrize("builder", ["html", "epub"])
def test_the_words_are_hidden_and_the_attribution_is_not(project: Project, syntax: str, builder: str) -> None:
    build = essay(project, syntax, builder)
    assert build.warnings == []
    (quote,) = build.page("index", ".xhtml" if builder == "epub" else ".html").select("aside.eir-pull-quote")
    assert quote.get("aria-hidden") is None
    assert quote["role"] == "doc-pullquote"
    assert quote.select_one("[aria-hidden=true]").get_text().strip() == "the ships came early"
    attribution = quote.select_one(".attribution")
    assert attribution.find_parent(attrs={"aria-hidden": "true"}) is None
    assert attribution.select_one("a[href='https://example.org/harbours']").get_text() == "Harbours"
    assert attribution.select_one("a[role=doc-noteref]").get_text() == "[i]"


@pytest.mark.parametrize("syntax", ["rst", "md"])
def test_an_unchecked_quote_keeps_marks_in_its_words_as_well(project: Project, syntax: str) -> None:
    build = essay(project, syntax, check=False)
    assert build.warnings == []
    (quote,) = build.page().select("aside.eir-pull-quote")
    assert quote["aria-label"] == "Pull quote"
    assert quote.select("[aria-hidden]") == []
    assert quote.select_one("a[role=doc-noteref]").get_text() == "[i]"


def test_the_name_is_searched_and_the_words_are_not_searched_twice(project: Project) -> None:
    index = essay(project, "rst").read("searchindex.js")
    assert re.search(r'"?brandt"?:', index)


def test_a_quote_without_attribution_is_hidden_as_a_whole(project: Project) -> None:
    source = REST.format(check="").replace(
        "   :attribution: Ola Brandt, `Harbours <https://example.org/harbours>`_ (1999) [#src]_\n", ""
    )
    build = project.write({"index.rst": source.replace("early.", "early [#src]_.")}).build()
    (quote,) = build.page().select("aside.eir-pull-quote")
    assert quote["aria-hidden"] == "true"
    assert "no-search" in quote["class"]


@pytest.mark.parametrize("placement", ["end", "page"])
def test_the_pdf_has_the_link_and_the_note(
    project: Project, pdf_text: Callable[..., str], placement: str
) -> None:
    build = essay(project, "rst", "latex", eir_note_placement=placement)
    text = re.sub(r"\s+", " ", pdf_text(build))
    assert text.count("Ola Brandt, Harbours") == 1
    assert text.count("Ostwick: Pier Press, p. 12.") == 1
    assert "https://example.org/harbours" in build.read("essays.tex")


def test_plain_text_has_them_too(project: Project) -> None:
    text = essay(project, "rst", "text").read("index.txt")
    assert "Ola Brandt, Harbours (1999) [i]" in text
    assert "[i] Ostwick: Pier Press, p. 12." in text


# A capital


@pytest.mark.parametrize(
    ("words", "language", "quoted"),
    [
        ("a table of tides is a promise", "en", "A table of tides is a promise"),
        ("“a table” is a promise", "en", "“A table” is a promise"),
        ("*a table* of tides", "en", "A table of tides"),
        ("ilk gemi geldi", "tr", "İlk gemi geldi"),
        ("ßA tables", "de", "ßA tables"),
    ],
)
def test_a_quote_of_the_role_begins_with_a_capital_if_a_setting_says_so(
    project: Project, words: str, language: str, quoted: str
) -> None:
    project.write({"index.rst": f"T\n=\n\n.. eir:article::\n\nSo :eir:pull-quote:`{words}`, he said.\n"})
    build = project.build(eir_pull_quote_capital=True, language=language, suppress_warnings=["locale"])
    assert build.page().select_one("aside").get_text().strip() == quoted
    assert words.replace("*", "") in build.page().select_one("section > p").get_text()
    plain = project.build(out="plain", language=language)
    assert plain.page().select_one("aside").get_text().strip() == words.replace("*", "")
