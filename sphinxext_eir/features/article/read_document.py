"""Fields as typed → the article's record in the domain."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.nodes import clean_astext

from ...core.domain import Ours, eir_domain
from ...core.field_lines import keep_lines
from ...core.nodes import eir_article, eir_notes, eir_standfirst
from ...core.people import credit
from ...core.walks import find_all, find_blocks
from ...core.warnings import Subtype, warn
from ...text.article import Article
from ...text.frontmatter import AFFILIATIONS, CONTRIBUTORS, FIELDS, read
from .field_list import TypedField, remove_field, typed_fields


class ReadFrontMatter(SphinxTransform):
    """Reads an article's front matter: an option wins over a field, a field over ``eir_article_defaults``.

    After the title was translated (20) and substitutions were made (220); before docutils takes the field list
    apart by the names that bibliographic fields have in the document's language (340).
    """

    default_priority = 330

    def apply(self, **kwargs: Any) -> None:
        """Make the record of the first ``eir:article``; keep the content of others."""
        found = find_blocks(self.document, eir_article)
        if not found:
            return
        article, *others = found
        for other in others:
            message = "a document has one eir:article, and this is another: its content is kept, its options are left out"
            left_out = ", ".join(f"{name}: {typed.text!r}" for name, typed in other["typed"].items())
            warn(Subtype.ARTICLE, f"{message} ({left_out})" if left_out else message, location=other)
            other.parent.replace(other, [child for part in other.children for child in plain(part)])
        record = self._record(article)
        domain = eir_domain(self.env)
        domain.store(self.env.docname, Ours())
        domain.store(self.env.docname, record)
        if record.disclaimer and not any(
            "eir-disclaimer" in child["classes"] for child in find_all(article, nodes.paragraph)
        ):
            paragraph = nodes.paragraph("", record.disclaimer, classes=["eir-disclaimer"], translatable=False)
            article.insert(0, paragraph)

    def _record(self, article: eir_article) -> Article:
        options: dict[str, TypedField] = article.attributes.pop("typed")
        defaults = {name: TypedField(text, "") for name, text in self.config.eir_article_defaults.items()}
        own = typed_fields(self.document, self.env) | options
        typed = defaults | own
        typed |= {
            name: typed[name]._replace(text=words) for name, words in article.translated_messages().items()
        }
        places = ((name, field.location) for name, field in typed.items())
        keep_lines(self.env, self.env.docname, article.line, places)
        if "abstract" in typed:
            self._place_abstract(article, typed["abstract"])
        values, problems = read(
            {name: typed[name].text for name in (AFFILIATIONS, CONTRIBUTORS, *FIELDS) if name in typed}
        )
        for problem in problems:
            warn(Subtype.ARTICLE, str(problem), location=typed[problem.field].location)
        for name in ("image-alt", "image-credit"):
            if name in own and not values.get("image") and (said := own[name].text.strip()):
                message = (
                    f"{name}: the article has no picture, in the field `image`, that {said!r} belongs to"
                )
                warn(Subtype.ARTICLE, message, location=own[name].location)
        author, translator = (
            typed[name].location if name in typed else "" for name in ("author", "translator")
        )
        credit(self.env, self.env.docname, values, (author, translator))
        return Article(title=self._title(article, typed.get("title")), **values)

    def _place_abstract(self, article: eir_article, abstract: TypedField) -> None:
        """Make the field ``abstract`` the article's standfirst, unless ``eir:article`` has content."""
        remove_field(self.document, "abstract")
        if any(isinstance(child, eir_standfirst) for child in article.children):
            message = f"the content of eir:article is the abstract, and the field 'abstract' is left out: {abstract.text!r}"
            warn(Subtype.ARTICLE, message, location=abstract.location)
        elif abstract.body is not None and abstract.text.strip():
            article += eir_standfirst("", *abstract.body.children)

    def _title(self, article: eir_article, typed: TypedField | None) -> str:
        """Return the title: the heading over the article, or else the title in the front matter, which becomes a heading."""
        sections = [
            node
            for node in self.document.children
            if isinstance(node, nodes.section) and not is_list_of_notes(node)
        ]
        headed = sections and not self._is_below_a_title(sections[0])
        if not headed and typed and typed.text.strip():
            sections = [self._put_under_heading(" ".join(typed.text.split()))]
        elif not headed:
            message = "this document has no title, and an article needs one: begin with a heading, or give 'title' in the front matter"
            warn(Subtype.ARTICLE, message, location=article)
            return ""
        return " ".join(clean_astext(cast("nodes.title", sections[0][0])).split())

    def _is_below_a_title(self, section: nodes.section) -> bool:
        """Say if *section*, the first, isn't the document's: in Markdown, its heading is of the second level or a lower one."""
        path = Path(self.env.doc2path(self.env.docname))
        line = section.line or cast("nodes.Element", section[0]).line
        if path.suffix != ".md" or not line or (section.source and Path(section.source) != path):
            return False
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        return line <= len(lines) and lines[line - 1].startswith("##")

    def _put_under_heading(self, title: str) -> nodes.section:
        """Put everything after the field list into a section of its own, under *title*."""
        start = self.document.first_child_not_matching_class((nodes.PreBibliographic, nodes.field_list)) or 0  # type: ignore[arg-type]  # a mixin, not a node
        section = nodes.section("", nodes.title(title, title), names=[nodes.fully_normalize_name(title)])
        section += self.document[start:]
        self.document[start:] = [section]
        self.document.note_implicit_target(section, section)
        return section


def is_list_of_notes(section: nodes.section) -> bool:
    """Say if *section* was made for the title of an ``eir:notes``."""
    content = cast("nodes.Element", section[-1])
    return isinstance(content, eir_notes) and bool(content["headed"])


def plain(part: nodes.Node) -> list[nodes.Node]:
    """Return *part* of an ``eir:article`` that isn't the head, as stock nodes."""
    return list(part.children) if isinstance(part, eir_standfirst) else [part]
