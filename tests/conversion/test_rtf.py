"""RTF as Word, LibreOffice, TextEdit and old programs write it: notes, code pages, lists, merged cells, and what no page shows."""

from __future__ import annotations

import contextlib
import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext_eir.conversion.document import Heading, Notes, Quote, Table, inlines_of
from sphinxext_eir.conversion.inlines import Kind, plain
from sphinxext_eir.conversion.pipeline import convert, read
from sphinxext_eir.conversion.reading.rtf.characters import codec_of
from sphinxext_eir.conversion.reading.rtf.tokens import Control, Group, Typed, parsed
from sphinxext_eir.conversion.transcript import ConversionError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinxext_eir.conversion.pipeline import Result, Syntax

HEAD = r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\froman\fcharset238 Times CE;}
{\f2\fnil\fcharset128 MS Mincho;}{\f3\froman\fcharset2 Symbol;}{\f4\fmodern\fcharset0 Courier New;}}
{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2 Title;}{\s3 Quote;}{\s4 Author;}{\*\cs5\i Emphasis;}}
{\info{\title Of the file}{\author Nobody}}{\header Running head\par}\pard\plain """
TITLE = r"\s2 Two Harbours\par\pard\plain "


@pytest.fixture
def rtf(tmp_path: Path) -> Callable[..., Result]:
    """Return the function that converts an article with a body in RTF."""

    def converted(body: str, head: str = HEAD + TITLE) -> Result:
        path = tmp_path / "essay.rtf"
        path.write_bytes(f"{head}{body}}}".encode("latin-1"))
        result = convert(path)
        assert result.value.ledger.unexplained == ()
        return result

    return converted


def body_of(result: Result) -> str:
    return result.value.text.partition(".. eir:article::\n\n")[2].strip()


def said(result: Result) -> list[str]:
    return [message.text for message in result.messages]


@pytest.mark.parametrize(
    "note",
    [
        r"{\cs16\super \chftn {\footnote \pard\plain \s15 \fs20 {\cs16\super \chftn } See the {\i register}.}}",  # Word
        r"{{\super \chftn{\*\footnote \chftn\pard\plain See the {\i register}.}}}",  # LibreOffice
        r"{\super\chftn}{\*\footnote\chftn\~\plain\pard {\pard See the {\i register}.\par}}",  # pandoc
        r"{\super\chftn}{\footnote\ftnalt\pard\plain\chftn\tab See the {\i register}.\par}",  # an end note
    ],
)
def test_a_note_is_a_note_whoever_has_written_it(note: str, rtf: Callable[..., Result]) -> None:
    result = rtf(rf"Built of granite.{note} It stands.\par")
    assert body_of(result).startswith("Built of granite.\\ [1]_ It stands.\n")
    assert body_of(result).endswith(".. [1] See the *register*.")


def test_a_note_with_a_mark_of_its_own_keeps_it(rtf: Callable[..., Result]) -> None:
    result = rtf(r"Built{\super *{\footnote\pard\plain{\super *} Paid by nobody.}} of granite.\par")
    (notes,) = (block for block in result.value.document.blocks if isinstance(block, Notes))
    assert [plain(note.blocks[0].inlines) for note in notes.notes] == ["Paid by nobody."]
    marks = [r for i in inlines_of(result.value.document.blocks) for r in i if r.kind is Kind.NOTE]
    assert [mark.text for mark in marks] == ["*"]


def test_end_notes_with_roman_numbers_keep_them(rtf: Callable[..., Result]) -> None:
    result = rtf(r"Granite.{\super\chftn{\*\footnote\ftnalt\chftn See.}}\par", HEAD + r"\aftnnrlc " + TITLE)
    assert "Granite.[i]\n\n.. [i] See." in result.value.text


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        (r"\'e9t\'e9", "été"),
        (r"\u233\'e9t\u233?", "été"),
        (r"{\uc2\u937 ab}\u8364  5", "Ω€5"),
        (r"{\uc0\u937}a", "Ωa"),
        (r"\u-3832?", "\uf108"),
        (r"\u-10179?\u-8704?!", "😀!"),
        (r"{\f1 \'b9\'ea}", "ąę"),
        (r"{\f2 \'93\'fa\'96\'7b}", "日本"),
        (r"a\~b\_c\-d", "a\u00a0b\u2011cd"),
        (r"\lquote a\rquote \ldblquote b\rdblquote \endash\emdash", "‘a’“b”–—"),
        (r"\\ \{ \}", "\\ { }"),
        (r"one{\v two}{\deleted three} four", "one four"),
        ("one\\line two", "one\ntwo"),
        (r"{\upr{one}{\*\ud{two}}}", "two"),
        (r"{\*\nobodyknows lost}{\nobodyknows kept}", "kept"),
        ("o\\'n{\\b\\b0 e}", "o'ne"),
    ],
)
def test_letters_are_read_by_their_fonts_and_code_pages(typed: str, letters: str, tmp_path: Path) -> None:
    path = tmp_path / "essay.rtf"
    path.write_bytes(f"{HEAD}{typed}\\par}}".encode("latin-1"))
    assert _text(path) == letters


def _text(path: Path) -> str:
    return "\n".join(plain(inlines) for inlines in inlines_of(read(path).blocks))


def test_bytes_that_are_utf_8_all_together_are_read_as_that(tmp_path: Path) -> None:
    path = tmp_path / "essay.rtf"
    path.write_bytes((HEAD + r"Größe und \'e9t\'e9.\par}").encode())
    assert _text(path) == "Größe und été."


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        (r"\'93\'fa\'96\'7b", "日本"),  # two bytes each
        (r"\'83A", "ア"),  # the second byte is an ASCII letter
        (r"{\uc2\u26085\'93\'fa\u26412\'96\'7b}", "日本"),
        (r"\u26085?a", "日a"),
        (r"\u-10179?\u-8704?", "😀"),
    ],
)
def test_letters_of_a_title_are_read_as_those_of_the_text(typed: str, title: str, tmp_path: Path) -> None:
    path = tmp_path / "essay.rtf"
    path.write_bytes(rf"{{\rtf1\ansi\ansicpg932{{\info{{\title {typed}}}}}{typed}\par}}".encode("ascii"))
    assert (read(path).title, _text(path)) == (title, title)


def test_a_title_that_is_said_again_in_unicode_is_that(tmp_path: Path) -> None:
    path = tmp_path / "essay.rtf"
    author = r"{\upr{\author ?}{\*\ud\uc0{\author \u937}}}"
    title = r"{\upr{\title ? of Tides}{\*\ud\uc0{\title \u937 of Tides}}}"
    path.write_bytes(rf"{{\rtf1\ansi{{\info{author}{title}}}Text.\par}}".encode("ascii"))
    assert read(path).title == "Ωof Tides"


def test_letters_without_a_font_are_those_of_the_document_s(tmp_path: Path) -> None:
    path = tmp_path / "essay.rtf"
    fonts = r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times;}}"
    path.write_bytes(rf"{{\rtf1\ansi\deff1{fonts}\'e4\'e0\plain\'e4\'e0{{\f0\'e4}}\par}}".encode("ascii"))
    assert _text(path) == "дадаä"


@pytest.mark.parametrize(
    ("number", "name"), [(1252, "cp1252"), (10000, "mac-roman"), (65001, "utf-8"), (99999, ""), (None, "")]
)
def test_code_pages_have_names(number: int | None, name: str) -> None:
    assert codec_of(number) == name


def test_headings_quotes_and_authors_are_told_by_style(rtf: Callable[..., Result]) -> None:
    result = rtf(
        r"\s4 Marit Osgood\par\pard\plain\s1\b Granite\par\pard\plain Text.\par\pard\plain\s3 Promises.\par"
        r"\pard\plain\li720 More promises.\par\pard\outlinelevel1 Sand\par\pard Text.\par"
    )
    document = result.value.document
    assert dict(document.front.given)["author"] == "Marit Osgood"
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    assert [(plain(h.inlines), h.level) for h in headings] == [("Granite", 2), ("Sand", 3)]
    assert [len(block.blocks) for block in document.blocks if isinstance(block, Quote)] == [2]


def test_a_title_without_a_style_is_told_by_its_size(rtf: Callable[..., Result]) -> None:
    result = rtf(r"\qc\b\fs36 Two Harbours\par\pard\plain\fs24 They were built of granite.\par", HEAD)
    assert plain(result.value.document.front.title) == "Two Harbours"


def test_letters_of_a_typewriter_are_no_code(rtf: Callable[..., Result]) -> None:
    assert body_of(rtf(r"{\f4 All of it.}\par")) == "All of it."


LISTS = r"""{\listtext\tab 1.\tab}\ls1\ilvl0 Salt\par{\listtext a)\tab}\ilvl1 coarse\par{\listtext b)\tab}fine\par
{\listtext 2.\tab}\ilvl0 Tar\par\pard Between.\par
{\pntext\f3\'b7\tab}{\*\pn\pnlvlblt\pnf3{\pntxtb\'b7}}Rope\par{\pntext\f3\'b7\tab}Hemp\par
\pard\li360\fi-360 5.\tab Five\par 6.\tab Six\par\pard Rest.\par"""


def test_lists_are_told_by_what_is_printed_before_their_items(rtf: Callable[..., Result]) -> None:
    assert body_of(rtf(LISTS)) == (
        "1. Salt\n\n   1. coarse\n   2. fine\n\n2. Tar\n\nBetween.\n\n- Rope\n- Hemp\n\n..\n\n5. Five\n6. Six\n\nRest."
    )


CELLS = r"""\trowd\trhdr\cellx1000\cellx2000\cellx3000\pard\intbl Post\cell Holder\cell Years\cell\row
\trowd\clvmgf\cellx1000\cellx2000\cellx3000\pard\intbl Pilot\cell Dahl\cell 1901\cell\row
\trowd\clvmrg\cellx1000\cellx2000\cellx3000\pard\intbl\cell Brandt\cell 1905\cell\row
\trowd\cellx2000\cellx3000\pard\intbl Nobody\cell 1909\cell\row
\pard\par"""


def test_merged_cells_stand_at_their_own_place(rtf: Callable[..., Result]) -> None:
    result = rtf(CELLS + r"\trowd\cellx1000\pard\intbl Alone\par Twice\cell\row\pard After.\par")
    first, second = (block for block in result.value.document.blocks if isinstance(block, Table))
    rows = [[plain(cell) for cell in row] for row in first.rows]
    assert rows == [
        ["Post", "Holder", "Years"],
        ["Pilot", "Dahl", "1901"],
        ["", "Brandt", "1905"],
        ["Nobody", "", "1909"],
    ]
    assert first.header == 1
    assert [plain(block.inlines) for block in second.rows[0][0]] == ["Alone", "Twice"]
    assert any("merged" in message for message in said(result))


def test_a_list_of_its_own_stands_in_the_item_that_it_is_set_in_under(rtf: Callable[..., Result]) -> None:
    typed = (
        r"{\listtext\tab 1.\tab}\ls1\ilvl1\li1080 Salt\par{\listtext -\tab}\ls4\ilvl0\li1440 coarse\par{\listtext -\tab}fine\par"
        r"{\listtext 2.\tab}\ls1\ilvl1\li1080 Tar\par\pard Between.\par"
    )
    text = rtf(typed).value.text
    assert "1. Salt\n\n   - coarse\n   - fine\n\n2. Tar\n" in text


def test_a_list_and_a_table_stand_in_a_cell(rtf: Callable[..., Result]) -> None:
    nested = (
        r"\pard\intbl\itap2 in\nestcell{\*\nesttableprops\trowd\cellx500\nestrow}{\nonesttables\par}"
        r"\pard\intbl\itap1 {\listtext -\tab}\ls1 salt\cell"
    )
    result = rtf(rf"\trowd\cellx1000\cellx2000 {nested}\pard\intbl B\cell\row\pard After.\par")
    text = body_of(result)
    assert "- salt" in text
    assert "in" in text
    assert [len(b.rows[0]) for b in result.value.document.blocks if isinstance(b, Table)] == [2]


def test_links_boxes_comments_pictures_and_citations_are_read(rtf: Callable[..., Result]) -> None:
    item = {"id": "osgood", "type": "book", "title": "On Tides"}
    field = json.dumps({"citationItems": [{"itemData": item}]}).replace("{", r"\{").replace("}", r"\}")
    body = (
        r'See {\field{\*\fldinst{HYPERLINK "https://example.org/a" }}{\fldrslt{\ul the archive}}} and '
        rf"{{\field{{\*\fldinst ADDIN ZOTERO_ITEM CSL_CITATION {field}}}{{\fldrslt (Osgood)}}}}"
        r"{\*\atnid MO}{\*\atnauthor Marit}\chatn{\*\annotation{\*\atndate 1}\pard Check it.}"
        r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard In a box.\par}}{\shprslt again}} on.\par"
        r"{\*\shppict{\pict\pngblip 89504e47}}{\nonshppict{\pict\wmetafile8 00}}\par{\pict\wmetafile8 0100}\par"
        r"{\f3 \'61}\par"
    )
    result = rtf(body)
    text = body_of(result)
    assert text.startswith("See `the archive <https://example.org/a>`__ and (Osgood) on.\n\nIn a box.")
    assert [image.data for image in result.value.images] == [b"\x89PNG"]
    assert result.value.items == (item,)
    messages = said(result)
    assert "comment: Marit: Check it." in messages
    assert any("1 picture in a format that no page shows (wmetafile)" in message for message in messages)
    assert any("1 sign from a font of signs" in message for message in messages)


def test_a_typed_number_that_is_a_link_keeps_its_address(rtf: Callable[..., Result]) -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "https://example.org/a"}}{\fldrslt 1.\tab}}'
    text = body_of(
        rtf(rf"Before.\par\pard\li720\fi-360 {link}The archive.\par\pard\li720\fi-360 2.\tab Its plan.\par")
    )
    assert "`1. <https://example.org/a>`__ The archive." in text


@pytest.mark.parametrize(
    "place", [r"{\super\chftn{\*\footnote\chftn %s}}", r"{\shp{\*\shpinst{\shptxt\pard %s\par}}}"]
)
def test_what_notes_and_boxes_hold_beside_their_text_is_read(place: str, rtf: Callable[..., Result]) -> None:
    item = {"id": "osgood", "type": "book", "title": "On Tides"}
    citation = json.dumps({"citationItems": [{"itemData": item}]}).replace("{", r"\{").replace("}", r"\}")
    field = rf"{{\field{{\*\fldinst ADDIN ZOTERO_ITEM CSL_CITATION {citation}}}{{\fldrslt (Osgood)}}}}"
    result = rtf(r"\uc2 Granite." + place % rf"See {field} \u937 ab{{\f3\'61}}" + r"\par")
    assert result.value.items == (item,)
    assert "(Osgood) Ωa" in result.value.text
    assert any("1 sign from a font of signs" in message for message in said(result))


def test_a_formula_of_word_is_named(rtf: Callable[..., Result]) -> None:
    result = rtf(r"The share {\mmath{\*\moMath{\mr x=y}}} is known to all who have ever asked for it.\par")
    assert "a formula isn't read: write it in: 'x=y'" in said(result)


def test_pictures_may_be_bytes(tmp_path: Path) -> None:
    path = tmp_path / "essay.rtf"
    path.write_bytes(HEAD.encode() + rb"Text.\par{\pict\jpegblip\bin5 }{\\x}\par After.\par}")
    result = convert(path)
    assert [image.data for image in result.value.images] == [rb"}{\\x"[:5]]
    assert "After." in result.value.text


TOKENS = {
    r"\b0 x": [Control("b", 0), Typed(b"x")],
    r"\'e9": [Typed(b"\xe9", escaped=True)],
    r"\~": [Control("~")],
    "a\r\nb": [Typed(b"a"), Typed(b"b")],
    r"\u-5?": [Control("u", -5), Typed(b"?")],
    r"{\i x}": [Group([Control("i"), Typed(b"x")])],
    "\\'zz": [Typed(b"'zz")],
}


@pytest.mark.parametrize("source", TOKENS)
def test_a_file_is_control_words_groups_and_bytes(source: str) -> None:
    assert parsed(f"{{\\rtf1 {source}}} no RTF".encode()).parts[1:] == TOKENS[source]


WORDS = st.lists(st.sampled_from(["salt", "été", "日本", "Ω", "😀", "a{b}", "c\\d", "e\u00a0f"]), min_size=1)


def escaped(text: str) -> str:
    """Return *text* as Word writes it: each letter beyond ASCII as one or two of Unicode, and a sign for old programs."""
    units = text.encode("utf-16-le")
    found = ""
    for n in range(0, len(units), 2):
        unit = int.from_bytes(units[n : n + 2], "little")
        found += (
            re.sub(r"[\\{}]", r"\\\g<0>", chr(unit)) if unit < 128 else f"\\u{unit - 65536 * (unit > 32767)}?"
        )
    return found


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4))
def test_every_word_and_note_comes_through(
    tmp_path_factory: pytest.TempPathFactory, paragraphs: list[tuple[list[str], list[str]]]
) -> None:
    path = tmp_path_factory.mktemp("rtf") / "essay.rtf"
    body = "".join(
        rf"\pard\plain {escaped(' '.join(text))}{{\super\chftn{{\*\footnote\chftn {escaped(' '.join(note))}}}}}\par"
        for text, note in paragraphs
    )
    path.write_bytes(f"{HEAD}{body}}}".encode("ascii"))
    told = _text(path)
    for text, note in paragraphs:
        assert " ".join(text) in told
        assert " ".join(note) in told


@given(st.text(alphabet="{}\\'abpnrowdcelu0129- \n*;é", max_size=200))
def test_nothing_that_calls_itself_rtf_breaks_the_reader(
    tmp_path_factory: pytest.TempPathFactory, noise: str
) -> None:
    path = tmp_path_factory.mktemp("rtf") / "essay.rtf"
    path.write_bytes(b"{\\rtf1 " + noise.encode())
    with contextlib.suppress(ConversionError):
        assert convert(path).value.text


@pytest.mark.parametrize("line", ["---", "***", "* * *", "----"])
@pytest.mark.parametrize(
    "around", [r"Words{\footnote LINE}.\par More.", r"\intbl One\par LINE\cell Two\cell\row Words."]
)
@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_a_line_across_the_text_in_a_note_or_a_cell_is_what_was_typed(
    tmp_path: Path, line: str, around: str, syntax: Syntax
) -> None:
    path = tmp_path / "essay.rtf"
    path.write_text(f"{HEAD}{TITLE}{around.replace('LINE', line)}}}", encoding="latin-1")
    result = convert(path, syntax).value
    assert result.ledger.unexplained == ()
    assert result.text.replace("\\", "").count(line) == 1
