"""Styles: read, prepared, refused."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from support.csl_contexts import STYLES, formatted, in_mode, style_file, texts

from sphinxext_eir.csl import locales
from sphinxext_eir.csl.model import Mode
from sphinxext_eir.csl.styles import SHIPPED, StyleError, read_style, shipped_style

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'


@pytest.fixture
def style(tmp_path: Path) -> Callable[[str], Path]:
    """Return a writer of style files."""

    def write(text: str | bytes) -> Path:
        path = tmp_path / "made.csl"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@pytest.mark.parametrize(
    ("name", "is_note", "is_numeric", "has_bibliography", "prints_locators"),
    [
        (SHIPPED, False, False, True, True),
        ("notes", True, False, True, True),
        ("numbers", False, True, True, True),
        ("raised", False, True, True, False),
        ("sorted", False, False, False, False),
        ("dependent/journal", False, True, True, True),
    ],
)
def test_a_style_says_what_it_is(
    name: str, *, is_note: bool, is_numeric: bool, has_bibliography: bool, prints_locators: bool
) -> None:
    style = read_style(style_file(name))
    assert style.is_note is is_note
    assert style.is_numeric is is_numeric
    assert style.has_bibliography is has_bibliography
    assert style.prints_locators is prints_locators
    assert bool(style.messages) is not has_bibliography


def test_the_shipped_style_goes_by_its_name() -> None:
    assert read_style(SHIPPED) == shipped_style()
    assert shipped_style().name == SHIPPED
    assert shipped_style().default_locale == "en-GB"


def test_a_style_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(shipped_style())) == shipped_style()  # noqa: S301


def test_a_style_without_a_bibliography_says_so() -> None:
    (message,) = read_style(STYLES / "sorted.csl").messages
    assert message.endswith("sorted.csl: the style has no bibliography: none is printed")


# Dependent styles


@pytest.mark.usefixtures("pandoc")
def test_a_dependent_style_is_its_parent_in_its_own_language() -> None:
    style = read_style(STYLES / "dependent" / "journal.csl")
    assert style.name == "journal"
    assert style.default_locale == "de-DE"
    assert [file.name for file in style.files] == ["journal.csl", "numbers.csl"]
    answer = formatted(in_mode(Mode.PARENTHETICAL, "Blank2000"), style="dependent/journal", locale="")
    assert texts(answer) == ["[1]"]


def test_a_parent_is_looked_for_where_one_says(tmp_path: Path) -> None:
    orphan = tmp_path / "journal.csl"
    orphan.write_bytes((STYLES / "dependent" / "journal.csl").read_bytes())
    with pytest.raises(
        StyleError, match=r"depends on the style http://example.org/styles/numbers: download that as"
    ):
        read_style(orphan)
    assert read_style(orphan, [STYLES]).is_numeric


@pytest.mark.parametrize(
    "href", ["http://a.example/../../etc/passwd", "http://a.example/", "", "file:///etc/passwd", "%2e%2e%2fx"]
)
def test_a_parents_address_leads_nowhere_else(style: Callable[[str], Path], href: str) -> None:
    path = style(f'{HEAD}<info><link rel="independent-parent" href="{href}"/></info></style>')
    with pytest.raises(StyleError, match="it depends on the style"):
        read_style(path)


def test_a_whole_style_that_names_a_parent_gets_none(style: Callable[[str], Path]) -> None:
    text = (STYLES / "numbers.csl").read_text("utf-8")
    link = '<link rel="independent-parent" href="http://a.example/x"/></info>'
    assert "a.example" not in read_style(style(text.replace("</info>", link))).prepared


def test_styles_that_depend_on_each_other_are_refused(style: Callable[[str], Path]) -> None:
    path = style(f'{HEAD}<info><link rel="independent-parent" href="http://a.example/made"/></info></style>')
    with pytest.raises(StyleError, match="never end"):
        read_style(path)


# What is refused

BOMB = '<!DOCTYPE style [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + HEAD + "&b;</style>"
EXTERNAL = '<!DOCTYPE style SYSTEM "http://a.example/x.dtd">' + HEAD + "</style>"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no CSL style: line 1: no element found"),
        ("Style", "no CSL style: line 1"),
        (HEAD, "no CSL style: line 1"),
        (f"{HEAD}</style>", "no <citation> with a <layout>"),
        (f"{HEAD}<citation/></style>", "no <citation> with a <layout>"),
        ("<html/>", "its root is <html>"),
        (HEAD.replace("1.0", "0.8") + "</style>", "a style of CSL 0.8, not 1.0"),
        (HEAD.replace(' version="1.0"', "") + "</style>", "doesn't say version"),
        (f"{HEAD}{'<group>' * 5000}{'</group>' * 5000}</style>", "nested too deeply"),
        (BOMB, "<!DOCTYPE"),
        (EXTERNAL, "<!DOCTYPE"),
        (BOMB.encode("utf-16"), "<!DOCTYPE"),
        (b'<?xml version="1.0" encoding="klingon"?>' + HEAD.encode() + b"</style>", "no CSL style: line 1"),
        (f'{HEAD}<citation><layout><text macro="x"/></layout></citation></style>', "the macro 'x', which it doesn't define"),
        (
            f'{HEAD}<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>'
            '<citation><layout><text macro="a"/></layout></citation></style>',
            "prints itself without end",
        ),
    ],
)  # fmt: skip
def test_what_is_no_style_is_refused_with_a_reason(
    style: Callable[[str | bytes], Path], text: str, message: str
) -> None:
    with pytest.raises(StyleError, match=message) as caught:
        read_style(style(text))
    assert caught.value.path.name == "made.csl"


def test_a_style_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match="can't be read"):
        read_style(tmp_path / "none.csl")
    with pytest.raises(StyleError, match="can't be read"):
        read_style(tmp_path)


@pytest.mark.parametrize("encode", [lambda text: text.encode("utf-8-sig"), lambda text: text.encode("utf-16"), lambda text: text.replace("\n", "\r\n").encode()])  # fmt: skip
def test_a_style_may_have_a_byte_order_mark_and_any_ends_of_lines(
    style: Callable[[bytes], Path], encode: Callable[[str], bytes]
) -> None:
    text = (STYLES / "numbers.csl").read_text("utf-8").replace(' encoding="utf-8"', "")
    assert read_style(style(encode(text))).prepared == read_style(STYLES / "numbers.csl").prepared


# Languages


@pytest.mark.parametrize(
    ("given", "tag"),
    [
        ("en", "en-US"), ("en-GB", "en-GB"), ("en_GB", "en-GB"), ("de", "de-DE"), ("de-LI", "de-DE"), ("pt_BR", "pt-BR"),
        ("pt", "pt-PT"), ("zh_CN", "zh-CN"), ("sr@latin", "sr-RS"), ("no", "nb-NO"), ("eu", "eu"), ("gl", "gl-ES"), ("", "en-GB"),
    ],
)  # fmt: skip
def test_a_language_finds_its_locale(given: str, tag: str) -> None:
    assert locales.read_locale(given, "en-GB") == (tag, "")


@pytest.mark.parametrize("given", ["eo", "tlh", "../x", "en-GB; rm", "x" * 99, "中文"])
def test_a_language_without_a_locale_is_american_english_and_named(given: str) -> None:
    tag, message = locales.read_locale(given, "en-GB")
    assert tag == "en-US"
    assert given in message
