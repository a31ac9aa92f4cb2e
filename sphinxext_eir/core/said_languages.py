"""The language that a document says it is in, read before its other fields are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.matching import Matcher

from .domain import eir_domain
from .field_lines import location_of
from .languages import Language
from .nodes import eir_article
from .walks import find_blocks
from .warnings import Subtype, warn

if TYPE_CHECKING:
    from collections.abc import Iterator


class ReadLanguage(SphinxTransform):
    """Reads the language of a document of ours, and tells docutils, whose smart quotes and names of fields follow it.

    Before the fields of an article are read by their names (9).
    """

    default_priority = 8

    def apply(self, **kwargs: Any) -> None:
        """Store the language that the document says, if it says one that there is."""
        article = next(iter(find_blocks(self.document, eir_article)), None)
        docname = self.env.docname
        ours = docname in eir_domain(self.env).documents or Matcher(self.config.eir_documents)(docname)
        if article is None and not ours:
            return
        typed, where = self._typed(article)
        if not typed:
            return
        from ..text.fields import FieldError  # takes time to import, and most documents say no language
        from ..text.language_tags import read_language

        try:
            language = read_language(typed)
        except FieldError as error:
            if article is None:  # else the article's other fields are read, and this with them
                message = f"lang: expected {error.expected}, not {typed!r}"
                warn(Subtype.ARTICLE, message, location=where)
            return
        eir_domain(self.env).store(docname, Language(language))
        settings = self.document.settings.copy()  # which other documents may share
        settings.language_code = language.lower()
        settings.smart_quotes = (
            False  # ours are made by features.language, of languages that docutils doesn't know, too
        )
        self.document.settings = settings

    def _typed(self, article: eir_article | None) -> tuple[str, str]:
        """Return what was typed and where, if in a field: an option wins over a field, a field over ``eir_article_defaults``."""
        if article is not None and (option := article["typed"].get("lang")):
            return str(option.text).strip(), ""
        fields = {name: (text, where) for name, text, where in self._fields()}
        default = self.config.eir_article_defaults.get("lang", "") if article is not None else ""
        found = (fields[name] for name in ("lang", "language") if name in fields and fields[name][0])
        text, where = next(found, (str(default), ""))
        return text.strip(), where

    def _fields(self) -> Iterator[tuple[str, str, str]]:
        """Yield the fields that name a language, each with its place."""
        position = self.document.first_child_not_matching_class(nodes.PreBibliographic)  # type: ignore[arg-type]  # a mixin, not a node
        if position is not None and isinstance(fields := self.document[position], nodes.field_list):
            from ..text.frontmatter import STAND_INS, field_named  # as above

            for field in cast("list[nodes.field]", list(fields.children)):
                name = field_named(field[0].astext())
                if STAND_INS.get(name, name) == "lang":
                    yield name, field[1].astext(), location_of(field, self.env)
