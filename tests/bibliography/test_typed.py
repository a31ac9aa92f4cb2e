"""Typed citations and lists: what is linked, what stays text, and what is reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.citing import ENTRIES, body_of, essay, links

if TYPE_CHECKING:
    from support.sphinx_project import Project


# Typed


@pytest.mark.parametrize(
    ("typed", "cited"),
    [
        ("so (Blank 2000).", [("(Blank 2000)", "Blank")]),
        ("so (Blank, 2000).", [("(Blank, 2000)", "Blank")]),
        ("Blank (2000) says", [("Blank (2000)", "Blank")]),
        ("Blank's (2000) view", [("Blank’s (2000)", "Blank")]),
        ("However, Blank (2000: 12) says", [("Blank (2000: 12)", "Blank")]),
        ("(Blank 2000; Clark 2001)", [("Blank 2000", "Blank"), ("Clark 2001", "Clark")]),
        ("(see Blank 2000, pp. 88-89)", [("Blank 2000, pp. 88-89", "Blank")]),
        ("(Against Blank 2000: 12)", [("Blank 2000: 12", "Blank")]),
        ("(Keohane and Nye 1977a)", [("(Keohane and Nye 1977a)", "Keohane")]),
        ("(Keohane & Nye, 1977a)", [("(Keohane & Nye, 1977a)", "Keohane")]),
        ("(Keohane *et al.* 1977a)", [("(Keohane et al. 1977a)", "Keohane")]),
        ("(FAS 2000)", [("(FAS 2000)", "FAS")]),
        ("(Federation of American Scientists 2000)", [("(Federation of American Scientists 2000)", "FAS")]),
        ("(World Bank 2010)", [("(World Bank 2010)", "World Bank")]),
        ("(Clark 2001) and (ibid.: 348)", [("(Clark 2001)", "Clark"), ("(ibid.: 348)", "Clark")]),
        ("As Clark saw (2001, p. 88), so", [("(2001, p. 88)", "Clark")]),
        ("(Blank, op. cit.: 12)", [("(Blank, op. cit.: 12)", "Blank")]),
        ("(see Clark, *op. cit.*)", [("Clark, op. cit.", "Clark")]),
        ("(Marx 1867, cited in Clark 2001)", [("Clark 2001", "Clark")]),
    ],
)
def test_a_typed_citation_is_a_link_and_stays_as_typed(
    project: Project, typed: str, cited: list[tuple[str, str]]
) -> None:
    build = project.write({"index.rst": essay(typed)}).build()
    assert build.warnings == []
    assert links(build.page()) == cited
    assert re.sub(r"\*", "", typed).replace("'", "’").replace("’’", "’") in body_of(build.page())


@pytest.mark.parametrize(
    "trap",
    [
        "in spring (May 2012)", "by law (UNSC Resolution 1244)", "in that year (1999)", "Windows (2000)", "(12 May 2012)",
        "Post-war (2010)", "(mis)use", "(b)ordering", "(the 1990s)", "(Lisbon Treaty 2009)", "(Human Rights Act 1998)",
        "(Kosovo 1999; Iraq 2003)", "(1998-1999)", "(Oxford University Press, 2001)", "Resolution 1244 (1999)", "1) one 2) two",
    ],
)  # fmt: skip
def test_what_is_no_citation_makes_neither_link_nor_warning(project: Project, trap: str) -> None:
    build = project.write({"index.rst": essay(f"This is so {trap}, he said.")}).build()
    assert build.warnings == []
    assert links(build.page()) == []


def test_a_citation_without_an_entry_is_reported_once_with_what_mends_it(project: Project) -> None:
    source = essay("First.\n\nSo (Waltz 1979) and (Waltz 1979). Blank (1999) argues.")
    build = project.write({"index.rst": source}).build()
    missing, near = build.warnings
    assert missing.startswith("index.rst:8: WARNING: no entry for Waltz 1979 in the bibliography. Write one")
    assert missing.endswith(
        'suppress_warnings = ["eir.citation_missing"] silences this [eir.citation_missing]'
    )
    assert "no entry for Blank 1999 in the bibliography; there is Blank 2000." in near
    assert links(build.page()) == []


def test_an_ambiguous_citation_stays_unlinked(project: Project) -> None:
    entries = ".. eir:bibliography::\n\n   Blank, S. (2000a) One.\n\n   Blank, T. (2000b) Two.\n"
    build = project.write({"index.rst": essay("(Blank 2000), (Blank 2000b)", entries)}).build()
    (warning,) = build.warnings
    assert "index.rst:6: WARNING: Blank 2000 may be Blank2000a, Blank2000b: it stays as typed" in warning
    assert warning.endswith("[eir.citation_ambiguous]")
    assert links(build.page()) == [("(Blank 2000b)", "Blank")]


UNTOUCHED = """\
Title (Blank 2000)
==================

