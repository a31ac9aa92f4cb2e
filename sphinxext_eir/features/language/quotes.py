"""Smart quotes of the document's own language, also of one that docutils has none for."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from docutils.transforms.universal import SmartQuotes
from docutils.utils import normalize_language_tag
from docutils.utils.smartquotes import smartchars
from sphinx.transforms import SphinxSmartQuotes

from ...core.domain import Ours, eir_domain
from ...core.languages import MARK, Language, language_of, marked_language
from ...core.walks import find_all
from ...text.languages import GUILLEMETS

LIKE = dict.fromkeys(GUILLEMETS, "de-ch")
"""Language → one of docutils' that has its quotation marks: guillemets, and single ones within."""


def quoted_like(language: str) -> str:
    """Return the language of docutils' table that has the quotation marks of *language*, or nothing."""
    for tag in normalize_language_tag(language):
        if tag in smartchars.quotes:
            return str(tag)
    return LIKE.get(language.lower().partition("-")[0], "")


class QuoteInLanguage(SphinxSmartQuotes):
    """Does what Sphinx's transform does where that knows the project's language alone.

    In its place (750). Sphinx's is told to pass the document over, if that says its language.
    """

    default_priority = 750

    def apply(self, **kwargs: Any) -> None:
        """Set the quotation marks of the document; leave them straight where nothing is known of its language."""
        domain, docname = eir_domain(self.env), self.env.docname
        like = quoted_like(language_of(self.env, docname))
        own = domain.find(docname, Language)
        foreign = domain.find(docname, Ours) and not any(
            tag in smartchars.quotes for tag in normalize_language_tag(self.config.language)
        )
        if not like or not (own or foreign) or not self._is_wanted(like):
            return
        settings = self.document.settings
        before = settings.language_code, settings.smart_quotes
        passages = [
            (node, list(node["classes"]))
            for node in find_all(self.document, nodes.Element)
            if marked_language(node)
        ]
        try:
            settings.language_code, settings.smart_quotes = like, True
            for node, classes in passages:
                node["classes"] = [_known(name, like) for name in classes]
            self.smartquotes_action = self.config.smartquotes_action  # type: ignore[misc]  # as Sphinx does
            SmartQuotes.apply(self)
        finally:
            settings.language_code, settings.smart_quotes = before
            for node, classes in passages:
                node["classes"] = classes

    def _is_wanted(self, language: str) -> bool:
        excluded = self.config.smartquotes_excludes.get("languages", ())
        return bool(self.config.smartquotes) and language not in excluded


def _known(name: str, otherwise: str) -> str:
    """Return a class for a language that docutils has quotation marks of: it would warn of any other."""
    return f"{MARK}{quoted_like(name.removeprefix(MARK)) or otherwise}" if name.startswith(MARK) else name
