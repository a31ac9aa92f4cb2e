"""Lists of sphinxcontrib-bibtex, their options and filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.migration.filters import read_filter

if TYPE_CHECKING:
    from conftest import Sources

OTHER = "Other\n=====\n\nSo :cite:`blank2000`.\n"


def listed(sources: Sources, options: str = "", argument: str = "", content: str = "") -> str:
    """Return what becomes of a list under a citation."""
    rows = "".join(f"   {row}\n" for row in options.splitlines())
    below = f"\n   {content}\n" if content else ""
    text = f"So :cite:`clark2001`.\n\n.. bibliography::{argument}\n{rows}{below}"
    return sources.after(text).partition("\n\n")[2]


def test_a_list_of_what_only_its_own_document_cites_needs_no_scope(sources: Sources) -> None:
    assert listed(sources) == ".. eir:bibliography::\n"


def test_a_list_of_what_other_documents_cite_is_the_projects(sources: Sources) -> None:
    sources.write({"other.rst": OTHER})
    assert listed(sources) == ".. eir:bibliography::\n   :scope: project\n"


OPTIONS = {
    ":filter: docname in docnames": "",
    ":filter: cited and docname in docnames": "",
    ":all:": ":filter: all\n:scope: project\n",
    ":notcited:": ":filter: uncited\n:scope: project\n",
    ":cited:": ":scope: project\n",
    ":filter: True": ":filter: all\n:scope: project\n",
    ":filter: not cited": ":filter: uncited\n:scope: project\n",
    ':filter: type == "book"': ":filter: all\n:scope: project\n:type: book\n",
    ':filter: cited and type in {"book", "article"}': ":scope: project\n:type: book, article\n",
    ':filter: docname in docnames and type != "book"': ":not-type: book\n",
    ':filter: (type == "book" or type == "misc") and docname in docnames': ":type: book, misc\n",
    ':filter: docname in docnames and keywords % "primary"': ":keyword: primary\n",
    ':filter: docname in docnames and not "primary" in keywords': ":not-keyword: primary\n",
}


@pytest.mark.parametrize("theirs", OPTIONS)
def test_filters_are_said_with_our_options(sources: Sources, theirs: str) -> None:
    sources.write({"other.rst": OTHER})
    rows = "".join(f"   {row}\n" for row in OPTIONS[theirs].splitlines())
    assert listed(sources, theirs) == f".. eir:bibliography::\n{rows}"


@pytest.mark.parametrize(
    "condition",
    [
        'year > "2000"',
        'author % "Blank"',
        'key == "blank2000"',
        '"page" in docnames',
        '{"a", "b"} >= docnames',
        'type == "book" or year == "2001"',
        'keywords % "pri.*"',
    ],
)
def test_a_condition_without_a_counterpart_is_named_and_hides_no_entry(condition: str) -> None:
    wanted = read_filter(f"cited and {condition}" if " or " not in condition else f"cited and ({condition})")
    assert wanted.cited == "cited"
    assert (wanted.options, len(wanted.lost)) == ({}, 1)


def test_a_condition_without_a_counterpart_is_named_at_its_line(sources: Sources) -> None:
    (said,) = sources.said('Text.\n\n.. bibliography::\n   :filter: year > "2000"\n')
    assert said.startswith("3: :filter: year > '2000' has no counterpart")


@pytest.mark.parametrize("option", [":list: bullet", ":enumtype: loweralpha", ":start: 3", ":labelprefix: A"])
def test_options_that_are_gone_are_named(sources: Sources, option: str) -> None:
    assert listed(sources, option) == ".. eir:bibliography::\n"
    (said,) = sources.said(f"Text.\n\n.. bibliography::\n   {option}\n")
    assert said.startswith("3: ")
    assert "is gone" in said


def test_prefixes_of_keys_go_here_and_where_they_are_cited(sources: Sources) -> None:
    sources.write({"other.rst": "So :cite:`b-blank2000`.\n\n.. bibliography::\n   :keyprefix: b-\n"})
    text = "So :cite:`a-clark2001`, :cite:p:`{see}a-blank2000`.\n\n.. bibliography::\n   :keyprefix: a-\n"
    assert (
        sources.after(text)
        == "So :eir:citep:`clark2001`, :eir:citep:`see @blank2000`.\n\n.. eir:bibliography::\n"
    )
    assert sources.read("other.rst") == "So :eir:citep:`blank2000`.\n\n.. eir:bibliography::\n"


def test_one_of_several_files_is_an_option(sources: Sources) -> None:
    assert listed(sources, argument=" refs.bib") == ".. eir:bibliography::\n"
    conf = 'extensions = ["sphinxcontrib.bibtex"]\nbibtex_bibfiles = ["refs.bib", "more.bib"]\n'
    sources.write({"conf.py": conf, "more.bib": ""})
    assert listed(sources, argument=" refs.bib") == ".. eir:bibliography::\n   :file: refs.bib\n"


def test_keys_below_a_list_are_in_it_and_alone_where_nothing_is_cited(sources: Sources) -> None:
    assert listed(sources, content="blank2000") == ":eir:nocite:`blank2000`\n\n.. eir:bibliography::\n"
    text = ".. bibliography::\n\n   blank2000\n   clark2001\n\n.. bibliography::\n\n   wendt1992\n"
    assert sources.after(text) == (
        ":eir:nocite:`blank2000; clark2001`\n\n.. eir:bibliography::\n   :key: blank2000, clark2001\n\n"
        ":eir:nocite:`wendt1992`\n\n.. eir:bibliography::\n   :key: wendt1992\n"
    )


def test_a_list_that_citations_link_to_has_what_its_document_cites_too(sources: Sources) -> None:
    text = "So :cite:`clark2001`.\n\n.. bibliography::\n   :filter: False\n\n   blank2000\n   no key\n"
    assert len(sources.said(text)) == 2
    assert sources.after(text).partition("\n\n")[2] == ":eir:nocite:`blank2000`\n\n.. eir:bibliography::\n"


def test_a_list_of_nothing_but_the_keys_below_it_prints_their_entries(sources: Sources) -> None:
    assert listed(sources, ":list: bullet\n:filter: False", content="blank2000\n   clark2001") == (
        "- :eir:fullcite:`blank2000`\n- :eir:fullcite:`clark2001`\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("```{bibliography}\n:all:\n```\n", "```{eir:bibliography}\n:filter: all\n```\n"),
        ("```{bibliography} refs.bib\n:style: plain\n```\n", "```{eir:bibliography}\n```\n"),
        (":::{bibliography}\n:::\n", ":::{eir:bibliography}\n:::\n"),
        ("```{bibliography}\n---\nfilter: docname in docnames\n---\n```\n", "```{eir:bibliography}\n```\n"),
        ("````{dropdown} All\n```{bibliography}\n```\n````\n", "````{dropdown} All\n```{eir:bibliography}\n```\n````\n"),
        ("- x\n\n  ```{bibliography}\n  :all:\n  ```\n", "- x\n\n  ```{eir:bibliography}\n  :filter: all\n  ```\n"),
        (
            "```{eval-rst}\n.. bibliography::\n   :all:\n```\n",
            "```{eval-rst}\n.. eir:bibliography::\n   :filter: all\n```\n",
        ),
    ],
)  # fmt: skip
def test_lists_in_markdown(sources: Sources, before: str, after: str) -> None:
    assert sources.after(before, "page.md") == after


def test_a_list_in_other_markup_stays_in_it(sources: Sources) -> None:
    text = "- x\n\n  .. only:: html\n\n     .. bibliography::\n        :all:\n        :style: plain\n\n     End.\n"
    assert sources.after(text) == (
        "- x\n\n  .. only:: html\n\n     .. eir:bibliography::\n        :filter: all\n\n     End.\n"
    )


def test_what_the_setting_of_a_header_says_stands_before_each_list(sources: Sources) -> None:
    conf = (
        'extensions = ["sphinxcontrib.bibtex"]\nbibtex_bibfiles = ["refs.bib"]\n'
        'bibtex_bibliography_header = ".. rubric:: References"\nbibtex_footbibliography_header = ".. rubric:: Notes"\n'
    )
    sources.write({"conf.py": conf})
    assert listed(sources) == ".. rubric:: References\n\n.. eir:bibliography::\n"
    sources.write({"conf.py": conf})
    text = sources.after("So :footcite:`clark2001`.\n\n.. footbibliography::\n")
    assert text.partition("\n\n")[2] == (
        ".. rubric:: Notes\n\n.. [#clark2001] :eir:fullcite:`clark2001`\n\n.. eir:notes::\n"
    )


TABLES = {
    "a title": ("On :cite:`clark2001`\n====================\n", "On :eir:citep:`clark2001`\n=========================\n"),
    "a title between lines": (
        "====================\nOn :cite:`clark2001`\n====================\n",
        "=========================\nOn :eir:citep:`clark2001`\n=========================\n",
    ),
    "a grid": (
        "+-----+------------------+---+\n| a   | :cite:`blank`    | c |\n+-----+------------------+---+\n"
        "| aa  | bb               | c |\n|     +------------------+---+\n|     | :cite:`blank`        |\n+-----+----------------------+\n",
        "+-----+--------------------+---+\n| a   | :eir:citep:`blank` | c |\n+-----+--------------------+---+\n"
        "| aa  | bb                 | c |\n|     +--------------------+---+\n|     | :eir:citep:`blank`     |\n+-----+------------------------+\n",
    ),
    "a simple table": (
        "============= ====\na             b\n============= ====\n:cite:`blank` c d\nx             y\n============= ====\n",
        "================== ====\na                  b\n================== ====\n:eir:citep:`blank` c d\nx                  y\n================== ====\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", TABLES)
def test_what_is_drawn_around_a_citation_grows_with_it(sources: Sources, what: str) -> None:
    before, after = TABLES[what]
    assert sources.after(before) == after
