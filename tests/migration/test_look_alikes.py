"""What looks like a citation, but is code, a comment or text: nothing in it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Sources

SHOWN = {
    "a literal": "``:cite:`clark2001```",
    "a literal block": "Text::\n\n   See :cite:`clark2001`.\n\n   .. bibliography::\n\nEnd.",
    "a literal block with blank lines": "Text::\n\n   See\n\n   :cite:`clark2001`.\n",
    "a literal block below an item": "- Text::\n\n     :cite:`clark2001`\n\n  End.",
    "a quoted literal block": "Text::\n\n> :cite:`clark2001`\n> more\n\nEnd.",
    "a lone double colon": "::\n\n  :cite:`clark2001`\n",
    "code": ".. code-block:: rst\n   :linenos:\n\n   :cite:`clark2001`\n\n   .. bibliography::\n      :all:\n",
    "code in an item": "1. .. code:: rst\n\n      :cite:`clark2001`\n",
    "code in a note": ".. note::\n\n   .. sourcecode:: rst\n\n      :cite:`clark2001`\n",
    "a diagram": ".. mermaid::\n\n   A[:cite:`clark2001`]\n",
    "raw": ".. raw:: html\n\n   <p>:cite:`clark2001`</p>\n",
    "a comment": ".. :cite:`clark2001`\n   and :cite:`clark2001`\n\n   .. bibliography::\n",
    "a comment on its next lines": "..\n   :cite:`clark2001`\n",
    "a doctest": ">>> ':cite:`clark2001`'\n':cite:`clark2001`'\n",
    "text in other markup": "**:cite:`clark2001`** and *see :cite:`clark2001`*.",
    "an escaped role": "\\:cite:\\`clark2001`",
    "a role of another name": ":cites:`clark2001` :my:cite:`clark2001` :recite:`clark2001`",
    "a role of ours": ":eir:citep:`clark2001`",
    "words": "Cite, cite: `clark2001`, bibliography:: and footcite.",
}
SHOWN_MYST = {
    "code": "`{cite}` and `` {cite}`clark2001` `` and ``{cite}`clark2001` ``",
    "a fence": "```\n{cite}`clark2001`\n```\n",
    "a longer fence": "````md\n```{bibliography}\n```\n{cite}`clark2001`\n````\n",
    "tildes": "~~~\n{cite}`clark2001`\n~~~\n",
    "a directive with code": "```{code-block} md\n{cite}`clark2001`\n```\n",
    "code with a caption": "```{code-cell}\n:tags: [x]\nx = '{cite}`clark2001`'\n```\n",
    "indented code": "Text.\n\n    {cite}`clark2001`\n\nEnd.",
    "indented code in an item": "- Text.\n\n      {cite}`clark2001`\n",
    "a comment": "% {cite}`clark2001`\n",
    "a comment in HTML": "<!-- {cite}`clark2001`\n{cite}`clark2001` -->",
    "an escaped role": "\\{cite}`clark2001`",
    "code in reStructuredText": "```{eval-rst}\n.. code-block:: rst\n\n   :cite:`clark2001`\n```\n",
    "a role of another name": "{recite}`clark2001` {cites}`clark2001`",
    "an address": "[me](mailto:me@example.org) and me@example.org",
}
FOUND = {
    "a paragraph of two lines": ("See :cite:`a,\nb`.", "See :eir:citep:`a;\nb`."),
    "a suffixed role": ("See `a`:cite:t:.", "See :eir:citet:`a`."),
    "a quotation": ("Text.\n\n   “:cite:`a`”\n", "Text.\n\n   “:eir:citep:`a`”\n"),
    "after an escaped space": ("x\\ :cite:`a`\\ y", "x\\ :eir:citep:`a`\\ y"),
    "after code": ("Text::\n\n   code\n\nSee :cite:`a`.", "Text::\n\n   code\n\nSee :eir:citep:`a`."),
    "after an empty comment": ("..\n\n   :cite:`a`", "..\n\n   :eir:citep:`a`"),
    "a note": (".. note:: See :cite:`a`\n   and :cite:`b`.", ".. note:: See :eir:citep:`a`\n   and :eir:citep:`b`."),
    "a note's body": (".. note::\n   :class: x\n\n   :cite:`a`", ".. note::\n   :class: x\n\n   :eir:citep:`a`"),
    "a caption": (".. figure:: x.png\n\n   See :cite:`a`.", ".. figure:: x.png\n\n   See :eir:citep:`a`."),
    "a caption of code": (
        ".. code-block:: rst\n   :caption: See :cite:`a`\n\n   :cite:`b`",
        ".. code-block:: rst\n   :caption: See :eir:citep:`a`\n\n   :cite:`b`",
    ),
    "a footnote": (".. [#x] See :cite:`a`.\n   :cite:`b`", ".. [#x] See :eir:citep:`a`.\n   :eir:citep:`b`"),
    "a substitution": (".. |x| replace:: :cite:`a`", ".. |x| replace:: :eir:citep:`a`"),
    "a list": ("- :cite:`a`\n- :cite:`b`\n\n  :cite:`c`", "- :eir:citep:`a`\n- :eir:citep:`b`\n\n  :eir:citep:`c`"),
    "a definition": ("term :cite:`a`\n  :cite:`b`", "term :eir:citep:`a`\n  :eir:citep:`b`"),
    "a field": (":see: :cite:`a`", ":see: :eir:citep:`a`"),
    "a line block": ("| :cite:`a`\n| :cite:`b`", "| :eir:citep:`a`\n| :eir:citep:`b`"),
    "an unknown directive": (".. grid-item::\n\n   :cite:`a`", ".. grid-item::\n\n   :eir:citep:`a`"),
    "a directive of autodoc": (".. autoclass:: X\n\n   :cite:`a`", ".. autoclass:: X\n\n   :eir:citep:`a`"),
    "parsed literal": (".. parsed-literal::\n\n   :cite:`a`", ".. parsed-literal::\n\n   :eir:citep:`a`"),
}  # fmt: skip
FOUND_MYST = {
    "two lines": ("See {cite}`a,\nb`.", "See {eir:citep}`a;\nb`."),
    "two backquotes": ("See {cite}``a``.", "See {eir:citep}`a`."),
    "a note": (":::{note} See {cite}`a`\n{cite}`b`\n:::", ":::{note} See {eir:citep}`a`\n{eir:citep}`b`\n:::"),
    "colons": (":::{note}\n{cite}`a`\n:::\n{cite}`b`", ":::{note}\n{eir:citep}`a`\n:::\n{eir:citep}`b`"),
    "nested": (
        "::::{grid}\n:::{grid-item}\n{cite}`a`\n:::\n```\n{cite}`b`\n```\n::::\n{cite}`c`",
        "::::{grid}\n:::{grid-item}\n{eir:citep}`a`\n:::\n```\n{cite}`b`\n```\n::::\n{eir:citep}`c`",
    ),
    "a list": ("- x\n\n  {cite}`a`\n\n    - {cite}`b`", "- x\n\n  {eir:citep}`a`\n\n    - {eir:citep}`b`"),
    "a table": ("| a |\n|---|\n| {cite}`a` |", "| a |\n|---|\n| {eir:citep}`a` |"),
    "reStructuredText": ("```{eval-rst}\nSee :cite:`a`.\n```\n{cite}`b`", "```{eval-rst}\nSee :eir:citep:`a`.\n```\n{eir:citep}`b`"),
    "after front matter": ("---\ntitle: x\n---\n\n{cite}`a`", "---\ntitle: x\n---\n\n{eir:citep}`a`"),
    "a footnote": ("[^x]: See {cite}`a`.", "[^x]: See {eir:citep}`a`."),
    "deep in a paragraph": ("Text\n      {cite}`a`", "Text\n      {eir:citep}`a`"),
}  # fmt: skip


@pytest.mark.parametrize("what", SHOWN)
def test_what_is_only_shown_stays(sources: Sources, what: str) -> None:
    assert sources.after(SHOWN[what]) == SHOWN[what]


@pytest.mark.parametrize("what", SHOWN_MYST)
def test_what_is_only_shown_in_markdown_stays(sources: Sources, what: str) -> None:
    assert sources.after(SHOWN_MYST[what], "page.md") == SHOWN_MYST[what]


@pytest.mark.parametrize("what", FOUND)
def test_what_is_text_changes_wherever_it_stands(sources: Sources, what: str) -> None:
    before, after = FOUND[what]
    assert sources.after(before) == after


@pytest.mark.parametrize("what", FOUND_MYST)
def test_what_is_text_in_markdown_changes_wherever_it_stands(sources: Sources, what: str) -> None:
    before, after = FOUND_MYST[what]
    assert sources.after(before, "page.md") == after


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("word:cite:`clark2001` is text.", 1),
        ("Text.\n\n.. default-role:: cite\n", 3),
        ("Text.\n\n.. role:: mine(cite)\n", 3),
        ("Text.\n\n.. default-domain:: cite\n", 3),
    ],
)
def test_what_makes_citations_of_other_text_is_named(sources: Sources, text: str, line: int) -> None:
    (said,) = sources.said(text)
    assert said.startswith(f"{line}: ")


def test_front_matter_is_named(sources: Sources) -> None:
    text = '---\nmyst:\n  substitutions:\n    x: "{cite}`clark2001`"\n---\n\nText.\n'
    assert sources.said(text, "page.md") == ["4: a citation in the front matter: change it by hand"]
    assert sources.after(text, "page.md") == text


def test_notebooks_and_docstrings_are_named_and_keep_what_they_need(sources: Sources) -> None:
    sources.write(
        {
            "conf.py": 'extensions = ["sphinxcontrib.bibtex", "nbsphinx", "sphinx.ext.autodoc"]\nbibtex_bibfiles = ["refs.bib"]\n',
            "page.rst": "So :cite:`clark2001`.\n",
            "book.ipynb": '{"cells": [{"cell_type": "markdown", "source": ["So {cite}`clark2001`."]}]}',
            "quiet.ipynb": '{"cells": [{"cell_type": "code", "source": ["x"]}]}',
            "code.py": 'def f():\n    """Do.\n\n    See :cite:`clark2001`."""\n# :cite:`comment`\n',
        }
    )
    migration = sources.migrate()
    named = {message.path.name: message for message in migration.messages if message.todo}
    assert set(named) == {"book.ipynb", "code.py", "conf.py"}
    assert named["code.py"].line == 4
    assert sources.read("conf.py") == (
        'extensions = ["sphinxcontrib.bibtex", "sphinxext_eir", "nbsphinx", "sphinx.ext.autodoc"]\n'
        'bibtex_bibfiles = ["refs.bib"]\neir_bibliography_files = bibtex_bibfiles\n'
    )
    assert sources.migrate().changes == ()


def test_what_is_included_from_elsewhere_is_named(sources: Sources) -> None:
    sources.write(
        {
            "../README.rst": "So :cite:`clark2001`.\n",
            "../PLAIN.rst": "So.\n",
            "in.inc": "So :cite:`clark2001`.\n",
        }
    )
    text = "Text.\n\n.. include:: ../README.rst\n\n.. include:: ../PLAIN.rst\n\n.. include:: in.inc\n"
    assert sources.said(text) == [
        "3: ../README.rst has citations, too, and stands elsewhere: change it by hand"
    ]


def test_what_has_to_be_installed_is_named(sources: Sources) -> None:
    sources.write(
        {
            "../pyproject.toml": '[project]\ndocs = ["sphinx", "sphinxcontrib-bibtex>=2"]\n',
            "requirements.txt": "furo\n",
        }
    )
    said = [(m.path.name, m.line) for m in sources.migrate().messages if m.todo]
    assert said == [("pyproject.toml", 2)]
