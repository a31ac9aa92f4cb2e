"""Shortcodes: what WordPress and its plugins make of square brackets, and what stays as it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.growth import assert_linear
from support.wordpress import converted_posts as results
from support.wordpress import item
from support.wordpress import text_of_post as text_of

from sphinxext_eir.conversion.jobs import Job
from sphinxext_eir.conversion.reading.wordpress.records import Post
from sphinxext_eir.conversion.reading.wordpress.shortcodes import expand

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("selectolax")

FILM = "https://films.example/7"


@pytest.mark.parametrize(
    "text",
    [
        "He said [sic] so.",
        "See [1] and [a].",
        "An array[index] of [i, j].",
        "[...] as it was",
        "[not a shortcode]",
        "5 [ 6 ] 7",
        "[/unopened]",
    ],
)
def test_brackets_that_are_none_stay(text: str) -> None:
    assert expand(text).text == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (f"[embed]{FILM}[/embed]", f"{FILM}\n"),
        (f'[video src="{FILM}.mp4"][/video]', f"{FILM}.mp4\n"),
        (f"[audio mp3={FILM}.mp3]", f"{FILM}.mp3\n"),
        (f"[audio {FILM}.mp3]", f"{FILM}.mp3\n"),
        (
            "[youtube=https://www.youtube.com/watch?v=SQEQr7c0-dw&w=320]",
            "https://www.youtube.com/watch?v=SQEQr7c0-dw&w=320\n",
        ),
        ('[youtube id="SQEQr7c0-dw"]', "https://www.youtube.com/watch?v=SQEQr7c0-dw\n"),
        ("[vimeo 22884674]", "https://vimeo.com/22884674\n"),
        ("[code]\nif a < b:\n    [x]\n[/code]", ".. code-block:: none\n\n   if a < b:\n       [x]\n"),
        ("The law $latex E = mc^2$ holds.", "The law :math:`E = mc^2` holds.\n"),
        ("The law [latex]E = mc^2[/latex] holds.", "The law :math:`E = mc^2` holds.\n"),
        ("Zero.\n\n[quote]One.[/quote]", "Zero.\n\n   One.\n"),
        ("[[gallery]] shows pictures.", "[gallery] shows pictures.\n"),
        ("[unknown a=1]One.[/unknown]", "One.\n"),
        ("One [unknown a=1] two.", "One two.\n"),
        ("[toc]\n\nOne.", "One.\n"),
        ("[dropcap]T[/dropcap]he town.", "The town.\n"),
        (
            "<pre>\n[gallery] <?php echo $a; ?>\n<option>x</pre>",
            ".. code-block:: none\n\n   [gallery] <?php echo $a; ?>\n   <option>x\n",
        ),
    ],
)
def test_what_a_shortcode_means_is_printed(tmp_path: Path, typed: str, text: str) -> None:
    assert text_of(tmp_path, typed) == text


@pytest.mark.parametrize("name", ["ref", "footnote", "efn_note", "mfn", "note", "fn"])
def test_notes_in_the_sentence_are_notes(tmp_path: Path, name: str) -> None:
    text = text_of(
        tmp_path,
        f"Built twice.[{name}]See <em>Krasner</em>.[/{name}] And again[{name}]Or not.[/{name}].\n\nTwo.",
    )
    assert "Built twice.\\ [1]_ And again\\ [2]_.\n\nTwo.\n" in text
    assert ".. [1] See *Krasner*.\n" in text
    assert ".. [2] Or not.\n" in text


@pytest.mark.parametrize(
    "text",
    [
        "Built twice.[1. See Krasner.] And again[2. Or not.].",
        "Built twice.((See Krasner at length.)) And again((Or not at all.)).",
    ],
)
def test_notes_typed_in_brackets_are_notes(tmp_path: Path, text: str) -> None:
    source = text_of(tmp_path, text)
    assert "Built twice.\\ [1]_ And again\\ [2]_." in source
    assert ".. [1] See Krasner" in source


def test_a_note_on_a_line_of_its_own_is_a_box(tmp_path: Path) -> None:
    assert text_of(tmp_path, "One.\n\n[note]Two.[/note]") == "One.\n\n   Two.\n"


def test_numbers_that_do_not_count_are_no_notes() -> None:
    text = "As [2. the second] has it; f((x) + (y))."
    assert expand(text).text == text


def test_a_gallery_has_the_pictures_that_it_names_or_those_of_its_post(tmp_path: Path) -> None:
    pictures = [
        item(
            number=n,
            post_type="attachment",
            attachment_url=f"https://a.example/uploads/{n}.jpg",
            excerpt=f"Picture {n}",
            post_parent="7",
        )
        for n in (3, 4)
    ]
    for typed, shown in (('[gallery ids="4"]', ["4"]), ("[gallery]", ["3", "4"])):
        (result,) = results(tmp_path, item(typed), *pictures)
        assert [n for n in ("3", "4") if f"Picture {n}\n" in result.value.text] == shown
    (result,) = results(tmp_path, item("One. [gallery ids=99]"))
    assert [m.text for m in result.messages] == ["the pictures of a gallery aren't in the export"]


def test_an_unknown_shortcode_is_named_and_its_words_kept(tmp_path: Path) -> None:
    (result,) = results(tmp_path, item("[box color=red]One [b c=1]two.[/box]\n\n[box color=red]Three.[/box]"))
    assert result.value.text.endswith("One two.\n\nThree.\n")
    assert sorted(m.text.partition(" isn't")[0] for m in result.messages) == [
        "the shortcode [b]",
        "the shortcode [box] (2 times)",
    ]
    assert [one.text for one in result.value.ledger.dropped][:2] == ["[box color=red]", "[b c=1]"]
    assert result.value.ledger.even


def test_captions_of_both_forms_are_captions(tmp_path: Path) -> None:
    image = '<a href="https://a.example/x"><img src="https://a.example/x.jpg" alt="Pier" /></a>'
    new = text_of(tmp_path, f'[caption id="a" width="300"]{image} The <em>pier</em>.[/caption]')
    old = text_of(tmp_path, f'[caption id="a" caption="The <em>pier</em>."]{image}[/caption]')
    assert new == old
    assert new.endswith("\n\nThe *pier*.\n")


WORDS = st.lists(st.sampled_from(["one", "two", "three"]), max_size=3).map(" ".join)
TAGS = st.sampled_from(
    [
        "[ref]",
        "[/ref]",
        "[box]",
        "[/box]",
        "[a",
        "b=1]",
        "[/a]",
        "[caption]",
        "[/caption]",
        "[code]",
        "[/code]",
        "[gallery]",
        "((",
        "",
        "))",
        "<pre>",
        "</pre>",
        "[[x]]",
        "[1.",
        "",
        "]",
        "[",
        "]",
        "<em>",
        "</em>",
        "\n\n",
    ]
)


@given(st.lists(st.tuples(WORDS, TAGS)))
def test_no_word_of_a_post_is_lost(parts: list[tuple[str, str]]) -> None:
    content = " ".join(f"{words} {tag}" for words, tag in parts) + " end"
    result = Job(None, "rst", post=Post("1", title="A title", content=content)).convert()  # type: ignore[arg-type]
    assert result.value.ledger.unexplained == ()
    kept = result.value.text + " ".join(one.text for one in result.value.ledger.dropped)
    for word in ("one", "two", "three", "end"):
        assert kept.split("eir:article::")[-1].count(word) >= content.count(word)


@pytest.mark.parametrize(
    "typed", ["[a b=1]", "[ref]", "((a b c", "[1. a", "[code]", "<pre>", "<!--", "[[a]", "[caption]<img>"]
)
def test_the_time_grows_with_the_text(typed: str) -> None:
    assert_linear(lambda n: expand(typed * n), 8000)
