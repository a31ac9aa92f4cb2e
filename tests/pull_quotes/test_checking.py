"""What a pull quote is held to, and what is said if the text doesn't say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.quoted import ESSAY, essay, is_hidden, quote, quotes

from sphinxext_eir.features.pull_quotes import checking
from sphinxext_eir.text.quotation import Comparison, Difference, Verdict

if TYPE_CHECKING:
    from support.sphinx_project import Project


@pytest.mark.parametrize(
    "words",
    [
        "nobody is **born** with it",
        "Nobody is born ‘with’ it.",
        "nobody\n   is\n   born",
        "nobody [1]_ is born [ii] with it[iii].",
        "``nobody`` is born",
        "an item. A quote. Row",
    ],
)
def test_the_text_has_these_words(project: Project, words: str) -> None:
    body = (
        f"{quote(words)}\nWell, nobody is [1]_ *born* [iii] “with” it.\n\n* an item.\n\nP.\n\n   A quote.\n\n"
        "   * Row\n\n.. [1] A note.\n"
    )
    body = body.replace("“with”", "'with'") if "‘" in words else body.replace("“with”", "with")
    body = body.replace("P.\n\n", "") if "item" in words else body
    (aside,) = quotes(essay(project, body))
    assert is_hidden(aside)


@pytest.mark.parametrize(
    ("elsewhere", "part"),
    [
        ("These words\n-----------", "heading"),
        (".. rubric:: These words", "heading"),
        ("::\n\n   These words", "code"),
        ("Text [1]_.\n\n.. [1] These words", "note"),
        ("Text [C]_.\n\n.. [C] These words", "note"),
        (".. eir:pull-quote::\n   :check: off\n\n   These words", "pull quote"),
        (".. eir:about-author::\n\n   These words", "biography"),
        (".. eir:article::\n\n   These words", "head"),
        (".. figure:: missing.png\n\n   These words", "caption"),
        (".. topic:: T\n\n   These words", "topic"),
        (".. math:: These words", "formula"),
        (".. These words", "comment"),
    ],
)
def test_words_that_stand_elsewhere_are_not_the_text(project: Project, elsewhere: str, part: str) -> None:  # noqa: ARG001
    build = essay(project, f"{quote('These words')}\nText.\n\n{elsewhere}\n\nText.")
    assert any("essay.rst:4: WARNING: the text doesn't say" in line for line in build.warnings)
    assert not is_hidden(quotes(build)[0])


def test_a_mismatch_is_reported_with_the_nearest_passage_and_what_differs(project: Project) -> None:
    build = essay(project, f"Serbia has no choice but to move.\n\n{quote('Serbia has any choice but')}\nEnd.")
    assert build.warnings == [
        "essay.rst:6: WARNING: the text doesn't say what this pull quote says. The nearest passage is "
        "'Serbia has no choice but'; what differs: 'any' for 'no' [eir.pull_quote]"
    ]
    (aside,) = quotes(build)
    assert not is_hidden(aside)
    assert aside["aria-label"] == "Pull quote"


def test_a_mismatch_of_myst_is_reported_at_its_line(project: Project) -> None:
    source = "# T\n\nSerbia has no choice.\n\n```{eir:pull-quote}\n:align: left\n\nSerbia has choice.\n```\n"
    (warning,) = project.write({"essay.md": source}).build().warnings
    assert warning.startswith("essay.md:5: WARNING: the text doesn't say what this pull quote says.")
    assert "what differs: 'no' left out" in warning


def test_a_stale_pull_quote_is_reported_after_an_edit(project: Project) -> None:
    assert project.write({"essay.rst": ESSAY}).build().warnings == []
    build = project.write({"essay.rst": ESSAY.replace("who can wait has", "who could wait has")}).build()
    (warning,) = build.warnings
    assert "'He who could wait'; what differs: 'can' for 'could'" in warning


def test_unchecked_words_are_not_reported_and_not_hidden(project: Project) -> None:
    build = essay(project, f"{quote('Celui qui attend', ':check: off')}\nHe who waits.")
    assert build.warnings == []
    assert not is_hidden(quotes(build)[0])


NEAR = "the text doesn't say what this pull quote says. The nearest passage is"


@pytest.mark.parametrize(
    ("nearest", "differences", "message"),
    [
        ("", 0, "the text doesn't say what this pull quote says, or anything near it"),
        ("He who waits", 0, f"{NEAR} 'He who waits', which stands elsewhere or is no whole words"),
        ("He who waits", 1, f"{NEAR} 'He who waits'; what differs: 'b0' for 'a0'"),
        (
            "He who waits",
            5,
            f"{NEAR} 'He who waits'; what differs: 'b0' for 'a0', 'b1' for 'a1', 'b2' for 'a2', 'b3' for 'a3', 'b4' for 'a4'",
        ),
        (
            "He who waits",
            6,
            f"{NEAR} 'He who waits'; what differs: 'b0' for 'a0', 'b1' for 'a1', 'b2' for 'a2', 'b3' for 'a3', 'b4' for 'a4', and more",
        ),
        ("nine chars " * 50, 1, f"{NEAR} '{'nine chars ' * 27}…'; what differs: 'b0' for 'a0'"),
    ],
)
def test_the_message_of_a_mismatch(nearest: str, differences: int, message: str) -> None:
    different = tuple(Difference(f"a{number}", f"b{number}") for number in range(differences))
    assert checking._message(Comparison(Verdict.DIFFERENT, nearest, different)) == message


@pytest.mark.parametrize(
    ("difference", "text"),
    [
        (Difference("a", "b"), "'b' for 'a'"),
        (Difference("a", ""), "'a' left out"),
        (Difference("", "b"), "'b' added"),
    ],
)
def test_a_difference_is_said_in_words(difference: Difference, text: str) -> None:
    assert str(difference) == text


@pytest.mark.parametrize(
    ("text", "quote", "said"),
    [
        ("海は静かではない、と彼は言った。", "「海は静かではない」", ""),
        ("海は静かではない、と彼は言った。", "海が静かではない", "が"),
        ("The ﬁnal oﬃce waits.", "the final office", ""),
        ("الســـاحل بعيد.", "الساحل", ""),
    ],
)
@pytest.mark.parametrize("syntax", ["rst", "md"])
def test_a_quote_in_any_script_is_compared_in_both_syntaxes(
    project: Project, syntax: str, text: str, quote: str, said: str
) -> None:
    source = (
        f"Title\n=====\n\n.. eir:article::\n\n{text}\n\n.. eir:pull-quote::\n\n   {quote}\n"
        if syntax == "rst"
        else f"# Title\n\n```{{eir:article}}\n```\n\n{text}\n\n```{{eir:pull-quote}}\n{quote}\n```\n"
    )
    warnings = project.write({f"index.{syntax}": source}).build("html").warnings
    assert [said in warning for warning in warnings] == ([True] if said else [])
    assert not any("anything near it" in warning for warning in warnings)
