"""Directives that write the reference from the tables in the code: nothing is said twice, nothing goes stale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective

from sphinxext_eir.config import SETTINGS
from sphinxext_eir.frontmatter import FIELDS
from sphinxext_eir.warnings import Subtype

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx


class GeneratedTable(SphinxDirective):
    """Parses the reStructuredText that ``write`` makes."""

    def write(self) -> Iterable[str]:
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        return self.parse_text_to_nodes("\n\n".join(self.write()))


class SettingsTable(GeneratedTable):
    """Every setting of ``conf.py``."""

    def write(self) -> Iterable[str]:
        for setting in SETTINGS:
            types = " or ".join(f"``{kind.__name__}``" for kind in setting.types)
            yield f".. confval:: {setting.name}\n   :type: {types}\n   :default: ``{setting.default!r}``\n\n   {setting.help}"


class FieldsTable(GeneratedTable):
    """Every field of an article's front matter, as an option of ``eir:article``."""

    def write(self) -> Iterable[str]:
        for field in FIELDS.values():
            yield f".. rst:directive:option:: {field.name}\n\n   {field.help}"


class WarningsTable(GeneratedTable):
    """Every subtype of warning."""

    def write(self) -> Iterable[str]:
        for subtype in Subtype:
            yield f"``eir.{subtype.label}``\n   {subtype.help}"


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("settings-table", SettingsTable)
    app.add_directive("fields-table", FieldsTable)
    app.add_directive("warnings-table", WarningsTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
