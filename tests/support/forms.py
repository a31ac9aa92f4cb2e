"""Articles in all the forms that E-IR's have, and what a person would read in each."""

from __future__ import annotations

from dataclasses import dataclass, field

from support.articles import BIO, BY, DISCLAIMER, ENTRIES, HEAD, NOTICE, ONE, RUNNING, TWO


@dataclass(frozen=True)
class Form:
    """An article in one form, and the truth about it."""

    name: str
    text: str
    title: str = "The Art of Waiting"
    authors: tuple[str, ...] = ("Jane Doe",)
    date: str = "2014-02-09"
    paragraphs: int = 2
    """Of the text, beside quotations and lists."""
    headings: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    """Of notes."""
    markers: tuple[str, ...] | None = None
    """In the text, in order; by default each note has one."""
    entries: int = 0
    biography: str = ""
    """How it begins."""
    has: tuple[str, ...] = ()
    """What stands in the source, literally."""
    lacks: tuple[str, ...] = ()
    blocks: dict[str, int] = field(default_factory=dict)
    """How many there are of other kinds: ``Quote``, ``Listing``, ``Table``."""
    doubts: int = 0
    """Messages that ask for a look, at most."""


FORMS = (
    Form(
        "author-date",
        HEAD
        + f"{ONE} (Blank 2000).\n\n{TWO} (see Blank 2000, p. 12; FAS 2000)."
        + BIO
        + "\n\n## Bibliography"
        + ENTRIES,
        entries=2,
        biography="Jane Doe is a lecturer",
    ),
    Form(
        "numbers-in-brackets",
        HEAD + f"{ONE}[1]\n\n{TWO}[2]\n\n## Notes\n\n[1] On trains, see *Slow*.\n\n[2] Ibid.",
        labels=("1", "2"),
        has=("1945.\\ [1]_", "   :title: Notes", "   :style: arabic", ".. [1] On trains, see *Slow*."),
    ),
    Form(
        "marker-before-the-stop",
        HEAD + f"The outcome[1]. {ONE}\n\n{TWO} (ISIS)[2]\n\n## Endnotes\n\n[1] One.\n\n[2] Two.",
        labels=("1", "2"),
        has=("outcome\\ [1]_.", "(ISIS)\\ [2]_"),
    ),
    Form(
        "marker-spaced",
        HEAD + f"{ONE} [1]\n\n{TWO} [2]\n\n## End Notes\n\n[1] One.\n\n[2] Two.",
        labels=("1", "2"),
        has=("1945. [1]_",),
    ),
    Form(
        "roman-glued",
        HEAD
        + f"{ONE}[i]\n\n'It takes years[ii]' and {TWO}'[iii]\n\n[i] <http://a.org/x_y>\n\n[ii] Two.\n\n[iii] Three.",
        labels=("i", "ii", "iii"),
        has=("1945.[i]", "years[ii]'", ".. [i] http://a.org/x_y"),
    ),
    Form(
        "superscripts",
        HEAD + f"{ONE}^1^\n\n{TWO}<sup>2</sup> On the 19<sup>th</sup> day.\n\n## Notes\n\n1. One.\n\n2. Two.",
        labels=("1", "2"),
        has=(":sup:`th`",),
    ),
    Form("unicode-superscripts", HEAD + f"{ONE}¹\n\n{TWO}²\n\nNotes\n\n¹ One.\n\n² Two.", labels=("1", "2")),
    Form(
        "linked-markers",
        HEAD
        + f"{ONE}[[1]](#_ftn1)\n\n{TWO}[[2]](#_ftn2)\n\n---\n\n[[1]](#_ftnref1) One.\n\n[[2]](#_ftnref2) Two.",
        labels=("1", "2"),
    ),
    Form("markdown-notes", HEAD + f"{ONE}[^1]\n\n{TWO}[^2]\n\n[^1]: One.\n\n[^2]: Two.", labels=("1", "2")),
    Form(
        "notes-before-bibliography",
        HEAD + f"{ONE}[i]\n\n{TWO}\n\n## Notes\n\n[i] One.\n\n## References" + ENTRIES,
        labels=("i",),
        entries=2,
        has=(".. eir:notes::\n   :title: Notes\n\n.. [i] One.",),
    ),
    Form(
        "notes-in-one-block",
        HEAD + f"{ONE}[1]\n\n{TWO}[2]\n\nNotes\n\n[1] One.\n[2] Two, which goes\non.",
        labels=("1", "2"),
        has=(".. [2] Two, which goes on.",),
    ),
    Form(
        "a-note-of-two-paragraphs",
        HEAD + f"{ONE}[1]\n\n{TWO}[2]\n\n## Footnotes\n\n[1] One.\n\nMore of one.\n\n[2] Two.",
        labels=("1", "2"),
        has=("   More of one.",),
    ),
    Form(
        "two-systems",
        HEAD + f"{ONE} (Blank 2000)[1]\n\n{TWO}\n\n## Notes\n\n[1] One.\n\n## Bibliography" + ENTRIES,
        labels=("1",),
        entries=2,
    ),
    Form(
        "numbered-references",
        HEAD
        + f"{ONE}[1]\n\n{TWO}[2]\n\n## References\n\n[1] Blank, S. (2000) *Threats*.\n\n[2] Clark, W. (2001) *War*.",
        labels=("1", "2"),
        has=("   :title: References",),
    ),
    Form(
        "works-cited-in-bold",
        HEAD + f"{ONE}\n\n{TWO}\n\n**Works Cited**" + ENTRIES,
        entries=2,
        has=("   :title: Works Cited",),
    ),
    Form("references-as-a-plain-line", HEAD + f"{ONE}\n\n{TWO}\n\nReferences:" + ENTRIES, entries=2),
    Form(
        "entries-as-a-list",
        HEAD
        + f"{ONE}\n\n{TWO}\n\n## Reference List\n\n- Blank, S. (2000) *Threats*.\n- Clark, W. (2001) *War*.",
        entries=2,
    ),
    Form(
        "entries-on-lines",
        HEAD
        + f"{ONE}\n\n{TWO}\n\n## Works Cited\n\nBlank, S. (2000) *Threats*. Carlisle: SSI.\nClark, W. (2001) *War*. London: Sage.",
        entries=2,
    ),
    Form(
        "url-on-the-next-line",
        HEAD
        + f"{ONE}\n\n{TWO}\n\n## Bibliography\n\nDrachev, Viktor. (2002) *7 Questions*.\n\n[http://www.fp.com/seven\\\\_questions](http://www.fp.com/seven_questions) (accessed February 29, 2012).\n\nNATO. (2000) NATO.",
        entries=2,
        has=("*7 Questions*. http://www.fp.com/seven_questions (accessed",),
    ),
    Form(
        "further-reading",
        HEAD
        + f"{ONE}\n\n{TWO}\n\n## Bibliography"
        + ENTRIES
        + "\n\n## Further Reading\n\nOther books by the author.",
        entries=2,
        paragraphs=3,
        headings=("Further Reading",),
    ),
    Form(
        "biography-at-the-top",
        "# Interview – Robert Jervis\n\nE-INTERNATIONAL RELATIONS, FEB 9 2014\n\nRobert Jervis is a professor at Columbia University.\n\n**What is waiting?**\n\n"
        + ONE
        + "\n\n**Is it an art?**\n\n"
        + TWO,
        title="Interview – Robert Jervis",
        authors=("E-International Relations",),
        biography="Robert Jervis is a professor",
        paragraphs=4,
        has=(":kind: interview", "**What is waiting?**"),
        doubts=1,
    ),
    Form(
        "about-the-author",
        HEAD + f"{ONE}\n\n{TWO}\n\n## About the author\n\nJane Doe teaches patience.",
        biography="Jane Doe teaches",
    ),
    Form(
        "biography-after-notes",
        HEAD + f"{ONE}[i]\n\n{TWO}\n\n[i] One.\n\nJane Doe is a lecturer at the University of Somewhere.",
        labels=("i",),
        biography="Jane Doe is",
    ),
    Form(
        "two-authors",
        "# The Art of Waiting\n\nJANE DOE AND JOHN ROE, 9 FEBRUARY 2014\n\n"
        f"{ONE}\n\n{TWO}\n\n—\n\n**Jane Doe** is a lecturer. \n\n**John Roe** is her student.",
        authors=("Jane Doe", "John Roe"),
        biography="Jane Doe is a lecturer",
    ),
    Form(
        "student-disclaimer",
        HEAD
        + DISCLAIMER
        + f"{ONE}\n\n{TWO}\n\n—\n\nWritten by: Jane Doe\nWritten at: University of Somewhere\nWritten for: Dr Roe\nDate written: May 2013",
        has=(
            ":author: Jane Doe (University of Somewhere)",
            ":disclaimer: This content was",
            ":kind: essay",
            ":written-for: Dr Roe\n:date-written: 2013-05\n",
        ),
    ),
    Form(
        "byline-with-views",
        "# The Art of Waiting\n\nJANE DOE, FEB 9 2014, 3740 VIEWS\n\n" + f"{ONE}\n\n{TWO}",
        lacks=("3740",),
        doubts=0,
    ),
    Form(
        "bold-and-italic-headings",
        HEAD + f"**Introduction**\n\n{ONE}\n\n*Of trains*\n\n{TWO}\n\n**The slow and the fast**\n\n{TWO}",
        paragraphs=3,
        headings=("Introduction", "Of trains", "The slow and the fast"),
    ),
    Form(
        "numbered-headings",
        HEAD + f"1. The 'Soft' In Soft Power\n\n{ONE}\n\n## 2. A. Smith (2000)\n\n{TWO}",
        headings=("1. The 'Soft' In Soft Power", "2. A. Smith (2000)"),
    ),
    Form(
        "block-quote",
        HEAD + f"{ONE}\n\n> All quiet.\n> Nothing new.\n>\n> — A Soldier\n\n{TWO}",
        blocks={"Quote": 1},
    ),
    Form(
        "lists",
        HEAD + f"{ONE}\n\n- slow\n- slower\n\n{TWO}\n\n1. first\n2. second\n\nThey are 1) slow, 2) old.",
        paragraphs=3,
        blocks={"Listing": 2},
        has=("1) slow, 2) old",),
    ),
    Form(
        "table",
        HEAD + f"{ONE}\n\n| State | Years |\n|---|---|\n| Kosovo | 4 |\n| Serbia | |\n\n{TWO}",
        blocks={"Table": 1},
    ),
    Form(
        "running-heads",
        NOTICE
        + HEAD
        + "Nobody is born with it, and no human right or"
        + RUNNING
        + "any other right is more than waiting.\n\nA paragraph that ends without a stop\n\n"
        + TWO
        + RUNNING
        + "The last paragraph begins a page.",
        paragraphs=4,
        has=("no human right or any other right",),
    ),
    Form(
        "page-numbers",
        HEAD
        + ONE
        + "\n\nPage 1/3\n\n"
        + TWO
        + "\n\nE-International Relations ISSN 2053-8626 Page 2/3\n\nA last one.",
        paragraphs=3,
        lacks=("Page", "ISSN"),
    ),
    Form(
        "form-feeds",
        HEAD + "Nobody is born with the art of\f\nwaiting, it is said.\n\n" + TWO,
        has=("the art of waiting",),
    ),
    Form(
        "no-bracket-is-a-note",
        HEAD
        + "'Serbs have lived [in Kosovo] […] for a long time' [sic] and [i]t is (mis)use of (b)ordering.\n\n"
        + TWO,
        has=("[in Kosovo] […] for",),
    ),
    Form("nothing-but-a-title", "# The Art of Waiting", authors=(), date="", paragraphs=0, doubts=1),
    Form("no-byline", "# The Art of Waiting\n\n" + f"{ONE}\n\n{TWO}", authors=(), date="", doubts=1),
    Form("markers-without-notes", HEAD + f"{ONE}[1]\n\n{TWO}[2]", doubts=2, has=("1945.[1]",)),
    Form(
        "notes-without-markers",
        HEAD + f"{ONE}\n\n{TWO}\n\n## Notes\n\n[1] One.\n\n[2] Two.",
        labels=("1", "2"),
        markers=(),
        doubts=2,
    ),
    Form(
        "entities-and-emoji",
        HEAD
        + "Tom &amp; Jerry&#8217;s &lt;art&gt; &nbsp;of 😀 waiting\twith\ttabs.\n\nمقالة عن الانتظار والصبر.",
        has=("Tom & Jerry’s <art>", "مقالة"),
    ),
    Form(
        "markup-in-the-text",
        HEAD
        + "A * star, a `quoted' word, snake_case, trailing_ and |bars| ::\n\n+ 1984 was a year. *Really*important.\n\n",
        paragraphs=1,
        blocks={"Listing": 1},
        has=("snake_case",),
    ),
    Form(
        "hard-wrapped",
        "The Art of Waiting\nJANE DOE, FEB 9 2014\n\nNobody is born with the art of wait-\ning, and few have democracy-\npromotion in mind.\nThis waiting is no democracy-promotion.\n\n"
        + TWO,
        has=("art of waiting, and few have democracy-promotion in mind.",),
        doubts=0,
    ),
    Form(
        "a-paragraph-per-line",
        "\n".join(
            ["The Art of Waiting", "By Jane Doe", "9 February 2014", ONE + " " + TWO * 2, TWO + " " + ONE * 2]
        ),
    ),
    Form(
        "colophon-before-bibliography",
        HEAD
        + f"{ONE}\n\n{TWO}\n\n*Written by: Jane Doe*\n\n*Date written: 2013*\n\n## Bibliography"
        + ENTRIES,
        paragraphs=3,
        entries=2,
    ),
    Form(
        "author-of-the-running-head",
        "# The Art of Waiting\n\nMAY 2014\n\nNobody is born with the art of" + RUNNING + "waiting.\n\n" + TWO,
        date="2014-05",
    ),
    Form(
        "author-of-the-colophon",
        f"# The Art of Waiting\n\n{ONE}\n\n{TWO}\n\nWritten by: Jane Doe\n\nDate written: May 2013",
        date="2013-05",
        paragraphs=2,
    ),
    Form(
        "a-list-of-references-that-are-notes",
        HEAD
        + f"{ONE}[1]\n\n{TWO}[2]\n\n## References\n\n1. Blank, S. (2000) *Threats*.\n2. Clark, W. (2001) *War*.",
        labels=("1", "2"),
    ),
    Form(
        "notes-at-the-foot-of-pages",
        HEAD
        + f"{ONE}[1] Nobody is\n\n[1] One."
        + RUNNING
        + f"born with it.\n\n{TWO}[2]\n\n[2] Two."
        + RUNNING
        + "The last one.",
        paragraphs=3,
        labels=("1", "2"),
        has=("[1]_ Nobody is born with it.",),
    ),
    Form(
        "a-bibliography-in-parts",
        HEAD
        + f"{ONE}\n\n{TWO}\n\n## Bibliography\n\n**Primary sources**"
        + ENTRIES
        + "\n\n### Books\n\nClark, W. (2001) *War*.",
        entries=3,
        headings=("Bibliography",),
        has=("   :title: Primary sources", "   :title: Books"),
    ),
    Form(
        "the-author-is",
        HEAD + f"{ONE}\n\n{TWO}\n\nThe author is a lecturer in waiting.\n\n## References" + ENTRIES,
        entries=2,
        biography="The author is",
    ),
    Form(
        "escaped-brackets",
        HEAD + f"{ONE}\\[1\\]\n\n{TWO}\\[2\\]\n\n## Notes\n\n\\[1\\] One.\n\n\\[2\\] Two.",
        labels=("1", "2"),
    ),
    Form(
        "links-with-words",
        HEAD
        + f"{ONE} See [the *briefing* (2014)](http://example.org/a_(b)) and write to jane@example.org.\n\n{TWO}",
        has=("`the briefing (2014) <http://example.org/a_(b)>`__ and write to jane@example.org.",),
    ),
    Form(
        "a-title-of-two-lines",
        "# The Art\n\n# of Waiting\n\nJANE DOE, FEB 9 2014\n\nNobody is born with"
        "\n\n# The Art\n\n# of Waiting\n\nWritten by Jane Doe\n\nthe art of it.\n\n" + TWO,
        has=("Nobody is born with the art of it.",),
    ),
    Form(
        "a-running-head-cut-short",
        "# The Art of Waiting for a Train\n\nJANE DOE, FEB 9 2014\n\nNobody is born with"
        "\n\nThe Art of Waiting…\n\nWritten by Jane Doe\n\nthe art of it.\n\n" + TWO,
        title="The Art of Waiting for a Train",
        has=("Nobody is born with the art of it.",),
    ),
    Form(
        "initials-in-the-byline",
        "# The Art of Waiting\n\nDR. JANE Q. DOE, PROF. J. R. R. ROE JR. AND ANNE VAN DER BERG, FEB 9 2014\n\n"
        f"{ONE}\n\n{TWO}",
        authors=("Dr. Jane Q. Doe", "Prof. J. R. R. Roe Jr.", "Anne van der Berg"),
        doubts=3,
    ),
    Form(
        "an-affiliation-in-the-byline",
        "# The Art of Waiting\n\nJane Doe, University of Somewhere • Feb 9 2014 • 1234 views\n\n"
        f"{ONE}\n\n{TWO}",
        doubts=1,
    ),
    Form(
        "a-head-on-the-first-page",
        "# The Art of Waiting" + BY + NOTICE + HEAD + ONE + RUNNING + TWO,
        lacks=("Written by",),
    ),
    Form(
        "a-byline-without-a-date",
        "# The Art of Waiting\n\n<https://www.e-ir.info/2014/02/09/the-art-of-waiting/>\n\nJANE DOE\n\n"
        f"{ONE}\n\n{TWO}",
        date="",
        doubts=1,
    ),
    Form(
        "a-note-cut-by-a-page",
        HEAD
        + f"{ONE}[i]\n\n{TWO}[ii]\n\n[i] Doe, ‘New’"
        + RUNNING
        + "and Old (2001), 9.\n\n<http://example.org/a>\n\n[ii]http://example.org/b",
        labels=("i", "ii"),
        has=("‘New’ and Old (2001), 9.", ".. [ii] http://example.org/b"),
    ),
    Form(
        "raised-markers-before-a-page",
        HEAD + f"{ONE}^1^" + RUNNING + f"{TWO}^2^\n\n## Endnotes\n\n1 One.\n\n2 Two.",
        labels=("1", "2"),
    ),
    Form(
        "upper-roman", HEAD + f"{ONE}[I]\n\n{TWO}[II]\n\nNotes\n\n[I] One.\n\n[II] Two.", labels=("I", "II")
    ),
    Form(
        "entries-cut-by-pages",
        HEAD
        + f"{ONE}\n\n{TWO}\n\n## References\n\nBlank, S. and"
        + RUNNING
        + "Clark, W. (2001)"
        + RUNNING
        + "*Waging War*. Ithaca, NY:"
        + RUNNING
        + "Cornell University Press.\n\nDoe, J. (2003) *Slow*."
        + RUNNING
        + "London: Routledge.",
        entries=2,
    ),
    Form(
        "numbered-entries-that-nothing-refers-to",
        HEAD
        + f"{ONE}\n\n{TWO}\n\n## Bibliography\n\n[1] Blank, S. (2000) *Threats*.\n\n[2] Clark, W. (2001) *War*.",
        entries=2,
        has=("[1] Blank",),
    ),
    Form(
        "two-bibliographies-and-parts-in-plain-letters",
        HEAD
        + f"{ONE}\n\n{TWO}\n\n## Primary Sources"
        + ENTRIES
        + "\n\n## Secondary Sources\n\nBooks\n\nClark, W. (2001) *War*.\n\nWebsites\n\nDoe, J. (2003) *Slow*.",
        entries=4,
        headings=("Secondary Sources",),
        has=("   :title: Primary Sources", "   :title: Books", "   :title: Websites"),
    ),
    Form(
        "lists-cut-by-pages",
        HEAD
        + f"{ONE}\n\n1. first"
        + RUNNING
        + "2. second\n3. third\n\n"
        + f"{TWO}\n\n- slow and"
        + RUNNING
        + "slower;\n- slowest."
        + RUNNING
        + "- last.",
        blocks={"Listing": 2},
        has=("slow and slower",),
    ),
    Form(
        "headings-by-their-place",
        HEAD
        + f"{ONE} {TWO}\n\nSlow Trains and Slower States\n\n{TWO} {ONE}\n\n1. Who Waits?\n\n{ONE}\n\n**Table 1: Trains**\n\n{TWO}",
        paragraphs=5,
        headings=("Slow Trains and Slower States", "1. Who Waits?"),
    ),
    Form(
        "notes-in-a-list-without-a-heading",
        HEAD + f"{ONE}¹\n\n{TWO}²\n\n1. On trains, see *Slow*. ↩︎\n2. Ibid. ↩",
        labels=("1", "2"),
        has=(".. [1] On trains, see *Slow*.",),
        lacks=("↩",),
    ),
    Form(
        "a-list-that-nothing-refers-to", HEAD + f"{ONE}\n\n{TWO}\n\n1. One.\n2. Two.", blocks={"Listing": 1}
    ),
    Form("a-fence-that-nothing-closes", HEAD + f"```\n\n{ONE}\n\n{TWO}", paragraphs=3),
    Form(
        "a-sentence-cut-inside-brackets",
        HEAD
        + "Few know it (see Doe 2001;"
        + RUNNING
        + "Roe 1989). So did the"
        + RUNNING
        + "United States.\n\n"
        + TWO,
        has=("Doe 2001; Roe 1989). So did the United States.",),
        doubts=2,
    ),
)
