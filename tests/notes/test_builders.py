"""Notes in every builder, and the laws of every feature."""

from __future__ import annotations

import re

import docutils
import pytest
from bs4 import BeautifulSoup
from docutils import nodes
from support.noted import (
    COUNT,
    EVERYTHING,
    HEAD,
    LITERAL,
    PLAIN,
    assert_every_link_lands,
    body_labels,
    romans,
)
from support.sphinx_project import (
    STOCK_BUILDERS,
    Project,
    assert_incremental_equals_fresh,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
)

# Every builder


OUTPUTS = {
    "html": "essay.html",
    "dirhtml": "essay/index.html",
    "singlehtml": "index.html",
    "epub": "essay.xhtml",
}


@pytest.mark.parametrize("builder", STOCK_BUILDERS)
def test_every_builder_builds_without_a_warning(project: Project, builder: str) -> None:
    source = EVERYTHING
    build = project.write({"essay.rst": source, "literal.rst": LITERAL, "plain.rst": PLAIN}).build(builder)
    assert [line for line in build.warnings if "epub" not in line and "x.png" not in line] == []


@pytest.mark.parametrize(("builder", "output"), OUTPUTS.items())
def test_the_family_of_html_has_the_same_labels_and_every_link_lands(
    project: Project, builder: str, output: str
) -> None:
    build = project.write({"essay.rst": EVERYTHING, "literal.rst": LITERAL}).build(builder)
    page = BeautifulSoup(build.read(output), "html.parser")
    expected = romans(COUNT) + (romans(3) if builder == "singlehtml" else [])
    assert body_labels(page) == expected
    assert_every_link_lands(page)


@pytest.mark.parametrize("builder", ["text", "man", "texinfo", "xml"])
def test_other_builders_have_the_same_labels(project: Project, builder: str) -> None:
    out = {"text": "essay.txt", "man": "essays.1", "texinfo": "essays.texi", "xml": "essay.xml"}[builder]
    text = project.write({"essay.rst": EVERYTHING}).build(builder).read(out)
    text = re.sub(r"<[^>]*>|@anchor{[^}]*}|@ref{[^,]*,,([^}]*)}", r"\1", text)
    *_, listed = text.partition("Of the title.")
    found = re.findall(r"\[[ivx]+\]", text[: text.index("Of the title.")])
    assert found.count("[ii]") == 2
    if builder == "man" and docutils.__version_info__ < (0, 22):
        found.append("[viii]")  # it printed no captions of tables
    assert list(dict.fromkeys(sorted(found, key=romans(COUNT).index))) == romans(COUNT - 1)
    assert re.findall(r"^\s*(\[[ivx]+\])", listed, flags=re.MULTILINE) == romans(COUNT)[1:]


def test_a_builder_nobody_knows_is_given_docutils_own_nodes_alone(project: Project) -> None:
    # Its visitor goes by bare class names and has no fallback: see support/plain_builder.py.
    project.write({"essay.rst": EVERYTHING, "literal.rst": LITERAL})
    build = project.build("plain", extensions=["sphinxext_eir", "myst_parser", "support.plain_builder"])
    assert build.warnings == []
    words = build.read("essay.plain")
    for label in romans(COUNT):
        assert label in words
    resolved = build.resolved("literal")
    ids = {identifier for node in resolved.findall(nodes.Element) for identifier in node["ids"]}
    links = [node["refid"] for node in resolved.findall(nodes.reference) if "refid" in node]
    assert len(links) == 5
    assert set(links) <= ids


def test_gettext_has_every_notes_body(project: Project) -> None:
    catalogue = project.write({"essay.rst": EVERYTHING, "literal.rst": LITERAL}).build("gettext")
    for words in ("Of the title.", "See [#n]_.", "Second.", "Quoted.", "Nested.", "See *this*"):
        assert words in catalogue.read("essay.pot"), words
    # An inline note is part of its paragraph's message, and no message of its own.
    assert catalogue.read("essay.pot").replace('"\n"', "").count("See *this*") == 1
    for words in ("http://example.org/a_b?c=%20#!d", "Two.", "Three."):
        assert f'msgid "{words}"' in catalogue.read("literal.pot"), words


