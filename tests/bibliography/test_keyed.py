"""Citations by key, of entries typed in the document."""

from __future__ import annotations

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
