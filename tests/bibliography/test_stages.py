"""The stages of the bibliography, each by itself: no page is built, and no pandoc is asked."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from docutils import nodes

from sphinxext_eir.core.warnings import Subtype
from sphinxext_eir.csl.model import Cite, CiteLink, Span, Text
from sphinxext_eir.features.bibliography.cited_entries import CitedEntries, Lookup, TypedEntries, TypedEntry
from sphinxext_eir.features.bibliography.format import FormattedGroup
from sphinxext_eir.features.bibliography.library import Library
from sphinxext_eir.features.bibliography.look_up import LookedUp, looked_up
from sphinxext_eir.features.bibliography.plan import Group, Plan, Settings, plan_of
from sphinxext_eir.features.bibliography.records import (
    ALL,
    Bibliography,
    Contents,
    KeyedCitation,
    TypedCitation,
    record_of,
)
from sphinxext_eir.features.bibliography.resolutions import SPANNED
from sphinxext_eir.features.bibliography.resolve import page_seen
from sphinxext_eir.features.bibliography.wording import with_spanned
from sphinxext_eir.typed.citations import find_citations
from sphinxext_eir.typed.references import read_reference

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sphinxext_eir.features.bibliography.records import Citations

ITEMS = [
    {"id": "Grey2003", "type": "book", "author": [{"family": "Grey"}], "issued": {"date-parts": [[2003]]}},
    {"id": "Reed1999", "type": "book", "author": [{"family": "Reed"}], "issued": {"date-parts": [[1999]]}},
]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Return the entries of a file that needs no pandoc."""
    path = tmp_path / "refs.json"
    path.write_text(json.dumps(ITEMS), encoding="utf-8")
    return Library([path], "keep", "bibtex", tmp_path / "cache")


def keyed(*keys: str, role: str = "citep", note: int | None = None) -> KeyedCitation:
    """Return a citation by a role."""
    return KeyedCitation(role, tuple(map(Cite, keys)), "; ".join(keys), "a.rst:1", note)


def typed(text: str, note: int | None = None) -> TypedCitation:
    """Return a typed citation."""
    return TypedCitation(next(find_citations(text)), "a.rst:1", note)


def listed(*entries: str, filter: str = "cited", scope: str = "", style: str = "") -> Bibliography:  # noqa: A002 - the directive's word
    """Return a bibliography with typed *entries*, or of files if there are none."""
    references = tuple(read_reference(entry, None, "") for entry in entries) if entries else None
    return Bibliography(references, filter, scope, style, "a.rst:9")


def record(cited: Sequence[TypedCitation | KeyedCitation], *lists: Bibliography) -> Citations:
    """Return the record of a document."""
    return record_of(Contents(tuple(cited), lists), (), in_notes=False)


def env(docnames: Sequence[str], **settings: Any) -> Any:
    """Return as much of an environment as a plan looks at."""
    config = {
        "root_doc": "index", "language": "en", "eir_bibliography_files": [], "eir_citation_locale": "",
        "eir_bibliography_title_case": "keep", "eir_bibliography_particles": "bibtex", "eir_citation_style": "eir-harvard", "eir_bibliography_scope": "document",
        "eir_citation_order": "style", "eir_report_unused": False, "eir_report_doubtful": False,
    }  # fmt: skip
    return SimpleNamespace(
        domains={
            "eir": SimpleNamespace(find=lambda _docname, _kind: None)
        },  # nobody says what language a document is in
        config=SimpleNamespace(**(config | settings)),
        srcdir="/source",
        titles={name: nodes.title("", name.title()) for name in docnames},
        toctree_includes={"index": list(docnames)},
    )


# Plan


def test_documents_with_bibliographies_of_their_own_are_groups_of_one() -> None:
    records = {name: record([], listed("Blank, S. (2000) One.")) for name in ("a", "b")}
    plan = plan_of(env(["b", "a"]), records)
    assert [(group.name, group.docnames) for group in plan.groups] == [("a", ("a",)), ("b", ("b",))]
    assert plan.hosts == ()


