"""The field list that a document begins with, which YAML front matter has become, too → fields as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from docutils import nodes
from docutils.languages import get_language
from sphinx.transforms import SphinxTransform

from ...core.field_lines import location_of
from ...core.nodes import citation_reference, eir_article, eir_note
from ...core.walks import find_blocks
from ...core.warnings import Subtype, warn
from ...text.author_lines import with_semicolons
from ...text.fields import from_yaml
from ...text.foreign_mappings import holds_others, read_mapping
from ...text.frontmatter import FIELDS, PLACED, STAND_INS, field_named, is_draft, unknown_field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.environment import BuildEnvironment

NOTES = (nodes.footnote_reference, nodes.citation_reference, citation_reference, eir_note)
"""Nodes that a field, which is plain text, can't hold."""

TRANSLATABLE = (
    "title",
    "subtitle",
    "short-title",
    "description",
    "keywords",
    "disclaimer",
    "written-for",
    "notice",
    "image-alt",
    "image-credit",
)
"""Fields whose words readers see, and catalogues translate."""


class TypedField(NamedTuple):
    """A field as typed, and where."""

    text: str
    location: str
    """``path:line``"""
    body: nodes.Element | None = None
    """The field's body as docutils parsed it, if it stood in the field list."""


class OfferFields(SphinxTransform):
    """Hands the fields of an article to its placeholder, whose messages go into catalogues.

    Before Sphinx collects what may be translated (10).
    """

    default_priority = 9

    def apply(self, **kwargs: Any) -> None:
        """Offer what the first ``eir:article`` and the field list say in words."""
        article = next(iter(find_blocks(self.document, eir_article)), None)
        if article is None:
            return
        words = {name: field[1].astext() for name, field in _named_fields(self.document)}
        words |= {name: typed.text for name, typed in article["typed"].items() if name != "disclaimer"}
        article["messages"] = {
            name: " ".join(words[name].split())
            for name in TRANSLATABLE
            if words.get(name, "").strip() and words[name].strip().lower() != "none"
        }


def typed_fields(document: nodes.document, env: BuildEnvironment) -> dict[str, TypedField]:
    """Return the fields of *document* by their names in :data:`FIELDS` and :data:`PLACED`. Warn of names that no known program has."""
    fields: dict[str, TypedField] = {}
    held: list[tuple[str, TypedField]] = []
    for name, field in _named_fields(document):
        typed_name, body = field[0].astext(), cast("nodes.Element", field[1])
        location = location_of(field, env)
        if is_draft(typed_name, body.astext()):
            fields.setdefault("status", TypedField("draft", location))
            continue
        if holds_others(name, structure := _text_of(body)):
            held.append((name, TypedField(structure, location)))
            continue
        if name not in FIELDS and name not in PLACED:
            if hint := unknown_field(name):
                message = (
                    f"{typed_name!r} isn't a field of an article, and {body.astext()!r} is left out; {hint}"
                )
                warn(Subtype.ARTICLE, message, location=location)
            continue
        if name in fields:
            message = f"{name} is given twice, and {body.astext()!r} is left out"
            warn(Subtype.ARTICLE, message, location=location)
            continue
        restore(body)
        text = _text_of(body)
        if field_named(typed_name) != typed_name.lower() == "authors":
            text = with_semicolons(text)
        fields[name] = TypedField(text, location, body)
        if name != "abstract" and any(isinstance(node, NOTES) for node in field.findall()):
            message = f"{name}: a field is plain text, and its note is left out; give it as an option of eir:article"
            warn(Subtype.ARTICLE, message, location=location)
    for name, mapping in held:
        _add_held(fields, name, mapping)
    return fields


def _add_held(fields: dict[str, TypedField], name: str, mapping: TypedField) -> None:
    """Add to *fields* those that the *mapping* of another program holds, as far as they aren't given. Warn of the rest."""
    held = read_mapping(name, mapping.text)
    left_out = dict(held.left_out)
    for inner, text in held.fields.items():
        if inner not in fields:
            fields[inner] = TypedField(text, mapping.location)
        elif fields[inner].text != text:
            left_out[inner] = text
    if left_out:
        words = ", ".join(f"{key}: {text!r}" for key, text in left_out.items())
        message = f"{name}: an article has no field for this, or has it already, and it is left out: {words}"
        warn(Subtype.ARTICLE, message, location=mapping.location)


def remove_field(document: nodes.document, name: str) -> None:
    """Take the field *name* out of the field list: docutils would print it, too."""
    for found, field in list(_named_fields(document)):
        if found == name:
            field.parent.remove(field)


def _named_fields(document: nodes.document) -> Iterator[tuple[str, nodes.field]]:
    """Yield the fields that *document* begins with, each by our name for it.

    docutils' names of bibliographic fields count in the document's language: ``Autor`` is ``author`` in German.
    """
    position = document.first_child_not_matching_class(nodes.PreBibliographic)  # type: ignore[arg-type]  # a mixin, not a node
    if position is None or not isinstance(field_list := document[position], nodes.field_list):
        return
    # docutils takes a folder of this name beside conf.py for its module: `tr/` beside `python -m sphinx`.
    language = get_language(document.settings.language_code)
    theirs: Mapping[str, str] = getattr(language, "bibliographic_fields", {})
    named = []
    for field in cast("list[nodes.field]", list(field_list.children)):
        typed = field[0].astext()
        named.append((field_named(theirs.get(typed.lower(), typed)), field))
    given = {name for name, _field in named}
    for name, field in named:
        stands_for = STAND_INS.get(name, name)
        yield (name if stands_for in given else stands_for), field
        given.add(stands_for)


def _text_of(body: nodes.Element) -> str:
    """Return what was typed in a field: a structure as its JSON, which no typography has touched; a list with semicolons."""
    if from_yaml(body.rawsource.strip()) is not None:
        return body.rawsource.strip()
    if items := list(body.findall(nodes.list_item)):
        return "; ".join(item.astext() for item in items)
    return body.astext()


def restore(body: nodes.Element) -> None:
    """Make a paragraph of a field's *body* that docutils read as the line under a heading, ``????``.

    It is left with an error alone there, and DocInfo (340) fails at such a field.
    """
    if body.children and all(isinstance(child, nodes.system_message) for child in body.children):
        body[:] = [nodes.paragraph("", body.rawsource.strip())]
