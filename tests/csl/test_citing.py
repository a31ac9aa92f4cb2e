"""What an author types in a citation role."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.growth import assert_linear

from sphinxext_eir.csl.citing import read_cites
from sphinxext_eir.csl.model import Cite
from sphinxext_eir.csl.terms import LABELS, WORDS


@pytest.mark.parametrize(
    ("typed", "cites"),
    [
        ("Blank2000", [Cite("Blank2000")]),
        ("Blank2000; Clark2001", [Cite("Blank2000"), Cite("Clark2001")]),
        (" Blank2000 ;\n Clark2001; ", [Cite("Blank2000"), Cite("Clark2001")]),
        ("@Blank2000", [Cite("Blank2000")]),
        ("-@Blank2000, p. 3", [Cite("Blank2000", locator="3", suppressed=True)]),
        ("[@Blank2000]", [Cite("Blank2000")]),
        ("@{Blank, 2000}, p. 3", [Cite("Blank, 2000", locator="3")]),
        ("Blank2000, p. 12", [Cite("Blank2000", locator="12")]),
        ("see @Blank2000", [Cite("Blank2000", "see")]),
        (
            "see @Blank2000, p. 12; @Clark2001, chap. 3 and elsewhere",
            [Cite("Blank2000", "see", "12"), Cite("Clark2001", "", "3", "chapter", "and elsewhere")],
        ),
        ("see e.g. @a, passim", [Cite("a", "see e.g.", suffix=", passim")]),
        ("@a and elsewhere", [Cite("a", suffix="and elsewhere")]),
        ("müller_2000:a/b-c.d", [Cite("müller_2000:a/b-c.d")]),
        ("@Иванов2000, 3", [Cite("Иванов2000", locator="3")]),
    ],
)
def test_keys_affixes_and_locators_are_told_apart(typed: str, cites: list[Cite]) -> None:
    assert read_cites(typed) == tuple(cites)


@pytest.mark.parametrize(
    ("typed", "locator", "label", "suffix"),
    [
        ("12", "12", "page", ""),
        ("p. 12", "12", "page", ""),
        ("p.12", "12", "page", ""),
        ("pp. 12-15", "12-15", "page", ""),
        ("12–15, 18", "12–15, 18", "page", ""),
        ("pages 12 & 14", "12 & 14", "page", ""),
        ("pp. xii-xv", "xii-xv", "page", ""),
        ("p. IV", "IV", "page", ""),
        ("p. 12ff.", "12ff.", "page", ""),
        ("p. 12, chap. 3", "12", "page", ", chap. 3"),
        ("ch. 3", "3", "chapter", ""),
        ("Chapter 3", "3", "chapter", ""),
        ("para. 34(1)(a)", "34(1)(a)", "paragraph", ""),
        ("§ 3", "3", "section", ""),
        ("§§3-4", "3-4", "section", ""),
        ("sec. 1.2.3.", "1.2.3", "section", "."),
        ("vol. 2", "2", "volume", ""),
        ("no. 3", "3", "issue", ""),
        ("n. 3", "3", "note", ""),
        ("fig. 3b", "3b", "figure", ""),
        ("l. 3", "3", "line", ""),
        ("ll. 3-5", "3-5", "line", ""),
        ("v. 3", "3", "verse", ""),
        ("s.v. 3", "3", "sub-verbo", ""),
        ("art. 5 and more", "5", "article-locator", "and more"),
        ("{pp. 12, 14; and the rest}", "12, 14; and the rest", "page", ""),
        ("{the {third} part} of it", "the {third} part", "page", "of it"),
        ("{}, 12 apples", "", "page", ", 12 apples"),
        ("2nd ed.", "", "page", ", 2nd ed."),
        ("12th of May", "", "page", ", 12th of May"),
        ("S. 12", "12", "page", ""),
        ("passim", "", "page", ", passim"),
        ("p. unknown", "", "page", ", p. unknown"),
        ("i think", "", "page", ", i think"),
    ],
)
def test_a_locator_is_what_begins_like_one(typed: str, locator: str, label: str, suffix: str) -> None:
    assert read_cites(f"@a, {typed}") == (Cite("a", "", locator, label, suffix),)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "expected a key"),
        (" ; ", "expected a key"),
        ("§ 3", "expected a key"),
        ("see Blank2000", "begins with @"),
        ("@Blank2000 and @Clark2001", "expected a semicolon between two keys, before '@Clark2001'"),
    ],
)
def test_what_cannot_be_read_is_explained(typed: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_cites(typed)


@pytest.mark.laws
@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        cites = read_cites(text)
    except ValueError as error:
        assert "expected" in str(error)  # noqa: PT017
    else:
        assert all(cite.key and cite.label in LABELS for cite in cites)


KEYS = st.from_regex(r"[a-zé0-9_]+([:.#$%&+?<>~/-][a-z0-9]+){0,3}", fullmatch=True)
PAGES = st.integers(1, 2000).map(str)
LOCATORS = st.one_of(
    PAGES, st.tuples(PAGES, PAGES).map("-".join), st.lists(PAGES, min_size=2, max_size=3).map(", ".join)
)


@pytest.mark.laws
@given(
    st.lists(
        st.tuples(st.sampled_from(["", "see", "cf. also"]), KEYS, LOCATORS, st.sampled_from(sorted(LABELS)), st.sampled_from(["", "and elsewhere", ", passim"])),
        min_size=1,
        max_size=4,
    )
)  # fmt: skip
def test_what_is_written_reads_back(parts: list[tuple[str, str, str, str, str]]) -> None:
    typed = "; ".join(
        f"{prefix} @{key}, {WORDS[label].split()[0]} {locator} {suffix}"
        for prefix, key, locator, label, suffix in parts
    )
    assert read_cites(typed) == tuple(
        Cite(key, prefix, locator, label, suffix) for prefix, key, locator, label, suffix in parts
    )


@pytest.mark.parametrize("label", sorted(LABELS))
def test_every_word_for_a_locator_is_read(label: str) -> None:
    for word in WORDS[label].split():
        assert read_cites(f"@a, {word} 3") == (Cite("a", "", "3", label),)


@pytest.mark.laws
@pytest.mark.parametrize(
    ("unit", "times"),
    [
        ("12-", 5_000),
        ("p. ", 5_000),
        ("i", 20_000),
        ("12, ", 5_000),
        ("{", 5_000),
        ("x.", 5_000),
        ("1(a)", 5_000),
    ],
)
def test_long_texts_take_no_time(unit: str, times: int) -> None:
    assert_linear(lambda size: read_cites(f"@a, {unit * size}!"), times)
