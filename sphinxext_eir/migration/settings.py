"""``conf.py``: what it says of citations, and the least that has to change in it. It is read, never run."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass, field
from typing import Any

from .lines import lines_of
from .records import Aside, Edit

THEIRS = "sphinxcontrib.bibtex"
OURS = "sphinxext_eir"
FILES = "bibtex_bibfiles"
RENAMED = {FILES: "eir_bibliography_files", "bibtex_tooltips": "eir_previews"}
STYLES = ("bibtex_default_style", "bibtex_reference_style")
HEADERS = ("bibtex_bibliography_header", "bibtex_footbibliography_header")
DROPPED = {
    **dict.fromkeys((*STYLES, *HEADERS), ""),
    "bibtex_foot_reference_style": "",
    "bibtex_tooltips_style": "previews show an entry as its list does",
    "bibtex_encoding": "",
    "bibtex_cite_id": "ids of entries are made of their keys: links from elsewhere to #… have to be changed",
    "bibtex_footcite_id": "ids of notes can't be chosen: links from elsewhere to #… have to be changed",
    "bibtex_bibliography_id": "ids of lists can't be chosen: put a target before the list",
    "bibtex_footbibliography_id": "ids of lists can't be chosen: put a target before the list",
}
"""Settings that go, and what else there is to say."""
PYBTEX = re.compile(r"\bpybtex\b|sphinxcontrib\.bibtex")
IN_PYTHON = (
    "a style in Python, for pybtex, has no counterpart: use a CSL style (eir_citation_style), and take it out"
)
UTF8 = {"utf-8", "utf-8-sig", "utf8", "utf_8", "utf_8_sig"}


@dataclass
class Settings:
    """A ``conf.py`` as it was found."""

    text: str
    tree: ast.Module
    loaded: bool = False
    """True if it loads sphinxcontrib-bibtex."""
    ours: bool = False
    """True if it loads this extension."""
    values: dict[str, Any] = field(default_factory=dict)
    """Settings whose value is written there."""
    assigned: set[str] = field(default_factory=set)
    """All settings, also those whose value is computed."""
    extensions: set[str] = field(default_factory=set)

    def get(self, name: str, default: Any) -> Any:
        """Return the value of a setting, or its default."""
        return self.values.get(name, default)


def read_settings(text: str) -> Settings:
    """Return what ``conf.py`` says. Raises :class:`SyntaxError` if it is no Python."""
    settings = Settings(text, ast.parse(text))
    for node in ast.walk(settings.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            settings.extensions.add(node.value)
    settings.loaded = THEIRS in settings.extensions
    settings.ours = OURS in settings.extensions
    for statement in settings.tree.body:
        name = _assigned(statement)
        if name:
            settings.assigned.add(name)
            try:
                settings.values[name] = ast.literal_eval(statement.value)  # type: ignore[attr-defined]
            except ValueError:
                settings.values.pop(name, None)
    return settings


def _assigned(statement: ast.stmt) -> str:
    """Return the name of the setting that *statement* sets, if it is a plain assignment."""
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
    elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
        target = statement.target
    else:
        return ""
    return target.id if isinstance(target, ast.Name) else ""


class Editor:
    """Line edits of one ``conf.py``."""

    def __init__(self, settings: Settings, added: dict[str, Any], *, both: bool) -> None:
        self.settings = settings
        self.text = settings.text
        self.lines = lines_of(self.text)
        self.newline = (re.search(r"\r\n|\n|\r", self.text) or ["\n"])[0]
        self.added = added
        """Settings to write, but the files."""
        self.both = both
        """True if sphinxcontrib-bibtex stays, for what can't be changed here."""
        self.edits: list[Edit] = []
        self.asides: list[Aside] = []

    def edit(self) -> tuple[list[Edit], list[Aside]]:
        """Return all edits, and what is left to do by hand."""
        self._extension()
        anchor = self._settings()
        self._add(anchor)
        return self.edits, self.asides

    def place(self, line: int, column: int) -> int:
        """Return the position in the text of a place that :mod:`ast` gives: a line from 1, and a column in bytes."""
        row = self.lines[line - 1]
        return row.start + len(row.text.encode()[:column].decode(errors="ignore"))

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """Return where *node* begins and ends."""
        return (
            self.place(node.lineno, node.col_offset),
            self.place(node.end_lineno or node.lineno, node.end_col_offset or 0),
        )

    def _extension(self) -> None:
        """Put our name where theirs is; beside it if both stay."""
        found = False
        for statement in self.settings.tree.body:
            about = isinstance(statement, (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr))
            for node in ast.walk(statement) if about else ():
                if isinstance(node, ast.Constant) and node.value == THEIRS and not _is_docstring(statement):
                    self._rename_extension(*self.span(node), last=found)
                    found = True
        for node in ast.walk(self.settings.tree):
            if isinstance(node, ast.Constant) and node.value == THEIRS and not found:
                self._aside(node, f"put {OURS!r} in the place of {THEIRS!r}")
        imports = [
            node
            for node in ast.walk(self.settings.tree)
            if isinstance(node, (ast.Import, ast.ImportFrom)) and PYBTEX.search(ast.unparse(node))
        ]
        if imports and not self.both:
            self._aside(imports[0], IN_PYTHON)

    def _rename_extension(self, start: int, end: int, *, last: bool) -> None:
        quote = self.text[start]
        ours = f"{quote}{OURS}{quote}"
        if self.both:
            if not self.settings.ours and not last:
                self.edits.append(Edit(end, end, f", {ours}"))
        elif self.settings.ours or last:
            after = re.compile(r"[ \t]*,[ \t]*").match(self.text, end)
            before = re.compile(r",\s*$").search(self.text, 0, start)
            if after:
                self.edits.append(self._whole_line(Edit(start, after.end(), "")))
            elif before:
                self.edits.append(Edit(before.start(), end, ""))
            else:
                self.edits.append(Edit(start, end, ""))
        else:
            self.edits.append(Edit(start, end, ours))

    def _settings(self) -> ast.stmt | None:
        """Rename or take out settings; return the statement that names the files."""
        anchor = None
        for statement in self.settings.tree.body:
            name = _assigned(statement)
            if name == FILES:
                anchor = statement
            if name.startswith("bibtex_") and not self.both:
                self._setting(name, statement)
            elif not self.both:
                self._uses(statement)
        return anchor

    def _setting(self, name: str, statement: ast.stmt) -> None:
        known = name in self.settings.values
        value = self.settings.get(name, None)
        if name in RENAMED and not (name == "bibtex_tooltips" and value is True):
            if RENAMED[name] in self.settings.assigned:
                self._remove(statement)
            else:
                start = self.span(statement)[0]
                self.edits.append(Edit(start, start + len(name), RENAMED[name]))
        elif name == "bibtex_tooltips" or (name in DROPPED and known):
            self._remove(statement)
            for hint in self._hints(name, value):
                self._aside(statement, hint)
        elif name in DROPPED:
            self._remove(statement)
            self._aside(
                statement,
                f"{name} is computed: see what it says, and choose eir_citation_style, or type the words",
            )
        else:
            self._aside(statement, f"{name} isn't known: take it out")

    def _hints(self, name: str, value: object) -> list[str]:
        if name == "bibtex_encoding" and str(value).lower() not in UTF8:
            return [f"files of references are read as UTF-8: convert them from {value}"]
        return [f"{name}: {DROPPED[name]}"] if DROPPED.get(name) and value else []

    def _uses(self, statement: ast.stmt) -> None:
        """Rename the files where a statement does something else with them; name all other settings in it."""
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and node.id == FILES:
                start, end = self.span(node)
                self.edits.append(Edit(start, end, RENAMED[FILES]))
            elif isinstance(node, ast.Name) and node.id.startswith("bibtex_"):
                self._aside(node, f"{node.id} is set in more than a plain assignment: change it by hand")

    def _remove(self, statement: ast.stmt) -> None:
        """Take a statement out, with its line if nothing else is on it; a comment behind it stays."""
        start, end = self.span(statement)
        comment = re.compile(r"[ \t]*(;?[ \t]*)").match(self.text, end)
        if comment and (";" in comment[1] or self.text[end : comment.end()].strip()):
            self._aside(statement, "several statements on a line: take this one out by hand")
            return
        gap = re.compile(r"[ \t]*(?=#)").match(self.text, end)
        self.edits.append(Edit(start, gap.end(), "") if gap else self._whole_line(Edit(start, end, "")))

    def _whole_line(self, edit: Edit) -> Edit:
        """Return *edit*, and the end of the line too if nothing is left on it."""
        start = max(self.text.rfind("\n", 0, edit.start), self.text.rfind("\r", 0, edit.start)) + 1
        rest = re.compile(r"[ \t]*(\r\n|\n|\r|$)").match(self.text, edit.end)
        if rest and not self.text[start : edit.start].strip():
            return Edit(start, rest.end(), "")
        return edit

    def _add(self, anchor: ast.stmt | None) -> None:
        """Write new settings below the files of references, or at the end."""
        wanted = {
            name: json.dumps(value)
            for name, value in self.added.items()
            if name not in self.settings.assigned
        }
        if self.both and RENAMED[FILES] not in self.settings.assigned:
            wanted = {RENAMED[FILES]: FILES, **wanted}
        written = [f"{name} = {value}" for name, value in wanted.items()]
        if not written:
            return
        if anchor is None:
            end = len(self.text)
            gap = "" if not self.text or self.text.endswith(("\n", "\r")) else self.newline
            self.edits.append(Edit(end, end, gap + "".join(f"{line}{self.newline}" for line in written)))
        else:
            row = self.lines[(anchor.end_lineno or anchor.lineno) - 1]
            self.edits.append(Edit(row.end, row.end, "".join(f"{self.newline}{line}" for line in written)))

    def _aside(self, node: ast.expr | ast.stmt, text: str) -> None:
        self.asides.append(Aside(self.span(node)[0], text))


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
