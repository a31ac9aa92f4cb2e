"""Bibliographies of every kind: what is read, what is named as bad, and what that costs."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.csl_contexts import SEED
from support.paths import DATA

from sphinxext_eir.csl.items import clean_date, clean_item, clean_names, clean_url
from sphinxext_eir.csl.sources import Source, read_source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Reader: TypeAlias = "Callable[..., Source]"


@pytest.fixture
def source(tmp_path: Path) -> Reader:
    """Return a writer and reader of bibliographies."""

    def write(name: str, text: str | bytes, **more: Any) -> Source:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_source(path, **more)

    return write


def told(source: Source) -> list[str]:
    """Return messages without the name of the file."""
    return [f"{message.line}: {message.text}" for message in source.messages]


def items(source: Source) -> dict[str, dict[str, Any]]:
    return source.items(source.keys)


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
    assert items(bib)["first"]["title"] == "Again"
    assert set(items(bib)) == {"first", "second", "novalue"}
    assert told(bib) == [
        "2: the braces of this @book don't balance: it is left out",
        "5: this @book has no key that can be read: it is left out",
        "7: the key 'first' is used again (first in line 1): this entry counts",
        "8: the braces of this @book don't balance: it is left out",
        "6: novalue: title: it has no value",
    ]


@pytest.mark.usefixtures("pandoc")
@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Blank, Stephen J.", [{"family": "Blank", "given": "Stephen J."}]),
        ("van der Berg, Jan}, options={useprefix=true", [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}]),
        ("{World Bank and Friends}", [{"literal": "World Bank and Friends"}]),
        ("Jan van der Berg", [{"family": "Berg", "given": "Jan", "dropping-particle": "van der"}]),
        ("de la Cruz, Ana and King, Jr., Martin Luther",
         [{"family": "Cruz", "given": "Ana", "dropping-particle": "de la"}, {"family": "King", "given": "Martin Luther", "suffix": "Jr."}]),
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
        ("date={1999/..}", {"literal": "1999–"}),
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
    began = time.monotonic()
    bib = source("a.bib", "@book{a, title={T\n" * 10_000)
    assert len(told(bib)) == 10_000
    assert time.monotonic() - began < 5


KEYS = st.lists(st.from_regex(r"[A-Za-z][A-Za-z0-9:_/+.-]{0,12}", fullmatch=True), unique=True, max_size=8)
VALUES = st.text(
    st.characters(codec="utf-8", exclude_characters="{}\\\r", exclude_categories=["C"]), max_size=20
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(KEYS, VALUES)
def test_the_splitter_loses_no_entry(tmp_path: Path, keys: list[str], value: str) -> None:
    path = tmp_path / "a.bib"
    path.write_text(
        "\n".join(f"@book{{{key},\n title = {{{value}}}\n}}" for key in keys), encoding="utf-8", newline="\n"
    )
    assert read_source(path).keys == tuple(keys)


# The other kinds


def test_csl_json_is_read(source: Reader) -> None:
    seed = read_source(DATA / "seed-references.json")
    assert seed.keys == tuple(SEED)
    assert items(seed) == {
        key: {name: value for name, value in item.items() if name != "id"} for key, item in SEED.items()
    }
    assert seed.line("Clark2001") == 12
    wrapped = source("a.json", json.dumps({"items": list(SEED.values())}))
    assert wrapped.keys == seed.keys


def test_a_bad_item_of_csl_json_costs_only_itself(source: Reader) -> None:
    text = '[{"id": "a", "title": "A"},\n5,\n{"id": 3, "title": "C", "URL": "javascript:x"},\n{"title": "D", "author": [{"family": "Doe"}]}]'
    made = source("a.json", text)
    assert set(items(made)) == {"a", "3", "Doe"}
    assert told(made) == [
        "1: item 2: expected an object, not 5",
        "3: item 4 has no id: it is called 'Doe'",
        "3: 3: URL: 'javascript:x' is not a URL that begins with https:// or http://",
    ]


@pytest.mark.parametrize(
    "text", ["[" * 100_000, f"[{'9' * 5_000}]", '[{"id": "a"', "nothing", '"text"', "5", "[[]]"]
)
def test_what_is_no_csl_json_is_a_message(source: Reader, text: str) -> None:
    made = source("a.json", text)
    assert made.keys == ()
    assert told(made)


@pytest.mark.usefixtures("pandoc")
def test_csl_yaml_is_read(source: Reader) -> None:
    made = source(
        "a.yaml",
        """---
references:
- id: Blank2000
  type: book
  title: Threats to *Russian* Security
  author:
  - family: Blank
    given: Stephen J.
    id: not-this
  issued: 2000
- type: book
  id: "c:3"   # a comment
  title: C
  issued:
    date-parts:
    - - 2001
      - 2
