"""Web pages: the article among what stands around it, and what the page says of it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from support.word_files import PICTURE

from sphinxext_eir.conversion.pipeline import convert
from sphinxext_eir.conversion.transcript import ConversionError

if TYPE_CHECKING:
    from pathlib import Path

    from support.sphinx_project import Project

    from sphinxext_eir.conversion.pipeline import Result, Syntax

pytest.importorskip("selectolax")

PROSE = (
    "The harbour at Skarre was built twice, once by the town and once by its creditors, and the difference between "
    "the two is the subject of this essay, which follows the debt from the first stone to the last."
)

PAGE = f"""<!DOCTYPE html>
<html lang="en"><head>
<title>Two Harbours, One Debt – The Northern Review</title>
<link rel="canonical" href="https://northern.example/2019/03/two-harbours/">
<meta name="description" content="On a debt."><meta property="og:site_name" content="The Northern Review">
<meta name="citation_author" content="Osgood, Marit"><meta name="citation_publication_date" content="2019/03/14">
<meta property="article:tag" content="debt"><meta property="article:tag" content="harbours">
<style>p {{ color: red }}</style></head>
<body>
<header class="site-header"><a href="/">The Northern Review</a><nav><ul><li><a href="/a">Essays</a></li></ul></nav></header>
<main><article class="post">
<h1 class="entry-title">Two Harbours, One Debt</h1>
<div class="entry-meta">By <a rel="author" href="/osgood">Marit Osgood</a> · <time datetime="2019-03-14T09:00:00Z">March 14, 2019</time></div>
<div class="share-buttons"><a href="#">Tweet</a> <a href="#">Share</a></div>
<div class="entry-content">
<p>{PROSE}</p>
<blockquote class="pullquote"><p>the harbour at Skarre was built twice</p></blockquote>
<h2>The town</h2>
<p>It kept its <em>own</em> books; see <a href="../../02/ledgers/">the ledgers</a>.<br><br>A second paragraph, after two line breaks.</p>
<figure class="wp-block-image"><img src="harbour_files/pier.png" alt="A pier"><figcaption>The pier in 1902.</figcaption></figure>
<div class="wp-block-embed"><iframe title="A film" src="//films.example/7"></iframe></div>
<table><thead><tr><th>Post</th><th>Holder</th></tr></thead>
<tr><td rowspan="2">Pilot</td><td>Dahl</td></tr><tr><td>Brandt</td></tr></table>
<p>{PROSE}</p>
</div>
<aside class="related-posts"><h3>Related posts</h3><ul><li><a href="/b">Another harbour</a></li></ul></aside>
</article>
<section id="comments"><h2>2 Comments</h2><p>A fine essay, which I have read with pleasure from the beginning to its very end.</p></section></main>
<aside class="sidebar"><form>Search</form><h4>Recent posts</h4></aside>
<footer>© The Northern Review</footer>
</body></html>
"""


def converted(folder: Path, page: str = PAGE) -> Result:
    """Convert a *page* that was saved to *folder*."""
    (folder / "harbour_files").mkdir(exist_ok=True)
    (folder / "harbour_files" / "pier.png").write_bytes(PICTURE)
    (folder / "harbour.html").write_text(page, encoding="utf-8")
    return convert(folder / "harbour.html")


def test_the_article_is_found_and_the_rest_is_listed(tmp_path: Path) -> None:
    article = converted(tmp_path).value
    assert article.name == "two-harbours"
    text = article.text
    for part in (
        "Two Harbours, One Debt\n======================\n",
        ".. eir:pull-quote::\n\n   the harbour at Skarre was built twice\n",
        "The town\n--------\n",
        "It kept its *own* books; see `the ledgers <https://northern.example/2019/02/ledgers/>`__.\n\nA second",
        ".. figure:: two-harbours.images/1.png\n   :alt: A pier\n\n   The pier in 1902.\n",
        "`A film <https://films.example/7>`__\n",
        "   * - Pilot\n     - Dahl\n   * -\n     - Brandt\n",
    ):
        assert part in text
    left_out = [entry.text for entry in article.ledger.dropped if entry.reason == "page furniture"]
    assert left_out == [
        "The Northern Review Essays",
        "Tweet Share",
        "Related posts Another harbour",
        "2 Comments A fine essay, which I have read with pleasure from the beginning to its very end.",
        "Search Recent posts",
        "© The Northern Review",
    ]
    assert article.ledger.even


def test_the_head_is_the_front_matter(tmp_path: Path) -> None:
    result = converted(tmp_path)
    assert result.value.text.split("\n\n")[0].splitlines() == [
        ":author: Osgood, Marit",
        ":date: 2019-03-14",
        ":canonical: https://northern.example/2019/03/two-harbours/",
        ":description: On a debt.",
        ":keywords: debt; harbours",
        ":publisher: The Northern Review",
    ]
    assert {message.text for message in result.messages if message.doubtful} == set()


def test_it_builds(project: Project, tmp_path: Path) -> None:
    converted(tmp_path)
    for syntax in ("rst", "myst"):
        article = convert(tmp_path / "harbour.html", syntax).value
        suffix = "rst" if syntax == "rst" else "md"
        project.write({f"{syntax}.{suffix}": article.text_as(syntax)})
        (project.root / f"{syntax}.images").mkdir()
        (project.root / f"{syntax}.images" / "1.png").write_bytes(PICTURE)
    build = project.write({"index.rst": "Essays\n======\n\n.. toctree::\n\n   rst\n   myst\n"}).build("html")
    assert build.warnings == []


LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Person", "@id": "#p", "name": "Marit Osgood"},
        {
            "@type": "BlogPosting",
            "headline": "Two Harbours, One Debt",
            "author": {"@id": "#p"},
            "datePublished": "2019-03-14T09:00:00+01:00",
        },
    ],
}
HEAD_TO_BODY = PAGE[PAGE.index("</head>") :]


@pytest.mark.parametrize(
    ("head", "author", "date"),
    [
        (f'<script type="application/ld+json">{json.dumps(LD)}</script>', "Marit Osgood", "2019-03-14"),
        ('<meta name="DC.creator" content="Marit Osgood"><meta name="DC.date" content="2019-03-14">', "Marit Osgood", "2019-03-14"),
        ('<meta name="author" content="Marit Osgood"><meta property="article:published_time" content="2019-03-14T09:00">', "Marit Osgood", "2019-03-14"),
        ("", "Marit Osgood", "2019-03-14"),
    ],
    ids=["JSON-LD", "Dublin Core", "Open Graph", "what readers see"],
)  # fmt: skip
def test_each_standard_is_read(head: str, author: str, date: str, tmp_path: Path) -> None:
    text = converted(
        tmp_path, f"<!DOCTYPE html><head><title>Two Harbours, One Debt</title>{head}{HEAD_TO_BODY}"
    ).value.text
    assert f":author: {author}\n:date: {date}\n" in text


def test_what_follows_an_author_in_the_head_is_the_author_s(tmp_path: Path) -> None:
    head = (
        '<meta name="citation_author" content="Osgood, Marit"><meta name="citation_author_institution" content="University of Skarre">'
        '<meta name="citation_author_orcid" content="https://orcid.org/0000-0002-1825-0097">'
        '<meta name="citation_author" content="Jon Dahl"><meta name="citation_author_email" content="jon@northern.example">'
    )
    page = f"<!DOCTYPE html><head><title>Two Harbours, One Debt</title>{head}{HEAD_TO_BODY}"
    author = ":author: Osgood, Marit <0000-0002-1825-0097> (University of Skarre); Jon Dahl\n"
    assert author in converted(tmp_path, page).value.text


@pytest.mark.parametrize(
    "image",
    [
        "https://a.org/pier.png",
        ["https://a.org/pier.png", "https://a.org/quay.png"],
        {"@type": "ImageObject", "url": "https://a.org/pier.png", "contentUrl": "https://a.org/other.png"},
        {"contentUrl": "https://a.org/pier.png"},
        [{"@id": "#i"}],
    ],
)
def test_the_picture_of_an_article_is_read_in_each_form_of_json_ld(image: object, tmp_path: Path) -> None:
    graph = [
        *LD["@graph"][:1],
        {**LD["@graph"][1], "image": image},
        {"@id": "#i", "url": "https://a.org/pier.png"},
    ]
    head = f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'
    page = f"<!DOCTYPE html><head><title>Two Harbours, One Debt</title>{head}{HEAD_TO_BODY}"
    assert ":image: https://a.org/pier.png\n" in converted(tmp_path, page).value.text


@pytest.mark.parametrize(("address", "canonical"), [("https://a.org/?p=3", True), ("?p=3", False)])
def test_a_short_link_is_the_address_of_a_page_without_another(
    address: str, tmp_path: Path, *, canonical: bool
) -> None:
    page = re.sub(r'<link rel="canonical"[^>]*>', f'<link rel="Shortlink" href="{address}">', PAGE)
    page = re.sub(r'<meta property="og:url"[^>]*>', "", page)
    assert (f":canonical: {address}\n" in converted(tmp_path, page).value.text) is canonical


def test_what_disagrees_is_said(tmp_path: Path) -> None:
    other = PAGE.replace("</head>", '<meta name="author" content="Jon Dahl"></head>').replace(
        "2019/03/14", "2018/01/02"
    )
    said = [message.text for message in converted(tmp_path, other).messages if message.doubtful]
    assert said == [
        "author: citation_* says 'Osgood, Marit', but <meta name=author> says 'Jon Dahl': the first was taken",
        "date: the page's head says 2018-01-02, but it shows 2019-03-14: the first was taken",
    ]


def test_a_pull_quote_that_says_something_else_is_not_checked(tmp_path: Path) -> None:
    page = PAGE.replace(
        "<p>the harbour at Skarre was built twice</p>", "<p>The harbour was built three times</p>"
    )
    assert ".. eir:pull-quote::\n   :check: off\n" in converted(tmp_path, page).value.text


def test_a_picture_that_is_not_there_becomes_a_link(tmp_path: Path) -> None:
    result = converted(tmp_path, PAGE.replace("harbour_files/pier.png", "https://northern.example/pier.png"))
    assert "`A pier <https://northern.example/pier.png>`__\n\nThe pier in 1902." in result.value.text
    assert any("isn't beside the page" in message.text for message in result.messages if message.doubtful)


@pytest.mark.parametrize(
    "name", ["../secret.png", "/etc/secret.png", "file:///secret.png", "..%2Fsecret.png"]
)
def test_no_file_outside_the_folder_is_taken(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "page"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(PICTURE)
    assert converted(folder, PAGE.replace("harbour_files/pier.png", name)).value.images == ()


def test_prose_that_is_left_out_is_said(tmp_path: Path) -> None:
    page = PAGE.replace('<aside class="sidebar">', f'<aside class="sidebar"><p>{PROSE}</p>')
    assert any("left out as furniture" in message.text for message in converted(tmp_path, page).messages)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"<html><body><div id='root'></div><script>render()</script>", "the page has no text"),
    ],
)
def test_pages_without_text_are_refused(data: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(data)
    with pytest.raises(ConversionError, match=said):
        convert(tmp_path / "empty.html")


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("cp1252", "iso-8859-1"), ("utf-8", "utf-8"), ("utf-16", ""), ("koi8-r", "koi8-r"), ("cp1252", "")],
)
def test_encodings(encoding: str, declared: str, tmp_path: Path) -> None:
    letters = "Порт" if encoding == "koi8-r" else "“Skarre” – é"
    page = f"<meta charset='{declared}'><title>One</title><h1>One</h1><p>{PROSE} {letters}</p>"
    (tmp_path / "one.htm").write_bytes(page.encode(encoding))
    assert letters in convert(tmp_path / "one.htm").value.text


def test_a_page_of_nested_elements_is_read(tmp_path: Path) -> None:
    """Two thousand deep, as no browser would show it: not an error, and no word lost."""
    page = f"<title>One</title><h1>One</h1><p>{PROSE}</p>" + "<div>" * 2000 + f"<p>{PROSE}</p>"
    (tmp_path / "deep.html").write_text(page, encoding="utf-8")
    assert convert(tmp_path / "deep.html").value.text.count("Skarre") == 2


NESTED = """<table><tr><th>Post</th><th>Holders</th></tr>
<tr><td><p>Pilot</p><p>first class</p></td><td><ul><li>Dahl</li><li>Brandt</li></ul></td></tr></table>"""


def test_cells_keep_their_paragraphs_and_lists(tmp_path: Path) -> None:
    text = converted(tmp_path, PAGE.replace("<table>", NESTED + "<table>", 1)).value.text
    assert "   * - Pilot\n\n       first class\n     - - Dahl\n       - Brandt\n" in text


@pytest.mark.parametrize(
    "around",
    [
        "<blockquote>{}</blockquote>",
        "<ul><li>A {}</li></ul>",
        "<table><tr><th>A</th></tr><tr><td>b {}</td><td>c</td></tr></table>",
    ],
)
@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_pictures_are_in_the_folder_wherever_they_stand(tmp_path: Path, around: str, syntax: Syntax) -> None:
    picture = '<img src="harbour_files/pier.png" alt="A pier">'
    converted(tmp_path, PAGE.replace("<h2>The town", around.format(picture) + "<h2>The town", 1))
    article = convert(tmp_path / "harbour.html", syntax).value
    assert article.text.count("two-harbours.images/1.png") == 2
    assert article.text_as("other").count("other.images/1.png") == 2


def test_signs_that_lead_to_their_own_heading_are_left_out(tmp_path: Path) -> None:
    page = (
        '<html><body><main><h1>Two Harbours<a class="headerlink" href="#two">¶</a></h1>'
        f'<p>{PROSE}</p><h2><a href="#town">#</a> The town of <a href="#c">C#</a></h2><p>{PROSE}</p></main></body></html>'
    )
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    value = convert(path).value
    assert "Two Harbours\n============\n" in value.text
    assert "The town of C#\n--------------\n" in value.text
    assert [entry.text for entry in value.ledger.dropped] == ["¶", "#"]


def test_a_translator_is_read_from_json_ld(tmp_path: Path) -> None:
    said = {
        "@type": "Article",
        "headline": "Two Harbours",
        "translator": [{"@type": "Person", "name": "Per Lund"}],
    }
    path = tmp_path / "page.html"
    path.write_text(
        f'<html><head><script type="application/ld+json">{json.dumps(said)}</script></head>'
        f"<body><main><h1>Two Harbours</h1><p>{PROSE}</p></main></body></html>",
        encoding="utf-8",
    )
    assert ":translator: Per Lund\n" in convert(path).value.text


def test_an_article_that_a_script_would_show_is_read_where_it_stands_for_readers_without_scripts(
    tmp_path: Path,
) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        f"<html><body><main><h1>Two Harbours</h1><script type='text/template'><p>{PROSE}</p></script>"
        f"<noscript><p>{PROSE}</p><p>{PROSE}</p></noscript><noscript>Please enable JavaScript.</noscript></main></body></html>",
        encoding="utf-8",
    )
    text = convert(path).value.text
    assert " ".join(text.split()).count(PROSE) == 2
    assert "JavaScript" not in text


def test_a_byte_that_is_no_utf_8_spoils_no_other_letter(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    page = f"<html><head><meta charset='utf-8'></head><body><main><h1>Größe</h1><p>{PROSE} Æther, “so”.</p></main></body></html>"
    path.write_bytes(page.encode().replace("Æ".encode(), b"\xc6"))
    text = convert(path).value.text
    assert "Größe\n=====\n" in text
    assert "Æther, “so”." in " ".join(text.split())


def test_a_link_that_is_a_sign_alone_is_written_as_the_sign(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        f'<html><body><main><h1>Two Harbours</h1><p>{PROSE}</p><p>Go <a href="https://a.example/">→</a> there.</p></main></body></html>',
        encoding="utf-8",
    )
    value = convert(path).value
    assert "Go → there." in value.text
    assert value.ledger.unexplained == ()


def test_the_name_of_a_site_over_the_title_is_no_part_of_it(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        f'<html><head><title>Two Harbours</title></head><body><main><h1><a href="/">The Quay</a></h1><h1>Two Harbours</h1>'
        f"<p>July 3 2014</p><p>{PROSE}</p></main></body></html>",
        encoding="utf-8",
    )
    value = convert(path).value
    assert "Two Harbours\n============\n" in value.text
    assert value.ledger.unexplained == ()


BYLINES = {
    "BEM": ('<div class="content__author"><a href="/o">Marit Osgood</a></div>', "Marit Osgood"),
    "after by": (
        '<p class="story-meta__authors">By <b>Marit Osgood</b> 10/04/2016 05:11 AM EDT</p>',
        "Marit Osgood",
    ),
    "before a month": ('<div class="post__meta">By Marit Osgood January 19, 2017</div>', "Marit Osgood"),
    "people of schema.org": (
        '<div itemprop="author"><span itemprop="name">Marit Osgood</span><span itemprop="name">Per Dahl, The Northern Press</span></div>',
        "Marit Osgood; Per Dahl",
    ),
}


@pytest.mark.parametrize("form", BYLINES)
def test_bylines_are_read_in_the_forms_of_newspapers(form: str, tmp_path: Path) -> None:
    line, author = BYLINES[form]
    page = f"<html><head><title>Two Harbours</title></head><body><article><h1>Two Harbours</h1>{line}<p>{PROSE}</p><p>{PROSE}</p></article></body></html>"
    text = converted(tmp_path, page).value.text
    assert f":author: {author}\n" in text
    assert "Osgood" not in text.partition(".. eir:article::")[2]


def test_the_one_author_whom_a_page_names_far_from_its_title_is_the_author(tmp_path: Path) -> None:
    page = (
        "<html><head><title>Two Harbours</title></head><body><div>" + "<span>·</span>" * 80 + "</div>"
        '<span itemprop="author" itemscope><a rel="author" href="/o">Marit Osgood</a></span>'
        + "<span>·</span>"
        * 80
        + f"<article><h1>Two Harbours</h1><p>{PROSE}</p><p>{PROSE}</p></article>"
        '<div class="related"><a rel="author" href="/d">Per Dahl</a></div></body></html>'
    )
    assert ":author: Marit Osgood\n" in converted(tmp_path, page).value.text


def test_a_line_of_the_names_that_the_head_says_is_no_text(tmp_path: Path) -> None:
    head = '<meta name="citation_author" content="Marit Osgood"><meta name="citation_author" content="Bradon R. Dahl">'
    line = '<div class="cite"><span>Marit Osgood</span>, <a href="https://orcid.org/0">View ORCID Profile</a><span>Bradon R. Dahl</span></div>'
    page = f"<html><head>{head}</head><body><article><h1>Two Harbours</h1>{line}<p>{PROSE}</p><p>Marit Osgood wrote it, and Bradon R. Dahl paid.</p></article></body></html>"
    text = converted(tmp_path, page).value.text.partition(".. eir:article::")[2]
    assert "ORCID" not in text
    assert "Marit Osgood wrote it" in text


FURNITURE = {
    "breadcrumbs": '<ol itemscope itemtype="https://schema.org/BreadcrumbList"><li><a href="/">Startseite</a></li><li>Two Harbours</li></ol>',
    "buttons that are pictures": '<div><a href="http://b.hatena.ne.jp/entry/x"><img src="https://b.example/b.png" alt="Startseite"></a></div>',
    "an aside that leads on": '<aside class="x"><a href="/other-harbour">Startseite</a></aside>',
}


@pytest.mark.parametrize("kind", FURNITURE)
def test_what_a_site_puts_around_a_text_is_left_out_without_a_name(kind: str, tmp_path: Path) -> None:
    page = f"<html><head><title>Two Harbours</title></head><body><main><h1>Two Harbours</h1><p>{PROSE}</p>{FURNITURE[kind]}<p>{PROSE}</p></main></body></html>"
    assert "Startseite" not in converted(tmp_path, page).value.text


def test_a_picture_without_words_stays_where_no_button_is_around_it(tmp_path: Path) -> None:
    page = f'<html><body><main><h1>Two Harbours</h1><p>{PROSE}</p><p><a href="/big.png"><img src="harbour_files/pier.png" alt=""></a></p><p>{PROSE}</p></main></body></html>'
    assert ".. figure:: " in converted(tmp_path, page).value.text


@pytest.mark.parametrize("anchor", ["¶", "#"])
def test_a_link_of_the_title_to_itself_is_no_part_of_it(anchor: str, tmp_path: Path) -> None:
    title = f'<h1>Interview – Ada Brook<a class="headerlink" href="#top">{anchor}</a></h1>'
    page = f"<html><head><title>Interview – Ada Brook</title></head><body><main>{title}<p>{PROSE}</p><h2>Next</h2><p>{PROSE}</p></main></body></html>"
    text = converted(tmp_path, page).value.text
    assert text.startswith(":kind: interview\n\nInterview – Ada Brook\n=====================\n")
    assert text.count("Ada Brook") == 1


def test_who_the_author_is_under_the_text_is_a_biography(tmp_path: Path) -> None:
    box = '<section class="x-about-author"><p aria-hidden="true">—</p><p>Ada Brook is a student of history at the University of Bergen.</p></section>'
    entries = "<h2>References</h2><ul><li>Lind, J. (2001) Ferries. Oslo: Fjordheim.</li><li>Moe, K. (1999) Banks. Bergen: Havn.</li></ul>"
    page = f"<html><body><main><h1>Two Harbours</h1><p>{PROSE}</p><p>{PROSE}</p>{entries}{box}</main></body></html>"
    text = converted(tmp_path, page).value.text
    assert text.endswith(
        "Bergen: Havn.\n\n.. eir:about-author::\n\n   Ada Brook is a student of history at the University of Bergen.\n"
    )
