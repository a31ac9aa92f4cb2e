"""Pull quotes in their final form, for each kind of builder, when a page is resolved."""

from __future__ import annotations

from itertools import takewhile
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ...core.languages import language_around
from ...core.nodes import (
    eir_beside,
    eir_link,
    eir_noteref,
    eir_pull_quote,
    eir_pulled_words,
    eir_quoted_words,
)
from ...core.running_text import is_passed_over, remove_mark, remove_typed_marks
from ...core.walks import find_all
from ...text.languages import OPENING_MARKS, capital
from .words import words_alone

PLAIN_INLINES = (
    nodes.abbreviation,
    nodes.acronym,
    nodes.emphasis,
    nodes.image,
    nodes.inline,
    nodes.literal,
    nodes.math,
    nodes.strong,
    nodes.subscript,
    nodes.superscript,
    nodes.title_reference,
)
"""Inline nodes that a copy keeps. Of any other, which may be a link or a target, it keeps the words."""

OUTERMOST = (nodes.section, nodes.document, addnodes.start_of_file)
"""Parents of a pull quote that may stand beside the text. Lists, cells and the like are too narrow for both."""


class PlacePullQuotes(SphinxPostTransform):
    """Replaces pull quotes by stock nodes, and by nothing where a quote says only what the text says.

    After links got their texts (10) and ``only`` was decided (50); before images are fetched (100) and code is
    highlighted (400).
    """

    default_priority = 60

    def run(self, **kwargs: Any) -> None:
        """Make the pull quotes of words that are marked, then give each its final form."""
        for words in find_all(self.document, eir_pulled_words):
            self.pull(words)
            words.parent.replace(words, words.children)
        for quote in find_all(self.document, eir_pull_quote):
            # Links to a pull quote lead to its place, also where the quote itself is left out.
            quote.parent.replace(quote, [*self.target(quote), *self.rendered(quote)])

    def target(self, quote: eir_pull_quote) -> list[nodes.Node]:
        """Return a target with the ids of *quote*, if it has any."""
        return [nodes.target("", "", ids=quote["ids"])] if quote["ids"] else []

    def pull(self, words: eir_pulled_words) -> None:
        """Make a pull quote of *words*. Here nothing is made: a quote that repeats the text is left out."""

    def rendered(self, quote: eir_pull_quote) -> list[nodes.Node]:
        """Return *quote* as a block quote, if it says more than the text."""
        if quote["repeats"] and not isinstance(quote[-1], nodes.attribution):
            return []
        return [
            nodes.block_quote("", *quote.children, classes=["pull-quote", "no-search", *quote["classes"]])
        ]


class PlacePullQuotesForTranslators(PlacePullQuotes):
    """Keeps every quote as typed, for gettext."""

    def rendered(self, quote: eir_pull_quote) -> list[nodes.Node]:
        """Return *quote* as a block quote."""
        return [nodes.block_quote("", *quote.children)]


class PlacePullQuotesInHtml(PlacePullQuotes):
    """The same on a page and in an e-book, where quotes that repeat the text are shown, and hidden from screen readers."""

    def run(self, **kwargs: Any) -> None:
        """Count the quotes that aren't hidden: each is a landmark of its page, and needs a name of its own."""
        super().run(**kwargs)
        said = (quote for quote in find_all(self.document, eir_pull_quote) if not quote["repeats"])
        for number, quote in enumerate(said, 1):
            quote["number"] = number

    def pull(self, words: eir_pulled_words) -> None:
        """Insert a copy of *words* before the block that they stand in."""
        block: nodes.Node = words
        while not isinstance(block.parent, OUTERMOST):
            block = block.parent
        paragraph = nodes.paragraph("", "", *words.deepcopy().children, translatable=False)
        if self.config.eir_pull_quote_capital:
            begin_with_capital(paragraph, language_around(words, self.config))
        quote = eir_pull_quote("", paragraph, align="", repeats=True)
        block.parent.insert(block.parent.index(block), quote)

    def rendered(self, quote: eir_pull_quote) -> list[nodes.Node]:
        """Return *quote* with its classes, its words bare if they repeat the text, and out of the search index."""
        if quote["repeats"]:
            for block in words_alone(quote):
                make_bare(block)
        align = quote["align"] or self.config.eir_pull_quote_align
        quote["align"] = align
        quote["classes"] = ["eir-pull-quote", f"eir-pull-quote-{align}", *quote["classes"]]
        if quote.astext().lstrip().startswith(OPENING_MARKS):
            quote["classes"].append("eir-hung")
        quote["ids"] = []
        if not quote["repeats"] or not isinstance(quote[-1], nodes.attribution):
            quote["classes"].insert(2, "no-search")
        else:
            self.set_apart(quote)
        return [quote]

    def set_apart(self, quote: eir_pull_quote) -> None:
        """Set the words of *quote* apart from its attribution, which is nowhere else: not hidden, and in the search index."""
        words = words_alone(quote)
        quote[: len(words)] = [eir_quoted_words("", *words, classes=["no-search"])]