def test_a_translation_may_reorder_notes(project: Project) -> None:
    source = HEAD + "One [#a]_ two [#b]_ three\\ :eir:note:`C *c*.` four[i] five [ii]_.\n\n"
    source += ".. [#a] Aa.\n.. [#b] Bb.\n.. [i] One.\n.. [ii] Two.\n"
    messages = {
        "One [#a]_ two [#b]_ three\\\\ :eir:note:`C *c*.` four[i] five [ii]_.":
            "[ii]_ Vier[i] drei\\\\ :eir:note:`D *d*.` zwei [#b]_ eins [#a]_.",
        "Aa.": "Ah.",
    }  # fmt: skip
    catalogue = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    catalogue += "".join(f'\nmsgid "{key}"\nmsgstr "{value}"\n' for key, value in messages.items())
    project.write(
        {
            "essay.rst": source,
            "locale/de/LC_MESSAGES/essay.po": catalogue,
            "index.rst": "I\n=\n\n.. toctree::\n\n   essay\n",
        }
    )
    build = project.build(language="de", locale_dirs=["locale"])
    page = build.page("essay")
    # Sphinx itself warns of every translation that reorders footnotes.
    assert [
        line for line in build.warnings if not re.search("note_order|inconsistent_references", line)
    ] == []
    assert [re.sub(r" ↩.*", "", item.get_text(" ", strip=True)) for item in page.select("ol > li")] == [
        "[i] One.", "[ii] Two.", "[iii] D d .", "[iv] Bb.", "[v] Ah.",
    ]  # fmt: skip
    assert_every_link_lands(page)


def test_a_reference_that_only_takes_out_leaves_note_and_number(project: Project) -> None:
    source = (
        HEAD + ".. only:: latex\n\n   A [#a]_.\n\nB [#b]_.\n\n.. ifconfig:: False\n\n   C [#c]_ [#b]_.\n\n"
    )
    source += ".. [#a] Aa.\n.. [#b] Bb.\n.. [#c] Cc.\n"
    build = project.write({"essay.rst": source}).build(
        extensions=["sphinxext_eir", "myst_parser", "sphinx.ext.ifconfig"], nitpicky=False
    )
    page = build.page("essay")
    assert body_labels(page) == ["[i]", "[ii]", "[iii]"]
    assert [len(item.select("a[role=doc-backlink]")) for item in page.select("ol > li")] == [0, 1, 0]
    assert_every_link_lands(page)


# Laws


def test_resolving_twice_gives_equal_trees(project: Project) -> None:
    project.write({"essay.rst": EVERYTHING, "literal.rst": LITERAL})
    for builder in ("html", "epub", "latex", "texinfo", "text"):
        assert_resolving_twice_gives_equal_trees(project.build(builder))
    assert_resolving_twice_gives_equal_trees(project.build("latex", out="page", eir_note_placement="page"))


def test_parallel_equals_serial(project: Project) -> None:
    project.write({f"essay{n}.rst": LITERAL.replace("Two.", f"Two of {n}.") for n in range(12)})
    assert_parallel_equals_serial(project)  # objects.inv included


def test_incremental_equals_fresh(project: Project) -> None:
    project.write({"essay.rst": EVERYTHING, "literal.rst": LITERAL, "plain.rst": PLAIN})
    edited = LITERAL.replace(".. [iii] Three.", ".. [iii] Three more.\n\n.. [iv] Four.").replace(
        "[sic]", "[iv]"
    )
    assert_incremental_equals_fresh(project, {"literal.rst": edited, "essay.rst": PLAIN.replace("md", "mm")})
