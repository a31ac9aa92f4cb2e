"""Citations by key, of entries typed in the document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.citing import BIB, ENTRIES, body_of, essay, links, printed

if TYPE_CHECKING:
    from support.sphinx_project import Project


KEYED = [
    (":eir:citep:`Blank2000`", "(Blank 2000)"),
    (":eir:citep:`see @Blank2000, p. 12; @Clark2001`", "(see Blank 2000, p. 12; Clark 2001)"),
    (":eir:citep:`Clark2001; Blank2000`", "(Clark 2001; Blank 2000)"),
    (":eir:citet:`Blank2000, pp. 3-4`", "Blank (2000, pp. 3"),
    (":eir:citeauthor:`Blank2000`", "Blank"),
    (":eir:citeyear:`Clark2001`", "2001"),
    (":eir:citealp:`Blank2000, ch. 3`", "Blank 2000, ch"),
]


@pytest.mark.usefixtures("pandoc")
def test_each_role_says_the_same_in_myst(project: Project) -> None:
    more = [(":eir:citep:`-@Blank2000, p. 12`", "(2000, p. 12)"), (":eir:citeyearpar:`Blank2000`", "(2000)"), (":eir:citep:`Blank2000,Clark2001`", "(Blank 2000; Clark 2001)")]  # fmt: skip
    roles = [*KEYED, *more]
    (project.root / "refs.bib").write_text(BIB)
    lines = "\n".join("- {" + role[1:].replace(":`", "}`", 1) for role, _ in roles)
    source = f"# Essay\n\n```{{eir:article}}\n```\n\n{lines}\n\n```{{eir:bibliography}}\n```\n"
    build = project.write({"index.md": source}).build(
        extensions=["sphinxext_eir", "myst_parser"], eir_bibliography_files=["refs.bib"]
    )
    assert build.warnings == []
    said = [" ".join(item.get_text().split()) for item in build.page().select("[role=main] ul.simple li")]
    assert [words.startswith(expected) for words, (_, expected) in zip(said, roles, strict=True)] == [
        True
    ] * len(roles)


@pytest.mark.parametrize("source", ["typed", "files"])
@pytest.mark.parametrize(("role", "expected"), KEYED)
def test_a_role_cites_by_key(
    project: Project, source: str, role: str, expected: str, request: pytest.FixtureRequest
) -> None:
    if source == "files":
        request.getfixturevalue("pandoc")
    bibliography = ENTRIES if source == "typed" else ".. eir:bibliography::\n"
    project.write({"index.rst": essay(f"{role} X.", bibliography)})
    (project.root / "refs.bib").write_text(BIB)
    build = project.build(eir_bibliography_files=["refs.bib"] if source == "files" else [])
    assert build.warnings == []
    assert body_of(build.page()).split("Essay¶ ")[1].startswith(expected)
    assert next(entry for _, entry in links(build.page())) == ("Clark" if ":`Clark" in role else "Blank")


def test_a_whole_entry_stands_in_the_text_with_its_markup(project: Project) -> None:
    build = project.write({"index.rst": essay("See :eir:fullcite:`Blank2000`.")}).build()
    assert printed(build).startswith("See")
    (cited,) = build.page().select(".eir-citation")
    assert str(cited).endswith(
        "Blank, Stephen J. (2000) <em>Threats to Russian Security</em>. Carlisle: SSI</span>"
    )


def test_an_unknown_key_is_reported_and_printed(project: Project) -> None:
    build = project.write(
        {"index.rst": essay("So :eir:citep:`Nobody1999, p. 3` and :eir:citep:`;`.")}
    ).build()
    malformed, unknown = sorted(build.warnings, key=len)
    assert "expected a key such as Blank2000" in malformed
    assert "no entry has the key 'Nobody1999'" in unknown
    assert all(warning.endswith("[eir.citation_missing]") for warning in build.warnings)
    assert "Nobody1999" in body_of(build.page())
    assert "p. 3" in body_of(build.page())


def test_a_title_may_cite_and_stays_out_of_the_contents(project: Project) -> None:
    source = (
        "Essay on :eir:citet:`Blank2000`\n===============================\n\n.. eir:article::\n\n" + ENTRIES
    )
    build = project.write({"index.rst": source}).build()
    assert build.warnings == []
    assert build.page().h1.get_text() == "Essay on Blank (2000)¶"
    assert build.page().title.get_text().startswith("Essay on")
    assert "Blank" not in build.page().title.get_text()


KEYS = """\
@book{a, author={Alpha, Ann}, title={One}, year=2001}
@book{b, author={Beta, Bo}, title={Two}, year=2002}
@book{s12, author={Sand, Cy}, title={Three}, year=2003}
@book{wiener--askey_2002, author={Wien, Di}, title={Four}, year=2004}
@book{gray's_2016, author={Gray, Ed}, title={Five}, year=2005}
@book{C++, author={Stroud, Fay}, title={Six}, year=2006}
"""
OF_FILES = {
    # Keys set apart by commas
    "`a,b`": "(Alpha 2001; Beta 2002)",
    "`a, b`": "(Alpha 2001; Beta 2002)",
    "`a, p. 3, b, s12`": "(Alpha 2001, p. 3; Beta 2002; Sand 2003)",
    "`see @a, @b, p. 3`": "(see Alpha 2001; Beta 2002, p. 3)",
    "`a, s12`": "(Alpha 2001; Sand 2003)",
    "`b, S12`": "(Beta 2002, p. S12)",
    "`a, passim`": "(Alpha 2001, passim)",
    # Keys with other marks
    "`wiener--askey_2002; gray's_2016`": "(Wien 2004; Gray 2005)",
    "`see @gray's_2016, p. 3`": "(see Gray 2005, p. 3)",
    "`@{C++}, p. 3`": "(Stroud 2006, p. 3)",
    # An author who is named in the sentence
    "`-@a, p. 3`": "(2001, p. 3)",
    "`-@a, p. 3; @b`": "(2001, p. 3; Beta 2002)",
}
PAR = {"`a, p. 3`": "(2001, p. 3)", "`a; b`": "(2001; 2002)", "`see @a`": "(see 2001)"}


@pytest.mark.usefixtures("pandoc")
@pytest.mark.parametrize("syntax", ["rst", "md"])
def test_keys_are_told_from_words_by_the_files(project: Project, syntax: str) -> None:
    roles = [("citep", *pair) for pair in OF_FILES.items()] + [("citeyearpar", *pair) for pair in PAR.items()]
    (project.root / "refs.bib").write_text(KEYS)
    if syntax == "rst":
        lines = "\n".join(f"- :eir:{role}:{text} end" for role, text, _ in roles)
        source = essay(lines, ".. eir:bibliography::\n")
    else:
        lines = "\n".join(f"- {{eir:{role}}}{text} end" for role, text, _ in roles)
        source = f"# Essay\n\n```{{eir:article}}\n```\n\n{lines}\n\n```{{eir:bibliography}}\n```\n"
        project.settings["extensions"] = ["sphinxext_eir", "myst_parser"]
    build = project.write({f"index.{syntax}": source}).build("text", eir_bibliography_files=["refs.bib"])
    assert build.warnings == []
    said = " ".join(build.read("index.txt").split()).split(" end")
    assert [words.rpartition("* ")[2] for words in said[:-1]] == [words for _, _, words in roles]


@pytest.mark.usefixtures("pandoc")
@pytest.mark.parametrize(
    ("role", "warning"),
    [
        (":eir:citep:`@a, b`", "the words after the key 'a' begin with 'b', which is a key, too: semicolons part keys"),
        (":eir:citep:`@a, b and more`", "the words after the key 'a' begin with 'b', which is a key"),
        (":eir:citep:`a,typo`", "no entry has the key 'typo'"),
        (":eir:citep:`a, b, typo`", "no entry has the key 'typo'"),
        (":eir:citep:`a, typo2010`", "no entry has the key 'typo2010'"),
        (":eir:citep:`C++`", "braces hold a key of any characters, as in @{C++}"),
        (":eir:citet:`-@a`", "eir:citet names the author, whom -@ leaves out"),
    ],
)  # fmt: skip
def test_a_key_that_isnt_cited_is_never_silent(project: Project, role: str, warning: str) -> None:
    (project.root / "refs.bib").write_text(KEYS)
    build = project.write({"index.rst": essay(role, ".. eir:bibliography::\n")}).build(
        eir_bibliography_files=["refs.bib"]
    )
    (said,) = build.warnings
    assert warning in said
    assert re.match(r"index\.rst:6: WARNING: .*\[eir\.citation_missing\]$", said)


@pytest.mark.usefixtures("pandoc")
def test_a_particle_has_a_capital_where_a_sentence_begins(project: Project) -> None:
    van = "@book{v, author={van Creveld, Martin}, title={War}, year=1991, options={useprefix=true}}"
    (project.root / "refs.bib").write_text(van)
    body = (
        ":eir:citet:`v` begins.[i] :eir:citet:`v` does, as :eir:citet:`v` did; cf. :eir:citet:`v`. Why? *Because*. "
        ":eir:citeauthor:`v` says so :eir:citep:`v`.\n\n.. [i] :eir:citet:`v` in a note: :eir:citet:`v`.\n"
    )
    build = project.write({"index.rst": essay(body, ".. eir:bibliography::\n")}).build(
        "text", eir_bibliography_files=["refs.bib"]
    )
    assert build.warnings == []
    text = " ".join(build.read("index.txt").split())
    assert text.startswith(
        "Essay ***** Van Creveld (1991) begins.[i] Van Creveld (1991) does, as van Creveld (1991) did; "
        "cf. van Creveld (1991). Why? *Because*. Van Creveld says so (van Creveld 1991)."
    )
    assert text.endswith("[i] Van Creveld (1991) in a note: van Creveld (1991).")
