"""Random articles, of which everything is known: parts in any order, pages that end anywhere, any form of marker."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinxext_eir.conversion.document import Bibliography, Biography, Notes, Paragraph, inlines_of
from sphinxext_eir.conversion.inlines import Kind, plain
from sphinxext_eir.conversion.pipeline import convert_reading
from sphinxext_eir.conversion.reading.text import read_string
from sphinxext_eir.text.numerals import roman

TITLE = "Waiting for Sovereignty: Kosovo and its Neighbours"
VOCABULARY = [
    "waiting",
    "states",
    "Kosovo",
    "the",
    "of",
    "and",
    "in",
    "policy",
    "Russia's",
    "[in",
    "Kosovo]",
    "(UNSC)",
    "'watchdog'",
    "norm",
    "1999",
    "1244",
    "U.N.",
    "drive-by",
    "democracy-promotion",
    "sovereign",
    "(mis)use",
    "foreign",
    "relations",
    "long-term",
    "Serbia",
    "EU-led",
    "*physically*",
    "a,",
    "b;",
    "which",
    "[…]",
    "—",
]


@dataclass
class Article:
    """A text, and what is in it."""

    text: str
    paragraphs: list[str]
    notes: list[str]
    entries: int
    breaks: int


@st.composite
def sentences(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.sampled_from(VOCABULARY), min_size=14, max_size=30))
    return "However, many " + " ".join(words) + " matters" + draw(st.sampled_from([".", "?", ".'", "."]))


MARKERS = {
    "roman": (lambda n: f"[{roman(n)}]", lambda n: f"[{roman(n)}] "),
    "arabic": (lambda n: f"[{n}]", lambda n: f"[{n}] "),
    "caret": (lambda n: f"^{n}^", lambda n: f"{n}. "),
    "html": (lambda n: f"<sup>{n}</sup>", lambda n: f"<sup>{n}</sup> "),
    "unicode": (lambda n: "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(d)] for d in str(n)), lambda n: f"[{n}] "),
    "markdown": (lambda n: f"[^{n}]", lambda n: f"[^{n}]: "),
}


@st.composite
def articles(draw: st.DrawFn) -> Article:
    form = draw(st.sampled_from(sorted(MARKERS)))
    mark, define = MARKERS[form]
    paragraphs = [
        " ".join(draw(st.lists(sentences(), min_size=1, max_size=3))) for _ in range(draw(st.integers(1, 6)))
    ]
    count = draw(st.integers(0, len(paragraphs)))
    glue = draw(st.sampled_from(["", " "]))
    typed = [text + (glue + mark(n) if n <= count else "") for n, text in enumerate(paragraphs, 1)]
    head = f"\n\n# {TITLE}\n\nWritten by Jane Doe\n\n"
    breaks = 0
    broken = []
    for text in typed:
        words = text.split(" ")
        places = [n for n in range(2, len(words) - 1) if words[n][0].islower() and words[n - 1][-1].isalnum()]
        if places and draw(st.booleans()):
            n = draw(st.sampled_from(places))
            broken.append(" ".join(words[:n]) + head + " ".join(words[n:]))
            breaks += 1
        else:
            broken.append(text)
    notes = [f"See the briefing of {n} February, http://example.org/note_{n}" for n in range(1, count + 1)]
    list_of_notes = "\n\n".join(define(n) + note for n, note in enumerate(notes, 1))
    entries = draw(st.integers(0, 4))
    list_of_entries = "\n\n".join(
        f"Author{chr(65 + n)}, Given. (200{n}) *A Work on Waiting*. Pristina : Press." for n in range(entries)
    )
    parts = []
    if count:
        parts.append(draw(st.sampled_from(["## Notes", "**Endnotes**", "Notes"])) + "\n\n" + list_of_notes)
    if entries:
        name = draw(
            st.sampled_from(["## Bibliography", "References", "**Works Cited**", "## Reference List"])
        )
        parts.append(name + "\n\n" + list_of_entries)
    if draw(st.booleans()):
        parts.insert(0, "—\n\n**Jane Doe** is a lecturer. She is the author of 'Waiting (2010)'.")
    parts = parts[:1] + draw(st.permutations(parts[1:]))
    between = [draw(st.sampled_from(["\n\n", head])) for _ in parts]
    text = f"# {TITLE}\n\n<https://www.e-ir.info/2014/02/09/waiting/>\n\nJANE DOE, FEBRUARY 9 2014\n\n"
    text += "\n\n".join(broken) + "".join(a + b for a, b in zip(between, parts, strict=True))
    return Article(text, paragraphs, notes, entries, breaks)


@pytest.mark.laws
@settings(max_examples=250)
@given(articles(), st.sampled_from(["rst", "myst"]))
def test_a_random_article_is_read_as_it_was_made(article: Article, syntax: str) -> None:
    result = convert_reading(read_string(article.text), "article", syntax, {})  # type: ignore[arg-type]
    value = result.value
    assert value.ledger.unexplained == (), article.text
    front = value.document.front
    assert (plain(front.title), front.authors, front.date) == (TITLE, ("Jane Doe",), "2014-02-09")
    blocks = value.document.blocks
    bodies = [block for block in blocks if isinstance(block, Paragraph)]
    texts = ["".join(run.text for run in b.inlines if run.kind is not Kind.NOTE) for b in bodies]
    expected = [text.replace("*", "") for text in article.paragraphs]
    assert [" ".join(text.split()) for text in texts] == expected, article.text
    notes = [note for block in blocks if isinstance(block, Notes) for note in block.notes]
    assert [" ".join(plain(next(inlines_of(note.blocks))).split()) for note in notes] == article.notes
    markers = [run.target for b in bodies for run in b.inlines if run.kind is Kind.NOTE]
    assert markers == [note.label for note in notes]
    assert sum(len(block.entries) for block in blocks if isinstance(block, Bibliography)) == article.entries
    assert sum(isinstance(block, Biography) for block in blocks) == article.text.count("**Jane Doe** is")
    heads = [entry for entry in value.ledger.dropped if entry.reason == "running head"]
    assert len(heads) == 2 * (article.text.count(f"# {TITLE}\n\nWritten by"))
