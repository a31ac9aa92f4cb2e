"""Every node class of ours: the contract between the rooms, as :mod:`sphinx.addnodes` is between Sphinx's.

Nodes of the first part are stored: they stand in a document's tree from when it is read. Nodes of the second part are made when a
page is resolved, for HTML or LaTeX. Any other builder gets stock nodes instead of both. The visitors stand with the features.

Names follow docutils' convention for nodes. Two classes bear names of docutils' own: docutils and Sphinx drop nodes of these names from
titles, when they make contents, ``<title>`` and the search index.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import translatable

if TYPE_CHECKING:
    from collections.abc import Sequence

DECORATIONS = frozenset({"eir-portrait", "eir-media-still"})
"""Classes of pictures that stand beside words of ours that say what they show: without alternative text, they are decoration."""


def is_decoration(image: nodes.image) -> bool:
    """Say if *image* shows nothing that isn't said beside it."""
    return not image.get("alt") and not DECORATIONS.isdisjoint(image["classes"])


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
    """A biography. Builders other than HTML and LaTeX print a dash in a paragraph of its own, then the biography."""


class eir_article_list(nodes.General, nodes.Element):
    """Placeholder for a list of articles: ``wanted`` says which. ``docname`` says whose list it is, also where documents are joined."""


class eir_issue(nodes.General, nodes.Element):
    """Placeholder for the contents of an ``issue``; its children are the cover and what was typed. ``docname`` says whose it is."""


class eir_issue_opening(nodes.General, nodes.Element):
    """The cover and the words that an issue begins with (PDF)."""


class eir_most_cited(nodes.General, nodes.Element):
    """Placeholder for lists of what is most cited: ``asked`` says which. ``docname`` says whose they are."""


class eir_media(nodes.General, nodes.Element):
    """A film or recording, ``media`` of :mod:`..text.media`: its still, its files as ``download_reference``, and its caption.

    ``plays`` says if a page can hold a player of it.
    """


class eir_cite_this(nodes.General, nodes.Element):
    """Placeholder for the citation of the article ``docname``; on an HTML page, the element around that citation."""


# Stored. Of notes


class eir_note(nodes.Inline, nodes.TextElement):
    """An inline note as typed, or a citation in a style of notes, until ``notes`` claims it: its children are its body."""

    def astext(self) -> str:
        """Return nothing: the text of a heading becomes its section's id and title, of which a note isn't part."""
        return ""


class footnote_reference(nodes.footnote_reference):
    """A reference to a note of ours, until the page is resolved.

    ``docname``, ``number``, ``label`` and ``refid`` say whose it is and what it shows.
    """

    def astext(self) -> str:
        """Return nothing: a heading's note isn't part of the title."""
        return ""


class eir_notes(nodes.General, nodes.Element):
    """The list of the notes of the document ``docname``; its children are :class:`eir_note_item`."""


class eir_note_item(nodes.General, nodes.Element):
    """A note: its children are its body; ``label`` is its ``number`` as printed, brackets included."""


# Stored. Of pull quotes


class eir_pull_quote(nodes.General, nodes.Element):
    """A pull quote: its words, and last an ``attribution`` if there is one.

    ``align`` is as typed, if it was; ``repeats`` says whether the words are the text's own, so that nothing is lost
    where they are hidden or left out. ``number`` counts those on a page that don't (HTML). ``beside``: it stands first in
    an :class:`eir_beside` (LaTeX).
    """


class eir_pulled_words(nodes.Inline, nodes.TextElement):
    """Words of the running text that are pulled out into a pull quote when the page is resolved."""


# Stored. Of citations and bibliographies


class eir_typed_citation(nodes.Inline, nodes.TextElement):
    """Words that may cite an entry: the citation ``number`` of ``docname``. The words stay as typed."""


class citation_reference(nodes.Inline, nodes.TextElement):
    """A citation by key, until the page is resolved: the citation ``number`` of ``docname``.

    ``part`` is ``text`` or ``note``, the part of the citation that stands here; ``typed`` is the text of its role.
    """

    resolved = True
    """True, for docutils, which looks for unresolved nodes of this name."""

    def astext(self) -> str:
        """Return nothing: the words that are printed aren't known yet."""
        return ""


class eir_bibliography(nodes.General, nodes.Element):
    """Placeholder for a bibliography: the list ``number`` of ``docname``."""


class eir_entry(nodes.General, nodes.Element):
    """An entry: a paragraph, with its ``label`` if the style has a column of labels."""


# On a page


class eir_header(nodes.General, nodes.Element):
    """The head of an article, under its title."""


class eir_formats(nodes.General, nodes.Element):
    """The menu of the files of the article ``docname``, or of an issue; its items are those of a list; ``label`` is its accessible name. Empty, it isn't written (HTML)."""


class eir_picture(nodes.General, nodes.Element):
    """The picture at the head of an article, and its :class:`eir_credit` (HTML)."""


class eir_credit(nodes.General, nodes.TextElement):
    """The credit of a picture (HTML)."""


class eir_foot(nodes.General, nodes.Element):
    """The foot of the article ``docname``: licence, keywords, citation, related articles. Empty, it isn't written (HTML)."""


class eir_fold(nodes.General, nodes.Element):
    """What is unfolded by a click on its ``label`` (HTML)."""


class eir_running_head(nodes.General, nodes.Element):
    """Around an article's section: the texts at head and foot of its pages (LaTeX, and files of articles).

    ``title``, ``written_by``, ``notice`` and ``page`` are plain text.
    """


class eir_date(nodes.Inline, nodes.TextElement):
    """A date as printed, with its ISO 8601 form in ``datetime`` (HTML)."""


class eir_noteref(nodes.Inline, nodes.Element):
    """A reference to the note ``refid``, showing ``label``. It has no text, which would end up in the search index."""


class eir_quoted_words(nodes.General, nodes.Element):
    """The words of a pull quote that repeats the text, beside an attribution, which doesn't (HTML)."""


class eir_footnote_labels(nodes.General, nodes.Element):
    """Around a document's section: the ``labels`` of its page-foot notes, by their numbers (LaTeX)."""


class eir_beside(nodes.General, nodes.Element):
    """A pull quote and the paragraphs that it may stand beside (LaTeX)."""


class eir_landmark(nodes.section):
    """A section with a ``role``, its ``epub_type`` in e-books, and a ``label`` if it has no heading (HTML)."""


class eir_link(nodes.Inline, nodes.TextElement):
    """A link to ``refid``, a place on this page, or to ``refuri``, on another. If its target is taken out, its words are left."""


class eir_biblioref(eir_link):
    """A link from a citation to its entry."""


class eir_backlink(eir_link):
    """A link back, without words: it shows ``arrow``, and ``name`` is its accessible name (HTML)."""


class eir_directed_section(nodes.section):
    """A document's outermost section, with its ``direction`` (HTML)."""


class eir_directed(nodes.General, nodes.Element):
    """A passage with a ``direction`` of its own, in an element ``tag`` (HTML)."""


class eir_in_language(nodes.General, nodes.Element):
    """A document's section, or a passage, in ``language``; ``inline`` says if it stands in a line (LaTeX)."""


class eir_isolated(nodes.Inline, nodes.TextElement):
    """Words that may run the other way than the line they stand in (HTML)."""


class eir_copied(nodes.General, nodes.FixedTextElement):
    """A citation for reference managers, to be copied; ``label`` names its format. It isn't highlighted, as code would be (HTML)."""


class eir_copy_button(nodes.General, nodes.Element):
    """A button that copies the citation before it; ``label`` says which (HTML)."""
