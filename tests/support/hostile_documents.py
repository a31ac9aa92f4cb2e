"""Hostile documents, drawn: every construct of ours in every place, with words that are found again."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from sphinxext_eir.core.config import ALIGNMENTS
from sphinxext_eir.features.article_lists.choice import SORTS
from sphinxext_eir.features.bibliography.records import FILTERS, SCOPES
from sphinxext_eir.features.bibliography.roles import ROLES
from sphinxext_eir.text.article import KINDS
from sphinxext_eir.text.frontmatter import FIELDS
from sphinxext_eir.text.numerals import BRACKETS, STYLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


HOSTILE = {
    "both": (
        "", "", "", "*", "**", "`", "``", "_", "[", "]", "[]", "[i]", "[ii]", "[iv]", "[#]_", "[1]_", "[i]_", "(", ")", "()", "{", "}", "\\", "\\\\",
        "'", '"', "“", "‘", "’", "--", "…", "[…]", ":", ";", ",", "%s %(x)s", "{0} {x}", "&", "&amp;", "&lt;", "<", ">", "]]>", "$", "$$", "^", "~",
        "#", "@", "@x", "|", "é", "e\u0301", "م ع", "中文", "😀", "\u00a0", "\u200b", "\u202e", "\u2028", "\x85", "\x1c", "\ufeff", "İ", "ß",
        "\\end{document}", "\\input{x}", "javascript:alert(1)", "https://example.org/a_(b)?c=d&e", "www.example.org", "10.1000/x", "a@b.c",
        "(Blank 2000)", "Blank (2000)", "(Clark 1999: 12; Nobody 2020)", "(ibid.)", "(Blank, 2000", "2000", "1e999", "9" * 400, "x" * 300,
        "*one* **two**", "``code``", "Nobody's (1999) *Work*",
    ),
    "rst": (
        "|nothing|", "::", "nobody_", "`text <https://example.org>`__", ":nosuch:`x`", ":eir:note:`in line`", ":eir:note:`a [i]_ b`",
        ":eir:note:`", ":eir:note:``", ":eir:citep:`Blank2000`", ":eir:citet:`a`", ":eir:pull-quote:`of text`", ":eir:pull-quote:`x :eir:note:`y``",
        ":math:`x^`", "<script>", "<b>",
    ),
    "md": (
        "[^x]", "[^y]", "{eir:note}`in line`", "{eir:note}`a [^x] b`", "{eir:note}``", "{eir:citep}`Blank2000`", "{eir:citet}`a`",
        "{eir:pull-quote}`of text`", "{nosuch}`x`", "[text](https://example.org)", "![x](nothing.png)", "{{ nothing }}", "<https://example.org>",
    ),
}  # fmt: skip


ABSURD = (
    "", " ", "nonsense", "[]", "{}", '["a", {"b": [1, null]}]', "null", "0", "-1", "9" * 5000, "²", "٣", "1e5", "2012-13-45", "10000-01-01",
    "0000-00-00", "https://", "http://[", "https://example.org/<script>", "javascript:alert(1)", "<<<>>>", "((((", ";;;", ",,,", "; ,", "a;b;c,d,e,f",
    "<https://orcid.org/0000>", "Doe, Jane <https://orcid.org/0000-0002-1825-0097> (Uni (of) X); (Y)", "%s", "{0}", "&quot;\"'", "../../etc/passwd",
    "none", "on", "*", "``", "`", "[i]_", ":eir:note:`x`", "|x|", "é" * 200, "\u202ex", "😀", "a\\", "\\", "'", '"', "- a", "#", "nosuch.csl", "/", "//x",
)  # fmt: skip


@dataclass
class Document:
    """A document in the making."""

    syntax: str
    head: list[str] = field(default_factory=list)
    blocks: list[list[str]] = field(default_factory=list)
    ours: bool = False
    """Whether it is certain to be: in another, Sphinx's LaTeX fails at a footnote that refers to itself."""
    words: dict[str, str] = field(default_factory=dict)
    """Words that occur once, and what they stand in."""

    def text(self) -> str:
        title = ["Title", "====="] if self.syntax == "rst" else ["# Title"]
        front = self.head if self.syntax == "md" else []
        fields = self.head if self.syntax == "rst" else []
        lines = [*front, "", *fields, "", *title, ""]
        for block in self.blocks:
            lines += [*block, ""]
        return "\n".join(lines)


