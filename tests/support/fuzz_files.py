"""What the fuzzer feeds to readers of what programs have written: pages, RTF, JATS, exports, front matter, files of people."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sphinxext_eir.conversion.pipeline import convert_reading
from sphinxext_eir.conversion.reading.front_matter import front_matter_of
from sphinxext_eir.conversion.reading.jats.reader import read_jats
from sphinxext_eir.conversion.reading.rtf.reader import read_rtf
from sphinxext_eir.conversion.reading.web.reader import read_page
from sphinxext_eir.conversion.reading.wordpress import posts_of, read_post, survey
from sphinxext_eir.conversion.transcript import ConversionError
from sphinxext_eir.core.people import parsed
from sphinxext_eir.text import frontmatter
from sphinxext_eir.text.author_lines import read_line
from sphinxext_eir.text.dates import access_date, read_date
from sphinxext_eir.text.directory import Directory
from sphinxext_eir.text.people import read_people
from support.fuzz_targets import FIELD, TYPED, Target
from support.fuzz_targets import TARGETS as OF_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinxext_eir.conversion.transcript import Reading


def check_file(read: Callable[[Path], Reading], suffix: str) -> Callable[[str], None]:
    """Return what checks a reader: a file is refused, or becomes an article in both syntaxes, no word of what was read missing."""

    def check(text: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"essay{suffix}"
            path.write_bytes(text.encode(errors="surrogatepass"))
            try:
                reading = read(path)
                results = [convert_reading(reading, "essay", syntax, {}).value for syntax in ("rst", "myst")]
            except ConversionError:
                return
        for article in results:
            assert article.ledger.unexplained == (), article.ledger.unexplained[0]
        assert "\0" not in results[0].text

    return check


def first_post(path: Path) -> Reading:
    """Read the first post of an export. Raises :class:`ConversionError` where there is none."""
    found = survey(path)
    post = next(posts_of(path, found), None)
    if post is None:
        raise ConversionError(found.error or "no post")
    return read_post(post)


def check_front_matter(text: str) -> None:
    """Front matter is read or is text, and each field that it gives can be read."""
    try:
        front = front_matter_of(text)
    except ConversionError:  # without PyYAML
        return
    if front is None:
        return
    assert text.startswith(front.typed)
    for name, said in front.fields:
        assert not frontmatter.read({name: said})[1], (name, said)


def check_people(text: str) -> None:
    """A file of people is read in each language, or a problem names what is wrong."""
    for suffix in (".yaml", ".toml", ".json"):
        try:
            raw, doubled = parsed(text, suffix)
        except ValueError as error:
            assert str(error)  # noqa: PT017 - a parser's error is its answer
            continue
        people, problems = read_people(raw)
        assert all(person.key == key for key, person in people.items())
        assert all(message for _, message in problems)
        assert all(isinstance(key, str) or key is not None for key in doubled)
        Directory(people).shared_names()


def check_dates(text: str) -> None:
    """A line of authors is read without losing a name's letters, and a date in any language is one."""
    for code in ("en", "de", "fr", "ru", "ar"):
        found = read_date(text, code)
        assert found is None or found.year
    access_date(text)
    authors, _ = read_line(text)
    said = re.sub(r"\W", "", text).casefold()
    for author in authors:
        for letter in re.sub(r"\W", "", author.name).casefold():
            assert letter in said


