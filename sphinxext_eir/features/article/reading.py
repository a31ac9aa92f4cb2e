"""What was typed → the article's record in the domain."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.nodes import clean_astext

from ...core.domain import Ours, eir_domain
from ...core.nodes import citation_reference, eir_article, eir_note, eir_notes, eir_standfirst
from ...core.warnings import Subtype, warn
from ...text.frontmatter import FIELDS, Article, read
from .directive import Typed

NOTES = (nodes.footnote_reference, nodes.citation_reference, citation_reference, eir_note)
"""What a field can't hold."""


class ReadFrontMatter(SphinxTransform):
    """Reads an article's front matter: an option wins over a field, a field over ``eir_article_defaults``.

    After the title was translated (20) and substitutions were made (220); before docutils takes the field list
    apart by the names that bibliographic fields have in the document's language (340).
    """

    default_priority = 330

    def apply(self, **kwargs: Any) -> None:
        """Make the record of the first ``eir:article``; of any other, keep the content."""
        found = list(self.document.findall(eir_article))
        if not found:
            return
        article, *others = found
        for other in others:
            message = "a document has one eir:article, and this is another: its content is kept, its options are left out"
            left_out = ", ".join(f"{name}: {text!r}" for name, (text, _) in other["typed"].items())
            warn(Subtype.ARTICLE, f"{message} ({left_out})" if left_out else message, location=other)
            other.parent.replace(other, [child for part in other.children for child in plain(part)])
        record = self._record(article)
        domain = eir_domain(self.env)
        domain.store(self.env.docname, Ours())
        domain.store(self.env.docname, record)
        if record.disclaimer and not any(
            "eir-disclaimer" in child["classes"] for child in article.findall(nodes.paragraph)
        ):
            paragraph = nodes.paragraph("", record.disclaimer, classes=["eir-disclaimer"], translatable=False)
            article.insert(0, paragraph)

    def _record(self, article: eir_article) -> Article:
        options: dict[str, Typed] = article.attributes.pop("typed")
        defaults = {name: Typed(text, "") for name, text in self.config.eir_article_defaults.items()}
        typed = defaults | self._field_list() | options
        values, problems = read({name: typed[name].text for name in FIELDS if name in typed})
        for problem in problems:
            warn(Subtype.ARTICLE, str(problem), location=typed[problem.field].location)
        return Article(title=self._title(article), **values)

    def _title(self, article: eir_article) -> str:
        sections = (node for node in self.document.findall(nodes.section) if not is_list_of_notes(node))
        section = next(sections, None)
        if section is None:
            warn(Subtype.ARTICLE, "this document has no title, and an article needs one", location=article)
            return ""
        return " ".join(clean_astext(cast("nodes.title", section[0])).split())

    def _field_list(self) -> dict[str, Typed]:
        """Return our fields of the document's field list, which YAML front matter has become, too."""
        position = self.document.first_child_not_matching_class(nodes.PreBibliographic)  # type: ignore[arg-type]  # a mixin, not a node
        if position is None or not isinstance(field_list := self.document[position], nodes.field_list):
            return {}
        fields = {}
        for field in field_list.findall(nodes.field):
            name = field[0].astext().lower()
            if name in FIELDS:
                restore(cast("nodes.Element", field[1]))
                fields[name] = Typed(field[1].astext(), self._location_of(field, name))
                if any(isinstance(node, NOTES) for node in field.findall()):
                    message = f"{name}: a field is plain text, and its note is left out; give it as an option of eir:article"
                    warn(Subtype.ARTICLE, message, location=fields[name].location)
        return fields

    def _location_of(self, field: nodes.field, name: str) -> str:
        path = self.env.doc2path(self.env.docname)
        if field.line:
            return f"{path}:{field.line}"
        # MyST-Parser doesn't tell. A key of the front matter begins its line.
        lines = Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
        line = next(
            (number for number, line in enumerate(lines, 1) if line.lower().startswith(f"{name}:")), 1
        )
        return f"{path}:{line}"


def is_list_of_notes(section: nodes.section) -> bool:
    """Whether *section* was made for the title of an ``eir:notes``."""
    content = cast("nodes.Element", section[-1])
    return isinstance(content, eir_notes) and bool(content["headed"])


def restore(body: nodes.Element) -> None:
    """Make a paragraph of a field's *body* that docutils read as the line under a heading, ``????``.

    It is left with an error alone there, and DocInfo (340) fails at such a field.
    """
    if body.children and all(isinstance(child, nodes.system_message) for child in body.children):
        body[:] = [nodes.paragraph("", body.rawsource.strip())]


def plain(part: nodes.Node) -> list[nodes.Node]:
    """Return *part* of a head that isn't one, for builders that have no rendering of a standfirst."""
    return list(part.children) if isinstance(part, eir_standfirst) else [part]