class Maker:
    """Draws the parts of a document."""

    def __init__(self, draw: st.DrawFn, document: Document, first: int) -> None:
        self.draw = draw
        self.document = document
        self.number = first
        self.in_table = False
        self.hostile = HOSTILE["both"] + HOSTILE[document.syntax]

    @property
    def rst(self) -> bool:
        return self.document.syntax == "rst"

    def one(self, choices: Sequence[Any]) -> Any:
        return self.draw(st.sampled_from(choices))

    def word(self, place: str) -> str:
        """Return a word that occurs nowhere else."""
        self.number += 1
        word = f"wq{self.number}z"
        self.document.words[word] = place
        return word

    def text(self, place: str) -> str:
        """Return a line of text, with a word in it."""
        before = self.one(self.hostile)
        if not self.rst and before.startswith("%"):
            before = f"x {before}"  # or it were a comment
        return f"{before} {self.word(place)} {self.one(self.hostile)}".strip() + "."

    def value(self, valid: Sequence[str]) -> str:
        """Return the value of an option."""
        return str(
            self.one(
                [
                    *valid,
                    *valid,
                    *valid,
                    *self.draw(st.lists(st.sampled_from(ABSURD), min_size=3, max_size=3)),
                ]
            )
        )

    def options(self, **valid: Sequence[str]) -> dict[str, str]:
        names = self.draw(st.lists(st.sampled_from([*valid, *valid, "nosuch"]), max_size=3, unique=True))
        return {name.replace("_", "-"): self.value(valid.get(name, ("x",))) for name in names}

    # Blocks

    def directive(
        self, name: str, options: dict[str, str], content: Sequence[str] = (), argument: str = ""
    ) -> list[str]:
        if not self.rst and any(re.search(r"wq\d+z", value) for value in options.values()):
            # MyST-Parser drops all options of a directive if one is no YAML, and says so.
            options = {name: json.dumps(value) for name, value in options.items()}
        head = [f":{name}: {value}".rstrip() for name, value in options.items()]
        if self.rst:
            return [
                f".. {name}:: {argument}".rstrip(),
                *(f"   {line}" for line in head),
                "",
                *indented(content),
            ]
        longest = max(
            (len(found[0]) for line in content if (found := re.match(r"\s*`{3,}", line))), default=2
        )
        fence = "`" * (longest + 1)
        apart = bool(head or (content and content[0].startswith((":", "---"))))  # or it were options
        return [f"{fence}{{{name}}} {argument}".rstrip(), *head, *([""] if apart else []), *content, fence]

    def block(self, depth: int = 0) -> list[str]:
        kinds: list[Callable[[int], list[str]]] = [
            self.paragraph,
            self.ours,
            self.ours,
            self.note,
            self.cited,
        ]
        if depth < 3:
            kinds += [self.nested, self.nested]
        return self.one(kinds)(depth)  # type: ignore[no-any-return]

    def content(self, depth: int, most: int = 2) -> list[str]:
        blocks = [self.block(depth + 1) for _ in range(self.draw(st.integers(1, most)))]
        return [line for block in blocks for line in (*block, "")][:-1]

    def paragraph(self, _depth: int) -> list[str]:
        return [self.text("a paragraph") for _ in range(self.draw(st.integers(1, 2)))]

    def nested(self, depth: int) -> list[str]:  # noqa: PLR0911 - one kind each
        # Sphinx can't write a table in a table as text.
        kind = self.draw(st.integers(int(self.in_table) + 1, 7) if self.in_table else st.integers(1, 7))
        outer, self.in_table = self.in_table, self.in_table or kind == 1
        inner = self.content(depth)
        self.in_table = outer
        match kind:
            case 7:
                return ["- " + (inner[0] if inner else ""), *indented(inner[1:], 2)]
            case 1:
                rows = ["* - " + inner[0], *indented(inner[1:], 4), "  - " + self.text("a cell")]
                return self.directive("list-table", {}, rows, self.one(("", "caption", "[i]")))
            case 2:
                # MyST-Parser takes a line with a dash in an epigraph for an attribution, whatever it is in.
                names = ("note", "tip", "container", *(["epigraph"] if self.rst else []))
                return self.directive(self.one(names), {}, inner, "x")
            case 3:
                return indented(inner) if self.rst else [f"> {line}" for line in inner]
            case 4:
                return self.directive("figure", {}, [self.text("a caption"), "", *inner], "nothing.png")
            case 5 if self.rst:
                return [f"term {self.one(self.hostile)} {self.word('a term')}", *indented(inner)]
            case _:
                return self.directive("only", {}, inner, self.one(("html or latex or text", "not epub")))

    def ours(self, depth: int) -> list[str]:  # noqa: PLR0911 - one directive each
        match self.draw(st.integers(0, 7 if self.in_table else 8)):
            case 0:
                valid = {name.replace("-", "_"): (self.text("front matter"),) for name in FIELDS}
                valid |= {"date": ("2012-05-12",), "kind": KINDS, "canonical": ("https://example.org/a",)}
                options = self.options(**valid)
                return self.directive("eir:article", options, self.maybe(depth))
            case 1:
                return self.directive("eir:about-author", self.options(), self.maybe(depth))
            case 2:
                options = self.options(
                    align=ALIGNMENTS,
                    attribution=("Jane *Doe*", "[i]_", "(Blank 2000)"),
                    check=("on", "off"),
                    **{"class": ("a b",)},
                )
                return self.directive("eir:pull-quote", options, self.maybe(depth))
            case 3:
                options = self.options(title=("Notes", "*N* [i]_"), style=STYLES, brackets=BRACKETS)
                return self.directive("eir:notes", options, self.none(depth))
            case 4 | 5:
                options = self.options(
                    title=("Sources", "(Blank 2000)"),
                    filter=FILTERS,
                    scope=SCOPES,
                    style=("eir-harvard", "style.csl", "broken.csl"),
                )
                return self.directive(
                    "eir:bibliography", options, self.entries() if self.draw(st.booleans()) else []
                )
            case 6:
                return self.directive("eir:cite-this", {}, self.none(depth))
            case 7:
                options = self.options(
                    sort=SORTS, limit=("1", "3"), author=("Doe, Jane",), keyword=("a; b",), kind=KINDS
                )
                return self.directive("eir:article-list", options, self.none(depth))
            case _:
                return self.directive(
                    "eir:import",
                    {},
                    (),
                    self.one(
                        (
                            "imported.txt",
                            "/imported.txt",
                            "binary.txt",
                            "nothing.pdf",
                            "..",
                            "a\\b",
                            "a\0b",
                            "x" * 300,
                        )
                    ),
                )

    def maybe(self, depth: int) -> list[str]:
        return self.content(depth) if self.draw(st.integers(0, 5)) else []

    def none(self, depth: int) -> list[str]:
        """Return content for a directive that takes none: seldom."""
        return [] if self.draw(st.integers(0, 5)) else self.content(depth, 1)

    def entries(self) -> list[str]:
        lines: list[str] = []
        for _ in range(self.draw(st.integers(1, 4))):
            head = self.one(
                (
                    "Blank, S. (2000)",
                    "Clark, W. 1999.",
                    "- [k1] Doe, J. (n.d.)",
                    "[k1] UN (2001a)",
                    "[k é] x",
                    "———. (2001)",
                    "A. Smith (2000)",
                    "1.",
                )
            )
            lines += [
                f"{head} {self.text('an entry')}",
                *self.one(((), ("https://example.org/x (accessed 3 May 2012)",), ("",), ("  * indented",))),
                "",
            ]
        return lines[:-1]

    def cited(self, _depth: int) -> list[str]:
        role = self.one([*ROLES, "citep", "nosuch"])
        typed = self.one(
            (
                "Blank2000",
                "a",
                "b; c",
                "see @Blank2000, p. 12",
                "@a, {chap. 3}; -@b",
                "nobody",
                "*",
                "",
                ";",
                "@",
                "{",
                "@{x y}",
                "a b",
                "@a @b",
                "12",
                "wendt1992",
                "s1; j1",
            )
        )
        words = self.text("a paragraph")
        return [f"{words} :eir:{role}:`{typed}` x." if self.rst else f"{words} {{eir:{role}}}`{typed}` x."]

    def note(self, _depth: int) -> list[str]:
        """Return references to notes, and a note or none."""
        n = self.number
        if self.rst:
            label = self.one(
                (
                    "i",
                    "ii",
                    "iii",
                    "#",
                    "#",
                    "#é",
                    "#x",
                    "1",
                    "2",
                    "٣",
                    *(["9" * 5000] if self.document.ours else []),
                    "*",
                    f"#n{n}",
                    f"#n{n}",
                    "CIT2002",
                    "xx",
                    "İ",
                )
            )
            refs = self.one(
                ("[{}]_", "a\\ [{}]_.", "'[{}]_", "[{}]_ [{}]_ [#x]_", "*a* [i][ii]", "")
            ).replace("{}", label)
            body = [f".. [{label}] {self.text('a note')}"] if self.draw(st.booleans()) else []
            return [
                f"{self.text('a paragraph')} {refs}",
                "",
                *body,
                *([f"   see [{label}]_ and [i]_"] if body and self.document.ours else []),
            ]
        # MyST-Parser drops the second of two notes with one label, and says so.
        label = self.one(("x", "y", f"n{n}", f"n{n}", "i", "1", "é"))
        refs = self.one(("[^{}]", "'[^{}]", "[^{}][^x]", "[i][ii]", "")).replace("{}", label)
        body = (
            f"{self.text('a note')} {f'see [^{label}]' if self.document.ours else ''}"
            if label == f"n{n}"
            else "A note."
        )
        return [
            f"{self.text('a paragraph')} {refs}",
            *(["", f"[^{label}]: {body}"] if self.draw(st.booleans()) else []),
        ]

    def heading(self) -> list[str]:
        text = f"{self.word('a heading')} {self.one(self.hostile)}".strip()
        if self.rst:
            return [text, "-" * 400]
        return [f"## {text}"]

    def fields(self) -> list[str]:
        """Return front matter: a field list, or YAML."""
        names = self.draw(st.lists(st.sampled_from([*FIELDS, "nosuch", "orphan"]), max_size=4, unique=True))
        if not names:
            return []
        if self.rst:
            values = [self.value((f"a {self.one(self.hostile)}", "2012-05-12", "Doe, Jane")) for _ in names]
            if not self.document.ours:  # docutils fails at a field that it takes for the line under a heading
                values = [value.removeprefix("((((") for value in values]
            return [f":{name}: {value}" for name, value in zip(names, values, strict=True)]
        yaml = (
            "2012-05-12",
            "Doe, Jane",
            '["a", "b"]',
            "{name: a, orcid: 1}",
            "[{name: a}, 3, null]",
            '"\\ud800"',
            '"\\0"',
            "12",
            "true",
            "|\n  a\n  b",
            ".inf",
        )
        values = [self.one((*yaml, json.dumps(self.one(ABSURD)))) for _ in names]
        return ["---", *(f"{name}: {value}" for name, value in zip(names, values, strict=True)), "---"]


def indented(lines: Iterable[str], by: int = 3) -> list[str]:
    return [" " * by + line if line else "" for line in lines]


@st.composite
def documents(draw: st.DrawFn, number: int) -> Document:
    document = Document(draw(st.sampled_from(("rst", "md"))))
    maker = Maker(draw, document, number * 1000)
    document.ours = draw(st.booleans())
    document.head = maker.fields() if draw(st.booleans()) else []
    if document.ours:
        document.blocks.append(maker.directive("eir:article", {"author": "Doe, Jane", "date": "2012-05-12"}))
    for _ in range(draw(st.integers(2, 7))):
        document.blocks.append(maker.heading() if draw(st.integers(0, 5)) == 0 else maker.block())
    text = document.text()
    document.words = {word: place for word, place in document.words.items() if word in text}
    return document
