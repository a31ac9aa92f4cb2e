"""Notes of web pages, in the forms that programs write: each is read, linked, and loses its way back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sphinxext_eir.conversion.document import Figure, Notes, inlines_of
from sphinxext_eir.conversion.inlines import Kind, plain
from sphinxext_eir.conversion.pipeline import convert

if TYPE_CHECKING:
    from pathlib import Path

    from sphinxext_eir.conversion.pipeline import Converted

pytest.importorskip("selectolax")

LONG = "The town built its harbour twice, once by itself and once by its creditors, and the difference is a debt."

FORMS = {
    "Word's end notes, as E-IR has them": (
        '<p>One.<a href="#_edn1" name="_ednref1">[i]</a> Two.<a href="#_edn2" name="_ednref2">[ii]</a></p>',
        '<p><a href="#_ednref1" name="_edn1">[i]</a> See Osgood.</p><p><a href="#_ednref2" name="_edn2">[ii]</a> See Dahl.</p>',
    ),
    "Word's, whose places are lost": (
        '<p>One.<sup><a href="#_ftn1">[1]</a></sup> Two.<sup><a href="#_ftn2">[2]</a></sup></p>',
        '<hr><p><sup><a href="//1C-AB#_ftnref1">[1]</a></sup> See Osgood.</p><p><a href="//1C-AB#_ftnref2">[2]</a> See Dahl.</p>',
    ),
    "WordPress's block": (
        '<p>One.<sup data-fn="a-1" class="fn"><a href="#a-1" id="a-1-link">1</a></sup> '
        'Two.<sup data-fn="b-2" class="fn"><a href="#b-2" id="b-2-link">2</a></sup></p>',
        '<ol class="wp-block-footnotes"><li id="a-1">See Osgood. <a href="#a-1-link">↩︎</a></li>'
        '<li id="b-2">See Dahl. <a href="#b-2-link" aria-label="Jump to footnote reference 2">↩︎</a></li></ol>',
    ),
    "Easy Footnotes": (
        '<p>One.<span class="easy-footnote"><a href="#easy-footnote-bottom-1-9"><sup>1</sup></a></span> '
        'Two.<span class="easy-footnote"><a href="#easy-footnote-bottom-2-9"><sup>2</sup></a></span></p>',
        '<ol class="easy-footnotes-wrapper"><li><span id="easy-footnote-bottom-1-9"></span>See Osgood.'
        '<a class="easy-footnote-to-top" href="#easy-footnote-1-9"></a></li><li><span id="easy-footnote-bottom-2-9"></span>See Dahl.</li></ol>',
    ),
    "Modern Footnotes, in the sentence": (
        '<p>One.<sup class="modern-footnotes-footnote" data-mfn="1"><a href="javascript:void(0)">1</a></sup>'
        '<span class="modern-footnotes-footnote__note" data-mfn="1">See Osgood.</span> '
        'Two.<sup class="modern-footnotes-footnote" data-mfn="2"><a href="javascript:void(0)">2</a></sup>'
        '<span class="modern-footnotes-footnote__note" data-mfn="2">See Dahl.</span></p>',
        "",
    ),
    "footnotes.org, said twice": (
        "".join(
            f'<p>{word}.<span class="footnote_referrer"><a role="button"><sup id="footnote_plugin_tooltip_7_1_{n}" '
            f'class="footnote_plugin_tooltip_text">[{n}]</sup></a><span id="footnote_plugin_tooltip_text_7_1_{n}" '
            f'class="footnote_tooltip">See {name}.</span></span></p>'
            for n, word, name in ((1, "One", "Osgood"), (2, "Two", "Dahl"))
        ),
        '<div class="footnotes_reference_container"><table class="footnote-reference-container">'
        + "".join(
            f'<tr><th id="footnote_plugin_reference_7_1_{n}" class="footnote_plugin_index"><a class="footnote_backlink">↑{n}</a></th>'
            f'<td class="footnote_plugin_text">See {name}.</td></tr>'
            for n, name in ((1, "Osgood"), (2, "Dahl"))
        )
        + "</table></div>",
    ),
    "Substack": (
        '<p>One.<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a> '
        'Two.<a class="footnote-anchor" id="footnote-anchor-2" href="#footnote-2">2</a></p>',
        '<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a>'
        '<div class="footnote-content"><p>See Osgood.</p></div></div>'
        '<div class="footnote"><a id="footnote-2" href="#footnote-anchor-2" class="footnote-number">2</a>'
        '<div class="footnote-content"><p>See Dahl.</p></div></div>',
    ),
    "pandoc": (
        '<p>One.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> '
        'Two.<a href="#fn2" class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a></p>',
        '<section id="footnotes" class="footnotes" role="doc-endnotes"><hr><ol>'
        '<li id="fn1"><p>See Osgood.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li>'
        '<li id="fn2"><p>See Dahl.<a href="#fnref2" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
    ),
    "kramdown and Hugo": (
        '<p>One.<sup id="fnref:a"><a href="#fn:a" class="footnote">1</a></sup> Two.<sup id="fnref:b"><a href="#fn:b">2</a></sup></p>',
        '<div class="footnotes"><ol><li id="fn:a"><p>See Osgood. <a href="#fnref:a" class="reversefootnote">&#8617;</a></p></li>'
        '<li id="fn:b"><p>See Dahl. <a href="#fnref:b" class="reversefootnote">&#8617;</a></p></li></ol></div>',
    ),
    "Wikipedia": (
        '<p>One.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup> '
        'Two.<sup id="cite_ref-2" class="reference"><a href="#cite_note-2"><span>[</span>2<span>]</span></a></sup></p>',
        '<ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> '
        '<span class="reference-text">See Osgood.</span></li><li id="cite_note-2"><span class="mw-cite-backlink">^ <a href="#cite_ref-2">'
        "<sup>a</sup></a></span> See Dahl.</li></ol>",
    ),
    "ways back in words": (
        '<p>Eins.<sup id="r1"><a href="#n1">1</a></sup> Zwei.<sup id="r2"><a href="#n2">2</a></sup></p>',
        '<ol><li id="n1">See Osgood. <a href="#r1">zurück zum Text</a></li>'
        '<li id="n2">See Dahl. <a href="#r2">retour au texte</a></li></ol>',
    ),
    "Google Docs": (
        '<p>One.<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> Two.<sup><a href="#ftnt2" id="ftnt_ref2">[2]</a></sup></p>',
        '<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> See Osgood.</p></div><div><p><a href="#ftnt_ref2" id="ftnt2">[2]</a> See Dahl.</p></div>',
    ),
    "docutils": (
        '<p>One.<a class="footnote-reference" href="#id3" id="id1">1</a> Two.<a class="footnote-reference" href="#id4" id="id2">2</a></p>',
        '<aside class="footnote" id="id3"><span class="label"><a href="#id1">1</a></span><p>See Osgood.</p></aside>'
        '<aside class="footnote" id="id4"><span class="label"><a href="#id2">2</a></span><p>See Dahl.</p></aside>',
    ),
    "a paragraph of several": (
        '<p>One.<a href="#one"><sup>1</sup></a> Two.<a href="#two"><sup>2</sup></a></p>',
        '<hr><p><a name="one"><sup>1</sup></a> See Osgood. <a href="#">↩</a><br><br><a name="two"><sup>2</sup></a> See Dahl.</p>',
    ),
    "Tufte's sidenotes": (
        '<p>One.<label for="sn-1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-1" class="margin-toggle">'
        '<span class="sidenote">See Osgood.</span> Two.<label for="sn-2" class="margin-toggle sidenote-number"></label>'
        '<input type="checkbox" id="sn-2" class="margin-toggle"><span class="sidenote">See Dahl.</span></p>',
        "",
    ),
    "raised numbers without links": (
        "<p>One.<sup>1</sup> Two.<sup>2</sup></p>",
        "<hr><p><sup>1</sup> See Osgood.</p><p><sup>2</sup> See Dahl.</p>",
    ),
    "marks that aren't numbers": (
        '<p>One.<a href="#star" id="r1">*</a> Two.<a href="#dagger" id="r2">†</a></p>',
        '<p id="star"><a href="#r1">*</a> See Osgood.</p><p id="dagger"><a href="#r2">†</a> See Dahl.</p>',
    ),
}


def page(before: str, after: str, folder: Path) -> Converted:
    """Convert an article with text *before* its last paragraph, and *after* it."""
    path = folder / "harbours.html"
    path.write_text(
        f"<!DOCTYPE html><title>Two Harbours</title><body><nav><a href='/'>Home</a></nav><article><h1>Two Harbours</h1>"
        f"<p>{LONG}</p>{before}<p>{LONG}</p>{after}</article>",
        encoding="utf-8",
    )
    return convert(path).value


@pytest.mark.parametrize("form", FORMS)
def test_notes_are_linked(form: str, tmp_path: Path) -> None:
    article = page(*FORMS[form], tmp_path)
    notes = next(block for block in article.document.blocks if isinstance(block, Notes))
    said = [" ".join(plain(runs) for runs in inlines_of(note.blocks)).strip() for note in notes.notes]
    assert said == ["See Osgood.", "See Dahl."]
    linked = [
        run.target for runs in inlines_of(article.document.blocks) for run in runs if run.kind is Kind.NOTE
    ]
    assert linked == [note.label for note in notes.notes]
    assert article.ledger.even
    assert article.text.count("See Osgood.") == article.text.count("See Dahl.") == 1


def test_labels_stay_as_typed(tmp_path: Path) -> None:
    text = page(*FORMS["Word's end notes, as E-IR has them"], tmp_path).text
    assert "One.[i] Two.[ii]" in text
    assert ".. [i] See Osgood.\n" in text


def test_notes_in_two_lists_are_numbered_as_the_text_refers_to_them(tmp_path: Path) -> None:
    found = page(
        'One.<sup id="r1"><a href="#c1">[1]</a></sup> Two.<sup id="s1"><a href="#n1">[n 1]</a></sup> '
        'Three.<sup id="r2"><a href="#c2">[2]</a></sup>',
        '<h2>Notes</h2><ol><li id="n1"><a href="#s1">↑</a> A remark.</li></ol><h2>References</h2>'
        '<ol><li id="c1"><a href="#r1">↑</a> A source.</li><li id="c2"><a href="#r2">↑</a> Another.</li></ol>',
        tmp_path,
    )
    assert re.findall(r"\[(\d)\]_", found.text) == ["1", "2", "3"]
    assert re.findall(r"^\.\. \[(\d)\] (\S+ \S+|\S+)", found.text, re.MULTILINE) == [
        ("1", "A source."), ("2", "A remark."), ("3", "Another."),
    ]  # fmt: skip


def test_a_heading_names_the_notes(tmp_path: Path) -> None:
    before, after = FORMS["Substack"]
    article = page(before, f"<h3>Endnotes</h3>{after}", tmp_path)
    text = article.text
    assert article.ledger.unexplained == ()
    assert ".. eir:notes::\n   :title: Endnotes\n   :style: arabic" in text
    assert text.count("Endnotes") == 1


def test_a_note_may_have_several_blocks(tmp_path: Path) -> None:
    before, after = FORMS["pandoc"]
    text = page(
        before, after.replace("See Osgood.", "See Osgood.</p><ul><li>And others.</li></ul><p>"), tmp_path
    ).text
    assert ".. [1] See Osgood.\n\n   - And others." in text


def test_numbers_that_lead_elsewhere_are_no_notes(tmp_path: Path) -> None:
    """Theorems, pages and comments have numbers that link to them, too."""
    article = page(
        '<p>By the theorem (<a href="#t">1</a>) and the lemma (<a href="#l">2</a>), which follow, it holds.</p>',
        '<h3><a name="t"></a>Theorem 1</h3><p>It holds for any harbour.</p><ul><li><a name="l"></a>Lemma 2. It holds for two.</li></ul>',
        tmp_path,
    )
    assert not any(isinstance(block, Notes) for block in article.document.blocks)
    assert "By the theorem (1) and the lemma (2)" in article.text


def test_notes_of_comments_are_not_the_authors(tmp_path: Path) -> None:
    article = page(
        "", '<div id="comments"><p>I agree.<a href="#c1">1</a></p><p id="c1">1 So do I.</p></div>', tmp_path
    )
    assert not any(isinstance(block, Notes) for block in article.document.blocks)
    assert [entry.text for entry in article.ledger.dropped] == ["Home", "I agree.1 1 So do I."]


def test_an_arrow_that_leads_back_from_an_entry_is_left_out(tmp_path: Path) -> None:
    body = (
        f'<article><h1>A Debt</h1><p>{LONG} <a href="#osgood" id="cited">(Osgood, 2001)</a></p><h2>Bibliography</h2>'
        '<ul role="doc-bibliography"><li id="osgood">Osgood, M. (2001) Debts. <a href="#cited" role="doc-backlink">↩︎</a></li></ul>'
        "</article>"
    )
    (tmp_path / "a.html").write_text(f"<!DOCTYPE html><html><body>{body}</body></html>", encoding="utf-8")
    article = convert(tmp_path / "a.html").value
    assert "↩" not in article.text
    assert article.ledger.unexplained == ()


@pytest.mark.parametrize("place", ["before", "after"])
def test_a_picture_in_the_heading_of_the_notes_stands_before_them(place: str, tmp_path: Path) -> None:
    (tmp_path / "ship.png").write_bytes(b"\x89PNG")
    before, after = FORMS["pandoc"]
    heading = '<h2>Notes <img src="ship.png" alt="A ship"></h2>'
    article = (
        page(before, after.replace("<ol>", f"{heading}<ol>"), tmp_path)
        if place == "before"
        else page(before, f"{heading}{after}", tmp_path)
    )
    *_, picture, notes = article.document.blocks
    assert isinstance(notes, Notes)
    assert plain(notes.title) == "Notes"
    assert isinstance(picture, Figure)
    assert picture.alt == "A ship"


def test_notes_in_a_list_under_their_heading_need_no_links(tmp_path: Path) -> None:
    text = page(
        "<p>One.<sup>1</sup> Two.<sup>2</sup></p>",
        "<h2>Notes</h2><ol><li><h4>Of Ports</h4>See Osgood.</li><li>See Dahl.</li></ol>",
        tmp_path,
    ).text
    assert "One.\\ [1]_ Two.\\ [2]_" in text
    assert ".. [1] Of Ports\n\n   See Osgood.\n\n.. [2] See Dahl." in text


def test_a_note_within_another_stands_after_it(tmp_path: Path) -> None:
    before, _ = FORMS["pandoc"]
    article = page(
        before,
        '<section class="footnotes"><div id="fn1" class="footnote">See Osgood. '
        '<div id="fn2" class="footnote">See Dahl.</div> And others.</div></section>',
        tmp_path,
    )
    assert ".. [1] See Osgood.\n\n   And others.\n\n.. [2] See Dahl." in article.text
    assert article.ledger.unexplained == ()
