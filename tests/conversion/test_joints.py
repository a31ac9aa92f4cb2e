"""The joint ``\\ `` of reStructuredText stands where docutils needs it, and nowhere else."""

from __future__ import annotations

import re

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from docutils.utils import punctuation_chars

from sphinxext_eir.conversion.document import Note, Notes
from sphinxext_eir.conversion.inlines import Inline, Inlines, Kind
from sphinxext_eir.conversion.writing.rst import RstWriter, may_begin, may_end

SETTINGS = {"report_level": 1, "halt_level": 2, "warning_stream": False, "_disable_config": True}


def note() -> Inline:
    return Inline("[1]", kind=Kind.NOTE, target="1")


def set_off(text: str, kind: Kind = Kind.EMPHASIS) -> Inline:
    return Inline(text, kind=kind, target="https://example.org/a" if kind is Kind.LINK else "")


LINK = " <https://example.org/a>`__"
JOINTS: dict[str, Inlines] = {
    '"It is so"[1]_ they said.': (Inline('"It is so"'), note(), Inline(" they said.")),
    "It is so ([1]_), and—[1]_—so.": (Inline("It is so ("), note(), Inline("), and—"), note(), Inline("—so.")),
    "It is so.\\ [1]_ And": (Inline("It is so."), note(), Inline(" And")),
    f"A doi:`10.1{LINK}.": (Inline("A doi:"), set_off("10.1", Kind.LINK), Inline(".")),
    f"A :doi:\\ `10.1{LINK}.": (Inline("A :doi:"), set_off("10.1", Kind.LINK), Inline(".")),
    "So :sup:`2`\\ :a: b": (Inline("So "), set_off("2", Kind.SUPERSCRIPT), Inline(":a: b")),
    "Dans l’*Esprit* „*leading edge*“.": (Inline("Dans l’"), set_off("Esprit"), Inline(" „"), set_off("leading edge"), Inline("“.")),
    "Given *a*\\|b, *n*>3, *n*\\ x": (Inline("Given "), set_off("a"), Inline("|b, "), set_off("n"), Inline(">3, "), set_off("n"), Inline("x")),
    'He said (*"so"*), "\\ *"x*".': (Inline("He said ("), set_off('"so"'), Inline('), "'), set_off('"x'), Inline('".')),
}  # fmt: skip


def test_marks_are_those_of_docutils() -> None:
    before = re.compile(rf"[\s{punctuation_chars.openers}{punctuation_chars.delimiters}]")
    after = re.compile(
        rf"[\s{punctuation_chars.closing_delimiters}{punctuation_chars.delimiters}{punctuation_chars.closers}]"
    )
    for code in range(32, 0x10000):
        character = chr(code)
        assert before.match(character) or not may_begin(character), f"U+{code:04X}"
        assert after.match(character) or character in "\\*`|_" or not may_end(character), f"U+{code:04X}"
    assert all(map(may_begin, "-:/'\"<([{ «„—…"))
    assert all(map(may_end, "'\")]}>-/\\:.,;!? »“—…"))


@pytest.mark.parametrize("written", JOINTS)
def test_a_joint_stands_only_where_docutils_needs_it(written: str) -> None:
    runs = JOINTS[written]
    writer = RstWriter(Notes((), (Note("1", (), ()),), "arabic"))
    assert writer.inline(runs) == written
    tree = publish_doctree(f"{written}\n\n.. [1] A note.\n", settings_overrides=SETTINGS)
    paragraph = next(iter(tree.findall(nodes.paragraph)))
    assert paragraph.astext() == "".join("1" if run.kind is Kind.NOTE else run.text for run in runs)
    marked = [
        node.astext() for node in paragraph.children if not isinstance(node, (nodes.Text, nodes.target))
    ]
    assert marked == [run.text.strip("[]") for run in runs if run.kind is not Kind.TEXT]


@pytest.mark.parametrize("written", [text for text in JOINTS if "\\ " in text])
def test_without_it_docutils_reads_something_else(written: str) -> None:
    bare = written.replace("\\ ", "")
    quiet = SETTINGS | {"report_level": 5, "halt_level": 5}
    with_joint, without = (
        publish_doctree(f"{text}\n\n.. [1] A note.\n", settings_overrides=quiet)[0].pformat()
        for text in (written, bare)
    )
    assert with_joint != without