.. eir:article::

``(Blank 2000)``, *as (Blank 2000)*, `a link (Blank 2000) <http://example.org>`_.

::

   (Blank 2000)

.. eir:pull-quote::
   :check: off

   (Blank 2000)

.. eir:about-author::

   The author of *Lies* and Blank (2000).

"""


def test_titles_code_links_markup_biographies_and_pull_quotes_are_not_searched(project: Project) -> None:
    build = project.write({"index.rst": UNTOUCHED + ENTRIES}).build()
    assert build.warnings == []
    assert links(build.page()) == []


def test_notes_quotations_lists_and_tables_are_searched(project: Project) -> None:
    body = """\
   A standfirst (Keohane and Nye 1977).

Text.[i]

   A quotation (Blank 2000).

   -- Clark (2001), in a speech

- an item (World Bank 2010)

====== ===========
a cell (FAS 2000)
====== ===========

.. [i] A note (Clark 2001).
"""
    build = project.write({"index.rst": essay(body)}).build()
    assert build.warnings == []
    assert [words for words, _ in links(build.page())] == [
        "(Keohane and Nye 1977)", "(Blank 2000)", "Clark (2001)", "(World Bank 2010)", "(FAS 2000)", "(Clark 2001)",
    ]  # fmt: skip


def test_ibid_in_a_note_is_the_last_citation_in_notes(project: Project) -> None:
    body = "Text (Blank 2000).[i] More.[ii]\n\n.. [i] See Clark (2001).\n\n.. [ii] So he says (ibid.).\n"
    build = project.write({"index.rst": essay(body)}).build()
    assert links(build.page())[-1] == ("(ibid.)", "Clark")


def test_documents_that_are_not_ours_are_not_searched(project: Project) -> None:
    body = "Windows (2000), (Blank 2000), Blank (2000) argues."
    build = project.write({"index.rst": f"API\n===\n\n{body}\n"}).build()
    plain = project.build(out="plain", extensions=["myst_parser"])
    assert build.warnings == plain.warnings == []
    assert build.read("index.html") == plain.read("index.html")


def test_links_are_a_setting(project: Project) -> None:
    build = project.write({"index.rst": essay("(Blank 2000), (Nobody 2000)")}).build(eir_link_citations=False)
    assert build.warnings == []
    assert links(build.page()) == []


def test_entries_are_printed_as_typed(project: Project) -> None:
    entries = """\
.. eir:bibliography::
   :title: Works cited

   - A. Smith (2000) Initials, no enumeration.
   - [own] B. *Jones* (2001), two
     lines.

   Drachev, Viktor. (2002) *7 Questions*.

   http://example.org/a_b (accessed February 29, 2012).

   Last, L. www.example.org. DOI 10.1000/182.
"""
    page = project.write({"index.rst": essay("Text.", entries)}).build().page()
    section = page.select_one("section[role=doc-bibliography]")
    assert page.find(id=section["aria-labelledby"]).contents[0] == "Works cited"
    assert [" ".join(item.get_text().split()) for item in section.select("ul > li")] == [
        "A. Smith (2000) Initials, no enumeration.",
        "B. Jones (2001), two lines.",
        "Drachev, Viktor. (2002) 7 Questions. http://example.org/a_b (accessed February 29, 2012).",
        "Last, L. www.example.org. DOI 10.1000/182.",
    ]
    assert [link["href"] for link in section.select("a.external")] == [
        "http://example.org/a_b", "http://www.example.org", "https://doi.org/10.1000/182",
    ]  # fmt: skip
    assert section.select_one("em").text == "Jones"


def test_myst_has_the_same(project: Project) -> None:
    source = """\
# Essay

```{eir:article}
```

So (Blank 2000), {eir:citep}`own, p. 3`. Note.[^x]

[^x]: Clark (2001), http://example.org.

## Bibliography

