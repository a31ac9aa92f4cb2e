"""The directive ``eir:notes`` and the role ``eir:note``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective, SphinxRole

from ...core.domain import Ours, eir_domain
from ...core.nodes import eir_note, eir_notes
from ...core.parsing import SETTING_IS_USED, OpenOptions, Options, parse_text, text_option
from ...core.sections import under_title
from ...core.warnings import Subtype, warn
from ...text.numerals import BRACKETS, STYLES

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message


class NotesDirective(SphinxDirective):
    """``eir:notes``: the place where the notes of this document are printed, and their numbering."""

    has_content = True

    option_spec = OpenOptions(dict.fromkeys(("title", "style", "brackets"), text_option))

    def run(self) -> list[Node]:
        """Return the list, still empty, in a section of its own if it has a title."""
        eir_domain(self.env).store(self.env.docname, Ours())
        options = Options(self)
        title = options.text("title")
        notes_list = eir_notes(docname=self.env.docname, headed=bool(title))
        self.set_source_info(notes_list)
        for name, allowed in (("style", STYLES), ("brackets", BRACKETS)):
            chosen = options.choice(name, allowed, SETTING_IS_USED)
            if chosen is not None:
                notes_list[name] = chosen
        whole = under_title(self, title, notes_list) if title else notes_list
        if not self.content:
            return [whole]
        warn(Subtype.CONFIG, "eir:notes takes no content: it is printed before it", location=notes_list)
        return [*self.parse_content_to_nodes(), whole]


class NoteRole(SphinxRole):
    """``eir:note``: an inline note, whose text may have inline markup."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the note, where it was typed."""
        eir_domain(self.env).store(self.env.docname, Ours())
        children, messages = parse_text(self)
        note = eir_note(self.rawtext, "", *children)
        self.set_source_info(note)
        return [note], messages


note_role = NoteRole()
