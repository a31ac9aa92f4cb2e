"""Pages of WordPress's own themes, and of those that were made after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.web_pages import PROSE, converted, left_out

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("selectolax")

BLOCK_THEME = """<!DOCTYPE html><html><head><title>Review – Debt &#8211; The Harbour Review of Everything</title></head><body>
<header class="wp-block-template-part"><h1 class="wp-block-site-title"><a href="/">The Harbour Review of Everything</a></h1></header>
<main class="wp-block-group"><h1 class="wp-block-post-title">Review – Debt</h1>{over}
<div class="entry-content wp-block-post-content">{prose}</div>{under}</main>
<div class="wp-block-query"><ul class="wp-block-post-template"><li class="wp-block-post"><h3 class="wp-block-post-title"><a href="/b">Another</a></h3>
<div class="wp-block-post-date"><time datetime="2020-01-01">1 January 2020</time></div>
<div class="taxonomy-post_tag wp-block-post-terms"><a href="/tag/x" rel="tag">Another tag</a></div></li></ul></div></body></html>
"""
META_OF_BLOCKS = [
    # Twenty Twenty-Three and its like: under the text, the name as a paragraph
    """<div class="wp-block-group"><p>Posted</p><div class="wp-block-post-date"><time datetime="2023-05-02T10:00:00+00:00">2 May</time></div>
    <p>in</p><div class="taxonomy-category wp-block-post-terms"><a href="/c" rel="tag">Ports</a></div></div>
    <div class="wp-block-group"><p>by</p><div class="wp-block-post-author"><div><p class="wp-block-post-author__name">Marit Osgood</p></div></div></div>""",
    # Twenty Twenty-Four and Twenty Twenty-Five: a link in an element of its own
    """<div class="wp-block-post-date"><time datetime="2023-05-02T10:00:00+00:00"><a href="/a">2 May</a></time></div><p>Written by</p>
    <div class="wp-block-post-author-name"><a href="/marit" class="wp-block-post-author-name__link">Marit Osgood</a></div>
    <div class="taxonomy-category wp-block-post-terms"><a href="/c" rel="tag">Ports</a></div>""",
]


@pytest.mark.parametrize("under", [False, True], ids=["over the text", "under it"])
@pytest.mark.parametrize("meta", META_OF_BLOCKS, ids=["a paragraph", "a link"])
def test_blocks_of_wordpress_say_who_wrote_what_when_and_under_which_terms(
    tmp_path: Path,
    meta: str,
    under: bool,  # noqa: FBT001 - of a table
) -> None:
    prose = f"<p>{PROSE}</p>" * 3
    page = BLOCK_THEME.format(prose=prose, over="" if under else meta, under=meta if under else "")
    text = converted(tmp_path, page).value.text
    front, body = text.split("\n\n.. eir:article::\n\n")
    assert (
        front
        == ":author: Marit Osgood\n:date: 2023-05-02\n:kind: review\n:keywords: Ports\n\nReview – Debt\n============="
    )
    assert body.startswith("The harbour at Skarre")
    assert "Ports" not in body


def test_what_is_written_for_listeners_is_no_part_of_a_name(tmp_path: Path) -> None:
    byline = """<ul class="post-meta"><li class="post-author meta-wrapper"><span class="meta-icon"><span class="screen-reader-text">Post author</span></span>
    <span class="meta-text">By <a href="/marit">Marit Osgood</a></span></li></ul>"""
    page = f"<article><header><h1>Debt</h1>{byline}</header><div class='entry-content'>{f'<p>{PROSE}</p>' * 3}</div></article>"
    assert ":author: Marit Osgood\n" in converted(tmp_path, page).value.text


BOXES = [
    """<div class="author-bio"><img class="avatar photo" src="https://avatars.example/1"><h2>By Marit Osgood</h2>
    <p>Marit Osgood keeps the books of a town.</p><a class="author-link" rel="author" href="/marit">View all posts by Marit Osgood.</a></div>""",
    """<section id="author-bio"><a rel="author" href="/marit"><img class="avatar" src="/no-portrait.png"></a><h3><a href="/marit">Marit Osgood</a></h3>
    <div>Marit Osgood keeps the books of a town.</div></section>""",
    """<div class="about-author"><h4>About the author</h4><p>Marit Osgood keeps the books of a town. <a rel="author" href="/marit">More posts →</a></p></div>""",
]


@pytest.mark.parametrize(
    "box", BOXES, ids=["with a button", "with a link around the picture", "with its heading"]
)
def test_the_box_of_an_author_is_a_biography_without_its_buttons(tmp_path: Path, box: str) -> None:
    page = f"<article><h1>Debt</h1>{f'<p>{PROSE}</p>' * 3}{box}</article>"
    text = converted(tmp_path, page).value.text
    assert text.endswith(".. eir:about-author::\n\n   Marit Osgood keeps the books of a town.\n")


def test_a_heading_in_the_box_that_says_something_else_stays(tmp_path: Path) -> None:
    box = (
        "<div class='author-bio'><h3>Books of a Town</h3><p>Marit Osgood keeps the accounts of it.</p></div>"
    )
    text = converted(tmp_path, f"<article><h1>Debt</h1>{f'<p>{PROSE}</p>' * 3}{box}</article>").value.text
    assert "Books of a Town\n" in text


def test_tags_under_a_text_are_its_keywords(tmp_path: Path) -> None:
    tags = "<p>Tagged <a href='/t/1' rel='tag'>Ports</a>, <a href='/t/2' rel='tag'>#Debt</a></p><p>See <a href='/t/3'>ports</a>.</p>"
    result = converted(tmp_path, f"<article><h1>Debt</h1>{f'<p>{PROSE}</p>' * 3}{tags}</article>")
    assert ":keywords: Ports; Debt\n" in result.value.text
    assert result.value.text.endswith("See ports.\n")
    assert left_out(result) == ["Tagged Ports, #Debt"]


@pytest.mark.parametrize(
    ("page", "written"),
    [
        (
            "<pre class='wp-block-verse'>They also <em>serve</em>\nwho only stand and wait.</pre>",
            "   They also *serve*\n\n   who only stand and wait.\n",
        ),
        (
            "<div class='pull-quote'><p>They serve.</p><pre>who = 'stands'</pre></div>",
            "   They serve.\n\n   .. code-block:: none\n\n      who = 'stands'\n",
        ),
    ],
    ids=["verse, which is no code", "a pull quote with code, which none can hold"],
)
def test_what_is_a_quotation(tmp_path: Path, page: str, written: str) -> None:
    text = converted(
        tmp_path, f"<article><h1>Debt</h1><p>{PROSE}</p>{page}<p>{PROSE}</p></article>"
    ).value.text
    assert f"\n\n{written}\nThe harbour" in text
