"""Laws: text without citations stays as it is, words around citations stay, and other parsers find the same citations."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.parsed import citations

from sphinxext_eir.migration.inline import PANDOC
from sphinxext_eir.migration.myst import read_myst
from sphinxext_eir.migration.plan import Plan
from sphinxext_eir.migration.records import Source
from sphinxext_eir.migration.rest import read_rest
from sphinxext_eir.migration.rewriting import Rewriter
from sphinxext_eir.migration.targets import Target, is_faithful, read_targets, write_targets

pytestmark = pytest.mark.laws

READERS = {"rst": read_rest, "myst": read_myst}
PIECES = {
    "rst": (
        "Words and words.", "See :cite:`a`.", "`a`:cite:t: and ``:cite:`b```", "*so :cite:`c`* **x**", "Text::",
        "::", ".. note::", ".. code-block:: rst", ".. tip-of-ours::", ".. :cite:`d`", "..", ".. [#f] :cite:p:`e,f`",
        ".. bibliography::\n   :all:", ".. footbibliography::", "- :cite:`g`", "1. x::", ">>> :cite:`h`", "> :cite:`i`",
        "term\n  :cite:`j`", "| :cite:`k`", ":field: :cite:`l`", ":footcite:`m` x", ".. _t:", ".. |s| replace:: :cite:`n`",
        "Title :cite:`o`\n================", "x:cite:`p`", "\\:cite:`q`", "“:cite:`r`”", "========= =====\n:cite:`s` b\n========= =====",
    ),
    "myst": (
        "Words and words.", "See {cite}`a`.", "`{cite}` and `` {cite}`b` ``", "**{cite}`c`**", "```\n{cite}`d`\n```",
        ":::{note}\n{cite}`e`\n:::", "```{code-block} md\n{cite}`f`\n```", "~~~{tip-of-ours}\n{cite:p}`g`\n~~~", "% {cite}`h`",
        "<!-- {cite}`i` -->", "```{bibliography}\n:all:\n```", ":::{footbibliography}\n:::", "- {cite}`j`", "1. x", "> {cite}`k`",
        "{footcite}`l` x", "# Title {cite}`m`", "\\{cite}`n`", "+++", "```{eval-rst}\n:cite:`o` ``:cite:`p```\n```",
    ),
}  # fmt: skip


@st.composite
def documents(draw: st.DrawFn, syntax: str) -> str:
    """Return a source of pieces, each as far in as the one before it, or less or more."""
    rows: list[str] = []
    for piece in draw(st.lists(st.sampled_from(PIECES[syntax]), min_size=1, max_size=8)):
        margin = (
            ""
            if "=====" in piece
            else " " * draw(st.sampled_from((0, 0, 0, 3, 6) if syntax == "rst" else (0, 0, 0, 2, 4)))
        )
        rows += [margin + row for row in piece.split("\n")]
        rows += [""] * draw(st.sampled_from((1, 1, 1, 2)))
    return "\n".join(rows) + "\n"


def ours(text: str, syntax: str) -> list[str]:
    markup = READERS[syntax](text)
    roles = [f"{role.name} {' '.join(role.text.split())}" for role in markup.roles if role.name != PANDOC]
    return sorted([*roles, *(directive.name for directive in markup.directives)])


@given(documents("rst"))
def test_docutils_finds_the_same_citations(text: str) -> None:
    assert ours(text, "rst") == citations(text, "rst")


@given(documents("myst"))
def test_myst_parser_finds_the_same_citations(text: str) -> None:
    pytest.importorskip("myst_parser")
    assert ours(text, "myst") == citations(text, "myst")


def rewritten(text: str, syntax: str) -> str:
    plan = Plan(
        "eir-harvard",
        (),
        {},
        frozenset(),
        (),
        {"bibtex_bibliography_header": "", "bibtex_footbibliography_header": ""},
    )
    source = Source(None, text, syntax, READERS[syntax](text))  # type: ignore[arg-type]
    return Rewriter(source, plan).run().after


SIGNS = st.text(st.sampled_from("ab :`.{}[]@*_|-=+>\\\n\t#%~"), max_size=80)


@given(SIGNS, st.sampled_from(["rst", "myst"]))
def test_text_without_citations_stays(text: str, syntax: str) -> None:
    assert rewritten(text, syntax) == text


@given(st.data(), st.sampled_from(["rst", "myst"]))
def test_words_outside_markup_stay_and_a_second_time_changes_nothing(
    data: st.DataObject, syntax: str
) -> None:
    text = data.draw(documents(syntax))
    after = rewritten(text, syntax)
    markup = READERS[syntax](text)
    places = sorted((part.start, part.end) for part in [*markup.roles, *markup.directives])
    kept, at = [], 0
    for start, end in places:
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    rest = after
    for part in kept:
        for word in re.findall(r"[^\s=]+", part):
            assert word in rest
            rest = rest[rest.index(word) + len(word) :]
    assert rewritten(after, syntax) == after


KEYS = st.text(
    st.characters(exclude_characters="{}, \t\r\n\x0b\x0c<>`", exclude_categories=["Z", "C"]),
    min_size=1,
    max_size=12,
)
WORDS = st.sampled_from(
    ["", "see", "see also", "p. 12", "pp. 3-5", "chap. 2", "and so on", "cf. (1)", "12", "a, b"]
)


@given(st.lists(st.builds(Target, KEYS, WORDS, WORDS), min_size=1, max_size=3))
def test_our_reader_reads_what_is_written(targets: list[Target]) -> None:
    assert is_faithful(targets, write_targets(targets, bare=False))
    typed = ",".join(
        (f"{{{t.before}}}" if t.before else "") + t.key + (f"{{{t.after}}}" if t.after else "")
        for t in targets
    )
    assert read_targets(typed) == targets