def test_documents_that_share_a_bibliography_are_one_group_in_the_order_of_the_contents() -> None:
    records = {
        "a": record([keyed("x")]),
        "b": record([], listed("Blank, S. (2000) One.", scope="project", style="my.csl")),
        "c": record([], listed("Clark, W. (2001) Two.", scope="document")),
    }
    plan = plan_of(env(["c", "b", "a"]), records)
    assert [(group.docnames, group.style) for group in plan.groups] == [
        (("c",), "eir-harvard"),
        (("b", "a"), "my.csl"),
    ]
    assert plan.hosts == ("b",)
    assert plan.titles == {"a": "A", "b": "B"}


@pytest.mark.parametrize(
    ("text", "others", "settings", "idle"),
    [
        (
            "Blank, Ann and Other, Bob (2000) A Title",
            {},
            {},
            True,
        ),  # a book in a note: nobody misses its entry
        ("As Blank (2000: 12) says", {}, {}, False),  # which a list may lack
        ("Blank, Ann and Other, Bob (2000) A Title", {"b": "project"}, {}, False),
        ("Blank, Ann and Other, Bob (2000) A Title", {"b": "document"}, {}, True),
        ("Blank, Ann and Other, Bob (2000) A Title", {}, {"eir_bibliography_files": ["a.bib"]}, False),
    ],
)
def test_a_document_that_no_list_serves_is_idle_if_nothing_in_it_would_be_missed(
    text: str, others: dict[str, str], settings: dict[str, Any], *, idle: bool
) -> None:
    records = {"a": record([typed(text)])}
    records |= {
        name: record([], listed("Clark, W. (2001) Two.", scope=scope)) for name, scope in others.items()
    }
    plan = plan_of(env(["a", "b"], **settings), records)
    assert plan.is_idle(next(group for group in plan.groups if "a" in group.docnames)) is idle


def digests(records: dict[str, Citations], **settings: Any) -> dict[str, str]:
    """Return the digest of each group."""
    return {group.name: group.digest for group in plan_of(env(list(records), **settings), records).groups}


def test_a_digest_changes_with_what_its_group_depends_on_and_with_nothing_else() -> None:
    before = {"a": record([keyed("x")]), "b": record([keyed("y")])}
    assert digests(before) == digests(dict(before))
    after = digests(before | {"b": record([keyed("z")])})
    assert after["a"] == digests(before)["a"]
    assert after["b"] != digests(before)["b"]
    assert not digests(before, eir_report_unused=True).items() & digests(before).items()
    moved = {"a": record([KeyedCitation("citep", (Cite("x"),), "x", "elsewhere.rst:7")])}
    assert digests(moved)["a"] == digests(before)["a"]


def test_a_document_depends_on_the_bibliographies_of_the_project() -> None:
    def with_works(entry: str) -> dict[str, str]:
        own = record([], listed("Own, O. (1990) Own.", scope="document"))
        return digests({"own": own, "works": record([], listed(entry, scope="project"))})

    assert with_works("Blank, S. (2000) One.")["own"] != with_works("Clark, W. (2001) Two.")["own"]


# Look up


def lookup_in(library: Library, *entries: str, uses_files: bool = True) -> Lookup:
    """Return the lookup of a document with these typed entries, and no others in the project."""
    own = TypedEntries(TypedEntry(read_reference(entry, None, ""), "a") for entry in entries)
    return Lookup(own, TypedEntries([]), library, uses_files=uses_files)


def test_a_key_is_looked_for_among_typed_entries_then_in_files_then_in_other_spellings(
    library: Library,
) -> None:
    library.fetch(library.keys)
    lookup = lookup_in(library, "Blank, S. (2000) One.", "Grey, D. (2003) Trains.")
    found = lookup.entries_of(keyed("Blank2000", "blank2000", "Reed1999", "grey2003", "Nobody"), 0)
    assert [entry.entry.key for entry in found.typed] == ["Blank2000", "Blank2000", "Grey2003"]
    assert found.spellings == ("Blank2000", "blank2000", "grey2003")
    assert found.keys == ("Reed1999",)
    assert found.missing == ("Nobody",)
    assert [(problem.subtype, problem.cited) for problem in lookup.problems] == [
        (Subtype.CITATION_MISSING, 0)
    ]