PAGE = """<!DOCTYPE html><html lang="en"><head><title>Two Harbours - The Review</title><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2019-03-14"></head><body><nav><a href="/">Home</a></nav><article><h1>Two Harbours</h1>
<p class="byline">By <a rel="author" href="/a">Jane Doe</a></p><p>It was built twice.<sup><a href="#fn1" id="r1">1</a></sup> <em>So</em>.</p>
<blockquote><p>Quoted.</p></blockquote><ul><li>One<ol><li>Two</ol></ul><table><tr><th>A<td colspan=2>B</table><h2>Notes</h2>
<ol><li id="fn1">A note. <a href="#r1">back</a></li></ol></article><footer>Rights</footer></body></html>"""
MARKUP = (
    *re.findall(r"</?[^>]+>", PAGE), '<p id="fn2">', '<a href="#fn2">', "<pre>", "<code>", "<br>", "<!-- ", " -->", "<img src=a.png alt=b>", "<svg>",
    "<math><mi>x</mi></math>", "<script>", "<template>", "&nbsp;", "&#0;", "&#xd800;", "<td rowspan=9>", "<b>", "<sup>2</sup>", "[1]", "\ufdd0", "<style>",
    '<script type="application/ld+json">{"@type": "Article", "author": [{"name": 3}], "datePublished": null}</script>', "<dl><dt>a<dd>b", "<figure>",
    "<figcaption>", "<details>", "<hr>", "<h6>", "<center>", "<font>", "<div class=footnotes>", "<section>", "<base href=x>",
)  # fmt: skip
RICH = (
    r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Times;}}{\stylesheet{\s1 heading 1;}}{\info{\title T}}\pard\s1 Title\par \pard Words\chftn"
    r"{\footnote\chftn  A note.} \'e9 \u8217? {\b bold}\par \trowd\cellx1\cellx2\intbl a\cell b\cell\row}",
    r"{\rtf1 {\field{\*\fldinst HYPERLINK \"http://a.b\"}{\fldrslt link}} {\listtext 1.\tab}Item\par {\pict\pngblip 89504e47}\par}",
)
CONTROLS = (
    "{", "}", "\\", "\\par ", "\\cell ", "\\row ", "\\trowd ", "\\intbl ", "\\footnote ", "\\chftn ", "\\u-10179?", "\\u65533?", "\\'", "\\'81", "\\*", "\\bin9999999 ",
    "\\uc0 ", "\\uc99999 ", "\\field", "\\fldinst ", "\\fldrslt ", "\\pict", "\\b0 ", "\\s1 ", "\\ls1 ", "\\ilvl8 ", "\\cellx-1", "\\ansicpg932 ", "\\f9", "\\line ", "\\~",
    "\\clmgf", "\\clmrg", "\\itap2 ", "\\nestcell ", "\\nestrow ", "\\mmath", "\\deleted ", "\\sect ", "\\page ", "\n", "é", "\\outlinelevel0 ",
)  # fmt: skip
JATS = (
    "<article xml:lang='en'><front><article-meta><title-group><article-title>T</article-title></title-group><contrib-group><contrib contrib-type='author'>"
    "<name><surname>Doe</surname><given-names>Jane</given-names></name><xref ref-type='aff' rid='a'/></contrib><aff id='a'>Somewhere</aff></contrib-group>"
    "<pub-date><year>2012</year><month>5</month></pub-date><abstract><p>Short.</p></abstract></article-meta></front><body><sec><title>One</title><p>Words"
    "<xref ref-type='fn' rid='f'>1</xref> <xref ref-type='bibr' rid='b'>Blank 2000</xref>.</p><list><list-item><p>a</p></list-item></list></sec></body>"
    "<back><fn-group><fn id='f'><p>A note.</p></fn></fn-group><ref-list><ref id='b'><element-citation publication-type='book'><person-group><name>"
    "<surname>Blank</surname></name></person-group><source>Threats</source><year>2000</year></element-citation></ref></ref-list></back></article>",
)
TAGGED = (*re.findall(r"</?[^>]+>", JATS[0]), "<mixed-citation>", "<table-wrap>", "<table>", "<tr>", "<td>", "<disp-quote>", "<fig>", "<label>", "<caption>",
    "<inline-formula>", "<tex-math>", "<mml:math>", "<sub-article>", "<boxed-text>", "<verse-group>", "<def-list>", "<supplementary-material/>", "&nbsp;", "&#1;",
    "<ext-link xlink:href='javascript:a'>", "<italic>", "<sup>", "<collab>", "<string-name>", "<date>", "<kwd>", "<break/>", "<!---->", "<?a?>")  # fmt: skip
