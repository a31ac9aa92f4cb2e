"""BibTeX and BibLaTeX, read entry by entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.growth import assert_linear
from support.sources import PIECES, Reader, items, told

from sphinxext_eir.csl.sources import read_source

if TYPE_CHECKING:
    from pathlib import Path


# BibTeX and BibLaTeX


BIB = """\
@string{ssi = "Strategic " # {Studies Institute}}
Everything between entries is a comment.
@comment{@book{not, title={An entry}}}
@Book{Blank2000,
  title     = {Threats to {Russian} Security},
  author    = "Blank, Stephen J.",
  year      = 2000,
  publisher = ssi,
  address   = {Carlisle},
}
@article(round, title = "A {"}quoted{"} word", journal = {J}, volume = 3, number = 4, pages = {12--15}, year = {2010}, month = mar) @misc{same, title={Same line}, date={2001-02/2001-03}}
"""


@pytest.mark.usefixtures("pandoc")
def test_bibtex_is_read(source: Reader) -> None:
    bib = source("a.bib", BIB)
    assert bib.keys == ("Blank2000", "round", "same")
    assert [bib.line(key) for key in bib.keys] == [4, 11, 11]
    assert items(bib) == {
        "Blank2000": {
            "type": "book",
            "title": "Threats to Russian Security",
            "author": [{"family": "Blank", "given": "Stephen J."}],
            "issued": {"date-parts": [[2000]]},
            "publisher": "Strategic Studies Institute",
            "publisher-place": "Carlisle",
        },
        "round": {
            "type": "article-journal",
            "title": 'A "quoted" word',
            "container-title": "J",
            "volume": "3",
            "issue": "4",
            "page": "12-15",
            "issued": {"date-parts": [[2010, 3]]},
        },
        "same": {"type": "document", "title": "Same line", "issued": {"date-parts": [[2001, 2], [2001, 3]]}},
    }
    assert told(bib) == []


@pytest.mark.usefixtures("pandoc")
def test_the_case_of_titles_is_kept_unless_bibtexs_is_asked_for(source: Reader) -> None:
    text = "@book{a, title={Kosovo and Serbia}, subtitle={A {NATO} View}, booktitle={The Book}}"
    assert items(source("a.bib", text))["a"]["title"] == "Kosovo and Serbia: A NATO View"
    assert items(source("b.bib", text, title_case="bibtex"))["a"]["title"] == "Kosovo and serbia: A NATO view"


@pytest.mark.usefixtures("pandoc")
def test_entries_inherit_from_others_in_any_order(source: Reader) -> None:
    bib = source(
        "a.bib",
        """@incollection{child, title={Child}, crossref={parent}, pages={1-2}}
        @book{plain, title={Plain}, xdata={house, none}}
        @collection{parent, title={Parent}, editor={Doe, Jane}, date={1999}, xdata={house}}
        @xdata{house, publisher={Pub House}}
        @book{self, title={Self}, crossref={self}}
        @book{hen, title={Hen}, crossref={egg}}
        @book{egg, title={Egg}, crossref={hen}}
        @inbook{odd, title={Odd}, crossref={nobody}}""",
    )
    assert "house" not in bib.keys
    only = bib.items(["child"])
    assert only["child"]["container-title"] == "Parent"
    assert only["child"]["editor"] == [{"family": "Doe", "given": "Jane"}]
    assert only["child"]["publisher"] == "Pub House"
    assert items(bib)["plain"]["publisher"] == "Pub House"
    assert [items(bib)[key]["title"] for key in ("self", "hen", "egg")] == ["Self", "Hen", "Egg"]
    assert items(bib)["odd"]["title"] == "Odd"


@pytest.mark.usefixtures("pandoc")
def test_a_bad_entry_costs_only_itself(source: Reader) -> None:
    bib = source(
        "a.bib",
        """@book{first, title={First}}
@book{open, title={Unbalanced {brace}, year=2000
}
@book{second, title={Second}}
@book{, title={No key}}
@book{novalue, title = , year = 2000}
@book{first, title={Again}}
@book{last, title={Last}""",
    )
    assert items(bib)["first"]["title"] == "First"
    assert set(items(bib)) == {"first", "second"}
    assert told(bib) == [
        "2: the braces of this @book don't balance: it is left out",
        "5: this @book has no key that can be read: it is left out",
        "7: the key 'first' is used again: the entry in line 1 counts",
        "8: the braces of this @book don't balance: it is left out",
        "6: novalue: title: it has no value",
        "6: novalue: it has nothing that can be printed: it is left out",
    ]


@pytest.mark.usefixtures("pandoc")
@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Blank, Stephen J.", [{"family": "Blank", "given": "Stephen J."}]),
        ("van der Berg, Jan}, options={useprefix=false", [{"family": "Berg", "given": "Jan", "dropping-particle": "van der"}]),
        ("{World Bank and Friends}", [{"literal": "World Bank and Friends"}]),
        ("Jan van der Berg", [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}]),
        ("de la Cruz, Ana and King, Jr., Martin Luther",
         [{"family": "Cruz", "given": "Ana", "non-dropping-particle": "de la"}, {"family": "King", "given": "Martin Luther", "suffix": "Jr."}]),
        ("M{\\\"u}ller, J{\\'e}r{\\^o}me", [{"family": "Müller", "given": "Jérôme"}]),
    ],
)  # fmt: skip
def test_names_of_bibtex_are_read(source: Reader, value: str, names: list[dict[str, str]]) -> None:
    assert items(source("a.bib", f"@book{{a, title={{T}}, author={{{value}}}}}"))["a"]["author"] == names


@pytest.mark.usefixtures("pandoc")
@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year=2000", {"date-parts": [[2000]]}),
        ("date={2001-02-03}", {"date-parts": [[2001, 2, 3]]}),
        ("year=2000, month=feb", {"date-parts": [[2000, 2]]}),
        ("year={2000}, month={February}", {"date-parts": [[2000, 2]]}),
        ("date={1999~}", {"date-parts": [[1999]], "circa": True}),
        ("year={c. 1990}", {"date-parts": [[1990]], "circa": True}),
        ("year={forthcoming}", {"literal": "forthcoming"}),
        ("date={1999/..}", {"date-parts": [[1999]], "literal": "1999–"}),
    ],
)
def test_dates_of_bibtex_are_read(source: Reader, fields: str, date: dict[str, Any]) -> None:
    assert items(source("a.bib", f"@book{{a, title={{T}}, {fields}}}"))["a"]["issued"] == date


@pytest.mark.usefixtures("pandoc")
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found_out(source: Reader, encoding: str) -> None:
    text = "@book{a, title={Größe},\r\n author={Müller, J.}}\r\n@book{b, title={B}}\r\n"
    bib = source("a.bib", text.encode(encoding))
    assert items(bib)["a"]["title"] == "Größe"
    assert bib.line("b") == 3
    assert bool(told(bib)) == (encoding == "cp1252")


@pytest.mark.usefixtures("pandoc")
def test_only_what_is_asked_for_is_converted_and_it_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.bib"
    path.write_text("".join(f"@book{{k{n}, title={{T{n}}}}}\n" for n in range(300)))
    first = read_source(path, cache_dir=tmp_path / "cache").items(["k7", "k250", "none"])
    assert first == {"k7": {"type": "book", "title": "T7"}, "k250": {"type": "book", "title": "T250"}}
    monkeypatch.setattr("sphinxext_eir.csl.children.Child._start", None)
    assert read_source(path, cache_dir=tmp_path / "cache").items(["k250", "k7"]) == first


@pytest.mark.laws
def test_many_bad_entries_take_no_longer_than_good_ones(source: Reader) -> None:
    def read(size: int) -> None:
        bib = source("a.bib", "@book{a, title={T\n" * size)
        assert len(told(bib)) == size

    assert_linear(read, 10_000)


KEYS = st.lists(st.from_regex(r"[A-Za-z][A-Za-z0-9:_/+.-]{0,12}", fullmatch=True), unique=True, max_size=8)

VALUES = st.text(
    st.characters(codec="utf-8", exclude_characters="{}\\\r", exclude_categories=["C"]), max_size=20
)


@pytest.mark.laws
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(KEYS, VALUES)
def test_the_splitter_loses_no_entry(tmp_path: Path, keys: list[str], value: str) -> None:
    path = tmp_path / "a.bib"
    path.write_text(
        "\n".join(f"@book{{{key},\n title = {{{value}}}\n}}" for key in keys), encoding="utf-8", newline="\n"
    )
    assert read_source(path).keys == tuple(keys)


# Whatever is given


@pytest.mark.usefixtures("pandoc")
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_no_jumble_of_bibtex_stops_a_good_entry(tmp_path: Path, pieces: list[str]) -> None:
    path = tmp_path / "a.bib"
    path.write_text("".join(pieces) + "\n@book{good, title={Good}}\n", encoding="utf-8")
    made = read_source(path)
    if "good" in made.keys:
        assert items(made)["good"]["title"] == "Good"
    else:
        assert told(made)


# Signs of LaTeX


@pytest.mark.usefixtures("pandoc")
@pytest.mark.parametrize("case", ["keep", "bibtex"])
@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("The 5% Rule of War", "The 5% Rule of War"),
        (r"The 5\% Rule % and More", "The 5% Rule % and More"),
        ("A $ Bill", "A $ Bill"),
        (r"A \$ Bill for $ 3", "A $ Bill for $ 3"),
        ("Of $x^2$ and 5% More", "Of $x^2$ and 5% More"),
    ],
)
def test_signs_of_latex_take_no_words_with_them(source: Reader, typed: str, read: str, case: str) -> None:
    found = source("refs.bib", f"@book{{a, title = {{{typed}}}, year = 2000}}\n", title_case=case)
    assert items(found)["a"]["title"].casefold() == read.casefold()
    assert told(found) == []


@pytest.mark.usefixtures("pandoc")
def test_a_url_keeps_its_per_cent(source: Reader) -> None:
    found = source("refs.bib", "@misc{a, title = {A}, url = {https://example.org/a%20b}}\n")
    assert items(found)["a"]["URL"] == "https://example.org/a%20b"


@pytest.mark.usefixtures("pandoc")
def test_latex_that_cant_be_read_is_printed_as_typed(source: Reader) -> None:
    found = source("refs.bib", "@book{a, title = {Of \\begin{x} War}, year = 2000}\n")
    assert items(found)["a"]["title"] == "Of x War"
    assert told(found) == [
        r"1: a: title: pandoc can't read \begin in it: it is printed plainly, as 'Of x War'"
    ]