def test_an_entry_that_could_not_be_converted_is_missing_without_a_problem(library: Library) -> None:
    lookup = lookup_in(library)  # nothing was fetched
    assert lookup.entries_of(keyed("Grey2003"), 0) == CitedEntries(missing=("Grey2003",))
    assert lookup.problems == []


def test_typed_citations_find_entries_of_files_only_where_these_are_printed(library: Library) -> None:
    citation = typed("It is so (Grey 2003).")
    assert lookup_in(library).entries_of(citation, 0).keys == ("Grey2003",)
    assert lookup_in(library, uses_files=False).entries_of(citation, 0) == CitedEntries()


def test_an_ambiguous_citation_cites_nothing(library: Library) -> None:
    lookup = lookup_in(library, "Blank, S. (2000) One.", "Blank, S. (2000) Two.")
    assert lookup.entries_of(typed("It is so (Blank 2000)."), 3).count == 0
    assert [(problem.subtype, problem.cited) for problem in lookup.problems] == [
        (Subtype.CITATION_AMBIGUOUS, 3)
    ]


@pytest.mark.parametrize(
    ("before", "note", "cites"),
    [
        ([typed("It is so (Blank 2000).")], None, ["Blank2000"]),
        ([typed("It is so (Blank 2000).", note=1)], None, []),  # notes count apart
        ([typed("It is so (Blank 2000).", note=1)], 2, ["Blank2000"]),
        ([typed("It is so (Blank 2000)."), typed("It is so (Nobody 1999).")], None, []),
        ([keyed("Blank2000")], None, ["Blank2000"]),
        ([keyed("Blank2000", "Clark2001")], None, []),  # of two works
        ([], None, []),
    ],
)
def test_ibid_cites_the_one_work_cited_before(
    library: Library, before: list[TypedCitation | KeyedCitation], note: int | None, cites: list[str]
) -> None:
    lookup = lookup_in(library, "Blank, S. (2000) One.", "Clark, W. (2001) Two.")
    for number, citation in enumerate(before):
        lookup.entries_of(citation, number)
    found = lookup.entries_of(typed("And so on (ibid.).", note), len(before))
    assert [entry.entry.key for entry in found.typed] == cites


@pytest.mark.parametrize(
    ("before", "cites"),
    [
        (["(Blank 2000)", "(Blank 2005)", "(Clark 2001)"], "Blank2005"),
        (["(Blank 2005)", "(Blank 2000)"], "Blank2000"),
        ([], ""),
    ],
)
def test_op_cit_cites_the_work_of_its_author_that_was_cited_last(
    library: Library, before: list[str], cites: str
) -> None:
    lookup = lookup_in(library, "Blank, S. (2000) One.", "Blank, S. (2005) Three.", "Clark, W. (2001) Two.")
    for number, text in enumerate(before):
        lookup.entries_of(typed(f"It is so {text}."), number)
    found = lookup.entries_of(typed("And so on (Blank, op. cit.: 12)."), len(before))
    assert " ".join(entry.entry.key for entry in found.typed) == cites
    assert [problem.subtype for problem in lookup.problems] == ([] if cites else [Subtype.CITATION_AMBIGUOUS])


def test_the_same_problem_is_reported_once_in_a_document(library: Library) -> None:
    lookup = lookup_in(library)
    for number in range(2):
        lookup.entries_of(keyed("Nobody"), number)
        lookup.entries_of(typed("It is so (Nobody 1999)."), number)
    assert [problem.cited for problem in lookup.problems] == [0, 0]


def of_files(library: Library, records: dict[str, Citations], **settings: Any) -> list[LookedUp]:
    """Look up the citations of all documents."""
    plan = plan_of(env(list(records), **settings), records)
    return looked_up(plan, plan.groups, library)


@pytest.mark.parametrize(
    ("filter", "cited", "keys"),
    [
        ("cited", [keyed("Reed1999")], ["Reed1999"]),
        ("all", [keyed("Reed1999")], ["Grey2003", "Reed1999"]),
        ("uncited", [keyed("Reed1999")], ["Grey2003"]),
        ("cited", [keyed("Reed1999", role="nocite"), keyed("Grey2003")], ["Grey2003", "Reed1999"]),
        ("cited", [keyed(ALL, role="nocite")], ["Grey2003", "Reed1999"]),
        ("cited", [typed("It is so (Reed 1999).")], ["Reed1999"]),
        ("cited", [], []),
    ],
)
def test_a_bibliography_lists_what_its_filter_says(
    library: Library,
    filter: str,  # noqa: A002 - the directive's word
    cited: list[TypedCitation | KeyedCitation],
    keys: list[str],
) -> None:
    (group,) = of_files(library, {"a": record(cited, listed(filter=filter))})
    assert group.listed == {"a": (tuple(keys),)}


