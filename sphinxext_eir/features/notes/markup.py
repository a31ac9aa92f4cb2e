"""What an author types: the directive ``eir:notes`` and the role ``eir:note``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective, SphinxRole

from ...core.domain import Ours, eir_domain
from ...core.nodes import eir_note, eir_notes
from ...core.parsing import OpenOptions, parse_text, text_option
from ...core.sections import under_title
from ...core.warnings import Subtype, warn
from ...text.numerals import BRACKETS, STYLES

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message


class NotesDirective(SphinxDirective):
    """``eir:notes``: where the notes of this document are printed, and how they are numbered."""

    has_content = True

    option_spec = OpenOptions(dict.fromkeys(("title", "style", "brackets"), text_option))

    def run(self) -> list[Node]:
        """Return the place for the list, in a section of its own if it has a title."""
        eir_domain(self.env).store(self.env.docname, Ours())
        place = eir_notes(docname=self.env.docname, headed=bool(self.options.get("title")))
        self.set_source_info(place)
        for option in self.options.keys() - self.option_spec.keys():
            left_out = f"{option!r}, so {self.options[option]!r} is left out"
            message = f"eir:notes has no option {left_out}; it has {', '.join(self.option_spec)}"
            warn(Subtype.CONFIG, message, location=place)
        for option, allowed in (("style", STYLES), ("brackets", BRACKETS)):
            if option in self.options:
                given = (self.options[option] or "").strip()
                if given in allowed:
                    place[option] = given
                else:
                    values = ", ".join(repr(value) for value in allowed)
                    message = f"eir:notes: {option} is {given!r}; allowed: {values}. The setting is used"
                    warn(Subtype.CONFIG, message, location=place)
        whole = under_title(self, self.options["title"], place) if place["headed"] else place
        if not self.content:
            return [whole]
        warn(Subtype.CONFIG, "eir:notes takes no content: it is printed before it", location=place)
        return [*self.parse_content_to_nodes(), whole]


class NoteRole(SphinxRole):
    """``eir:note``: an inline note. Its text is parsed as inline text."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the note, where it was typed."""
        eir_domain(self.env).store(self.env.docname, Ours())
        children, messages = parse_text(self)
        note = eir_note(self.rawtext, "", *children)
        self.set_source_info(note)
        return [note], messages
