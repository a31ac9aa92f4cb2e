"""Markup that an author types: the directive ``eir:bibliography`` and the roles that cite by key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.parsers.rst.states import RSTState
from sphinx.util.docutils import SphinxDirective, SphinxRole

from ...core.domain import Ours, eir_domain
from ...core.nodes import citation_reference, eir_bibliography, eir_entry
from ...core.parsing import LEFT_OUT, OpenOptions, Options, text_option
from ...core.sections import under_title
from ...core.setting_checks import STYLE_IS, is_style
from ...core.warnings import Subtype, warn
from .records import CHOSEN_BY, FILTERS, SCOPES, Choice

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message

CHOICES = tuple(f"{negation}{name}" for name in CHOSEN_BY for negation in ("", "not-"))
"""The options that choose entries of files."""


class BibliographyDirective(SphinxDirective):
    """``eir:bibliography``: entries typed by hand or, without content, entries of the files that are cited."""

    has_content = True
    option_spec = OpenOptions(dict.fromkeys(("title", "filter", "scope", "style", *CHOICES), text_option))

    def run(self) -> list[Node]:
        """Return the place of the list, in a section of its own if it has a title."""
        eir_domain(self.env).store(self.env.docname, Ours())
        options = Options(self)
        title = options.text("title")
        place = eir_bibliography(docname=self.env.docname, headed=bool(title), typed=bool(self.content))
        self.set_source_info(place)
        place["filter"] = options.choice("filter", FILTERS) or FILTERS[0]
        place["scope"] = options.choice("scope", SCOPES) or ""
        place["style"] = options.text("style")
        if place["style"] and not is_style(place["style"]):
            options.refuse("style", STYLE_IS)
            place["style"] = ""
        place["choices"] = self._choices(options)
        entries, messages = self._entries()
        place += entries
        if title:
            return [under_title(self, title, place), *messages]
        return [place, *messages]

    def _choices(self, options: Options) -> tuple[Choice, ...]:
        """Return the choices among the entries of files; warn of those that are empty, or have typed entries to choose from."""
        choices = []
        for name in CHOICES:
            values = tuple(filter(None, (part.strip() for part in re.split(r"[,;]", options.text(name)))))
            if name in options.texts and self.content:
                message = f"{self.name}: {name} chooses entries of files, and these entries are typed: all are printed"
                warn(Subtype.CONFIG, message, location=options.location_of(name))
            elif values:
                choices.append(Choice(name.removeprefix("not-"), values, name.startswith("not-")))
            elif name in options.texts:
                options.refuse(name, "one value, or several, set apart by commas", LEFT_OUT)
        return tuple(choices)

    def _entries(self) -> tuple[list[eir_entry], list[system_message]]:
        """Return the typed entries as nodes, and docutils' messages about them."""
        first = self.content_offset + 1
        state: object = self.state  # docutils' types know no other class, but MyST-Parser has one
        if not isinstance(state, RSTState):  # MyST-Parser counts the lines from the directive
            first += self.lineno
        from .read_entries import (
            split_entries,  # takes time to import, and not every project has a bibliography
        )

        entries: list[eir_entry] = []
        messages: list[system_message] = []
        for key, text, line in split_entries(list(self.content), first):
            inlines, problems = self.parse_inline(text, lineno=line)
            paragraph = nodes.paragraph(text, "", *inlines)
            paragraph.source, paragraph.line = self.state_machine.get_source_and_line(line)
            entry = eir_entry("", paragraph, key=key)
            entry.source, entry.line = paragraph.source, paragraph.line
            entries.append(entry)
            messages += problems
        return entries, messages


class CitationRole(SphinxRole):
    """``eir:citep`` and the other :data:`.roles.ROLES`: cites entries by key."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the place of the citation."""
        from .role_text import (
            WITH_AUTHOR,
            cites_of,
            words_in,
        )  # takes time to import, and most projects have no such role

        eir_domain(self.env).enter(self.env.docname)
        role = self.name.split(":")[-1]
        try:
            cites = cites_of(role, self.text)
        except ValueError as error:
            warn(Subtype.CITATION_MISSING, f"{self.name}: {error}", location=self.get_location())
            return [nodes.Text(self.text)], []
        if role in WITH_AUTHOR and self.text.lstrip(" [").startswith("-@"):
            message = f"{self.name} names the author, whom -@ leaves out: eir:citeyearpar and eir:citep don't"
            warn(Subtype.CITATION_MISSING, message, location=self.get_location())
        words, _ = words_in(role, self.text)
        node = citation_reference(
            self.rawtext,
            words,
            role=role,
            cites=cites,
            typed=self.text,
            docname=self.env.docname,
            part="text",
        )
        self.set_source_info(node)
        return [node], []


citation_role = CitationRole()