def test_a_bibliography_of_the_project_lists_what_any_document_cites(library: Library) -> None:
    records = {
        "a": record([keyed("Reed1999")], listed(), listed(scope="project")),
        "b": record([keyed("Grey2003")]),
    }
    (group,) = of_files(library, records)
    assert group.listed == {"a": (("Reed1999",), ("Reed1999", "Grey2003")), "b": ()}
    assert [place for place, _, _ in group.citations()] == [("a", 0), ("b", 0)]


def test_entries_that_nothing_cites_are_reported_where_that_is_asked_for(library: Library) -> None:
    records = {"a": record([keyed("Blank2000")], listed("Blank, S. (2000) One.", "Clark, W. (2001) Two."))}
    (group,) = of_files(library, records)
    assert group.problems == {"a": ()}
    (group,) = of_files(library, records, eir_report_unused=True)
    assert [(problem.subtype, problem.listed) for problem in group.problems["a"]] == [
        (Subtype.REFERENCE_UNUSED, 0)
    ]


# Words


@pytest.mark.parametrize(
    ("text", "spanned"),
    [
        ((CiteLink("a", (Text("1"),)), Text("-"), CiteLink("d", (Text("4"),))), ["b", "c"]),
        ((CiteLink("a", (Text("1"),)), Text("\N{EN DASH}"), CiteLink("d", (Text("4"),))), ["b", "c"]),
        ((CiteLink("a", (Text("1"),)), Text(", "), CiteLink("d", (Text("4"),))), []),
        ((Text("-"), CiteLink("d", (Text("4"),))), []),
    ],
)
def test_links_are_added_to_what_a_range_of_numbers_spans(text: Any, spanned: list[str]) -> None:
    made = with_spanned((Text("["), *text, Text("]")), ("a", "b", "c", "d"), {"a": 1, "b": 2, "c": 3, "d": 4})
    hidden = [one.key for one in made if isinstance(one, CiteLink) and isinstance(one.children[0], Span)]
    assert hidden == spanned
    assert all(one.children[0].kind == SPANNED for one in made if getattr(one, "key", "") in spanned)


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ([[2012]], "2012-01-01"),
        ([[2012, 3]], "2012-03-01"),
        ([["2012", "3", "5"]], "2012-03-05"),
        ([[2012, 13]], None),
        ([[]], None),
        (None, None),
    ],
)
def test_the_date_of_access_may_lack_month_and_day(parts: Any, date: str | None) -> None:
    seen = page_seen({"URL": "https://example.org/", "accessed": {"date-parts": parts}})
    assert (seen and seen[1].isoformat()) == date
    assert page_seen({"accessed": {"date-parts": parts}}) is None


# All of them


@pytest.mark.parametrize("value", [Group, Settings, Plan, CitedEntries, LookedUp, FormattedGroup])
def test_what_stages_hand_on_is_frozen(value: type) -> None:
    name, *others = inspect.signature(value).parameters
    made = value(*[None] * (1 + len(others)))
    with pytest.raises(AttributeError):
        setattr(made, name, "another")


@pytest.mark.program
def test_a_build_without_news_imports_nothing_that_looks_up_or_formats() -> None:
    package = "sphinxext_eir.features.bibliography"
    script = f"import sys, {package}.update; print(*sys.modules)"
    loaded = set(
        subprocess.run(
            [sys.executable, "-c", script], check=True, capture_output=True, text=True
        ).stdout.split()
    )
    stages = {f"{package}.{name}" for name in ("work", "look_up", "format", "resolve", "library", "styles")}
    assert f"{package}.plan" in loaded
    assert not loaded & {
        *stages,
        "sphinxext_eir.csl.formatting",
        "sphinxext_eir.csl.styles",
        "sphinxext_eir.csl.sources",
    }