EXPORT = tuple(
    f'<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>T</title>'
    f"<content:encoded><![CDATA[{content}]]></content:encoded><wp:post_id>1</wp:post_id></item></channel></rss>"
    for content in (
        '<!-- wp:paragraph --><p>Words [note]a note[/note].</p><!-- /wp:paragraph --><!-- wp:block {"ref":2} /-->',
        'Words ((a note of it)).\n\n[caption id="a" width="3"]<img src="a.png"> A caption[/caption]\n\n[gallery ids="1,2"] [code]a[/code]',
    )
)
SHORT = (
    "[", "]", "[/", "[caption]", "[/caption]", "[note]", "[/note]", "[ref]", "[[a]]", "[gallery]", "[embed]", "[/embed]", "[code]", "[/code]", "((", "))", "<!-- wp:list -->", "<!-- /wp:list -->",
    "<pre>", "</pre>", "<p>", "\n\n", "<img src=b.png>", "[1. A note]", "[video src='http://a.b/c']", '{"ref":1}', "<li>", "<ul>", "&lt;", "<!--more-->", "[a b=c]", "<sup>1</sup>",
)  # fmt: skip
HEAD = (
    "---\ntitle: T\nauthor:\n  - name: Jane Doe\n    orcid: 0000-0002-1825-0097\ndate: 2012-05-12\ntags: [a, b]\n---\n\nWords.",
    "+++\ntitle = 'T'\nauthors = ['Jane', 'John']\ndate = 2012-05-12T10:00:00Z\n[params]\ndoi = '10.1000/1'\n+++\nWords.",
)
HEADS = (
    "---\n", "+++\n", ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "|\n  ", ">\n  ", "!!python/x", "!!binary ", "2012-13-45", ".nan", ".inf", "0x1F", "~", "true", "author", "date",
    "title", "draft", "license", "<<: *a", "? ", "'", '"', "\t", "\n", "# ", "%YAML 9", "\u2028", "\ufeff", "é", " = ", "[[a]]", "1979-05-27", "= 1e999", "name: ", "keywords: ", "status: ", "lang: ",
)  # fmt: skip
PEOPLE = (
    "doe:\n  name: {given: Jane, family: Doe}\n  orcid: 0000-0002-1825-0097\n  biography: *Words* of hers.\n  links: {Home: https://a.b/}\n",
    '[doe]\nname = "Jane Doe"\nportrait = "a.png"\n', '{"doe": {"name": {"literal": "The Bank"}, "links": ["a"]}, "doe": 3}',
)  # fmt: skip
BYLINES = (
    "Jane Doe and John Roe, Jr.",
    "Doe, Jane; Roe, John (University of X)",
    "12 May 2012",
    "le 1er mai 2012",
    "12. März 2012",
    "accessed 3 May 2012",
)

TARGETS = OF_TEXT | {
    "pages": Target(check_file(read_page, ".html"), (PAGE,), MARKUP, longest=2500, seconds=10.0),
    "rtf": Target(check_file(read_rtf, ".rtf"), RICH, CONTROLS, longest=1500, seconds=10.0),
    "jats": Target(check_file(read_jats, ".xml"), JATS, TAGGED, longest=2500, seconds=10.0),
    "exports": Target(check_file(first_post, ".xml"), EXPORT, SHORT, longest=1500, seconds=10.0),
    "heads": Target(check_front_matter, HEAD, HEADS),
    "people": Target(check_people, PEOPLE, (*HEADS, *FIELD)),
    "bylines": Target(check_dates, BYLINES, (*TYPED, *FIELD)),
}  # fmt: skip
"""By name, those of :mod:`support.fuzz_targets` first."""
