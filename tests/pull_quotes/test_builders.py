"""Pull quotes in every builder, and the laws of every feature."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from support.quoted import ESSAY, INDEX, essay, quote, quotes
from support.sphinx_project import (
    STOCK_BUILDERS,
    Project,
    assert_documents_of_others_are_untouched,
    assert_incremental_equals_fresh,
    assert_parallel_equals_serial,
    assert_resolving_twice_gives_equal_trees,
)

from sphinxext_eir.core.domain import eir_domain

if TYPE_CHECKING:
    from collections.abc import Callable


PLAIN = "Plain\n=====\n\nAn API page [1]_ (Blank 2000).\n\n.. [1] A note.\n"


# Every builder


@pytest.mark.parametrize("builder", STOCK_BUILDERS)
def test_every_builder_builds_without_a_warning(project: Project, builder: str) -> None:
    build = project.write({"essay.rst": ESSAY, "plain.rst": PLAIN}).build(builder)
    assert [line for line in build.warnings if "epub" not in line] == []


@pytest.mark.parametrize(
    ("builder", "output"),
    [("text", "essay.txt"), ("man", "essays.1"), ("texinfo", "essays.texi"), ("xml", "essay.xml")],
)
def test_builders_without_a_rendering_of_ours_leave_out_what_only_repeats(
    project: Project, builder: str, output: str
) -> None:
    text = re.sub(r"<[^>]+>|\\f\w|\\-?", "", project.write({"essay.rst": ESSAY}).build(builder).read(output))
    flat = " ".join(text.split())
    assert flat.count("born with it") == 1
    assert flat.count("He who can wait") == 1
    assert flat.count("Waiting is an art") == 2  # it has an attribution
    assert flat.count("Jane") == 1
    assert flat.count("slow trains") == 2  # it is no repetition


def test_text_sets_a_pull_quote_as_a_block_quote(project: Project) -> None:
    text = project.write({"essay.rst": ESSAY}).build("text").read("essay.txt")
    assert "\n\n   Waiting is an art.\n\n   -- Jane *Doe*\n\nHe who can wait has time.\n\nTime is" in text


def test_an_unknown_builder_is_given_docutils_own_nodes_alone(project: Project) -> None:
    build = project.write({"essay.rst": ESSAY}).build("dummy")
    stock = {getattr(nodes, name) for name in nodes.node_class_names} | {nodes.document}
    assert {type(node) for node in build.resolved("essay").findall()} <= stock


def test_gettext_has_all_words_once(project: Project) -> None:
    catalogue = project.write({"essay.rst": ESSAY}).build("gettext").read("essay.pot")
    messages = re.findall(r'^msgid "(.+)"$', catalogue, flags=re.MULTILINE)
    assert sorted(messages) == sorted(
        [
            "The Art of Waiting",
            'Waiting is an art, and :eir:pull-quote:`nobody *is* born with it`. It takes years of \\"very\\" slow trains.',
            "Waiting is an art.",
            "Jane *Doe*",
            "He who can wait has time.",
            "He who can wait",
            "Time is everything.",
            "It takes years of […] slow trains.",
            "The end.",
        ]
    )


def test_a_translation_is_held_to_the_translated_text(project: Project) -> None:
    pairs = {
        "Waiting is :eir:pull-quote:`an art` of all.": "Warten ist :eir:pull-quote:`eine Kunst` von allen.",
        "Waiting is": "Warten ist",
        "of all.": "von vielen.",
    }
    catalogue = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n' + "".join(
        f'msgid "{source}"\nmsgstr "{target}"\n\n' for source, target in pairs.items()
    )
    body = f"{next(iter(pairs))}\n\n{quote('Waiting is')}\n{quote('of all.')}\nEnd."
    project.write({"locale/de/LC_MESSAGES/essay.po": catalogue})
    build = essay(project, body, language="de", locale_dirs=["locale"])
    assert [" ".join(aside.text.split()) for aside in quotes(build)] == [
        "eine Kunst",
        "Warten ist",
        "von vielen.",
    ]
    (warning,) = build.warnings
    assert "The nearest passage is 'von allen.'; what differs: 'vielen' for 'allen.'" in warning


def test_epub_has_them_too(project: Project) -> None:
    page = project.write({"essay.rst": ESSAY}).build("epub").read("essay.xhtml")
    assert page.count('role="doc-pullquote"') == 3
    assert page.count('aria-label="Pull quote"') == 1


def test_documents_without_a_pull_quote_are_untouched(make_project: Callable[..., Project]) -> None:
    assert_documents_of_others_are_untouched(make_project, {"plain.rst": PLAIN})


# Laws


def test_resolving_twice_gives_equal_trees(project: Project) -> None:
    project.write({"essay.rst": ESSAY, "plain.rst": PLAIN})
    for builder in ("html", "epub", "latex", "text", "gettext"):
        assert_resolving_twice_gives_equal_trees(project.build(builder))


def test_resolving_leaves_what_is_stored(project: Project) -> None:
    build = project.write({"essay.rst": ESSAY}).build()
    before = build.doctree("essay").pformat()
    build.resolved("essay")
    assert build.doctree("essay").pformat() == before


def test_parallel_equals_serial(project: Project) -> None:
    sources = {f"essay{number}.rst": ESSAY.replace("years", f"{number} years") for number in range(11)}
    project.write(sources | {"bad.rst": ESSAY.replace("art.", "craft.")})
    assert_parallel_equals_serial(project)


def test_incremental_equals_fresh(project: Project) -> None:
    project.write({"essay.rst": ESSAY, "other.rst": ESSAY, "plain.rst": PLAIN, "index.rst": INDEX})
    edited = ESSAY.replace("born with it", "born to it").replace(":align: left", ":align: full")
    build = assert_incremental_equals_fresh(project, {"essay.rst": edited, "other.rst": None})
    assert list(eir_domain(build.app.env).documents) == ["essay"]
    build = assert_incremental_equals_fresh(project, {"essay.rst": PLAIN})
    assert eir_domain(build.app.env).documents == {}
