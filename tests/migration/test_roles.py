"""Roles of sphinxcontrib-bibtex, and what stands in their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.csl.citing import read_cites

if TYPE_CHECKING:
    from conftest import Sources

ROLES = {
    "cite": "citep", "cite:p": "citep", "cite:ps": "citep", "cite:t": "citet", "cite:ts": "citet", "cite:ct": "citet",
    "cite:cts": "citet", "cite:alp": "citealp", "cite:alps": "citealp", "cite:author": "citeauthor",
    "cite:authors": "citeauthor", "cite:cauthor": "citeauthor", "cite:cauthors": "citeauthor", "cite:year": "citeyear",
    "cite:yearpar": "citeyearpar", "cite:label": "citealp", "cite:labelpar": "citep", "cite:empty": "nocite",
}  # fmt: skip


@pytest.mark.parametrize("theirs", ROLES)
def test_each_role_has_a_counterpart(sources: Sources, theirs: str) -> None:
    ours = ROLES[theirs]
    assert sources.after(f"So :{theirs}:`clark2001`.\n") == f"So :eir:{ours}:`clark2001`.\n"
    assert sources.after(f"So {{{theirs}}}`clark2001`.\n", "page.md") == f"So {{eir:{ours}}}`clark2001`.\n"


@pytest.mark.parametrize(
    ("role", "ours"),
    [("authorpar", "(:eir:citeauthor:`clark2001`)"), ("authorpars", "(:eir:citeauthor:`clark2001`)")],
)
def test_brackets_that_a_role_prints_are_typed(sources: Sources, role: str, ours: str) -> None:
    assert sources.after(f"So :cite:{role}:`clark2001` says.\n") == f"So {ours} says.\n"


@pytest.mark.parametrize("role", ["ps", "ts", "cts", "alps", "authors", "cauthor", "label", "labelpar"])
def test_what_a_role_no_longer_decides_is_said_at_its_line(sources: Sources, role: str) -> None:
    (said,) = sources.said(f"Title\n=====\n\nSo :cite:{role}:`clark2001`.\n")
    assert said.startswith(f"4: cite:{role}: ")


KEYS = {
    "blank2000,clark2001": "blank2000; clark2001",
    "blank2000, clark2001 ,wendt1992": "blank2000; clark2001; wendt1992",
    "blank2000,\n   clark2001": "blank2000;\n   clark2001",
    "{see}clark2001": "see @clark2001",
    "clark2001{p. 12}": "@clark2001, p. 12",
    "{see}clark2001{p. 12}": "see @clark2001, p. 12",
    "{see} clark2001 {pp. 12--14}, {but} blank2000": "see @clark2001, pp. 12--14; but @blank2000",
    "clark2001{and elsewhere}": "@clark2001, and elsewhere",
    "gray--s_2016": "gray--s_2016",
    "gray--s_2016,clark2001": "gray--s_2016; clark2001",
    "gray--s_2016{p. 3},clark2001": "@{gray--s_2016}, p. 3; @clark2001",
    "C++,clark2001": "@{C++}; @clark2001",
    "Words that nobody sees <clark2001>": "clark2001",
}


@pytest.mark.parametrize("theirs", KEYS)
def test_keys_and_words_around_them_are_said_in_our_way(sources: Sources, theirs: str) -> None:
    assert sources.after(f"So :cite:p:`{theirs}`.\n") == f"So :eir:citep:`{KEYS[theirs]}`.\n"
    assert sources.after(f"So {{cite:p}}`{theirs}`.\n", "page.md") == f"So {{eir:citep}}`{KEYS[theirs]}`.\n"
    assert sources.said("") == []


@pytest.mark.parametrize(
    "key", ["gray's_2016", "a--b", "10.1000/x(1)", "DBLP:conf/x/Y20", "_hidden", "x;y", "x@y"]
)
def test_any_key_is_cited_by_our_reader(sources: Sources, key: str) -> None:
    text = sources.after(f"So :cite:`{key}{{p. 3}}`.\n")
    (cite,) = read_cites(text.split("`")[1])
    assert (cite.key, cite.locator) == (key, "3")


def test_words_with_a_semicolon_are_changed_and_named(sources: Sources) -> None:
    (said,) = sources.said("So :cite:`{see; also}clark2001`.\n")
    assert said.startswith("1: ")
    assert sources.after("So :cite:`{see; also}clark2001`.\n") == "So :eir:citep:`see, also @clark2001`.\n"


@pytest.mark.parametrize(
    "text",
    [
        ":cite:`a{`",
        ":cite:`a b`",
        ":cite:title:`clark2001`",
        ":cite:p:`!clark2001`",
        ":footcite:`,`",
        ":footcite:`{see}a`",
    ],
)
def test_what_cannot_be_read_is_left_alone_and_named(sources: Sources, text: str) -> None:
    assert len(sources.said(f"So {text}.\n")) == 1
    assert sources.after(f"So {text}.\n") == f"So {text}.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("See [@clark2001].", "See {eir:citep}`@clark2001`."),
        ("See [see @clark2001, p. 12; @blank2000].", "See {eir:citep}`see @clark2001, p. 12; @blank2000`."),
        ("See [@nobody2000] and [me@example.org].", "See [@nobody2000] and [me@example.org]."),
        ("A link [@clark2001](https://example.org) and `[@clark2001]`.", "A link [@clark2001](https://example.org) and `[@clark2001]`."),
    ],
)  # fmt: skip
def test_pandocs_citations_are_roles_if_there_are_such_entries(
    sources: Sources, before: str, after: str
) -> None:
    assert sources.after(f"{before}\n\nAnd {{cite}}`clark2001`.\n", "page.md").startswith(after)


def test_sphinxs_own_role_for_anything_is_a_citation_if_it_names_entries(sources: Sources) -> None:
    text = "So :any:`clark2001,blank2000`, :any:`clark2001` and :any:`nobody`.\n"
    assert (
        sources.after(text)
        == "So :eir:citep:`clark2001; blank2000`, :eir:citep:`clark2001` and :any:`nobody`.\n"
    )


def test_a_footnote_is_a_note_with_the_whole_entry(sources: Sources) -> None:
    text = "So :footcite:`wendt1992` and :footcite:t:`clark2001`, again :footcite:p:`wendt1992,blank2000`.\n\n.. footbibliography::\n"
    assert sources.after(text) == (
        "So [#wendt1992]_ and :eir:citeauthor:`clark2001` [#clark2001]_, again [#wendt1992]_ [#blank2000]_.\n\n"
        ".. [#wendt1992] :eir:fullcite:`wendt1992`\n"
        ".. [#clark2001] :eir:fullcite:`clark2001`\n"
        ".. [#blank2000] :eir:fullcite:`blank2000`\n\n.. eir:notes::\n"
    )
    text = "So {footcite}`wendt1992`.\n\n```{footbibliography}\n```\n"
    assert sources.after(text, "page.md") == (
        "So [^wendt1992].\n\n[^wendt1992]: {eir:fullcite}`wendt1992`\n\n```{eir:notes}\n```\n"
    )
    assert 'eir_note_style = "arabic"' in sources.read("conf.py")


def test_the_label_of_a_note_clashes_with_none_of_the_authors(sources: Sources) -> None:
    text = "So :footcite:`clark2001` [#Clark2001]_ and :footcite:`gray--s_2016`.\n\n.. [#Clark2001] Mine.\n"
    assert sources.after(text) == (
        "So [#cite-clark2001]_ [#Clark2001]_ and [#cite-gray-s-2016]_.\n\n.. [#Clark2001] Mine.\n\n"
        ".. [#cite-clark2001] :eir:fullcite:`clark2001`\n"
        ".. [#cite-gray-s-2016] :eir:fullcite:`gray--s_2016`\n"
    )


def test_a_document_has_one_list_of_notes(sources: Sources) -> None:
    text = "A :footcite:`clark2001`.\n\n.. footbibliography::\n\nB :footcite:`blank2000`.\n\n.. footbibliography::\n"
    assert sources.after(text) == (
        "A [#clark2001]_.\n\n.. [#clark2001] :eir:fullcite:`clark2001`\n\n"
        "B [#blank2000]_.\n\n.. [#blank2000] :eir:fullcite:`blank2000`\n\n.. eir:notes::\n"
    )
