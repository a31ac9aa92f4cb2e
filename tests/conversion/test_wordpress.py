"""WordPress exports: each post is an article, and nothing else is lost without a word."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support.word_files import PICTURE
from support.wordpress import HEAD, export, item, term, write_export
from support.wordpress import converted_posts as results
from support.wordpress import text_of_post as text_of

from sphinxext_eir import cli
from sphinxext_eir.conversion.batch import convert_all
from sphinxext_eir.conversion.jobs import Plan
from sphinxext_eir.conversion.pipeline import convert
from sphinxext_eir.conversion.reading.wordpress import is_export, survey
from sphinxext_eir.conversion.transcript import ConversionError

if TYPE_CHECKING:
    from pathlib import Path

    from support.sphinx_project import Project

    from sphinxext_eir.conversion.pipeline import Result, Syntax

pytest.importorskip("selectolax")

CLASSIC = "It was built twice.\n\nThe town kept <em>its own</em> books.\n"


def messages(result: Result) -> list[str]:
    return [message.text for message in result.messages]


# What the site put there


@pytest.mark.parametrize(
    "line",
    [
        "Share on Facebook | WhatsApp",
        '<strong>Leia também:</strong> <a href="https://northern.example/2/">O outro porto</a>',
        "<div>4.5/5 (12 votes)</div>",
        "Follow us on Twitter and Mastodon",
    ],
)
def test_lines_of_the_site_between_paragraphs_are_left_out(tmp_path: Path, line: str) -> None:
    (result,) = results(tmp_path, item(f"It was built twice.\n\n{line}\n\nThe town kept books.\n"))
    assert result.value.text.endswith("eir:article::\n\nIt was built twice.\n\nThe town kept books.\n")
    assert result.value.ledger.unexplained == ()
    assert {found.reason for found in result.value.ledger.dropped} == {"page furniture"}


@pytest.mark.parametrize(
    "line", ["Read also: the other harbour", "It was built, and\nShare on Facebook\nwas written on it."]
)
def test_lines_of_the_author_like_these_stay(tmp_path: Path, line: str) -> None:
    text = text_of(tmp_path, f"It was built twice.\n\n{line}\n\nThe town kept books.\n")
    assert " ".join(line.split()) in " ".join(text.replace("| ", "").split())


# Front matter


def test_a_post_is_an_article_with_what_the_export_names(tmp_path: Path) -> None:
    (result,) = results(
        tmp_path,
        item(
            number=31,
            post_type="attachment",
            attachment_url="https://northern.example/wp-content/uploads/2019/03/pier.jpg",
        ),
        item(
            CLASSIC,
            terms=term("post_tag", "debt")
            + term("category", "Book Reviews")
            + term("category", "Uncategorized"),
            meta={"_thumbnail_id": "31", "_edit_lock": "1"},
            excerpt="On a <b>debt</b> &amp; its harbour.",
            post_modified="2020-01-02 10:00:00",
        ),
    )
    assert result.value.name == "two-harbours"
    assert result.value.text == (
        ":author: Marit Osgood\n:date: 2019-03-14\n:canonical: https://northern.example/2019/03/two-harbours/\n"
        ":kind: review\n:updated: 2020-01-02\n:keywords: debt; Book Reviews\n:publisher: The Northern Review\n"
        ":description: On a debt & its harbour.\n"
        ":image: https://northern.example/wp-content/uploads/2019/03/pier.jpg\n\n"
        "Two Harbours, One Debt\n======================\n\n.. eir:article::\n\n"
        "It was built twice.\n\nThe town kept *its own* books.\n"
    )
    assert result.value.ledger.unexplained == ()
    assert messages(result) == []


@pytest.mark.parametrize(
    ("said", "author"),
    [
        ({"creator": "mosgood"}, "Marit Osgood"),
        (
            {"creator": "jroe"},
            "John Roe",
        ),  # a display name that is the login gives way to the account's names
        ({"creator": "editor"}, "editor"),
        ({"terms": term("author", "cap-jroe") + term("author", "cap-mosgood")}, "John Roe; Marit Osgood"),
        ({"terms": term("author", "cap-guest")}, "Ida Guest"),
    ],
)
def test_authors_have_the_names_that_readers_see(tmp_path: Path, said: dict[str, str], author: str) -> None:
    guest = item(
        number=90, post_type="guest-author", meta={"cap-user_login": "guest", "cap-display_name": "Ida Guest"}
    )
    (result,) = results(tmp_path, guest, item(CLASSIC, **said))
    assert f":author: {author}\n" in result.value.text
    assert (messages(result) == ["the export has no name for the author 'editor'"]) == (author == "editor")


@pytest.mark.parametrize("status", ["draft", "pending", "future", "private"])
def test_what_the_site_does_not_show_has_no_address(tmp_path: Path, status: str) -> None:
    (result,) = results(tmp_path, item(CLASSIC, status=status, link="https://northern.example/?p=7"))
    assert ":canonical:" not in result.value.text
    assert ":status: draft\n" in result.value.text
    assert result.value.name == "two-harbours"
    assert any("the article is a draft" in said for said in messages(result))


def test_words_at_the_head_of_a_post_are_its_text(tmp_path: Path) -> None:
    text = text_of(
        tmp_path, "https://films.example/7\n\nBy Ida Guest\n\nMarch 1, 2012\n\nIt was built twice."
    )
    assert text.split("\n\n")[1:3] == ["By Ida Guest", "March 1, 2012"]
    assert "films.example/7" in text


@pytest.mark.parametrize("title", ["Notes", "Footnotes", "Author Biography", "References"])
def test_a_title_may_be_the_name_of_a_section(tmp_path: Path, title: str) -> None:
    (result,) = results(tmp_path, item(CLASSIC, title=title))
    assert f"\n{title}\n{'=' * len(title)}\n" in result.value.text
    assert result.value.ledger.unexplained == ()


# Text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("One.\n\nTwo.", "One.\n\nTwo.\n"),
        ("<em>One.\n\nTwo.</em>", "*One.*\n\n*Two.*\n"),
        ("One.\n<h2>Head</h2>\nTwo.", "One.\n\nHead\n----\n\nTwo.\n"),
        ("<ul>\n\t<li>One</li>\n\t<li>Two</li>\n</ul>", "- One\n- Two\n"),
        ("Zero.\n<blockquote>One.\n\nTwo.</blockquote>", "Zero.\n\n   One.\n\n   Two.\n"),
        ("<pre>a\n\nb</pre>", ".. code-block:: none\n\n   a\n\n   b\n"),
        ("One.<!--more-->\n\nTwo.<!--nextpage-->", "One.\n\nTwo.\n"),
        ("<p>One.</p>\n\n<p>Two.</p>", "One.\n\nTwo.\n"),
        ("<!-- wp:paragraph -->\n<p>One\ntwo.</p>\n<!-- /wp:paragraph -->", "One two.\n"),
    ],
)
def test_blank_lines_make_paragraphs_where_no_blocks_do(tmp_path: Path, content: str, text: str) -> None:
    assert text_of(tmp_path, content) == text


def test_the_notes_of_the_block_editor_are_kept_beside_the_text(tmp_path: Path) -> None:
    content = (
        "<!-- wp:paragraph -->\n<p>Built twice."
        '<sup data-fn="a-1" class="fn"><a href="#a-1" id="a-1-link">1</a></sup></p>\n<!-- /wp:paragraph -->\n'
        "<!-- wp:footnotes /-->"
    )
    notes = json.dumps(
        [{"id": "a-1", "content": "See <em>Krasner</em>."}, {"id": "b-2", "content": "Unused."}]
    )
    (result,) = results(tmp_path, item(content, meta={"footnotes": notes}))
    assert "Built twice.\\ [1]_" in result.value.text
    assert ".. [1] See *Krasner*." in result.value.text
    assert any("1 note" in said for said in messages(result))


def test_reusable_blocks_stand_where_posts_show_them(tmp_path: Path) -> None:
    block = item(
        "<!-- wp:paragraph --><p>About us.</p><!-- /wp:paragraph -->", number=12, post_type="wp_block"
    )
    (result,) = results(
        tmp_path, item('<p>One.</p><!-- wp:block {"ref":12} /--><!-- wp:latest-posts /-->'), block
    )
    assert "One.\n\nAbout us.\n" in result.value.text
    assert messages(result) == [
        "the block 'latest-posts' has no text of its own: what the site puts there is missing"
    ]


# Pictures


@pytest.mark.parametrize(
    "source",
    [
        "https://northern.example/wp-content/uploads/2019/03/pier.png",
        "https://northern.example/wp-content/uploads/2019/03/pier-300x200.png",
        "https://northern.example/wp-content/uploads/2019/03/pier-scaled.png",
        "https://i0.wp.com/northern.example/wp-content/uploads/2019/03/pier.png?w=300",
        "https://northern.files.wordpress.com/2019/03/pier.png",
    ],
)
def test_pictures_are_taken_from_a_copy_of_the_uploads(tmp_path: Path, source: str) -> None:
    (tmp_path / "uploads" / "2019" / "03").mkdir(parents=True)
    (tmp_path / "uploads" / "2019" / "03" / "pier.png").write_bytes(PICTURE)
    content = f'[caption id="a" width="300"]<img src="{source}" alt="A pier" /> The pier in 1902.[/caption]'
    (result,) = results(tmp_path, item(content), media=tmp_path / "uploads")
    assert (
        ".. figure:: two-harbours.images/1.png\n   :alt: A pier\n\n   The pier in 1902.\n"
        in result.value.text
    )
    assert [image.data for image in result.value.images] == [PICTURE]


@pytest.mark.parametrize("syntax", ["rst", "myst"])
def test_the_featured_image_is_taken_along_since_the_site_that_has_it_may_be_switched_off(
    tmp_path: Path, syntax: Syntax
) -> None:
    (tmp_path / "uploads").mkdir()
    (tmp_path / "uploads" / "pier.png").write_bytes(PICTURE)
    address = "https://northern.example/wp-content/uploads/pier.png"
    pier = item(number=31, post_type="attachment", attachment_url=address)
    post = item("One.", number=11, meta={"_thumbnail_id": "31"})
    (result,) = results(tmp_path, pier, post, media=tmp_path / "uploads", syntax=syntax)
    assert "image: two-harbours.images/1.png\n" in result.value.text
    assert "image: other.images/1.png\n" in result.value.text_as("other")
    assert [image.data for image in result.value.images] == [PICTURE]


def test_no_picture_comes_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "uploads").mkdir()
    (tmp_path / "secret.png").write_bytes(PICTURE)
    (tmp_path / "uploads" / "link.png").symlink_to(tmp_path / "secret.png")
    content = (
        '<img src="https://a.example/uploads/../secret.png"><img src="https://a.example/uploads/link.png">'
    )
    (result,) = results(tmp_path, item(content), media=tmp_path / "uploads")
    assert result.value.images == ()
    assert all(message.doubtful for message in result.messages)


def test_without_the_uploads_a_picture_is_a_link_and_nothing_is_wrong(tmp_path: Path) -> None:
    (result,) = results(
        tmp_path, item('<img src="https://northern.example/wp-content/uploads/pier.png" alt="A pier">')
    )
    assert "`A pier <https://northern.example/wp-content/uploads/pier.png>`__" in result.value.text
    assert not any(message.doubtful for message in result.messages)


# The file


@pytest.mark.worker
def test_a_run_names_what_it_leaves_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    comment = "<wp:comment><wp:comment_content>Fine.</wp:comment_content></wp:comment>"
    path = write_export(
        tmp_path / "export.xml",
        item(CLASSIC, more=comment),
        item(CLASSIC, number=8, post_type="page", post_name="about"),
        item("", number=9, title="Nothing"),
        item("x", number=10, post_type="nav_menu_item"),
        item("x", number=11, status="trash"),
        item("x", number=12, post_type="acf-field"),
    )
    assert cli.main(["convert", str(path), "-o", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    for part in (
        "--post-type page converts pages): " + f"{path}: 1 page\n",
        f"(not the authors' words): {path}: 1 comment\n",
        f"(without a text): {path}: 1 post (Nothing)\n",
        f"(navigation of the site): {path}: 1 item of menus\n",
        f"(in the bin, or never saved): {path}: 1 post\n",
        "1 converted, 6 passed over; 10 words, all accounted for\n",
    ):
        assert part in said


@pytest.mark.worker
def test_posts_of_an_unknown_type_may_be_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_export(
        tmp_path / "export.xml", item(CLASSIC), item(CLASSIC, number=8, post_type="paper", post_name="other")
    )
    out = ["-o", str(tmp_path / "out")]
    assert cli.main(["convert", str(path), *out]) == 1
    assert "not read (--post-type paper converts them" in capsys.readouterr().out
    assert cli.main(["convert", str(path), *out, "--post-type", "paper", "--post-type", "post"]) == 0
    assert "1 converted, 1 up to date" in capsys.readouterr().out


@pytest.mark.worker
def test_types_of_posts_and_their_pictures_are_named_in_a_program_too(tmp_path: Path) -> None:
    path = write_export(
        tmp_path / "export.xml", item(CLASSIC), item(CLASSIC, number=8, post_type="paper", post_name="other")
    )
    outcomes = convert_all([path], tmp_path / "out", post_types=["paper"], media=tmp_path)
    assert [outcome.part for outcome in outcomes if outcome.state == "converted"] == ["#8"]


@pytest.mark.worker
def test_a_second_run_converts_only_what_has_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    posts = [item(CLASSIC, number=n, post_name=f"post-{n}", title=f"Post {n}") for n in range(5)]
    path = write_export(tmp_path / "export.xml", *posts)
    arguments = [
        "convert",
        str(path),
        "-o",
        str(tmp_path / "out"),
        "--report",
        str(tmp_path / "r.json"),
        "--report",
        str(tmp_path / "r.html"),
    ]
    assert cli.main(arguments) == 0
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert [one["input"] for one in report["inputs"]] == [f"{path}#{n}" for n in range(5)]
    assert "Post 3" in (tmp_path / "r" / "post-3.html").read_text(encoding="utf-8")
    posts[3] = item("Another text.", number=3, post_name="post-3", title="Post 3")
    write_export(path, *posts)
    (tmp_path / "fields.csv").write_text(
        "input,kind\npost-4,essay\nexport.xml#2,review\nnobody,essay\n", encoding="utf-8"
    )
    capsys.readouterr()
    assert cli.main([*arguments, "--metadata", str(tmp_path / "fields.csv")]) == 0
    said = capsys.readouterr()
    assert "3 converted, 2 up to date" in said.out
    assert "there is no input 'nobody'" in said.err
    assert ":kind: essay" in (tmp_path / "out" / "post-4.rst").read_text(encoding="utf-8")


@pytest.mark.worker
def test_posts_with_the_names_of_sphinx_pages_get_others(tmp_path: Path) -> None:
    path = write_export(
        tmp_path / "export.xml",
        *(item(CLASSIC, number=n, post_name=name) for n, name in enumerate(("search", "index"))),
    )
    assert cli.main(["convert", str(path), "-o", str(tmp_path / "out")]) == 0
    assert sorted(file.name for file in (tmp_path / "out").glob("*.rst")) == ["index-2.rst", "search-2.rst"]


@pytest.mark.worker
def test_posts_of_one_number_are_two_articles(tmp_path: Path) -> None:
    posts = (item(f"{words}\n", post_name=name) for name, words in (("one", "Words."), ("two", "Others.")))
    path = write_export(tmp_path / "export.xml", *posts)
    out = tmp_path / "out"
    for _ in range(2):
        assert cli.main(["convert", str(path), "-o", str(out)]) == 0
    texts = sorted(source.read_text(encoding="utf-8").splitlines()[-1] for source in out.glob("*.rst"))
    assert texts == ["Others.", "Words."]


@pytest.mark.worker
def test_what_breaks_off_is_converted_so_far(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "export.xml"
    path.write_text(HEAD + item(CLASSIC) + "<item><title>Cut", encoding="utf-8")
    assert cli.main(["convert", str(path), "-o", str(tmp_path / "out")]) == 1
    assert "1 converted, 1 not read" in capsys.readouterr().out


def test_control_characters_are_no_end(tmp_path: Path) -> None:
    path = tmp_path / "export.xml"
    path.write_text(export(item("One.\x0b\n\nTwo.\x08")), encoding="utf-8")
    assert (survey(path).wanted, survey(path).repaired) == (1, 2)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_an_export_that_declares_entities_is_refused(tmp_path: Path, declared: str) -> None:
    path = tmp_path / "export.xml"
    path.write_text(export(item("&b;")).replace("<rss", f"{declared}<rss", 1), encoding="utf-8")
    assert is_export(path)
    assert "document type definition" in survey(path).error


def test_one_article_cannot_be_made_of_an_export(tmp_path: Path) -> None:
    with pytest.raises(ConversionError, match="many articles"):
        convert(write_export(tmp_path / "export.xml", item(CLASSIC)))
    (tmp_path / "map.xml").write_text("<urlset/>", encoding="utf-8")
    with pytest.raises(ConversionError, match="no export of WordPress"):
        convert(tmp_path / "map.xml")


def test_posts_are_explained_one_by_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_export(tmp_path / "export.xml", item(CLASSIC), item(CLASSIC, number=8))
    assert cli.main(["convert", "--explain", str(path)]) == 0
    said = capsys.readouterr().out
    assert f"{path}#7\n" in said
    assert f"{path}#8\n" in said


def test_posts_are_taken_one_by_one(tmp_path: Path) -> None:
    """The whole is never held: a file that is cut off in its midst gives what came before, with the rest unread."""
    path = write_export(tmp_path / "export.xml", *(item(CLASSIC * 50, number=n) for n in range(300)))
    plan = Plan((path,), "rst", "1")
    jobs = plan.jobs()
    first = next(jobs)
    path.write_bytes(path.read_bytes()[: 1 << 19])
    assert first.part == "#0"
    assert 100 < sum(1 for _ in jobs) < 299
    assert plan.total == 300


def test_what_was_converted_builds(tmp_path: Path, project: Project) -> None:
    path = write_export(
        tmp_path / "export.xml",
        item(
            CLASSIC + "[ref]See Krasner.[/ref] [video src=https://films.example/a.mp4][unknown a=1]",
            number=1,
            post_name="a",
        ),
        item("<h2>Head</h2>\n\nText.<hr />\n\n[gallery ids=3]", number=2, post_name="b"),
    )
    assert cli.main(["convert", str(path), "-o", str(tmp_path / "out")]) == 0
    sources = {file.name: file.read_text(encoding="utf-8") for file in (tmp_path / "out").glob("*.rst")}
    project.write({**sources, "index.rst": "Site\n====\n\n.. toctree::\n\n   a\n   b\n"})
    assert project.build().warnings == []