class PlacePullQuotesInPdf(PlacePullQuotesInHtml):
    """The same on paper, where nothing is hidden."""

    def set_apart(self, quote: eir_pull_quote) -> None:
        """Leave it at that."""


class PlacePullQuotesInLatex(PlacePullQuotesInPdf):
    """The same in LaTeX, together with the paragraphs that a pull quote may stand beside."""

    def run(self, **kwargs: Any) -> None:
        """Put each pull quote and such paragraphs into one node."""
        super().run(**kwargs)
        for quote in find_all(self.document, eir_pull_quote):
            parent = quote.parent
            position = parent.index(quote) + 1
            if quote["align"] in ("left", "right") and isinstance(parent, OUTERMOST) and is_plain(quote):
                following = list(takewhile(is_running_on, parent[position:]))
                if any(isinstance(node, nodes.paragraph) for node in following):
                    quote["beside"] = True
                    parent[position - 1 : position + len(following)] = [eir_beside("", quote, *following)]

    def target(self, quote: eir_pull_quote) -> list[nodes.Node]:
        """Return nothing: LaTeX prints the target that was typed before the pull quote."""
        return []


def make_bare(block: nodes.Element) -> None:
    """Take links, targets and notes out of *block*, which repeats the text: they may stand on a page only once."""
    for node in list(block.findall(nodes.Element)):
        if is_passed_over(node) or is_citation(node):
            remove_mark(node)
        elif is_inline(node) and not isinstance(node, PLAIN_INLINES):
            node.parent.replace(node, node.children)
        else:
            node.attributes |= {name: [] for name in ("ids", "names", "dupnames")}
    remove_typed_marks(block)


def begin_with_capital(paragraph: nodes.paragraph, language: str) -> None:
    """Make a capital of the first letter of *paragraph*, which may stand after a quotation mark. A formula isn't a word."""
    text = next(paragraph.findall(nodes.Text), None)
    if text is None or isinstance(text.parent, (nodes.math, nodes.literal)):
        return
    words = str(text)
    first = next((place for place, character in enumerate(words) if character.isalnum()), 0)
    text.parent.replace(
        text, nodes.Text(words[:first] + capital(words[first : first + 1], language) + words[first + 1 :])
    )


def is_inline(node: nodes.Node) -> bool:
    """Say if *node* stands in a line of text."""
    return isinstance(node, nodes.Inline)


def is_citation(node: nodes.Element) -> bool:
    """Say if *node* is a reference to a citation: a link with a label in brackets, ``[Bla2000]``."""
    text = node.astext()
    return isinstance(node, nodes.reference) and text.startswith("[") and text.endswith("]")


def is_plain(quote: eir_pull_quote) -> bool:
    """Say if *quote* is nothing but paragraphs of words: LaTeX may then set it twice, to measure it."""
    special = (nodes.reference, nodes.footnote_reference, eir_noteref, eir_link, nodes.image, nodes.raw)
    return all(
        isinstance(child, (nodes.paragraph, nodes.attribution)) for child in quote.children
    ) and not any(isinstance(node, special) for node in quote.findall())


def is_running_on(node: nodes.Node) -> bool:
    """Say if a pull quote may reach down beside *node*."""
    return isinstance(node, (nodes.paragraph, nodes.Invisible))
