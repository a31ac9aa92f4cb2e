"""CSL-JSON, CSL-YAML, RIS and EndNote; and no file of any kind is an error."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from support.csl_contexts import SEED
from support.paths import DATA
from support.sources import PIECES, Reader, items, told

from sphinxext_eir.csl.sources import MessageKind, read_source

if TYPE_CHECKING:
    from pathlib import Path


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


def test_the_key_of_zoteros_csl_json_is_its_citation_key(source: Reader) -> None:
    made = source(
        "a.json", '[{"id": "http://zotero.org/users/1/items/A", "citation-key": "mertz1990", "title": "K"}]'
    )
    assert made.keys == ("mertz1990",)
    assert made.line("mertz1990") == 1
    assert told(made) == []


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
    assert told(made)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["a.bib", "a.json", "a.yaml", "a.ris", "a.xml"]), st.binary(max_size=200))
@example("a.bib", b"\0\1\0")
def test_no_bytes_are_an_error(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    read_source(path)  # that it comes back is the test


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


# Titles


@pytest.mark.usefixtures("pandoc")
def test_a_title_in_yaml_that_is_no_text_is_a_message(source: Reader) -> None:
    found = source("refs.yaml", "- id: a\n  title: {a: b}\n  author: World Bank\n- id: b\n  title: Text\n")
    assert [item.get("title") for item in items(found).values()] == [None, "Text"]
    assert told(found) == ["1: a: title: expected text", "1: a: it has no title"]


# What RIS and EndNote say by kind


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("TY  - BOOK\nTI  - T\nA2  - Poe, Ann", {"editor": [{"family": "Poe", "given": "Ann"}]}),
        ("TY  - BOOK\nTI  - T\nAU  - Fox, A.\nA2  - Poe, Ann\nA3  - Low, B.", {"editor": [{"family": "Low", "given": "B."}], "collection-editor": [{"family": "Poe", "given": "Ann"}]}),
        ("TY  - EDBOOK\nTI  - T\nAU  - Poe, Ann", {"editor": [{"family": "Poe", "given": "Ann"}], "author": None}),
        ("TY  - BOOK\nTI  - T\nSP  - 214\nNV  - 3\nM1  - 4", {"number-of-pages": "214", "page": None, "number-of-volumes": "3", "collection-number": "4"}),
        ("TY  - CHAP\nTI  - T\nT2  - B\nSP  - 10\nEP  - 20\nA2  - Poe, Ann", {"page": "10-20", "editor": [{"family": "Poe", "given": "Ann"}]}),
        ("TY  - CONF\nTI  - T\nT2  - Meeting\nC3  - Proceedings\nC1  - Oslo", {"container-title": "Proceedings", "event-title": "Meeting", "publisher-place": "Oslo"}),
        ("TY  - CONF\nTI  - T\nT2  - Proceedings\nCY  - Oslo", {"container-title": "Proceedings", "publisher-place": "Oslo"}),
        ("TY  - RPRT\nTI  - T\nT2  - Papers\nSN  - 17", {"collection-title": "Papers", "number": "17", "container-title": None}),
        ("TY  - CASE\nTI  - Fox v. Poe\nA2  - U.S.\nVL  - 12\nSP  - 3\nPB  - Court", {"container-title": "U.S.", "volume": "12", "page": "3", "authority": "Court"}),
        ("TY  - MPCT\nTI  - T\nAU  - Sole, Mia", {"director": [{"family": "Sole", "given": "Mia"}], "author": None}),
        ("TY  - PCOMM\nTI  - T\nAU  - Fox, A.\nA2  - Poe, Ann", {"recipient": [{"family": "Poe", "given": "Ann"}]}),
        ("TY  - COMP\nTI  - T\nET  - 2.1", {"version": "2.1", "edition": None}),
        ("TY  - JOUR\nTI  - War &amp; Peace\nJO  - J\nJ2  - Abbr", {"title": "War & Peace", "container-title-short": "Abbr"}),
        ("TY  - JOUR\nTI  - T\nJO  - J\nDO  - 10.1000/x\nN1  - doi: 10.1000/x\nN1  - One\nN1  - Two.", {"note": "One. Two."}),
        ("TY  - JOUR\nTI  - T\nJO  - J\nN1  - <p>Read this</p>", {"note": None, "annote": "<p>Read this</p>"}),
    ],
)  # fmt: skip
def test_a_tag_of_ris_means_what_it_means_for_its_kind(
    source: Reader, record: str, expected: dict[str, Any]
) -> None:
    (item,) = items(source("a.ris", f"{record}\nER  - ")).values()
    assert {name: item.get(name) for name in expected} == expected


# The ledger of RIS and EndNote: what an entry has for readers, and its item lacks, is named.


def test_a_tag_of_ris_that_is_not_read_is_named(source: Reader) -> None:
    record = (
        "TY  - JOUR\nID  - a\nAU  - Fox, Ann\nPY  - 2001/02/03/\nTI  - Walls\nJF  - Journal of Walls\nJO  - J. Walls\nC7  - e12\n"
        "DO  - https://doi.org/10.1000/1\nLB  - own\nOP  - Ink, 1990\nQ9  - odd\nKW  - sea\nKW  - wall\nER  - "
    )
    made = source("a.ris", record)
    (item,) = items(made).values()
    assert (item["container-title"], item["container-title-short"], item["page"]) == (
        "Journal of Walls",
        "J. Walls",
        "e12",
    )
    assert [(message.line, message.text.split(":")[0], message.kind) for message in made.messages] == [
        (1, "no style prints the field 'OP' of a", MessageKind.FIELD),
        (1, "no style prints the field 'Q9' of a", MessageKind.FIELD),
    ]


@pytest.mark.parametrize(
    ("lines", "item"),
    [
        ("DO  - https://doi.org/10.1000/a.b", {"DOI": "10.1000/a.b"}),
        ("DO  - doi:10.1000/a.b", {"DOI": "10.1000/a.b"}),
        ("M3  - doi: 10.1000/a.b", {"DOI": "10.1000/a.b", "genre": None}),
        ("M3  - 10.1000/a.b\nDO  - 10.1000/a.b", {"DOI": "10.1000/a.b", "genre": None}),
        ("M3  - Letter\nN1  - doi: 10.1000/a.b", {"DOI": "10.1000/a.b", "genre": "Letter", "note": None}),
        ("UR  - http://dx.doi.org/10.1000/a.b", {"DOI": "10.1000/a.b", "URL": "http://dx.doi.org/10.1000/a.b"}),
        ("UR  - https://example.org/a\nL3  - 10.1000/a.b", {"DOI": "10.1000/a.b", "URL": "https://example.org/a"}),
        ("DO  - in press", {"DOI": "in press"}),
        ("PY  - 2001///Spring", {"issued": {"date-parts": [[2001, 21]]}}),
        ("PY  - 2001\nDA  - May 3", {"issued": {"date-parts": [[2001, 5, 3]]}}),
        ("PY  - 2001\nDA  - May-Jun", {"issued": {"date-parts": [[2001, 5], [2001, 6]]}}),
        ("AU  - Fox, Ann; Low, Bo", {"author": [{"family": "Fox", "given": "Ann"}, {"family": "Low", "given": "Bo"}]}),
        ("AU  - World Bank; IMF", {"author": [{"literal": "World Bank; IMF"}]}),
    ],
)  # fmt: skip
def test_dois_dates_and_names_of_ris_are_read_as_publishers_write_them(
    source: Reader, lines: str, item: dict[str, object]
) -> None:
    made = source("a.ris", f"TY  - JOUR\nID  - a\nTI  - T\nJO  - J\n{lines}\nER  - ")
    found = made.items(["a"])["a"]
    assert {name: found.get(name) for name in item} == item
    assert [message.text for message in made.messages] == []


@pytest.mark.parametrize(
    "line", ["PY  - 2001/05//accepted", "Y2  - 2001/13/02", "PY  - 2001\nDA  - 2003/05/01"]
)
def test_what_a_date_of_ris_says_and_is_not_read_is_named(source: Reader, line: str) -> None:
    made = source("a.ris", f"TY  - JOUR\nID  - a\nTI  - T\nJO  - J\n{line}\nER  - ")
    made.items(["a"])
    [message] = made.messages
    assert f"the field {line[:2]!r} of a" in message.text


def test_a_field_of_endnote_that_is_not_read_is_named(source: Reader) -> None:
    record = (
        '<xml><records><record><rec-number>7</rec-number><ref-type name="Book">6</ref-type><contributors><authors><author>Fox, Ann</author>'
        "</authors><odd-authors><author>Low, Bo</author></odd-authors></contributors><titles><title><style>Walls</style></title></titles>"
        "<dates><year>2001</year></dates><electronic-resource-num>https://doi.org/10.1000/1</electronic-resource-num><label>a</label>"
        "<custom6>seven</custom6><orig-pub>Ink, 1990</orig-pub></record></records></xml>"
    )
    made = source("a.xml", record)
    assert [*items(made)] == ["a"]
    assert [message.text.split("'")[1] for message in made.messages] == ["odd-authors", "custom6", "orig-pub"]
