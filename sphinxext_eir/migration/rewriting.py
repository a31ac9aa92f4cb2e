"""One file: its roles and directives → edits, and what is said of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from .layout import repairs
from .lines import lines_of
from .lists import list_of, notes_of, write_definition, write_list
from .plan import keys_of_note
from .records import Change, Edit, Message
from .rest import SIMPLE_NAME
from .roles import rewrite

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .plan import Plan
    from .records import Directive, Role, Source


class Rewriter:
    """The edits of one file."""

    def __init__(self, source: Source, plan: Plan) -> None:
        self.source = source
        self.plan = plan
        self.edits: list[Edit] = []
        self.messages: list[Message] = []
        self.starts = [line.start for line in lines_of(source.text)]
        self.labels: dict[str, str] = {}
        """Keys → labels of their notes, in the order that they are cited."""
        self.defined: set[str] = set()

    def run(self) -> Change:
        """Return the file as it becomes."""
        for aside in self.source.markup.asides:
            self._say(aside.start, aside.text, todo=True)
        for role in sorted(self.source.markup.roles, key=lambda role: role.start):
            self._role(role)
        lists = self.source.markup.directives
        last = max((d.start for d in lists if d.name == "footbibliography"), default=-1)
        for directive in lists:
            self._list(directive, last=directive.start == last)
        self.edits += repairs(self.source.text, self.source.markup, self.edits)
        text = apply(self.source.text, self.edits) + self._rest_of_notes()
        return Change(self.source.path, self.source.text, text, self.source.bom)

    def _role(self, role: Role) -> None:
        written = rewrite(role, self.plan, self._label)
        if written is None:
            return
        if written.text:
            self.edits.append(Edit(role.start, role.end, written.text))
        if written.said:
            self._say(
                role.start,
                f"{role.name}: {written.said}" if not written.todo else written.said,
                todo=written.todo,
            )

    def _label(self, key: str) -> str:
        """Return the label of the note for an entry; it clashes with none of the author's."""
        if key not in self.labels:
            simple = key if re.fullmatch(SIMPLE_NAME, key) and not key.isdigit() else ""
            label = simple or re.sub(r"\W+|_", "-", f"cite-{key}").strip("-")
            taken = self.source.markup.labels | {label.lower() for label in self.labels.values()}
            count = 2
            while label.lower() in taken:
                label = f"cite-{label}" if count == 2 else f"{label}-{count}"
                count += 1
            self.labels[key] = label
        return self.labels[key]

    def _list(self, directive: Directive, *, last: bool) -> None:
        if directive.name == "bibliography":
            listed = list_of(directive, self.source.path, self.plan)
        else:
            listed = notes_of(directive, self._definitions(directive), self.plan, last=last)
        for said in listed.said:
            self._say(directive.start, said)
        for todo in listed.todo:
            self._say(directive.start, todo, todo=True)
        text = write_list(listed, directive)
        self.edits.append(Edit(directive.start, directive.end, text) if text else self._without(directive))

    def _definitions(self, directive: Directive) -> list[str]:
        """Return the notes that are cited above *directive* and not defined yet."""
        found = []
        for role in sorted(self.source.markup.roles, key=lambda role: role.start):
            if role.name.startswith("foot") and role.start < directive.start:
                found += [key for key in keys_of_note(role) if self.plan.stripped(key) in self.labels]
        return self._define(found, directive)

    def _define(self, keys: Iterable[str], place: Directive | None) -> list[str]:
        syntax = place.syntax if place else self.source.syntax
        rows = []
        for key in dict.fromkeys(map(self.plan.stripped, keys)):
            if key not in self.defined:
                self.defined.add(key)
                rows.append(write_definition(self.labels[key], key, syntax))
        return rows

    def _rest_of_notes(self) -> str:
        """Return the notes that no list comes after, for the end of the file."""
        rows = self._define(self.labels, None)
        if not rows:
            return ""
        newline = newline_of(self.source.text)
        return newline * (1 if self.source.text.endswith(("\n", "\r")) else 2) + "".join(
            f"{row}{newline}" for row in rows
        )

    def _without(self, directive: Directive) -> Edit:
        """Return the edit that takes a directive out, with its lines and a blank one."""
        text = self.source.text
        start = directive.start
        while start and text[start - 1] in " \t":
            start -= 1
        rest = re.compile(r"[ \t]*(?:\r\n|\n|\r|$)(?:[ \t]*(?:\r\n|\n|\r))?").match(text, directive.end)
        return Edit(start, rest.end() if rest else directive.end, "")

    def _say(self, place: int, text: str, *, todo: bool = False) -> None:
        line = bisect_right(self.starts, place)
        self.messages.append(Message(self.source.path, line, text, todo))


def newline_of(text: str) -> str:
    """Return how the lines of *text* end."""
    found = re.search(r"\r\n|\n|\r", text)
    return found[0] if found else "\n"


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return *text* with *edits*, which don't overlap; new lines end as those of *text* do."""
    newline = newline_of(text)
    parts, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += [text[at : edit.start], edit.new.replace("\r\n", "\n").replace("\n", newline)]
        at = edit.end
    return "".join([*parts, text[at:]])