```{eir:bibliography}
Blank, S. (2000) *Threats*. http://example.org/x.

[own] Clark, W. (2001) War.
```
"""
    build = project.write({"index.md": source}).build()
    assert build.warnings == []
    assert [words for words, _ in links(build.page())] == ["(Blank 2000)", "Clark 2001, p. 3", "Clark (2001)"]
    assert (
        build.page().select_one("section[role=doc-bibliography] a.external")["href"] == "http://example.org/x"
    )


def test_the_list_is_a_labelled_bibliography_with_named_ways_back(project: Project) -> None:
    build = project.write({"index.rst": essay("(Blank 2000), Blank (2000), (Clark 2001)")}).build()
    section = build.page().select_one("section[role=doc-bibliography]")
    assert section["aria-label"] == "Bibliography"
    entries = section.select("ul > li")
    back = [(link.get_text(), link["aria-label"]) for link in entries[0].select("a[role=doc-backlink]")]
    assert back == [("↩︎ 1", "Back to citation 1 of Blank 2000"), ("2", "Back to citation 2 of Blank 2000")]
    for link in section.select("a[role=doc-backlink]"):
        assert build.page().find(id=link["href"].removeprefix("#"))
    assert entries[2].select("a[role=doc-backlink]") == []


def test_a_heading_that_has_nothing_else_is_the_lists_own(project: Project) -> None:
    source = essay("(Blank 2000)", f"References\n----------\n\n{ENTRIES}")
    (section,) = project.write({"index.rst": source}).build().page().select("section[role=doc-bibliography]")
    assert section.h2.contents[0] == "References"
    assert section["id"] == "references"


def test_what_is_doubtful_is_reported_if_asked_for(project: Project) -> None:
    project.write(
        {"index.rst": essay("It had changed (Blank 2000; Nobody 1999). It had (Obama 2008). So it was.")}
    )
    assert [re.search(r"for (.*?) in", warning)[1] for warning in project.build().warnings] == ["Nobody 1999"]
    doubtful = project.build(eir_report_doubtful=True).warnings
    assert [warning.partition("WARNING: ")[2][:30] for warning in doubtful] == [
        "no entry for Nobody 1999 in th", "perhaps Obama 2008 is a citati",
    ]  # fmt: skip
    assert doubtful[1].endswith("[eir.citation_doubtful]")


def test_unused_entries_are_reported_if_asked_for(project: Project) -> None:
    project.write({"index.rst": essay("(Blank 2000) (FAS 2000)")})
    assert project.build().warnings == []
    unused = project.build(eir_report_unused=True).warnings
    assert [re.search(r"entry (.*) \(", warning)[1] for warning in unused] == [
        "Clark 2001", "Keohane and Nye 1977a", "World Bank 2010",
    ]  # fmt: skip
    assert all(warning.endswith("[eir.reference_unused]") for warning in unused)


def test_a_key_given_twice_is_reported(project: Project) -> None:
    entries = ".. eir:bibliography::\n\n   [x] Blank, S. (2000) One.\n\n   [x] Clark, W. (2001) Two.\n"
    build = project.write({"index.rst": essay(":eir:citet:`x`", entries)}).build()
    assert build.warnings == [
        "index.rst:12: WARNING: there are two entries with the key 'x': citations by it lead to the first "
        "[eir.reference_duplicate]"
    ]
    assert links(build.page()) == [("Blank (2000)", "Blank")]


def test_wrong_options_are_reported_and_cost_nothing(project: Project) -> None:
    entries = ".. eir:bibliography::\n   :filter: some\n   :colour: red\n\n   Blank, S. (2000) One.\n"
    build = project.write({"index.rst": essay("(Blank 2000)", entries)}).build()
    assert [warning.split("WARNING: ")[1] for warning in build.warnings] == [
        "eir:bibliography has no option 'colour', so 'red' is left out; it has title, filter, scope, style, type, not-type, keyword, not-keyword, file, not-file, key, not-key [eir.config]",
        "eir:bibliography: filter is 'some'; allowed: 'cited', 'all', 'uncited'. Its default is used [eir.config]",
    ]
    assert links(build.page()) == [("(Blank 2000)", "Blank")]


# A page without its list


def test_a_list_that_is_left_out_leaves_no_dead_links(project: Project) -> None:
    entries = "\n".join(f"   {line}" for line in ENTRIES.splitlines())
    source = essay("So (Blank 2000), :eir:citep:`Clark2001`.", f".. only:: latex\n\n{entries}\n")
    build = project.write({"index.rst": source}).build()
    assert build.warnings == []
    assert links(build.page()) == []
    assert "So (Blank 2000), (Clark 2001)." in body_of(build.page())


# Translated


def test_a_translation_keeps_its_citations(project: Project) -> None:
    project.write({"index.rst": essay("So says Blank (2000) of war.\n\nAnd :eir:citep:`Clark2001`.")})
    template = project.build("gettext").read("index.pot")
    assert "Blank, Stephen J. (2000) *Threats to Russian Security*. Carlisle: SSI." in template
    catalogue = project.root / "locales" / "de" / "LC_MESSAGES" / "index.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8"\n\n'
        'msgid "So says Blank (2000) of war."\nmsgstr "Vom Krieg sagt das Blank (2000)."\n\n'
        'msgid "And :eir:citep:`Clark2001`."\nmsgstr "Und :eir:citep:`Clark2001, p. 3`."\n'
    )
    build = project.build(language="de", locale_dirs=["locales"])
    assert build.warnings == []
    assert links(build.page()) == [("Blank (2000)", "Blank"), ("Clark 2001, p. 3", "Clark")]
