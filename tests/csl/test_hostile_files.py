"""Files of references that somebody damaged, or made to do harm: what is lost is named with its line, and time grows with the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.growth import assert_linear
from support.sources import Reader, items, told

from sphinxext_eir.csl.sources import read_source
from sphinxext_eir.csl.sources.latex import balanced

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "\n@book{good, title={Good}, year=2000}\n"


# What stands between entries


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "@book{a, title={Tides}}, author={Doe, Jane}, year=2000}",
            "1: this @book ends before author, which seems to be a field of it: do its braces balance?",
        ),
        (
            "\n@book(a,\n title={Tides})\n % of 2000\n year = 2000\n}",
            "2: this @book ends before year, which seems to be a field of it: do its braces balance?",
        ),
        (
            "@book{a, title={T}}\n\n@article b, title={Tides}}",
            "3: this @article has no brace: it is left out",
        ),
        ("\n  @{b, title={Tides}}", "2: no kind of entry stands before this brace: it is left out"),
    ],
)
@pytest.mark.parametrize("after", ["", GOOD])
def test_what_seems_to_belong_to_an_entry_is_named(
    source: Reader, text: str, message: str, after: str
) -> None:
    made = source("a.bib", text + after)
    assert told(made) == [message]
    assert ("good" in made.keys) is bool(after)


def test_a_file_without_an_entry_is_named(source: Reader) -> None:
    expected = "no entry begins in it: expected BibTeX, such as @book{key, title = {…}}, in UTF-8"
    assert told(source("a.bib", "% Ropes\nTides, by Doe")) == [f"0: {expected}"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "% of ropes\n\n% @book b",
        "@string{a = {Tides}}",
        "@comment{a} year = 2000",
        "Kept by jane@example.org, @doe\n@book{a, title={T}} and more\n% year = 2000\n@preamble{x}",
        "@book\n{a, title={T}}\n @ article (b, title={T})",
    ],
)
def test_comments_between_entries_are_no_message(source: Reader, text: str) -> None:
    assert told(source("a.bib", text)) == []


# Encodings


@pytest.mark.parametrize("name", ["a.bib", "a.ris", "a.json"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_wide_characters_are_read_without_their_mark(source: Reader, name: str, encoding: str) -> None:
    text = {
        "a.bib": "@book{k, title={Größe}}",
        "a.ris": "TY  - BOOK\nID  - k\nTI  - Größe\nER  - \n",
        "a.json": '[{"id": "k", "type": "book", "title": "Größe"}]',
    }[name]
    made = source(name, text.encode(encoding))
    assert made.keys == ("k",)
    assert "Größe" in made.text("k")
    assert told(made) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_in_another_encoding_spoils_no_other(source: Reader, end: str) -> None:
    good, bad = "@book{a, title={Größe}}", "@book{b%d, title={Größe}}"
    lines = [
        good.encode(),
        *((bad % n).encode("latin-1") for n in range(2)),
        good.replace("a", "c", 1).encode(),
    ]
    made = source("a.bib", end.encode().join(lines))
    assert all("Größe" in made.text(key) for key in made.keys)
    assert len(made.keys) == 4
    assert told(made) == ["2: this line (and 1 more) is not in UTF-8: it is read as Windows-1252"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16", "utf-32-be"])
def test_a_file_of_wide_characters_that_is_cut_within_one_is_read_to_there(source: Reader, encoding: str) -> None:  # fmt: skip
    made = source("a.bib", "@book{k, title={Größe}}\n%".encode(encoding)[:-1])
    assert made.keys == ("k",)
    assert "Größe" in made.text("k")
    assert told(made) == [
        f"1: this file begins as one in {encoding.upper()[:6]}, and some of it isn't: a sign stands for what can't be read"
    ]


# Strings and parents


def test_strings_made_of_strings_end_and_say_so(source: Reader) -> None:
    doubled = "".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}\n" for n in range(1, 60))
    text = f'@string{{s0 = "tide "}}\n{doubled}@book{{a, title = s8, note = {" # ".join(["s8"] * 20)}}}'
    made = source("a.bib", text)
    assert made.bibtex is not None
    assert max(map(len, made.bibtex.strings().values())) <= 2_000
    fields = made.bibtex.fields("a")
    assert fields.values["title"] == "tide " * 256
    assert len(fields.values["note"]) <= 20_000
    left_out = "characters: the parts after these are left out"
    assert fields.wrong == (f"note: put together, it has more than 20000 {left_out}",)
    assert f"10: s9: put together, it has more than 2000 {left_out}" in told(made)


CIRCLE = "@book{a, title={A}, crossref={b}}@book{b, title={B}, xdata={c}}@xdata{c, year=2000, crossref={a}}"


@pytest.mark.usefixtures("pandoc")
def test_entries_that_inherit_in_a_circle_say_so(source: Reader) -> None:
    made = source("a.bib", CIRCLE + "@book{self, title={Self}, crossref={self}}")
    assert [item["title"] for item in items(made).values()] == ["A", "B", "Self"]
    assert told(made) == [
        "1: a: crossref: 'c' takes fields from 'a', its own heir: the circle is cut here",
        "1: b: crossref: 'a' takes fields from 'b', its own heir: the circle is cut here",
        "1: self: crossref: 'self' takes fields from 'self', its own heir: the circle is cut here",
    ]


@pytest.mark.parametrize("circle", [False, True])
def test_each_parent_is_read_once_however_many_name_it(source: Reader, *, circle: bool) -> None:
    names = [f"{letter}{n}" for n in range(40) for letter in "ab"]
    text = "".join(
        f"@xdata{{{name}, note{name} = {{n}}, xdata = {{{', '.join(names[::-1] if circle else names[n - n % 2 + 2 : n - n % 2 + 4])}}}}}\n"
        for n, name in enumerate(names)
    )
    made = source("a.bib", f"{text}@book{{k, title={{T}}, xdata={{a0, b0}}}}")
    assert made.bibtex is not None
    wrong: list[str] = []
    values = made.bibtex.inheriting("k", {}, wrong).values
    assert {f"note{name}" for name in names} < values.keys()
    assert any("circle" in text for text in wrong) is circle


def test_an_entry_takes_fields_from_a_hundred_others_and_says_where_it_ends(source: Reader) -> None:
    text = "".join(f"@book{{k{n}, note{n} = {{n}}, crossref = {{k{n + 1}}}}}\n" for n in range(200))
    made = source("a.bib", text)
    assert made.bibtex is not None
    wrong: list[str] = []
    assert len(made.bibtex.inheriting("k0", {}, wrong).values) == 102
    assert wrong == ["crossref: 'k100' would take fields from 'k101', but 100 entries gave some already"]


# Size


@pytest.mark.usefixtures("pandoc")
@pytest.mark.parametrize(
    "piece", ["tide ", "{", "\\textbf{", "\\'", "\\", "$x$ ", "&amp;", "\\href{http://a.b}{c} "]
)
def test_a_text_of_any_length_is_read_as_far_as_it_is_printed(source: Reader, piece: str) -> None:
    size = 30_000 // len(piece)
    closed = "}" * size if piece.endswith("{") else ""
    even = piece * (size - size % 2)
    made = source(
        "a.bib", f"@book{{a, title={{On Ropes {even}x{closed}}}, abstract={{{even}{closed}}}}}{GOOD}"
    )
    found = items(made)
    assert found["good"]["title"] == "Good"
    assert "On Ropes" in found["a"]["title"]
    assert (
        f"1: a: title: it has {len(f'On Ropes {even}x{closed}')} characters, of which the first 20000 are read"
        in told(made)
    )


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("a {b", "a {b}"),
        ("a {\\emp", "a {}"),
        ("a \\", "a "),
        ("a \\\\", "a \\\\"),
        ("a\\{", "a\\{"),
        ("}a{", "}a{}"),
        ("{{a}", "{{a}}"),
    ],
)
def test_what_is_cut_off_is_whole_again(typed: str, whole: str) -> None:
    assert balanced(typed) == whole


MANY = {
    "strings": lambda n: "".join(f'@string{{s{i} = "tide {i}"}}' for i in range(n)) + "@book{k, title=s1}",
    "parents": lambda n: (
        f"@book{{k, xdata={{{','.join(f'a{i}' for i in range(n))}}}}}"
        + "".join(f"@xdata{{a{i}, note{i}={{x}}}}" for i in range(n))
    ),
    "fields": lambda n: "@book{k, " + ", ".join(f"note{i}={{x}}" for i in range(n)) + "}",
    "fields twice": lambda n: "@book{k, " + ", ".join(f"note={{{i}}}" for i in range(n)) + "}",
    "parts": lambda n: "@book{k, title=" + " # ".join(["{tide}"] * n) + "}",
    "heads": lambda n: "@book k\n" * n,
    "signs": lambda n: "@ " * n,
    "ends": lambda n: "@book{k, a={b}}, c={d}\n" * n,
}


@pytest.mark.laws
@pytest.mark.parametrize("kind", MANY)
def test_time_grows_with_the_file(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.bib"

    def read(size: int) -> None:
        path.write_text(MANY[kind](size), encoding="utf-8")
        made = read_source(path)
        assert made.bibtex is not None
        if "k" in made.keys:
            made.bibtex.inheriting("k", {}, [])

    assert_linear(read, 16_000)


OTHERS = {
    "authors.ris": lambda n: "TY  - BOOK\nTI  - T\n" + "AU  - Doe, Jane\n" * n + "ER  - \n",
    "tags.ris": lambda n: "TY  - BOOK\nTI  - T\n" + "ZZ  - tide\n" * n + "ER  - \n",
    "lines.ris": lambda n: "TY  - BOOK\nN1  - T\n" + "and on\n" * n + "ER  - \n",
    "records.ris": lambda n: "TY  - BOOK\nTI  - T\n" * n,
    "names.json": lambda n: (
        '[{"id": "k", "title": "T", "author": [' + '{"family": "D"},' * n + '{"family": "D"}]}]'
    ),
    "authors.xml": lambda n: (
        "<xml><records><record><contributors><authors>"
        + "<author>Doe, Jane</author>" * n
        + "</authors></contributors><titles><title>T</title></titles></record></records></xml>"
    ),
    "items.yaml": lambda n: "references:\n" + "- id: k\n  title: T\n" * n,
}


@pytest.mark.laws
@pytest.mark.parametrize("name", OTHERS)
def test_time_grows_with_files_of_other_kinds(tmp_path: Path, name: str) -> None:
    path = tmp_path / name

    def read(size: int) -> None:
        path.write_text(OTHERS[name](size), encoding="utf-8")
        made = read_source(path)
        assert made.keys
        if not name.endswith(".yaml"):  # of which pandoc makes items
            assert items(made) or told(made)

    assert_linear(read, 4_000)


YAML = "- id: bad\n  type: book\n  title: {}\n- id: good\n  type: book\n  title: Good\n"


@pytest.mark.usefixtures("pandoc")
@pytest.mark.parametrize(
    ("title", "reason"),
    [
        pytest.param("T" * 99_968, "", id="as long as may be"),
        pytest.param(
            "T" * 99_969, "it has 100001 characters, and an entry of more than 100000 isn't read", id="longer"
        ),
        pytest.param("&a T\n  keyword: [" + ", ".join(["*a"] * 20) + "]", "", id="as many aliases as may be"),
        pytest.param(
            "&a T\n  keyword: [" + ", ".join(["*a"] * 21) + "]",
            "it has 21 aliases, and an entry with more than 20 isn't read",
            id="more",
        ),
    ],
)
def test_an_entry_that_would_take_long_is_named_and_the_others_are_read(
    source: Reader, title: str, reason: str
) -> None:
    found = source("a.yaml", YAML.format(title))
    assert "good" in items(found)
    assert ("bad" in items(found)) is (not reason)
    assert [text for text in told(found) if "isn't read" in text] == ([f"1: bad: {reason}"] if reason else [])


def nested(entries: int) -> str:
    """Return a file in which each entry names the one before it nine times."""
    first = "- id: n0\n  title: T\n  keyword: &a0 [tide, tide, tide]\n"
    others = (
        f"- id: n{n}\n  title: T\n  keyword: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n"
        for n in range(1, entries)
    )
    return first + "".join(others) + "- id: good\n  title: Good\n"


@pytest.mark.usefixtures("pandoc")
def test_aliases_in_aliases_of_other_entries_are_named_before_pandoc_is_asked(source: Reader) -> None:
    found = source("a.yaml", nested(12))
    read = items(found)
    assert {"n0", "n1", "good"} <= read.keys()
    assert "n11" not in read
    said = told(found)
    assert len(said) == 13 - len(read)
    assert all("its aliases stand for more than 5000 characters of other entries" in text for text in said)


BOMBS = {
    "a chain": nested,
    "one for all": lambda n: "- id: a\n  note: &a T\n" + "- id: b\n  note: *a\n" * n,
    "anchors alone": lambda n: "- id: a\n  note: [" + ", ".join(f"&a{k} T" for k in range(n)) + "]\n",
}


@pytest.mark.laws
@pytest.mark.parametrize("kind", BOMBS)
def test_time_grows_with_the_aliases_of_a_file(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.yaml"

    def read(size: int) -> None:
        path.write_text(BOMBS[kind](size), encoding="utf-8")
        assert read_source(path).keys

    assert_linear(read, 2_000)


# Every word


WORDS = st.from_regex(r"[a-z]{4,9}", fullmatch=True)
FIELD = st.tuples(st.sampled_from(["title", "note", "publisher", "series"]), WORDS, st.sampled_from('{"'))


@pytest.mark.laws
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(FIELD, min_size=1, max_size=4, unique_by=lambda field: field[0]),
    st.integers(0, 200),
    st.sampled_from(["", "}", "{", '"', "@", "=", ",", "%\n", "#", "\n@book{"]),
)
def test_a_sign_too_many_or_too_few_loses_no_word_unsaid(
    tmp_path: Path, fields: list[tuple[str, str, str]], place: int, sign: str
) -> None:
    typed = ", ".join(f"{name} = {mark}{word}{'}' if mark == '{' else mark}" for name, word, mark in fields)
    entry = f"@book{{key, {typed}}}"
    at = place % len(entry)
    path = tmp_path / "a.bib"
    path.write_text((entry[:at] + sign + entry[at + (not sign) :]) + GOOD, encoding="utf-8")
    made = read_source(path)
    assert made.bibtex is not None
    said = " ".join(str(made.bibtex.fields(key).values) for key in made.keys)
    wrong = [
        text
        for key in made.keys
        for text in made.bibtex.inheriting(key, {}, []) and made.bibtex.fields(key).wrong
    ]
    if not wrong and not told(made):
        left = entry[:at].rpartition("%")[2] if sign == "%\n" else entry
        assert all(
            word in said
            for _, word, _ in fields
            if word in left[:at] and place % len(entry) > left.find(word) + len(word)
        )