...
""",
    )
    assert made.keys == ("Blank2000", "c:3")
    assert items(made)["Blank2000"]["title"] == "Threats to <i>Russian</i> Security"
    assert items(made)["c:3"]["issued"] == {"date-parts": [[2001, 2]]}
    assert told(made) == []


@pytest.mark.usefixtures("pandoc")
def test_a_bad_item_of_csl_yaml_costs_only_itself(source: Reader) -> None:
    made = source("a.yml", '- id: a\n  title: A\n- id: b\n  title: "B\n- title: no id\n- id: d\n  title: D\n')
    assert made.keys == ("a", "b", "d")
    assert set(items(made)) == {"a", "d"}
    assert [line.partition(": pandoc")[0] for line in told(made)] == [
        "5: this item has no id: it is left out",
        "3: b",
    ]


RIS = """\
TY  - CHAP\r
AU  - Blank, Stephen J.\r
A1  - World Bank\r
A2  - van Gogh, Vincent\r
TI  - A Chapter\r
 on two lines\r
T2  - The Book\r
PY  - 2001/02/03/\r
Y2  - 2012/02/28/\r
SP  - 12\r
EP  - 15\r
PB  - Pub\r
CY  - Rome\r
UR  - http://x.example\r
ER  - \r
\r
TY  - JOUR\r
ID  - b1\r
AU  - Doe, Jane\r
T1  - Title\r
JO  - Journal\r
VL  - 3\r
IS  - 4\r
DO  - 10.1/x\r
Y1  - 2003\r
ER  - \r
"""


def test_ris_is_read(source: Reader) -> None:
    made = source("a.ris", RIS)
    assert items(made) == {
        "Blank2001": {
            "type": "chapter",
            "author": [{"family": "Blank", "given": "Stephen J."}, {"literal": "World Bank"}],
            "editor": [{"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}],
            "title": "A Chapter on two lines",
            "container-title": "The Book",
            "issued": {"date-parts": [[2001, 2, 3]]},
            "accessed": {"date-parts": [[2012, 2, 28]]},
            "page": "12-15",
            "publisher": "Pub",
            "publisher-place": "Rome",
            "URL": "http://x.example",
        },
        "b1": {
            "type": "article-journal",
            "author": [{"family": "Doe", "given": "Jane"}],
            "title": "Title",
            "container-title": "Journal",
            "volume": "3",
            "issue": "4",
            "DOI": "10.1/x",
            "issued": {"date-parts": [[2003]]},
        },
    }
    assert made.line("b1") == 17
    assert told(made) == []


def test_records_of_ris_need_no_end(source: Reader) -> None:
    made = source("a.ris", "AU  - Nobody\nTY  - BOOK\nTI  - One\nPY  - 2000\nTY  - BOOK\nTI  - Two")
    assert [item["title"] for item in items(made).values()] == ["One", "Two"]
    assert [line.partition(":")[0] for line in told(made)] == ["1", "2", "5"]


ENDNOTE = """\
<?xml version="1.0" encoding="UTF-8"?>
<xml><records>
<record><ref-type name="Book">6</ref-type>
<contributors><authors><author><style face="normal">Blank, Stephen J.</style></author></authors></contributors>
<titles><title><style face="normal">Threats to </style><style face="italic">Russian Security</style></title></titles>
<dates><year><style>2000</style></year></dates><pub-location>Carlisle</pub-location>
<publisher><style>SSI</style></publisher>
<urls><related-urls><url>http://x.example</url></related-urls></urls></record>
<record><ref-type name="Journal Article">17</ref-type><label>mine</label>
<titles><title>T</title><secondary-title>J</secondary-title></titles>
<electronic-resource-num>https://doi.org/10.1/x</electronic-resource-num></record>
</records></xml>
"""


def test_endnote_xml_is_read(source: Reader) -> None:
    made = source("a.xml", ENDNOTE)
    assert items(made) == {
        "Blank2000": {
            "type": "book",
            "author": [{"family": "Blank", "given": "Stephen J."}],
            "title": "Threats to Russian Security",
            "issued": {"date-parts": [[2000]]},
            "publisher": "SSI",
            "publisher-place": "Carlisle",
            "URL": "http://x.example",
        },
        "mine": {"type": "article-journal", "title": "T", "container-title": "J", "DOI": "10.1/x"},
    }
    assert [made.line(key) for key in made.keys] == [3, 9]


def test_a_bad_record_of_endnote_costs_only_itself(source: Reader) -> None:
    made = source("a.xml", ENDNOTE.replace("<title>T</title>", "<title>T & T</title>"))
    assert made.keys == ("Blank2000",)
    assert "this record is left out" in told(made)[1]


def test_endnote_with_a_document_type_is_refused(source: Reader) -> None:
    made = source(
        "a.xml", ENDNOTE.replace("<xml>", '<!DOCTYPE xml [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml>')
    )
    assert made.keys == ()
    assert "<!DOCTYPE" in told(made)[0]


# Whatever is given


@pytest.mark.parametrize("name", ["a.bib", "a.json", "a.yaml", "a.ris", "a.xml", "a.txt"])
def test_a_file_that_is_not_there_or_not_a_bibliography_is_a_message(
    source: Reader, tmp_path: Path, name: str
) -> None:
    assert "bibliography" in told(read_source(tmp_path / "none" / name))[0]
    made = source(name, "Just some text.")
    assert made.keys == ()
    if name != "a.bib":  # where text between entries is a comment
        assert told(made)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["a.bib", "a.json", "a.yaml", "a.ris", "a.xml"]), st.binary(max_size=200))
def test_no_bytes_are_an_error(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    made = read_source(path)
    assert isinstance(made.messages, tuple)


PIECES = ["@book{", "@string{", "a", ",", "=", "{", "}", '"', "#", "\n@misc{", "title", "\\", "%", "(", ")", " ", "TY  - BOOK\n",
          "ER  - \n", "<record>", "</record>", "- id: x\n", "references:\n", "  ", "[", "]", ":", "1"]  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["a.bib", "a.json", "a.yaml", "a.ris", "a.xml"]),
    st.lists(st.sampled_from(PIECES), max_size=30),
)
def test_no_jumble_is_an_error(tmp_path: Path, name: str, pieces: list[str]) -> None:
    path = tmp_path / name
    path.write_text("".join(pieces), encoding="utf-8")
    made = read_source(path)
    if name not in ("a.bib", "a.yaml"):
        items(made)


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


# Items


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/x?y=z#w",
        "http://a",
        "ftp://a",
        "www.e-ir.info/x",
        "a.example:80/x",
        "mailto:a@b",
        "/x",
    ],
)
def test_urls_that_lead_somewhere_are_kept(url: str) -> None:
    assert clean_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "javascript:1/alert(1)",
        "data:text/html,x",
        "data:1/x",
        "vbscript:x",
        "file:///etc/passwd",
        "http://[",
    ],
)
def test_other_urls_are_not(url: str) -> None:
    with pytest.raises(ValueError, match="URL"):
        clean_url(url)


@pytest.mark.parametrize(
    ("given_date", "date"),
    [
        (2000, {"date-parts": [[2000]]}),
        ("2000-02-03", {"date-parts": [[2000, 2, 3]]}),
        ("2000/2001", {"date-parts": [[2000], [2001]]}),
        ("ca. 1990", {"date-parts": [[1990]], "circa": True}),
        ("Spring 2001", {"literal": "Spring 2001"}),
        ({"raw": "2000-02"}, {"date-parts": [[2000, 2]]}),
        ({"date-parts": [["2000", "2", "30x"]]}, {"date-parts": [[2000, 2]]}),
        ({"date-parts": [[2000, 13]]}, {"date-parts": [[2000]]}),
        ({"date-parts": [[-44]]}, {"date-parts": [[-44]]}),
        ({"date-parts": [[2000]], "season": "2"}, {"date-parts": [[2000]], "season": 2}),
        ({"date-parts": [[2000]], "circa": 1}, {"date-parts": [[2000]], "circa": True}),
        ({"literal": "n.d."}, {"literal": "n.d."}),
    ],
)
def test_dates_are_made_safe(given_date: Any, date: dict[str, Any]) -> None:
    assert clean_date(given_date) == date


def test_names_are_made_safe() -> None:
    assert clean_names(["World Bank", {"family": "Doe", "given": 5}]) == [
        {"literal": "World Bank"},
        {"family": "Doe", "given": "5"},
    ]
    assert clean_names([{}]) == []


VALUE = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)  # fmt: skip
FIELDS = st.sampled_from(
    ["id", "type", "title", "author", "issued", "URL", "page", "editor", "accessed", "language"]
)


@pytest.mark.laws
@given(st.dictionaries(FIELDS | st.text(), VALUE))
def test_any_item_is_made_safe(item: dict[str, Any]) -> None:
    clean = clean_item(item, [])
    assert isinstance(clean["type"], str)
    assert clean_item(clean, []) == clean
    json.dumps(clean)


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
    assert items(found)["a"]["title"] == r"Of \beginx War"
    assert told(found) == ["1: a: title: its LaTeX can't be read, and is printed as typed"]


@pytest.mark.usefixtures("pandoc")
def test_a_title_in_yaml_that_is_no_text_is_a_message(source: Reader) -> None:
    found = source("refs.yaml", "- id: a\n  title: {a: b}\n- id: b\n  title: Text\n")
    assert [item.get("title") for item in items(found).values()] == [None, "Text"]
    assert told(found) == ["1: a: title: expected text"]
