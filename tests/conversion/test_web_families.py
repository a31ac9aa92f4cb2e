"""Families of sites: what their programs put around articles, and into them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.web_pages import PROSE, converted, left_out
from support.word_files import PICTURE

from sphinxext_eir.conversion.pipeline import convert

if TYPE_CHECKING:
    from pathlib import Path

    from sphinxext_eir.conversion.pipeline import Syntax

pytest.importorskip("selectolax")

GHOST = f"""<!DOCTYPE html><html lang="en"><head><title>Two Harbours, One Debt</title>
<link rel="canonical" href="https://ghost.example/two-harbours/"><meta property="og:site_name" content="The Ghost Review">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "Article",
"author": {{"@type": "Person", "name": "Marit Osgood"}}, "headline": "Two Harbours, One Debt", "datePublished": "2023-05-02T08:00:00.000Z"}}</script>
<meta name="generator" content="Ghost 5.96"></head>
<body class="post-template"><div class="viewport">
<header id="gh-head" class="gh-head outer"><nav class="gh-head-inner"><a class="gh-head-logo" href="/">The Ghost Review</a></nav></header>
<main id="site-main" class="site-main"><article class="article post">
<header class="article-header gh-canvas"><div class="article-tag post-card-tags"><span class="post-card-primary-tag"><a href="/tag/debt/">Debt</a></span></div>
<h1 class="article-title">Two Harbours, One Debt</h1>
<div class="article-byline"><div class="article-byline-meta"><h4 class="author-name"><a href="/author/marit/">Marit Osgood</a></h4>
<time class="byline-meta-date" datetime="2023-05-02">May 2, 2023</time> <span class="byline-reading-time">3 min read</span></div></div></header>
<section class="gh-content gh-canvas">
<p>{PROSE}<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup></p>
<div class="kg-card kg-callout-card"><div class="kg-callout-text">It kept its own books.</div></div>
<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://other.example/ledgers"><div class="kg-bookmark-content">
<div class="kg-bookmark-title">The ledgers</div><div class="kg-bookmark-description">Books of a town.</div></div></a></figure>
<p>{PROSE}<sup class="footnote-ref"><a href="#fn2" id="fnref2">[2]</a></sup></p>
<div class="kg-card kg-signup-card"><h2 class="kg-signup-card-heading">Sign up for the review</h2></div>
<hr class="footnotes-sep"><section class="footnotes"><ol class="footnotes-list">
<li id="fn1" class="footnote-item"><p>See Krasner. <a href="#fnref1" class="footnote-backref">↩︎</a></p></li>
<li id="fn2" class="footnote-item"><p>Or not. <a href="#fnref2" class="footnote-backref">↩︎</a></p></li></ol></section>
</section></article></main>
<section class="footer-cta outer"><h2 class="footer-cta-title">Sign up for more like this.</h2></section>
<footer class="site-footer outer">The Ghost Review</footer></div></body></html>
"""


def test_a_page_of_ghost(tmp_path: Path) -> None:
    result = converted(tmp_path, GHOST)
    assert ":author: Marit Osgood\n:date: 2023-05-02\n" in result.value.text
    text = result.value.text.partition(".. eir:article::\n\n")[2]
    assert text.startswith("The harbour at Skarre")
    assert (
        "\nIt kept its own books.\n\n`The ledgers <https://other.example/ledgers>`__\n\nBooks of a town.\n"
        in text
    )
    assert text.endswith(".. eir:notes::\n   :style: arabic\n\n.. [1] See Krasner.\n\n.. [2] Or not.\n")
    assert left_out(result) == [
        "The Ghost Review",
        "Debt",
        "Sign up for the review",
        "Sign up for more like this.",
        "The Ghost Review",
    ]


def test_a_link_around_blocks_leads_from_their_first_words(tmp_path: Path) -> None:
    page = f'<article><p>{PROSE}</p><a href="/b"><h3>The town</h3><p>Its <em>own</em> books.</p></a><p>{PROSE}</p></article>'
    page = f'<head><link rel="canonical" href="https://a.example/x"></head>{page}'
    text = converted(tmp_path, page).value.text
    assert "`The town <https://a.example/b>`__\n" in text
    assert "\nIts *own* books.\n" in text


def teaser(n: int, lead: str = '<h3><a href="/{n}">Harbour {n}</a></h3>') -> str:
    return f"<li>{lead.format(n=n)}<p>What else is to be said of the harbours of the north, in some words.</p></li>"


LISTS = {
    "pages of the site, by headings": ("".join(map(teaser, range(5))), True),
    "pages of the site, by pictures": (
        "".join(teaser(n, '<a href="/{n}"><img src="{n}.jpg"></a>') for n in range(5)),
        True,
    ),
    "too few to be a feed": ("".join(map(teaser, range(2))), False),
    "one page": ("".join(teaser(n, '<h3><a href="/same">Harbour</a></h3>') for n in range(5)), False),
    "pictures in full": (
        "".join(teaser(n, '<a href="/{n}.jpg"><img src="{n}.jpg"></a>') for n in range(5)),
        False,
    ),
    "words with links": ("".join(teaser(n, 'See <a href="/{n}">harbour {n}</a>.') for n in range(5)), False),
    "places on the page": (
        "".join(teaser(n, '<h3><a href="#{n}">Harbour {n}</a></h3>') for n in range(5)),
        False,
    ),
}


@pytest.mark.parametrize(("items", "is_feed"), LISTS.values(), ids=LISTS)
def test_lists_of_other_pages_are_furniture(tmp_path: Path, items: str, is_feed: bool) -> None:  # noqa: FBT001 - of a table
    page = f"<main><article><h1>Harbours</h1><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p><ul>{items}</ul></article></main>"
    result = converted(tmp_path, page)
    assert any("harbours of the north" in text for text in left_out(result)) == is_feed
    assert ("harbours of the north" in result.value.text) != is_feed


def test_a_page_that_is_a_list_keeps_it(tmp_path: Path) -> None:
    page = f"<main><article><h1>Harbours</h1><p>A short word before.</p><ul>{''.join(map(teaser, range(9)))}</ul></article></main>"
    assert converted(tmp_path, page).value.text.count("harbours of the north") == 9


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://films.example/7", True),
        ("https://www.facebook.com/plugins/like.php?href=x", False),
        ("https://www.facebook.com/plugins/video.php?href=x", True),
        ("https://securepubads.g.doubleclick.net/x", False),
        ("https://i.yimg.example/tool/yads/yads-iframe.html", False),
        ("https://www.example.org/adsorption/film", True),
    ],
)
def test_buttons_and_advertisements_are_no_embeds(tmp_path: Path, address: str, kept: bool) -> None:  # noqa: FBT001 - of a table
    text = converted(
        tmp_path, f'<article><h1>A</h1><p>{PROSE}</p><iframe src="{address}"></iframe></article>'
    ).value.text
    assert (address in text) == kept


def test_a_picture_without_a_name_is_called_after_its_file(tmp_path: Path) -> None:
    page = f'<article><h1>A</h1><p>{PROSE}</p><img src="https://a.example/pier.jpg?resize=980%2C640&quality=100"></article>'
    assert "`pier.jpg <https://a.example/pier.jpg?" in " ".join(converted(tmp_path, page).value.text.split())


@pytest.mark.parametrize("syntax", ["rst", "myst"])
@pytest.mark.parametrize(
    "first",
    [
        "<table><tr><th>Who</th><th>What</th></tr><tr><td>Dahl</td><td>2</td></tr></table>",
        "<pre>a = [b]</pre>",
        '<iframe src="https://films.example/7"></iframe>',
    ],
)
def test_a_cell_may_begin_with_a_directive(tmp_path: Path, first: str, syntax: Syntax) -> None:
    table = f"<table><tr><th>By changes</th><th>By lines</th></tr><tr><td>{first}<p>More.</p></td><td>{first}</td></tr></table>"
    (tmp_path / "page.html").write_text(
        f"<article><h1>A</h1><p>{PROSE}</p>{table}</article>", encoding="utf-8"
    )
    assert convert(tmp_path / "page.html", syntax).value.ledger.unexplained == ()


@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_terms_of_definitions_are_no_headings(tmp_path: Path, syntax: Syntax) -> None:
    terms = "<dl><dt>Mole</dt><dd><p>A pier of stones.</p><p>It breaks waves.</p></dd><dt>Quay</dt><dt>Wharf</dt><dd>A place to land.</dd></dl>"
    (tmp_path / "page.html").write_text(f"<article><h1>A</h1><p>{PROSE}</p>{terms}<p>{PROSE}</p></article>")
    text = convert(tmp_path / "page.html", syntax).value.text
    quoted = "> {}\n>\n> {}\n" if syntax == "myst" else "   {}\n\n   {}\n"
    assert "\n**Mole**\n\n" + quoted.format("A pier of stones.", "It breaks waves.") in text
    assert "\n**Quay**\n\n**Wharf**\n\n" in text


def test_a_picture_over_its_caption_in_a_table_is_a_figure(tmp_path: Path) -> None:
    (tmp_path / "pier.png").write_bytes(PICTURE)
    table = (
        '<table class="tr-caption-container"><tbody><tr><td><a href="https://a.example/pier.png"><img src="pier.png" alt="A pier"></a></td></tr>'
        '<tr><td class="tr-caption">The pier in <i>1902</i>.</td></tr></tbody></table>'
    )
    text = converted(tmp_path, f"<article><h1>A</h1><p>{PROSE}</p>{table}<p>{PROSE}</p></article>").value.text
    assert ".. figure:: page.images/1.png\n   :alt: A pier\n\n   The pier in *1902*.\n" in text


LINKS = '<ul><li><a href="/2">The second harbour</a></li><li><a href="https://www.a.example/3">The third harbour</a> <time>3 May</time></li></ul>'

WIDGETS = [
    f"<h3>Related articles</h3>{LINKS}",
    f"<div><h4>Mehr zum Thema:</h4></div>{LINKS}",
    f"<p><b>À lire aussi</b></p>{LINKS}",
    '<p>Te puede interesar:</p><p><a href="/2">The second harbour</a></p><p><a href="/3">The third harbour</a></p>',
    '<p><strong>Leia também:</strong> <a href="/2">The second harbour</a></p>',
    '<div>Leggi anche: <a href="/2">The second harbour</a> | <a href="/3">The third harbour</a></div>',
    f"<h2>Читайте также</h2>{LINKS}",
    f"<h2>関連記事</h2>{LINKS}",
    f"<h2>相关文章</h2>{LINKS}",
    f"<h2>اقرأ أيضا</h2>{LINKS}",
    f"<h2>İlgili yazılar</h2>{LINKS}",
    '<h3>Lesen Sie auch</h3><div class="related-posts"><p>The second harbour, which is another one.</p></div>',
    "<p>4.5/5 (12 votos)</p>",
    "<div>Valoración media: <b>4,5</b> / 5 (1.203 votos)</div>",
    "<p>Note moyenne : 4,5/5 [12 votes]</p>",
    "<h3>3 comentarios</h3>",
    "<p>12 комментариев</p>",
    "<h3>Schreibe einen Kommentar</h3>",
    "<p>Laisser un commentaire</p>",
    '<p><b>VEA TAMBIÉN:</b> <a href="/2">The second harbour</a></p>',
    f"<h3>Das könnte Sie auch interessieren!</h3>{LINKS}",
    "<p>Follow us on Twitter and Instagram.</p>",
    "<p>Folgen Sie uns auch auf <a href='https://x.example'>Facebook</a></p>",
    "<p>Sign up for our weekly newsletter, and read it each Friday.</p>",
    "<p>Abonnieren Sie kostenlos den täglichen Newsletter der Redaktion</p>",
    "<div>© 2020 The Northern Review. All rights reserved. Contact</div>",
    "<p>Teilen:</p>",
    "<p>Compartir en Facebook, WhatsApp | Telegram</p>",
    '<p><a href="https://www.facebook.com/sharer.php?u=x">Bagikan</a> · <a href="https://wa.me/?text=x">Kirim</a></p>',
]

AUTHORS = [
    f"<h3>The harbours</h3>{LINKS}",
    '<h3>See also</h3><ul><li><a href="/2">The second harbour</a>, on the same debt</li></ul>',
    '<h3>See also</h3><ul><li><a href="https://b.example/2">The second harbour</a></li></ul>',
    '<h3>See also</h3><ul><li><a href="#two">The second harbour</a></li></ul>',
    "<h3>Mehr zum Thema</h3><p>The second harbour.</p>",
    '<p>See also <a href="/2">the second harbour</a>, where the debt was paid.</p>',
    '<p>Read <a href="/2">the second harbour</a></p>',
    "<p>Follow us on the way to the harbour.</p>",
    '<p>Lea <a href="/2">the second harbour</a> y vuelva.</p>',
    "<p>© 2020 Marit Osgood</p>",
    "<p>They sign up for the newsletter of the harbour.</p>",
    "<h3>Teilen</h3><p>The second harbour.</p>",
    "<p>Rated 4.5/5 (12 votes) by the harbour.</p>",
    "<p>3 comments on the harbour</p>",
    '<p>Share: the <a href="https://wa.me/?text=x">harbour</a></p>',
]


def around(block: str) -> str:
    head = '<head><link rel="canonical" href="https://a.example/1"></head>'
    return (
        f"<html>{head}<body><article><h1>Debt</h1><p>{PROSE}</p>{block}<p>{PROSE}</p></article></body></html>"
    )


@pytest.mark.parametrize("block", WIDGETS)
def test_what_a_site_puts_between_paragraphs_is_left_out_and_listed(tmp_path: Path, block: str) -> None:
    result = converted(tmp_path, around(block))
    assert result.value.text.partition("eir:article::")[2].split() == [*PROSE.split(), *PROSE.split()]
    assert left_out(result)


@pytest.mark.parametrize("block", AUTHORS)
def test_what_an_author_writes_like_that_stays(tmp_path: Path, block: str) -> None:
    result = converted(tmp_path, around(block))
    assert left_out(result) == []
    text = result.value.text.partition("eir:article::")[2]
    assert set(re.findall(r"[\w./-]+", re.sub("<.*?>", " ", block))) <= set(re.findall(r"[\w./-]+", text))


STANDFIRSTS = [
    "<p>{}</p>".format(
        "A town paid for its harbour twice, and nobody has asked until today who had lent it the money, and what became of the "
        "second debt when the creditors left."
    ),
    "<div class='article__lead'>A town paid for its harbour twice</div>",
    "<h2 class='dek'>Why a town paid twice</h2>",
    "<header><div class='meta'>3 min read</div><p>A town paid for its harbour twice, and nobody asked.</p></header>",
    "<h2>Who paid for the harbour of Skarre, and when?</h2>",
]

NO_STANDFIRSTS = [
    "<p>3 min read</p>",
    "<div class='summary'><a href='/all'>All the essays of our review at a glance</a></div>",
    "<div class='lead-image'><p class='caption'>The harbour in the year in which it was built.</p></div>",
    "<h2 class='sub-title'>Two Harbours, One Debt</h2>",
    "<p class='excerpt'>The harbour at Skarre was built twice</p>",
    "<div class='newsletter'><p>Sign up, and read each of our essays before all the others do.</p></div>",
    "<ul><li>Sign up, and read each of our essays before all the others do.</li></ul>",
    "".join(f"<p>A line of a list that is the {n}th of them, and ends.</p>" for n in range(4)),
]


def before(block: str) -> str:
    """Return a page with a *block* between its title and the element of its article."""
    return (
        f"<html><head><title>Two Harbours, One Debt</title></head><body><div><h1>Two Harbours, One Debt</h1>{block}</div>"
        f"<div class='text'><p>{PROSE}</p><p>{PROSE} Again.</p><p>{PROSE} And again.</p></div></body></html>"
    )


@pytest.mark.parametrize("block", STANDFIRSTS)
def test_what_stands_between_the_title_and_the_element_of_the_article_begins_the_text(
    tmp_path: Path, block: str
) -> None:
    text = converted(tmp_path, before(block)).value.text.partition("eir:article::")[2]
    wanted = re.sub(r"<div class='meta'>.*?</div>|<.*?>", "", block).split()
    assert text.split()[: len(wanted)] == wanted
    assert "min read" not in text


@pytest.mark.parametrize("block", NO_STANDFIRSTS)
def test_what_a_site_puts_there_does_not(tmp_path: Path, block: str) -> None:
    text = converted(tmp_path, before(block)).value.text.partition("eir:article::")[2]
    assert text.split()[:4] == PROSE.split()[:4]


def test_a_standfirst_that_is_printed_twice_is_read_once(tmp_path: Path) -> None:
    block = "<p class='lead desktop'>A town paid twice.</p><p class='lead mobile'>A town paid twice.</p>"
    assert converted(tmp_path, before(block)).value.text.count("A town paid twice") == 1


@pytest.mark.parametrize(
    ("window", "headings"),
    [
        (
            "The Northern Review: Debt and Harbours",
            "<h1 class='title'>The Northern Review</h1>|<h3 class='post-title'>Debt and Harbours</h3>",
        ),
        (
            "Debt and Harbours | The Northern Review",
            "<h1 class='sr-only'>The Northern Review</h1>|<h1>Debt and Harbours</h1>",
        ),
        (
            "Debt - The Northern Review",
            "<h1 class='navbar-title'>The Northern Review</h1><h4>Debt</h4>|<h1 class='post-title'>Debt</h1>",
        ),
    ],
)
def test_the_name_of_a_site_is_no_title(tmp_path: Path, window: str, headings: str) -> None:
    site, title = headings.split("|")
    name = re.sub("<.*?>", "", title)
    head = f"<head><title>{window}</title><meta property='og:title' content='{name}'></head>"
    page = f"<html>{head}<body><header>{site}</header><div>{title}<div><p>{PROSE}</p><p>{PROSE}</p></div></div></body></html>"
    assert f"\n\n{name}\n{'=' * len(name)}\n" in "\n\n" + converted(tmp_path, page).value.text


def test_comments_that_are_longer_than_the_article_are_left_out(tmp_path: Path) -> None:
    comments = "".join(f"<div><p>{PROSE} So reader {n} says.</p></div>" for n in range(60))
    text = " ".join([PROSE] * 8)
    page = f"<div><div><h1>Debt</h1><div><p>{text}</p><p>{text}</p></div></div><div id='comments' class='comments'>{comments}</div></div>"
    written = converted(tmp_path, page).value.text
    assert written.count("The harbour at Skarre") == 16
    assert "reader" not in written


def test_numbered_paragraphs_are_no_notes(tmp_path: Path) -> None:
    page = f"<article><h1>Debt</h1><p>[1] {PROSE}</p><p>[2] {PROSE} Again.</p><p>[3] {PROSE} And again.</p></article>"
    text = converted(tmp_path, page).value.text
    assert "eir:notes" not in text
    assert "[1] The harbour" in text.replace("\\", "")


UNDER = """<footer class='entry-meta'>Posted by <span class='author vcard'><a class='url fn n' href='/marit'>Marit Osgood</a></span> on
<time class='entry-date published' datetime='2019-03-14T10:00:00Z'>14 March 2019</time></footer>"""


@pytest.mark.parametrize(
    ("under", "author", "date"),
    [
        (UNDER, ":author: Marit Osgood", ":date: 2019-03-14"),
        (f"<div class='comment-body'>{UNDER}</div>", "", ""),
        (f"<ul class='recent-posts'><li>{UNDER}</li></ul>", "", ""),
        (f"{UNDER}{UNDER.replace('Marit Osgood', 'John Roe').replace('2019-03-14', '2019-03-15')}", "", ""),
    ],
)
def test_who_wrote_a_post_and_when_may_stand_under_it(
    tmp_path: Path, under: str, author: str, date: str
) -> None:
    page = (
        f"<div class='post'><h1>Debt</h1><div class='entry'><p>{PROSE}</p><p>{PROSE}</p></div>{under}</div>"
    )
    text = converted(tmp_path, page).value.text
    fields = text.partition("Debt\n====")[0].splitlines()
    assert [line for line in fields if line.startswith((":author:", ":date:"))] == [
        line for line in (author, date) if line
    ]


def test_a_day_may_be_said_by_any_element(tmp_path: Path) -> None:
    page = f"<article><h1>Debt</h1><div itemprop='datePublished' datetime='2022-02-04'>4. February</div><p>{PROSE}</p></article>"
    assert ":date: 2022-02-04" in converted(tmp_path, page).value.text


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("<p>27. Januar 2022</p>", "2022-01-27"),
        ("<span>Bonn, 11.10.2021</span>", "2021-10-11"),
        ("<div class='date'>le 3 mars 2019</div>", "2019-03-03"),
        ("<p>Publicado el 27 de enero de 2022</p>", "2022-01-27"),
        ("<p>27 января 2022</p>", "2022-01-27"),
        ("<p>2022年1月27日</p>", "2022-01-27"),
        ("<p>Wednesday, October 16, 2019</p>", "2019-10-16"),
        ("<p>01/02/2012</p>", ""),
        ("<p>Room 12, 3 of 2019</p>", ""),
    ],
)
def test_a_line_that_is_a_day_dates_the_article(tmp_path: Path, line: str, date: str) -> None:
    page = f"<div><h1>Debt</h1>{line}<div><p>{PROSE}</p><p>{PROSE}</p></div></div>"
    text = converted(tmp_path, page).value.text
    assert re.findall(":date: (.*)", text) == ([date] if date else [])


def test_a_blog_of_line_breaks_has_its_day_over_the_title(tmp_path: Path) -> None:
    lines = "<br><br>".join([PROSE] * 3)
    page = f"<div class='post-outer'><h2 class='date-header'>Thursday, May 19, 2022</h2><h3>Debt</h3><div>{lines}</div></div>"
    text = converted(tmp_path, f"<html><head><title>Debt</title></head><body>{page}</body></html>").value.text
    assert ":date: 2022-05-19" in text
    assert ":author:" not in text


def test_a_forum_of_spip_under_an_article_is_furniture(tmp_path: Path) -> None:
    forum = f"<div class='divforum'><ul class='forum'><li class='forum-fil'><p>{PROSE} A reader.</p></li></ul></div>"
    assert (
        "reader"
        not in converted(tmp_path, f"<main><h1>Debt</h1>{f'<p>{PROSE}</p>' * 8}{forum}</main>").value.text
    )
