"""Every node class of ours: the contract between the rooms, as :mod:`sphinx.addnodes` is between Sphinx's.

Nodes of the first part are stored: they stand in a document's tree from when it is read. Those of the second part are made when a
page is resolved, for HTML or LaTeX; any other builder gets stock nodes in place of both. The visitors stand with the features.

Names follow docutils' convention for nodes. Two bear a name of docutils' own: what filters titles for contents, ``<title>`` and search
goes by the bare class name, and drops them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import translatable

if TYPE_CHECKING:
    from collections.abc import Sequence

# Stored. Of an article


class eir_article(nodes.General, nodes.Element, translatable):
    """Placeholder for the head of an article; it holds disclaimer and standfirst.

    ``docname`` says whose head it is, also where documents are joined. ``messages`` are the fields that catalogues translate, name →
    text; ``translations``, those that one has translated.
    """

    def preserve_original_messages(self) -> None:
        """Do nothing: ``messages`` stay as they are."""

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        """Keep the translation of the fields that say *original_message*."""
        says_it = [name for name, text in self["messages"].items() if text == original_message]
        self["translations"] = self.translated_messages() | dict.fromkeys(says_it, translated_message)

    def extract_original_messages(self) -> Sequence[str]:
        """Return each text once."""
        return list(dict.fromkeys(self.get("messages", {}).values()))

    def translated_messages(self) -> dict[str, str]:
        """Return field → its text in the language of the build, as far as it is translated."""
        return dict(self.get("translations", {}))


class eir_standfirst(nodes.General, nodes.Element):
    """The abstract or standfirst, in the placeholder and in the head. Other builders get a block quote."""


class eir_about_author(nodes.General, nodes.Element):
    """A biography. Builders other than HTML and LaTeX get a dash in a paragraph of its own, and the biography."""


class eir_article_list(nodes.General, nodes.Element):
    """Placeholder for a list of articles. ``docname`` says whose, also where documents are joined; ``wanted``, of which."""


class eir_cite_this(nodes.General, nodes.Element):
    """Placeholder for the citation of the article ``docname``; on a page, what stands in it."""


# Stored. Of notes


class eir_note(nodes.Inline, nodes.TextElement):
    """An inline note as typed, or a citation in a style of notes, until ``notes`` claims it: its children are its body."""

    def astext(self) -> str:
        """Return nothing: a section's id and title are made of its heading's text."""
        return ""


class footnote_reference(nodes.footnote_reference):
    """A reference to a note of ours, until the page is resolved.

    ``docname``, ``number``, ``label`` and ``refid`` say whose it is and what it shows.
    """

    def astext(self) -> str:
        """Return nothing: a heading's note is no part of the title."""
        return ""


class eir_notes(nodes.General, nodes.Element):
    """The list of a document's notes, which ``docname`` names; it holds :class:`eir_note_item` alone."""


class eir_note_item(nodes.General, nodes.Element):
    """A note: its body, its ``number`` and its ``label`` as printed, brackets and all."""


# Stored. Of pull quotes


class eir_pull_quote(nodes.General, nodes.Element):
    """A pull quote: its words, and last an ``attribution`` if there is one.

    ``align`` is as typed, if it was; ``repeats`` says whether the words are the text's own, so that nothing is lost
    where they are hidden or left out. ``number`` counts those on a page that don't (HTML). ``beside``: it stands first in
    an :class:`eir_beside` (LaTeX).
    """


class eir_pulled_words(nodes.Inline, nodes.TextElement):
    """Words of the running text of which a pull quote is made when the page is resolved."""


# Stored. Of citations and bibliographies


class eir_typed_citation(nodes.Inline, nodes.TextElement):
    """Words that may cite an entry: the citation ``number`` of ``docname``. They stay as they are."""


class citation_reference(nodes.Inline, nodes.TextElement):
    """A citation by key, until the page is resolved: the citation ``number`` of ``docname``.

    ``part`` says whether it prints what stands in the ``text`` or in a ``note``; ``typed`` is what was typed.
    """

    resolved = True
    """To docutils, which looks at nodes of this name."""

    def astext(self) -> str:
        """Return nothing: what is printed isn't known yet."""
        return ""


class eir_bibliography(nodes.General, nodes.Element):
    """The place of a bibliography: the list ``number`` of ``docname``."""


class eir_entry(nodes.General, nodes.Element):
    """An entry: a paragraph, with its ``label`` if the style has a column of labels."""


# On a page


class eir_header(nodes.General, nodes.Element):
    """The head of an article, under its title."""


class eir_running_head(nodes.General, nodes.Element):
    """Around an article's section: what its pages say at head and foot (LaTeX).

    ``title``, ``written_by``, ``notice`` and ``page`` are plain text. ``information`` is what a PDF of this article alone
    says of it: hyperref's option → plain text.
    """


class eir_date(nodes.Inline, nodes.TextElement):
    """A date as printed, with its ISO 8601 form in ``datetime`` (HTML)."""


class eir_noteref(nodes.Inline, nodes.Element):
    """A reference to the note ``refid``, showing ``label``. No text: search has no use for it."""


class eir_footnote_labels(nodes.General, nodes.Element):
    """Around a document's section: how its page-foot notes are labelled (LaTeX). ``labels`` maps numbers to them."""


class eir_beside(nodes.General, nodes.Element):
    """A pull quote and the paragraphs that it may stand beside (LaTeX)."""


class eir_landmark(nodes.section):
    """A section with a ``role``, its ``epub_type`` in e-books, and a ``label`` if it has no heading (HTML)."""


class eir_link(nodes.Inline, nodes.TextElement):
    """A link to ``refid``, a place on this page, or to ``refuri``, on another. Without its target, its words are left."""


class eir_biblioref(eir_link):
    """A link from a citation to its entry."""


class eir_backlink(eir_link):
    """A link back, without words: it shows its ``arrow``, and ``name`` is its accessible name (HTML)."""


class eir_isolated(nodes.Inline, nodes.TextElement):
    """Words that may run the other way than the line they stand in (HTML)."""


class eir_copied(nodes.General, nodes.FixedTextElement):
    """What a reference manager reads, to be copied; ``label`` names it. Without colours: it isn't code to be read (HTML)."""


class eir_copy_button(nodes.General, nodes.Element):
    """A button that copies the citation that stands before it; ``label`` says which (HTML)."""
